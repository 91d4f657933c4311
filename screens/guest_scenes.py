"""The guests' page in every state that pictures are taken of."""

from collections.abc import Callable

from kiosk.shelf import PoolStrap
from screens.board import Board
from screens.stage import Stage
from screens.walk import Page

FIRST = 30_001


def _shelf(stage: Stage, count: int) -> None:
    stage.pool = [PoolStrap(number, FIRST + number) for number in range(1, count + 1)]
    stage.reload()


def _open(stage: Stage) -> Callable[[Board], None]:
    def pose(board: Board) -> None:
        board.walk_model.go(Page.GUEST)
        stage.run(1)
        board.refresh()

    return pose


def _straps(stage: Stage) -> Callable[[Board], None]:
    _shelf(stage, 12)
    stage.stranger(FIRST + 7, -50)
    stage.run(5)
    return _open(stage)


def _many(stage: Stage) -> Callable[[Board], None]:
    _shelf(stage, 60)
    return _open(stage)


def _none(stage: Stage) -> Callable[[Board], None]:
    return _open(stage)


def _applies(stage: Stage) -> Callable[[Board], None]:
    _shelf(stage, 8)

    def pose(board: Board) -> None:
        board.walk_model.go(Page.GUEST)
        stage.run(1)
        board.refresh()
        board.guest_model.apply()

    return pose


def _stay(stage: Stage) -> Callable[[Board], None]:
    stage.roster(1)
    stage.tap_in(1)

    def pose(board: Board) -> None:
        board.walk_model.go(Page.GUEST, athlete_id=1)
        stage.run(1)
        board.refresh()
        for key in "cleo":
            board.guest_model.keyboard_model.press(key)

    return pose


GUEST_SCENES = {
    "straps": _straps,
    "many": _many,
    "no-straps": _none,
    "applies": _applies,
    "stay": _stay,
}
"""By state: what happens before the window opens, and then in it."""
