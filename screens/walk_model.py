"""The walk between pages for QML and for the pages' models."""

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.session.state import Participant
from screens.app_port import KioskApp
from screens.walk import ENDS_COACHING, HOME_AFTER_S, NEEDS_COACH, Page, Walk

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class WalkModel(QObject):
    """Walk with a notification; time is the state's."""

    changed = Signal()
    """For the models of the pages."""
    followed = Signal()
    """They have followed: for the window, so that a page is made once, of what is true now."""

    def __init__(self, app: KioskApp, parent: QObject) -> None:
        super().__init__(parent)
        self.walk = Walk()
        self._app = app
        self._told: tuple[Page, int | None, int | None, str | None] = (Page.GROUP, None, None, None)
        self._after_sign_in: Callable[[], None] | None = None
        self.wants_admin = False
        """Only the administrator's PIN leads on from SIGN_IN."""
        self._tag_at = float("-inf") if app.tag_seen is None else app.tag_seen.at

    def refresh(self) -> None:
        """Follows the state: the automatic ways from page to page."""
        self._follow_tag()
        self.walk.follow(self._app.state)
        self._follow_coach()
        self._tell()

    def go(
        self,
        page: Page,
        *,
        athlete_id: int | None = None,
        strap: int | None = None,
        station: str | None = None,
    ) -> None:
        """Changes the page; ValueError when a page about an athlete gets none. What only coaches
        may see comes after the PIN.
        """
        if page in NEEDS_COACH and self._app.coach is None:
            way = {"athlete_id": athlete_id, "strap": strap}
            self.ask_for_coach(lambda: self.go(page, **way, station=station))
            return
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

    # -- what only coaches may -------------------------------------------------------------------

    def ask_for_coach(self, then: Callable[[], None]) -> None:
        """At once if one has signed in; else after the right PIN, or never."""
        if self._app.coach is not None:
            then()
            return
        self._ask(then, wants_admin=False)

    def ask_for_admin(self, then: Callable[[], None]) -> None:
        """The same for what only the administrator may; where there is none, any coach."""
        if self._app.may_administer:
            then()
        else:
            self._ask(then, wants_admin=self._app.admin is not None)

    def _ask(self, then: Callable[[], None], *, wants_admin: bool) -> None:
        self._app.sign_out()  # what was asked before is not waited for any more
        self._after_sign_in, self.wants_admin = then, wants_admin
        self.go(Page.SIGN_IN)

    def guard(self, then: Callable[[], None]) -> None:
        """The same where a club without coaches lets anybody do it."""
        if self._app.coaches:
            self.ask_for_coach(then)
        else:
            then()

    def signed_in(self) -> None:
        """The PIN was right: goes on to what somebody wanted."""
        then, self._after_sign_in = self._after_sign_in, None
        if self.walk.page is Page.SIGN_IN:
            (then or (lambda: self.go(Page.COACH)))()
            if self.walk.page is Page.SIGN_IN:
                self.home()

    def _follow_coach(self) -> None:
        """Signed in for as long as a coach's page is open."""
        walk, app = self.walk, self._app
        if walk.page is not Page.SIGN_IN:
            self._after_sign_in, self.wants_admin = None, False
        if walk.page in NEEDS_COACH:
            if app.coach is None:  # removed meanwhile, from the command line
                walk.home(app.state.now)
            elif app.state.now - walk.touched_at < HOME_AFTER_S[walk.page]:
                app.coach_touched()  # raising a deck or copying to a stick takes a while
        walk.is_coach = app.coach is not None

    def hold(self) -> None:
        """Something has moved on the page: the next moment's taps do not count."""
        self.walk.hold(self._app.state.now)

    def moved(self) -> None:
        """Tiles have changed places: the same for a finger on its way to the group's page."""
        if self.walk.page is Page.GROUP:
            self.hold()

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
        self._app.sign_out()
        who = self._app.state.participants.get(seen.athlete_id)
        if who is not None:
            self.walk.open_athlete(who, self._app.state.now)
        else:
            self.walk.go(Page.CHOOSE, self._app.state.now, athlete_id=seen.athlete_id)

    def _tell(self) -> None:
        walk = self.walk
        if walk.page is not self._told[0] and walk.page in ENDS_COACHING:
            self._app.sign_out()  # an athlete's page: the coach has gone
        walk.is_coach = self._app.coach is not None
        now = (walk.page, walk.athlete_id, walk.strap, walk.station)
        if now != self._told:
            self._told = now
            self.changed.emit()
            self.followed.emit()

    # -- taps ------------------------------------------------------------------------------------

    @Slot()
    def touch(self) -> None:
        """A finger somewhere on the glass: somebody is still here."""
        self.walk.touched(self._app.state.now)
        self._app.coach_touched()
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
    def goGuest(self) -> None:
        """Training tonight without a name."""
        if self.is_settled():
            self.go(Page.GUEST)

    @Slot()
    def goDevices(self) -> None:
        if self.is_settled():
            self.go(Page.DEVICES)

    @Slot()
    def goCoach(self) -> None:
        if self.is_settled():
            self.go(Page.COACH)

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

    @Property(str, notify=followed)
    def page(self) -> str:
        return str(self.walk.page)

    @Property(int, notify=followed)
    def athlete(self) -> int:
        """Whom the page is about; 0 when it is about nobody."""
        return self.walk.athlete_id or 0
