"""The one writer of sessions: a thread that commits each batch at once and keeps what it cannot."""

import logging
import threading
from collections import deque
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from datetime import tzinfo
from itertools import islice

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import (
    DatabaseError,
    DataError,
    IntegrityError,
    NotSupportedError,
    ProgrammingError,
)

from kiosk.errors import HistoryError
from kiosk.history.trouble import sentence_for
from kiosk.history.writer import Writer
from kiosk.session.records import Beats, Record, Sample
from kiosk.words import joined, text

log = logging.getLogger(__name__)

CAPACITY = 500_000
"""Records kept in memory while the disk takes none: 32 athletes for about two hours, beats too."""
CHUNK = 5_000
"""Records in one transaction at most, when many have waited."""
_RECORDS_FAULT = (DataError, IntegrityError, NotSupportedError, ProgrammingError)


class Recorder:
    """Put records in from one thread; a thread of its own writes them, oldest first.

    A batch is one transaction. When the disk does not take it, the records wait in memory, in
    order, and are tried again every `retry_s` seconds; nothing is lost or written twice. A record
    that the history refuses is logged and left out, and those beside it are written. Past
    `capacity` waiting records the oldest seconds are given up; `lost` counts both.

    `on_trouble` is called on the writer's thread: with a sentence when trouble begins or changes,
    with None when all is well again. So is `on_written`, with records that are on the disk.
    """

    def __init__(
        self,
        engine: Engine,
        on_trouble: Callable[[str | None], None],
        *,
        on_written: Callable[[Sequence[Record]], None] = lambda _: None,
        time_zone: tzinfo | None = None,
        retry_s: float = 1.0,
        capacity: int = CAPACITY,
    ) -> None:
        self._engine = engine
        self._on_trouble = on_trouble
        self._on_written = on_written
        self._retry_s = retry_s
        self._capacity = capacity
        self._writer = Writer(time_zone)
        self._connection: Connection | None = None
        self._trouble: str | None = None
        self._changed = threading.Condition()
        self._inbox: list[Record] = []
        self._put = 0
        self._settled = 0
        self._closing = False
        self._thread = threading.Thread(target=self._run, name="recorder", daemon=True)
        self.lost = 0

    def start(self) -> None:
        self._thread.start()

    def put(self, records: Sequence[Record]) -> None:
        """Takes records over at once; never waits for the disk."""
        if records:
            with self._changed:
                self._inbox.extend(records)
                self._put += len(records)
                self._changed.notify_all()

    @property
    def waiting(self) -> int:
        """Records put in and not yet on the disk."""
        with self._changed:
            return self._put - self._settled

    def flush(self, timeout_s: float) -> bool:
        """Waits until everything put so far is on the disk; False when that took too long."""
        with self._changed:
            wanted = self._put
            return self._changed.wait_for(lambda: self._settled >= wanted, timeout_s)

    def close(self, timeout_s: float = 10.0) -> None:
        """Writes what is left and ends the thread.

        Raises HistoryError when the disk did not take everything within `timeout_s` seconds.
        """
        if self._thread.is_alive():
            self.flush(timeout_s)
            with self._changed:
                self._closing = True
                self._changed.notify_all()
            self._thread.join()
        if self.waiting:
            raise HistoryError(
                f"{self.waiting} records of training could not be saved: "
                f"{self._trouble or 'the recorder was never started.'}"
            )

    def _run(self) -> None:
        backlog: deque[Record] = deque()
        while True:
            with self._changed:
                if backlog:
                    self._changed.wait_for(lambda: self._closing, self._retry_s)
                else:
                    self._changed.wait_for(lambda: bool(self._inbox) or self._closing)
                backlog.extend(self._inbox)
                self._inbox.clear()
                closing = self._closing
            self._save(backlog)
            if closing:
                break
        if self._connection is not None:
            self._connection.close()

    def _save(self, backlog: deque[Record]) -> None:
        """Writes as much as the disk takes."""
        while backlog:
            chunk = list(islice(backlog, CHUNK))
            try:
                self._store(chunk)
            except Exception as error:  # noqa: BLE001 - this thread must outlive whatever it is
                self._drop_connection()
                self._tell(joined(" ", [self._sentence(error), self._make_room(backlog)]))
                return
            for _ in chunk:
                backlog.popleft()
            self._on_written(chunk)
            self._settle(len(chunk))
        if self.lost:
            self._tell(
                text(
                    "{count} records of training could not be saved: tell whoever looks after "
                    "the kiosk; the log says which.",
                    count=self.lost,
                )
            )
        else:
            self._tell(None)

    def _store(self, chunk: list[Record]) -> None:
        """Writes a chunk in one transaction; what the history refuses is left out and counted.

        Raises DatabaseError when it is the disk's fault; nothing of the chunk is written then.
        """
        try:
            with self._transaction() as connection:
                self._writer.write(connection, chunk)
        except Exception as error:
            self._writer.forget()
            if _is_disks_fault(error):
                raise
            self._store_one_by_one(chunk)

    def _store_one_by_one(self, chunk: list[Record]) -> None:
        refused: list[tuple[Record, Exception]] = []
        try:
            with self._transaction() as connection:
                for record in chunk:
                    try:
                        with connection.begin_nested():
                            self._writer.write(connection, [record])
                    except Exception as error:
                        if _is_disks_fault(error):
                            raise
                        refused.append((record, error))
        except Exception:
            self._writer.forget()
            raise
        for record, error in refused:
            # Neither names nor heart rates belong into the log.
            log.error(
                "Not saved, because the history refuses it: %s of session %s, athlete %s (%s)",
                type(record).__name__,
                getattr(record, "session_id", "-"),
                getattr(record, "athlete_id", "-"),
                type(error).__name__,
            )
        self.lost += len(refused)

    @contextmanager
    def _transaction(self) -> Generator[Connection]:
        if self._connection is None:
            self._connection = self._engine.connect().execution_options(writes=True)
        with self._connection.begin():
            yield self._connection

    def _drop_connection(self) -> None:
        """The next try begins with a fresh connection: this one's file may have gone."""
        if self._connection is not None:
            self._connection.invalidate()
            self._connection.close()
            self._connection = None

    def _make_room(self, backlog: deque[Record]) -> str:
        """Gives up the oldest seconds past the capacity, never what opens or closes a session."""
        excess = len(backlog) - self._capacity
        if excess > 0:
            quota = excess + self._capacity // 20  # not again at every batch
            kept: list[Record] = []
            for record in backlog:
                if quota and isinstance(record, Sample | Beats):
                    quota -= 1
                else:
                    kept.append(record)
            dropped = len(backlog) - len(kept)
            backlog.clear()
            backlog.extend(kept)
            self.lost += dropped
            self._settle(dropped)
        if self.lost:
            return text("Training goes on; {count} records had to be given up.", count=self.lost)
        return text("Training goes on and is kept in memory until then.")

    def _sentence(self, error: Exception) -> str:
        path = self._engine.url.database or text("The history")
        if isinstance(error, DatabaseError):
            return sentence_for(error, path)
        log.error("Unexpected while writing", exc_info=error)
        return text(
            "{path} cannot be written ({error}): look at the log and start again.",
            path=path,
            error=error,
        )

    def _settle(self, count: int) -> None:
        with self._changed:
            self._settled += count
            self._changed.notify_all()

    def _tell(self, sentence: str | None) -> None:
        """Once when trouble begins or changes, once when it is over."""
        if sentence == self._trouble:
            return
        self._trouble = sentence
        if sentence is None:
            log.info("The history takes records again")
        else:
            log.error("%s", sentence)
        self._on_trouble(sentence)


def _is_disks_fault(error: Exception) -> bool:
    """Whether trying again may help; else it is the record that is wrong."""
    return isinstance(error, DatabaseError) and not isinstance(error, _RECORDS_FAULT)
