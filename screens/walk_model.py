"""The walk between pages for QML and for the pages' models."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.session.state import Participant
from screens.app_port import KioskApp
from screens.walk import Page, Walk

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class WalkModel(QObject):
    """Walk with a notification; time is the state's."""

    changed = Signal()

    def __init__(self, app: KioskApp, parent: QObject) -> None:
        super().__init__(parent)
        self.walk = Walk()
        self._app = app
        self._told: tuple[Page, int | None, int | None] = (Page.GROUP, None, None)

    def refresh(self) -> None:
        """Follows the state: the automatic ways from page to page."""
        self.walk.follow(self._app.state)
        self._tell()

    def go(self, page: Page, *, athlete_id: int | None = None, strap: int | None = None) -> None:
        """Changes the page; ValueError when a page about an athlete gets none."""
        self.walk.go(page, self._app.state.now, athlete_id=athlete_id, strap=strap)
        self._tell()

    def open_athlete(self, who: Participant) -> None:
        """The page that somebody expects who taps their own tile."""
        self.walk.open_athlete(who, self._app.state.now)
        self._tell()

    def back(self) -> None:
        self.walk.back(self._app.state.now)
        self._tell()

    def home(self) -> None:
        self.walk.home(self._app.state.now)
        self._tell()

    def is_settled(self) -> bool:
        """Whether a tap may already count on this page."""
        return self.walk.is_settled(self._app.state.now)

    def _tell(self) -> None:
        now = (self.walk.page, self.walk.athlete_id, self.walk.strap)
        if now != self._told:
            self._told = now
            self.changed.emit()

    # -- taps ------------------------------------------------------------------------------------

    @Slot()
    def touch(self) -> None:
        """A finger somewhere on the glass: somebody is still here."""
        self.walk.touched(self._app.state.now)

    @Slot()
    def goBack(self) -> None:
        if self.is_settled():
            self.back()

    @Slot()
    def goHome(self) -> None:
        if self.is_settled():
            self.home()

    @Slot()
    def goTapIn(self) -> None:
        if self.is_settled():
            self.go(Page.TAP_IN)

    @Slot(int)
    def openTile(self, athlete_id: int) -> None:
        """Somebody taps their own tile."""
        who = self._app.state.participants.get(athlete_id)
        if who is not None and self.is_settled():
            self.open_athlete(who)

    # -- what QML reads --------------------------------------------------------------------------

    @Property(str, notify=changed)
    def page(self) -> str:
        return str(self.walk.page)

    @Property(int, notify=changed)
    def athlete(self) -> int:
        """Whom the page is about; 0 when it is about nobody."""
        return self.walk.athlete_id or 0
