"""Everybody's week for coaches: a table to read, and a sheet for one person's day."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.coach_port import DayPlan
from kiosk.training.athlete import Athlete
from kiosk.training.past import Past, Planned
from kiosk.training.plan import Plan
from screens import planner_view as views
from screens.app_port import KioskApp
from screens.days import day_of_month, full_day
from screens.errands import GIVES_UP_S
from screens.planner_view import DayHead, PlanCell, PlanOption, PlanPerson
from screens.question import Question, QuestionModel
from screens.roster_pages import ordered
from screens.rows import Rows
from screens.tongue import said, tr
from screens.walk import Page
from screens.walk_model import WalkModel

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1

_COPYING = "copy week"
FURTHEST_DAYS: Final = 28
"""So far ahead the table can be turned."""


@dataclass(frozen=True, slots=True)
class _Pending:
    """Days on their way to the disk."""

    asked_at: float
    days: tuple[DayPlan, ...]


@QmlElement
class PlannerModel(QObject):
    """A page of people against a page of days. A touch on a day opens its sheet; a touch on an
    option there plans it at once.
    """

    changed = Signal()

    def __init__(
        self, app: KioskApp, walk: WalkModel, question: QuestionModel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._walk = walk
        self._question = question
        self.head_rows = Rows(DayHead, self)
        self.person_rows = Rows(PlanPerson, self)
        self.cell_rows = Rows(PlanCell, self)
        self.option_rows = Rows(PlanOption, self)
        self._room = (1, 1)
        self._option_room = 1
        self._pending: dict[int, _Pending] = {}
        """By the number of the request."""
        self._is_here = False
        self._made_of: tuple[object, ...] = ()
        self._pasts: list[Past] = []
        self._order: list[Athlete] = []
        self._plans: dict[str, Plan] = {}
        self._names: dict[str, str] = {}
        self._option_count = 0
        self._clear()
        walk.changed.connect(self.refresh)

    def _clear(self) -> None:
        self._person_offset = self._day_offset = self._option_offset = 0
        self._open: tuple[int, date] | None = None
        self._trouble = ""

    @Slot()
    def refresh(self) -> None:
        """Follows roster, weeks and answers while the page is open."""
        is_here = self._walk.walk.page is Page.PLANNER
        if is_here != self._is_here:
            self._is_here = is_here
            self._clear()
            self._question.withdraw(_COPYING)
        self._follow_answers()
        if is_here:
            self._show()

    @Slot(int, int)
    def fit(self, people: int, days: int) -> None:
        """How many rows and columns there is room for."""
        self._room = (max(1, people), max(1, min(views.WEEK_DAYS, days)))

    @Slot(int)
    def fitOptions(self, count: int) -> None:
        self._option_room = max(1, count)

    # -- taps --------------------------------------------------------------------------------------

    @Slot()
    def back(self) -> None:
        """From the sheet to the table, from the table to the menu."""
        if not self._walk.is_settled():
            return
        if self._open is not None:
            self._shut()
        else:
            self._walk.back()

    @Slot(int)
    def turnPeople(self, by: int) -> None:
        offset = self._person_offset + by * self._room[0]
        if self._takes_taps() and 0 <= offset < len(self._order):
            self._person_offset = offset
            self._walk.hold()
            self._show()

    @Slot(int)
    def turnDays(self, by: int) -> None:
        offset = self._day_offset + by * self._room[1]
        if self._takes_taps() and offset < FURTHEST_DAYS:
            self._day_offset = max(0, offset)
            self._walk.hold()
            self._show()

    @Slot(int, int)
    def open(self, athlete_id: int, column: int) -> None:
        """Somebody's day."""
        first = self._first()
        if first is not None and self._takes_taps() and self._who(athlete_id) is not None:
            self._open, self._option_offset = (athlete_id, first + timedelta(column)), 0
            self._walk.hold()
            self._show()

    @Slot(int)
    def turnOptions(self, by: int) -> None:
        offset = self._option_offset + by * self._option_room
        if self._walk.is_settled() and 0 <= offset < self._option_count:
            self._option_offset = offset
            self._walk.hold()
            self._show()

    @Slot(str)
    def choose(self, key: str) -> None:
        """Plans it instead of what was there; the same again takes it back."""
        if self._open is None or not self._walk.is_settled():
            return
        athlete_id, day = self._open
        entry = views.entry_of(key, day)
        now = views.planned_on(self._past(athlete_id), day)
        entries = () if now == (entry,) else (entry,)
        self._write([DayPlan(athlete_id, day, entries)])
        self._shut()

    @Slot()
    def free(self) -> None:
        """Nothing is planned for that day any more."""
        if self._open is not None and self._walk.is_settled():
            self._write([DayPlan(*self._open)])
            self._shut()

    @Slot(int)
    def copyOne(self, athlete_id: int) -> None:
        who = self._who(athlete_id)
        if who is not None and self._takes_taps():
            self._ask_to_copy([who], tr("Copy {name}’s week on?", name=who.name))

    @Slot()
    def copyAll(self) -> None:
        if self._takes_taps():
            self._ask_to_copy(self._order, tr("Copy everybody’s week on?"))

    # -- inside ------------------------------------------------------------------------------------

    def _takes_taps(self) -> bool:
        return self._walk.is_settled() and self._open is None

    def _shut(self) -> None:
        self._open = None
        self._walk.hold()
        self._show()

    def _first(self) -> date | None:
        today = self._app.today()
        return None if today is None else today + timedelta(self._day_offset)

    def _who(self, athlete_id: int) -> Athlete | None:
        return next((who for who in self._app.people if who.id == athlete_id), None)

    def _past(self, athlete_id: int) -> Past:
        """As it is on the disk, and over it what is on its way there."""
        past = self._app.past(athlete_id)
        for pending in self._pending.values():
            for day in pending.days:
                if day.athlete_id == athlete_id:
                    rest = tuple(entry for entry in past.plan if entry.on != day.on)
                    past = replace(past, plan=tuple(sorted((*rest, *day.entries), key=_on)))
        return past

    def _write(self, days: list[DayPlan]) -> None:
        self._trouble = ""
        ask = self._app.coach_desk.plan_days(days)
        self._pending[ask] = _Pending(self._app.state.now, tuple(days))

    def _follow_answers(self) -> None:
        for ask, pending in list(self._pending.items()):
            answer = self._app.coach_desk.answer(ask)
            if answer is None and self._app.state.now - pending.asked_at > GIVES_UP_S:
                answer = tr("The disk does not answer: wait a moment and look again.")
            if answer is not None:
                del self._pending[ask]
                self._trouble = said(answer) or self._trouble

    def _ask_to_copy(self, people: list[Athlete], title: str) -> None:
        first = self._first()
        if first is None:
            return
        last = first + timedelta(views.WEEK_DAYS - 1)
        days = [
            DayPlan(who.id, day, entries)
            for who in people
            for day, entries in views.week_on(self._past(who.id), first).items()
        ]
        if not days:
            self._trouble = tr("Nothing is planned for these seven days yet.")
            self._show()
            return
        self._question.ask(
            Question(
                key=_COPYING,
                title=title,
                body=tr(
                    "What is planned from {first} to {last} is planned again a week later, instead "
                    "of what stands there. Days with nothing planned stay as they are.",
                    first=day_of_month(first),
                    last=day_of_month(last),
                ),
                yes=tr("Copy"),
                no=tr("Leave it"),
                on_yes=lambda: self._write(days),
            )
        )

    def _show(self) -> None:
        first, today = self._first(), self._app.today()
        if self._open is not None and (self._who(self._open[0]) is None or first is None):
            self._open = None  # taken off the roster elsewhere
        people = self._app.people
        pasts = [self._app.past(who.id) for who in people]
        made_of: tuple[object, ...] = (
            tuple(people), today, self._room, self._option_room, tuple(self._pending),
            self._person_offset, self._day_offset, self._option_offset, self._open,
            self._trouble, tuple(self._app.plans),
        )  # fmt: skip
        if self._made_of == made_of and _same(self._pasts, pasts):
            return
        self._made_of, self._pasts = made_of, pasts
        self._order = ordered(people, lambda _: False)
        if self._person_offset >= len(self._order):
            self._person_offset = 0
        if first is None or today is None:
            for rows in (self.head_rows, self.person_rows, self.cell_rows, self.option_rows):
                rows.show([])
        else:
            self._show_table(first, today)
            self._show_options()
        self.changed.emit()

    def _show_table(self, first: date, today: date) -> None:
        room, columns = self._room
        self._plans = {plan.protocol_id: plan for plan in self._app.plans}
        self._names = {plan.protocol_id: plan.name for plan in self._app.plans}
        shown = self._order[self._person_offset : self._person_offset + room]
        self.head_rows.show(views.day_heads(first, columns, today))
        week = [first + timedelta(n) for n in range(views.WEEK_DAYS)]
        self.person_rows.show(
            [PlanPerson(w.id, w.name, len({e.on for e in self._past(w.id).plan if e.on in week}))
             for w in shown]
        )  # fmt: skip
        self.cell_rows.show(
            [self._cell(who, column, first + timedelta(column)) for who in shown
             for column in range(columns)]
        )  # fmt: skip

    def _cell(self, who: Athlete, column: int, day: date) -> PlanCell:
        past = self._past(who.id)
        entries = views.planned_on(past, day)
        suggested = () if entries else tuple(e for e in self._app.week(who.id) if e.on == day)
        if any(entry in past.plan for entry in self._app.week(who.id)):
            suggested = ()
        return PlanCell(
            who.id,
            column,
            views.entry_words(entries, self._names)
            or views.suggestion_words(suggested, self._names),
            planned=bool(entries),
            warned=views.is_warned(who, past, entries, day, self._plans),
            saving=any(
                (one.athlete_id, one.on) == (who.id, day)
                for pending in self._pending.values()
                for one in pending.days
            ),
        )

    def _show_options(self) -> None:
        self._option_count = 0
        who = None if self._open is None else self._who(self._open[0])
        if self._open is None or who is None:
            self.option_rows.show([])
            return
        every = views.options(who, self._past(who.id), self._open[1], self._app.plans)
        self._option_count = len(every)
        room = self._option_room
        self._option_offset = min(self._option_offset, (len(every) - 1) // room * room)
        self.option_rows.show(every[self._option_offset : self._option_offset + room])

    # -- what QML reads ----------------------------------------------------------------------------

    @Property(Rows, notify=changed)
    def heads(self) -> Rows:
        return self.head_rows

    @Property(Rows, notify=changed)
    def people(self) -> Rows:
        return self.person_rows

    @Property(Rows, notify=changed)
    def cells(self) -> Rows:
        return self.cell_rows

    @Property(Rows, notify=changed)
    def options(self) -> Rows:
        return self.option_rows

    @Property(bool, notify=changed)
    def isOpen(self) -> bool:
        return self._open is not None

    @Property(str, notify=changed)
    def sheetTitle(self) -> str:
        """ "Ben · Thursday 26 November"."""
        who = None if self._open is None else self._who(self._open[0])
        if self._open is None or who is None:
            return ""
        return f"{who.name} · {full_day(self._open[1])}"

    @Property(str, notify=changed)
    def sheetNow(self) -> str:
        """What is planned for that day."""
        if self._open is None:
            return ""
        entries = views.planned_on(self._past(self._open[0]), self._open[1])
        if not entries:
            return tr("Nothing is planned yet. Warnings count what is planned until then.")
        words = views.entry_words(entries, self._names)
        return tr("Planned: {words}. Warnings count what is planned until then.", words=words)

    @Property(bool, notify=changed)
    def sheetFilled(self) -> bool:
        if self._open is None:
            return False
        return bool(views.planned_on(self._past(self._open[0]), self._open[1]))

    @Property(str, notify=changed)
    def trouble(self) -> str:
        return self._trouble

    @Property(str, notify=changed)
    def empty(self) -> str:
        """Why there is no table; empty when there is one."""
        if self._app.today() is None:
            return tr("The clock is not set yet: without the day no week can be planned.")
        return "" if self._order else tr("Nobody is on the roster yet.")

    @Property(bool, notify=changed)
    def peopleBefore(self) -> bool:
        return self._person_offset > 0

    @Property(bool, notify=changed)
    def peopleAfter(self) -> bool:
        return self._person_offset + self._room[0] < len(self._order)

    @Property(bool, notify=changed)
    def daysBefore(self) -> bool:
        return self._day_offset > 0

    @Property(bool, notify=changed)
    def daysAfter(self) -> bool:
        return self._day_offset + self._room[1] < FURTHEST_DAYS

    @Property(bool, notify=changed)
    def optionsBefore(self) -> bool:
        return self._option_offset > 0

    @Property(bool, notify=changed)
    def optionsAfter(self) -> bool:
        return self._option_offset + self._option_room < self._option_count


def _on(entry: Planned) -> date:
    return entry.on


def _same(before: list[Past], now: list[Past]) -> bool:
    """The very same: comparing years of training would take longer than drawing them."""
    return len(before) == len(now) and all(a is b for a, b in zip(before, now, strict=True))
