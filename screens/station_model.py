"""The stations' buttons on one's own page: take one, or step off."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.session.state import Participant
from screens import stations
from screens.app_port import KioskApp
from screens.rows import Rows
from screens.stations import StationRow
from screens.walk_model import WalkModel

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1

MOVED_S = 0.6
"""After the stations have changed hands a finger already on its way must not hit another's."""


@QmlElement
class StationModel(QObject):
    """As many stations as there is room for; a touch on More brings the next ones."""

    changed = Signal()

    def __init__(self, app: KioskApp, walk: WalkModel, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._walk = walk
        self.station_rows = Rows(StationRow, self)
        self._athlete_id: int | None = None
        self._all: list[StationRow] = []
        self._room = 1
        self._offset = 0
        self._count = 0
        self._moved_at = -MOVED_S

    def refresh(self, who: Participant | None) -> None:
        """Follows the stations as this athlete sees them."""
        app = self._app
        rows = [] if who is None else stations.own_rows(app.state, app.stations, who)
        athlete_id = None if who is None else who.athlete.id
        if athlete_id != self._athlete_id:
            self._athlete_id, self._offset = athlete_id, 0
        elif rows != self._all:
            self._moved_at = app.state.now
        self._all = rows
        self._show()

    @Slot(int)
    def fit(self, most: int) -> None:
        """How many buttons there is room for, the one that shows more of them included."""
        self._room = max(2, most)

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
            self._offset += self._room - 1
            self._show()

    def _takes_taps(self) -> bool:
        return self._walk.is_settled() and self._app.state.now >= self._moved_at + MOVED_S

    def _show(self) -> None:
        if len(self._all) <= self._room or self._offset >= len(self._all):
            self._offset = 0
        self.station_rows.show(stations.page_with(self._all, self._offset, self._room))
        if self._count != len(self._all):
            self._count = len(self._all)
            self.changed.emit()

    # -- what QML reads --------------------------------------------------------------------------

    @Property(Rows, notify=changed)
    def rows(self) -> Rows:
        return self.station_rows

    @Property(int, notify=changed)
    def count(self) -> int:
        """How many there are, shown or not."""
        return self._count
