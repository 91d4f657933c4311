"""Training load, by the worked examples."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.training.load import (
    banister,
    banister_of,
    banister_rate,
    edwards,
    edwards_of,
    max_hr_of,
    reserve_share,
    resting_hr_of,
    session_rpe,
)
from kiosk.training.zones import ZoneModel, zones_from
from tests.unit.recorded import ANN, facts_of, plan_of, rows_of, work


def test_edwards() -> None:
    assert edwards([10, 20, 30, 15, 5]) == 225


def test_banister() -> None:
    assert f"{banister(30, 155, 50, 190, 'm'):.2f}" == "60.78"
    assert f"{banister(30, 155, 50, 190, 'f'):.2f}" == "67.71"


def test_of_two_people_the_one_with_fewer_beats_may_work_harder() -> None:
    assert f"{100 * reserve_share(150, 50, 190):.1f}" == "71.4"
    assert f"{100 * reserve_share(140, 60, 170):.1f}" == "72.7"


def test_session_rpe() -> None:
    assert session_rpe(7, 80) == 560


def test_the_reserve_is_kept_between_rest_and_max() -> None:
    assert banister_rate(40, 50, 190, "m") == 0
    assert banister_rate(200, 50, 190, "f") == banister_rate(190, 50, 190, "f")
    with pytest.raises(ValueError, match="above the resting"):
        banister_rate(150, 190, 190, "m")


def test_recorded_seconds_come_to_the_same_as_minutes_at_one_heart_rate() -> None:
    plan = plan_of(work(1800))
    rows = rows_of(plan, {"bpm": 155})
    assert banister_of(rows, 50, 190, "m") == pytest.approx(banister(30, 155, 50, 190, "m"))
    assert edwards_of(rows, 190) == pytest.approx(30 * 4)


def test_doubtful_seconds_weigh_nothing() -> None:
    plan = plan_of(work(60))
    good = rows_of(plan, {"bpm": 150})
    odd = rows_of(plan, {"bpm": 150, "flags": [0] * 30 + [1] * 30})
    assert banister_of(odd, 50, 190, "m") == pytest.approx(
        banister_of(good, 50, 190, "m") * (29 + 5) / 60
    )
    assert edwards_of([], 190) == banister_of([], 50, 190, "m") == 0


def test_edwards_goes_by_percent_of_max_whatever_model_guides() -> None:
    zones = zones_from(ZoneModel.THRESHOLD, {"threshold_hr": 170, "max_hr": 188})
    facts = facts_of(plan_of(work(60)), zones=zones)
    assert max_hr_of(facts) == (188, False)
    assert resting_hr_of(facts) == 50


def test_an_unknown_maximum_is_estimated_and_said_to_be() -> None:
    young = replace(ANN, max_hr=None, resting_hr=None)
    facts = facts_of(plan_of(work(60)), young)
    assert max_hr_of(facts) == (180, True)
    assert max_hr_of(replace(facts, zones=None)) == (180, True)
    assert resting_hr_of(facts) is None
    nobody = replace(ANN, max_hr=None, birth_year=None)
    assert max_hr_of(facts_of(plan_of(work(60)), nobody)) is None


@given(st.lists(st.one_of(st.none(), st.integers(0, 255)), min_size=1, max_size=120))
def test_a_harder_heart_never_weighs_less(bpms: list[int | None]) -> None:
    plan = plan_of(work(len(bpms)))
    higher = [None if bpm is None else min(230, bpm + 5) for bpm in bpms]
    known = [bpm if bpm is None or 30 <= bpm <= 225 else None for bpm in bpms]
    higher = [None if bpm is None else bpm + 5 for bpm in known]
    rows, more = rows_of(plan, {"bpm": known}), rows_of(plan, {"bpm": higher})
    assert banister_of(more, 50, 190, "f") >= banister_of(rows, 50, 190, "f")
    assert edwards_of(more, 190) >= edwards_of(rows, 190)
