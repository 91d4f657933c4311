"""Where speed and cadence come from, and what is climbed with them."""

import math

import pytest

from kiosk.events import Motion, MotionSource
from kiosk.session import commands as cmd
from kiosk.session.course import CommandRefused
from kiosk.session.honesty import Honesty
from kiosk.session.pace import Movement, Pace, Sources, StationFacts, ascent_m, best_pace
from kiosk.training.plan import Plan, Ramp, Step
from tests.unit.room import Room, athlete, short_plan

BELT = StationFacts("Treadmill 1")
STEADY = Plan(
    "s", "S", "any", (Step("Run", "work", 600, speed_kmh=Ramp(6, 6), cadence_spm=(150, 170)),)
)
PLAIN = Plan("p", "P", "any", (Step("Run", "work", 600),))


def sources(*motions: Motion, **known: object) -> Sources:
    """A station and feet that said these; nothing typed or prescribed unless told so."""
    station, feet = Movement(), Movement()
    for motion in motions:
        (feet if motion.source == "foot pod" else station).hear(motion)
    facts: dict[str, object] = {
        "since": 0.0,
        "typed_speed_kmh": None,
        "typed_cadence_spm": None,
        "prescribed_kmh": None,
    }
    return Sources(station, feet, **(facts | known))  # type: ignore[arg-type]


def test_speed_is_the_consoles_then_the_foot_pods_the_pulses_the_typed_and_the_prescribed() -> None:
    said = [
        Motion(10.0, "console", speed_kmh=1.0),
        Motion(10.0, "foot pod", speed_kmh=2.0),
        Motion(10.0, "pulses", speed_kmh=3.0),
    ]
    order: list[tuple[float | None, str | None]] = []
    for first in range(4):
        pace = best_pace(sources(*said[first:], typed_speed_kmh=4.0, prescribed_kmh=5.0), 10.5)
        order.append((pace.speed_kmh, pace.speed_source))
    for known in ({"prescribed_kmh": 5.0}, {}):
        pace = best_pace(sources(**known), 10.5)
        order.append((pace.speed_kmh, pace.speed_source))
    assert order == [
        (1.0, "console"),
        (2.0, "foot pod"),
        (3.0, "pulses"),
        (4.0, "typed"),
        (5.0, "prescribed"),
        (None, None),
    ]


def test_cadence_is_the_consoles_then_the_foot_pods_the_pulses_the_typed_and_the_decks() -> None:
    said = [
        Motion(10.0, "console", cadence_spm=1.0),
        Motion(10.0, "foot pod", cadence_spm=2.0),
        Motion(10.0, "pulses", cadence_spm=3.0),
    ]
    deck = Motion(10.0, "deck", cadence_spm=5.0)
    order = [
        best_pace(sources(*said[first:], deck, typed_cadence_spm=4.0), 10.5).cadence_source
        for first in range(4)
    ]
    assert order == ["console", "foot pod", "pulses", "typed"]
    assert best_pace(sources(deck), 10.5) == Pace(None, None, 5.0, "deck")


@pytest.mark.parametrize(
    ("source", "limit"), [("console", 3.0), ("foot pod", 2.0), ("pulses", 2.0)]
)
def test_what_was_said_too_long_ago_does_not_count(source: MotionSource, limit: float) -> None:
    said = sources(Motion(10.0, source, speed_kmh=9.0), prescribed_kmh=5.0)
    assert best_pace(said, 10.0 + limit).speed_source == source
    assert best_pace(said, 10.0 + limit + 0.01).speed_source == "prescribed"


def test_what_was_said_before_stepping_on_does_not_count() -> None:
    said = Motion(10.0, "console", speed_kmh=9.0)
    assert best_pace(sources(said, since=9.9), 10.5).speed_kmh == 9.0
    assert best_pace(sources(said, since=10.0), 10.5).speed_kmh is None


def test_a_deck_that_was_shaken_by_the_partner_a_moment_ago_does_not_count() -> None:
    said = Motion(20.0, "deck", cadence_spm=160.0)
    assert best_pace(sources(said, since=11.9), 20.5).cadence_spm == 160.0
    assert best_pace(sources(said, since=12.1), 20.5).cadence_spm is None


def test_a_console_that_says_nothing_of_the_cadence_leaves_it_to_the_next() -> None:
    said = sources(
        Motion(10.0, "console", speed_kmh=9.0), Motion(10.0, "foot pod", cadence_spm=160.0)
    )
    assert best_pace(said, 10.5) == Pace(9.0, "console", 160.0, "foot pod")


def test_a_belt_that_stands_still_is_a_speed_and_not_a_missing_one() -> None:
    said = sources(Motion(10.0, "console", speed_kmh=0.0), prescribed_kmh=6.0)
    assert best_pace(said, 10.5) == Pace(0.0, "console")


def test_on_stairs_neither_feet_nor_a_shaking_frame_count_the_stairs() -> None:
    said = sources(
        Motion(10.0, "foot pod", speed_kmh=3.0, cadence_spm=90.0),
        Motion(10.0, "deck", cadence_spm=95.0),
        on_stairs=True,
    )
    assert best_pace(said, 10.5) == Pace()


@pytest.mark.parametrize(
    ("kmh", "grade", "metres_an_hour"),
    [(3.0 * 1.609344, 15.0, 716.2), (3.8 * 1.609344, 15.0, 907.2), (4.0 * 1.609344, 15.0, 954.9)],
)
def test_vertical_speed_on_a_belt(kmh: float, grade: float, metres_an_hour: float) -> None:
    climbed = ascent_m(BELT, Pace(kmh, "console"), grade, 3600.0)
    assert climbed == pytest.approx(metres_an_hour, abs=0.05)


def test_vertical_speed_on_stairs() -> None:
    stairs = StationFacts("Stairs", "stair", 0.2032)
    climbed = ascent_m(stairs, Pace(None, None, 60.0, "console"), None, 3600.0)
    assert climbed == pytest.approx(731.5, abs=0.05)


@pytest.mark.parametrize("grade", [None, 0.0, -6.0])
def test_the_flat_and_downhill_climb_nothing_and_an_unknown_grade_is_unknown(
    grade: float | None,
) -> None:
    assert ascent_m(BELT, Pace(6.0, "console"), grade) == (None if grade is None else 0.0)


# -- in the engine ---------------------------------------------------------------------------------


def test_a_row_keeps_the_speed_with_its_source_as_sources_come_and_go() -> None:
    room = Room(BELT)
    room.tap_in(1, station=BELT.name, foot_pods=(77,))
    console = Motion(0.0, "console", BELT.name, speed_kmh=8.0)
    pod = Motion(0.0, "foot pod", device_number=77, speed_kmh=8.4, cadence_spm=168.0)
    room.start(STEADY, 1)
    room.run(3)
    room.motions = [console, pod]
    room.run(3)
    room.motions = [pod]
    room.run(6)
    room.motions = []
    room.do(cmd.TypeSpeed(room.now, 1, 7.5, 150.0))
    room.run(6)
    said = [(row.speed_kmh, row.speed_source, row.cadence_source) for row in room.rows(1)]
    assert said == (
        [(6.0, "prescribed", None)] * 3
        + [(8.0, "console", "foot pod")] * 5  # a console is believed for three seconds
        + [(8.4, "foot pod", "foot pod")] * 5  # and a foot pod for two
        + [(7.5, "typed", "typed")] * 5
    )
    assert room.who(1).speed_source == "typed"
    assert room.who(1).wanted_speed_kmh == 6.0


def test_a_foot_pod_that_two_who_are_here_bring_is_nobodys() -> None:
    room = Room()
    for number in (1, 2):
        room.do(cmd.TapIn(room.now, athlete(number, foot_pods=(77,))))
    room.motions = [Motion(0.0, "foot pod", device_number=77, speed_kmh=9.0)]
    room.start(PLAIN, 1, 2)
    room.run(3)
    assert (room.who(1).speed_kmh, room.who(2).speed_kmh) == (None, None)
    room.do(cmd.TapOut(room.now, 2))
    room.run(1)
    assert (room.who(1).speed_kmh, room.who(1).speed_source) == (9.0, "foot pod")


def test_a_late_joiner_warming_up_has_the_speed_of_the_belt_but_none_prescribed() -> None:
    room = Room(BELT)
    room.tap_in(1)
    room.start(short_plan(1, 1200), 1)
    room.run(60)
    room.tap_in(2, station=BELT.name)
    room.do(cmd.Join(room.now, 1, 2))
    room.run(2)
    room.motions = [Motion(0.0, "console", BELT.name, speed_kmh=4.0)]
    room.run(2)
    said = [(row.speed_kmh, row.speed_source) for row in room.rows(2)]
    assert said == [(None, None)] * 2 + [(4.0, "console")] * 2
    assert room.who(2).wanted_speed_kmh is None


def test_typed_steps_give_way_when_a_step_asks_for_others() -> None:
    step = Step("Stairs", "work", 5, cadence_spm=(24, 40))
    room = Room()
    room.tap_in(1)
    room.start(Plan("x", "X", "stair", (step, step)), 1)
    room.do(cmd.TypeSpeed(room.now, 1, cadence_spm=32.0))
    room.run(10)
    assert [row.cadence_spm for row in room.rows(1)] == [32.0] * 5 + [None] * 5
    assert room.notes("speed")[0].detail == {"speed_kmh": None, "cadence_spm": 32.0}


@pytest.mark.parametrize("typed", [(31.0, None), (-1.0, None), (None, 301.0), (math.inf, None)])
def test_a_speed_that_cannot_be_is_refused(typed: tuple[float | None, float | None]) -> None:
    room = Room()
    room.tap_in(1)
    with pytest.raises(CommandRefused, match="again"):
        room.do(cmd.TypeSpeed(room.now, 1, *typed))


def test_the_present_motion_of_a_station_is_that_of_its_best_source_while_fresh() -> None:
    room = Room(BELT)
    room.motions = [
        Motion(0.0, "pulses", BELT.name, speed_kmh=7.8),
        Motion(0.0, "console", BELT.name, speed_kmh=8.0),
    ]
    room.run(1)
    assert room.engine.state.motions[BELT.name].source == "console"
    room.motions = room.motions[:1]
    room.run(4)
    assert room.engine.state.motions[BELT.name].source == "pulses"
    room.motions = []
    room.run(4)
    assert room.engine.state.motions == {}


# -- the belt's honesty ----------------------------------------------------------------------------


def test_a_console_is_compared_with_the_belt_over_the_last_minute_of_both() -> None:
    room = Room(BELT)
    console = Motion(0.0, "console", BELT.name, speed_kmh=10.3)
    pulses = Motion(0.0, "pulses", BELT.name, speed_kmh=10.0)
    room.motions = [console, pulses]
    room.run(9)
    assert room.engine.state.honesty == {}
    room.run(2)
    assert room.engine.state.honesty[BELT.name] == pytest.approx(3.0)
    room.motions = [Motion(0.0, "console", BELT.name, speed_kmh=9.5), pulses]
    room.run(61)
    assert room.engine.state.honesty[BELT.name] == pytest.approx(-5.0)


def test_a_belt_that_stands_still_says_nothing_of_its_console() -> None:
    honesty = Honesty()
    for _ in range(60):
        honesty.compare(1.0, 0.0)
        honesty.compare(None, 5.0)
        honesty.compare(5.0, None)
    assert honesty.percent is None
