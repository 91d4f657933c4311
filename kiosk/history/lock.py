"""Who may write sessions: one running kiosk per data directory."""

import fcntl
import os
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from kiosk.errors import HistoryError

LOCK_NAME = "kiosk.lock"
_PATIENCE = 20
"""Tries of 50 ms: `is_locked` in another program holds the lock for a moment."""


class DataLock:
    """Held for as long as a kiosk runs on `directory`; the system frees it even after a kill."""

    def __init__(self, directory: Path) -> None:
        self._path = directory / LOCK_NAME
        self._descriptor: int | None = None

    def __enter__(self) -> Self:
        """Raises HistoryError when another kiosk holds it or the directory cannot be written."""
        make_directory(self._path.parent)
        try:
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as error:
            raise HistoryError(_cannot_write(self._path, error)) from error
        if not _acquire(descriptor):
            holder = os.pread(descriptor, 20, 0).decode("ascii", "replace").strip() or "unknown"
            os.close(descriptor)
            raise HistoryError(
                f"A kiosk is already running on {self._path.parent} (process {holder}): "
                "stop it first."
            )
        self._descriptor = descriptor
        with suppress(OSError):  # a full disk: the lock holds, only the next one cannot name us
            os.ftruncate(descriptor, 0)
            os.pwrite(descriptor, f"{os.getpid()}\n".encode(), 0)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def is_locked(directory: Path) -> bool:
    """Whether a kiosk runs on `directory` just now."""
    try:
        descriptor = os.open(directory / LOCK_NAME, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return False  # no kiosk has ever run here, or it is not ours to look at
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(descriptor)
    return False


@contextmanager
def alone_in(directory: Path) -> Generator[None]:
    """Lets one program at a time create or upgrade what is in `directory`; the others wait."""
    descriptor = os.open(directory, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def make_directory(directory: Path) -> None:
    """Creates the data directory, for its owner only: heart rates are health data."""
    try:
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    except FileExistsError as error:
        raise HistoryError(
            f"{directory} is a file: set data_directory to a folder, or move the file away."
        ) from error
    except OSError as error:
        raise HistoryError(_cannot_write(directory, error)) from error
    if not os.access(directory, os.R_OK | os.W_OK | os.X_OK, effective_ids=True):
        raise HistoryError(_cannot_write(directory, None))


def _acquire(descriptor: int) -> bool:
    for attempt in range(_PATIENCE):
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if attempt + 1 < _PATIENCE:
                time.sleep(0.05)
        else:
            return True
    return False


def _cannot_write(path: Path, error: OSError | None) -> str:
    why = f" ({error.strerror})" if error is not None else ""
    return (
        f"{path} cannot be written{why}: give the user who runs Switchback write permission "
        "for it, or set data_directory to another folder."
    )
