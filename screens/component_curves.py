"""The states of tiles, gauges, timelines and charts: of all that draws hearts."""

from collections import deque
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject

from kiosk.session.state import Alert, Participant, Phase, Session, Signal
from kiosk.training.athlete import Shows
from kiosk.training.guidance import Verdict
from kiosk.training.zones import Band
from screens import seats
from screens.board import Board
from screens.coach_scenes import COACH_SCENES
from screens.component_states import Cell, board_of, row_of
from screens.faces import TileFace, face_of
from screens.gauge import gauge_of
from screens.home_scenes import HOME_SCENES
from screens.mine_scenes import SUMMARY_SCENES
from screens.stage import Stage
from screens.stations import Spot
from screens.timeline_model import TimelineModel
from screens.trace import Traces
from screens.wall_scenes import shortened


def _class() -> tuple[Stage, Participant, Session]:
    """Anna with a few minutes of a guided step behind her."""
    stage = Stage()
    stage.roster(2)
    stage.tap_in(1, 2)
    stage.app.start_class(shortened(stage.plan("step-up-80")))
    stage.grade = 8.0
    stage.run(400)
    session = next(iter(stage.app.state.sessions.values()))
    return stage, stage.app.state.participants[1], session


_LIVE: dict[str, dict[str, Any]] = {
    "in the band": {"verdict": Verdict.IN},
    "over": {"verdict": Verdict.OVER},
    "under": {"verdict": Verdict.UNDER},
    "settling in": {"verdict": Verdict.EASING},
    "stale": {"signal": Signal.WEAK},
    "lost": {"signal": Signal.CHECK, "shown_bpm": None},
    "not worn": {"signal": Signal.NOT_WORN, "shown_bpm": None},
    "never seen": {"signal": Signal.NEVER, "shown_bpm": None},
    "called": {"alert": Alert.ARE_YOU_ALL_RIGHT},
    "battery low": {"verdict": Verdict.IN, "battery_low": True},
    "no zones": {"zones": None, "zone": None, "zone_number": None, "band": None},
    "by effort": {"by_effort": True, "wanted_rpe": (6, 7)},
    "warming up late": {"late_warm_up_s": 240},
    "paused": {"phase": Phase.PAUSED},
    "resting": {"resting": True},
    "recovery walk": {"detour": "recovery walk"},
    "finished": {"phase": Phase.FINISHED},
}
_SHOWS: tuple[Shows, ...] = ("percent", "zone")
_TILE = (300, 230)


def tiles(models: QObject) -> list[Cell]:
    stage, anna, session = _class()
    traces = Traces(models)
    traces.participants = stage.app.state.participants
    faces: dict[str, TileFace] = {}
    for label, changes in _LIVE.items():
        faces[label] = face_of(replace(anna, **changes), session)
    for shows in _SHOWS:
        hiding = replace(anna, athlete=replace(anna.athlete, shows=shows))
        faces[f"shows {shows}"] = face_of(replace(hiding, verdict=Verdict.OVER), session)
    ready = replace(
        anna, phase=Phase.READY, session_id=None, band=None, grade_percent=None, trace=deque()
    )
    faces["ready"] = face_of(ready, None)
    faces["shared station"] = face_of(
        replace(anna, resting=True), session, Spot("T1", 0, "On: Treadmill 1", "Ben")
    )
    cells = [_tile(label, face, traces) for label, face in faces.items()]
    cells.append(replace(_tile("pressed", faces["in the band"], traces), pressed="."))
    return cells


def _tile(label: str, face: TileFace, traces: Traces) -> Cell:
    width, height = _TILE
    size = seats.number_size(width, height, 0.076 * 720)
    says = row_of(face, traces=traces, size=size, wide=seats.is_wide(width, height))
    return Cell(label, "Tile", says, width, height)


def gauges(_models: QObject) -> list[Cell]:
    band = Band(139.0, 146.0)
    return [
        Cell(
            label,
            "BandGauge",
            {
                "low": gauge.low,
                "high": gauge.high,
                "lowest": gauge.lowest,
                "highest": gauge.highest,
                "marked": gauge.marker is not None,
                "marker": gauge.marker or 0.0,
                "beyond": gauge.beyond,
                "faded": faded,
                "level": level,
                "reading": 26,
            },
            width=165,
            height=300,
            on="surface",
        )
        for label, bpm, faded, level, of in (
            ("in the band", 142, False, 3, band),
            ("over", 150, False, 3, band),
            ("under", 134, False, 3, band),
            ("far over", 181, False, 4, band),
            ("far under", 88, False, 2, band),
            ("stale", 142, True, 3, band),
            ("lost or never seen", None, False, 3, band),
            ("no zone", 142, False, -1, band),
            ("a wide band", 142, False, 5, Band(120.0, 160.0)),
            ("below zone 1", 101, False, 0, Band(95.0, 110.0)),
        )
        for gauge in (gauge_of(of, bpm),)
    ]


def timelines(models: QObject) -> list[Cell]:
    cells: list[Cell] = []
    for protocol, seconds in (("step-up-80", (0, 30, 2850)), ("tread-hike", (0, 900))):
        for at in seconds:
            stage = Stage()
            stage.roster(1)
            stage.tap_in(1)
            model = TimelineModel(models)
            if at:
                stage.app.start_alone(stage.plan(protocol), 1)
                stage.run(at)
                model.follow(next(iter(stage.app.state.sessions.values())), None)
            else:
                model.follow(None, stage.plan(protocol))
            label = f"{protocol}, " + (f"after {at} s" if at else "before the start")
            cells.append(Cell(label, "Timeline", {"view": model}, 900, 90))
    cells.append(
        Cell("plain", "Timeline", {"view": cells[0].properties["view"], "plain": True}, 300, 50)
    )
    cells.append(Cell("no workout", "Timeline", {"view": TimelineModel(models)}, 300, 50))
    return cells


def _posed(
    stage: Stage, play: Callable[[Stage], Callable[[Board], None]], models: QObject
) -> Board:
    pose = play(stage)
    board = board_of(stage, models)
    pose(board)
    stage.run(1)
    board.refresh()
    return board


def charts(models: QObject) -> list[Cell]:
    """A row of results, and whole curves in all the states of the summary."""
    cells: list[Cell] = []
    for page, state, play, stage in COACH_SCENES:
        if page == "progress":
            board = _posed(stage(), play, models)
            says = {"view": board.progress_model}
            cells.append(Cell(f"progress {state}", "ProgressChart", says, 480, 260))
    plays = {**SUMMARY_SCENES}
    plays |= {state: play for page, state, play in HOME_SCENES if page == "summary"}
    for label, play in plays.items():
        board = _posed(Stage(), play, models)
        cells.append(Cell(label, "SummaryPage", {"view": board.summary_model}, 1000, 520))
    return cells
