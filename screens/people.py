"""The roster for coaches: everybody by letter, and one person's card."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.training.athlete import Athlete
from screens.app_port import KioskApp
from screens.people_card import PeopleCardModel
from screens.people_view import PersonLine, person_line
from screens.question import QuestionModel
from screens.roster_pages import LetterGroup, LetterRow, letter_groups, ordered
from screens.rows import Rows
from screens.tongue import tr
from screens.walk import Page
from screens.walk_model import WalkModel

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PeopleModel(QObject):
    """A screenful of the roster at a time; a touch opens somebody's card."""

    changed = Signal()
    counted = Signal()
    """How many there are: what fits depends on it, and must not be asked anew by turning pages."""

    def __init__(
        self, app: KioskApp, walk: WalkModel, question: QuestionModel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._walk = walk
        self.person_rows = Rows(PersonLine, self)
        self.letter_rows = Rows(LetterRow, self)
        self.card_model = PeopleCardModel(app, walk, question, self)
        self._room = (1, 1)
        self._offset = 0
        self._order: list[Athlete] = []
        self._groups: list[LetterGroup] = []
        self._made_of: object = None
        self._is_here = False
        self._view = (False, False)
        self._count = 0
        walk.changed.connect(self.refresh)  # before the page is drawn for the first time

    @Slot()
    def refresh(self) -> None:
        """Follows the roster while the page is open."""
        is_here = self._walk.walk.page is Page.PEOPLE
        if is_here != self._is_here:
            self._is_here, self._offset = is_here, 0
        self.card_model.refresh()
        if self._walk.walk.page is Page.PEOPLE:
            self._show()

    @Slot(int, int)
    def fit(self, people: int, letters: int) -> None:
        """How many people and letter buttons there is room for."""
        self._room = (max(1, people), max(1, letters))

    # -- taps --------------------------------------------------------------------------------------

    @Slot(int)
    def choose(self, athlete_id: int) -> None:
        if self._takes_taps() and any(who.id == athlete_id for who in self._order):
            self._walk.go(Page.PEOPLE, athlete_id=athlete_id)

    @Slot()
    def back(self) -> None:
        """From an open entry to the card, from the card to the list, from the list to the menu."""
        if not self._walk.is_settled() or self.card_model.shut():
            return
        if self._walk.walk.athlete_id is not None:
            self._walk.go(Page.PEOPLE)
        else:
            self._walk.back()

    @Slot(int)
    def turn(self, by: int) -> None:
        offset = self._offset + by * self._room[0]
        if self._takes_taps() and offset < len(self._order):
            self._turn_to(max(0, offset))

    @Slot(int)
    def jump(self, group: int) -> None:
        """To the first person of a range of letters."""
        if self._takes_taps() and 0 <= group < len(self._groups):
            self._turn_to(self._groups[group].begin)

    # -- inside ------------------------------------------------------------------------------------

    def _takes_taps(self) -> bool:
        return self._walk.is_settled() and self._walk.walk.athlete_id is None

    def _turn_to(self, offset: int) -> None:
        self._offset = offset
        self._walk.hold()
        self._show()

    def _show(self) -> None:
        people, (room, letters) = self._app.people, self._room
        today = self._app.today()
        made_of = (tuple(people), room, letters, self._offset, today, self._walk.walk.athlete_id)
        if made_of == self._made_of:
            return
        self._made_of = made_of
        self._order = ordered(people, lambda _: False)
        if self._offset >= len(self._order):
            self._offset = 0
        shown = self._order[self._offset : self._offset + room]
        self.person_rows.show([person_line(who, today) for who in shown])
        several = len(self._order) > room
        names = [who.name for who in self._order]
        self._groups = letter_groups(names, letters) if several else []
        reached = [place for place, one in enumerate(self._groups) if one.begin <= self._offset]
        self.letter_rows.show(
            [
                LetterRow(group.title, bool(reached) and place == reached[-1])
                for place, group in enumerate(self._groups)
            ]
        )
        self._view = (self._offset > 0, self._offset + room < len(self._order))
        if self._count != len(self._order):
            self._count = len(self._order)
            self.counted.emit()
        self.changed.emit()

    # -- what QML reads ----------------------------------------------------------------------------

    @Property(Rows, notify=changed)
    def people(self) -> Rows:
        return self.person_rows

    @Property(Rows, notify=changed)
    def letters(self) -> Rows:
        return self.letter_rows

    @Property(PeopleCardModel, notify=changed)
    def card(self) -> PeopleCardModel:
        return self.card_model

    @Property(int, notify=counted)
    def count(self) -> int:
        return self._count

    @Property(str, notify=counted)
    def title(self) -> str:
        return tr("People ({count})", count=self._count) if self._count else tr("People")

    @Property(bool, notify=changed)
    def hasBefore(self) -> bool:
        return self._view[0]

    @Property(bool, notify=changed)
    def hasMore(self) -> bool:
        return self._view[1]
