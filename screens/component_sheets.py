"""Picture sheets of the design system: each component in all of its states, on night and on paper.

The components are the real ones, filled by the real models; a finger really lies on what is shown
as pressed.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import hypot
from pathlib import Path

import shiboken6
from PySide6.QtCore import QEventLoop, QObject, QPoint, QPointF, QUrl
from PySide6.QtGui import QImage, QPainter
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from screens import component_curves, component_states, tongue
from screens.component_states import Cell, Family
from screens.looks import Flaw, flaws
from screens.studio import speak
from screens.window import WindowError, gui_application

_HERE = Path(__file__).parent
PIXELS_PER_MM = hypot(1280, 720) / (25.4 * 7)
"""Of the panel that the sheets' sizes are for."""

FAMILIES: dict[str, Family] = {
    "tokens": component_states.tokens,
    "button": component_states.buttons,
    "tile": component_curves.tiles,
    "gauge": component_curves.gauges,
    "timeline": component_curves.timelines,
    "keyboard": component_states.keyboards,
    "dialog": component_states.dialogs,
    "toast": component_states.toasts,
    "chart": component_curves.charts,
    "list": component_states.lists,
}
"""By name, the components that there are sheets of."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """All states of one component in one language: night at the left, paper at the right."""

    name: str
    picture: QImage
    flaws: tuple[Flaw, ...]


def sheets(
    names: Sequence[str], languages: Sequence[str], *, check: bool = False
) -> Iterator[Sheet]:
    """One sheet for each component and language. Raises WindowError when one cannot be drawn."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    gui_application()
    for name in names:
        for language in languages:
            speak(language)
            tail = "" if language == tongue.ENGLISH else f"-{language}"
            try:
                yield _sheet(name, f"component-{name}{tail}", check=check)
            finally:
                tongue.speak(tongue.ENGLISH)


def _sheet(family: str, name: str, *, check: bool) -> Sheet:
    models = QObject()
    try:
        cells = FAMILIES[family](models)
        looks = [_look(cells, light=light, check=check) for light in (False, True)]
    finally:
        shiboken6.delete(models)
    found = [flaw for _, seen in looks for flaw in seen]
    return Sheet(name, _beside(*(picture for picture, _ in looks)), tuple(dict.fromkeys(found)))


def _look(cells: Sequence[Cell], *, light: bool, check: bool) -> tuple[QImage, list[Flaw]]:
    """The sheet in one palette, and what is wrong with it. An engine has one palette."""
    complaints: list[Flaw] = []
    engine = QQmlApplicationEngine()

    def collect(errors: list[QObject]) -> None:
        complaints.extend(Flaw("QML", str(error)) for error in errors)

    engine.warnings.connect(collect)
    engine.setInitialProperties({"cells": [_as_qml(cell) for cell in cells], "light": light})
    engine.load(QUrl.fromLocalFile(_HERE / "ComponentSheet.qml"))
    try:
        roots = [root for root in engine.rootObjects() if isinstance(root, QQuickWindow)]
        if not roots:
            raise WindowError(f"The sheet cannot be drawn. {complaints[:1]}")
        window = roots[0]
        window.show()
        for _ in range(3):  # a row is as high as its texts, and these as its width allows
            gui_application().processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
            window.resize(window.width(), round(window.property("wanted")))
        found = _flaws(window) if check else []
        if _touch(window, cells) and check:
            found += _pale_under_a_finger(_flaws(window))
        return window.grabWindow(), [*found, *complaints]
    finally:
        shiboken6.delete(engine)


def _as_qml(cell: Cell) -> Mapping[str, object]:
    return {
        "label": cell.label,
        "source": QUrl.fromLocalFile(_HERE / f"{cell.component}.qml"),
        "properties": dict(cell.properties),
        "width": cell.width,
        "height": cell.height,
        "on": cell.on,
        "enabled": cell.enabled,
    }


def _flaws(window: QQuickWindow) -> list[Flaw]:
    inch = hypot(window.width(), window.height()) / (25.4 * PIXELS_PER_MM)
    return flaws(window, window.grabWindow(), inch)


def _pale_under_a_finger(found: Sequence[Flaw]) -> list[Flaw]:
    """A key says above the finger what it is: that may lie on its neighbours."""
    hidden = {flaw.item for flaw in found if "lies partly under" in flaw.what}
    return [flaw for flaw in found if "contrast" in flaw.what and flaw.item not in hidden]


def _touch(window: QQuickWindow, cells: Sequence[Cell]) -> bool:
    """A finger on each thing that is to be seen pressed, all at once."""
    places = [
        _middle(window, number, cell.pressed) for number, cell in enumerate(cells) if cell.pressed
    ]
    if not places:
        return False
    touch = QTest.touchEvent(window, QTest.createTouchDevice(), autoCommit=False)
    for finger, place in enumerate(places):
        touch.press(finger, place, window)
    touch.commit()
    gui_application().processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
    return True


def _middle(window: QQuickWindow, number: int, name: str) -> QPoint:
    cell = _named(window.contentItem(), f"cell-{number}")
    item = cell if name == "." else _named(cell, name)
    return item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()


def _named(item: QQuickItem, name: str) -> QQuickItem:
    return next(one for one in _inside(item) if one.objectName() == name)


def _inside(item: QQuickItem) -> Iterator[QQuickItem]:
    for child in item.childItems():
        yield child
        yield from _inside(child)


def _beside(night: QImage, paper: QImage) -> QImage:
    both = QImage(
        night.width() + paper.width(),
        max(night.height(), paper.height()),
        QImage.Format.Format_RGB32,
    )
    painter = QPainter(both)
    painter.drawImage(0, 0, night)
    painter.drawImage(night.width(), 0, paper)
    painter.end()
    return both
