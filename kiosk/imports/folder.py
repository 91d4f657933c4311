"""Reads the few files of a folder that may be meant for us, whatever else lies there.

Nothing is followed and nothing is waited for: a link, a pipe or a device is refused by what it is,
a name is only ever shown or handed to the folder that it was found in, and what is read is bounded.
"""

import os
import re
import stat
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal

from kiosk.errors import ImportRefused, KioskError
from kiosk.export.activity_reader import MAX_FIT_BYTES, MAX_TCX_BYTES, fit_type
from kiosk.export.athlete_folders import FOLDER, HEAD, INDEX, mark_in
from kiosk.export.fit_profile import FileType
from kiosk.imports.plain_file import read_plain, shown_name, too_large
from kiosk.words import text

MAX_FILE_BYTES: Final = 256 * 1024
MAX_BYTES: Final = 8 * 1024 * 1024
"""Of all files together; activities have limits of their own."""
MAX_FILES: Final = 200
MAX_ACTIVITIES: Final = 100
MAX_ACTIVITY_BYTES: Final = 64 * 1024 * 1024
"""Of all of them together; no more than one is in memory at a time."""
MAX_ENTRIES: Final = 20_000
"""Names that are looked at, in all folders together but those of people."""
MAX_PEOPLES: Final = 200_000
"""Names in people's own folders, where years of exports lie."""
MAX_DEPTH: Final = 3
FOLDERS: Final = frozenset(
    {"import", "imports", "workouts", "protocols", "switchback", "homework", "activities"}
)
"""Looked into wherever they lie, in any case; in other folders are our own exports and the like.
Of the folder with everybody's own one only activities are for us.
"""
_OUR_COPY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9]{4}-.+-[0-9]+")
"""What an export has laid into somebody's folder."""
FileKind = Literal["roster", "plan", "fit", "toml", "activity"]
_LARGEST: Final[Mapping[FileKind, int]] = {"fit": MAX_FIT_BYTES, "activity": MAX_TCX_BYTES}
"""Of a FIT file nobody knows before it is read whether it is a workout; others are MAX_FILE_BYTES.
"""


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file that may be meant for us, read whole."""

    name: str
    """To be shown, and nothing else."""
    kind: FileKind
    content: bytes
    mark: str = ""
    """Of an activity: whose folder it lay in, by the mark of evening pages; "" where none says."""


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
    peoples: int = 0
    activities: int = 0
    activity_bytes: int = 0


Take = Callable[[FoundFile], None]


def _pass_over(_file: FoundFile) -> None:
    """Activities are not asked for."""


def look_into(path: Path, take: Take = _pass_over) -> Found:
    """The files of a folder and of FOLDERS in it. Activities are handed to `take` one by one, and
    are not among them: they may be large.

    Raises ImportRefused when the folder itself cannot be read.
    """
    found = _Found(take=take)
    with _opened(path) as folder:
        _look(found, folder, "", 1)
    return found


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


@dataclass(slots=True)
class _Found(Found):
    """While it is looked for."""

    take: Take = _pass_over


def _look(found: _Found, folder: int, above: str, depth: int) -> None:
    for name in _names(found, folder):
        shown = f"{above}{shown_name(name)}"
        if (kind := _kind_of(name)) is not None:
            _take(found, folder, name, shown, kind)
        elif name.casefold() in FOLDERS and depth < MAX_DEPTH:
            with _below(found, folder, name) as below:
                if below is not None:
                    _look(found, below, f"{shown}/", depth + 1)
        elif name.casefold() == FOLDER.casefold():
            with _below(found, folder, name) as people:
                if people is not None:
                    _look_at_people(found, people, f"{shown}/")
        elif not _is_folder(folder, name):
            found.passed_over += 1


def _look_at_people(found: _Found, folder: int, above: str) -> None:
    """Everybody's own folder: what they have laid there themselves."""
    for name in _names(found, folder, of_people=True):
        if not _is_folder(folder, name):
            found.passed_over += 1
            continue
        with _below(found, folder, name) as own:
            if own is not None:
                _look_at_person(found, own, f"{above}{shown_name(name)}/")


def _look_at_person(found: _Found, folder: int, above: str) -> None:
    try:
        mark = mark_in(read_plain(folder, INDEX, HEAD, is_only_head=True))
    except ImportRefused:
        mark = ""
    for name in _names(found, folder, of_people=True):
        kind = _kind_of(name)
        if kind not in ("fit", "activity") or _OUR_COPY.fullmatch(Path(name).stem):
            found.passed_over += 1
        else:
            _take(found, folder, name, f"{above}{shown_name(name)}", kind, whose=mark)


def _names(found: Found, folder: int, *, of_people: bool = False) -> list[str]:
    names: list[str] = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                found.entries += not of_people
                found.peoples += of_people
                if found.peoples > MAX_PEOPLES if of_people else found.entries > MAX_ENTRIES:
                    found.is_whole = False
                    break
                if not entry.name.startswith("."):  # so none of what a Mac leaves beside each file
                    names.append(entry.name)
    except OSError as error:
        raise ImportRefused(
            text("The stick cannot be read to its end: plug it in once more, then try again.")
        ) from error
    return sorted(names)


@contextmanager
def _below(found: Found, folder: int, name: str) -> Generator[int | None]:
    """A folder in a folder; None for a link, or for no folder at all: nothing of it is for us."""
    flags = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
    try:
        below = os.open(name, flags, dir_fd=folder)
    except OSError:
        found.passed_over += 1
        yield None
        return
    try:
        yield below
    finally:
        os.close(below)


def _kind_of(name: str) -> FileKind | None:
    stem, dot, ending = name.casefold().rpartition(".")
    match ending if dot else "":
        case "fit":
            return "fit"
        case "tcx":
            return "activity"
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


def _take(
    found: _Found, folder: int, name: str, shown: str, kind: FileKind, whose: str | None = None
) -> None:
    """`whose` is None outside of people's own folders; in them a workout is one that we gave."""
    try:
        content = read_plain(folder, name, _LARGEST.get(kind, MAX_FILE_BYTES))
        if kind == "fit" and fit_type(content) == FileType.ACTIVITY:
            kind = "activity"
        if kind == "activity":
            _count_activity(found, len(content))
        elif whose is not None:
            found.passed_over += 1
            return
        else:
            _count(found, len(content))
    except KioskError as refusal:
        if len(found.refused) < MAX_FILES:
            found.refused.append(RefusedFile(shown, str(refusal)))
        else:
            found.passed_over += 1
        return
    file = FoundFile(shown, kind, content, whose or "")
    if kind == "activity":
        found.take(file)
    else:
        found.files.append(file)


def _count(found: Found, size: int) -> None:
    if size > MAX_FILE_BYTES:
        raise too_large(MAX_FILE_BYTES)
    if len(found.files) >= MAX_FILES:
        raise ImportRefused(
            text(
                "There are more than {most} files to take over: bring fewer at a time.",
                most=MAX_FILES,
            )
        )
    if found.bytes_read + size > MAX_BYTES:
        raise ImportRefused(
            text("The files together are too large: bring fewer of them at a time.")
        )
    found.bytes_read += size


def _count_activity(found: Found, size: int) -> None:
    found.activities += 1
    found.activity_bytes += size
    if found.activities > MAX_ACTIVITIES or found.activity_bytes > MAX_ACTIVITY_BYTES:
        raise ImportRefused(
            text(
                "There are too many activities to look at: leave those of the homework on the "
                "stick, and take the others off it."
            )
        )
