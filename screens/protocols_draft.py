"""A workout while a coach changes it: a frozen tree of steps, and what fingers do to the tree."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, cast

from kiosk.errors import KioskError, ProtocolError
from kiosk.export.fit_protocol_text import Keys, protocol_text, slug
from kiosk.training.plan import Plan
from kiosk.training.protocol_format import Protocol, RepeatTable, Table
from kiosk.training.protocols import parse_protocol, plan
from kiosk.words import Opening, Text
from screens.tongue import said, tr

Path = tuple[int, ...]
"""The place in the tree; () is the workout as a whole."""
MOST_ID: Final = 60
_SECONDS: Final = ("at_least", "at_most")
"""Kept as numbers, written as texts."""


class CannotBe(KioskError):
    """What a finger wanted is no workout; the sentence is in the language of the screen."""


@dataclass(frozen=True, slots=True)
class Node:
    """A step, or a repeat and what is in it. Keys that no button changes stay as they are."""

    keys: Mapping[str, object]
    inside: tuple["Node", ...] = ()
    is_effort_own: bool = field(default=False, compare=False)
    """Somebody has set it: it does not follow the zone."""

    @property
    def is_repeat(self) -> bool:
        return "repeat" in self.keys


@dataclass(frozen=True, slots=True)
class Draft:
    """A whole workout."""

    head: Mapping[str, object] = field(default_factory=dict[str, object])
    """All keys but id and steps."""
    steps: tuple[Node, ...] = ()
    own_id: str = ""
    """The club's own workout that it shall replace; "" makes a new one."""

    @property
    def name(self) -> str:
        return str(self.head.get("name", ""))


Change = Callable[[Draft, Path], tuple[Draft, Path]]
"""What a touch does: the draft after it, and what is selected then. May raise CannotBe."""


# -- from a protocol, and back to a file's text ----------------------------------------------------


def blank(name: str) -> Draft:
    """To begin with: what every workout has."""
    steps = (
        Node({"name": "Warm-up", "kind": "warm-up", "duration": "5 min", "rpe": [2, 3]}),
        Node({"name": "Work", "kind": "work", "duration": "5 min", "rpe": [5, 6]}),
        Node({"name": "Cool-down", "kind": "cool-down", "duration": "5 min", "rpe": [1, 2]}),
    )
    return Draft({"name": name, "modality": "any"}, steps)


def unchangeable(protocol: Protocol) -> str:
    """Why it can be changed in its file only; empty when it can be changed here."""
    if protocol.rotation is not None:
        return tr("Its groups change places: that is changed in its file, not here.")
    if protocol.test is not None:
        return tr("A fitness test counts only as it is written: it is not changed here.")
    return ""


def draft_of(protocol: Protocol, *, own: bool) -> Draft:
    """Everything that the protocol has; as a copy unless it is the club's own."""
    head = _keys_of(protocol)
    del head["id"]
    return Draft(head, tuple(map(_node_of, protocol.steps)), protocol.id if own else "")


def _node_of(table: Table) -> Node:
    inside = table.steps if isinstance(table, RepeatTable) else ()
    return Node(_keys_of(table), tuple(map(_node_of, inside)))


def _keys_of(table: Table) -> Keys:
    """As in the file: what was not given is not there."""
    dumped = table.model_dump(exclude_unset=True, exclude={"steps", "rotation"})
    return {key: _written(key, value) for key, value in dumped.items()}


def _written(key: str, value: object) -> object:
    if isinstance(value, dict):
        table = cast("Keys", value)
        return {name: _written(name, item) for name, item in table.items()}
    if isinstance(value, tuple):
        values = cast("tuple[object, ...]", value)
        return values[0] if len(values) == 1 else list(values)
    return f"{value} s" if key in _SECONDS else value


def text_of(draft: Draft, protocol_id: str) -> str:
    """The text of its file."""
    head = {"id": protocol_id, **draft.head}
    return protocol_text(head, [_table(node) for node in draft.steps])


def _table(node: Node) -> Keys:
    steps = {"steps": [_table(inner) for inner in node.inside]} if node.is_repeat else {}
    return {**node.keys, **steps}


def made(draft: Draft) -> Plan:
    """What would be run; raises CannotBe for whatever the file would be refused for."""
    try:
        return plan(parse_protocol(text_of(draft, draft.own_id or "draft"), ""))
    except ProtocolError as error:
        raise CannotBe(_plainly(error)) from error


def _plainly(error: ProtocolError) -> str:
    """The loader's problem without file, line and key, which nobody sees here."""
    words = error.args[0]
    problem = words.values.get("problem") if isinstance(words, Text) else None
    if isinstance(problem, str):
        return tr("{problem}.", problem=Opening(problem))
    return said(str(error))


def free_id(name: str, taken: Sequence[str] | set[str] | frozenset[str]) -> str:
    """An id made of the name, which no other workout has."""
    made_id = slug(name)
    number = 2
    while made_id in taken:
        tail = f"-{number}"
        made_id = slug(name)[: MOST_ID - len(tail)] + tail
        number += 1
    return made_id


# -- the tree --------------------------------------------------------------------------------------


def paths(draft: Draft) -> list[Path]:
    """Of the whole workout, then of every step and repeat, as they stand below each other."""
    return [(), *_paths(draft.steps, ())]


def _paths(nodes: Sequence[Node], above: Path) -> Iterator[Path]:
    for place, node in enumerate(nodes):
        yield (*above, place)
        yield from _paths(node.inside, (*above, place))


def node_at(draft: Draft, path: Path) -> Node:
    """Raises IndexError for a place that there is not, and for the whole workout."""
    node = draft.steps[path[0]]
    for place in path[1:]:
        node = node.inside[place]
    return node


def with_node(draft: Draft, path: Path, *nodes: Node) -> Draft:
    """These instead of the one there."""
    return replace(draft, steps=_replaced(draft.steps, path, nodes))


def _replaced(nodes: tuple[Node, ...], path: Path, new: tuple[Node, ...]) -> tuple[Node, ...]:
    first, rest = path[0], path[1:]
    if rest:
        inside = _replaced(nodes[first].inside, rest, new)
        new = (replace(nodes[first], inside=inside),)
    return (*nodes[:first], *new, *nodes[first + 1 :])


def _siblings(draft: Draft, path: Path) -> tuple[Node, ...]:
    return draft.steps if len(path) == 1 else node_at(draft, path[:-1]).inside


# -- what fingers do -------------------------------------------------------------------------------


def add(draft: Draft, path: Path, *, after: bool) -> tuple[Draft, Path]:
    """A step like nothing yet, beside the one at `path`; after a work step an easy one."""
    beside = node_at(draft, path) if path else None
    kind = "work" if beside is None else str(beside.keys.get("kind", "work"))
    if kind == "work" and after and beside is not None and not beside.is_repeat:
        new = Node({"name": "Recovery", "kind": "recovery", "duration": "2 min", "rpe": [2, 3]})
    else:
        new = Node({"name": "Work", "kind": "work", "duration": "2 min", "rpe": [5, 6]})
    if beside is None:
        return replace(draft, steps=(new, *draft.steps)), (0,)
    if after:
        return with_node(draft, path, beside, new), (*path[:-1], path[-1] + 1)
    return with_node(draft, path, new, beside), path


def duplicate(draft: Draft, path: Path) -> tuple[Draft, Path]:
    """The same once more, after it."""
    node = node_at(draft, path)
    return with_node(draft, path, node, node), (*path[:-1], path[-1] + 1)


def remove(draft: Draft, path: Path) -> tuple[Draft, Path]:
    """A repeat goes with what is in it, and with the last step in it."""
    place = paths(draft).index(path)
    while len(path) > 1 and len(_siblings(draft, path)) == 1:
        path = path[:-1]
    if len(path) == 1 and len(draft.steps) == 1:
        raise CannotBe(tr("A workout has at least one step: change this one instead."))
    after = with_node(draft, path)
    left = paths(after)
    return after, left[min(place, len(left) - 1)]


def move(draft: Draft, path: Path, by: int) -> tuple[Draft, Path]:
    """One up (-1) or down (1): past a step, into a repeat that is there, out of one at its end."""
    place, above = path[-1], path[:-1]
    node, beside = node_at(draft, path), _siblings(draft, path)
    target = place + by
    if not 0 <= target < len(beside):
        return _move_out(draft, path, by) if above else (draft, path)
    other = beside[target]
    if other.is_repeat and not node.is_repeat:
        inside = (node, *other.inside) if by > 0 else (*other.inside, node)
        grown = replace(other, inside=inside)
        after = with_node(with_node(draft, (*above, target), grown), path)
        return after, (*above, min(place, target), 0 if by > 0 else len(other.inside))
    after = with_node(with_node(draft, path, other), (*above, target), node)
    return after, (*above, target)


def _move_out(draft: Draft, path: Path, by: int) -> tuple[Draft, Path]:
    above = path[:-1]
    group, node = node_at(draft, above), node_at(draft, path)
    rest = tuple(inner for place, inner in enumerate(group.inside) if place != path[-1])
    left = (replace(group, inside=rest),) if rest else ()
    after = with_node(draft, above, *((node, *left) if by < 0 else (*left, node)))
    return after, (*above[:-1], above[-1] + (len(left) if by > 0 else 0))


def repeat(draft: Draft, path: Path) -> tuple[Draft, Path]:
    """From now on twice, as a repeat of its own, which is selected."""
    return with_node(draft, path, Node({"repeat": 2}, (node_at(draft, path),))), path


def take_apart(draft: Draft, path: Path) -> tuple[Draft, Path]:
    """What was repeated comes once, without the repeat around it."""
    return with_node(draft, path, *node_at(draft, path).inside), path
