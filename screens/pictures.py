"""Pictures of the window without a screen, of every page: `python -m screens.pictures OUT`."""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.errors import KioskError
from screens.app_port import KioskApp
from screens.board import Board
from screens.scenes import SCENES, Scene
from screens.walk import SETTLE_S
from screens.window import WindowError, build_window, gui_application

SIZES = ((800, 480), (1280, 720), (1920, 1080), (720, 1280))
SHEET_WIDTH, SHEET_GAP = 2560, 12


def render(
    app: KioskApp,
    path: Path,
    width: int,
    height: int,
    pose: Callable[[Board], None] | None = None,
) -> None:
    """Writes what the window shows as a PNG of `width` × `height` pixels.

    `pose` may bring the window to another page first. Raises WindowError when it cannot be drawn
    or written.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    gui = gui_application()
    handle = build_window(app, size=(width, height))
    try:
        handle.window.show()
        gui.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
        if pose is not None:
            pose(handle.board)
            handle.board.refresh()
            gui.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
            handle.board.refresh()
            gui.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
        if not handle.window.grabWindow().save(str(path)):
            raise WindowError(f"The picture {path} cannot be written: choose another folder.")
    finally:
        handle.close()


def take(scene: Scene, folder: Path) -> list[Path]:
    """The pictures of one scene, in all sizes."""
    paths: list[Path] = []
    for width, height in SIZES:
        stage = scene.stage()
        pose = scene.play(stage)
        stage.run(SETTLE_S)
        paths.append(folder / f"{scene.page}-{scene.state}-{width}x{height}.png")
        render(stage.app, paths[-1], width, height, pose)
    return paths


def contact_sheet(pictures: Sequence[Path], path: Path) -> None:
    """All pictures of a page on one sheet, in rows as high as their shapes allow."""
    rows = [pictures[start : start + len(SIZES)] for start in range(0, len(pictures), len(SIZES))]
    shapes = sum(width / height for width, height in SIZES)
    height = round((SHEET_WIDTH - (len(SIZES) + 1) * SHEET_GAP) / shapes)
    sheet = QImage(
        SHEET_WIDTH, len(rows) * (height + SHEET_GAP) + SHEET_GAP, QImage.Format.Format_RGB32
    )
    sheet.fill(QColor("#404040"))
    painter = QPainter(sheet)
    for number, row in enumerate(rows):
        x = SHEET_GAP
        for name in row:
            picture = QImage(str(name))
            small = picture.scaledToHeight(height, Qt.TransformationMode.SmoothTransformation)
            painter.drawImage(x, SHEET_GAP + number * (height + SHEET_GAP), small)
            x += small.width() + SHEET_GAP
    painter.end()
    if not sheet.save(str(path)):
        raise WindowError(f"The picture {path} cannot be written: choose another folder.")


def main(arguments: Sequence[str]) -> int:
    """`OUT [PAGE …]`: pictures of every page, or of these, and a contact sheet of each page."""
    if not arguments:
        sys.stderr.write("Say which folder the pictures go to: python -m screens.pictures OUT\n")
        return 2
    folder = Path(arguments[0])
    pages = dict.fromkeys(scene.page for scene in SCENES)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for page in arguments[1:] or pages:
            taken = [path for s in SCENES if s.page == page for path in take(s, folder)]
            contact_sheet(taken, folder / f"{page}.png")
            sys.stdout.write(f"{page}: {len(taken)} pictures\n")
    except (KioskError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
