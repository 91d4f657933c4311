"""The kiosk as the appliance starts it: starts that come to nothing again and again end in the safe
screen, and whoever updates the kiosk is told that a new version has come up.
"""

import logging
import signal
import threading
import traceback
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType, TracebackType
from typing import Self

from kiosk import __version__, runs
from kiosk.clock import SystemClock
from kiosk.display import has_display
from kiosk.errors import KioskError
from kiosk.release import notes
from kiosk.settings import data_path_of, load_settings
from kiosk.starts import CALM_S, Starts, spare_folder
from kiosk.words import text

_logger = logging.getLogger(__name__)


def run(config: Path | None) -> int:
    """`switchback run --fullscreen`: the kiosk, or the safe screen; the exit status."""
    data = data_path_of(config)
    starts = Starts(data, SystemClock(), __version__, spare_folder())
    if starts.is_looping and has_display():
        from kiosk import safe_start  # noqa: PLC0415 - a kiosk that runs needs none of it

        return safe_start.show(config, starts)
    starts.begin()
    with Watch(starts, data) as watch, _ended_from_outside():
        loaded = load_settings(config)
        return runs.run_window(loaded, fullscreen=True, on_idle=watch.idle)


@contextmanager
def _ended_from_outside() -> Generator[None]:
    """SIGTERM before there is a window to close is no fault of this start."""

    def end(_number: int, _frame: FrameType | None) -> None:
        raise SystemExit(0)

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


class Watch:
    """Notes what becomes of one start; around all of it."""

    def __init__(self, starts: Starts, data: Path) -> None:
        self._starts = starts
        self._data = data
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, name="first-minute", daemon=True)
        self._last = _LastFault()

    def __enter__(self) -> Self:
        logging.getLogger().addHandler(self._last)
        return self

    def idle(self) -> None:
        """The idle screen is drawn; by any thread, which waits for no disk."""
        self._thread.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        logging.getLogger().removeHandler(self._last)
        self._over.set()
        if self._thread.is_alive():
            self._thread.join()
        if isinstance(error, KioskError):
            self._starts.failed(str(error))
        elif error is not None and not (isinstance(error, SystemExit) and not error.code):
            self._starts.failed(self._last.sentence or fault_of(error))
        else:
            self._starts.ended()

    def _look(self) -> None:
        self._starts.idle()
        try:
            notes.note_idle(self._data, __version__)
        except OSError as error:
            _logger.warning("It cannot be noted that version %s is up: %s", __version__, error)
        if not self._over.wait(CALM_S):
            self._starts.good()


class _LastFault(logging.Handler):
    """A fault ends the window with an exit status alone: what it was stands in the log."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.sentence = ""

    def emit(self, record: logging.LogRecord) -> None:
        if record.exc_info and record.exc_info[1] is not None:
            self.sentence = fault_of(record.exc_info[1])


def fault_of(error: BaseException) -> str:
    """What kind of fault and where, and nothing of whom: people pass by the screen."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return text(
        "There is a fault in the program ({kind} {place}).", kind=type(error).__name__, place=place
    )
