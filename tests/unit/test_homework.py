"""Hill homework: metres down against another way of counting, matching by date, and the score."""

import csv
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.training import altitude
from kiosk.training.activity import Activity, Point, seconds
from kiosk.training.homework import (
    Given,
    downhills,
    homework_measures,
    is_whole,
    nearest,
    wanted_grade,
)
from kiosk.training.measure import Measure
from kiosk.training.plan import Plan, Ramp, Step
from kiosk.training.protocol_plan import plan as plan_made_of
from kiosk.training.protocols import load_protocol
from tests.unit.outside import CRUSHER, START_S, hill

SESSIONS = Path(__file__).parents[3] / "shared" / "data" / "sessions"
FILES = sorted(path.name for path in SESSIONS.glob("*.csv"))
CONFIG = Path(__file__).parents[2] / "config" / "protocols"
DAY = date(2026, 1, 5)
Values = npt.NDArray[np.float64]


def plan_of(name: str) -> Plan:
    return plan_made_of(load_protocol(CONFIG / f"{name}.toml"))


CRUSHER_PLAN = plan_of("quad-crusher")


def done(points: list[Point]) -> Activity:
    return Activity("fit", START_S * 1000, tuple(points))


def measured(
    points: list[Point], plan: Plan = CRUSHER_PLAN, ceiling: float | None = 176.0
) -> dict[str, Measure]:
    return {one.key: one for one in homework_measures(plan, done(points), ceiling)}


# -- altitude ------------------------------------------------------------------------------------


def _pruned(values: Values) -> tuple[float, float]:
    """Up and down by another way: turning points, the smallest way between two taken out again and
    again until none is below TURN_M.
    """
    turns = [values[0], *(v for v in values[1:-1]), values[-1]]
    while len(turns) > 1:
        kept = [turns[0]]
        for index in range(1, len(turns) - 1):  # only where it turns
            if (turns[index] - kept[-1]) * (turns[index + 1] - turns[index]) < 0:
                kept.append(turns[index])
        turns = [*kept, turns[-1]]
        ways = np.abs(np.diff(turns))
        least = int(np.argmin(ways))
        if ways[least] >= altitude.TURN_M:
            break
        if least == 0:
            del turns[0]
        elif least == len(ways) - 1:
            del turns[-1]
        else:
            del turns[least : least + 2]
    ways = np.diff(turns)
    return float(ways[ways > 0].sum()), float(-ways[ways < 0].sum())


@pytest.mark.skipif(not FILES, reason="no recordings beside the repository")
@pytest.mark.parametrize("name", FILES)
def test_metres_down_of_real_recordings_are_those_of_another_computation(name: str) -> None:
    with (SESSIONS / name).open() as file:
        lines = [line for line in csv.DictReader(file) if line["alt_m"]]
    if not lines:
        pytest.skip("without altitude")
    points = [Point(float(line["t_s"]), altitude_m=float(line["alt_m"])) for line in lines]
    start = points[0].at_s
    points = [replace(point, at_s=point.at_s - start) for point in points]
    rows = seconds(Activity("fit", 0, tuple(points)))
    heights = [row.altitude_m for row in rows]
    ours = altitude.climbed_and_descended(altitude.smoothed(heights))
    assert ours is not None
    known = np.array([np.nan if h is None else h for h in heights])
    half = altitude.SMOOTH_S // 2
    wide = np.pad(known, half, constant_values=np.nan)
    smooth = np.nanmean(
        np.lib.stride_tricks.sliding_window_view(wide, 2 * half + 1)[~np.isnan(known)], axis=1
    )
    theirs = _pruned(smooth)
    assert ours == pytest.approx(theirs, abs=2 * altitude.TURN_M)
    raw = -np.diff(known[~np.isnan(known)])
    assert ours[1] <= raw[raw > 0].sum() + 1e-9
    assert ours[0] - ours[1] == pytest.approx(smooth[-1] - smooth[0], abs=2 * altitude.TURN_M)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.floats(-30, 30), min_size=2, max_size=60))
def test_any_way_up_and_down_is_counted_alike_but_for_its_two_ends(heights: list[float]) -> None:
    ours = altitude.climbed_and_descended(heights)
    assert ours is not None
    assert ours == pytest.approx(_pruned(np.array(heights)), abs=2 * altitude.TURN_M)


def test_noise_climbs_nothing_and_hills_keep_their_height() -> None:
    rng = np.random.default_rng(8)
    standing = [500 + float(noise) for noise in rng.normal(0, 0.6, 3600)]
    assert altitude.climbed_and_descended(altitude.smoothed(standing)) == (0.0, 0.0)
    waves = [500 + 20 * float(np.cos(second / 120)) for second in range(3771)]
    noisy = [
        height + float(noise) for height, noise in zip(waves, rng.normal(0, 1.0, 3771), strict=True)
    ]
    up, down = altitude.climbed_and_descended(altitude.smoothed(noisy)) or (0, 0)
    assert (up, down) == pytest.approx((200, 200), abs=6)
    assert altitude.climbed_and_descended([None, None]) is None


# -- which homework ------------------------------------------------------------------------------


def test_the_homework_given_last_before_the_day_is_meant_and_two_of_one_day_are_asked_about() -> (
    None
):
    given = [
        Given(number, DAY - timedelta(days), CRUSHER_PLAN)
        for number, days in enumerate((20, 9, 3, 3, -1))
    ]
    assert [one.id for one in nearest(given, DAY)] == [2, 3]
    assert [one.id for one in nearest(given[:2], DAY)] == [1]
    assert nearest(given[:1], DAY) == []
    assert [one.id for one in nearest(given[:1], DAY - timedelta(6))] == [0]


# -- the score -----------------------------------------------------------------------------------


def test_a_crusher_done_on_a_real_hill_gets_all_its_measures() -> None:
    assert wanted_grade(CRUSHER_PLAN) == (-5.0, -5.0)
    assert {step.name for step in downhills(CRUSHER_PLAN)} == {"Downhill"}
    found = measured(hill(*CRUSHER))
    assert found["descent_m"].value == pytest.approx(6 * 420 * 0.06, abs=5)
    assert found["ascent_m"].value == pytest.approx(6 * 420 * 0.06, abs=5)
    assert found["on_grade_min"].value == pytest.approx(12, abs=0.8)
    assert found["homework_cadence"].value == 100
    assert found["over_ceiling_s"].value == 0
    assert found["homework_done"].value == 100
    assert is_whole([*found.values()])
    for one in found.values():
        assert one.note.endswith(".")
        assert one.unit


def test_half_of_it_too_steep_and_too_slow_is_told() -> None:
    legs = (CRUSHER[0], *[(120, -12.0, 3.35), (240, 12.0, 1.67)] * 3)
    found = measured(hill(*legs, spm=160, bpm=180))
    assert found["homework_done"].value == pytest.approx(50, abs=3)
    assert (found["on_grade_min"].value or 0) < 1
    assert found["homework_cadence"].value == 0
    assert found["over_ceiling_s"].value == len(hill(*legs))
    assert not is_whole([*found.values()])


def test_what_the_file_lacks_is_missing_with_what_to_do() -> None:
    bare = [Point(point.at_s) for point in hill(*CRUSHER)]
    for one in measured(bare, ceiling=None).values():
        assert one.value is None
        assert ":" in one.missing
    assert not is_whole([*measured(bare).values()])
    high = [Point(point.at_s, altitude_m=point.altitude_m) for point in hill(*CRUSHER)]
    found = measured(high)
    assert found["descent_m"].value == pytest.approx(151, abs=5)
    assert "distance" in found["homework_done"].missing
    flat = measured(hill((900, 0.0, 3.0)))
    assert flat["homework_done"].value == 0
    assert "as steeply" in flat["homework_cadence"].missing


def test_a_timed_downhill_is_counted_in_seconds() -> None:
    down = Step("Down", "work", duration_s=60, grade_percent=Ramp(-4, -4))
    plan = Plan("x", "X", "treadmill", (down, down), "downhill")
    found = measured(hill((60, 0.0, 3.0), (60, -4.0, 3.0), (60, 0.0, 3.0)), plan)
    assert found["homework_done"].value == pytest.approx(50, abs=8)
    assert "asks for no cadence" in found["homework_cadence"].missing
