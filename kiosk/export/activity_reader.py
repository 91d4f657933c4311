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
from kiosk.export.fit_activity import APPLICATION_ID
from kiosk.export.fit_profile import FileType
from kiosk.export.fit_writer import EPOCH_UTC_S
from kiosk.files import open_plain
from kiosk.training.activity import Activity
from kiosk.words import text

MAX_FIT_BYTES: Final = 4 * 1024 * 1024
"""Twelve hours with all that a watch can add lie below."""
MAX_TCX_BYTES: Final = 48 * 1024 * 1024
_MAX_VALUES: Final = 800_000
"""Of all messages: each costs time, also that which is not read; twelve hours have fewer."""
_MAX_DEFINED: Final = 20_000
"""Fields in definitions, which cost time too; watches define a few hundred."""
_LOOK: Final = 20
"""Frames until a file has said what it is."""
_FILE_ID, _LAP, _RECORD = 0, 19, 20
_READ: Final = (_FILE_ID, _LAP, _RECORD)
_TYPE, _START, _TIMESTAMP = 0, 2, 253
_ALTITUDE, _BPM, _CADENCE, _DISTANCE, _FRACTION, _FINE_ALTITUDE = 2, 3, 4, 5, 53, 78
_FIT_MAGIC: Final = b".FIT"
_OUR_CREATOR: Final = b"<Name>Switchback</Name><UnitId>0</UnitId>"
"""In our TCX files."""


def load_activity(path: Path) -> bytes:
    """The content of a file, as much of it as read_activity takes and a byte more.

    Raises ActivityError when it cannot be read.
    """
    try:
        with open_plain(path, follow=True) as file:
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


def is_our_own(content: bytes) -> bool:
    """Whether a kiosk wrote this file: what is in it has been counted there."""
    return APPLICATION_ID in content or _OUR_CREATOR in content


# -- FIT -----------------------------------------------------------------------------------------


def _read_fit(content: bytes, source: str) -> Activity:
    points: list[RawPoint] = []
    laps: list[float] = []
    types: list[float | None] = []
    try:
        for number, fields in _messages(content, source):
            if number == _FILE_ID:
                types.append(fields.get(_TYPE))
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


def fit_type(content: bytes) -> float | None:
    """What a FIT file says that it is, by FileType; None where it says nothing. No check."""
    try:
        with _frames(content, fitdecode.CrcCheck.DISABLED) as frames:
            for frame, _ in zip(frames, range(_LOOK), strict=False):
                if isinstance(frame, fitdecode.FitDataMessage):
                    return dict(_fields(frame)).get(_TYPE)
    except Exception:  # noqa: BLE001 - damaged bytes make the library raise whatever comes
        return None
    return None


def _frames(content: bytes, check: fitdecode.CrcCheck) -> fitdecode.FitReader:
    return fitdecode.FitReader(
        content, processor=None, check_crc=check, error_handling=fitdecode.ErrorHandling.RAISE
    )


def _messages(content: bytes, source: str) -> Iterator[tuple[int, Mapping[int, float]]]:
    """Number and raw fields of the messages that matter."""
    values = defined = records = 0
    with _frames(content, fitdecode.CrcCheck.RAISE) as frames:
        for frame in frames:
            if isinstance(frame, fitdecode.FitDefinitionMessage):
                defined += 1 + len(frame.field_defs) + len(frame.dev_field_defs or ())
            elif isinstance(frame, fitdecode.FitDataMessage):
                values += 1 + len(frame.fields)
                records += frame.global_mesg_num == _RECORD
            if records > MAX_POINTS or values > _MAX_VALUES or defined > _MAX_DEFINED:
                raise too_many(source)
            if isinstance(frame, fitdecode.FitDataMessage) and frame.global_mesg_num in _READ:
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
    height = fields.get(_FINE_ALTITUDE, fields.get(_ALTITUDE))
    turns = fields.get(_CADENCE)
    return RawPoint(
        utc_s=EPOCH_UTC_S + fields[_TIMESTAMP],
        bpm=fields.get(_BPM),
        altitude_m=None if height is None else height / 5 - 500,
        distance_m=None if _DISTANCE not in fields else fields[_DISTANCE] / 100,
        revolutions=None if turns is None else turns + fields.get(_FRACTION, 0) / 128,
    )
