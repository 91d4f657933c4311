"""The points of a TCX activity, by the standard library's expat, without keeping the document."""

from datetime import UTC, datetime
from typing import Final
from xml.parsers import expat

from kiosk.errors import ActivityError
from kiosk.export.activity_points import (
    MAX_POINTS,
    RawPoint,
    more_than_one,
    not_readable,
    too_many,
)
from kiosk.words import text

_MAX_DEPTH: Final = 32
_LONGEST: Final = 64
"""Characters of a value: a time has the most."""
_LONGEST_TAG: Final = 262_144
_MAX_ELEMENTS: Final = 16 * MAX_POINTS
_PIECE: Final = 65_536
_VALUES: Final = {
    "Time": "Time",
    "AltitudeMeters": "AltitudeMeters",
    "DistanceMeters": "DistanceMeters",
    "HeartRateBpm/Value": "bpm",
    "Cadence": "Cadence",
    "Extensions/TPX/RunCadence": "RunCadence",
}
"""What is read of a point, by its way from there."""


def read_tcx(content: bytes, source: str) -> tuple[list[RawPoint], list[float]]:
    """Its points, and the starts of its laps, both in UTC seconds since 1970.

    Raises ActivityError, in one sentence, for anything that is no TCX file of one activity.
    """
    reader = _Reader(source)
    try:
        reader.read(content)
    except ActivityError:
        raise
    except (expat.ExpatError, ValueError, LookupError) as error:  # LookupError: a strange encoding
        raise not_readable(source) from error
    if reader.activities == 0:
        raise ActivityError(
            text(
                "{source} is no recorded activity; choose a FIT or TCX file of an activity.",
                source=source,
            )
        )
    return reader.points, reader.laps


class _Reader:
    """Follows the elements; the text of those that are not asked for is dropped at once."""

    def __init__(self, source: str) -> None:
        self.points: list[RawPoint] = []
        self.laps: list[float] = []
        self.activities = 0
        self._source = source
        self._path: list[str] = []
        self._at: int | None = None
        """How deep the present point is."""
        self._values: dict[str, str] = {}
        self._key: str | None = None
        self._text = ""
        self._elements = 0

    def read(self, content: bytes) -> None:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartDoctypeDeclHandler = self._refuse
        parser.EntityDeclHandler = self._refuse
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._say
        for first in range(0, len(content), _PIECE):
            parser.Parse(content[first : first + _PIECE], False)
            if first - parser.CurrentByteIndex > _LONGEST_TAG:  # which is read anew with each piece
                raise not_readable(self._source)
        parser.Parse(b"", True)

    def _refuse(self, *_declared: object) -> None:
        raise ActivityError(
            text(
                "{source} declares things of its own, which no watch does; export it again from "
                "where it came from.",
                source=self._source,
            )
        )

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(" ")[2]
        self._path.append(tag)
        self._elements += 1
        if len(self._path) > _MAX_DEPTH:
            raise not_readable(self._source)
        if self._elements > _MAX_ELEMENTS:
            raise too_many(self._source)
        if self._path[:2] == ["TrainingCenterDatabase", "Activities"] and len(self._path) == 3:
            self.activities += tag == "Activity"
            if self.activities > 1:
                raise more_than_one(self._source)
        elif tag == "Lap" and self._at is None:
            start = _utc_s(attributes.get("StartTime", ""))
            self.laps += [] if start is None else [start]
        elif tag == "Trackpoint" and self._at is None and self.activities:
            self._at, self._values = len(self._path), {}
        elif self._at is not None:
            self._key = _VALUES.get("/".join(self._path[self._at :]))
            self._text = ""
        if len(self.laps) > MAX_POINTS:
            raise too_many(self._source)

    def _say(self, words: str) -> None:
        if self._key is not None and len(self._text) < _LONGEST:
            self._text += words[:_LONGEST]

    def _end(self, _name: str) -> None:
        if self._key is not None:
            self._values[self._key] = self._text.strip()
            self._key = None
        if self._at == len(self._path):
            self._at = None
            self._take(self._values)
        self._path.pop()

    def _take(self, values: dict[str, str]) -> None:
        at = _utc_s(values.get("Time", ""))
        if at is None:
            return
        if len(self.points) >= MAX_POINTS:
            raise too_many(self._source)
        turns = _number(values.get("RunCadence"))
        self.points.append(
            RawPoint(
                at,
                _number(values.get("bpm")),
                _number(values.get("AltitudeMeters")),
                _number(values.get("DistanceMeters")),
                _number(values.get("Cadence")) if turns is None else turns,
            )
        )


def _number(said: str | None) -> float | None:
    try:
        return None if said is None else float(said)
    except ValueError:
        return None


def _utc_s(said: str) -> float | None:
    """Seconds since 1970; a time without a zone is UTC, as TCX has it."""
    try:
        at = datetime.fromisoformat(said[:_LONGEST])
        return (at if at.tzinfo else at.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError):
        return None
