"""Takes over what was chosen of a preview: exactly that, or nothing where things have changed."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, cast

from sqlalchemy import Engine

from kiosk.coach_port import DayPlan
from kiosk.errors import ExportError, ImportRefused, KioskError
from kiosk.export.safe_file import at_the_screen, make_folder, whole_file
from kiosk.history.homework import BroughtBack, to_do
from kiosk.history.homework import take as take_homework
from kiosk.history.names import name_key
from kiosk.history.roster import Known, Roster
from kiosk.history.week import plan_days, planned_from
from kiosk.import_port import NONE_PICKED, ImportItem
from kiosk.imports.findings import (
    Finding,
    HomeworkFinding,
    PersonFinding,
    WeekFinding,
    WorkoutFinding,
)
from kiosk.imports.preview import Preview
from kiosk.imports.workouts import KnownWorkouts
from kiosk.training.athlete import Athlete
from kiosk.training.protocols import load_folders
from kiosk.words import named, text

Plan = Callable[[Sequence[DayPlan]], None]


@dataclass(frozen=True, slots=True)
class Places:
    """Where things that are taken over go."""

    engine: Engine
    roster: Roster
    protocol_folders: tuple[Path, Path]
    """The shipped workouts and the club's own."""
    today: date
    utc_ms: int
    """Now."""
    plan: Plan | None = None
    """Plans days and tells of it; None only plans them."""


def take_over(
    preview: Preview,
    keys: Collection[int],
    places: Places,
    picks: Mapping[int, int] = NONE_PICKED,
) -> tuple[int, tuple[ImportItem, ...]]:
    """How many were taken over, and the others with the reason; each stands for itself. `picks` are
    the places of what was picked, by key, where there is something to choose.

    Workouts come first, then people, then their weeks, which may need both.
    """
    done, refused = 0, list[ImportItem]()
    for item in preview.items:
        pick = picks.get(item.key, -1) if item.choices else 0
        is_picked = item.can_be_taken or 0 <= pick < len(item.choices)
        if item.key not in keys or not is_picked:
            continue
        try:
            _take(preview.findings[item.key], places, pick)
            done += 1
        except KioskError as refusal:
            words = at_the_screen(refusal) if isinstance(refusal, ExportError) else str(refusal)
            refused.append(replace(item, state="refused", detail=words, choices=()))
    return done, tuple(refused)


def _take(finding: Finding, places: Places, pick: int) -> None:
    match finding:
        case HomeworkFinding():
            _count(finding.brought[pick], places)
        case WorkoutFinding():
            _keep_workout(finding, places.protocol_folders)
        case PersonFinding(athlete_id=None):
            known = dict(finding.changes)
            name = str(known.pop("name"))
            straps = cast("tuple[int, ...]", known.pop("straps", ()))
            places.roster.add(name, straps, **cast("Known", known))
        case PersonFinding():
            _change(finding, places.roster)
        case WeekFinding():
            _plan(finding, places)
        case _:
            raise AssertionError(finding)


def _change(finding: PersonFinding, roster: Roster) -> None:
    athlete = next((who for who in roster.list() if who.id == finding.athlete_id), None)
    if athlete is None or not _is_as_before(athlete, finding):
        raise _meanwhile(finding.title)
    roster.set_fields(athlete.id, cast("dict[str, Any]", finding.changes))


def _is_as_before(athlete: Athlete, finding: PersonFinding) -> bool:
    return name_key(athlete.name) == name_key(finding.title) and all(
        getattr(athlete, what) == value for what, value in finding.before.items()
    )


def _plan(finding: WeekFinding, places: Places) -> None:
    key = name_key(finding.name)
    athlete = next((who for who in places.roster.list() if name_key(who.name) == key), None)
    if athlete is None:
        raise ImportRefused(
            text("{name} is not on the roster: take them over too.", name=finding.name)
        )
    workouts = {protocol.id for protocol in load_folders(places.protocol_folders)[0]}
    wanted = {entry.protocol_id for day in finding.days.values() for entry in day} - {None}
    if missing := sorted(str(one) for one in wanted - workouts):
        raise ImportRefused(
            text('The workout "{workout}" is not there: take it over too.', workout=missing[0])
        )
    now = planned_from(places.engine, places.today).get(athlete.id, ())
    for on, had in finding.before.items():
        if tuple(entry for entry in now if entry.on == on) != had:
            raise _meanwhile(finding.title)
    days = [DayPlan(athlete.id, on, entries) for on, entries in finding.days.items()]
    if places.plan is None:
        plan_days(places.engine, days)
    else:
        places.plan(days)


def _count(brought: BroughtBack, places: Places) -> None:
    """As the homework that was shown; who was erased meanwhile is not found, nor who came since."""
    who, given = brought.athlete, brought.given
    now, due = to_do(places.engine, who.id)
    if name_key(now.name) != name_key(who.name):
        raise _meanwhile(who.name)
    if given not in due:
        raise ImportRefused(
            text(
                "{workout} of {name} has been brought back already: look at the stick once more.",
                workout=named(given.plan.name),
                name=who.name,
            )
        )
    take_homework(
        places.engine, who.id, brought.activity, brought.on, places.utc_ms, homework_id=given.id
    )


def _keep_workout(finding: WorkoutFinding, folders: tuple[Path, Path]) -> None:
    """Into the club's own folder, under a name made of the id, which is letters and digits."""
    known = KnownWorkouts(folders)
    file = known.files.get(finding.protocol_id)
    had = None if file is None else file.read_text(encoding="utf-8-sig")
    if finding.protocol_id in known.shipped or had != finding.before:
        raise _meanwhile(finding.title)
    make_folder(folders[1])
    if file is None:
        file = _free(folders[1], finding.protocol_id)
    else:
        with whole_file(file.with_name(f"{file.name}.old")) as old:
            old.write(file.read_bytes())
    with whole_file(file) as new:
        new.write(finding.content.encode())


def _free(folder: Path, protocol_id: str) -> Path:
    """A file that is not there yet: one that cannot be used keeps its name."""
    file, number = folder / f"{protocol_id}.toml", 2
    while file.exists():
        file, number = folder / f"{protocol_id}-{number}.toml", number + 1
    return file


def _meanwhile(name: str) -> ImportRefused:
    return ImportRefused(
        text("{name} has been changed meanwhile: look at the stick once more.", name=name)
    )
