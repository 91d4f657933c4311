"""Reads the few files of a folder that may be meant for us, whatever else lies there.

Nothing is followed and nothing is waited for: a link, a pipe or a device is refused by what it is,
a name is only ever shown or handed to the folder that it was found in, and what is read is bounded.
"""

import os
import stat
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal

from kiosk.errors import ImportRefused, KioskError
from kiosk.words import text

MAX_FILE_BYTES: Final = 256 * 1024
MAX_BYTES: Final = 8 * 1024 * 1024
"""Of all files together."""
MAX_FILES: Final = 200
MAX_ENTRIES: Final = 20_000
"""Names that are looked at, in all folders together."""
MAX_DEPTH: Final = 3
FOLDERS: Final = frozenset({"import", "imports", "workouts", "protocols", "switchback"})
"""Looked into wherever they lie, in any case; in other folders are our own exports and the like."""
_LONGEST_NAME: Final = 60
FileKind = Literal["roster", "plan", "fit", "toml"]


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file that may be meant for us, read whole."""

    name: str
    """To be shown, and nothing else."""
    kind: FileKind
    content: bytes


@dataclass(frozen=True, slots=True)
class RefusedFile:
    """A file that was not read."""

    name: str
    reason: str


@dataclass(slots=True)
class Found:
    """What lies in a folder."""

    files: list[FoundFile] = field(default_factory=list[FoundFile])
    refused: list[RefusedFile] = field(default_factory=list[RefusedFile])
    passed_over: int = 0
    """Files that are not for us."""
    is_whole: bool = True
    """Not so many things lie there that some were not looked at."""
    bytes_read: int = 0
    entries: int = 0


def look_into(path: Path) -> Found:
    """The files of a folder and of FOLDERS in it.

    Raises ImportRefused when the folder itself cannot be read.
    """
    found = Found()
    with _opened(path) as folder:
        _look(found, folder, "", 1)
    return found


def shown_name(name: str) -> str:
    """A name that comes from a stranger, as it may stand in a sentence."""
    plain = "".join(c if is_shown(c) else "\ufffd" for c in name[: _LONGEST_NAME + 1])
    return plain if len(plain) <= _LONGEST_NAME else f"{plain[: _LONGEST_NAME - 1]}…"


def is_shown(character: str) -> bool:
    """Joiners cannot be seen, but some scripts need them to be spelt right."""
    return character.isprintable() or character in "\u200c\u200d"


@contextmanager
def _opened(path: Path) -> Generator[int]:
    """The folder that somebody named; only here may a link be one."""
    try:
        folder = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    except (OSError, ValueError) as error:
        raise ImportRefused(
            text(
                "The folder {folder} cannot be read: plug the stick in once more, then try again.",
                folder=shown_name(str(path)),
            )
        ) from error
    try:
        yield folder
    finally:
        os.close(folder)


def _look(found: Found, folder: int, above: str, depth: int) -> None:
    try:
        names = _names(found, folder)
    except OSError as error:
        raise ImportRefused(
            text("The stick cannot be read to its end: plug it in once more, then try again.")
        ) from error
    for name in sorted(names):
        shown = f"{above}{shown_name(name)}"
        if (kind := _kind_of(name)) is not None:
            _take(found, folder, name, shown, kind)
        elif name.casefold() in FOLDERS and depth < MAX_DEPTH:
            _look_below(found, folder, name, f"{shown}/", depth)
        elif not _is_folder(folder, name):
            found.passed_over += 1


def _names(found: Found, folder: int) -> list[str]:
    names: list[str] = []
    with os.scandir(folder) as entries:
        for entry in entries:
            found.entries += 1
            if found.entries > MAX_ENTRIES:
                found.is_whole = False
                break
            if not entry.name.startswith("."):  # and so none of what a Mac leaves beside each file
                names.append(entry.name)
    return names


def _look_below(found: Found, folder: int, name: str, shown: str, depth: int) -> None:
    flags = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
    try:
        below = os.open(name, flags, dir_fd=folder)
    except OSError:  # a link, or no folder at all: nothing of it is for us
        found.passed_over += 1
        return
    try:
        _look(found, below, shown, depth + 1)
    finally:
        os.close(below)


def _kind_of(name: str) -> FileKind | None:
    stem, dot, ending = name.casefold().rpartition(".")
    match ending if dot else "":
        case "fit":
            return "fit"
        case "toml":
            return "toml"
        case "csv" | "txt" if stem.startswith("roster"):
            return "roster"
        case "csv" | "txt" if stem.startswith("plan"):
            return "plan"
        case _:
            return None


def _is_folder(folder: int, name: str) -> bool:
    try:
        return stat.S_ISDIR(os.stat(name, dir_fd=folder, follow_symlinks=False).st_mode)
    except (OSError, ValueError):
        return False


def _take(found: Found, folder: int, name: str, shown: str, kind: FileKind) -> None:
    try:
        if len(found.files) >= MAX_FILES:
            raise ImportRefused(
                text(
                    "There are more than {most} files to take over: bring fewer at a time.",
                    most=MAX_FILES,
                )
            )
        content = _read(folder, name)
        if found.bytes_read + len(content) > MAX_BYTES:
            raise ImportRefused(
                text("The files together are too large: bring fewer of them at a time.")
            )
    except KioskError as refusal:
        if len(found.refused) < MAX_FILES:
            found.refused.append(RefusedFile(shown, str(refusal)))
        else:
            found.passed_over += 1
        return
    found.bytes_read += len(content)
    found.files.append(FoundFile(shown, kind, content))


def _read(folder: int, name: str) -> bytes:
    """Looked at before it is opened, because opening alone can do harm; and after, to be sure."""
    try:
        _check(os.stat(name, dir_fd=folder, follow_symlinks=False))
        flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC
        with os.fdopen(os.open(name, flags, dir_fd=folder), "rb") as file:
            _check(os.fstat(file.fileno()))
            content = file.read(MAX_FILE_BYTES + 1)
    except (OSError, ValueError) as error:
        raise ImportRefused(
            text("It cannot be read: copy it onto the stick once more, or try another stick.")
        ) from error
    if len(content) > MAX_FILE_BYTES:
        raise _too_large()
    return content


def _check(status: os.stat_result) -> None:
    if stat.S_ISLNK(status.st_mode):
        raise ImportRefused(
            text("It is only a link to somewhere else: put the file itself onto the stick.")
        )
    if not stat.S_ISREG(status.st_mode):
        raise ImportRefused(text("It is no file: put a file of that name onto the stick."))
    if status.st_size > MAX_FILE_BYTES:
        raise _too_large()


def _too_large() -> ImportRefused:
    return ImportRefused(
        text(
            "It is larger than {limit} kB: check that it is the right file.",
            limit=MAX_FILE_BYTES // 1024,
        )
    )
