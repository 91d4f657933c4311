"""What a session has come to so far, second by second, for the screen."""

import math
from collections import deque
from collections.abc import Sequence

from kiosk.session.pace import Pace, StationFacts
from kiosk.session.state import Participant
from kiosk.training.physiology import net_kcal, vo2_stair_machine, vo2_treadmill

MINUTE_S = 60
_FEWEST_S = 10
"""A vertical speed of fewer seconds says nothing yet."""


class Tally:
    """Keeps what the live values of one athlete need besides the values themselves."""

    def __init__(self) -> None:
        self._climbed: deque[float] = deque(maxlen=MINUTE_S)

    def count(
        self,
        who: Participant,
        station: StationFacts | None,
        pace: Pace,
        grade_percent: float | None,
        climbed_m: float | None,
    ) -> None:
        """Takes in one recorded second of work, distance and ascent."""
        live = who.live
        live.distance_m += (pace.speed_kmh or 0.0) / 3.6
        vo2 = _vo2(who, station, pace, grade_percent)
        if vo2 is not None and who.athlete.weight_kg is not None:
            live.net_kcal = (live.net_kcal or 0.0) + net_kcal(vo2, who.athlete.weight_kg, 1 / 60)
        if climbed_m is None:
            self._climbed.clear()
        else:
            self._climbed.append(climbed_m)
        is_enough = len(self._climbed) >= _FEWEST_S
        live.vertical_m_per_h = _mean(self._climbed) * 3600 if is_enough else None


def count_heart(who: Participant, bpm: int | None, *, is_judged: bool) -> None:
    """Takes in one second's heart rate: its zone, and whether it lies in the band."""
    live = who.live
    if bpm is not None and who.zones is not None:
        zone = who.zones.number_at(bpm)
        live.zone_s[zone] = live.zone_s.get(zone, 0) + 1
    if is_judged and who.guide is not None and bpm is not None:
        live.judged_s += 1
        live.in_band_s += who.guide.low <= bpm < who.guide.high


def _mean(values: Sequence[float]) -> float:
    return math.fsum(values) / len(values)


def _vo2(
    who: Participant, station: StationFacts | None, pace: Pace, grade_percent: float | None
) -> float | None:
    """Ml/kg/min, as kiosk.training.demand has it for the disk; None where it cannot be known."""
    if who.resting:
        return None
    if station is not None and station.kind == "stair":
        if pace.cadence_spm is None:
            return None
        return vo2_stair_machine(pace.cadence_spm, station.step_height_m)
    if pace.speed_kmh is None or grade_percent is None or pace.speed_kmh < 0:
        return None
    return vo2_treadmill(pace.speed_kmh, grade_percent)
