"""The one question that may stand in the middle of the window, and what each answer does."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from screens.tongue import said

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1
SETTLE_S = 0.4
"""Sooner nobody has read a question."""


@dataclass(frozen=True, slots=True)
class Question:
    """Two answers; `key` tells questions apart."""

    key: str
    title: str
    body: str
    yes: str
    no: str
    on_yes: Callable[[], None]
    on_no: Callable[[], None] = lambda: None
    alarming: bool = False
    """Yes cannot be taken back: it looks like it, and the other answer is the large one."""


@QmlElement
class QuestionModel(QObject):
    """Asks one question at a time; each is answered once."""

    changed = Signal()

    def __init__(self, now: Callable[[], float], parent: QObject) -> None:
        super().__init__(parent)
        self._now = now
        self._asked_at = 0.0
        self.question: Question | None = None

    def ask(self, question: Question) -> None:
        """Asks, unless another question is still open."""
        if self.question is None:
            self.question = question
            self._asked_at = self._now()
            self.changed.emit()

    def withdraw(self, key: str) -> None:
        """Takes the question back when it no longer makes sense."""
        if self.question is not None and self.question.key == key:
            self.question = None
            self.changed.emit()

    def drop(self) -> None:
        """Takes back whatever is asked: something else is more urgent, and it is asked again."""
        if self.question is not None:
            self.question = None
            self.changed.emit()

    @Slot()
    def answerYes(self) -> None:
        if (question := self._taken()) is not None:
            question.on_yes()

    @Slot()
    def answerNo(self) -> None:
        if (question := self._taken()) is not None:
            question.on_no()

    def _taken(self) -> Question | None:
        """Not by the second tap of the double tap that has asked it."""
        question = self.question if self._now() >= self._asked_at + SETTLE_S else None
        if question is not None:
            self.question = None
            self.changed.emit()
        return question

    @Property(bool, notify=changed)
    def asked(self) -> bool:
        return self.question is not None

    @Property(bool, notify=changed)
    def alarming(self) -> bool:
        return self.question is not None and self.question.alarming

    @Property(str, notify=changed)
    def title(self) -> str:
        return said(self.question.title) if self.question else ""

    @Property(str, notify=changed)
    def body(self) -> str:
        return said(self.question.body) if self.question else ""

    @Property(str, notify=changed)
    def yes(self) -> str:
        return said(self.question.yes) if self.question else ""

    @Property(str, notify=changed)
    def no(self) -> str:
        return said(self.question.no) if self.question else ""
