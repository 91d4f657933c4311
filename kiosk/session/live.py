"""What a session has come to so far, second by second, for the screen."""

import math
from collections import deque
from collections.abc import Sequence

from kiosk.session.state import Participant
from kiosk.training.demand import uptake
from kiosk.training.facts import Machine, Row
from kiosk.training.held import Judging
from kiosk.training.metrics import HOLDS_S
from kiosk.training.physiology import net_kcal
from kiosk.training.plan import Step

MINUTE_S = 60
_FEWEST_S = 10
"""A vertical speed of fewer seconds says nothing yet."""


class Tally:
    """Keeps what the live values of one athlete need besides the values themselves: the same
    measurements that are made of the recorded rows when all is over.
    """

    def __init__(self) -> None:
        self._climbed: deque[float] = deque(maxlen=MINUTE_S)
        self._judging = Judging()
        self._heard: tuple[int, int] | None = None
        """Second and zone of the newest usable heart rate."""

    def count(self, who: Participant, row: Row, step: Step | None, machine: Machine) -> None:
        """Takes in one recorded second; `step` is the plan's, None in a late warm-up."""
        live, weight_kg = who.live, who.athlete.weight_kg
        live.distance_m += (row.speed_kmh or 0.0) / 3.6
        vo2 = uptake(row, step, machine, weight_kg)
        if vo2 is not None and weight_kg:
            live.net_kcal = (live.net_kcal or 0.0) + net_kcal(vo2, weight_kg, 1 / 60)
        self._count_climb(who, row.ascent_m)
        self._count_zone(who, row)
        self._judging.take(row, step)
        live.in_band_s, live.judged_s = self._judging.in_band_s, self._judging.known_s

    def _count_climb(self, who: Participant, climbed_m: float | None) -> None:
        if climbed_m is None:
            self._climbed.clear()
        else:
            self._climbed.append(climbed_m)
        is_enough = len(self._climbed) >= _FEWEST_S
        who.live.vertical_m_per_h = _mean(self._climbed) * 3600 if is_enough else None

    def _count_zone(self, who: Participant, row: Row) -> None:
        """A reading stands until the next one, for some seconds at most."""
        bpm, zones = row.heart, who.zones
        if bpm is not None and zones is not None:
            self._heard = row.elapsed_s, zones.number_at(bpm)
        if self._heard is None or row.elapsed_s - self._heard[0] >= HOLDS_S:
            return
        zone = self._heard[1]
        who.live.zone_s[zone] = who.live.zone_s.get(zone, 0) + 1


def _mean(values: Sequence[float]) -> float:
    return math.fsum(values) / len(values)
