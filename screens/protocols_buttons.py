"""The buttons of the editor's open tile: what they are called, and what each of them does."""

from dataclasses import dataclass
from functools import partial
from typing import Final

from screens import protocols_draft as drafts
from screens import protocols_fields as fields
from screens import units, wording
from screens.protocols_draft import Change, Draft, Node, Path
from screens.protocols_fields import Field
from screens.protocols_words import kind_words, machine_words, part_words, sort_words
from screens.tongue import number, tr

_ALL_SECONDS: Final = (-300, -60, -10, 10, 60, 300)
_METRES: Final = (-500, -100, -50, 50, 100, 500)
_MILES: Final = (-0.5, -0.1, -0.05, 0.05, 0.1, 0.5)
_GRADES: Final = (-5, -1, -0.5, 0.5, 1, 5)
_SPEEDS: Final = (-1, -0.5, -0.1, 0.1, 0.5, 1)

Entry = tuple[str, str, bool]
"""Key, label, chosen."""


@dataclass(frozen=True, slots=True)
class EditButton:
    """The roles of one button below the tiles."""

    key: str = ""
    title: str = ""
    line: int = 0
    begin: float = 0.0
    """Where it begins, and how wide it is, as fractions of the line."""
    share: float = 1.0
    chosen: bool = False


def edit_buttons(draft: Draft, path: Path, field: Field) -> list[EditButton]:
    lines = _workout_lines(draft, field) if not path else _lines(drafts.node_at(draft, path), field)
    return [
        EditButton(key, label, line, place / len(entries), 1 / len(entries), chosen)
        for line, entries in enumerate(lines)
        for place, (key, label, chosen) in enumerate(entries)
    ]


def _workout_lines(draft: Draft, field: Field) -> list[list[Entry]]:
    if field is Field.MACHINE:
        now = draft.head["modality"]
        every = [(f"machine:{one}", machine_words(one), one == now) for one in fields.MACHINES]
        return [every[:2], every[2:]]
    if field is Field.SORT:
        now = draft.head.get("category", "")
        every = [(f"sort:{one}", sort_words(one), one == now) for one in fields.SORTS]
        return [every[:3], every[3:6], every[6:]]
    return []


def _lines(node: Node, field: Field) -> list[list[Entry]]:
    match field:
        case Field.KIND:
            now = node.keys["kind"]
            every = [(f"kind:{one}", kind_words(one), one == now) for one in fields.KINDS]
            return [every[:2], every[2:]]
        case Field.LENGTH:
            return _length_lines(node)
        case Field.ZONE:
            return _zone_lines(node)
        case Field.EFFORT:
            return [[("by:-1", "−1", False), ("by:1", "+1", False)], [_none(tr("No effort"))]]
        case Field.GRADE:
            nudges = [(f"by:{by}", _signed(by), False) for by in _GRADES]
            return [nudges, [_none(tr("No grade"))]]
        case Field.SPEED:
            nudges = [(f"by:{units.to_kmh(by)}", _signed(by), False) for by in _SPEEDS]
            return [nudges, [_none(tr("No speed"))]]
        case Field.TIMES:
            nudges = [(f"by:{by}", _signed(by), False) for by in (-5, -1, 1, 5)]
            return [nudges, [("apart", tr("Take apart"), False)]]
        case _:
            return []


def _length_lines(node: Node) -> list[list[Entry]]:
    end = fields.end_of(node)
    ends = [("duration", tr("Time")), ("distance", tr("Distance")), ("until", tr("Button"))]
    first = [(f"end:{key}", label, key == end) for key, label in ends]
    if end == "duration":
        return [first, [(f"by:{by}", _signed_span(by), False) for by in _ALL_SECONDS]]
    if end == "distance":
        steps = _METRES if units.is_metric() else tuple(n * units.METRES_PER_MILE for n in _MILES)
        sign = {True: "+", False: wording.MINUS}
        return [first, [(f"by:{n:g}", sign[n > 0] + units.distance(abs(n)), False) for n in steps]]
    return [first]


def _zone_lines(node: Node) -> list[list[Entry]]:
    zone, part = fields.zone_of(node)
    none = ("zone:0", tr("No zone"), "heart_rate" not in node.keys)
    zones = [(f"zone:{n}", tr("Z{zone}", zone=n), n == zone) for n in range(1, 6)]
    if not zone:
        return [[none, *zones]]
    parts = [(f"part:{one}", part_words(one), one == part) for one in fields.PARTS]
    return [[none, *zones], parts]


def _none(label: str) -> Entry:
    return ("clear", label, False)


def _signed(by: float) -> str:
    sign = "+" if by > 0 else wording.MINUS
    return sign + number(abs(by), 0 if float(by).is_integer() else 1)


def _signed_span(by: int) -> str:
    return ("+" if by > 0 else wording.MINUS) + wording.rough_span(abs(by))


def change_of(field: Field, key: str) -> Change | None:
    """What a button does; None where there is no such button."""
    verb, _, word = key.partition(":")
    nudges: dict[Field, Change] = {}
    if verb == "by":
        by = float(word)
        nudges = {
            Field.LENGTH: partial(fields.nudge_length, by=by),
            Field.EFFORT: partial(fields.nudge_effort, by=int(by)),
            Field.GRADE: partial(fields.nudge_grade, by=by),
            Field.SPEED: partial(fields.nudge_speed, by=by),
            Field.TIMES: partial(fields.nudge_times, by=int(by)),
        }
        return nudges.get(field)
    others: dict[str, Change] = {
        "machine": partial(fields.with_machine, machine=word),
        "sort": partial(fields.with_sort, sort=word),
        "kind": partial(fields.with_kind, kind=word),
        "end": partial(fields.with_end, end=word),
        "part": partial(fields.with_part, part=word),
        "clear": partial(fields.clear, field=field),
        "apart": drafts.take_apart,
    }
    if verb == "zone":
        return partial(fields.with_zone, zone=int(word))
    return others.get(verb)
