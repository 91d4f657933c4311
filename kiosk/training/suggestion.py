"""What to train today, at one touch: what is planned, else last time's; and one change to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import Final

from kiosk.training.offers import SESSIONS_BEFORE, Offer
from kiosk.training.past import Past, PastSession
from kiosk.training.plan import Plan
from kiosk.training.schedule import COUNTED_S
from kiosk.words import Number, Quantity, named, text

TOO_HARD, EASY = 9, 6
"""Ratings of the whole session, of 10, from and up to which the next one is another. Our own."""
HELD_PERCENT, LEFT_PERCENT = 80, 55
"""Time in band from which it was held, and below which it was not. Our own."""
UNEVEN_PERCENT: Final = 5
SORE_FROM: Final = 4


@dataclass(frozen=True, slots=True)
class LastTime:
    """How it was the last time; None where nothing was recorded."""

    on: date
    speed_kmh: float | None = None
    """Of the steady minutes of a hike, else over all of it."""
    grade_percent: float | None = None
    loads: tuple[tuple[str, float], ...] = ()
    """Exercise and kg, the heaviest set of each, in their order."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What somebody will most likely want."""

    plan: Plan
    """To start as it is, with last time's choices in it."""
    is_planned: bool
    """For today; else it is what they did last."""
    last: LastTime | None = None
    """None: never done."""
    change: str = ""
    """One sentence: what to change, and why; "" where nothing is known that speaks for a change."""


def suggest(past: Past, offers: Sequence[Offer], today: date | None) -> Suggestion | None:
    """The planned workout of today that is not done yet, else the one done last; None where
    neither is there or may simply be started.
    """
    by_id = {offer.plan.protocol_id: offer for offer in offers}
    planned = _planned(past, today)
    offer, is_planned = by_id.get(planned or ""), True
    if offer is None or to_start(offer) is None:
        offer, is_planned = _done_last(past, by_id), False
    plan = None if offer is None else to_start(offer)
    if offer is None or plan is None:
        return None
    before = [s for s in past.sessions if s.protocol_id == offer.plan.protocol_id]
    return Suggestion(
        plan,
        is_planned,
        last_time(before[0]) if before else None,
        change_for(offer, past, today),
    )


def first_choice(past: Past, offers: Sequence[Offer]) -> int:
    """The place of the offer to begin choosing with where nothing is suggested: for somebody new
    one that a beginner may simply start, the beginners' own first; else the first of all.
    """
    if len(past.sessions) >= SESSIONS_BEFORE:
        return 0
    gentle = [place for place, offer in enumerate(offers) if _suits_beginners(offer)]
    own = (place for place in gentle if offers[place].plan.level == "beginner")
    quiet = (place for place in gentle if not offers[place].warnings)
    return next(own, next(quiet, next(iter(gentle), 0)))


def _suits_beginners(offer: Offer) -> bool:
    plan = offer.plan
    if plan.test or plan.maximal or plan.level == "advanced" or plan.beginner_id is not None:
        return False
    return to_start(offer) is not None


def to_start(offer: Offer) -> Plan | None:
    """What would be started; None where nothing may be."""
    if offer.state == "alternative":
        return offer.instead
    return offer.plan if offer.state == "ok" else None


def last_time(session: PastSession) -> LastTime:
    """What there is to set again."""
    loads: dict[str, float] = {}
    for one in session.sets:
        if one.load_kg:
            loads[one.exercise] = max(one.load_kg, loads.get(one.exercise, 0.0))
    if session.windows:
        speed = median(window.speed_kmh for window in session.windows)
        grade = median(window.grade_percent for window in session.windows)
        return LastTime(session.on, speed, grade, tuple(loads.items()))
    way, climbed = session.results.get("distance_m"), session.results.get("ascent_m")
    moved = way if way and session.duration_s > 0 else None
    return LastTime(
        session.on,
        None if moved is None else moved / session.duration_s * 3.6,
        100 * climbed / moved if moved and climbed else None,
        tuple(loads.items()),
    )


def change_for(offer: Offer, past: Past, today: date | None) -> str:
    """The one change to this workout that what is known speaks for, with its reason."""
    sore = _soreness(past, today)
    if sore is not None and sore >= SORE_FROM and offer.plan.category != "free":
        return text("Begin a little easier: your legs are sore, {sore} of 10.", sore=Number(sore))
    before = [s for s in past.sessions if s.protocol_id == offer.plan.protocol_id]
    return "" if not before or offer.plan.test else _after(before[0], offer)


def _after(session: PastSession, offer: Offer) -> str:
    rpe, held = session.answers.get("rpe"), session.results.get("time_in_band")
    if rpe is not None and rpe >= TOO_HARD:
        return text("A little slower than last time: it was {rpe} of 10.", rpe=Number(rpe))
    if not session.is_complete:
        return text("The same again: last time it was cut short.")
    if (session.results.get("steadiness") or 0.0) > UNEVEN_PERCENT:
        return text(
            "Begin slower and keep it even: the pace varied by {percent} %.",
            percent=Number(session.results["steadiness"]),
        )
    if held is not None and held < LEFT_PERCENT:
        return text(
            "The same again: {percent} % of the time in the band so far.", percent=Number(held)
        )
    if session.category == "strength":
        return _heavier(session)
    if (rpe is not None and rpe <= EASY) or (rpe is None and held and held >= HELD_PERCENT):
        return _a_bit_more(session, offer, rpe, held)
    return ""


def _heavier(session: PastSession) -> str:
    """The heaviest exercise of which every set was done."""
    failed = {one.exercise for one in session.sets if not one.completed}
    loads = [(kg, name) for name, kg in last_time(session).loads if name not in failed]
    if not loads:
        return ""
    kg, name = max(loads)
    return text(
        "{exercise}: a little more than {load}, every set was done.",
        exercise=named(name),
        load=Quantity(kg, "kg", 1 if kg % 1 else 0),
    )


def _a_bit_more(session: PastSession, offer: Offer, rpe: float | None, held: float | None) -> str:
    more = next((c for c in offer.choices if _rest(c.low, c.high, session, c.key)), None)
    why = (
        text("it was {rpe} of 10", rpe=Number(rpe))
        if rpe is not None
        else text("you held the band {percent} % of the time", percent=Number(held or 0.0))
    )
    if more is not None:
        return text("One more than last time, if you like: {why}.", why=why)
    if session.category in ("hike", "step-up", "repeats"):
        return text("A little quicker than last time: {why}.", why=why)
    return ""


def _rest(low: str, high: str, session: PastSession, key: str) -> bool:
    """Whether a range of whole turns has a next value after what was chosen last."""
    chosen = dict(session.choices).get(key, low)
    if key.rpartition(".")[2] not in ("repeat", "blocks"):
        return False
    return chosen.isdigit() and high.isdigit() and int(chosen) < int(high)


def _planned(past: Past, today: date | None) -> str | None:
    done = {(session.on, session.protocol_id) for session in past.sessions}
    due = (
        entry.protocol_id
        for entry in past.plan
        if entry.on == today and entry.protocol_id and (today, entry.protocol_id) not in done
    )
    return None if today is None else next(due, None)


def _done_last(past: Past, by_id: dict[str, Offer]) -> Offer | None:
    """Not what a coach must allow, and nothing that the calendar speaks against."""
    for session in past.sessions:
        offer = by_id.get(session.protocol_id)
        if offer is None or session.duration_s < COUNTED_S or offer.plan.test or offer.plan.maximal:
            continue
        return offer if to_start(offer) is not None and not offer.warnings else None
    return None


def _soreness(past: Past, today: date | None) -> float | None:
    said = (a.value for a in past.answers if a.kind == "soreness" and a.on == today)
    return next(said, None)
