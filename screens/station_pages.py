"""The stations as buttons: as many as there is room for, the last of them brings the next ones."""

from collections.abc import Sequence

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from screens import stations
from screens.rows import Rows
from screens.stations import StationRow

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class StationPages(QObject):
    """A ring of pages: after the last station comes the first again."""

    changed = Signal()
    never = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.station_rows = Rows(StationRow, self)
        self._all: Sequence[StationRow] = ()
        self._room = 1
        self._offset = 0
        self._count = 0

    def show(self, rows: Sequence[StationRow]) -> None:
        self._all = rows
        if len(rows) <= self._room or self._offset >= len(rows):
            self._offset = 0
        self.station_rows.show(stations.page_with(rows, self._offset, self._room))
        if self._count != len(rows):
            self._count = len(rows)
            self.changed.emit()

    def reveal(self, place: int) -> None:
        """To the page where this station is."""
        step = max(1, self._room - 1)
        self._offset = place // step * step

    def turn(self) -> None:
        """To the next ones."""
        self._offset += self._room - 1
        self.show(self._all)

    @Slot(int)
    def fit(self, most: int) -> None:
        """How many buttons there is room for, the one that shows more of them included; shown with
        the next refresh.
        """
        self._room = max(2, most)

    @Property(Rows, notify=never)
    def rows(self) -> Rows:
        return self.station_rows

    @Property(int, notify=changed)
    def count(self) -> int:
        """How many there are, shown or not."""
        return self._count
