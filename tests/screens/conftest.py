"""Drives the real window without a screen: finds items by name, taps with fingers, reads texts."""

import os
from collections.abc import Callable, Iterator

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before anything imports Qt
os.environ["QT_QUICK_BACKEND"] = "software"
os.environ["QSG_RENDER_LOOP"] = "basic"

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRectF
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from screens import tongue
from screens.window import WindowHandle, build_window
from tests.screens.screen_fakes import FakeApp


@pytest.fixture(scope="session")
def qapp_cls() -> type[QGuiApplication]:
    """pytest-qt's application, without widgets."""
    return QGuiApplication


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    """What is spoken is spoken by the whole process: a test with another language ends with it."""
    before = tongue.turn()
    yield
    if tongue.turn() != before:
        tongue.speak(tongue.ENGLISH)


def descendants(item: QQuickItem) -> list[QQuickItem]:
    """All visible items of the visual tree under `item`; that is where delegates are."""
    found: list[QQuickItem] = []
    waiting = item.childItems()[::-1]
    while waiting:
        child = waiting.pop()
        if child.isVisible():
            found.append(child)
            waiting += child.childItems()[::-1]
    return found


class Touches:
    """One open window, and the fingers on it."""

    def __init__(self, handle: WindowHandle) -> None:
        self.handle = handle
        self._finger = QTest.createTouchDevice()

    def items(self, under: QQuickItem | None = None) -> list[QQuickItem]:
        return descendants(under or self.handle.window.contentItem())

    def find(self, name: str, under: QQuickItem | None = None) -> QQuickItem:
        """The one visible item of this objectName."""
        found = [item for item in self.items(under) if item.objectName() == name]
        assert len(found) == 1, f"{len(found)} items are called {name}"
        return found[0]

    def shows(self, name: str, under: QQuickItem | None = None) -> bool:
        return any(item.objectName() == name for item in self.items(under))

    def text(self, name: str, under: QQuickItem | None = None) -> str:
        """What the text of this name says; empty when it is not to be seen."""
        return str(self.find(name, under).property("text")) if self.shows(name, under) else ""

    def tile(self, athlete: int) -> QQuickItem:
        return self.find(f"tile-{athlete}")

    def box(self, item: QQuickItem) -> QRectF:
        """Where the item is, in pixels of the window."""
        return item.mapRectToScene(item.boundingRect())

    def lay_out(self) -> None:
        """Rows and columns place their items only before the next frame; a finger sees frames."""
        assert self.handle.window.isExposed(), "nothing is drawn on a window that is not there"
        QCoreApplication.sendEvent(self.handle.window, QEvent(QEvent.Type.UpdateRequest))

    def middle(self, name: str) -> QPoint:
        self.lay_out()
        item = self.find(name)
        return item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()

    def press(self, *places: QPoint) -> None:
        """Puts a finger on each place, all at once."""
        touch = QTest.touchEvent(self.handle.window, self._finger, False)
        for finger, place in enumerate(places):
            touch.press(finger, place, self.handle.window)
        touch.commit()

    def lift(self, *places: QPoint) -> None:
        touch = QTest.touchEvent(self.handle.window, self._finger, False)
        for finger, place in enumerate(places):
            touch.release(finger, place, self.handle.window)
        touch.commit()

    def rest(self, place: QPoint) -> None:
        """A finger that stays where it is."""
        self.press(place)

    def tap_beside(self, name: str) -> None:
        """A second finger taps while the first rests."""
        place = self.middle(name)
        for down in (True, False):
            touch = QTest.touchEvent(self.handle.window, self._finger, False)
            touch.stationary(0)
            if down:
                touch.press(1, place, self.handle.window)
            else:
                touch.release(1, place, self.handle.window)
            touch.commit()

    def tap(self, name: str) -> None:
        self.tap_at(self.middle(name))

    def tap_at(self, place: QPoint) -> None:
        self.press(place)
        self.lift(place)

    def picture(self) -> QImage:
        return self.handle.window.grabWindow()


class Glass(Touches):
    """A window over a shell without an engine: time passes when it is told to."""

    def __init__(self, app: FakeApp, handle: WindowHandle, qtbot: QtBot) -> None:
        super().__init__(handle)
        self.app = app
        self._qtbot = qtbot

    def beat(self, seconds: float = 1.0) -> None:
        """Time passes and the window follows."""
        self.app.state.now += seconds
        self.handle.step()
        QGuiApplication.processEvents()

    def tap(self, name: str) -> None:
        if name in ("yes", "no"):
            self.beat(0.5)  # nobody answers before they have read the question
        super().tap(name)

    def show(self) -> None:
        """The window follows without time passing."""
        self.handle.board.refresh()
        QGuiApplication.processEvents()

    def wait_until(self, condition: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(condition, timeout=5000)


@pytest.fixture
def glass(qapp: QGuiApplication, qtbot: QtBot) -> Iterator[Callable[..., Glass]]:
    """`glass(app, width, height)` opens the window; no QML warning may come until it is closed."""
    handles: list[WindowHandle] = []

    def show(app: FakeApp, width: int = 1280, height: int = 720) -> Glass:
        handle = build_window(app, size=(width, height), again=True)
        handles.append(handle)
        handle.window.show()
        qtbot.waitUntil(handle.window.isExposed, timeout=5000)
        QGuiApplication.processEvents()
        return Glass(app, handle, qtbot)

    yield show
    said = [complaint for handle in handles for complaint in handle.complaints]
    for handle in handles:
        handle.close()
    assert said == []
