"""The commands on hill homework: given, listed, written as files, brought back."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path

from rich.console import Console
from rich.table import Table

from kiosk.answers import history, say, say_json, today
from kiosk.clock import SystemClock
from kiosk.errors import RosterError
from kiosk.export.activity_reader import load_activity
from kiosk.export.homework import homework_files, look_at, take_back, warnings_of
from kiosk.export.safe_file import make_folder, whole_file
from kiosk.history.homework import AskError, BroughtBack, give, to_do
from kiosk.history.queries import History
from kiosk.history.roster import Roster
from kiosk.session.records import HomeworkGiven
from kiosk.training.homework import OPEN_DAYS, downhills
from kiosk.training.measure import shown
from kiosk.training.protocol_plan import plan as plan_of
from kiosk.training.protocols import find_protocol
from kiosk.workout_folders import protocol_folders


def give_homework(config: Path | None, protocol: str, name: str) -> None:
    """`switchback homework give`: with the gentler end of every range."""
    with history(config) as (engine, settings):
        athlete = Roster(engine).find(name)
        plan = plan_of(find_protocol(protocol, protocol_folders(settings)))
        if not downhills(plan):
            raise RosterError(f"{plan.name} has no downhill: give one that has, like quad-crusher.")
        on = today(settings)
        give(engine, HomeworkGiven(athlete.id, SystemClock().utc_ms(), on, plan.to_json()))
    say(f"{athlete.name} has {plan.name} to do outside by {on + timedelta(OPEN_DAYS)}.")


def list_homework(config: Path | None, name: str | None, as_json: bool) -> None:
    """`switchback homework list`."""
    with history(config) as (engine, settings):
        roster, on = Roster(engine), today(settings)
        people = roster.list() if name is None else [roster.find(name)]
        found = [(who, one) for who in people for one in to_do(engine, who.id, on)[1]]
    if as_json:
        say_json(
            [
                {
                    "id": one.id,
                    "athlete": who.name,
                    "workout": one.plan.name,
                    "given_on": one.on,
                    "until": one.on + timedelta(OPEN_DAYS),
                }
                for who, one in found
            ]
        )
        return
    table = Table("Number", "Athlete", "Workout", "Given", "Bring back by")
    for who, one in found:
        until = one.on + timedelta(OPEN_DAYS)
        table.add_row(str(one.id), who.name, one.plan.name, str(one.on), str(until))
    Console().print(table if found else "Nothing to do outside: switchback homework give …")


def write_homework(config: Path | None, name: str, out: Path) -> None:
    """`switchback homework files`."""
    with history(config) as (engine, _):
        files = homework_files(History(engine), Roster(engine).find(name).id)
    make_folder(out)
    for file_name, write in files:
        with whole_file(out / file_name) as file:
            write(file)
        say(str(out / file_name))


def take_homework(
    config: Path | None,
    path: Path,
    name: str,
    *,
    number: int | None,
    only_look: bool,
    as_json: bool,
) -> None:
    """`switchback homework take`; an activity that may be two homeworks is asked about."""
    content = load_activity(path)
    with history(config) as (engine, settings):
        athlete, zone = Roster(engine).find(name), settings.time_zone
        try:
            if only_look:
                found = look_at(engine, content, path.name, athlete.id, zone, number)
            else:
                now_ms = SystemClock().utc_ms()
                found = take_back(
                    engine, content, path.name, athlete.id, zone, utc_ms=now_ms, homework_id=number
                )
        except AskError as asked:
            choices = ", ".join(f"{one.id} for {one.plan.name}" for one in asked.choices)
            raise RosterError(f"{asked} Add --homework with its number: {choices}.") from asked
        warned = warnings_of(engine, found, zone)
    _tell(found, warned, only_look=only_look, as_json=as_json)


def _tell(found: BroughtBack, warned: Sequence[str], *, only_look: bool, as_json: bool) -> None:
    if as_json:
        say_json(
            {
                "athlete": found.athlete.name,
                "homework": found.given.id,
                "workout": found.given.plan.name,
                "done_on": found.on,
                "did_all_of_it": found.is_whole,
                "taken": not only_look,
                "warnings": list(warned),
                "results": [asdict(one) for one in found.measures],
            }
        )
        return
    verb = "would be" if only_look else "is"
    say(f"{found.given.plan.name}, done on {found.on}, {verb} counted for {found.athlete.name}.")
    table = Table("What", "Result", "Where from")
    for one in found.measures:
        table.add_row(one.name, shown(one), one.missing or one.note)
    Console().print(table)
    for sentence in warned:
        say(sentence)
