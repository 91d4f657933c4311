"""What is offered to whom on which station, and the one sentence that says why not."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kiosk.training.athlete import Athlete
from kiosk.training.capability import Capability
from kiosk.training.offers import Guest, Offer, Place, offer
from kiosk.training.past import Past, PastSession
from kiosk.training.plan import Lane, Plan, Ramp, Rotation, Step
from kiosk.training.protocol_plan import plan
from kiosk.training.protocols import load_protocol
from kiosk.workout_folders import shipped_protocols

TODAY = date(2026, 6, 3)
ANNA = Athlete(1, "Anna", birth_year=1986, readiness_on=TODAY, is_ready=True)
FRESH = Place("Treadmill 1", "treadmill")
TWELVE = Place("Treadmill 1", "treadmill", Capability(0.0, 12.0))
FULL = Place("Treadmill 2", "treadmill", Capability(-5.0, 15.2))
STAIRS = Place("Stairs", "stair")


def shipped(protocol_id: str) -> Plan:
    return plan(load_protocol(shipped_protocols() / f"{protocol_id}.toml"))


HIKE, DOWNHILL, STAIR_HIKE = (
    shipped(name) for name in ("tread-hike", "downhill-intervals", "stair-hike")
)


def made(workout: Plan, *places: Place, on: str | None = None, athlete: Athlete = ANNA) -> Offer:
    return offer(workout, Guest(athlete, on), places, TODAY)


def test_what_the_station_has_shown_is_simply_offered() -> None:
    assert made(HIKE, FULL, on="Treadmill 2") == Offer(HIKE, "ok", station="Treadmill 2")
    assert made(DOWNHILL, FULL, on="Treadmill 2").state == "ok"
    assert made(shipped("step-up-80"), FRESH, on="Treadmill 1").state == "ok"


@pytest.mark.parametrize(
    "shown", [(0.0, 0.0, "sensor"), (0.0, 10.0, "sensor"), (0.0, 12.0, "person")]
)
def test_a_grade_that_was_never_shown_is_asked_about(shown: tuple[float, float, str]) -> None:
    asked = made(HIKE, Place("Belt", "treadmill", Capability(*shown)))
    assert (asked.state, asked.grade_percent, asked.instead) == ("confirm", 15.0, None)
    assert asked.station == "Belt"
    assert "not shown 15 % yet: confirm" in asked.reason


def test_where_no_station_is_known_the_athlete_looks_and_a_downhill_stays_homework() -> None:
    told = made(HIKE)
    assert (told.state, told.station) == ("ok", None)
    assert "can be set to 15 %" in told.warnings[0]
    assert made(shipped("step-up-80")).warnings[1:] == ()
    assert made(DOWNHILL).state == "homework"


def test_a_belt_that_is_too_flat_offers_the_same_work_at_its_top() -> None:
    other = made(HIKE, TWELVE, on="Treadmill 1")
    assert (other.state, other.grade_percent) == ("alternative", 15.0)
    assert other.instead is not None
    assert other.instead.name == "Tread hike at 12 %"
    assert "12 % at most, not 15 %" in other.reason
    assert made(other.instead, TWELVE, on="Treadmill 1").state == "ok"
    assert made(HIKE, TWELVE, FULL, on="Treadmill 1").reason.endswith("Treadmill 2 has shown it.")


def test_a_test_is_never_done_at_another_grade() -> None:
    test = replace(HIKE, test="balke")
    assert (made(test, TWELVE).state, made(test, TWELVE).instead) == ("confirm", None)


def test_a_downhill_that_no_station_can_do_is_homework_and_never_an_incline() -> None:
    for places in ((FRESH,), (TWELVE, STAIRS), ()):
        outside = made(DOWNHILL, *places)
        assert (outside.state, outside.instead) == ("homework", None)
        assert "hill homework" in outside.reason
        assert outside.grade_percent is not None
        assert outside.grade_percent < 0


def test_whoever_stands_at_the_wrong_station_is_sent_to_the_right_one() -> None:
    for workout, on, word in (
        (DOWNHILL, "Treadmill 1", "step onto Treadmill 2"),
        (STAIR_HIKE, "Treadmill 1", "step onto Stairs first"),
        (HIKE, "Stairs", "step onto Treadmill 2 first"),
    ):
        sent = made(workout, TWELVE, FULL, STAIRS, on=on)
        assert sent.state == "locked"
        assert word in sent.reason


def test_whoever_stands_nowhere_gets_the_best_station() -> None:
    assert made(HIKE, FRESH, TWELVE, FULL) == Offer(HIKE, "ok", station="Treadmill 2")
    assert made(HIKE, FRESH, replace(TWELVE, name="Treadmill 3")).state == "alternative"
    assert made(STAIR_HIKE, TWELVE, STAIRS).station == "Stairs"


def test_stairs_need_a_stair_machine_and_the_floor_needs_none() -> None:
    assert made(STAIR_HIKE, FULL).reason.startswith("There is no stair machine here")
    assert made(shipped("strength-trail"), FULL, on="Treadmill 2").state == "ok"
    assert made(shipped("vest-hike"), on=None).state == "ok"


def test_a_rotation_needs_what_its_lanes_need_wherever_somebody_stands() -> None:
    steps = (
        Step("Warm-up", "warm-up", 60),
        Step("Change", "recovery", 60),
        Step("Hike", "work", 60, grade_percent=Ramp(15.0, 15.0)),
        Step("Stairs", "work", 60),
    )
    lanes = (Lane("Belts", "treadmill", 2, 1), Lane("Stairs", "stair", 3, 1))
    turns = Plan("r", "R", "any", steps, "class", rotation=Rotation(60, 2, 1, 1, lanes))
    assert made(turns, FULL, STAIRS, on="Stairs").state == "ok"
    assert made(turns, FRESH, STAIRS, on="Stairs").state == "confirm"
    assert made(turns, FULL, on="Treadmill 2").state == "locked"


def test_a_person_s_own_lock_comes_before_everything_else() -> None:
    young = replace(ANNA, birth_year=2012)
    locked = made(DOWNHILL, FRESH, athlete=young)
    assert locked.state == "locked"
    assert "guardian" in locked.reason


def test_an_all_out_test_waits_for_the_coach() -> None:
    test = shipped("lthr-30")
    assert made(test, FULL).state == "locked"
    fit = replace(ANNA, cleared_on=TODAY, test_ceiling_hr=185)
    told = made(test, FULL, athlete=fit)
    assert told.state == "ok"
    assert "coach beside you" in told.warnings[0]
    alone = offer(test, Guest(fit, supervised=False), (FULL,), TODAY)
    assert alone.state == "locked"
    assert "coach present" in alone.reason


def test_somebody_new_is_shown_the_version_for_beginners() -> None:
    names = {"step-up-80-beginner": "Step-up 80, beginners"}
    hard = replace(shipped("step-up-80"), beginner_id="step-up-80-beginner")
    session = PastSession(1, TODAY - timedelta(30), 0, "x", "X", "", 1800, True)
    for count, warns in ((5, True), (6, False)):
        guest = Guest(ANNA, past=Past((session,) * count))
        told = offer(hard, guest, (FULL,), TODAY, names)
        assert told.state == "ok"
        assert any("Step-up 80, beginners" in warning for warning in told.warnings) is warns


def test_the_calendar_warns_and_locks_nothing() -> None:
    crusher = shipped("quad-crusher")
    racing = replace(ANNA, race_on=TODAY + timedelta(9))
    belt = Place("B", "treadmill", Capability(-8.0, 8.0))
    told = offer(crusher, Guest(racing), (belt,), TODAY)
    assert told.state == "ok"
    assert any("The race is in 9 days" in warning for warning in told.warnings)
    assert offer(crusher, Guest(racing), (belt,), None).warnings == ()
