"""What the editor of a workout shows: its lines, the marks in its timeline, and the tiles."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from kiosk.training.plan import Plan
from screens import protocols_draft as drafts
from screens import protocols_fields as fields
from screens.faces import UNKNOWN_ZONE
from screens.protocols_draft import Draft, Node, Path
from screens.protocols_fields import Field
from screens.protocols_words import (
    effort_words,
    grade_words,
    joined,
    kind_words,
    length_words,
    machine_words,
    part_words,
    sort_words,
    speed_words,
    target_words,
    times_words,
)
from screens.timeline import blocks_of
from screens.tongue import said, tr


@dataclass(frozen=True, slots=True)
class EditRow:
    """The roles of one line of the workout being changed."""

    place: int = 0
    """Among all lines; 0 is the workout as a whole."""
    title: str = ""
    span: str = ""
    detail: str = ""
    level: int = UNKNOWN_ZONE
    depth: int = 0
    """How many repeats are around it."""
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class EditField:
    """The roles of one tile."""

    key: str = ""
    label: str = ""
    value: str = ""
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class EditMark:
    """Where the chosen line is in the timeline, as fractions of it."""

    begin: float = 0.0
    share: float = 0.0


# -- the lines -------------------------------------------------------------------------------------


def edit_rows(draft: Draft, plan: Plan, length: str, chosen: Path) -> list[EditRow]:
    """`length` is the whole plan's in words."""
    rows = [EditRow(0, said(draft.name), length, machine_words(plan.modality), chosen=chosen == ())]
    for place, path in enumerate(drafts.paths(draft)):
        if path:
            rows.append(_row(place, path, drafts.node_at(draft, path), chosen))
    return rows


def _row(place: int, path: Path, node: Node, chosen: Path) -> EditRow:
    depth, is_chosen = len(path) - 1, path == chosen
    if node.is_repeat:
        return EditRow(place, tr("Repeat"), times_words(node), "", depth=depth, chosen=is_chosen)
    zone, part = fields.zone_of(node)
    detail = (
        part_words(part) if part not in ("", "full") else "",
        target_words(node) if not zone else "",
        effort_words(node),
        grade_words(node),
        speed_words(node),
    )
    return EditRow(
        place,
        said(str(node.keys["name"])),
        length_words(node),
        " · ".join(word for word in detail if word),
        zone or UNKNOWN_ZONE,
        depth,
        is_chosen,
    )


def edit_marks(draft: Draft, plan: Plan, chosen: Path) -> list[EditMark]:
    """One for every time that it comes; none for the workout as a whole."""
    if not chosen:
        return []
    turns = list(_turns(draft.steps, ()))
    return [
        EditMark(block.begin, block.share)
        for path, block in zip(turns, blocks_of(plan), strict=True)
        if path[: len(chosen)] == chosen
    ]


def _turns(nodes: Sequence[Node], above: Path) -> Iterator[Path]:
    """The steps as often as they come: repeats as often as they do by themselves."""
    for place, node in enumerate(nodes):
        path = (*above, place)
        if node.is_repeat:
            for _ in range(int(fields.numbers(node, "repeat")[0])):
                yield from _turns(node.inside, path)
        else:
            yield path


# -- the tiles -------------------------------------------------------------------------------------


def edit_fields(draft: Draft, path: Path, chosen: Field) -> list[EditField]:
    return [
        EditField(str(field), _label(field), _value(draft, path, field) or "–", field is chosen)
        for field in fields.fields_at(draft, path)
    ]


def _label(field: Field) -> str:
    return {
        Field.NAME: tr("Name"),
        Field.KIND: tr("Kind"),
        Field.LENGTH: tr("How long"),
        Field.ZONE: tr("Heart rate"),
        Field.EFFORT: tr("Effort"),
        Field.GRADE: tr("Grade"),
        Field.SPEED: tr("Speed"),
        Field.TIMES: tr("How often"),
        Field.MACHINE: tr("Machine"),
        Field.SORT: tr("Found under"),
    }[field]


def _value(draft: Draft, path: Path, field: Field) -> str:
    if not path:
        return {
            Field.NAME: said(draft.name),
            Field.MACHINE: machine_words(str(draft.head["modality"])),
            Field.SORT: sort_words(str(draft.head.get("category", ""))),
        }[field]
    node = drafts.node_at(draft, path)
    of_node: dict[Field, Callable[[Node], str]] = {
        Field.NAME: lambda one: said(str(one.keys["name"])),
        Field.KIND: lambda one: kind_words(str(one.keys["kind"])),
        Field.LENGTH: length_words,
        Field.ZONE: target_words,
        Field.EFFORT: lambda one: joined([str(int(n)) for n in fields.numbers(one, "rpe")]),
        Field.GRADE: grade_words,
        Field.SPEED: speed_words,
        Field.TIMES: times_words,
    }
    return of_node[field](node)


def hint(field: Field) -> str:
    """What a tile is for, where that is not plain."""
    return {
        Field.ZONE: tr("Everybody gets their own beats for it."),
        Field.EFFORT: tr("Of ten: 3 is easy, 9 is nearly all."),
        Field.GRADE: tr("Below 0 it goes downhill."),
        Field.TIMES: tr("Move steps into it, or out of it, by “Up” and “Down”."),
        Field.SORT: tr("Where people look for it, and what it counts as in the week."),
    }.get(field, "")


# -- what a coach should know ----------------------------------------------------------------------


def advice(plan: Plan) -> str:
    """What can be, and yet should not; empty when all is well."""
    if plan.steps[-1].kind != "cool-down":
        return tr("It does not end with a cool-down: add one as the last step.")
    for step in plan.steps:
        grade = step.grade_percent
        if grade is not None and min(grade.start, grade.end) < 0 and step.rpe is None:
            return tr("“{step}” goes downhill: give it an effort.", step=said(step.name))
        if step.distance_m is not None and step.planned_s is None:
            return tr(
                "“{step}” has a distance but no speed: a class cannot run it together.",
                step=said(step.name),
            )
    return ""
