"""Buttons at a station and the light above it."""

from kiosk.app import StationFacts
from kiosk.desk_port import WorkoutsLoaded
from kiosk.events import Button
from kiosk.panel import Chime, occupant, panel_zones
from kiosk.session.state import KioskState, Participant, Phase
from kiosk.training.plan import Plan, Step
from kiosk.training.workouts import Workouts
from tests.unit.app_rig import Kiosk
from tests.unit.room import athlete, short_plan

ONE, TWO = "Treadmill 1", "Treadmill 2"
WAITING = Plan("w", "W", "any", (Step("Ready?", "warm-up"), Step("Go", "work", 60)))


def press(kiosk: Kiosk, button: str, station: str | None = ONE) -> None:
    kiosk.mailbox.post(Button(kiosk.clock.monotonic(), button, station))  # type: ignore[arg-type]
    kiosk.run(0.5)


def gym(*numbers: int, plans: list[Plan] | None = None) -> Kiosk:
    kiosk = Kiosk(stations=[StationFacts(ONE), StationFacts(TWO)], plans=plans)
    kiosk.roster(*numbers)
    for number, station in zip(numbers, (ONE, TWO), strict=False):
        kiosk.app.tap_in(number, station)
    kiosk.run(1)
    return kiosk


def test_start_starts_pauses_and_resumes_the_occupants_session() -> None:
    kiosk = gym(1)
    phases: list[Phase] = []
    for _ in range(4):
        press(kiosk, "start")
        phases.append(kiosk.who(1).phase)
    assert phases == [Phase.RUNNING, Phase.PAUSED, Phase.RUNNING, Phase.PAUSED]


def test_start_asks_for_a_workout_where_there_are_several() -> None:
    kiosk = gym(1)
    two = Workouts((short_plan(30), WAITING))
    kiosk.mailbox.post(WorkoutsLoaded(kiosk.clock.monotonic(), two))
    press(kiosk, "start")
    assert kiosk.who(1).phase is Phase.READY
    assert kiosk.app.notices == ["Athlete 1, choose your workout on the screen first."]


def test_stop_pauses_and_never_resumes() -> None:
    kiosk = gym(1)
    kiosk.app.start_alone(short_plan(60), 1)
    kiosk.run(2)
    press(kiosk, "stop")
    assert kiosk.who(1).phase is Phase.PAUSED
    press(kiosk, "stop")
    assert kiosk.who(1).phase is Phase.PAUSED
    assert kiosk.app.notices == []


def test_after_everybody_was_stopped_no_button_starts_anything_again() -> None:
    kiosk = gym(1, 2)
    kiosk.app.start_alone(short_plan(60, 60), 1)
    kiosk.run(2)
    kiosk.app.stop_all()
    kiosk.run(1)
    for button in ("start", "lap", "stop", "start"):
        for station in (ONE, TWO):
            press(kiosk, button, station)
        assert kiosk.app.state.stopped, button
        assert kiosk.who(1).phase is Phase.PAUSED, button
        assert kiosk.who(2).phase is Phase.READY, button
    assert any("Everybody has been stopped" in said for said in kiosk.app.notices)
    kiosk.app.go_on()
    kiosk.run(1)
    assert kiosk.who(1).phase is Phase.RUNNING


def test_a_button_acts_on_whoever_is_on_its_station_and_on_nobody_else() -> None:
    kiosk = gym(1, 2)
    kiosk.app.start_class(short_plan(60))
    kiosk.run(2)
    press(kiosk, "stop", TWO)
    assert (kiosk.who(1).phase, kiosk.who(2).phase) == (Phase.RUNNING, Phase.PAUSED)
    press(kiosk, "start", TWO)
    assert kiosk.who(2).phase is Phase.RUNNING


def test_lap_skips_a_step_of_ones_own_and_not_of_a_class() -> None:
    kiosk = gym(1, 2)
    kiosk.app.start_alone(short_plan(60, 60), 1)
    kiosk.run(1)
    press(kiosk, "lap")
    assert kiosk.app.state.sessions[1].main.step_index == 1
    kiosk.app.end(1)
    kiosk.run(1)
    kiosk.app.take_station(1, ONE)
    kiosk.app.start_class(short_plan(60, 60))
    kiosk.run(1)
    press(kiosk, "lap")
    assert kiosk.app.state.sessions[2].main.step_index == 0
    assert "coach" in kiosk.app.notices[0]


def test_lap_is_the_button_that_a_step_of_a_class_waits_for() -> None:
    kiosk = gym(1, 2)
    kiosk.app.start_class(WAITING)
    kiosk.run(2)
    press(kiosk, "lap")
    assert kiosk.app.state.sessions[1].main.step_index == 1


def test_whoever_presses_start_while_the_whole_class_is_paused_is_told_who_resumes() -> None:
    kiosk = gym(1, 2)
    kiosk.app.start_class(short_plan(60))
    kiosk.run(1)
    kiosk.app.pause(1)
    kiosk.run(1)
    press(kiosk, "start")
    assert kiosk.who(1).phase is Phase.PAUSED
    assert "coach" in kiosk.app.notices[0]


def test_a_button_at_a_station_with_nobody_on_it_is_only_a_notice() -> None:
    kiosk = gym(1)
    for button in ("start", "lap", "stop"):
        press(kiosk, button, TWO)
        assert "nobody is on Treadmill 2" in kiosk.app.notices[0]
    assert kiosk.who(1).phase is Phase.READY
    assert kiosk.app.state.sessions == {}


def test_a_panel_of_the_whole_kiosk_stands_for_the_only_station() -> None:
    kiosk = Kiosk()
    kiosk.roster(1)
    kiosk.app.tap_in(1)
    kiosk.run(1)
    press(kiosk, "start", None)
    assert kiosk.who(1).phase is Phase.RUNNING


def test_a_beacon_shows_the_zone_of_whoever_is_on_its_station_and_is_dark_otherwise() -> None:
    state = KioskState()
    state.participants[1] = Participant(athlete(1), ONE, None, zone_number=3)
    state.participants[2] = Participant(athlete(2), None, None, zone_number=5)
    assert panel_zones(state, [ONE, TWO]) == {ONE: 3, TWO: None}
    assert panel_zones(state) == {ONE: 3}
    state.participants[1].zone_number = None
    assert panel_zones(state, [ONE]) == {ONE: None}


def test_a_station_that_several_share_has_no_zone_of_its_own() -> None:
    state = KioskState()
    for number in (1, 2):
        state.participants[number] = Participant(athlete(number), ONE, None, zone_number=number)
    assert occupant(state, ONE) is None
    assert panel_zones(state) == {ONE: None}


def test_the_buzzer_sounds_for_a_tag_and_for_the_next_step_and_only_once() -> None:
    kiosk = Kiosk(by_strap=True, stations=[StationFacts(ONE)])
    kiosk.load(athlete(1, tags=("aa",)))
    chime = Chime()
    assert chime.look(kiosk.app.state) is None
    kiosk.tap("aa")
    assert [chime.look(kiosk.app.state) for _ in range(2)] == ["tap", None]
    kiosk.app.start_alone(short_plan(3, 600), 1)
    kiosk.run(1)
    assert chime.look(kiosk.app.state) is None, "the first step is no change"
    kiosk.run(5)
    assert [chime.look(kiosk.app.state) for _ in range(2)] == ["step", None]
