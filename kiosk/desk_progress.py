"""The commands on what somebody has gained and on what they plan."""

import re
import sys
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, timedelta
from difflib import get_close_matches
from pathlib import Path

from rich.console import Console
from rich.table import Table
from sqlalchemy import Engine

from kiosk.answers import history, results, say, say_json, today
from kiosk.clock import SystemClock
from kiosk.errors import HistoryError, ProtocolError, RosterError
from kiosk.history.past import past_of
from kiosk.history.results import Results
from kiosk.history.roster import Roster
from kiosk.history.week import plan_day
from kiosk.settings import Settings
from kiosk.training.past import Planned
from kiosk.training.progress import Series, progress_of
from kiosk.training.protocols import load_folders
from kiosk.training.race import countdown, day_words
from kiosk.workout_folders import protocol_folders

DAYS_SHOWN = 7
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")

# -- progress ------------------------------------------------------------------------------------


def show_progress(config: Path | None, name: str, as_json: bool) -> None:
    """`switchback progress NAME`; sessions that have no results yet are measured first."""
    with history(config) as (engine, settings):
        athlete, day = Roster(engine).find(name), today(settings)
        _catch_up(results(engine, settings), athlete.id)
        past = past_of(engine, [athlete.id], day, settings.time_zone)[athlete.id]
    progress = progress_of(past, day, athlete)
    if as_json:
        say_json({"name": athlete.name} | asdict(progress))
        return
    if not past.sessions:
        say(f"{athlete.name} has no session in the last year yet.")
        return
    say(countdown(athlete.race_on, athlete.race_name, past, day) or f"{athlete.name}:")
    table = Table("What", "Last", "Judgement")
    for series in (progress.economy, progress.climbing, *progress.tests, progress.soreness):
        table.add_row(series.name, _last(series), series.words)
    Console().print(table)
    done = Table("Workout", "Done")
    for one in progress.protocols:
        done.add_row(one.name, one.words)
    Console().print(done)


def _catch_up(measuring: Results, athlete_id: int) -> None:
    clock = SystemClock()
    for part in measuring.unmeasured(athlete_id):
        try:
            measuring.keep(measuring.measure(part), clock.utc_ms())
        except HistoryError as error:  # one that cannot be read hides none of the others
            sys.stderr.write(f"{error}\n")


def _last(series: Series) -> str:
    if not series.points:
        return "–"
    point = series.points[-1]
    return f"{point.value:.{series.digits}f} {series.unit}, {day_words(point.on)}"


# -- the week ------------------------------------------------------------------------------------


def show_week(
    config: Path | None,
    name: str,
    *,
    entries: Sequence[tuple[date, str]],
    cleared: Sequence[date],
    as_json: bool,
) -> None:
    """`switchback week NAME`; what is set or cleared first, then what is planned."""
    with history(config) as (engine, settings):
        athlete, day = Roster(engine).find(name), today(settings)
        for on, _ in entries:
            if on < day:
                raise RosterError(f"{on} is over: plan for {day} or a later day.")
        _change(engine, settings, athlete.id, entries, cleared)
        past = past_of(engine, [athlete.id], day, settings.time_zone)[athlete.id]
    if as_json:
        say_json([{"date": p.on, "protocol": p.protocol_id, "words": p.words} for p in past.plan])
        return
    last = max([day + timedelta(DAYS_SHOWN - 1), *(planned.on for planned in past.plan)])
    table = Table("Day", "Planned")
    for number in range((last - day).days + 1):
        on = day + timedelta(number)
        planned = [_words(entry) for entry in past.plan if entry.on == on]
        if planned or number < DAYS_SHOWN:
            table.add_row(f"{day_words(on)} ({on})", "; ".join(planned))
    Console().print(table)
    said = countdown(athlete.race_on, athlete.race_name, past, day)
    if said:
        say(said)


def _change(
    engine: Engine,
    settings: Settings,
    athlete_id: int,
    entries: Sequence[tuple[date, str]],
    cleared: Sequence[date],
) -> None:
    """All of it is checked before any of it is written."""
    known: list[str] = []
    if entries:
        known = [protocol.id for protocol in load_folders(protocol_folders(settings))[0]]
    days: dict[date, list[Planned]] = {day: [] for day in cleared}
    for on, text in entries:
        days.setdefault(on, []).append(_planned(on, text, known))
    for day, planned in days.items():
        plan_day(engine, athlete_id, day, planned)


def _planned(on: date, text: str, known: Sequence[str]) -> Planned:
    """A workout when the first word is its id, with the words after it; else only words."""
    first, _, rest = text.strip().partition(" ")
    if first in known:
        return Planned(on, first, rest.strip())
    if _ID.fullmatch(first) and not rest:
        near = get_close_matches(first, known, 1)
        hint = f'did you mean "{near[0]}"? ' if near else ""
        raise ProtocolError(
            f"There is no workout \"{first}\": {hint}'switchback protocols list' shows which "
            "there are."
        )
    if not text.strip():
        raise RosterError(f"Nothing is said for {on}: name a workout or say it in words.")
    return Planned(on, None, text.strip())


def _words(planned: Planned) -> str:
    return " ".join(word for word in (planned.protocol_id, planned.words) if word)
