"""What every page must keep in every layout: nothing cut off, and targets for real fingers."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF
from PySide6.QtQuick import QQuickItem

from tests.screens.conftest import Glass

LAYOUTS = ((800, 480), (720, 1280), (1920, 1080))
"""The smallest, the upright and the largest; `make prove-looks` sees every scene in all five."""
NINE_MM = {(800, 480): 48, (720, 1280): 75, (1280, 720): 75, (1024, 600): 61, (1920, 1080): 33}


def texts(screen: Glass, under: QQuickItem | None = None) -> list[QQuickItem]:
    return [
        item
        for item in screen.items(under)
        if item.metaObject().indexOfProperty("paintedWidth") >= 0 and item.property("text")
    ]


def found(screen: Glass, names: Iterable[str]) -> dict[str, QQuickItem]:
    """The one visible item of each name, in one look at all of them."""
    screen.lay_out()
    wanted = list(names)
    items = [item for item in screen.items() if item.objectName() in wanted]
    assert sorted(item.objectName() for item in items) == sorted(wanted)
    return {item.objectName(): item for item in items}


def shown(screen: Glass, prefix: str) -> list[int]:
    """The numbers of the visible items that are called so."""
    named = (item.objectName().removeprefix(prefix) for item in screen.items())
    return sorted(int(number) for number in named if number.isdigit())


def check_nothing_is_cut_off(screen: Glass, under: QQuickItem | None = None) -> None:
    screen.lay_out()
    window = screen.handle.window.contentItem().boundingRect()
    for text in texts(screen, under):
        said = text.property("text")
        assert not text.property("truncated"), said
        assert text.property("paintedWidth") <= text.width() + 1, said
        if text.property("lineCount") > 1:
            assert text.property("paintedHeight") <= text.height() + 2, said
        assert window.contains(screen.box(text)), said


def check_targets(screen: Glass, names: Iterable[str], least: int) -> None:
    """All are large enough, inside the window, and none covers another."""
    window = screen.handle.window.contentItem().boundingRect()
    boxes = {name: screen.box(item) for name, item in found(screen, names).items()}
    for name, box in boxes.items():
        assert min(box.width(), box.height()) >= least, name
        assert window.contains(box), name
        for other, other_box in boxes.items():
            assert other == name or not box.intersects(other_box), (name, other)


def check_inside(screen: Glass, names: Iterable[str]) -> None:
    """What is written on a thing does not stick out of it."""
    for name, item in found(screen, names).items():
        box = screen.box(item)
        for text in texts(screen, item):
            said = screen.box(text)
            overhang = max(box.top() - said.top(), said.bottom() - box.bottom())
            assert overhang <= 0.12 * said.height(), (name, text.property("text"))
            assert box.left() <= said.left() + 1, (name, text.property("text"))
            assert said.right() <= box.right() + 1, (name, text.property("text"))


def check_texts_stay_apart(screen: Glass) -> None:
    """No line of writing runs into another; the air around letters may."""
    boxes = [(text, _letters(screen, text)) for text in texts(screen)]
    for place, (text, box) in enumerate(boxes):
        for other, other_box in boxes[:place]:
            both = box.intersected(other_box)
            assert both.width() < 2 or both.height() < 2, (
                text.property("text"),
                other.property("text"),
            )


def _letters(screen: Glass, text: QQuickItem) -> QRectF:
    """Where there is ink, as far as any font tells: a line has air above and a little below."""
    box, painted = screen.box(text), text.property("paintedHeight")
    line = painted / max(1, text.property("lineCount"))
    top = box.center().y() - painted / 2
    below = 0.08 if any(letter in "gjpqy/(," for letter in text.property("text")) else 0.18
    return QRectF(box.left(), top + 0.18 * line, box.width(), painted - (0.18 + below) * line)
