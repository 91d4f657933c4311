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
        self._told: tuple[Page, int | None, int | None, str | None] = (Page.GROUP, None, None, None)
        self._tag_at = float("-inf") if app.tag_seen is None else app.tag_seen.at

    def refresh(self) -> None:
        """Follows the state: the automatic ways from page to page."""
        self._follow_tag()
        self.walk.follow(self._app.state)
        self._tell()

    def go(
        self,
        page: Page,
        *,
        athlete_id: int | None = None,
        strap: int | None = None,
        station: str | None = None,
    ) -> None:
        """Changes the page; ValueError when a page about an athlete gets none."""
        now = self._app.state.now
        self.walk.go(page, now, athlete_id=athlete_id, strap=strap, station=station)
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

    def hold(self) -> None:
        """Something has moved on the page: the next moment's taps do not count."""
        self.walk.hold(self._app.state.now)

    def is_settled(self) -> bool:
        """Whether a tap may already count on this page."""
        return self.walk.is_settled(self._app.state.now)

    def _follow_tag(self) -> None:
        """Whoever holds a tag to the reader gets their own page, unless somebody is busy here."""
        seen = self._app.tag_seen
        if seen is None or seen.at <= self._tag_at:
            return
        self._tag_at = seen.at
        if not self.walk.gives_way(seen.athlete_id, self._app.state.now):
            return
        who = self._app.state.participants.get(seen.athlete_id)
        if who is not None:
            self.walk.open_athlete(who, self._app.state.now)
        else:
            self.walk.go(Page.CHOOSE, self._app.state.now, athlete_id=seen.athlete_id)

    def _tell(self) -> None:
        walk = self.walk
        now = (walk.page, walk.athlete_id, walk.strap, walk.station)
        if now != self._told:
            self._told = now
            self.changed.emit()

    # -- taps ------------------------------------------------------------------------------------

    @Slot()
    def touch(self) -> None:
        """A finger somewhere on the glass: somebody is still here."""
        self.walk.touched(self._app.state.now)
        if self.walk.athlete_id in self._app.state.participants:
            self._app.touched(self.walk.athlete_id)

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

    @Slot()
    def goDevices(self) -> None:
        if self.is_settled():
            self.go(Page.DEVICES)

    @Slot()
    def goShelf(self) -> None:
        """The club's straps; from an athlete's page to choose one for them."""
        if self.is_settled():
            self.go(Page.SHELF, athlete_id=self.walk.athlete_id)

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
