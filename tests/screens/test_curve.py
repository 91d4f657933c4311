"""The athlete's curve as pixels."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kiosk.session.state import TracePoint
from screens.curve import Curve, Scale, curve_of, scale_of, whole_curve


def points(*bpm: int | None, first: int = 0) -> list[TracePoint]:
    return [TracePoint(first + second, value, 140, 150) for second, value in enumerate(bpm)]


def test_nothing_has_no_curve() -> None:
    assert curve_of([], 100, 50) == Curve()
    assert curve_of(points(150), 0, 50) == Curve()


def test_the_curve_grows_from_the_left() -> None:
    curve = curve_of(points(*[150] * 90), 180, 50)
    (run,) = curve.line
    assert run[0][0] < 4
    assert 85 <= run[-1][0] <= 90


def test_a_long_curve_ends_at_the_right_and_has_few_points() -> None:
    curve = curve_of(points(*[150] * 900), 300, 50)
    (run,) = curve.line
    assert 296 <= run[-1][0] <= 300
    assert 90 <= len(run) <= 120


def test_what_was_missing_is_a_gap_and_not_a_line() -> None:
    curve = curve_of(points(*[150] * 60, *[None] * 30, *[152] * 60), 180, 50)
    assert len(curve.line) == 2
    assert curve.line[0][-1][0] < 62
    assert curve.line[1][0][0] > 88
    assert len(curve.band) == 1


def test_seconds_that_were_not_recorded_are_a_gap_too() -> None:
    curve = curve_of(points(*[150] * 20) + points(*[150] * 20, first=60), 180, 50)
    assert len(curve.line) == 2


def test_higher_is_further_up_and_the_band_lies_around_what_is_in_it() -> None:
    curve = curve_of(points(*[145] * 60, *[160] * 60), 180, 50)
    (line,), (band,) = curve.line, curve.band
    _, top, bottom = band[0]
    assert top < line[0][1] < bottom
    assert line[-1][1] < top


def test_the_past_does_not_wobble_when_a_second_is_added() -> None:
    bpm = [140 + (second * 7) % 11 for second in range(200)]
    before, after = (curve_of(points(*bpm[:count]), 60, 50).line[0] for count in (180, 181))
    heights = {y for _, y in after}
    assert sum(y in heights for _, y in before) >= len(before) - 2


@given(
    st.lists(st.none() | st.integers(30, 230), max_size=900),
    st.integers(0, 5000),
    st.floats(1, 1000),
    st.floats(1, 500),
)
def test_every_curve_stays_in_its_box_and_runs_to_the_right(
    bpm: list[int | None], first: int, width: float, height: float
) -> None:
    curve = curve_of(points(*bpm, first=first), width, height)
    for run in curve.line:
        assert all(-0.001 <= x <= width + 0.001 and -0.001 <= y <= height + 0.001 for x, y in run)
        assert all(left[0] < right[0] for left, right in pairwise(run))


def test_the_whole_curve_runs_from_edge_to_edge_however_long() -> None:
    curve = whole_curve(points(*[150] * 4800), 400, 100)
    (run,) = curve.line
    assert run[0][0] < 2
    assert run[-1][0] > 398
    assert len(run) <= 401


def test_the_whole_curve_keeps_its_gaps_and_lies_on_its_scale() -> None:
    trace = points(*[140] * 600, *[None] * 300, *[160] * 600, first=1000)
    curve = whole_curve(trace, 500, 100)
    scale = scale_of(trace)
    assert (scale.first_s, scale.seconds) == (1000, 1500)
    before, after = curve.line
    assert before[-1][0] < 201
    assert after[0][0] > 299
    for run, bpm in ((before, 140), (after, 160)):
        share = (scale.high - bpm) / (scale.high - scale.low)
        assert all(abs(y - share * 100) < 1e-9 for _, y in run)


def test_nothing_has_no_whole_curve() -> None:
    assert whole_curve([], 100, 50) == Curve()
    assert whole_curve(points(150), 100, 0) == Curve()
    assert scale_of([]) == Scale()
