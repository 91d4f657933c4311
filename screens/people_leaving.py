"""Somebody goes from the people page: off the roster, or everything of them for good."""

from kiosk.training.athlete import Athlete
from screens import my_data_view, proof
from screens.app_port import KioskApp
from screens.errands import Errand
from screens.question import Question, QuestionModel
from screens.tongue import tr
from screens.walk import Page
from screens.walk_model import WalkModel

_KEY = "person leaves"


class Leaving:
    """Each is asked about first; the card stays until the disk has answered."""

    def __init__(self, app: KioskApp, walk: WalkModel, question: QuestionModel) -> None:
        self._app = app
        self._walk = walk
        self._question = question
        self._errand = Errand(app)
        self._erases = False

    @property
    def is_under_way(self) -> bool:
        return self._errand.is_under_way

    @property
    def is_erasing(self) -> bool:
        """Nobody is met by that name any more, though the disk still knows them."""
        return self._erases and self._errand.is_under_way

    @property
    def trouble(self) -> str:
        return self._errand.trouble

    def is_done(self) -> bool:
        """Whether they have just gone."""
        return self._errand.is_done()

    def clear(self) -> None:
        self._errand.clear()
        self._erases = False
        self._question.withdraw(_KEY)

    def words(self, name: str) -> str:
        """What is said of them on the list."""
        if self._erases:
            return tr("Everything of {name} has been erased.", name=name)
        return tr("{name} is not on the roster any more.", name=name)

    def ask_off(self, who: Athlete) -> None:
        self._question.ask(
            Question(
                key=_KEY,
                title=tr("Take {name} off the roster?", name=who.name),
                body=tr(
                    "Straps and tags are free again, and what is known of their body and their "
                    "week is forgotten. Recorded sessions stay."
                ),
                yes=tr("Take off"),
                no=tr("Keep"),
                alarming=True,
                on_yes=lambda: self._take_off(who.id),
            )
        )

    def ask_erase(self, who: Athlete) -> None:
        """As on their own page, and by the same proof: here it can only be the administrator's,
        or where there is none a coach's.
        """
        if not self._app.may_administer:
            self._walk.ask_for_admin(lambda: self._walk.go(Page.PEOPLE, athlete_id=who.id))
            return
        known = self._app.is_past_known(who.id)
        count = len(self._app.past(who.id).sessions) if known else None
        title, body = my_data_view.question(who.name, count)
        self._question.ask(
            Question(
                key=_KEY,
                title=title,
                body=body,
                yes=tr("Erase everything"),
                no=tr("No, keep it"),
                alarming=True,
                on_yes=lambda: self._erase(who.id),
            )
        )

    def _take_off(self, athlete_id: int) -> None:
        self._erases = False
        self._errand.desk(self._app.coach_desk.remove_person(athlete_id))

    def _erase(self, athlete_id: int) -> None:
        if not proof.proof(self._app, athlete_id, self._walk.walk.changed_at):
            return
        self._erases = True
        self._app.erase_person(athlete_id)
        self._errand.run(lambda: self._erased(athlete_id))

    def _erased(self, athlete_id: int) -> str | None:
        answer = self._app.erased_answer
        return None if answer is None or answer.athlete_id != athlete_id else answer.refusal
