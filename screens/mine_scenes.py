"""The own view and the summary in every state that pictures are taken of."""

from collections.abc import Callable
from functools import partial

from kiosk.session.state import Phase
from kiosk.training.plan import Plan, Step
from screens.board import Board
from screens.stage import FIRST_STRAP, Stage
from screens.walk import Page

Pose = Callable[[Board], None]

ANNA, BEN = 1, 2
STRAP = FIRST_STRAP + ANNA
INTO_ZONE_3 = 2850
"""Seconds of step-up-80 until the middle of its second step."""
CIRCUIT = Plan(
    "strength",
    "Strength for hills",
    "circuit",
    (
        Step(
            "Split squats", "work", reps=12, load_kg=16, side="left", cues=("Knee over the toes",)
        ),
        Step("Calf raises", "work", 40),
    ),
)


def _go(page: Page, athlete_id: int = ANNA) -> Pose:
    return lambda board: board.walk_model.go(page, athlete_id=athlete_id)


def _train(stage: Stage, protocol: str, seconds: float, *, known: bool = True) -> None:
    """Anna on an own clock."""
    stage.roster(2, known=known)
    stage.tap_in(ANNA)
    stage.app.start_alone(stage.plan(protocol), ANNA)
    stage.run(seconds)


def _session(stage: Stage) -> int:
    return next(iter(stage.app.state.sessions))


def _answer(stage: Stage) -> None:
    """How hard it is, so that the question does not lie over what is to be seen."""
    stage.app.rate_effort(ANNA, 6)


def _bent(bpm: float, for_s: float, stage: Stage) -> Pose:
    _train(stage, "step-up-80", INTO_ZONE_3)
    stage.bend[ANNA] = bpm
    stage.run(for_s)
    return _go(Page.MINE)


def _easing(stage: Stage) -> Pose:
    _train(stage, "step-up-80", 2400 + 70)
    stage.bend[ANNA] = -3.0
    stage.run(20)
    return _go(Page.MINE)


def _silent(for_s: float, stage: Stage) -> Pose:
    _train(stage, "step-up-80", INTO_ZONE_3)
    stage.silent.add(STRAP)
    stage.run(for_s)
    _answer(stage)
    return _go(Page.MINE)


def _paused(stage: Stage) -> Pose:
    _train(stage, "step-up-80", INTO_ZONE_3)
    stage.app.pause(_session(stage))
    stage.run(2)
    return _go(Page.MINE)


def _late(stage: Stage) -> Pose:
    stage.roster(2)
    stage.tap_in(ANNA)
    stage.app.start_class(stage.plan("step-up-80"))
    stage.run(2500)
    stage.tap_in(BEN)
    stage.app.join(_session(stage), BEN)
    stage.run(160)
    return _go(Page.MINE, BEN)


def _ramp(stage: Stage) -> Pose:
    _train(stage, "tread-hike", 730)
    _answer(stage)
    stage.grade = 8.4
    stage.run(5)
    return _go(Page.MINE)


def _climb(stage: Stage) -> Pose:
    _train(stage, "tread-hike", 1000)
    _answer(stage)
    stage.grade = 14.8
    stage.run(5)
    return _go(Page.MINE)


def _left_handed(stage: Stage) -> Pose:
    stage.app.choose("left_handed", True)
    return _climb(stage)


def _without_zones(stage: Stage) -> Pose:
    _train(stage, "step-up-80", INTO_ZONE_3, known=False)
    _answer(stage)
    return _go(Page.MINE)


def _button(stage: Stage) -> Pose:
    stage.roster(1)
    stage.tap_in(ANNA)
    stage.app.start_alone(CIRCUIT, ANNA)
    stage.run(42)
    return _go(Page.MINE)


def _finish(stage: Stage) -> None:
    stage.run_until(lambda: stage.app.state.participants[ANNA].phase is Phase.FINISHED)


def _finished(known: bool, stage: Stage) -> Pose:
    _train(stage, "step-up-30", 2, known=known)
    _finish(stage)
    stage.app.skip_question(ANNA, "rpe")
    return _go(Page.SUMMARY)


def _gaps(stage: Stage) -> Pose:
    _train(stage, "step-up-30", 900)
    stage.silent.add(STRAP)
    stage.run(84)
    stage.silent.clear()
    _finish(stage)
    stage.app.skip_question(ANNA, "rpe")
    return _go(Page.SUMMARY)


def _left_early(stage: Stage) -> Pose:
    _train(stage, "step-up-30", 1210)
    stage.app.leave(ANNA)
    stage.run(2)
    stage.app.skip_question(ANNA, "rpe")
    return _go(Page.SUMMARY)


MINE_SCENES: dict[str, Callable[[Stage], Pose]] = {
    "easing": _easing,
    "hold": partial(_bent, 0.0, 30),
    "over": partial(_bent, 12.0, 60),
    "under": partial(_bent, -10.0, 60),
    "lost": partial(_silent, 9),
    "check-strap": partial(_silent, 40),
    "paused": _paused,
    "late-warm-up": _late,
    "ramp": _ramp,
    "climb": _climb,
    "left-handed": _left_handed,
    "no-zones": _without_zones,
    "button": _button,
}
SUMMARY_SCENES: dict[str, Callable[[Stage], Pose]] = {
    "finished": partial(_finished, True),
    "gaps": _gaps,
    "no-zones": partial(_finished, False),
    "left-early": _left_early,
}
"""By state: what happens until then; the answer brings the window to the page."""
