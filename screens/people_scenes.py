"""The coaches' pages on people, weeks and past sessions in every state that pictures show."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial

from kiosk.coach_port import (
    DeskAnswer,
    ExportStep,
    SessionLine,
    SessionsListed,
)
from kiosk.desk_port import PastLoaded
from kiosk.stick import PULLED, Stick
from kiosk.training.past import Past, Planned
from kiosk.words import text
from screens.board import Board
from screens.stage import Stage
from screens.walk import Page

Pose = Callable[[Board], None]
BEN = 2


def signed_in(stage: Stage) -> None:
    """A coach is at the screen, and has just touched it."""
    if not stage.coaches:
        stage.coach("Rosa")
    stage.app.coach = stage.coaches[0]
    stage.app.coach_touched()


def _people(count: int, stage: Stage) -> Pose:
    stage.roster(count)
    if count:
        _varied(stage)
    return lambda board: _go(stage, board, Page.PEOPLE)


def _varied(stage: Stage) -> None:
    """Not everybody is alike."""
    people = stage.people
    people[0] = replace(people[0], threshold_hr=171.0, threshold_on=date(2025, 12, 1))
    people[2] = replace(people[2], max_hr=None, resting_hr=None, birth_year=1988)
    people[3] = replace(people[3], is_effort_only=True)
    people[5] = replace(people[5], name="Guest 7", guest_on=date(2026, 1, 1), max_hr=None)
    people[6] = replace(people[6], is_ready=False, readiness_on=date(2025, 12, 20))
    people[7] = replace(people[7], max_hr=None, resting_hr=None)
    stage.reload()


def _go(stage: Stage, board: Board, page: Page, athlete_id: int | None = None) -> None:
    signed_in(stage)
    board.walk_model.go(page, athlete_id=athlete_id)
    stage.run(1)
    board.refresh()


def _card(athlete_id: int, act: Callable[[Stage, Board], None], stage: Stage) -> Pose:
    stage.roster(14)
    _varied(stage)
    people = stage.people
    people[1] = replace(
        people[1],
        ceiling_hr=172.0,
        is_ready=True,
        readiness_on=date(2025, 12, 20),
        cleared_on=date(2025, 11, 3),
        race_on=date(2026, 3, 7),
        race_name="Winter vertical",
    )
    stage.stranger(48_213, -54)
    stage.reload()

    def pose(board: Board) -> None:
        _go(stage, board, Page.PEOPLE, athlete_id)
        act(stage, board)
        stage.run(1)
        board.refresh()

    return pose


def _typed(item: str, digits: str, stage: Stage, board: Board) -> None:
    card = board.people_model.card_model
    card.open(item)
    stage.run(1)
    board.refresh()
    for digit in digits:
        card.digit(int(digit))


def _opened(item: str, _stage: Stage, board: Board) -> None:
    board.people_model.card_model.open(item)


def _nothing(_stage: Stage, _board: Board) -> None:
    """The card, or the table, as it is."""


def _week(act: Callable[[Stage, Board], None], stage: Stage) -> Pose:
    stage.roster(14)
    today = date(2026, 1, 1)
    weeks = {
        1: ((0, "step-up-80", ""), (2, None, "rest"), (3, "quad-crusher", ""), (5, None, "long")),
        2: ((1, "tread-hike", ""), (2, "tread-hike", ""), (3, "tread-hike", ""), (4, None, "easy")),
        4: ((0, None, "rest"), (6, "short-hills", "")),
    }
    past = {
        who: Past(plan=tuple(Planned(today + timedelta(n), plan, words) for n, plan, words in days))
        for who, days in weeks.items()
    }
    stage.mailbox.post(PastLoaded(stage.clock.monotonic(), past))
    stage.run(1)

    def pose(board: Board) -> None:
        _go(stage, board, Page.PLANNER)
        act(stage, board)
        stage.run(1)
        board.refresh()

    return pose


def _whose_weeks(count: int, stage: Stage) -> Pose:
    stage.roster(count)
    return lambda board: _go(stage, board, Page.PLANNER)


def _planned(refusal: str | None, stage: Stage, board: Board) -> None:
    """Ben's Sunday is on its way to the disk, or it was refused there."""
    _open_day(stage, board)
    stage.run(1)
    board.refresh()
    board.planner_model.sheet_model.choose("quad-crusher")
    stage.run(1)
    board.refresh()
    if refusal is not None:
        stage.mailbox.post(DeskAnswer(stage.clock.monotonic(), 1, refusal))


def _open_day(stage: Stage, board: Board) -> None:
    stage.run(1)
    board.refresh()
    board.planner_model.open(2, 3)


def _past_sessions(
    listed: SessionsListed | None,
    step: ExportStep | None,
    ticked: Sequence[int],
    stage: Stage,
    stick: Stick | None = None,
) -> Pose:
    stage.roster(3)

    def pose(board: Board) -> None:
        desk = stage.app.coach_desk
        desk.listed, desk.exported, desk.stick = listed, step, stick
        _go(stage, board, Page.EXPORTS)
        desk.listed = listed  # coming here asks anew after trouble
        board.refresh()
        for session in ticked:
            board.exports_model.tick(session)
        board.refresh()

    return pose


NOW = datetime.fromisoformat("2026-01-01T18:08")
LINES = tuple(
    SessionLine(
        40 - n,
        NOW - timedelta(days=2 * n, minutes=11 * n),
        ("Step-up 80", "Tread hike", "Short hills", "Quad crusher")[n % 4],
        ("Anna", "Ben", "Chloe", "David", "Elif")[: 1 + (3 * n) % 5],
        4800 - 371 * (n % 5),
        "open" if n == 0 else "recovered" if n == 5 else "complete",
        is_exported=n > 4,
    )
    for n in range(30)
)
LISTED = SessionsListed(0.0, LINES)
FOLDER = "/var/lib/switchback/exports"
FULL = text("The disk is full: free some space, then try again.")
CLUB = Stick(0.0, "ready", "CLUB", "/media/switchback/CLUB", 12_400_000_000)
ON_STICK = ExportStep(0.0, 2, 5, 41, f"{CLUB.folder}/Switchback", is_on_stick=True)
UNFORMATTED = Stick(
    0.0,
    "refused",
    "Straw Disk",
    sentence=text(
        "The stick is not formatted: format it as exFAT or FAT32 on a laptop. That deletes "
        "everything on it."
    ),
)
UNREADABLE = text("The history cannot be read: ask the staff to put in another card.")

PEOPLE_SCENES: list[tuple[str, str, Callable[[Stage], Pose]]] = [
    ("people", "few", partial(_people, 14)),
    ("people", "200", partial(_people, 200)),
    ("people", "none", partial(_people, 0)),
    ("people", "card", partial(_card, BEN, _nothing)),
    ("people", "card-guest", partial(_card, 6, _nothing)),
    ("people", "card-threshold", partial(_card, 1, _nothing)),
    ("people", "number", partial(_card, BEN, partial(_typed, "max-hr", "188"))),
    ("people", "number-refused", partial(_card, BEN, partial(_typed, "max-hr", "170"))),
    ("people", "edges", partial(_card, 1, partial(_opened, "edges"))),
    ("people", "day", partial(_card, BEN, partial(_opened, "race"))),
    ("people", "choice", partial(_card, BEN, partial(_opened, "shows"))),
    ("people", "straps", partial(_card, BEN, partial(_opened, "straps"))),
    ("people", "name", partial(_card, BEN, partial(_opened, "name"))),
    ("planner", "week", partial(_week, _nothing)),
    ("planner", "day", partial(_week, _open_day)),
    ("planner", "saving", partial(_week, partial(_planned, None))),
    ("planner", "refused", partial(_week, partial(_planned, FULL))),
    ("planner", "200", partial(_whose_weeks, 200)),
    ("planner", "nobody", partial(_whose_weeks, 0)),
    ("exports", "list", partial(_past_sessions, LISTED, None, (39, 37))),
    ("exports", "running", partial(_past_sessions, LISTED, ExportStep(0.0, 2, 5, 9, FOLDER), ())),
    (
        "exports",
        "done",
        partial(_past_sessions, LISTED, ExportStep(0.0, 5, 5, 17, FOLDER, True), ()),
    ),
    (
        "exports",
        "refused",
        partial(_past_sessions, LISTED, ExportStep(0.0, 1, 5, 3, FOLDER, True, FULL), ()),
    ),
    ("exports", "stick", partial(_past_sessions, LISTED, None, (39,), stick=CLUB)),
    ("exports", "no-stick", partial(_past_sessions, LISTED, None, (), stick=Stick(0.0, "none"))),
    (
        "exports",
        "stick-running",
        partial(_past_sessions, LISTED, replace(ON_STICK, left_s=190.0), (), stick=CLUB),
    ),
    (
        "exports",
        "stick-closing",
        partial(_past_sessions, LISTED, replace(ON_STICK, done=5, is_closing=True), ()),
    ),
    (
        "exports",
        "stick-done",
        partial(_past_sessions, LISTED, replace(ON_STICK, done=5, is_over=True), ()),
    ),
    (
        "exports",
        "stick-pulled",
        partial(_past_sessions, LISTED, replace(ON_STICK, is_over=True, refusal=PULLED), (38, 37)),
    ),
    (
        "exports",
        "cable-done",
        partial(
            _past_sessions, LISTED, ExportStep(0.0, 5, 5, 17, is_over=True, is_on_cable=True), ()
        ),
    ),
    ("exports", "stick-refused", partial(_past_sessions, LISTED, None, (39,), stick=UNFORMATTED)),
    ("exports", "none", partial(_past_sessions, SessionsListed(0.0), None, ())),
    ("exports", "loading", partial(_past_sessions, None, None, ())),
    (
        "exports",
        "trouble",
        partial(_past_sessions, SessionsListed(0.0, trouble=UNREADABLE), None, ()),
    ),
]
"""Page, state, and what has happened until then."""
