"""Reads a FIT or TCX activity that somebody brings from outside, and refuses everything else.

A stick is not to be trusted: the size of the file, the number of its messages and points, and how
deep its elements are nested are limited, a TCX file that declares anything of its own is refused,
and where somebody ran is not read at all.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import fitdecode

from kiosk.errors import ActivityError
from kiosk.export.activity_points import (
    MAX_POINTS,
    RawPoint,
    activity,
    more_than_one,
    not_readable,
    too_many,
)
from kiosk.export.activity_tcx import read_tcx
from kiosk.export.fit_profile import FileType
from kiosk.export.fit_writer import EPOCH_UTC_S
from kiosk.training.activity import Activity
from kiosk.words import text

MAX_FIT_BYTES: Final = 4 * 1024 * 1024
"""Twelve hours with all that a watch can add lie below."""
MAX_TCX_BYTES: Final = 48 * 1024 * 1024
_MAX_FRAMES: Final = MAX_POINTS
"""Definitions and what is not read count too."""
_MAX_VALUES: Final = 800_000
"""Of all messages: each costs time, also that which is not read; twelve hours have fewer."""
_FILE_ID, _LAP, _RECORD = 0, 19, 20
_TIMESTAMP, _START = 253, 2
_FIT_MAGIC: Final = b".FIT"


def load_activity(path: Path) -> bytes:
    """The content of a file, as much of it as read_activity takes and a byte more.

    Raises ActivityError when it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(MAX_TCX_BYTES + 1)
    except OSError as error:
        raise ActivityError(
            text(
                "{path} cannot be read ({strerror}); look at the stick and choose the file again.",
                path=path,
                strerror=error.strerror,
            )
        ) from error


def read_activity(content: bytes, source: str) -> Activity:
    """The activity in a file, whatever its name ends in; `source` names it in errors.

    Raises ActivityError, in one sentence, and nothing else.
    """
    is_fit = content[8:12] == _FIT_MAGIC
    if len(content) > (MAX_FIT_BYTES if is_fit else MAX_TCX_BYTES):
        raise ActivityError(
            text(
                "{source} is larger than any activity of a day; check that this is the right file.",
                source=source,
            )
        )
    if is_fit:
        return _read_fit(content, source)
    points, laps = read_tcx(content, source)
    return activity("tcx", points, laps, source)


# -- FIT -----------------------------------------------------------------------------------------


def _read_fit(content: bytes, source: str) -> Activity:
    points: list[RawPoint] = []
    laps: list[float] = []
    types: list[float | None] = []
    try:
        for number, fields in _messages(content, source):
            if number == _FILE_ID:
                types.append(fields.get(0))
            elif number == _LAP and _START in fields:
                laps.append(EPOCH_UTC_S + fields[_START])
            elif number == _RECORD and _TIMESTAMP in fields:
                points.append(_point(fields))
    except ActivityError:
        raise
    except Exception as error:  # damaged bytes make the library raise whatever comes
        raise not_readable(source) from error
    if len(types) > 1:
        raise more_than_one(source)
    if types != [FileType.ACTIVITY]:
        raise ActivityError(
            text(
                "{source} is a FIT file, but no recorded activity; choose the file of an activity.",
                source=source,
            )
        )
    return activity("fit", points, laps, source)


def _messages(content: bytes, source: str) -> Iterator[tuple[int, Mapping[int, float]]]:
    """Number and raw fields of the messages that matter."""
    with fitdecode.FitReader(
        content,
        processor=None,
        check_crc=fitdecode.CrcCheck.RAISE,
        error_handling=fitdecode.ErrorHandling.RAISE,
    ) as frames:
        values = 0
        for count, frame in enumerate(frames):
            if count > _MAX_FRAMES:
                raise too_many(source)
            if not isinstance(frame, fitdecode.FitDataMessage):
                continue
            values += len(frame.fields)
            if values > _MAX_VALUES:
                raise too_many(source)
            if frame.global_mesg_num in (_FILE_ID, _LAP, _RECORD):
                yield frame.global_mesg_num, dict(_fields(frame))


def _fields(frame: fitdecode.FitDataMessage) -> Iterator[tuple[int, float]]:
    """Of a message's own fields, and of the time in its header; what another made of it is not."""
    for data in frame:
        value = data.raw_value
        if not isinstance(value, int | float):
            continue
        if data.field_def is not None:
            if not data.field_def.is_dev:
                yield data.field_def.def_num, value
        elif data.name == "timestamp":
            yield _TIMESTAMP, value


def _point(fields: Mapping[int, float]) -> RawPoint:
    """Scales and offsets are those of the FIT profile's record message."""
    height = fields.get(78, fields.get(2))  # enhanced_altitude, altitude
    turns = fields.get(4)
    return RawPoint(
        utc_s=EPOCH_UTC_S + fields[_TIMESTAMP],
        bpm=fields.get(3),
        altitude_m=None if height is None else height / 5 - 500,
        distance_m=None if 5 not in fields else fields[5] / 100,
        revolutions=None if turns is None else turns + fields.get(53, 0) / 128,
    )
