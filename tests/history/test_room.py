"""What gives way on the kiosk's own disk when it runs short, and how long the rest lasts."""

import os
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlalchemy import Engine

from kiosk.errors import ExportError
from kiosk.export.target import Target
from kiosk.history import room
from kiosk.history.backups import FOLDER, backups_in, key_of
from kiosk.history.room import EXPORTS, Outlook, copies_in, make_room, outlook, sweep

MB = 10**6
DISK = 100 * MB
DAY_S = 86_400


def laid(path: Path, megabytes: int, days_ago: float) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.truncate(megabytes * MB)
    at = 1_767_225_600 - days_ago * DAY_S
    os.utime(path, (at, at))
    return path


@pytest.fixture
def disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data directory on a small disk: what lies in it is what is used of it."""

    def usage(_: Path) -> SimpleNamespace:
        used = sum(path.stat().st_size for path in tmp_path.rglob("*") if path.is_file())
        return SimpleNamespace(total=DISK, used=used, free=DISK - used)

    monkeypatch.setattr(shutil, "disk_usage", usage)
    return tmp_path


def test_exports_give_way_first_then_the_oldest_copies_and_never_the_newest_backup(
    disk: Path,
) -> None:
    old, new = "2025-11-01-1800-short-hills-7", "2025-12-24-1800-short-hills-9"
    for name in (old, new):
        laid(disk / EXPORTS / name / "Anna.csv", 5, 30)
        laid(disk / EXPORTS / "Athletes" / "Anna" / f"{name}.csv", 5, 30)
    mine = laid(disk / EXPORTS / "Anna-2025-12-24" / "person.json", 1, 30)
    for day in (20, 29, 31):
        backup = laid(disk / FOLDER / f"history-2025-12-{day}T2200.sqlite3", 10, 31 - day)
        key_of(backup).touch()
    upgraded = laid(disk / "history.before-0005.sqlite3", 10, 5)
    long_ago = laid(disk / "set-aside-2025-01-01T100000" / "history.sqlite3", 10, 365)
    lately = laid(disk / "damaged-2025-12-01T100000" / "history.sqlite3", 10, 30)
    free = shutil.disk_usage(disk).free
    assert make_room(disk, free)
    assert (disk / EXPORTS / old).exists()
    left: list[list[str]] = []
    for more in (10, 20, 30, 40, 50, 60):
        assert make_room(disk, free + more * MB)
        left.append(sorted(path.name for path in (disk / EXPORTS).glob("2*")))
        left[-1] += [one.path.name[13:20] for one in backups_in(disk / FOLDER)]
    assert left == [
        [new, "12-31T2", "12-29T2", "12-20T2"],
        ["12-31T2", "12-29T2", "12-20T2"],
        ["12-31T2", "12-29T2", "12-20T2"],
        ["12-31T2", "12-29T2"],
        ["12-31T2", "12-29T2"],
        ["12-31T2"],
    ]
    assert not make_room(disk, DISK)
    assert not upgraded.exists()
    assert long_ago.stat().st_size == 0, "its folder is still whole"
    (newest,) = backups_in(disk / FOLDER)
    assert copies_in(disk) == [newest.path, lately], "it may have what no other copy has"
    assert [path for path in newest.path.parent.iterdir() if path.suffix == ".key"] == [
        key_of(newest.path)
    ]
    assert mine.exists()
    assert [*(disk / EXPORTS / "Athletes" / "Anna").iterdir()] == []


def test_what_a_cut_update_left_goes_after_a_day(tmp_path: Path) -> None:
    left = laid(tmp_path / ".update-trial" / "history.sqlite3", 1, 0).parent
    part = laid(tmp_path / FOLDER / ".history-2026-01-01T1200.sqlite3.part", 1, 0)
    now_s = left.stat().st_mtime
    os.utime(part, (now_s, now_s))
    sweep(tmp_path, int((now_s + DAY_S - 10) * 1000))
    assert left.exists()
    sweep(tmp_path, int((now_s + DAY_S + 10) * 1000))
    assert [*tmp_path.rglob("*")] == [tmp_path / FOLDER]


def test_an_export_without_a_stick_leaves_what_recording_needs(disk: Path) -> None:
    target = Target(disk / EXPORTS)
    laid(disk / EXPORTS / "2025-11-01-1800-short-hills-7" / "Anna.csv", 20, 30)
    laid(disk / "history.sqlite3", 20, 0)
    target.check_room([])
    assert [*(disk / EXPORTS).iterdir()] == []
    laid(disk / "history.sqlite3", 30, 0)
    with pytest.raises(ExportError, match="70 MB free, and these sessions may need 72 MB"):
        target.check_room([])


def test_how_long_the_disk_lasts_goes_by_what_the_last_weeks_have_brought(
    disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    history = laid(disk / "history.sqlite3", 20, 0)
    laid(disk / FOLDER / "history-2025-12-31T2200.sqlite3", 19, 0)
    laid(disk / FOLDER / "history-2025-12-24T2200.sqlite3", 19, 7)
    monkeypatch.setattr(room, "SPARE_BYTES", 5 * MB)

    def grown(_: object) -> tuple[float, int, int]:
        return 0.5 * MB, 2 * MB, 20 * MB

    monkeypatch.setattr(room, "_growth", grown)
    # 42 MB are free and 19 will give way; 25 of it for the next backup, a third of the rest for
    # each of three copies that grow; 2 MB are free inside the history.
    assert outlook(history) == Outlook(with_backups=28, without=126)


def test_nothing_is_foretold_where_nobody_has_trained(engine: Engine, path: Path) -> None:
    assert outlook(path) is None
