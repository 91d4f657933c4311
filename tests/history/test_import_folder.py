"""A stick that a stranger has prepared: what is read of it, and what is not."""

import os
import socket
from pathlib import Path

import pytest

from kiosk.errors import ImportRefused
from kiosk.export.athlete_folders import AthleteFolders
from kiosk.history.class_table import PersonKnown
from kiosk.imports import folder, plain_file
from kiosk.imports.folder import (
    MAX_BYTES,
    MAX_FILE_BYTES,
    MAX_FILES,
    FoundFile,
    look_into,
)
from kiosk.imports.plain_file import shown_name
from tests.unit.fit_files import foreign
from tests.unit.outside import fit_of, hill


def refusals(path: Path) -> dict[str, str]:
    return {one.name: one.reason for one in look_into(path).refused}


def test_only_files_that_may_be_meant_for_us_are_read_wherever_they_may_lie(tmp_path: Path) -> None:
    for name in (
        "roster.csv", "Plan (1).CSV", "hills.FIT", "._roster.csv", "photo.jpg", "seconds.csv",
        "Switchback/Workouts/climb.toml", "2026-01-01-Hills/anna.fit", "Athletes/Anna/b.fit",
    ):  # fmt: skip
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    found = look_into(tmp_path)
    assert [(file.name, file.kind) for file in found.files] == [
        ("Plan (1).CSV", "plan"),
        ("Switchback/Workouts/climb.toml", "toml"),
        ("hills.FIT", "fit"),
        ("roster.csv", "roster"),
    ]
    assert found.files[3].content == b"roster.csv"
    assert found.passed_over == 3
    assert not found.refused


def page_of(mark: str) -> str:
    return f'<html><head><meta name="switchback-person" content="{mark}">'


def test_activities_in_peoples_own_folders_come_with_the_mark_of_whose_they_are(
    tmp_path: Path,
) -> None:
    people = tmp_path / "Switchback" / "Athletes"
    run, workout = fit_of(hill((70, -5.0, 3.0))), foreign({"duration_type": 5})
    for name, content in (
        ("Anna/index.html", page_of("1-1700000000000").encode()),
        ("Anna/activity.FIT", run),
        ("Anna/2026-01-05-1830-short-hills-12.fit", run),
        ("Anna/homework-2026-01-02-quad-crusher.fit", workout),
        ("Anna/roster.csv", b"name"),
        ("By hand/run.tcx", b"<x/>"),
        ("run.tcx", b"<x/>"),
    ):
        (people / name).parent.mkdir(parents=True, exist_ok=True)
        (people / name).write_bytes(content)
    (tmp_path / "run.fit").write_bytes(run)
    (tmp_path / "workout.fit").write_bytes(workout)
    (people / "Link").symlink_to(people / "Anna")
    (people / "Anna" / "inside").mkdir()
    (people / "Anna" / "inside" / "a.fit").write_bytes(run)
    brought: list[FoundFile] = []
    found = look_into(tmp_path, brought.append)
    assert [(one.name, one.kind) for one in found.files] == [("workout.fit", "fit")]
    assert [(one.name, one.mark) for one in brought] == [
        ("Switchback/Athletes/Anna/activity.FIT", "1-1700000000000"),
        ("Switchback/Athletes/By hand/run.tcx", ""),
        ("run.fit", ""),
    ]
    assert {one.kind for one in brought} == {"activity"}
    assert not found.refused


def test_a_folders_page_that_is_a_pipe_or_a_link_says_nothing_and_is_not_waited_for(
    tmp_path: Path,
) -> None:
    for name in ("Pipe", "Link", "Device"):
        (tmp_path / "athletes" / name).mkdir(parents=True)
        (tmp_path / "athletes" / name / "a.tcx").write_text("x")
    page = tmp_path / "page.html"
    page.write_text(page_of("1-1700000000000"))
    os.mkfifo(tmp_path / "athletes" / "Pipe" / "index.html")
    (tmp_path / "athletes" / "Link" / "index.html").symlink_to(page)
    (tmp_path / "athletes" / "Device" / "index.html").symlink_to("/dev/zero")
    brought: list[FoundFile] = []
    look_into(tmp_path, brought.append)
    assert [one.mark for one in brought] == ["", "", ""]
    people = [PersonKnown(1, "Anna", "1-1700000000000")]
    (tmp_path / "athletes").rename(tmp_path / "Athletes")
    assert AthleteFolders(tmp_path, people).path(1) is None, "nor does an export wait"


def test_activities_have_limits_of_their_own_each_and_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = fit_of(hill((70, -5.0, 3.0)))
    (tmp_path / "long.fit").write_bytes(run + bytes(MAX_FILE_BYTES))
    with (tmp_path / "giant.fit").open("wb") as file:
        file.truncate(1 << 33)
    with (tmp_path / "giant.tcx").open("wb") as file:
        file.truncate(1 << 40)
    with (tmp_path / "no activity.fit").open("wb") as file:
        file.truncate(MAX_FILE_BYTES + 1)
    brought: list[FoundFile] = []
    assert {one.name: one.reason for one in look_into(tmp_path, brought.append).refused} == {
        "giant.fit": "It is larger than 4 MB: check that it is the right file.",
        "giant.tcx": "It is larger than 48 MB: check that it is the right file.",
        "no activity.fit": "It is larger than 256 kB: check that it is the right file.",
    }
    assert [one.name for one in brought] == ["long.fit"]
    monkeypatch.setattr(folder, "MAX_ACTIVITIES", 3)
    for number in range(5):
        (tmp_path / f"{number}.fit").write_bytes(run)
    brought.clear()
    refused = look_into(tmp_path, brought.append).refused
    assert len(brought) == 3
    assert sum("too many activities" in one.reason for one in refused) == 3
    monkeypatch.setattr(folder, "MAX_ACTIVITIES", 99)
    monkeypatch.setattr(folder, "MAX_ACTIVITY_BYTES", 2 * len(run))
    brought.clear()
    look_into(tmp_path, brought.append)
    assert len(brought) == 2


def test_a_link_is_refused_and_what_it_leads_to_is_not_opened(tmp_path: Path) -> None:
    secret = tmp_path / "secret.toml"
    secret.write_text("secret")
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / "roster.csv").symlink_to("/etc/passwd")
    (stick / "own.toml").symlink_to("../secret.toml")
    (stick / "gone.fit").symlink_to("nowhere")
    (stick / "workouts").symlink_to(tmp_path)
    (stick / "import").symlink_to(stick)
    found = look_into(stick)
    assert not found.files
    assert set(refusals(stick)) == {"roster.csv", "own.toml", "gone.fit"}
    assert all("only a link" in reason for reason in refusals(stick).values())


def test_nothing_waits_for_a_pipe_a_socket_a_device_or_a_folder_that_has_a_files_name(
    tmp_path: Path,
) -> None:
    os.mkfifo(tmp_path / "roster.csv")
    (tmp_path / "plan.csv").mkdir()
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "a.toml"))
    if os.geteuid() == 0:
        os.mknod(tmp_path / "b.fit", 0o600 | 0o020000, os.makedev(1, 5))  # /dev/zero, without end
    found = refusals(tmp_path)
    assert {"roster.csv", "plan.csv", "a.toml"} <= set(found)
    assert all("It is no file" in reason for reason in found.values())


def test_a_giant_is_refused_by_its_size_without_being_read(tmp_path: Path) -> None:
    with (tmp_path / "roster.csv").open("wb") as file:
        file.truncate(1 << 40)
    (tmp_path / "plan.csv").write_bytes(b"x" * (MAX_FILE_BYTES + 1))
    assert set(refusals(tmp_path)) == {"roster.csv", "plan.csv"}
    assert all("larger than 256 kB" in reason for reason in refusals(tmp_path).values())


def test_a_file_that_grows_while_it_is_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "roster.csv").write_bytes(b"x" * 2000)

    def was_small(status: os.stat_result, largest: int | None) -> None:
        """As it was looked at."""

    monkeypatch.setattr(plain_file, "_check", was_small)
    monkeypatch.setattr(folder, "MAX_FILE_BYTES", 1000)
    assert "larger than" in refusals(tmp_path)["roster.csv"]


def test_files_and_bytes_are_counted_together(tmp_path: Path) -> None:
    (tmp_path / "import").mkdir()
    for number in range(MAX_FILES + 5):
        size = MAX_FILE_BYTES if number < 40 else 0
        (tmp_path / "import" / f"{number:03}.toml").write_bytes(b"x" * size)
    found = look_into(tmp_path)
    assert sum(len(file.content) for file in found.files) <= MAX_BYTES
    assert len(found.files) <= MAX_FILES
    assert {one.reason.split(":")[0] for one in found.refused} == {
        "The files together are too large"
    }
    assert len(found.files) + len(found.refused) == MAX_FILES + 5


def test_so_many_names_that_nobody_reads_them_to_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder, "MAX_ENTRIES", 20)
    for number in range(30):
        (tmp_path / f"{number}.jpg").touch()
    found = look_into(tmp_path)
    assert (found.is_whole, found.passed_over) == (False, 20)


def test_years_of_exports_in_peoples_folders_hide_nothing_that_lies_beside_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder, "MAX_ENTRIES", 5)
    monkeypatch.setattr(folder, "MAX_PEOPLES", 40)
    own = tmp_path / "Athletes" / "Anna"
    own.mkdir(parents=True)
    for number in range(30):
        (own / f"2026-01-05-1830-short-hills-{number}.fit").touch()
    (tmp_path / "workouts").mkdir()
    (tmp_path / "workouts" / "a.toml").touch()
    found = look_into(tmp_path)
    assert (found.is_whole, len(found.files)) == (True, 1)
    monkeypatch.setattr(folder, "MAX_PEOPLES", 20)
    found = look_into(tmp_path)
    assert (found.is_whole, len(found.files)) == (False, 1)


def test_folders_in_folders_end_soon(tmp_path: Path) -> None:
    deep = tmp_path
    for _ in range(40):
        deep /= "import"
        deep.mkdir()
        (deep / "a.toml").touch()
    assert len(look_into(tmp_path).files) == folder.MAX_DEPTH - 1


def test_a_name_is_only_ever_shown_and_cannot_turn_a_sentence_around(tmp_path: Path) -> None:
    raw = os.fsencode(tmp_path) + b"/\xff\xfe\n\x1b[2J\xe2\x80\xae" + b"a" * 100 + b".toml"
    with open(raw, "wb"):  # noqa: PTH123 - a name that no text has
        pass
    (file,) = look_into(tmp_path).files
    assert file.name.isprintable()
    assert len(file.name) == 60
    assert shown_name("Łukasz, plan.csv") == "Łukasz, plan.csv"


def test_a_stick_that_goes_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ImportRefused, match="plug the stick in once more"):
        look_into(tmp_path / "gone")
    with pytest.raises(ImportRefused, match="cannot be read"):
        look_into(Path("a\x00b"))


def test_a_file_that_cannot_be_read_spoils_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("roster.csv", "plan.csv"):
        (tmp_path / name).touch()
    real = os.open

    def broken(path: str, *args: int, **kwargs: int | None) -> int:
        if path == "plan.csv":
            raise OSError(5, "Input/output error")
        return real(path, *args, **kwargs)

    monkeypatch.setattr(os, "open", broken)
    found = look_into(tmp_path)
    assert [file.name for file in found.files] == ["roster.csv"]
    assert "another stick" in found.refused[0].reason
