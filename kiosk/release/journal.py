"""How far an update has come, on the disk: one that is cut goes on or back at the next start.

preparing   the new release is being unpacked and tried; the old one runs
stopping    nobody trains, the kiosk is stopped, the history is being backed up
switched    from now on `current` may name the new one, which has not proven itself
"""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal, cast

from kiosk.files import keep_names, write_whole

Step = Literal["preparing", "stopping", "switched"]
_STEPS = ("preparing", "stopping", "switched")


@dataclass(frozen=True, slots=True)
class Journal:
    """Of one update."""

    step: Step
    old: str
    new: str
    backup: str | None = None
    """Path of the verified copy of the history as the old version left it; None: there was no
    history yet.
    """


def load(path: Path) -> Journal | None:
    """None where no update is under way. A file that says nothing was never whole: it is none."""
    try:
        fields = json.loads(path.read_text("utf-8"))
        made = Journal(**fields)
    except (OSError, ValueError, TypeError):
        return None
    return made if made.step in _STEPS else None


def save(path: Path, journal: Journal) -> None:
    """Raises OSError."""
    write_whole(path, json.dumps(cast("dict[str, str]", asdict(journal))).encode())


def forget(path: Path) -> None:
    """Raises OSError."""
    path.unlink(missing_ok=True)
    keep_names(path.parent)
