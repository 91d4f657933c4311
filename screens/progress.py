"""How one athlete's training goes: trend, workouts and tests, the week and the race."""

from PySide6.QtCore import Property, QObject, QPointF, Signal, Slot
from PySide6.QtQml import QmlElement

from screens import history_view, progress_view
from screens.app_port import KioskApp
from screens.history_view import Nothing
from screens.paged import Paged
from screens.progress_view import Chart, ProgressRow
from screens.tongue import said
from screens.walk import Page
from screens.walk_model import WalkModel

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1

TABS = ("trend", "done", "week")


@QmlElement
class ProgressModel(QObject):
    """Three leaves of one page; a leaf too long for the room is turned."""

    changed = Signal()
    never = Signal()

    def __init__(self, app: KioskApp, walk: WalkModel, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._walk = walk
        self._tab = TABS[0]
        self._arrived_at: float | None = None
        self._told: tuple[object, ...] = ()
        self._name = self._countdown = ""
        self._empty = Nothing()
        self._chart = Chart()
        self.paged = Paged(ProgressRow, walk, self)
        walk.changed.connect(self.refresh)

    @Slot()
    def refresh(self) -> None:
        """Follows what is known while the page is open."""
        walk = self._walk.walk
        if walk.page is not Page.PROGRESS or walk.athlete_id is None:
            self._arrived_at = None
            return
        if self._arrived_at != walk.changed_at:
            self._arrived_at, self._tab = walk.changed_at, TABS[0]
            self.paged.to_start()
        progress = self._app.progress(walk.athlete_id)
        who = self._app.state.participants.get(walk.athlete_id)
        self._name = "" if who is None else who.athlete.name
        self._countdown = said(self._app.countdown(walk.athlete_id))
        self._chart = progress_view.chart(progress_view.drawn(progress))
        match self._tab:
            case "trend":
                rows = progress_view.judged(progress)
            case "done":
                rows = progress_view.done(progress)
            case _:
                rows = progress_view.days(self._app.week(walk.athlete_id), self._app.plans)
        self._empty = Nothing()
        if not rows and not self._app.is_past_known(walk.athlete_id):
            self._empty = history_view.unread(history_view.trouble(self._app.state))
        elif not rows:
            self._empty = progress_view.nothing(self._tab, progress)
        self.paged.show(rows)
        told = (self._tab, self._name, self._countdown, self._chart, self._empty)
        if told != self._told:
            self._told = told
            self.changed.emit()

    # -- taps ------------------------------------------------------------------------------------

    @Slot(str)
    def turnTo(self, tab: str) -> None:
        if tab in TABS and self._walk.is_settled():
            self._tab = tab
            self.paged.to_start()
            self.refresh()

    @Slot()
    def openHistory(self) -> None:
        self._go(Page.HISTORY)

    @Slot()
    def openMyData(self) -> None:
        self._go(Page.MY_DATA)

    def _go(self, page: Page) -> None:
        walk = self._walk.walk
        if walk.page is Page.PROGRESS and walk.athlete_id and self._walk.is_settled():
            self._walk.go(page, athlete_id=walk.athlete_id)

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

    @Property(Paged, notify=never)
    def lines(self) -> Paged:
        return self.paged

    @Property(str, notify=changed)
    def empty(self) -> str:
        """What to say of a leaf without a line."""
        return self._empty.title

    @Property(str, notify=changed)
    def advice(self) -> str:
        """Under it: what to do."""
        return self._empty.advice

    @Property(bool, notify=changed)
    def troubled(self) -> bool:
        """It is not known whether there is anything."""
        return self._empty.wrong

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
