"""A step in a few words: what it asks for, and how steep, how fast and how long it is."""

from kiosk.session.course import fraction
from kiosk.session.state import Course, Participant
from kiosk.training.plan import Step
from screens import coached, units, wording
from screens.tongue import tr
from screens.units import short


def outline(step: Step, who: Participant, *, whole: bool = True) -> str:
    """What a step to come asks for: "152–157 bpm · 20 min"; the band is this athlete's own. Of a
    step that goes on already not the whole is left, and its length would be wrong.
    """
    band = coached.band_to_come(step, who)
    return _joined(
        wording.effort(step)
        if band is None
        else f"{wording.whole_band(band)}{units.KEPT}{tr('bpm')}",
        "" if step.grade_percent is None else wording.whole_percent(step.grade_percent.end),
        length(step) if whole else "",
    )


def length(step: Step) -> str:
    """How long a step is as planned: "20 min", "1:30", "45 s", "400 m", "1.6 km", or nothing."""
    if step.duration_s is not None:
        seconds_unit, minutes_unit = tr("s"), tr("min")  # in an f-string nobody finds them
        if step.duration_s < 60:
            return f"{step.duration_s}{units.KEPT}{seconds_unit}"
        minutes, rest = divmod(step.duration_s, 60)
        return (
            wording.clock_span(step.duration_s) if rest else f"{minutes}{units.KEPT}{minutes_unit}"
        )
    if step.distance_m is not None:
        return wording.distance(step.distance_m)
    return ""


def dose(course: Course, *, with_speed: bool = True) -> str:
    """What else the present step prescribes: speed, cadence, repeats, load."""
    step = course.step
    speed, cadence = step.speed_kmh, step.cadence_spm
    return _joined(
        tr("at {speed}", speed=units.speed(speed.at(fraction(course))))
        if speed and with_speed
        else "",
        units.asked_pace(step) if speed is None else "",
        "" if cadence is None else steps_a_minute(cadence),
        f"{step.reps}{wording.THIN}×" if step.reps else "",
        units.weight(step.load_kg) if step.load_kg else "",
        side(step),
        tr("tempo {tempo}", tempo=step.tempo) if step.tempo else "",
    )


def side(step: Step) -> str:
    """On which one, or nothing."""
    match step.side:
        case "left":
            return tr("left side")
        case "right":
            return tr("right side")
        case "both":
            return tr("both sides")
        case None:
            return ""


def steps_a_minute(cadence: tuple[float, float]) -> str:
    low, high = short(cadence[0]), short(cadence[1])
    return tr("{count} steps/min", count=low if low == high else f"{low}{wording.DASH}{high}")


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
