"""Everybody's week for coaches: a table to read, and a sheet for one person's day."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.coach_port import DayPlan
from kiosk.training.athlete import Athlete
from kiosk.training.past import Past
from kiosk.training.plan import Plan
from screens import planner_view as views
from screens.app_port import KioskApp
from screens.days import day_of_month
from screens.paged import Paged
from screens.planner_sheet import PlannerSheetModel
from screens.planner_view import DayHead, PlanCell, PlanPerson
from screens.planner_weeks import Weeks
from screens.question import Question, QuestionModel
from screens.roster_pages import ordered
from screens.rows import Rows
from screens.tongue import said, tr, turn
from screens.walk import Page
from screens.walk_model import WalkModel

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1

_COPYING = "copy week"
FURTHEST_DAYS: Final = 28
"""So far ahead the table can be turned."""


@QmlElement
class PlannerModel(QObject):
    """A page of people against a page of days. A touch on a day opens its sheet; a touch on an
    option there plans it at once.
    """

    changed = Signal()
    never = Signal()

    def __init__(
        self, app: KioskApp, walk: WalkModel, question: QuestionModel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._walk = walk
        self._question = question
        self._weeks = Weeks(app)
        self.day_lines = Paged(DayHead, walk, self)
        self.person_lines = Paged(PlanPerson, walk, self)
        self.cell_rows = Rows(PlanCell, self)
        self.sheet_model = PlannerSheetModel(app, walk, self._weeks, self)
        self._is_here = False
        self._made_of: tuple[object, ...] = ()
        self._pasts: list[Past] = []
        self._order: list[Athlete] = []
        self._plans: dict[str, Plan] = {}
        self._names: dict[str, str] = {}
        self.day_lines.changed.connect(self._show_people)
        self.person_lines.changed.connect(self._show_cells)
        self.sheet_model.changed.connect(self._show)
        walk.changed.connect(self.refresh)

    @Slot()
    def refresh(self) -> None:
        """Follows roster, weeks and answers while the page is open."""
        is_here = self._walk.walk.page is Page.PLANNER
        if is_here != self._is_here:
            self._is_here = is_here
            self.day_lines.to_start()
            self.person_lines.to_start()
            self.sheet_model.close()
            self._weeks.trouble = ""
            self._question.withdraw(_COPYING)
        self._weeks.follow()
        if is_here:
            self.sheet_model.refresh()
            self._show()

    # -- taps --------------------------------------------------------------------------------------

    @Slot()
    def back(self) -> None:
        """From the sheet to the table, from the table to the menu."""
        if self._walk.is_settled() and not self.sheet_model.close():
            self._walk.back()

    @Slot(int, int)
    def open(self, athlete_id: int, column: int) -> None:
        """Somebody's day."""
        first, who = self._first(), self._who(athlete_id)
        if first is not None and who is not None and self._takes_taps():
            self.sheet_model.open(who, first + timedelta(column))

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
        return self._walk.is_settled() and not self.sheet_model.is_open

    def _first(self) -> date | None:
        today = self._app.today()
        return None if today is None else today + timedelta(self.day_lines.in_view.start)

    def _who(self, athlete_id: int) -> Athlete | None:
        return next((who for who in self._app.people if who.id == athlete_id), None)

    def _ask_to_copy(self, people: Sequence[Athlete], title: str) -> None:
        first = self._first()
        if first is None:
            return
        last = first + timedelta(views.WEEK_DAYS - 1)
        days = [
            DayPlan(who.id, day, entries)
            for who in people
            for day, entries in views.week_on(self._weeks.past(who.id), first).items()
        ]
        if not days:
            self._weeks.trouble = tr("Nothing is planned for these seven days yet.")
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
                on_yes=lambda: self._weeks.write(days),
            )
        )

    @Slot()
    def _show(self) -> None:
        people, plans, today = self._app.people, self._app.plans, self._app.today()
        pasts = [self._app.past(who.id) for who in people]
        weeks = self._weeks
        made_of = (tuple(people), tuple(plans), today, weeks.coming, weeks.trouble, turn())
        if self._made_of == made_of and _same(self._pasts, pasts):
            return
        self._made_of, self._pasts = made_of, pasts
        self._order = ordered(people, lambda _: False)
        self._plans = {plan.protocol_id: plan for plan in plans}
        self._names = {plan.protocol_id: plan.name for plan in plans}
        days = [] if today is None else [today + timedelta(n) for n in range(FURTHEST_DAYS)]
        self.day_lines.show_each(days, lambda day: views.day_head(day, today))
        self._show_people()
        self.changed.emit()

    @Slot()
    def _show_people(self) -> None:
        first = self._first()
        self.person_lines.show_each(
            [] if first is None else self._order, lambda who: self._person(who, first)
        )
        self._show_cells()

    @Slot()
    def _show_cells(self) -> None:
        first = self._first()
        columns = len(self.day_lines.row_model.rows)
        self.cell_rows.show(
            []
            if first is None
            else [
                self._cell(who, row, column, first + timedelta(column))
                for row, who in enumerate(self._order[self.person_lines.in_view])
                for column in range(columns)
            ]
        )

    def _person(self, who: Athlete, first: date | None) -> PlanPerson:
        ahead = [] if first is None else [first + timedelta(n) for n in range(views.WEEK_DAYS)]
        planned = {entry.on for entry in self._weeks.past(who.id).plan}
        return PlanPerson(who.id, who.name, len(planned.intersection(ahead)))

    def _cell(self, who: Athlete, row: int, column: int, day: date) -> PlanCell:
        past, week = self._weeks.past(who.id), self._app.week(who.id)
        entries = views.planned_on(past, day)
        is_planned = bool(entries) or any(entry in past.plan for entry in week)
        suggested = () if is_planned else tuple(entry for entry in week if entry.on == day)
        return PlanCell(
            who.id,
            row,
            column,
            views.entry_words(entries, self._names)
            or views.suggestion_words(suggested, self._names),
            planned=bool(entries),
            warned=views.is_warned(who, past, entries, day, self._plans),
            saving=any((one.athlete_id, one.on) == (who.id, day) for one in self._weeks.coming),
        )

    # -- what QML reads ----------------------------------------------------------------------------

    @Property(Paged, notify=never)
    def days(self) -> Paged:
        return self.day_lines

    @Property(Paged, notify=never)
    def people(self) -> Paged:
        return self.person_lines

    @Property(Rows, notify=never)
    def cells(self) -> Rows:
        return self.cell_rows

    @Property(PlannerSheetModel, notify=never)
    def sheet(self) -> PlannerSheetModel:
        return self.sheet_model

    @Property(str, notify=changed)
    def trouble(self) -> str:
        return said(self._weeks.trouble)

    @Property(str, notify=changed)
    def empty(self) -> str:
        """Why there is no table; empty when there is one."""
        if self._app.today() is None:
            return tr("The clock is not set yet")
        return "" if self._order else tr("Nobody is on the roster yet")

    @Property(str, notify=changed)
    def advice(self) -> str:
        """What to do about it."""
        if self._app.today() is None:
            return tr("Without the day no week can be planned. It sets itself in a network.")
        return tr("Whoever is added at “Tap in” has a week here.")


def _same(before: list[Past], now: list[Past]) -> bool:
    """The very same: comparing years of training would take longer than drawing them."""
    return len(before) == len(now) and all(a is b for a, b in zip(before, now, strict=True))
