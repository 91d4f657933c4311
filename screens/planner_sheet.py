"""What could be planned for one person's day; one touch plans it."""

from datetime import date

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.coach_port import DayPlan
from kiosk.training.athlete import Athlete
from kiosk.training.past import Past
from screens import planner_view as views
from screens.app_port import KioskApp
from screens.days import full_day
from screens.paged import Paged
from screens.planner_view import PlanOption
from screens.planner_weeks import Weeks
from screens.tongue import tr, turn
from screens.walk_model import WalkModel

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PlannerSheetModel(QObject):
    """Open about one person and one day, or not at all."""

    changed = Signal()
    never = Signal()

    def __init__(self, app: KioskApp, walk: WalkModel, weeks: Weeks, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._walk = walk
        self._weeks = weeks
        self.paged = Paged(PlanOption, walk, self)
        self._day: tuple[Athlete, date] | None = None
        self._past: Past | None = None
        self._made_of: tuple[object, ...] = ()
        self._title = self._now = ""
        self._is_filled = False

    @property
    def is_open(self) -> bool:
        return self._day is not None

    def open(self, who: Athlete, day: date) -> None:
        self._day = (who, day)
        self._past = None
        self.paged.to_start()
        self._walk.hold()
        self.refresh()

    def close(self) -> bool:
        """Says whether it was open."""
        if self._day is None:
            return False
        self._day = None
        self._walk.hold()
        self.changed.emit()
        return True

    def refresh(self) -> None:
        """Follows roster and week; closes when the person is taken off the roster elsewhere."""
        if self._day is None:
            return
        athlete_id, day = self._day[0].id, self._day[1]
        who = next((one for one in self._app.people if one.id == athlete_id), None)
        if who is None or self._app.today() is None:
            self.close()
            return
        self._day = (who, day)
        past = self._weeks.past(athlete_id)
        made_of = (who, day, tuple(self._app.plans), turn())
        if past is not self._past or made_of != self._made_of:
            self._past, self._made_of = past, made_of
            self._show(who, day, past)

    def _show(self, who: Athlete, day: date, past: Past) -> None:
        entries = views.planned_on(past, day)
        names = {plan.protocol_id: plan.name for plan in self._app.plans}
        self._is_filled = bool(entries)
        self._title = f"{who.name} · {full_day(day)}"
        self._now = tr("Nothing is planned yet. Warnings count what is planned until then.")
        if entries:
            words = views.entry_words(entries, names)
            self._now = tr(
                "Planned: {words}. Warnings count what is planned until then.", words=words
            )
        self.paged.show(views.options(who, past, day, self._app.plans))
        self.changed.emit()

    # -- taps --------------------------------------------------------------------------------------

    @Slot(str)
    def choose(self, key: str) -> None:
        """Plans it instead of what was there; the same again takes it back."""
        if self._day is None or not self._walk.is_settled():
            return
        who, day = self._day
        entry = views.entry_of(key, day)
        now = views.planned_on(self._weeks.past(who.id), day)
        self._weeks.write([DayPlan(who.id, day, () if now == (entry,) else (entry,))])
        self.close()

    @Slot()
    def free(self) -> None:
        """Nothing is planned for that day any more."""
        if self._day is not None and self._walk.is_settled():
            who, day = self._day
            self._weeks.write([DayPlan(who.id, day)])
            self.close()

    # -- what QML reads ----------------------------------------------------------------------------

    @Property(bool, notify=changed)
    def isOpen(self) -> bool:
        return self.is_open

    @Property(str, notify=changed)
    def title(self) -> str:
        """ "Ben · Thursday 26 November"."""
        return self._title

    @Property(str, notify=changed)
    def now(self) -> str:
        """What is planned for that day."""
        return self._now

    @Property(bool, notify=changed)
    def filled(self) -> bool:
        return self._is_filled

    @Property(Paged, notify=never)
    def options(self) -> Paged:
        return self.paged
