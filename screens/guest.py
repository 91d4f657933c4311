"""The guests' page: a strap of the club's and one touch, or a name, to stay for good."""

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app import PersonAnswer
from screens import guest_view
from screens.app_port import KioskApp
from screens.errands import Errand
from screens.guest_view import GuestStrap, GuestView
from screens.keyboard_model import KeyboardModel
from screens.paged import Paged
from screens.person_form import LIMITS, Field
from screens.tongue import said, tr
from screens.walk import Page
from screens.walk_model import WalkModel

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class GuestModel(QObject):
    """One visit to the page; about an athlete it is a guest who gives a name, to stay."""

    changed = Signal()
    never = Signal()

    def __init__(self, app: KioskApp, walk: WalkModel, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._walk = walk
        self.keyboard_model = KeyboardModel(self._takes_taps, self)
        self.paged = Paged(GuestStrap, walk, self)
        self.view = GuestView()
        self._errand = Errand(app)
        self._arrived_at: float | None = None
        self._clear()
        walk.changed.connect(self.refresh)  # before the page is drawn for the first time
        self.keyboard_model.edited.connect(self._typed)
        self.keyboard_model.onward.connect(self.stay)

    @Slot()
    def refresh(self) -> None:
        """Follows the straps on the air, and the roster's answer."""
        walk = self._walk.walk
        if walk.page is not Page.GUEST:
            self._arrived_at = None
            return
        if self._arrived_at != walk.changed_at:
            self._arrived_at = walk.changed_at
            self._clear()
        if self._errand.is_done():
            self._go_on()
        if walk.page is Page.GUEST:
            self._show()

    def _clear(self) -> None:
        self._errand.clear()
        self._applies = False
        self._name = ""
        self.paged.to_start()
        self._standing: list[int] = []
        self.keyboard_model.begin("", LIMITS[Field.NAME], digits=False)

    # -- taps ------------------------------------------------------------------------------------

    @Slot(int)
    def choose(self, number: int) -> None:
        """This strap; the touch agrees and answers."""
        if self._takes_taps() and number > 0:
            self._ask(lambda: self._app.add_guest(number, is_ready=not self._applies))

    @Slot()
    def without(self) -> None:
        """No strap: by effort alone."""
        if self._takes_taps():
            self._ask(lambda: self._app.add_guest(None, is_ready=not self._applies))

    @Slot()
    def apply(self) -> None:
        """Something on the health questions applies, or after all nothing does."""
        if self._takes_taps():
            self._applies = not self._applies
            self._show()

    @Slot()
    def stay(self) -> None:
        """A guest of tonight becomes a member under the typed name."""
        athlete_id = self._walk.walk.athlete_id
        if self._takes_taps() and athlete_id is not None and self._name.strip():
            name = " ".join(self._name.split())
            self._ask(lambda: self._app.claim(athlete_id, name))

    @Slot(int, str, result=bool)
    def physical(self, key: int, text: str) -> bool:
        """A key of a keyboard with a cable; says whether it was one for us."""
        self._walk.touch()
        return self.view.naming and self.keyboard_model.physical(key, text)

    # -- inside ----------------------------------------------------------------------------------

    def _takes_taps(self) -> bool:
        return not self._errand.is_under_way and self._walk.is_settled()

    def _ask(self, ask: Callable[[], None]) -> None:
        before = self._app.person_answer
        ask()
        self._errand.run(lambda: self._answer_after(before))
        self._show()

    def _answer_after(self, before: PersonAnswer | None) -> str | None:
        answer = self._app.person_answer
        return None if answer is None or answer is before else answer.refusal

    def _typed(self, text: str) -> None:
        self._name, self._errand.trouble = text, ""
        self._show()

    def _go_on(self) -> None:
        answer = self._app.person_answer
        if answer is not None and answer.athlete is not None:
            page = Page.CHOOSE if self._walk.walk.athlete_id is None else Page.SUMMARY
            self._walk.go(page, athlete_id=answer.athlete.id)

    def _show(self) -> None:
        state = self._app.state
        rows = guest_view.free_straps(self._app.pool, state, self._standing)
        come = [row.number for row in rows if row.heard and row.number not in self._standing]
        if come:  # a strap that has just been put on comes to the front, and stays there
            if self._standing or rows[: len(come)] != [r for r in rows if r.number in come]:
                self._walk.hold()
            self._standing += come
            rows = guest_view.free_straps(self._app.pool, state, self._standing)
        self.paged.show(rows)
        view = self._view_now(rows)
        if view != self.view:
            self.view = view
            self.changed.emit()

    def _view_now(self, rows: list[GuestStrap]) -> GuestView:
        naming = self._walk.walk.athlete_id is not None
        if naming:
            hint = tr("What shall we call you? A nickname is enough.")
        else:
            hint = guest_view.prompt(straps=bool(rows), heard=any(row.heard for row in rows))
        trouble, saving = said(self._errand.trouble), self._errand.is_under_way
        return GuestView(
            title=tr("Stay with us") if naming else tr("Guest tonight"),
            prompt=trouble or (tr("One moment…") if saving else hint),
            refused=trouble != "",
            stored=tr("What you trained tonight stays on this kiosk, under this name.")
            if naming
            else guest_view.stored(),
            health="" if naming else guest_view.health(applies=self._applies),
            applies=self._applies,
            saving=saving,
            naming=naming,
            name=self._name,
        )

    # -- what QML reads --------------------------------------------------------------------------

    @Property(KeyboardModel, notify=changed)
    def keyboard(self) -> KeyboardModel:
        return self.keyboard_model

    @Property(Paged, notify=never)
    def straps(self) -> Paged:
        return self.paged

    @Property(str, notify=changed)
    def title(self) -> str:
        return self.view.title

    @Property(str, notify=changed)
    def prompt(self) -> str:
        return self.view.prompt

    @Property(bool, notify=changed)
    def refused(self) -> bool:
        return self.view.refused

    @Property(str, notify=changed)
    def stored(self) -> str:
        return self.view.stored

    @Property(str, notify=changed)
    def health(self) -> str:
        return self.view.health

    @Property(bool, notify=changed)
    def applies(self) -> bool:
        return self.view.applies

    @Property(bool, notify=changed)
    def saving(self) -> bool:
        return self.view.saving

    @Property(bool, notify=changed)
    def naming(self) -> bool:
        return self.view.naming

    @Property(str, notify=changed)
    def name(self) -> str:
        return self.view.name
