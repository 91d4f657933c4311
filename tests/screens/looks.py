"""What every page must keep in every layout: nothing cut off, and targets for real fingers."""

from collections.abc import Iterable

from PySide6.QtQuick import QQuickItem

from tests.screens.conftest import Glass

LAYOUTS = ((800, 480), (720, 1280), (1280, 720), (1024, 600), (1920, 1080))
NINE_MM = {(800, 480): 48, (720, 1280): 75, (1280, 720): 75, (1024, 600): 61, (1920, 1080): 33}


def texts(screen: Glass, under: QQuickItem | None = None) -> list[QQuickItem]:
    return [
        item
        for item in screen.items(under)
        if item.metaObject().indexOfProperty("paintedWidth") >= 0 and item.property("text")
    ]


def check_nothing_is_cut_off(screen: Glass, under: QQuickItem | None = None) -> None:
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
    boxes = {name: screen.box(screen.find(name)) for name in names}
    for name, box in boxes.items():
        assert min(box.width(), box.height()) >= least, name
        assert window.contains(box), name
        for other, other_box in boxes.items():
            assert other == name or not box.intersects(other_box), (name, other)
