"""The shelf of the club's straps: to choose one in the middle of a session, and to look after."""

from collections.abc import Sequence

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.session.state import Phase
from kiosk.shelf import PoolStrap
from screens import shelf_view
from screens.app_port import KioskApp
from screens.errands import Errand
from screens.paged import Paged
from screens.question import Question, QuestionModel
from screens.roster_pages import StrapRow, strap_rows
from screens.rows import Rows
from screens.shelf_add import ShelfAddModel
from screens.shelf_view import PoolRow, Shelf, ShelfView
from screens.tongue import said, tr
from screens.walk import Page
from screens.walk_model import WalkModel

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1

_LIVE = (Phase.RUNNING, Phase.PAUSED)


@QmlElement
class ShelfModel(QObject):
    """One visit to the page. About an athlete, a touch lends; about nobody, it looks after."""

    changed = Signal()
    never = Signal()

    def __init__(
        self, app: KioskApp, walk: WalkModel, question: QuestionModel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._walk = walk
        self._question = question
        self.paged = Paged(PoolRow, walk, self)
        self.fresh_rows = Rows(StrapRow, self)
        self.view = ShelfView()
        self._errand = Errand(app)
        self.add_model = ShelfAddModel(app, walk, self._errand, self)
        self._fresh_room = 0
        self._arrived_at: float | None = None
        self._clear()
        walk.changed.connect(self.refresh)  # before the page is drawn for the first time

    @Slot()
    def refresh(self) -> None:
        """Follows the shelf and the straps on the air while the page is open."""
        walk = self._walk.walk
        if walk.page is not Page.SHELF:
            if self._arrived_at is not None:
                self._question.withdraw(_question_key(self._asking))
                self._arrived_at = None
            return
        if self._arrived_at != walk.changed_at:
            self._arrived_at = walk.changed_at
            self._clear()
        self._follow_errand()
        self.add_model.refresh()
        if self._walk.walk.page is Page.SHELF:
            self._show()

    @Slot(int)
    def fit(self, straps: int) -> None:
        """How many new straps there is room for."""
        self._fresh_room = max(0, straps)

    # -- taps ------------------------------------------------------------------------------------

    @Slot(int)
    def touchStrap(self, number: int) -> None:
        """Lends the strap to whom the page is about; with nobody, says what can be done with it."""
        strap = self._strap(number)
        if strap is None or not self._takes_taps():
            return
        athlete_id = self._walk.walk.athlete_id
        if athlete_id is None or strap.holder_id == athlete_id:
            self._chosen = None if self._chosen == number else number
            self._walk.hold()
            self._show()
        elif strap.holder_id is None:
            self._lend(number)
        else:
            self._ask_for(strap)

    @Slot(int)
    def askWear(self, device_number: int) -> None:
        """A strap of nobody that has just appeared: one more of their own, or only for today."""
        athlete_id = self._walk.walk.athlete_id
        if athlete_id is None or not self._takes_taps():
            return
        self._asking = device_number
        self._question.ask(
            Question(
                key=_question_key(device_number),
                title=tr("Is strap {number} your own?", number=device_number),
                body=tr("Your own is known the next time too."),
                yes=tr("Yes, remember it"),
                no=tr("Only for today"),
                on_yes=lambda: self._wear(athlete_id, device_number, own=True),
                on_no=lambda: self._wear(athlete_id, device_number, own=False),
            )
        )

    @Slot()
    def giveBack(self) -> None:
        strap = self._strap(self._chosen)
        if strap is not None and strap.holder_id is not None and self._takes_taps():
            number = strap.number
            self._errand.shelf(self._app.give_back(number))
            self._show()

    @Slot()
    def askDrop(self) -> None:
        """Off the shelf for good: a strap that is lost or broken. A coach's decision."""
        strap = self._strap(self._chosen)
        if strap is not None and self._takes_taps():
            self._walk.guard(lambda: self._ask_drop(strap.number))

    def _ask_drop(self, number: int) -> None:
        self._return()
        self._asking = number
        self._question.ask(
            Question(
                key=_question_key(number),
                title=tr("Remove strap {number} from the shelf for good?", number=number),
                body=tr("It can be added again later. What was recorded with it is kept."),
                yes=tr("Yes, remove it"),
                no=tr("No"),
                alarming=True,
                on_yes=lambda: self._drop(number),
            )
        )

    @Slot()
    def closeStrap(self) -> None:
        if self._walk.is_settled():
            self._chosen = None
            self._walk.hold()
            self._show()

    @Slot()
    def addStrap(self) -> None:
        """The way to give one of the straps on the air its number; a coach's, too."""
        if self._takes_taps() and self._walk.walk.athlete_id is None:
            self._walk.guard(self._open_add)

    def _open_add(self) -> None:
        self._return()
        self._chosen = None
        self.add_model.open()
        self._show()

    def _return(self) -> None:
        """From the PIN."""
        if self._walk.walk.page is not Page.SHELF:
            self._walk.go(Page.SHELF)

    @Slot()
    def goBack(self) -> None:
        """From adding to the shelf, from the shelf to where one came from."""
        if not self._walk.is_settled():
            return
        if self.add_model.is_open:
            self.add_model.close()
            self._show()
        else:
            self._walk.back()

    # -- inside ----------------------------------------------------------------------------------

    def _clear(self) -> None:
        self.paged.to_start()
        self._chosen: int | None = None
        self._asking: int | None = None
        self._errand.clear()
        self.add_model.close()

    def _takes_taps(self) -> bool:
        return not self._errand.is_under_way and self._walk.is_settled()

    def _strap(self, number: int | None) -> PoolStrap | None:
        return next((strap for strap in self._app.pool if strap.number == number), None)

    def _lend(self, number: int) -> None:
        athlete_id = self._walk.walk.athlete_id
        if athlete_id is not None and not self._errand.is_under_way:
            self._chosen = None
            self._errand.shelf(self._app.lend(number, athlete_id))
            self._show()

    def _wear(self, athlete_id: int, device_number: int, *, own: bool) -> None:
        if own:
            self._app.remember_strap(athlete_id, device_number)
        self._app.wear(athlete_id, device_number)
        self._walk.back()

    def _ask_for(self, strap: PoolStrap) -> None:
        """Somebody else has it: it may lie on the shelf all the same, but that is for people."""
        number = self._asking = strap.number
        who = self._app.state.participants.get(strap.holder_id or 0)
        name = shelf_view.holder_name(strap, self._shelf())
        trains = who is not None and who.phase in _LIVE and who.strap == strap.device_number
        body = tr("{name} has not given it back.", name=name)
        if trains:
            body = tr("{name} is training with it now!", name=name)
        self._question.ask(
            Question(
                key=_question_key(number),
                title=tr("Take strap {number} from {name}?", number=number, name=name),
                body=body,
                yes=tr("Yes, I have it"),
                no=tr("No"),
                on_yes=lambda: self._lend(number),
            )
        )

    def _drop(self, number: int) -> None:
        if not self._errand.is_under_way:
            self._errand.shelf(self._app.drop_pool_strap(number))
            self._show()

    def _follow_errand(self) -> None:
        """Lending leads back to where one came from; everything else stays on the page."""
        if not self._errand.is_done():
            return
        athlete_id, chosen = self._walk.walk.athlete_id, self._chosen
        self._chosen = None
        if athlete_id is not None and chosen is None:
            self._walk.back()
        else:
            self.add_model.close()
            self._walk.hold()

    def _shelf(self) -> Shelf:
        people = {who.id: who.name for who in self._app.people}
        here = {who.athlete.id: who.athlete.name for who in self._app.state.participants.values()}
        return Shelf(
            self._app.state, people | here, self._app.days_since, self._walk.walk.athlete_id
        )

    def _show(self) -> None:
        app, shelf, pool = self._app, self._shelf(), sorted(self._app.pool, key=_number_of)
        self.paged.show_each(pool, lambda one: shelf_view.row_of(one, shelf, self._chosen))
        fresh = strap_rows(app.new_straps() if shelf.athlete_id is not None else ())
        fresh = fresh[: self._fresh_room]
        self.fresh_rows.show(fresh)
        view = self._view_now(shelf, pool, fresh)
        if view != self.view:
            self.view = view
            self.changed.emit()

    def _view_now(
        self, shelf: Shelf, pool: list[PoolStrap], fresh: Sequence[StrapRow]
    ) -> ShelfView:
        chooses, chosen = shelf.athlete_id is not None, self._strap(self._chosen)
        title = tr("Which strap, {name}?", name=shelf.names.get(shelf.athlete_id or 0, ""))
        touched = ""
        if chosen is not None:
            what = self._said_of(chosen, shelf)
            touched = tr("Strap {number}: {what}", number=chosen.number, what=what)
        return ShelfView(
            title=tr("Add a strap")
            if self.add_model.is_open
            else title
            if chooses
            else tr("Club straps"),
            chooses=chooses,
            notices=(said(self._errand.trouble),) if self._errand.trouble else (),
            empty=shelf_view.nothing_there(pool, chooses=chooses),
            chosen=touched,
            taken=chosen is not None and chosen.holder_id is not None,
            adding=self.add_model.is_open,
            pending=self._errand.is_under_way,
            has_fresh=bool(fresh),
        )

    def _said_of(self, strap: PoolStrap, shelf: Shelf) -> str:
        mine = shelf.athlete_id is not None and strap.holder_id == shelf.athlete_id
        return tr("you have it") if mine else shelf_view.holder(strap, shelf)

    # -- what QML reads --------------------------------------------------------------------------

    @Property(Paged, notify=never)
    def straps(self) -> Paged:
        return self.paged

    @Property(Rows, notify=never)
    def fresh(self) -> Rows:
        """Straps of nobody that have just appeared, to wear."""
        return self.fresh_rows

    @Property(ShelfAddModel, notify=changed)
    def add(self) -> ShelfAddModel:
        return self.add_model

    @Property(bool, notify=changed)
    def hasFresh(self) -> bool:
        return self.view.has_fresh

    @Property(str, notify=changed)
    def title(self) -> str:
        return self.view.title

    @Property(bool, notify=changed)
    def chooses(self) -> bool:
        return self.view.chooses

    @Property("QStringList", notify=changed)  # pyright: ignore[reportArgumentType]
    def notices(self) -> list[str]:
        return list(self.view.notices)

    @Property(str, notify=changed)
    def empty(self) -> str:
        return self.view.empty

    @Property(str, notify=changed)
    def chosen(self) -> str:
        return self.view.chosen

    @Property(bool, notify=changed)
    def taken(self) -> bool:
        return self.view.taken

    @Property(bool, notify=changed)
    def adding(self) -> bool:
        return self.view.adding

    @Property(bool, notify=changed)
    def pending(self) -> bool:
        return self.view.pending


def _number_of(strap: PoolStrap) -> int:
    return strap.number


def _question_key(number: int | None) -> str:
    return f"shelf {number}"
