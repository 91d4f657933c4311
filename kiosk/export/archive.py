"""The past sessions for the coach's pages: listed, exported and read again, in own threads."""

import logging
import threading
from collections.abc import Callable, Container, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from kiosk.clock import Clock
from kiosk.coach_port import (
    ExportStep,
    Replay,
    ReplayLoaded,
    SessionLine,
    SessionsListed,
)
from kiosk.errors import ExportError, HistoryError
from kiosk.export.bundle import export, files_of, folder_name
from kiosk.export.replay import replay_of
from kiosk.export.safe_file import at_the_screen
from kiosk.history.queries import History, SessionSummary
from kiosk.words import text

_logger = logging.getLogger(__name__)

FORMATS: Final = ("csv",)
Answer = SessionsListed | ExportStep | ReplayLoaded


class SessionArchive:
    """The Archive of a kiosk: one thread reads, another writes files, and the pump waits for
    neither. At the kiosk's end an export stops after the session that it is at.
    """

    def __init__(
        self, history: History, folder: Path, clock: Clock, post: Callable[[Answer], None]
    ) -> None:
        """`folder` is where exports lie; it is made when it is needed."""
        self._history = history
        self._folder = folder
        self._clock = clock
        self._post = post
        self._ends = threading.Event()
        self._reader = ThreadPoolExecutor(1, "past-sessions")
        self._exporter = ThreadPoolExecutor(1, "export")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._ends.set()
        self._reader.shutdown(cancel_futures=True)
        self._exporter.shutdown(cancel_futures=True)

    # -- requests: see kiosk.coach_port.Archive ----------------------------------------------------

    def list_sessions(self) -> None:
        self._reader.submit(self._list)

    def export(self, session_ids: Sequence[int]) -> None:
        self._exporter.submit(self._export, tuple(session_ids))

    def load_replay(self, session_id: int) -> None:
        self._reader.submit(self._load, session_id)

    # -- the threads -------------------------------------------------------------------------------

    def _list(self) -> None:
        now = self._clock.monotonic
        try:
            there = frozenset(path.name for path in self._folder.glob("*"))
            lines = [self._line(one, there) for one in reversed(self._history.sessions())]
        except Exception as error:  # noqa: BLE001 - see _words
            self._post(SessionsListed(now(), trouble=_words(error)))
        else:
            self._post(SessionsListed(now(), tuple(lines)))

    def _line(self, session: SessionSummary, there: Container[str]) -> SessionLine:
        """`there` are the folders of sessions that were exported: of the others, after years nearly
        all, no file is looked for.
        """
        may_be = session.state != "open" and folder_name(session) in there
        return SessionLine(
            session.id,
            _local(session),
            session.protocol_name,
            tuple(athlete.name for athlete in session.athletes),
            max((athlete.duration_s for athlete in session.athletes), default=0),
            session.state,
            is_exported=may_be
            and all(file.is_file() for file in files_of(self._folder, session, FORMATS)),
        )

    def _export(self, session_ids: Sequence[int]) -> None:
        done, files, of, refusal = 0, 0, len(session_ids), ""
        for session_id in session_ids:
            if self._ends.is_set():
                return
            self._tell(done, of, files)
            try:
                files += len(export(self._history, self._folder, [session_id], FORMATS))
            except Exception as error:  # noqa: BLE001 - see _words
                refusal = _words(error)
                break
            done += 1
        self._tell(done, of, files, is_over=True, refusal=refusal)
        self._reader.submit(self._list)

    def _tell(
        self, done: int, of: int, files: int, *, is_over: bool = False, refusal: str = ""
    ) -> None:
        now = self._clock.monotonic()
        self._post(ExportStep(now, done, of, files, str(self._folder), is_over, refusal))

    def _load(self, session_id: int) -> None:
        replay: Replay | None = None
        trouble = ""
        try:
            replay = replay_of(self._history, session_id)
        except Exception as error:  # noqa: BLE001 - see _words
            trouble = _words(error)
        self._post(ReplayLoaded(self._clock.monotonic(), session_id, replay, trouble))


def _local(session: SessionSummary) -> datetime:
    utc = datetime.fromtimestamp(session.started_utc_ms // 1000, UTC)
    return (utc + timedelta(minutes=session.utc_offset_min)).replace(tzinfo=None)


def _words(error: Exception) -> str:
    """Why it could not be done; a bug of ours is answered too, and leaves nobody waiting."""
    if isinstance(error, ExportError):
        return at_the_screen(error)
    if isinstance(error, HistoryError):
        return str(error)
    _logger.error("A request for past sessions failed", exc_info=error)
    return text("That could not be done because of a fault in the program: try again.")
