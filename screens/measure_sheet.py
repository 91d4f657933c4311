"""All measurements of a session, a page of them at a time."""

from collections.abc import Sequence

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.training.measure import Measure
from screens import results_view
from screens.results_view import MeasureRow
from screens.rows import Rows
from screens.walk_model import WalkModel

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class MeasureSheet(QObject):
    """Open or not, and which lines of it are in view."""

    changed = Signal()

    def __init__(self, walk: WalkModel, parent: QObject) -> None:
        super().__init__(parent)
        self._walk = walk
        self._open = False
        self._room = 1
        self._offset = 0
        self._all: list[MeasureRow] = []
        self.row_model = Rows(MeasureRow, self)
        walk.changed.connect(self._shut)

    def follow(self, measures: Sequence[Measure]) -> None:
        """The list as it now is."""
        self._all = results_view.every(measures)
        self._show()

    @Slot(int)
    def fit(self, rows: int) -> None:
        """How many lines there is room for."""
        if max(1, rows) != self._room:
            self._room = max(1, rows)
            self._show()

    @Slot(bool)
    def turn(self, is_open: bool) -> None:
        """Opens or closes the list."""
        if self._walk.is_settled():
            self._open, self._offset = is_open and bool(self._all), 0
            self._walk.hold()
            self._show()

    @Slot(int)
    def page(self, by: int) -> None:
        """To the next lines, or back."""
        offset = self._offset + by * self._room
        if self._walk.is_settled() and 0 <= offset < len(self._all):
            self._offset = offset
            self._show()

    @Slot()
    def _shut(self) -> None:
        if self._open:
            self._open = False
            self._show()

    def _show(self) -> None:
        self._offset = min(self._offset, max(0, len(self._all) - 1) // self._room * self._room)
        self.row_model.show(self._all[self._offset : self._offset + self._room])
        self.changed.emit()

    @Property(bool, notify=changed)
    def isOpen(self) -> bool:
        return self._open

    @Property(Rows, notify=changed)
    def rows(self) -> Rows:
        return self.row_model

    @Property(bool, notify=changed)
    def hasBefore(self) -> bool:
        return self._offset > 0

    @Property(bool, notify=changed)
    def hasMore(self) -> bool:
        return self._offset + self._room < len(self._all)
