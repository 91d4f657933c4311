"""The rigs that prove the history, in short: `make prove-power`, `-damage`, `-disk`, `-stick`."""

import random
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.rigs import clock_jumps
from tests.rigs.file_map import rows_by_page
from tests.rigs.loop_disk import why_no_loop_disk


@pytest.fixture(scope="module")
def _loop_disk() -> None:
    why_not = why_no_loop_disk()
    if why_not is not None:
        pytest.skip(why_not)


def rig(repository: Path, name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """In a process of its own, which forks, kills and mounts as it likes."""
    return subprocess.run(
        [sys.executable, "-m", f"tests.rigs.{name}", *arguments],
        cwd=repository,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.usefixtures("_loop_disk")
def test_power_cuts_lose_two_seconds_at_most_and_nothing_that_was_promised(
    repository: Path,
) -> None:
    ended = rig(repository, "power", "--cuts", "2", "--seed", "4")
    assert ended.returncode == 0, ended.stdout + ended.stderr


@pytest.mark.usefixtures("_loop_disk")
def test_the_power_rig_notices_a_history_that_does_not_flush(repository: Path) -> None:
    ended = rig(repository, "power", "--cuts", "1", "--seed", "1", "--careless")
    assert ended.returncode == 1, ended.stdout + ended.stderr
    assert "more was promised than is there" in ended.stdout


@pytest.mark.usefixtures("_loop_disk")
def test_a_full_and_a_read_only_disk_cost_nothing_that_was_committed(repository: Path) -> None:
    few = ("--full", "1", "--read-only", "1", "--jumps", "0", "--seed", "3")
    ended = rig(repository, "disk", *few)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "is full: make room on it. Training goes on" in ended.stdout


def test_a_clock_that_jumps_reorders_and_duplicates_nothing(tmp_path: Path) -> None:
    outcome = clock_jumps.jump_about(tmp_path, 8, random.Random(2))
    assert outcome.seconds == 96
    assert outcome.complaints == []


def test_what_one_damaged_spot_does_not_touch_comes_back(repository: Path) -> None:
    ended = rig(repository, "damage", "--trials", "4", "--seed", "1", "--people", "3")
    assert ended.returncode == 0, ended.stdout + ended.stderr


@pytest.mark.usefixtures("_loop_disk")
def test_a_stick_that_is_pulled_costs_nothing_and_the_next_export_completes(
    repository: Path,
) -> None:
    few = ("--pulls", "1", "--others", "0", "--sessions", "2", "--people", "1", "--seed", "2")
    ended = rig(repository, "stick", *few)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "no partial file" in ended.stdout


def test_the_map_of_a_file_knows_every_row_wherever_it_lies(tmp_path: Path) -> None:
    path = tmp_path / "some.sqlite3"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA page_size=4096")
        connection.execute("CREATE TABLE a (id INTEGER PRIMARY KEY, words TEXT)")
        connection.execute(
            "CREATE TABLE b (x INT, y INT, raw BLOB, PRIMARY KEY (x, y)) WITHOUT ROWID"
        )
        long = [(n, "w" * (20_000 if n == 7 else 50)) for n in range(1, 3000)]
        connection.executemany("INSERT INTO a VALUES (?, ?)", long)
        pairs = [(n // 60, n % 60, b"r" * (n % 300)) for n in range(3000)]
        connection.executemany("INSERT INTO b VALUES (?, ?, ?)", pairs)
        connection.commit()
    by_page = rows_by_page(path)
    assert set().union(*by_page.values()) == {("a", (n,)) for n in range(1, 3000)} | {
        ("b", (n // 60, n % 60)) for n in range(3000)
    }
    assert sum(("a", (7,)) in rows for rows in by_page.values()) == 5
