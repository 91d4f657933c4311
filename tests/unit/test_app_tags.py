"""Tags held to a reader: in, out, onto a station, and making one known."""

import pytest

from kiosk.app import StationFacts, TagAnswer
from kiosk.calibration import Calibration
from kiosk.session.state import Phase
from kiosk.tagging import ENROL_S
from tests.unit.app_rig import Kiosk
from tests.unit.room import athlete, short_plan

ONE, TWO = "Treadmill 1", "Stairs"
ANNA, BEN = athlete(1, tags=("aa",)), athlete(2, tags=("bb",))


@pytest.fixture
def kiosk() -> Kiosk:
    kiosk = Kiosk(by_strap=True, stations=[StationFacts(ONE), StationFacts(TWO, "stair")])
    kiosk.load(ANNA, BEN, athlete(3))
    return kiosk


def test_a_tag_at_the_kiosk_taps_its_owner_in_on_no_station(kiosk: Kiosk) -> None:
    kiosk.tap("aa")
    assert (kiosk.here, kiosk.who(1).station) == ([1], None)
    assert kiosk.app.tag_seen is not None, "the page where a workout is chosen opens"


def test_a_tag_at_a_station_taps_in_and_takes_it_from_whoever_is_on_it(kiosk: Kiosk) -> None:
    kiosk.tap("bb", ONE)
    kiosk.app.start_alone(short_plan(600), 2)
    kiosk.run(1)
    kiosk.tap("aa", ONE)
    assert kiosk.app.state.occupants == {ONE: 1}
    assert kiosk.who(2).resting


def test_two_partners_swap_by_their_tags(kiosk: Kiosk) -> None:
    kiosk.tap("aa", ONE)
    kiosk.tap("bb", TWO)
    kiosk.app.start_class(short_plan(600))
    kiosk.run(5)
    for digest, on in (("bb", 2), ("aa", 1), ("bb", 2)):
        kiosk.tap(digest, ONE)
        assert kiosk.app.state.occupants[ONE] == on
        kiosk.run(3)
    assert kiosk.who(1).resting
    assert {kiosk.who(i).phase for i in (1, 2)} == {Phase.RUNNING}


def test_a_tag_of_somebody_who_is_here_opens_their_page(kiosk: Kiosk) -> None:
    kiosk.tap("aa")
    kiosk.run(15)
    kiosk.tap("aa")
    seen = kiosk.app.tag_seen
    assert seen is not None
    assert seen.athlete_id == 1
    assert kiosk.here == [1]


def test_a_tag_at_the_station_one_is_on_opens_the_page_too(kiosk: Kiosk) -> None:
    kiosk.tap("aa", ONE)
    kiosk.run(15)
    kiosk.tap("aa", ONE)
    assert kiosk.app.tag_seen is not None
    assert kiosk.who(1).station == ONE


def test_a_tag_that_stays_on_the_reader_is_one_tap(kiosk: Kiosk) -> None:
    kiosk.tap("aa")
    seen = kiosk.app.tag_seen
    assert seen is not None
    for _ in range(12):
        kiosk.tap("aa")
        kiosk.run(0.5)
    assert kiosk.here == [1]
    assert kiosk.app.tag_seen is seen


def test_a_second_tap_within_ten_seconds_goes_home(kiosk: Kiosk) -> None:
    kiosk.tap("aa")
    kiosk.run(3)
    kiosk.tap("aa")
    assert kiosk.here == []
    kiosk.on_air = {101: 110}
    kiosk.run(10)
    kiosk.tap("aa")
    assert kiosk.here == [1]


def test_a_second_tap_at_another_reader_is_not_going_home(kiosk: Kiosk) -> None:
    kiosk.tap("aa")
    kiosk.run(4)
    kiosk.tap("aa", ONE)
    assert (kiosk.here, kiosk.who(1).station) == ([1], ONE)
    kiosk.run(4)
    kiosk.tap("aa")
    assert kiosk.here == [1]
    assert kiosk.app.tag_seen is not None


def test_a_tap_at_the_kiosk_and_one_at_the_machine_beside_it_are_two(kiosk: Kiosk) -> None:
    kiosk.tap("aa")
    kiosk.tap("aa", ONE)
    assert kiosk.app.state.occupants == {ONE: 1}


@pytest.mark.parametrize("paused", [False, True])
def test_taps_never_end_what_is_going_on(kiosk: Kiosk, paused: bool) -> None:
    kiosk.tap("aa")
    kiosk.app.start_alone(short_plan(600), 1)
    kiosk.run(1)
    if paused:
        kiosk.app.pause(1)
    for _ in range(4):
        kiosk.tap("aa")
        kiosk.run(3)
    assert kiosk.who(1).phase is (Phase.PAUSED if paused else Phase.RUNNING)
    assert kiosk.app.tag_seen is not None


def test_after_a_session_two_taps_go_home(kiosk: Kiosk) -> None:
    kiosk.tap("aa")
    kiosk.app.start_alone(short_plan(5), 1)
    kiosk.run(12)
    assert kiosk.who(1).phase is Phase.FINISHED
    kiosk.tap("aa")
    kiosk.run(3)
    kiosk.tap("aa")
    assert kiosk.here == []


def test_who_left_a_class_and_taps_at_a_station_is_back(kiosk: Kiosk) -> None:
    kiosk.tap("aa", ONE)
    kiosk.app.start_alone(short_plan(600), 1)
    kiosk.run(1)
    kiosk.app.leave(1)
    kiosk.run(15)
    kiosk.tap("aa", TWO)
    assert (kiosk.who(1).phase, kiosk.who(1).station) == (Phase.READY, TWO)


def test_who_comes_back_without_a_strap_is_not_sent_home_for_the_silence_before(
    kiosk: Kiosk,
) -> None:
    kiosk.on_air = {101: 120}
    kiosk.tap("aa", ONE)
    kiosk.app.start_alone(short_plan(600), 1)
    kiosk.run(5)
    kiosk.on_air = {}
    kiosk.app.leave(1)
    kiosk.run(50)
    kiosk.tap("aa", TWO)
    kiosk.run(30)
    assert (kiosk.here, kiosk.who(1).station) == ([1], TWO)


def test_an_unknown_tag_says_what_to_do(kiosk: Kiosk) -> None:
    kiosk.tap("ff")
    assert kiosk.app.notices == [
        'This tag is not known: tap your name on the screen, then "My tag".'
    ]
    assert kiosk.here == []


# -- making a tag known ----------------------------------------------------------------------------


def outcome(kiosk: Kiosk) -> tuple[str, str]:
    enrolment = kiosk.app.enrolment
    assert enrolment is not None
    return enrolment.outcome, enrolment.sentence


def test_the_next_tag_becomes_theirs_once_it_is_on_the_disk(kiosk: Kiosk) -> None:
    kiosk.app.enrol_tag(3)
    kiosk.tap("cc")
    kiosk.tap("cc")
    assert kiosk.desk.asked == [("tag", 3, "cc")]
    assert outcome(kiosk)[0] == "waiting"
    kiosk.mailbox.post(TagAnswer(kiosk.clock.monotonic(), kiosk.desk.ask))
    kiosk.run(0.5)
    assert outcome(kiosk)[0] == "done"
    kiosk.app.cancel_enrolment()
    assert kiosk.app.enrolment is None


def test_the_answer_to_a_tag_that_was_given_up_says_nothing_of_the_next_one(kiosk: Kiosk) -> None:
    kiosk.app.enrol_tag(3)
    kiosk.tap("cc")
    late = TagAnswer(kiosk.clock.monotonic(), kiosk.desk.ask)
    kiosk.app.cancel_enrolment()
    kiosk.app.enrol_tag(3)
    kiosk.mailbox.post(late)
    kiosk.run(0.5)
    assert outcome(kiosk)[0] == "waiting"
    kiosk.tap("dd")
    kiosk.mailbox.post(late)
    kiosk.run(0.5)
    assert outcome(kiosk)[0] == "waiting"
    kiosk.mailbox.post(TagAnswer(kiosk.clock.monotonic(), kiosk.desk.ask))
    kiosk.run(0.5)
    assert outcome(kiosk)[0] == "done"


def test_a_tag_of_somebody_else_is_refused_by_name_and_does_not_tap_them_in(kiosk: Kiosk) -> None:
    kiosk.app.enrol_tag(3)
    kiosk.tap("bb")
    assert outcome(kiosk) == ("refused", "This tag is Athlete 2's: use another one.")
    assert (kiosk.here, kiosk.desk.asked) == ([], [])


def test_a_tag_that_is_theirs_already_is_refused(kiosk: Kiosk) -> None:
    kiosk.app.enrol_tag(1)
    kiosk.tap("aa")
    assert outcome(kiosk)[0] == "refused"
    assert "already" in outcome(kiosk)[1]


def test_what_the_roster_refuses_is_said(kiosk: Kiosk) -> None:
    kiosk.app.enrol_tag(3)
    kiosk.tap("cc")
    refused = TagAnswer(kiosk.clock.monotonic(), kiosk.desk.ask, "The disk is full: make room.")
    kiosk.mailbox.post(refused)
    kiosk.run(0.5)
    assert outcome(kiosk) == ("refused", "The disk is full: make room.")


def test_nobody_waits_for_a_tag_longer_than_half_a_minute(kiosk: Kiosk) -> None:
    kiosk.app.enrol_tag(3)
    kiosk.run(ENROL_S - 1)
    assert outcome(kiosk)[0] == "waiting"
    kiosk.run(2)
    assert outcome(kiosk)[0] == "refused"
    kiosk.tap("aa")
    assert kiosk.here == [1]


# -- stations --------------------------------------------------------------------------------------


def test_the_shell_knows_its_stations_and_their_kinds(kiosk: Kiosk) -> None:
    assert list(kiosk.app.stations) == [ONE, TWO]
    assert kiosk.app.station_kinds == {ONE: "treadmill", TWO: "stair"}


def test_the_only_station_is_whose_it_is_first_and_theirs_again_when_they_start_again() -> None:
    kiosk = Kiosk()
    kiosk.roster(1, 2)
    for number in (1, 2):
        kiosk.app.tap_in(number)
    kiosk.run(1)
    assert kiosk.app.state.occupants == {ONE: 1}
    kiosk.app.start_alone(short_plan(5), 1)
    kiosk.run(8)
    assert kiosk.app.state.occupants == {}
    kiosk.app.start_alone(short_plan(5), 1)
    kiosk.run(1)
    assert kiosk.app.state.occupants == {ONE: 1}


def test_people_share_the_station_of_a_class_of_the_command_line() -> None:
    kiosk = Kiosk(shared_stations=True)
    kiosk.roster(1, 2)
    for number in (1, 2):
        kiosk.app.tap_in(number)
    kiosk.run(1)
    assert {kiosk.who(number).station for number in (1, 2)} == {ONE}
    assert kiosk.app.state.occupants == {}


def test_a_typed_speed_goes_to_the_engine_and_a_calibration_to_whoever_keeps_it() -> None:
    kiosk = Kiosk()
    kiosk.roster(1)
    kept: list[tuple[str, Calibration]] = []
    kiosk.app.calibrators.append(lambda station, calibration: kept.append((station, calibration)))
    kiosk.app.tap_in(1)
    kiosk.run(0.5)
    kiosk.app.type_speed(1, 5.5)
    kiosk.run(0.5)
    assert (kiosk.who(1).speed_kmh, kiosk.who(1).speed_source) == (5.5, "typed")
    calibration = Calibration("roll", 1.5)
    kiosk.app.calibrate(ONE, calibration)
    assert kept == [(ONE, calibration)]
    assert kiosk.app.calibrations == {ONE: calibration}
