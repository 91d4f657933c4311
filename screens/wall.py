"""The wall for QML: whom to look at first, the mountain, and whether it covers the touchscreen."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from screens import focus
from screens.app_port import KioskApp
from screens.rows import Rows
from screens.tongue import tr
from screens.walk import Page
from screens.walk_model import WalkModel
from screens.wall_view import Mountain, NeedRow, class_step, mountain_of, need_rows

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1

COVERS_AFTER_S = 20.0
"""On a touchscreen that is the wall, so long after the last touch the wall is back."""


@QmlElement
class WallModel(QObject):
    """Follows the state; touches change nothing but what is looked at."""

    changed = Signal()
    never = Signal()

    def __init__(self, app: KioskApp, walk: WalkModel, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._walk = walk
        self._opened = False
        """Somebody has touched the wall, or comes from another page."""
        self.need_rows = Rows(NeedRow, self)
        self._told: tuple[Mountain, str, bool, str] = (Mountain(), "", False, "")

    def refresh(self) -> None:
        """Follows the state; what has not changed is not touched."""
        app = self._app
        needs = app.attention
        self.need_rows.show(need_rows(needs.needs, app.state))
        more = tr("+ {count}", count=needs.more) if needs.more else ""
        told = mountain_of(app.evening_ascent_m), more, self._covers(), class_step(app.state)
        if told != self._told:
            self._told = told
            self.changed.emit()

    def _covers(self) -> bool:
        walk, now = self._walk.walk, self._app.state.now
        if self._app.choices.wall != "only":
            self._opened = False
            return False
        if walk.page is not Page.GROUP:
            self._opened = True
        elif now - walk.touched_at >= COVERS_AFTER_S:
            self._opened = False
        return not self._opened and walk.page is Page.GROUP and bool(focus.present(self._app.state))

    # -- taps ------------------------------------------------------------------------------------

    @Slot()
    def open(self) -> None:
        """A touch on the wall leads to the pages, and does nothing else."""
        if self._walk.is_settled():
            self._opened = True
            self._walk.touch()
            self._walk.hold()
            self.refresh()

    # -- what QML reads --------------------------------------------------------------------------

    @Property(Rows, notify=never)
    def needs(self) -> Rows:
        return self.need_rows

    @Property(str, notify=changed)
    def more(self) -> str:
        return self._told[1]

    @Property(bool, notify=changed)
    def covers(self) -> bool:
        return self._told[2]

    @Property(str, notify=changed)
    def classStep(self) -> str:
        """What all do together; empty where not all do the same."""
        return self._told[3]

    @Property(str, notify=changed)
    def climbed(self) -> str:
        return self._told[0].height

    @Property(str, notify=changed)
    def compared(self) -> str:
        return self._told[0].compared

    @Property(float, notify=changed)
    def filled(self) -> float:
        return self._told[0].filled
