"""The past sessions for the coach's pages: listed, exported and read again, in own threads."""

import logging
import threading
from collections.abc import Callable, Container, Generator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
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
from kiosk.export.bundle import PDF, PLAIN, Writers, export, files_of, folder_name
from kiosk.export.replay import replay_of
from kiosk.export.safe_file import at_the_screen, failed
from kiosk.export.target import KeepCopy, Target, opened_target
from kiosk.history.queries import History, SessionSummary
from kiosk.stick import StickPort
from kiosk.words import text

_logger = logging.getLogger(__name__)

FORMATS: Final = ("csv", "fit", "tcx", "summary")
FIRST_PAGE: Final = 60
"""Sessions that are told at once; more than any screen shows."""
NEXT_PAGES: Final = 1000
HASTE_S: Final = 5.0
"""Before nobody asks how long it will take."""
Take = Callable[[int, Sequence[int], int], None]
"""Notes for a coach that they have these sessions now, UTC ms; may raise HistoryError."""
Beside = Callable[[Path, Sequence[int], Callable[[], bool]], object]
"""The folder, the sessions just written there, and whether to stop between two files; ExportError
and HistoryError as there."""
Answer = SessionsListed | ExportStep | ReplayLoaded


@dataclass(frozen=True, slots=True)
class Backup:
    """What a coach who exports carries out of the house."""

    history: Path
    """Its file, for how large a copy will be."""
    copy: KeepCopy


Cable = Callable[[Callable[[], bool]], object]
"""Makes the drive that laptops see on a cable of all that lies in the kiosk's own folder; hears
whether to stop, raises ExportError."""


class SessionArchive:
    """The Archive of a kiosk: one thread reads, another writes files, and the pump waits for
    neither. At the kiosk's end an export stops after the session that it is at; the stick is left
    so that it may be pulled.
    """

    def __init__(
        self,
        history: History,
        folder: Path,
        clock: Clock,
        post: Callable[[Answer], None],
        take: Take | None = None,
        *,
        sticks: StickPort | None = None,
        backup: Backup | None = None,
        beside: Beside | None = None,
        cable: Cable | None = None,
        writers: Writers = PLAIN,
    ) -> None:
        """`folder` is where exports lie while no stick is in; it is made when it is needed. Without
        `take` nobody knows what is new for whom; without `backup` none goes onto a stick.
        `beside` writes what is about all sessions that lie there. Without `cable` laptops see none.
        """
        self._history = history
        self._folder = folder
        self._clock = clock
        self._post = post
        self._take = take
        self._sticks = sticks
        self._backup = backup
        self._beside = beside
        self._cable = cable
        self._writers = writers
        self._formats = (*FORMATS, PDF) if PDF in writers.formats else FORMATS
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

    @property
    def sticks(self) -> StickPort | None:
        return self._sticks

    def beside(self, work: Callable[[], None]) -> None:
        """Something else for the stick, in the thread that alone opens it."""
        self._exporter.submit(work)

    def load_replay(self, session_id: int) -> None:
        self._reader.submit(self._load, session_id)

    # -- the threads -------------------------------------------------------------------------------

    def _list(self, coach_id: int | None) -> None:
        now = self._clock.monotonic
        try:
            there = frozenset(path.name for path in self._folder.glob("*"))
            new = None if coach_id is None else self._history.new_ids(coach_id)
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
        self, session: SessionSummary, there: Container[str], new: Container[int] | None
    ) -> SessionLine:
        """`there` are the folders of sessions that were exported: of the others, after years nearly
        all, no file is looked for. `new` is for the coach who looks; None where nobody does.
        """
        is_over = session.state != "open"
        return SessionLine(
            session.id,
            _local(session),
            session.protocol_name,
            tuple(athlete.name for athlete in session.athletes),
            max((athlete.duration_s for athlete in session.athletes), default=0),
            session.state,
            is_exported=is_over and self._is_exported(session, there, new),
        )

    def _is_exported(
        self, session: SessionSummary, there: Container[str], new: Container[int] | None
    ) -> bool:
        """Where sticks come, what counts is what was carried away on one; in the kiosk's own folder
        it is what lies there.
        """
        has_it = new is not None and session.id not in new
        if self._knows_sticks and has_it:
            return True
        if self._knows_sticks and self._is_plugged_in and new is not None:
            return False
        lies_there = folder_name(session) in there and all(
            file.is_file() for file in files_of(self._folder, session, self._formats)
        )
        return lies_there and (has_it or new is None or self._knows_sticks)

    @property
    def _knows_sticks(self) -> bool:
        return self._sticks is not None and self._sticks.is_usable

    @property
    def _is_plugged_in(self) -> bool:
        return self._sticks is not None and self._sticks.is_plugged_in

    def _export(self, session_ids: Sequence[int], coach_id: int | None) -> None:
        step = ExportStep(self._clock.monotonic(), 0, len(session_ids), folder=str(self._folder))
        refusal = ""
        try:
            with opened_target(self._folder, self._sticks) as target:
                for step in self._steps(target, session_ids, coach_id):
                    self._post(step)
                    if self._ends.is_set():
                        return
        except Exception as error:  # noqa: BLE001 - see _words
            refusal = _words(error)
        now = self._clock.monotonic()
        self._post(
            replace(step, at=now, is_over=True, is_closing=False, left_s=None, refusal=refusal)
        )
        with suppress(RuntimeError):  # the kiosk ends
            self._reader.submit(self._list, coach_id)

    def _steps(
        self, target: Target, session_ids: Sequence[int], coach_id: int | None
    ) -> Generator[ExportStep]:
        """Does one thing after each: the sessions, and then what belongs beside them."""
        begun, of, files = self._clock.monotonic(), len(session_ids), 0
        is_on_stick = target.stick is not None
        target.check_room(self._history.session(number) for number in session_ids)
        for done, session_id in enumerate(session_ids):
            now = self._clock.monotonic()
            left_s = (now - begun) / done * (of - done) if done and now - begun > HASTE_S else None
            yield ExportStep(
                now, done, of, files, str(target.folder), is_on_stick=is_on_stick, left_s=left_s
            )
            target.check()
            formats, writers = self._formats, self._writers
            written = export(self._history, target.folder, [session_id], formats, writers=writers)
            files += len(written)
            if done < of - 1:
                self._note(target, coach_id, session_id)
        now = self._clock.monotonic()
        yield ExportStep(
            now, of, of, files, str(target.folder), is_on_stick=is_on_stick, is_closing=True
        )
        if self._beside is not None:
            target.check()
            self._beside(target.folder, session_ids, self._ends.is_set)
        if session_ids:  # the last one stays new until all that is about it lies there too
            self._note(target, coach_id, session_ids[-1])
        self._keep_copy(target, coach_id)
        if self._cable is not None and not is_on_stick:
            self._cable(self._ends.is_set)
            now, folder = self._clock.monotonic(), str(target.folder)
            yield ExportStep(now, of, of, files, folder, is_closing=True, is_on_cable=True)

    def _note(self, target: Target, coach_id: int | None, session_id: int) -> None:
        """The coach has it now; what lies in the kiosk's own folder nobody has carried away yet,
        where there could have been a stick.
        """
        counts = target.stick is not None or not self._knows_sticks
        if self._take is not None and coach_id is not None and counts:
            target.check()
            self._take(coach_id, [session_id], self._clock.utc_ms())

    def _keep_copy(self, target: Target, coach_id: int | None) -> None:
        if coach_id is not None and self._backup is not None:
            size = self._backup.history.stat().st_size
            target.keep_copy(self._backup.copy, size, lambda: not self._ends.is_set())

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
    if isinstance(error, OSError):
        return at_the_screen(failed(error))
    _logger.error("A request for past sessions failed", exc_info=error)
    return text("That could not be done because of a fault in the program: try again.")
