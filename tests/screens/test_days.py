"""Days and times of day: in the language's own shape, and never those of a clock nobody has set."""

from datetime import date, datetime

import pytest

from kiosk.coach_port import SessionLine
from screens import days
from screens.exports_view import row_of
from screens.tongue import speak

DAY = date(2026, 11, 26)
UNSET = datetime(1970, 1, 1, 0, 3)  # noqa: DTZ001 - local, as it is shown

pytestmark = pytest.mark.usefixtures("qapp")


def test_a_day_is_written_as_the_language_writes_it() -> None:
    written = (days.short_day, days.day_and_year, days.full_day, days.day_of_month, days.weekday)
    assert [shape(DAY) for shape in written] == [
        *("Thu 26 Nov", "26 Nov 2026", "Thursday 26 November", "26 Nov", "Thu")
    ]
    speak("de")
    assert [shape(DAY) for shape in written] == [
        *("Do 26. Nov", "26. Nov 2026", "Donnerstag 26. November", "26. Nov", "Do")
    ]


@pytest.mark.parametrize(
    "shape", [days.short_day, days.day_and_year, days.full_day, days.day_of_month, days.weekday]
)
def test_a_day_of_a_clock_that_was_not_set_is_no_day(shape: object) -> None:
    assert callable(shape)
    assert shape(UNSET.date()) == "clock not set"


def test_a_session_under_a_clock_that_was_not_set_has_no_time_in_the_coachs_list() -> None:
    line = SessionLine(1, UNSET, "Step-up 80", ("Anna",), 4800, "complete", is_exported=False)
    assert row_of(line, chosen=False).day == "clock not set"
    now = datetime(2026, 11, 26, 18, 8)  # noqa: DTZ001 - as above
    assert days.moment(now) == "Thu 26 Nov 2026, 18:08"
    assert days.time_of_day(UNSET) == "clock not set"
