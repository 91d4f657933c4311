"""A CSV file as spreadsheets save it: which bytes, which separator, which columns, which rows."""

import codecs
import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from kiosk.errors import ImportRefused
from kiosk.imports.plain_file import shown_name
from kiosk.words import Text, text

MAX_ROWS: Final = 2000
MAX_COLUMNS: Final = 64
LONGEST_CELL: Final = 400
_SEPARATORS: Final = (",", ";", "\t")
_MOST_NAMED: Final = 5
"""Unknown columns that are named."""
_DEFUSED = re.compile(r"'(?=[=+\-−@＝＋－＠\t\r\n])")
"""What our own files put before a text that spreadsheets would take for a formula."""
_UNIT = re.compile(r" (\([^()]*\)|bpm|kg)$")


@dataclass(frozen=True, slots=True)
class Row:
    """One row; cells by the names of columns, without outer spaces."""

    line: int
    """Where it begins, from 1."""
    cells: Mapping[str, str]
    fault: str = ""
    """Why none of it can be used."""

    def cell(self, column: str) -> str:
        return self.cells.get(column, "")


@dataclass(frozen=True, slots=True)
class Table:
    """A file's rows; those that are empty are left out."""

    file: str
    columns: frozenset[str]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()


def read_table(content: bytes, file: str, columns: Mapping[str, str], needed: str) -> Table:
    """`columns` are the names that are known, as `_key` makes them, with what each is; without
    `needed` it is no such table. Raises ImportRefused and nothing else.
    """
    words, notes = _decoded(content, file)
    lines = _rows(words, _separator(words))
    header = next(lines, None)
    if header is None:
        raise ImportRefused(text("It is empty: save it once more, with a row of headings."))
    heads = [columns.get(_key(cell), "") for cell in header[1]]
    _check_heads(heads, needed)
    unknown = [
        shown_name(_plain(cell)) for cell, head in zip(header[1], heads, strict=True) if not head
    ]
    unknown = [cell for cell in unknown if cell]
    if unknown:
        notes.append(
            text(
                "{file}: columns that are not known are passed over: {names}.",
                file=file,
                names=", ".join(unknown[:_MOST_NAMED]),
            )
        )
    rows = tuple(_row(line, cells, heads) for line, cells in lines)
    return Table(file, frozenset(heads) - {""}, rows, tuple(notes))


def _decoded(content: bytes, file: str) -> tuple[str, list[str]]:
    """Text in UTF-8, in UTF-16 with its mark, or as an old Excel of western Europe writes it."""
    try:
        if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return content.decode("utf-16"), []
        return content.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        if b"\x00" in content:
            raise _no_text() from error
    try:
        words = content.decode("cp1252")
    except UnicodeDecodeError as error:
        raise _no_text() from error
    note = text(
        "{file} is no UTF-8 and was read as western European: if letters of a name are wrong, save "
        'it as "CSV UTF-8".',
        file=file,
    )
    return words, [note]


def _no_text() -> ImportRefused:
    return ImportRefused(text('It is no text that can be read: save it as "CSV UTF-8".'))


def _separator(words: str) -> str:
    """As the first line says it, with "sep=;", or uses it."""
    first = words.lstrip("\r\n").split("\n", 1)[0].strip("\r")
    if first.casefold().startswith("sep=") and first[4:5] in _SEPARATORS:
        return first[4]
    return max(_SEPARATORS, key=first.count)


def _rows(words: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """With the line on which each begins."""
    reader = csv.reader(io.StringIO(words, newline=""), delimiter=separator, strict=True)
    line, count = 1, 0
    try:
        for cells in reader:
            begins, line = line, reader.line_num + 1
            is_separator = begins == 1 and "".join(cells).casefold().startswith("sep=")
            if is_separator or not any(cell.strip() for cell in cells):
                continue
            count += 1
            if count > MAX_ROWS + 1:
                raise ImportRefused(
                    text("It has more than {most} rows: bring fewer at a time.", most=MAX_ROWS)
                )
            yield begins, cells
    except csv.Error as error:
        raise ImportRefused(
            text(
                "Line {line}: a cell does not end, or a quotation mark stands where none may be: "
                "correct it, or save the file with a spreadsheet.",
                line=line,
            )
        ) from error


def _key(cell: str) -> str:
    """A heading however it is written: "Max_Heart-Rate (bpm)" is "max heart rate"."""
    if len(cell) > LONGEST_CELL:
        return ""
    spaced = " ".join(re.sub(r"[_\-]", " ", cell.casefold()).split())
    return _UNIT.sub("", spaced)


def _check_heads(heads: list[str], needed: str) -> None:
    if len(heads) > MAX_COLUMNS:
        raise ImportRefused(
            text("It has more than {most} columns: delete what is not needed.", most=MAX_COLUMNS)
        )
    if needed not in heads:
        raise ImportRefused(
            text(
                'There is no column "{needed}": the first row must hold the headings, as in the '
                "file that the kiosk writes.",
                needed=needed,
            )
        )
    known = [head for head in heads if head]
    twice = next((head for head in known if known.count(head) > 1), None)
    if twice is not None:
        raise ImportRefused(
            text('The column "{column}" is there twice: keep one of them.', column=twice)
        )


def _row(line: int, cells: list[str], heads: list[str]) -> Row:
    fault: Text | str = ""
    if any(cell.strip() for cell in cells[len(heads) :]):
        fault = text("The row has more cells than there are headings: look for a comma too many.")
    elif any(len(cell) > LONGEST_CELL for cell in cells):
        fault = text("A cell is longer than {most} characters: shorten it.", most=LONGEST_CELL)
    pairs = zip(heads, cells, strict=False)
    kept = {head: _plain(cell) for head, cell in pairs if head and len(cell) <= LONGEST_CELL}
    return Row(line, kept, fault)


def _plain(cell: str) -> str:
    """As it was before it was defused."""
    return _DEFUSED.sub("", cell, count=1).strip() if cell.startswith("'") else cell.strip()
