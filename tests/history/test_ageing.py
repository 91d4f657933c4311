"""Raw beats go after their time, and nothing else does."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlalchemy import Engine

from kiosk.clock import ManualClock
from kiosk.history import ageing
from kiosk.history.ageing import DAY_MS, drop_beats
from kiosk.history.backup import copy_history
from kiosk.history.minutes import pack_next
from kiosk.history.queries import History
from kiosk.history.recorder import Recorder
from kiosk.history.results import Results
from kiosk.history.results_watch import ResultsWatch
from kiosk.history.roster import Roster
from kiosk.session.records import Record
from tests.history import facts

KEEP_DAYS = 400
Train = Callable[..., None]


@pytest.fixture
def train(engine: Engine, recorder: Recorder, roster: Roster) -> Train:
    """Two minutes of Anna and Ben, packed."""
    people = [roster.add("Anna").id, roster.add("Ben").id]

    def train(session_id: int, day: float, *, synchronised: bool = True, ends: bool = True) -> None:
        opened = facts.opened(session_id, facts.UTC_MS + round(day * DAY_MS))
        records: list[Record] = [replace(opened, synchronised=synchronised)]
        records += [facts.joined(who, str(who), session_id) for who in people]
        for batch in facts.batches(people, 0, 120, session_id):
            records += batch
        if ends:
            records += [
                replace(facts.athlete_closed(who, 120), session_id=session_id) for who in people
            ]
            records.append(replace(facts.session_closed(120), session_id=session_id))
        recorder.put(records)
        assert recorder.flush(20)
        while pack_next(engine, facts.UTC_MS) is not None:
            pass

    return train


def drop_all(
    engine: Engine, day: float, keep_days: int = KEEP_DAYS, *, synchronised: bool = True
) -> int:
    """How many steps there were."""
    steps = 0
    now = facts.UTC_MS + round(day * DAY_MS)
    while drop_beats(engine, now, keep_days, synchronised=synchronised):
        steps += 1
    return steps


def beats_in(history: History, sessions: Sequence[int]) -> list[int]:
    return [len(history.beats(session_id, 1)) for session_id in sessions]


def test_beats_go_after_their_time_a_part_at_a_time_and_every_second_stays(
    engine: Engine, history: History, train: Train, path: Path, tmp_path: Path
) -> None:
    train(1, 0)
    train(2, 1)
    train(3, 300)
    before = {s: history.samples(s, 1) for s in (1, 2, 3)}
    assert drop_all(engine, 399) == 0
    assert drop_all(engine, 401.5) == 4, "two parts of two sessions"
    assert beats_in(history, (1, 2, 3)) == [0, 0, 120]
    assert {s: history.samples(s, 1) for s in (1, 2, 3)} == before
    assert copy_history(path, tmp_path / "copy.sqlite3") == (), "every sum is right"


def test_zero_days_keep_the_beats_for_good(engine: Engine, history: History, train: Train) -> None:
    train(1, 0)
    assert drop_all(engine, 30_000, keep_days=0) == 0
    assert beats_in(history, [1]) == [120]


def test_nothing_is_dropped_while_a_session_is_open(engine: Engine, train: Train) -> None:
    train(1, 0)
    train(2, 500, ends=False)
    assert drop_all(engine, 500) == 0


def test_a_session_under_a_wrong_clock_keeps_its_beats_until_those_after_it_are_old(
    engine: Engine, history: History, train: Train
) -> None:
    train(1, 100)
    train(2, -9000, synchronised=False)  # the clock had not been set
    train(3, 101)
    assert drop_all(engine, 450) == 0
    assert drop_all(engine, 500.5) == 2
    assert beats_in(history, (1, 2, 3)) == [0, 120, 120]
    assert drop_all(engine, 502) == 4
    assert beats_in(history, (1, 2, 3)) == [0, 0, 0]


def test_a_kiosk_whose_clock_nobody_ever_sets_drops_them_too_unless_its_clock_leaps(
    engine: Engine, history: History, train: Train
) -> None:
    train(1, 0, synchronised=False)
    train(2, 390, synchronised=False)
    assert drop_all(engine, 9000, synchronised=False) == 0
    assert drop_all(engine, 401, synchronised=False) == 2
    assert beats_in(history, (1, 2)) == [0, 120]


def test_the_results_watch_drops_them_one_after_the_other(
    engine: Engine, history: History, train: Train, clock: ManualClock
) -> None:
    train(1, 0)
    clock.jump_wall((KEEP_DAYS + 1) * DAY_MS / 1000)
    watch = ResultsWatch(engine, Results(engine), clock, lambda _: None, keep_beats_days=KEEP_DAYS)
    assert [watch._drop_beats() for _ in range(3)] == [True, True, False]
    assert beats_in(history, [1]) == [0]


def test_on_a_nearly_full_disk_beats_go_earlier_but_never_where_they_are_kept_for_good(
    engine: Engine,
    history: History,
    train: Train,
    clock: ManualClock,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    train(1, 0)
    train(2, 60)
    clock.jump_wall(100 * DAY_MS / 1000)
    free = {"left": 20}

    def usage(_path: Path) -> SimpleNamespace:
        return SimpleNamespace(used=100 - free["left"], free=free["left"])

    monkeypatch.setattr(ageing.shutil, "disk_usage", usage)

    def watch(keep_days: int) -> ResultsWatch:
        results = Results(engine)
        return ResultsWatch(engine, results, clock, lambda _: None, keep_beats_days=keep_days)

    assert not watch(KEEP_DAYS)._drop_beats()
    free["left"] = 10
    assert not watch(0)._drop_beats()
    crowded = watch(KEEP_DAYS)
    assert [crowded._drop_beats() for _ in range(3)] == [True, True, False]
    assert beats_in(history, (1, 2)) == [0, 120]
    assert len(history.samples(1, 1)) == 120
    assert caplog.text.count("nearly full") == 1
