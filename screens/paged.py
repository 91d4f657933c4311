"""A list that is longer than its room: which lines of it are in view."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from screens.rows import Rows
from screens.walk_model import WalkModel

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Paged(QObject):
    """Shows as many rows as there is room for; a tap turns to the next ones, or back."""

    changed = Signal()

    def __init__(
        self, row_type: "type[DataclassInstance]", walk: WalkModel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._walk = walk
        self._all: Sequence[DataclassInstance] = ()
        self._rooms = 1, 1
        self._offset = 0
        self.row_model = Rows(row_type, self)

    def show(self, rows: "Sequence[DataclassInstance]") -> None:
        """The list as it now is; what was in view stays in view as far as there is anything."""
        if list(rows) != list(self._all):
            self._all = rows
            self._follow()

    def to_start(self) -> None:
        if self._offset:
            self._offset = 0
            self._follow()

    @Slot(int, int)
    def fit(self, alone: int, turned: int) -> None:
        """How many lines there is room for: where nothing is to be turned, and above what turns."""
        rooms = max(1, alone), max(1, turned)
        if rooms != self._rooms:
            self._rooms = rooms
            self._follow()

    @Slot(int)
    def page(self, by: int) -> None:
        """To the next lines, or back."""
        offset = self._offset + by * self._room
        if self._walk.is_settled() and 0 <= offset < len(self._all):
            self._offset = offset
            self._follow()

    @property
    def _room(self) -> int:
        alone, turned = self._rooms
        return alone if len(self._all) <= alone else turned

    def _follow(self) -> None:
        self._offset = min(self._offset, max(0, len(self._all) - 1) // self._room * self._room)
        self.row_model.show(self._all[self._offset : self._offset + self._room])
        self.changed.emit()

    @Property(Rows, notify=changed)
    def rows(self) -> Rows:
        return self.row_model

    @Property(int, notify=changed)
    def total(self) -> int:
        return len(self._all)

    @Property(bool, notify=changed)
    def hasBefore(self) -> bool:
        return self._offset > 0

    @Property(bool, notify=changed)
    def hasMore(self) -> bool:
        return self._offset + self._room < len(self._all)
