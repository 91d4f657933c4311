"""Questions to one athlete before and after a session; answered by one touch, most can be left."""

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.asking import Question
from screens.app_port import KioskApp
from screens.rows import Rows
from screens.tongue import said
from screens.walk import Page
from screens.walk_model import WalkModel

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1

SETTLE_S = 0.5
"""Sooner nobody has read a question."""
FEW = 3
"""So many answers are written out below each other; more are a row of keys."""
_PAGES = (Page.CHOOSE, Page.SUMMARY, Page.PROGRESS)
"""Nobody is asked while they train: there the numbers stay in view."""


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """The roles of one answer."""

    place: int = 0
    title: str = ""


@QmlElement
class AskModel(QObject):
    """The first question that waits for the athlete whose page is open."""

    changed = Signal()

    def __init__(self, app: KioskApp, walk: WalkModel, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._walk = walk
        self._question: Question | None = None
        self._since = 0.0
        self._number = 0
        self.answer_rows = Rows(AnswerRow, self)
        walk.changed.connect(self.refresh)

    @Slot()
    def refresh(self) -> None:
        """Follows what there is to ask."""
        walk = self._walk.walk
        waiting = self._app.questions if walk.page in _PAGES else ()
        question = next((one for one in waiting if one.athlete_id == walk.athlete_id), None)
        answers = () if question is None else question.answers
        self.answer_rows.show([AnswerRow(n, said(title)) for n, (title, _) in enumerate(answers)])
        if question == self._question:
            return
        self._question, self._since = question, self._app.state.now
        if question is not None and question.number is not None:
            self._number = sum(question.number) // 2
        self.changed.emit()

    # -- taps ------------------------------------------------------------------------------------

    @Slot(int)
    def answer(self, place: int) -> None:
        question = self._asked()
        if question is not None and 0 <= place < len(question.answers):
            self._give(question, question.answers[place][1])

    @Slot(int)
    def nudge(self, by: int) -> None:
        question = self._asked()
        if question is not None and question.number is not None:
            low, high = question.number
            self._number = min(high, max(low, self._number + by))
            self.changed.emit()

    @Slot()
    def submit(self) -> None:
        question = self._asked()
        if question is not None and question.number is not None:
            self._give(question, float(self._number))

    @Slot()
    def skip(self) -> None:
        """For later; one that must be answered first is left by going home: it may be meant for
        somebody else than who stands here.
        """
        question = self._asked()
        if question is None:
            return
        if not question.may_skip:
            self._walk.home()
            return
        self._app.skip_question(question.athlete_id, question.kind)
        self._done()

    # -- inside ----------------------------------------------------------------------------------

    def _asked(self) -> Question | None:
        return self._question if self._app.state.now >= self._since + SETTLE_S else None

    def _give(self, question: Question, value: float) -> None:
        self._app.answer(question.athlete_id, question.kind, value, question.session_id)
        self._done()

    def _done(self) -> None:
        self._walk.hold()  # the second tap of a double tap is for nothing that comes now
        self._since = self._app.state.now
        self.refresh()

    # -- what QML reads --------------------------------------------------------------------------

    @Property(bool, notify=changed)
    def asked(self) -> bool:
        return self._question is not None

    @Property(str, notify=changed)
    def sentence(self) -> str:
        return "" if self._question is None else said(self._question.text)

    @Property("QStringList", notify=changed)  # pyright: ignore[reportArgumentType]
    def points(self) -> list[str]:
        return [] if self._question is None else [said(point) for point in self._question.points]

    @Property(Rows, notify=changed)
    def answers(self) -> Rows:
        return self.answer_rows

    @Property(bool, notify=changed)
    def few(self) -> bool:
        return self._question is not None and len(self._question.answers) <= FEW

    @Property(str, notify=changed)
    def number(self) -> str:
        """What is being typed; empty where there is nothing to type."""
        typed = self._question is not None and self._question.number is not None
        return str(self._number) if typed else ""

    @Property(bool, notify=changed)
    def skippable(self) -> bool:
        return self._question is not None and self._question.may_skip
