"""The list of workouts for coaches, and what is said of one of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.training.plan import Plan
from kiosk.training.workouts import Workouts
from screens.tongue import said, tr
from screens.workouts import length_and_machine

_FILE = re.compile(r"([^/\\]+\.toml)")


@dataclass(frozen=True, slots=True)
class ProtocolRow:
    """The roles of one workout in the list."""

    key: str = ""
    """Its id; of a file that cannot be used "!" and its number."""
    title: str = ""
    length: str = ""
    mark: str = ""
    """Whose it is, where it is not the program's; or that it cannot be used."""
    wrong: bool = False


def protocol_rows(workouts: Workouts) -> list[ProtocolRow]:
    """What needs a hand first, then the club's own, then those of the program."""
    own = [plan for plan in workouts.plans if plan.protocol_id in workouts.own]
    rest = [plan for plan in workouts.plans if plan.protocol_id not in workouts.own]
    return [
        *(_refused(number, words) for number, words in enumerate(workouts.refused)),
        *(_row(plan, tr("our own")) for plan in own),
        *(_row(plan, "") for plan in rest),
    ]


def refusal_at(workouts: Workouts, key: str) -> str:
    """The whole sentence of a file that cannot be used; empty for a workout."""
    number = key.removeprefix("!")
    if number == key or not number.isdigit() or int(number) >= len(workouts.refused):
        return ""
    return said(workouts.refused[int(number)])


def file_name(sentence: str) -> str:
    """The file that a sentence is about, without its folder."""
    found = _FILE.search(sentence)
    return found[1] if found else tr("A file")


def names_but(workouts: Workouts, own_id: str) -> frozenset[str]:
    """The names that another workout has, as they are compared."""
    return frozenset(
        alike(name)
        for plan in workouts.plans
        if plan.protocol_id != own_id
        for name in (plan.name, said(plan.name))
    )


def alike(name: str) -> str:
    """Names that differ only in capitals and blanks are the same."""
    return " ".join(name.split()).casefold()


def free_name(name: str, taken: frozenset[str]) -> str:
    """With a number behind it if another workout is called so."""
    found, number = name, 2
    while alike(found) in taken:
        found, number = f"{name[:55]} {number}", number + 1
    return found


def plan_of(plans: Sequence[Plan], protocol_id: str) -> Plan | None:
    return next((plan for plan in plans if plan.protocol_id == protocol_id), None)


def _row(plan: Plan, mark: str) -> ProtocolRow:
    return ProtocolRow(plan.protocol_id, said(plan.name), length_and_machine(plan), mark)


def _refused(number: int, words: str) -> ProtocolRow:
    whole = said(words)
    file = file_name(whole)
    # What follows the file's name: the line, and what is wrong there.
    reason = whole.partition(file)[2].lstrip(",: ") or whole
    return ProtocolRow(f"!{number}", file, reason, tr("cannot be used"), wrong=True)
