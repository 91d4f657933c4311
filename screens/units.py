"""Speeds, ways, heights and weights as the kiosk is set: metric, or miles, feet and pounds."""

import math
import re
from typing import Final

from kiosk.training.plan import MarathonPace, Step
from kiosk.training.units import KMH_PER_MPH
from kiosk.words import Quantity
from screens.tongue import is_metric, number, said, tr

THIN: Final = "\N{NARROW NO-BREAK SPACE}"
MINUS: Final = "\N{MINUS SIGN}"
KEPT: Final = "\N{NO-BREAK SPACE}"
"""No line ends between a number and its unit."""

METRES_PER_MILE: Final = 1000 * KMH_PER_MPH
METRES_PER_FOOT: Final = 0.3048
KG_PER_POUND: Final = 0.45359237
"""The international foot and pound are exactly this (1959 agreement)."""


def speed_unit() -> str:
    return tr("km/h") if is_metric() else tr("mph")


def speed_number(kmh: float, digits: int = 1) -> str:
    """Without its unit."""
    return number(from_kmh(kmh), digits)


def speed(kmh: float, digits: int = 1) -> str:
    """ "7.2 km/h" or "4.5 mph"."""
    return speed_number(kmh, digits) + THIN + speed_unit()


def from_kmh(kmh: float) -> float:
    """In the unit that is shown."""
    return kmh if is_metric() else kmh / KMH_PER_MPH


def to_kmh(shown: float) -> float:
    """From the unit that is shown."""
    return shown if is_metric() else shown * KMH_PER_MPH


def distance(metres: float) -> str:
    """As planned or covered: "400 m" or "1.6 km"; "400 yd" below a quarter of a mile, "1.0 mi"."""
    if is_metric():
        return (
            f"{number(metres)}{KEPT}m" if metres < 1000 else f"{number(metres / 1000, 1)}{KEPT}km"
        )
    miles = metres / METRES_PER_MILE
    if miles < 0.25:
        return number(metres / METRES_PER_FOOT / 3) + KEPT + tr("yd")
    return (short(miles, 2) if miles < 1 else number(miles, 1)) + KEPT + tr("mi")


def distance_left(metres: float) -> str:
    """What is still to go, whole metres; yards, or hundredths of a mile."""
    if is_metric():
        return f"{math.ceil(metres)} m"
    miles = metres / METRES_PER_MILE
    if miles < 0.25:
        return tr("{count} yd", count=math.ceil(metres / METRES_PER_FOOT / 3))
    return number(miles, 2) + KEPT + tr("mi")


def height_unit() -> str:
    return "m" if is_metric() else tr("ft")


def height(metres: float) -> str:
    """Metres climbed: "612 m" or "2008 ft"."""
    return height_number(metres) + KEPT + height_unit()


def height_number(metres: float) -> str:
    """Without its unit."""
    return number(metres if is_metric() else metres / METRES_PER_FOOT)


def weight_unit() -> str:
    return "kg" if is_metric() else tr("lb")


def weight(kg: float) -> str:
    """ "16 kg", "17.5 kg" or "35 lb"."""
    return weight_number(kg) + THIN + weight_unit()


def weight_number(kg: float) -> str:
    """Without its unit; a decimal only where there is one."""
    return short(kg if is_metric() else kg / KG_PER_POUND)


def pace(kmh: float) -> str:
    """Time for a kilometre or a mile, "8:20 min/km"."""
    seconds = round(3600 / from_kmh(kmh))
    unit = tr("min/km") if is_metric() else tr("min/mi")
    return f"{seconds // 60}:{seconds % 60:02}{THIN}{unit}"


def asked_pace(step: Step) -> str:
    """The pace that a step asks for in words; empty where it asks for none."""
    if step.marathon_pace is not None:
        return marathon_pace(step.marathon_pace)
    return re.sub(r"(?<!\w)-(?=\d)", MINUS, said(step.pace or ""))


def marathon_pace(offsets: MarathonPace) -> str:
    """What a step adds to somebody's own pace: "marathon pace +3 to +6 s/km", or "s/mi"."""
    per = 1.0 if not is_metric() else 1000 / METRES_PER_MILE
    unit = tr("s/km") if is_metric() else tr("s/mi")
    low, high = (
        _signed(end * per)
        for end in sorted((offsets.low_s_per_mile, offsets.high_s_per_mile), key=abs)
    )
    ends = low if low == high else tr("{low} to {high}", low=low, high=high)
    return tr("marathon pace {offset}", offset=ends + KEPT + unit)


def _signed(seconds: float) -> str:
    """Whole seconds with a real minus sign."""
    whole = round(seconds)
    return (MINUS if whole < 0 else "+") + number(abs(whole))


def quantity(of: Quantity) -> str:
    """One that stands in a sentence of the kiosk's."""
    match of.unit:
        case "km/h":
            return speed(of.value, of.digits)
        case "kg":
            return weight(of.value)
        case "m":
            metres = of.value if is_metric() else of.value / METRES_PER_FOOT
            return number(metres, of.digits) + KEPT + height_unit()


def short(value: float, most: int = 1) -> str:
    """With as few decimals as it needs, and never more than `most`."""
    digits = next((few for few in range(most) if abs(value - round(value, few)) < 1e-6), most)
    return number(value, digits)
