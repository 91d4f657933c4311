"""What a coach should weigh before somebody chooses a workout today: the rules of the calendar."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from kiosk.training.past import Past, PastSession
from kiosk.training.plan import Category, Plan
from kiosk.training.race import (
    CLEAR_DAYS,
    CRUSHER_DAYS,
    crusher_windows,
    day_words,
    in_days,
    is_long_run,
)
from kiosk.words import named, short, text

COUNTED_S: Final = 600
"""A session that was left sooner has trained nothing."""
WEEK_DAYS: Final = 7
HIKES_A_WEEK: Final = 2
MONTH_DAYS, LEVELLED_DAYS = 30, 60
"""Of regular hiking: about a month is the plan; gains level off after one or two."""
HIKE_BREAK_DAYS: Final = 21
"""After so long without a hike a new month begins."""
LEGS_TO_LONG_DAYS: Final = 2
"""A heavy leg day this near before the long run spoils it."""
SORE_FROM: Final = 4
"""Of 10: from here on the soreness is more than a reminder."""
SORE_DAYS: Final = 2
"""How long an answer about soreness stays true."""
TAPER_DAYS: Final = 7
"""Before a race: nothing more that leaves sore legs."""

DOWNHILL: Final = frozenset[Category]({"downhill", "crusher"})
SORING: Final = frozenset[Category]({"downhill", "crusher", "strength"})
"""Whatever makes muscles sore for days."""
HARD: Final = SORING | frozenset[Category]({"step-up", "repeats"})


@dataclass(frozen=True, slots=True)
class Today:
    """What the rules look at."""

    plan: Plan
    past: Past
    today: date
    race_on: date | None = None

    def days_ago(self, session: PastSession) -> int:
        return (self.today - session.on).days

    def done(self, categories: frozenset[Category], days: int) -> list[PastSession]:
        """Sessions that counted in the last so many days, today included, the newest first."""
        return [
            session
            for session in self.past.sessions
            if session.category in categories
            and session.duration_s >= COUNTED_S
            and 0 <= self.days_ago(session) < days
        ]

    @property
    def days_to_long_run(self) -> int | None:
        """Until the next long run of the athlete's week; today's does not count."""
        ahead = [
            (entry.on - self.today).days
            for entry in self.past.plan
            if is_long_run(entry) and entry.on > self.today
        ]
        return min(ahead, default=None)


def warnings(plan: Plan, past: Past, today: date, race_on: date | None = None) -> tuple[str, ...]:
    """One sentence for every rule of the calendar that speaks against this workout today.

    A coach may override each of them; none locks anything.
    """
    facts = Today(plan, past, today, race_on)
    return tuple(sentence for rule in RULES for sentence in rule(facts))


def hikes(facts: Today) -> Iterator[str]:
    """Once or twice a week, for about a month."""
    if facts.plan.category != "hike":
        return
    hiked = frozenset[Category]({"hike"})
    if len(facts.done(hiked, WEEK_DAYS)) >= HIKES_A_WEEK:
        yield text("Two hikes in the last seven days already: once or twice a week is enough.")
    days = _days_of_hiking(facts)
    if days >= LEVELLED_DAYS:
        yield text(
            "You have hiked for {days} weeks: the gains have levelled off by now, so give "
            "the days to running.",
            days=days // WEEK_DAYS,
        )
    elif days >= MONTH_DAYS:
        yield text(
            "You have hiked for {days} weeks: after a month or two the gains level off, so "
            "plan the end of it.",
            days=days // WEEK_DAYS,
        )


def _days_of_hiking(facts: Today) -> int:
    """Days since the first hike of the present stretch of hiking."""
    before, first = facts.today, facts.today
    for session in facts.done(frozenset({"hike"}), 400):
        if (before - session.on).days > HIKE_BREAK_DAYS:
            break
        before = first = session.on
    return (facts.today - first).days


def downhills(facts: Today) -> Iterator[str]:
    """One downhill a week."""
    if facts.plan.category in DOWNHILL:
        for session in facts.done(DOWNHILL, WEEK_DAYS)[:1]:
            yield text(
                "{workout} was {when}: one downhill a week is enough, a second only "
                "costs recovery.",
                workout=named(session.protocol_name),
                when=_ago(facts.days_ago(session)),
            )


def crusher_before_a_race(facts: Today) -> Iterator[str]:
    """Thirty-five and twenty-one days before the race, give or take three."""
    race = facts.race_on
    if facts.plan.category != "crusher" or race is None or race < facts.today:
        return
    left = (race - facts.today).days
    if any(first <= facts.today <= last for first, last in crusher_windows(race)):
        return
    when = text(
        "{first} and {second} days before it", first=CRUSHER_DAYS[0], second=CRUSHER_DAYS[1]
    )
    ahead = [day for day, _ in crusher_windows(race) if day > facts.today]
    if ahead:
        yield text(
            "The race is {when}: quad crushers belong {days}, so the next is due from {day}.",
            when=in_days(left),
            days=when,
            day=day_words(ahead[0]),
        )
    else:
        yield text(
            "The race is {when}: quad crushers belong {days}, and legs made sore now may "
            "still be sore at the start.",
            when=in_days(left),
            days=when,
        )


def crusher_before_a_long_run(facts: Today) -> Iterator[str]:
    """Three clear days before the next long run."""
    left = facts.days_to_long_run
    if facts.plan.category == "crusher" and left is not None and left <= CLEAR_DAYS:
        yield text(
            "Your long run is {when}: leave three clear days between a quad crusher and "
            "the next long run.",
            when=in_days(left),
        )


def leg_days(facts: Today) -> Iterator[str]:
    """One heavy leg day a week, near the hard run or furthest from the longest."""
    if facts.plan.category != "strength":
        return
    for session in facts.done(frozenset({"strength"}), WEEK_DAYS)[:1]:
        yield text(
            "{workout} was {when}: one heavy leg day a week is enough.",
            workout=named(session.protocol_name),
            when=_ago(facts.days_ago(session)),
        )
    left = facts.days_to_long_run
    if left is not None and left <= LEGS_TO_LONG_DAYS:
        yield text(
            "Your long run is {when}: put heavy legs near your hard run, far from the long one.",
            when=in_days(left),
        )


def soreness(facts: Today) -> Iterator[str]:
    """Sore legs first recover."""
    if facts.plan.category not in HARD:
        return
    newest = next((a for a in facts.past.answers if a.kind == "soreness"), None)
    if newest is None or not 0 <= (facts.today - newest.on).days < SORE_DAYS:
        return
    if newest.value >= SORE_FROM:
        when = _ago((facts.today - newest.on).days)
        yield text(
            "Your legs were sore {when}, {sore} of 10: let it fade first, easy walking helps.",
            when=when,
            sore=short(newest.value),
        )


def taper(facts: Today) -> Iterator[str]:
    """Nothing that makes sore in the last week; the quad crusher has a rule of its own."""
    race = facts.race_on
    if facts.plan.category not in SORING - {"crusher"} or race is None:
        return
    left = (race - facts.today).days
    if 0 <= left <= TAPER_DAYS:
        yield text("The race is {when}: keep to what leaves the legs fresh.", when=in_days(left))


def planned_rest(facts: Today) -> Iterator[str]:
    """A rest day is for resting; only a hike may take its place."""
    words = [entry.words.casefold() for entry in facts.past.plan if entry.on == facts.today]
    if "rest" in words and facts.plan.category != "hike":
        yield text("Your week says rest today: a hike may take its place, hard work should not.")


RULES: Final[tuple[Callable[[Today], Iterator[str]], ...]] = (
    crusher_before_a_race,
    crusher_before_a_long_run,
    downhills,
    soreness,
    hikes,
    leg_days,
    taper,
    planned_rest,
)


def _ago(days: int) -> str:
    return {0: text("today"), 1: text("yesterday")}.get(days, text("{days} days ago", days=days))
