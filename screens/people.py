"""The roster for coaches: everybody by letter, and one person's card."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.training.athlete import Athlete
from screens.app_port import KioskApp
from screens.paged import Paged
from screens.people_card import PeopleCardModel
from screens.people_view import PersonLine, person_line
from screens.question import QuestionModel
from screens.roster_pages import LetterGroup, LetterRow, letter_groups, letter_rows, ordered
from screens.rows import Rows
from screens.tongue import tr, turn
from screens.walk import Page
from screens.walk_model import WalkModel

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PeopleModel(QObject):
    """A screenful of the roster at a time; a touch opens somebody's card."""

    changed = Signal()
    never = Signal()

    def __init__(
        self, app: KioskApp, walk: WalkModel, question: QuestionModel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._walk = walk
        self.paged = Paged(PersonLine, walk, self)
        self.paged.changed.connect(self._show_letters)
        self.letter_rows = Rows(LetterRow, self)
        self.card_model = PeopleCardModel(app, walk, question, self)
        self._letter_room = 1
        self._order: list[Athlete] = []
        self._groups: list[LetterGroup] = []
        self._made_of: object = None
        self._is_here = False
        walk.changed.connect(self.refresh)  # before the page is drawn for the first time

    @Slot()
    def refresh(self) -> None:
        """Follows the roster while the page is open."""
        is_here = self._walk.walk.page is Page.PEOPLE
        if is_here != self._is_here:
            self._is_here = is_here
            self.paged.to_start()
        self.card_model.refresh()
        if self._walk.walk.page is Page.PEOPLE:
            self._show()

    @Slot(int)
    def fit(self, letters: int) -> None:
        """How many letter buttons there is room for."""
        self._letter_room = max(1, letters)
        self._show_letters()

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
    def jump(self, group: int) -> None:
        """To the first person of a range of letters."""
        if self._takes_taps() and 0 <= group < len(self._groups):
            self.paged.go_to(self._groups[group].begin)

    # -- inside ------------------------------------------------------------------------------------

    def _takes_taps(self) -> bool:
        return self._walk.is_settled() and self._walk.walk.athlete_id is None

    def _show(self) -> None:
        people, today = self._app.people, self._app.today()
        made_of = (tuple(people), today, turn())
        if made_of == self._made_of:
            return
        self._made_of = made_of
        self._order = ordered(people, lambda _: False)
        self.paged.show_each(self._order, lambda who: person_line(who, today))
        self._show_letters()
        self.changed.emit()

    @Slot()
    def _show_letters(self) -> None:
        names = [who.name for who in self._order]
        self._groups = letter_groups(names, self._letter_room) if self.paged.several else []
        self.letter_rows.show(letter_rows(self._groups, self.paged.in_view.start))

    # -- what QML reads ----------------------------------------------------------------------------

    @Property(Paged, notify=never)
    def people(self) -> Paged:
        return self.paged

    @Property(Rows, notify=never)
    def letters(self) -> Rows:
        return self.letter_rows

    @Property(PeopleCardModel, notify=never)
    def card(self) -> PeopleCardModel:
        return self.card_model

    @Property(str, notify=changed)
    def title(self) -> str:
        count = len(self._order)
        return tr("People ({count})", count=count) if count else tr("People")
