"""Under the final name stands all of a file or nothing."""

import errno
import os
from pathlib import Path

import pytest

from kiosk.errors import ExportError
from kiosk.export.safe_file import make_folder, make_folder_in, whole_file


def test_a_file_appears_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "Anna.csv"
    with whole_file(path) as file:
        file.write(b"half")
        file.flush()
        assert not path.exists()
        file.write(b" and whole")
    assert path.read_bytes() == b"half and whole"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("existing", [None, b"last week's"])
def test_an_error_in_the_middle_leaves_what_was_there(
    tmp_path: Path, existing: bytes | None
) -> None:
    path = tmp_path / "Anna.csv"
    if existing is not None:
        path.write_bytes(existing)
    with pytest.raises(TypeError), whole_file(path) as file:
        file.writelines([b"half", None])  # type: ignore[list-item] # that is the error
    assert [p.read_bytes() for p in tmp_path.iterdir()] == ([existing] if existing else [])


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (errno.ENOSPC, "There is no room for .*Anna.csv: free some"),
        (errno.EROFS, "cannot be written: choose a folder you may write to"),
        (errno.EIO, "the disk has gone: plug it in and export again"),
        (errno.EMFILE, "choose another folder"),
    ],
)
def test_a_disk_that_fails_is_a_sentence_and_no_half_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, sentence: str
) -> None:
    def fail(_descriptor: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(ExportError, match=sentence), whole_file(tmp_path / "Anna.csv") as file:
        file.write(b"something")
    assert list(tmp_path.iterdir()) == []


def test_the_file_is_synced_again_under_its_final_name_and_then_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[str] = []
    real = os.fsync

    def watch(descriptor: int) -> None:
        synced.append(Path(f"/proc/self/fd/{descriptor}").readlink().name)
        real(descriptor)

    monkeypatch.setattr(os, "fsync", watch)
    with whole_file(tmp_path / "Anna.csv") as file:
        file.write(b"something")
    assert synced == [".Anna.csv.part", "Anna.csv", tmp_path.name]


def test_a_file_in_the_way_of_a_folder_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("")
    for folder in (tmp_path / "out", tmp_path / "out" / "deeper"):
        with pytest.raises(ExportError, match="a file is in the way"):
            make_folder(folder)
    make_folder(tmp_path / "a" / "b")
    make_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    sentence = f"There is no folder {tmp_path / 'new'}: create it"
    with pytest.raises(ExportError, match=sentence), whole_file(tmp_path / "new" / "hike.fit"):
        pass


def test_what_a_stranger_has_laid_under_the_names_that_we_write_to_is_never_followed(
    tmp_path: Path,
) -> None:
    history = tmp_path / "history.sqlite3"
    history.write_bytes(b"everything")
    (tmp_path / ".a.csv.part").symlink_to(history)
    (tmp_path / ".b.csv.part").hardlink_to(history)
    os.mkfifo(tmp_path / ".c.csv.part")
    for name in "abc":
        with whole_file(tmp_path / f"{name}.csv") as file:
            file.write(b"new")
    assert {(tmp_path / f"{name}.csv").read_bytes() for name in "abc"} == {b"new"}
    assert history.read_bytes() == b"everything"
    (tmp_path / "Switchback").symlink_to(tmp_path)
    with pytest.raises(ExportError, match="Switchback on the disk or stick leads elsewhere"):
        make_folder_in(tmp_path / "Switchback")
