"""Opens the one window and keeps it in step with the shell, ten times a second."""

import logging
from collections.abc import Callable
from pathlib import Path

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, QTimer, QUrl
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.errors import KioskError
from screens import engines
from screens.app_port import KioskApp
from screens.application import ended_by_signals, gui_application
from screens.board import Board
from screens.no_way_out import NoWayOut
from screens.outputs import USUAL_INCH, Outputs
from screens.spoken import Spoken
from screens.tag_keys import TagKeys

_logger = logging.getLogger(__name__)

PUMP_MS = 100
_QML = Path(__file__).parent / "Main.qml"


class WindowError(KioskError):
    """The window cannot be opened."""


class WindowHandle:
    """The open window and what it is made of; `close` takes it apart in the right order."""

    def __init__(
        self,
        app: KioskApp,
        diagonal_inch: float,
        size: tuple[int, int] | None,
        wall_inch: float = USUAL_INCH,
        *,
        again: bool = False,
    ) -> None:
        self.app = app
        self.outputs: Outputs | None = None
        self.spoken = Spoken(app.choices)
        self.board = Board(app)
        self.engine = engines.take() if again else QQmlApplicationEngine()
        self._again = again
        self.complaints: list[str] = []
        self.engine.warnings.connect(self._collect)
        self.engine.setInitialProperties({"board": self.board, "diagonalInch": diagonal_inch})
        self.engine.load(QUrl.fromLocalFile(_QML))
        roots = [root for root in self.engine.rootObjects() if isinstance(root, QQuickWindow)]
        if not roots:
            self._again = False
            self.close()
            raise WindowError(
                "The window cannot be drawn: install the program again. "
                + " ".join(self.complaints[:1])
            )
        self.window: QQuickWindow = roots[0]
        if size is not None:
            self.window.resize(*size)
        self.outputs = Outputs(app, self.board, self.window, wall_inch=wall_inch)
        self.tag_keys = TagKeys(app, self.board)
        self.window.installEventFilter(self.tag_keys)
        self.timer = QTimer(self.board)
        self.timer.setInterval(PUMP_MS)
        self.timer.timeout.connect(self._beat)

    def step(self) -> None:
        """One beat: let the shell work, then show what came of it."""
        self.app.pump()
        self.spoken.follow(self.app.choices, self.engine, self.board)
        self.board.refresh()
        if self.outputs is not None:
            self.outputs.follow()

    def _beat(self) -> None:
        """A fault of ours ends the program: a window that stays up and records nothing is a lie,
        and after a restart the session is offered where it was.
        """
        try:
            self.step()
        except Exception:
            _logger.exception("The kiosk stops because of a fault in the program")
            QCoreApplication.exit(1)

    def close(self) -> None:
        """Closes the windows; the engines go first, or their bindings would read dead objects."""
        if self.outputs is not None:
            self.outputs.close()
        if self._again:
            if shiboken6.isValid(self.window):
                self.engine.warnings.disconnect(self._collect)
                engines.give_back(self.engine, self.window)
                engines.leave(self.board)
            return
        for each in (self.engine, self.board):
            if shiboken6.isValid(each):
                shiboken6.delete(each)

    def _collect(self, errors: list[QObject]) -> None:
        self.complaints += [str(error) for error in errors]


def build_window(
    app: KioskApp,
    *,
    diagonal_inch: float = 0.0,
    size: tuple[int, int] | None = None,
    wall_inch: float = USUAL_INCH,
    again: bool = False,
) -> WindowHandle:
    """The window, not yet shown and with its timer not yet running.

    `diagonal_inch` is the screen's, for buttons of nine millimetres; 0 means a 7-inch panel, or
    24 inches from 1280 pixels on. Whoever opens many, `again` and again, opens them quicker.
    Raises WindowError.
    """
    gui_application()
    return WindowHandle(app, diagonal_inch, size, wall_inch, again=again)


def run_window(
    app: KioskApp,
    *,
    fullscreen: bool,
    on_first_frame: Callable[[], None] | None = None,
    diagonal_inch: float = 0.0,
    wall_inch: float = USUAL_INCH,
    stopped: Callable[[], bool] = lambda: False,
) -> int:
    """Shows the window until it is closed, or SIGTERM or SIGINT comes; returns the exit status.

    `stopped` says whether such a signal had come before there was a window to end.

    Raises WindowError when the window cannot be drawn.
    """
    gui_application()
    with ended_by_signals():
        handle = build_window(app, diagonal_inch=diagonal_inch, wall_inch=wall_inch)
        try:
            if on_first_frame is not None:
                _once(handle.window, on_first_frame)
            if fullscreen:
                handle.window.installEventFilter(NoWayOut(handle.board))
                handle.window.showFullScreen()
            else:
                handle.window.show()
            handle.timer.start()
            return 0 if stopped() else QCoreApplication.exec()
        finally:
            handle.timer.stop()
            handle.close()


def _once(window: QQuickWindow, then: Callable[[], None]) -> None:
    def first() -> None:
        window.frameSwapped.disconnect(first)
        then()

    window.frameSwapped.connect(first)
