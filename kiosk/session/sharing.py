"""Sharing places out fairly: so many blocks, so many places in each lane, so many people.

The blocks to come are given away ahead, each to whoever has had the fewest in that lane; then block
by block everybody is matched with a place. A table of people and places whose rows and columns are
not overfull can always be worked off like that, one matching after the other (Kőnig 1916).
"""

from collections import Counter
from collections.abc import Mapping, Sequence

Slot = tuple[int, int]
"""A lane and one of its places."""


def plan_ahead(
    people: Sequence[int],
    room: Mapping[int, int],
    blocks: int,
    had: Mapping[int, Mapping[int, int]],
) -> dict[int, Counter[int]]:
    """How many of the blocks to come everybody gets in which lane, as even as can be.

    `room` has the places of every lane, `had` what everybody has had there; of equals whoever has
    less of the other lanes to come, then whoever came first.
    """
    due = {who: Counter[int]() for who in people}
    total = {lane: min(places, len(people)) * blocks for lane, places in room.items()}
    left = {lane: count for lane, count in total.items() if count}
    while left:
        lane = min(left, key=lambda lane: (-left[lane] / total[lane], room[lane]))
        takers = [who for who in people if due[who].total() < blocks]
        if not takers:
            break
        claims = [(had[who][lane] + due[who][lane], due[who].total()) for who in takers]
        due[takers[claims.index(min(claims))]][lane] += 1
        left[lane] -= 1
        if not left[lane]:
            del left[lane]
    return due


def match(
    people: Sequence[int], room: Mapping[int, int], blocks: int, due: Mapping[int, Counter[int]]
) -> dict[int, int]:
    """One block's lanes by person, of `blocks` still to come: whoever has most still due is seated
    first, and others move up for them (Kuhn 1955). A place that nobody is due goes to whoever has
    none.
    """
    due_in = {lane: sum(due[who][lane] for who in people) for lane in room}
    tightest = sorted(room, key=lambda lane: room[lane] * blocks - due_in[lane])
    slots = [(lane, place) for lane in tightest for place in range(room[lane])]
    holders: dict[Slot, int] = {}
    by_need = sorted(people, key=lambda who: -due[who].total())
    waiting = [who for who in by_need if not _find(who, slots, due, holders, set())]
    spare = [slot for slot in slots if slot not in holders]
    holders.update(zip(spare, waiting, strict=False))
    return {who: lane for (lane, _), who in holders.items()}


def _find(
    who: int,
    slots: Sequence[Slot],
    due: Mapping[int, Counter[int]],
    holders: dict[Slot, int],
    tried: set[Slot],
) -> bool:
    """Finds somebody a place, moving others to another of theirs where that helps."""
    for slot in slots:
        if due[who][slot[0]] > 0 and slot not in tried:
            tried.add(slot)
            if slot not in holders or _find(holders[slot], slots, due, holders, tried):
                holders[slot] = who
                return True
    return False
