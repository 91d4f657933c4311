"""The countdown to a race, and a week to train by."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from kiosk.training.past import Past, Planned
from kiosk.words import joined, text

CRUSHER_DAYS: Final = (35, 21)
CRUSHER_SLACK_DAYS: Final = 3
"""Quad crushers belong so many days before the race, give or take these."""
CLEAR_DAYS: Final = 3
"""Between a quad crusher and the next long run."""
HIKE_MONTH_DAYS: Final = (51, 22)
"""First and last day before the race: thirty days of hikes that end where legs begin to rest, the
day before the second quad crusher. Our own choice."""
CRUSHER_ID, HIKE_ID, STEP_UP_ID = "quad-crusher", "tread-hike", "step-up-80"
# fmt: off
_MONTHS: Final = (
    text("Jan"), text("Feb"), text("Mar"), text("Apr"), text("May"), text("Jun"),
    text("Jul"), text("Aug"), text("Sep"), text("Oct"), text("Nov"), text("Dec"),
)
_WEEKDAYS: Final = (
    text("Mon"), text("Tue"), text("Wed"), text("Thu"), text("Fri"), text("Sat"), text("Sun"),
)
# fmt: on


def day_words(day: date) -> str:
    """ "Wed 3 Jun": the same in every locale."""
    return text(
        "{weekday} {day} {month}",
        weekday=_WEEKDAYS[day.weekday()],
        day=day.day,
        month=_MONTHS[day.month - 1],
    )


def in_days(days: int) -> str:
    """ "today", "tomorrow", "in 9 days"."""
    return {0: text("today"), 1: text("tomorrow")}.get(days, text("in {days} days", days=days))


def crusher_windows(race_on: date) -> tuple[tuple[date, date], ...]:
    """First and last day of each time for a quad crusher, the earliest first."""
    slack = timedelta(CRUSHER_SLACK_DAYS)
    days = [race_on - timedelta(before) for before in CRUSHER_DAYS]
    return tuple((day - slack, day + slack) for day in days)


def is_long_run(planned: Planned) -> bool:
    """Whether an entry of somebody's week is their long run, by its words."""
    return "long" in planned.words.casefold().split()


def countdown(race_on: date | None, race_name: str, past: Past, today: date) -> str:
    """What the race asks for from today on, in a few sentences; "" without a race to come.

    Days to go, the quad crushers still to be run, the month of hikes, and what of the athlete's own
    week is in the way.
    """
    if race_on is None or race_on < today:
        return ""
    name = race_name or text("Your race")
    said: list[str] = [
        text("{race} is {when}.", race=name, when=in_days((race_on - today).days)),
    ]
    said += _crushers(race_on, past, today)
    said += _hike_month(race_on, today)
    said += _conflicts(race_on, past, today)
    return joined(" ", said)


def _crushers(race_on: date, past: Past, today: date) -> Iterator[str]:
    done = [session.on for session in past.sessions if session.category == "crusher"]
    due = [
        text("{first} to {last}", first=day_words(first), last=day_words(last))
        for first, last in crusher_windows(race_on)
        if last >= today and not any(first <= day <= last for day in done)
    ]
    if due:
        yield text("Quad crusher: {times}.", times=joined(text(", then "), due))


def _hike_month(race_on: date, today: date) -> Iterator[str]:
    first, last = (race_on - timedelta(days) for days in HIKE_MONTH_DAYS)
    if today < first:
        yield text("Hike month: {first} to {last}.", first=day_words(first), last=day_words(last))
    elif today <= last:
        yield text("Hike month: until {day}, once or twice a week.", day=day_words(last))


def _conflicts(race_on: date, past: Past, today: date) -> Iterator[str]:
    long_runs = [entry.on for entry in past.plan if is_long_run(entry)]
    for day in (e.on for e in past.plan if e.protocol_id == CRUSHER_ID and e.on >= today):
        if not any(first <= day <= last for first, last in crusher_windows(race_on)):
            yield text(
                "The quad crusher planned for {day} is at the wrong time: move it.",
                day=day_words(day),
            )
        near = [run for run in long_runs if 0 < (run - day).days <= CLEAR_DAYS]
        if near:
            yield text(
                "The long run on {run} is too near after the quad crusher on {day}: leave "
                "three clear days.",
                run=day_words(near[0]),
                day=day_words(day),
            )


def typical_week(monday: date, race_on: date | None = None) -> tuple[Planned, ...]:
    """A suggestion for seven days from `monday` on, to be changed by whoever trains.

    Rest on Monday, one hard morning with a hike in the afternoon on Wednesday, the long run on
    Saturday. In a week with time for a quad crusher it takes Tuesday, three clear days before the
    long run, and Wednesday is easy.
    """
    tuesday = monday + timedelta(1)
    windows = () if race_on is None else crusher_windows(race_on)
    if any(first <= tuesday <= last for first, last in windows):
        middle = [(1, CRUSHER_ID, ""), (2, None, "easy")]
    else:
        middle = [
            (1, None, text("easy + strides")),
            (2, STEP_UP_ID, text("in the morning")),
            (2, HIKE_ID, text("in the afternoon")),
        ]
    days = [
        (0, None, "rest"),
        *middle,
        (3, None, text("easy")),
        (4, None, text("easy + strides, or a hike, or rest")),
        (5, None, text("long with steep climbs")),
        (6, None, text("easy with steep climbs + strides, and a hike if you like")),
    ]
    return tuple(Planned(monday + timedelta(day), protocol, words) for day, protocol, words in days)


def next_seven_days(today: date, race_on: date | None = None) -> tuple[Planned, ...]:
    """What the typical weeks suggest from today on."""
    monday = today - timedelta(today.weekday())
    entries = (*typical_week(monday, race_on), *typical_week(monday + timedelta(7), race_on))
    return tuple(entry for entry in entries if 0 <= (entry.on - today).days < 7)
