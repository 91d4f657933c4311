"""From a finger's lift to the first frame of the next page: every page, first and later visits.

A real touch, pressed and lifted through the window, ends on a pane over all of it, which does what
a page's own button does: so one finger can go everywhere, in any order. Told is processor time,
because what others do on the machine is not ours, and beside it the clock's.
"""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta

from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication, QTouchEvent
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.app import PastLoaded
from kiosk.training.past import Past
from screens.board import Board
from screens.coach_scenes import trained
from screens.stage import STATION, Stage
from screens.walk import Page
from screens.window import WindowHandle, build_window
from tests.screens.conftest import Touches

SIZE = (1280, 720)
SETTLED_S = 1.0
ATHLETE = 2
_OF = {
    Page.CHOOSE: 13,
    Page.MINE: 1,
    Page.SUMMARY: ATHLETE,
    Page.PROGRESS: ATHLETE,
    Page.HISTORY: ATHLETE,
    Page.MY_DATA: ATHLETE,
}
EVENINGS = 300
"""Of training, which some pages tell of."""
HOME = "home again"
ON_A_PAGE: dict[Page, tuple[str, Callable[[Board], None]]] = {
    Page.COACHES: ("coaches, a new one", lambda board: board.coaches_model.add()),
    Page.MINE: ("mine, unwell", lambda board: board.mine_model.care_model.open("unwell")),
}
"""What a finger opens there and is nearly a page: a keyboard, a sheet."""
_FRAME_S = 0.02
"""The render loop waits so long for the next frame: whatever was under way is over by then."""
BARE = b"""
import QtQuick
Window {
    id: window
    width: 1280; height: 720
    property bool open: false
    Loader {
        active: window.open
        sourceComponent: Grid {
            columns: 10
            Repeater {
                model: 100
                Item {
                    required property int index
                    width: 128; height: 72
                    Rectangle { anchors.fill: parent; radius: 9; border.width: 1 }
                    Text { anchors.centerIn: parent; text: index; font.pixelSize: 24 }
                }
            }
        }
    }
}
"""
BARE_PAGE = "100 bare keys"


class Pane(QQuickItem):
    """Takes every touch, and does at the lift what it has been told."""

    def __init__(self, window: QQuickWindow) -> None:
        super().__init__(window.contentItem())
        self.act: Callable[[], None] = lambda: None
        self.setSize(window.size().toSizeF())
        self.setZ(1000)
        self.setAcceptTouchEvents(True)

    def touchEvent(self, event: QTouchEvent) -> None:  # noqa: N802 - Qt's name
        event.accept()
        if event.isEndEvent():
            self.act()


@dataclass(slots=True)
class Opened:
    """Milliseconds of one page, of the processor and of the clock; the first visit comes first."""

    cpu_ms: list[float] = field(default_factory=list[float])
    wall_ms: list[float] = field(default_factory=list[float])


class Finger:
    """One window, and how long it takes to follow."""

    def __init__(self, window: QQuickWindow, glass: Touches, said: dict[str, Opened]) -> None:
        self.said = said
        self._window = window
        self._glass = glass
        self._pane = Pane(window)

    def tap(self, name: str, action: Callable[[], None]) -> None:
        """From the lift to the frame after it."""
        self._pane.act = action
        place = QPoint(SIZE[0] // 2, SIZE[1] // 2)
        self._glass.press(place)
        rest()
        frames: list[tuple[float, float]] = []

        def swapped() -> None:
            frames.append((time.thread_time(), time.perf_counter()))

        self._window.frameSwapped.connect(swapped)
        cpu, wall = time.thread_time(), time.perf_counter()
        self._glass.lift(place)
        while not frames:
            QGuiApplication.processEvents()
        self._window.frameSwapped.disconnect(swapped)
        opened = self.said.setdefault(name, Opened())
        opened.cpu_ms.append(1000 * (frames[0][0] - cpu))
        opened.wall_ms.append(1000 * (frames[0][1] - wall))
        rest()


def rest() -> None:
    """Until nothing is to be drawn any more."""
    for _ in range(2):
        QGuiApplication.processEvents()
        time.sleep(_FRAME_S)
    QGuiApplication.processEvents()


def visit(times: int) -> dict[str, Opened]:
    """Goes from home to every page and back, so many times; and as often to bare keys."""
    stage = _class()
    handle = build_window(stage.app, size=SIZE)
    handle.window.show()
    said: dict[str, Opened] = {}
    glass = Touches(handle)
    finger = Finger(handle.window, glass, said)
    walk = handle.board.walk_model
    for _ in range(times):
        for page in Page:
            if page is Page.GROUP:
                continue
            stage.app.coach = None if page is Page.SIGN_IN else stage.app.coaches[0]
            stage.app.coach_touched()
            _beat(stage, handle)
            finger.tap(page.value, lambda: _go(handle, page))  # noqa: B023 - called at once
            assert walk.walk.page is page, f"{page} gave way to {walk.walk.page}"
            _beat(stage, handle)
            if page in ON_A_PAGE:
                name, opens = ON_A_PAGE[page]
                finger.tap(name, lambda: opens(handle.board))  # noqa: B023
                _beat(stage, handle)
            finger.tap(HOME, walk.home)
    handle.close()
    _visit_bare(times, glass, said)
    return said


def _go(handle: WindowHandle, page: Page) -> None:
    station = STATION if page is Page.CALIBRATE else None
    handle.board.walk_model.go(page, athlete_id=_OF.get(page), station=station)


def _visit_bare(times: int, glass: Touches, said: dict[str, Opened]) -> None:
    engine = QQmlApplicationEngine()
    engine.loadData(BARE)
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)
    window.show()
    rest()
    pane = BareGlass(window)
    finger = Finger(window, pane, said)
    for _ in range(times):
        finger.tap(BARE_PAGE, lambda: _set_open(window, is_open=True))
        _set_open(window, is_open=False)
        rest()
    del glass, engine


class BareGlass(Touches):
    """A finger on a window that is not the kiosk's."""

    def __init__(self, window: QQuickWindow) -> None:
        super().__init__(_Bare(window))  # pyright: ignore[reportArgumentType]


@dataclass
class _Bare:
    window: QQuickWindow


def _set_open(window: QQuickWindow, *, is_open: bool) -> None:
    window.setProperty("open", is_open)


def _class() -> Stage:
    """Twelve train, one has just come, a coach is there; and they have trained for years."""
    stage = Stage()
    stage.roster(16)
    stage.tap_in(*range(1, 13))
    stage.coach()
    stage.app.start_class(stage.plan("step-up-80"))
    stage.run(600)
    stage.tap_in(13)
    few = trained().sessions
    years = tuple(
        replace(
            few[number % len(few)],
            session_id=1000 + number,
            on=few[0].on - timedelta(5 * number // 2),
        )
        for number in range(EVENINGS)
    )
    pasts = dict.fromkeys((*_OF.values(),), Past(years))
    stage.mailbox.post(PastLoaded(stage.clock.monotonic(), pasts))
    stage.run(1)
    return stage


def _beat(stage: Stage, handle: WindowHandle) -> None:
    stage.clock.advance(SETTLED_S)
    handle.step()
    rest()


def lines(said: dict[str, Opened]) -> list[list[str]]:
    """For the table: what, measured, wanted, the reference."""
    pages = {name: opened for name, opened in said.items() if name != BARE_PAGE}
    bare = statistics.median(said[BARE_PAGE].cpu_ms[1:] or said[BARE_PAGE].cpu_ms)
    rows: list[list[str]] = []
    for visits, part in (("later visits", slice(1, None)), ("first visits", slice(1))):
        cpu = [ms for opened in pages.values() for ms in opened.cpu_ms[part]]
        clock = [ms for opened in pages.values() for ms in opened.wall_ms[part]]
        if cpu:
            usual = statistics.median(cpu)
            by_clock = f"{statistics.median(clock):.0f}, {late(clock):.0f}"
            measured = f"{usual:.0f}, 99th {late(cpu):.0f} ms (clock {by_clock})"
            beside = f"{BARE_PAGE} {bare:.0f} ms: ×{usual / bare:.1f}"
            rows.append([f"Tap → next page, {visits}", measured, "99th ≤ 100 ms", beside])
    middle = {name: statistics.median(opened.cpu_ms) for name, opened in pages.items()}
    dear = sorted(middle, key=lambda name: -middle[name])[:4]
    told = ", ".join(f"{name} {middle[name]:.0f}" for name in dear)
    rows.append([f"  the dearest of {len(pages)}", told, "", ""])
    return rows


def late(values: list[float]) -> float:
    """Their 99th percentile; of few the highest."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(0.99 * len(ordered)))]
