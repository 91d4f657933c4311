"""Past sessions to look at again, in every state that pictures show."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from math import sin
from typing import Final

from kiosk.coach_port import (
    Replay,
    ReplayAthlete,
    ReplayLoaded,
    ReplayRow,
    ReplayWord,
    SessionsListed,
)
from kiosk.session.state import Alert
from kiosk.training.plan import Plan
from kiosk.training.zones import ZoneModel, Zones, zones_from
from screens.board import Board
from screens.people_scenes import LISTED, NOW, UNREADABLE, signed_in
from screens.stage import NAMES, Stage
from screens.walk import Page

Pose = Callable[[Board], None]
SESSION: Final = 39
SECONDS: Final = 3600


def past_class(plan: Plan | None, people: int = 3) -> Replay:
    """For an hour: the second comes late, the third is silent for a while and needs a word twice,
    the fifth leaves early.
    """
    athletes = tuple(
        ReplayAthlete(
            number,
            NAMES[(number - 1) % len(NAMES)] + (f" {number}" if number > len(NAMES) else ""),
            tuple(_seconds(number, plan)),
            _zones(number),
            _words(number),
        )
        for number in range(1, people + 1)
    )
    name = "Step-up 80" if plan is None else plan.name
    return Replay(SESSION, name, NOW, SECONDS, plan, athletes)


def _zones(number: int) -> Zones:
    heart = {"max_hr": 190.0 - number % 7, "resting_hr": 50.0}
    return zones_from(ZoneModel.RESERVE, heart)


def _words(number: int) -> tuple[ReplayWord, ...]:
    if number == 3:
        return (
            ReplayWord(1561, str(Alert.NO_SIGNAL)),
            ReplayWord(2890, str(Alert.RECOVERY_WALK)),
        )
    return (ReplayWord(2150, str(Alert.ARE_YOU_ALL_RIGHT)),) if number == 6 else ()


def _seconds(number: int, plan: Plan | None) -> Iterator[ReplayRow]:
    begin, end = (900 if number == 2 else 0), (2400 if number == 5 else SECONDS)
    for second in range(begin, end):
        index, low = _guided(second, plan)
        wave = 7 * sin(second / 140 + number) + 4 * sin(second / 37 + 2 * number)
        strays = 14 if number == 3 and second > 2700 else 6 if number == 6 else 0
        bpm = round(low + 5 + wave + strays)
        silent = number == 3 and 1500 < second < 1900
        step = "" if plan is None else plan.steps[index].name
        yield ReplayRow(
            second, None if silent else bpm, low, low + 10, 4.0 + index, 5.4, step, index
        )


def _guided(second: int, plan: Plan | None) -> tuple[int, float]:
    """Which of the steps it is, and the lower end of its band, after easing in."""
    steps = 4 if plan is None else len(plan.steps)
    length = SECONDS / steps
    index = min(steps - 1, int(second / length))
    aims = [118.0 + 34 * min(n, steps - n) / max(1, steps // 2) for n in range(steps + 1)]
    eased = min(1.0, (second - index * length) / 120)
    before = aims[index - 1] if index else 104.0
    return index, before + eased * (aims[index] - before)


# -- scenes ----------------------------------------------------------------------------------------


def _opened(stage: Stage, board: Board, listed: SessionsListed | None) -> None:
    stage.app.coach_desk.listed = listed
    signed_in(stage)
    board.walk_model.go(Page.REPLAY)
    stage.app.coach_desk.listed = listed  # coming here asks anew after trouble
    stage.run(1)
    board.refresh()


def _list(listed: SessionsListed | None, stage: Stage) -> Pose:
    return lambda board: _opened(stage, board, listed)


def _answered(answer: ReplayLoaded | None, stage: Stage) -> Pose:
    """The session is asked for, and this is what comes."""

    def pose(board: Board) -> None:
        _opened(stage, board, LISTED)
        board.replay_model.choose(SESSION)
        stage.app.coach_desk.replayed = answer
        stage.run(1)
        board.refresh()

    return pose


def _played(
    people: int, act: Callable[[Board], None], stage: Stage, *, has_plan: bool = True
) -> Pose:
    past = past_class(stage.plan("step-up-80") if has_plan else None, people)

    def pose(board: Board) -> None:
        _answered(ReplayLoaded(0.0, SESSION, past), stage)(board)
        board.replay_model.scrub(0.6)
        stage.run(1)
        board.refresh()
        act(board)
        stage.run(1)
        board.refresh()

    return pose


def _nothing(_board: Board) -> None:
    """As it is."""


def _large(board: Board) -> None:
    board.replay_model.look(1)


def _word(board: Board) -> None:
    board.replay_model.scrub(0.3)
    board.replay_model.toWord()
    board.replay_model.skip(15)


def _second_page(board: Board) -> None:
    board.replay_model.turn(1)


def _empty_session(stage: Stage) -> Pose:
    nobody = replace(past_class(None, 0), seconds=0)
    return _answered(ReplayLoaded(0.0, SESSION, nobody), stage)


REPLAY_SCENES: list[tuple[str, str, Callable[[Stage], Pose]]] = [
    ("replay", "list", partial(_list, LISTED)),
    ("replay", "none", partial(_list, SessionsListed(0.0))),
    ("replay", "looking", partial(_list, None)),
    ("replay", "trouble", partial(_list, SessionsListed(0.0, trouble=UNREADABLE))),
    ("replay", "reading", partial(_answered, None)),
    ("replay", "unreadable", partial(_answered, ReplayLoaded(0.0, SESSION, trouble=UNREADABLE))),
    ("replay", "empty", _empty_session),
    ("replay", "alone", partial(_played, 1, _nothing)),
    ("replay", "class", partial(_played, 3, _nothing)),
    ("replay", "sixteen", partial(_played, 16, _nothing)),
    ("replay", "thirty-two", partial(_played, 32, _second_page)),
    ("replay", "large", partial(_played, 16, _large)),
    ("replay", "word", partial(_played, 16, _word)),
    ("replay", "no-plan", partial(_played, 3, _nothing, has_plan=False)),
]
"""Page, state, and what has happened until then."""
