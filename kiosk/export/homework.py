"""Hill homework as files: what goes out to a watch and a wall, and the activity that comes back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, tzinfo
from functools import partial
from html import escape
from typing import BinaryIO

from sqlalchemy import Engine

from kiosk.days import day_of
from kiosk.errors import ActivityError
from kiosk.export.activity_reader import read_activity
from kiosk.export.file_names import distinct_stems
from kiosk.export.fit_workout import OUTSIDE, Wearer, fit_workout
from kiosk.history.homework import BroughtBack, look, take
from kiosk.history.past import past_of
from kiosk.history.queries import History
from kiosk.training.athlete import Athlete
from kiosk.training.homework import Given
from kiosk.training.homework_card import Card, for_outside, homework_card
from kiosk.training.schedule import warnings
from kiosk.words import text

Write = Callable[[BinaryIO], None]
Say = Callable[[str], str]
"""What is written of a sentence: itself, or the same in another language."""
_DAY_MS = 86_400_000
# Here, because lupdate does not look into f-strings.
_TITLE = text("Hill homework")
_WHERE = text("Where")
_WHAT = text("What to do")
_HOW = text("How")
_NEVER = text("When not to")


def homework_files(
    history: History, athlete_id: int, say: Say = str, today: date | None = None
) -> list[tuple[str, Write]]:
    """What goes into an athlete's folder: for each homework that is still to do the workout for
    their watch and a card of one page, each with its name, and what writes it. With `today`
    only of what may still be brought back.

    Raises HistoryError, and RosterError for somebody who is not on the roster.
    """
    athlete, given = history.homework(athlete_id, today)
    names = [f"homework-{one.on.isoformat()}-{one.plan.protocol_id}" for one in given]
    files: list[tuple[str, Write]] = []
    for one, stem in zip(given, distinct_stems(names), strict=True):
        files.append((f"{stem}.fit", partial(write_workout, given=one, athlete=athlete)))
        files.append((f"{stem}.html", partial(write_card, given=one, athlete=athlete, say=say)))
    return files


def write_workout(file: BinaryIO, given: Given, athlete: Athlete) -> None:
    """For the athlete's watch: the steps by effort and cadence, without a belt's speeds."""
    plan = replace(for_outside(given.plan), modality=OUTSIDE)
    created = datetime.combine(given.on, time(), UTC)  # the same bytes at every export
    wearer = Wearer(athlete, given.on)
    file.write(fit_workout(plan, int(created.timestamp()) * 1000, wearer).content)


def write_card(file: BinaryIO, given: Given, athlete: Athlete, say: Say = str) -> None:
    """One page to print, of its own: no script, nothing from elsewhere."""
    card = homework_card(given.plan, athlete, given.on)
    file.write(card_html(card, athlete.name, say).encode())


def card_html(card: Card, name: str, say: Say = str) -> str:
    """The card as a page."""

    def row(tag: str, words: str) -> str:
        return f"<{tag}>{escape(str.__str__(say(words)))}</{tag}>"

    steps = "".join(row("li", line) for line in card.steps)
    how = "".join(row("li", line) for line in card.how)
    title = escape(str.__str__(say(card.title)))
    return (
        '<!DOCTYPE html>\n<html><head><meta charset="utf-8">'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'\">"
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>{_STYLE}</style></head><body>"
        f"<header>{row('p', _TITLE)}<h1>{title}</h1>"
        f"<p>{escape(name)}</p></header>"
        f"{row('h2', _WHERE)}{row('p', card.where)}"
        f"{row('h2', _WHAT)}<ol>{steps}</ol>"
        f"{row('h2', _HOW)}<ul>{how}</ul>"
        f"{row('h2', _NEVER)}{row('p', card.never)}"
        f"<footer>{row('p', card.back)}</footer></body></html>\n"
    )


_STYLE = (
    "@page{size:A4;margin:18mm}body{font:17px/1.5 system-ui,sans-serif;color:#14181c;"
    "max-width:40em;margin:2em auto;padding:0 1em}header{border-bottom:4px solid #c2410c}"
    "header p{margin:0;color:#475058}h1{margin:.1em 0;font-size:2.2em}"
    "h2{margin:1.2em 0 .2em;font-size:1.1em;color:#9a3412}p,ol,ul{margin:.2em 0}"
    "li{margin:.25em 0}footer{margin-top:1.6em;padding:.7em 1em;border:2px solid #14181c;"
    "border-radius:.5em;font-weight:600}"
)


# -- brought back --------------------------------------------------------------------------------


def look_at(
    engine: Engine,
    content: bytes,
    source: str,
    athlete_id: int,
    zone: tzinfo | None,
    homework_id: int | None = None,
) -> BroughtBack:
    """What a file of this content would be taken for; nothing is written. `source` names it in
    errors, `zone` is the club's: None is the system's.

    Raises ActivityError for a file that cannot be used, and what kiosk.history.homework.look does.
    """
    activity = read_activity(content, source)
    on = day_of(activity.started_utc_ms, zone)
    return look(engine, athlete_id, activity, on, homework_id)


def take_back(
    engine: Engine,
    content: bytes,
    source: str,
    athlete_id: int,
    zone: tzinfo | None,
    *,
    utc_ms: int,
    homework_id: int | None = None,
) -> BroughtBack:
    """Counts the file as the homework that it belongs to; raises as look_at does."""
    activity = read_activity(content, source)
    if activity.started_utc_ms > utc_ms + _DAY_MS:
        raise ActivityError(
            text(
                "{source} lies in the future; set the watch's clock, or this kiosk's, first.",
                source=source,
            )
        )
    on = day_of(activity.started_utc_ms, zone)
    return take(engine, athlete_id, activity, on, utc_ms, homework_id)


def warnings_of(engine: Engine, found: BroughtBack, zone: tzinfo | None) -> tuple[str, ...]:
    """What the rules of the calendar said against it on the day on which it was done."""
    past = past_of(engine, [found.athlete.id], found.on, zone)[found.athlete.id]
    start = found.activity.started_utc_ms
    before = tuple(one for one in past.sessions if one.started_utc_ms < start)
    past = replace(past, sessions=before)
    return warnings(found.given.plan, past, found.on, found.athlete.race_on)
