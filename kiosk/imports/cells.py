"""What the cells of a table may say: numbers, lists and days, however a spreadsheet writes them."""

import re
from collections.abc import Iterable
from datetime import date

from kiosk.errors import ImportRefused
from kiosk.history.names import MAX_NAME_LENGTH, cleaned
from kiosk.imports.plain_file import is_shown, shown_name
from kiosk.words import text

NOTHING = "none"
"""Takes back what is known; an empty cell leaves it."""
_NUMBER = re.compile(r"[0-9]{1,7}(?:[.,][0-9]{1,3})?")
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_DOTS = re.compile(r"([0-9]{1,2})\. ?([0-9]{1,2})\. ?([0-9]{4})")
_SLASHES = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")


def name(cell: str) -> str:
    """As the roster keeps it. Raises RosterError too."""
    if len(cell) > MAX_NAME_LENGTH or not all(map(is_shown, cell)):
        raise ImportRefused(
            text(
                '"{name}" cannot be a name: type it again, in up to {most} characters.',
                name=shown_name(cell),
                most=MAX_NAME_LENGTH,
            )
        )
    return cleaned(cell)


def number(column: str, cell: str) -> float:
    """Raises ImportRefused, like all of these; units are the roster's."""
    if not _NUMBER.fullmatch(cell):
        raise ImportRefused(
            text(
                'The {column} cannot be "{cell}": write a number, or "none" to take it back.',
                column=column,
                cell=shown_name(cell),
            )
        )
    return float(cell.replace(",", "."))


def whole(column: str, cell: str) -> int:
    value = number(column, cell)
    if value != int(value):
        raise ImportRefused(
            text('The {column} cannot be "{cell}": write a whole number.', column=column, cell=cell)
        )
    return int(value)


def numbers(column: str, cell: str) -> tuple[float, ...]:
    """With spaces or semicolons between them."""
    return tuple(number(column, part) for part in re.split(r"[\s;]+", cell) if part)


def wholes(column: str, cell: str) -> tuple[int, ...]:
    """With anything between them that may stand there; each of them once."""
    parts = [part for part in re.split(r"[\s;,]+", cell) if part]
    return tuple(dict.fromkeys(whole(column, part) for part in parts))


def is_month_first(cells: Iterable[str]) -> bool | None:
    """Which way a file's days with slashes are written; None when that cannot be told."""
    pairs = [found for cell in cells if (found := _SLASHES.fullmatch(cell)) is not None]
    day_first = any(int(found[1]) > 12 for found in pairs)
    month_first = any(int(found[2]) > 12 for found in pairs)
    return None if day_first is month_first else month_first


def day(cell: str, *, month_first: bool | None) -> date:
    """A day as 2026-05-31, as 31.05.2026, or with slashes where a file says which way."""
    if found := _ISO.fullmatch(cell):
        parts = int(found[1]), int(found[2]), int(found[3])
    elif found := _DOTS.fullmatch(cell):
        parts = int(found[3]), int(found[2]), int(found[1])
    elif (found := _SLASHES.fullmatch(cell)) and month_first is not None:
        first, second = int(found[1]), int(found[2])
        parts = (int(found[3]), *((first, second) if month_first else (second, first)))
    else:
        raise _no_day(cell)
    try:
        return date(*parts)
    except ValueError as error:
        raise _no_day(cell) from error


def _no_day(cell: str) -> ImportRefused:
    return ImportRefused(
        text('"{cell}" is no day: write it like 2026-05-31.', cell=shown_name(cell))
    )
