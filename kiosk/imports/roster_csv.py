"""A roster that was edited on a laptop, against the roster as it is: nobody is ever taken off it.

Who a row means is certain or the row is refused: a number counts only with the name that it has
here, and a number that is unknown here only adds nobody, because they may have had themselves
erased. An empty cell leaves what is known; the word "none" takes it back.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from kiosk.errors import ImportRefused, KioskError
from kiosk.history.claims import check_values
from kiosk.history.names import name_key
from kiosk.imports import cells
from kiosk.imports.findings import PersonFinding
from kiosk.imports.plain_file import shown_name
from kiosk.imports.roster_words import change_words, column
from kiosk.imports.table import Row, Table, read_table
from kiosk.shelf import PoolStrap
from kiosk.training.athlete import Athlete
from kiosk.training.zones import ZoneModel, zones_for
from kiosk.words import text

COLUMNS: Final[Mapping[str, str]] = {
    "number": "number", "id": "number", "no.": "number",
    "name": "name",
    "new name": "new name",
    "birth year": "birth year", "year of birth": "birth year",
    "age": "age",
    "sex": "sex",
    "max heart rate": "max_hr", "maximum heart rate": "max_hr", "max hr": "max_hr",
    "resting heart rate": "resting_hr", "resting hr": "resting_hr",
    "threshold": "threshold_hr", "threshold heart rate": "threshold_hr",
    "threshold hr": "threshold_hr",
    "ceiling": "ceiling_hr",
    "weight": "weight_kg", "weight kg": "weight_kg",
    "zone model": "zone model",
    "zone edges": "zone_edges",
    "strap numbers": "straps", "straps": "straps", "strap": "straps", "strap number": "straps",
    "units": "units",
}  # fmt: skip
"""By every way to write them. Units are the kiosk's own, and read by nobody."""
_RATES: Final = ("max_hr", "resting_hr", "threshold_hr", "ceiling_hr", "weight_kg")


@dataclass(slots=True)
class Known:
    """What the kiosk knows when it looks at a stick."""

    athletes: Sequence[Athlete]
    pool: Sequence[PoolStrap]
    today: date
    by_coach: bool = False
    """A coach has signed in: only then may a ceiling change."""
    said_straps: dict[int, str] = field(default_factory=dict[int, str])
    """Straps that rows before have claimed, and for whom."""


def read_roster(content: bytes, file: str) -> Table:
    """Raises ImportRefused for what is no roster at all."""
    return read_table(content, file, COLUMNS, "name")


def people_of(tables: Sequence[Table], known: Known) -> list[PersonFinding]:
    """What every row of these rosters would do, each for itself."""
    found = [_finding(row, table.file, known) for table in tables for row in table.rows]
    return _without_doubles(found)


def _finding(row: Row, file: str, known: Known) -> PersonFinding:
    title = shown_name(row.cell("name")) or text("Row {line}", line=row.line)
    try:
        if row.fault:
            raise ImportRefused(row.fault)
        before = _whom(row, known.athletes)
        wanted = _wanted(row, before, known)
        check_values(wanted, known.today)
        _check_straps(wanted, before, known)
        _check_zone_model(row, before, wanted, known.today)
        changes = _changes(before, wanted)
        if "ceiling_hr" in changes and not known.by_coach:
            raise ImportRefused(
                text(
                    "A ceiling is changed only by a coach who has signed in at the kiosk: import "
                    "it there, or leave the cell empty."
                )
            )
        if "name" in changes and before.id:
            _check_new_name(wanted, known.athletes)
    except KioskError as refusal:
        return PersonFinding("refused", title, str(refusal), file, row.line)
    known.said_straps |= dict.fromkeys(wanted.straps, wanted.name)
    if not before.id:
        words = change_words(before, wanted, changes)
        return PersonFinding("new", wanted.name, words, file, row.line, None, {}, changes)
    if not changes:
        return PersonFinding("unchanged", before.name, "", file, row.line, before.id)
    had = {what: getattr(before, what) for what in changes}
    words = change_words(before, wanted, changes)
    return PersonFinding("changed", before.name, words, file, row.line, before.id, had, changes)


def _without_doubles(found: list[PersonFinding]) -> list[PersonFinding]:
    """Of several rows about one person nobody knows which is meant."""
    meant = [one.athlete_id or name_key(one.title) for one in found if one.state != "refused"]
    names = [name_key(str(one.changes["name"])) for one in found if "name" in one.changes]
    times, taken = Counter(meant), Counter(names)
    return [
        PersonFinding(
            "refused",
            one.title,
            text("There are several rows about {name}: keep one of them.", name=one.title),
            one.file,
            one.line,
        )
        if one.state != "refused"
        and (
            times[one.athlete_id or name_key(one.title)] > 1
            or taken[name_key(str(one.changes.get("name", "")))] > 1
        )
        else one
        for one in found
    ]


# -- who is meant --------------------------------------------------------------------------------


def _whom(row: Row, athletes: Sequence[Athlete]) -> Athlete:
    """The person as known; with the id 0 somebody new."""
    name = cells.name(row.cell("name"))
    same_name = next((who for who in athletes if name_key(who.name) == name_key(name)), None)
    if not row.cell("number"):
        return same_name or Athlete(0, name)
    number = cells.whole(text("number"), row.cell("number"))
    numbered = next((who for who in athletes if who.id == number), None)
    if numbered is None and same_name is None:
        raise ImportRefused(
            text(
                "Number {number} is not on the roster any more: clear the number to add {name} "
                "as somebody new.",
                number=number,
                name=name,
            )
        )
    if numbered is not None and numbered is not same_name:
        raise ImportRefused(
            text(
                "Number {number} is {other} here, not {name}: correct the number, or write the "
                'name as it was and another one into a column "new name".',
                number=number,
                other=numbered.name,
                name=name,
            )
        )
    return same_name or Athlete(0, name)


def _check_new_name(wanted: Athlete, athletes: Sequence[Athlete]) -> None:
    key = name_key(wanted.name)
    if any(name_key(who.name) == key and who.id != wanted.id for who in athletes):
        raise ImportRefused(
            text(
                "{name} is on the roster already: choose another name, for example with an "
                "initial.",
                name=wanted.name,
            )
        )


# -- what it says --------------------------------------------------------------------------------


def _wanted(row: Row, before: Athlete, known: Known) -> Athlete:
    changes: dict[str, object] = {}
    for what in _RATES:
        if cell := row.cell(what):
            said = None if _is_nothing(cell) else cells.number(column(what), cell)
            changes[what] = _or_as_known(said, getattr(before, what))
    changes |= _of_birth(row, before, known.today)
    if cell := row.cell("sex"):
        changes["sex"] = None if _is_nothing(cell) else shown_name(cell.casefold()[:1])
    if cell := row.cell("straps"):
        changes["straps"] = () if _is_nothing(cell) else cells.wholes(column("straps"), cell)
    if cell := row.cell("zone_edges"):
        edges = None if _is_nothing(cell) else cells.numbers(column("zone_edges"), cell)
        changes["zone_edges"] = edges
    if "threshold_hr" in changes and changes["threshold_hr"] != before.threshold_hr:
        changes["threshold_on"] = None if changes["threshold_hr"] is None else known.today
    if cell := row.cell("new name"):
        changes["name"] = cells.name(cell)
    return replace(before, **changes)


def _or_as_known(said: float | None, known: float | None) -> float | None:
    """Files have six figures of a number: one that was not touched is no change."""
    is_same = said is not None and known is not None and f"{said:g}" == f"{known:g}"
    return known if is_same else said


def _of_birth(row: Row, before: Athlete, today: date) -> dict[str, object]:
    """An age fits two years of birth; of those the one that is known stays."""
    if cell := row.cell("birth year"):
        born = None if _is_nothing(cell) else cells.whole(column("birth_year"), cell)
        return {"birth_year": born}
    cell = row.cell("age")
    if not cell or _is_nothing(cell):
        return {}
    age = cells.whole(text("age"), cell)
    if before.birth_year is not None and today.year - before.birth_year in (age, age + 1):
        return {}
    return {"birth_year": today.year - age}


def _is_nothing(cell: str) -> bool:
    return cell.casefold() == cells.NOTHING


def _check_straps(wanted: Athlete, before: Athlete, known: Known) -> None:
    new = [strap for strap in wanted.straps if strap not in before.straps]
    owned = {strap: who.name for who in known.athletes for strap in who.straps}
    shelf = {strap.device_number: strap.number for strap in known.pool}
    for strap in new:
        owner = owned.get(strap) or known.said_straps.get(strap)
        if owner is not None:
            raise ImportRefused(
                text(
                    "Strap {strap} belongs to {owner}: check the number, or share it with them at "
                    "the kiosk.",
                    strap=strap,
                    owner=owner,
                )
            )
        if strap in shelf:
            raise ImportRefused(
                text(
                    "Strap {strap} is number {number} of the club's own: leave it out, and borrow "
                    "it from the shelf.",
                    strap=strap,
                    number=shelf[strap],
                )
            )


def _check_zone_model(row: Row, before: Athlete, wanted: Athlete, today: date) -> None:
    """The model follows from what is known: another one cannot be wished for."""
    cell = row.cell("zone model").casefold().replace(" ", "-")
    models = {_model(before, today), _model(wanted, today)}
    if cell in {str(model) for model in ZoneModel} and cell not in models:
        raise ImportRefused(
            text(
                'The zone model follows from what is known: it is "{model}" then. For "reserve" '
                'give maximum and resting heart rate, for "threshold" a threshold, for "custom" '
                "zone edges.",
                model=_model(wanted, today) or text("none"),
            )
        )


def _model(athlete: Athlete, today: date) -> str:
    zones = zones_for(athlete, today)
    return "" if zones is None else str(zones.model)


def _changes(before: Athlete, wanted: Athlete) -> dict[str, object]:
    fields = (*_RATES, "name", "birth_year", "sex", "straps", "zone_edges", "threshold_on")
    return {
        what: getattr(wanted, what)
        for what in fields
        if getattr(wanted, what) != getattr(before, what) or (what == "name" and not before.id)
    }
