"""A plan that was edited on a laptop, against everybody's weeks as they are."""

import re
from datetime import date, timedelta

import pytest

from kiosk.errors import ImportRefused
from kiosk.export.evening_tables import write_plan
from kiosk.imports import cells
from kiosk.imports.findings import WeekFinding
from kiosk.imports.plan_csv import PlanKnown, read_plan, weeks_of
from kiosk.training.athlete import Athlete
from kiosk.training.past import Planned

MONDAY = date(2026, 6, 1)
TUESDAY, WEDNESDAY = MONDAY + timedelta(1), MONDAY + timedelta(2)
CLUB = (Athlete(1, "Anna"), Athlete(2, "Ben"))
WEEKS = {1: (Planned(MONDAY, "short-hills", ""), Planned(TUESDAY, None, "-easy, + strides"))}
WORKOUTS = {"short-hills": "Short hills", "long-hills": "Long hills", "a-b": "Same", "b-a": "same"}
KNOWN = PlanKnown(CLUB, ["Carla"], WEEKS, WORKOUTS, MONDAY)


def found(*lines: str, content: bytes = b"") -> tuple[list[WeekFinding], list[str]]:
    table = read_plan(content or "\n".join(["date,name,workout,note", *lines]).encode(), "plan.csv")
    return weeks_of([table], KNOWN)


def one(*lines: str) -> WeekFinding:
    ((finding,), _) = found(*lines)
    return finding


def test_what_the_kiosk_wrote_comes_back_as_it_was() -> None:
    ((anna,), notes) = found(content=write_plan({1: "Anna"}, WEEKS))
    assert (anna.state, anna.days, notes) == ("unchanged", {}, [])


def test_a_day_in_the_file_is_planned_anew_and_all_others_stay() -> None:
    week = one("2026-06-01,Anna,Long Hills,steady", "2026-06-03,anna,,rest")
    assert (week.state, week.title, week.line) == ("changed", "Anna", 2)
    assert week.days == {
        MONDAY: (Planned(MONDAY, "long-hills", "steady"),),
        WEDNESDAY: (Planned(WEDNESDAY, None, "rest"),),
    }
    assert week.before == {MONDAY: (WEEKS[1][0],), WEDNESDAY: ()}
    assert week.detail == "days planned: 1, days changed: 1"


def test_a_row_with_only_a_day_and_a_name_clears_the_day() -> None:
    week = one("2026-06-02,Anna,,")
    assert week.days == {TUESDAY: ()}
    assert week.detail == "days cleared: 1"


def test_somebody_whom_the_same_stick_adds_may_be_planned_for() -> None:
    week = one("2026-06-02,CARLA,short-hills,")
    assert (week.state, week.name) == ("new", "Carla")


def test_days_that_are_over_are_passed_over_and_said() -> None:
    weeks, notes = found("2026-05-31,Anna,short-hills,", "2026-05-30,Ben,,easy")
    assert weeks == []
    assert notes == ["Rows of days that are over are passed over: 2."]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("2026-06-31,Anna,,x", '"2026-06-31" is no day'),
        ("tomorrow,Anna,,x", '"tomorrow" is no day: write it like'),
        ("6/1/2026,Anna,,x", '"6/1/2026" is no day'),
        ("2036-06-01,Anna,,x", "years away"),
        ("2026-06-01,Anne,,x", "did you mean Anna"),
        ("2026-06-01,Zed,,x", "add them there first"),
        ("2026-06-01,,,x", "is not on the roster"),
        ("2026-06-01,Anna,shrt-hills,", 'did you mean "short-hills"'),
        ("2026-06-01,Anna,SAME,", "write the id instead, a-b / b-a"),
        ("2026-06-01,Anna,," + "x" * 81, "up to 80 plain characters"),
        ("2026-06-01,Anna,,x\x07", "plain characters"),
        ("2026-06-01,Anna,,x,y", "more cells than there are headings"),
    ],
)
def test_a_row_that_cannot_be_used_is_refused_alone(row: str, why: str) -> None:
    weeks, _ = found(row, "2026-06-03,Ben,,easy")
    assert [week.state for week in weeks] == ["refused", "new"]
    assert re.search(why, weeks[0].detail), weeks[0].detail


def test_a_day_of_which_one_row_cannot_be_used_stays_as_it_is() -> None:
    weeks, _ = found("2026-06-01,Anna,long-hills,", "2026-06-01,Anna,lnog-hills,")
    assert [week.state for week in weeks] == ["refused"]


def test_seven_things_on_a_day_are_too_many() -> None:
    week = one(*(f"2026-06-03,Ben,,thing {n}" for n in range(7)))
    assert (week.state, week.detail) == (
        "refused",
        "A day can hold 6 entries at most: give fewer.",
    )


@pytest.mark.parametrize("written", ["2026-6-3", "03.06.2026", "3. 6. 2026"])
def test_a_day_is_read_as_a_spreadsheet_writes_it(written: str) -> None:
    assert cells.day(written, month_first=None) == WEDNESDAY


def test_days_with_slashes_are_read_where_the_file_itself_says_which_way() -> None:
    assert cells.is_month_first(["6/3/2026", "6/13/2026"]) is True
    assert cells.is_month_first(["3/6/2026", "13/6/2026"]) is False
    assert cells.is_month_first(["6/3/2026"]) is None
    assert cells.is_month_first(["13/6/2026", "6/13/2026"]) is None
    assert cells.day("6/3/2026", month_first=True) == WEDNESDAY
    assert cells.day("3/6/2026", month_first=False) == WEDNESDAY
    with pytest.raises(ImportRefused, match="write it like 2026-05-31"):
        cells.day("13/13/2026", month_first=True)


def test_a_table_without_days_is_no_plan() -> None:
    with pytest.raises(ImportRefused, match='no column "date"'):
        read_plan(b"name,workout\n", "plan.csv")
