"""A roster that was edited on a laptop, row by row against the roster as it is."""

import codecs
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from kiosk.errors import ImportRefused
from kiosk.export.evening_tables import write_roster
from kiosk.imports.findings import PersonFinding
from kiosk.imports.roster_csv import Known, people_of, read_roster
from kiosk.imports.table import MAX_ROWS, read_table
from kiosk.shelf import PoolStrap
from kiosk.training.athlete import Athlete

TODAY = date(2026, 6, 1)
ANNA = Athlete(1, "Anna", (111, 112), max_hr=185.0, resting_hr=52.0, birth_year=1990, sex="f")
BEN = Athlete(2, "Ben Groß", (222,), max_hr=181.123456, ceiling_hr=160.0)
DASH = Athlete(3, "=Dash", zone_edges=(100.0, 120.0, 140.0))
CLUB = (ANNA, BEN, DASH)
SHELF = (PoolStrap(7, 777),)


def found(*lines: str, by_coach: bool = True, content: bytes = b"") -> list[PersonFinding]:
    table = read_roster(content or "\n".join(lines).encode(), "roster.csv")
    return people_of([table], Known(CLUB, SHELF, TODAY, by_coach=by_coach))


def one(*lines: str, by_coach: bool = True) -> PersonFinding:
    (finding,) = found(*lines, by_coach=by_coach)
    return finding


def test_what_the_kiosk_wrote_comes_back_as_it_was() -> None:
    for by_coach in (True, False):
        rows = found(content=write_roster(CLUB, TODAY), by_coach=by_coach)
        assert [(row.state, row.title) for row in rows] == [
            ("unchanged", "Anna"),
            ("unchanged", "Ben Groß"),
            ("unchanged", "=Dash"),
        ]


SAVED: dict[str, Callable[[str], bytes]] = {
    "utf-8": lambda words: words.encode(),
    "bom": lambda words: codecs.BOM_UTF8 + words.encode(),
    "utf-16": lambda words: words.encode("utf-16"),
    "cp1252": lambda words: words.encode("cp1252"),
    "unicode text": lambda words: words.replace(";", "\t").encode("utf-16"),
    "commas": lambda words: words.replace(";", ",").encode(),
    "sep": lambda words: ("sep=;\r\n" + words).encode(),
}


@pytest.mark.parametrize("encode", SAVED.values(), ids=SAVED)
def test_every_way_in_which_a_spreadsheet_saves_is_read(
    encode: Callable[[str], bytes],
) -> None:
    words = '"Name";"Max_Heart-Rate (bpm)";NUMBER\r\n\r\n"Ben Groß";190;2\r\n'
    (row,) = found(content=encode(words))
    assert (row.state, dict(row.changes)) == ("changed", {"max_hr": 190.0})


def test_an_empty_cell_leaves_what_is_known_and_none_takes_it_back() -> None:
    row = one("name,max heart rate,resting heart rate,birth year", "anna,none,,None")
    assert dict(row.changes) == {"max_hr": None, "birth_year": None}
    assert row.detail == "maximum heart rate 185 → –, birth year 1990 → –"


def test_columns_come_in_any_order_and_unknown_ones_are_named() -> None:
    table = read_roster(b"Shoe size,age,units,name\n42,36,metric,Anna\n", "r.csv")
    assert table.notes == ("r.csv: columns that are not known are passed over: Shoe size.",)
    (row,) = people_of([table], Known(CLUB, SHELF, TODAY))
    assert row.state == "unchanged", "36 years fit the year of birth that is known"


def test_somebody_new_has_no_number_and_what_the_row_says() -> None:
    row = one("number;name;age;max heart rate;straps", ";Carla;40;181,5;333 444 333")
    assert (row.state, row.athlete_id, row.line) == ("new", None, 2)
    assert dict(row.changes) == {
        "name": "Carla",
        "birth_year": 1986,
        "max_hr": 181.5,
        "straps": (333, 444),
    }


def test_a_threshold_that_is_new_is_of_today() -> None:
    changes = one("name,threshold", "Anna,168").changes
    assert changes == {"threshold_hr": 168.0, "threshold_on": TODAY}


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("2,Anna", 'Number 2 is Ben Groß here, not Anna: .* "new name"'),
        ("1,Annabel", "Number 1 is Anna here, not Annabel"),
        ("9,Carla", "Number 9 is not on the roster any more: clear the number"),
        ("x,Anna", 'The number cannot be "x"'),
        ("1.5,Anna", "write a whole number"),
        ("١,Anna", "write a number"),
        ('1," "', "A name is missing"),
        (",\u202eAnna", "cannot be a name: type it again"),
        ("," + "a" * 41, "in up to 40 characters"),
    ],
)
def test_whoever_is_not_certain_is_refused(row: str, why: str) -> None:
    finding = one("number,name", row)
    assert (finding.state, finding.line) == ("refused", 2)
    assert re.search(why, finding.detail), finding.detail


@pytest.mark.parametrize(
    ("column", "cell", "why"),
    [
        ("max heart rate", "999", "cannot be 999; enter a value from 100 to 230"),
        ("max heart rate", "1e2", "write a number"),
        ("max heart rate", "=A1", "write a number"),
        ("resting heart rate", "190", "enter a value from 25 to 120"),
        ("birth year", "1850", "enter a value from 1900"),
        ("sex", "x", "give f or m"),
        ("ceiling", "200", "must not lie above the maximum heart rate"),
        ("straps", "222", "Strap 222 belongs to Ben Groß"),
        ("straps", "777", "number 7 of the club's own"),
        ("straps", "0", "a device number is between 1"),
        ("straps", "1 2 3 4 5 6 7 8 9", "8 straps at most"),
        ("zone edges", "140 120", "must rise"),
        ("zone model", "threshold", 'it is "reserve" then'),
        ("new name", "ben gross", "Ben Groß|ben gross is on the roster"),
        ("name", "x" * 401, "longer than 400"),
    ],
)
def test_a_value_that_cannot_be_refuses_its_row_alone(column: str, cell: str, why: str) -> None:
    head = "name,max heart rate" if column == "name" else f"name,{column}"
    row = f"{cell},180" if column == "name" else f"Anna,{cell}"
    bad, good = found(head, row, "Ben Groß,")
    assert (bad.state, good.state) == ("refused", "unchanged")
    assert re.search(why, bad.detail), bad.detail


def test_a_ceiling_changes_only_by_a_coach_who_has_signed_in() -> None:
    rows = ("name,ceiling", "Ben Groß,170")
    assert one(*rows).changes == {"ceiling_hr": 170.0}
    refused = one(*rows, by_coach=False)
    assert refused.state == "refused"
    assert "only by a coach who has signed in" in refused.detail


def test_a_name_is_changed_by_a_column_of_its_own() -> None:
    row = one("number,name,new name", "1,Anna,Anna-Lena")
    assert (row.athlete_id, row.title, row.changes) == (1, "Anna", {"name": "Anna-Lena"})
    assert row.detail == "name Anna → Anna-Lena"


def test_several_rows_about_one_person_are_all_refused() -> None:
    rows = found("name,new name", "Anna,", "ANNA,", "Carla,", "carla,", "Dirk,", "Ben Groß,Dirk")
    assert [row.state for row in rows] == ["refused"] * 6
    assert "several rows about" in rows[0].detail


def test_two_rows_cannot_claim_one_strap() -> None:
    first, second = found("name,straps", "Anna,555", "Ben Groß,555")
    assert (first.state, second.state) == ("changed", "refused")
    assert "belongs to Anna" in second.detail


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "It is empty"),
        (b"\xef\xbb\xbf\r\n", "It is empty"),
        (b"a,b\n1,2\n", 'no column "name"'),
        (b"name,Name\nAnna,Ben\n", '"name" is there twice'),
        (b'name\nAnna\n"Ben\n', "Line 3: a cell does not end, or a quotation mark"),
        (b'name\n"Anna"x\n', "Line 2: a cell does not end, or a quotation mark"),
        (b"\x81\x8d", "no text that can be read"),
        (b"\xff\xfe\x00", "no text that can be read"),
        (b"PK\x03\x04\x00\x00\xff", "no text that can be read"),
        (b"," * 100 + b"name", "more than 64 columns"),
        (b"name\n" + b"x\n" * (MAX_ROWS + 1), "more than 2000 rows"),
        (b"name," + b"x" * 200_000, "Line 1: a cell does not end"),
    ],
)
def test_what_is_no_roster_at_all_is_refused_whole(content: bytes, why: str) -> None:
    with pytest.raises(ImportRefused, match=why):
        read_roster(content, "roster.csv")


def test_a_row_with_a_comma_too_many_is_refused_alone() -> None:
    bad, good = found("name,max heart rate", "Anna,185,5", "Ben Groß,")
    assert (bad.state, good.state) == ("refused", "unchanged")
    assert "more cells than there are headings" in bad.detail


def test_lines_are_counted_as_an_editor_counts_them() -> None:
    table = read_table(b'a\r\n\r\n"x\r\ny"\r\nz\r\n', "t", {"a": "a"}, "a")
    assert [(row.line, row.cell("a")) for row in table.rows] == [(3, "x\r\ny"), (5, "z")]


def test_a_strap_that_somebody_shares_already_is_no_news() -> None:
    shared = replace(BEN, straps=(111,))
    table = read_roster(b"name,straps\nBen Gro\xc3\x9f,111\n", "r")
    (row,) = people_of([table], Known((ANNA, shared), (), TODAY))
    assert row.state == "unchanged"
