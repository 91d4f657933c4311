"""What of a step can be changed by touch: its kind, length, zone, effort, grade and speed."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Final, cast

from kiosk.training.protocol_format import ENDS
from kiosk.training.units import MAX_DISTANCE_M, MAX_DURATION_S, parse_distance, parse_duration
from screens.protocols_draft import CannotBe, Draft, Node, Path, node_at, with_node
from screens.tongue import tr

Keys = dict[str, object]


class Field(StrEnum):
    """One tile of the editor."""

    NAME = "name"
    KIND = "kind"
    LENGTH = "length"
    ZONE = "zone"
    EFFORT = "effort"
    GRADE = "grade"
    SPEED = "speed"
    TIMES = "times"
    MACHINE = "machine"
    SORT = "sort"


OF_WORKOUT: Final = (Field.NAME, Field.MACHINE, Field.SORT)
OF_REPEAT: Final = (Field.TIMES,)
OF_STEP: Final = (
    Field.LENGTH, Field.ZONE, Field.EFFORT, Field.GRADE, Field.SPEED, Field.KIND, Field.NAME,
)  # fmt: skip
"""What is changed most comes first."""
SHORTEST_S: Final = 5
SLOWEST_KMH, FASTEST_KMH = 0.5, 30.0
STEEPEST_DOWN, STEEPEST_UP = -20.0, 40.0
MOST_TURNS: Final = 100
MOST_NAME: Final = 60
KINDS: Final = ("warm-up", "work", "recovery", "cool-down")
PARTS: Final = ("full", "low", "mid", "high")
MACHINES: Final = ("treadmill", "stair", "circuit", "any")
SORTS: Final = (
    "step-up",
    "hike",
    "repeats",
    "downhill",
    "crusher",
    "strength",
    "class",
    "free",
    "",
)
"""Tests are not made here."""
_NAMES: Final = {
    "warm-up": "Warm-up", "work": "Work", "recovery": "Recovery", "cool-down": "Cool-down",
}  # fmt: skip
"""What a step is called until somebody names it."""
_EFFORTS: Final = {1: (2, 3), 2: (4, 5), 3: (6, 7), 4: (8, 9), 5: (9, 10)}
"""Of 10, by zone: as in the step-up workouts."""
_BEGUN_WITH: Final = ((5, 6), (2, 3), (1, 2))
"""Efforts that new steps have before they have a zone."""


def fields_at(draft: Draft, path: Path) -> tuple[Field, ...]:
    if not path:
        return OF_WORKOUT
    return OF_REPEAT if node_at(draft, path).is_repeat else OF_STEP


# -- reading ---------------------------------------------------------------------------------------


def end_of(node: Node) -> str:
    """Which key ends the step."""
    return next((key for key in ENDS if key in node.keys), "reps")


def lengths(node: Node) -> tuple[float, ...]:
    """Seconds or metres of a step that ends by time or distance: one, or both ends of a range."""
    end = end_of(node)
    parse = {"duration": parse_duration, "distance": parse_distance}.get(end)
    return () if parse is None else tuple(parse(str(one)) for one in _several(node.keys[end]))


def numbers(node: Node, key: str) -> tuple[float, ...]:
    """Of a number, a range or a ramp; empty where there is none."""
    value = node.keys.get(key)
    if value is None:
        value = _ramp(node).get(key)
    return () if value is None else tuple(cast("list[float]", _several(value)))


def is_ramp(node: Node, key: str) -> bool:
    return key in _ramp(node)


def zone_of(node: Node) -> tuple[int, str]:
    """Zone and part of it; (0, "") without, or where the target is no zone."""
    target = cast("Mapping[str, object]", node.keys.get("heart_rate", {}))
    zone = cast("int", target.get("zone", 0))
    return (zone, str(target.get("part", "full"))) if zone else (0, "")


def _several(value: object) -> list[object]:
    return cast("list[object]", value) if isinstance(value, list) else [value]


def _ramp(node: Node) -> Keys:
    return cast("Keys", node.keys.get("ramp", {}))


# -- changing --------------------------------------------------------------------------------------


def with_name(draft: Draft, path: Path, name: str) -> tuple[Draft, Path]:
    name = " ".join(name.split())
    if not name:
        raise CannotBe(tr("A name is needed."))
    return _set(draft, path, {"name": name})


def with_machine(draft: Draft, path: Path, machine: str) -> tuple[Draft, Path]:
    return replace(draft, head={**draft.head, "modality": machine}), path


def with_sort(draft: Draft, path: Path, sort: str) -> tuple[Draft, Path]:
    head = {key: value for key, value in draft.head.items() if key != "category"}
    return replace(draft, head={**head, "category": sort} if sort else head), path


def with_kind(draft: Draft, path: Path, kind: str) -> tuple[Draft, Path]:
    """A step that nobody has named is called after its kind."""
    node = node_at(draft, path)
    named = str(node.keys["name"])
    if named == _NAMES[str(node.keys["kind"])]:
        named = _NAMES[kind]
    return _set(draft, path, {"name": named, "kind": kind})


def with_end(draft: Draft, path: Path, end: str) -> tuple[Draft, Path]:
    """Ends by time, distance or button; the same again changes nothing."""
    node = node_at(draft, path)
    if end_of(node) == end:
        return draft, path
    usual = {"duration": "5 min", "distance": "400 m", "until": "button"}
    keys = {key: value for key, value in node.keys.items() if key not in ENDS}
    return with_node(draft, path, replace(node, keys={**keys, end: usual[end]})), path


def nudge_length(draft: Draft, path: Path, by: float) -> tuple[Draft, Path]:
    """Seconds or metres longer or shorter; of a range both ends."""
    node = node_at(draft, path)
    end, now = end_of(node), lengths(node)
    if not now:
        raise CannotBe(tr("It has no length: touch “Time” or “Distance” first."))
    if end == "duration":
        moved = _shifted(now, by, SHORTEST_S, MAX_DURATION_S)
        values = [_duration(round(one)) for one in moved]
    else:
        moved = _shifted(now, by, 10, MAX_DISTANCE_M)
        values = [f"{round(one, 2):.9g} m" for one in moved]
    return _set(draft, path, {end: values if len(values) > 1 else values[0]})


def with_zone(draft: Draft, path: Path, zone: int) -> tuple[Draft, Path]:
    """0 takes the target away, of whatever kind."""
    node = node_at(draft, path)
    if not zone:
        return _without(draft, path, "heart_rate")
    if min(numbers(node, "grade_percent"), default=0) < 0:
        raise CannotBe(tr("Downhill there is no heart-rate target: choose an effort."))
    part = zone_of(node)[1]
    target = {"zone": zone, **({"part": part} if part else {})}
    follows = zone in _EFFORTS and _follows_the_zone(node)
    effort = {"rpe": list(_EFFORTS[zone])} if follows else {}
    return _set(draft, path, {"heart_rate": target, **effort})


def _follows_the_zone(node: Node) -> bool:
    """Whether the effort is the zone's own, or a new step's: nobody has set another."""
    if node.is_effort_own:
        return False
    now, zone = numbers(node, "rpe"), zone_of(node)[0]
    return now == _EFFORTS.get(zone) if zone else now in (*_BEGUN_WITH, *_EFFORTS.values())


def with_part(draft: Draft, path: Path, part: str) -> tuple[Draft, Path]:
    zone = zone_of(node_at(draft, path))[0]
    if not zone:
        raise CannotBe(tr("Choose a zone first."))
    return _set(draft, path, {"heart_rate": {"zone": zone, "part": part}})


def nudge_effort(draft: Draft, path: Path, by: int) -> tuple[Draft, Path]:
    """Of a range both ends; the first touch begins in the middle."""
    now = numbers(node_at(draft, path), "rpe")
    moved = _shifted(now, by, 1, 10) if now else (5,)
    made, path = _set(draft, path, {"rpe": _one_or_two(tuple(round(one) for one in moved))})
    return _with_own_effort(made, path), path


def _with_own_effort(draft: Draft, path: Path) -> Draft:
    return with_node(draft, path, replace(node_at(draft, path), is_effort_own=True))


def nudge_grade(draft: Draft, path: Path, by: float) -> tuple[Draft, Path]:
    """Percent, negative downhill; of a range or a ramp both ends."""
    node = node_at(draft, path)
    now = numbers(node, "grade_percent") or (0.0,)
    moved = _shifted(now, by, STEEPEST_DOWN, STEEPEST_UP)
    ramps = is_ramp(node, "grade_percent")
    if min(moved) < 0 and "heart_rate" in node.keys:
        raise CannotBe(tr("Downhill there is no heart-rate target: touch “No zone” first."))
    if min(moved) < 0 < max(moved) and not ramps:
        raise CannotBe(tr("A range of grades cannot go from down to up: make two steps of it."))
    if len(moved) == 2 and not ramps:
        moved = tuple(sorted(moved, key=abs))
    return _set_number(draft, path, "grade_percent", moved)


def nudge_speed(draft: Draft, path: Path, by: float) -> tuple[Draft, Path]:
    """km/h; of a range or a ramp both ends; the first touch begins at a walk."""
    node = node_at(draft, path)
    if "marathon_pace" in node.keys:
        raise CannotBe(tr("It goes by everybody’s marathon pace: touch “No speed” first."))
    now = numbers(node, "speed_kmh")
    moved = _shifted(now, by, SLOWEST_KMH, FASTEST_KMH) if now else (5.0,)
    return _set_number(draft, path, "speed_kmh", moved)


def clear(draft: Draft, path: Path, field: Field) -> tuple[Draft, Path]:
    """Takes the effort, grade or speed away."""
    keys = {
        Field.EFFORT: ("rpe",),
        Field.GRADE: ("grade_percent",),
        Field.SPEED: ("speed_kmh", "marathon_pace", "pace"),
    }[field]
    made, path = _without(draft, path, *keys)
    return (_with_own_effort(made, path) if field is Field.EFFORT else made), path


def nudge_times(draft: Draft, path: Path, by: int) -> tuple[Draft, Path]:
    now = tuple(cast("list[int]", _several(node_at(draft, path).keys["repeat"])))
    moved = tuple(round(one) for one in _shifted(now, by, 1, MOST_TURNS))
    return _set(draft, path, {"repeat": _one_or_two(moved)})


# -- inside ----------------------------------------------------------------------------------------


def _shifted(now: tuple[float, ...], by: float, low: float, high: float) -> tuple[float, ...]:
    """All by as much, and no further than to the limits."""
    most = max(0.0, high - max(now)) if by > 0 else min(0.0, low - min(now))
    by = min(by, most) if by > 0 else max(by, most)
    if not by:
        raise CannotBe(tr("That is as far as it goes."))
    return tuple(round(one + by, 6) for one in now)


def _duration(seconds: int) -> str:
    return f"{seconds // 60} min" if seconds % 60 == 0 else f"{seconds} s"


def _one_or_two(values: tuple[float, ...]) -> object:
    whole = [int(one) if float(one).is_integer() else one for one in values]
    return whole if len(whole) > 1 else whole[0]


def _set_number(
    draft: Draft, path: Path, key: str, values: tuple[float, ...]
) -> tuple[Draft, Path]:
    node = node_at(draft, path)
    if is_ramp(node, key):
        return _set(draft, path, {"ramp": {**_ramp(node), key: list(values)}})
    return _set(draft, path, {key: _one_or_two(values)})


def _set(draft: Draft, path: Path, keys: Mapping[str, object]) -> tuple[Draft, Path]:
    if not path:
        return replace(draft, head={**draft.head, **keys}), path
    node = node_at(draft, path)
    return with_node(draft, path, replace(node, keys={**node.keys, **keys})), path


def _without(draft: Draft, path: Path, *gone: str) -> tuple[Draft, Path]:
    """Without these, in the step and in its ramp."""
    node = node_at(draft, path)
    keys = {key: value for key, value in node.keys.items() if key not in gone}
    ramp = {key: value for key, value in _ramp(node).items() if key not in gone}
    if "ramp" in keys:
        keys["ramp"] = ramp
    if not ramp:
        keys.pop("ramp", None)
    return with_node(draft, path, replace(node, keys=keys)), path
