"""What the kiosk, which may change nothing of the program, asks of the updater, and what it hears.

The request lies in the data directory, which is the kiosk's: the updater believes nothing of it but
which file to look at. The outcome lies where only root writes.
"""

import json
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from kiosk.files import open_plain, write_whole
from kiosk.kept_words import packed, unpacked

REQUEST: Final = "update-request.json"
IDLE: Final = "idle.json"
"""Written by the kiosk when its idle screen has been drawn: which version has come so far."""
TRAINING: Final = "training"
"""In the data directory while somebody trains."""
SMALL: Final = 8192

Action = Literal["update", "back"]
Kind = Literal["done", "failed", "back"]


@dataclass(frozen=True, slots=True)
class Request:
    """`update` to the release in `file`, or `back` to the one before."""

    action: Action
    file: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the newest update: done, failed with everything as it was, or gone back."""

    kind: Kind
    version: str
    """The one that runs now."""
    sentence: str
    utc_ms: int


def ask(data: Path, request: Request) -> None:
    """Leaves the request for the updater. Raises OSError."""
    content = json.dumps({"action": request.action, "file": request.file}).encode()
    write_whole(data / REQUEST, content, 0o600)


def take_request(data: Path) -> Request | None:
    """The request, which is gone then; None where there is none that makes sense."""
    content = read_small(data, REQUEST)
    remove(data, REQUEST)
    try:
        fields = json.loads(content or b"")
        request = Request(fields["action"], fields["file"])
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    is_good = request.action in ("update", "back") and isinstance(request.file, str)  # pyright: ignore[reportUnnecessaryIsInstance]
    return request if is_good and "\0" not in request.file else None


def note_idle(data: Path, version: str, *, safe: bool = False) -> None:
    """The screen that this version is to come up with is there. Raises OSError."""
    write_whole(data / IDLE, json.dumps({"version": version, "safe": safe}).encode(), 0o600)


def idle_of(data: Path) -> tuple[str, bool] | None:
    """The version that has drawn its screen since `remove`, and whether it is only the safe one."""
    try:
        fields = json.loads(read_small(data, IDLE) or b"")
        return str(fields["version"]), bool(fields["safe"])
    except (ValueError, TypeError, KeyError, RecursionError):
        return None


def tell(path: Path, outcome: Outcome) -> None:
    """Writes the outcome for the screen to say. Raises OSError."""
    fields = {
        "kind": outcome.kind,
        "version": outcome.version,
        "sentence": packed(outcome.sentence),
        "utc_ms": outcome.utc_ms,
    }
    write_whole(path, json.dumps(fields).encode())


def outcome_in(path: Path) -> Outcome | None:
    """The newest; None where there was none."""
    try:
        fields = json.loads(path.read_bytes()[: 8 * SMALL])
        sentence = unpacked(fields["sentence"])
        return Outcome(fields["kind"], fields["version"], str(sentence), int(fields["utc_ms"]))
    except (OSError, ValueError, TypeError, KeyError, IndexError, AttributeError):
        return None


def read_small(folder: Path, name: str) -> bytes | None:
    """A small plain file in somebody else's folder; no link is followed, nothing waited for."""
    try:
        within = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
    except OSError:
        return None
    try:
        with open_plain(name, within=within) as file:
            return file.read(SMALL)
    except OSError:
        return None
    finally:
        os.close(within)


def remove(folder: Path, name: str) -> None:
    """Takes a file away from a folder of somebody else's, wherever links may point."""
    with suppress(OSError):
        within = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
        try:
            os.unlink(name, dir_fd=within)
        finally:
            os.close(within)
