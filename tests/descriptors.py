"""Open file descriptors and memory of this process."""

import ctypes
import os
from pathlib import Path

from kiosk.history.database import DATABASE_NAME


def open_descriptors() -> int:
    """How many `open_files` has."""
    return len(open_files())


def open_files() -> list[str]:
    """What this process has open, but for the history: its pool opens another connection whenever
    two threads read at once, and keeps it.
    """
    names = list[str]()
    for link in Path("/proc/self/fd").iterdir():
        try:
            target = str(link.readlink())
        except FileNotFoundError:  # the one that lists them
            continue
        if not Path(target).name.startswith(DATABASE_NAME):
            names.append(target)
    return names


class _MallocInfo(ctypes.Structure):
    """glibc's struct mallinfo2."""

    _fields_ = tuple(
        (name, ctypes.c_size_t)
        for name in (
            "arena", "ordblks", "smblks", "hblks", "hblkhd",
            "usmblks", "fsmblks", "uordblks", "fordblks", "keepcost",
        )
    )  # fmt: skip


_libc = ctypes.CDLL(None)
_libc.mallinfo2.restype = _MallocInfo


def held_kb() -> int:
    """What Qt, SQLite and Python's larger objects have from malloc now, in all its arenas: what has
    been given back and still is resident is not in it, nor are Python's small objects.
    """
    info = _libc.mallinfo2()
    return (info.uordblks + info.hblkhd) // 1024


def memory_kb() -> int:
    """Resident."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") // 1024
