"""Lets simulated athletes run the step-up by our cues: `python -m tests.coach.simulation`.

Overshoot of a step: by how much the control heart rate was above the band's upper edge at its
highest, from the step's first second to its last; 0 if it never was. Time in band: of the seconds
from t ≥ E + min(60, D/10) on, the share whose reading, as the strap says it, lies in [low, high).
Cues: nudges to a step; announcements are not counted. Over all bodies and work steps.
"""

import os
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from statistics import fmean, quantiles

from kiosk.training.bands import band_for
from kiosk.training.coach import Coach, Second, Stand
from kiosk.training.cues import NUDGES, Cue, CueCode
from kiosk.training.guidance import ease_in_s
from kiosk.training.plan import Plan, Step
from kiosk.training.protocol_plan import plan
from kiosk.training.protocols import load_protocol
from kiosk.training.zones import Band, ceiling_for, zones_for
from tests.coach.bodies import TODAY, Body, Runner, make_body

BODIES = 200
PROTOCOL = Path(__file__).parents[2] / "config" / "protocols" / "step-up-80.toml"
GUESS = 0.10


@dataclass
class StepResult:
    """What one body's work step came to."""

    name: str
    overshoot_bpm: float = 0.0
    in_band: int = 0
    judged: int = 0
    cues: Counter[CueCode] = field(default_factory=Counter[CueCode])

    def score(self, band: Band, coach: Coach, bpm: int, step_s: int, length_s: int) -> None:
        """Takes a second in."""
        over = 0.0 if coach.control is None else coach.control - band.high
        self.overshoot_bpm = max(self.overshoot_bpm, over)
        if step_s >= ease_in_s(length_s) + min(60, length_s / 10):
            self.judged += 1
            self.in_band += band.low <= bpm < band.high


def step_up() -> Plan:
    return plan(load_protocol(PROTOCOL))


class Run:
    """One body's way through the whole session; `results` of its work steps, and all that was
    `said`.
    """

    def __init__(self, number: int, plan: Plan, *, unlike: bool, has_pod: bool = False) -> None:
        self.random = Random(f"{unlike} {number}")
        session_s = sum(step.duration_s or 0 for step in plan.steps)
        self.body = make_body(self.random, number, unlike=unlike, session_s=session_s)
        self.runner = Runner(self.random, 0.3 if unlike else 0.0, has_foot_pod=has_pod)
        athlete, self.ceiling = self.body.athlete, ceiling_for(self.body.athlete, TODAY)
        self.zones = zones_for(athlete, TODAY)
        self.coach = Coach(athlete, self.zones, self.ceiling, TODAY)
        self.coach.begin_session(self.ceiling)
        self.results: list[StepResult] = []
        self.said: list[Cue] = []
        self.elapsed_s = 0
        for step, following in zip(plan.steps, (*plan.steps[1:], None), strict=True):
            self._run(step, following)

    def _run(self, step: Step, following: Step | None) -> None:
        length_s = step.duration_s or 0
        self.runner.choose(_start_kmh(self.body, step, self.runner, self.random))
        self.coach.begin_step(step)
        band = band_for(step, self.body.athlete, self.zones, self.ceiling, TODAY)
        result = StepResult(step.name)
        for step_s in range(length_s):
            left_s = length_s - step_s - 1
            bpm, cues = self._second(Stand(step, step_s, self.elapsed_s, left_s, following))
            result.cues.update(cue.code for cue in cues)
            if band is not None:
                result.score(band, self.coach, bpm, step_s, length_s)
        if step.kind == "work":
            self.results.append(result)

    def _second(self, stand: Stand) -> tuple[int, tuple[Cue, ...]]:
        self.runner.act(self.elapsed_s)
        speed_kmh = self.runner.speed_kmh
        bpm = self.body.beat(speed_kmh)
        self.coach.hear(Second(bpm=bpm, speed_kmh=speed_kmh, cadence_spm=self.runner.cadence_spm))
        cues, _ = self.coach.follow(stand)
        for cue in cues:
            self.runner.hear(cue, self.elapsed_s)
        self.said += cues
        self.elapsed_s += 1
        return bpm, cues


def _start_kmh(body: Body, step: Step, runner: Runner, random: Random) -> float:
    """What they set the belt to as a step begins.

    Warm-up and cool-down at about half of their reserve. A work step at the speed they have, which
    is what held them in the band before, changed by what they guess: anywhere within ±10 %.
    """
    if step.kind != "work":
        return body.speed_for(body.resting_hr + 0.5 * (body.max_hr - body.resting_hr))
    return runner.speed_kmh * random.uniform(1 - GUESS, 1 + GUESS)


def population(bodies: int, *, unlike: bool, has_foot_pod: bool = False) -> list[Run]:
    """So many bodies, the same ones every time."""
    protocol = step_up()
    return [Run(number, protocol, unlike=unlike, has_pod=has_foot_pod) for number in range(bodies)]


@dataclass(frozen=True, slots=True)
class Summary:
    """Of many steps."""

    mean_overshoot_bpm: float
    p90_overshoot_bpm: float
    time_in_band: float
    cues: float
    """Nudges per step."""


def summary(results: Sequence[StepResult]) -> Summary:
    over = [result.overshoot_bpm for result in results]
    return Summary(
        fmean(over),
        quantiles(over, n=10)[-1],
        sum(result.in_band for result in results) / sum(result.judged for result in results),
        fmean(sum(result.cues[code] for code in NUDGES) for result in results),
    )


def table(runs: Sequence[Run]) -> str:
    """One line a step, then all of them."""
    lines = [f"{'step':22} {'overshoot':>10} {'90th pct.':>10} {'in band':>8} {'cues':>5}"]
    steps = list(zip(*(run.results for run in runs), strict=True))
    parts = [(step[0].name, step) for step in steps]
    everything = [result for step in steps for result in step]
    for name, part in [*parts, ("all", everything)]:
        made = summary(part)
        lines.append(
            f"{name:22} {made.mean_overshoot_bpm:6.2f} bpm {made.p90_overshoot_bpm:6.2f} bpm "
            f"{made.time_in_band:8.1%} {made.cues:5.1f}"
        )
    return "\n".join(lines)


def main() -> None:
    bodies = int(os.environ.get("PROVE_BODIES", str(BODIES)))
    out = sys.stdout.write
    out(f"{bodies} bodies as the lag model has them\n{table(population(bodies, unlike=False))}\n\n")
    out(f"{bodies} bodies unlike it\n{table(population(bodies, unlike=True))}\n\n")
    runs = population(bodies, unlike=False, has_foot_pod=True)
    out(f"{bodies} bodies as the model has them, guided by turnover\n{table(runs)}\n")


if __name__ == "__main__":
    main()
