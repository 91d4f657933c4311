"""Whether all of the open window follows another language and other units: `python -m
screens.switched [PAGE …]` plays every scene twice, and says what a switch has left as it was, and
which figures are metric all the same.
"""

import os
import re
import sys
from collections.abc import Iterator, Sequence
from difflib import ndiff

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject
from PySide6.QtQuick import QQuickItem

from kiosk.app import App
from screens import tongue
from screens.scenes import SCENES, WALL, Scene
from screens.walk import SETTLE_S
from screens.window import WindowHandle, build_window, gui_application

SIZE = (1280, 720)
HIDDEN = 0.02
"""Less opaque than this nothing is to be seen."""
METRIC = re.compile(r"\d\s?(?:km/h|km|kg|m|s/km)\b(?!/)")
OWN_WORDS = re.compile(r"^(?:step-name|name|title)")
"""What people and workouts are called stays as it was written."""
GIVEN = re.compile(r"\((?:copy|Kopie)\)$")
"""A copy keeps the name that it was given when it was made."""
BEATS = 3
"""What is made anew asks for its place, and is shown there with the next beat but one."""


def left_behind(scene: Scene) -> list[str]:
    """What the window says after a switch to German and miles ("- …") in place of what it says
    when it was opened so ("+ …"), and what is metric in both ("= …"); empty when all is right.
    """
    opened = _played(scene, is_switched=False)
    there = ndiff(_played(scene, is_switched=True), opened)
    metric = [f"= {line}" for line in opened if METRIC.search(line) and not OWN_WORDS.search(line)]
    changed = [line for line in there if line[0] in "+-" and not GIVEN.search(line)]
    return changed + metric


def _played(scene: Scene, *, is_switched: bool) -> list[str]:
    """Every text that is to be seen, with its name, in the order in which it is painted."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    gui_application()
    stage = scene.stage()
    stage.app.choose("reduced_motion", True)  # whatever fades would be there or not by chance
    if not is_switched:
        _switch(stage.app)
    pose = scene.play(stage)
    stage.run(SETTLE_S)
    handle = build_window(stage.app, size=SIZE, again=True)
    try:
        handle.window.show()
        _beat(handle)
        pose(handle.board)
        _beat(handle)
        if is_switched:
            _switch(stage.app)
        for _ in range(BEATS):
            _beat(handle)
        return list(texts(handle.window.contentItem()))
    finally:
        handle.close()
        tongue.speak(tongue.ENGLISH)


def _switch(app: App) -> None:
    app.choose("language", "de")
    app.choose("units", "imperial")


def _beat(handle: WindowHandle) -> None:
    handle.step()
    QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
    handle.window.grabWindow()


def texts(under: QQuickItem) -> Iterator[str]:
    """Every text that is to be seen, "name: text"; without a name where it has none."""
    for item in sorted(under.childItems(), key=lambda child: child.z()):
        if item.isVisible() and item.opacity() > HIDDEN:
            # Asked of QObject, for a QML type may have another `inherits`.
            if QObject.inherits(item, "QQuickText") and item.property("text"):
                yield f"{item.objectName()}: {item.property('text')}"
            yield from texts(item)


def main(pages: Sequence[str]) -> int:
    """Every scene of the window, or of these pages; the wall is made anew with every switch."""
    found = 0
    for scene in SCENES:
        if scene.page == WALL or (pages and scene.page not in pages):
            continue
        lines = left_behind(scene)
        found += len(lines)
        sys.stdout.writelines(f"{scene.page}-{scene.state}: {line}\n" for line in lines)
        sys.stdout.flush()
    sys.stdout.write(f"{found} texts differ after a switch\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
