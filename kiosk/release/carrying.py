"""Carries out what was asked for, one update at a time, and tells what became of it."""

import fcntl
import logging
import os
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path

from kiosk.errors import ReleaseError
from kiosk.release import journal, notes
from kiosk.release.layout import CURRENT, KEY_FILE, Home
from kiosk.release.notes import Outcome
from kiosk.release.services import Services
from kiosk.release.update import Updater
from kiosk.words import text

_logger = logging.getLogger(__name__)


@contextmanager
def alone(home: Home) -> Generator[None]:
    """Raises ReleaseError while another update runs; the system frees it even after a kill."""
    descriptor = os.open(home.path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError as error:
        raise ReleaseError(
            text("An update is under way already: wait until it is over.")
        ) from error
    finally:
        os.close(descriptor)


def update(home: Home, updater: Updater, services: Services, file: Path, key: Path) -> Outcome:
    """`switchback update FILE`: what failed is told on the screen as well. Raises ReleaseError."""
    with alone(home):
        _end_what_was_cut(home, updater, services)
        return _told(home, lambda: updater.update(file, key))


def go_back(home: Home, updater: Updater, services: Services) -> Outcome:
    """`switchback update --back`. Raises ReleaseError."""
    with alone(home):
        _end_what_was_cut(home, updater, services)
        return _told(home, updater.go_back)


def carry_out(home: Home, data: Path, updater: Updater, services: Services) -> Outcome | None:
    """What the kiosk has left a request for; None where it had not. Raises ReleaseError."""
    with alone(home):
        _end_what_was_cut(home, updater, services)
        request = notes.take_request(data)
        if request is None:
            return None
        if request.action == "back":
            return _told(home, updater.go_back)
        return _told(home, lambda: updater.update(Path(request.file), KEY_FILE))


def recover(home: Home, updater: Updater) -> Outcome | None:
    """At boot, before the kiosk: an update that was cut goes on or back. Raises ReleaseError."""
    with alone(home):
        outcome = updater.recover()
        if outcome is not None:
            notes.tell(home.outcome, outcome)
        return outcome


def _end_what_was_cut(home: Home, updater: Updater, services: Services) -> None:
    """An updater that was killed leaves the kiosk stopped, or a version that nobody watches."""
    if journal.load(home.journal) is None:
        return
    services.stop()
    try:
        outcome = updater.recover()
    finally:
        services.start()
    if outcome is not None:
        notes.tell(home.outcome, outcome)


def _told(home: Home, work: Callable[[], Outcome]) -> Outcome:
    try:
        outcome = work()
    except ReleaseError as error:
        version = home.version_of(CURRENT) or ""
        failed = Outcome("failed", version, str(error), time.time_ns() // 1_000_000)
        notes.tell(home.outcome, failed)
        raise
    notes.tell(home.outcome, outcome)
    return outcome
