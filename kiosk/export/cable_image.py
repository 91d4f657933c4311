"""The drive that a laptop sees at the other end of a USB cable: the kiosk's exports as one file.

systemd/cable.sh shows it; from then on nobody writes to it. A new one takes its place only while no
laptop has the old one open.
"""

import os
import re
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import BinaryIO, Final

from kiosk.errors import ExportError
from kiosk.export.athlete_folders import FOLDER as PEOPLE
from kiosk.export.fat_image import File, FileChangedError, Folder, size_of, write_fat
from kiosk.export.file_names import file_stem, same_on_disk
from kiosk.export.safe_file import make_folder, whole_file
from kiosk.files import open_plain
from kiosk.words import text

CABLE_FOLDER: Final = "cable"
"""In the data directory; systemd/cable.sh looks there too."""
NEXT_IMAGE: Final = "next.img"
LABEL: Final = "SWITCHBACK"
MOST_BYTES: Final = 2_000_000_000
"""About thirty full classes in every format; there may be three such files for a moment."""
SPARE_BYTES: Final = 500_000_000
"""Stays free on the kiosk's disk, for the history."""
DEEPEST: Final = 8
_NUMBERED: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9]{4}-")
_UNFIT: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\ud800-\udfff]|[. ]$')
"""In a name: what FAT refuses, or Windows."""


@dataclass(frozen=True, slots=True)
class CableImage:
    """What lies on the drive."""

    files: int
    size: int
    """Bytes that it takes."""
    left_out: int
    """Folders for which it had no room."""


class _StoppedError(Exception):
    """The kiosk ends."""


def make_cable_image(
    exports: Path,
    images: Path,
    *,
    most_bytes: int = MOST_BYTES,
    spare_bytes: int = SPARE_BYTES,
    stop: Callable[[], bool] = bool,
) -> CableImage:
    """Lays `next.img` into `images`, whole or not at all: pages first, then the newest sessions,
    then everybody's own folders, as many as `most_bytes` has room for.

    Only files and folders are taken: no links, and nothing whose name begins with a dot. `stop`
    ends it between two files. Raises ExportError where it was stopped, where the disk has too
    little room, and where a file changes meanwhile; an older image stays then.
    """
    make_folder(exports)
    make_folder(images)
    try:
        root, left_out = _gathered(exports, most_bytes, stop)
        size = size_of(root)
        _check_room(images, size + spare_bytes)
        with whole_file(images / NEXT_IMAGE) as file:
            write_fat(file, root, LABEL, _number(root))
    except _StoppedError:
        raise ExportError(
            text("The files are written, but the cable’s drive is not: export again.")
        ) from None
    except (FileChangedError, ValueError) as error:
        raise ExportError(
            text(
                "The files are written, but the cable’s drive is not, because some of them changed "
                "meanwhile: export again."
            )
        ) from error
    except OSError as error:
        raise ExportError(
            text("The exports cannot be read for the cable’s drive: have the kiosk looked at.")
        ) from error
    return CableImage(sum(1 for _ in _files_of(root)), size, left_out)


def _check_room(images: Path, needed: int) -> None:
    disk = os.statvfs(images)
    free = disk.f_bavail * disk.f_frsize
    if needed > free:
        raise ExportError(
            text(
                "The files are written, but the cable’s drive is not: the disk has {free} MB free, "
                "and it needs {needed} MB. Take old exports away.",
                free=free // 1_000_000,
                needed=-(-needed // 1_000_000),
            )
        )


def _gathered(exports: Path, most_bytes: int, stop: Callable[[], bool]) -> tuple[Folder, int]:
    """And how many folders are not in it."""
    root, inside = _listed(exports, "", stop)
    wanted = [(root, one) for one in sorted(inside, key=_newest_first) if one[1] != PEOPLE]
    if (exports / PEOPLE, PEOPLE) in inside:
        people, theirs = _listed(exports / PEOPLE, PEOPLE, stop)
        root.folders.append(people)
        wanted += [(people, one) for one in theirs]
    left, left_out = most_bytes - size_of(root), 0
    for above, (path, name) in wanted:
        folder = _filled(path, name, DEEPEST, stop)
        size = size_of(folder)
        if size <= left:
            above.folders.append(folder)
            left -= size
        else:
            left_out += 1
    return root, left_out


def _newest_first(folder: tuple[Path, str]) -> tuple[bool, list[int]]:
    """Sessions before others; their names begin with the day."""
    name = folder[1]
    return _NUMBERED.match(name) is None, [-ord(letter) for letter in name]


def _filled(path: Path, name: str, depth: int, stop: Callable[[], bool]) -> Folder:
    folder, inside = _listed(path, name, stop)
    if depth:
        folder.folders = [_filled(inner, as_, depth - 1, stop) for inner, as_ in inside]
    return folder


def _listed(
    path: Path, name: str, stop: Callable[[], bool]
) -> tuple[Folder, list[tuple[Path, str]]]:
    """A folder with its files, and its folders with the names that they will have."""
    files: dict[str, os.stat_result] = {}
    folders: list[str] = []
    with os.scandir(path) as entries:
        for entry in entries:
            if entry.is_symlink() or entry.name.startswith("."):
                continue
            if entry.is_dir():
                folders.append(entry.name)
            elif entry.is_file():
                files[entry.name] = entry.stat()
    named = fat_names([*folders, *files])
    listed = Folder(name, _local(path.stat().st_mtime))
    for one, seen in sorted(files.items()):
        read = partial(_opened, path / one, stop)
        listed.files.append(File(named[one], seen.st_size, _local(seen.st_mtime), read))
    return listed, [(path / one, named[one]) for one in sorted(folders)]


def fat_names(names: Iterable[str]) -> dict[str, str]:
    """The same names wherever FAT takes them, and no two that it would take for one."""
    taken: set[str] = set()
    given: dict[str, str] = {}
    for name in sorted(names):
        fit = name if not _UNFIT.search(name) else _mended(name)
        stem, dot, form = fit.rpartition(".") if "." in fit else (fit, "", "")
        number = 1
        while same_on_disk(fit) in taken:
            number += 1
            fit = f"{stem}-{number}{dot}{form}"
        taken.add(same_on_disk(fit))
        given[name] = fit
    return given


def _mended(name: str) -> str:
    stem, dot, form = name.rpartition(".")
    return f"{file_stem(stem)}.{file_stem(form)}" if dot else file_stem(name)


def _opened(path: Path, stop: Callable[[], bool]) -> BinaryIO:
    """Nothing that has become a link or a pipe meanwhile."""
    if stop():
        raise _StoppedError
    try:
        return open_plain(path)
    except OSError as error:
        raise FileChangedError(path.name) from error


def _local(at: float) -> datetime:
    return datetime.fromtimestamp(at)  # noqa: DTZ006 - FAT keeps the clock on the wall


def _files_of(folder: Folder) -> Iterator[File]:
    yield from folder.files
    for inner in folder.folders:
        yield from _files_of(inner)


def _number(root: Folder) -> int:
    """Of the volume: another whenever anything in it is another, so that no laptop takes the new
    drive for the old one.
    """
    seen = [(one.name, one.size, one.changed) for one in _files_of(root)]
    return zlib.crc32(repr(seen).encode())
