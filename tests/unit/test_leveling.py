"""Calibrating at the machine: flat, raised, at a known grade, and every reason to refuse."""

import math
import random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kiosk.calibration import Calibration
from kiosk.events import Tilt
from kiosk.leveling import Leveling, LevelingError

STATION = "Treadmill 1"


class Machine:
    """A sensor that tells its angles five times a second."""

    def __init__(self, present: Calibration | None = None) -> None:
        self.leveling = Leveling(STATION, present)
        self.now = 100.0
        self._noise = random.Random(1)

    def at(self, pitch: float, roll: float, seconds: float = 2.4, shake: float = 0.02) -> "Machine":
        """Holds these angles for so long."""
        for _ in range(round(seconds * 5)):
            self.now += 0.2
            noise = [self._noise.uniform(-shake, shake) for _ in range(2)]
            self.leveling.feed(Tilt(self.now, STATION, pitch + noise[0], roll + noise[1]))
        return self

    def flat(self, pitch: float = 1.0, roll: float = -0.5) -> "Machine":
        self.at(pitch, roll).leveling.note_flat(self.now)
        return self

    def raised(self, pitch: float, roll: float) -> "Machine":
        self.at(pitch, roll).leveling.note_raised(self.now)
        return self

    def graded(self, pitch: float, roll: float, percent: float) -> "Machine":
        self.at(pitch, roll).leveling.note_grade(self.now, percent)
        return self


def result(machine: Machine) -> Calibration:
    return machine.leveling.result()


@pytest.mark.parametrize(
    ("pitch", "roll", "axis", "invert"),
    [(4.0, -0.5, "pitch", False), (-2.0, -0.6, "pitch", True), (1.0, 3.0, "roll", False)],
)
def test_raising_the_deck_finds_axis_and_direction(
    pitch: float, roll: float, axis: str, invert: bool
) -> None:
    found = result(Machine().flat().raised(pitch, roll))
    assert (found.axis, found.invert, found.span) == (axis, invert, 1.0)
    assert found.zero_deg == pytest.approx(1.0 if axis == "pitch" else -0.5, abs=0.02)


def test_a_known_grade_finds_the_span() -> None:
    found = result(Machine().flat().raised(4.0, -0.5).graded(6.0, -0.5, 10.0))
    assert found.span == pytest.approx(math.degrees(math.atan(0.1)) / 5.0, rel=0.01)
    assert found.axis == "pitch"


@given(
    axis=st.sampled_from(["pitch", "roll"]),
    zero=st.floats(-80, 80),
    invert=st.booleans(),
    span=st.floats(0.85, 1.2),
    percent=st.floats(4.0, 20.0),
)
def test_whatever_the_mounting_it_is_found(
    axis: str, zero: float, invert: bool, span: float, percent: float
) -> None:
    moved = math.degrees(math.atan(percent / 100)) / span * (-1 if invert else 1)
    assume(abs(moved) > 2.0)

    def angles(turned: float) -> tuple[float, float]:
        along = (zero + turned + 180) % 360 - 180
        return (along, 0.3) if axis == "pitch" else (0.3, along)

    machine = Machine()
    machine.at(*angles(0.0), shake=0.0).leveling.note_flat(machine.now)
    machine.at(*angles(moved), shake=0.0).leveling.note_raised(machine.now)
    machine.at(*angles(moved), shake=0.0).leveling.note_grade(machine.now, percent)
    found = result(machine)
    assert (found.axis, found.invert) == (axis, invert)
    assert found.zero_deg == pytest.approx(zero, abs=1e-6)
    assert found.span == pytest.approx(span, abs=1e-3)


def test_a_moving_deck_is_not_steady_and_nothing_is_noted() -> None:
    machine = Machine().at(1.0, 0.0, shake=0.5)
    assert not machine.leveling.steady(machine.now)
    with pytest.raises(LevelingError, match="moves too much: step off"):
        machine.leveling.note_flat(machine.now)
    assert machine.at(1.0, 0.0).leveling.steady(machine.now)


def test_a_silent_sensor_is_not_steady() -> None:
    machine = Machine().at(1.0, 0.0)
    assert machine.leveling.steady(machine.now)
    assert not machine.leveling.steady(machine.now + 1.5)
    with pytest.raises(LevelingError, match="not heard"):
        machine.leveling.note_flat(machine.now + 1.5)


def test_two_seconds_of_rest_are_asked_for() -> None:
    machine = Machine().at(1.0, 0.0, seconds=1.2)
    assert not machine.leveling.steady(machine.now)


def test_other_stations_tilts_do_not_count() -> None:
    leveling = Leveling("Treadmill 2")
    for number in range(12):
        leveling.feed(Tilt(number / 5, STATION, 0.0, 0.0))
    assert not leveling.steady(2.2)


def test_a_deck_that_was_hardly_raised_is_refused() -> None:
    with pytest.raises(LevelingError, match="raise it by 5 %"):
        Machine().flat().raised(1.8, -0.5)


def test_a_sensor_turned_on_the_deck_is_refused() -> None:
    with pytest.raises(LevelingError, match="both its angles move alike"):
        Machine().flat().raised(3.5, 1.5)


def test_a_span_that_no_mounting_explains_is_refused() -> None:
    machine = Machine().flat().raised(6.0, -0.5)
    with pytest.raises(LevelingError, match=r"reads 8.7 % where it should be 12 %"):
        machine.graded(6.0, -0.5, 12.0)
    assert result(machine).span == 1.0


def test_a_deck_that_is_not_at_the_grade_is_refused() -> None:
    with pytest.raises(LevelingError, match="does not see 10 %"):
        Machine().flat().raised(6.0, -0.5).graded(1.2, -0.5, 10.0)


@pytest.mark.parametrize("percent", [0.0, 2.0, -10.0, math.nan, math.inf])
def test_a_grade_too_small_to_measure_by_is_refused(percent: float) -> None:
    with pytest.raises(LevelingError, match="3 % or more"):
        Machine().flat().raised(6.0, -0.5).graded(6.0, -0.5, percent)


def test_an_upside_down_sensor_is_refused() -> None:
    with pytest.raises(LevelingError, match="upside down"):
        Machine().flat(0.0, 178.0)


def test_the_steps_come_in_order() -> None:
    machine = Machine().at(1.0, 0.0)
    for step in (
        lambda: machine.leveling.note_raised(machine.now),
        lambda: machine.leveling.note_grade(machine.now, 10.0),
        machine.leveling.result,
    ):
        with pytest.raises(LevelingError, match="begin there"):
            step()
    machine.flat()
    for step in (lambda: machine.leveling.note_grade(machine.now, 10.0), machine.leveling.result):
        with pytest.raises(LevelingError, match="which way is up"):
            step()


def test_with_a_calibration_at_hand_a_new_zero_is_enough() -> None:
    present = Calibration("roll", 3.0, invert=True, span=1.1)
    found = result(Machine(present).flat(0.0, 2.5))
    assert (found.axis, found.invert, found.span) == ("roll", True, 1.1)
    assert found.zero_deg == pytest.approx(2.5, abs=0.02)
