"""What work costs, by the worked examples, and that nothing jumps or turns absurd in between."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.training.physiology import (
    RUNS_FROM_KMH,
    ascent_m,
    lcda_watts_per_kg,
    minetti_run,
    minetti_walk,
    mph,
    net_kcal,
    stairs_m_per_h,
    vertical_m_per_h,
    vo2_run,
    vo2_stair_machine,
    vo2_step,
    vo2_treadmill,
    vo2_walk,
)
from tests.unit.recorded import MPH

MILE_M = 1609.344


@pytest.mark.parametrize(("speed_mph", "vo2"), [(3.8, "41.21"), (4.0, "43.20")])
def test_walking_at_15_percent(speed_mph: float, vo2: str) -> None:
    assert f"{vo2_walk(speed_mph * MPH, 15):.2f}" == vo2
    assert vo2_treadmill(speed_mph * MPH, 15) == vo2_walk(speed_mph * MPH, 15)


def test_a_belt_that_stops_at_12_percent_costs_as_much_a_little_faster() -> None:
    assert vo2_walk(4.45 * MPH, 12) == pytest.approx(vo2_walk(3.8 * MPH, 15), abs=0.05)
    assert vo2_treadmill(4.45 * MPH, 12) == vo2_walk(4.45 * MPH, 12)


def test_running_on_the_flat() -> None:
    assert f"{vo2_run(7.5 * MPH):.2f}" == "43.73"
    assert vo2_treadmill(7.5 * MPH, 0) == vo2_run(7.5 * MPH)


def test_stepping_and_the_stair_machine() -> None:
    assert f"{vo2_step(30, 0.3048):.2f}" == "31.39"
    assert f"{vo2_stair_machine(60, 0.2032):.2f}" == "26.83"


def test_a_load_on_the_stairs_counts_like_weight() -> None:
    bare = vo2_stair_machine(60, 0.2032, 80) - 3.5
    assert vo2_stair_machine(60, 0.2032, 80, 40) - 3.5 == pytest.approx(1.5 * bare)
    with pytest.raises(ValueError, match="weight"):
        vo2_stair_machine(60, 0.2032, None, 10)


def test_minettis_costs() -> None:
    assert f"{minetti_run(15):.3f}" == "7.417"
    assert f"{minetti_walk(15):.3f}" == "6.340"
    assert f"{minetti_run(-10):.3f}" == "2.152"
    assert f"{minetti_run(0):.2f}" == "3.60"


@pytest.mark.parametrize("grade", [-45.1, 46, float("nan"), float("inf")])
def test_minetti_says_nothing_beyond_what_was_measured(grade: float) -> None:
    for cost in (minetti_run, minetti_walk):
        with pytest.raises(ValueError, match="outside"):
            cost(grade)
    assert minetti_run(45) > minetti_run(44)


def test_the_load_carriage_aid() -> None:
    assert f"{lcda_watts_per_kg(4 * MPH / 3.6, 15):.3f}" == "15.375"
    assert f"{lcda_watts_per_kg(1.34, 0):.3f}" == "4.414"
    assert f"{lcda_watts_per_kg(1.34, -10):.3f}" == "3.074"
    with pytest.raises(ValueError, match="below zero"):
        lcda_watts_per_kg(-1, 0)


def test_energy_above_rest() -> None:
    assert f"{net_kcal(vo2_walk(4 * MPH, 15), 70, 20):.1f}" == "277.9"


def test_metres_climbed() -> None:
    assert f"{ascent_m(MILE_M, 15):.2f}" == "238.73"
    assert f"{ascent_m(2 * MILE_M, 15):.2f}" == "477.46"


@pytest.mark.parametrize(("speed_mph", "shown"), [(3.0, "716.2"), (3.8, "907.2"), (4.0, "954.9")])
def test_vertical_speed_at_15_percent(speed_mph: float, shown: str) -> None:
    assert f"{vertical_m_per_h(speed_mph * MPH, 15):.1f}" == shown


def test_vertical_speed_on_stairs() -> None:
    assert f"{stairs_m_per_h(60, 0.2032):.1f}" == "731.5"


def test_miles_an_hour() -> None:
    assert mph(1.609344) == 1


@given(st.floats(0, 20))
def test_crossing_the_flat_never_jumps(speed_kmh: float) -> None:
    above, below = vo2_treadmill(speed_kmh, 0.01), vo2_treadmill(speed_kmh, -0.01)
    assert above is not None
    assert below is not None
    assert abs(above - below) < 0.2


@given(st.floats(0, 20), st.floats(-45, 45))
def test_nothing_costs_less_than_rest(speed_kmh: float, grade: float) -> None:
    vo2 = vo2_treadmill(speed_kmh, grade)
    assert vo2 is not None
    assert vo2 >= 3.5


@given(st.floats(0, 25), st.floats(0, 25), st.floats(0, 40))
def test_faster_and_steeper_costs_more(speed: float, more: float, grade: float) -> None:
    if (speed < RUNS_FROM_KMH) == (speed + more < RUNS_FROM_KMH):
        slower, faster = vo2_treadmill(speed, grade), vo2_treadmill(speed + more, grade)
        steeper = vo2_treadmill(speed, grade + 1)
        assert slower is not None
        assert faster is not None
        assert steeper is not None
        assert slower <= faster
        assert slower <= steeper


def test_a_gentle_downhill_costs_less_and_a_steep_one_more_again() -> None:
    costs = [vo2_treadmill(10, grade) or 0 for grade in (0, -10, -20, -40)]
    assert costs[0] > costs[1] > costs[2]
    assert costs[3] > costs[2]


def test_no_uptake_where_nobody_measured() -> None:
    assert vo2_treadmill(5, 46) is None
    assert vo2_treadmill(5, -46) is None
