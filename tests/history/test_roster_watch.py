"""The roster's own thread: what it tells, in which order, and that it outlives every refusal."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from kiosk.clock import ManualClock
from kiosk.desk_port import (
    Answer,
    PersonAnswer,
    PersonWanted,
    RosterDesk,
    RosterLoaded,
    ShelfAnswer,
    TagAnswer,
)
from kiosk.history import roster_watch
from kiosk.history.roster import Roster
from kiosk.history.roster_watch import RosterWatch
from kiosk.history.shelf import Shelf

DEADLINE_S = 20.0
TAG = "5a" * 32


class Post:
    """Keeps what was posted, and waits for it."""

    def __init__(self) -> None:
        self.posted: list[Answer] = []
        self._changed = threading.Condition()

    def __call__(self, answer: Answer) -> None:
        with self._changed:
            self.posted.append(answer)
            self._changed.notify_all()

    def until(self, count: int) -> list[Answer]:
        """The first `count` that came, taken away."""
        with self._changed:
            assert self._changed.wait_for(lambda: len(self.posted) >= count, DEADLINE_S)
            taken, self.posted = self.posted[:count], self.posted[count:]
            return taken


@pytest.fixture
def post() -> Post:
    return Post()


@pytest.fixture
def desk(engine: Engine, clock: ManualClock, post: Post) -> Iterator[RosterWatch]:
    watch = RosterWatch(Roster(engine, clock), Shelf(engine, clock), clock, post)
    with watch:
        assert post.until(1) == [RosterLoaded(clock.monotonic(), ())]
        yield watch


def loaded(post: Post) -> RosterLoaded:
    (answer,) = post.until(1)
    assert isinstance(answer, RosterLoaded)
    return answer


def test_each_request_is_answered_after_the_change_that_it_made(
    desk: RosterWatch, post: Post, clock: ManualClock
) -> None:
    asked: RosterDesk = desk
    at = clock.monotonic()
    wanted = PersonWanted("Anna", 7, 1986, 190, 50, 170)
    asked.add(wanted)
    (anna,) = loaded(post).athletes
    assert post.until(1) == [PersonAnswer(at, wanted, anna)]
    asked.add_tag(1, anna.id, TAG)
    assert [who.tags for who in loaded(post).athletes] == [(TAG,)]
    assert post.until(1) == [TagAnswer(at, 1)]
    asked.remember_strap(2, anna.id, 8)
    assert [who.straps for who in loaded(post).athletes] == [(7, 8)]
    assert post.until(1) == [ShelfAnswer(at, 2)]
    asked.add_pool_strap(3, 3, 12345)
    assert [strap.device_number for strap in loaded(post).pool] == [12345]
    assert post.until(1) == [ShelfAnswer(at, 3)]
    asked.lend(4, 3, anna.id)
    assert [strap.holder_id for strap in loaded(post).pool] == [anna.id]
    assert post.until(1) == [ShelfAnswer(at, 4)]
    asked.add(PersonWanted("Ben"))
    ben = loaded(post).athletes[1].id
    assert isinstance(post.until(1)[0], PersonAnswer)
    asked.lend(5, 3, ben)
    assert [strap.holder_id for strap in loaded(post).pool] == [ben], "whoever had it before"
    assert post.until(1) == [ShelfAnswer(at, 5)]
    asked.give_back(6, 3, 40, "ok")
    (strap,) = loaded(post).pool
    assert (strap.holder_id, strap.battery_percent, strap.battery_status) == (None, 40, "ok")
    assert post.until(1) == [ShelfAnswer(at, 6)]
    asked.drop_pool_strap(7, 3)
    assert loaded(post).pool == ()
    assert post.until(1) == [ShelfAnswer(at, 7)]
    asked.add(PersonWanted("Cem", 7, shared=True))
    assert [who.straps for who in loaded(post).athletes] == [(7, 8), (), (7,)]
    assert isinstance(post.until(1)[0], PersonAnswer)


def test_the_answer_on_readiness_is_told_with_the_roster(
    desk: RosterWatch, post: Post, caplog: pytest.LogCaptureFixture
) -> None:
    desk.add(PersonWanted("Anna"))
    anna = loaded(post).athletes[0].id
    post.until(1)
    desk.answer_readiness(anna, ready=True)
    assert [who.is_ready for who in loaded(post).athletes] == [True]
    desk.answer_readiness(4711, ready=True)
    desk.add_pool_strap(8, 3, 12345)
    loaded(post)
    assert post.until(1) == [ShelfAnswer(1000.0, 8)]
    assert "not kept: This person is not on the roster any more" in caplog.text


def test_a_refusal_is_a_sentence_and_changes_nothing(
    desk: RosterWatch, post: Post, clock: ManualClock
) -> None:
    at = clock.monotonic()
    desk.add(PersonWanted("Anna", 7))
    anna = loaded(post).athletes[0].id
    post.until(1)
    desk.add(PersonWanted("Ben", 7))
    desk.add_tag(9, 4711, TAG)
    desk.remember_strap(10, anna, 0)
    desk.add_pool_strap(11, 1, 7)
    desk.lend(12, 1, anna)
    desk.give_back(13, 1, None, None)
    desk.drop_pool_strap(14, 1)
    person, tag, *shelf = post.until(7)
    assert isinstance(person, PersonAnswer)
    assert (person.at, person.athlete) == (at, None)
    assert person.refusal.startswith('Strap 7 already belongs to "Anna"')
    assert isinstance(tag, TagAnswer)
    assert tag.refusal == "This person is not on the roster any more: add them again."
    refusals = [answer.refusal for answer in shelf if isinstance(answer, ShelfAnswer)]
    assert refusals[0].startswith("Strap 0 cannot be")
    assert refusals[1].startswith('Strap 7 belongs to "Anna"')
    assert len(refusals) == 5
    assert all(said.startswith("There is no strap 1 on the shelf") for said in refusals[2:])


def test_what_another_program_writes_is_told(
    engine: Engine, clock: ManualClock, post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(roster_watch, "EVERY_S", 0.01)
    with RosterWatch(Roster(engine, clock), Shelf(engine, clock), clock, post):
        assert loaded(post).pool == ()
        for number in range(1, 100):
            Shelf(engine).add(number, 20_000 + number)
        while len(last := loaded(post).pool) < 99:
            assert [strap.number for strap in last] == list(range(1, len(last) + 1))
        Roster(engine).add("Anna")
        assert [who.name for who in loaded(post).athletes] == ["Anna"]


def test_a_disk_that_has_gone_is_a_refusal_and_the_thread_goes_on(
    desk: RosterWatch, post: Post, engine: Engine, path: Path
) -> None:
    away = path.with_name("away.sqlite3")
    engine.dispose()
    path.rename(away)
    desk.add_pool_strap(15, 1, 1)
    (answer,) = post.until(1)
    assert isinstance(answer, ShelfAnswer)
    assert "history.sqlite3 cannot be written" in answer.refusal
    away.rename(path)
    desk.add_pool_strap(16, 1, 1)
    assert [strap.number for strap in loaded(post).pool] == [1]


@pytest.mark.logs_errors("A request to the roster failed")
def test_a_bug_is_answered_and_the_next_request_is_heard(
    desk: RosterWatch, post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(Shelf, "drop", fail)
    desk.drop_pool_strap(17, 1)
    refused = post.until(1)[0]
    assert isinstance(refused, ShelfAnswer)
    assert "try again" in refused.refusal
    desk.add_pool_strap(18, 7, 12345)
    assert any(isinstance(answer, ShelfAnswer) and not answer.refusal for answer in post.until(2))
