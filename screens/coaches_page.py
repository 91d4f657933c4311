"""The coaches: who there are, one more, another PIN, and no longer a coach."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.coaches import Coach
from screens.app_port import KioskApp
from screens.coach_form import CoachFormModel
from screens.question import Question, QuestionModel
from screens.rows import Rows
from screens.sign_in_view import CoachRow, coach_rows
from screens.tongue import said, tr
from screens.walk import Page
from screens.walk_model import WalkModel

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1

_REMOVING = "remove coach"


@QmlElement
class CoachesModel(QObject):
    """One visit to the page."""

    changed = Signal()

    def __init__(
        self, app: KioskApp, walk: WalkModel, question: QuestionModel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._walk = walk
        self._question = question
        self._is_here = False
        self._chosen: int | None = None
        self._trouble = ""
        self._removes = False
        self._said: tuple[object, ...] = ()
        self.coach_rows = Rows(CoachRow, self)
        self.form_model = CoachFormModel(app, walk, self._written, self)
        walk.changed.connect(self.refresh)

    @Slot()
    def refresh(self) -> None:
        """Follows the list, and what became of the last change."""
        is_here = self._walk.walk.page is Page.COACHES
        if is_here != self._is_here:
            self._is_here = is_here
            self._question.withdraw(_REMOVING)
            self._said = ()  # what the page has read before may be of another visit
            self._chosen, self._trouble, self._removes = None, "", False
            self.form_model.close()
        if not is_here:
            return
        self.form_model.refresh()
        answer = self._app.coach_answer
        if self._removes and answer is not None:
            self._removes = False
            self._trouble = said(answer.refusal)
        self._show()

    # -- taps ------------------------------------------------------------------------------------

    @Slot(int)
    def choose(self, coach_id: int) -> None:
        """What can be done with this one; a second touch lets go of them."""
        if self._takes_taps() and self._coach(coach_id) is not None:
            self._chosen = None if self._chosen == coach_id else coach_id
            self._trouble = ""
            self._walk.hold()
            self._show()

    @Slot()
    def add(self) -> None:
        if self._takes_taps() and self._app.may_administer:
            self._chosen = None
            self.form_model.open()
            self._show()

    @Slot()
    def administer(self) -> None:
        """The first administrator's PIN; or a new recovery code, by the administrator."""
        if self._takes_taps() and (self.adminless or self.recodable):
            self._walk.go(Page.FIRST_RUN)

    @Slot()
    def changePin(self) -> None:
        coach = self._coach(self._chosen)
        if coach is not None and self.changeable and self._takes_taps():
            self.form_model.open(coach.id, coach.name)
            self._show()

    @Slot()
    def askRemove(self) -> None:
        """Nobody else can be made coach by whoever comes next, so the last one stays."""
        coach = self._coach(self._chosen)
        if coach is None or not self.removable or not self._takes_taps():
            return
        own = self._app.coach is not None and coach.id == self._app.coach.id
        body = tr("Their PIN does not work any more. Nothing that was recorded is lost.")
        if own:
            body = tr("That is you: you are signed out by it.")
        self._question.ask(
            Question(
                key=_REMOVING,
                title=tr("Remove {name} from the coaches?", name=coach.name),
                body=body,
                yes=tr("Yes, remove"),
                no=tr("No"),
                alarming=True,
                on_yes=lambda: self._remove(coach.id),
            )
        )

    @Slot()
    def back(self) -> None:
        if not self._walk.is_settled():
            return
        if self.form_model.is_open:
            if not self.form_model.back():
                self.form_model.close()
            self._show()
        else:
            self._walk.back()

    @Slot(int, str, result=bool)
    def physical(self, key: int, text: str) -> bool:
        """A key of a keyboard with a cable."""
        form = self.form_model
        if not form.is_open:
            return False
        return (form.keyboard_model if form.naming else form.pad_model).physical(key, text)

    # -- inside ----------------------------------------------------------------------------------

    def _takes_taps(self) -> bool:
        return self._is_here and not self.form_model.is_open and self._walk.is_settled()

    def _remove(self, coach_id: int) -> None:
        self._removes = True
        self._chosen = None
        self._app.remove_coach(coach_id)
        self.refresh()

    def _written(self) -> None:
        self._chosen = None
        self._show()

    def _coach(self, coach_id: int | None) -> Coach | None:
        return next((one for one in self._app.coaches if one.id == coach_id), None)

    def _show(self) -> None:
        coaches, now = self._app.coaches, self._app.state.now
        if self._coach(self._chosen) is None:
            self._chosen = None
        self.coach_rows.show(coach_rows(coaches, now, self._chosen))
        may = self._app.may_administer
        shown = (self._chosen, len(coaches), self.form_model.is_open, self._trouble, may)
        if shown != self._said:
            self._said = shown
            self.changed.emit()

    # -- what QML reads --------------------------------------------------------------------------

    @Property(Rows, notify=changed)
    def coaches(self) -> Rows:
        return self.coach_rows

    @Property(CoachFormModel, notify=changed)
    def form(self) -> CoachFormModel:
        return self.form_model

    @Property(bool, notify=changed)
    def forming(self) -> bool:
        return self.form_model.is_open

    @Property(str, notify=changed)
    def chosen(self) -> str:
        """The name of the one that was touched."""
        coach = self._coach(self._chosen)
        return "" if coach is None else said(coach.name)

    @Property(bool, notify=changed)
    def removable(self) -> bool:
        """Not the last one, and not who looks after the kiosk."""
        coach = self._coach(self._chosen)
        stays = coach is not None and coach.is_admin
        return self._app.may_administer and not stays and len(self._app.coaches) > 1

    @Property(bool, notify=changed)
    def addable(self) -> bool:
        return self._app.may_administer

    @Property(bool, notify=changed)
    def changeable(self) -> bool:
        """One's own PIN everybody may change."""
        own = self._app.coach is not None and self._app.coach.id == self._chosen
        return own or self._app.may_administer

    @Property(bool, notify=changed)
    def adminless(self) -> bool:
        """Nobody looks after the kiosk by a PIN of their own."""
        return self._app.admin is None

    @Property(bool, notify=changed)
    def recodable(self) -> bool:
        """The administrator has touched their own name."""
        coach = self._app.coach
        return coach is not None and coach.is_admin and coach.id == self._chosen

    @Property(str, notify=changed)
    def hint(self) -> str:
        """What can be done here, or why nothing can be done with whom was touched."""
        coach = self._coach(self._chosen)
        if coach is None:
            return tr("Touch a name to change the PIN or to remove somebody.")
        if not self.changeable:
            return tr("Only the administrator changes others' PINs, adds and removes coaches.")
        if len(self._app.coaches) == 1 and not coach.is_admin:
            return tr("The only coach stays: add another one first.")
        return said(coach.name)

    @Property(str, notify=changed)
    def trouble(self) -> str:
        return said(self._trouble)
