"""Guests: two touches to be here, and forgotten when their local day is over."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from kiosk.app import PersonAnswer, RosterLoaded
from kiosk.desk_port import ErasedAnswer
from kiosk.session import commands as cmd
from kiosk.shelf import PoolStrap
from kiosk.training.athlete import Athlete
from tests.unit.app_rig import Kiosk
from tests.unit.room import short_plan

BERLIN = ZoneInfo("Europe/Berlin")
POOL = (PoolStrap(7, 4711),)


def at(kiosk: Kiosk, local: datetime) -> None:
    """The wall clock jumps, the monotonic one goes on by a look's worth."""
    kiosk.clock.advance(6.0)
    kiosk.clock.jump_wall(local.timestamp() - kiosk.clock.utc_ms() / 1000)
    kiosk.app.pump()


def guest_of(day: date, athlete_id: int = 1) -> Athlete:
    return Athlete(
        athlete_id,
        f"Guest {athlete_id}",
        is_effort_only=True,
        is_ready=True,
        readiness_on=day,
        guest_on=day,
    )


def kiosk_with(*athletes: Athlete) -> Kiosk:
    kiosk = Kiosk(by_strap=True, time_zone=BERLIN)
    kiosk.mailbox.post(RosterLoaded(kiosk.clock.monotonic(), athletes, POOL))
    kiosk.app.pump()
    return kiosk


def erased(kiosk: Kiosk) -> list[object]:
    return [asked[1] for asked in kiosk.desk.asked if asked[0] == "erase"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("2026-06-01T23:59:50", "2026-06-02T00:00:01"),
        ("2026-03-28T23:59:50", "2026-03-29T00:00:01"),
        ("2026-10-25T23:59:50", "2026-10-26T00:00:01"),
    ],
    ids=["an ordinary night", "before the clocks go forward", "after they went back"],
)
def test_a_guest_is_forgotten_when_the_local_day_is_over_and_no_minute_sooner(
    before: str, after: str
) -> None:
    kiosk = kiosk_with(guest_of(date.fromisoformat(before[:10])))
    at(kiosk, datetime.fromisoformat(before).replace(tzinfo=BERLIN))
    assert erased(kiosk) == []
    at(kiosk, datetime.fromisoformat(after).replace(tzinfo=BERLIN))
    assert erased(kiosk) == [1]
    assert kiosk.app.people == (), "nobody meets them any more"


def test_whoever_became_a_member_stays() -> None:
    day = date(2026, 6, 1)
    kiosk = kiosk_with(replace(guest_of(day), guest_on=None))
    at(kiosk, datetime(2026, 7, 1, tzinfo=BERLIN))
    assert erased(kiosk) == []


def test_while_the_clock_is_not_set_nobody_is_forgotten_and_the_first_real_day_counts() -> None:
    kiosk = Kiosk(by_strap=True, time_zone=BERLIN)
    at(kiosk, datetime(1970, 1, 1, 1, tzinfo=BERLIN))
    loaded = RosterLoaded(kiosk.clock.monotonic(), (guest_of(date(1970, 1, 1)),), POOL)
    kiosk.mailbox.post(loaded)
    at(kiosk, datetime(1970, 1, 2, 1, tzinfo=BERLIN))
    assert [who.id for who in kiosk.app.people] == [1]
    assert kiosk.desk.asked == []
    at(kiosk, datetime(2026, 6, 1, 19, tzinfo=BERLIN))
    assert kiosk.desk.asked == [("date_guest", 1, date(2026, 6, 1))]


def test_a_session_over_midnight_goes_on_and_its_guest_may_still_stay_for_good() -> None:
    kiosk = kiosk_with(guest_of(date(2026, 6, 1)))
    at(kiosk, datetime(2026, 6, 1, 23, 30, tzinfo=BERLIN))
    kiosk.app.tap_in(1)
    kiosk.run(1)
    kiosk.app.start_alone(short_plan(7200), 1)
    kiosk.run(1)
    at(kiosk, datetime(2026, 6, 2, 0, 30, tzinfo=BERLIN))
    assert erased(kiosk) == []
    session_id = next(iter(kiosk.app.state.sessions))
    kiosk.app.command(cmd.End(kiosk.clock.monotonic(), session_id, "stopped"))
    kiosk.app.pump()
    for _ in range(98):
        kiosk.clock.advance(6.0)
        kiosk.app.pump()
    assert erased(kiosk) == [], "the summary is still there to read"
    for _ in range(5):
        kiosk.clock.advance(6.0)
        kiosk.app.pump()
    assert erased(kiosk) == [1]


def test_a_refusal_brings_the_guest_back_and_is_asked_again_later() -> None:
    kiosk = kiosk_with(guest_of(date(2026, 6, 1)))
    at(kiosk, datetime(2026, 6, 2, 9, tzinfo=BERLIN))
    kiosk.mailbox.post(ErasedAnswer(kiosk.clock.monotonic(), 1, "still in a session"))
    kiosk.run(1)
    assert [who.id for who in kiosk.app.people] == [1]
    kiosk.clock.advance(30)
    kiosk.app.pump()
    assert erased(kiosk) == [1]
    kiosk.clock.advance(31)
    kiosk.app.pump()
    assert erased(kiosk) == [1, 1]


def test_a_guest_with_a_strap_of_the_clubs_is_here_and_wears_it_once_on_the_disk() -> None:
    kiosk = kiosk_with()
    kiosk.app.add_guest(7)
    (wanted,) = kiosk.desk.wanted
    assert (wanted.name, wanted.strap, wanted.is_ready) == ("Guest 7", 4711, True)
    guest = guest_of(date(2026, 6, 1))
    now = kiosk.clock.monotonic()
    kiosk.mailbox.post(RosterLoaded(now, (guest,), POOL))
    kiosk.mailbox.post(PersonAnswer(now, wanted, guest))
    kiosk.run(1)
    assert kiosk.who(1).strap == 4711
    assert ("lend", 7, 1) in kiosk.desk.asked


def test_nobody_is_erased_in_the_middle_of_training() -> None:
    kiosk = kiosk_with(Athlete(1, "Anna", is_ready=True))
    kiosk.app.tap_in(1)
    kiosk.run(1)
    kiosk.app.start_alone(short_plan(7200), 1)
    kiosk.run(1)
    kiosk.app.erase_person(1)
    assert kiosk.app.erased_answer is not None
    assert "Anna is training" in kiosk.app.erased_answer.refusal
    assert erased(kiosk) == []
