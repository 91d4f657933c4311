"""Engines that draw one window after another, for tests and pictures: most of what it takes to open
a window is that a new engine reads the files of all pages.

An engine remembers where it found the properties of the objects it drew, by their addresses: with
a new board where an old one was, it can read nothing there, or crash. So a board that such an
engine has drawn stays until no such engine is left.
"""

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

BOARDS = 25
"""So many are kept before the engines are made anew: they take a megabyte each."""

_free: list[QQmlApplicationEngine] = []
_busy: set[QQmlApplicationEngine] = set()
_boards: list[QObject] = []


def take() -> QQmlApplicationEngine:
    """An engine without a window; it lives as long as the application at most."""
    while _free:
        engine = _free.pop()
        if shiboken6.isValid(engine):
            break
    else:
        engine = QQmlApplicationEngine(QCoreApplication.instance())
    _busy.add(engine)
    return engine


def give_back(engine: QQmlApplicationEngine, window: QQuickWindow) -> None:
    """Takes the window apart; sizes and colours are the engine's, and go with it."""
    shiboken6.delete(window)
    engine.clearSingletons()
    _busy.discard(engine)
    _free.append(engine)


def leave(board: QObject) -> None:
    """A board whose windows have been taken apart is no longer needed."""
    _boards.append(board)
    if len(_boards) < BOARDS or any(shiboken6.isValid(engine) for engine in _busy):
        return
    for each in (*_free, *_boards):  # the engines first
        if shiboken6.isValid(each):
            shiboken6.delete(each)
    _free.clear()
    _boards.clear()
