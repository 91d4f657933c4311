"""Everybody's week in words: what is planned for which day, and what speaks against it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from kiosk.training import schedule
from kiosk.training.athlete import Athlete
from kiosk.training.past import Past, PastSession, Planned
from kiosk.training.plan import Plan
from screens.days import day_of_month, weekday
from screens.tongue import said, tr
from screens.wording import rough_span

WEEK_DAYS: Final = 7
REST, EASY, LONG = "rest", "easy", "long"
"""As they are kept: the rules of the calendar look for these words."""
WORDS: Final = (REST, EASY, LONG)
_FULL_SESSION_S: Final = 3600
"""What is planned counts as trained in full."""


@dataclass(frozen=True, slots=True)
class DayHead:
    """The roles of a column's head."""

    title: str = ""
    day: str = ""
    today: bool = False


@dataclass(frozen=True, slots=True)
class PlanPerson:
    """The roles of a row's head."""

    athlete: int = 0
    name: str = ""
    planned: int = 0
    """Days of the seven with something planned."""


@dataclass(frozen=True, slots=True)
class PlanCell:
    """The roles of one person's day."""

    athlete: int = 0
    row: int = 0
    column: int = 0
    words: str = ""
    planned: bool = False
    """Else the words are a suggestion."""
    warned: bool = False
    saving: bool = False


@dataclass(frozen=True, slots=True)
class PlanOption:
    """The roles of one thing that could be planned."""

    key: str = ""
    title: str = ""
    length: str = ""
    warning: str = ""
    chosen: bool = False


def day_head(day: date, today: date | None) -> DayHead:
    return DayHead(weekday(day), day_of_month(day), day == today)


def planned_on(past: Past, day: date) -> tuple[Planned, ...]:
    return tuple(entry for entry in past.plan if entry.on == day)


def entry_words(entries: Iterable[Planned], names: Mapping[str, str]) -> str:
    """ "Step-up 80 + Tread hike"; `names` of workouts by their ids."""
    return " + ".join(_entry(entry, names) for entry in entries)


def suggestion_words(entries: Iterable[Planned], names: Mapping[str, str]) -> str:
    """The same for what is only suggested: up to the first comma, because a cell is small."""
    return " + ".join(_entry(entry, names).partition(",")[0] for entry in entries)


def _entry(entry: Planned, names: Mapping[str, str]) -> str:
    if entry.protocol_id is None:
        return said_words(entry.words)
    return said(names.get(entry.protocol_id, entry.protocol_id))


def said_words(words: str) -> str:
    """Words that stand in a week; those that are offered here are known in every language."""
    known = {REST: tr("rest"), EASY: tr("easy"), LONG: tr("long run")}
    return known.get(words) or said(words)


def against(who: Athlete, past: Past, plan: Plan, day: date, plans: Mapping[str, Plan]) -> str:
    """What the calendar says against a workout on that day; what is planned until then counts."""
    told = schedule.warnings(plan, as_if(past, day, plans), day, who.race_on)
    return " ".join(said(sentence) for sentence in told)


def as_if(past: Past, day: date, plans: Mapping[str, Plan]) -> Past:
    """The past as it will be on that day, if everything goes as planned."""
    coming = [
        PastSession(
            0, entry.on, 0, plan.protocol_id, plan.name, plan.category, _FULL_SESSION_S, True
        )
        for entry in past.plan
        if entry.on < day and (plan := plans.get(entry.protocol_id or "")) is not None
    ]
    coming.sort(key=lambda session: session.on, reverse=True)
    return replace(past, sessions=(*coming, *past.sessions))


def is_warned(
    who: Athlete, past: Past, entries: Sequence[Planned], day: date, plans: Mapping[str, Plan]
) -> bool:
    found = (plans.get(entry.protocol_id or "") for entry in entries)
    return any(plan is not None and against(who, past, plan, day, plans) for plan in found)


def options(who: Athlete, past: Past, day: date, plans: Sequence[Plan]) -> list[PlanOption]:
    """Rest and the like first, then every workout with what speaks against it."""
    by_id = {plan.protocol_id: plan for plan in plans}
    now = planned_on(past, day)
    freed = replace(past, plan=tuple(entry for entry in past.plan if entry.on != day))
    words = {entry.words for entry in now if entry.protocol_id is None}
    ids = {entry.protocol_id for entry in now}
    return [
        *(PlanOption(f"words:{w}", said_words(w).capitalize(), chosen=w in words) for w in WORDS),
        *(
            PlanOption(
                plan.protocol_id,
                said(plan.name),
                _length(plan),
                against(who, freed, plan, day, by_id),
                plan.protocol_id in ids,
            )
            for plan in plans
        ),
    ]


def _length(plan: Plan) -> str:
    seconds = [step.duration_s for step in plan.steps]
    known = [s for s in seconds if s is not None]
    return rough_span(sum(known)) if known and len(known) == len(seconds) else ""


def entry_of(key: str, day: date) -> Planned:
    """What a touch on an option plans."""
    if key.startswith("words:"):
        return Planned(day, None, key.removeprefix("words:"))
    return Planned(day, key)


def week_on(past: Past, first: date) -> dict[date, tuple[Planned, ...]]:
    """What is planned for the seven days from `first`, each a week later; free days stay out."""
    days = (first + timedelta(n) for n in range(WEEK_DAYS))
    on = {day + timedelta(WEEK_DAYS): planned_on(past, day) for day in days}
    return {
        day: tuple(replace(entry, on=day) for entry in entries)
        for day, entries in on.items()
        if entries
    }
