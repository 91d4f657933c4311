"""Whose strap is this? Asked where several people may wear it; the kiosk never guesses."""

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from screens.app_port import KioskApp, StrapQuestion
from screens.rows import Rows
from screens.tongue import tr
from screens.walk import Page
from screens.walk_model import WalkModel

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1

MOST = 4
PENDING_S = 3.0
"""An answer that nothing came of after this long may be given again."""


@dataclass(frozen=True, slots=True)
class OwnerRow:
    """The roles of one who may wear the strap; 0 is none of them."""

    athlete: int = 0
    name: str = ""


def owner_rows(question: StrapQuestion) -> list[OwnerRow]:
    """One answer for each of them, and that it is somebody else."""
    people = question.athletes[:MOST]
    nobody = tr("Neither of us") if len(people) == 2 else tr("None of us")
    return [*(OwnerRow(who.id, who.name) for who in people), OwnerRow(0, nobody)]


@QmlElement
class StrapQuestionModel(QObject):
    """One strap at a time. The card takes room of its own: it covers nobody's number."""

    changed = Signal()

    def __init__(self, app: KioskApp, walk: WalkModel, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._walk = walk
        self.rows_model = Rows(OwnerRow, self)
        self._answered: dict[int, float] = {}
        self._rows: list[OwnerRow] = []
        self._strap = 0

    def refresh(self) -> None:
        """Follows what there is to ask; what moves the page does not take the next tap."""
        now = self._app.state.now
        self._answered = {n: at for n, at in self._answered.items() if now < at + PENDING_S}
        question = next(
            (one for one in self._app.strap_questions if one.strap not in self._answered), None
        )
        strap = 0 if question is None else question.strap
        rows = [] if question is None else owner_rows(question)
        if (strap, rows) != (self._strap, self._rows):
            self._strap, self._rows = strap, rows
            self.rows_model.show(rows)
            if self._walk.walk.page in (Page.GROUP, Page.TAP_IN):
                self._walk.hold()
            self.changed.emit()

    @Slot(int)
    def answer(self, athlete: int) -> None:
        if self._strap and self._walk.is_settled():
            strap = self._strap
            self._answered[strap] = self._app.state.now
            self._app.answer_strap(strap, athlete or None)
            self.refresh()

    # -- what QML reads --------------------------------------------------------------------------

    @Property(bool, notify=changed)
    def asked(self) -> bool:
        return self._strap != 0

    @Property(str, notify=changed)
    def sentence(self) -> str:
        if not self._strap:
            return ""
        return tr("Strap {number} has just come on. Whose is it?", number=self._strap)

    @Property(Rows, notify=changed)
    def owners(self) -> Rows:
        return self.rows_model
