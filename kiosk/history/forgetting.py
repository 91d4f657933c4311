"""Older copies on this disk, rewritten without those who have been erased since.

The delay that people are told of (DELAY_HOURS) is kept by kiosk.history.backup_watch: it does this
as soon as nobody trains, at the latest half a minute after the next start.
"""

import logging
import os
import shutil
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Final

from kiosk.errors import HistoryError
from kiosk.files import put_under_name
from kiosk.history.backups import SPARE_BYTES
from kiosk.history.erased import Entry, erased_in
from kiosk.history.integrity import READ_ERRORS, GoOn, open_to_read
from kiosk.history.restore import close_alone, prepare
from kiosk.history.room import copies_in, make_room, remove_copy
from kiosk.words import text

DELAY_HOURS: Final = 24
"""In which the kiosk is on, and not in use all the time."""
_WORK: Final = ".forgetting"
_DAMAGED: Final = "damaged-*"

_logger = logging.getLogger(__name__)


def forget_in_copies(data: Path, go_on: GoOn) -> bool:
    """Rewrites each copy that somebody is in who has been erased; one that is damaged or cannot be
    read any more goes, if it may have them. False when `go_on` said no: the rest is for
    another time. Raises HistoryError, OSError when the disk takes no copy.
    """
    erased = erased_in(data)
    for copy in copies_in(data) if erased else ():
        if not go_on():
            return False
        if not copy.exists():
            continue  # room was needed
        there, is_damaged = is_in(copy, erased), copy.parent.match(_DAMAGED)
        if there and not is_damaged:
            _rewrite(copy, data, erased)
        elif there or ((there is None or is_damaged) and _may_hold(copy, erased)):
            remove_copy(copy)
    return True


def is_in(copy: Path, erased: Mapping[Entry, int]) -> bool | None:
    """Whether any of them is in this copy; None when it cannot be read."""
    try:
        with closing(open_to_read(copy)) as connection:
            rows = connection.execute("SELECT id, created_utc_ms FROM athlete").fetchall()
    except READ_ERRORS as error:
        _logger.info("%s: %s", copy, error)
        return None
    return not erased.keys().isdisjoint((row[0], row[1]) for row in rows)


def _may_hold(copy: Path, erased: Mapping[Entry, int]) -> bool:
    """By the time at which it was written last: whoever came later, or had gone, is not in it."""
    at = copy.stat().st_mtime * 1000
    return any(created <= at < gone for (_, created), gone in erased.items())


def _rewrite(copy: Path, data: Path, erased: Mapping[Entry, int]) -> None:
    make_room(data, copy.stat().st_size + SPARE_BYTES)
    if not copy.exists():
        return  # it has made room itself
    work = data / _WORK
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(mode=0o700)
    times = copy.stat()
    try:
        close_alone(copy)  # what was set aside may have a log of its own, which must not survive
        ready, _ = prepare(copy, work / copy.name, None, erased)
        with closing(sqlite3.connect(ready)) as connection:
            connection.execute("PRAGMA journal_mode=DELETE").close()  # one file, as it was
        os.utime(ready, ns=(times.st_atime_ns, times.st_mtime_ns))
        put_under_name(ready, copy)
    except sqlite3.Error as error:
        raise HistoryError(
            text("{copy} cannot be rewritten ({error}).", copy=copy, error=error)
        ) from error
    except HistoryError as error:
        if shutil.disk_usage(data).free < SPARE_BYTES:
            raise
        _logger.warning("%s goes, because it cannot be rewritten: %s", copy, error)
        remove_copy(copy)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    _logger.info("%s has been rewritten without those who were erased", copy)
