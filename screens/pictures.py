"""A picture of the window without a screen, for documents and for looking at it."""

import os
from pathlib import Path

from PySide6.QtCore import QEventLoop

from screens.app_port import KioskApp
from screens.window import WindowError, build_window, gui_application


def render(app: KioskApp, path: Path, width: int, height: int) -> None:
    """Writes what the window shows now as a PNG of `width` × `height` pixels.

    Raises WindowError when it cannot be drawn or written.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    gui = gui_application()
    handle = build_window(app, size=(width, height))
    try:
        handle.window.show()
        gui.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
        if not handle.window.grabWindow().save(str(path)):
            raise WindowError(f"The picture {path} cannot be written: choose another folder.")
    finally:
        handle.close()
