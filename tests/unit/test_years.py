"""What happens to a kiosk that is left alone for years: days of 23 and 25 hours, and its paper."""

import re
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kiosk.days import day_of
from tests.unit.app_rig import Kiosk

BERLIN = ZoneInfo("Europe/Berlin")
LONGEST_PAGE = 55
"""Lines that a sheet of A4 takes."""


def at(kiosk: Kiosk, words: str, fold: int = 0) -> int:
    """The wall clock goes to this local time; milliseconds."""
    wanted = datetime.fromisoformat(words).replace(tzinfo=BERLIN, fold=fold).timestamp()
    kiosk.clock.jump_wall(wanted - kiosk.clock.utc_ms() / 1000)
    return kiosk.clock.utc_ms()


@pytest.mark.parametrize(
    ("then", "now", "days"),
    [
        ("2026-03-28 23:50", "2026-03-29 23:40", 1),  # 22 h 50 min apart
        ("2026-03-29 00:10", "2026-03-29 23:50", 0),
        ("2026-10-25 00:10", "2026-10-25 23:55", 0),  # 24 h 45 min apart
        ("2026-10-24 23:50", "2026-10-26 00:10", 2),
        ("2028-02-28 12:00", "2028-03-01 12:00", 2),
    ],
)
def test_days_are_the_calendars_also_where_they_have_23_or_25_hours(
    then: str, now: str, days: int
) -> None:
    kiosk = Kiosk(time_zone=BERLIN)
    before = at(kiosk, then)
    at(kiosk, now)
    assert kiosk.app.days_since(before) == days


def test_the_hour_that_comes_twice_is_shown_twice_and_stays_the_same_day() -> None:
    kiosk = Kiosk(time_zone=BERLIN)
    at(kiosk, "2026-10-25 02:59", fold=0)
    assert (kiosk.app.clock_text(), kiosk.app.today()) == ("02:59", date(2026, 10, 25))
    kiosk.clock.advance(60)
    assert (kiosk.app.clock_text(), kiosk.app.today()) == ("02:00", date(2026, 10, 25))


def test_thirty_two_bits_of_seconds_are_not_the_end() -> None:
    kiosk = Kiosk(time_zone=BERLIN)
    at(kiosk, "2038-01-19 04:14:06")
    kiosk.clock.advance(3)
    assert kiosk.app.today() == date(2038, 1, 19)
    assert day_of(kiosk.clock.utc_ms(), BERLIN) == date(2038, 1, 19)


@pytest.mark.parametrize("name", ["athlete", "coach"])
def test_what_hangs_on_the_wall_is_one_page(repository: Path, name: str) -> None:
    page = (repository / "docs" / f"{name}.md").read_text(encoding="utf-8")
    assert len(page.splitlines()) <= LONGEST_PAGE


def test_every_link_in_the_documents_leads_somewhere(repository: Path) -> None:
    for document in (repository / "docs").glob("*.md"):
        text = document.read_text(encoding="utf-8")
        for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", text):
            if "://" not in target:
                assert (document.parent / target).exists(), (document.name, target)
