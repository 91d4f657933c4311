"""Where in the walk the touchscreen is: which page, about whom, and how it finds home again."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kiosk.session.state import KioskState, Participant, Phase


class Page(StrEnum):
    """The pages of the athletes' screen."""

    GROUP = "group"
    """Home: everybody's tiles, or the idle screen when nobody is there."""
    TAP_IN = "tap-in"
    ADD = "add"
    CHOOSE = "choose"
    MINE = "mine"
    SUMMARY = "summary"
    PROGRESS = "progress"
    """How somebody's training goes, over weeks."""
    SHELF = "shelf"
    """The club's straps: to look after them, or about an athlete, to choose one."""
    DEVICES = "devices"
    CALIBRATE = "calibrate"
    """About the incline sensor of a station."""
    GUEST = "guest"
    """Training tonight without a name: which club strap, and consent."""
    HISTORY = "history"
    """Somebody's own past sessions; one of them opens as a summary."""
    MY_DATA = "my-data"
    """What is shown of somebody, their data to take away, and to erase."""
    SIGN_IN = "sign-in"
    """A coach's name and PIN, on the way to what only coaches may."""
    COACH = "coach"
    """Everything that a coach may do."""
    COACHES = "coaches"
    PEOPLE = "people"
    """The roster for coaches; about an athlete, that one's zones and ceilings."""
    PLANNER = "planner"
    """Everybody's week."""
    PROTOCOLS = "protocols"
    """The workouts: the club's own may be changed."""
    EXPORTS = "exports"
    IMPORTS = "imports"
    """What coaches bring on a stick."""
    REPLAY = "replay"
    SETTINGS = "settings"
    HEALTH = "health"
    """How the machine is doing, and what to take along for whoever mends it."""
    FIRST_RUN = "first-run"
    """What the first start asks; later the administrator's PIN and the recovery code alone."""


HOME_AFTER_S: Final = {
    Page.TAP_IN: 45.0,
    Page.ADD: 120.0,
    Page.CHOOSE: 60.0,
    Page.MINE: 45.0,
    Page.SUMMARY: 60.0,
    Page.PROGRESS: 90.0,
    Page.SHELF: 60.0,
    Page.DEVICES: 120.0,
    Page.CALIBRATE: 300.0,  # raising a deck takes a while, and no touch
    Page.GUEST: 60.0,
    Page.HISTORY: 90.0,
    Page.MY_DATA: 90.0,
    Page.SIGN_IN: 30.0,
    Page.COACH: 120.0,
    Page.COACHES: 120.0,
    Page.PEOPLE: 180.0,
    Page.PLANNER: 180.0,
    Page.PROTOCOLS: 300.0,
    Page.EXPORTS: 300.0,
    Page.IMPORTS: 300.0,
    Page.REPLAY: 300.0,
    Page.SETTINGS: 120.0,
    Page.HEALTH: 300.0,
    Page.FIRST_RUN: 900.0,  # a code is written down letter by letter
}
"""Without a touch for so long the page gives way to the group."""
MOVED_S = 0.6
"""After something has moved by itself, a finger already on its way must not hit another's."""
SETTLE_S = 0.5
"""After a page has changed, the second tap of a double tap must not hit what came in its place."""

_BACK: Final = {
    Page.TAP_IN: Page.GROUP,
    Page.ADD: Page.TAP_IN,
    Page.CHOOSE: Page.GROUP,
    Page.MINE: Page.GROUP,
    Page.SUMMARY: Page.GROUP,
    Page.PROGRESS: Page.GROUP,
    Page.SHELF: Page.TAP_IN,
    Page.DEVICES: Page.GROUP,
    Page.CALIBRATE: Page.DEVICES,
    Page.GUEST: Page.TAP_IN,
    Page.HISTORY: Page.PROGRESS,
    Page.MY_DATA: Page.PROGRESS,
    Page.SIGN_IN: Page.GROUP,
    Page.COACH: Page.GROUP,
    Page.COACHES: Page.COACH,
    Page.PEOPLE: Page.COACH,
    Page.PLANNER: Page.COACH,
    Page.PROTOCOLS: Page.COACH,
    Page.EXPORTS: Page.COACH,
    Page.IMPORTS: Page.COACH,
    Page.REPLAY: Page.COACH,
    Page.SETTINGS: Page.COACH,
    Page.HEALTH: Page.COACH,
    Page.FIRST_RUN: Page.GROUP,
}
_NEEDS_ATHLETE = (Page.CHOOSE, Page.MINE, Page.SUMMARY, Page.PROGRESS, Page.HISTORY, Page.MY_DATA)
NEEDS_COACH: Final = frozenset(
    {
        Page.COACH,
        Page.COACHES,
        Page.PEOPLE,
        Page.PLANNER,
        Page.PROTOCOLS,
        Page.EXPORTS,
        Page.IMPORTS,
        Page.REPLAY,
        Page.SETTINGS,
        Page.HEALTH,
        Page.CALIBRATE,
    }
)
"""Without a coach who has signed in, SIGN_IN comes first, and this page after the right PIN."""
COACHES_TOO: Final = (Page.DEVICES, Page.SHELF)
"""Everybody's pages that a coach comes to from their own, and goes back there."""
ENDS_COACHING: Final = (Page.GROUP, Page.TAP_IN, Page.CHOOSE, Page.MINE, Page.ADD, Page.GUEST)
"""Whoever is here is an athlete: the coach has gone."""
_ASIDE = (Page.SHELF, Page.PROGRESS, Page.GUEST)
"""From somebody's own page, and back there."""
_DEEPER = (Page.HISTORY, Page.MY_DATA)
"""Beyond PROGRESS, and back to it: it still knows where it was opened from."""
_BEFORE_AND_AFTER = (Page.CHOOSE, Page.SUMMARY)
ARRIVAL_S = 3.0
"""Somebody who has just been asked to tap in appears in the state within this time."""
IDLE_S: Final = 10.0
"""A page that nobody has touched for so long may give way to whoever holds a tag to the reader."""


@dataclass(slots=True)
class Walk:
    """The present page. Times are the state's `now`, monotonic seconds."""

    page: Page = Page.GROUP
    athlete_id: int | None = None
    strap: int | None = None
    """On the ADD page: the strap that was tapped to come here."""
    station: str | None = None
    """On the CALIBRATE page: whose sensor it is about."""
    changed_at: float = -SETTLE_S
    held_at: float = -SETTLE_S
    """When something last moved on the page by itself."""
    touched_at: float = 0.0
    came_from: Page = Page.GROUP
    is_coach: bool = False
    """Somebody has signed in."""

    def go(
        self,
        page: Page,
        now: float,
        *,
        athlete_id: int | None = None,
        strap: int | None = None,
        station: str | None = None,
    ) -> None:
        """Changes the page; a page about an athlete needs one."""
        if page in _NEEDS_ATHLETE and athlete_id is None:
            raise ValueError(f"the page {page} is about somebody")
        if not {self.page, page} & set(_DEEPER):
            self.came_from = self.page
        self.page, self.athlete_id, self.strap, self.station = page, athlete_id, strap, station
        self.changed_at = self.touched_at = now

    def home(self, now: float) -> None:
        self.go(Page.GROUP, now)

    def back(self, now: float) -> None:
        """One page back; from home nowhere."""
        if (
            self.page in _ASIDE
            and self.athlete_id
            and self.came_from in (Page.CHOOSE, Page.MINE, Page.SUMMARY)
        ):
            self.go(self.came_from, now, athlete_id=self.athlete_id)
        elif self.page is Page.SIGN_IN and self.came_from in COACHES_TOO:
            self.go(self.came_from, now)
        elif self.page is Page.FIRST_RUN and self.came_from is Page.COACHES and self.is_coach:
            self.go(Page.COACHES, now)
        elif self.is_coach and self.page in COACHES_TOO and self.athlete_id is None:
            self.go(Page.COACH, now)
        elif self.page is not Page.GROUP:
            whom = self.athlete_id if _BACK[self.page] in _NEEDS_ATHLETE else None
            self.go(_BACK[self.page], now, athlete_id=whom)

    def open_athlete(self, who: Participant, now: float) -> None:
        """The page that somebody expects who taps their own tile."""
        page = {
            Phase.READY: Page.CHOOSE,
            Phase.LEFT: Page.SUMMARY,
            Phase.FINISHED: Page.SUMMARY,
        }.get(who.phase, Page.MINE)
        self.go(page, now, athlete_id=who.athlete.id)

    def hold(self, now: float) -> None:
        """Something has moved on the page: a finger already on its way must not hit what came."""
        self.held_at = now

    def gives_way(self, athlete_id: int, now: float) -> bool:
        """Whether the page of whoever just held a tag to the reader may come now."""
        if self.page in (Page.GROUP, Page.TAP_IN):
            return True
        own = self.athlete_id == athlete_id and self.page in _NEEDS_ATHLETE
        busy = self.page in (Page.ADD, Page.CALIBRATE, Page.FIRST_RUN)
        return not own and not busy and now - self.touched_at >= IDLE_S

    def touched(self, now: float) -> None:
        """Any touch puts the way home off."""
        self.touched_at = now

    def is_settled(self, now: float) -> bool:
        """Whether a tap may already count on this page."""
        return now - max(self.changed_at, self.held_at) >= SETTLE_S

    def follow(self, state: KioskState) -> None:
        """Keeps the page true to what happens: sessions end, people go, nobody touches."""
        now = state.now
        if self.page in _NEEDS_ATHLETE:
            self._follow_athlete(state)
        elif self.page in (Page.SHELF, Page.GUEST) and self.athlete_id not in (
            None,
            *state.participants,
        ):
            self.home(now)
        if self.page is Page.GROUP or now - self.touched_at < HOME_AFTER_S[self.page]:
            return
        alone = self.page is Page.MINE and len(state.participants) == 1
        if not alone:  # whoever trains alone keeps their own numbers in view
            self.home(now)

    def _follow_athlete(self, state: KioskState) -> None:
        now = state.now
        who = None if self.athlete_id is None else state.participants.get(self.athlete_id)
        if who is None:
            if now - self.changed_at > ARRIVAL_S:
                self.home(now)
        elif self.page is Page.MINE and who.phase not in (Phase.RUNNING, Phase.PAUSED):
            self.open_athlete(who, now)
        elif self.page in _BEFORE_AND_AFTER and who.phase in (Phase.RUNNING, Phase.PAUSED):
            self.go(Page.MINE, now, athlete_id=who.athlete.id)
