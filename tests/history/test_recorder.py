"""The recorder: nothing lost, nothing twice, whatever the disk does."""

import os
import re
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import timedelta, timezone
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine, ExceptionContext, event

from kiosk.errors import HistoryError
from kiosk.history import database
from kiosk.history.database import make_engine, open_engine
from kiosk.history.queries import History
from kiosk.history.recorder import Recorder
from kiosk.history.roster import Roster
from kiosk.history.rows import SECOND_COLUMNS, beat_row, beats_of, live_row, sample_of
from kiosk.session.records import (
    AnswerGiven,
    Beats,
    CadenceSource,
    Note,
    Record,
    Sample,
    SampleFlag,
    SpeedSource,
    StationShown,
)
from tests.history.facts import (
    UTC_MS,
    athlete_closed,
    batches,
    joined,
    opened,
    second,
    session_closed,
    step_note,
)

DEADLINE_S = 20.0


@pytest.fixture
def anna(roster: Roster) -> int:
    return roster.add("Anna", [101]).id


@pytest.fixture
def ben(roster: Roster) -> int:
    return roster.add("Ben", [102]).id


def wait_for(condition: Callable[[], bool]) -> None:
    pause = threading.Event()
    for _ in range(round(DEADLINE_S / 0.01)):
        if condition():
            return
        pause.wait(0.01)
    raise AssertionError("it took too long")


def test_what_was_put_in_comes_back(
    recorder: Recorder, history: History, anna: int, ben: int
) -> None:
    notes = [
        step_note(anna, 0, 0, 81.5),
        Note(1, UTC_MS, "pause", None, 3, {}),
        Note(1, UTC_MS, "device", detail={"device": "ant", "state": "lost", "message": "Zoë\0"}),
    ]
    recorder.put([opened(), joined(anna, "Anna"), joined(ben, "Ben"), *notes])
    put: list[Record] = []
    for batch in batches([anna, ben], 55, 65):
        recorder.put(batch)
        put += batch
    assert recorder.flush(DEADLINE_S)
    for athlete_id in (anna, ben):
        samples = [r for r in put if isinstance(r, Sample) and r.athlete_id == athlete_id]
        beats = [r for r in put if isinstance(r, Beats) and r.athlete_id == athlete_id]
        assert history.samples(1, athlete_id) == samples
        assert history.beats(1, athlete_id) == beats
    assert history.events(1) == notes


whole = st.integers(-(2**31), 2**31 - 1)
bpm = st.none() | st.integers(0, 255)


@given(
    st.builds(
        Sample,
        session_id=st.just(1),
        athlete_id=st.just(2),
        elapsed_s=whole,
        utc_ms=st.integers(-(2**62), 2**62),
        step_index=whole,
        step_s=whole,
        heart_rate_bpm=bpm,
        grade_percent=st.none() | whole.map(lambda n: n / 100),
        speed_kmh=st.none() | whole.map(lambda n: n / 100),
        speed_source=st.sampled_from((None, *get_args(SpeedSource))),
        target_low_bpm=bpm,
        target_high_bpm=bpm,
        guide_low_bpm=st.none() | whole.map(lambda n: n / 10),
        guide_high_bpm=st.none() | whole.map(lambda n: n / 10),
        flags=st.sampled_from([SampleFlag(n) for n in range(16)]),
        cadence_spm=st.none() | whole.map(lambda n: n / 10),
        cadence_source=st.sampled_from((None, *get_args(CadenceSource))),
        ascent_m=st.none() | whole.map(lambda n: n / 1000),
    )
)
def test_a_second_survives_its_way_to_integers_and_back(sample: Sample) -> None:
    row = live_row(sample, 5)
    assert row.pop("intervals") is None
    assert all(value is None or type(value) is int for value in row.values())
    assert list(row) == ["session_athlete_id", *(column.name for column in SECOND_COLUMNS)]
    assert sample_of(list(row.values())[1:], 1, 2) == sample


@given(st.lists(st.integers(0, 65535)))
def test_beat_intervals_come_back_as_the_strap_sent_them(ticks: list[int]) -> None:
    beats = Beats(1, 2, 3, tuple(tick * 1000 / 1024 for tick in ticks))
    row = beat_row(beats, 5)
    back = beats_of([row["elapsed_s"], row["intervals"]], 1, 2)
    assert back.rr_ms == pytest.approx(beats.rr_ms, abs=1e-9)
    assert len(row["intervals"]) == 2 * len(ticks)


def test_missing_values_are_null_and_numbers_are_integers(
    recorder: Recorder, engine: Engine, anna: int
) -> None:
    source: SpeedSource = "typed"
    bare = replace(second(anna, 0, bpm=None), flags=SampleFlag.NOT_WORN)
    full = replace(second(anna, 60), speed_source=source, grade_percent=-0.004)
    measured = replace(
        second(anna, 61),
        speed_source="foot pod",
        cadence_spm=166.04,
        cadence_source="deck",
        ascent_m=0.1526,
        flags=SampleFlag.RECOVERY,
    )
    recorder.put([opened(), joined(anna, "Anna"), bare, full, measured])
    assert recorder.flush(DEADLINE_S)
    with engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT * FROM live ORDER BY id").all()
    measures = (1660, 6, 153, None)
    assert [tuple(row) for row in rows] == [
        (1, 1, 0, UTC_MS, 0, 0, *[None] * 8, 2, *[None] * 4),
        (2, 1, 60, UTC_MS + 60_000, 1, 0, 120, 0, 550, 1, 140, 145, 1334, 1410, 0, *[None] * 4),
        (3, 1, 61, UTC_MS + 61_000, 1, 1, 120, 1025, 550, 4, 140, 145, 1334, 1410, 8, *measures),
    ]


def test_counts_are_taken_while_a_session_is_open_and_kept_when_it_closes(
    recorder: Recorder, history: History, engine: Engine, anna: int, ben: int
) -> None:
    recorder.put([opened(), joined(anna, "Anna"), joined(ben, "Ben")])
    for k in range(10):
        recorder.put([second(anna, k, bpm=None if k < 3 else 120)])
    assert recorder.flush(DEADLINE_S)
    session = history.session(1)
    assert session.state == "open"
    assert [(a.name, a.samples, a.missing_s) for a in session.athletes] == [
        ("Anna", 10, 3),
        ("Ben", 0, 0),
    ]
    recorder.put([athlete_closed(anna, 10), athlete_closed(ben, 10), session_closed(10)])
    assert recorder.flush(DEADLINE_S)
    with engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM live")
    closed = history.session(1)
    assert closed.state == "complete"
    assert closed.athletes == session.athletes
    assert closed.athletes[0].duration_s == 10


def test_sessions_side_by_side_keep_to_themselves(
    recorder: Recorder, history: History, anna: int, ben: int
) -> None:
    recorder.put([opened(1), joined(anna, "Anna", 1), second(anna, 0, 1)])
    recorder.put([opened(2), joined(ben, "Ben", 2), second(ben, 0, 2), second(anna, 1, 1)])
    recorder.put([athlete_closed(anna, 2), session_closed(2), second(ben, 1, 2)])
    recorder.put([opened(3), joined(anna, "Anna", 3), second(anna, 0, 3), second(ben, 2, 2)])
    assert recorder.flush(DEADLINE_S)
    assert [s.elapsed_s for s in history.samples(1, anna)] == [0, 1]
    assert [s.elapsed_s for s in history.samples(2, ben)] == [0, 1, 2]
    assert [s.elapsed_s for s in history.samples(3, anna)] == [0]
    assert history.samples(3, ben) == []
    assert [(s.id, s.state) for s in history.sessions()] == [
        (1, "complete"),
        (2, "open"),
        (3, "open"),
    ]
    assert history.next_session_id() == 4
    assert history.next_session_id() == 5


def test_someone_who_left_and_came_back_is_in_the_session_again(
    recorder: Recorder, history: History, engine: Engine, anna: int
) -> None:
    back = Note(1, UTC_MS + 9000, "join", anna, 2, {"late_warm_up_s": 0})
    recorder.put([opened(), joined(anna, "Anna"), second(anna, 0), athlete_closed(anna, 1, "left")])
    recorder.put([back, second(anna, 1), athlete_closed(anna, 10), session_closed(10)])
    assert recorder.flush(DEADLINE_S)
    assert [s.elapsed_s for s in history.samples(1, anna)] == [0, 1]
    with engine.connect() as connection:
        reasons = connection.exec_driver_sql("SELECT close_reason FROM session_athlete").scalars()
        assert list(reasons) == ["finished"]


def test_the_folder_of_an_export_can_be_named_in_local_time(
    engine: Engine, told: list[str | None], history: History
) -> None:
    recorder = Recorder(engine, told.append, time_zone=timezone(timedelta(hours=5, minutes=45)))
    recorder.start()
    recorder.put([opened()])
    recorder.close()
    assert history.session(1).utc_offset_min == 345


# -- records that the history refuses -------------------------------------------------------------


@pytest.mark.logs_errors("refuses it|could not be saved")
def test_a_record_that_is_refused_does_not_hold_up_the_others(
    recorder: Recorder, history: History, told: list[str | None], anna: int
) -> None:
    refused: list[Record] = [
        second(anna, 0, session_id=77),
        joined(anna, "Anna"),
        joined(4711, "Nobody"),
        opened(),
        replace(second(anna, 0), grade_percent=float("nan")),
        replace(second(anna, 0), utc_ms=2**70),
        replace(second(anna, 0), heart_rate_bpm="fast"),
        Note(1, UTC_MS, "device", detail={"value": float("inf")}),
        Note(77, UTC_MS, "pause"),
        replace(session_closed(1), session_id=77),
        AnswerGiven(anna, UTC_MS, "rpe", 5.0, 77),
        StationShown("Treadmill 1", UTC_MS, float("nan"), 10.0),
    ]
    recorder.put([opened(), joined(anna, "Anna")])
    erased = AnswerGiven(4711, UTC_MS, "soreness", 5.0)  # what nobody is left to have said
    recorder.put([second(anna, 0), *refused, erased, second(anna, 1)])
    assert recorder.flush(DEADLINE_S)
    wait_for(lambda: len(told) == 1)
    assert (told[0] or "").startswith("12 records of training could not be saved")
    assert recorder.lost == 12
    assert [s.elapsed_s for s in history.samples(1, anna)] == [0, 1]
    recorder.put([second(anna, 2)])
    assert recorder.flush(DEADLINE_S)
    assert len(history.samples(1, anna)) == 3
    assert len(told) == 1, "what is lost for good stays said"


def test_what_is_told_as_written_is_on_the_disk(
    engine: Engine, history: History, anna: int
) -> None:
    heard: list[tuple[Record, int]] = []

    def written(records: Sequence[Record]) -> None:
        rows = len(history.samples(1, anna))
        heard.extend((record, rows) for record in records)

    recorder = Recorder(engine, lambda _: None, on_written=written)
    recorder.start()
    told: list[Record] = [opened(), joined(anna, "Anna"), second(anna, 0), athlete_closed(anna, 1)]
    recorder.put(told)
    recorder.close()
    assert [record for record, _ in heard] == told
    assert {rows for record, rows in heard if record == told[-1]} == {1}


@pytest.mark.logs_errors("refuses it|could not be saved")
def test_a_session_is_closed_once(
    recorder: Recorder, history: History, told: list[str | None], anna: int
) -> None:
    recorder.put([opened(), joined(anna, "Anna"), athlete_closed(anna, 1), session_closed(1)])
    recorder.put([athlete_closed(anna, 2, "left"), session_closed(2, "ended")])
    assert recorder.flush(DEADLINE_S)
    assert recorder.lost == 2
    assert history.session(1).state == "complete"


# -- disks that fail ------------------------------------------------------------------------------


class Disk:
    """Settings that each new connection gets: a way to make one fail and mend it."""

    def __init__(self, engine: Engine) -> None:
        self.pragmas: tuple[str, ...] = ()
        event.listen(engine, "connect", self._on_connect)
        engine.dispose()

    def _on_connect(self, connection: sqlite3.Connection, _record: object) -> None:
        for pragma in self.pragmas:
            connection.execute(f"PRAGMA {pragma}").close()


@pytest.mark.logs_errors("The disk that holds|cannot be written|is in use")
@pytest.mark.parametrize(
    ("pragma", "sentence"),
    [
        ("max_page_count=1", "The disk that holds .* is full: make room on it"),
        ("query_only=1", "cannot be written: give the user .* write permission"),
    ],
)
def test_a_disk_that_takes_nothing_is_told_once_and_loses_nothing(
    engine: Engine, history: History, anna: int, pragma: str, sentence: str
) -> None:
    disk = Disk(engine)
    disk.pragmas = (pragma,)
    told: list[str | None] = []
    failures: list[ExceptionContext] = []
    event.listen(engine, "handle_error", failures.append)
    recorder = Recorder(engine, told.append, retry_s=0.01)
    recorder.start()
    # a page each, so that even a disk with a little room is full at once
    padding = Note(1, UTC_MS, "device", detail={"message": "x" * 10_000})
    recorder.put([opened(), joined(anna, "Anna"), *[padding] * 20])
    for batch in batches([anna], 0, 30):
        recorder.put(batch)
    wait_for(lambda: len(failures) > 5)
    assert not recorder.flush(0.01)
    assert recorder.waiting == 82
    assert len(told) == 1
    assert re.search(f"{sentence}.*Training goes on and is kept in memory", told[0] or "")
    disk.pragmas = ()
    assert recorder.flush(DEADLINE_S)
    recorder.close()
    assert told[1:] == [None]
    assert recorder.lost == 0
    assert [s.elapsed_s for s in history.samples(1, anna)] == list(range(30))
    assert len(history.beats(1, anna)) == 30
    assert len(history.events(1)) == 20


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system of 700 kB."""
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=700k", "tmpfs", folder],
        check=False,
        capture_output=True,
    )
    if mounted.returncode != 0:
        pytest.skip("only root can mount a small disk")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


@pytest.mark.logs_errors("The disk that holds|cannot be used|does not answer")
def test_a_real_disk_that_fills_up_loses_nothing(small_disk: Path) -> None:
    engine = open_engine(small_disk / "history.sqlite3")
    anna = Roster(engine).add("Anna").id
    hog = small_disk / "hog"
    told: list[str | None] = []
    recorder = Recorder(engine, told.append, retry_s=0.02)
    recorder.start()
    recorder.put([opened(), joined(anna, "Anna")])
    assert recorder.flush(DEADLINE_S)
    with pytest.raises(OSError, match="No space"):
        hog.write_bytes(bytes(1_000_000))
    for batch in batches([anna], 0, 2000):
        recorder.put(batch)
    wait_for(lambda: bool(told))
    assert "is full" in (told[0] or "")
    hog.unlink()
    assert recorder.flush(DEADLINE_S)
    recorder.close()
    assert told[-1] is None
    assert [s.elapsed_s for s in History(engine).samples(1, anna)] == list(range(2000))
    assert recorder.lost == 0
    engine.dispose()


@pytest.mark.logs_errors("is in use by another program")
def test_a_lock_held_by_another_program_only_delays(
    engine: Engine, path: Path, anna: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "_PRAGMAS", ("busy_timeout=20", "journal_mode=WAL"))
    impatient = make_engine(path)
    told: list[str | None] = []
    recorder = Recorder(impatient, told.append, retry_s=0.01)
    recorder.start()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE").close()
        recorder.put([opened(), joined(anna, "Anna"), second(anna, 0)])
        wait_for(lambda: bool(told))
    assert recorder.flush(DEADLINE_S)
    recorder.close()
    assert len(told) == 2
    assert len(History(impatient).samples(1, anna)) == 1
    impatient.dispose()


@pytest.mark.logs_errors("The disk that holds|could not be saved")
def test_past_its_capacity_the_oldest_seconds_go_but_never_what_frames_a_session(
    engine: Engine, history: History, anna: int
) -> None:
    disk = Disk(engine)
    disk.pragmas = ("max_page_count=1",)
    told: list[str | None] = []
    recorder = Recorder(engine, told.append, retry_s=0.01, capacity=100)
    recorder.start()
    padding = Note(1, UTC_MS, "device", detail={"message": "x" * 10_000})
    recorder.put([opened(), joined(anna, "Anna"), *[padding] * 20])
    for k in range(200):
        recorder.put([second(anna, k)])
    recorder.put([athlete_closed(anna, 200), session_closed(200)])
    wait_for(lambda: recorder.lost > 0 and recorder.waiting <= 100)
    disk.pragmas = ()
    assert recorder.flush(DEADLINE_S)
    recorder.close()
    kept = [s.elapsed_s for s in history.samples(1, anna)]
    assert kept == list(range(recorder.lost, 200))
    assert history.session(1).state == "complete"
    assert len(history.events(1)) == 20
    assert any("had to be given up" in (sentence or "") for sentence in told)


@pytest.mark.logs_errors("cannot be written")
def test_closing_says_what_could_not_be_saved(engine: Engine, anna: int) -> None:
    disk = Disk(engine)
    disk.pragmas = ("query_only=1",)
    recorder = Recorder(engine, lambda _: None, retry_s=0.01)
    recorder.start()
    recorder.put([opened(), joined(anna, "Anna")])
    with pytest.raises(HistoryError, match=r"2 records of training could not be saved: .*written"):
        recorder.close(timeout_s=0.1)


# -- a kill in the middle -------------------------------------------------------------------------

RECORD_FOR_EVER = """
import sys
from itertools import count
from pathlib import Path
from kiosk.history.database import open_engine
from kiosk.history.recorder import Recorder
from tests.history.facts import batches, joined, opened
engine = open_engine(Path(sys.argv[1]))
recorder = Recorder(engine, print)
recorder.start()
recorder.put([opened(), joined(1, "Anna"), joined(2, "Ben")])
for second in count():
    for batch in batches([1, 2], second, second + 1):
        recorder.put(batch)
    if not recorder.flush(20):
        break
    print(second, flush=True)
"""


def test_a_kill_loses_nothing_that_was_committed(
    engine: Engine, path: Path, repository: Path, history: History, anna: int, ben: int
) -> None:
    assert (anna, ben) == (1, 2)
    with subprocess.Popen(
        [sys.executable, "-c", RECORD_FOR_EVER, path],
        cwd=repository,
        stdout=subprocess.PIPE,
        text=True,
    ) as program:
        assert program.stdout is not None
        committed = -1
        for line in program.stdout:
            committed = int(line)
            if committed >= 50:
                break
        os.kill(program.pid, signal.SIGKILL)
        committed = max([committed, *(int(line) for line in program.stdout if line.endswith("\n"))])
    reopened = open_engine(path)
    after = History(reopened)
    rows = [[s.elapsed_s for s in after.samples(1, athlete_id)] for athlete_id in (anna, ben)]
    assert rows[0] == rows[1] == list(range(len(rows[0])))
    assert len(rows[0]) in (committed + 1, committed + 2)
    assert len(after.beats(1, anna)) == len(rows[0])
    assert after.session(1).state == "open"
    reopened.dispose()
