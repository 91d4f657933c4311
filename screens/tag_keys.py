"""RFID readers that act as a keyboard and that nobody has grabbed: their keys end in the window."""

from PySide6.QtCore import QElapsedTimer, QEvent, QObject
from PySide6.QtGui import QKeyEvent

from kiosk.tags import FastTyping
from screens.app_port import KioskApp


class TagKeys(QObject):
    """Watches the window's keys and takes none but the Enter that ends a tag's number: whatever a
    person types arrives where it is meant to.
    """

    def __init__(self, app: KioskApp, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._typing = FastTyping()
        self._since = QElapsedTimer()
        self._since.start()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Qt asks before the window gets the event; True takes it away."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        # When the key was struck, not when we get to it; not every platform says so.
        struck_ms = event.timestamp() or self._since.elapsed()
        number = self._typing.feed(event.text(), struck_ms / 1000)
        if number is not None:
            self._app.tag_typed(number)
        return number is not None
