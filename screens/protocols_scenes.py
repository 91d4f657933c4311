"""The coaches' workouts in every state that pictures show."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from kiosk.desk_port import WorkoutsLoaded
from kiosk.errors import ProtocolError
from kiosk.training.protocols import parse_protocol, plan
from kiosk.training.workouts import Workouts
from screens.board import Board
from screens.people_scenes import signed_in
from screens.stage import Stage
from screens.walk import Page

Pose = Callable[[Board], None]
Act = Callable[[Stage, Board], None]
OWN = """
id = "oak-hill"
name = "Oak Hill"
modality = "treadmill"
category = "repeats"
[[steps]]
name = "Warm-up"
kind = "warm-up"
duration = "10 min"
rpe = [2, 3]
[[steps]]
repeat = 4
[[steps.steps]]
name = "Climb"
kind = "work"
duration = "3 min"
heart_rate = { zone = 4, part = "low" }
grade_percent = 9
rpe = [7, 8]
cues = ["Tall, short steps"]
[[steps.steps]]
name = "Down"
kind = "recovery"
duration = "90 s"
grade_percent = -3
rpe = [2, 3]
[[steps]]
name = "Cool-down"
kind = "cool-down"
duration = "6 min"
rpe = [1, 2]
"""
OTHERS = (
    OWN.replace("oak-hill", "tuesday-hills").replace("Oak Hill", "Tuesday hills"),
    OWN.replace("oak-hill", "lodz").replace("Oak Hill", "Łódź, große Runde"),
)
WRONG = OWN.replace("oak-hill", "ridge").replace("grade_percent = 9", "grade_percent = 55")


def _refusal() -> str:
    """What is said of a workout that the club has written wrongly."""
    try:
        parse_protocol(WRONG, "/var/lib/switchback/protocols/ridge.toml")
    except ProtocolError as error:
        return str(error)
    return ""


class Paper:
    """Takes what is written, and answers nothing."""

    def __init__(self) -> None:
        self.asked: list[tuple[int, str, str]] = []

    def save_protocol(self, ask: int, content: str, own_id: str) -> None:
        self.asked.append((ask, own_id, content))

    def delete_protocol(self, ask: int, own_id: str) -> None:
        self.asked.append((ask, own_id, ""))


def with_own(workouts: Workouts, *texts: str, refused: Sequence[str] = ()) -> Workouts:
    """The same with workouts of the club's own."""
    made = tuple(parse_protocol(text, "own") for text in texts)
    return replace(
        workouts,
        plans=(*workouts.plans, *map(plan, made)),
        protocols=(*workouts.protocols, *made),
        refused=tuple(refused),
        own=workouts.own | {one.id for one in made},
    )


def _page(act: Act, stage: Stage, own: Sequence[str] = (OWN,), refused: Sequence[str] = ()) -> Pose:
    workouts = with_own(stage.app.workouts, *own, refused=refused)
    stage.mailbox.post(WorkoutsLoaded(stage.clock.monotonic(), workouts))
    stage.app.coach_desk.protocols = Paper()

    def pose(board: Board) -> None:
        signed_in(stage)
        board.walk_model.go(Page.PROTOCOLS)
        _wait(stage, board)
        act(stage, board)
        _wait(stage, board)

    return pose


def _wait(stage: Stage, board: Board) -> None:
    stage.run(1)
    board.refresh()


def _nothing(_stage: Stage, _board: Board) -> None:
    """The list, as it is."""


def _look(key: str, _stage: Stage, board: Board) -> None:
    board.protocols_model.open(key)


def _edit(
    key: str, places: Sequence[int], touches: Sequence[str], stage: Stage, board: Board
) -> None:
    """Opened to be changed; lines and buttons touched one after the other."""
    model = board.protocols_model
    model.open(key)
    _wait(stage, board)
    model.change() if model.isOwn else model.changeCopy()
    _wait(stage, board)
    for place in places:
        model.editor_model.select(place)
    for touch in touches:
        field, _, button = touch.partition(" ")
        model.editor_model.open(field)
        if button:
            model.editor_model.press(button)


def _renamed(stage: Stage, board: Board) -> None:
    _edit("oak-hill", (0,), ("name",), stage, board)
    _wait(stage, board)
    for code in (" ", "ł", "ö"):
        board.protocols_model.editor_model.keyboard_model.press(code)


def _saving(stage: Stage, board: Board) -> None:
    _edit("oak-hill", (3,), ("length by:60",), stage, board)
    _wait(stage, board)
    board.protocols_model.save()


def _deleting(stage: Stage, board: Board) -> None:
    board.protocols_model.open("oak-hill")
    _wait(stage, board)
    board.protocols_model.delete()


def _leaving(stage: Stage, board: Board) -> None:
    _edit("oak-hill", (3,), ("length by:60",), stage, board)
    _wait(stage, board)
    board.protocols_model.back()


PROTOCOL_SCENES: dict[str, Callable[[Stage], Pose]] = {
    "list": partial(_page, _nothing),
    "many": partial(_page, _nothing, own=(OWN, *OTHERS)),
    "one-refused": partial(_page, _nothing, refused=(_refusal(),)),
    "refusal": partial(_page, partial(_look, "!0"), refused=(_refusal(),)),
    "shipped": partial(_page, partial(_look, "step-up-80")),
    "own": partial(_page, partial(_look, "oak-hill")),
    "fixed": partial(_page, partial(_look, "rotation-hills")),
    "editor": partial(_page, partial(_edit, "oak-hill", (3,), ("grade by:1",))),
    "editor-repeat": partial(_page, partial(_edit, "oak-hill", (2,), ())),
    "editor-zone": partial(_page, partial(_edit, "step-up-80", (2,), ("zone",))),
    "editor-whole": partial(_page, partial(_edit, "tread-hike", (0,), ("sort",))),
    "editor-complaint": partial(_page, partial(_edit, "oak-hill", (4,), ("zone zone:3",))),
    "name": partial(_page, _renamed),
    "saving": partial(_page, _saving),
    "delete": partial(_page, _deleting),
    "leave": partial(_page, _leaving),
}
"""By state, what has happened until then."""
