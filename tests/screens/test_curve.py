"""The athlete's curve as pixels."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kiosk.session.state import TracePoint
from screens.curve import Curve, Point, Runs, Scale, Stripe, scale_of, whole_curve
from screens.live_curve import Grown, LiveCurve, curve_of, is_other, window_of


def points(*bpm: int | None, first: int = 0) -> list[TracePoint]:
    return [TracePoint(first + second, value, 140, 150) for second, value in enumerate(bpm)]


def line(curve: LiveCurve) -> Runs[Point]:
    return curve.runs()[0]


def band(curve: LiveCurve) -> Runs[Stripe]:
    return curve.runs()[1]


def test_nothing_has_no_curve() -> None:
    assert curve_of([], 100, 50) == LiveCurve()
    assert curve_of(points(150), 0, 50) == LiveCurve()


def test_the_curve_grows_from_the_left() -> None:
    (run,) = line(curve_of(points(*[150] * 90), 180, 50))
    assert run[0][0] < 4
    assert 85 <= run[-1][0] <= 90


def test_a_long_curve_ends_at_the_right_and_has_few_points() -> None:
    (run,) = line(curve_of(points(*[150] * 900), 300, 50))
    assert 296 <= run[-1][0] <= 300
    assert 90 <= len(run) <= 120


def test_what_was_missing_is_a_gap_and_not_a_line() -> None:
    curve = curve_of(points(*[150] * 60, *[None] * 30, *[152] * 60), 180, 50)
    before, after = line(curve)
    assert before[-1][0] < 62
    assert after[0][0] > 88
    assert len(band(curve)) == 1


def test_seconds_that_were_not_recorded_are_a_gap_too() -> None:
    curve = curve_of(points(*[150] * 20) + points(*[150] * 20, first=60), 180, 50)
    assert len(line(curve)) == 2


def test_higher_is_further_up_and_the_band_lies_around_what_is_in_it() -> None:
    curve = curve_of(points(*[145] * 60, *[160] * 60), 180, 50)
    (run,), (stripes,) = curve.runs()
    _, top, bottom = stripes[0]
    assert top < run[0][1] < bottom
    assert run[-1][1] < top


def test_the_past_does_not_wobble_when_a_second_is_added() -> None:
    bpm = [140 + (second * 7) % 11 for second in range(200)]
    before, after = (line(curve_of(points(*bpm[:count]), 60, 50))[0] for count in (180, 181))
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
    beside = 1 + curve.grid.stride * curve.grid.across  # a pixel, for it moves by whole ones
    for run in line(curve):
        assert all(-beside <= x <= width + 0.001 and -0.001 <= y <= height + 0.001 for x, y in run)
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


@given(
    st.lists(st.none() | st.integers(30, 230), min_size=2, max_size=500),
    st.lists(st.integers(1, 200), min_size=1, max_size=8),
    st.floats(20, 400),
)
def test_a_curve_that_has_grown_is_the_one_drawn_afresh(
    bpm: list[int | None], steps: list[int], width: float
) -> None:
    trace, grown = points(*bpm), Grown()
    ends = sorted({min(len(trace), sum(steps[: n + 1])) for n in range(len(steps))})
    for end in ends:
        seen = trace[:end]
        assert curve_of(seen, width, 50, (), grown) == curve_of(seen, width, 50)


def test_a_new_session_is_not_hung_onto_the_curve_of_the_last() -> None:
    grown = Grown()
    curve_of(points(*[140] * 300), 200, 50, (), grown)
    again = points(*[170] * 301)
    assert curve_of(again, 200, 50, (), grown) == curve_of(again, 200, 50)


def test_from_some_place_on_there_is_the_same_curve_without_what_lies_before() -> None:
    bpm = [140 + second % 20 if second % 90 < 70 else None for second in range(600)]
    curve = curve_of(points(*bpm[:400]) + points(*bpm, first=450), 200, 50)
    for since in range(0, 230, 7):
        every = [point for run in line(curve) for point in run]
        few = [point for run in curve.runs(since)[0] for point in run]
        assert few == every[len(every) - len(few) :]
        assert all(point in few for point in every if point[0] >= since)
        assert sum(x < since for x, _ in few) <= 1


def test_whoever_has_just_been_heard_is_at_the_end_and_whoever_fell_silent_where_they_were() -> (
    None
):
    curve = curve_of(points(*[140] * 60, *[160] * 30), 180, 50)
    assert curve.end == line(curve)[-1][-1]
    silent = curve_of(points(*[140] * 60, *[None] * 30), 180, 50)
    assert silent.end == line(silent)[-1][-1]
    assert curve_of(points(None, None), 180, 50).end is None


def test_the_room_grows_by_half_a_minute_at_a_time_until_it_is_as_long_as_it_gets() -> None:
    assert [window_of(seconds, 160) for seconds in (1, 180, 181, 210, 211, 9999)] == [
        *(180, 180, 210, 210, 240, 240)
    ]
    assert window_of(9999, 1000) == 900


def test_a_wider_box_shows_what_was_too_old_for_the_narrow_one() -> None:
    trace, grown = points(*[140 + second % 20 for second in range(900)]), Grown()
    for width in (200, 202, 260, 200):
        assert curve_of(trace, width, 50, (), grown) == curve_of(trace, width, 50)


def test_less_than_a_pixel_is_not_worth_drawing() -> None:
    trace = points(*[140] * 900)
    curve = curve_of(trace, 200, 20).grid
    before, *later = points(140, 140, 140, None, first=899)
    assert not is_other(curve, before, later[0])
    assert is_other(curve, before, later[1])
    assert is_other(curve, before, later[2])
    assert is_other(curve, before, points(150, first=900)[0])
    assert is_other(curve, before, points(140, first=0)[0])
