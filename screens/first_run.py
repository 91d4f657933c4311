"""The first start: language, club, clock, the administrator's PIN and the code that recovers it."""

from typing import Final

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.choices import CLUB_LETTERS
from kiosk.session.state import Phase
from screens.app_port import KioskApp
from screens.coach_form import CoachFormModel
from screens.first_run_view import FirstRunFace, Part, Way, face, parts
from screens.keyboard_model import KeyboardModel
from screens.tongue import said, tr
from screens.walk import Page
from screens.walk_model import WalkModel

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1

_CHOICES: Final = {"language": ("en", "de"), "units": ("metric", "imperial")}


@QmlElement
class FirstRunModel(QObject):
    """One visit. From home it is the whole set-up, from the coaches' page the PIN or a new code,
    from the sign-in a PIN by the recovery code.
    """

    changed = Signal()

    def __init__(self, app: KioskApp, walk: WalkModel, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._walk = walk
        self._is_here = self._is_postponed = False
        self._way: Way = "set-up"
        self._parts: tuple[Part, ...] = ("pin", "code")
        self._at = 0
        self._club = ""
        self._face = FirstRunFace("", "", "")
        self._said: tuple[object, ...] = ()
        self.keyboard_model = KeyboardModel(self._takes_taps, self)
        self.keyboard_model.edited.connect(self._typed)
        self.keyboard_model.onward.connect(self.forward)
        self.form_model = CoachFormModel(app, walk, self._pin_kept, self)
        walk.changed.connect(self.refresh)

    @Slot()
    def refresh(self) -> None:
        """Comes by itself while nobody has set this kiosk up, and nobody trains."""
        here = self._walk.walk.page is Page.FIRST_RUN
        idle = not any(who.phase is not Phase.LEFT for who in self._app.state.participants.values())
        if not here and self._app.is_new and not self._is_postponed and idle:
            if self._walk.walk.page is Page.GROUP:
                self._walk.go(Page.FIRST_RUN)
            return
        if here != self._is_here:
            self._is_here = here
            self._begin() if here else self._end()
        if here:
            self.form_model.refresh()
            self._show()

    # -- taps ------------------------------------------------------------------------------------

    @Slot(str, str)
    def choose(self, key: str, value: str) -> None:
        """A language or units."""
        if self._part == "language" and value in _CHOICES.get(key, ()) and self._takes_taps():
            self._app.choose(key, value)
            self._show()

    @Slot()
    def forward(self) -> None:
        """On to the next part, or out."""
        if not self._takes_taps() or self._part == "pin":
            return
        if self._part == "club" and self._club.strip():
            self._app.choose("club_name", self._club.strip())
        if self._part == "code":
            if self._code():
                self._leave()
            return
        if self._part == "recover" and self._app.coach_desk.stick_folder is None:
            return
        self._go(self._at + 1)

    @Slot()
    def back(self) -> None:
        """One part back; from the first to where one came from: at a first start, later."""
        if not self._walk.is_settled():
            return
        if self._part == "pin" and self.form_model.back():
            self._show()
        elif self._at == 0 or self._part == "code":
            if self._part == "code":
                self._leave()
                return
            self._is_postponed = self._way == "set-up"
            self._walk.back()
        else:
            self._go(self._at - 1)

    @Slot()
    def again(self) -> None:
        """The code could not be made."""
        if self._part == "code" and self.trouble and self._takes_taps():
            self._app.new_code()
            self._show()

    @Slot(int, str, result=bool)
    def physical(self, key: int, text: str) -> bool:
        """A key of a keyboard with a cable."""
        if self._part == "club":
            return self.keyboard_model.physical(key, text)
        return self._part == "pin" and self.form_model.pad_model.physical(key, text)

    # -- inside ----------------------------------------------------------------------------------

    @property
    def _part(self) -> Part:
        return self._parts[min(self._at, len(self._parts) - 1)]

    def _begin(self) -> None:
        app, came_from = self._app, self._walk.walk.came_from
        if came_from is Page.COACHES:
            self._way = "admin" if app.admin is None else "code"
        elif app.admin is not None:
            self._way = "recover"
        else:
            self._way = "admin" if app.coaches else "set-up"
        self._parts = parts(self._way, app.configured)
        self._club = app.choices.club_name
        self._go(0)

    def _end(self) -> None:
        """Nothing is left of a code or a PIN."""
        self._app.code_read()
        self.form_model.close()
        self._said = ()

    def _takes_taps(self) -> bool:
        return self._is_here and self._walk.is_settled()

    def _go(self, at: int) -> None:
        self._at = at
        self._walk.hold()
        if self._part == "pin":
            self._ask_pin()
        else:
            self.form_model.close()
        if self._part == "club":
            self.keyboard_model.begin(self._club, CLUB_LETTERS)
            self.keyboard_model.lead(on=True)
        if self._part == "code" and self._way != "recover":
            self._app.new_code()
        self._show()

    def _ask_pin(self) -> None:
        prompt = tr("A PIN for whoever looks after this kiosk")
        if self._way == "recover":
            prompt = tr("The administrator’s new PIN")
            self.form_model.ask(prompt, self._recover, self._recovered)
        else:
            self.form_model.ask(prompt, self._app.make_admin, self._made)

    def _recover(self, pin: str) -> None:
        self._app.recover(self._app.coach_desk.stick_folder, pin)

    def _recovered(self) -> str | None:
        answer = self._app.code_answer
        return None if answer is None else answer.refusal

    def _made(self) -> str | None:
        answer = self._app.coach_answer
        return None if answer is None else answer.refusal

    def _pin_kept(self) -> None:
        if self._way == "set-up":
            self._app.choose("is_set_up", value=True)
        self._go(self._at + 1)

    def _code(self) -> str:
        answer = self._app.code_answer
        return "" if answer is None or self._part != "code" else answer.code

    def _typed(self, text: str) -> None:
        self._club = text
        self._show()

    def _leave(self) -> None:
        """The code is known to nobody but whoever has written it down."""
        self._app.code_read()
        if self._way == "set-up":
            self._app.sign_out()
            self._walk.home()
        else:
            self._walk.back()

    def _show(self) -> None:
        app = self._app
        self._face = face(
            self._way,
            self._part,
            self._parts,
            app.today(),
            self._code(),
            has_stick=app.coach_desk.stick_folder is not None,
        )
        choices = app.choices
        shown = (self._at, self._face, self._club, self.trouble, choices.language, choices.units)
        if (*shown, app.clock_text()) != self._said:
            self._said = (*shown, app.clock_text())
            self.changed.emit()

    # -- what QML reads --------------------------------------------------------------------------

    @Property(str, notify=changed)
    def part(self) -> str:
        return self._part

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._face.title

    @Property(str, notify=changed)
    def sentence(self) -> str:
        return self._face.sentence

    @Property(str, notify=changed)
    def onward(self) -> str:
        return self._face.onward

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        """The button that leads on can be pressed."""
        return self._part != "recover" or self._app.coach_desk.stick_folder is not None

    @Property(str, notify=changed)
    def clock(self) -> str:
        return said(self._app.clock_text())

    @Property(str, notify=changed)
    def club(self) -> str:
        return self._club

    @Property(str, notify=changed)
    def language(self) -> str:
        return self._app.choices.language

    @Property(str, notify=changed)
    def units(self) -> str:
        return self._app.choices.units

    @Property(str, notify=changed)
    def code(self) -> str:
        """The recovery code, while this page is open."""
        return self._code()

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """Why there is no code."""
        answer = self._app.code_answer
        return "" if answer is None or self._part != "code" else said(answer.refusal)

    @Property(KeyboardModel, notify=changed)
    def keyboard(self) -> KeyboardModel:
        return self.keyboard_model

    @Property(CoachFormModel, notify=changed)
    def form(self) -> CoachFormModel:
        return self.form_model
