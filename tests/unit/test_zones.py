"""Zones of the four models, their parts and what is shown of them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from math import ceil, inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.errors import RosterError
from kiosk.training.athlete import Athlete
from kiosk.training.plan import Part
from kiosk.training.zones import (
    Band,
    ZoneModel,
    Zones,
    ceiling_for,
    check_athlete,
    clip,
    estimated_max_hr,
    max_hr_for,
    shown,
    shown_bpm,
    zones_for,
    zones_from,
)

TODAY = date(2025, 6, 1)
ANNA = Athlete(1, "Anna")
MODELS: dict[ZoneModel, dict[str, float]] = {
    ZoneModel.PERCENT_MAX: {"max_hr": 190},
    ZoneModel.RESERVE: {"max_hr": 190, "resting_hr": 50},
    ZoneModel.THRESHOLD: {"threshold_hr": 170},
}
PARTS: tuple[Part, ...] = ("low", "mid", "high", "full")


def zones(model: ZoneModel, **inputs: float) -> Zones:
    return zones_from(model, inputs or MODELS[model])


@pytest.mark.parametrize(
    ("model", "zone", "part", "expected"),
    [
        (ZoneModel.PERCENT_MAX, 2, "high", (127, 132)),
        (ZoneModel.PERCENT_MAX, 3, "mid", (140, 145)),
        (ZoneModel.PERCENT_MAX, 4, "full", (152, 170)),
        (ZoneModel.RESERVE, 2, "high", (142, 147)),
        (ZoneModel.RESERVE, 3, "mid", (152, 157)),
        (ZoneModel.RESERVE, 4, "full", (162, 175)),
        (ZoneModel.THRESHOLD, 2, "high", (147, 152)),
        (ZoneModel.THRESHOLD, 3, "mid", (155, 160)),
        (ZoneModel.THRESHOLD, 4, "full", (162, 169)),
    ],
)
def test_the_step_up_bands_are_the_ones_of_the_training_table(
    model: ZoneModel, zone: int, part: Part, expected: tuple[int, int]
) -> None:
    assert shown(zones(model).band(zone, part)) == expected


def test_a_threshold_of_170_makes_the_seven_friel_zones() -> None:
    made = zones(ZoneModel.THRESHOLD)
    assert made.labels == ("1", "2", "3", "4", "5a", "5b", "5c")
    assert made.edges[:4] == (0.0, 144.5, 153.0, 161.5)
    assert [shown(Band(*pair)) for pair in pairwise(made.edges)][1:6] == [
        (145, 152), (153, 161), (162, 169), (170, 175), (176, 181),
    ]  # fmt: skip
    ends = {144: "1", 145: "2", 152: "2", 153: "3", 161: "3", 162: "4", 169: "4", 170: "5a",
            175: "5a", 176: "5b", 181: "5b", 182: "5c", 240: "5c"}  # fmt: skip
    assert {bpm: made.label_at(bpm) for bpm in ends} == ends


def test_percent_of_max_and_reserve_edges_are_exact() -> None:
    assert zones(ZoneModel.PERCENT_MAX).edges == (95, 114, 133, 152, 171, 190)
    assert zones(ZoneModel.RESERVE).edges == (120, 134, 148, 162, 176, 190)
    assert zones(ZoneModel.PERCENT_MAX, max_hr=180.0).edges == (90, 108, 126, 144, 162, 180)


def test_age_40_is_estimated_at_180() -> None:
    assert estimated_max_hr(40) == 180.0
    assert estimated_max_hr(25) == 190.5


def test_halves_are_shown_upwards() -> None:
    assert [shown_bpm(x) for x in (176.5, 177.5, 176.49, 150.0)] == [177, 178, 176, 150]


def test_shown_numbers_do_not_trip_over_the_last_bit() -> None:
    assert shown(Band(0.85 * 170, 162.00000000000003)) == (145, 161)
    assert shown(Band(143.99999999999997, 162.0)) == (144, 161)
    assert shown(Band(152.2, 152.8)) == (153, 153)


@pytest.mark.parametrize("model", list(MODELS))
def test_every_heart_rate_has_one_zone_and_the_shown_bands_tile_them(model: ZoneModel) -> None:
    made = zones(model)
    for bpm in range(30, 231):
        number, label = made.number_at(bpm), made.label_at(bpm)
        assert label[0] == str(number)
        inside = [
            zone
            for zone in range(1, 6)
            if shown(made.band(zone))[0] <= bpm <= shown(made.band(zone))[1]
        ]
        in_threshold_zone_1 = model is ZoneModel.THRESHOLD and number == 1
        if bpm < made.edges[-1] and number > 0 and not in_threshold_zone_1:
            assert inside == [number]


# --- the tables of all four models, computed once more in exact fractions ------------------------


def _table(edges: Sequence[Fraction]) -> list[tuple[int, int]]:
    """What is shown of each zone: from ceil(low) to ceil(high) − 1."""
    return [(ceil(low), ceil(high) - 1) for low, high in pairwise(edges)]


def _shown_table(made: Zones) -> list[tuple[int, int]]:
    return [shown(Band(low, high)) for low, high in pairwise(made.edges)]


def test_the_table_of_percent_of_max_is_exact_for_every_max() -> None:
    for maximum in range(100, 231):
        edges = [Fraction(percent * maximum, 100) for percent in (50, 60, 70, 80, 90, 100)]
        assert _shown_table(zones(ZoneModel.PERCENT_MAX, max_hr=maximum)) == _table(edges)


def test_the_table_of_the_reserve_is_exact_for_every_max_and_rest() -> None:
    for maximum in range(100, 231):
        for rest in range(25, min(maximum - 20, 120)):
            edges = [
                rest + Fraction(percent * (maximum - rest), 100)
                for percent in (50, 60, 70, 80, 90, 100)
            ]
            made = zones(ZoneModel.RESERVE, max_hr=maximum, resting_hr=rest)
            assert _shown_table(made) == _table(edges)


def test_the_table_of_the_threshold_is_exact_for_every_threshold() -> None:
    for threshold in range(60, 221):
        edges = [Fraction(p * threshold, 100) for p in (0, 85, 90, 95, 100, 103, 107, 111)]
        assert _shown_table(zones(ZoneModel.THRESHOLD, threshold_hr=threshold)) == _table(edges)


def test_the_table_of_custom_zones_is_what_was_entered() -> None:
    for low in range(80, 121):
        for width in range(6, 25):
            edges = [Fraction(2 * low + width * n, 2) for n in range(6)]
            inputs = {f"edge_{n}": float(edge) for n, edge in enumerate(edges, 1)}
            assert _shown_table(zones_from(ZoneModel.CUSTOM, inputs)) == _table(edges)


def test_the_parts_of_every_zone_are_exact_for_every_model() -> None:
    for made in (
        *(zones(ZoneModel.PERCENT_MAX, max_hr=maximum) for maximum in range(100, 231)),
        *(zones(ZoneModel.RESERVE, max_hr=m, resting_hr=50) for m in range(130, 231)),
        *(zones(ZoneModel.THRESHOLD, threshold_hr=threshold) for threshold in range(60, 221)),
    ):
        for zone in range(1, 6):
            full = made.band(zone)
            low, high = (Fraction(edge).limit_denominator(1000) for edge in (full.low, full.high))
            width = min(high - low, max((high - low) / 3, Fraction(6)))
            parts = {
                "low": (low, low + width),
                "mid": ((low + high - width) / 2, (low + high + width) / 2),
                "high": (high - width, high),
                "full": (low, high),
            }
            for part in PARTS:
                first, last = parts[part]
                expected = ceil(first), max(ceil(first), ceil(last) - 1)
                assert shown(made.band(zone, part)) == expected


def test_the_max_is_the_measured_one_else_that_of_the_age() -> None:
    assert max_hr_for(replace(ANNA, max_hr=185, birth_year=1985), TODAY) == 185
    assert max_hr_for(replace(ANNA, birth_year=1985), TODAY) == 180
    assert max_hr_for(replace(ANNA, birth_year=1985), None) is None
    assert max_hr_for(ANNA, TODAY) is None


def _assert_sound(made: Zones) -> None:
    assert len(made.edges) == len(made.labels) + 1
    assert all(low < high for low, high in pairwise(made.edges))
    for zone in range(1, min(5, len(made.labels)) + 1):
        full = made.band(zone)
        width = full.high - full.low
        narrow = min(width, max(width / 3, 6))
        for part in PARTS:
            band = made.band(zone, part)
            assert full.low - 1e-9 <= band.low < band.high <= full.high + 1e-9
            expected = width if part == "full" else narrow
            assert band.high - band.low == pytest.approx(expected)
            low, high = shown(band)
            assert band.low - 1e-9 <= low <= high < band.high
            assert made.number_at(low) == made.number_at(high) == zone


def test_percent_of_max_is_sound_for_every_max() -> None:
    for maximum in range(100, 231):
        _assert_sound(zones(ZoneModel.PERCENT_MAX, max_hr=maximum))


def test_reserve_is_sound_for_every_max_and_rest() -> None:
    for maximum in range(130, 231, 3):
        for rest in range(30, 101):
            _assert_sound(zones(ZoneModel.RESERVE, max_hr=maximum, resting_hr=rest))


def test_threshold_is_sound_for_every_threshold_with_and_without_a_max() -> None:
    for threshold in range(60, 221):
        _assert_sound(zones(ZoneModel.THRESHOLD, threshold_hr=threshold))
        for maximum in range(threshold + 1, 231, 7):
            made = zones(ZoneModel.THRESHOLD, threshold_hr=threshold, max_hr=maximum)
            _assert_sound(made)
            assert made.edges[-1] == max(maximum, made.edges[-2] + 1)


@given(st.integers(0, 60), st.lists(st.floats(1, 25), min_size=1, max_size=7))
def test_custom_zones_are_sound_for_every_rising_set_of_edges(
    start: int, widths: list[float]
) -> None:
    edges = [float(start)]
    for width in widths:
        edges.append(edges[-1] + width)
    rising = all(high - low >= 1 for low, high in pairwise(edges))  # not after rounding
    if rising:
        athlete = replace(ANNA, zone_edges=tuple(edges))
        check_athlete(athlete)
        made = zones_for(athlete, TODAY)
        assert made is not None
        assert made.model is ZoneModel.CUSTOM
        _assert_sound(made)


@given(st.floats(60, 220), st.floats(1, 60), st.sampled_from(list(MODELS)))
def test_zones_of_fractional_inputs_are_sound_too(
    base: float, more: float, model: ZoneModel
) -> None:
    inputs = {"threshold_hr": base, "max_hr": base + more + 40, "resting_hr": base / 2}
    _assert_sound(zones_from(model, inputs))


def test_custom_zones_beyond_the_fifth_are_parts_of_zone_5() -> None:
    seven = zones_from(ZoneModel.CUSTOM, {f"edge_{n}": 90.0 + 10 * n for n in range(1, 9)})
    assert seven.labels == ("1", "2", "3", "4", "5a", "5b", "5c")
    assert seven.band(5) == Band(140, 170)
    assert [seven.number_at(bpm) for bpm in (99, 100, 135, 145, 165, 200)] == [0, 1, 4, 5, 5, 5]


def test_a_custom_model_with_three_zones_answers_higher_ones_with_its_last() -> None:
    three = zones_from(
        ZoneModel.CUSTOM, {"edge_1": 100, "edge_2": 130, "edge_3": 150, "edge_4": 180}
    )
    assert three.labels == ("1", "2", "3")
    assert three.band(3) == three.band(4) == three.band(5) == Band(150, 180)


def test_zone_1_of_the_threshold_model_has_a_band_one_can_hold() -> None:
    assert zones(ZoneModel.THRESHOLD).band(1) == Band(119.0, 144.5)
    assert zones(ZoneModel.THRESHOLD).label_at(50) == "1"


def test_zone_5_of_the_threshold_model_spans_its_three_parts() -> None:
    assert zones(ZoneModel.THRESHOLD, threshold_hr=170, max_hr=190).band(5) == Band(170, 190)
    assert zones(ZoneModel.THRESHOLD).band(5) == Band(170, 188.7)


@pytest.mark.parametrize("zone", [0, 6, -1])
def test_a_zone_that_does_not_exist_is_an_error_of_the_caller(zone: int) -> None:
    with pytest.raises(ValueError, match="no zone"):
        zones(ZoneModel.RESERVE).band(zone)


def test_labels_hold_below_the_first_edge_and_above_the_top() -> None:
    made = zones(ZoneModel.RESERVE)
    assert (made.label_at(119.9), made.number_at(119.9)) == ("0", 0)
    assert (made.label_at(230), made.number_at(230)) == ("5", 5)


# --- which model, for whom -------------------------------------------------------------------

EVERYTHING = replace(
    ANNA,
    zone_edges=(100, 120, 140, 160, 180, 200),
    threshold_hr=170,
    threshold_on=TODAY - timedelta(days=90),
    max_hr=190,
    resting_hr=50,
    birth_year=1985,
)


def model_of(athlete: Athlete) -> tuple[ZoneModel, bool] | None:
    made = zones_for(athlete, TODAY)
    return None if made is None else (made.model, made.estimated)


def test_the_best_known_model_is_taken_in_the_stated_order() -> None:
    athlete = EVERYTHING
    assert model_of(athlete) == (ZoneModel.CUSTOM, False)
    athlete = replace(athlete, zone_edges=None)
    assert model_of(athlete) == (ZoneModel.THRESHOLD, False)
    athlete = replace(athlete, threshold_on=TODAY - timedelta(days=91))
    assert model_of(athlete) == (ZoneModel.RESERVE, False)
    athlete = replace(athlete, resting_hr=None)
    assert model_of(athlete) == (ZoneModel.PERCENT_MAX, False)
    athlete = replace(athlete, max_hr=None)
    assert model_of(athlete) == (ZoneModel.THRESHOLD, False)
    athlete = replace(athlete, threshold_hr=None, resting_hr=50)
    assert model_of(athlete) == (ZoneModel.RESERVE, True)
    athlete = replace(athlete, resting_hr=None)
    assert model_of(athlete) == (ZoneModel.PERCENT_MAX, True)
    assert model_of(replace(athlete, birth_year=None)) is None


def test_a_threshold_without_a_date_counts_as_fresh() -> None:
    undated = replace(EVERYTHING, zone_edges=None, threshold_on=None)
    assert model_of(undated) == (ZoneModel.THRESHOLD, False)


def test_a_threshold_dated_ahead_of_an_unset_clock_counts_as_fresh() -> None:
    ahead = replace(EVERYTHING, zone_edges=None, threshold_on=TODAY + timedelta(days=300))
    assert model_of(ahead) == (ZoneModel.THRESHOLD, False)


def test_zones_can_be_made_again_from_what_a_session_stores() -> None:
    for athlete in (
        EVERYTHING,
        replace(EVERYTHING, zone_edges=None),
        replace(EVERYTHING, zone_edges=None, threshold_hr=None),
        replace(ANNA, birth_year=1985),
    ):
        made = zones_for(athlete, TODAY)
        assert made is not None
        assert zones_from(ZoneModel(str(made.model)), dict(made.inputs)) == made


def test_the_inputs_of_an_estimate_name_the_age() -> None:
    made = zones_for(replace(ANNA, birth_year=1985), TODAY)
    assert made is not None
    assert made.inputs == {"max_hr": 180.0, "age": 40.0}
    assert made.edges == (90, 108, 126, 144, 162, 180)


def test_a_clock_that_was_never_set_gives_no_nonsense_estimate() -> None:
    athlete = replace(ANNA, birth_year=1985)
    assert zones_for(athlete, date(1970, 1, 1)) is None
    assert ceiling_for(athlete, date(1970, 1, 1)) is None


# --- ceiling ----------------------------------------------------------------------------------


def test_the_ceiling_is_the_coachs_else_a_share_of_the_max() -> None:
    assert ceiling_for(EVERYTHING, TODAY) == 180.5
    assert ceiling_for(replace(EVERYTHING, max_hr=None), TODAY) == pytest.approx(167.4)
    assert ceiling_for(replace(EVERYTHING, ceiling_hr=172), TODAY) == 172
    assert ceiling_for(replace(ANNA, threshold_hr=170), TODAY) is None


def test_a_band_is_clipped_three_below_the_ceiling() -> None:
    assert clip(Band(162, 170), 180.5) == Band(162, 170)
    assert clip(Band(162, 176), 172) == Band(162, 169)
    assert clip(Band(162, 170), 173) == Band(162, 170)


def test_a_band_above_the_ceiling_moves_down_instead_of_vanishing() -> None:
    assert clip(Band(162, 170), 168) == Band(159, 165)
    assert clip(Band(171, 190), 160) == Band(151, 157)
    assert clip(Band(171, 175), 160) == Band(153, 157)


@given(st.floats(60, 220), st.floats(1, 60), st.floats(60, 230))
def test_a_clipped_band_is_never_empty_nor_near_the_ceiling(
    low: float, width: float, ceiling: float
) -> None:
    band = Band(low, low + width)
    clipped = clip(band, ceiling)
    assert clipped.high <= max(ceiling - 3, clipped.low)
    assert clipped.high - clipped.low >= min(width, 6) - 1e-9
    assert clipped.low <= band.low
    assert clip(clipped, ceiling) == clipped


# --- the roster's values ---------------------------------------------------------------------


def test_a_sound_athlete_passes() -> None:
    check_athlete(ANNA)
    check_athlete(EVERYTHING)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"max_hr": 99}, "maximum heart rate of Anna cannot be 99; enter a value from 100 to 230"),
        ({"max_hr": nan}, "cannot be nan"),
        ({"max_hr": inf}, "cannot be inf"),
        ({"resting_hr": 24}, "from 25 to 120"),
        ({"threshold_hr": 221}, "from 60 to 220"),
        ({"ceiling_hr": 231}, "from 60 to 230"),
        ({"birth_year": 85}, "from 1900 to 2100"),
        ({"resting_hr": 110, "threshold_hr": 110}, "must lie below the threshold"),
        ({"max_hr": 170, "threshold_hr": 170}, "threshold heart rate of Anna .170. must lie below"),
        ({"max_hr": 110, "resting_hr": 115}, "must lie below the maximum"),
        ({"zone_edges": (100,)}, "have 1 edges; enter 2 to 8"),
        ({"zone_edges": tuple(range(90, 180, 10))}, "have 9 edges"),
        ({"zone_edges": (100, 120, 120)}, "120 follows 120"),
        ({"zone_edges": (100, 120, 110)}, "110 follows 120"),
        ({"zone_edges": (100, 120.0, 120.5)}, "at least 1 bpm"),
        ({"zone_edges": (100, nan)}, "zone edge of Anna cannot be nan"),
        ({"zone_edges": (100, 260)}, "zone edge of Anna cannot be 260"),
    ],
)
def test_values_that_cannot_be_one_persons_are_refused_in_a_sentence(
    change: dict[str, float], message: str
) -> None:
    with pytest.raises(RosterError, match=message) as caught:
        check_athlete(replace(ANNA, **change))
    assert str(caught.value).endswith(".")
