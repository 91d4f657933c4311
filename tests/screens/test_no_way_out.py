"""No key, no mouse button and no close request leads out of the kiosk's window."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtTest import QTest

from kiosk.coaches import Coach
from screens.no_way_out import NoWayOut
from screens.walk import Page
from tests.screens.conftest import Glass
from tests.screens.screen_fakes import FakeApp

Show = Callable[..., Glass]
Held = Qt.KeyboardModifier


@pytest.fixture
def screen(glass: Show) -> Glass:
    app = FakeApp()
    app.state.now = 100.0
    app.coaches = [Coach(1, "Maria")]
    app.pins = {1: "7391"}
    screen = glass(app)
    screen.handle.window.installEventFilter(NoWayOut(screen.handle.board))
    return screen


CHORDS = [
    (Qt.Key.Key_F4, Held.AltModifier),
    (Qt.Key.Key_Tab, Held.AltModifier),
    (Qt.Key.Key_F2, Held.ControlModifier | Held.AltModifier),
    (Qt.Key.Key_Backspace, Held.ControlModifier | Held.AltModifier),
    (Qt.Key.Key_Delete, Held.ControlModifier | Held.AltModifier),
    (Qt.Key.Key_Q, Held.ControlModifier),
    (Qt.Key.Key_W, Held.ControlModifier),
    (Qt.Key.Key_D, Held.MetaModifier),
    (Qt.Key.Key_F1, Held.NoModifier),
    (Qt.Key.Key_F11, Held.NoModifier),
    (Qt.Key.Key_Print, Held.NoModifier),
    (Qt.Key.Key_Menu, Held.NoModifier),
]


def test_no_chord_and_no_function_key_reaches_the_window(screen: Glass) -> None:
    board = screen.handle.board
    board.walk_model.go(Page.COACH)
    screen.beat()
    window = screen.handle.window
    for key, held in CHORDS:
        QTest.keyClick(window, key, held)
        screen.beat(0.1)
        assert window.isVisible(), key
        assert board.walk_model.walk.page is Page.SIGN_IN, key
    for digit in (Qt.Key.Key_7, Qt.Key.Key_3):
        QTest.keyClick(window, digit, Held.ControlModifier)
    assert board.sign_in_model.pad_model.property("count") == 0
    for digit in (Qt.Key.Key_7, Qt.Key.Key_3):
        QTest.keyClick(window, digit)
    assert board.sign_in_model.pad_model.property("count") == 2, "plain keys still type"


def test_a_request_to_close_the_window_is_refused(screen: Glass) -> None:
    event = QCloseEvent()
    QCoreApplication.sendEvent(screen.handle.window, event)
    assert not event.isAccepted()
    assert screen.handle.window.isVisible()


def test_the_right_mouse_button_does_nothing_where_the_left_one_taps(screen: Glass) -> None:
    window, place = screen.handle.window, screen.middle("tap-in")
    for button in (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton):
        QTest.mouseClick(window, button, Held.NoModifier, QPoint(place))
        screen.beat()
        assert screen.handle.board.walk_model.walk.page is Page.GROUP
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, Held.NoModifier, QPoint(place))
    screen.beat()
    assert screen.handle.board.walk_model.walk.page is Page.TAP_IN


def test_no_menu_opens(screen: Glass) -> None:
    event = QEvent(QEvent.Type.ContextMenu)
    assert NoWayOut(screen.handle.board).eventFilter(screen.handle.window, event)
