"""Simulated athletes: how the heart answers, and what people of each style aim at."""

import itertools
import math
import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.virtual.body import Style, VirtualBody, VirtualWill


def quiet() -> VirtualBody:
    return VirtualBody(50.0, 190.0, noise_bpm=0.0)


def test_nothing_changes_before_the_delay_is_over() -> None:
    body = quiet()
    assert [body.step(1.0, 150.0) for _ in range(10)] == [50.0] * 10
    assert body.step(1.0, 150.0) > 51.0


@pytest.mark.parametrize("dt_s", [0.25, 1.0])
def test_after_one_time_constant_63_percent_of_the_way_is_done(dt_s: float) -> None:
    body = quiet()
    rates = [body.step(dt_s, 150.0) for _ in range(round((10.0 + 58.0) / dt_s))]
    assert rates[-1] == pytest.approx(50.0 + 100.0 * (1.0 - math.exp(-1.0)), abs=0.01)


def test_the_heart_comes_down_as_slowly_as_it_went_up() -> None:
    body = quiet()
    for _ in range(1000):
        body.step(1.0, 150.0)
    rates = [body.step(1.0, 90.0) for _ in range(68)]
    assert rates[9] == pytest.approx(150.0, abs=0.01)
    assert rates[-1] == pytest.approx(90.0 + 60.0 * math.exp(-1.0), abs=0.01)


def test_the_noise_is_small_smooth_and_the_same_for_the_same_seed() -> None:
    def rates(seed: int) -> list[float]:
        body = VirtualBody(50.0, 190.0, seed=seed)
        return [body.step(0.25, 120.0) for _ in range(20_000)][4000:]

    first = rates(7)
    assert first == rates(7)
    assert first != rates(8)
    assert statistics.mean(first) == pytest.approx(120.0, abs=0.5)
    assert statistics.pstdev(first) == pytest.approx(1.0, abs=0.25)
    assert max(abs(b - a) for a, b in itertools.pairwise(first)) < 1.5


@given(
    st.lists(st.tuples(st.floats(0.01, 100.0), st.floats(-100.0, 500.0)), min_size=1, max_size=60),
    st.integers(0, 100),
)
def test_whatever_is_demanded_the_maximum_is_never_passed(
    demands: list[tuple[float, float]], seed: int
) -> None:
    body = VirtualBody(50.0, 190.0, noise_bpm=3.0, seed=seed)
    rates = [body.step(dt_s, demand) for dt_s, demand in demands]
    assert max(rates) <= 190.0
    assert min(rates) > 30.0


def told(will: VirtualWill, verdict: str, seconds: int) -> float:
    return [will.demand(1.0, 140.0, 150.0, verdict) for _ in range(seconds)][-1]


def test_the_steady_aim_at_the_middle_whatever_they_are_told() -> None:
    will = VirtualWill("steady", 50.0, 190.0)
    assert told(will, "in", 1) == 145.0
    assert told(will, "over", 100) == 145.0
    assert told(will, "under", 100) == 145.0


def test_the_eager_overshoot_until_they_have_been_told_for_a_while() -> None:
    will = VirtualWill("eager", 50.0, 190.0)
    assert told(will, "in", 100) == 158.0
    assert told(will, "over", 14) == 158.0
    assert told(will, "over", 1) == 145.0
    assert told(will, "in", 119) == 145.0
    assert told(will, "in", 1) == 158.0


def test_the_lazy_stay_below_until_they_have_been_told_for_a_while() -> None:
    will = VirtualWill("lazy", 50.0, 190.0)
    assert told(will, "in", 100) == 135.0
    assert told(will, "under", 15) == 145.0


def test_being_told_now_and_then_does_not_count() -> None:
    will = VirtualWill("eager", 50.0, 190.0)
    for _ in range(10):
        told(will, "over", 10)
        assert told(will, "in", 1) == 158.0


@pytest.mark.parametrize("style", ["steady", "eager", "lazy"])
def test_without_a_band_everybody_goes_lightly(style: Style) -> None:
    will = VirtualWill(style, 50.0, 190.0)
    assert will.demand(1.0, None, None, "none") == pytest.approx(50.0 + 0.55 * 140.0)


@pytest.mark.parametrize(("style", "low", "high"), [("steady", 143, 147), ("eager", 154, 160)])
def test_a_steady_athlete_ends_up_in_the_band_and_an_eager_one_above_it(
    style: Style, low: float, high: float
) -> None:
    body = VirtualBody(50.0, 190.0, noise_bpm=0.5)
    will = VirtualWill(style, 50.0, 190.0)
    rates = [body.step(1.0, will.demand(1.0, 140.0, 150.0, "in")) for _ in range(400)]
    assert low < rates[-1] < high
