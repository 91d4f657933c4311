"""The mountain of the evening: what all climbed today, whatever happens in between."""

from datetime import date, timedelta

from kiosk.evening import Climbed, Evening
from kiosk.session.state import KioskState, Participant
from kiosk.training.athlete import Athlete
from tests.unit.app_rig import Kiosk

TODAY, TOMORROW = date(2026, 1, 1), date(2026, 1, 2)


def climbers(**metres: float) -> KioskState:
    """People in session 7, each with metres climbed in it."""
    state = KioskState()
    for number, (name, ascent_m) in enumerate(metres.items(), 1):
        who = Participant(Athlete(number, name), None, None, session_id=7, ascent_m=ascent_m)
        state.participants[number] = who
    return state


def test_everybodys_metres_make_one_mountain() -> None:
    evening = Evening()
    evening.look(climbers(anna=120.0, ben=80.5), TODAY)
    evening.look(climbers(anna=130.0, ben=80.5), TODAY)
    assert evening.ascent_m(TODAY) == 210.5


def test_what_the_disk_has_is_not_counted_twice_when_a_cut_session_goes_on() -> None:
    evening = Evening([Climbed(7, 1, TODAY, 100.0), Climbed(6, 1, TODAY, 40.0)])
    evening.look(climbers(anna=100.0), TODAY)
    evening.look(climbers(anna=103.0), TODAY)
    assert evening.ascent_m(TODAY) == 143.0


def test_whoever_comes_back_and_counts_from_nothing_has_lost_nothing() -> None:
    evening = Evening()
    evening.look(climbers(anna=50.0), TODAY)
    evening.look(climbers(anna=0.0), TODAY)
    evening.look(climbers(anna=5.0), TODAY)
    assert evening.ascent_m(TODAY) == 55.0


def test_whoever_goes_home_leaves_their_metres_to_the_mountain() -> None:
    evening = Evening()
    evening.look(climbers(anna=50.0, ben=10.0), TODAY)
    evening.look(KioskState(), TODAY)
    assert evening.ascent_m(TODAY) == 60.0


def test_a_session_over_midnight_belongs_to_the_day_it_began_on() -> None:
    evening = Evening()
    evening.look(climbers(anna=50.0), TODAY)
    evening.look(climbers(anna=60.0), TOMORROW)
    assert evening.ascent_m(TOMORROW) == 0.0
    assert evening.ascent_m(TODAY) == 60.0


def test_what_was_climbed_before_the_clock_was_set_counts_when_it_is() -> None:
    evening = Evening()
    evening.look(climbers(anna=50.0), None)
    assert evening.ascent_m(None) == 50.0
    evening.look(climbers(anna=52.0), TODAY)
    assert evening.ascent_m(TODAY) == 52.0


def test_yesterdays_rows_are_no_part_of_today() -> None:
    assert Evening([Climbed(3, 1, TODAY, 900.0)]).ascent_m(TOMORROW) == 0.0


def test_the_shell_begins_a_new_mountain_at_midnight() -> None:
    kiosk = Kiosk()
    kiosk.clock.advance(86_400 - 10 - kiosk.clock.utc_ms() / 1000 % 86_400)
    today = kiosk.app.today()
    assert today is not None
    kiosk.app.evening = Evening([Climbed(3, 1, today, 900.0)])
    kiosk.run(9)
    assert kiosk.app.evening_ascent_m == 900.0
    kiosk.run(2)
    assert kiosk.app.evening_ascent_m == 0.0


def test_what_was_climbed_on_other_days_is_forgotten_unless_somebody_still_climbs() -> None:
    evening = Evening([Climbed(3, 1, TODAY, 900.0), Climbed(7, 1, TODAY, 100.0)])
    evening.look(climbers(anna=100.0), TOMORROW + timedelta(days=1))
    assert evening.ascent_m(TODAY) == 100.0
