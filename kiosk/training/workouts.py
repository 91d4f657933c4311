"""The workouts to choose from: read from their folders, in the order in which they are shown."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from kiosk.errors import ProtocolError
from kiosk.training.plan import Category, Plan
from kiosk.training.protocol_plan import Choice, choices_of, plan
from kiosk.training.protocols import Protocol, load_files
from kiosk.words import named, text

ORDER: Final[tuple[Category, ...]] = (
    "step-up", "hike", "repeats", "downhill", "crusher", "strength", "class", "free", "", "test",
)  # fmt: skip
"""As people look for them; tests last."""


@dataclass(frozen=True)
class Workouts:
    """Everything that can be chosen."""

    plans: tuple[Plan, ...] = ()
    """With nothing chosen from their ranges, in the order in which they are shown."""
    protocols: tuple[Protocol, ...] = ()
    """What the plans were made of; without its protocol a plan has nothing to choose."""
    refused: tuple[str, ...] = ()
    """What is wrong with the files that cannot be used: file, line and reason."""
    own: frozenset[str] = frozenset()
    """The ids of the club's own, which may be changed; the others come with the program."""

    @cached_property
    def names(self) -> Mapping[str, str]:
        return {plan.protocol_id: plan.name for plan in self.plans}

    @cached_property
    def _by_id(self) -> Mapping[str, Plan]:
        return {plan.protocol_id: plan for plan in self.plans}

    def protocol(self, protocol_id: str) -> Protocol | None:
        """What a workout was made of."""
        return self._protocols.get(protocol_id)

    @cached_property
    def _protocols(self) -> Mapping[str, Protocol]:
        return {protocol.id: protocol for protocol in self.protocols}

    @cached_property
    def _choices(self) -> Mapping[str, tuple[Choice, ...]]:
        return {protocol.id: choices_of(protocol) for protocol in self.protocols}

    @cached_property
    def _made(self) -> dict[tuple[str, frozenset[tuple[str, str]]], Plan]:
        """What has been chosen before: making a plan takes milliseconds, and the window waits."""
        return {}

    def choices(self, protocol_id: str) -> tuple[Choice, ...]:
        return self._choices.get(protocol_id, ())

    def plan_with(self, protocol_id: str, choices: Mapping[str, str]) -> Plan:
        """The workout with these chosen from its ranges; raises ProtocolError."""
        usual, protocol = self._by_id.get(protocol_id), self._protocols.get(protocol_id)
        if usual is None:
            raise ProtocolError(
                text(
                    'There is no workout "{protocol_id}" any more: choose another.',
                    protocol_id=protocol_id,
                )
            )
        if not choices:
            return usual
        if protocol is None:
            raise ProtocolError(
                text("{usual} has nothing to choose: start it as it is.", usual=named(usual.name))
            )
        key = protocol_id, frozenset(choices.items())
        if key not in self._made:
            self._made[key] = plan(protocol, choices)
        return self._made[key]


def load_workouts(folders: Sequence[Path], without: Iterable[str] = ()) -> Workouts:
    """Every protocol of these folders that can be used, by category, then the shortest first.

    Files that cannot be used are in `refused`, a sentence each. `without` are ids to leave out.
    What is not in the first folder is the club's own.
    """
    left_out = set(without)
    files, errors = load_files(folders)
    refused = [str(error) for error in errors]
    made: list[tuple[Plan, Protocol]] = []
    for protocol, _ in files:
        if protocol.id in left_out:
            continue
        try:
            made.append((plan(protocol), protocol))
        except ProtocolError as error:
            refused.append(str(error))
    made.sort(key=lambda pair: _place(pair[0]))
    return Workouts(
        tuple(plan for plan, _ in made),
        tuple(protocol for _, protocol in made),
        tuple(refused),
        frozenset(protocol.id for protocol, file in files if file.parent != folders[0]),
    )


def _place(plan: Plan) -> tuple[int, int, str]:
    seconds = sum(step.planned_s or 0 for step in plan.steps)
    return ORDER.index(plan.category), seconds, plan.name
