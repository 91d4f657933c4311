"""Straps that are asked about, lent, swapped and run flat, in every state for the pictures."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from kiosk.shelf import PoolStrap
from screens.board import Board
from screens.stage import EVENING_MS, FIRST_STRAP, Stage
from screens.walk import Page

Pose = Callable[[Board], None]

ANNA, BEN = 1, 2
STRAP = FIRST_STRAP + ANNA
SHARED = 31_337
DAY_MS = 86_400_000
POOL = (
    PoolStrap(1, 41_001, None, 80, "good", EVENING_MS - DAY_MS),
    PoolStrap(2, 41_002, 5, 65, "good", EVENING_MS - DAY_MS),
    PoolStrap(3, 41_003, None, 12, "low", EVENING_MS - 4 * DAY_MS),
    PoolStrap(4, 41_004, None, 100, "new", None),
    PoolStrap(5, 41_005, None, None, None, EVENING_MS - 40 * DAY_MS),
    PoolStrap(6, 41_006, 8, 3, "critical", EVENING_MS),
    PoolStrap(7, 41_007, None, 90, "good", EVENING_MS),
    PoolStrap(12, 41_012, None, 45, "ok", EVENING_MS - 9 * DAY_MS),
)


def by_strap() -> Stage:
    """A kiosk on which whoever is heard is tapped in, or asked about."""
    return Stage(by_strap=True)


def _go(page: Page, athlete_id: int | None = ANNA) -> Pose:
    return lambda board: board.walk_model.go(page, athlete_id=athlete_id)


def _club(stage: Stage) -> None:
    stage.roster(9)
    stage.pool.extend(POOL)
    stage.reload()


def _share(stage: Stage, *owners: int) -> None:
    """These bring the same strap, and somebody has just put it on."""
    stage.people[:] = [
        replace(who, straps=(*who.straps, SHARED)) if who.id in owners else who
        for who in stage.people
    ]
    stage.reload()
    stage.stranger(SHARED, -60)
    stage.run(4)


def _asked(stage: Stage) -> Pose:
    stage.roster(8)
    stage.tap_in(3, 4, 5, 6)
    stage.app.start_class(stage.plan("step-up-80"))
    stage.run(1500)
    _share(stage, ANNA, BEN)
    return lambda _board: None


def _asked_of_four(stage: Stage) -> Pose:
    stage.roster(8)
    _share(stage, 1, 2, 3, 4)
    return lambda _board: None


def _asked_at_tap_in(stage: Stage) -> Pose:
    stage.roster(14)
    _share(stage, ANNA, BEN)
    return _go(Page.TAP_IN, None)


def _low_at_tap_in(stage: Stage) -> Pose:
    stage.roster(14)
    stage.stranger(STRAP, -60)
    stage.batteries[STRAP] = "low"
    stage.run(3)
    return _go(Page.TAP_IN, None)


def _low_in_the_room(stage: Stage) -> Pose:
    stage.roster(4)
    stage.batteries[STRAP] = "low"
    stage.tap_in(1, 2, 3)
    return lambda _board: None


def _low_at_choosing(stage: Stage) -> Pose:
    _club(stage)
    stage.batteries[STRAP] = "low"
    stage.tap_in(ANNA)
    return _go(Page.CHOOSE)


def _tag(stage: Stage) -> Pose:
    stage.roster(2)
    stage.tap_in(ANNA)

    def pose(board: Board) -> None:
        board.walk_model.go(Page.CHOOSE, athlete_id=ANNA)
        stage.run(1)
        board.refresh()
        board.tag_card_model.begin()

    return pose


def _low_in_training(stage: Stage) -> Pose:
    _club(stage)
    stage.batteries[STRAP] = "low"
    stage.tap_in(ANNA)
    stage.app.start_alone(stage.plan("step-up-80"), ANNA)
    stage.run(2850)
    return _go(Page.MINE)


def _shelf(stage: Stage) -> Pose:
    _club(stage)
    stage.stranger(41_004, -60)
    stage.run(3)
    return _go(Page.SHELF, None)


def _on_the_shelf(act: Callable[[Board], None], stage: Stage) -> Pose:
    """Arrived, settled, and then something is touched."""
    arrive = _shelf(stage)

    def pose(board: Board) -> None:
        arrive(board)
        stage.run(1)
        board.refresh()
        act(board)
        stage.run(1)
        board.refresh()

    return pose


def _empty_shelf(stage: Stage) -> Pose:
    stage.roster(4)
    return _go(Page.SHELF, None)


def _full_shelf(stage: Stage) -> Pose:
    stage.roster(9)
    stage.pool.extend(
        PoolStrap(n, 41_000 + n, None, 20 + n * 2, None, EVENING_MS) for n in range(1, 31)
    )
    stage.reload()
    return _go(Page.SHELF, None)


def _choosing(stage: Stage) -> Pose:
    _low_in_training(stage)
    stage.stranger(48_213, -60)
    stage.run(3)
    return _go(Page.SHELF)


def _adding(stage: Stage) -> Pose:
    stage.stranger(48_213, -60)
    stage.stranger(12_345, -70)
    return _on_the_shelf(lambda board: board.shelf_model.addStrap(), stage)


STRAP_SCENES: list[tuple[str, str, Callable[[Stage], Pose], Callable[[], Stage]]] = [
    ("group", "strap-question", _asked, by_strap),
    ("group", "strap-question-idle", _asked_of_four, by_strap),
    ("group", "low-battery", _low_in_the_room, Stage),
    ("tap-in", "strap-question", _asked_at_tap_in, by_strap),
    ("tap-in", "low-battery", _low_at_tap_in, Stage),
    ("choose", "low-battery", _low_at_choosing, Stage),
    ("choose", "my-tag", _tag, Stage),
    ("mine", "low-battery", _low_in_training, Stage),
    ("shelf", "straps", _shelf, Stage),
    ("shelf", "empty", _empty_shelf, Stage),
    ("shelf", "thirty", _full_shelf, Stage),
    ("shelf", "lent", partial(_on_the_shelf, lambda b: b.shelf_model.touchStrap(2)), Stage),
    ("shelf", "free", partial(_on_the_shelf, lambda b: b.shelf_model.touchStrap(7)), Stage),
    ("shelf", "choosing", _choosing, Stage),
    ("shelf", "adding", _adding, Stage),
]
"""Page and state; what happens before the window opens, and on which kiosk."""
