"""The page for a new person in every layout: targets for fingers, nothing cut off or covered."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem

from kiosk.training.athlete import Athlete
from screens.add_scenes import ADD_SCENES
from screens.stage import Stage
from tests.screens.conftest import Glass
from tests.screens.looks import LAYOUTS, NINE_MM

Show = Callable[..., Glass]
STATES = (
    "name-long",
    "accents",
    "strap-none",
    "straps-many",
    "birth-year-typed",
    "refused-name",
    "refused-rate",
)


def acted(glass: Show, state: str, width: int, height: int, stage: Stage | None = None) -> Glass:
    """The scene, as its picture has it."""
    stage = stage or Stage()
    pose = ADD_SCENES[state](stage)
    stage.run(1)
    screen = glass(stage.app, width, height)
    pose(screen.handle.board)
    QGuiApplication.processEvents()
    return screen


BUTTONS = ("key-", "field-", "strap-", "no-strap", "type-strap", "save-person", "cancel")


def buttons(screen: Glass) -> list[QQuickItem]:
    return [item for item in screen.items() if item.objectName().startswith(BUTTONS)]


@pytest.mark.parametrize(("width", "height"), LAYOUTS)
@pytest.mark.parametrize("state", STATES)
def test_targets_are_large_enough_and_no_text_or_target_lies_on_another(
    glass: Show, state: str, width: int, height: int
) -> None:
    screen = acted(glass, state, width, height)
    check_targets(screen, NINE_MM[width, height])
    check_texts(screen)


def check_targets(screen: Glass, least: float) -> None:
    window = screen.handle.window.contentItem().boundingRect()
    boxes = [(item.objectName(), screen.box(item)) for item in buttons(screen)]
    assert len(boxes) >= 10
    for place, (name, box) in enumerate(boxes):
        assert window.contains(box), name
        assert min(box.width(), box.height()) >= least, (name, box)
        for other, other_box in boxes[place + 1 :]:
            common = box.intersected(other_box)
            assert min(common.width(), common.height()) < 0.5, (name, other)


def check_texts(screen: Glass) -> None:
    holders = [screen.box(item) for item in buttons(screen)]
    for text in _texts(screen):
        said = text.property("text")
        assert not text.property("truncated"), said
        assert text.property("paintedWidth") <= text.width() + 1, said
        painted = _painted(screen, text)
        touched = [box for box in holders if box.intersects(painted)]
        assert len(touched) <= 1, said
        assert all(box.contains(painted) for box in touched), said


@pytest.mark.parametrize(("width", "height"), LAYOUTS)
def test_forty_wide_letters_stay_in_their_field_and_leave_the_keys_large_enough(
    glass: Show, width: int, height: int
) -> None:
    stage = Stage()
    stage.people.append(Athlete(1, "W" * 40))
    stage.reload()
    screen = acted(glass, "name-empty", width, height, stage)
    page = screen.handle.board.add_person_model
    page.keyboard_model.physical(0, "W" * 40)
    page.keyboard_model.press("next")
    QGuiApplication.processEvents()
    assert "already on the roster" in screen.text("prompt")
    field = screen.find("field-name")
    assert screen.box(field).contains(screen.box(screen.find("value", field)))
    assert screen.box(field).contains(screen.box(screen.find("caret", field)))
    check_targets(screen, NINE_MM[width, height])


def test_every_state_has_its_picture(glass: Show) -> None:
    for state in ADD_SCENES:
        screen = acted(glass, state, 800, 480)
        assert screen.shows("consent"), state


def _texts(screen: Glass) -> list[QQuickItem]:
    return [
        item
        for item in screen.items()
        if item.metaObject().indexOfProperty("paintedWidth") >= 0 and item.property("text")
    ]


def _painted(screen: Glass, text: QQuickItem) -> QRectF:
    """The text without the air above and below its letters."""
    box, high = screen.box(text), float(text.property("paintedHeight"))
    return QRectF(box.left(), box.center().y() - 0.4 * high, box.width(), 0.8 * high)
