"""What coaches ask at the screen, on a real history: changes, weeks, exports and replays."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, timedelta
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
from argon2 import PasswordHasher
from sqlalchemy import Engine

from kiosk.clock import ManualClock
from kiosk.coach_port import DayPlan, DeskAnswer, ExportStep, ReplayLoaded, SessionsListed
from kiosk.desk_port import PastLoaded, RosterLoaded
from kiosk.errors import RosterError
from kiosk.export.archive import SessionArchive
from kiosk.history.coaches import Coaches
from kiosk.history.queries import History
from kiosk.history.recorder import Recorder
from kiosk.history.roster import Roster
from kiosk.history.roster_watch import RosterWatch
from kiosk.history.shelf import Shelf
from kiosk.history.taken import take
from kiosk.history.week import Weeks, plan_days
from kiosk.session.records import Note
from kiosk.training.past import Planned
from tests.history.facts import (
    UTC_MS,
    athlete_closed,
    batches,
    joined,
    opened,
    second,
    session_closed,
)

DEADLINE_S = 20.0
QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
Found = TypeVar("Found")


class Post:
    """Keeps what was posted, and waits for one of a kind."""

    def __init__(self) -> None:
        self.posted: list[object] = []
        self._changed = threading.Condition()

    def __call__(self, answer: object) -> None:
        with self._changed:
            self.posted.append(answer)
            self._changed.notify_all()

    def next(self, kind: type[Found], wanted: Callable[[Found], bool] = lambda _: True) -> Found:
        """The first of this kind, taken away with all that came before it."""

        def found() -> list[Found]:
            return [one for one in self.posted if isinstance(one, kind) and wanted(one)]

        with self._changed:
            assert self._changed.wait_for(lambda: bool(found()), DEADLINE_S)
            first = found()[0]
            del self.posted[: self.posted.index(first) + 1]
            return first


@pytest.fixture
def post() -> Post:
    return Post()


@pytest.fixture
def desk(engine: Engine, clock: ManualClock, post: Post) -> Iterator[RosterWatch]:
    weeks = Weeks(engine, clock, post, UTC)
    watch = RosterWatch(Roster(engine, clock), Shelf(engine, clock), clock, post, weeks=weeks)
    with watch:
        yield watch


def test_a_change_touches_its_fields_alone_and_is_told_before_it_is_answered(
    desk: RosterWatch, roster: Roster, post: Post, clock: ManualClock
) -> None:
    anna = roster.add("Anna", [7], max_hr=190)
    roster.add_tag(anna.id, "5a" * 32)
    desk.change_person(1, anna.id, {"resting_hr": 48.0})
    loaded = post.next(
        RosterLoaded, lambda told: [who.resting_hr for who in told.athletes] == [48.0]
    )
    assert (loaded.athletes[0].max_hr, loaded.athletes[0].tags) == (190, ("5a" * 32,))
    assert post.next(DeskAnswer) == DeskAnswer(clock.monotonic(), 1)


def test_a_change_that_cannot_be_is_refused_in_a_sentence(
    desk: RosterWatch, roster: Roster, post: Post
) -> None:
    anna = roster.add("Anna", max_hr=190)
    desk.change_person(1, anna.id, {"ceiling_hr": 200.0})
    assert "must not lie above the maximum" in post.next(DeskAnswer).refusal
    desk.remove_person(2, anna.id)
    assert post.next(DeskAnswer).refusal == ""
    desk.remove_person(3, anna.id)
    assert "not on the roster any more" in post.next(DeskAnswer).refusal
    desk.change_person(4, anna.id, {"ceiling_hr": 180.0})
    assert "not on the roster any more" in post.next(DeskAnswer).refusal


def test_days_are_planned_together_or_not_at_all(
    desk: RosterWatch, roster: Roster, post: Post, clock: ManualClock, engine: Engine
) -> None:
    anna = roster.add("Anna")
    today = date.fromordinal(date(1970, 1, 1).toordinal() + clock.utc_ms() // 86_400_000)
    days = [
        DayPlan(anna.id, today + timedelta(n), (Planned(today + timedelta(n), None, "easy"),))
        for n in (1, 3)
    ]
    desk.plan_days(1, days)
    told = post.next(PastLoaded)
    assert [entry.on for entry in told.past[anna.id].plan] == [day.on for day in days]
    assert post.next(DeskAnswer).refusal == ""
    with pytest.raises(RosterError):
        plan_days(engine, [DayPlan(anna.id, today), DayPlan(999, today)])
    desk.plan_days(2, [DayPlan(anna.id, days[0].on), DayPlan(999, today)])
    assert "not on the roster" in post.next(DeskAnswer).refusal
    desk.plan_days(3, [DayPlan(anna.id, days[1].on)])
    assert [entry.on for entry in post.next(PastLoaded).past[anna.id].plan] == [days[0].on]


# -- past sessions ---------------------------------------------------------------------------------


@pytest.fixture
def archive(
    history: History, tmp_path: Path, clock: ManualClock, post: Post, engine: Engine
) -> Iterator[SessionArchive]:
    taking = partial(take, engine)
    with SessionArchive(history, tmp_path / "exports", clock, post, taking) as archive:
        yield archive


def record(recorder: Recorder, roster: Roster) -> None:
    """A class of two that is over, and one that runs."""
    for name in ("Anna", "Ben"):
        roster.add(name)
    recorder.put([opened(), joined(1, "Anna"), joined(2, "Ben")])
    for batch in batches([1, 2], 0, 70):
        recorder.put(batch)
    recorder.put([athlete_closed(1, 70), athlete_closed(2, 70), session_closed(70)])
    recorder.put([opened(2), joined(1, "Anna", 2), second(1, 0, 2)])
    recorder.close()


def test_past_sessions_are_listed_newest_first_and_what_lies_there_is_marked(
    archive: SessionArchive, recorder: Recorder, roster: Roster, post: Post, tmp_path: Path
) -> None:
    record(recorder, roster)
    archive.list_sessions()
    running, over = post.next(SessionsListed).sessions
    assert (running.id, running.state, running.is_exported) == (2, "open", False)
    assert (over.names, over.seconds, over.is_exported) == (("Anna", "Ben"), 70, False)
    archive.export([1])
    assert post.next(ExportStep).done == 0
    step = post.next(ExportStep, lambda one: one.is_over)
    assert (step.done, step.of, step.files, step.refusal) == (1, 1, 7, "")
    assert step.folder == str(tmp_path / "exports")
    assert [line.is_exported for line in post.next(SessionsListed).sessions] == [False, True]
    (folder,) = (tmp_path / "exports").iterdir()
    (folder / "Ben.csv").unlink()
    archive.list_sessions()
    assert not post.next(SessionsListed).sessions[1].is_exported


def test_the_newest_sessions_are_told_before_years_of_others_are_read(
    archive: SessionArchive,
    recorder: Recorder,
    roster: Roster,
    post: Post,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("kiosk.export.archive.FIRST_PAGE", 1)
    record(recorder, roster)
    archive.list_sessions()
    first, all_of_them = post.next(SessionsListed), post.next(SessionsListed)
    assert ([one.id for one in first.sessions], first.is_whole) == ([2], False)
    assert ([one.id for one in all_of_them.sessions], all_of_them.is_whole) == ([2, 1], True)


def test_two_coaches_each_have_as_new_what_they_have_not_had(
    archive: SessionArchive,
    recorder: Recorder,
    roster: Roster,
    post: Post,
    history: History,
    engine: Engine,
    clock: ManualClock,
) -> None:
    coaches = Coaches(engine, clock, QUICK)
    ann, bo = (coaches.add(name, pin) for name, pin in (("Ann", "8305"), ("Bo", "9142")))
    record(recorder, roster)
    clock.advance(3600)

    def new() -> list[list[int]]:
        return [[one.id for one in history.new_for(coach)] for coach in (ann, bo)]

    def exported(coach: int) -> bool:
        archive.list_sessions(coach)
        return post.next(SessionsListed).sessions[1].is_exported

    assert new() == [[1], [1]]
    archive.export([1], ann)
    assert post.next(ExportStep, lambda one: one.is_over).refusal == ""
    assert post.next(SessionsListed).sessions[1].is_exported
    assert new() == [[], [1]]
    assert (exported(ann), exported(bo)) == (True, False), "the files lie there, but not with Bo"
    archive.export([1], bo)
    assert post.next(ExportStep, lambda one: one.is_over).refusal == ""
    assert post.next(SessionsListed).sessions[1].is_exported
    assert new() == [[], []]


def test_an_export_that_failed_is_new_still(
    archive: SessionArchive,
    recorder: Recorder,
    roster: Roster,
    post: Post,
    history: History,
    tmp_path: Path,
    engine: Engine,
    clock: ManualClock,
) -> None:
    ann = Coaches(engine, clock, QUICK).add("Ann", "8305")
    record(recorder, roster)
    clock.advance(3600)
    (tmp_path / "exports").write_text("a file is in the way")
    archive.export([1], ann)
    assert post.next(ExportStep, lambda one: one.is_over).refusal
    assert [one.id for one in history.new_for(ann)] == [1]


def test_a_folder_that_takes_nothing_stops_the_export_with_a_sentence(
    archive: SessionArchive, recorder: Recorder, roster: Roster, post: Post, tmp_path: Path
) -> None:
    record(recorder, roster)
    (tmp_path / "exports").write_text("a file is in the way")
    archive.export([1])
    step = post.next(ExportStep, lambda one: one.is_over)
    assert (step.done, step.files) == (0, 0)
    assert step.refusal == "The disk cannot be written to: have the kiosk looked at."


def test_a_replay_has_everybodys_seconds_on_one_clock(
    archive: SessionArchive, recorder: Recorder, roster: Roster, post: Post
) -> None:
    record(recorder, roster)
    archive.load_replay(1)
    replay = post.next(ReplayLoaded).replay
    assert replay is not None
    assert (replay.seconds, [who.name for who in replay.athletes]) == (70, ["Anna", "Ben"])
    row = replay.athletes[0].rows[65]
    assert (row.at_s, row.bpm, row.low, row.high, row.step) == (65, 120, 133.4, 141.0, "Climb")
    archive.load_replay(99)
    assert "no session 99" in post.next(ReplayLoaded).trouble


def test_a_replay_tells_the_zones_of_then_and_when_somebody_needed_a_word(
    archive: SessionArchive, recorder: Recorder, roster: Roster, post: Post
) -> None:
    for name in ("Anna", "Ben"):
        roster.add(name)
    recorder.put([opened(), joined(1, "Anna"), joined(2, "Ben")])
    for batch in batches([1, 2], 0, 70):
        recorder.put(batch)
    recorder.put([Note(1, UTC_MS + 40_000, "alert", 1, 40, {"code": "recovery walk"})])
    recorder.close()
    archive.load_replay(1)
    replay = post.next(ReplayLoaded).replay
    assert replay is not None
    anna, ben = replay.athletes
    assert anna.zones is not None
    assert anna.zones.inputs["max_hr"] == 190.0
    assert [(word.at_s, word.code) for word in anna.words] == [(40, "recovery walk")]
    assert ben.words == ()


def test_an_old_session_whose_steps_cannot_be_read_is_replayed_without_them(
    archive: SessionArchive, recorder: Recorder, roster: Roster, post: Post
) -> None:
    roster.add("Anna")
    recorder.put([replace(opened(), plan_json="{}"), joined(1, "Anna"), second(1, 0)])
    recorder.close()
    archive.load_replay(1)
    replay = post.next(ReplayLoaded).replay
    assert replay is not None
    assert replay.plan is None
    assert [(row.bpm, row.step) for row in replay.athletes[0].rows] == [(120, "")]
