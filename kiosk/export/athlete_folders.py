"""`Athletes/NAME/`: one folder a person that stays theirs, whatever other people are called."""

import os
import re
import shutil
from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import Final

from kiosk.errors import ExportError
from kiosk.export.evening_html import Voice
from kiosk.export.evening_pages import athlete_page
from kiosk.export.file_names import file_stem, same_on_disk
from kiosk.export.safe_file import make_folder, whole_file
from kiosk.files import open_plain
from kiosk.history.class_table import PersonKnown

FOLDER: Final = "Athletes"
INDEX: Final = "index.html"
_MARK: Final = re.compile(rb'<meta name="switchback-person" content="([0-9-]{3,60})">')
HEAD: Final = 2048
"""Bytes of a page that hold the mark."""
_AT_ONCE: Final = 1 << 20
_SAME_S: Final = 3.0
"""Memory sticks keep times to two seconds."""


class AthleteFolders:
    """Which folder is whose is told by the mark in its page: so nobody gets the files of somebody
    of the same name who has been erased, and a folder follows its person to a new name.
    """

    def __init__(
        self, out: Path, people: Iterable[PersonKnown], erased: Collection[str] = ()
    ) -> None:
        """`erased` are the marks of those who had themselves erased: their folders go at once, with
        all that is in them. Raises ExportError when the disk has gone.
        """
        self._root = out / FOLDER
        self._people = {one.athlete_id: one for one in people}
        self._names: dict[str, str] = {}
        """Of folders, by mark."""
        living = {one.mark for one in self._people.values()}
        self.unknown = 0
        """Folders of nobody who is known."""
        if self._root.is_symlink():
            raise ExportError(f"{self._root} leads elsewhere: delete it, then export again.")
        self.removed: list[Path] = []
        """Folders of the erased."""
        marks = {name: _mark_of(self._root / name) for name in folders_in(self._root)}
        for name in [name for name, mark in marks.items() if mark in erased]:
            _remove(self._root / name)
            self.removed.append(self._root / name)
            del marks[name]
        self._taken = {same_on_disk(name) for name in names_in(self._root)}
        for name, mark in marks.items():
            if mark:
                self._names[mark] = name
            self.unknown += mark not in living

    def path(self, athlete_id: int) -> Path | None:
        """Theirs, if there is one."""
        name = self._names.get(self._people[athlete_id].mark)
        return None if name is None else self._root / name

    def made(self, athlete_id: int, voice: Voice) -> Path:
        """Theirs, made where there was none, and under the name that they have now."""
        who = self._people[athlete_id]
        name = self._names.get(who.mark)
        wanted = file_stem(who.name, "athlete")
        if name is not None and _is_for(name, wanted):
            return self._root / name
        free = self._free(wanted)
        if name is None:
            make_folder(self._root / free)
            # First of all whose it is: without that an export that is cut would leave it nobody's.
            page = athlete_page(voice, who.name, who.mark, ())
            write_if_other(self._root / free / INDEX, page)
        elif not _renamed(self._root / name, self._root / free):
            return self._root / name
        self._taken.add(same_on_disk(free))
        self._names[who.mark] = free
        return self._root / free

    def _free(self, wanted: str) -> str:
        name, number = wanted, 1
        while same_on_disk(name) in self._taken:
            number += 1
            name = f"{wanted}-{number}"
        return name


def _whatever(_entry: os.DirEntry[str]) -> bool:
    return True


def names_in(path: Path, wanted: Callable[[os.DirEntry[str]], bool] = _whatever) -> frozenset[str]:
    """() where there is no such folder. Raises ExportError when it cannot be read."""
    try:
        with os.scandir(path) as entries:
            return frozenset(one.name for one in entries if wanted(one))
    except FileNotFoundError:
        return frozenset()
    except OSError as error:
        raise ExportError(f"{path} cannot be read: plug its disk in again.") from error


def folders_in(path: Path) -> list[str]:
    """Names, sorted; no symbolic link is followed."""
    return sorted(names_in(path, lambda one: one.is_dir(follow_symlinks=False)))


def files_in(path: Path) -> frozenset[str]:
    """The same of plain files."""
    return names_in(path, lambda one: one.is_file(follow_symlinks=False))


def copy_if_other(source: Path, target: Path) -> bool:
    """Whether it had to be written. The same size and time mean the same file, as for rsync."""
    try:
        of = source.stat()
        is_same = target.is_file() and _is_same(of, target.stat())
        if is_same:
            return False
        with source.open("rb") as whole, whole_file(target) as file:
            while piece := whole.read(_AT_ONCE):
                file.write(piece)
            file.flush()
            os.utime(file.fileno(), ns=(of.st_atime_ns, of.st_mtime_ns))
    except OSError as error:
        raise ExportError(f"{source} cannot be copied: plug its disk in again.") from error
    return True


def write_if_other(path: Path, content: bytes) -> bool:
    """Whether it had to be written: a page that says the same stays as it is."""
    try:
        if path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content:
            return False
    except OSError as error:
        raise ExportError(f"{path} cannot be read: plug its disk in again.") from error
    with whole_file(path) as file:
        file.write(content)
    return True


def _is_same(one: os.stat_result, other: os.stat_result) -> bool:
    return one.st_size == other.st_size and abs(one.st_mtime - other.st_mtime) <= _SAME_S


def _mark_of(folder: Path) -> str:
    """ "" where there is none: a folder that is not ours."""
    try:
        with open_plain(folder / INDEX) as file:
            return mark_in(file.read(HEAD))
    except OSError:
        return ""


def _remove(folder: Path) -> None:
    """The page with the mark goes last: what is cut is gone on with by the next export."""
    try:
        with os.scandir(folder) as entries:
            for entry in [one for one in entries if one.name != INDEX]:
                if entry.is_dir(follow_symlinks=False):
                    shutil.rmtree(entry.path)
                else:
                    Path(entry.path).unlink()
        (folder / INDEX).unlink()
        folder.rmdir()
    except OSError as error:
        raise ExportError(f"{folder} cannot be deleted: plug its disk in again.") from error


def mark_in(page: bytes) -> str:
    """Whose it is, by the beginning of a page; "" where it does not say."""
    found = _MARK.search(page[:HEAD])
    return "" if found is None else found[1].decode()


def _is_for(name: str, wanted: str) -> bool:
    """Whether a folder is called so, be it with a number."""
    return re.fullmatch(f"{re.escape(wanted)}(-[0-9]+)?", name) is not None


def _renamed(before: Path, after: Path) -> bool:
    """The old name is no harm where the disk does not give the new one."""
    try:
        before.rename(after)
    except OSError:
        return False
    return True
