"""What a workout's sheet shows and where, left to right as fractions of its width; no painting."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from kiosk.training.plan import (
    HeartRateGate,
    Lane,
    PercentTarget,
    Plan,
    Ramp,
    RangeTarget,
    Step,
    ZoneTarget,
)
from kiosk.training.protocol_plan import Choice
from kiosk.training.repeats import Node, Repeated, folded, unfolded
from screens import units, wording
from screens.coached import either
from screens.outline import length, side, steps_a_minute
from screens.timeline import GUESSED_S, default_path, level_of
from screens.tongue import said, tr
from screens.units import short
from screens.workouts import machine

UP, DOWN, LEVEL = "↗", "↘", "→"
ROTATION_SHARE = 0.62
"""Of the width: lanes are looked at most, and last only one block of many."""
_NO_BREAK = "\N{NO-BREAK SPACE}"
_SHORT = 26


@dataclass(frozen=True, slots=True)
class Slot:
    """One step's place."""

    step: Step
    number: int
    """Of its line in the legend, from 1."""
    begin: float
    end: float


@dataclass(frozen=True, slots=True)
class Row:
    """Steps one after the other; the lanes of a rotation are rows above each other."""

    title: str
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Bracket:
    """Marks what is repeated."""

    begin: float
    end: float
    height: int
    """1 for the innermost."""
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the legend."""

    number: int
    title: str
    details: str
    level: int


@dataclass(frozen=True, slots=True)
class Sheet:
    title: str
    subtitle: str
    length: str
    main: Row
    lanes: tuple[Row, ...]
    brackets: tuple[Bracket, ...]
    lines: tuple[Line, ...]
    choices: str
    total_s: int | None
    """What the whole width stands for; None where it is no even scale of time."""


def sheet_of(plan: Plan, offered: Sequence[Choice] = ()) -> Sheet:
    """Everything on the sheet of a plan; `offered` are the ranges that it was chosen from."""
    numbers = _numbered(plan.steps)
    way = [plan.steps[index] for index in default_path(plan)]
    known = [step.planned_s for step in way if step.planned_s is not None]
    is_open = len(known) < len(way)
    main, lanes, brackets = _rotation(plan, numbers) or _straight(plan, numbers)
    return Sheet(
        said(plan.name),
        _subtitle(plan),
        f"{wording.rough_span(sum(known))}{' +' if is_open else ''}" if known else tr("open end"),
        main,
        lanes,
        brackets,
        tuple(
            Line(number, said(step.name), details(step), level_of(step))
            for step, number in numbers.values()
        ),
        " · ".join(_choices(offered)),
        None if is_open or plan.rotation is not None else sum(known),
    )


# -- where ---------------------------------------------------------------------------------------


Numbers = dict[tuple[str, str, int], tuple[Step, int]]


def _key(step: Step) -> tuple[str, str, int]:
    return step.name, details(step), level_of(step)


def _numbered(steps: Sequence[Step]) -> Numbers:
    """Each kind of step once, in the order of the plan."""
    numbers: Numbers = {}
    for step in steps:
        numbers.setdefault(_key(step), (step, len(numbers) + 1))
    return numbers


def _straight(plan: Plan, numbers: Numbers) -> tuple[Row, tuple[Row, ...], tuple[Bracket, ...]]:
    slots = _slots(plan.steps, numbers, 0.0, 1.0)
    brackets = tuple(_brackets(folded(plan.steps), slots, 0))
    return Row("", slots), (), brackets


def _rotation(
    plan: Plan, numbers: Numbers
) -> tuple[Row, tuple[Row, ...], tuple[Bracket, ...]] | None:
    """The lanes above each other between what everybody does; one block stands for all."""
    turn = plan.rotation
    if turn is None:
        return None
    before, change = plan.steps[: turn.lead_in], plan.steps[turn.change]
    after = plan.steps[turn.lead_out :]
    outside_s = sum(_spans([*before, change, *after])) or 1.0
    shares = [
        sum(_spans(part)) / outside_s * (1 - ROTATION_SHARE) for part in (before, [change], after)
    ]
    begin, end = shares[0] + shares[1], 1.0 - shares[2]
    main = Row(
        "",
        (
            *_slots(before, numbers, 0.0, shares[0]),
            *_slots([change], numbers, shares[0], begin),
            *_slots(after, numbers, end, 1.0),
        ),
    )
    lanes = tuple(
        Row(
            _lane_title(lane),
            _slots(plan.steps[lane.first : lane.first + lane.count], numbers, begin, end),
        )
        for lane in turn.lanes
    )
    text = tr(
        "{count} × {span}, each in another lane",
        count=turn.blocks,
        span=wording.rough_span(turn.block_s),
    )
    return main, lanes, (Bracket(shares[0], end, 1, text),)


def _lane_title(lane: Lane) -> str:
    kind, name = _machine(lane), said(lane.name)
    return name if name.lower() == kind.lower() else f"{name} · {kind}"


def _machine(lane: Lane) -> str:
    match lane.station_kind:
        case "treadmill":
            return tr("treadmill")
        case "stair":
            return tr("stair machine")
        case "floor":
            return tr("floor")


def _slots(steps: Sequence[Step], numbers: Numbers, begin: float, end: float) -> tuple[Slot, ...]:
    spans = _spans(steps)
    whole = sum(spans) or 1.0
    slots: list[Slot] = []
    at = begin
    for step, span in zip(steps, spans, strict=True):
        after = at + span / whole * (end - begin)
        slots.append(Slot(step, numbers[_key(step)][1], at, after))
        at = after
    return tuple(slots)


def _spans(steps: Sequence[Step]) -> list[float]:
    known = [float(step.planned_s) for step in steps if step.planned_s is not None]
    guess = median(known) if known else GUESSED_S
    return [guess if step.planned_s is None else float(step.planned_s) for step in steps]


def _brackets(nodes: Sequence[Node], slots: Sequence[Slot], at: int) -> Iterator[Bracket]:
    for node in nodes:
        count = len(unfolded([node]))
        if isinstance(node, Repeated):
            text = f"{node.times} ×"
            yield Bracket(slots[at].begin, slots[at + count - 1].end, _depth(node), text)
            turn = count // node.times
            for first in range(at, at + count, turn):
                yield from _brackets(node.body, slots, first)
        at += count


def _depth(node: Node) -> int:
    return 0 if isinstance(node, Step) else 1 + max(map(_depth, node.body))


# -- in words ------------------------------------------------------------------------------------


def _subtitle(plan: Plan) -> str:
    parts = [machine(plan)]
    if plan.level == "beginner":
        parts.append(tr("for beginners"))
    if plan.level == "advanced":
        parts.append(tr("advanced"))
    if plan.test is not None:
        parts.append(tr("fitness test"))
    if plan.maximal:
        parts.append(tr("all out: only with a clearance and a coach"))
    if plan.rotation is not None:
        parts.append(tr("rotation of {count} lanes", count=len(plan.rotation.lanes)))
    return " · ".join(part for part in parts if part)


def details(step: Step) -> str:
    """Everything a step asks for: "4 min · zone 3 · Effort 5–7 · ↗ 10 % · 4.8 km/h"."""
    speed = "" if step.speed_kmh is None else _speed(step.speed_kmh)
    parts = (
        span(step),
        target(step),
        wording.effort(step),
        "" if step.grade_percent is None else grade(step.grade_percent),
        speed or units.asked_pace(step),
        "" if step.cadence_spm is None else steps_a_minute(step.cadence_spm),
        tr("{count} times", count=step.reps) if step.reps and step.duration_s else "",
        units.weight(step.load_kg).replace(units.THIN, " ") if step.load_kg else "",
        side(step),
        tr("tempo {tempo}", tempo=step.tempo) if step.tempo else "",
    )
    return " · ".join(_kept(part) for part in parts if part)


def span(step: Step) -> str:
    """How long it is, or what ends it."""
    if planned := length(step):
        return planned
    if step.gate is not None:
        return _gate(step.gate)
    return tr("{count} times", count=step.reps) if step.reps else tr("until the button")


def target(step: Step) -> str:
    """The heart rate asked for, or nothing."""
    match step.target:
        case ZoneTarget(zone, part):
            return _zone(zone, part)
        case RangeTarget(low, high):
            return tr("{range} bpm", range=_range(low, high))
        case PercentTarget(low, high):
            return tr("{range} % of max", range=_range(low, high))
        case None:
            return ""


def _zone(zone: int, part: str) -> str:
    match part:
        case "low":
            return tr("low zone {zone}", zone=zone)
        case "mid":
            return tr("mid zone {zone}", zone=zone)
        case "high":
            return tr("high zone {zone}", zone=zone)
        case _:
            return tr("zone {zone}", zone=zone)


def grade(ramp: Ramp) -> str:
    """With an arrow that goes the way the belt does: "↗ 15 %", "↘ −5 %"."""
    if ramp.start == ramp.end:
        arrow = UP if ramp.end > 0 else DOWN if ramp.end < 0 else LEVEL
    else:
        arrow = UP if ramp.start + ramp.end > 0 else DOWN
    return f"{arrow} {_ramp(ramp, 0)} %"


def _gate(gate: HeartRateGate) -> str:
    ends: list[str] = []
    if gate.below_percent_max:
        ends.append(tr("below {percent} % of max", percent=short(gate.below_percent_max)))
    if gate.below_bpm:
        ends.append(tr("below {bpm} bpm", bpm=short(gate.below_bpm)))
    if gate.above_bpm:
        ends.append(tr("above {bpm} bpm", bpm=short(gate.above_bpm)))
    if gate.fall_bpm:
        ends.append(tr("{bpm} bpm down", bpm=short(gate.fall_bpm)))
    waits = _range(gate.at_least_s, gate.at_most_s)
    until = either(ends) if ends else ""
    return tr("until {ways}, {range} s", ways=until, range=waits).replace(" s", f"{_NO_BREAK}s")


def _speed(ramp: Ramp) -> str:
    shown = Ramp(units.from_kmh(ramp.start), units.from_kmh(ramp.end))
    return f"{_ramp(shown, 1)} {units.speed_unit()}"


def _ramp(ramp: Ramp, decimals: int) -> str:
    ends = [_value(value, decimals) for value in (ramp.start, ramp.end)]
    return ends[0] if ramp.start == ramp.end else tr("{low} to {high}", low=ends[0], high=ends[1])


def _value(value: float, decimals: int) -> str:
    is_whole = abs(value - round(value)) < 0.05
    return wording.percent(value, 0 if is_whole else max(1, decimals))


def _range(low: float, high: float) -> str:
    return short(low) if low == high else f"{short(low)}{wording.DASH}{short(high)}"


def _choices(offered: Sequence[Choice]) -> Iterator[str]:
    """What may be chosen at the start, step by step."""
    found: dict[str, dict[str, None]] = {}
    for choice in offered:
        what = choice.key.rpartition(".")[2]
        of = said(choice.step or "")
        of = of or (tr("blocks") if what == "blocks" else tr("repeats"))
        found.setdefault(of, {})[_kept(_offered(what, choice))] = None
    for of, ends in found.items():
        yield f"{of} {', '.join(ends)}"


def _offered(what: str, choice: Choice) -> str:
    """From where to where, "6 to 8.5 km/h"; distances in the file's own words."""
    low, high = choice.low, choice.high
    unit = ""
    match what:
        case "grade_percent":
            unit = " %"
        case "speed_kmh":
            low, high = (units.speed_number(float(end)) for end in (low, high))
            unit = f" {units.speed_unit()}"
        case "load_kg":
            low, high = (units.weight_number(float(end)) for end in (low, high))
            unit = f" {units.weight_unit()}"
        case "reps":
            times = tr("times")
            unit = f" {times}"
        case _:
            pass
    return tr("{low} to {high}", low=low, high=high).replace("-", wording.MINUS) + unit


def _kept(part: str) -> str:
    """Short parts stay on one line."""
    return part.replace(" ", _NO_BREAK) if len(part) <= _SHORT else part
