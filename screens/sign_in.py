"""Signing in: whose PIN, the PIN, and what came of it; or the first coach of all."""

from collections.abc import Sequence

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.coaches import Coach
from screens.app_port import KioskApp
from screens.coach_form import CoachFormModel
from screens.errands import Errand
from screens.pin_pad import PadFace, PinPadModel
from screens.rows import Rows
from screens.sign_in_view import CoachRow, coach_rows, pad_face
from screens.tongue import said
from screens.walk import Page
from screens.walk_model import WalkModel

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class SignInModel(QObject):
    """One visit to the page; leaving it forgets what was typed, and nobody is signed in later."""

    changed = Signal()

    def __init__(self, app: KioskApp, walk: WalkModel, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._walk = walk
        self._is_here = False
        self._chosen: int | None = None
        self._errand = Errand(app)
        self._said: tuple[object, ...] = ()
        self.coach_rows = Rows(CoachRow, self)
        self.pad_model = PinPadModel(self._takes_taps, self._entered, self)
        self.form_model = CoachFormModel(app, walk, self._follow, self)
        walk.changed.connect(self.refresh)

    @Slot()
    def refresh(self) -> None:
        """Follows the locks, and the answer to what was typed."""
        is_here = self._walk.walk.page is Page.SIGN_IN
        if is_here != self._is_here:
            self._is_here = is_here
            if not is_here and self._app.coach is None:
                self._app.sign_out()  # whoever has gone is not signed in by an answer
            self._begin()
        if is_here:
            self.form_model.refresh()
            self._follow()

    # -- taps ------------------------------------------------------------------------------------

    @Slot(int)
    def choose(self, coach_id: int) -> None:
        """This one is me."""
        if self._coach(coach_id) is not None and self._walk.is_settled():
            self._chosen = coach_id
            self.pad_model.clear()
            self._walk.hold()
            self._follow()

    @Slot()
    def makeFirst(self) -> None:
        """There is no coach yet."""
        if not self._app.coaches and self._walk.is_settled():
            self.form_model.open()
            self.changed.emit()

    @Slot()
    def back(self) -> None:
        """From the PIN to the names, from the names to where one came from."""
        if not self._walk.is_settled():
            return
        if self.form_model.is_open:
            if not self.form_model.back():
                self.form_model.close()
        elif self._chosen is not None and len(self._coaches()) > 1:
            self._begin()
            self._walk.hold()
        else:
            self._walk.back()
        self.refresh()

    @Slot()
    def forgot(self) -> None:
        """The administrator's PIN is lost: a stick with the recovery code gives another."""
        if self.forgettable and self._walk.is_settled():
            self._walk.go(Page.FIRST_RUN)

    @Slot(int, str, result=bool)
    def physical(self, key: int, text: str) -> bool:
        """A key of a keyboard with a cable."""
        if self.form_model.is_open and self.form_model.naming:
            return self.form_model.keyboard_model.physical(key, text)
        pad = self.form_model.pad_model if self.form_model.is_open else self.pad_model
        return pad.physical(key, text)

    # -- inside ----------------------------------------------------------------------------------

    def _begin(self) -> None:
        self._said = ()  # what the page has read before may be of another visit
        self._chosen = None
        self._errand.clear()
        self.pad_model.clear()
        self.pad_model.show(PadFace())
        self.form_model.close()

    def _takes_taps(self) -> bool:
        return self._is_here and not self._errand.is_under_way and self._walk.is_settled()

    def _entered(self, pin: str) -> None:
        if self._chosen is not None:
            self._app.sign_in(self._chosen, pin)
            self._errand.run(self._answer)
            self._follow()

    def _follow(self) -> None:
        app, now = self._app, self._app.state.now
        if app.coach is not None and not self.form_model.is_open:
            self._errand.clear()
            self._walk.signed_in()
            return
        self._errand.is_over()
        coaches = self._coaches()
        if self._chosen is None and len(coaches) == 1:
            self._chosen = coaches[0].id
        coach = self._coach(self._chosen)
        if coach is None:
            self._chosen = None
        else:
            waits, trouble = self._errand.is_under_way, said(self._errand.trouble)
            self.pad_model.show(
                pad_face(coach, app.sign_in_answer, now, waits=waits, trouble=trouble)
            )
        self.coach_rows.show(coach_rows(coaches, now))
        shown = (self._chosen, len(coaches), self.form_model.is_open, app.state.stopped)
        if shown != self._said:
            self._said = shown
            self.changed.emit()

    def _answer(self) -> str | None:
        answer = self._app.sign_in_answer
        return None if answer is None else answer.refusal

    def _coaches(self) -> Sequence[Coach]:
        """Whose PIN leads on."""
        coaches = self._app.coaches
        return [one for one in coaches if one.is_admin or not self._walk.wants_admin]

    def _coach(self, coach_id: int | None) -> Coach | None:
        return next((one for one in self._app.coaches if one.id == coach_id), None)

    # -- what QML reads --------------------------------------------------------------------------

    @Property(Rows, notify=changed)
    def coaches(self) -> Rows:
        return self.coach_rows

    @Property(PinPadModel, notify=changed)
    def pad(self) -> PinPadModel:
        return self.pad_model

    @Property(CoachFormModel, notify=changed)
    def form(self) -> CoachFormModel:
        return self.form_model

    @Property(str, notify=changed)
    def part(self) -> str:
        """ "first": there is no coach yet; "form": one is being made; "who", "pin"."""
        if self.form_model.is_open:
            return "form"
        if not self._app.coaches:
            return "first"
        return "who" if self._chosen is None else "pin"

    @Property(bool, notify=changed)
    def forgettable(self) -> bool:
        """This is the administrator, whom nobody else gives another PIN."""
        coach = self._coach(self._chosen)
        return coach is not None and coach.is_admin and not self.form_model.is_open

    @Property(bool, notify=changed)
    def stopped(self) -> bool:
        """Everybody has been stopped, and waits for whoever signs in."""
        return self._app.state.stopped
