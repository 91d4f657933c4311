"""What the safe screen shows and may ask for; it needs neither engine, devices nor history."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class SafeFacts:
    """What is known while the kiosk does not come up."""

    sentence: str
    """What it ended with the last time, and what to do."""
    version: str
    at: datetime | None = None
    """When that start began, in the club's time; None: nobody knows."""
    previous: str | None = None
    """The version that could run instead; None: this is the only one."""
    backup: datetime | None = None
    """Of when the newest backup is, in the club's time; None: there is none."""
    asks_pin: bool = False
    """Somebody has a PIN here: without it nothing is done but trying again."""
    outcome: str = ""
    """What became of the newest update, where that is to be said."""


class SafeDeeds(Protocol):
    """What the buttons do. All but `facts` take long and belong into a thread of their own; each
    answers with a sentence, whether it went well or not, and never raises.
    """

    def facts(self) -> SafeFacts: ...

    def export(self, tell: Callable[[str], None], go_on: Callable[[], bool]) -> str:
        """Everything onto the stick, else into the export folder; `tell` hears how far it is."""
        ...

    def pin_refusal(self, pin: str) -> str:
        """Empty when it is right."""
        ...

    def restore(self) -> str:
        """The newest good backup takes the history's place, which is kept aside."""
        ...

    def go_back(self) -> str:
        """Asks for the version before; what becomes of it, the next start shows."""
        ...
