"""What LibreOffice makes of our CSV files: the same texts, the same numbers, and no formulas."""

import csv
import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest

from kiosk.export.bundle import export
from kiosk.export.csv_files import defused, write_rows
from kiosk.export.evening import write_evening
from kiosk.history.queries import History
from kiosk.history.recorder import Recorder
from kiosk.history.roster import Roster
from tests.history.lived import live
from tests.history.test_evening import TODAY

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ATTACKS = (
    "=1+1",
    "+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    " =1+1",
    "'=1+1",
    '"=1+1',
    "−1",
    "＝1+1",
)


def cells_of(path: Path) -> list[list[str | float | None]]:
    """Of the first sheet; fails on a formula."""
    with zipfile.ZipFile(path) as book:
        strings = [
            "".join(text.text or "" for text in one.iter(f"{SHEET}t"))
            for one in fromstring(book.read("xl/sharedStrings.xml"))  # noqa: S314 - our own
        ]
        sheet = fromstring(book.read("xl/worksheets/sheet1.xml"))  # noqa: S314
    assert next(sheet.iter(f"{SHEET}f"), None) is None, "a formula"
    rows: list[list[str | float | None]] = []
    for row in sheet.iter(f"{SHEET}row"):
        cells: list[str | float | None] = []
        for cell in row:
            column = _number(re.sub(r"\d", "", cell.attrib["r"]))
            cells += [None] * (column - len(cells) - 1)
            value = cell.findtext(f"{SHEET}v")
            if value is None:
                cells.append(None)
            else:
                cells.append(strings[int(value)] if cell.get("t") == "s" else float(value))
        rows.append(cells)
    return rows


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def as_read(cell: str) -> str | float | None:
    try:
        return float(cell) if cell else None
    except ValueError:
        return cell.replace("\r", "\n")  # a line's end within a cell


def test_libreoffice_reads_every_kind_as_it_was_meant(
    recorder: Recorder, roster: Roster, history: History, tmp_path: Path
) -> None:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is not installed")
    live("pauses_and_losses", recorder, roster)
    roster.set_fields(2, {"name": "=cmd|' /C calc'!A0"})
    out = tmp_path / "out"
    files = export(history, out, None, ["csv", "summary"])[1:]
    write_evening(history, out, today=TODAY)
    attacks = tmp_path / "attacks.csv"
    with attacks.open("wb") as file:
        write_rows(file, [("text", "number"), *((defused(one), "-1.50") for one in ATTACKS)])
    sheets = {f"{n}.csv": one for n, one in enumerate([*files, out / "roster.csv", attacks])}
    assert len(sheets) == 4
    for name, source in sheets.items():
        shutil.copy(source, tmp_path / name)
    subprocess.run(
        [
            soffice,
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            "--headless",
            "--infilter=CSV:44,34,76,1",  # what its dialog proposes because of the mark: UTF-8
            *("--convert-to", "xlsx", "--outdir", str(tmp_path / "sheets")),
            *(str(tmp_path / name) for name in sheets),
        ],
        check=True,
        capture_output=True,
        timeout=60,
    )
    for name in sheets:
        content = (tmp_path / name).read_bytes()
        assert content.startswith(b"\xef\xbb\xbf")
        meant = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
        found = cells_of(tmp_path / "sheets" / name.replace(".csv", ".xlsx"))
        assert len(found) == len(meant)
        for row, expected in zip(found, meant, strict=True):
            wanted = [as_read(cell) for cell in expected]
            assert [*row, *([None] * (len(wanted) - len(row)))] == wanted


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_text_begins_as_a_formula(attack: str) -> None:
    assert defused(attack) == f"'{attack}"


@pytest.mark.parametrize("text", ["Anna = Ben", "3 x 10", "", " easy", "Å-B", "1-2"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert defused(text) == text
