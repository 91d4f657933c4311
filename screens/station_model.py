"""The stations' buttons on one's own page: take one, or step off."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.session.state import Participant
from screens import stations
from screens.app_port import KioskApp
from screens.station_pages import StationPages
from screens.stations import StationRow
from screens.walk import MOVED_S
from screens.walk_model import WalkModel

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class StationModel(QObject):
    """As many stations as there is room for; a touch on More brings the next ones."""

    never = Signal()

    def __init__(self, app: KioskApp, walk: WalkModel, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._walk = walk
        self.station_pages = StationPages(self)
        self._athlete_id: int | None = None
        self._all: list[StationRow] = []
        self._moved_at = -MOVED_S

    def refresh(self, who: Participant | None) -> None:
        """Follows the stations as this athlete sees them."""
        app = self._app
        rows = [] if who is None else stations.own_rows(app.state, app.stations, who)
        athlete_id = None if who is None else who.athlete.id
        if athlete_id != self._athlete_id:
            self._athlete_id = athlete_id
            self.station_pages.reveal(0)
        elif rows != self._all:
            self._moved_at = app.state.now
        self._all = rows
        self.station_pages.show(rows)

    @Slot(int)
    def take(self, place: int) -> None:
        if self._takes_taps() and self._athlete_id is not None:
            self._moved_at = self._app.state.now
            self._app.take_station(self._athlete_id, self._app.stations[place])

    @Slot()
    def stepOff(self) -> None:
        if self._takes_taps() and self._athlete_id is not None:
            self._moved_at = self._app.state.now
            self._app.take_station(self._athlete_id, None)

    @Slot()
    def turn(self) -> None:
        """The next stations, and after the last the first again."""
        if self._takes_taps():
            self.station_pages.turn()

    def _takes_taps(self) -> bool:
        return self._walk.is_settled() and self._app.state.now >= self._moved_at + MOVED_S

    # -- what QML reads --------------------------------------------------------------------------

    @Property(StationPages, notify=never)
    def pages(self) -> StationPages:
        return self.station_pages
