"""Hiking economy: the worked examples, and which minutes count."""

from dataclasses import replace
from typing import Any

import pytest

from kiosk.training.economy import (
    STANDARD_VO2,
    beats_per_metre,
    climb_economy,
    standard_by_line,
    standard_by_point,
    standard_of,
    windows_of,
)
from kiosk.training.facts import Facts, Row
from kiosk.training.past import Window
from kiosk.training.physiology import vertical_m_per_h, vo2_walk
from tests.unit.recorded import MPH, ON, facts_of, plan_of, rows_of, work

PLAN = plan_of(work(900), category="hike")
FACTS = facts_of(PLAN, session_id=7)
HIKES = ((3.2, 141.0), (3.5, 150.0), (3.8, 160.0))


def _hike(n: int = 300, mph: float | list[float] = 3.8, bpm: Any = 150, **fields: Any) -> list[Row]:
    speed = [v * MPH for v in mph] if isinstance(mph, list) else mph * MPH
    part: dict[str, Any] = {
        "n": n,
        "speed_kmh": speed,
        "bpm": bpm,
        "grade_percent": 15.0,
        "speed_source": "typed",
    }
    return rows_of(PLAN, {**part, **fields})


def test_beats_per_vertical_metre() -> None:
    before = beats_per_metre(160, vertical_m_per_h(3.8 * MPH, 15))
    after = beats_per_metre(145, vertical_m_per_h(4.0 * MPH, 15))
    assert (f"{before:.3f}", f"{after:.3f}") == ("10.582", "9.111")
    assert f"{(after / before - 1) * 100:.1f}" == "-13.9"
    with pytest.raises(ValueError, match="climb"):
        beats_per_metre(150, 0)


def test_the_standard_from_three_windows() -> None:
    result = standard_by_line([(vo2_walk(v * MPH, 15), bpm) for v, bpm in HIKES])
    assert f"{STANDARD_VO2:.3f}" == "43.197"
    assert result is not None
    assert (f"{result.slope:.3f}", f"{result.bpm:.2f}") == ("3.191", "166.17")
    assert result.points == 3


def test_the_standard_from_one_window() -> None:
    result = standard_by_point(vo2_walk(3.8 * MPH, 15), 160, 190, 50, 50)
    assert (f"{result.slope:.3f}", f"{result.bpm:.2f}") == ("3.011", "165.98")
    for top, rest, vo2max in ((50, 50, 50), (190, 50, 3.5)):
        with pytest.raises(ValueError, match="no line"):
            standard_by_point(40, 160, top, rest, vo2max)


def test_no_line_through_one_speed_or_falling_hearts() -> None:
    assert standard_by_line([(40.0, 150.0)] * 3) is None
    assert standard_by_line([(38.0, 160.0), (40.0, 150.0), (42.0, 140.0)]) is None
    assert standard_by_line([]) is None


def test_few_windows_fall_back_on_the_athletes_own_line() -> None:
    window = Window(7, ON, 15, 3.8 * MPH, 160)
    single = standard_of([window], 190, 50, 50)
    assert single is not None
    assert f"{single.bpm:.2f}" == "165.98"
    assert standard_of([window], 190, 50, None) is None
    assert standard_of([window], 190, 190, 50) is None
    assert standard_of([], 190, 50, 50) is None
    lined = standard_of([Window(7, ON, 15, v * MPH, bpm) for v, bpm in HIKES], None, None, None)
    assert lined is not None
    assert f"{lined.bpm:.2f}" == "166.17"
    assert climb_economy([window]) == pytest.approx(10.582, abs=1e-3)
    assert climb_economy([]) is None


def test_a_steady_stretch_gives_its_last_minute() -> None:
    rows = _hike(bpm=[140] * 240 + [150] * 60)
    (window,) = windows_of(FACTS, rows)
    assert (window.session_id, window.on, window.grade_percent) == (7, ON, 15.0)
    assert window.speed_kmh == pytest.approx(3.8 * MPH)
    assert window.heart_rate_bpm == 150


def test_a_nudge_of_a_tenth_of_a_mile_begins_a_new_stretch() -> None:
    rows = _hike(n=600, mph=[3.8] * 300 + [3.9] * 300, bpm=[150] * 300 + [155] * 300)
    first, second = windows_of(FACTS, rows)
    assert (first.speed_kmh, second.speed_kmh) == pytest.approx((3.8 * MPH, 3.9 * MPH), rel=0.003)
    assert second.heart_rate_bpm == 155


def test_a_sensors_noise_does_not() -> None:
    noise = [0.06 * (-1) ** n for n in range(300)]
    rows = _hike(mph=[3.8 + d for d in noise], grade_percent=[15 + 5 * d for d in noise])
    assert len(windows_of(FACTS, rows)) == 1


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"n": 239}, "too short"),
        ({"bpm": [144, 156] * 150}, "heart rate not steady"),
        ({"flags": [0] * 260 + [1] + [0] * 39}, "a suspect second"),
        ({"bpm": [150] * 250 + [None] * 50}, "heart rate missing"),
        ({"grade_percent": 9.0}, "no hike"),
        ({"grade_percent": None}, "grade unknown"),
        ({"mph": 4.6}, "running"),
        ({"speed_source": "prescribed"}, "speed not measured"),
        ({"flags": 8}, "off the belt"),
    ],
)
def test_what_makes_no_window(change: dict[str, Any], why: str) -> None:
    assert len(windows_of(FACTS, _hike())) == 1
    assert windows_of(FACTS, _hike(**change)) == (), why


@pytest.mark.parametrize(("rails", "count"), [(0, 1), (1, 0), (2, 0)])
def test_a_hand_on_the_rails_excludes_the_window(rails: float, count: int) -> None:
    assert len(windows_of(replace(FACTS, answers={"rails": rails}), _hike())) == count


def test_a_hike_with_a_vest_is_not_compared_with_others() -> None:
    laden = facts_of(plan_of(work(900, load_kg=10.0), category="hike"))
    assert windows_of(laden, _hike()) == ()


def test_a_pause_begins_anew() -> None:
    rows = [r if r.elapsed_s < 200 else replace(r, utc_ms=r.utc_ms + 60_000) for r in _hike(400)]
    assert windows_of(FACTS, rows) == ()
    facts: Facts = FACTS
    assert len(windows_of(facts, _hike(400))) == 1
