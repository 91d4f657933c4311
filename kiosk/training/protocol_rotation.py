"""Lays a rotation class out as steps: lead-in, the change, every lane filled, cool-down."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import cycle

from kiosk.training.plan import Lane, Ramp, Rotation, Step
from kiosk.training.protocol_format import RotationTable
from kiosk.words import text

SHORTEST_S = 10
"""Nobody gets anywhere in less: a rest of a block as short as this lengthens the step before it."""
CHANGE_NAME = text("Change places")
_CHANGE_CUES = (
    text("Step off, drink, walk to your next place"),
    text("Set up there and wait for the start"),
)


def lay_out(
    table: RotationTable, blocks: int, around: Sequence[Step], laps: Sequence[Sequence[Step]]
) -> tuple[tuple[Step, ...], Rotation]:
    """All the steps of a rotation class, and which of them are what.

    `around` are the steps before and after the rotation, `laps` each lane's steps as written.
    """
    lead_in = sum(step.kind != "cool-down" for step in around)
    change = Step(CHANGE_NAME, "recovery", duration_s=table.change, rpe=(1, 2), cues=_CHANGE_CUES)
    steps = [*around[:lead_in], change]
    lanes: list[Lane] = []
    for lane, lap in zip(table.lanes, laps, strict=True):
        placed = [replace(step, station_kind=lane.station_kind) for step in lap]
        filled = fill(placed, table.block)
        lanes.append(Lane(lane.name, lane.station_kind, len(steps), len(filled)))
        steps += filled
    steps += around[lead_in:]
    return tuple(steps), Rotation(table.block, blocks, lead_in, lead_in, tuple(lanes))


def fill(lap: Sequence[Step], block_s: int) -> list[Step]:
    """The lap again and again until the block is full to the second; the last step is cut.

    Steps that end by repetitions get the time that these take at their tempo. Steps of no repeat
    of their own count the laps instead.
    """
    lap = [replace(step, duration_s=step.planned_s) for step in lap]
    turns = -(-block_s // lap_s(lap))
    filled: list[Step] = []
    left_s = block_s
    following = cycle([*lap[1:], lap[0]])
    for number, (step, after) in enumerate(zip(cycle(lap), following, strict=False)):
        seconds = min(step.planned_s or 1, left_s)
        left_s -= seconds
        if left_s < min(SHORTEST_S, after.planned_s or 1):
            seconds, left_s = seconds + left_s, 0
        if step.rounds == 1:
            step = replace(step, round=number // len(lap) + 1, rounds=turns)  # noqa: PLW2901
        filled.append(_lasting(step, seconds))
        if left_s == 0:
            return filled
    return filled


def lap_s(lap: Sequence[Step]) -> int:
    """Seconds of a lane's steps done once."""
    return sum(step.planned_s or 1 for step in lap)


def _lasting(step: Step, seconds: int) -> Step:
    """The step's beginning, if it is to be shorter: its ramps get only so far."""
    share = min(1.0, seconds / (step.duration_s or seconds))
    return replace(
        step,
        duration_s=seconds,
        grade_percent=_part_of(step.grade_percent, share),
        speed_kmh=_part_of(step.speed_kmh, share),
        reps=None if step.reps is None else max(1, int(step.reps * share)),
    )


def _part_of(ramp: Ramp | None, share: float) -> Ramp | None:
    return None if ramp is None else Ramp(ramp.start, ramp.at(share))
