"""The states of every page that pictures are taken of: what has happened until then."""

from collections.abc import Callable
from dataclasses import dataclass

from screens.add_scenes import ADD_SCENES
from screens.board import Board
from screens.coach_pages_scenes import COACH_PAGE_SCENES
from screens.coach_scenes import COACH_SCENES
from screens.devices_scenes import DEVICE_SCENES
from screens.first_run_scenes import FIRST_RUN_SCENES
from screens.greet_scenes import greeted, idle_tonight, planned
from screens.guest_scenes import GUEST_SCENES
from screens.home_scenes import CHOICE_SCENES, HOME_SCENES
from screens.imports_scenes import IMPORT_SCENES
from screens.mine_scenes import MINE_SCENES, SUMMARY_SCENES
from screens.people_scenes import PEOPLE_SCENES
from screens.protocols_scenes import PROTOCOL_SCENES
from screens.replay_scenes import REPLAY_SCENES
from screens.shared_scenes import SHARED_SCENES
from screens.stage import Stage
from screens.strap_scenes import STRAP_SCENES
from screens.walk import Page
from screens.wall_scenes import WALL_SCENES

Pose = Callable[[Board], None]
"""Brings the window to the page, once it is open."""


WALL = "wall"
"""The page that has a window of its own, on the second display."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture: `play` makes happen what it shows, and says how to get to the page."""

    page: str
    state: str
    play: Callable[[Stage], Pose]
    stage: Callable[[], Stage] = Stage
    """The kiosk that it happens on."""


def _stay(_board: Board) -> None:
    """Home is where the window opens."""


def _go(page: Page, athlete_id: int | None = None, strap: int | None = None) -> Pose:
    return lambda board: board.walk_model.go(page, athlete_id=athlete_id, strap=strap)


# -- group -----------------------------------------------------------------------------------------


def idle(stage: Stage) -> Pose:
    stage.stranger(48_213, -70)
    stage.run(3)
    return _stay


def ready(stage: Stage) -> Pose:
    stage.roster(8)
    stage.tap_in(1, 2, 3, 5)
    return _stay


def running_class(stage: Stage) -> Pose:
    stage.roster(8)
    stage.tap_in(*range(1, 9))
    stage.app.start_class(stage.plan("step-up-80"))
    stage.run(2850)
    stage.bend[3] = 9.0
    stage.bend[6] = -9.0
    stage.silent.add(20_005)
    stage.run(40)
    return _stay


# -- tap in ----------------------------------------------------------------------------------------


def small_roster(stage: Stage) -> Pose:
    stage.roster(14)
    stage.tap_in(2)
    stage.tap_in(5)
    stage.stranger(20_004, -60)  # Chloe’s strap, before she is in
    stage.stranger(48_213, -54)
    stage.stranger(12_345, -71)
    stage.run(3)
    return _go(Page.TAP_IN)


def large_roster(stage: Stage) -> Pose:
    stage.roster(200)
    stage.tap_in(4)
    stage.stranger(20_011, -60)
    stage.run(3)
    return _go(Page.TAP_IN)


def empty_roster(stage: Stage) -> Pose:
    stage.stranger(48_213, -54)
    stage.run(3)
    return _go(Page.TAP_IN)


# -- choose ----------------------------------------------------------------------------------------


def choose(stage: Stage) -> Pose:
    stage.roster(3)
    stage.tap_in(1)

    def pose(board: Board) -> None:
        board.walk_model.go(Page.CHOOSE, athlete_id=1)
        stage.run(1)
        board.refresh()
        board.choose_model.choose(1)

    return pose


def choose_planned(stage: Stage) -> Pose:
    stage.roster(3)
    stage.tap_in(1)
    planned(stage, 1)
    return _go(Page.CHOOSE, 1)


def choose_several_ready(stage: Stage) -> Pose:
    stage.roster(4)
    stage.tap_in(1, 2, 3, 4)
    return _go(Page.CHOOSE, 3)


def choose_beside_a_class(stage: Stage) -> Pose:
    stage.roster(4)
    stage.tap_in(1, 2, 3)
    stage.app.start_class(stage.plan("step-up-80"))
    stage.run(1500)
    stage.tap_in(4)
    return _go(Page.CHOOSE, 4)


def choose_without_zones(stage: Stage) -> Pose:
    stage.roster(1, known=False)
    stage.silent.add(20_002)
    stage.tap_in(1)
    return _go(Page.CHOOSE, 1)


SCENES = [
    Scene("group", "idle", idle),
    Scene("group", "idle-tonight", idle_tonight),
    Scene("group", "greeted", greeted),
    Scene("group", "ready", ready),
    Scene("group", "class", running_class),
    Scene("tap-in", "small", small_roster),
    Scene("tap-in", "200-people", large_roster),
    Scene("tap-in", "empty", empty_roster),
    Scene("choose", "alone", choose),
    Scene("choose", "planned", choose_planned),
    Scene("choose", "several-ready", choose_several_ready),
    Scene("choose", "class-running", choose_beside_a_class),
    Scene("choose", "no-zones", choose_without_zones),
    *(Scene(WALL, state, play) for state, play in WALL_SCENES.items()),
    *(Scene("mine", state, play) for state, play in MINE_SCENES.items()),
    *(Scene("summary", state, play) for state, play in SUMMARY_SCENES.items()),
    *(Scene("add", state, play) for state, play in ADD_SCENES.items()),
    *(Scene("guest", state, play) for state, play in GUEST_SCENES.items()),
    *(Scene(page, state, play) for page, state, play in DEVICE_SCENES),
    *(Scene(page, state, play, stage) for page, state, play, stage in STRAP_SCENES),
    *(Scene(page, state, play, stage) for page, state, play, stage in SHARED_SCENES),
    *(Scene(page, state, play, stage) for page, state, play, stage in COACH_SCENES),
    *(Scene(page, state, play) for page, state, play in HOME_SCENES),
    *(Scene(page, state, play, stage) for page, state, play, stage in CHOICE_SCENES),
    *(Scene(page, state, play) for page, state, play in COACH_PAGE_SCENES),
    *(Scene(page, state, play) for page, state, play in PEOPLE_SCENES),
    *(Scene(page, state, play) for page, state, play in IMPORT_SCENES),
    *(Scene("protocols", state, play) for state, play in PROTOCOL_SCENES.items()),
    *(Scene(page, state, play) for page, state, play in REPLAY_SCENES),
    *(Scene(page, state, play) for page, state, play in FIRST_RUN_SCENES),
]
