"""A strap of the club gets its number: the number written on it, and which one it is."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from screens import shelf_view
from screens.app_port import KioskApp
from screens.errands import Errand
from screens.rows import Rows
from screens.strap_choice import StrapSeats, StrapTile
from screens.walk_model import WalkModel

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ShelfAddModel(QObject):
    """Open while a strap is being added; the straps on the air keep their places."""

    changed = Signal()

    def __init__(self, app: KioskApp, walk: WalkModel, errand: Errand, parent: QObject) -> None:
        super().__init__(parent)
        self.is_open = False
        self.strap_rows = Rows(StrapTile, self)
        self._app = app
        self._walk = walk
        self._errand = errand
        self._seats = StrapSeats()
        self._number = 0

    def open(self) -> None:
        """The lowest free number first."""
        self.is_open = True
        self._seats.clear()
        self._number = shelf_view.lowest_free(self._app.pool)
        self._walk.hold()
        self.refresh()
        self.changed.emit()

    def close(self) -> None:
        if self.is_open:
            self.is_open = False
            self._walk.hold()
            self.changed.emit()

    def refresh(self) -> None:
        """Follows the straps on the air."""
        if self.is_open:
            self._seats.follow(self._app.new_straps(), self._app.state.now)
            self.strap_rows.show(self._seats.tiles(self._app.state.now, None))

    # -- taps ------------------------------------------------------------------------------------

    @Slot(int)
    def nudge(self, by: int) -> None:
        """Another number; those that are taken are left out."""
        if self.is_open and not self._errand.is_under_way and self._walk.is_settled():
            self._number = shelf_view.next_free(self._app.pool, self._number, by)
            self.changed.emit()

    @Slot(int)
    def choose(self, device_number: int) -> None:
        """This strap has the number."""
        settled = self._walk.is_settled() and not self._errand.is_under_way
        if self.is_open and self._number and device_number > 0 and settled:
            self._errand.shelf(self._app.add_pool_strap(self._number, device_number))
            self.changed.emit()

    # -- what QML reads --------------------------------------------------------------------------

    @Property(Rows, notify=changed)
    def seats(self) -> Rows:
        return self.strap_rows

    @Property(int, notify=changed)
    def number(self) -> int:
        """0 when there is none left."""
        return self._number
