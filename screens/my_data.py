"""What others see of an athlete, their data to take away, and to erase."""

from typing import Final

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.session.state import Participant
from kiosk.training.athlete import Shows
from screens import my_data_view, proof
from screens.app_port import KioskApp
from screens.my_data_view import SHOWS, MyData
from screens.question import Question, QuestionModel
from screens.tongue import tr
from screens.walk import Page
from screens.walk_model import WalkModel

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1

KEPT_WITHIN_S: Final = 3.0


@QmlElement
class MyDataModel(QObject):
    """Follows the athlete whom the page is about. What is chosen holds once the desk has it."""

    changed = Signal()

    def __init__(
        self, app: KioskApp, walk: WalkModel, question: QuestionModel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._walk = walk
        self._question = question
        self._asked: int | None = None
        self._chosen: tuple[int, Shows, float] | None = None
        """Who tapped what, when: it is not on the roster yet."""
        self._face = MyData()
        self._language = ""
        walk.changed.connect(self.refresh)

    @Slot()
    def refresh(self) -> None:
        """Follows the state while the page is open."""
        who = self._who()
        if self._asked is not None and (who is None or who.athlete.id != self._asked):
            self._question.withdraw(_key(self._asked))
            self._asked = None
        if who is None:
            return
        athlete_id, app = who.athlete.id, self._app
        face = my_data_view.my_data(
            who,
            self._shows(who),
            here=proof.is_here(app, who),
            by=proof.proof(app, athlete_id, self._walk.walk.changed_at),
            taken=app.taken_away(athlete_id),
            count=len(app.past(athlete_id).sessions) if app.is_past_known(athlete_id) else None,
        )
        if (face, app.choices.language) != (self._face, self._language):
            self._face, self._language = face, app.choices.language
            self.changed.emit()

    # -- taps ------------------------------------------------------------------------------------

    @Slot(str)
    def showAs(self, shows: str) -> None:
        """What others see from now on."""
        who = self._who()
        may = self._face.here and self._walk.is_settled()
        if who is not None and shows in SHOWS and may:
            self._chosen = who.athlete.id, shows, self._app.state.now
            self._app.show_as(who.athlete.id, shows)
            self.refresh()

    @Slot()
    def takeAway(self) -> None:
        who = self._who()
        may = self._face.proven and not self._face.taking
        if who is not None and may and self._walk.is_settled():
            self._app.take_away(who.athlete.id)
            self.refresh()

    @Slot()
    def askCoach(self) -> None:
        """A coach may do it in the athlete's place, after the PIN."""
        who = self._who()
        if who is not None and self._walk.is_settled():
            athlete_id = who.athlete.id
            self._walk.ask_for_coach(lambda: self._walk.go(Page.MY_DATA, athlete_id=athlete_id))

    @Slot()
    def askErase(self) -> None:
        """The first step; the question is the second."""
        who = self._who()
        if who is None or not self._face.erasable or not self._walk.is_settled():
            return
        athlete_id = who.athlete.id
        if self._app.coach is not None and not self._app.may_administer:  # no tag of their own
            self._walk.ask_for_admin(lambda: self._walk.go(Page.MY_DATA, athlete_id=athlete_id))
            return
        self._asked = athlete_id
        count = len(self._app.past(athlete_id).sessions)
        title, body = my_data_view.question(who.athlete.name, count)
        self._question.ask(
            Question(
                key=_key(athlete_id),
                title=title,
                body=body,
                yes=tr("Erase everything"),
                no=tr("No, keep it"),
                alarming=True,
                on_yes=lambda: self._erase(athlete_id),
            )
        )

    def _erase(self, athlete_id: int) -> None:
        self._asked = None
        who = self._who()
        if who is not None and who.athlete.id == athlete_id and self._face.erasable:
            self._app.erase_person(athlete_id)
            self._walk.home()

    @Slot()
    def goBack(self) -> None:
        if self._walk.is_settled():
            self._walk.back()

    # -- inside ----------------------------------------------------------------------------------

    def _who(self) -> Participant | None:
        walk = self._walk.walk
        if walk.page is not Page.MY_DATA or walk.athlete_id is None:
            return None
        return self._app.state.participants.get(walk.athlete_id)

    def _shows(self, who: Participant) -> Shows:
        """As it was just tapped; what the desk has not kept by then does not hold."""
        if self._chosen is not None:
            athlete_id, shows, at = self._chosen
            if athlete_id == who.athlete.id and self._app.state.now - at < KEPT_WITHIN_S:
                return shows
            self._chosen = None
        return who.athlete.shows

    # -- what QML reads --------------------------------------------------------------------------

    @Property(str, notify=changed)
    def name(self) -> str:
        return self._face.name

    @Property(str, notify=changed)
    def shows(self) -> str:
        return self._face.shows

    @Property("QVariantList", notify=changed)  # pyright: ignore[reportArgumentType]
    def labels(self) -> list[str]:
        """Of the choice, in the order of `kinds`."""
        return [my_data_view.label_of(shows) for shows in SHOWS]

    @Property("QVariantList", notify=changed)  # pyright: ignore[reportArgumentType]
    def kinds(self) -> list[str]:
        return list(SHOWS)

    @Property(str, notify=changed)
    def seen(self) -> str:
        return self._face.seen

    @Property(bool, notify=changed)
    def here(self) -> bool:
        return self._face.here

    @Property(bool, notify=changed)
    def proven(self) -> bool:
        return self._face.proven

    @Property(str, notify=changed)
    def proof(self) -> str:
        return self._face.proof

    @Property(bool, notify=changed)
    def taking(self) -> bool:
        return self._face.taking

    @Property(str, notify=changed)
    def taken(self) -> str:
        return self._face.taken

    @Property(bool, notify=changed)
    def failed(self) -> bool:
        return self._face.failed

    @Property(str, notify=changed)
    def erasing(self) -> str:
        return self._face.erasing

    @Property(bool, notify=changed)
    def erasable(self) -> bool:
        return self._face.erasable


def _key(athlete_id: int) -> str:
    return f"erase {athlete_id}"
