"""How numbers are written on the screen: times, grades, bands."""

from kiosk.session.course import ends_by_own_distance, time_left_s
from kiosk.session.state import Course
from kiosk.training.plan import Step
from kiosk.training.zones import Band, shown
from screens import units
from screens.tongue import number, tr
from screens.units import THIN

DASH = "–"
MINUS = "\N{MINUS SIGN}"


def clock_span(seconds: float) -> str:
    """Whole seconds as "2:39", from an hour on "1:02:39"; negative counts as nothing."""
    whole = max(0, int(seconds))
    hours, rest = divmod(whole, 3600)
    minutes, second = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{second:02}" if hours else f"{minutes}:{second:02}"


def rough_span(seconds: float) -> str:
    """A plan's length for choosing by: whole minutes, below one in seconds."""
    if seconds >= 60:
        return tr("{count} min", count=round(seconds / 60))
    return tr("{count} s", count=round(seconds))


def whole_band(band: Band) -> str:
    """The whole bpm inside the half-open band, "142–147"."""
    low, high = shown(band)
    return f"{low}{DASH}{high}" if high > low else f"{low}"


def percent(value: float, decimals: int) -> str:
    """A grade's number with a real minus sign and no "-0.0"."""
    text = number(abs(value), decimals)
    return MINUS + text if value < 0 and text.strip("0.,") else text


def whole_percent(value: float) -> str:
    """A grade to set, "15 %" or "12.5 %"."""
    return percent(value, 0 if abs(value - round(value)) < 0.05 else 1) + THIN + "%"


def grade(now: float | None, wanted: float | None) -> str:
    """Grade now against wanted, "12.4 / 15 %" with thin spaces; a missing reading stays missing."""
    if now is None and wanted is None:
        return ""
    measured = DASH if now is None else percent(now, 1)
    if wanted is None:
        return f"{measured}{THIN}%"
    aim = percent(wanted, 0 if abs(wanted - round(wanted)) < 0.05 else 1)
    return f"{measured}{THIN}/{THIN}{aim}{THIN}%"


def distance(metres: float) -> str:
    """As planned, "400 m" or "1.6 km"."""
    return units.distance(metres)


def time_left(course: Course) -> str:
    """What is left of the present step: time, or metres; empty while it waits for the button."""
    step = course.step
    if step.distance_m is not None and ends_by_own_distance(course, step):
        return units.distance_left(max(0.0, step.distance_m - course.step_distance_m))
    seconds = time_left_s(course)
    return "" if seconds is None else clock_span(seconds)


def effort(step: Step) -> str:
    """The step's wanted effort of ten, "Effort 5–7", or nothing."""
    if step.rpe is None:
        return ""
    return rpe(*step.rpe)


def rpe(low: int, high: int) -> str:
    """An effort as a number of ten, "Effort 5–7"."""
    return tr("Effort {range}", range=effort_range(low, high))


def effort_range(low: int, high: int) -> str:
    """Only its numbers, "5–7"."""
    return f"{low}{DASH}{high}" if high > low else f"{low}"


def listed(names: tuple[str, ...], most: int = 6) -> str:
    """Names in a row; beyond `most` only counted."""
    more = len(names) - most
    said = ", ".join(names[:most])
    return tr("{names} and {count} more", names=said, count=more) if more > 0 else said
