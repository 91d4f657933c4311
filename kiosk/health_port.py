"""What the health page asks of the machine, and the answers that come by the mailbox."""

from dataclasses import dataclass
from typing import Literal, Protocol

Verdict = Literal["ok", "note", "problem"]


@dataclass(frozen=True, slots=True)
class HealthLine:
    """One thing about the machine, in words."""

    what: str
    """Its name for programs: "power", "heat"."""
    title: str
    verdict: Verdict
    message: str
    """A sentence: how it is, or what is wrong and what to do."""
    value: str | None = None


@dataclass(frozen=True, slots=True)
class UpdateOffer:
    """A release on the stick that is in: its version, or why it cannot be installed."""

    version: str
    file: str
    refusal: str = ""
    is_asked: bool = False
    """It has been asked for, and is on its way."""


@dataclass(frozen=True, slots=True)
class HealthRead:
    """How the machine was doing at that time."""

    at: float
    lines: tuple[HealthLine, ...]
    update: UpdateOffer | None = None


@dataclass(frozen=True, slots=True)
class SupportWritten:
    """What became of the file for whoever helps: its name on the stick, or why there is none."""

    at: float
    ask: int
    name: str = ""
    refusal: str = ""


class MachineDesk(Protocol):
    """Looks at the machine in a thread of its own: every call returns at once."""

    def look(self) -> None:
        """Answered by HealthRead."""
        ...

    def update(self, offer: UpdateOffer) -> None:
        """Asks for it; answered by HealthRead. What becomes of it the next start tells."""
        ...

    def write_support(self, ask: int) -> None:
        """A file onto the stick that is in, without anybody's health; answered by SupportWritten,
        after which the stick may be pulled.
        """
        ...
