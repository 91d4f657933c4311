"""A window that has to move to another display: what each kind of screen wants to be asked."""

from collections.abc import Callable
from typing import cast

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtQuick import QQuickWindow

from screens import outputs


class Window:
    """Notes what it is asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def visibility(self) -> QQuickWindow.Visibility:
        return QQuickWindow.Visibility.FullScreen

    def __getattr__(self, name: str) -> Callable[..., None]:
        def asked(*_: object) -> None:
            self.asked.append(name)

        return asked


class Screen:
    def geometry(self) -> QRect:
        return QRect(1280, 0, 1280, 720)


@pytest.mark.parametrize(
    ("platform", "asked"),
    [
        ("wayland", ["hide", "setScreen", "setPosition", "showFullScreen"]),
        ("offscreen", ["setScreen", "setPosition", "showFullScreen"]),
    ],
)
def test_a_compositor_learns_the_display_only_from_a_window_that_comes_up_anew(
    platform: str, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: platform)
    window = Window()
    outputs._move(cast("QQuickWindow", window), cast("QScreen", Screen()))
    assert window.asked == asked
