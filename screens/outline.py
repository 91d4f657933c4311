"""A step in a few words: what it asks for, and how steep, how fast and how long it is."""

from kiosk.session.course import fraction
from kiosk.session.follower import band_of
from kiosk.session.state import Participant, Session
from kiosk.training.plan import Ramp, Step
from screens import wording

AGREES_PERCENT = 0.5
"""A belt is set in half percents: so near is as wanted."""
_KEPT = "\N{NO-BREAK SPACE}"
"""No line ends between a number and its unit."""


def outline(step: Step, who: Participant) -> str:
    """What a step to come asks for: "152–157 · 20 min"; the band is this athlete's own."""
    band = band_of(step, who.zones, who.ceiling_hr)
    return _joined(
        effort(step) if band is None else wording.whole_band(band),
        "" if step.grade_percent is None else _percent(step.grade_percent.end),
        length(step),
    )


def effort(step: Step) -> str:
    """How hard it should feel, "effort 6–7", or nothing."""
    return wording.effort(step).replace("RPE", "effort")


def length(step: Step) -> str:
    """How long a step is as planned: "20 min", "1:30", "45 s", "400 m", "1.6 km", or nothing."""
    if step.duration_s is not None:
        if step.duration_s < 60:
            return f"{step.duration_s}{_KEPT}s"
        minutes, rest = divmod(step.duration_s, 60)
        return wording.clock_span(step.duration_s) if rest else f"{minutes}{_KEPT}min"
    if step.distance_m is not None:
        metres = step.distance_m
        return f"{metres:.0f}{_KEPT}m" if metres < 1000 else f"{metres / 1000:.1f}{_KEPT}km"
    return ""


def dose(session: Session, *, with_speed: bool = True) -> str:
    """What else the present step prescribes: speed, cadence, repeats, load."""
    step = session.main.step
    speed, cadence = step.speed_kmh, step.cadence_spm
    return _joined(
        f"at {speed.at(fraction(session.main)):.1f}{wording.THIN}km/h"
        if speed and with_speed
        else "",
        (step.pace or "") if speed is None else "",
        "" if cadence is None else f"{cadence[0]:g}{wording.DASH}{cadence[1]:g} steps/min",
        f"{step.reps} times" if step.reps else "",
        f"{step.load_kg:g}{wording.THIN}kg" if step.load_kg else "",
        "" if step.side is None else f"{step.side} side{'s' if step.side == 'both' else ''}",
        f"tempo {step.tempo}" if step.tempo else "",
    )


def grade(who: Participant, ramp: Ramp | None) -> tuple[str, str, bool]:
    """The grade now against the one wanted, what to do about it, and whether they agree."""
    now, wanted = who.grade_percent, who.wanted_grade_percent
    if wanted is None:
        return ("" if now is None else f"{wording.percent(now, 1)}{wording.THIN}%"), "", False
    if ramp is not None and ramp.start != ramp.end:
        wanted = round(wanted * 2) / 2  # what a belt can be set to, and not new every second
    aim = _percent(wanted)
    if now is None:
        return f"{wording.DASH} of {aim}", f"set {aim}", False
    text = f"{wording.percent(now, 1)} of {aim}"
    if abs(now - wanted) <= AGREES_PERCENT:
        return text, "", True
    return text, f"{'raise' if now < wanted else 'lower'} to {aim}", False


def _percent(value: float) -> str:
    return wording.percent(value, 0 if abs(value - round(value)) < 0.05 else 1) + wording.THIN + "%"


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
