"""Two displays: the athletes' pages on the touchscreen, and beside them the wall for the coach."""

import logging
from collections.abc import Callable, Sequence
from pathlib import Path

import shiboken6
from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.errors import KioskError
from screens import engines
from screens.app_port import KioskApp
from screens.board import Board
from screens.tongue import tr

_QML = Path(__file__).parent / "WallWindow.qml"
USUAL_INCH = 43.0

_logger = logging.getLogger(__name__)


class WallError(KioskError):
    """The wall cannot be drawn."""


class WallHandle:
    """The wall's window. It has an engine of its own, because sizes and colours are an engine's."""

    def __init__(
        self, board: Board, diagonal_inch: float = USUAL_INCH, *, again: bool = False
    ) -> None:
        self.engine = engines.take() if again else QQmlApplicationEngine()
        self._again = again
        self.complaints: list[str] = []
        self.engine.warnings.connect(self._collect)
        self.engine.setInitialProperties({"board": board, "diagonalInch": diagonal_inch})
        self.engine.load(QUrl.fromLocalFile(_QML))
        roots = [root for root in self.engine.rootObjects() if isinstance(root, QQuickWindow)]
        if not roots:
            self._again = False
            self.close()
            raise WallError(
                "The wall cannot be drawn: install the program again. "
                + " ".join(self.complaints[:1])
            )
        self.window: QQuickWindow = roots[0]

    def close(self) -> None:
        """Takes the window away; the board stays."""
        if self._again:
            if shiboken6.isValid(self.window):
                self.engine.warnings.disconnect(self._collect)
                engines.give_back(self.engine, self.window)
        elif shiboken6.isValid(self.engine):
            shiboken6.delete(self.engine)

    def _collect(self, errors: list[QObject]) -> None:
        self.complaints += [str(error) for error in errors]


class Outputs:
    """Opens the wall when a second display is there, and closes it when that goes away."""

    def __init__(
        self,
        app: KioskApp,
        board: Board,
        window: QQuickWindow,
        *,
        wall_inch: float = USUAL_INCH,
        screens: Callable[[], Sequence[QScreen]] = QGuiApplication.screens,
    ) -> None:
        self.wall: WallHandle | None = None
        self._app = app
        self._board = board
        self._window = window
        self._wall_inch = wall_inch
        self._screens = screens
        self._shown: tuple[str, ...] | None = None
        self._is_dark = False
        """The wall cannot be drawn on the displays that are there now."""

    def follow(self) -> None:
        """As the displays and the choice now are; called with every beat, does nothing mostly.

        Asking beats being told: a display that is unplugged and plugged in again within a beat
        sends signals in an order that differs from platform to platform.
        """
        screens = list(self._screens())
        wanted = self._app.choices.wall == "auto" and len(screens) > 1
        choices = self._app.choices
        now = (choices.wall, choices.language, choices.units, *(one.name() for one in screens))
        if now == self._shown and wanted == (self.wall is not None or self._is_dark):
            return
        self._shown, self._is_dark = now, False
        self._board.devices_model.wall_trouble = ""
        self.close()
        if wanted:
            self._try_to_open(screens)

    def close(self) -> None:
        if self.wall is not None:
            self.wall.close()
            self.wall = None

    def _try_to_open(self, screens: Sequence[QScreen]) -> None:
        """Without a wall the touchscreen goes on; tried again when a display or choice changes."""
        try:
            self._open(screens)
        except WallError as error:
            _logger.warning("%s", error)
            self._is_dark = True
            self._board.devices_model.wall_trouble = tr(
                "The second display cannot be drawn: unplug it and plug it in again. If it stays "
                "dark, install the program again."
            )

    def _open(self, screens: Sequence[QScreen]) -> None:
        """The wall goes to the largest display, the pages to the first of the others."""
        place = max(range(len(screens)), key=lambda n: _extent(screens[n]))
        largest, touch = screens[place], screens[1 if place == 0 else 0]
        if self._window.screen() == largest != touch:
            _move(self._window, touch)
        self.wall = WallHandle(self._board, self._wall_inch)
        self.wall.window.setScreen(largest)
        self.wall.window.setGeometry(largest.geometry())
        self.wall.window.showFullScreen()


def _extent(screen: QScreen) -> tuple[float, int]:
    """A wall is larger than a touchscreen; where a display does not say, the pixels count."""
    size, pixels = screen.physicalSize(), screen.size()
    return size.width() * size.height(), pixels.width() * pixels.height()


def _move(window: QQuickWindow, screen: QScreen) -> None:
    is_full = window.visibility() == QQuickWindow.Visibility.FullScreen
    if is_full and QGuiApplication.platformName().startswith("wayland"):
        window.hide()  # only a window that comes up anew may say which display it fills
    window.setScreen(screen)
    window.setPosition(screen.geometry().topLeft())
    if is_full:
        window.showFullScreen()
