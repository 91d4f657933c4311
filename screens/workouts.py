"""What a workout asks of one athlete: its steps with their own bands, and the ways to start it."""

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.session.state import KioskState, Participant, Phase, Signal
from kiosk.training.offers import Offer
from kiosk.training.plan import Plan, Step, ZoneTarget
from screens import coached, focus, offered, suggested, units, wording
from screens.faces import UNKNOWN_ZONE
from screens.timeline import planned_length
from screens.tongue import said, tr


@dataclass(frozen=True, slots=True)
class WorkoutCard:
    """The roles of one workout to choose."""

    place: int = 0
    title: str = ""
    length: str = ""
    """Minutes and machine, and for whom it is or what stands in the way."""
    chosen: bool = False
    locked: bool = False
    """Nothing to be started here: not for this athlete, or only outside."""


@dataclass(frozen=True, slots=True)
class StepLine:
    """The roles of one line of the chosen workout; steps that repeat share one."""

    title: str = ""
    times: str = ""
    """"4×", or nothing for a step that comes once."""
    span: str = ""
    target: str = ""
    """The athlete's own band, else the effort."""
    level: int = UNKNOWN_ZONE


@dataclass(frozen=True, slots=True)
class Ways:
    """How the chosen workout, or another one, may be begun."""

    alone: bool = False
    join: str = ""
    """What the button to the running class says; empty without one."""
    join_detail: str = ""
    together: int = 0
    """How many a class would start; 0 where that is not offered."""


def machine(plan: Plan) -> str:
    machines = {
        "treadmill": tr("treadmill"),
        "stair": tr("stair machine"),
        "circuit": tr("on the floor"),
        "any": tr("treadmill or stairs"),
    }
    return machines.get(plan.modality, plan.modality)


def length_and_machine(plan: Plan) -> str:
    return f"{planned_length(plan)} · {machine(plan)}"


def card_of(place: int, offer: Offer, chosen: bool) -> WorkoutCard:
    marks = offered.marks(offer)
    length = length_and_machine(offer.plan) + (f" · {marks}" if marks else "")
    locked = offer.state in ("locked", "homework")
    return WorkoutCard(place, said(offer.plan.name), length, chosen, locked)


def step_lines(plan: Plan, who: Participant | None) -> list[StepLine]:
    """The workout's steps in order, each kind of step once, with this athlete's bands."""
    counts: dict[tuple[str, str, str, int], int] = {}
    for step in plan.steps:
        key = (said(step.name), _span(step), _target(step, who), _level(step))
        counts[key] = counts.get(key, 0) + 1
    return [
        StepLine(title, f"{count}×" if count > 1 else "", span, target, level)
        for (title, span, target, level), count in counts.items()
    ]


def shortened(lines: Sequence[StepLine], most: int) -> list[StepLine]:
    """At most `most` lines; what does not fit is counted in the last one."""
    if len(lines) <= most:
        return list(lines)
    return [*lines[: most - 1], StepLine(tr("and {count} more", count=len(lines) - most + 1))]


def strap_words(who: Participant | None) -> str:
    """What is heard of the athlete's strap; the heart rate shows them that it is theirs."""
    if who is None:
        return tr("tapping in…")
    if who.shown_bpm is not None:
        return tr("{bpm} bpm", bpm=who.shown_bpm)
    straps = {
        Signal.NEVER: tr("waiting for your strap…"),
        Signal.CHECK: tr("no strap heard: check yours"),
        Signal.NOT_WORN: tr("your strap is not worn"),
        Signal.LOST: tr("no heart rate"),
    }
    return straps.get(who.signal, "")


def another_strap(who: Participant | None, *, lends: bool) -> str:
    """Before the session there is time to change a strap: why it should be, or nothing."""
    if who is None:
        return ""
    if who.battery_low:
        if lends:
            return tr("Battery low: take a club strap")
        return tr("Battery low: change it before you start")
    if lends and who.signal in (Signal.CHECK, Signal.NOT_WORN):
        return tr("No strap heard: wear yours, or take a club strap")
    return ""


def zones_note(who: Participant | None) -> str:
    if who is None:
        return ""
    if who.zones is None:
        return tr("Your zones are not known yet: you are guided by effort (RPE) instead.")
    return tr("Zones estimated from your age.") if who.zones.estimated else ""


def ways_of(state: KioskState, who: Participant | None, plan: Plan | None) -> Ways:
    """What the buttons offer this athlete now."""
    if who is None or who.phase in (Phase.RUNNING, Phase.PAUSED):
        return Ways()
    session = focus.live_group(state)
    if session is None:
        count = focus.startable(state)
        return Ways(alone=plan is not None, together=count if plan and count > 1 else 0)
    return Ways(
        alone=plan is not None,
        join=suggested.join_words(session),
        join_detail=suggested.warm_up_first(session, who),
    )


def _span(step: Step) -> str:
    if step.gate is not None:
        return f"≤ {wording.clock_span(step.gate.at_most_s)}"
    if step.reps is not None and step.duration_s is None:
        return f"{step.reps}{wording.THIN}×"
    if step.duration_s is not None:
        uneven = step.duration_s > 60 and step.duration_s % 60
        return (wording.clock_span if uneven else wording.rough_span)(step.duration_s)
    if step.distance_m is not None:
        return units.distance(step.distance_m)
    return tr("till the button")


def _target(step: Step, who: Participant | None) -> str:
    band = None if who is None else coached.band_to_come(step, who)
    return wording.effort(step) if band is None else tr("{band} bpm", band=wording.whole_band(band))


def _level(step: Step) -> int:
    return min(5, step.target.zone) if isinstance(step.target, ZoneTarget) else UNKNOWN_ZONE
