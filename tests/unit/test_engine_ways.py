"""Ways of one's own, steps that end otherwise than by time, late joiners, and all that resumed."""

from itertools import groupby

import pytest

from kiosk.session import commands as cmd
from kiosk.session.course import CommandRefused
from kiosk.session.records import AthleteClosed, SampleFlag, SessionClosed
from kiosk.session.state import Alert, Phase
from kiosk.training.cues import CueCode
from kiosk.training.plan import (
    HeartRateGate,
    MarathonPace,
    PercentTarget,
    Plan,
    Ramp,
    Step,
    ZoneTarget,
)
from tests.unit.room import START, UTC_MS, Room, athlete, short_plan

WORK_THEN_EASY = Plan(
    "w",
    "W",
    "treadmill",
    (
        Step("Warm-up", "warm-up", 10),
        Step("Work", "work", 60, target=ZoneTarget(3, "mid")),
        Step("Cool-down", "cool-down", 20),
    ),
)
GATED = Plan(
    "g",
    "G",
    "any",
    (
        Step("Lift", "work", 10),
        Step("Rest", "recovery", gate=HeartRateGate(below_percent_max=65, fall_bpm=25)),
        Step("Again", "work", 10),
    ),
)


def drift(room: Room, number: int, bpm: int) -> None:
    """The heart goes there by a beat a second: a jump would be taken for the strap's fault."""
    began, before = room.now, room.bpm[number]
    assert isinstance(before, int)
    way = 1 if bpm > before else -1
    room.bpm[number] = lambda now: before + way * min(abs(bpm - before), int(now - began))
    room.run(abs(bpm - before) + 1)
    room.bpm[number] = bpm


def one_step(**step: object) -> Plan:
    steps = (Step("It", "work", **step), Step("After", "cool-down", 30))  # type: ignore[arg-type]
    return Plan("o", "O", "any", steps)


def indices(room: Room, number: int, session_id: int = 1) -> list[int]:
    return [row.step_index for row in room.rows(number, session_id)]


# -- skip, extend and cool down for one ------------------------------------------------------------


@pytest.mark.parametrize("end", [{"distance_m": 400.0, "planned": 6.0}, {"reps": 8}])
def test_what_ends_by_metres_or_repetitions_on_an_own_way_is_not_made_longer_for_one(
    room: Room, end: dict[str, float]
) -> None:
    speed = Ramp(end["planned"], end["planned"]) if "planned" in end else None
    room.tap_in(1, 2)
    metres, reps = end.get("distance_m"), end.get("reps")
    room.start(one_step(distance_m=metres, reps=reps, speed_kmh=speed), 1, 2)
    room.run(5)
    with pytest.raises(CommandRefused, match="does not end by time"):
        room.do(cmd.Extend(room.now, 1, 60, athlete_id=2))
    assert room.who(2).detour is None


def test_nobody_is_paused_by_a_page_of_a_class_that_they_are_not_in(room: Room) -> None:
    room.tap_in(1, 2)
    room.start(short_plan(60, 60), 1)
    room.start(short_plan(60, 60), 2, session_id=2)
    for order in (cmd.Pause(room.now, 1, 2), cmd.Resume(room.now, 1, 2)):
        with pytest.raises(CommandRefused, match="is not in that class"):
            room.do(order)
    assert room.who(2).phase is Phase.RUNNING
    assert room.notes("pause") == []


def test_whoever_skips_alone_goes_on_by_their_own_clock_and_the_class_does_not_notice(
    room: Room,
) -> None:
    room.tap_in(1, 2)
    room.start(WORK_THEN_EASY, 1, 2)
    room.run(20)
    room.do(cmd.Skip(room.now, 1, athlete_id=2))
    assert room.who(2).detour == "own way"
    room.run(100)
    assert indices(room, 1) == [0] * 10 + [1] * 60 + [2] * 20
    assert indices(room, 2) == [0] * 10 + [1] * 10 + [2] * 20
    closed = [(r.athlete_id, r.reason) for r in room.records if isinstance(r, AthleteClosed)]
    assert closed == [(2, "finished"), (1, "finished")]
    assert [r.reason for r in room.records if isinstance(r, SessionClosed)] == ["finished"]
    assert [n.detail for n in room.notes("partial")] == [{"why": "skip"}]


def test_whoever_extends_alone_ends_later_and_the_session_waits_for_them(room: Room) -> None:
    room.tap_in(1, 2)
    room.start(WORK_THEN_EASY, 1, 2)
    room.run(20)
    room.do(cmd.Extend(room.now, 1, 30, athlete_id=2))
    room.run(71)
    assert (room.who(1).phase, room.who(2).phase) == (Phase.FINISHED, Phase.RUNNING)
    assert room.engine.state.sessions[1].phase is Phase.RUNNING
    room.run(30)
    assert indices(room, 2) == [0] * 10 + [1] * 90 + [2] * 20
    assert room.engine.state.sessions[1].phase is Phase.FINISHED


def test_a_way_of_ones_own_stands_still_while_its_athlete_has_paused(room: Room) -> None:
    room.tap_in(1, 2)
    room.start(WORK_THEN_EASY, 1, 2)
    room.run(20)
    room.do(cmd.Extend(room.now, 1, 30, athlete_id=2))
    room.do(cmd.Pause(room.now, 1, athlete_id=2))
    room.run(15)
    room.do(cmd.Resume(room.now, 1, athlete_id=2))
    room.run(105)
    assert indices(room, 2) == [0] * 10 + [1] * 90 + [2] * 20


def test_nobody_skips_the_cool_down_but_may_leave_it(room: Room) -> None:
    room.tap_in(1, 2)
    room.start(WORK_THEN_EASY, 1, 2)
    room.run(72)
    for athlete_id in (None, 2):
        with pytest.raises(CommandRefused, match="cool-down belongs"):
            room.do(cmd.Skip(room.now, 1, athlete_id))
    assert room.who(2).detour is None
    room.do(cmd.Leave(room.now, 2))
    assert room.who(2).phase is Phase.LEFT


def test_an_own_cool_down_is_the_plans_and_ends_by_itself(room: Room) -> None:
    room.tap_in(1, 2)
    room.start(WORK_THEN_EASY, 1, 2)
    room.run(30)
    room.do(cmd.CoolDown(room.now, 2))
    assert room.who(2).detour == "own cool-down"
    room.do(cmd.CoolDown(room.now, 2))
    room.run(70)
    assert indices(room, 2) == [0] * 10 + [1] * 20 + [2] * 20
    assert [row.step_s for row in room.rows(2)][-20:] == list(range(20))
    assert [n.detail for n in room.notes("cool-down")] == [{"by": "athlete"}]


def test_where_the_plan_has_no_cool_down_it_is_five_easy_minutes_outside_of_it(room: Room) -> None:
    room.tap_in(1)
    room.start(short_plan(10, 60), 1, clock="own")
    room.run(30)
    room.do(cmd.CoolDown(room.now, 1))
    course = room.engine.state.sessions[1].course(1)
    assert (course.step.name, course.step.kind) == ("Cool-down", "cool-down")
    room.run(310)
    assert indices(room, 1) == [0] * 10 + [1] * 20 + [-1] * 300
    assert room.who(1).phase is Phase.FINISHED


# -- what ends a step ------------------------------------------------------------------------------


def rest_of(room: Room, number: int) -> int:
    return indices(room, number).count(1)


def test_a_gate_opens_for_the_heart_that_has_come_down_but_not_before_its_least_time(
    room: Room,
) -> None:
    room.tap_in(1)
    room.start(GATED, 1, clock="own")
    room.bpm[1] = 140
    room.run(40)
    drift(room, 1, 110)  # 65 % of 190 is 123.5
    assert rest_of(room, 1) in range(46, 51)
    room.tap_in(2)
    room.bpm[2] = 100
    room.start(GATED, 2, session_id=2, clock="own")
    room.run(60)
    assert indices(room, 2, 2).count(1) == 30


def test_a_fall_opens_a_gate_too(room: Room) -> None:
    room.tap_in(1)
    room.bpm[1] = 175
    room.start(GATED, 1, clock="own")
    room.run(15)
    room.bpm[1] = 149
    room.run(60)
    assert rest_of(room, 1) == 30


def test_a_class_waits_at_a_gate_for_everybody_who_is_heard_and_never_too_long(room: Room) -> None:
    room.tap_in(1, 2, 3)
    room.bpm = {1: 100, 2: 156, 3: None}
    room.start(GATED, 1, 2, 3)
    room.run(60)
    drift(room, 2, 130)
    room.run(20)
    assert rest_of(room, 1) == rest_of(room, 2) == rest_of(room, 3)
    assert rest_of(room, 1) in range(76, 81)
    room.start(GATED, 1, 2, 3, session_id=2)
    room.bpm[2] = 150
    room.run(150)
    assert indices(room, 2, 2).count(1) == 120


def test_without_any_heart_rate_a_gate_waits_its_longest(room: Room) -> None:
    room.tap_in(1)
    room.bpm = {}
    room.start(GATED, 1, clock="own")
    room.run(150)
    assert rest_of(room, 1) == 120


def test_repetitions_wait_for_the_button_alone_and_are_a_window_in_a_class(room: Room) -> None:
    plan = one_step(reps=5, tempo="3-1-1")
    room.tap_in(1, 2)
    room.start(plan, 1, clock="own")
    room.start(plan, 2, session_id=2)
    room.run(60)
    assert set(indices(room, 1)) == {0}
    assert indices(room, 2, 2) == [0] * 25 + [1] * 30
    room.do(cmd.Skip(room.now, 1))
    assert [n.kind for n in room.notes("button")] == ["button"]
    assert room.notes("partial") == []


def test_the_marathon_pace_of_the_athlete_makes_the_speed(room: Room) -> None:
    room.tap_in(1, marathon_pace_s_per_km=300.0)
    room.tap_in(2)
    step: dict[str, object] = {"duration_s": 60, "marathon_pace": MarathonPace(-20, -15)}
    room.start(one_step(speed_kmh=Ramp(9, 9), **step), 1, 2)
    room.run(5)
    # 5:00/km is 8:02.8 a mile; 17.5 s quicker is 465.30 s a mile
    assert room.who(1).wanted_speed_kmh == pytest.approx(3600 * 1.609344 / 465.3032, abs=1e-4)
    assert room.who(2).wanted_speed_kmh == 9


def test_a_target_in_percent_of_max_is_the_athletes_own_band(room: Room) -> None:
    room.tap_in(1)
    room.tap_in(2, max_hr=200.0)
    room.start(one_step(duration_s=60, target=PercentTarget(50, 70)), 1, 2)
    room.run(5)
    assert {(r.target_low_bpm, r.target_high_bpm) for r in room.rows(1)} == {(95, 132)}
    assert {(r.target_low_bpm, r.target_high_bpm) for r in room.rows(2)} == {(100, 139)}


# -- what the coach decides ------------------------------------------------------------------------


def hard(*lengths: int) -> Plan:
    steps = [
        Step(f"Hard {n}", "work", length, target=ZoneTarget(4)) for n, length in enumerate(lengths)
    ]
    return Plan(
        "h",
        "H",
        "treadmill",
        (Step("Warm-up", "warm-up", 10), *steps, Step("Down", "cool-down", 60)),
    )


def test_too_long_at_the_ceiling_is_a_walk_then_a_rejoin_then_an_own_cool_down(room: Room) -> None:
    room.tap_in(1, 2, ceiling_hr=170.0)
    room.start(hard(1200), 1, 2)
    room.bpm[1] = 150
    room.run(60)
    drift(room, 1, 172)
    room.run(40)
    who = room.who(1)
    assert (who.detour, who.alert) == ("recovery walk", Alert.RECOVERY_WALK)
    assert room.rows(1)[-1].flags & SampleFlag.WALK
    assert (who.wanted_speed_kmh, who.band) == (None, None)
    drift(room, 1, 140)
    room.run(90)
    assert (who.detour, who.alert) == (None, None)
    assert room.rows(1)[-1].target_high_bpm == room.rows(2)[-1].target_high_bpm - 5  # type: ignore[operator]
    drift(room, 1, 172)
    room.run(40)
    assert (who.detour, who.alert) == ("own cool-down", Alert.COOLING_DOWN)
    room.run(60)
    assert (who.phase, room.who(2).phase) == (Phase.FINISHED, Phase.RUNNING)
    states = [(note.kind, dict(note.detail)) for note in room.notes("walk", "cool-down")]
    assert states == [
        ("walk", {"state": "begun"}),
        ("walk", {"state": "over"}),
        ("cool-down", {"by": "ceiling"}),
    ]
    codes = [note.detail["code"] for note in room.notes("alert")]
    assert codes == ["recovery walk", "cooling down"]


def test_leaving_and_coming_back_gives_no_second_first_walk(room: Room) -> None:
    room.tap_in(1, 2, ceiling_hr=170.0)
    room.start(hard(3000), 1, 2)
    room.bpm[1] = 150
    room.run(60)
    drift(room, 1, 172)
    room.run(40)
    assert room.who(1).detour == "recovery walk"
    room.do(cmd.Leave(room.now, 1))
    room.do(cmd.TapOut(room.now, 1))
    room.tap_in(1, ceiling_hr=170.0)
    room.do(cmd.Join(room.now, 1, 1))
    drift(room, 1, 172)
    room.run(40)
    assert room.who(1).detour == "own cool-down"


def test_every_cue_is_shown_for_a_while_and_noted(room: Room) -> None:
    room.tap_in(1)
    room.bpm[1] = 110
    room.start(short_plan(120, 900), 1)
    room.run(61)
    cue = room.who(1).cue
    assert cue is not None
    assert (cue.code, cue.step) == (CueCode.NEXT_60, "Work 1")
    room.run(25)
    assert room.who(1).cue is None
    room.run(400)
    notes = room.notes("cue")
    assert {"next in 60", "next in 10", "next now"} <= {str(n.detail["code"]) for n in notes}
    assert any(n.detail["code"] == "faster" and n.detail["amount"] for n in notes)
    assert all(n.elapsed_s is not None and n.athlete_id == 1 for n in notes)


def test_a_lost_strap_in_hard_work_tells_the_coach_and_the_seconds_are_by_effort(
    room: Room,
) -> None:
    room.tap_in(1)
    room.start(hard(600), 1)
    room.run(30)
    room.bpm[1] = None
    room.run(70)
    assert room.who(1).alert is Alert.NO_SIGNAL
    assert room.who(1).by_effort
    assert room.rows(1)[-1].flags & SampleFlag.BY_EFFORT
    room.bpm[1] = 150
    room.run(3)
    assert room.who(1).alert is None
    assert not room.rows(1)[-1].flags & SampleFlag.BY_EFFORT


# -- late joiners ----------------------------------------------------------------------------------

LADDER = Plan(
    "l",
    "L",
    "treadmill",
    (
        Step("Warm-up", "warm-up", 60),
        Step("Easy", "work", 600, target=ZoneTarget(2, "high")),
        Step("Middle", "work", 600, target=ZoneTarget(3, "mid")),
        Step("Hard", "work", 1200, target=ZoneTarget(4)),
        Step("Down", "cool-down", 60),
    ),
)


def test_a_late_joiner_goes_up_one_step_after_five_minutes_of_holding_the_one_below(
    room: Room,
) -> None:
    room.tap_in(1, 2)
    room.start(LADDER, 1)
    room.run(70)
    room.do(cmd.Skip(room.now, 1))
    room.do(cmd.Join(room.now, 1, 2))
    room.bpm[2] = 165
    assert room.who(2).detour == "late warm-up"
    room.run(1220)
    rows = room.rows(2)
    targets = [(r.target_low_bpm, r.target_high_bpm) for r in rows]
    assert set(targets[:600]) == {(None, None)}
    easy, middle, difficult = (142, 147), (152, 157), (162, 175)
    assert targets[600:900] == [easy] * 300
    assert targets[900:1200] == [middle] * 300
    assert set(targets[1200:]) == {difficult}
    assert {r.step_index for r in rows[600:]} == {3}, "on the class's clock all along"
    aims = [n.detail.get("aim_index") for n in room.notes("step") if n.athlete_id == 2]
    assert [aim for aim, _ in groupby(aims)] == [1, 2, None]


def test_a_late_joiner_who_does_not_hold_the_step_is_not_let_up(room: Room) -> None:
    room.tap_in(1, 2)
    room.start(LADDER, 1)
    room.run(70)
    room.do(cmd.Skip(room.now, 1))
    room.do(cmd.Join(room.now, 1, 2))
    room.bpm[2] = 120
    room.run(1000)
    assert {r.target_low_bpm for r in room.rows(2)[600:]} == {142}


def test_with_little_work_left_a_late_joiner_is_sent_to_a_clock_of_their_own(room: Room) -> None:
    room.tap_in(1, 2)
    room.start(LADDER, 1)
    room.run(61)
    for _ in range(2):
        room.do(cmd.Skip(room.now, 1))
    room.run(302)
    with pytest.raises(CommandRefused, match="step-up-30"):
        room.do(cmd.Join(room.now, 1, 2))
    assert room.who(2).phase is Phase.READY


def test_a_late_joiners_session_is_marked_partial(room: Room) -> None:
    room.tap_in(1, 2)
    room.start(LADDER, 1)
    room.run(100)
    room.do(cmd.Join(room.now, 1, 2))
    assert [(n.athlete_id, n.detail["why"]) for n in room.notes("partial")] == [(2, "late")]


# -- after a cut -----------------------------------------------------------------------------------


def restored(plan: Plan, *people: cmd.ResumeAthlete, step_index: int = 1, step_s: int = 30) -> Room:
    room = Room()
    room.do(cmd.Restore(START, 7, plan, "group", step_index, step_s, 0, 40, UTC_MS - 9_000, people))
    return room


def test_after_a_cut_everybody_is_on_their_own_way_again() -> None:
    room = restored(
        WORK_THEN_EASY,
        cmd.ResumeAthlete(athlete(1), None, 40),
        cmd.ResumeAthlete(
            athlete(2), None, 40, own_way="own way", step_index=1, step_s=30, extended_s=15
        ),
        cmd.ResumeAthlete(athlete(3), None, 40, own_way="own cool-down", step_index=2, step_s=5),
    )
    room.bpm = {1: 120, 2: 120, 3: 120}
    assert [room.who(n).detour for n in (1, 2, 3)] == [None, "own way", "own cool-down"]
    room.run(100)
    assert indices(room, 1, 7) == [1] * 30 + [2] * 20
    assert indices(room, 2, 7) == [1] * 45 + [2] * 20
    assert indices(room, 3, 7) == [2] * 15


def test_after_a_cut_in_a_cool_down_that_the_plan_does_not_have_it_goes_on() -> None:
    room = restored(
        short_plan(10, 600),
        cmd.ResumeAthlete(athlete(1), None, 40, own_way="own cool-down", step_index=-1, step_s=290),
    )
    room.run(20)
    assert indices(room, 1, 7) == [-1] * 10


def test_after_a_cut_a_second_chance_stays_used_and_a_walk_goes_on() -> None:
    room = restored(
        hard(1200),
        cmd.ResumeAthlete(athlete(1, ceiling_hr=170.0), None, 40, walks=1),
        cmd.ResumeAthlete(athlete(2, ceiling_hr=170.0), None, 40, walks=1, is_walking=True),
    )
    room.bpm = {1: 172, 2: 140}
    room.run(5)
    assert room.who(2).detour == "recovery walk"
    room.run(65)
    assert room.who(1).detour == "own cool-down"
    assert room.who(2).detour is None


def test_after_a_cut_a_late_joiner_is_at_the_step_they_had_been_let_in_at() -> None:
    room = restored(
        LADDER,
        cmd.ResumeAthlete(athlete(1), None, 40),
        cmd.ResumeAthlete(athlete(2), None, 40, aim_index=2),
        step_index=3,
    )
    room.bpm = {1: 165, 2: 165}
    room.run(310)
    targets = [row.target_low_bpm for row in room.rows(2, 7)]
    assert targets[:300] == [152] * 300
    assert set(targets[300:]) == {162}
    assert {row.target_low_bpm for row in room.rows(1, 7)} == {162}
