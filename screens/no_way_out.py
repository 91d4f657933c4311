"""Nobody leaves the kiosk by a keyboard or a mouse: what would close or leave the window is taken.

What the compositor and the kernel do with keys is theirs: docs/security.md says what is switched
off there.
"""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent

_HELD: Final = (
    Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.MetaModifier
)
_KEYS: Final = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride)
_BUTTONS: Final = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
)
_SPECIAL: Final = frozenset(
    {
        Qt.Key.Key_Print,
        Qt.Key.Key_SysReq,
        Qt.Key.Key_Menu,
        Qt.Key.Key_Help,
        Qt.Key.Key_Super_L,
        Qt.Key.Key_Super_R,
        Qt.Key.Key_PowerOff,
        Qt.Key.Key_Sleep,
        Qt.Key.Key_LogOff,
        Qt.Key.Key_Launch0,
        Qt.Key.Key_Launch1,
    }
)


class NoWayOut(QObject):
    """Installed on a window that is the whole screen; it ends by SIGTERM alone."""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Qt asks before the window gets the event; True takes it away."""
        kind = event.type()
        if kind == QEvent.Type.Close:
            event.ignore()
            return True
        if kind == QEvent.Type.ContextMenu:
            return True
        if kind in _KEYS and isinstance(event, QKeyEvent):
            return _leads_out(event)
        if kind in _BUTTONS and isinstance(event, QMouseEvent):
            return event.button() != Qt.MouseButton.LeftButton
        return False


def _leads_out(event: QKeyEvent) -> bool:
    """A chord, a function key, or a key with a meaning for the machine."""
    key = event.key()
    is_function = Qt.Key.Key_F1 <= key <= Qt.Key.Key_F35
    return bool(event.modifiers() & _HELD) or is_function or key in _SPECIAL
