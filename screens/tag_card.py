"""The card on which somebody makes a tag of theirs known."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from screens.app_port import KioskApp
from screens.tongue import said
from screens.walk import Page
from screens.walk_model import WalkModel

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1

SHOWN_S = 6.0
"""What came of it goes away by itself after this long."""


@QmlElement
class TagCardModel(QObject):
    """Follows the shell's enrolment; it ends when its athlete's page goes."""

    changed = Signal()

    def __init__(self, app: KioskApp, walk: WalkModel, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._walk = walk
        self._told = ("", "")
        self._told_at = 0.0

    def refresh(self) -> None:
        """Shows how far the enrolment is."""
        enrolment, walk = self._app.enrolment, self._walk.walk
        if enrolment is not None:
            is_here = walk.page is Page.CHOOSE and walk.athlete_id == enrolment.athlete_id
            over = enrolment.outcome != "waiting" and self._told[0] == enrolment.outcome
            if not is_here or (over and self._app.state.now > self._told_at + SHOWN_S):
                self._app.cancel_enrolment()
                enrolment = None
        told = ("", "") if enrolment is None else (enrolment.outcome, enrolment.sentence)
        if told != self._told:
            self._told, self._told_at = told, self._app.state.now
            self._walk.hold()
            self.changed.emit()

    @Slot()
    def begin(self) -> None:
        """The next tag at the reader is this athlete's."""
        walk = self._walk.walk
        if walk.page is Page.CHOOSE and walk.athlete_id and self._walk.is_settled():
            self._app.enrol_tag(walk.athlete_id)
            self.refresh()

    @Slot()
    def close(self) -> None:
        if self._walk.is_settled():
            self._app.cancel_enrolment()
            self.refresh()

    # -- what QML reads --------------------------------------------------------------------------

    @Property(bool, notify=changed)
    def shown(self) -> bool:
        return self._told[0] != ""

    @Property(bool, notify=changed)
    def waiting(self) -> bool:
        return self._told[0] == "waiting"

    @Property(bool, notify=changed)
    def refused(self) -> bool:
        return self._told[0] == "refused"

    @Property(str, notify=changed)
    def sentence(self) -> str:
        return said(self._told[1])
