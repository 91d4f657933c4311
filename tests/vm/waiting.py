"""Waiting for what another process makes."""

import socket
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")


def until(what: str, ask: Callable[[], T | None], patience_s: float, rest_s: float = 0.05) -> T:
    """The first answer that is something. Raises TimeoutError with `what` when none comes."""
    end = time.monotonic() + patience_s
    while True:
        found = ask()
        if found is not None:
            return found
        if time.monotonic() > end:
            raise TimeoutError(f"waited {patience_s:.0f} s for {what}")
        time.sleep(rest_s)


def connected(place: Path, patience_s: float = 10.0) -> socket.socket:
    """A connection to a socket that somebody is about to open there."""

    def connect() -> socket.socket | None:
        one = socket.socket(socket.AF_UNIX)
        try:
            one.connect(str(place))
        except OSError:
            one.close()
            return None
        return one

    return until(str(place), connect, patience_s)
