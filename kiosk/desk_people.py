"""The commands on people and on the club's straps."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from typing import Any, cast

from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from kiosk.answers import history, local, say, say_json, today, utc
from kiosk.errors import SettingsError
from kiosk.history.forgetting import DELAY_HOURS
from kiosk.history.merge import look
from kiosk.history.queries import History
from kiosk.history.roster import Known, Roster
from kiosk.history.shelf import Shelf
from kiosk.training.athlete import Athlete

# -- people --------------------------------------------------------------------------------------


def add_athlete(
    config: Path | None,
    *,
    name: str,
    straps: Sequence[int],
    shared: bool,
    foot_pods: Sequence[int],
    said: dict[str, Any],
) -> None:
    """`switchback roster add`; `said` are fields of Athlete, and "readiness": "yes" or "no"."""
    with history(config) as (engine, settings):
        known = cast("Known", _dated(said, today(settings)) | {"foot_pods": foot_pods})
        roster = Roster(engine, time_zone=settings.time_zone)
        athlete = roster.add(name, straps, shared=shared, **known)
    say(f"{athlete.name} is on the roster; consent recorded by staff today.")


def change_athlete(config: Path | None, name: str, *, shared: bool, said: dict[str, Any]) -> None:
    """`switchback roster set`; `said` as for `add_athlete`, None takes a value back."""
    with history(config) as (engine, settings):
        roster = Roster(engine, time_zone=settings.time_zone)
        changes = _dated(said, today(settings))
        before = roster.find(name)
        if not changes:
            raise SettingsError(
                f"Nothing to change was said of {before.name}: add an option, such as "
                "--weight-kg 70; 'switchback roster set --help' names them all."
            )
        athlete = roster.change(replace(before, **changes), shared=shared)
    say(f"{athlete.name} is changed.")


def _dated(said: dict[str, Any], day: date) -> dict[str, Any]:
    """As fields of Athlete: what was said without a day is of this one."""
    fields = dict(said)
    if "readiness" in fields:
        readiness = fields.pop("readiness")
        fields["is_ready"] = None if readiness is None else readiness == "yes"
        fields["readiness_on"] = None if readiness is None else day
    if "threshold_hr" in fields:
        fields.setdefault("threshold_on", None if fields["threshold_hr"] is None else day)
    if "race_name" in fields:
        fields["race_name"] = fields["race_name"] or ""
    return fields


def list_athletes(config: Path | None, as_json: bool) -> None:
    """`switchback roster list`."""
    with history(config) as (engine, settings):
        athletes = Roster(engine).list()
        day = today(settings)
    if as_json:
        # Tags are only counted: what is kept of them is nobody's business.
        say_json([asdict(athlete) | {"tags": len(athlete.tags)} for athlete in athletes])
        return
    columns = {
        title: [cell(athlete) for athlete in athletes] for title, cell in _columns(day).items()
    }
    # What nobody has needs no room.
    shown = {title: cells for title, cells in columns.items() if any(cells)}
    table = Table(box=SIMPLE, padding=(0, 1, 0, 0), pad_edge=False)
    for title in shown:
        table.add_column(title, overflow="fold")
    for row in zip(*shown.values(), strict=True):
        table.add_row(*row)
    Console().print(table if athletes else "Nobody yet: switchback roster add NAME --strap NUMBER")


def _columns(day: date) -> dict[str, Callable[[Athlete], str]]:
    return {
        "Name": lambda who: who.name,
        "Straps": lambda who: ", ".join(map(str, who.straps)),
        "Foot pods": lambda who: ", ".join(map(str, who.foot_pods)),
        "Max": lambda who: _number(who.max_hr),
        "Resting": lambda who: _number(who.resting_hr),
        "Threshold": lambda who: _number(who.threshold_hr),
        "Ceiling": lambda who: _number(who.ceiling_hr),
        "Born": lambda who: str(who.birth_year or ""),
        "Kg": lambda who: _number(who.weight_kg),
        "Race": lambda who: _race(who, day),
        "To know": _to_know,
    }


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def _race(who: Athlete, day: date) -> str:
    if who.race_on is None or who.race_on < day:
        return ""
    return f"{who.race_on} {who.race_name}".strip()


def _to_know(who: Athlete) -> str:
    """What decides on what may be offered to somebody."""
    words: list[str] = []
    if who.is_effort_only:
        words.append("effort only")
    if who.is_ready is False:
        words.append("see a doctor first")
    elif who.is_ready is None:
        words.append("questions open")
    if who.cleared_on is not None:
        words.append(f"cleared {who.cleared_on}")
    if who.guardian_on is not None:
        words.append(f"guardian {who.guardian_on}")
    return ", ".join(words)


def remove_athlete(config: Path | None, name: str) -> None:
    """`switchback roster remove`."""
    with history(config) as (engine, _):
        Roster(engine).remove(name)
    say(f"{name} is off the roster; recorded sessions stay.")


Ask = Callable[[str], None]
"""Puts a question; returns only when the answer was yes."""


def erase_athlete(config: Path | None, name: str, ask: Ask) -> None:
    """`switchback roster erase`."""
    with history(config) as (engine, _):
        roster = Roster(engine)
        who = roster.find(name)
        count = len(History(engine).parts_of(who.id))
        ask(f"Erase {who.name} and {count} sessions, for good?")
        roster.erase(who.id)
    say(
        f"{who.name} is erased. Backups on this kiosk follow within {DELAY_HOURS} hours, while it "
        "is on and nobody trains; sticks and exported files are yours to erase."
    )


def merge_athletes(config: Path | None, name: str, into: str, ask: Ask) -> None:
    """`switchback roster merge`."""
    with history(config) as (engine, _):
        roster = Roster(engine)
        one, other = roster.find(name), roster.find(into)
        plan = look(engine, one.id, other.id)
        twice = (
            f" In {plan.dropped} sessions both were tapped in: the part with hardly a heart rate "
            "is dropped."
            if plan.dropped
            else ""
        )
        ask(
            f"{plan.sessions} sessions, straps and tags of {one.name} go to {other.name}, and "
            f"{one.name} is gone.{twice} This cannot be undone. Go on?"
        )
        roster.merge(one.id, other.id)
    say(f"{one.name} is {other.name} now.")


# -- the club's straps ---------------------------------------------------------------------------


def list_straps(config: Path | None, as_json: bool) -> None:
    """`switchback straps list`."""
    with history(config) as (engine, settings):
        pool = Shelf(engine).list()
        names = {athlete.id: athlete.name for athlete in Roster(engine).list()}
    if as_json:
        say_json(
            [
                {
                    "number": strap.number,
                    "device_number": strap.device_number,
                    "holder": names.get(strap.holder_id or 0),
                    "battery_percent": strap.battery_percent,
                    "battery_status": strap.battery_status,
                    "last_used_utc": utc(strap.last_used_utc_ms),
                }
                for strap in pool
            ]
        )
        return
    table = Table("Number", "Device", "Battery", "Last used", "Who has it")
    for strap in pool:
        percent = None if strap.battery_percent is None else f"{strap.battery_percent} %"
        used = strap.last_used_utc_ms
        table.add_row(
            str(strap.number),
            str(strap.device_number),
            ", ".join(word for word in (strap.battery_status, percent) if word),
            "" if used is None else f"{local(used, settings):%Y-%m-%d %H:%M}",
            names.get(strap.holder_id or 0, ""),
        )
    Console().print(table if pool else "None yet: switchback straps add NUMBER DEVICE_NUMBER")


def add_strap(config: Path | None, number: int, device_number: int) -> None:
    """`switchback straps add`."""
    with history(config) as (engine, _):
        Shelf(engine).add(number, device_number)
    say(f"Strap {device_number} is number {number} of the club.")


def drop_strap(config: Path | None, number: int) -> None:
    """`switchback straps drop`."""
    with history(config) as (engine, _):
        Shelf(engine).drop(number)
    say(f"Strap {number} is off the shelf.")


def retire_strap(config: Path | None, device_number: int, ask: Ask) -> None:
    """`switchback straps retire`."""
    with history(config) as (engine, _):
        ask(f"Take strap {device_number} off the shelf, and off whoever owns it?")
        retired = Shelf(engine).retire(device_number)
    shelf = "" if retired.number is None else f", number {retired.number} of the club,"
    had = f"; {', '.join(retired.concerned)} had it" if retired.concerned else ""
    say(f"Strap {device_number}{shelf} is retired{had}. Sessions keep its number.")
