"""The data directory is the kiosk's alone, at every start and whatever was there before."""

import os
from pathlib import Path

import pytest

from kiosk.private_files import make_private, open_to_others

MINE, SECRET = 0o700, 0o600


def club(folder: Path) -> Path:
    """As an earlier version, or a careless hand, may have left it."""
    data = folder / "data"
    for name in ("history.sqlite3", "tags.key", "backups/history-2026-05-12T1803.sqlite3"):
        path = data / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("…")
        path.chmod(0o644)
    (data / "exports" / "Anna").mkdir(parents=True)
    for each in (data, data / "backups", data / "exports"):
        each.chmod(0o755)
    return data


def test_what_others_could_read_is_taken_from_them(tmp_path: Path) -> None:
    data = club(tmp_path)
    assert len(open_to_others(data)) == 5
    assert make_private(data) == ""
    assert open_to_others(data) == []
    assert data.stat().st_mode & 0o777 == MINE
    assert (data / "backups").stat().st_mode & 0o777 == MINE
    assert (data / "history.sqlite3").stat().st_mode & 0o777 == SECRET


def test_a_link_in_it_opens_no_file_elsewhere(tmp_path: Path) -> None:
    data = club(tmp_path)
    outside = tmp_path / "outside"
    outside.write_text("…")
    outside.chmod(0o644)
    (data / "link").symlink_to(outside)
    assert make_private(data) == ""
    assert outside.stat().st_mode & 0o777 == 0o644


def test_a_folder_that_is_everybodys_or_anothers_is_left_alone_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = club(tmp_path)
    data.chmod(0o1777)
    assert "sudo chmod -R go=" in make_private(data)
    assert data.stat().st_mode & 0o1777 == 0o1777
    data.chmod(0o755)
    owner = os.geteuid() + 1
    monkeypatch.setattr("os.geteuid", lambda: owner)
    assert str(data) in make_private(data)
    assert data.stat().st_mode & 0o777 == 0o755


def test_a_data_directory_that_is_not_there_yet_is_no_fault(tmp_path: Path) -> None:
    assert make_private(tmp_path / "later") == ""
