"""Step cadence from made-up shaking: noise, jitter, heavy feet, motors, resting decks."""

import math
import random
from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest

from drivers.incline.cadence import StepCadence
from drivers.incline.readings import Acceleration

Shape = Callable[[float], float]
"""Acceleration in g by the number of steps so far."""


def swing(heavy: float = 0.0, second: float = 0.3) -> Shape:
    """A soft deck; `heavy`: the share of one foot, `second`: of the second harmonic."""

    def at(steps: float) -> float:
        turn = 2 * math.pi * steps
        left = heavy * math.sin(turn / 2)
        return 0.3 * (math.sin(turn) + second * math.sin(2 * turn + 0.7) + left)

    return at


def blow(heavy: float = 0.0) -> Shape:
    """A hard deck that rings after every footfall."""

    def at(steps: float) -> float:
        number, since = divmod(steps, 1.0)
        strength = 1.0 + heavy * (number % 2)
        return 0.3 * strength * math.exp(-6 * since) * math.cos(6 * math.pi * since)

    return at


def found(
    spm: float,
    shape: Shape,
    *,
    rate_hz: float = 50.0,
    seconds: float = 14.0,
    noise_g: float = 0.03,
    jitter: float = 0.5,
    lost: float = 0.0,
) -> list[tuple[float, float]]:
    """Second and cadence of each that was told."""
    cadence, told = StepCadence(), list[tuple[float, float]]()
    for at, acceleration in shaken(spm, shape, rate_hz, seconds, noise_g, jitter, lost):
        value = cadence.feed(1000.0 + at, acceleration)
        if value is not None:
            told.append((at, value))
    return told


def shaken(
    spm: float,
    shape: Shape,
    rate_hz: float,
    seconds: float,
    noise_g: float,
    jitter: float,
    lost: float,
) -> Iterator[tuple[float, Acceleration]]:
    numbers = random.Random(7)
    for number in range(int(seconds * rate_hz)):
        at = (number + numbers.uniform(0.0, jitter)) / rate_hz
        noise = [numbers.gauss(0.0, noise_g) for _ in range(3)]
        up = 1.0 + shape(at * spm / 60) + noise[2]
        if numbers.random() >= lost:
            yield at, Acceleration(0.1 + noise[0], noise[1], up)


@pytest.mark.parametrize("spm", [122, 140, 160, 172, 184, 208])
@pytest.mark.parametrize("rate_hz", [20.0, 50.0, 100.0])
def test_a_runners_cadence_is_read_to_one_step_a_minute(spm: float, rate_hz: float) -> None:
    told = found(spm, swing(), rate_hz=rate_hz)
    assert len(told) >= 4
    assert all(value == pytest.approx(spm, abs=1.0) for _, value in told)


@pytest.mark.parametrize("spm", [130, 165, 195])
@pytest.mark.parametrize("rate_hz", [50.0, 200.0])
def test_a_deck_that_rings_after_each_footfall_is_read_too(spm: float, rate_hz: float) -> None:
    told = found(spm, blow(), rate_hz=rate_hz)
    assert told
    assert all(value == pytest.approx(spm, abs=1.0) for _, value in told)


@pytest.mark.parametrize("heavy", [0.2, 0.4])
@pytest.mark.parametrize("spm", [130, 180])
def test_one_heavy_foot_does_not_halve_the_cadence(spm: float, heavy: float) -> None:
    told = found(spm, swing(heavy)) + found(spm, blow(heavy))
    assert len(told) >= 8
    assert all(value == pytest.approx(spm, abs=1.0) for _, value in told)


@pytest.mark.parametrize("spm", [130, 150, 180, 200])
@pytest.mark.parametrize("heavy", [0.7, 1.0])
def test_where_one_foot_drowns_the_other_nothing_is_said_rather_than_half(
    spm: float, heavy: float
) -> None:
    assert all(
        value == pytest.approx(spm, abs=1.0) for _, value in found(spm, swing(heavy), seconds=11.0)
    )


@pytest.mark.parametrize("spm", [95, 105, 115])
def test_walking_is_told_when_half_a_step_fits_badly(spm: float) -> None:
    told = found(spm, swing(second=0.2))
    assert len(told) >= 4
    assert all(value == pytest.approx(spm, abs=1.0) for _, value in told)


@pytest.mark.parametrize("spm", [60, 70, 80, 95, 105])
def test_a_walk_is_never_taken_for_a_run_at_twice_the_rate(spm: float) -> None:
    told = found(spm, swing(second=1.5), seconds=11.0)
    assert all(value == pytest.approx(spm, abs=1.0) for _, value in told)


def test_jitter_loss_and_much_noise_cost_little() -> None:
    told = found(170, swing(), jitter=0.9, lost=0.2, noise_g=0.12)
    assert len(told) >= 4
    assert all(value == pytest.approx(170, abs=2.0) for _, value in told)


def test_a_resting_deck_a_knocked_one_and_mere_noise_say_nothing() -> None:
    def knocks(steps: float) -> float:
        return 0.8 if int(steps * 7) % 31 == 0 and steps % 3 < 0.1 else 0.0

    assert found(170, lambda _: 0.0, noise_g=0.005) == []
    assert found(170, lambda _: 0.0, noise_g=0.3, seconds=40.0) == []
    assert found(170, knocks, seconds=30.0) == []


@pytest.mark.parametrize("hum_hz", [4.5, 6.0, 8.0, 12.0, 18.0])
def test_the_motors_hum_is_no_runner(hum_hz: float) -> None:
    assert found(hum_hz * 60, swing(second=0.0), noise_g=0.01) == []


def test_it_is_told_at_most_once_a_second_and_not_before_eight_seconds() -> None:
    told = found(165, swing(), seconds=16.0)
    times = [at for at, _ in told]
    assert times[0] >= 8.0
    assert all(b - a >= 0.99 for a, b in pairwise(times))


def test_a_slow_sensor_says_nothing() -> None:
    assert found(165, swing(), rate_hz=10.0, seconds=20.0) == []


def test_after_a_silence_it_begins_anew() -> None:
    cadence = StepCadence()
    told = list[float]()
    for at, acceleration in shaken(165, swing(), 50.0, 16.0, 0.03, 0.5, 0.0):
        if not 9.9 < at < 10.6 and cadence.feed(at, acceleration):
            told.append(at)
    assert told
    assert max(told) < 10.0
