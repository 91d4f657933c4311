"""What no single table of a protocol file can tell: whether its parts fit together."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kiosk.toml_lines import Path as KeyPath
from kiosk.training.plan import rep_s
from kiosk.training.protocol_format import (
    Entry,
    LaneTable,
    Protocol,
    RepeatTable,
    RotationTable,
    StepTable,
)
from kiosk.training.units import parse_duration, quoted
from kiosk.words import text

MAX_DEPTH = 3
MAX_STEPS = 1000
MAXIMAL_TESTS = frozenset({"lthr-30", "cpat-stair", "bruce", "balke"})
"""All out by what they are: a file that forgot to say so would slip past the lock."""


class Fault(NamedTuple):
    """Where something cannot be, and the problem with its mend."""

    path: KeyPath
    problem: str


def faults_of(protocol: Protocol) -> Iterator[Fault]:
    """Everything that keeps a protocol from being run, the gravest first."""
    yield from _depth(protocol.steps, (), MAX_DEPTH)
    rotation = protocol.rotation
    count = _most_steps(protocol.steps)
    if rotation is not None:
        for index, lane in enumerate(rotation.lanes):
            yield from _depth(lane.steps, ("rotation", "lanes", index), MAX_DEPTH)
        count += 1 + sum(rotation.block // _shortest_s(lane) + 1 for lane in rotation.lanes)
    if count > MAX_STEPS:
        yield Fault(
            (),
            text(
                "with all repeats it has {count} steps; shorten it to {max_steps} at most",
                count=count,
                max_steps=MAX_STEPS,
            ),
        )
    yield from _labels(protocol)
    if rotation is not None:
        yield from _around(protocol.steps)
        yield from _rotation(rotation)


def _labels(protocol: Protocol) -> Iterator[Fault]:
    if protocol.beginner == protocol.id:
        yield Fault(
            ("beginner",),
            text(
                "a protocol is not its own version for beginners; name another id or leave "
                "this key out"
            ),
        )
    elif protocol.beginner is not None and protocol.level == "beginner":
        yield Fault(
            ("beginner",),
            text("it is for beginners itself; take out either level or beginner"),
        )
    if protocol.maximal and protocol.level == "beginner":
        yield Fault(
            ("maximal",),
            text("all out is nothing for beginners; take out either of them"),
        )
    if protocol.test is not None and protocol.category != "test":
        yield Fault(
            ("test",),
            text('a fitness test belongs to its category; add category = "test"'),
        )
    if protocol.test in MAXIMAL_TESTS and not protocol.maximal:
        yield Fault(
            ("test",),
            text("this test is all out; add maximal = true, so that it is locked"),
        )


def _around(entries: Sequence[Entry]) -> Iterator[Fault]:
    """Of a rotation's own steps: warm-ups, then cool-downs, nothing else."""
    cooling = False
    for index, entry in enumerate(entries):
        path: KeyPath = ("steps", index)
        kinds = {step.kind for _, step in _leaves([entry], ())}
        if not kinds <= {"warm-up", "cool-down"}:
            yield Fault(
                path,
                text(
                    "beside a rotation only warm-up and cool-down steps can stand; move the "
                    "work into a lane, under [[rotation.lanes.steps]]"
                ),
            )
        elif len(kinds) > 1 or (cooling and "warm-up" in kinds):
            yield Fault(path, text("a warm-up comes after a cool-down; put the warm-ups first"))
        cooling = cooling or "cool-down" in kinds


def _rotation(rotation: RotationTable) -> Iterator[Fault]:
    if rotation.block < rotation.change:
        yield Fault(
            ("rotation", "block"),
            text(
                "a block of {block} s is shorter than the change of {change} s; lengthen block "
                "or shorten change",
                block=rotation.block,
                change=rotation.change,
            ),
        )
    names: set[str] = set()
    for index, lane in enumerate(rotation.lanes):
        path: KeyPath = ("rotation", "lanes", index)
        if lane.name.casefold() in names:
            yield Fault(
                (*path, "name"),
                text(
                    "there is a lane {lane} already; give this one another name",
                    lane=quoted(lane.name),
                ),
            )
        names.add(lane.name.casefold())
        for where, step in _leaves(lane.steps, path):
            yield from _lane_step(lane, where, step)
        if (seconds := _longest_s(lane.steps)) > rotation.block:
            yield Fault(
                (*path, "steps"),
                text(
                    "its steps take up to {seconds} s, longer than the block of {block} s; "
                    "shorten them or lengthen block",
                    seconds=seconds,
                    block=rotation.block,
                ),
            )


def _lane_step(lane: LaneTable, path: KeyPath, step: StepTable) -> Iterator[Fault]:
    if step.kind not in ("work", "recovery"):
        yield Fault(
            (*path, "kind"),
            text("a lane has work and recovery only; put warm-up and cool-down under [[steps]]"),
        )
    if step.duration is None and (step.reps is None or step.distance or _waits(step)):
        yield Fault(
            path,
            text(
                "everybody changes places at the same time, so a lane's step needs a time of "
                "its own; end it by duration or by reps"
            ),
        )
    if step.station_kind not in (None, lane.station_kind):
        yield Fault(
            (*path, "station_kind"),
            text(
                'it must be "{station_kind}" as its lane says; correct one of them',
                station_kind=lane.station_kind,
            ),
        )


def _waits(step: StepTable) -> bool:
    return step.until is not None or step.until_heart_rate is not None


def _leaves(entries: Sequence[Entry], above: KeyPath) -> Iterator[tuple[KeyPath, StepTable]]:
    for index, entry in enumerate(entries):
        path: KeyPath = (*above, "steps", index)
        if isinstance(entry, RepeatTable):
            yield from _leaves(entry.steps, path)
        else:
            yield path, entry


def _depth(entries: Sequence[Entry], above: KeyPath, levels: int) -> Iterator[Fault]:
    for index, entry in enumerate(entries):
        if isinstance(entry, RepeatTable):
            path: KeyPath = (*above, "steps", index)
            if levels == 0:
                problem = text(
                    "repeats are nested more than {max_depth} deep; unroll one of them",
                    max_depth=MAX_DEPTH,
                )
                yield Fault(path, problem)
            else:
                yield from _depth(entry.steps, path, levels - 1)


def _most_steps(entries: Sequence[Entry]) -> int:
    return sum(
        entry.repeat[-1] * _most_steps(entry.steps) if isinstance(entry, RepeatTable) else 1
        for entry in entries
    )


def _shortest_s(lane: LaneTable) -> int:
    return min(_seconds(step, 0) for _, step in _leaves(lane.steps, ()))


def _longest_s(entries: Sequence[Entry]) -> int:
    return sum(
        entry.repeat[-1] * _longest_s(entry.steps)
        if isinstance(entry, RepeatTable)
        else _seconds(entry, -1)
        for entry in entries
    )


def _seconds(step: StepTable, end: int) -> int:
    """Of a lane's step, at the lower (0) or upper (-1) end of its range."""
    if step.duration is not None:
        return parse_duration(step.duration[end])
    return max(1, round(step.reps[end] * rep_s(step.tempo))) if step.reps is not None else 1
