"""The past sessions for the coach's pages: listed, exported and read again, in own threads."""

import logging
import threading
from collections.abc import Callable, Container, Generator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
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
from kiosk.days import time_then
from kiosk.errors import ExportError, HistoryError
from kiosk.export.bundle import export, files_of, folder_name
from kiosk.export.replay import replay_of
from kiosk.export.safe_file import at_the_screen
from kiosk.history.queries import History, SessionSummary
from kiosk.words import text

_logger = logging.getLogger(__name__)

FORMATS: Final = ("csv", "fit", "tcx", "summary")
FIRST_PAGE: Final = 60
"""Sessions that are told at once; more than any screen shows."""
NEXT_PAGES: Final = 1000
Take = Callable[[int, Sequence[int], int], None]
"""Notes for a coach that they have these sessions now, UTC ms; may raise HistoryError."""
Answer = SessionsListed | ExportStep | ReplayLoaded


class SessionArchive:
    """The Archive of a kiosk: one thread reads, another writes files, and the pump waits for
    neither. At the kiosk's end an export stops after the session that it is at.
    """

    def __init__(
        self,
        history: History,
        folder: Path,
        clock: Clock,
        post: Callable[[Answer], None],
        take: Take | None = None,
    ) -> None:
        """`folder` is where exports lie; it is made when it is needed. Without `take` nobody knows
        what is new for whom.
        """
        self._history = history
        self._folder = folder
        self._clock = clock
        self._post = post
        self._take = take
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

    def list_sessions(self, coach_id: int | None = None) -> None:
        self._reader.submit(self._list, coach_id)

    def export(self, session_ids: Sequence[int], coach_id: int | None = None) -> None:
        self._exporter.submit(self._export, tuple(session_ids), coach_id)

    def load_replay(self, session_id: int) -> None:
        self._reader.submit(self._load, session_id)

    # -- the threads -------------------------------------------------------------------------------

    def _list(self, coach_id: int | None) -> None:
        now = self._clock.monotonic
        try:
            there = frozenset(path.name for path in self._folder.glob("*"))
            new = frozenset[int]() if coach_id is None else self._history.new_ids(coach_id)
            lines: list[SessionLine] = []
            for page in self._pages():
                lines += [self._line(one, there, new) for one in page]
                if len(lines) == FIRST_PAGE:  # to be looked at while years of others are read
                    self._post(SessionsListed(now(), tuple(lines), is_whole=False))
        except Exception as error:  # noqa: BLE001 - see _words
            self._post(SessionsListed(now(), trouble=_words(error)))
        else:
            self._post(SessionsListed(now(), tuple(lines)))

    def _pages(self) -> Generator[list[SessionSummary]]:
        """The newest first; as far as the kiosk still runs."""
        limit, before = FIRST_PAGE, None
        while not self._ends.is_set():
            page = self._history.newest(limit, before)
            yield page
            if len(page) < limit:
                return
            limit, before = NEXT_PAGES, page[-1].id

    def _line(
        self, session: SessionSummary, there: Container[str], new: Container[int]
    ) -> SessionLine:
        """`there` are the folders of sessions that were exported: of the others, after years nearly
        all, no file is looked for. `new` is for the coach who looks.
        """
        may_be = session.id not in new and session.state != "open" and folder_name(session) in there
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

    def _export(self, session_ids: Sequence[int], coach_id: int | None) -> None:
        done, files, of, refusal = 0, 0, len(session_ids), ""
        for session_id in session_ids:
            if self._ends.is_set():
                return
            self._tell(done, of, files)
            try:
                files += len(export(self._history, self._folder, [session_id], FORMATS))
                if self._take is not None and coach_id is not None:
                    self._take(coach_id, [session_id], self._clock.utc_ms())
            except Exception as error:  # noqa: BLE001 - see _words
                refusal = _words(error)
                break
            done += 1
        self._tell(done, of, files, is_over=True, refusal=refusal)
        self._reader.submit(self._list, coach_id)

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
    return time_then(session.started_utc_ms, session.utc_offset_min)


def _words(error: Exception) -> str:
    """Why it could not be done; a bug of ours is answered too, and leaves nobody waiting."""
    if isinstance(error, ExportError):
        return at_the_screen(error)
    if isinstance(error, HistoryError):
        return str(error)
    _logger.error("A request for past sessions failed", exc_info=error)
    return text("That could not be done because of a fault in the program: try again.")
