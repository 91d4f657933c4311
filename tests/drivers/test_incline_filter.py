"""The grade filter against synthetic decks: accuracy, lag, spikes, jumps, gaps, any sample rate."""

import math
import random
from collections.abc import Callable, Iterable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.incline.filter import GradeFilter
from drivers.incline.readings import Angle
from drivers.incline.witmotion import WitMotionReader
from drivers.virtual.faults import Faults
from drivers.virtual.incline import Shake, angle_frame, gravity_frame
from kiosk.calibration import Calibration

Sample = tuple[float, float]
"""Seconds and pitch in degrees."""


def degrees(percent: float) -> float:
    return math.degrees(math.atan(percent / 100.0))


def deck(
    percent: Callable[[float], float],
    *,
    rate_hz: float = 50.0,
    seconds: float = 60.0,
    shake: Shake | None = None,
) -> Iterator[Sample]:
    for number in range(int(seconds * rate_hz)):
        t = number / rate_hz
        yield t, degrees(percent(t)) + (shake.angle_deg(t) if shake else 0.0)


def at_grade(percent: float) -> Callable[[float], float]:
    return lambda _: percent


def step(first: float, then: float, at_s: float) -> Callable[[float], float]:
    return lambda t: first if t < at_s else then


def grades(samples: Iterable[Sample], grade_filter: GradeFilter | None = None) -> list[Sample]:
    """Time and grade of each sample that gave one."""
    grade_filter = grade_filter or GradeFilter(Calibration())
    pairs = [(at, grade_filter.feed(at, Angle(0.0, pitch, 0.0))) for at, pitch in samples]
    return [(at, grade) for at, grade in pairs if grade is not None]


def worst(found: list[Sample], percent: float, since: float) -> float:
    return max(abs(grade - percent) for at, grade in found if at >= since)


def settled_after(found: list[Sample], percent: float, since: float) -> float:
    """Seconds from `since` until the grade stays within 0.2 points."""
    return max((at - since for at, grade in found if abs(grade - percent) > 0.2), default=0.0)


@pytest.mark.parametrize("steps_hz", [1.8, 2.2, 2.6, 3.0])
@pytest.mark.parametrize("deg", [0.3, 1.0])
def test_a_running_deck_at_50_hz_is_read_to_a_tenth_of_a_point(steps_hz: float, deg: float) -> None:
    found = grades(deck(at_grade(8.0), shake=Shake(steps_hz, deg)))
    assert worst(found, 8.0, since=5.0) <= 0.10


@pytest.mark.parametrize("steps_hz", [1.8, 2.2, 2.6, 3.0])
@pytest.mark.parametrize("deg", [0.3, 0.6])
def test_a_running_deck_at_10_hz_is_read_to_a_fifth_of_a_point(steps_hz: float, deg: float) -> None:
    found = grades(deck(at_grade(8.0), rate_hz=10.0, shake=Shake(steps_hz, deg)))
    assert worst(found, 8.0, since=5.0) <= 0.2


@given(
    rate_hz=st.floats(5.0, 200.0),
    percent=st.floats(-10.0, 40.0),
    jitter=st.floats(0.0, 0.9),
    seed=st.integers(0, 1000),
)
def test_a_resting_deck_is_read_exactly_at_any_rate_with_any_jitter(
    rate_hz: float, percent: float, jitter: float, seed: int
) -> None:
    numbers = random.Random(seed)
    samples = [
        (at + numbers.random() * jitter / rate_hz, pitch)
        for at, pitch in deck(at_grade(percent), rate_hz=rate_hz, seconds=4.0)
    ]
    found = grades(samples)
    assert found[0][0] <= 1.0
    assert worst(found, percent, since=0.0) < 1e-6


@pytest.mark.parametrize("rate_hz", [5.0, 10.0, 50.0, 200.0])
def test_the_output_follows_a_rising_deck_about_a_second_late(rate_hz: float) -> None:
    found = grades(deck(lambda t: 0.75 * t, rate_hz=rate_hz, seconds=20.0))
    at, grade = found[-1]
    assert 0.75 * at - grade == pytest.approx(0.75 * 0.9, abs=0.1)


@pytest.mark.parametrize("rate_hz", [5.0, 10.0, 50.0, 200.0])
def test_a_small_step_settles_within_two_seconds(rate_hz: float) -> None:
    found = grades(deck(step(4.0, 6.0, at_s=10.0), rate_hz=rate_hz, seconds=20.0))
    assert settled_after(found, 6.0, since=10.0) <= 2.0
    assert worst(found, 6.0, since=12.0) <= 0.2


@pytest.mark.parametrize("rate_hz", [5.0, 10.0, 50.0, 200.0])
@pytest.mark.parametrize("shake_deg", [0.0, 0.5])
def test_a_step_from_0_to_15_percent_settles_within_a_second_and_a_half(
    rate_hz: float, shake_deg: float
) -> None:
    samples = deck(
        step(0.0, 15.0, at_s=10.0), rate_hz=rate_hz, seconds=20.0, shake=Shake(2.5, shake_deg)
    )
    assert settled_after(grades(samples), 15.0, since=10.0) <= 1.5


def test_a_rising_deck_settles_two_seconds_after_it_stops() -> None:
    found = grades(deck(lambda t: min(15.0, 1.0 * t), shake=Shake(2.5, 0.3), seconds=30.0))
    assert settled_after(found, 15.0, since=15.0) <= 2.0


@pytest.mark.parametrize("rate_hz", [10.0, 50.0])
@pytest.mark.parametrize("knock_percent", [-30.0, 8.0, 40.0])
def test_a_knock_of_half_a_second_is_ignored(rate_hz: float, knock_percent: float) -> None:
    def knocked(t: float) -> float:
        return knock_percent if 10.0 <= t < 10.5 else 3.0

    found = grades(deck(knocked, rate_hz=rate_hz, seconds=20.0))
    assert worst(found, 3.0, since=0.0) < 0.1


def test_a_knock_of_18_points_just_after_a_short_silence_hardly_shows() -> None:
    grade_filter = GradeFilter(Calibration())
    grades(deck(at_grade(2.0), seconds=5.0), grade_filter)
    knock = [(6.6 + at, pitch) for at, pitch in deck(at_grade(20.0), seconds=0.5)]
    calm = [(7.1 + at, pitch) for at, pitch in deck(at_grade(2.0), seconds=5.0)]
    assert worst(grades(knock + calm, grade_filter), 2.0, since=0.0) < 0.5


def test_the_first_grade_comes_at_once_and_needs_no_way_up_from_zero() -> None:
    at, grade = grades(deck(at_grade(12.0)))[0]
    assert at <= 0.5
    assert grade == pytest.approx(12.0)


def test_the_first_grade_waits_for_samples_that_agree() -> None:
    angles = [20.0, -25.0, 4.0, 4.0, 12.0, 4.0, 4.0, 4.1, 4.0, 3.9, 4.0, 4.0]
    found = grades((number * 0.1, angle) for number, angle in enumerate(angles))
    assert found
    assert all(
        grade == pytest.approx(100 * math.tan(math.radians(4)), abs=0.2) for _, grade in found
    )


def test_no_grade_is_made_of_angles_that_never_agree() -> None:
    angles = [20.0, -25.0, 10.0, -3.0] * 20
    assert grades((number * 0.1, angle) for number, angle in enumerate(angles)) == []


def test_a_tilt_that_no_deck_has_is_refused() -> None:
    grade_filter = GradeFilter(Calibration(zero_deg=2.0))
    assert grades(((t, 2.0) for t, _ in deck(at_grade(0.0), seconds=2.0)), grade_filter)
    assert grade_filter.feed(2.0, Angle(0.0, 32.1, 0.0)) is None
    assert grade_filter.feed(2.02, Angle(0.0, 2.0, 0.0)) == pytest.approx(0.0)


def test_after_two_seconds_of_silence_the_filter_starts_again() -> None:
    grade_filter = GradeFilter(Calibration())
    grades(deck(at_grade(2.0), seconds=5.0), grade_filter)
    later = [(at + 7.1, pitch) for at, pitch in deck(at_grade(9.0), seconds=1.0)]
    found = grades(later, grade_filter)
    assert found[0][0] > 7.4
    assert found[0][1] == pytest.approx(9.0)


def test_a_shorter_silence_does_not_blank_the_grade() -> None:
    grade_filter = GradeFilter(Calibration())
    grades(deck(at_grade(2.0), seconds=5.0), grade_filter)
    assert grade_filter.feed(6.9, Angle(0.0, degrees(2.0), 0.0)) == pytest.approx(2.0)


def test_samples_with_the_same_time_or_from_the_past_do_no_harm() -> None:
    samples = [(at, degrees(5.0)) for at in [*(n / 10 for n in range(20)), 1.9, 1.9, 0.3, 1.95]]
    assert worst(grades(samples), 5.0, since=0.0) < 1e-6


def test_zero_is_subtracted_in_degrees_before_the_tangent() -> None:
    samples = ((n / 50, 12.0) for n in range(100))
    [*_, (_, grade)] = grades(samples, GradeFilter(Calibration(zero_deg=2.0)))
    assert grade == pytest.approx(100.0 * math.tan(math.radians(10.0)))


def test_a_sensor_mounted_backwards_is_inverted() -> None:
    samples = ((n / 50, -4.0) for n in range(100))
    [*_, (_, grade)] = grades(samples, GradeFilter(Calibration(zero_deg=1.0, invert=True)))
    assert grade == pytest.approx(100.0 * math.tan(math.radians(5.0)))


def test_roll_is_read_where_roll_is_the_decks_axis() -> None:
    grade_filter = GradeFilter(Calibration("roll"))
    found = [grade_filter.feed(n / 50, Angle(5.711, 20.0, 0.0)) for n in range(100)]
    assert found[-1] == pytest.approx(10.0, abs=0.01)


def test_a_sensor_mounted_upside_down_is_read_across_180_degrees() -> None:
    grade_filter = GradeFilter(Calibration("roll", zero_deg=179.0))
    found = [grade_filter.feed(n / 50, Angle(-177.0, 0.0, 0.0)) for n in range(100)]
    assert found[-1] == pytest.approx(100.0 * math.tan(math.radians(4.0)))


@pytest.mark.parametrize("seed", range(4))
def test_a_damaged_line_does_not_move_the_settled_grade(seed: int) -> None:
    faults = Faults(flip_frames=0.2, random_bytes=0.01, seed=seed)
    reader, grade_filter = WitMotionReader(), GradeFilter(Calibration())
    found: list[Sample] = []
    for at, pitch in deck(at_grade(6.0), shake=Shake(2.4, 0.5, seed)):
        line = faults.damage(gravity_frame(0.0, pitch)) + faults.damage(angle_frame(0.0, pitch))
        angles = (each for each in reader.feed(line) if isinstance(each, Angle))
        found += grades(((at, angle.pitch_deg) for angle in angles), grade_filter)
    assert reader.damaged > 100
    assert worst(found, 6.0, since=5.0) <= 0.2
