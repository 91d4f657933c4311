"""The page for a new person in every state that pictures are taken of."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from kiosk.app import PersonAnswer
from kiosk.words import text
from screens.add_person import AddPersonModel
from screens.board import Board
from screens.keyboard import NEXT, SPACE, KeyPage
from screens.stage import Stage
from screens.walk import Page

MINE = 48_213
STRANGERS = (7, 32_100, 4_711, 12_345, 1_048_575)
NAME = "Björn ß"
TAKEN = text(
    '"{other}" is already on the roster: choose another name, for example with an initial.',
    other=NAME,
)
BELOW = text(
    "The {lower} of {name} ({low}) must lie below the {higher} ({high}); correct one of them.",
    lower=text("resting heart rate"),
    name=NAME,
    low=190,
    higher=text("maximum heart rate"),
    high=180,
)
FULL = text("The disk is full: free some space, then try again.")


@dataclass(frozen=True, slots=True)
class _Visit:
    """Somebody in front of the glass."""

    stage: Stage
    board: Board

    @property
    def page(self) -> AddPersonModel:
        return self.board.add_person_model

    def wait(self) -> None:
        """Until taps count again."""
        self.stage.run(1)
        self.board.refresh()

    def arrive(self, strap: int | None = MINE) -> None:
        self.board.walk_model.go(Page.ADD, strap=strap)
        self.wait()

    def press(self, *codes: str) -> None:
        for code in codes:
            self.page.keyboard_model.press(code)


def _empty(visit: _Visit) -> None:
    visit.arrive(None)


def _name(visit: _Visit, *more: str) -> None:
    visit.arrive()
    visit.press("b", "j", KeyPage.WEST, "ö", *"rn", SPACE, KeyPage.WEST, "ß", *more)


def _long_name(visit: _Visit) -> None:
    visit.arrive()
    visit.press(*"maximiliane", SPACE, *"wilhelmina", SPACE, *"von", SPACE, *"hohenlohe-w")


def _which_strap(visit: _Visit) -> None:
    visit.arrive(None)
    visit.press(*"anna", SPACE, "k", NEXT)
    visit.wait()


def _strap_typed(visit: _Visit) -> None:
    _which_strap(visit)
    visit.page.typeStrap()
    visit.wait()
    visit.press(*"1048")


def _year(visit: _Visit, typed: str = "") -> None:
    _name(visit, NEXT)
    visit.wait()
    visit.press(*typed)


def _heart_rates(visit: _Visit) -> None:
    _year(visit)
    for field, bpm in (("max-hr", "180"), ("resting-hr", "190"), ("threshold-hr", "165")):
        visit.page.edit(field)
        visit.press(*bpm)


def _saving(visit: _Visit) -> None:
    _year(visit, "1986")
    visit.page.save()


def _refused(sentence: str, visit: _Visit) -> None:
    _heart_rates(visit)
    visit.page.save()
    app = visit.stage.app
    app.person_answer = PersonAnswer(app.state.now, visit.page.form.wanted(), refusal=sentence)
    visit.wait()


def _play(
    act: Callable[[_Visit], None], *straps: int
) -> Callable[[Stage], Callable[[Board], None]]:
    """The straps come, one after the other; on the open window the scene is acted out."""

    def play(stage: Stage) -> Callable[[Board], None]:
        for strap in straps:
            stage.stranger(strap, -60)
            stage.run(25)
        return lambda board: act(_Visit(stage, board))

    return play


ADD_SCENES = {
    "name-empty": _play(_empty),
    "name-typed": _play(_name),
    "name-long": _play(_long_name),
    "accents": _play(lambda visit: _name(visit, KeyPage.WEST)),
    "signs": _play(lambda visit: _name(visit, KeyPage.SIGNS)),
    "strap-none": _play(_which_strap),
    "straps-two": _play(_which_strap, 7, MINE),
    "straps-many": _play(_which_strap, *STRANGERS, MINE),
    "strap-typed": _play(_strap_typed),
    "birth-year": _play(_year),
    "birth-year-typed": _play(lambda visit: _year(visit, "1986")),
    "heart-rates": _play(_heart_rates),
    "saving": _play(_saving),
    "refused-name": _play(partial(_refused, TAKEN)),
    "refused-rate": _play(partial(_refused, BELOW)),
    "refused": _play(partial(_refused, FULL)),
}
"""By state: what happens before the window opens, and then in it."""
