"""What a step of a workout says of itself in the editor: length, target, effort, grade, speed."""

from collections.abc import Sequence
from typing import cast

from kiosk.training.plan import Category
from screens import protocols_fields as fields
from screens import units, wording
from screens.protocols_draft import Node
from screens.tongue import said, tr


def length_words(node: Node) -> str:
    """ "5 min", "15–20 min", "400 m", "8 ×", "till the button"."""
    end, values = fields.end_of(node), fields.lengths(node)
    if end == "duration":
        return joined([_span(one) for one in values])
    if end == "distance":
        return joined([units.distance(one) for one in values])
    if end == "until":
        return tr("till the button")
    if end == "until_heart_rate":
        return tr("till the heart is there")
    return f"{joined([str(one) for one in fields.numbers(node, 'reps')])}{wording.THIN}×"


def target_words(node: Node) -> str:
    """The heart-rate target; empty without one."""
    zone, part = fields.zone_of(node)
    if zone:
        words = "" if part == "full" else f" {part_words(part)}"
        return tr("Z{zone}", zone=zone) + words
    target = cast("dict[str, list[float] | float]", node.keys.get("heart_rate", {}))
    if "percent_max" in target:
        low, high = cast("list[float]", target["percent_max"])
        return tr("{range} % of max", range=f"{low:g}{wording.DASH}{high:g}")
    if "low" in target:
        return tr("{band} bpm", band=f"{target['low']:g}{wording.DASH}{target['high']:g}")
    return ""


def effort_words(node: Node) -> str:
    efforts = [str(int(one)) for one in fields.numbers(node, "rpe")]
    return tr("Effort {range}", range=joined(efforts)) if efforts else ""


def grade_words(node: Node) -> str:
    values = fields.numbers(node, "grade_percent")
    between = "→" if fields.is_ramp(node, "grade_percent") else "…"
    shown = [wording.percent(one, 0 if float(one).is_integer() else 1) for one in values]
    return between.join(shown) + wording.THIN + "%" if shown else ""


def speed_words(node: Node) -> str:
    values = fields.numbers(node, "speed_kmh")
    between = "→" if fields.is_ramp(node, "speed_kmh") else wording.DASH
    shown = [units.speed_number(one) for one in values]
    if shown:
        return between.join(shown) + wording.THIN + units.speed_unit()
    return (
        tr("marathon pace")
        if "marathon_pace" in node.keys
        else said(str(node.keys.get("pace", "")))
    )


def times_words(node: Node) -> str:
    values = fields.numbers(node, "repeat")
    return joined([str(int(one)) for one in values]) + "×"


def kind_words(kind: str) -> str:
    return {
        "warm-up": tr("Warm-up"),
        "work": tr("Work"),
        "recovery": tr("Recovery"),
        "cool-down": tr("Cool-down"),
    }[kind]


def part_words(part: str) -> str:
    return {
        "full": tr("whole"),
        "low": tr("low part"),
        "mid": tr("middle"),
        "high": tr("high part"),
    }[part]


def machine_words(machine: str) -> str:
    return {
        "treadmill": tr("treadmill"),
        "stair": tr("stair machine"),
        "circuit": tr("on the floor"),
        "any": tr("treadmill or stairs"),
    }[machine]


def sort_words(sort: str) -> str:
    words: dict[Category, str] = {
        "step-up": tr("Step-up"),
        "hike": tr("Hikes"),
        "repeats": tr("Hills"),
        "downhill": tr("Downhill"),
        "crusher": tr("Quad crusher"),
        "strength": tr("Strength"),
        "test": tr("Tests"),
        "free": tr("Free"),
        "class": tr("Class"),
        "": tr("Other"),
    }
    return words[cast("Category", sort)]


def _span(seconds: float) -> str:
    uneven = seconds > 60 and seconds % 60
    return (wording.clock_span if uneven else wording.rough_span)(seconds)


def joined(values: Sequence[str]) -> str:
    return wording.DASH.join(values)
