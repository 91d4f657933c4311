"""How hard is it? One touch, while it is being done."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.session.state import Participant
from screens.app_port import KioskApp
from screens.walk_model import WalkModel

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class RatingModel(QObject):
    """Shown when the coach wants to know, until it is said or put off."""

    changed = Signal()

    def __init__(self, app: KioskApp, walk: WalkModel, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._walk = walk
        self._asked_of: int | None = None
        self._answered_by: int | None = None
        """Whoever has answered or put it off, until the coach stops asking."""

    def refresh(self, who: Participant | None, *, wanted: bool) -> None:
        """Follows the athlete of the page."""
        athlete_id = None if who is None else who.athlete.id
        if not wanted or athlete_id != self._answered_by:
            self._answered_by = None
        asked_of = athlete_id if wanted and self._answered_by is None else None
        if asked_of != self._asked_of:
            self._asked_of = asked_of
            self._walk.hold()  # what comes must not take a tap that was meant for something else
            self.changed.emit()

    @Slot(int)
    def rate(self, rpe: int) -> None:
        """1 is nothing at all, 10 all out."""
        if self._asked_of is not None and 1 <= rpe <= 10 and self._walk.is_settled():
            self._app.rate_effort(self._asked_of, rpe)
            self._close()

    @Slot()
    def later(self) -> None:
        if self._asked_of is not None and self._walk.is_settled():
            self._close()

    def _close(self) -> None:
        self._answered_by, self._asked_of = self._asked_of, None
        self._walk.hold()
        self.changed.emit()

    @Property(bool, notify=changed)
    def asked(self) -> bool:
        return self._asked_of is not None
