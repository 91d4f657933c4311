"""What may be done by whom on which station: every workout with its state and one plain reason."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final, Literal

from kiosk.training import safety
from kiosk.training.athlete import Athlete
from kiosk.training.capability import SHORT_PERCENT, Capability, Need, needs
from kiosk.training.equal_cost import at_equal_cost
from kiosk.training.past import Past
from kiosk.training.plan import Plan
from kiosk.training.protocol_plan import Choice
from kiosk.training.schedule import warnings
from kiosk.words import Number, named, short, text

OfferState = Literal["ok", "confirm", "alternative", "homework", "locked"]
_BETTER: Final[tuple[OfferState, ...]] = ("ok", "alternative", "confirm", "homework", "locked")
"""Which state is the better one for somebody who may go to any of several stations."""
SESSIONS_BEFORE: Final = 6
"""With fewer behind them somebody new is shown the beginners' version first. Our own choice."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One workout, for one athlete."""

    plan: Plan
    state: OfferState
    """ok: can be started. confirm: once somebody says that the station can do the grade (`vouch`).
    alternative: `instead` can be started. homework: only outside, as a file and a card; a station
    that is seen at the decline opens it. locked: not for this athlete now.
    """
    reason: str = ""
    """Why it is not simply ok: one sentence that names the next action."""
    instead: Plan | None = None
    """The same work at a grade that the station has shown."""
    warnings: tuple[str, ...] = ()
    """What a coach should weigh; the start is theirs to decide."""
    choices: tuple[Choice, ...] = ()
    """The ranges to choose from, for App.plan_with."""
    station: str | None = None
    """Where it would be done, and what `vouch` is about; None: on no station that is known."""
    grade_percent: float | None = None
    """The grade that is to be confirmed."""


@dataclass(frozen=True, slots=True)
class Place:
    """A station, and what it has shown."""

    name: str
    kind: str
    """treadmill | stair"""
    capability: Capability = field(default_factory=Capability)


@dataclass(frozen=True, slots=True)
class Guest:
    """Whom the offer is for."""

    athlete: Athlete
    station: str | None = None
    """Where they stand; None: they may go to any."""
    past: Past = field(default_factory=Past)
    supervised: bool = True
    """A coach is present."""
    asks_readiness: bool = True


def offer(
    plan: Plan,
    guest: Guest,
    places: Sequence[Place],
    today: date | None,
    names: Mapping[str, str] | None = None,
) -> Offer:
    """Whether and how this athlete may do this workout, where they stand or at the best station.

    `today` None: the clock is not set, and no rule of the calendar can be told. `names` are the
    names of the workouts by id. The first that speaks against it is said: the person's own safety,
    then the station, then that a coach must be there.
    """
    athlete, past = guest.athlete, guest.past
    locked = safety.lock(
        plan,
        athlete,
        today,
        supervised=guest.supervised,
        asks_readiness=guest.asks_readiness,
    )
    if locked:
        return Offer(plan, "locked", locked)
    made = _on_stations(plan, guest.station, places)
    said = [*made.warnings, *_beginners_first(plan, past, names or {})]
    if plan.maximal:
        said.insert(
            0,
            text(
                "{plan} is all out: start it only with your coach beside you.",
                plan=named(plan.name),
            ),
        )
    if today is not None:
        said += warnings(plan, past, today, athlete.race_on)
    return replace(made, warnings=tuple(said))


def _beginners_first(plan: Plan, past: Past, names: Mapping[str, str]) -> tuple[str, ...]:
    if plan.beginner_id is None or len(past.sessions) >= SESSIONS_BEFORE:
        return ()
    name = names.get(plan.beginner_id, plan.beginner_id)
    return (
        text(
            "{plan} is not for beginners: {name} is the version to start with.",
            plan=named(plan.name),
            name=named(name),
        ),
    )


def _on_stations(plan: Plan, station: str | None, places: Sequence[Place]) -> Offer:
    """What the worst of everything that the plan is done on allows."""
    asked = [need for need in needs(plan) if need.kind != "floor"]
    if len({need.kind for need in asked}) > 1 or plan.rotation is not None:
        station = None  # it moves from machine to machine, wherever they stand now
    offers = [_for_need(plan, need, station, places) for need in asked]
    return max(offers, key=_rank, default=Offer(plan, "ok", station=station))


def _for_need(plan: Plan, need: Need, station: str | None, places: Sequence[Place]) -> Offer:
    here = next((place for place in places if place.name == station), None)
    if need.kind is None:  # on anything: only a belt that they stand on has a grade to reach
        return _at(plan, need, here) if here and here.kind == "treadmill" else Offer(plan, "ok")
    there = [place for place in places if place.kind == need.kind]
    if not places:
        return _unknown(plan, need)
    if not there:
        return Offer(
            plan,
            "locked",
            text("There is no {need} here: choose another workout.", need=_machine(need)),
        )
    best = min((_at(plan, need, place) for place in there), key=_rank)
    if here is None or best.state == "homework":
        return best
    return _here(plan, need, here, best)


def _here(plan: Plan, need: Need, here: Place, best: Offer) -> Offer:
    """What the station allows that they stand on; `best` is at the best one of the right kind."""
    if here.kind != need.kind:
        reason = text(
            "{plan} is done on a {need}: step onto {station} first.",
            plan=named(plan.name),
            need=_machine(need),
            station=best.station,
        )
        return Offer(plan, "locked", reason, station=best.station)
    made = _at(plan, need, here)
    if made.state == "homework":
        reason = text(
            "{here} has not shown a decline: step onto {station} for {plan}.",
            here=here.name,
            station=best.station,
            plan=named(plan.name),
        )
        return Offer(plan, "locked", reason, station=best.station)
    if _rank(best) < _rank(made):
        return replace(
            made,
            reason=text(
                "{reason} {station} has shown it.", reason=made.reason, station=best.station
            ),
        )
    return made


def _at(plan: Plan, need: Need, place: Place) -> Offer:
    """What one station allows."""
    shown, name = place.capability, place.name
    if need.declines_beyond(shown):
        return _homework(plan, need, name)
    if not need.climbs_beyond(shown):
        return Offer(plan, "ok", station=name)
    wanted, top = need.highest_percent, shown.highest_percent
    # A test is read at its own grade, and what somebody vouched for need not be the top.
    is_top = plan.test is None and shown.by != "person"
    instead = at_equal_cost(plan, top) if is_top else None
    if instead is None:
        reason = text(
            "{name} has not shown {wanted} % yet: confirm that it can be set to that.",
            name=name,
            wanted=short(wanted),
        )
        return Offer(plan, "confirm", reason, station=name, grade_percent=wanted)
    reason = text(
        "{name} has shown {top} % at most, not {wanted} %: do the same work there, less "
        "steep and quicker, or set it to {wanted} % once.",
        name=name,
        top=Number(top),
        wanted=short(wanted),
    )
    return Offer(plan, "alternative", reason, instead, station=name, grade_percent=wanted)


def _unknown(plan: Plan, need: Need) -> Offer:
    """The kiosk knows of no station: what the machine can do is for the athlete to see."""
    if need.lowest_percent < -SHORT_PERCENT:
        return _homework(plan, need, None)
    wanted = need.highest_percent
    check = text(
        "The kiosk knows of no station: see that your machine can be set to {wanted} %.",
        wanted=short(wanted),
    )
    return Offer(plan, "ok", warnings=(check,) if wanted > SHORT_PERCENT else ())


def _homework(plan: Plan, need: Need, station: str | None) -> Offer:
    decline = need.lowest_percent
    reason = text(
        "This is hill homework: no station here has shown a decline of {decline} %. Take "
        "it home and do it outside, or set a station to it once.",
        decline=short(-decline),
    )
    return Offer(plan, "homework", reason, station=station, grade_percent=decline)


def _machine(need: Need) -> str:
    return text("stair machine") if need.kind == "stair" else text("treadmill")


def _rank(made: Offer) -> int:
    return _BETTER.index(made.state)
