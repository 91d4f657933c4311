"""What the import page asks of a stick, and the answers that come by the mailbox."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final, Literal, Protocol

State = Literal["new", "changed", "unchanged", "refused", "ask"]
"""To be asked about is what may be somebody's or somebody else's: a coach picks one of `choices`.
"""
Kind = Literal["workout", "person", "week", "homework", "file"]


@dataclass(frozen=True, slots=True)
class ImportChoice:
    """One of several things that a file may be."""

    title: str
    """Somebody's name."""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class ImportItem:
    """One thing on a stick, and what taking it over would do."""

    key: int
    """Within its preview."""
    kind: Kind
    state: State
    title: str
    """Somebody's or a workout's name, or a file's."""
    detail: str = ""
    """What would change; of something refused why, and what to do."""
    file: str = ""
    line: int | None = None
    choices: tuple[ImportChoice, ...] = ()
    rivals: int = 0
    """Of things with the same number only one can be taken; 0 is nobody's rival."""
    is_wanted: bool = True
    """Among rivals the likeliest."""

    @property
    def can_be_taken(self) -> bool:
        return self.state in ("new", "changed")


@dataclass(frozen=True, slots=True)
class ImportSeen:
    """What lies on the stick; `trouble` says in a sentence why nothing can be shown."""

    at: float
    ask: int
    folder: str = ""
    items: tuple[ImportItem, ...] = ()
    """Refused ones first, then as they are taken over."""
    notes: tuple[str, ...] = ()
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class ImportTaken:
    """What became of taking over; what could not be is among `refused`, with the reason."""

    at: float
    ask: int
    done: int = 0
    refused: tuple[ImportItem, ...] = ()
    trouble: str = ""


ImportAnswers = ImportSeen | ImportTaken
NONE_PICKED: Final[Mapping[int, int]] = {}


class Imports(Protocol):
    """Reads sticks in a thread of its own: every call returns at once."""

    def look(self, ask: int) -> None:
        """Answered by ImportSeen; what was seen before is forgotten."""
        ...

    def take_over(
        self,
        ask: int,
        keys: Collection[int],
        coach_id: int | None,
        picks: Mapping[int, int] = NONE_PICKED,
    ) -> None:
        """Of what was seen last, exactly as it was seen; answered by ImportTaken. `picks` are the
        places of what was picked among the choices, by key.
        """
        ...
