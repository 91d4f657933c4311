"""The engine on a manual clock: who gets which row, band and step, and when."""

import pytest

from kiosk.events import DeviceStatus, HeartRate
from kiosk.session import commands as cmd
from kiosk.session.course import CommandRefused
from kiosk.session.records import (
    AthleteClosed,
    AthleteJoined,
    Beats,
    SampleFlag,
    SessionClosed,
    SessionOpened,
)
from kiosk.session.state import Phase, Signal
from kiosk.training.guidance import Verdict
from kiosk.training.plan import Plan, Ramp, RangeTarget, Step, ZoneTarget
from tests.unit.room import START, UTC_MS, Room, athlete, short_plan

Gone = tuple[tuple[int, int], ...]


def test_a_class_gets_one_row_a_second_for_everybody_and_ends_by_itself(room: Room) -> None:
    room.tap_in(1, 2)
    room.start(short_plan(10, 20), 1, 2)
    room.run(40)
    for number in (1, 2):
        rows = room.rows(number)
        assert [row.elapsed_s for row in rows] == list(range(30))
        assert [row.step_index for row in rows] == [0] * 10 + [1] * 20
        assert [row.step_s for row in rows] == list(range(10)) + list(range(20))
        assert {row.heart_rate_bpm for row in rows} == {120}
        assert [row.utc_ms for row in rows] == [UTC_MS + 1000 * k for k in range(30)]
    closed = [r for r in room.records if isinstance(r, AthleteClosed)]
    assert [(c.athlete_id, c.reason) for c in closed] == [(1, "finished"), (2, "finished")]
    assert [r.reason for r in room.records if isinstance(r, SessionClosed)] == ["finished"]
    assert room.engine.state.participants[1].phase is Phase.FINISHED


def test_the_records_of_a_session_open_with_its_plan_and_zone_model(room: Room) -> None:
    room.tap_in(1, station="Treadmill 1")
    room.run(1)
    room.start(short_plan(5), 1)
    opened = next(r for r in room.records if isinstance(r, SessionOpened))
    assert Plan.from_json(opened.plan_json) == short_plan(5)
    joined = next(r for r in room.records if isinstance(r, AthleteJoined))
    assert (joined.name, joined.station, joined.strap) == ("Athlete 1", "Treadmill 1", 101)
    assert joined.zone_model == "reserve"
    assert joined.zone_inputs == {"max_hr": 190, "resting_hr": 50}


def test_a_row_holds_the_last_value_heard_in_its_second(room: Room) -> None:
    room.tap_in(1)
    room.bpm[1] = lambda now: 100 + int((now - START) * 4) % 40
    room.start(short_plan(9), 1)
    room.run(9)
    assert [row.heart_rate_bpm for row in room.rows(1)] == [103 + 4 * k for k in range(9)]


def test_a_second_without_a_reading_is_stored_as_missing(room: Room) -> None:
    room.tap_in(1)
    room.start(short_plan(12), 1)
    room.run(4)
    room.bpm[1] = None
    room.run(3)
    room.bpm[1] = 121
    room.run(5)
    assert [row.heart_rate_bpm for row in room.rows(1)] == [120] * 4 + [None] * 3 + [121] * 5


def test_losing_the_strap_blanks_the_number_but_not_the_session(room: Room) -> None:
    room.tap_in(1)
    room.start(short_plan(100), 1)
    room.run(10)
    who = room.engine.state.participants[1]
    assert (who.signal, who.shown_bpm) == (Signal.LIVE, 120)
    room.bpm[1] = None
    seen: dict[Signal, float] = {}
    for quarter in range(1, 140):
        room.run(0.25)
        seen.setdefault(who.signal, quarter / 4)
    assert seen == {
        Signal.LIVE: 0.25,
        Signal.WEAK: pytest.approx(1.75, abs=0.3),
        Signal.LOST: pytest.approx(4.75, abs=0.3),
        Signal.CHECK: pytest.approx(29.75, abs=0.3),
    }
    assert who.shown_bpm is None
    assert who.phase is Phase.RUNNING
    room.bpm[1] = 118
    room.run(1)
    assert (who.signal, who.shown_bpm) == (Signal.LIVE, 118)
    assert [note.detail["state"] for note in room.notes("signal")] == ["lost", "live"]


def test_an_unworn_strap_shows_no_number_and_is_stored_as_missing(room: Room) -> None:
    room.tap_in(1)
    room.start(short_plan(10), 1)
    room.bpm[1] = None
    for _ in range(3):
        room.records += room.engine.handle(HeartRate(room.now, 101, None, worn=False))
        room.run(1)
    assert room.engine.state.participants[1].signal is Signal.NOT_WORN
    assert {row.heart_rate_bpm for row in room.rows(1)} == {None}
    assert all(row.flags & SampleFlag.NOT_WORN for row in room.rows(1))


def test_a_paused_class_gets_no_rows_and_goes_on_where_it_was(room: Room) -> None:
    room.tap_in(1, 2)
    room.start(short_plan(10, 20), 1, 2)
    room.run(12)
    room.do(cmd.Pause(room.now, 1))
    room.run(7)
    assert len(room.rows(1)) == 12
    room.do(cmd.Resume(room.now, 1))
    room.run(30)
    rows = room.rows(1)
    assert [row.elapsed_s for row in rows] == list(range(30))
    assert rows[12].utc_ms - rows[11].utc_ms == 8000
    assert rows[12].step_s == 2


def test_one_athlete_pauses_while_the_class_goes_on(room: Room) -> None:
    room.tap_in(1, 2)
    room.start(short_plan(30), 1, 2)
    room.run(5)
    room.do(cmd.Pause(room.now, 1, athlete_id=2))
    room.run(10)
    room.do(cmd.Resume(room.now, 1, athlete_id=2))
    room.run(20)
    assert len(room.rows(1)) == 30
    assert len(room.rows(2)) == 20
    assert room.rows(2)[5].step_s == 15
    assert [row.elapsed_s for row in room.rows(2)] == list(range(20))


def test_resuming_the_class_leaves_whoever_paused_alone_paused(room: Room) -> None:
    room.tap_in(1, 2)
    room.start(short_plan(30), 1, 2)
    room.do(cmd.Pause(room.now, 1, athlete_id=2))
    room.do(cmd.Pause(room.now, 1))
    room.do(cmd.Resume(room.now, 1))
    people = room.engine.state.participants
    assert (people[1].phase, people[2].phase) == (Phase.RUNNING, Phase.PAUSED)


def test_a_group_clock_and_an_own_clock_run_side_by_side(room: Room) -> None:
    room.tap_in(1, 2, 3)
    room.start(short_plan(10, 20), 1, 2)
    room.run(5)
    room.start(short_plan(8, 8), 3, session_id=2, clock="own")
    room.run(30)
    assert [row.step_index for row in room.rows(1)] == [0] * 10 + [1] * 20
    assert [row.step_index for row in room.rows(3, 2)] == [0] * 8 + [1] * 8
    assert room.rows(3, 2)[0].utc_ms - room.rows(1)[0].utc_ms == 5000


def test_skip_ends_the_step_at_once_and_extend_makes_it_longer(room: Room) -> None:
    room.tap_in(1)
    room.start(short_plan(60, 10, 10), 1)
    room.run(3)
    room.do(cmd.Skip(room.now, 1))
    room.run(2)
    room.do(cmd.Extend(room.now, 1, 60))
    room.run(100)
    counts = [sum(row.step_index == k for row in room.rows(1)) for k in range(3)]
    assert counts == [3, 70, 10]


def test_a_step_that_waits_for_a_button_waits_until_it_is_pressed(room: Room) -> None:
    plan = Plan(
        "b",
        "B",
        "any",
        (Step("Ready?", "warm-up"), Step("Go", "work", duration_s=5, target=ZoneTarget(2, "high"))),
    )
    room.tap_in(1)
    room.start(plan, 1, clock="own")
    room.run(77)
    assert {row.step_index for row in room.rows(1)} == {0}
    room.do(cmd.Skip(room.now, 1))
    room.run(10)
    assert [row.step_index for row in room.rows(1)] == [0] * 77 + [1] * 5
    assert len(room.notes("button")) == 1
    with pytest.raises(CommandRefused, match=r"not running|over"):
        room.do(cmd.Join(room.now, 1, 1))


def test_a_distance_step_on_an_own_clock_ends_by_metres_at_the_typed_speed(room: Room) -> None:
    plan = Plan(
        "d", "D", "treadmill", (Step("Run", "work", distance_m=100.0, speed_kmh=Ramp(6, 6)),)
    )
    room.tap_in(1)
    room.start(plan, 1, clock="own")
    room.run(30)
    room.do(cmd.TypeSpeed(room.now, 1, 12.0))
    room.run(60)
    rows = room.rows(1)
    assert [(row.speed_kmh, row.speed_source) for row in rows] == [(6, "prescribed")] * 30 + [
        (12, "typed")
    ] * 15
    assert room.engine.state.participants[1].phase is Phase.FINISHED


def test_a_distance_step_in_a_class_is_a_window_of_time(room: Room) -> None:
    plan = Plan(
        "d", "D", "treadmill", (Step("Run", "work", distance_m=100.0, speed_kmh=Ramp(6, 6)),)
    )
    room.tap_in(1, 2)
    room.start(plan, 1, 2)
    room.do(cmd.TypeSpeed(room.now, 1, 12.0))
    room.run(100)
    assert len(room.rows(1)) == len(room.rows(2)) == 60


def test_a_class_refuses_a_distance_that_no_speed_turns_into_time(room: Room) -> None:
    plan = Plan("d", "D", "treadmill", (Step("Run", "work", distance_m=100.0),))
    room.tap_in(1, 2)
    with pytest.raises(CommandRefused, match="speed_kmh"):
        room.start(plan, 1, 2)
    assert room.engine.state.sessions == {}


def test_whoever_joins_late_warms_up_ten_minutes_without_a_band_first(room: Room) -> None:
    room.tap_in(1)
    room.start(short_plan(60, 1200), 1)
    room.run(100)
    room.tap_in(2)
    room.do(cmd.Join(room.now, 1, 2))
    room.run(700)
    rows = room.rows(2)
    assert [row.step_index for row in rows] == [-1] * 600 + [1] * 100
    assert {row.target_low_bpm for row in rows[:600]} == {None}
    assert {row.target_low_bpm for row in rows[600:]} == {152}
    assert rows[600].step_s == 640
    assert rows[600].guide_low_bpm == pytest.approx(115, abs=1)


def test_a_late_joiner_counts_what_is_left_of_the_warm_up_of_the_class(room: Room) -> None:
    room.tap_in(1)
    room.start(short_plan(400, 1200), 1)
    room.run(100)
    room.tap_in(2)
    room.do(cmd.Join(room.now, 1, 2))
    assert room.engine.state.participants[2].late_warm_up_s == 300


def test_who_leaves_early_keeps_the_rows_and_the_class_goes_on(room: Room) -> None:
    room.tap_in(1, 2)
    room.start(short_plan(30), 1, 2)
    room.run(10)
    room.do(cmd.Leave(room.now, 2))
    room.run(25)
    assert (len(room.rows(1)), len(room.rows(2))) == (30, 10)
    closed = [r for r in room.records if isinstance(r, AthleteClosed)]
    assert [(c.athlete_id, c.reason) for c in closed] == [(2, "left"), (1, "finished")]


def test_who_left_and_comes_back_goes_on_with_the_next_row(room: Room) -> None:
    room.tap_in(1, 2)
    room.start(short_plan(60), 1, 2)
    room.run(10)
    room.do(cmd.TapOut(room.now, 2))
    room.run(10)
    room.tap_in(2)
    room.do(cmd.Join(room.now, 1, 2))
    room.run(5)
    assert [row.elapsed_s for row in room.rows(2)] == list(range(15))
    assert room.rows(2)[10].step_s == 20


def test_what_somebody_did_in_between_is_not_shown_as_the_class_they_come_back_to(
    room: Room,
) -> None:
    room.tap_in(1, 2)
    room.start(short_plan(60, 60), 1, 2)
    room.run(10)
    room.do(cmd.Leave(room.now, 2))
    room.tap_in(2)
    room.start(short_plan(20), 2, session_id=2, clock="own")
    room.run(20)
    room.do(cmd.Join(room.now, 1, 2))
    room.run(5)
    assert [point.elapsed_s for point in room.who(2).trace] == list(range(10, 15))
    assert sum(room.who(2).live.zone_s.values()) == 5


def test_when_the_last_one_leaves_the_session_is_over(room: Room) -> None:
    room.tap_in(1)
    room.start(short_plan(30), 1)
    room.run(5)
    room.do(cmd.TapOut(room.now, 1))
    assert [r.reason for r in room.records if isinstance(r, SessionClosed)] == ["ended"]
    assert room.engine.state.sessions == {}


def test_a_double_tap_on_start_starts_once(room: Room) -> None:
    room.tap_in(1)
    room.start(short_plan(30), 1)
    room.start(short_plan(30), 1)
    with pytest.raises(CommandRefused, match="tap in"):
        room.start(short_plan(30), 1, session_id=2)
    assert len([r for r in room.records if isinstance(r, SessionOpened)]) == 1


def test_the_band_eases_in_and_the_row_keeps_target_and_guide_apart(room: Room) -> None:
    room.tap_in(1, max_hr=190, resting_hr=50)
    room.bpm[1] = 150
    room.start(short_plan(40, 1200), 1)
    room.run(300)
    rows = [row for row in room.rows(1) if row.step_index == 1]
    assert {(row.target_low_bpm, row.target_high_bpm) for row in rows} == {(152, 157)}
    assert rows[0].guide_low_bpm == 145.0
    assert rows[240].guide_low_bpm == 152.0


def test_an_athlete_without_known_zones_is_recorded_without_bands(room: Room) -> None:
    room.tap_in(1, max_hr=None, resting_hr=None)
    room.start(short_plan(5, 20), 1)
    room.run(25)
    who = room.engine.state.participants[1]
    assert (who.zone, who.band, who.verdict) == (None, None, Verdict.NONE)
    assert {row.target_low_bpm for row in room.rows(1)} == {None}


def test_the_grade_of_the_own_station_is_recorded_and_missing_when_it_is_silent(room: Room) -> None:
    room.tap_in(1, station="A")
    room.tap_in(2, station="B")
    room.grade = {"A": 5.0, "B": 9.0}
    room.start(short_plan(10), 1, 2)
    room.run(5)
    del room.grade["A"]
    room.run(5)
    assert [row.grade_percent for row in room.rows(1)] == [5.0] * 5 + [None] * 5
    assert {row.grade_percent for row in room.rows(2)} == {9.0}
    assert room.engine.state.participants[1].grade_percent is None


def test_the_wanted_grade_follows_the_ramp(room: Room) -> None:
    room.tap_in(1)
    room.start(short_plan(1, 100), 1)
    room.run(51)
    wanted = room.engine.state.participants[1].wanted_grade_percent
    assert wanted == pytest.approx(7.4, abs=0.2)


def test_a_device_that_is_lost_and_comes_back_is_an_event_of_the_running_session(
    room: Room,
) -> None:
    room.tap_in(1)
    room.do(DeviceStatus(room.now, "ant", "live", "on"))
    room.start(short_plan(30), 1)
    for state in ("lost", "lost", "live"):
        room.run(2)
        room.do(DeviceStatus(room.now, "ant", state, "words"))
    assert [note.detail["state"] for note in room.notes("device")] == ["lost", "live"]


def test_beat_intervals_are_kept_for_the_second_they_came_in(room: Room) -> None:
    room.tap_in(1)
    room.start(short_plan(5), 1)
    room.run(5)
    beats = [r for r in room.records if isinstance(r, Beats)]
    assert [(b.elapsed_s, b.rr_ms) for b in beats] == [(k, (500.0,) * 4) for k in range(5)]


def test_an_unset_wall_clock_flags_the_rows_and_a_jump_never_reorders_them(room: Room) -> None:
    room.tap_in(1)
    room.start(short_plan(20), 1)
    room.engine.set_wall(UTC_MS - START * 1000, False)
    room.run(5)
    room.engine.set_wall(UTC_MS - START * 1000 - 86_400_000, True)
    room.run(5)
    rows = room.rows(1)
    assert [row.elapsed_s for row in rows] == list(range(10))
    assert [bool(row.flags & SampleFlag.UNSYNCHRONISED) for row in rows] == [True] * 5 + [False] * 5


def test_a_restored_session_goes_on_at_the_same_second_of_the_same_step(room: Room) -> None:
    room.do(
        cmd.Restore(
            at=room.now,
            session_id=7,
            plan=short_plan(10, 20),
            clock="group",
            step_index=1,
            step_s=4,
            extended_s=5,
            elapsed_s=14,
            last_utc_ms=UTC_MS - 31_000,
            athletes=(cmd.ResumeAthlete(athlete(1), None, 14, hr0_bpm=118.0),),
        )
    )
    room.bpm[1] = 125
    room.run(40)
    rows = room.rows(1, 7)
    assert [row.elapsed_s for row in rows] == list(range(14, 35))
    assert [row.step_s for row in rows] == list(range(4, 25))
    assert room.notes("resumed-after-cut")[0].detail["gap_s"] == 30
    assert [r for r in room.records if isinstance(r, SessionOpened)] == []


def test_the_same_inputs_give_the_same_records() -> None:
    def play() -> list[object]:
        room = Room()
        room.tap_in(1, 2)
        room.start(short_plan(10, 30), 1, 2)
        room.bpm[2] = lambda now: 100 + int(now * 7) % 60
        room.run(20)
        room.do(cmd.Pause(room.now, 1, athlete_id=2))
        room.run(30)
        return list(room.records)

    assert play() == play()


def test_a_command_for_somebody_unknown_is_refused_with_a_sentence(room: Room) -> None:
    for command in (
        cmd.Leave(room.now, 9),
        cmd.Join(room.now, 1, 9),
        cmd.Skip(room.now, 4),
        cmd.TypeSpeed(room.now, 9, 5.0),
    ):
        with pytest.raises(CommandRefused, match=r"tap in|start a"):
            room.do(command)


def test_a_band_given_in_beats_includes_both_ends(room: Room) -> None:
    step = Step("Steady", "work", duration_s=60, target=RangeTarget(140, 150))
    room.tap_in(1, max_hr=None, resting_hr=None)
    room.start(Plan("r", "R", "any", (step,)), 1)
    room.run(5)
    assert {(row.target_low_bpm, row.target_high_bpm) for row in room.rows(1)} == {(140, 150)}


def test_a_sudden_jump_is_stored_and_flagged_but_not_guided_by(room: Room) -> None:
    room.tap_in(1)
    room.start(short_plan(5, 100), 1)
    room.run(40)
    room.bpm[1] = 190
    room.run(2)
    room.bpm[1] = 120
    room.run(10)
    rows = room.rows(1)
    assert [row.heart_rate_bpm for row in rows[39:43]] == [120, 190, 190, 120]
    flagged = [row.elapsed_s for row in rows if row.flags & SampleFlag.SUSPECT]
    assert flagged == [40, 41]
    assert room.engine.state.participants[1].shown_bpm == 120


def restore_of(*people: cmd.ResumeAthlete, session_id: int = 7, gone: Gone = ()) -> cmd.Restore:
    """A class cut at second 4 of its second step."""
    return cmd.Restore(
        START, session_id, short_plan(10, 20), "group", 1, 4, 0, 14, UTC_MS - 9_000, people, gone
    )


def test_who_had_left_before_a_cut_goes_on_with_the_next_row_on_coming_back(room: Room) -> None:
    room.do(restore_of(cmd.ResumeAthlete(athlete(1), None, 14), gone=((2, 9),)))
    room.tap_in(2)
    room.do(cmd.Join(room.now, 7, 2))
    room.run(3)
    assert [row.elapsed_s for row in room.rows(2, 7)] == [9, 10, 11]
    assert not [r for r in room.records if isinstance(r, AthleteJoined)]


def test_who_had_paused_alone_is_still_paused_after_a_cut(room: Room) -> None:
    room.do(
        restore_of(
            cmd.ResumeAthlete(athlete(1), None, 14),
            cmd.ResumeAthlete(athlete(2), None, 11, is_paused=True),
        )
    )
    room.run(3)
    assert (len(room.rows(1, 7)), len(room.rows(2, 7))) == (3, 0)
    room.do(cmd.Resume(room.now, 7, athlete_id=2))
    room.run(2)
    assert [row.elapsed_s for row in room.rows(2, 7)] == [11, 12]


def test_nobody_is_torn_out_of_one_session_by_resuming_another(room: Room) -> None:
    room.tap_in(1)
    room.start(short_plan(60), 1, clock="own")
    room.run(2)
    with pytest.raises(CommandRefused, match="another one"):
        room.do(restore_of(cmd.ResumeAthlete(athlete(1), None, 14)))
    room.do(
        restore_of(cmd.ResumeAthlete(athlete(1), None, 14), cmd.ResumeAthlete(athlete(2), None, 14))
    )
    room.run(3)
    assert (len(room.rows(1, 1)), len(room.rows(1, 7)), len(room.rows(2, 7))) == (5, 0, 3)
    with pytest.raises(CommandRefused, match="Another class"):
        room.do(restore_of(cmd.ResumeAthlete(athlete(3), None, 14), session_id=8))
    assert 3 not in room.engine.state.participants


def test_a_class_starts_without_whoever_has_just_gone_home(room: Room) -> None:
    room.tap_in(1, 2)
    room.do(cmd.TapOut(room.now, 2))
    room.start(short_plan(5), 1, 2)
    room.run(2)
    assert len(room.rows(1)) == 2
