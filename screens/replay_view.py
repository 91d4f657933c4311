"""A past session at one second: everybody's numbers then, and their curves over all of it."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kiosk.coach_port import Replay, ReplayAthlete, ReplayRow
from screens.curve import Point
from screens.tongue import said, tr

HOLDS_S: Final = 2
"""A second that was not recorded shows nothing; this bridges the rounding of clocks."""
PIXELS_A_POINT: Final = 2.0
_LEAST_SPAN_BPM: Final = 30


@dataclass(frozen=True, slots=True)
class ReplayLine:
    """The roles of one athlete at the present second."""

    athlete: int = 0
    name: str = ""
    bpm: str = ""
    verdict: str = ""
    inside: bool = False
    step: str = ""


def row_at(athlete: ReplayAthlete, second: int) -> ReplayRow | None:
    """What was recorded then; None while they were paused, not there yet, or gone."""
    place = bisect_right(athlete.rows, second, key=lambda row: row.at_s) - 1
    if place < 0 or second - athlete.rows[place].at_s >= HOLDS_S:
        return None
    return athlete.rows[place]


def line_of(athlete: ReplayAthlete, second: int) -> ReplayLine:
    row = row_at(athlete, second)
    if row is None:
        return ReplayLine(athlete.athlete_id, athlete.name, "–", tr("not training"))
    verdict, inside = _verdict(row)
    bpm = "–" if row.bpm is None else str(row.bpm)
    return ReplayLine(athlete.athlete_id, athlete.name, bpm, verdict, inside, said(row.step))


def _verdict(row: ReplayRow) -> tuple[str, bool]:
    if row.bpm is None:
        return tr("no heart rate"), False
    if row.low is None or row.high is None:
        return "", False
    if row.bpm < row.low:
        return "▲ " + tr("below the band"), False
    if row.bpm >= row.high:
        return "▼ " + tr("above the band"), False
    return "✓ " + tr("in the band"), True


def curve(athlete: ReplayAthlete, replay: Replay, width: float, height: float) -> list[list[Point]]:
    """Unbroken runs in pixels; the whole session is as wide as the box."""
    heard = [(row.at_s, row.bpm) for row in athlete.rows if row.bpm is not None]
    if not heard or replay.seconds < 1 or width <= 0 or height <= 0:
        return []
    low = min(bpm for _, bpm in heard) - 2
    span = max(_LEAST_SPAN_BPM, max(bpm for _, bpm in heard) + 2 - low)
    stride = max(1, round(replay.seconds * PIXELS_A_POINT / width))
    runs: list[list[Point]] = []
    last: int | None = None
    for at_s, bpm in _thinned(heard, stride):
        point = (at_s / replay.seconds * width, height - (bpm - low) / span * height)
        if last is None or at_s - last > 2 * stride + HOLDS_S:
            runs.append([])
        runs[-1].append(point)
        last = at_s
    return runs


def _thinned(heard: Sequence[tuple[int, int]], stride: int) -> list[tuple[int, float]]:
    """The mean of every `stride` seconds."""
    columns: dict[int, list[int]] = {}
    for at_s, bpm in heard:
        columns.setdefault(at_s // stride, []).append(bpm)
    return [(column * stride, sum(some) / len(some)) for column, some in columns.items()]
