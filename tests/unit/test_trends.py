"""When a change counts: the worked examples, and the same numbers from scipy."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats as scipy_stats  # pyright: ignore[reportMissingTypeStubs]

from kiosk.training.trends import is_change, least_change, theil_sen, trend

STATS: Any = scipy_stats
DAYS = (0, 4, 7, 11, 14, 18, 21, 25)
HEARTS = (163.0, 160.0, 158.0, 157.0, 153.0, 152.0, 149.0, 147.0)
FIRST = date(2026, 5, 1)
POINTS = [(FIRST + timedelta(day), bpm) for day, bpm in zip(DAYS, HEARTS, strict=True)]


def test_one_change_counts_beyond_what_varies_anyway() -> None:
    assert f"{least_change(0.03 * 160):.1f}" == "13.3"
    assert not is_change(160, 147, 4.8)
    assert is_change(160, 146, 4.8)
    assert is_change(146, 160, 4.8)


def test_the_worked_example_of_a_trend() -> None:
    result = trend(POINTS, "lower")
    assert result.judgement == "improving"
    assert result.per_week is not None
    shown = [
        f"{v:.2f}" for v in (result.per_week.middle, result.per_week.low, result.per_week.high)
    ]
    assert shown == ["-4.51", "-5.00", "-3.82"]


def test_the_same_slope_is_worse_where_higher_is_better() -> None:
    assert trend(POINTS, "higher").judgement == "worsening"


def test_four_sessions_are_too_few() -> None:
    assert trend(POINTS[:4], "lower").judgement == "too few"
    assert trend([(FIRST, 150.0)] * 6, "lower").judgement == "too few"
    assert trend([], "lower").sessions == 0


def test_an_interval_around_zero_is_no_trend() -> None:
    points = [(FIRST + timedelta(day), bpm) for day, bpm in enumerate((150.0, 152, 149, 151, 150))]
    assert trend(points, "lower").judgement == "no clear trend"
    assert trend([(on, 150.0) for on, _ in points], "lower").judgement == "no clear trend"


PAIRS = st.tuples(st.integers(0, 60), st.integers(120, 190))


@given(
    st.one_of(
        st.lists(PAIRS, min_size=2, max_size=30, unique_by=lambda pair: pair[0]),
        st.lists(PAIRS, min_size=2, max_size=30, unique_by=lambda pair: pair[1]),
    ).filter(lambda points: len({x for x, _ in points}) > 1)
)
def test_scipy_agrees_on_slope_and_interval_ties_included(points: list[tuple[int, int]]) -> None:
    xs, ys = [x / 7 for x, _ in points], [float(y) for _, y in points]
    ours = theil_sen(xs, ys)
    theirs = STATS.theilslopes(ys, xs, 0.95)
    assert ours is not None
    assert ours.middle == pytest.approx(float(theirs.slope), rel=1e-9, abs=1e-9)
    assert ours.low == pytest.approx(float(theirs.low_slope), rel=1e-9, abs=1e-9)
    assert ours.high == pytest.approx(float(theirs.high_slope), rel=1e-9, abs=1e-9)


def test_no_slope_through_one_day() -> None:
    assert theil_sen([1, 1], [150, 160]) is None
    assert theil_sen([], []) is None
