"""Hiking economy: what a metre of climbing costs in heart beats, measured in steady minutes."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean, pstdev

from kiosk.training.demand import is_on_stairs
from kiosk.training.facts import RECOVERY, SUSPECT, Facts, Row, mean_heart, unbroken
from kiosk.training.past import Window
from kiosk.training.physiology import (
    RESTING_VO2,
    RUNS_FROM_KMH,
    vertical_m_per_h,
    vo2_walk,
)
from kiosk.training.units import KMH_PER_MPH

STANDARD_VO2 = vo2_walk(4 * KMH_PER_MPH, 15)
"""15 % at 4 mph, 43.197 ml/kg/min: what HR_std is read at."""
WINDOW_S, STEADY_S = 60, 240
MAX_SD_BPM = 3.0
LEAST_GRADE_PERCENT = 10.0
"""A hike: belts that stop at 12 % count too."""
GRADE_TOLERANCE_PERCENT, SPEED_TOLERANCE_KMH = 0.5, 0.15
"""A tenth of a mile an hour more, the smallest nudge, begins a new stretch."""
_SMOOTH_S = 5
_KNOWN_S = 55
_LEAST_WINDOWS, _LEAST_SPAN = 3, 2.0


def beats_per_metre(bpm: float, vertical_speed_m_per_h: float) -> float:
    """Heart beats for one metre of climbing: HR·60/vertical speed (m/h).

    160 bpm at 3.8 mph and 15 %: 10.582; 145 at 4.0 mph: 9.111. Raises ValueError where nothing is
    climbed.
    """
    if not vertical_speed_m_per_h > 0:
        raise ValueError("beats per metre need a climb")
    return bpm * 60 / vertical_speed_m_per_h


@dataclass(frozen=True, slots=True)
class Standard:
    """HR_std: the heart rate at 15 % and 4 mph, bpm; slope in bpm per ml/kg/min."""

    bpm: float
    slope: float
    points: int


def standard_by_line(points: Sequence[tuple[float, float]]) -> Standard | None:
    """HR_std from (VO2, bpm) of three or more steady windows: least squares, read at 43.197.

    3.2, 3.5, 3.8 mph at 15 % with 141, 150, 160 bpm: slope 3.191, 166.17. None with fewer windows,
    with less than 2 ml/kg/min between them, or where the heart rate does not rise with the work.
    """
    costs = [vo2 for vo2, _ in points]
    if len(points) < _LEAST_WINDOWS or max(costs) - min(costs) < _LEAST_SPAN:
        return None
    mean_vo2, mean_bpm = fmean(costs), fmean(bpm for _, bpm in points)
    shared = math.fsum((vo2 - mean_vo2) * (bpm - mean_bpm) for vo2, bpm in points)
    slope = shared / math.fsum((vo2 - mean_vo2) ** 2 for vo2 in costs)
    if not slope > 0:
        return None
    return Standard(mean_bpm + slope * (STANDARD_VO2 - mean_vo2), slope, len(points))


def standard_by_point(
    vo2: float, bpm: float, max_hr: float, resting_hr: float, vo2max: float
) -> Standard:
    """HR_std from one steady window and the athlete's own line from rest to max: slope =
    (max − rest)/(VO2max − 3.5).

    190/50/50: 3.011; 160 bpm at 3.8 mph and 15 %: 165.98. Raises ValueError for a max not above
    rest or a VO2max not above 3.5.
    """
    if not (max_hr > resting_hr and vo2max > RESTING_VO2):
        raise ValueError("no line can be drawn from rest to max")
    slope = (max_hr - resting_hr) / (vo2max - RESTING_VO2)
    return Standard(bpm + slope * (STANDARD_VO2 - vo2), slope, 1)


def windows_of(facts: Facts, rows: Sequence[Row]) -> tuple[Window, ...]:
    """The steady minutes of a hike: of each stretch of 4 min and more at one grade (from 10 %) and
    one walking speed its last 60 s, if the heart rate's SD is at most 3 bpm and none is suspect.

    None at all if the rails were touched or held: holding took 142 to 121 bpm (Berling 2006), how
    little a touch takes nobody could say afterwards. Prescribed speeds are not measured ones and
    make no window; neither does a step with a load, which would look like a poor day.
    """
    if facts.answers.get("rails", 0) >= 1:
        return ()
    found = (_window(facts, stretch) for stretch in _stretches(facts, rows))
    return tuple(window for window in found if window is not None)


def is_hike(facts: Facts, rows: Sequence[Row]) -> bool:
    """Whether anybody would ask for a hiking economy."""
    steep = (row.grade_percent is not None and row.grade_percent >= 10 for row in rows)
    return facts.plan.category == "hike" or any(steep)


def climb_economy(windows: Sequence[Window]) -> float | None:
    """Beats per vertical metre over all steady windows: all their beats over all their metres."""
    if not windows:
        return None
    climbed = fmean(vertical_m_per_h(w.speed_kmh, w.grade_percent) for w in windows)
    return beats_per_metre(fmean(w.heart_rate_bpm for w in windows), climbed)


def standard_of(
    windows: Sequence[Window], max_hr: float | None, resting_hr: float | None, vo2max: float | None
) -> Standard | None:
    """HR_std by the line through the windows, else from their mean and the athlete's own line;
    None without windows, or without the inputs that one alone needs.
    """
    points = [(vo2_walk(w.speed_kmh, w.grade_percent), w.heart_rate_bpm) for w in windows]
    line = standard_by_line(points)
    if line is not None or not points:
        return line
    if max_hr is None or resting_hr is None or vo2max is None:
        return None
    if max_hr <= resting_hr or vo2max <= RESTING_VO2:
        return None
    vo2, bpm = fmean(vo2 for vo2, _ in points), fmean(bpm for _, bpm in points)
    return standard_by_point(vo2, bpm, max_hr, resting_hr, vo2max)


def _stretches(facts: Facts, rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    """Unbroken stretches at one grade and one measured walking speed. A change shows in the mean
    of 5 s up to 4 s late, so a stretch ends so much earlier.
    """
    usable = [row for row in rows if _is_hiking(facts, row)]
    for part in unbroken(usable):
        first, anchor = 0, (math.inf, math.inf)
        for n in range(len(part)):
            begun = max(first, n + 1 - _SMOOTH_S)
            if not _is_same(_smooth(part[begun : n + 1]), anchor):
                yield part[first:begun]
                first, anchor = begun, _smooth(part[n : n + _SMOOTH_S])
        yield part[first:]


def _is_hiking(facts: Facts, row: Row) -> bool:
    if row.grade_percent is None or row.speed_kmh is None or row.flags & RECOVERY:
        return False
    step = facts.step(row)
    if row.speed_source == "prescribed" or is_on_stairs(facts, row):
        return False
    if step is not None and step.load_kg:
        return False
    return row.grade_percent >= LEAST_GRADE_PERCENT and 0 < row.speed_kmh < RUNS_FROM_KMH


def _smooth(rows: Sequence[Row]) -> tuple[float, float]:
    grade, speed = 0.0, 0.0
    for row in rows:
        grade += row.grade_percent or 0.0
        speed += row.speed_kmh or 0.0
    return grade / len(rows), speed / len(rows)


def _is_same(here: tuple[float, float], anchor: tuple[float, float]) -> bool:
    grade, speed = abs(here[0] - anchor[0]), abs(here[1] - anchor[1])
    return grade <= GRADE_TOLERANCE_PERCENT and speed <= SPEED_TOLERANCE_KMH


def _window(facts: Facts, stretch: Sequence[Row]) -> Window | None:
    minute = stretch[-WINDOW_S:]
    if len(stretch) < STEADY_S or any(row.flags & SUSPECT for row in minute):
        return None
    mean, known = mean_heart(minute, _KNOWN_S), [row.heart for row in minute]
    if mean is None or pstdev([bpm for bpm in known if bpm is not None]) > MAX_SD_BPM:
        return None
    grade, speed = _smooth(minute)
    return Window(facts.session_id, facts.on, grade, speed, mean)
