"""How one athlete's training goes: trend, workouts and tests, the week and the race."""

from PySide6.QtCore import Property, QObject, QPointF, Signal, Slot
from PySide6.QtQml import QmlElement

from screens import progress_view
from screens.app_port import KioskApp
from screens.progress_view import Chart, ProgressRow
from screens.rows import Rows
from screens.walk import Page
from screens.walk_model import WalkModel

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1

TABS = ("trend", "done", "week")


@QmlElement
class ProgressModel(QObject):
    """Three leaves of one page; a leaf too long for the room is turned."""

    changed = Signal()

    def __init__(self, app: KioskApp, walk: WalkModel, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._walk = walk
        self._tab = TABS[0]
        self._room = 1
        self._offset = 0
        self._arrived_at: float | None = None
        self._told: tuple[object, ...] = ()
        self._name = self._countdown = ""
        self._rows: list[ProgressRow] = []
        self._chart = Chart()
        self.row_model = Rows(ProgressRow, self)
        walk.changed.connect(self.refresh)

    @Slot()
    def refresh(self) -> None:
        """Follows what is known while the page is open."""
        walk = self._walk.walk
        if walk.page is not Page.PROGRESS or walk.athlete_id is None:
            self._arrived_at = None
            return
        if self._arrived_at != walk.changed_at:
            self._arrived_at, self._tab, self._offset = walk.changed_at, TABS[0], 0
        progress = self._app.progress(walk.athlete_id)
        who = self._app.state.participants.get(walk.athlete_id)
        self._name = "" if who is None else who.athlete.name
        self._countdown = self._app.countdown(walk.athlete_id)
        self._chart = progress_view.chart(progress.economy)
        match self._tab:
            case "trend":
                self._rows = progress_view.judged(progress)
            case "done":
                self._rows = progress_view.done(progress)
            case _:
                week = self._app.week(walk.athlete_id)
                self._rows = progress_view.days(week, self._app.plans)
        self._offset = min(self._offset, max(0, len(self._rows) - 1) // self._room * self._room)
        shown = self._rows[self._offset : self._offset + self._room]
        self.row_model.show(shown)
        told = (self._tab, self._name, self._countdown, self._chart, self._offset, self._room)
        told = (*told, tuple(self._rows))
        if told != self._told:
            self._told = told
            self.changed.emit()

    # -- taps ------------------------------------------------------------------------------------

    @Slot(int)
    def fit(self, rows: int) -> None:
        """How many lines there is room for; shown with the next refresh."""
        self._room = max(1, rows)

    @Slot(str)
    def turnTo(self, tab: str) -> None:
        if tab in TABS and self._walk.is_settled():
            self._tab, self._offset = tab, 0
            self.refresh()

    @Slot(int)
    def page(self, by: int) -> None:
        """To the next lines, or back."""
        offset = self._offset + by * self._room
        if self._walk.is_settled() and 0 <= offset < len(self._rows):
            self._offset = offset
            self.refresh()

    # -- what QML reads --------------------------------------------------------------------------

    @Property(str, notify=changed)
    def name(self) -> str:
        return self._name

    @Property(str, notify=changed)
    def tab(self) -> str:
        return self._tab

    @Property(str, notify=changed)
    def countdown(self) -> str:
        return self._countdown

    @Property(Rows, notify=changed)
    def rows(self) -> Rows:
        return self.row_model

    @Property(bool, notify=changed)
    def hasBefore(self) -> bool:
        return self._offset > 0

    @Property(bool, notify=changed)
    def hasMore(self) -> bool:
        return self._offset + self._room < len(self._rows)

    @Property(str, notify=changed)
    def empty(self) -> str:
        """What to say of a leaf without a line."""
        if self._rows:
            return ""
        return {
            "trend": "Nothing to compare yet.",
            "done": "No workout yet: everything that you do here is kept and compared.",
        }.get(self._tab, "No plan for the week: your coach can make one.")

    @Property(str, notify=changed)
    def chartTitle(self) -> str:
        return self._chart.title

    @Property("QVariantList", notify=changed)  # pyright: ignore[reportArgumentType]
    def chartPoints(self) -> list[QPointF]:
        """Fractions from the left and from the top."""
        return [QPointF(x, y) for x, y in self._chart.points]

    @Property(str, notify=changed)
    def chartHighest(self) -> str:
        return self._chart.highest

    @Property(str, notify=changed)
    def chartLowest(self) -> str:
        return self._chart.lowest

    @Property(str, notify=changed)
    def chartFirst(self) -> str:
        return self._chart.first

    @Property(str, notify=changed)
    def chartLast(self) -> str:
        return self._chart.last
