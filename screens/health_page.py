"""The health page: the machine looked at while the page is open, and a file for whoever helps."""

from typing import Final

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from screens.app_port import KioskApp
from screens.health_view import HealthFace, HealthRow, face, health_rows
from screens.rows import Rows
from screens.tongue import turn
from screens.walk import Page
from screens.walk_model import WalkModel

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1

EVERY_S: Final = 10.0


@QmlElement
class HealthModel(QObject):
    """Asks for a look at every visit, and every ten seconds of it."""

    never = Signal()
    changed = Signal()

    def __init__(self, app: KioskApp, walk: WalkModel, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._walk = walk
        self._looked_at = float("-inf")
        self._face = HealthFace("", False, "", False, False)
        self._turn = turn()
        self.health_rows = Rows(HealthRow, self)
        walk.changed.connect(self.refresh)

    @Slot()
    def refresh(self) -> None:
        if self._walk.walk.page is not Page.HEALTH:
            self._looked_at = float("-inf")
            return
        desk, now = self._app.coach_desk, self._app.state.now
        if now - self._looked_at >= EVERY_S:
            self._looked_at = now
            desk.look_at_machine()
        self.health_rows.show(health_rows(desk.machine_read))
        shown = face(desk, may_update=self._app.may_administer)
        if shown != self._face or self._turn != turn():
            self._face, self._turn = shown, turn()
            self.changed.emit()

    @Slot()
    def saveSupport(self) -> None:
        """Onto the stick that is in."""
        if self._face.can_save and self._walk.is_settled():
            self._app.coach_desk.write_support()
            self.refresh()

    @Slot()
    def installUpdate(self) -> None:
        """The release on the stick."""
        if self._face.update and self._walk.is_settled():
            self._app.coach_desk.update()
            self.refresh()

    @Property(str, notify=changed)
    def update(self) -> str:
        return self._face.update

    @Property(Rows, notify=never)
    def lines(self) -> Rows:
        return self.health_rows

    @Property(str, notify=changed)
    def summary(self) -> str:
        return self._face.summary

    @Property(bool, notify=changed)
    def loud(self) -> bool:
        return self._face.loud

    @Property(str, notify=changed)
    def hint(self) -> str:
        return self._face.hint

    @Property(bool, notify=changed)
    def trouble(self) -> bool:
        return self._face.is_trouble

    @Property(bool, notify=changed)
    def savable(self) -> bool:
        return self._face.can_save
