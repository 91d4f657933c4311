"""A list that is longer than its room: which lines of it are in view."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from screens.rows import Rows
from screens.walk_model import WalkModel

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1

_Item = TypeVar("_Item")


@QmlElement
class Paged(QObject):
    """Shows as many rows as there is room for; a tap turns to the next ones, or back."""

    changed = Signal()
    """Other lines are in view."""
    counted = Signal()
    """How many there are: what fits depends on it, and must not be asked anew by turning pages."""
    turned = Signal()
    """Somebody has turned them."""
    never = Signal()

    def __init__(
        self, row_type: "type[DataclassInstance]", walk: WalkModel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._walk = walk
        self._total = 0
        self._rooms = 1, 1
        self._offset = 0
        self._told = (0, 1, 0)
        self._row_at: Callable[[int], DataclassInstance] | None = None
        self.row_model = Rows(row_type, self)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._follow)

    def show(self, rows: "Sequence[DataclassInstance]") -> None:
        """The list as it now is; what was in view stays in view as far as there is anything."""
        self.show_each(rows, lambda row: row)

    def show_each(
        self, items: Sequence[_Item], row_of: "Callable[[_Item], DataclassInstance]"
    ) -> None:
        """The same of something that rows are made of: only those in view are made."""
        self._row_at = lambda place: row_of(items[place])
        is_counted = len(items) == self._total
        self._total = len(items)
        self._follow()
        if not is_counted:
            self.counted.emit()

    def to_start(self) -> None:
        self.go_to(0)

    def go_to(self, place: int) -> None:
        """Begins with this line."""
        if place != self._offset:
            self._offset = place
            self._follow()

    def reveal(self, place: int) -> None:
        """Turns to where this line is."""
        self.go_to(place // self._room * self._room)

    @property
    def several(self) -> bool:
        """There are more lines than room."""
        return self._offset > 0 or self._total > self._room

    @property
    def in_view(self) -> slice:
        """Of the list."""
        return slice(self._offset, self._offset + self._room)

    @Slot(int, int)
    def fit(self, alone: int, turned: int) -> None:
        """How many lines there is room for: where nothing is to be turned, and above what turns.

        Shown a moment later: what is shown now may decide how much room there is.
        """
        rooms = max(1, alone), max(1, turned)
        if rooms != self._rooms:
            self._rooms = rooms
            self._soon.start()

    @Slot(int)
    def page(self, by: int) -> None:
        """To the next lines, or back."""
        offset = max(0, self._offset + by * self._room)
        if self._walk.is_settled() and offset < self._total:
            self.go_to(offset)
            self.turned.emit()

    @property
    def _room(self) -> int:
        alone, turned = self._rooms
        return alone if self._total <= alone else turned

    @Slot()
    def _follow(self) -> None:
        if self._offset >= self._total:
            self._offset = max(0, self._total - 1) // self._room * self._room
        places = range(self._total)[self.in_view]
        self.row_model.show([] if self._row_at is None else [self._row_at(n) for n in places])
        told = (self._offset, self._room, self._total)
        if told != self._told:
            self._told = told
            self.changed.emit()

    @Property(Rows, notify=never)
    def rows(self) -> Rows:
        return self.row_model

    @Property(int, notify=counted)
    def total(self) -> int:
        return self._total

    @Property(bool, notify=changed)
    def turns(self) -> bool:
        return self.several

    @Property(bool, notify=changed)
    def hasBefore(self) -> bool:
        return self._offset > 0

    @Property(bool, notify=changed)
    def hasMore(self) -> bool:
        return self._offset + self._room < self._total
