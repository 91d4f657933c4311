"""Reads the messages of a FIT workout file, whoever wrote it, and refuses everything else."""

import math
from collections.abc import Iterator, Mapping
from pathlib import Path

import fitdecode

from kiosk.errors import ProtocolError
from kiosk.export.fit_profile import FileType
from kiosk.export.fit_writer import MESSAGES, STRING, Message
from kiosk.training.protocols import read_at_most
from kiosk.words import text

MAX_FILE_BYTES = 256 * 1024
MAX_STEPS = 1000
_MAX_FRAMES = 10 * MAX_STEPS
"""Definitions and messages of no interest count too: some are a single byte."""

Raw = Mapping[str, int | str]
"""Fields by the names of our table, as stored: unscaled. What is missing is not in it."""


def load_fit(path: Path) -> bytes:
    """The content of a file, as much of it as read_workout takes and a byte more.

    Raises ProtocolError when it cannot be read.
    """
    return read_at_most(path, MAX_FILE_BYTES + 1)


def read_workout(content: bytes, source: str) -> tuple[Raw, list[Raw]]:
    """The workout message and its steps, in the order of their index.

    `source` names the file in errors. Raises ProtocolError, in one sentence, for anything that is
    no workout file, damaged, or too large.
    """
    if len(content) > MAX_FILE_BYTES:
        raise ProtocolError(
            text(
                "{source} is larger than {limit} kB; a workout is far smaller, so "
                "check that this is the right file.",
                source=source,
                limit=MAX_FILE_BYTES // 1024,
            )
        )
    found: dict[str, list[Raw]] = {kind: [] for kind in MESSAGES}
    try:
        for kind, fields in _messages(content):
            found[kind].append(fields)
    except Exception as error:  # damaged bytes make the library raise whatever comes
        raise ProtocolError(
            text(
                "{source} is no FIT file or is damaged; export it again from where it came from.",
                source=source,
            )
        ) from error
    return _only_workout(found, source), _in_order(found["workout_step"], source)


def _messages(content: bytes) -> Iterator[tuple[str, Raw]]:
    kinds = {message.number: (kind, message) for kind, message in MESSAGES.items()}
    with fitdecode.FitReader(
        content,
        processor=None,
        check_crc=fitdecode.CrcCheck.RAISE,
        error_handling=fitdecode.ErrorHandling.RAISE,
    ) as frames:
        for count, frame in enumerate(frames):
            if count > _MAX_FRAMES:
                raise ValueError("more messages than any workout has")
            if isinstance(frame, fitdecode.FitDataMessage) and frame.global_mesg_num in kinds:
                kind, message = kinds[frame.global_mesg_num]
                yield kind, dict(_fields(frame, message))


def _fields(frame: fitdecode.FitDataMessage, message: Message) -> Iterator[tuple[str, int | str]]:
    """The fields of our table; the raw value is the same whichever subfield the reader took."""
    names = {field.number: (name, field) for name, field in message.fields.items()}
    for data in frame:
        if data.field_def is None or data.field_def.def_num not in names:
            continue
        name, field = names[data.field_def.def_num]
        value = data.raw_value
        if isinstance(value, float) and math.isfinite(value):
            value = round(value)
        if isinstance(value, str if field.base is STRING else int):
            yield name, value


def _only_workout(found: Mapping[str, list[Raw]], source: str) -> Raw:
    kinds = {file_id.get("type") for file_id in found["file_id"]}
    if FileType.ACTIVITY in kinds:
        raise ProtocolError(
            text(
                "{source} is a recorded activity and no workout; choose a file of a planned "
                "workout.",
                source=source,
            )
        )
    if FileType.WORKOUT not in kinds:
        raise ProtocolError(
            text("{source} is no workout; choose a FIT workout file.", source=source)
        )
    if len(found["file_id"]) > 1 or len(found["workout"]) > 1:
        raise ProtocolError(
            text(
                "{source} holds more than one workout; give each a file of its own.", source=source
            )
        )
    if not found["workout_step"]:
        raise ProtocolError(
            text("{source} holds a workout without steps; give it at least one.", source=source)
        )
    if len(found["workout_step"]) > MAX_STEPS:
        raise ProtocolError(
            text(
                "{source} has {count} steps; shorten it to {max_steps} at most.",
                source=source,
                count=len(found["workout_step"]),
                max_steps=MAX_STEPS,
            )
        )
    return found["workout"][0] if found["workout"] else {}


def _in_order(steps: list[Raw], source: str) -> list[Raw]:
    """By index; where nobody wrote one, as they lie in the file."""
    indices = [int(step["message_index"]) & 0xFFF for step in steps if "message_index" in step]
    if not indices:
        return steps
    if sorted(indices) != list(range(len(steps))):
        raise ProtocolError(
            text(
                "The steps of {source} are not numbered one after the other; export it again.",
                source=source,
            )
        )
    return [step for _, step in sorted(zip(indices, steps, strict=True), key=lambda pair: pair[0])]
