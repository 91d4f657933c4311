"""The on-screen keyboard for QML: it keeps the text being typed, and says what became of it."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Property, QLocale, QObject, Qt, Signal, Slot
from PySide6.QtQml import QmlElement

from screens import keyboard
from screens.keyboard import Arrangement, Key, KeyPage, Typing
from screens.rows import Rows

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1

_NEXT_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


@QmlElement
class KeyboardModel(QObject):
    """Fingers and real keyboards both end here. `accepts` is asked before every key."""

    changed = Signal()
    edited = Signal(str)
    """The text after a key that changed it."""
    onward = Signal()
    """Somebody wants to go on to the next field."""

    def __init__(self, accepts: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self.typing = Typing()
        self.key_rows = Rows(Key, self)
        self._accepts = accepts
        self._leads = False
        self._arrangement: Arrangement | None = None
        self._narrow = False
        self._lay()

    def begin(self, text: str, limit: int, *, digits: bool = False) -> None:
        """Goes on with a text."""
        self._become(keyboard.begin(text, limit, digits=digits))

    def lead(self, *, on: bool) -> None:
        """Whether Next is what to tap after typing."""
        if on != self._leads:
            self._leads = on
            self._lay()

    def _become(self, typing: Typing) -> None:
        self.typing = typing
        self._lay()

    def _type(self, typing: Typing) -> None:
        """The same for what somebody has typed."""
        before = self.typing.text
        self._become(typing)
        if typing.text != before:
            self.edited.emit(typing.text)

    def retell(self) -> None:
        """The keys in the language that is spoken now."""
        self._lay()

    def _lay(self) -> None:
        rows = keyboard.keys(self.typing, self._arranged(), narrow=self._narrow, lead=self._leads)
        self.key_rows.show(rows)
        self.changed.emit()

    # -- fingers and keys ------------------------------------------------------------------------

    @Slot(str)
    def press(self, code: str) -> None:
        """A finger on the key `code`."""
        if not self._accepts():
            return
        if code == keyboard.NEXT:
            self.onward.emit()
        else:
            self._type(keyboard.press(self.typing, code))

    @Slot(str)
    def hold(self, code: str) -> None:
        """The finger has stayed on the key: the letter's accents are offered."""
        if self._accepts():
            self._become(keyboard.hold(self.typing, code))

    @Slot()
    def letGo(self) -> None:
        """Nobody has wanted an accent after all."""
        if self.typing.varied:
            self._become(replace(self.typing, varied=""))

    @Slot(int, str, result=bool)
    def physical(self, key: int, text: str) -> bool:
        """A key of a keyboard with a cable; says whether it was one for us."""
        if key in _NEXT_KEYS:
            self.press(keyboard.NEXT)
        elif key == Qt.Key.Key_Backspace:
            self.press(keyboard.BACKSPACE)
        elif text and text.isprintable():
            if self._accepts():
                self._type(keyboard.write(self.typing, text))
        else:
            return False
        return True

    # -- what QML reads and sets -----------------------------------------------------------------

    def _arranged(self) -> Arrangement:
        """As somebody has said, else as the language's keyboards are."""
        if self._arrangement is not None:
            return self._arrangement
        german = QLocale().language() == QLocale.Language.German
        return Arrangement.QWERTZ if german else Arrangement.QWERTY

    def _get_arrangement(self) -> str:
        return str(self._arranged())

    def _set_arrangement(self, name: str) -> None:
        if name != self._arranged():
            self._arrangement = Arrangement(name)
            self._lay()

    arrangement = Property(str, _get_arrangement, _set_arrangement, notify=changed)
    """"qwerty" or "qwertz"."""

    def _is_narrow(self) -> bool:
        return self._narrow

    def _set_narrow(self, narrow: bool) -> None:
        if narrow != self._narrow:
            self._narrow = narrow
            self._lay()

    narrow = Property(bool, _is_narrow, _set_narrow, notify=changed)
    """There is no room for ten keys side by side."""

    @Property(Rows, notify=changed)
    def keys(self) -> Rows:
        return self.key_rows

    @Property(str, notify=changed)
    def varied(self) -> str:
        """The key whose accents are offered; empty without."""
        return self.typing.varied

    @Property(int, notify=changed)
    def columns(self) -> int:
        return keyboard.columns(self.typing.page, narrow=self._narrow)

    @Property(bool, notify=changed)
    def isPad(self) -> bool:
        """Digits only."""
        return self.typing.page is KeyPage.DIGITS
