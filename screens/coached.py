"""What the coach in the box says to one athlete now, and what the coach of the room should know."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kiosk.session.state import Alert, Course, Participant, Phase, Session
from kiosk.training import cues
from kiosk.training.bands import band_for
from kiosk.training.cues import CueCode
from kiosk.training.plan import HeartRateGate, PercentTarget, Ramp, Step
from kiosk.training.zones import Band, estimated_max_hr, shown_bpm
from screens import tongue, wording
from screens.tongue import tr
from screens.units import short

STANDS_S = 15
"""A cue of the coach stands so long in the place of the step's own."""
ALARMS = frozenset({CueCode.EASE_OFF, CueCode.WALK, CueCode.COOL_DOWN, CueCode.ALL_RIGHT})
"""These are not advice: they are set off by a sign as well as by their colour."""
AGREES_PERCENT = 0.5
"""A belt is set in half percents: so near is as wanted."""


@dataclass(frozen=True, slots=True)
class Said:
    """The coach's newest cue; empty when it is old."""

    words: str = ""
    alarm: CueCode | None = None
    """Which of those that cannot wait."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """The grade now against the one wanted."""

    grade: str = ""
    mend: str = ""
    """What to do about it."""
    agrees: bool = False
    confirm: str = ""
    """A button by which the athlete says that the belt is there; empty where a sensor says so."""


def said(who: Participant, session: Session | None) -> Said:
    """What the coach has just said, while the athlete trains."""
    cue = who.cue
    if cue is None or session is None or not who.phase is session.phase is Phase.RUNNING:
        return Said()
    if who.elapsed_s - cue.at_s > STANDS_S or cue.code is CueCode.NEXT_0:
        return Said()  # which step it is now stands in large letters
    units = "metric" if tongue.is_metric() else "imperial"
    return Said(tongue.said(cues.words(cue, units)), cue.code if cue.code in ALARMS else None)


def effort(who: Participant, step: Step) -> str:
    """The effort that is asked for now, "Effort 6–7", or nothing."""
    wanted = who.wanted_rpe or step.rpe
    return "" if wanted is None else wording.rpe(*wanted)


def effort_range(who: Participant, step: Step) -> str:
    """Only its numbers, "6–7", or nothing."""
    wanted = who.wanted_rpe or step.rpe
    return "" if wanted is None else wording.effort_range(*wanted)


def alert_words(alert: Alert) -> str:
    """To the coach: why to go there."""
    match alert:
        case Alert.ARE_YOU_ALL_RIGHT:
            return tr("ask: all right?")
        case Alert.RECOVERY_WALK:
            return tr("recovery walk")
        case Alert.COOLING_DOWN:
            return tr("cooling down")
        case Alert.NO_SIGNAL:
            return tr("no heart rate")


def band_to_come(step: Step, who: Participant) -> Band | None:
    """The band of a step that has not begun, or None where it is led by effort."""
    athlete = who.athlete
    if athlete.max_hr is None and isinstance(step.target, PercentTarget):
        athlete = replace(athlete, max_hr=_max_hr(who))
    return band_for(step, athlete, who.zones, who.ceiling_hr, None)


def next_place(who: Participant, course: Course) -> str:
    """While a rotation changes places: where to go, "→ Treadmill 3"; else nothing."""
    turn = course.plan.rotation
    if turn is None or course.step_index != turn.change:
        return ""
    to = who.next_station or (tongue.said(who.lane) if who.lane else tr("the next place"))
    return f"→ {to}"


def grade(who: Participant, ramp: Ramp | None) -> Prompt:
    """The grade, and what there is to do about it; nothing for whoever is off the station."""
    if who.resting:
        return Prompt()
    now, wanted = who.grade_percent, who.wanted_grade_percent
    if wanted is None:
        return Prompt("" if now is None else f"{wording.percent(now, 1)}{wording.THIN}%")
    if ramp is not None and ramp.start != ramp.end:
        wanted = round(wanted * 2) / 2  # what a belt can be set to, and not new every second
    aim = wording.whole_percent(wanted)
    if now is None:
        if who.grade_prompt == "agreed":
            return Prompt(aim, agrees=True)
        confirm = tr("At {grade}? Tap", grade=aim) if who.grade_prompt == "unknown" else ""
        mend = "" if confirm else tr("set {grade}", grade=aim)
        return Prompt(tr("{now} of {aim}", now=wording.DASH, aim=aim), mend, confirm=confirm)
    text = tr("{now} of {aim}", now=wording.percent(now, 1), aim=aim)
    if who.grade_prompt == "agreed" or abs(now - wanted) <= AGREES_PERCENT:
        return Prompt(text, agrees=True)
    return Prompt(text, tr("set {grade}", grade=aim))


def gate(wanted: HeartRateGate, who: Participant) -> str:
    """What the heart has to do until the step ends: "until below 117 bpm (0:30–2:00)"."""
    ways = [tr("below {bpm} bpm", bpm=bpm) for bpm in _below(wanted, who)]
    if wanted.above_bpm is not None:
        ways.append(tr("above {bpm} bpm", bpm=shown_bpm(wanted.above_bpm)))
    if wanted.fall_bpm is not None:
        ways.append(tr("down by {bpm}", bpm=short(wanted.fall_bpm)))
    least, most = wording.clock_span(wanted.at_least_s), wording.clock_span(wanted.at_most_s)
    if not ways:
        return tr("max {most}", most=most)
    within = f"{least}{wording.DASH}{most}"
    return tr("until {ways} ({within})", ways=either(ways), within=within)


def either(ways: Sequence[str]) -> str:
    """ "A", "A or B", "A or B or C"."""
    found = ways[0]
    for way in ways[1:]:
        found = tr("{one} or {other}", one=found, other=way)
    return found


def _below(wanted: HeartRateGate, who: Participant) -> list[int]:
    """Of two limits the higher one is reached first."""
    limits = [] if wanted.below_bpm is None else [wanted.below_bpm]
    if wanted.below_percent_max is not None and (max_hr := _max_hr(who)) is not None:
        limits.append(max_hr * wanted.below_percent_max / 100)
    return [shown_bpm(max(limits))] if limits else []


def _max_hr(who: Participant) -> float | None:
    """Measured, else as its zones have estimated it."""
    if who.athlete.max_hr is not None:
        return who.athlete.max_hr
    if who.zones is None:
        return None
    inputs = who.zones.inputs
    return inputs.get("max_hr") or (estimated_max_hr(inputs["age"]) if "age" in inputs else None)
