"""The fitness tests' formulas: from what was measured to the result, or what is missing for it."""

import math
from collections.abc import Sequence
from statistics import fmean

from kiosk.training.athlete import Sex
from kiosk.training.measure import Measure
from kiosk.training.physiology import vo2_step
from kiosk.words import Quantity, joined, text

KEY = "test_result"
VO2MAX = "ml/kg/min"
NO_SEX = text("no sex on the roster")
NO_AGE = text("no year of birth on the roster")
NO_HEART = text("no heart rate where the test reads it")
CHESTER_RATES = (15, 20, 25, 30, 35)
"""Steps a minute of its stages, two minutes each."""
DRIFT_LIMIT_PERCENT = 5.0
CPAT_START_S = 20
CPAT_STEPS_PER_MIN, CPAT_CLIMB_S, CPAT_STEP_M, CPAT_TOUCHES = 60, 180, 0.2032, 2


def queens_college(bpm: float | None, sex: Sex | None) -> Measure:
    """VO2max, ml/kg/min, of 3 min on a step of 41.3 cm (24 cycles a minute men, 22 women): men
    111.33 − .42·HR, women 65.81 − .1847·HR, HR from 5 to 20 s after, standing.

    McArdle (1972). 160 bpm: 44.13 and 36.26.
    """
    name = text("VO2max (Queens College step)")
    if bpm is None:
        return _missing(name, VO2MAX, NO_HEART)
    if sex is None:
        return _missing(name, VO2MAX, NO_SEX)
    value = 111.33 - 0.42 * bpm if sex == "m" else 65.81 - 0.1847 * bpm
    return Measure(KEY, name, value, VO2MAX, 1, note=text("an estimate from heart rate"))


def ymca(beats: float | None) -> Measure:
    """Beats in the minute after 3 min on a step of 30.5 cm at 24 a minute, sitting: the count is
    the result, the lower the better. YMCA (Golding 2000).
    """
    name = text("Beats in the minute after (YMCA step)")
    return (
        _missing(name, "beats", NO_HEART) if beats is None else Measure(KEY, name, beats, "beats")
    )


def chester(
    stages: Sequence[tuple[float, float]], height_m: float | None, age: float | None
) -> Measure:
    """VO2max, ml/kg/min, from (steps a minute, bpm) of two or more stages: least squares of HR on
    the VO2 of the step equation, read at 220 − age.

    Sykes (1998). .30 m, age 40, 105/120/136 bpm: 39.54.
    """
    name = text("VO2max (Chester step)")
    if age is None:
        return _missing(name, VO2MAX, NO_AGE)
    if not height_m:
        return _missing(name, VO2MAX, text("no step height in the kiosk's settings"))
    points = [(vo2_step(rate, height_m), bpm) for rate, bpm in stages]
    if len(points) < 2:
        return _missing(name, VO2MAX, text("needs two whole stages with a heart rate"))
    cost, heart = fmean(vo2 for vo2, _ in points), fmean(bpm for _, bpm in points)
    rise = math.fsum((vo2 - cost) * (bpm - heart) for vo2, bpm in points)
    if not rise > 0:
        return _missing(
            name,
            VO2MAX,
            text("the heart rate did not rise from stage to stage: repeat it"),
        )
    spread = math.fsum((vo2 - cost) ** 2 for vo2, _ in points)
    value = cost + (220 - age - heart) * spread / rise
    return Measure(KEY, name, value, VO2MAX, 1, note=text("an estimate, read at 220 − age"))


def ebbeling(
    speed_mph: float | None, bpm: float | None, age: float | None, sex: Sex | None
) -> Measure:
    """VO2max, ml/kg/min, from walking 4 min at 5 %: 15.1 + 21.8·v − .327·HR − .263·v·age +
    .00504·HR·age + 5.98 for men, v in mph.

    Ebbeling (1991); 2.0–4.5 mph. 3.5 mph, 135 bpm, age 40: 43.63 men, 37.65 women.
    """
    name = text("VO2max (Ebbeling walk)")
    missing = [
        (speed_mph, text("no speed: type in what the belt shows")),
        (bpm, NO_HEART),
        (age, NO_AGE),
        (sex, NO_SEX),
    ]
    if speed_mph is None or bpm is None or age is None or sex is None:
        return _missing(name, VO2MAX, next(why for value, why in missing if value is None))
    value = 15.1 + 21.8 * speed_mph - 0.327 * bpm - 0.263 * speed_mph * age
    value += 0.00504 * bpm * age + (5.98 if sex == "m" else 0.0)
    return Measure(KEY, name, value, VO2MAX, 1, note=text("an estimate from heart rate"))


def bruce(minutes: float | None, sex: Sex | None) -> Measure:
    """VO2max, ml/kg/min, from the minutes T of Bruce's stages: men 14.76 − 1.379·T + .451·T² −
    .012·T³ (Foster 1984), women 4.38·T − 3.9 (Pollock 1982).

    10 min: 34.07 and 39.90.
    """
    name = text("VO2max (Bruce)")
    if minutes is None:
        return _missing(name, VO2MAX, text("no work was recorded"))
    if sex is None:
        return _missing(name, VO2MAX, NO_SEX)
    t = minutes
    value = 14.76 - 1.379 * t + 0.451 * t**2 - 0.012 * t**3 if sex == "m" else 4.38 * t - 3.9
    return Measure(KEY, name, value, VO2MAX, 1, note=text("an estimate from time"))


def balke(minutes: float | None, sex: Sex | None) -> Measure:
    """VO2max, ml/kg/min, from the minutes T of Balke's slope: men 1.444·T + 14.99 (Pollock 1976),
    women 1.38·T + 5.22 (Pollock 1982).

    Men 14 min: 35.21; women 15 min: 25.92.
    """
    name = text("VO2max (Balke)")
    if minutes is None:
        return _missing(name, VO2MAX, text("no work was recorded"))
    if sex is None:
        return _missing(name, VO2MAX, NO_SEX)
    value = 1.444 * minutes + 14.99 if sex == "m" else 1.38 * minutes + 5.22
    return Measure(KEY, name, value, VO2MAX, 1, note=text("an estimate from time"))


def hr_drift(decoupling_percent: float | None, missing: str = "") -> Measure:
    """Decoupling, percent, of 60 min at one effort: up to 5 % the effort was at or below the
    aerobic threshold, above it was above (Friel 2009; House, Johnston and Jornet 2019).
    """
    name = text("Heart-rate drift")
    if decoupling_percent is None:
        return _missing(name, "%", missing or text("needs 60 min at one effort"))
    below = decoupling_percent <= DRIFT_LIMIT_PERCENT
    note = (
        text("at or below the aerobic threshold (limit 5 %)")
        if below
        else text("above the aerobic threshold (limit 5 %)")
    )
    return Measure(KEY, name, decoupling_percent, "%", 1, note=note)


def lthr(bpm: float | None, missing: str = "") -> Measure:
    """Threshold heart rate, bpm: the mean of minutes 10–30 of 30 min all out (Friel 2009)."""
    name = text("Threshold heart rate")
    if bpm is None:
        return _missing(name, "bpm", missing or NO_HEART)
    return Measure(KEY, name, bpm, "bpm", note=text("a coach confirms it before zones change"))


def cpat_climb_m() -> float:
    """Metres of CPAT's 180 s at 60 steps of .2032 m a minute: 36.58."""
    return CPAT_STEPS_PER_MIN * CPAT_CLIMB_S / 60 * CPAT_STEP_M


def cpat(
    climbed_s: float, *, dismounted: bool | None, touches: float | None, climb_m: float | None
) -> Measure:
    """Whether the CPAT stair climb was passed, 1 or 0: 180 s without a dismount after the start
    and with two rail touches at most (IAFF/IAFC Candidate Physical Ability Test, 2007).
    """
    name = text("CPAT stair climb")
    climbed = (
        [] if climb_m is None else [text("climbed {height}", height=Quantity(climb_m, "m", 2))]
    )
    failed = [
        (climbed_s < CPAT_CLIMB_S, text("stopped before 180 s")),
        (bool(dismounted), text("dismounted")),
        (touches is not None and touches > CPAT_TOUCHES, text("more than two rail touches")),
    ]
    why = [reason for holds, reason in failed if holds]
    if why:
        return Measure(
            KEY,
            name,
            0.0,
            "passed",
            note=joined("; ", [text("failed: {why}", why=joined(", ", why)), *climbed]),
        )
    if dismounted is None or touches is None:
        return _missing(
            name,
            "passed",
            text("nobody counted rail touches and dismounts yet: enter them"),
        )
    return Measure(KEY, name, 1.0, "passed", note=joined("; ", [text("passed"), *climbed]))


def _missing(name: str, unit: str, why: str) -> Measure:
    return Measure(KEY, name, None, unit, missing=why)
