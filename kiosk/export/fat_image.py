"""A FAT32 disk as one file: written once, from front to back, and only read after that.

Layout by Microsoft's FAT specification (fatgen103). mtools would make such an image too, but loses
letters: a file ŁUK.CSV becomes LUK.CSV, and whatever has an emoji in its name is cut; the pages
that link to them would lead nowhere.
"""

import struct
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import BinaryIO, Final

SECTOR: Final = 512
CLUSTER: Final = 4096
_RESERVED: Final = 32
"""Sectors before the first table; everything of ours lies in the first seven."""
_LEAST_CLUSTERS: Final = 65_600
"""With fewer than 65,525 every system takes it for FAT16, whatever its head says."""
_ROOT: Final = 2
"""The root's first cluster: there is none before."""
_END: Final = 0x0FFFFFFF
_LFN_CHARACTERS: Final = 13
_LARGEST_FOLDER: Final = 65_536 * 32
_READ_ONLY, _VOLUME, _FOLDER, _LONG_NAME = 0x01, 0x08, 0x10, 0x0F
_CHUNK: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class File:
    """`read` opens it when its turn has come; it must then have `size` bytes at least."""

    name: str
    size: int
    changed: datetime
    """Of the local clock: FAT knows no time zone."""
    read: Callable[[], BinaryIO]


@dataclass(slots=True)
class Folder:
    """What lies in it has different names, also where large and small letters are the same."""

    name: str
    changed: datetime
    folders: list["Folder"] = field(default_factory=list["Folder"])
    files: list[File] = field(default_factory=list[File])


class FileChangedError(Exception):
    """A file has become shorter than it was said to be."""


def size_of(root: Folder) -> int:
    """Bytes that the image takes of a disk that keeps holes; the file itself is longer."""
    return _Layout(root, "").used * CLUSTER


def write_fat(out: BinaryIO, root: Folder, label: str, number: int) -> None:
    """Writes the disk into an empty file that can seek. `label`: at most eleven ASCII capitals;
    `number`: of the volume, 32 bits, another for every image.

    Raises FileChangedError, ValueError for a folder with more than FAT has room for, and OSError.
    """
    layout = _Layout(root, label)
    out.truncate(layout.sectors * SECTOR)  # what is not written stays a hole
    head = _head(layout, label, number)
    for place in (0, 6):  # and a copy
        out.seek(place * SECTOR)
        out.write(head)
        out.write(_free_space(layout))
    for copy in range(2):
        out.seek((_RESERVED + copy * layout.table_sectors) * SECTOR)
        out.writelines(layout.table())
    for cluster, content in layout.contents():
        out.seek(layout.at(cluster))
        if isinstance(content, bytes):
            out.write(content)
        else:
            _copy(content, out)


def _copy(source: File, out: BinaryIO) -> None:
    left = source.size
    with source.read() as file:
        while left:
            piece = file.read(min(left, _CHUNK))
            if not piece:
                raise FileChangedError(source.name)
            out.write(piece)
            left -= len(piece)


class _Layout:
    """Where everything lies: each folder and file in one piece, so that its place is its first
    cluster.
    """

    def __init__(self, root: Folder, label: str) -> None:
        self._label = label
        self._runs: list[tuple[int, int, Folder | File]] = []
        """First cluster, how many, and whose; in the order in which they lie."""
        self._first: dict[int, int] = {}
        """By the identity of a folder or file."""
        self._parent: dict[int, int] = {}
        """The first cluster of the folder that a folder lies in; 0 stands for the root."""
        self._next = _ROOT
        self._place(root, 0)
        self.used = self._next - _ROOT
        self.clusters = max(_LEAST_CLUSTERS, self.used + 16)
        self.table_sectors = -(-4 * (self.clusters + _ROOT) // SECTOR)
        data = self.clusters * (CLUSTER // SECTOR)
        self.sectors = _RESERVED + 2 * self.table_sectors + data

    def _place(self, folder: Folder, parent: int) -> None:
        self._parent[id(folder)] = parent
        first = self._take(folder, _length(folder))
        for file in folder.files:
            self._take(file, file.size)
        for inner in folder.folders:
            self._place(inner, 0 if first == _ROOT else first)

    def _take(self, what: Folder | File, size: int) -> int:
        count = -(-size // CLUSTER)
        first = self._next if count else 0
        self._first[id(what)] = first
        if count:
            self._runs.append((first, count, what))
            self._next += count
        return first

    def at(self, cluster: int) -> int:
        """Bytes from the beginning."""
        data = (_RESERVED + 2 * self.table_sectors) * SECTOR
        return data + (cluster - _ROOT) * CLUSTER

    def table(self) -> Iterator[bytes]:
        """Which cluster follows which."""
        yield struct.pack("<2I", 0x0FFFFFF8, _END)
        for first, count, _ in self._runs:
            last = first + count - 1
            yield struct.pack(f"<{count}I", *range(first + 1, last + 1), _END)

    def contents(self) -> Iterator[tuple[int, bytes | File]]:
        for first, _, what in self._runs:
            yield first, what if isinstance(what, File) else self._listing(what, first)

    def _listing(self, folder: Folder, first: int) -> bytes:
        if first == _ROOT:
            lines = [_entry(_short(self._label), _VOLUME, 0, 0, folder.changed)]
        else:
            parent = self._parent[id(folder)]
            lines = [
                _entry(_short("."), _FOLDER, first, 0, folder.changed),
                _entry(_short(".."), _FOLDER, parent, 0, folder.changed),
            ]
        inner: list[Folder | File] = [*folder.folders, *folder.files]
        for number, one in enumerate(inner):
            is_file = isinstance(one, File)
            kind, size = (_READ_ONLY, one.size) if is_file else (_FOLDER, 0)
            short = _short(f"{number:08X}")
            lines += [*_long_name(one.name, short)]
            lines.append(_entry(short, kind, self._first[id(one)], size, one.changed))
        return b"".join(lines)


def _length(folder: Folder) -> int:
    """Bytes that its list takes; it is never empty."""
    inner: Sequence[Folder | File] = [*folder.folders, *folder.files]
    size = 32 * (2 + sum(_pieces(one.name) + 1 for one in inner))
    if size > _LARGEST_FOLDER:
        raise ValueError(f"FAT has no room for {len(inner)} names in the folder {folder.name}")
    return size


def _pieces(name: str) -> int:
    return -(-len(name.encode("utf-16-le")) // (2 * _LFN_CHARACTERS))


def _long_name(name: str, short: bytes) -> Iterator[bytes]:
    """The name as it is, the last piece of it first."""
    code = name.encode("utf-16-le")
    whole = _LFN_CHARACTERS * 2 * _pieces(name)
    if len(code) < whole:
        code = (code + b"\0\0").ljust(whole, b"\xff")
    check = 0
    for byte in short:
        check = ((check >> 1) + ((check & 1) << 7) + byte) & 0xFF
    count = whole // (2 * _LFN_CHARACTERS)
    for number in range(count, 0, -1):
        piece = code[(number - 1) * 26 : number * 26]
        order = number | (0x40 if number == count else 0)
        yield struct.pack(
            "<B10sBBB12sH4s", order, piece[:10], _LONG_NAME, 0, check, piece[10:22], 0, piece[22:]
        )


def _short(name: str) -> bytes:
    """What a system without long names would show: nobody has one any more."""
    return name.encode("ascii").ljust(11)


def _entry(name: bytes, kind: int, first: int, size: int, changed: datetime) -> bytes:
    year = min(max(changed.year, 1980), 2107) - 1980
    day = year << 9 | changed.month << 5 | changed.day
    time = changed.hour << 11 | changed.minute << 5 | changed.second // 2
    high, low = divmod(first, 1 << 16)
    times = (0, time, day, day, high, time, day, low)
    return struct.pack("<11sB8HI", name, kind, *times, size)


def _head(layout: _Layout, label: str, number: int) -> bytes:
    """The first sector. Heads and tracks are made up, as everywhere."""
    return struct.pack(
        "<3s8sHBHBHHBHHHIIIHHIHH12xBBBI11s8s420xH",
        *(b"\xeb\x58\x90", b"MSWIN4.1", SECTOR, CLUSTER // SECTOR, _RESERVED, 2),
        *(0, 0, 0xF8, 0, 63, 255, 0, layout.sectors),
        *(layout.table_sectors, 0, 0, _ROOT, 1, 6),
        *(0x80, 0, 0x29, number, _short(label), b"FAT32   ", 0xAA55),
    )


def _free_space(layout: _Layout) -> bytes:
    free = layout.clusters - layout.used
    return struct.pack(
        "<I480xIII12xI", 0x41615252, 0x61417272, free, _ROOT + layout.used, 0xAA550000
    )
