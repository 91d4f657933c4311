"""The station to start on, chosen before the start and taken with it."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.session.state import Participant
from screens import stations
from screens.app_port import KioskApp
from screens.station_pages import StationPages
from screens.walk_model import WalkModel

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class StationPickModel(QObject):
    """A free one is chosen unless somebody says otherwise; nobody steps off before the start."""

    never = Signal()

    def __init__(self, app: KioskApp, walk: WalkModel, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._walk = walk
        self.station_pages = StationPages(self)
        self._who: Participant | None = None
        self._picked: int | None = None
        self._by_hand: int | None = None
        """Who was on the picked station when it was touched, 0 for nobody; None: not touched."""
        self._turned = False
        """Somebody looks for another: the chosen one need not be in view any more."""

    def forget(self) -> None:
        """Somebody else, or another visit."""
        self._picked = self._by_hand = self._who = None
        self._turned = False

    def refresh(self, who: Participant | None) -> None:
        """Follows who is on which station."""
        app = self._app
        self._who = who
        if self._by_hand is not None and self._by_hand != self._there(self._picked):
            self._by_hand = None  # somebody was faster: they are not thrown off unasked
        if self._by_hand is None:
            self._picked = stations.likeliest(app.state, app.stations, who)
        if not self._turned:
            self.station_pages.reveal(self._picked or 0)
        self.station_pages.show(stations.choice_rows(app.state, app.stations, who, self._picked))

    def take(self) -> None:
        """With the start: the athlete steps onto what they have chosen, or off."""
        who = self._who
        if who is None or not self.station_pages.count:
            return
        wanted = None if self._picked is None else self._app.stations[self._picked]
        if wanted != who.station:
            self._app.take_station(who.athlete.id, wanted)

    @Slot()
    def turn(self) -> None:
        """The next stations, and after the last the first again."""
        if self._walk.is_settled():
            self._turned = True
            self.station_pages.turn()
            self._walk.hold()
            self.refresh(self._who)

    @Slot(int)
    def pick(self, place: int) -> None:
        """The station to start on; touched again, none."""
        if self._walk.is_settled() and 0 <= place < len(self._app.stations):
            self._picked = None if self._picked == place else place
            self._by_hand = self._there(self._picked)
            self.refresh(self._who)

    def _there(self, place: int | None) -> int:
        """Who would have to step off, 0 for nobody."""
        if place is None:
            return 0
        there = stations.other_on(self._app.state, self._app.stations[place], self._who)
        return 0 if there is None else there.athlete.id

    # -- what QML reads --------------------------------------------------------------------------

    @Property(StationPages, notify=never)
    def pages(self) -> StationPages:
        return self.station_pages
