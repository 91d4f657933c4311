"""A whole evening of the kiosk's disk in one process, to be cut: it starts, records, packs, copies
and exports, and says on a board in shared memory what it is at.
"""

import mmap
import random
import shutil
import struct
import threading
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from sqlalchemy import Engine

from kiosk.errors import KioskError
from kiosk.export.bundle import export
from kiosk.history.backups import FOLDER, make_backup
from kiosk.history.database import DATABASE_NAME, open_engine
from kiosk.history.lock import DataLock
from kiosk.history.minutes import pack_next
from kiosk.history.queries import History
from kiosk.history.recorder import Recorder
from kiosk.history.recovery import close_session, cut_sessions, resume_point
from kiosk.history.rescue import rescue
from kiosk.session.records import Note, Record, Sample
from tests.rigs.gym import BEGAN_UTC_MS, closing, opening, second_of

EXPORTS = "exports"
WORKS: Final = ("start", "recording", "packing", "backup", "export")
_SLOTS: Final = 64
_PAIR = struct.Struct("<II")
_LATER_MS = BEGAN_UTC_MS * 2
STALL_S: Final = 1.0
"""As long as the disk takes a commit, the class's clock runs with the wall's: a second a second.
When it has taken it, the next second comes at once."""
BREATH_S: Final = 0.004
_LENGTHS_S = (25, 150)
"""Of sessions, so that several end in one evening."""


class Board:
    """What a cut process had been at; readable by whoever cut it."""

    def __init__(self) -> None:
        self._memory = mmap.mmap(-1, 8 * (_SLOTS + 1) + len(WORKS))

    def mark_put(self, slot: int, session_id: int, seconds: int) -> None:
        _PAIR.pack_into(self._memory, 8 * (slot % _SLOTS), session_id, seconds)

    def mark_kept(self, session_id: int, seconds: int) -> None:
        _PAIR.pack_into(self._memory, 8 * _SLOTS, session_id, seconds)

    @contextmanager
    def at(self, work: str) -> Generator[None]:
        self._set(work, 1)
        yield
        self._set(work, 0)

    def _set(self, work: str, value: int) -> None:
        self._memory[8 * (_SLOTS + 1) + WORKS.index(work)] = value

    @property
    def put(self) -> list[tuple[int, int]]:
        """Session and seconds put into it, in this evening."""
        pairs = (_PAIR.unpack_from(self._memory, 8 * slot) for slot in range(_SLOTS))
        return [(session, seconds) for session, seconds in pairs if session]

    @property
    def kept(self) -> tuple[int, int]:
        """The newest session and seconds of it of which the recorder said that they are safe."""
        session, seconds = _PAIR.unpack_from(self._memory, 8 * _SLOTS)
        return session, seconds

    @property
    def works(self) -> list[str]:
        first = 8 * (_SLOTS + 1)
        return [work for number, work in enumerate(WORKS) if self._memory[first + number]]


def spend(folder: Path, people: list[int], board: Board, seed: int) -> None:
    """Runs until it is cut or killed."""
    dice = random.Random(seed)
    with DataLock(folder) as lock:
        with board.at("start"):
            if rescue(folder / DATABASE_NAME, lock, _LATER_MS) is not None:
                raise AssertionError("a cut is taken for damage")
            engine = open_engine(folder / DATABASE_NAME, lock)
            going_on = _decide(engine, dice)
        for work, again in (
            ("packing", lambda: _pack(engine)),
            ("backup", lambda: _back_up(folder, dice)),
            ("export", lambda: _export(engine, folder, dice)),
        ):
            threading.Thread(target=_keep_at, args=(board, work, again), daemon=True).start()
        recorder = Recorder(engine, lambda _: None, on_written=lambda some: _kept(board, some))
        recorder.start()
        _train(History(engine), recorder, board, people, dice, going_on)


def _decide(engine: Engine, dice: random.Random) -> tuple[int, int] | None:
    """What a cut left is gone on with or closed; the session to go on with, and its seconds."""
    going_on: tuple[int, int] | None = None
    for cut in cut_sessions(engine):
        length_s = max(one.samples for one in cut.athletes) if cut.athletes else 0
        if going_on is None and length_s and dice.random() < 0.5:
            point = resume_point(engine, cut.id, 0.0)
            if {one.elapsed_s for one in point.athletes} != {length_s}:
                raise AssertionError(f"session {cut.id} would go on elsewhere than it stopped")
            going_on = cut.id, length_s
        else:
            close_session(engine, cut.id, _LATER_MS)
    return going_on


def _train(
    history: History,
    recorder: Recorder,
    board: Board,
    people: list[int],
    dice: random.Random,
    going_on: tuple[int, int] | None,
) -> None:
    pause = threading.Event()
    with board.at("recording"):
        for slot in range(_SLOTS):
            if going_on is None:
                session_id, first = history.next_session_id(), 0
                recorder.put(opening(session_id, people))
            else:
                session_id, first = going_on
                gap: list[Record] = [Note(session_id, 0, "resumed-after-cut", detail={"gap_s": 9})]
                recorder.put(gap)
            going_on = None
            length_s = first + dice.randint(*_LENGTHS_S)
            for elapsed_s in range(first, length_s):
                second = second_of(session_id, people, elapsed_s)
                recorder.put(second)
                board.mark_put(slot, session_id, elapsed_s + 1)
                recorder.flush(STALL_S)
                pause.wait(BREATH_S)
            recorder.put(closing(session_id, people, length_s))
        while True:  # more sessions than the board has room for
            pause.wait(1.0)


def _kept(board: Board, records: Sequence[Record]) -> None:
    newest = next((one for one in reversed(records) if isinstance(one, Sample)), None)
    if newest is not None:
        board.mark_kept(newest.session_id, newest.elapsed_s + 1)


def _keep_at(board: Board, work: str, again: Callable[[], float]) -> None:
    """Does it again and again; after the plug nothing succeeds, and nobody hears of it."""
    pause = threading.Event()
    while True:
        rest_s = 0.05
        with board.at(work), suppress(KioskError, OSError):
            rest_s = again()
        pause.wait(rest_s)


def _pack(engine: Engine) -> float:
    return 0.01 if pack_next(engine, _LATER_MS) is not None else 0.05


def _back_up(folder: Path, dice: random.Random) -> float:
    at = BEGAN_UTC_MS + 60_000 * dice.randrange(3)  # three names: mostly one is replaced
    make_backup(folder / DATABASE_NAME, folder / FOLDER, at)
    return dice.uniform(0.05, 0.4)


def _export(engine: Engine, folder: Path, dice: random.Random) -> float:
    history = History(engine)
    over = [session.id for session in history.sessions() if session.state != "open"]
    if over:
        shutil.rmtree(folder / EXPORTS, ignore_errors=True)
        export(history, folder / EXPORTS, [dice.choice(over[-5:])])
    return dice.uniform(0.05, 0.4)
