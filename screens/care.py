"""What opens over the own page: when to stop at once, and what the coach may do for one."""

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.session.state import Participant, Phase, Session
from kiosk.training.safety import STOP_HEADING
from screens.app_port import KioskApp
from screens.tongue import said, tr
from screens.walk import Page
from screens.walk_model import WalkModel

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1

CLOSES_S = 45.0
"""Without a touch for so long the numbers come back."""
EXTEND_S = 60


@QmlElement
class CareModel(QObject):
    """At most one of two sheets is open: "unwell" or "more"."""

    changed = Signal()

    def __init__(self, app: KioskApp, walk: WalkModel, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._walk = walk
        self._sheet = ""
        self._opened_at = 0.0
        self._who: Participant | None = None
        self._session: Session | None = None

    def refresh(self, who: Participant | None, session: Session | None) -> None:
        """Follows the athlete of the page; the sheet goes when they do not train any more."""
        live = who is not None and who.phase in (Phase.RUNNING, Phase.PAUSED)
        same = who is self._who
        self._who, self._session = (who, session) if live else (None, None)
        touched = max(self._opened_at, self._walk.walk.touched_at)
        if self._sheet and (not live or not same or self._app.state.now > touched + CLOSES_S):
            self._turn_to("")

    # -- taps ------------------------------------------------------------------------------------

    @Slot(str)
    def open(self, sheet: str) -> None:
        """ "unwell" counts at once: nobody feels ill by a double tap."""
        if self._who is not None and (sheet == "unwell" or self._walk.is_settled()):
            self._turn_to(sheet)

    @Slot()
    def close(self) -> None:
        if self._walk.is_settled():
            self._turn_to("")

    @Slot()
    def stopMe(self) -> None:
        """Only this athlete stops; what has been recorded is kept."""
        if self._session is not None and self._who is not None:
            if self._who.phase is Phase.RUNNING:
                whom = self._who.athlete.id if self._session.clock == "group" else None
                self._app.pause(self._session.id, whom)
            self._turn_to("")

    @Slot()
    def coolDown(self) -> None:
        self._do(lambda _, athlete_id: self._app.cool_down(athlete_id))

    @Slot()
    def skip(self) -> None:
        self._do(lambda session, athlete_id: self._app.skip(session.id, self._alone(athlete_id)))

    @Slot()
    def extend(self) -> None:
        self._do(
            lambda session, athlete_id: self._app.extend(
                session.id, EXTEND_S, self._alone(athlete_id)
            )
        )

    @Slot()
    def openShelf(self) -> None:
        self._do(lambda _, athlete_id: self._walk.go(Page.SHELF, athlete_id=athlete_id))

    @Slot()
    def openProgress(self) -> None:
        self._do(lambda _, athlete_id: self._walk.go(Page.PROGRESS, athlete_id=athlete_id))

    # -- inside ----------------------------------------------------------------------------------

    def _alone(self, athlete_id: int) -> int | None:
        """In a class it is for this athlete only; an own clock has nobody else."""
        in_class = self._session is not None and self._session.clock == "group"
        return athlete_id if in_class else None

    def _do(self, action: Callable[[Session, int], None]) -> None:
        who, session = self._who, self._session
        if who is not None and session is not None and self._walk.is_settled():
            action(session, who.athlete.id)
            self._turn_to("")

    def _turn_to(self, sheet: str) -> None:
        self._sheet = sheet
        self._opened_at = self._app.state.now
        self._walk.hold()
        self.changed.emit()

    # -- what QML reads --------------------------------------------------------------------------

    @Property(str, notify=changed)
    def sheet(self) -> str:
        return self._sheet

    @Property(str, notify=changed)
    def name(self) -> str:
        return "" if self._who is None else self._who.athlete.name

    @Property(str, notify=changed)
    def note(self) -> str:
        """What skipping and lengthening mean for somebody in a class."""
        if self._session is None or self._session.clock == "own":
            return ""
        return tr("In a class, Skip and +1 min put this athlete on a way of their own.")

    @Property(str, notify=changed)
    def call(self) -> str:
        return tr(
            "Stop, and call the coach over. If it does not pass at once, call for medical help."
        )

    @Property(str, notify=changed)
    def heading(self) -> str:
        return said(STOP_HEADING)

    @Property("QStringList", notify=changed)  # pyright: ignore[reportArgumentType]
    def stopList(self) -> list[str]:
        return [said(reason) for reason in self._app.stop_list]
