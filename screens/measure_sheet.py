"""All measurements of a session, a page of them at a time."""

from collections.abc import Sequence

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.training.measure import Measure
from screens import results_view
from screens.paged import Paged
from screens.results_view import MeasureRow
from screens.walk_model import WalkModel

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class MeasureSheet(QObject):
    """Open or not, and its lines."""

    changed = Signal()
    never = Signal()

    def __init__(self, walk: WalkModel, parent: QObject) -> None:
        super().__init__(parent)
        self._walk = walk
        self._open = False
        self.paged = Paged(MeasureRow, walk, self)
        walk.changed.connect(self._shut)

    def follow(self, measures: Sequence[Measure]) -> None:
        """The list as it now is."""
        self.paged.show(results_view.every(measures))

    @Slot(bool)
    def turn(self, is_open: bool) -> None:
        """Opens or closes the list."""
        if self._walk.is_settled():
            self._open = is_open and bool(self.paged.total)
            self.paged.to_start()
            self._walk.hold()
            self.changed.emit()

    @Slot()
    def _shut(self) -> None:
        if self._open:
            self._open = False
            self.changed.emit()

    @Property(bool, notify=changed)
    def isOpen(self) -> bool:
        return self._open

    @Property(Paged, notify=never)
    def lines(self) -> Paged:
        return self.paged
