"""What a stick would bring, before any of it is taken over."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, tzinfo
from pathlib import Path

from sqlalchemy import Engine

from kiosk.errors import ImportRefused
from kiosk.history.roster import Roster
from kiosk.history.shelf import Shelf
from kiosk.history.week import planned_from
from kiosk.import_port import ImportChoice, ImportItem, Kind
from kiosk.imports.activities import Activities, choice_words
from kiosk.imports.findings import (
    Finding,
    HomeworkFinding,
    PersonFinding,
    WeekFinding,
    WorkoutFinding,
)
from kiosk.imports.folder import Found, FoundFile, look_into
from kiosk.imports.plan_csv import PlanKnown, read_plan, weeks_of
from kiosk.imports.roster_csv import Known, people_of, read_roster
from kiosk.imports.table import Table
from kiosk.imports.workouts import KnownWorkouts, workouts_of
from kiosk.words import text


@dataclass(frozen=True, slots=True)
class Preview:
    """Everything that was found; the place of a finding is its item's key."""

    findings: tuple[Finding, ...]
    notes: tuple[str, ...]

    @property
    def items(self) -> tuple[ImportItem, ...]:
        """Refused ones first, then in the order in which they are taken over."""
        items = [_item(key, one) for key, one in enumerate(self.findings)]
        return tuple(sorted(items, key=lambda item: item.state != "refused"))


def _item(key: int, one: Finding) -> ImportItem:
    item = ImportItem(key, _kind(one), one.state, one.title, one.detail, one.file, one.line)
    if not isinstance(one, HomeworkFinding):
        return item
    asks = one.brought if one.state == "ask" else ()
    choices = tuple(ImportChoice(which.athlete.name, choice_words(which)) for which in asks)
    return replace(item, choices=choices, rivals=one.rivals, is_wanted=one.is_wanted)


def look(
    folder: Path,
    engine: Engine,
    protocol_folders: tuple[Path, Path],
    today: date,
    *,
    by_coach: bool,
    time_zone: tzinfo | None = None,
) -> Preview:
    """Reads what lies in `folder` and compares it with what is known; changes nothing.

    `by_coach`: a coach has signed in, so ceilings may change. `time_zone` says on which day an
    activity was done; None is the system's. Raises ImportRefused when the folder
    cannot be read and HistoryError when the history cannot.
    """
    activities = Activities(engine, today, time_zone)
    found = look_into(folder, activities.take)
    refused, rosters, plans = _tables(found)
    roster = Roster(engine).list()
    people = people_of(rosters, Known(roster, Shelf(engine).list(), today, by_coach=by_coach))
    known = KnownWorkouts(protocol_folders)
    workouts = workouts_of([file for file in found.files if file.kind in ("fit", "toml")], known)
    coming = {one.protocol_id: one.title for one in workouts if one.state in ("new", "changed")}
    weeks, notes = weeks_of(
        plans,
        PlanKnown(
            athletes=roster,
            coming=[one.title for one in people if one.state == "new"],
            weeks=planned_from(engine, today),
            workouts=known.names() | coming,
            today=today,
        ),
    )
    return Preview(
        (*refused, *workouts, *people, *weeks, *activities.findings()),
        (*_notes(found, [*rosters, *plans]), *notes),
    )


def _tables(found: Found) -> tuple[list[Finding], list[Table], list[Table]]:
    refused = [Finding("refused", one.name, one.reason, one.name) for one in found.refused]
    rosters: list[Table] = []
    plans: list[Table] = []
    for file in found.files:
        try:
            if file.kind == "roster":
                rosters.append(read_roster(file.content, file.name))
            elif file.kind == "plan":
                plans.append(read_plan(file.content, file.name))
        except ImportRefused as refusal:
            refused.append(_of_file(file, str(refusal)))
    return refused, rosters, plans


def _of_file(file: FoundFile, reason: str) -> Finding:
    return Finding("refused", file.name, reason, file.name)


def _notes(found: Found, tables: Sequence[Table]) -> list[str]:
    notes = [note for table in tables for note in table.notes]
    if not found.is_whole:
        notes.append(
            text("So many files lie there that some were not looked at: tidy the stick up.")
        )
    return notes


def _kind(finding: Finding) -> Kind:
    match finding:
        case PersonFinding():
            return "person"
        case WeekFinding():
            return "week"
        case WorkoutFinding():
            return "workout"
        case HomeworkFinding():
            return "homework"
        case _:
            return "file"
