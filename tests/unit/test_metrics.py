"""The measurements, by their worked examples."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.training.metrics import spans, time_in_zone
from kiosk.training.zones import ZoneModel, zones_from

THRESHOLD_170 = zones_from(ZoneModel.THRESHOLD, {"threshold_hr": 170})


def test_the_worked_example_of_time_in_zone() -> None:
    readings = [(0, 150), (1, 152), (2, 153), (3, 161), (4, 162), (16, 163), (17, 170), (18, 170)]
    spent = time_in_zone(readings, THRESHOLD_170)
    known = {label: s for label, s in spent.seconds.items() if s}
    assert known == {"2": 2, "3": 2, "4": 6, "5a": 1}
    assert spent.unknown_s == 7


def test_seconds_without_a_reading_are_unknown_after_five() -> None:
    readings = [(0.0, 150.0), *((float(t), None) for t in range(1, 30))]
    spent = time_in_zone(readings, THRESHOLD_170, end_s=30)
    assert spent.seconds["2"] == 5
    assert spent.unknown_s == 25


def test_nothing_heard_is_nothing_known() -> None:
    assert sum(time_in_zone([(0, None)], THRESHOLD_170, end_s=10).seconds.values()) == 0


@given(st.lists(st.one_of(st.none(), st.integers(30, 230)), max_size=200))
def test_known_and_unknown_seconds_make_up_the_time_from_the_first_reading(
    bpms: list[int | None],
) -> None:
    readings = [(float(t), None if bpm is None else float(bpm)) for t, bpm in enumerate(bpms)]
    spent = time_in_zone(readings, THRESHOLD_170, end_s=float(len(bpms)))
    first = next((t for t, bpm in readings if bpm is not None), float(len(bpms)))
    assert sum(spent.seconds.values()) + spent.unknown_s == pytest.approx(len(bpms) - first)


@given(st.lists(st.tuples(st.integers(1, 20), st.integers(30, 230)), max_size=100))
def test_zones_and_unknown_make_up_the_time_whatever_the_gaps(
    gaps: list[tuple[int, int]],
) -> None:
    t, readings = 0, [(0.0, 100.0)]
    for gap_s, bpm in gaps:
        t += gap_s
        readings.append((float(t), float(bpm)))
    spent = time_in_zone(readings, THRESHOLD_170)
    assert sum(spent.seconds.values()) + spent.unknown_s == pytest.approx(t)
    assert sum(spent.seconds.values()) == sum(min(gap_s, 5) for gap_s, _ in gaps)
    assert [held for _, _, held in spans(readings)][:-1] == [min(gap_s, 5) for gap_s, _ in gaps]
