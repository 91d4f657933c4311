"""What work costs a body: oxygen, energy, metres climbed. Grades here are percent, 100·tan."""

import math

from kiosk.training.units import KMH_PER_MPH

RESTING_VO2 = 3.5
"""Ml/kg/min: one MET."""
KCAL_PER_LITRE = 5.0
"""Energy from a litre of oxygen, rounded as ACSM does."""
M_PER_MIN_PER_KMH = 1000 / 60
RUNS_FROM_KMH = 7.2
"""2.0 m/s, about where people change from walking to running by themselves (Thorstensson and
Roberthson 1987: 1.88 m/s; Hreljac 1993: 2.07 m/s). It lies in the gap that ACSM leaves between its
walking equation (1.9–3.7 mph) and its running equation (from 5 mph)."""
MINETTI_LIMIT_PERCENT = 45.0


def mph(speed_kmh: float) -> float:
    """Miles per hour from km/h."""
    return speed_kmh / KMH_PER_MPH


def vo2_walk(speed_kmh: float, grade_percent: float = 0.0) -> float:
    """Oxygen uptake of walking, ml/kg/min: .1·S + 1.8·S·G + 3.5, S in m/min, G as a fraction.

    ACSM's Guidelines (10th ed. 2018); meant for 1.9–3.7 mph, level or uphill. 3.8 mph at 15 %:
    41.21; 4.0 mph: 43.20.
    """
    s = speed_kmh * M_PER_MIN_PER_KMH
    return 0.1 * s + 1.8 * s * grade_percent / 100 + RESTING_VO2


def vo2_run(speed_kmh: float, grade_percent: float = 0.0) -> float:
    """Oxygen uptake of running, ml/kg/min: .2·S + .9·S·G + 3.5, S in m/min, G as a fraction.

    ACSM's Guidelines (10th ed. 2018); meant for more than 5 mph, level or uphill. 7.5 mph on the
    flat: 43.73.
    """
    s = speed_kmh * M_PER_MIN_PER_KMH
    return 0.2 * s + 0.9 * s * grade_percent / 100 + RESTING_VO2


def vo2_step(steps_per_min: float, height_m: float) -> float:
    """Oxygen uptake of stepping up and down, ml/kg/min: .2·f + 2.394·h·f + 3.5.

    f are whole up-and-down cycles a minute, h the step's height in metres. ACSM's Guidelines (10th
    ed. 2018: 1.33·1.8·h·f). 30 a minute on .3048 m: 31.39.
    """
    return 0.2 * steps_per_min + 2.394 * height_m * steps_per_min + RESTING_VO2


def vo2_stair_machine(
    steps_per_min: float, height_m: float, weight_kg: float | None = None, load_kg: float = 0.0
) -> float:
    """Oxygen uptake on revolving stairs, ml/kg/min: 3.5 + (.1·.23·f + 1.8·h·f)·(m + load)/m.

    Our own: ACSM's walking equation with .23 m forward and h metres upward for each of f stairs a
    minute; a load counts like weight. 60 a minute of .2032 m: 26.83. Raises ValueError for a load
    without a weight.
    """
    if load_kg and not weight_kg:
        raise ValueError("a load counts only against a known weight")
    carried = (weight_kg + load_kg) / weight_kg if weight_kg else 1.0
    moving = 0.1 * 0.23 * steps_per_min + 1.8 * height_m * steps_per_min
    return RESTING_VO2 + moving * carried


def minetti_run(grade_percent: float) -> float:
    """Energy cost of running, J/kg/m, from −45 % to +45 %; ValueError outside, as it is a fit.

    155.4i⁵ − 30.4i⁴ − 43.3i³ + 46.3i² + 19.5i + 3.6 (Minetti 2002), net of rest. 15 %: 7.417;
    −10 %: 2.152.
    """
    i = _gradient(grade_percent)
    return ((((155.4 * i - 30.4) * i - 43.3) * i + 46.3) * i + 19.5) * i + 3.6


def minetti_walk(grade_percent: float) -> float:
    """Energy cost of walking, J/kg/m, from −45 % to +45 %; ValueError outside, as it is a fit.

    280.5i⁵ − 58.7i⁴ − 76.8i³ + 51.9i² + 19.6i + 2.5 (Minetti 2002), net of rest. 15 %: 6.340.
    """
    i = _gradient(grade_percent)
    return ((((280.5 * i - 58.7) * i - 76.8) * i + 51.9) * i + 19.6) * i + 2.5


def lcda_watts_per_kg(speed_m_per_s: float, grade_percent: float) -> float:
    """Metabolic rate of walking, W/kg, resting included: 1.44 + 1.94·S^.43 + .24·S⁴ +
    .34·S·G·(1 − 1.05^(1 − 1.1^(G + 32))), S in m/s, G in percent.

    Load Carriage Decision Aid (Looney 2019), up- and downhill. 4 mph at 15 %: 15.375; 1.34 m/s on
    the flat 4.414, at −10 % 3.074. Raises ValueError for a negative speed.
    """
    if speed_m_per_s < 0:
        raise ValueError("a speed below zero")
    s, g = speed_m_per_s, grade_percent
    level = 1.44 + 1.94 * s**0.43 + 0.24 * s**4
    return level + 0.34 * s * g * (1 - 1.05 ** (1 - 1.1 ** (g + 32)))


def vo2_treadmill(speed_kmh: float, grade_percent: float) -> float | None:
    """Oxygen uptake of one second on a belt, ml/kg/min; None beyond ±45 %, where nobody measured.

    Below 7.2 km/h ACSM's walking equation, from there its running equation. Neither was validated
    downhill, where they even turn negative; there the level's cost is scaled by Minetti's (2002)
    cost at the grade over his cost on the level. Taken so, and not by his joules, nothing jumps
    at 0 %, where a sensor's noise crosses to and fro.
    """
    if abs(grade_percent) > MINETTI_LIMIT_PERCENT:
        return None
    runs = speed_kmh >= RUNS_FROM_KMH
    if grade_percent >= 0:
        return (vo2_run if runs else vo2_walk)(speed_kmh, grade_percent)
    level = (vo2_run if runs else vo2_walk)(speed_kmh) - RESTING_VO2
    cost = minetti_run if runs else minetti_walk
    return RESTING_VO2 + level * cost(grade_percent) / cost(0.0)


def net_kcal(vo2: float, weight_kg: float, minutes: float) -> float:
    """Energy above rest, kcal: (VO2 − 3.5)·kg/1000·5·min, VO2 in ml/kg/min.

    ACSM's Guidelines (10th ed. 2018). 70 kg for 20 min at 4 mph and 15 %: 277.9.
    """
    return (vo2 - RESTING_VO2) * weight_kg / 1000 * KCAL_PER_LITRE * minutes


def ascent_m(distance_m: float, grade_percent: float) -> float:
    """Metres climbed over a distance along the belt: d·sin(atan g). A mile at 15 %: 238.73."""
    return distance_m * math.sin(math.atan(grade_percent / 100))


def vertical_m_per_h(speed_kmh: float, grade_percent: float) -> float:
    """Vertical speed, m/h. At 15 %: 3.0 mph 716.2, 3.8 mph 907.2, 4.0 mph 954.9."""
    return ascent_m(speed_kmh * 1000, grade_percent)


def stairs_m_per_h(steps_per_min: float, height_m: float) -> float:
    """Vertical speed on stairs, m/h: 60 a minute of .2032 m climb 731.5."""
    return steps_per_min * height_m * 60


def _gradient(grade_percent: float) -> float:
    if not abs(grade_percent) <= MINETTI_LIMIT_PERCENT:
        raise ValueError(f"{grade_percent} % lies outside of what was measured, ±45 %")
    return grade_percent / 100
