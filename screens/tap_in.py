"""The tap-in page: who of the roster is here, and straps that nobody owns yet."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.session.state import StrapHeard
from kiosk.training.athlete import Athlete
from screens.app_port import KioskApp
from screens.paged import Paged
from screens.roster_pages import (
    LetterGroup,
    LetterRow,
    PersonRow,
    StrapRow,
    has_low_battery,
    letter_groups,
    letter_rows,
    on_the_air,
    ordered,
    person_row,
    strap_rows,
)
from screens.rows import Rows
from screens.walk import MOVED_S, Page
from screens.walk_model import WalkModel

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class TapInModel(QObject):
    """One screenful of the roster at a time. Nothing moves by itself but whose strap appears."""

    changed = Signal()
    never = Signal()

    def __init__(self, app: KioskApp, walk: WalkModel, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._walk = walk
        self.paged = Paged(PersonRow, walk, self)
        self.paged.changed.connect(self._show_letters)
        self.strap_rows = Rows(StrapRow, self)
        self.letter_rows = Rows(LetterRow, self)
        self._room = (1, 1)
        self._arrived_at: float | None = None
        self._first: set[int] = set()
        self._order: list[Athlete] = []
        self._straps: list[int] = []
        self._groups: list[LetterGroup] = []
        self._moved_at = -MOVED_S
        self._has_straps = False
        walk.changed.connect(self.refresh)  # before the page is drawn for the first time

    @Slot()
    def refresh(self) -> None:
        """Follows roster, straps and state while the page is open."""
        if self._walk.walk.page is not Page.TAP_IN:
            self._arrived_at = None
            return
        if self._arrived_at != self._walk.walk.changed_at:
            self._arrive()
        self._follow_roster()
        self._follow_straps()
        self._show()

    @Slot(int, int)
    def fit(self, letters: int, straps: int) -> None:
        """How many letter buttons and straps there is room for; shown with the next refresh."""
        self._room = (max(1, letters), max(1, straps))

    # -- taps ------------------------------------------------------------------------------------

    @Slot(int)
    def choosePerson(self, athlete_id: int) -> None:
        """Taps somebody in and asks what to train; who is in already gets their own page."""
        if not self._takes_taps():
            return
        present = self._app.state.participants.get(athlete_id)
        if present is not None:
            self._walk.open_athlete(present)
        else:
            self._app.tap_in(athlete_id)
            self._walk.go(Page.CHOOSE, athlete_id=athlete_id)

    @Slot(int)
    def chooseStrap(self, strap: int) -> None:
        if self._takes_taps():
            self._walk.go(Page.ADD, strap=strap)

    @Slot()
    def newPerson(self) -> None:
        if self._walk.is_settled():
            self._walk.go(Page.ADD)

    @Slot(int)
    def jump(self, group: int) -> None:
        """To the first person of a range of letters."""
        if self._walk.is_settled() and 0 <= group < len(self._groups):
            self.paged.go_to(len(self._first) + self._groups[group].begin)

    # -- inside ----------------------------------------------------------------------------------

    def _takes_taps(self) -> bool:
        return self._walk.is_settled() and self._app.state.now >= self._moved_at + MOVED_S

    def _arrive(self) -> None:
        self._arrived_at = self._walk.walk.changed_at
        self._first, self._order, self._straps = set(), [], []
        self.paged.to_start()

    def _follow_roster(self) -> None:
        state = self._app.state
        people = {who.id: who for who in self._app.people}
        self._first = {who for who in self._first if who in people} | {
            who.id
            for who in people.values()
            if who.id not in state.participants and on_the_air(who, state)
        }
        order = ordered(people.values(), lambda who: who.id in self._first)
        shown = self.paged.in_view
        if self._order and [w.id for w in order[shown]] != [w.id for w in self._order[shown]]:
            self._moved_at = state.now
        self._order = order

    def _follow_straps(self) -> None:
        """Straps stay where they are while they are on the air; a new one comes first."""
        heard: dict[int, StrapHeard] = dict(self._app.new_straps())
        stay = [number for number in self._straps if number in heard]
        come = [number for number in heard if number not in stay]
        if self._straps and (come or stay != self._straps):
            self._moved_at = self._app.state.now
        self._straps = come + stay
        rows = strap_rows([(number, heard[number]) for number in self._straps])
        self.strap_rows.show(rows[: self._room[1]])

    def _show(self) -> None:
        self.paged.show_each(self._order, self._person)
        self._show_letters()
        if self._has_straps != bool(self._straps):
            self._has_straps = bool(self._straps)
            self.changed.emit()

    def _person(self, who: Athlete) -> PersonRow:
        state = self._app.state
        return person_row(
            who,
            state.participants.get(who.id),
            who.id in self._first,
            battery=has_low_battery(who, state),
        )

    @Slot()
    def _show_letters(self) -> None:
        rest = [who.name for who in self._order[len(self._first) :]]
        self._groups = letter_groups(rest, self._room[0]) if self.paged.several else []
        here = max(0, self.paged.in_view.start - len(self._first))
        self.letter_rows.show(letter_rows(self._groups, here))

    # -- what QML reads --------------------------------------------------------------------------

    @Property(Paged, notify=never)
    def people(self) -> Paged:
        return self.paged

    @Property(Rows, notify=never)
    def straps(self) -> Rows:
        return self.strap_rows

    @Property(Rows, notify=never)
    def letters(self) -> Rows:
        return self.letter_rows

    @Property(bool, notify=changed)
    def hasStraps(self) -> bool:
        return self._has_straps
