"""The drive for the cable: a FAT that others read, with all that was exported and nothing else."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.desk_cable import refresh
from kiosk.errors import ExportError, SettingsError
from kiosk.export.cable_image import NEXT_IMAGE, CableImage, fat_names, make_cable_image
from kiosk.export.fat_image import File, FileChangedError, Folder, size_of, write_fat
from kiosk.export.file_names import same_on_disk

MTOOLS = shutil.which("mcopy") and shutil.which("fsck.fat")
needs_mtools = pytest.mark.skipif(not MTOOLS, reason="needs the packages mtools and dosfstools")
DAY = datetime.fromtimestamp(1_777_900_000)  # noqa: DTZ006 - FAT keeps the clock on the wall
SESSION = "2026-05-04-1830-step-up-80-7"
LANGUAGE = os.environ | {"LC_ALL": "C.UTF-8", "MTOOLSRC": "/dev/null"}


def run(*words: str | Path) -> str:
    done = subprocess.run(
        words, capture_output=True, text=True, check=False, env=LANGUAGE, stdin=subprocess.DEVNULL
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def lay(folder: Path, *names: str, content: bytes = b"Zeit,Puls\r\n") -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content + name.encode())


def made(tmp_path: Path, *, most: int = 10**9, spare: int = 0) -> CableImage:
    exports, images = tmp_path / "exports", tmp_path / "cable"
    return make_cable_image(exports, images, most_bytes=most, spare_bytes=spare)


def read_back(tmp_path: Path) -> dict[str, bytes]:
    """As mtools reads it."""
    out = tmp_path / "laptop"
    out.mkdir()
    run("mcopy", "-n", "-s", "-i", tmp_path / "cable" / NEXT_IMAGE, "::*", out)
    return {str(p.relative_to(out)): p.read_bytes() for p in out.rglob("*") if p.is_file()}


@needs_mtools
def test_two_other_programs_read_every_file_as_it_was_exported(tmp_path: Path) -> None:
    exports = tmp_path / "exports"
    names = ["index.html", "roster.csv"]
    names += [f"{SESSION}/{n}" for n in ("Zoë.fit", "ŁUK.CSV", "LUK-2.CSV", "日本.csv", "Иван.tcx")]
    names += ["Athletes/Łucja/index.html", "Athletes/Łucja/empty.json", f"{SESSION}/{'x' * 60}.pdf"]
    names += [f"Athletes/Max/{number:03d}-a-rather-long-name.csv" for number in range(150)]
    lay(exports, *names)
    lay(exports, f"{SESSION}/large.json", content=bytes(range(256)) * 10_000)
    (exports / "Athletes" / "Łucja" / "empty.json").write_bytes(b"")
    image = made(tmp_path)
    assert "Volume label" not in run("fsck.fat", "-n", tmp_path / "cable" / NEXT_IMAGE)
    files = read_back(tmp_path)
    wanted = {
        str(p.relative_to(exports)): p.read_bytes() for p in exports.rglob("*") if p.is_file()
    }
    assert files == wanted
    assert (image.files, image.left_out) == (len(wanted), 0)
    assert "SWITCHBACK" in run("mdir", "-i", tmp_path / "cable" / NEXT_IMAGE, "::")


@needs_mtools
def test_links_pipes_and_hidden_parts_stay_at_home(tmp_path: Path) -> None:
    exports = tmp_path / "exports"
    lay(exports, f"{SESSION}/Anna.csv", f"{SESSION}/.Anna.fit.part", ".secret/key")
    (exports / "passwords").symlink_to("/etc/passwd")
    (exports / "everything").symlink_to("/etc")
    os.mkfifo(exports / "pipe")
    assert made(tmp_path).files == 1
    assert read_back(tmp_path).keys() == {f"{SESSION}/Anna.csv"}


@needs_mtools
def test_the_newest_sessions_go_first_where_there_is_no_room_for_all(tmp_path: Path) -> None:
    exports = tmp_path / "exports"
    lay(exports, "index.html")
    for day in ("2026-05-04", "2026-05-11", "2026-05-18"):
        lay(exports, f"{day}-1830-hills-1/Anna.csv", content=bytes(20_000))
    lay(exports, "Athletes/Anna/a.csv", content=bytes(20_000))
    image = made(tmp_path, most=70_000)
    assert image.left_out == 2
    assert image.size <= 70_000
    assert sorted(read_back(tmp_path)) == [
        "2026-05-11-1830-hills-1/Anna.csv",
        "2026-05-18-1830-hills-1/Anna.csv",
        "index.html",
    ]


def test_it_takes_no_more_of_the_disk_than_it_says(tmp_path: Path) -> None:
    lay(tmp_path / "exports", f"{SESSION}/Anna.csv", content=bytes(3_000_000))
    image = made(tmp_path)
    taken = (tmp_path / "cable" / NEXT_IMAGE).stat().st_blocks * 512
    assert 3_000_000 < image.size <= taken < image.size + 200_000


def test_a_full_disk_keeps_the_older_drive_and_says_what_to_do(tmp_path: Path) -> None:
    lay(tmp_path / "exports", f"{SESSION}/Anna.csv")
    lay(tmp_path / "cable", NEXT_IMAGE)
    before = (tmp_path / "cable" / NEXT_IMAGE).read_bytes()
    with pytest.raises(ExportError, match="Take old exports away"):
        made(tmp_path, spare=10**15)
    assert (tmp_path / "cable" / NEXT_IMAGE).read_bytes() == before


def test_stopped_in_the_middle_it_leaves_nothing_half_done(tmp_path: Path) -> None:
    lay(tmp_path / "exports", f"{SESSION}/Anna.csv", f"{SESSION}/Max.csv")
    with pytest.raises(ExportError, match="export again"):
        make_cable_image(tmp_path / "exports", tmp_path / "cable", spare_bytes=0, stop=lambda: True)
    assert list((tmp_path / "cable").iterdir()) == []


def test_a_file_that_shrinks_meanwhile_is_noticed() -> None:
    def short() -> BytesIO:
        return BytesIO(b"12")

    root = Folder("", DAY, files=[File("a.csv", 3, DAY, short)])
    with pytest.raises(FileChangedError, match=r"a\.csv"):
        write_fat(BytesIO(), root, "SWITCHBACK", 1)


def test_a_folder_with_more_names_than_fat_has_room_for_is_refused() -> None:
    names = (f"{number:05d}-{'x' * 200}.csv" for number in range(5000))
    root = Folder("", DAY, files=[File(name, 0, DAY, BytesIO) for name in names])
    with pytest.raises(ValueError, match="no room for 5000 names"):
        size_of(root)


@given(st.lists(st.text(min_size=1, max_size=20), max_size=8, unique=True))
@settings(max_examples=60)
def test_any_names_become_names_that_fat_takes_and_tells_apart(names: Sequence[str]) -> None:
    given_names = fat_names(names)
    assert given_names.keys() == {*names}
    shown = [*given_names.values()]
    assert len({same_on_disk(one) for one in shown}) == len(names)
    for one in shown:
        assert not {*one} & {*'<>:"/\\|?*\0\n'}
        assert one[-1] not in ". "
        one.encode("utf-16-le")


def test_the_names_of_our_own_exports_stay_so_that_links_lead_somewhere() -> None:
    ours = ["index.html", SESSION, "Zoë.fit", "🏃Run.csv", "ŁUK.pdf", "class.pdf"]
    assert fat_names(ours) == {name: name for name in ours}


def test_the_command_makes_the_drive_where_the_configuration_wants_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SWITCHBACK_DATA", str(tmp_path))
    lay(tmp_path / "exports", f"{SESSION}/Anna.csv")
    config = tmp_path / "kiosk.toml"
    config.touch()
    with pytest.raises(SettingsError, match="cable = true"):
        refresh(config)
    config.write_text("[exports]\ncable = true\n")
    refresh(config)
    assert capsys.readouterr().out.startswith("1 files, ")
    assert (tmp_path / "cable" / NEXT_IMAGE).is_file()
