"""Whom the coach should look at first: who, why, in which order, and that it does not flicker."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from kiosk.attention import LOOKS_S, MOST, STAYS_S, Attention, Why
from kiosk.session.state import (
    Alert,
    Course,
    KioskState,
    LastValue,
    Participant,
    Phase,
    Session,
    Signal,
)
from kiosk.training.athlete import Athlete, Shows
from kiosk.training.guidance import Verdict
from kiosk.training.plan import HeartRateGate, Plan, Step, ZoneTarget
from kiosk.training.zones import Band
from kiosk.words import text

WORK = Plan("p", "P", "any", (Step("Work", "work", 600, target=ZoneTarget(3)),))
GATED = Plan("g", "G", "any", (Step("Recover", "recovery", gate=HeartRateGate(below_bpm=124)),))
NAMES = ("Anna", "Ben", "Chloe", "David", "Elif")


class Room:
    """A class of people, and a coach's eye on it once a second."""

    def __init__(self, count: int = 1, plan: Plan = WORK, shows: Shows = "bpm") -> None:
        self.state = KioskState(now=1000.0)
        self.attention = Attention()
        course = Course(plan, "group", (0,), step_s=100)
        ids = list(range(1, count + 1))
        self.state.sessions[1] = Session(1, plan, "group", Phase.RUNNING, ids, course)
        for number in ids:
            who = Athlete(number, NAMES[number - 1], max_hr=190.0, shows=shows)
            self.state.participants[number] = Participant(
                who,
                None,
                None,
                phase=Phase.RUNNING,
                session_id=1,
                signal=Signal.LIVE,
                shown_bpm=150,
                band=Band(160.0, 173.0),
            )

    def __getitem__(self, number: int) -> Participant:
        return self.state.participants[number]

    def run(self, seconds: float) -> None:
        for _ in range(round(seconds)):
            self.state.now += 1
            self.attention.look(self.state)

    @property
    def said(self) -> list[str]:
        return [f"{need.name}: {need.words}" for need in self.attention.needs]


def test_nobody_is_named_while_all_is_well() -> None:
    room = Room(5)
    room.run(600)
    assert room.said == []


def test_over_the_band_for_long_is_told_with_the_limit_and_how_long() -> None:
    room = Room(3)
    room[3].verdict = Verdict.OVER
    room.run(15)
    assert room.said == []
    room.run(16)
    assert room.said == ["Chloe: over 172 for 40 s"]


@pytest.mark.parametrize(
    ("shows", "said"),
    [("percent", "Anna: over 91 % for 40 s"), ("zone", "Anna: above the target for 40 s")],
)
def test_whoever_hides_the_heart_rate_hides_it_here_too(shows: Shows, said: str) -> None:
    room = Room(shows=shows)
    room[1].verdict = Verdict.OVER
    room.run(31)
    assert room.said == [said]


def test_a_share_of_a_maximum_that_nobody_knows_is_not_made_up() -> None:
    room = Room(shows="percent")
    room[1].athlete = replace(room[1].athlete, max_hr=None)
    room[1].verdict = Verdict.OVER
    room.run(31)
    assert room.said == ["Anna: above the target for 40 s"]


@pytest.mark.parametrize(
    ("changes", "why", "after_s"),
    [
        ({"alert": Alert.ARE_YOU_ALL_RIGHT}, Why.ALL_RIGHT, 1),
        ({"alert": Alert.COOLING_DOWN}, Why.COOLING_DOWN, 1),
        ({"alert": Alert.RECOVERY_WALK}, Why.RECOVERY_WALK, 1),
        ({"alert": Alert.NO_SIGNAL}, Why.NO_HEART_RATE, 1),
        ({"signal": Signal.CHECK}, Why.STRAP, 1),
        ({"signal": Signal.NOT_WORN}, Why.STRAP, 1),
        ({"grade_prompt": "set", "wanted_grade_percent": 12.0}, Why.GRADE, 31),
        ({"verdict": Verdict.UNDER}, Why.UNDER, 61),
        ({"phase": Phase.PAUSED}, Why.PAUSED, 121),
        ({"phase": Phase.READY, "session_id": None}, Why.IDLE, 301),
    ],
)
def test_every_reason_is_named_once_it_has_lasted(
    changes: dict[str, Any], why: Why, after_s: int
) -> None:
    room = Room(2)
    for name, value in changes.items():
        setattr(room[1], name, value)
    room.run(after_s - 1)
    assert room.attention.needs == ()
    room.run(1)
    assert [(need.athlete_id, need.why) for need in room.attention.needs] == [(1, why)]


@pytest.mark.parametrize("had_sensor", [True, False])
def test_a_grade_that_nothing_measures_is_unknown_and_calls_only_where_a_sensor_was(
    had_sensor: bool,
) -> None:
    room = Room()
    room[1].station, room[1].wanted_grade_percent = "Treadmill 1", 15.0
    room[1].grade_prompt = "unknown"
    if had_sensor:
        room.state.values["incline:Treadmill 1"] = LastValue(900.0, text("15.0 %"))
    room.run(40)
    assert room.said == (["Anna: grade unknown"] if had_sensor else [])
    room[1].grade_prompt = "set"
    room.run(60)
    assert room.said == ["Anna: grade not at 15.0 %"]


def test_a_gate_that_waits_is_told_without_its_limit() -> None:
    room = Room(plan=GATED)
    room.run(61)
    assert room.said == ["Anna: waits for the heart: 60 s"]


def test_a_strap_that_is_back_for_a_moment_only_has_been_away_all_the_time() -> None:
    room = Room()
    room[1].verdict = Verdict.OVER
    room.run(31)
    room[1].verdict = Verdict.IN
    room.run(2)
    room[1].verdict = Verdict.OVER
    room.run(10)
    assert room.said == ["Anna: over 172 for 50 s"]


def test_whoever_has_been_named_stays_long_enough_to_be_read() -> None:
    room = Room()
    room[1].signal = Signal.CHECK
    room.run(1)
    room[1].signal = Signal.LIVE
    room.run(STAYS_S - 1)
    assert len(room.said) == 1
    room.run(2)
    assert room.said == []


def test_the_strip_does_not_change_faster_than_it_can_be_read() -> None:
    room = Room(5)
    changes = 0
    before: list[int] = []
    for second in range(120):
        for number in range(1, 6):
            flaps = (second + number) % 5 < 2
            room[number].signal = Signal.CHECK if flaps else Signal.LIVE
        room.run(1)
        now = [need.athlete_id for need in room.attention.needs]
        changes += now != before
        before = now
    assert changes <= 120 / STAYS_S


def test_at_most_three_are_named_the_most_urgent_first_and_the_rest_counted() -> None:
    room = Room(5)
    for number in (1, 2, 4):
        room[number].signal = Signal.CHECK
    room.run(20)
    room[5].verdict = Verdict.OVER
    room.run(40)
    room[3].alert = Alert.ARE_YOU_ALL_RIGHT
    room.run(1)
    assert len(room.said) == MOST
    assert room.said[0] == "Chloe: ask: are you all right?"
    assert room.said[1].startswith("Elif: over 172")
    assert room.attention.more == 2


def test_an_alarm_takes_the_place_of_somebody_who_has_just_been_named() -> None:
    room = Room(4)
    for number in (1, 2, 3):
        room[number].signal = Signal.CHECK
    room.run(1)
    room[4].alert = Alert.NO_SIGNAL
    room.run(1)
    assert room.attention.needs[0].name == "David"
    assert room.attention.needs[0].is_alarm


def test_of_two_reasons_the_more_urgent_one_is_told_at_once() -> None:
    room = Room()
    room[1].signal = Signal.CHECK
    room.run(5)
    room[1].alert = Alert.NO_SIGNAL
    room.run(1)
    assert room.said == ["Anna: no heart rate in hard work"]


@pytest.mark.parametrize("phase", [Phase.FINISHED, Phase.LEFT])
def test_whoever_has_done_is_named_no_more(phase: Phase) -> None:
    room = Room()
    room[1].verdict = Verdict.OVER
    room.run(60)
    assert room.said
    room[1].phase = phase
    room.run(1)
    assert room.said == []


def test_followed_ten_times_a_second_it_looks_at_most_twice_a_second(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    room = Room()
    looks: list[float] = []
    look = room.attention.look

    def counted(state: KioskState) -> None:
        looks.append(state.now)
        look(state)

    monkeypatch.setattr(room.attention, "look", counted)
    for beat in range(1, 101):
        room.state.now = 1000.0 + beat / 10
        room.attention.follow(room.state)
    assert 15 <= len(looks) <= 20
    assert min(later - before for before, later in pairwise(looks)) >= LOOKS_S


def test_who_is_followed_sooner_than_it_looks_again_is_named_as_before() -> None:
    room = Room()
    room.attention.follow(room.state)
    room[1].signal = Signal.CHECK
    room.state.now += LOOKS_S / 2
    room.attention.follow(room.state)
    assert room.said == []
    room.state.now += LOOKS_S / 2
    room.attention.follow(room.state)
    assert [need.why for need in room.attention.needs] == [Why.STRAP]


def test_nobody_is_steered_who_warms_up_alone_rests_or_is_led_by_effort() -> None:
    for changes in ({"late_warm_up_s": 90}, {"resting": True}, {"by_effort": True}):
        room = Room()
        room[1].verdict = Verdict.OVER
        for name, value in changes.items():
            setattr(room[1], name, value)
        room.run(60)
        assert room.said == [], changes


def test_while_all_are_stopped_the_whole_screen_says_so_and_the_strip_waits() -> None:
    room = Room()
    room[1].verdict = Verdict.OVER
    room.run(60)
    room.state.stopped = True
    room.run(STAYS_S + 1)
    assert room.said == []
