"""A coach is made, or gets another PIN: the name, the PIN, and the PIN once more."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.coaches import ADMIN_SHORTEST, LONGEST, SHORTEST, pin_refusal
from screens.app_port import KioskApp
from screens.errands import Errand
from screens.keyboard_model import KeyboardModel
from screens.pin_pad import PadFace, PinPadModel
from screens.tongue import said, tr
from screens.walk_model import WalkModel

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1

MOST_LETTERS = 40


class Step(StrEnum):
    """What is asked for."""

    NAME = "name"
    PIN = "pin"
    AGAIN = "again"


@QmlElement
class CoachFormModel(QObject):
    """Open from `open` until what was written is on the disk, or somebody goes back."""

    changed = Signal()

    def __init__(
        self, app: KioskApp, walk: WalkModel, done: Callable[[], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._walk = walk
        self._done = done
        self.is_open = False
        self._errand = Errand(app)
        self._forget()
        self.keyboard_model = KeyboardModel(self._takes_taps, self)
        self.keyboard_model.edited.connect(self._typed)
        self.keyboard_model.onward.connect(self.forward)
        self.pad_model = PinPadModel(self._takes_taps, self._entered, self)

    def open(self, coach_id: int | None = None, name: str = "") -> None:
        """For a new coach; or with an id, for another PIN of this one."""
        self._forget()
        self.is_open = True
        self._coach_id, self._name = coach_id, name
        self._step = Step.NAME if coach_id is None else Step.PIN
        self._begin()

    def ask(
        self, prompt: str, keep: Callable[[str], None], answer: Callable[[], str | None]
    ) -> None:
        """For the administrator's PIN alone, which `keep` writes; `answer` as an Errand's."""
        self._forget()
        self.is_open = True
        self._step, self._prompt, self._kept = Step.PIN, prompt, (keep, answer)
        self._begin()

    def _begin(self) -> None:
        self.keyboard_model.begin("", MOST_LETTERS)
        self.keyboard_model.lead(on=False)
        self.pad_model.clear()
        self._walk.hold()
        self._show()

    def close(self) -> None:
        """Nothing is left of what was typed."""
        if self.is_open:
            self._forget()
            self.is_open = False
            self.pad_model.clear()
            self._walk.hold()
            self.changed.emit()

    def refresh(self) -> None:
        """Follows the answer, and the language that is spoken by now."""
        if not self._errand.is_over():
            if self.is_open and not self.naming:
                self.pad_model.show(self._face())
            return
        if self._errand.trouble:
            self._refuse(self._errand.trouble)
        else:
            self.close()
            self._done()

    # -- taps ------------------------------------------------------------------------------------

    @Slot()
    def forward(self) -> None:
        """The name is written."""
        if self._step is Step.NAME and self._name.strip() and self._takes_taps():
            taken = {one.name.casefold() for one in self._app.coaches}
            if self._name.strip().casefold() in taken:
                self._trouble = tr("There is a coach of that name already: add a letter.")
            else:
                self._trouble = ""
                self._step = Step.PIN
                self._walk.hold()
            self._show()

    def back(self) -> bool:
        """One step back; False when there is none."""
        if self._step is Step.AGAIN:
            self._step = Step.PIN
        elif self._step is Step.PIN and self._coach_id is None and self._kept is None:
            self._step = Step.NAME
            self.keyboard_model.begin(self._name, MOST_LETTERS)
        else:
            return False
        self._pin = self._trouble = ""
        self.pad_model.clear()
        self._walk.hold()
        self._show()
        return True

    # -- inside ----------------------------------------------------------------------------------

    def _forget(self) -> None:
        self._step = Step.NAME
        self._coach_id: int | None = None
        self._name = self._pin = self._trouble = self._prompt = ""
        self._kept: tuple[Callable[[str], None], Callable[[], str | None]] | None = None
        self._errand.clear()

    def _takes_taps(self) -> bool:
        return self.is_open and not self._errand.is_under_way and self._walk.is_settled()

    def _typed(self, text: str) -> None:
        self._name = text
        self._trouble = ""
        self.keyboard_model.lead(on=bool(text.strip()))
        self._show()

    def _entered(self, pin: str) -> None:
        if self._step is Step.PIN:
            self._trouble = pin_refusal(pin, self._shortest())
            if not self._trouble:
                self._pin, self._step = pin, Step.AGAIN
                self._walk.hold()
        elif pin == self._pin:
            self._save(pin)
        else:
            self._refuse(tr("The two were not the same: choose the PIN again."))
        self._show()

    def _save(self, pin: str) -> None:
        self._pin = ""
        self._trouble = ""
        if self._kept is not None:
            keep, answer = self._kept
            keep(pin)
            self._errand.run(answer)
            return
        if self._coach_id is None:
            self._app.add_coach(self._name.strip(), pin)
        else:
            self._app.change_pin(self._coach_id, pin)
        self._errand.run(self._answer)

    def _shortest(self) -> int:
        """Digits."""
        if self._kept is not None:
            return ADMIN_SHORTEST
        coach = next((one for one in self._app.coaches if one.id == self._coach_id), None)
        return SHORTEST if coach is None else coach.shortest

    def _answer(self) -> str | None:
        answer = self._app.coach_answer
        return None if answer is None else answer.refusal

    def _refuse(self, why: str) -> None:
        """From the PIN anew."""
        self._pin, self._step, self._trouble = "", Step.PIN, why
        self.pad_model.clear()
        self._show()

    def _show(self) -> None:
        self.pad_model.show(self._face())
        self.changed.emit()

    def _face(self) -> PadFace:
        again = self._step is Step.AGAIN
        waits = self._errand.is_under_way
        hint = tr(
            "{shortest} to {longest} digits, not the first that anybody would try.",
            shortest=self._shortest(),
            longest=LONGEST,
        )
        new = self._prompt or tr("A PIN for {name}", name=said(self._name.strip()))
        return PadFace(
            prompt=tr("The same PIN once more") if again else new,
            sentence=tr("Saving…") if waits else said(self._trouble) or ("" if again else hint),
            wrong=bool(self._trouble),
            closed=waits,
            least=self._shortest(),
        )

    # -- what QML reads --------------------------------------------------------------------------

    @Property(bool, notify=changed)
    def shown(self) -> bool:
        return self.is_open

    @Property(bool, notify=changed)
    def naming(self) -> bool:
        """The letters are shown, else the number pad."""
        return self._step is Step.NAME

    @Property(str, notify=changed)
    def name(self) -> str:
        return self._name

    @Property(str, notify=changed)
    def trouble(self) -> str:
        return said(self._trouble)

    @Property(KeyboardModel, notify=changed)
    def keyboard(self) -> KeyboardModel:
        return self.keyboard_model

    @Property(PinPadModel, notify=changed)
    def pad(self) -> PinPadModel:
        return self.pad_model
