"""One window in which a scene is played once, and then looked at in every size and language."""

import os
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QEventLoop, QObject
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow

from screens import engines, tongue
from screens.app_port import KioskApp
from screens.board import Board
from screens.looks import Flaw, flaws
from screens.outputs import WallHandle
from screens.scenes import WALL, Scene
from screens.spoken import retell
from screens.translations import I18N, PSEUDO, made_pseudo
from screens.walk import SETTLE_S
from screens.window import build_window, gui_application

SIZES = ((800, 480), (1024, 600), (1280, 720), (720, 1280), (1920, 1080))
LANGUAGES = (tongue.ENGLISH, "de", PSEUDO)
"""The last is English made longer, to see what will not fit any language."""

Size = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Shot:
    """The scene in one size and language."""

    scene: Scene
    size: Size
    language: str
    picture: QImage
    flaws: tuple[Flaw, ...]

    @property
    def name(self) -> str:
        """For its file."""
        width, height = self.size
        tail = "" if self.language == tongue.ENGLISH else f"-{self.language}"
        return f"{self.scene.page}-{self.scene.state}-{width}x{height}{tail}"


def shots(
    scene: Scene,
    sizes: Sequence[Size] = SIZES,
    languages: Sequence[str] = (tongue.ENGLISH,),
    *,
    check: bool = False,
) -> Iterator[Shot]:
    """The scene in all of these, one after the other; its flaws are looked for with `check`.

    Raises WindowError when it cannot be drawn.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    gui = gui_application()
    speak(languages[0])
    stage = scene.stage()
    pose = scene.play(stage)
    stage.run(SETTLE_S)
    for_reading = scene.page == WALL
    with _opened(stage.app, sizes[0], for_reading) as handle:
        follow(gui, handle)
        pose(handle.board)
        for language in languages:
            speak(language)
            retell(handle.engine, handle.board)
            for size in sizes:
                _resize(gui, handle, size)
                follow(gui, handle)  # what was made anew has its place only now
                picture = handle.window.grabWindow()
                found = flaws(handle.window, picture, for_reading=for_reading) if check else []
                if (
                    found
                ):  # lists make what is out of sight later, and put it in its place after that
                    follow(gui, handle)
                    picture = handle.window.grabWindow()
                    found = flaws(handle.window, picture, for_reading=for_reading)
                yield Shot(scene, size, language, picture, (*found, *_said(handle)))


def speak(language: str) -> None:
    """As the kiosk does, and the pseudo-language, too, which is no part of the program."""
    tongue.speak(language, folder=made_pseudo() if language == PSEUDO else I18N)


class Shown(Protocol):
    """What an open window is made of."""

    board: Board
    engine: QQmlApplicationEngine
    window: QQuickWindow
    complaints: list[str]

    def close(self) -> None: ...


def follow(gui: QGuiApplication, handle: Shown) -> None:
    """The window shows the state as it is."""
    handle.board.refresh()
    gui.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)


def _resize(gui: QGuiApplication, handle: Shown, size: Size) -> None:
    """No screen is turned while the kiosk runs: upright, the page is made anew."""
    turned = (handle.window.width() > handle.window.height()) != (size[0] > size[1])
    handle.window.resize(*size)
    follow(gui, handle)
    if turned:
        loaders = list(_outer_loaders(handle.window.contentItem()))
        for active in (False, True):
            for loader in loaders:
                loader.setProperty("active", active)
            follow(gui, handle)


def _outer_loaders(under: QQuickItem) -> Iterator[QQuickItem]:
    """What is loaded inside of them goes with them: its own loaders must not be woken again."""
    for item in under.childItems():
        if QObject.inherits(item, "QQuickLoader") and item.property("active"):
            yield item
        else:
            yield from _outer_loaders(item)


def _said(handle: Shown) -> list[Flaw]:
    complaints = [Flaw("QML", complaint) for complaint in handle.complaints]
    handle.complaints.clear()
    return complaints


@contextmanager
def _opened(app: KioskApp, size: Size, the_wall: bool) -> Generator[Shown]:
    handle = _Wall(app, size) if the_wall else build_window(app, size=size, again=True)
    try:
        handle.window.show()
        yield handle
    finally:
        handle.close()
        tongue.speak(tongue.ENGLISH)


class _Wall:
    """The second display, beside no touchscreen."""

    def __init__(self, app: KioskApp, size: Size) -> None:
        self.board = Board(app)
        self._wall = WallHandle(self.board, 0.0, again=True)
        self.engine, self.window = self._wall.engine, self._wall.window
        self.complaints = self._wall.complaints
        self.window.resize(*size)

    def close(self) -> None:
        self._wall.close()
        engines.leave(self.board)
