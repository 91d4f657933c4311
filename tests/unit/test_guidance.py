"""The ease-in, smoothing and verdicts, by their worked numbers."""

from collections.abc import Callable
from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.training.guidance import (
    BandWatch,
    Smoother,
    Verdict,
    ease_band,
    ease_in_s,
    is_suspect,
    projection,
    starting_hr,
)
from kiosk.training.zones import Band

BAND = Band(155, 160)
EASE_S = 240.0


@pytest.mark.parametrize(
    ("duration_s", "expected"), [(1200, 240), (600, 120), (225, 75), (3600, 300), (30, 10)]
)
def test_the_ease_in_has_its_worked_lengths(duration_s: int, expected: float) -> None:
    assert ease_in_s(duration_s) == expected


def test_the_eased_band_has_its_worked_numbers() -> None:
    assert ease_band(BAND, 150, 60, EASE_S) == Band(147.5, 155.5)
    assert ease_band(BAND, 150, 120, EASE_S) == Band(150.0, 157.0)
    assert ease_band(BAND, 150, 0, EASE_S) == Band(145.0, 154.0)
    assert ease_band(BAND, 150, 240, EASE_S) == BAND
    assert ease_band(BAND, 150, 5000, EASE_S) == BAND


def test_towards_a_lower_band_it_holds_from_the_start() -> None:
    assert {ease_band(Band(120, 130), 165, t, 120) for t in range(0, 200, 10)} == {Band(120, 130)}


def test_without_a_starting_heart_rate_or_ease_in_the_band_itself_guides() -> None:
    assert ease_band(BAND, None, 0, EASE_S) == BAND
    assert ease_band(BAND, 150, 0, 0) == BAND


@given(
    st.floats(60, 200), st.floats(3, 40), st.floats(40, 220), st.floats(0, 400), st.floats(1, 300)
)
def test_the_eased_band_is_never_empty_and_never_above_the_band(
    low: float, width: float, hr0: float, t_s: float, ease_s: float
) -> None:
    band = Band(low, low + width)
    eased = ease_band(band, hr0, t_s, ease_s)
    assert eased.low < eased.high
    assert eased.low <= band.low + 1e-9
    assert eased.high <= band.high + 1e-9


@given(st.floats(60, 150), st.floats(0, 239))
def test_the_eased_band_only_rises(hr0: float, t_s: float) -> None:
    now, next_second = ease_band(BAND, hr0, t_s, EASE_S), ease_band(BAND, hr0, t_s + 1, EASE_S)
    assert now.low <= next_second.low
    assert now.high <= next_second.high


def test_a_step_starts_from_the_mean_of_the_last_30_seconds() -> None:
    assert starting_hr([200.0] * 10 + [150.0] * 15 + [None] * 5 + [156.0] * 10) == pytest.approx(
        (15 * 150 + 10 * 156) / 25
    )
    assert starting_hr([None] * 30) is None
    assert starting_hr([]) is None


# --- smoothing --------------------------------------------------------------------------------


def test_one_wild_reading_moves_neither_number() -> None:
    smoother = Smoother()
    for bpm in (150, 150, 150, 220, 150, 150):
        smoother.update(bpm)
    assert (smoother.shown, smoother.control) == (150, 150)


def test_the_control_heart_rate_follows_with_five_seconds_time_constant() -> None:
    smoother = Smoother()
    for _ in range(5):
        smoother.update(100)
    for _ in range(2):
        smoother.update(110)
    assert smoother.control == 100
    for seconds in range(1, 11):
        smoother.update(110)
        assert smoother.shown == 110
        assert smoother.control == pytest.approx(110 - 10 * exp(-seconds / 5))


def test_missing_seconds_are_not_filled_in_and_five_of_them_blank_both_numbers() -> None:
    smoother = Smoother()
    smoother.update(150)
    smoother.update(154)
    assert smoother.shown == 152
    for _ in range(3):
        smoother.update(None)
        assert smoother.shown == 152
    smoother.update(None)
    assert smoother.shown == 154  # the only reading left in the window
    smoother.update(None)
    assert (smoother.shown, smoother.control) == (None, None)


def test_after_a_gap_the_control_heart_rate_starts_afresh() -> None:
    smoother = Smoother()
    for bpm in [180] * 20 + [None] * 5 + [120]:
        smoother.update(bpm)
    assert smoother.control == 120


def test_nothing_heard_is_nothing_shown() -> None:
    assert Smoother().shown is None
    assert Smoother().control is None


@given(st.lists(st.none() | st.integers(30, 230), max_size=60))
def test_both_numbers_stay_within_what_was_heard(readings: list[int | None]) -> None:
    smoother = Smoother()
    for reading in readings:
        smoother.update(reading)
    window = [bpm for bpm in readings[-5:] if bpm is not None]
    heard = [bpm for bpm in readings if bpm is not None]
    assert (smoother.shown is None) == (smoother.control is None) == (not window)
    if smoother.shown is not None and smoother.control is not None:
        assert min(window) <= smoother.shown <= max(window)
        assert min(heard) - 1e-9 <= smoother.control <= max(heard) + 1e-9


# --- projection and suspicion ----------------------------------------------------------------


def test_the_projection_goes_on_along_a_straight_line() -> None:
    assert projection([140 + 0.2 * t for t in range(30)]) == pytest.approx(145.8 + 6)
    assert projection([150.0] * 60) == 150


def test_the_projection_sees_the_last_30_seconds_only_and_bears_gaps() -> None:
    line: list[float | None] = [100 + 0.5 * t for t in range(30)]
    for gap in (3, 10, 11, 20):
        line[gap] = None
    assert projection([200.0] * 40 + line) == pytest.approx(114.5 + 15)


def test_there_is_no_projection_without_a_present_value_or_enough_of_them() -> None:
    assert projection([]) is None
    assert projection([150.0] * 9) is None
    assert projection([150.0] * 20 + [None]) is None


def test_a_jump_beyond_30_without_a_change_of_work_is_suspect() -> None:
    steady = [150.0] * 10
    assert is_suspect(steady, 181, work_changed=False)
    assert is_suspect(steady, 119, work_changed=False)
    assert not is_suspect(steady, 180, work_changed=False)
    assert not is_suspect(steady, 190, work_changed=True)
    assert not is_suspect([], 190, work_changed=False)
    assert not is_suspect([None] * 10, 190, work_changed=False)


def test_one_wild_reading_does_not_throw_suspicion_on_the_next() -> None:
    assert not is_suspect([150.0] * 9 + [215.0], 150, work_changed=False)


def test_a_new_level_that_stays_is_believed_after_some_seconds() -> None:
    history = [110.0] * 10
    suspect: list[bool] = []
    for _ in range(10):
        suspect.append(is_suspect(history, 150, work_changed=False))
        history.append(150.0)
    assert suspect == [True] * 5 + [False] * 5


# --- verdicts ----------------------------------------------------------------------------------


def watch(
    hr: Callable[[int], float | None],
    seconds: int,
    band: Band = BAND,
    hr0: float | None = 150,
    ease_s: float = EASE_S,
) -> list[Verdict]:
    """The verdict of every second of a step in which the control heart rate is hr(t)."""
    watcher = BandWatch()
    return [
        watcher.update(t, hr(t), ease_band(band, hr0, t, ease_s), band, ease_s, hr0)
        for t in range(seconds)
    ]


def first(verdicts: list[Verdict], verdict: Verdict) -> int | None:
    return verdicts.index(verdict) if verdict in verdicts else None


def test_a_heart_that_follows_the_band_is_easing_and_then_in() -> None:
    verdicts = watch(lambda t: min(157, 150 + t / 40), 600)
    assert verdicts[0] is Verdict.EASING
    assert verdicts[199] is Verdict.EASING
    assert set(verdicts[200:]) == {Verdict.IN}


def test_over_needs_ten_seconds_more_than_two_above_the_guide() -> None:
    verdicts = watch(lambda t: 163 if t >= 400 else 157, 600, hr0=157)
    assert first(verdicts, Verdict.OVER) == 410
    assert Verdict.OVER not in watch(lambda t: 162 if t >= 400 else 157, 600, hr0=157)
    assert Verdict.OVER not in watch(lambda t: 170 if 400 <= t < 410 else 157, 600, hr0=157)


def test_over_clears_after_five_seconds_at_or_below_the_upper_edge() -> None:
    verdicts = watch(lambda t: 165 if 400 <= t < 420 else 160 if t < 424 else 161, 500)
    assert set(verdicts[410:]) == {Verdict.OVER}  # four seconds were not enough, 161 holds it
    verdicts = watch(lambda t: 165 if 400 <= t < 420 else 160, 500)
    assert set(verdicts[410:425]) == {Verdict.OVER}
    assert set(verdicts[425:]) == {Verdict.IN}


def test_jumping_into_the_effort_is_over_the_guide_although_inside_the_band() -> None:
    verdicts = watch(lambda _: 157.5, 600)
    assert first(verdicts, Verdict.OVER) == 10
    assert verdicts[139] is Verdict.OVER
    assert verdicts[300] is Verdict.IN


def test_under_is_never_said_before_a_minute_after_the_ease_in() -> None:
    verdicts = watch(lambda _: 140, 600)
    assert set(verdicts[:300]) == {Verdict.EASING}
    assert set(verdicts[300:]) == {Verdict.UNDER}


def test_under_needs_twenty_seconds_more_than_two_below_and_clears_at_low() -> None:
    verdicts = watch(
        lambda t: 152.9 if 400 <= t < 430 else 154.9 if t < 440 and t > 400 else 155, 500
    )
    assert first(verdicts, Verdict.UNDER) == 420
    assert set(verdicts[420:440]) == {Verdict.UNDER}
    assert set(verdicts[440:]) == {Verdict.IN}
    assert Verdict.UNDER not in watch(lambda t: 153 if t >= 400 else 157, 600)
    assert Verdict.UNDER not in watch(lambda t: 100 if 400 <= t < 420 else 157, 600)


def test_after_a_downward_step_nothing_is_said_for_three_minutes() -> None:
    low_band = Band(120, 130)
    verdicts = watch(lambda _: 165, 400, band=low_band, hr0=165, ease_s=75)
    assert set(verdicts[:180]) == {Verdict.EASING}
    assert set(verdicts[180:]) == {Verdict.OVER}
    verdicts = watch(lambda t: max(110, 165 - t), 400, band=low_band, hr0=165, ease_s=75)
    assert set(verdicts[:36]) == {Verdict.EASING}
    assert set(verdicts[36:46]) == {Verdict.IN}
    assert set(verdicts[46:180]) == {Verdict.EASING}
    assert set(verdicts[180:]) == {Verdict.UNDER}


def test_without_a_starting_heart_rate_the_first_one_tells_a_downward_step() -> None:
    watcher = BandWatch()
    band = Band(120, 130)
    verdicts = {watcher.update(t, 165, band, band, 75) for t in range(180)}
    assert verdicts == {Verdict.EASING}


def test_a_lost_heart_rate_is_no_verdict_and_starts_the_waiting_anew() -> None:
    verdicts = watch(lambda t: None if 410 <= t < 415 else 170 if t >= 395 else 157, 500)
    assert set(verdicts[405:410]) == {Verdict.OVER}
    assert set(verdicts[410:415]) == {Verdict.NONE}
    assert set(verdicts[415:425]) == {Verdict.IN}
    assert set(verdicts[425:]) == {Verdict.OVER}


def test_paused_seconds_do_not_count() -> None:
    watcher = BandWatch()
    verdicts = [watcher.update(400, 170, BAND, BAND, EASE_S, 157) for _ in range(60)]
    assert set(verdicts) == {Verdict.IN}


@given(st.lists(st.none() | st.floats(60, 220), min_size=1, max_size=400), st.floats(60, 200))
def test_the_verdict_is_a_function_of_what_was_heard(
    readings: list[float | None], hr0: float
) -> None:
    once = watch(lambda t: readings[t], len(readings), hr0=hr0)
    assert once == watch(lambda t: readings[t], len(readings), hr0=hr0)
    for t, (verdict, bpm) in enumerate(zip(once, readings, strict=True)):
        assert (verdict is Verdict.NONE) == (bpm is None)
        if verdict is Verdict.UNDER:
            assert t >= EASE_S + 60
            assert bpm is not None
            assert bpm < BAND.low
        if verdict is Verdict.OVER:
            assert t >= 10
