"""Open file descriptors of this process."""

from pathlib import Path

from kiosk.history.database import DATABASE_NAME


def open_descriptors() -> int:
    """All but the history's: its pool opens another one whenever two threads read at once, and
    keeps it.
    """
    count = 0
    for link in Path("/proc/self/fd").iterdir():
        try:
            target = link.readlink().name
        except FileNotFoundError:  # the one that lists them
            continue
        count += not target.startswith(DATABASE_NAME)
    return count
