"""A PIN being typed: the digits stay here, the screen learns only how many there are."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Qt, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.coaches import LONGEST, SHORTEST

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1

ENTER, BACKSPACE = "enter", "backspace"
_KEYS = {Qt.Key.Key_Return: ENTER, Qt.Key.Key_Enter: ENTER, Qt.Key.Key_Backspace: BACKSPACE}


@dataclass(frozen=True, slots=True)
class PadFace:
    """What stands above the keys."""

    prompt: str = ""
    sentence: str = ""
    """What is wrong, or what comes of it."""
    wrong: bool = False
    closed: bool = False
    """No digit is taken: locked, or the last PIN is still being looked at."""
    least: int = SHORTEST
    """Digits that this PIN has at least."""


@QmlElement
class PinPadModel(QObject):
    """`accepts` is asked before every key; `entered` gets the PIN, which is forgotten by that."""

    changed = Signal()

    def __init__(
        self, accepts: Callable[[], bool], entered: Callable[[str], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self.face = PadFace()
        self._accepts = accepts
        self._entered = entered
        self._digits = ""

    def show(self, face: PadFace) -> None:
        if face != self.face:
            self.face = face
            if face.closed:
                self._digits = ""
            self.changed.emit()

    def clear(self) -> None:
        self._digits = ""
        self.changed.emit()

    @Slot(str)
    def press(self, code: str) -> None:
        """A finger on a key: a digit, BACKSPACE or ENTER."""
        if self.face.closed or not self._accepts():
            return
        if code == ENTER:
            if len(self._digits) >= self.face.least:
                pin, self._digits = self._digits, ""
                self._entered(pin)
        elif code == BACKSPACE:
            self._digits = self._digits[:-1]
        elif len(code) == 1 and code in "0123456789" and len(self._digits) < LONGEST:
            self._digits += code
        self.changed.emit()

    @Slot(int, str, result=bool)
    def physical(self, key: int, text: str) -> bool:
        """A key of a keyboard with a cable; says whether it was one for us."""
        code = _KEYS.get(Qt.Key(key), text if text.isdecimal() else "")
        if code:
            self.press(code)
        return code != ""

    # -- what QML reads --------------------------------------------------------------------------

    @Property(int, notify=changed)
    def count(self) -> int:
        """How many digits have been typed."""
        return len(self._digits)

    @Property(int, notify=changed)
    def places(self) -> int:
        """How many dots there are: those of the shortest PIN, and more as they are typed."""
        return max(self.face.least, len(self._digits))

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        return len(self._digits) >= self.face.least and not self.face.closed

    @Property(bool, notify=changed)
    def closed(self) -> bool:
        return self.face.closed

    @Property(str, notify=changed)
    def prompt(self) -> str:
        return self.face.prompt

    @Property(str, notify=changed)
    def sentence(self) -> str:
        return self.face.sentence

    @Property(bool, notify=changed)
    def wrong(self) -> bool:
        return self.face.wrong
