"""People who share stations, and where their speed comes from, for the pictures."""

from collections.abc import Callable
from functools import partial

from kiosk.events import Motion, MotionSource
from kiosk.session.pace import StationFacts
from screens.board import Board
from screens.stage import STATION, Stage
from screens.walk import Page

Pose = Callable[[Board], None]

ANNA, BEN, CHLOE, DAVID = 1, 2, 3, 4
SECOND, STAIRS = "Treadmill 2", "Stairs"


def three_stations() -> Stage:
    return Stage(
        stations=(StationFacts(STATION), StationFacts(SECOND), StationFacts(STAIRS, "stair"))
    )


def _go(page: Page, athlete_id: int = ANNA) -> Pose:
    return lambda board: board.walk_model.go(page, athlete_id=athlete_id)


def _said(
    source: MotionSource,
    speed_kmh: float | None = None,
    cadence_spm: float | None = None,
    station: str = STATION,
) -> Motion:
    return Motion(0.0, source, station, speed_kmh=speed_kmh, cadence_spm=cadence_spm)


def _train(stage: Stage, seconds: float = 1000, protocol: str = "tread-hike") -> None:
    """Anna and Ben in one class, on one treadmill in turns."""
    stage.roster(4)
    stage.tap_in(ANNA, BEN)
    stage.app.take_station(ANNA, STATION)
    stage.app.start_class(stage.plan(protocol))
    stage.grade = 14.8
    stage.run(seconds)
    _answer(stage)


def _answer(stage: Stage) -> None:
    """How hard it is, so that the question does not lie over what is to be seen."""
    stage.app.rate_effort(ANNA, 6)
    stage.app.rate_effort(BEN, 6)


def _swapped(stage: Stage) -> None:
    """Anna rests, Ben is on."""
    _train(stage, 940)
    stage.app.take_station(BEN, STATION)
    stage.run(60)
    _answer(stage)


def _partners(stage: Stage) -> Pose:
    _swapped(stage)
    return lambda _board: None


def _two_pairs(stage: Stage) -> Pose:
    stage.roster(6)
    stage.tap_in(1, 2, 3, 4, 5)
    for athlete_id, station in ((1, STATION), (3, SECOND), (5, STAIRS)):
        stage.app.take_station(athlete_id, station)
    stage.app.start_class(stage.plan("step-up-80"))
    stage.run(1490)

    def pose(board: Board) -> None:
        for athlete_id, station in ((2, STATION), (4, SECOND)):
            stage.app.take_station(athlete_id, station)
        stage.run(30)
        board.refresh()

    return pose


def _resting(stage: Stage) -> Pose:
    _train(stage, 940)

    def pose(board: Board) -> None:
        stage.app.take_station(BEN, STATION)
        stage.run(60)
        board.refresh()
        board.walk_model.go(Page.MINE, athlete_id=ANNA)

    return pose


def _on_it(stage: Stage) -> Pose:
    _swapped(stage)
    return _go(Page.MINE, BEN)


def _console(stage: Stage) -> Pose:
    stage.motions = [_said("console", 6.0), _said("deck", cadence_spm=172)]
    _train(stage)
    return _go(Page.MINE)


def _alone_with_console(stage: Stage) -> Pose:
    stage.roster(1)
    stage.tap_in(ANNA)
    stage.motions = [_said("console", 6.4), _said("deck", cadence_spm=172)]
    stage.grade = 13.0
    stage.app.start_alone(stage.plan("tread-hike"), ANNA)
    stage.run(1000)
    stage.app.rate_effort(ANNA, 6)
    return _go(Page.MINE)


def _typing(stage: Stage) -> Pose:
    _train(stage)

    def pose(board: Board) -> None:
        board.walk_model.go(Page.MINE, athlete_id=ANNA)
        stage.run(1)
        board.refresh()
        stage.app.type_speed(ANNA, 6.5, None)
        stage.run(1)
        board.refresh()
        board.mine_model.pad_model.open()

    return pose


def _stairs(stage: Stage) -> Pose:
    stage.motions = [_said("console", cadence_spm=64, station=STAIRS)]
    stage.roster(4)
    stage.tap_in(ANNA, BEN)
    stage.app.take_station(ANNA, STAIRS)
    stage.app.take_station(BEN, STATION)
    stage.app.start_class(stage.plan("step-up-80"))
    stage.run(1500)
    return _go(Page.MINE)


def _choose(occupied: bool, stage: Stage) -> Pose:
    stage.roster(4)
    stage.tap_in(ANNA, BEN)
    if occupied:
        stage.app.take_station(BEN, stage.app.stations[0])
        stage.run(1)
    return _go(Page.CHOOSE)


SHARED_SCENES: list[tuple[str, str, Callable[[Stage], Pose], Callable[[], Stage]]] = [
    ("group", "partners", _partners, Stage),
    ("group", "two-pairs", _two_pairs, three_stations),
    ("mine", "resting", _resting, Stage),
    ("mine", "resting-three-stations", _resting, three_stations),
    ("mine", "on-it", _on_it, Stage),
    ("mine", "console", _console, three_stations),
    ("mine", "console-alone", _alone_with_console, Stage),
    ("mine", "typing", _typing, Stage),
    ("mine", "stairs", _stairs, three_stations),
    ("choose", "stations", partial(_choose, True), three_stations),
    ("choose", "occupied", partial(_choose, True), Stage),
]
"""Page and state; what happens before the window opens, and on which kiosk."""
