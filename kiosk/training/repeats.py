"""Finds in an unrolled plan the repeats that its file had."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kiosk.training.plan import Step


@dataclass(frozen=True, slots=True)
class Repeated:
    """Steps that are done `times` times over; its steps are those of the first turn."""

    times: int
    body: "tuple[Node, ...]"


Node = Step | Repeated


def folded(steps: Sequence[Step]) -> tuple[Node, ...]:
    """The steps with every repeat as one node, from the innermost outwards.

    A step's round and rounds say which repeat it belongs to; steps that merely are the same stay
    apart. Turns of a repeat that is not whole stay as they are.
    """
    nodes: tuple[Node, ...] = tuple(steps)
    while (outer := _fold_once(nodes)) != nodes:
        nodes = outer
    return nodes


def unfolded(nodes: Sequence[Node]) -> tuple[Step, ...]:
    """The inverse of folded."""
    steps: list[Step] = []
    for node in nodes:
        if isinstance(node, Step):
            steps.append(node)
        else:
            steps += [s for turn in range(1, node.times + 1) for s in unfolded(_turn(node, turn))]
    return tuple(steps)


def _turn(node: Repeated, turn: int) -> tuple[Node, ...]:
    return tuple(replace(n, round=turn) if isinstance(n, Step) else n for n in node.body)


def _fold_once(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    found: list[Node] = []
    at = 0
    while at < len(nodes):
        repeated = _repeat_at(nodes, at)
        found.append(nodes[at] if repeated is None else repeated)
        at += 1 if repeated is None else repeated.times * len(repeated.body)
    return tuple(found)


def _repeat_at(nodes: tuple[Node, ...], at: int) -> Repeated | None:
    """The shortest repeat that begins here; a body of other repeats alone cannot be told."""
    times = 0
    for end in range(at + 1, len(nodes) + 1):
        last = nodes[end - 1]
        if isinstance(last, Step):
            if last.round != 1 or last.rounds == 1 or times not in (0, last.rounds):
                return None
            times = last.rounds
        body = nodes[at:end]
        if times == 0:
            continue
        if at + times * len(body) > len(nodes):
            return None
        node = Repeated(times, body)
        if all(
            nodes[at + turn * len(body) : at + (turn + 1) * len(body)] == _turn(node, turn + 1)
            for turn in range(times)
        ):
            return node
    return None
