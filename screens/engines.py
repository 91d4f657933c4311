"""Engines that draw one window after another, for tests and pictures: most of what it takes to open
a window is that a new engine reads the files of all pages.
"""

import shiboken6
from PySide6.QtCore import QCoreApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

_free: list[QQmlApplicationEngine] = []


def take() -> QQmlApplicationEngine:
    """An engine without a window; it lives as long as the application."""
    while _free:
        engine = _free.pop()
        if shiboken6.isValid(engine):
            return engine
    return QQmlApplicationEngine(QCoreApplication.instance())


def give_back(engine: QQmlApplicationEngine, window: QQuickWindow) -> None:
    """Takes the window apart; sizes and colours are the engine's, and go with it."""
    shiboken6.delete(window)
    engine.clearSingletons()
    _free.append(engine)
