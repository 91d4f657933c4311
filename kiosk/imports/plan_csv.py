"""Weeks that were planned on a laptop: a day in the file is planned anew, all others stay."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from kiosk.errors import ImportRefused, KioskError
from kiosk.history.names import name_key, nearest
from kiosk.history.week import check_entries
from kiosk.imports import cells
from kiosk.imports.findings import WeekFinding
from kiosk.imports.plain_file import shown_name
from kiosk.imports.table import Row, Table, read_table
from kiosk.training.athlete import Athlete
from kiosk.training.past import Planned
from kiosk.words import Text, joined, text

COLUMNS: Final[Mapping[str, str]] = {
    "date": "date", "day": "date",
    "name": "name", "athlete": "name",
    "workout": "workout", "protocol": "workout",
    "note": "note", "words": "note",
}  # fmt: skip
FURTHEST: Final = timedelta(days=730)


@dataclass(frozen=True, slots=True)
class PlanKnown:
    """What the kiosk knows when it looks at a plan."""

    athletes: Sequence[Athlete]
    coming: Sequence[str]
    """Names of those whom the same stick adds."""
    weeks: Mapping[int, Sequence[Planned]]
    """From today on, by athlete id."""
    workouts: Mapping[str, str]
    """Names by id, those that the same stick brings too."""
    today: date


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    on: date
    planned: Planned | None
    """None clears the day."""
    file: str
    line: int


def read_plan(content: bytes, file: str) -> Table:
    """Raises ImportRefused for what is no plan at all."""
    return read_table(content, file, COLUMNS, "date")


def weeks_of(tables: Sequence[Table], known: PlanKnown) -> tuple[list[WeekFinding], list[str]]:
    """A finding for everybody who is planned for, and for each row that cannot be used; and notes.

    Days that are over are passed over: the file is last week's, and still right for the next. A
    day with a row that cannot be used stays as it is.
    """
    refused: list[WeekFinding] = []
    entries: list[_Entry] = []
    spoilt: set[tuple[str, date]] = set()
    for table in tables:
        month_first = cells.is_month_first(row.cell("date") for row in table.rows)
        for row in table.rows:
            try:
                entries.append(_entry(row, table.file, known, month_first))
            except KioskError as refusal:
                spoilt |= _days_of(row, known, month_first)
                title = shown_name(row.cell("name")) or text("Row {line}", line=row.line)
                refused.append(WeekFinding("refused", title, str(refusal), table.file, row.line))
    ahead = [entry for entry in entries if entry.on >= known.today]
    notes: list[str] = []
    if over := len(entries) - len(ahead):
        notes.append(text("Rows of days that are over are passed over: {count}.", count=over))
    ahead = [entry for entry in ahead if (entry.name, entry.on) not in spoilt]
    names = dict.fromkeys(entry.name for entry in ahead)
    weeks = [_week(name, [entry for entry in ahead if entry.name == name], known) for name in names]
    return [*refused, *weeks], notes


def _entry(row: Row, file: str, known: PlanKnown, month_first: bool | None) -> _Entry:
    if row.fault:
        raise ImportRefused(row.fault)
    on = cells.day(row.cell("date"), month_first=month_first)
    if on > known.today + FURTHEST:
        raise ImportRefused(text("{day} is years away: correct the date.", day=on))
    name = _name(row.cell("name"), known)
    workout, note = row.cell("workout"), row.cell("note")
    if not workout and not note:
        return _Entry(name, on, None, file, row.line)
    planned = Planned(on, _protocol(workout, known.workouts) if workout else None, note)
    check_entries([planned])
    return _Entry(name, on, planned, file, row.line)


def _days_of(row: Row, known: PlanKnown, month_first: bool | None) -> set[tuple[str, date]]:
    """The day that a row means which cannot be used: half of a day is no plan, so it stays."""
    try:
        on = cells.day(row.cell("date"), month_first=month_first)
        return {(_name(row.cell("name"), known), on)}
    except KioskError:
        return set()


def _name(cell: str, known: PlanKnown) -> str:
    names = [*(who.name for who in known.athletes), *known.coming]
    for name in names:
        if name_key(name) == name_key(cell):
            return name
    alike = nearest(cell, names)
    if not cell or not alike:
        raise ImportRefused(
            text('"{name}" is not on the roster: add them there first.', name=shown_name(cell))
        )
    raise ImportRefused(
        text(
            '"{name}" is not on the roster: did you mean {alike}?',
            name=shown_name(cell),
            alike=alike[0],
        )
    )


def _protocol(cell: str, workouts: Mapping[str, str]) -> str:
    """Its id, by the id or the name; a name that two workouts have is nobody's."""
    if cell.casefold() in workouts:
        return cell.casefold()
    same = [ident for ident, name in workouts.items() if name_key(name) == name_key(cell)]
    if len(same) == 1:
        return same[0]
    if same:
        raise ImportRefused(
            text(
                'Several workouts are called "{workout}": write the id instead, {ids}.',
                workout=shown_name(cell),
                ids=" / ".join(sorted(same)[:4]),
            )
        )
    alike = nearest(cell, [*workouts, *workouts.values()])
    hint = text('did you mean "{name}"?', name=alike[0]) if alike else text("look at its name.")
    raise ImportRefused(
        text(
            'There is no workout "{workout}"; {hint} Free words go into the note.',
            workout=shown_name(cell),
            hint=hint,
        )
    )


def _week(name: str, entries: Sequence[_Entry], known: PlanKnown) -> WeekFinding:
    first = entries[0]
    wanted: dict[date, list[Planned]] = {}
    for entry in entries:
        day = wanted.setdefault(entry.on, [])
        if entry.planned is not None and entry.planned not in day:
            day.append(entry.planned)
    athlete_id = next(
        (who.id for who in known.athletes if name_key(who.name) == name_key(name)), None
    )
    now = known.weeks.get(athlete_id, ()) if athlete_id is not None else ()
    had = {on: tuple(entry for entry in now if entry.on == on) for on in wanted}
    days = {on: tuple(day) for on, day in wanted.items() if tuple(day) != had[on]}
    before = {on: had[on] for on in days}
    if not days:
        return WeekFinding("unchanged", name, "", first.file, first.line, name)
    try:
        for day in days.values():
            check_entries(day)
    except KioskError as refusal:
        return WeekFinding("refused", name, str(refusal), first.file, first.line)
    state = "new" if not any(before.values()) else "changed"
    detail = _words(before, days)
    return WeekFinding(state, name, detail, first.file, first.line, name, before, days)


def _words(
    before: Mapping[date, Sequence[Planned]], days: Mapping[date, Sequence[Planned]]
) -> Text:
    counts = (
        (text("days planned: {count}", count=_count(days[on] and not before[on] for on in days))),
        (text("days changed: {count}", count=_count(days[on] and before[on] for on in days))),
        (text("days cleared: {count}", count=_count(not days[on] for on in days))),
    )
    return joined(", ", [words for words in counts if words.values["count"]])


def _count(holds: Iterable[object]) -> int:
    return sum(bool(one) for one in holds)
