"""A USB stick as the rest of the kiosk knows it: what is in, and how it is borrowed for writing."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, Protocol

from kiosk.words import text

FOLDER: Final = "Switchback"
"""On a stick, everything of ours lies in this folder, and nothing anywhere else."""
BACKUP_NAME: Final = "switchback-backup.sqlite3"
"""In that folder: the newest copy of the history that a coach carries out of the house."""

PULLED: Final = text(
    "The stick was pulled too early: put it in again, then export again. It goes on where it "
    "stopped."
)
FULL: Final = text("The stick is full: delete something from it on a laptop.")

StickState = Literal["unavailable", "none", "looking", "ready", "writing", "safe", "refused"]


@dataclass(frozen=True, slots=True)
class Stick:
    """What is plugged in, told whenever that changes."""

    at: float
    """Monotonic seconds."""
    state: StickState
    """unavailable: this machine cannot notice sticks; looking: one has come and is being opened;
    ready: files may go there; writing: it must stay in; safe: it may be pulled; refused: it cannot
    be used.
    """
    label: str = ""
    """As its owner named it; may be ""."""
    folder: str = ""
    """Where it can be read while it is ready; "" else."""
    free_bytes: int = 0
    sentence: str = ""
    """Of `unavailable` and `refused`: why, and what to do; of `writing`: why it takes so long."""


class StickPort(Protocol):
    """The one stick that files go to. It is written to only between `open` and `close`; at any
    other time pulling it costs nothing. Only the thread of exports calls these; they wait.
    """

    @property
    def is_usable(self) -> bool:
        """Whether this machine can notice sticks at all."""
        ...

    @property
    def is_plugged_in(self) -> bool:
        """Whether there is a stick that files may go to, or have just gone to."""
        ...

    def open(self) -> Path | None:
        """Where the stick can be written to from now on; None where none is in.

        Raises ExportError with a sentence for one that cannot be written to.
        """
        ...

    @property
    def is_in(self) -> bool:
        """Whether what `open` gave is still that stick, and not the folder it was mounted on."""
        ...

    def close(self) -> None:
        """Everything is on the stick and it may be pulled. Raises ExportError when it is not so."""
        ...
