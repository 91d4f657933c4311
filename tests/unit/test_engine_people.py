"""One touch for everybody, what athletes say of themselves, and whoever has gone without a word."""

import pytest

from kiosk.events import Motion
from kiosk.session import commands as cmd
from kiosk.session.course import CommandRefused
from kiosk.session.pace import StationFacts
from kiosk.session.records import AthleteClosed, StationShown
from kiosk.session.state import Alert, Phase
from kiosk.training.capability import Capability
from kiosk.training.plan import Plan, Ramp, Step
from tests.unit.room import START, UTC_MS, Room, athlete, short_plan

BELT = StationFacts("Belt")
STRENGTH = Plan(
    "s",
    "S",
    "circuit",
    (
        Step("Warm-up", "warm-up", 10),
        Step("Squat", "work", 30, reps=12, load_kg=20.0),
        Step("Rest", "recovery", 30),
    ),
)


# -- stop and go on --------------------------------------------------------------------------------


def three_sessions() -> Room:
    """A class of two, of whom one has paused alone; one on an own clock, one paused."""
    room = Room()
    room.tap_in(1, 2, 3, 4)
    room.start(short_plan(600), 1, 2)
    room.start(short_plan(600), 3, session_id=2, clock="own")
    room.start(short_plan(600), 4, session_id=3, clock="own")
    room.do(cmd.Pause(room.now, 1, athlete_id=2))
    room.do(cmd.Pause(room.now, 3))
    room.run(5)
    return room


def test_one_touch_stops_everybody_and_only_what_it_stopped_goes_on() -> None:
    room = three_sessions()
    room.do(cmd.StopAll(room.now))
    assert room.engine.state.stopped
    assert {room.who(n).phase for n in (1, 2, 3, 4)} == {Phase.PAUSED}
    room.run(10)
    assert [len(room.rows(1)), len(room.rows(3, 2))] == [5, 5]
    room.do(cmd.GoOn(room.now))
    assert not room.engine.state.stopped
    assert [room.who(n).phase for n in (1, 2, 3, 4)] == [
        Phase.RUNNING,
        Phase.PAUSED,
        Phase.RUNNING,
        Phase.PAUSED,
    ]
    assert [n.session_id for n in room.notes("stop")] == [1, 2]
    assert [n.session_id for n in room.notes("go-on")] == [1, 2]


def test_while_stopped_nothing_starts_or_goes_on_but_ending_works() -> None:
    room = three_sessions()
    room.do(cmd.StopAll(room.now))
    room.tap_in(5)
    for command in (
        cmd.Start(room.now, 9, short_plan(5), (5,)),
        cmd.Join(room.now, 1, 5),
        cmd.Resume(room.now, 1),
        cmd.Resume(room.now, 1, athlete_id=2),
        cmd.Restore(
            room.now, 7, short_plan(9), "own", 0, 3, 0, 3, UTC_MS,
            (cmd.ResumeAthlete(athlete(6), None, 3),),
        ),
    ):  # fmt: skip
        with pytest.raises(CommandRefused, match="stopped"):
            room.do(command)
    for session_id in (1, 2, 3):
        room.do(cmd.End(room.now, session_id))
    assert not room.engine.state.stopped
    room.start(short_plan(5), 5, session_id=9)
    assert room.who(5).phase is Phase.RUNNING


def test_with_nothing_running_there_is_nothing_to_stop(room: Room) -> None:
    room.tap_in(1)
    room.do(cmd.StopAll(room.now))
    assert not room.engine.state.stopped


# -- what athletes say -----------------------------------------------------------------------------


def test_an_effort_is_rated_noted_and_shown(room: Room) -> None:
    room.tap_in(1)
    with pytest.raises(CommandRefused, match="start one"):
        room.do(cmd.RateEffort(room.now, 1, 5))
    room.start(short_plan(5, 180), 1)
    room.run(150)
    assert room.who(1).wants_rating
    room.do(cmd.RateEffort(room.now, 1, 7))
    assert (room.who(1).rated_rpe, room.who(1).wants_rating) == (7, False)
    assert [n.detail for n in room.notes("effort")] == [{"rpe": 7, "step_index": 1}]
    with pytest.raises(CommandRefused, match="1 to 10"):
        room.do(cmd.RateEffort(room.now, 1, 11))


def test_a_set_is_that_of_the_exercise_now_or_just_before(room: Room) -> None:
    room.tap_in(1)
    room.start(STRENGTH, 1)
    room.run(5)
    with pytest.raises(CommandRefused, match="first exercise"):
        room.do(cmd.LogSet(room.now, 1))
    room.run(10)
    room.do(cmd.LogSet(room.now, 1, side="left"))
    room.run(30)
    room.do(cmd.LogSet(room.now, 1, reps=9, load_kg=22.5, side="right", completed=False))
    assert [dict(n.detail) for n in room.notes("set")] == [
        {
            "step_index": 1, "name": "Squat", "reps": 12, "load_kg": 20.0, "side": "left",
            "completed": True,
        },
        {
            "step_index": 1, "name": "Squat", "reps": 9, "load_kg": 22.5, "side": "right",
            "completed": False,
        },
    ]  # fmt: skip
    with pytest.raises(CommandRefused, match="0 and 1000"):
        room.do(cmd.LogSet(room.now, 1, reps=-1))


HILL = Plan("h", "H", "treadmill", (Step("Hill", "work", 600, grade_percent=Ramp(10, 10)),))


def test_the_grade_is_asked_for_until_the_sensor_agrees() -> None:
    room = Room(BELT)
    room.tap_in(1, station=BELT.name)
    room.grade[BELT.name] = 2.0
    room.start(HILL, 1)
    room.run(10)
    assert room.who(1).grade_prompt == "set"
    room.do(cmd.ConfirmGrade(room.now, 1))
    assert room.who(1).grade_prompt == "set", "the sensor knows better"
    room.grade[BELT.name] = 10.1
    room.run(10)
    assert room.who(1).grade_prompt == "agreed"
    assert [n.detail for n in room.notes("grade")] == [{"percent": 10.0, "by": "sensor"}]


def test_without_a_sensor_the_athlete_says_that_the_grade_is_there(room: Room) -> None:
    room.tap_in(1)
    room.start(HILL, 1)
    room.run(10)
    assert room.who(1).grade_prompt == "unknown"
    room.do(cmd.ConfirmGrade(room.now, 1))
    room.run(10)
    assert room.who(1).grade_prompt == "agreed"
    assert [n.detail for n in room.notes("grade")] == [{"percent": 10.0, "by": "athlete"}]


def test_live_values_count_up_second_by_second() -> None:
    room = Room(BELT)
    room.tap_in(1, station=BELT.name, weight_kg=70.0)
    room.grade[BELT.name] = 15.0
    room.motions = [Motion(0.0, "console", BELT.name, speed_kmh=6.437376)]
    room.bpm[1] = 155
    room.start(short_plan(1, 1200), 1)
    room.run(601)
    live = room.who(1).live
    assert live.distance_m == pytest.approx(601 * 6.437376 / 3.6, rel=1e-3)
    assert live.net_kcal == pytest.approx(277.9 / 2, abs=0.5)
    assert live.vertical_m_per_h == pytest.approx(954.9, abs=0.1)
    assert live.zone_s == {3: 601}
    assert live.judged_s in range(295, 305)
    assert live.in_band_s == live.judged_s


# -- what a station has shown ----------------------------------------------------------------------


def test_a_grade_that_a_deck_has_kept_is_one_that_the_station_can_do() -> None:
    room = Room(BELT)
    room.grade[BELT.name] = 12.0
    room.run(9)
    assert room.engine.state.capabilities == {}
    room.run(4)
    assert room.engine.state.capabilities == {BELT.name: Capability(0.0, 12.0)}
    room.grade[BELT.name] = 5.0
    room.run(20)
    shown = [r for r in room.records if isinstance(r, StationShown)]
    assert [(r.station, r.highest_percent, r.by) for r in shown] == [(BELT.name, 12.0, "sensor")]


def test_a_grade_that_nobody_saw_for_a_while_has_not_been_kept() -> None:
    room = Room(BELT)
    for _ in range(5):
        room.grade = {BELT.name: 12.0}
        room.run(2)
        room.grade = {}
        room.run(20)
    assert room.engine.state.capabilities == {}


def test_somebody_may_vouch_for_a_grade(room: Room) -> None:
    room.do(cmd.Vouch(room.now, "Belt", -3.0))
    assert room.engine.state.capabilities["Belt"].lowest_percent == -3.0
    assert [r.by for r in room.records if isinstance(r, StationShown)] == ["person"]
    with pytest.raises(CommandRefused, match="display"):
        room.do(cmd.Vouch(room.now, "Belt", 60.0))
    with pytest.raises(CommandRefused, match="choose one of Belt"):
        Room(BELT).do(cmd.Vouch(START, "Boat", 5.0))


# -- all out ---------------------------------------------------------------------------------------

TEST = Plan("t", "T", "treadmill", (Step("All out", "work", 600),), test="lthr", maximal=True)


def test_an_all_out_test_is_refused_without_clearance_and_goes_by_its_own_ceiling(
    room: Room,
) -> None:
    room.tap_in(1, birth_year=1990)
    with pytest.raises(CommandRefused, match=r"Athlete 1: .*clearance"):
        room.start(TEST, 1)
    assert room.engine.state.sessions == {}
    day = room.engine._book.today(room.now)
    room.tap_in(1, birth_year=1990, cleared_on=day, test_ceiling_hr=195.0)
    with pytest.raises(CommandRefused, match="coach present"):
        room.do(cmd.Start(room.now, 1, TEST, (1,), supervised=False))
    room.start(TEST, 1)
    assert room.who(1).ceiling_hr == 195.0


# -- gone ------------------------------------------------------------------------------------------


def test_whoever_is_silent_for_ten_minutes_is_tapped_out_and_keeps_what_was_recorded() -> None:
    room = Room(BELT)
    room.tap_in(1, station=BELT.name)
    room.tap_in(2)
    room.start(short_plan(3000), 1)
    room.run(10)
    room.bpm[1] = None
    room.run(595)
    assert 1 in room.engine.state.participants
    room.run(10)
    assert list(room.engine.state.participants) == [2]
    assert room.engine.state.occupants == {}
    closed = [(r.athlete_id, r.reason) for r in room.records if isinstance(r, AthleteClosed)]
    assert closed == [(1, "left")]
    assert len(room.rows(1)) == 610
    assert len(room.notes("idle")) == 1


@pytest.mark.parametrize("sign", ["touch", "rate", "belt", "pod"])
def test_a_touch_a_rating_a_moving_belt_or_a_foot_pod_says_that_somebody_is_there(
    sign: str,
) -> None:
    room = Room(BELT)
    room.do(cmd.TapIn(room.now, athlete(1, foot_pods=(77,)), BELT.name))
    room.start(short_plan(3000), 1)
    if sign == "belt":
        room.motions = [Motion(0.0, "console", BELT.name, speed_kmh=5.0)]
    if sign == "pod":
        room.motions = [Motion(0.0, "foot pod", device_number=77, cadence_spm=160.0)]
    for _ in range(4):
        room.run(200)
        if sign == "touch":
            room.do(cmd.Touch(room.now, 1))
        if sign == "rate":
            room.do(cmd.RateEffort(room.now, 1, 5))
    assert room.who(1).phase is Phase.RUNNING


def test_being_asked_whether_all_is_right_ends_with_a_touch(room: Room) -> None:
    room.tap_in(1)
    room.start(short_plan(600), 1)
    room.who(1).alert = Alert.ARE_YOU_ALL_RIGHT
    room.do(cmd.Touch(room.now, 1))
    assert room.who(1).alert is None
