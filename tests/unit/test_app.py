"""The pump: order of arrival, the edge of a second, tapping in by strap, what a kiosk says."""

from datetime import UTC, datetime

import pytest

from kiosk.app import (
    GONE_S,
    GRACE_S,
    App,
    CutSession,
    PersonAnswer,
    PersonWanted,
)
from kiosk.clock import ManualClock
from kiosk.events import DeviceState, DeviceStatus
from kiosk.session import commands as cmd
from kiosk.session.records import Record, SessionClosed
from kiosk.session.safety import IDLE_S
from kiosk.session.state import Phase
from kiosk.training.athlete import Athlete
from tests.unit.app_rig import Kiosk
from tests.unit.room import athlete, short_plan


def test_what_arrived_before_the_edge_of_a_second_counts_in_it_though_it_is_seen_later() -> None:
    kiosk = Kiosk()
    kiosk.app.command(cmd.TapIn(kiosk.clock.monotonic(), athlete(1)))
    kiosk.app.pump()
    kiosk.app.start_class(short_plan(30))
    kiosk.app.pump()
    kiosk.clock.advance(1.0 + GRACE_S / 2)
    kiosk.hear(101, 150, ago=0.0)
    kiosk.app.pump()
    assert kiosk.sink.samples == []
    kiosk.hear(101, 140, ago=GRACE_S / 2 + 0.01)
    kiosk.clock.advance(GRACE_S)
    kiosk.app.pump()
    assert [row.heart_rate_bpm for row in kiosk.sink.samples] == [140]
    kiosk.clock.advance(1.0)
    kiosk.app.pump()
    assert [row.heart_rate_bpm for row in kiosk.sink.samples] == [140, 150]


def test_a_stall_of_the_program_records_the_seconds_it_missed_as_missing() -> None:
    kiosk = Kiosk()
    kiosk.app.command(cmd.TapIn(kiosk.clock.monotonic(), athlete(1)))
    kiosk.app.pump()
    kiosk.app.start_class(short_plan(30))
    kiosk.on_air = {101: 130}
    kiosk.run(3)
    kiosk.clock.advance(5)
    kiosk.run(2.5)
    bpms = [row.heart_rate_bpm for row in kiosk.sink.samples]
    assert bpms == [130] * 3 + [None] * 5 + [130] * 2


def test_a_known_strap_taps_its_owner_in_and_silence_taps_them_out() -> None:
    kiosk = Kiosk(by_strap=True)
    kiosk.roster(1, 2)
    kiosk.on_air = {101: 110, 999: 120}
    kiosk.run(1.5)
    assert kiosk.app.state.participants == {}
    kiosk.run(2)
    assert list(kiosk.app.state.participants) == [1]
    assert kiosk.app.state.participants[1].station == "Treadmill 1"
    kiosk.on_air = {}
    kiosk.run(GONE_S - 5)
    assert list(kiosk.app.state.participants) == [1]
    kiosk.run(10)
    assert kiosk.app.state.participants == {}


def test_whoever_trains_is_not_tapped_out_by_a_minute_of_silence() -> None:
    kiosk = Kiosk(by_strap=True)
    kiosk.roster(1)
    kiosk.on_air = {101: 110}
    kiosk.run(4)
    kiosk.app.start_class(short_plan(300))
    kiosk.on_air = {}
    kiosk.run(GONE_S + 30)
    assert kiosk.app.state.participants[1].phase is Phase.RUNNING


def test_whoever_taps_in_without_a_strap_stays_for_ten_minutes() -> None:
    kiosk = Kiosk(by_strap=True)
    kiosk.roster(1)
    kiosk.app.tap_in(1)
    kiosk.run(IDLE_S - 5)
    assert list(kiosk.app.state.participants) == [1]
    kiosk.run(10)
    assert kiosk.app.state.participants == {}


def test_whoever_goes_home_with_the_strap_on_is_not_tapped_in_again() -> None:
    kiosk = Kiosk(by_strap=True)
    kiosk.roster(1)
    kiosk.on_air = {101: 110}
    kiosk.run(4)
    kiosk.app.tap_out(1)
    kiosk.run(30)
    assert kiosk.app.state.participants == {}
    kiosk.on_air = {}
    kiosk.run(70)
    kiosk.on_air = {101: 110}
    kiosk.run(4)
    assert list(kiosk.app.state.participants) == [1]


def test_straps_of_nobody_are_offered_newest_first_and_known_ones_never() -> None:
    kiosk = Kiosk()
    kiosk.roster(1)
    kiosk.on_air = {101: 100, 777: 100}
    kiosk.run(20)
    kiosk.on_air[888] = 100
    kiosk.run(2)
    assert [number for number, _ in kiosk.app.new_straps()] == [888, 777]
    del kiosk.on_air[888]
    kiosk.run(3)
    assert [number for number, _ in kiosk.app.new_straps()] == [777]


def test_adding_a_person_is_answered_later_and_never_by_the_pump_itself() -> None:
    kiosk = Kiosk()
    wanted = PersonWanted("Anna", 4711)
    kiosk.app.add_person(wanted)
    assert (kiosk.desk.wanted, kiosk.app.person_answer) == ([wanted], None)
    answer = PersonAnswer(kiosk.clock.monotonic(), wanted, refusal="That name is taken.")
    kiosk.mailbox.post(answer)
    kiosk.app.pump()
    assert kiosk.app.person_answer == answer


def test_an_answer_for_whoever_has_gone_is_not_taken_for_the_next_ones() -> None:
    kiosk = Kiosk()
    anna, ben = PersonWanted("Anna"), PersonWanted("Ben")
    kiosk.app.add_person(anna)
    kiosk.app.add_person(ben)
    kiosk.mailbox.post(PersonAnswer(kiosk.clock.monotonic(), anna, Athlete(1, "Anna")))
    kiosk.run(1)
    assert kiosk.app.person_answer is None
    kiosk.app.claim(1, "Anna B")
    kiosk.mailbox.post(PersonAnswer(kiosk.clock.monotonic(), ben, Athlete(2, "Ben")))
    kiosk.run(1)
    assert kiosk.app.person_answer is None
    claimed = PersonAnswer(kiosk.clock.monotonic(), PersonWanted("Anna B"), Athlete(1, "Anna B"))
    kiosk.mailbox.post(claimed)
    kiosk.run(1)
    assert kiosk.app.person_answer == claimed


def test_a_refused_command_is_said_for_a_while_and_changes_nothing() -> None:
    kiosk = Kiosk()
    kiosk.app.skip(7)
    kiosk.app.pump()
    assert any("session is over" in notice for notice in kiosk.app.notices)
    kiosk.run(10)
    assert kiosk.app.notices == []


def test_a_device_that_is_not_there_is_a_notice_until_it_is() -> None:
    kiosk = Kiosk()
    states: list[tuple[DeviceState, int]] = [
        ("searching", 1),
        ("failed", 1),
        ("live", 0),
        ("lost", 1),
    ]
    for state, count in states:
        kiosk.mailbox.post(DeviceStatus(kiosk.clock.monotonic(), "ant", state, "words"))
        kiosk.app.pump()
        assert len(kiosk.app.notices) == count, state


def test_the_end_of_the_program_ends_every_session() -> None:
    kiosk = Kiosk()
    for number in (1, 2):
        kiosk.app.command(cmd.TapIn(kiosk.clock.monotonic(), athlete(number)))
    kiosk.app.pump()
    kiosk.app.start_alone(short_plan(60), 1)
    kiosk.app.start_alone(short_plan(60), 2)
    kiosk.run(5.5)
    kiosk.app.end_all("stopped")
    closed = [r for r in kiosk.sink.records if isinstance(r, SessionClosed)]
    assert [(c.session_id, c.reason) for c in closed] == [(1, "stopped"), (2, "stopped")]
    assert len(kiosk.sink.samples) == 2 * 5


def test_a_cut_session_is_resumed_or_closed_once() -> None:
    kiosk = Kiosk()
    restore = cmd.Restore(
        0.0, 5, short_plan(30), "group", 0, 3, 0, 3, 1000, (cmd.ResumeAthlete(athlete(1), None, 3),)
    )
    cut = CutSession(5, "Short", datetime(2026, 1, 1, tzinfo=UTC), ("A",), restore)
    kiosk.app.cut_sessions = [cut]
    kiosk.app.resume_cut(5)
    kiosk.app.resume_cut(5)
    kiosk.app.pump()
    assert kiosk.app.state.sessions[5].main.step_s == 3
    kiosk.app.cut_sessions = [cut]
    kiosk.app.close_cut(5)
    closed = [r for r in kiosk.sink.records if isinstance(r, SessionClosed)]
    assert closed == [SessionClosed(5, 2000, "cut")]


@pytest.mark.parametrize(("year_ms", "text"), [(0, "clock not set"), (1_767_225_600_000, ":")])
def test_a_clock_that_is_not_set_is_not_shown(year_ms: int, text: str) -> None:
    kiosk = Kiosk()
    kiosk.clock = ManualClock(utc_ms=year_ms)
    app = App(clock=kiosk.clock, mailbox=kiosk.mailbox, recorder=kiosk.sink)
    assert text in app.clock_text()


def test_the_summary_of_a_silent_athlete_stays_for_ten_minutes() -> None:
    kiosk = Kiosk(by_strap=True)
    kiosk.roster(1)
    kiosk.app.tap_in(1)
    kiosk.on_air = {101: 110}
    kiosk.run(1)
    kiosk.app.start_alone(short_plan(5), 1)
    kiosk.run(8)
    kiosk.on_air = {}
    kiosk.run(IDLE_S - 20)
    assert kiosk.app.state.participants[1].phase is Phase.FINISHED
    kiosk.run(30)
    assert kiosk.here == []


def test_a_touch_on_their_page_keeps_somebody_here_without_a_heart_rate() -> None:
    kiosk = Kiosk(by_strap=True)
    kiosk.roster(1)
    kiosk.on_air = {101: 110}
    kiosk.run(4)
    kiosk.on_air = {}
    kiosk.run(GONE_S - 5)
    kiosk.app.touched(1)
    kiosk.run(GONE_S - 5)
    assert kiosk.here == [1]
    kiosk.run(10)
    assert kiosk.here == []


def test_whoever_is_taken_off_the_roster_is_tapped_out_when_idle() -> None:
    kiosk = Kiosk(by_strap=True)
    kiosk.roster(1, 2)
    kiosk.on_air = {101: 110, 102: 120}
    kiosk.run(4)
    kiosk.roster(2)
    kiosk.run(1)
    assert list(kiosk.app.state.participants) == [2]


def test_whoever_is_taken_off_the_roster_while_they_train_goes_when_the_session_ends() -> None:
    kiosk = Kiosk(by_strap=True)
    kiosk.roster(1, 2)
    kiosk.on_air = {101: 110, 102: 120}
    kiosk.run(4)
    kiosk.app.start_class(short_plan(30, 30, 30))
    kiosk.run(1)
    kiosk.roster(2)
    kiosk.run(5)
    assert kiosk.here == [1, 2]
    kiosk.app.end(1)
    kiosk.run(1)
    assert kiosk.here == [2]


def test_a_fault_in_the_middle_of_a_pump_keeps_what_was_recorded_and_handles_nothing_twice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kiosk = Kiosk()
    kiosk.app.command(cmd.TapIn(kiosk.clock.monotonic(), athlete(1)))
    kiosk.app.pump()
    kiosk.app.start_alone(short_plan(30, 30, 30), 1)
    kiosk.run(3.5)
    before = len(kiosk.sink.samples)
    kiosk.clock.advance(2.0)
    kiosk.app.skip(1)

    def fail(_now: float) -> list[Record]:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr(kiosk.app.engine, "refresh", fail)
        with pytest.raises(ZeroDivisionError):
            kiosk.app.pump()
    assert len(kiosk.sink.samples) == before + 2
    kiosk.app.pump()
    assert kiosk.app.state.sessions[1].main.step_index == 1


def test_a_stick_that_hears_nothing_is_a_notice_once_somebody_misses_their_heart_rate() -> None:
    kiosk = Kiosk()
    kiosk.roster(1)
    deaf = "The ANT stick works and hears nothing"
    kiosk.mailbox.post(DeviceStatus(kiosk.clock.monotonic(), "ant", "live", deaf))
    kiosk.run(1)
    assert kiosk.app.notices == [], "nobody waits for anything"
    kiosk.app.tap_in(1)
    kiosk.run(35)
    assert kiosk.app.notices == [deaf]
    kiosk.on_air = {101: 110}
    kiosk.run(2)
    assert kiosk.app.notices == []
