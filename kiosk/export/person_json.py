"""Everything of one person as one JSON document, second by second, written as it is read.

`{"format": "switchback-person", "version": 1, "units": …, "person": …, "consent": …, "week": …,
"answers": …, "sessions": [… , "seconds": {"columns", "rows"}, "beats": {"columns", "rows"}]}`: what
a person has a right to have, and nothing of anybody else. Times are ISO 8601 in UTC, units stand in
the names of the columns or beside the value; null is not known. The version goes up when something
that is there changes its meaning or goes; something new may come within one.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, BinaryIO, Final

from kiosk.export.csv_files import flag_words, utc_time
from kiosk.export.recording import Recording
from kiosk.history.rows import SecondRow, cadence_source_of, speed_source_of
from kiosk.session.records import SampleFlag

VERSION: Final = 1
PERSON_FORMAT: Final = "switchback-person"
PART_FORMAT: Final = "switchback-session"
SECONDS: Final = (
    "elapsed_s",
    "time_utc",
    "step_index",
    "step_s",
    "heart_rate_bpm",
    "grade_percent",
    "speed_kmh",
    "speed_source",
    "target_low_bpm",
    "target_high_bpm",
    "guide_low_bpm",
    "guide_high_bpm",
    "flags",
    "cadence_spm",
    "cadence_source",
    "ascent_m",
)
BEATS: Final = ("elapsed_s", "rr_ms")
_UNITS: Final = {
    "_bpm": "beats a minute",
    "_kmh": "kilometres an hour",
    "_spm": "steps a minute",
    "_percent": "100 times the tangent of the angle",
    "_s": "seconds",
    "_ms": "milliseconds",
    "_m": "metres",
    "_kg": "kilograms",
    "step_index": "into the plan's steps; -1 is a warm-up or cool-down of their own",
}
_AT_ONCE: Final = 60
_TICKS_A_MS: Final = 1.024


class PersonFile:
    """A document about one person, to which sessions are added one after another."""

    def __init__(self, file: BinaryIO, person: dict[str, Any]) -> None:
        """`person` as History.person gives it."""
        self._file = file
        self._between = "\n"
        head = {"format": PERSON_FORMAT, "version": VERSION, "units": _UNITS, **person}
        self._write(_open(head, indent=1) + ',\n "sessions": [')

    def add(self, part: Recording) -> None:
        """The next session; nothing of it stays in memory."""
        self._write(self._between)
        self._between = ",\n"
        known = part.history.part(part.session.id, part.who.athlete_id)
        for piece in _part(known, part):
            self._write(piece)

    def end(self) -> None:
        """Call it once, after the last session."""
        self._write("\n]}\n")

    def _write(self, piece: str) -> None:
        self._file.write(piece.encode())


def write_part(file: BinaryIO, recording: Recording) -> None:
    """One athlete's part in one session, in the same form as in the person's document."""
    known = recording.history.part(recording.session.id, recording.who.athlete_id)
    head = {"format": PART_FORMAT, "version": VERSION, "units": _UNITS}
    file.writelines(piece.encode() for piece in _part(head | known, recording))
    file.write(b"\n")


def _part(known: dict[str, Any], recording: Recording) -> Iterator[str]:
    yield _open(known) + ',"seconds":'
    with recording.seconds() as seconds:
        yield from _table(SECONDS, map(_second, seconds))
    yield ',"beats":'
    with recording.beats() as beats:
        yield from _table(BEATS, map(_beats, beats))
    yield "}"


def _table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """A minute or so at a time."""
    yield f'{{"columns":{_dumped(columns)},"rows":['
    rest, between = iter(rows), "\n"
    while some := list(islice(rest, _AT_ONCE)):
        yield between + _dumped(some)[1:-1]
        between = ",\n"
    yield "]}"


def _second(row: SecondRow) -> tuple[object, ...]:
    return (
        row.elapsed_s,
        utc_time(row.utc_ms),
        row.step_index,
        row.step_s,
        row.bpm,
        _over(row.grade_centi, 100),
        _over(row.speed_centi, 100),
        speed_source_of(row.speed_source),
        row.target_low_bpm,
        row.target_high_bpm,
        _over(row.guide_low_deci, 10),
        _over(row.guide_high_deci, 10),
        flag_words(SampleFlag(row.flags)) if row.flags else "",
        _over(row.cadence_deci, 10),
        cadence_source_of(row.cadence_source),
        _over(row.ascent_mm, 1000),
    )


def _beats(heard: tuple[int, Sequence[int]]) -> tuple[int, list[float]]:
    elapsed_s, ticks = heard
    return elapsed_s, [round(tick / _TICKS_A_MS, 1) for tick in ticks]


def _over(number: int | None, scale: int) -> float | None:
    return None if number is None else number / scale


def _open(known: dict[str, Any], indent: int | None = None) -> str:
    """The object without its end, so that more can follow."""
    return _dumped(known, indent)[:-1].rstrip()


def _dumped(value: object, indent: int | None = None) -> str:
    """Plain JSON: no NaN in it, which most readers refuse; days as ISO 8601."""
    separators = (",", ":") if indent is None else (",", ": ")
    return json.dumps(
        value,
        ensure_ascii=False,
        allow_nan=False,
        indent=indent,
        separators=separators,
        default=str,
    )
