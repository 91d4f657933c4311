"""The view models: what they emit, and what they ask of the shell; no window here."""

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QModelIndex, QObject

from kiosk.session.state import Phase, StrapHeard
from screens import focus
from screens.board import Board
from screens.controls import control_view
from screens.faces import TileFace
from screens.rows import Rows
from tests.screens.screen_fakes import (
    HILLS,
    STEP_UP_80,
    FakeApp,
    class_of,
    set_heart_rate,
    start,
    tap_in,
)


@pytest.fixture
def parent(qapp: object) -> Iterator[QObject]:
    owner = QObject()
    yield owner
    shiboken6.delete(owner)


def changes_of(rows: Rows) -> list[tuple[int, set[str]]]:
    """Collects (row, names of changed roles) from now on."""
    names = {role: bytes(name.data()).decode() for role, name in rows.roleNames().items()}
    seen: list[tuple[int, set[str]]] = []

    def note(first: QModelIndex, _last: QModelIndex, roles: list[int]) -> None:
        seen.append((first.row(), {names[role] for role in roles}))

    rows.dataChanged.connect(note)
    return seen


def count_of(model: QObject) -> list[int]:
    seen: list[int] = []
    model.changed.connect(lambda: seen.append(1))  # type: ignore[attr-defined]
    return seen


def test_rows_tell_only_what_changed(parent: QObject) -> None:
    rows = Rows(TileFace, parent)
    rows.show([TileFace(1, True, "Anna", "150"), TileFace(2, True, "Ben", "140")])
    seen = changes_of(rows)
    rows.show([TileFace(1, True, "Anna", "151"), TileFace(2, True, "Ben", "140")])
    assert seen == [(0, {"number"})]


def test_rows_come_and_go_at_the_end(parent: QObject) -> None:
    rows = Rows(TileFace, parent)
    one, two = TileFace(1, True), TileFace(2, True)
    rows.show([one, two])
    assert rows.rowCount() == 2
    rows.show([two])
    assert list(rows.rows) == [two]
    assert rows.rowCount(rows.index(0)) == 0


def test_rows_have_nothing_for_a_strange_role_or_place(parent: QObject) -> None:
    rows = Rows(TileFace, parent)
    rows.show([TileFace(1, True, "Anna")])
    assert rows.data(rows.index(0), 0) is None
    assert rows.data(rows.index(5), next(iter(rows.roleNames()))) is None


def test_a_beat_without_news_emits_nothing(parent: QObject) -> None:
    app = class_of(8)
    board = Board(app, parent)
    tiles = changes_of(board.tile_rows)
    others = [
        count_of(model)
        for model in (
            board.header_model,
            board.control_model,
            board.timeline_model,
            board.question_model,
        )
    ]
    app.state.now += 0.1
    board.refresh()
    assert tiles == []
    assert others == [[], [], [], []]


def test_a_new_heart_rate_touches_one_tile_only(parent: QObject) -> None:
    app = class_of(8)
    board = Board(app, parent)
    tiles, header = changes_of(board.tile_rows), count_of(board.header_model)
    set_heart_rate(app.state.participants[2], 151)
    board.refresh()
    assert tiles == [(1, {"number", "share"})]
    assert header == []


def test_a_second_that_passes_moves_the_header_and_the_line_and_no_tile_counts_it_once_more(
    parent: QObject,
) -> None:
    app = class_of(2)
    board = Board(app, parent)
    tiles, header = changes_of(board.tile_rows), count_of(board.header_model)
    line = count_of(board.timeline_model)
    app.state.sessions[1].main.step_s += 1
    app.state.sessions[1].elapsed_s += 1
    board.refresh()
    assert tiles == []
    assert (header, line) == ([1], [1])


def test_tiles_close_their_gaps_when_the_session_is_over(parent: QObject) -> None:
    app = class_of(3)
    board = Board(app, parent)
    app.state.participants[1].phase = Phase.LEFT
    board.refresh()
    assert [row.athlete for row in board.tile_rows.rows] == [0, 2, 3]  # type: ignore[attr-defined]
    app.state.sessions[1].phase = Phase.FINISHED
    board.refresh()
    assert [row.athlete for row in board.tile_rows.rows] == [2, 3]  # type: ignore[attr-defined]


def test_the_timeline_previews_the_chosen_workout_until_something_runs(parent: QObject) -> None:
    app = FakeApp()
    tap_in(app, 1)
    board = Board(app, parent)
    assert board.timeline_model.progress.caption == "80 min"
    board.control_model.choose(1)
    board.refresh()
    assert board.timeline_model.block_rows.rowCount() == len(HILLS.steps)
    assert board.timeline_model.progress.index == -1
    start(app)
    board.refresh()
    assert board.timeline_model.block_rows.rowCount() == len(STEP_UP_80.steps)
    assert board.timeline_model.progress.index == 2


def test_the_class_is_in_focus_before_any_own_clock() -> None:
    app = FakeApp()
    tap_in(app, 1)
    own = start(app)
    own.clock = own.main.clock = "own"
    assert focus.focus(app.state) is own
    group = start(app)
    assert focus.focus(app.state) is group
    group.phase = Phase.FINISHED
    assert focus.focus(app.state) is own


def test_of_several_own_clocks_no_button_on_everybodys_page_stops_one() -> None:
    app = FakeApp()
    for number in (1, 2):
        tap_in(app, number)
        session = start(app)
        session.clock = session.main.clock = "own"
    assert focus.focus(app.state) is None
    view = control_view(app, None, 0, starting=False)
    assert (view.live, view.choosing) == (False, False)


def test_who_has_finished_may_be_started_again_but_nobody_during_a_class(parent: QObject) -> None:
    app = class_of(2)
    board = Board(app, parent)
    assert not board.control_model.view.startable
    app.state.sessions[1].phase = Phase.FINISHED
    for who in app.state.participants.values():
        who.phase = Phase.FINISHED
    board.refresh()
    assert board.control_model.view.startable
    assert board.control_model.view.starters == "2 athletes"


def test_without_workouts_there_is_nothing_to_start(parent: QObject) -> None:
    app = FakeApp(plans=())
    tap_in(app, 1)
    board = Board(app, parent)
    board.control_model.choose(0)
    board.control_model.start()
    assert not board.control_model.view.startable
    assert board.timeline_model.progress.caption == ""
    assert app.asked == []


def test_the_choice_stays_as_it_was_once_a_start_is_asked_for(parent: QObject) -> None:
    app = FakeApp()
    tap_in(app, 1)
    board = Board(app, parent)
    board.control_model.start()
    board.control_model.choose(1)
    assert board.control_model.view.chosen == 0


def test_buttons_without_a_session_ask_for_nothing(parent: QObject) -> None:
    app = FakeApp()
    controls = Board(app, parent).control_model
    controls.togglePause()
    controls.skip()
    controls.extend()
    controls.askEnd()
    assert app.asked == []


def test_a_single_athlete_is_asked_about_the_session_and_not_about_everybody(
    parent: QObject,
) -> None:
    app = class_of(1)
    app.state.sessions[1].clock = app.state.sessions[1].main.clock = "own"
    board = Board(app, parent)
    board.control_model.askEnd()
    assert board.question_model.question is not None
    assert board.question_model.question.title == "End the session?"


def test_the_header_speaks_of_the_session_and_counts_up_where_a_button_is_waited_for(
    parent: QObject,
) -> None:
    app = class_of(1)
    board = Board(app, parent)
    view = board.header_model.view
    assert (view.title, view.step, view.remaining) == ("Step-up 80", "Mid zone 3", "12:39")
    app.state.sessions[1].phase = Phase.PAUSED
    board.refresh()
    assert board.header_model.view.step == "paused"
    app.state.sessions.clear()
    start(app, app.plans[2], step=0, at=75)
    board.refresh()
    assert board.header_model.view.remaining == "1:15"


def test_straps_are_counted_while_they_are_on_the_air_and_never_named(parent: QObject) -> None:
    app = FakeApp()
    app.state.now = 100.0
    app.state.straps = {
        n: StrapHeard(at, at) for n, at in ((4711, 99.0), (4712, 60.0), (1001, 98.0))
    }
    app.people = (tap_in(app, 1, phase=Phase.LEFT).athlete,)
    view = Board(app, parent).header_model.view
    assert view.straps == "2 straps on the air, 1 known"
    assert view.empty


def test_every_name_in_a_large_class_that_was_cut_is_not_read_out(parent: QObject) -> None:
    from screens.wording import listed  # noqa: PLC0415

    assert listed(("A", "B")) == "A, B"
    assert listed(tuple("ABCDEFGH")) == "A, B, C, D, E, F and 2 more"
