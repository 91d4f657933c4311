"""Simulated athletes: how a heart answers work, and what somebody does when spoken to."""

from dataclasses import dataclass, field
from datetime import date
from random import Random

from kiosk.training.athlete import Athlete
from kiosk.training.cues import Cue, CueCode

RESTING_VO2 = 3.5
DELAY_S = 10
"""Between work and the heart's answer."""
NOISE_SD_BPM, NOISE_TAU_S = 1.0, 8.0
"""Around its course a heart wanders a little from breath to breath. A real run recorded second by
second scatters by 0.6 bpm around its trend of two minutes, 0.8 in its worst tenth of windows."""
BELT_STEP_KMH = 0.1
WALK_KMH = 4.0
M_PER_MIN_PER_KMH = 1000 / 60
STRIDE_M = 1.05
TODAY = date(2025, 6, 1)


def vo2_run(speed_kmh: float, grade_percent: float = 0.0) -> float:
    """Ml/kg/min of running (ACSM): .2S + .9SG + 3.5, S in m/min."""
    metres = speed_kmh * 1000 / 60
    return 0.2 * metres + 0.9 * metres * grade_percent / 100 + RESTING_VO2


@dataclass
class Body:
    """One heart: a first-order lag behind the heart rate that the work would settle at."""

    athlete: Athlete
    max_hr: float
    resting_hr: float
    vo2max: float
    tau_s: float
    drift: float
    """By which share of its own the heart rate rises over the session, at the same work."""
    session_s: int
    random: Random
    noise_sd_bpm: float = NOISE_SD_BPM
    hr: float = 0.0
    _work: list[float] = field(default_factory=list[float])
    _noise: float = 0.0
    _t: int = 0

    def settled_hr(self, vo2: float) -> float:
        """Linear between rest and max over the VO2 reserve, without drift; bpm."""
        share = (vo2 - RESTING_VO2) / (self.vo2max - RESTING_VO2)
        return self.resting_hr + share * (self.max_hr - self.resting_hr)

    def speed_for(self, bpm: float) -> float:
        """The flat speed that a fresh heart rate settles at; km/h."""
        share = (bpm - self.resting_hr) / (self.max_hr - self.resting_hr)
        return share * (self.vo2max - RESTING_VO2) / 0.2 * 60 / 1000

    def beat(self, speed_kmh: float, grade_percent: float = 0.0) -> int:
        """One second of running; gives what a strap would say, whole bpm."""
        if not self._t:
            self.hr = self.settled_hr(RESTING_VO2) + 20  # they have walked in and talked
        self._work.append(vo2_run(speed_kmh, grade_percent))
        felt = self._work[-1 - DELAY_S] if len(self._work) > DELAY_S else RESTING_VO2 + 5
        drifted = self.settled_hr(felt) * (1 + self.drift * self._t / self.session_s)
        self.hr += (min(self.max_hr, drifted) - self.hr) / self.tau_s
        keeps = 1 - 1 / NOISE_TAU_S
        kick = self.random.gauss(0, self.noise_sd_bpm * (1 - keeps**2) ** 0.5)
        self._noise = self._noise * keeps + kick
        self._t += 1
        return round(self.hr + self._noise)


@dataclass
class Runner:
    """Somebody at a belt's buttons: does what is asked, after a moment, or does not hear it."""

    random: Random
    ignores: float
    speed_kmh: float = 0.0
    has_foot_pod: bool = False
    _before_walk_kmh: float = 0.0
    _due: list[tuple[int, float]] = field(default_factory=list[tuple[int, float]])

    @property
    def cadence_spm(self) -> float | None:
        return self.speed_kmh * M_PER_MIN_PER_KMH / STRIDE_M if self.has_foot_pod else None

    def hear(self, cue: Cue, t: int) -> None:
        """Carried out after 3 to 8 s, to the belt's next tenth of a km/h. More turnover is the same
        stride more often, and the belt set to it.
        """
        match cue.code:
            case CueCode.WALK | CueCode.COOL_DOWN:
                self._due = [(t + 3, WALK_KMH - self.speed_kmh)]
                self._before_walk_kmh = self.speed_kmh
            case CueCode.REJOIN:
                self._due = [(t + 3, 0.95 * self._before_walk_kmh - self.speed_kmh)]
            case CueCode.FASTER:
                self._change(t, cue.amount)
            case CueCode.TURNOVER if cue.amount is not None:
                self._change(t, cue.amount * STRIDE_M / M_PER_MIN_PER_KMH)
            case CueCode.SLOWER if cue.amount is not None:
                self._change(t, -cue.amount)
            case CueCode.EASE_OFF:
                self._change(t, -0.5)
            case _:
                pass

    def _change(self, t: int, kmh: float | None) -> None:
        if kmh is not None and self.random.random() >= self.ignores:
            self._due.append((t + self.random.randint(3, 8), kmh))

    def act(self, t: int) -> None:
        """Presses the buttons that are due."""
        for due in [due for due in self._due if due[0] <= t]:
            self._due.remove(due)
            self._set(self.speed_kmh + due[1])

    def choose(self, speed_kmh: float) -> None:
        """Sets the belt by themselves, as a step begins."""
        self._due.clear()
        self._set(speed_kmh)

    def _set(self, speed_kmh: float) -> None:
        self.speed_kmh = max(0.0, round(speed_kmh / BELT_STEP_KMH) * BELT_STEP_KMH)


def make_body(random: Random, number: int, *, unlike: bool, session_s: int) -> Body:
    """One of a seeded population.

    The lag is Hunt's (2015), normal around 58 ± 24 s within 20–120 s, and the drift 0–4 %; a body
    `unlike` what the coach was made for has a lag anywhere from 20 to 90 s and 10 % of drift.
    """
    max_hr = random.uniform(172, 200)
    resting_hr = random.uniform(45, 70)
    reserve = max_hr - resting_hr
    threshold = resting_hr + random.uniform(0.80, 0.88) * reserve
    athlete = Athlete(
        number,
        f"Body {number}",
        max_hr=round(max_hr),
        resting_hr=round(resting_hr) if number % 3 else None,
        threshold_hr=round(threshold) if number % 3 == 1 else None,
        threshold_on=TODAY,
    )
    tau = random.uniform(20, 90) if unlike else min(120.0, max(20.0, random.gauss(58, 24)))
    return Body(
        athlete=athlete,
        max_hr=max_hr,
        resting_hr=resting_hr,
        vo2max=random.uniform(35, 62),
        tau_s=tau,
        drift=0.10 if unlike else random.uniform(0, 0.04),
        session_s=session_s,
        random=random,
    )
