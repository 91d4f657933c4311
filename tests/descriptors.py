"""Open file descriptors and memory of this process."""

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


def memory_kb() -> int:
    """Resident."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") // 1024
