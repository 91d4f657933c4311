"""Everything of one person in a folder: all of it or nothing, and nothing of anybody else."""

import json
from collections.abc import Callable
from concurrent.futures import Executor, Future
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from kiosk.clock import ManualClock
from kiosk.desk_port import Answer, GhostLoaded, PartLoaded, TakenAway
from kiosk.errors import ExportError, HistoryError
from kiosk.export import person
from kiosk.export.person import take_away
from kiosk.history.recorder import Recorder
from kiosk.history.roster import Roster
from kiosk.past_desk import PastDesk
from kiosk.session.records import AnswerGiven, AthleteClosed, SessionClosed
from tests.history.facts import UTC_MS, batches, joined, opened
from tests.unit.fit_files import in_order

DEADLINE_S = 20.0
TODAY = date(2026, 1, 2)


class AtOnce(Executor):
    """A thread's queue without the thread."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], object]] = []

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.waiting.append(lambda: fn(*args, **kwargs))
        return Future()

    def run(self) -> None:
        while self.waiting:
            self.waiting.pop(0)()


@pytest.fixture
def anna(recorder: Recorder, roster: Roster) -> int:
    """A minute and a half beside Ben, and an answer about it."""
    anna = roster.add("Änna B", [101], birth_year=1990).id
    ben = roster.add("Ben", [102]).id
    recorder.put([opened(), joined(anna, "Änna B"), joined(ben, "Ben")])
    for batch in batches([anna, ben], 0, 90):
        recorder.put(batch)
    recorder.put(
        [
            AnswerGiven(anna, UTC_MS, "rpe", 7.0, 1),
            AthleteClosed(1, anna, UTC_MS + 90_000, "finished"),
            AthleteClosed(1, ben, UTC_MS + 90_000, "finished"),
            SessionClosed(1, UTC_MS + 90_000, "finished"),
        ]
    )
    assert recorder.flush(DEADLINE_S)
    return anna


def drive(engine: Engine, athlete_id: int, out: Path) -> Path:
    steps = take_away(engine, athlete_id, out, TODAY)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


def test_the_folder_has_every_second_every_beat_and_who_it_is(
    engine: Engine, anna: int, tmp_path: Path
) -> None:
    folder = drive(engine, anna, tmp_path / "exports")
    assert folder.name == "Änna-B-2026-01-02"
    seconds, beats = sorted(path for path in folder.iterdir() if path.suffix == ".csv")[::-1]
    (activity,) = (path for path in folder.iterdir() if path.suffix == ".fit")
    assert sum(name == "record" for name, _ in in_order(activity.read_bytes())) == 90
    if beats.name.endswith("1.csv"):
        seconds, beats = beats, seconds
    assert len(seconds.read_text("utf-8-sig").splitlines()) == 91
    assert beats.read_text("utf-8-sig").splitlines()[:2] == ["elapsed_s,rr_ms", "0,500.0"]
    told = json.loads((folder / "person.json").read_text())
    assert told["person"]["name"] == "Änna B"
    assert told["person"]["straps"] == [101]
    assert told["answers"][0]["value"] == 7.0
    assert [one["workout"] for one in told["sessions"]] == ["Short hills"]
    assert "Ben" not in (folder / "person.json").read_text(), "nobody else is in it"
    again = drive(engine, anna, tmp_path / "exports")
    assert again.name == "Änna-B-2026-01-02-2", "what was taken before is not written over"


def test_a_disk_that_fails_in_the_middle_leaves_no_folder(
    engine: Engine, anna: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise ExportError("There is no room.")

    monkeypatch.setattr(person, "write_csv", full)
    with pytest.raises(ExportError):
        drive(engine, anna, tmp_path)
    assert list(tmp_path.glob("*nna*")) == []
    assert list(tmp_path.glob(".*")) == []


def test_nobody_unknown_is_written(engine: Engine, tmp_path: Path) -> None:
    with pytest.raises(HistoryError, match="not on the roster"):
        drive(engine, 77, tmp_path / "exports")


# -- the desk --------------------------------------------------------------------------------------


def test_the_desk_tells_how_far_it_is_and_where_it_lies(
    engine: Engine, anna: int, tmp_path: Path
) -> None:
    said: list[Answer] = []
    disk = AtOnce()
    desk = PastDesk(engine, disk, ManualClock(UTC_MS), said.append, tmp_path)
    desk.take_away(anna)
    assert said == [], "the pump waits for nothing"
    disk.waiting.pop(0)()
    assert isinstance(said[0], TakenAway)
    assert (said[0].done, said[0].count, said[0].is_over) == (0, 1, False)
    disk.run()
    last = said[-1]
    assert isinstance(last, TakenAway)
    assert last.is_over
    assert Path(last.folder).parent == tmp_path


def test_a_refusal_is_said_and_ends_no_thread(engine: Engine, anna: int, tmp_path: Path) -> None:
    said: list[Answer] = []
    disk = AtOnce()
    desk = PastDesk(engine, disk, ManualClock(UTC_MS), said.append, tmp_path)
    desk.take_away(77)
    desk.look_at(anna, 9)
    desk.load_ghost(anna, 9)
    desk.look_at(anna, 1)
    desk.load_ghost(anna, 1)
    disk.run()
    taken, missing, no_ghost, part, ghost = said
    assert isinstance(taken, TakenAway)
    assert "not on the roster" in taken.refusal
    assert isinstance(missing, PartLoaded)
    assert "no session 9" in missing.refusal
    assert isinstance(no_ghost, GhostLoaded)
    assert no_ghost.points == ()
    assert isinstance(part, PartLoaded)
    assert part.part is not None
    assert isinstance(ghost, GhostLoaded)
    assert len(ghost.points) == 90
