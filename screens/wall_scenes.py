"""The wall in every state that pictures are taken of: how many train, and who needs the coach."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from kiosk.evening import Climbed, Evening
from kiosk.events import DeviceStatus
from kiosk.health import title_of
from kiosk.session.state import Alert
from kiosk.training.plan import Plan
from kiosk.words import text
from screens.board import Board
from screens.stage import EVENING_MS, FIRST_STRAP, STATION, Stage

Pose = Callable[[Board], None]

WARM_UP_S = 60
"""As long as nobody waits for a picture."""
TONIGHT_M = 1240.0


def _look(_board: Board) -> None:
    """The wall has one page."""


def _tonight(stage: Stage, metres: float = TONIGHT_M) -> None:
    day = stage.app.today()
    if day is not None:
        stage.app.evening = Evening([Climbed(0, 0, day, metres)])


def shortened(plan: Plan) -> Plan:
    """The same with a warm-up that is soon over."""
    first, *others = plan.steps
    return replace(plan, steps=(replace(first, duration_s=WARM_UP_S), *others))


def _train(
    stage: Stage,
    count: int,
    *,
    over: Sequence[int] = (),
    under: Sequence[int] = (),
    silent: Sequence[int] = (),
    protocol: str = "step-up-80",
    seconds: float = 3 * WARM_UP_S,
) -> Pose:
    """So many in one class, some of them too high, too low or without a heart rate."""
    _tonight(stage)
    stage.roster(count)
    stage.tap_in(*range(1, count + 1))
    stage.app.start_class(shortened(stage.plan(protocol)))
    stage.run(seconds)
    stage.bend.update(dict.fromkeys(over, 14.0) | dict.fromkeys(under, -14.0))
    stage.silent.update(FIRST_STRAP + number for number in silent)
    stage.run(120)
    return _look


def _idle(metres: float, stage: Stage) -> Pose:
    _tonight(stage, metres)
    stage.run(1)
    return _look


def _idle_without_a_clock(stage: Stage) -> Pose:
    stage.clock.jump_wall(-EVENING_MS / 1000)
    stage.run(1)
    return _look


def _clock_not_set(stage: Stage) -> Pose:
    stage.clock.jump_wall(-EVENING_MS / 1000)
    return _train(stage, 4)


def _ready(stage: Stage) -> Pose:
    _tonight(stage)
    stage.roster(6)
    stage.tap_in(*range(1, 7))
    return _look


def _called(stage: Stage) -> Pose:
    """One does not answer; others are too high and too low."""
    pose = _train(stage, 9, over=(3,), under=(7,), silent=(5,))
    stage.app.state.participants[2].alert = Alert.ARE_YOU_ALL_RIGHT
    stage.run(0.5)
    return pose


def _no_incline(stage: Stage) -> Pose:
    message = text(
        "{title} was unplugged: plug its cable into {path} again",
        title=title_of(f"incline:{STATION}"),
        path="/dev/ttyUSB0",
    )
    now = stage.clock.monotonic()
    stage.mailbox.post(DeviceStatus(now, f"incline:{STATION}", "lost", message))
    return _train(stage, 4, protocol="tread-hike", seconds=600)


def _stopped(stage: Stage) -> Pose:
    _train(stage, 4, seconds=60)
    stage.app.stop_all()
    stage.run(1)
    return _look


WALL_SCENES: dict[str, Callable[[Stage], Pose]] = {
    "idle": partial(_idle, 0.0),
    "idle-evening": partial(_idle, TONIGHT_M),
    "idle-everest": partial(_idle, 12_400.0),
    "idle-clock-not-set": _idle_without_a_clock,
    "ready": _ready,
    "1": partial(_train, count=1),
    "2-one-over": partial(_train, count=2, over=(2,)),
    "4": partial(_train, count=4),
    "4-clock-not-set": _clock_not_set,
    "4-no-incline": _no_incline,
    "4-lost-straps": partial(_train, count=4, silent=(1, 2, 4)),
    "9-called": _called,
    "16-one-over": partial(_train, count=16, over=(6,)),
    "16-six-needs": partial(_train, count=16, over=(3, 8, 12), under=(5, 14), silent=(10,)),
    "32": partial(_train, count=32),
    "32-three-needs": partial(_train, count=32, over=(7, 20), silent=(29,)),
    "stopped": _stopped,
}
"""By state."""
