"""Simulated athletes through the step-up, guided by nothing but our cues.

PROVE_BODIES says how many of each kind (default 16); two hundred are the proof, and
`python -m tests.coach.simulation` prints the table.
"""

import os

import pytest

from kiosk.training.cues import NUDGES, CueCode
from kiosk.training.physiology import vo2_run as cost_of_running
from tests.coach import simulation
from tests.coach.bodies import DELAY_S, TODAY, vo2_run
from tests.coach.simulation import Run
from tests.unit.coach_rig import keep_their_distance

BODIES = int(os.environ.get("PROVE_BODIES", "16"))


@pytest.fixture(scope="module")
def runs() -> list[Run]:
    return simulation.population(BODIES, unlike=False)


@pytest.fixture(scope="module")
def odd_runs() -> list[Run]:
    return simulation.population(BODIES, unlike=True)


def test_bodies_as_the_model_has_them_are_held_in_their_bands(runs: list[Run]) -> None:
    made = simulation.summary([result for run in runs for result in run.results])
    assert made.mean_overshoot_bpm <= 2.0
    assert made.time_in_band >= 0.90
    assert made.cues <= 10


def test_bodies_unlike_the_model_are_held_too(odd_runs: list[Run]) -> None:
    made = simulation.summary([result for run in odd_runs for result in run.results])
    assert made.mean_overshoot_bpm <= 2.0
    assert made.time_in_band >= 0.85
    assert made.cues <= 10


def test_nobody_in_the_simulation_is_nudged_sooner_than_the_spacing(
    runs: list[Run], odd_runs: list[Run]
) -> None:
    for run in (*runs, *odd_runs):
        assert any(cue.code in NUDGES for cue in run.said)
        assert keep_their_distance(run.said)


def test_every_work_step_and_the_cool_down_were_announced(runs: list[Run]) -> None:
    for run in runs:
        for code in (CueCode.NEXT_60, CueCode.NEXT_10, CueCode.NEXT_0):
            assert sum(cue.code is code for cue in run.said) == 4


def test_turnover_guides_as_well_as_speed_does() -> None:
    runs = simulation.population(max(4, BODIES // 4), unlike=False, has_foot_pod=True)
    made = simulation.summary([result for run in runs for result in run.results])
    assert any(result.cues[CueCode.TURNOVER] for run in runs for result in run.results)
    assert made.mean_overshoot_bpm <= 2.0
    assert made.time_in_band >= 0.85


def test_the_simulation_is_the_same_every_time() -> None:
    plan = simulation.step_up()
    once, again = (Run(3, plan, unlike=True) for _ in range(2))
    assert once.said == again.said
    assert once.results == again.results


def test_a_body_answers_late_and_settles_where_its_work_puts_it() -> None:
    body = simulation.make_body(simulation.Random(1), 1, unlike=False, session_s=10_000)
    body.noise_sd_bpm, body.drift = 0.0, 0.0
    speed_kmh = body.speed_for(140)
    assert vo2_run(speed_kmh) == pytest.approx(cost_of_running(speed_kmh))
    for _ in range(int(8 * body.tau_s) + DELAY_S):
        body.beat(speed_kmh)
    assert body.hr == pytest.approx(140, abs=0.5)
    before = body.hr
    for _ in range(DELAY_S):
        body.beat(speed_kmh + 1)
    assert body.hr == pytest.approx(before, abs=0.1)
    for _ in range(round(body.tau_s)):
        body.beat(speed_kmh + 1)
    reached = (body.hr - before) / (body.settled_hr(vo2_run(speed_kmh + 1)) - before)
    assert reached == pytest.approx(0.632, abs=0.02)
    assert simulation.zones_for(body.athlete, TODAY) is not None
