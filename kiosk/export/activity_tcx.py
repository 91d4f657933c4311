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
    "/Time": "Time",
    "/AltitudeMeters": "AltitudeMeters",
    "/DistanceMeters": "DistanceMeters",
    "/HeartRateBpm/Value": "bpm",
    "/Cadence": "Cadence",
    "/Extensions/TPX/RunCadence": "RunCadence",
}
"""What is read of a point, by its way from there."""
_ACTIVITIES: Final = ["TrainingCenterDatabase", "Activities"]


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
    """Follows the elements; text is only handed over for those that are asked for."""

    def __init__(self, source: str) -> None:
        self.points: list[RawPoint] = []
        self.laps: list[float] = []
        self.activities = 0
        self._source = source
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._elements = self._seen = 0
        self._depth = 0
        self._path: list[str] = []
        """Elements around, as far as they are no point's."""
        self._at = 0
        """How deep the present point is; 0 outside of one."""
        self._ways = [""]
        """Within a point, from there."""
        self._values: dict[str, str] = {}
        self._key: str | None = None
        self._text = ""

    def read(self, content: bytes) -> None:
        if content.count(b"<") > 2 * _MAX_ELEMENTS:  # to be told at once, not after seconds
            raise too_many(self._source)
        parser = self._parser
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._refuse
        parser.EntityDeclHandler = self._refuse
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
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
        self._depth += 1
        self._elements += 1
        if self._depth > _MAX_DEPTH:
            raise not_readable(self._source)
        if self._elements > _MAX_ELEMENTS:
            raise too_many(self._source)
        tag = name[name.rfind(" ") + 1 :]
        if self._at:
            way = f"{self._ways[-1]}/{tag}"
            self._ways.append(way)
            self._listen(_VALUES.get(way))
        elif tag == "Trackpoint" and self.activities:
            self._at, self._values = self._depth, {}
            self._seen += 1
        else:
            self._outside(tag, attributes)
        if self._seen > MAX_POINTS:
            raise too_many(self._source)

    def _outside(self, tag: str, attributes: dict[str, str]) -> None:
        if self._path == _ACTIVITIES:
            self.activities += tag == "Activity"
            if self.activities > 1:
                raise more_than_one(self._source)
        elif tag == "Lap":
            self._seen += 1
            start = _utc_s(attributes.get("StartTime", ""))
            self.laps += [] if start is None else [start]
        self._path.append(tag)

    def _listen(self, key: str | None) -> None:
        self._key, self._text = key, ""
        self._parser.CharacterDataHandler = None if key is None else self._say

    def _say(self, words: str) -> None:
        if len(self._text) < _LONGEST:
            self._text += words[:_LONGEST]

    def _end(self, _name: str) -> None:
        if self._key is not None:
            self._values[self._key] = self._text.strip()
            self._listen(None)
        if self._at == self._depth:
            self._at = 0
            self._take(self._values)
        elif self._at:
            self._ways.pop()
        else:
            self._path.pop()
        self._depth -= 1

    def _take(self, values: dict[str, str]) -> None:
        at = _utc_s(values.get("Time", ""))
        if at is None:
            return
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
