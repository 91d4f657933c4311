"""The gauge: the band in the middle, the heart rate on the scale, and an arrow where it is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.training.zones import Band
from screens.gauge import gauge_of

MID_ZONE_3 = Band(152.0, 158.0)
"""A scale from 140 to 170."""


def test_the_band_lies_in_the_middle_and_says_the_whole_bpm_inside_it() -> None:
    gauge = gauge_of(MID_ZONE_3, 155)
    assert (gauge.low, gauge.high) == (pytest.approx(0.4), pytest.approx(0.6))
    assert (gauge.lowest, gauge.highest) == ("152", "157")


def test_a_heart_rate_in_the_middle_of_the_band_is_in_the_middle_of_the_scale() -> None:
    assert gauge_of(MID_ZONE_3, 155).marker == pytest.approx(0.5)


def test_a_missing_heart_rate_has_no_marker() -> None:
    gauge = gauge_of(MID_ZONE_3, None)
    assert gauge.marker is None
    assert gauge.beyond == 0


@pytest.mark.parametrize(
    ("bpm", "marker", "beyond"),
    [(121, 0.0, -1), (139, 0.0, -1), (140, 0.0, 0), (170, 1.0, 0), (171, 1.0, 1), (200, 1.0, 1)],
)
def test_a_heart_rate_off_the_scale_stays_at_its_end_and_says_so(
    bpm: int, marker: float, beyond: int
) -> None:
    gauge = gauge_of(MID_ZONE_3, bpm)
    assert (gauge.marker, gauge.beyond) == (marker, beyond)


def test_a_wide_band_leaves_room_for_what_is_outside() -> None:
    gauge = gauge_of(Band(100.0, 140.0), 150)
    assert gauge.low == pytest.approx(0.3)
    assert gauge.beyond == 0


@given(st.floats(60, 200), st.floats(1, 60), st.integers(30, 230))
def test_the_marker_is_inside_the_band_if_and_only_if_the_heart_rate_is(
    low: float, width: float, bpm: int
) -> None:
    band = Band(low, low + width)
    gauge = gauge_of(band, bpm)
    assert gauge.marker is not None
    assert 0 < gauge.low < gauge.high < 1
    assert 0 <= gauge.marker <= 1
    if min(abs(bpm - band.low), abs(bpm - band.high)) > 1e-6:
        assert (gauge.low <= gauge.marker < gauge.high) == (band.low <= bpm < band.high)
