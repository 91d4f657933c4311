"""A club's day in minutes, or half an hour as it is: what grows in the whole kiosk, hour by hour.

`make prove-day`: 24 virtual hours through the real wiring, pump, recorder and window; straps are
their bytes through the decoders. REAL_MINUTES=30 takes real time and straps on a virtual stick.
Growth is what counts after the eighth hour (or half of the real time), between hours with as many
people here. Until then what is kept on purpose fills up: it takes some 300 visits until Qt has all
it keeps of the pages, and people's results are in memory, of 200 parts at most. What is held
("held MB", "blocks") shows a leak; RSS is that, and the room of the fullest moment so far, which
malloc does not give back. Half an hour is short for all that, the day says more.
"""

import gc
import os
import sys
import tempfile
import threading
import time
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from random import Random
from typing import cast

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtQuick import QQuickItem

from drivers.ant.ears import Ears
from drivers.ant.frames import AntMessage
from drivers.virtual.ant import VirtualStick
from drivers.virtual.strap import PERIOD_S, VirtualStrap
from kiosk import compose
from kiosk.clock import ManualClock
from kiosk.compose import Kiosk, running_kiosk
from kiosk.history.coaches import Coaches
from kiosk.history.database import DATABASE_NAME, open_engine
from kiosk.history.queries import History
from kiosk.history.recorder import Recorder
from kiosk.history.roster import Roster
from kiosk.session.state import Phase
from kiosk.settings import AntSettings, ClubSettings, LoadedSettings, Settings, StationSettings
from screens.walk import NEEDS_COACH, Page
from screens.window import WindowHandle, build_window
from tests.descriptors import held_kb, memory_kb, open_descriptors

HOURS = float(os.environ.get("PROVE_HOURS", "24"))
REAL_MINUTES = float(os.environ.get("REAL_MINUTES", "0"))
PEOPLE, FIRST = 32, 20_001
BEGINS_UTC_MS = 1_792_886_400_000
"""Midnight in Berlin of 25 October 2026: a day of 25 hours."""
CLASSES = (
    (0.2, 32),
    (3.0, 12),
    (6.0, 16),
    (9.0, 16),
    (12.0, 32),
    (15.0, 16),
    (18.0, 32),
    (21.5, 8),
)
"""Hour and people; each trains for 80 minutes."""
PLAN = "step-up-80"
VISIT_EVERY_S = 45
MOST_WAITING = 2000
"""Records that may wait for the disk before the next virtual second."""
QUIET_S, MOST_WAIT_S = 0.1, 60.0
"""Of processor in three seconds: less than that, and the threads have nothing to do."""
ABOUT = (Page.CHOOSE, Page.MINE, Page.SUMMARY, Page.PROGRESS, Page.HISTORY, Page.MY_DATA)
PAGES = (*ABOUT, Page.TAP_IN, Page.ADD, Page.GUEST, Page.SHELF, Page.DEVICES, *sorted(NEEDS_COACH))
LIMITS = {
    "RSS MB": 24.0,
    "held MB": 6.0,
    "blocks": 30_000,
    "threads": 2,
    "descriptors": 4,
    "wrappers": 300,
}
"""What may be more at the end than when all was warm. Held are the same 62 to 67 MB after every
class, the whole day; blocks are 1,000 an hour more, results of 200 parts and the past of everybody
who trained; RSS follows the fullest moment, the largest class after the largest, then the backup,
and stays there. Two threads begin when somebody first wants what they read.
"""
BLOCKS_A_SECOND = 3
"""In the curve of whoever is here."""


@dataclass(frozen=True, slots=True)
class Size:
    """How large the program is."""

    hour: float
    people: int
    """Who are here."""
    megabytes: float
    held: float
    """Megabytes that malloc has given out: of what is resident, that which is in use."""
    threads: int
    descriptors: int
    items: int
    """In the window."""
    wrappers: int
    """Python sides of Qt's objects."""
    blocks: int
    """Of memory that Python has given out. (To count its objects would hand out tuples that another
    thread is still making, which breaks them.)
    """
    seconds: int
    """Recorded so far."""

    @staticmethod
    def heading() -> str:
        return (
            " hour  people  RSS MB  held MB  threads  descriptors  items  wrappers    blocks"
            "  seconds recorded"
        )

    def line(self) -> str:
        return (
            f"{self.hour:5.1f} {self.people:7d} {self.megabytes:7.1f} {self.held:8.1f} "
            f"{self.threads:8d} {self.descriptors:12d} "
            f"{self.items:6d} {self.wrappers:9d} {self.blocks:9d} {self.seconds:17d}"
        )


class House:
    """The kiosk and its window, and what is looked at."""

    def __init__(self, kiosk: Kiosk, handle: WindowHandle) -> None:
        self.kiosk, self.app, self.handle = kiosk, kiosk.app, handle
        self.walk = handle.board.walk_model
        self.visits = 0
        self._pages = cycle(PAGES)
        self._dice = Random(1)

    def draw(self) -> None:
        self.handle.step()
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def start_class(self) -> None:
        for athlete_id in list(self.app.state.participants):
            self.app.answer(athlete_id, "readiness", 1)
        plan = next(one for one in self.app.plans if one.protocol_id == PLAN)
        self.app.start_class(plan)

    def visit(self) -> None:
        """Another page, about somebody who is here if it is about somebody."""
        page, here = next(self._pages), list(self.app.state.participants)
        self.visits += 1
        self.app.coach = self.app.coaches[0]
        if page in ABOUT and not here:
            return
        who = self._dice.choice(here) if page in ABOUT else None
        self.walk.go(page, athlete_id=who)

    def home(self) -> None:
        self.walk.home()
        self.app.sign_out()

    def size(self, hour: float) -> Size:
        gc.collect()
        sessions = History(self.kiosk.engine).sessions()
        recorded = sum(who.samples for one in sessions for who in one.athletes)
        return Size(
            hour,
            len(self.app.state.participants),
            memory_kb() / 1024,
            held_kb() / 1024,
            threading.active_count(),
            open_descriptors(),
            _items(self.handle.window.contentItem()),
            len(shiboken6.getAllValidWrappers()),
            sys.getallocatedblocks(),
            recorded,
        )


def _items(item: QQuickItem) -> int:
    return 1 + sum(_items(child) for child in item.childItems())


def _settings(folder: Path, port: str) -> LoadedSettings:
    settings = Settings(
        data_directory=str(folder / "data"),
        ant=AntSettings(port=port),
        stations=tuple(StationSettings(name=f"Treadmill {n}") for n in range(1, PEOPLE + 1)),
        club=ClubSettings(time_zone="Europe/Berlin"),
    )
    return LoadedSettings(settings, "prove-day")


def _hire(folder: Path) -> None:
    (folder / "data").mkdir()
    engine = open_engine(folder / "data" / DATABASE_NAME)
    roster = Roster(engine)
    for number in range(PEOPLE):
        roster.add(f"Athlete {number + 1}", [FIRST + number], max_hr=190, resting_hr=50)
    Coaches(engine, ManualClock(BEGINS_UTC_MS)).add("Maria", "7391")
    engine.dispose()


@contextmanager
def _house(folder: Path, *, is_real: bool) -> Generator[House]:
    with running_kiosk(
        _settings(folder, str(folder / "ant")), tap_in_by_strap=True, asks_readiness=True
    ) as kiosk:
        if is_real:
            kiosk.start_devices()
        handle = build_window(kiosk.app, size=(1280, 720))
        handle.window.show()
        try:
            yield House(kiosk, handle)
            assert handle.complaints == [], handle.complaints
        finally:
            handle.close()


class Straps:
    """Bytes of straps into the decoders, at the times of the air."""

    def __init__(self, kiosk: Kiosk) -> None:
        self._ears = Ears(kiosk.mailbox.post)
        self._straps = [VirtualStrap(FIRST + n, 120, rssi_dbm=-60) for n in range(PEOPLE)]
        self._next = [n * PERIOD_S / PEOPLE for n in range(PEOPLE)]
        self.on_air: set[int] = set()

    def send(self, since: float, until: float) -> None:
        for n, strap in enumerate(self._straps):
            at = self._next[n] = max(self._next[n], since)
            if n not in self.on_air:
                continue
            strap.bpm = 110 + n % 20 + int(at / 30) % 25
            while at < until:
                kind, number = strap.device_type, strap.device_number
                page = strap.page(at)
                self._ears.hear("ant", AntMessage(page, number, kind, 1, strap.rssi_dbm, at))
                at += PERIOD_S
            self._next[n] = at


def virtual_day(folder: Path) -> list[Size]:
    clock = ManualClock(BEGINS_UTC_MS)
    compose.SystemClock = lambda: clock
    sizes: list[Size] = []
    with _house(folder, is_real=False) as house:
        straps = Straps(house.kiosk)
        began = clock.monotonic()
        for second in range(round(HOURS * 3600)):
            straps.on_air = _on_air(second)
            straps.send(clock.monotonic(), clock.monotonic() + 1)
            clock.advance(1)
            if any(second == round(hour * 3600) for hour, _ in CLASSES):
                house.start_class()
            if second % VISIT_EVERY_S == 20:
                house.visit()
            elif second % VISIT_EVERY_S == 25:
                house.home()
            house.draw()
            if second % 20 == 0:
                _wait_for_disk(house)
            if (second + 1) % 3600 == 0:
                _wait_for_threads()
                house.draw()
                sizes.append(house.size((clock.monotonic() - began) / 3600))
                _print(sizes[-1].line())
    return sizes


def _on_air(second: int) -> set[int]:
    """Straps are put on four minutes before a class, and taken off within ten after it."""
    worn: set[int] = set()
    for hour, people in CLASSES:
        on = hour * 3600 - 240
        off = hour * 3600 + 80 * 60 + 60
        worn |= {n for n in range(people) if on + 3 * n <= second < off + 17 * n}
    return worn


def _wait_for_disk(house: House) -> None:
    """A virtual second is shorter than a real one to everything but the disk."""
    recorder = cast("Recorder", house.app._recorder)
    while recorder.waiting > MOST_WAITING:
        time.sleep(0.01)


def _wait_for_threads() -> None:
    """Sessions are measured, packed and backed up as slowly as ever: what that takes is no growth.
    They look for more every few seconds.
    """
    deadline = time.monotonic() + MOST_WAIT_S
    spent = -1.0
    while spent < 0 or (spent > QUIET_S and time.monotonic() < deadline):
        before = time.process_time()
        time.sleep(3)
        spent = time.process_time() - before


def real_time(folder: Path) -> list[Size]:
    straps = [VirtualStrap(FIRST + n, 120 + n % 30) for n in range(PEOPLE)]
    stick = VirtualStick(folder / "ant", straps)
    stick.start()
    try:
        with _house(folder, is_real=True) as house:
            half_hour = HalfHour(house)
            QCoreApplication.exec()
            running = [w for w in house.app.state.participants.values() if w.phase is Phase.RUNNING]
            _print(f"{len(running)} of {PEOPLE} train, {house.visits} visits")
    finally:
        stick.stop()
    return half_hour.sizes


class HalfHour:
    """What happens while the window has its own loop: only there is what a page leaves behind
    deleted as in the kiosk.
    """

    def __init__(self, house: House) -> None:
        self.sizes: list[Size] = []
        self._house = house
        self._began = time.monotonic()
        self._every_s = max(30.0, REAL_MINUTES * 6)  # ten lines
        self._next_visit, self._next_size = self._began + 40, self._began + self._every_s
        self._is_started = False
        self._timer = QTimer(house.handle.board)
        self._timer.timeout.connect(self._look)
        self._timer.start(250)
        house.handle.timer.start()

    def _look(self) -> None:
        now, house = time.monotonic(), self._house
        if not self._is_started and now > self._began + 20:
            self._is_started = True
            house.start_class()
        if now > self._next_visit:
            is_home = house.walk.walk.page is Page.GROUP
            (house.visit if is_home else house.home)()
            self._next_visit = now + (5 if is_home else VISIT_EVERY_S / 6)
        if now > self._next_size:
            self._next_size += self._every_s
            self.sizes.append(house.size((now - self._began) / 3600))
            _print(self.sizes[-1].line())
        if now > self._began + REAL_MINUTES * 60:
            QCoreApplication.exit()


def judge(sizes: list[Size], warm_hour: float) -> int:
    """Prints what has grown since all was warm; the number of things that grew too much."""
    if not sizes:
        _print("Too short to tell: give it an hour at least.")
        return 0
    last, wrong = sizes[-1], 0
    like = [one for one in sizes if one.people == last.people]
    warm = next((one for one in like if one.hour >= warm_hour), like[0])
    for name, before, after in (
        ("RSS MB", warm.megabytes, last.megabytes),
        ("held MB", warm.held, last.held),
        ("threads", warm.threads, last.threads),
        ("descriptors", warm.descriptors, last.descriptors),
        ("items", warm.items, last.items),
        ("wrappers", warm.wrappers, last.wrappers),
        ("blocks", warm.blocks, last.blocks),
    ):
        limit = LIMITS.get(name)
        if name == "blocks" and last.people:
            limit = LIMITS[name] + BLOCKS_A_SECOND * (last.seconds - warm.seconds)
        is_wrong = limit is not None and after - before > limit
        wrong += is_wrong
        mark = f"  MORE THAN {limit:g}" if is_wrong else ""
        _print(f"{name} since hour {warm.hour:.1f}: {before:g} to {after:g}{mark}")
    return wrong


def _print(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _hire(folder)
        _print(Size.heading())
        sizes = real_time(folder) if REAL_MINUTES else virtual_day(folder)
    _print(f"{time.monotonic() - began:.0f} s, {time.process_time():.0f} s of processor time")
    return int(judge(sizes, REAL_MINUTES / 2 / 60 if REAL_MINUTES else 8.0) > 0)


if __name__ == "__main__":
    raise SystemExit(main())
