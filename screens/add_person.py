"""A new person on the roster: what is typed, what is asked of the shell, and what came of it."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app import PersonWanted
from screens import add_view
from screens.add_view import AddView, FieldFace
from screens.app_port import KioskApp
from screens.errands import Errand
from screens.keyboard_model import KeyboardModel
from screens.person_form import LIMITS, Field, PersonForm, field_of, together_with
from screens.question import Question, QuestionModel
from screens.rows import Rows
from screens.strap_choice import StrapSeats, StrapTile
from screens.tongue import said, tr
from screens.walk import Page
from screens.walk_model import WalkModel

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1

SETTLE_S = 0.4
"""After the keys have given way to something else by themselves, the second tap of a double tap
must not hit what came in their place."""
_SHARING = "shared strap"


@QmlElement
class AddPersonModel(QObject):
    """One visit to the page; arriving begins a new one, leaving forgets what was typed."""

    changed = Signal()

    def __init__(
        self, app: KioskApp, walk: WalkModel, question: QuestionModel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._walk = walk
        self._question = question
        self.keyboard_model = KeyboardModel(self._takes_taps, self)
        self.field_rows = Rows(FieldFace, self)
        self.strap_rows = Rows(StrapTile, self)
        self.view = AddView()
        self._seats = StrapSeats()
        self._errand = Errand(app)
        self._is_here = False
        self._clear()
        walk.changed.connect(self._follow_walk)
        self.keyboard_model.edited.connect(self._typed)
        self.keyboard_model.onward.connect(self._go_on)

    def refresh(self) -> None:
        """Follows the straps on the air, and the roster's answer."""
        if not self._is_here:
            return
        self._seats.follow(self._app.new_straps(), self._app.state.now)
        if self._errand.is_over():
            self._take_answer()
        if self._is_here:
            self._show()

    # -- arriving and leaving --------------------------------------------------------------------

    def _follow_walk(self) -> None:
        is_here = self._walk.walk.page is Page.ADD
        if is_here != self._is_here:
            self._is_here = is_here
            self._question.withdraw(_SHARING)
            self._clear()

    def _clear(self) -> None:
        self.form = PersonForm()
        self._types_strap = False
        self._complaints: dict[Field, str] = {}
        self._trouble = ""
        self._errand.clear()
        self._moved_at = -SETTLE_S
        self._seats.clear()
        strap = self._walk.walk.strap
        if strap is not None:
            self.form.texts[Field.STRAP] = str(strap)
        self._open(Field.NAME)

    # -- taps ------------------------------------------------------------------------------------

    @Slot(str)
    def edit(self, name: str) -> None:
        """The field that the keys are for from now on."""
        if not self._errand.is_under_way and self._walk.is_settled():
            self._leave_field()
            self._types_strap = False
            self._open(Field(name))

    @Slot(int)
    def chooseStrap(self, number: int) -> None:
        if self._takes_taps() and number > 0:
            self._set_strap(str(number), none=False)

    @Slot()
    def noStrap(self) -> None:
        """There is none yet: it can be added another day."""
        if self._takes_taps():
            self._set_strap("", none=True)

    @Slot()
    def typeStrap(self) -> None:
        """The strap's number by hand, on the number pad."""
        if self._takes_taps():
            self._types_strap = True
            self._move_on(Field.STRAP)

    @Slot()
    def save(self) -> None:
        """Asks for the person to be put on the roster, once until there is an answer."""
        if not self._errand.is_under_way and self.form.name and self._walk.is_settled():
            self._complaints.clear()
            self._trouble = ""
            wanted = self.form.wanted()
            self._app.add_person(wanted)
            self._errand.run(lambda: self._answer_to(wanted))
            self._show()

    @Slot()
    def cancel(self) -> None:
        """Away, and nothing is left of what was typed."""
        if not self._errand.is_under_way and self._walk.is_settled():
            self._walk.back()

    @Slot(int, str, result=bool)
    def physical(self, key: int, text: str) -> bool:
        """A key of a keyboard with a cable; says whether it was one for us."""
        self._walk.touch()
        if self.view.choosing:
            if not (text.isascii() and text.isdigit()):
                return False
            self.typeStrap()
            self._moved_at = -SETTLE_S  # a key cannot hit what came in its place
        return self.keyboard_model.physical(key, text)

    # -- from field to field ---------------------------------------------------------------------

    def _takes_taps(self) -> bool:
        is_still = self._app.state.now >= self._moved_at + SETTLE_S
        return not self._errand.is_under_way and is_still and self._walk.is_settled()

    def _typed(self, text: str) -> None:
        self.form.texts[self._active] = text
        if self._active is Field.STRAP:
            self.form.no_strap = False
        for which in together_with(self._active):
            self._complaints.pop(which, None)
        self._trouble = ""
        self._show()

    def _go_on(self) -> None:
        """The Next key: on, unless something about this field has to be said first."""
        said_before = self._active in self._complaints
        self._leave_field()
        if self._active in self._complaints and not said_before:
            self._show()
            return
        self._types_strap = False
        self._move_on(self.form.after(self._active))

    def _leave_field(self) -> None:
        sentence = self.form.complaint(self._active, self._app.people)
        if sentence:
            self._complaints[self._active] = sentence
        if self._active is Field.STRAP:
            self._ask_whether_they_share()

    def _ask_whether_they_share(self) -> None:
        """Two people may bring the same strap, and one number in twenty bits may be two straps."""
        owner = self.form.owner_of_strap(self._app.people)
        if owner is None:
            return
        strap = self.form.texts[Field.STRAP]
        self._question.ask(
            Question(
                key=_SHARING,
                title=tr(
                    "Strap {strap} is {name}’s. Is it yours too?", strap=strap, name=owner.name
                ),
                body=tr("The kiosk then asks whose it is when it comes on."),
                yes=tr("Yes, we share it"),
                no=tr("No, another one"),
                on_yes=lambda: self._share(strap),
            )
        )

    def _share(self, strap: str) -> None:
        self.form.shared = strap
        self._complaints.pop(Field.STRAP, None)
        if self._active is Field.STRAP:
            self._types_strap = False
            self._move_on(self.form.after(Field.STRAP))
        self._show()

    def _set_strap(self, number: str, *, none: bool) -> None:
        self.form.texts[Field.STRAP] = number
        self.form.no_strap = none
        self._complaints.pop(Field.STRAP, None)
        self._move_on(Field.BIRTH_YEAR if self.form.name else Field.NAME)

    def _move_on(self, onward: Field) -> None:
        self._moved_at = self._app.state.now
        self._open(onward)

    def _open(self, which: Field) -> None:
        self._active = which
        self.keyboard_model.begin(
            self.form.texts[which], LIMITS[which], digits=which is not Field.NAME
        )
        self._show()

    # -- the answer ------------------------------------------------------------------------------

    def _answer_to(self, wanted: PersonWanted) -> str | None:
        answer = self._app.person_answer
        return None if answer is None or answer.wanted != wanted else answer.refusal

    def _take_answer(self) -> None:
        answer = self._app.person_answer
        if self._errand.trouble:
            self._refuse(self._errand.trouble)
        elif answer is not None and answer.athlete is not None:
            self._app.tap_in(answer.athlete.id)
            self._walk.go(Page.CHOOSE, athlete_id=answer.athlete.id)

    def _refuse(self, sentence: str) -> None:
        """Says why not, at the field that it is about; everything typed stays."""
        about = field_of(sentence)
        if about is None:
            self._trouble = sentence
            return
        self._complaints[about] = sentence
        tile = any(str(seat) == self.form.texts[Field.STRAP] for seat in self._seats.numbers)
        self._types_strap = about is Field.STRAP and not tile
        self._open(about)
        if about is Field.STRAP:
            self._ask_whether_they_share()

    # -- what is shown ---------------------------------------------------------------------------

    def _show(self) -> None:
        strap = self.form.texts[Field.STRAP]
        tiles = self._seats.tiles(self._app.state.now, int(strap) if strap else None)
        self.strap_rows.show(tiles)
        self.field_rows.show(add_view.faces(self.form, self._active, self._complaints))
        view = self._view_now()
        self.keyboard_model.lead(on=view.savable and not view.complete)
        if view != self.view:
            self.view = view
            self.changed.emit()

    def _view_now(self) -> AddView:
        choosing = self._active is Field.STRAP and not self._types_strap
        refusal = self._trouble or self._complaints.get(self._active, "")
        saving = self._errand.is_under_way
        if saving:
            hint = tr("One moment…")
        elif choosing:
            hint = add_view.strap_prompt(len(self._seats.numbers), self._seats.more)
        else:
            hint = add_view.prompt(self.form, self._active)
        return AddView(
            prompt=said(refusal) or hint,
            refused=refusal != "",
            choosing=choosing,
            saving=saving,
            savable=not saving and self.form.name != "",
            complete=self.form.is_complete() and not self._complaints,
        )

    # -- what QML reads --------------------------------------------------------------------------

    @Property(KeyboardModel, notify=changed)
    def keyboard(self) -> KeyboardModel:
        return self.keyboard_model

    @Property(Rows, notify=changed)
    def fields(self) -> Rows:
        return self.field_rows

    @Property(Rows, notify=changed)
    def straps(self) -> Rows:
        return self.strap_rows

    @Property(bool, notify=changed)
    def choosing(self) -> bool:
        return self.view.choosing

    @Property(str, notify=changed)
    def prompt(self) -> str:
        return self.view.prompt

    @Property(bool, notify=changed)
    def refused(self) -> bool:
        return self.view.refused

    @Property(str, notify=changed)
    def consent(self) -> str:
        return add_view.consent()

    @Property(bool, notify=changed)
    def saving(self) -> bool:
        return self.view.saving

    @Property(bool, notify=changed)
    def savable(self) -> bool:
        return self.view.savable

    @Property(bool, notify=changed)
    def complete(self) -> bool:
        """Saving is what to do next."""
        return self.view.complete

    @Property(str, notify=changed)
    def saveLabel(self) -> str:
        return tr("saving…") if self.view.saving else add_view.save_label()
