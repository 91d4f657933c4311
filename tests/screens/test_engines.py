"""Engines that draw one window after another, and the boards they have drawn."""

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from screens import engines


@pytest.fixture(autouse=True)
def of_its_own(qapp: QGuiApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No engine or board of another test."""
    monkeypatch.setattr(engines, "_free", [])
    monkeypatch.setattr(engines, "_busy", set[object]())
    monkeypatch.setattr(engines, "_boards", [])
    yield
    for _ in range(engines.BOARDS):
        engines.leave(QObject())


def test_an_engine_that_was_given_back_draws_the_next_window() -> None:
    first = engines.take()
    second = engines.take()
    assert second is not first, "each window has sizes of its own"
    engines.give_back(first, QQuickWindow())
    assert engines.take() is first
    engines.give_back(first, QQuickWindow())
    engines.give_back(second, QQuickWindow())


def test_a_board_outlives_every_engine_that_has_drawn_it() -> None:
    """Where a board was that is gone, an engine would take the next one for it."""
    boards = [QObject() for _ in range(engines.BOARDS + 1)]
    first, wall = engines.take(), engines.take()
    engines.give_back(first, QQuickWindow())
    for board in boards[:-1]:
        engines.leave(board)
    assert all(shiboken6.isValid(board) for board in boards), "the wall is still open"
    engines.give_back(wall, QQuickWindow())
    engines.leave(boards[-1])
    assert not any(shiboken6.isValid(one) for one in (first, wall, *boards))
    third = engines.take()
    assert shiboken6.isValid(third)
    engines.give_back(third, QQuickWindow())
