"""What the installer asks, what it takes for a release, and what it says."""

import os
from hashlib import sha256
from pathlib import Path

import pytest
from installer.answers import QUESTIONS, collect, read_answers
from installer.cli import main
from installer.edits import with_lines, with_words, without_lines, without_words
from installer.machine import InstallError
from installer.plan import plan
from installer.release import source_of
from installer.system import Program

from kiosk.release.archive import write_release
from kiosk.release.manifest import Manifest, Wheel
from tests.unit.installer_straw import Straw


@pytest.fixture
def straw(tmp_path: Path, repository: Path, monkeypatch: pytest.MonkeyPatch) -> Straw:
    monkeypatch.setattr(os, "fsync", id)
    return Straw(tmp_path, repository)


def test_three_questions_are_asked_and_return_takes_what_is_offered(straw: Straw) -> None:
    asked: list[str] = []

    def ask(line: str) -> str:
        asked.append(line)
        return ""

    found = collect(straw.machine, {}, {}, ask)
    assert len(asked) == 3, "the first screen asks two more"
    assert "[en]" in asked[0]
    assert found["time_zone"] == "Europe/London"
    assert set(found) == {question.name for question in QUESTIONS}


def test_two_displays_are_offered_where_two_are_plugged_in(straw: Straw) -> None:
    for port, state in (("DSI-1", "connected"), ("HDMI-A-1", "connected"), ("HDMI-A-2", "dis")):
        status = straw.file(f"/sys/class/drm/card1-{port}/status")
        status.parent.mkdir(parents=True)
        status.write_text(f"{state}\n", "ascii")
    assert collect(straw.machine, {}, {}, None)["displays"] == "2"


def test_a_bad_answer_is_asked_again_with_what_would_be_good(straw: Straw) -> None:
    typed = iter(["fr", "de", "seven", "10.1", ""])
    lines: list[str] = []

    def ask(line: str) -> str:
        lines.append(line)
        return next(typed)

    found = collect(straw.machine, {}, {}, ask)
    assert (found["language"], found["inches"]) == ("de", "10.1")
    assert '"fr" is none of these: en, de.' in lines[1]
    assert '"seven" is no size' in lines[3]


def test_nothing_is_asked_a_second_time(straw: Straw) -> None:
    first = collect(straw.machine, {"language": "de"}, {}, None)

    def ask(line: str) -> str:
        raise AssertionError(line)

    assert collect(straw.machine, {}, first, ask) == first


@pytest.mark.parametrize(
    ("option", "answer", "sentence"),
    [
        ("time_zone", "../../etc/passwd", "is no time zone"),
        ("inches", "700", "is no size"),
        ("displays", "3", "is none of these: 1, 2"),
        ("rotate", "45", "is no turn"),
        ("rotate", 'DSI-1:90"; reboot', "is no turn"),
    ],
)
def test_an_answer_that_cannot_be_is_refused_in_a_sentence(
    straw: Straw, option: str, answer: str, sentence: str
) -> None:
    with pytest.raises(InstallError, match=sentence):
        collect(straw.machine, {option: answer}, {}, None)


def test_answers_come_from_a_file_and_an_unknown_one_is_named(tmp_path: Path) -> None:
    file = tmp_path / "answers.toml"
    file.write_text('language = "de"\ninches = 10.1\ndisplays = 2\ncable = true\n', "utf-8")
    told = read_answers(file)
    assert told == {"language": "de", "inches": "10.1", "displays": "2", "cable": "on"}
    file.write_text("langauge = 'de'\n", "utf-8")
    with pytest.raises(InstallError, match="there is no answer langauge"):
        read_answers(file)


def test_a_dry_run_prints_every_step_and_changes_nothing(
    straw: Straw, capsys: pytest.CaptureFixture[str]
) -> None:
    before = straw.tree()
    words = ["--dry-run", "--wheels", str(straw.wheels), "--root", str(straw.root)]
    assert main(words, straw.machine) == 0
    told = capsys.readouterr().out
    for step in straw.plan():
        if not step.describe.startswith(("/etc/localtime", "/etc/udev/rules.d/71")):
            assert step.describe.partition(": ")[0] in told
    assert straw.tree() == before
    assert straw.asked == []


def test_only_root_may_install_and_is_told_so(
    straw: Straw, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--wheels", str(straw.wheels), "--yes"], straw.machine) == 2
    assert capsys.readouterr().err == "Only root may do this: put sudo in front of it.\n"


def _release(straw: Straw, folder: Path, arch: str = "aarch64") -> Path:
    wheels: list[Wheel] = []
    for path in sorted(straw.wheels.glob("*.whl")):
        data = path.read_bytes()
        wheels.append(Wheel(path.name, sha256(data).hexdigest(), len(data)))
    manifest = Manifest("1.4.0", arch, "3.13", "0005", tuple(wheels), "-----BEGIN PUBLIC KEY-----")
    return write_release(straw.wheels, manifest, bytes(64), folder)


def test_a_release_file_brings_the_program_and_the_key_of_its_updates(
    straw: Straw, tmp_path: Path
) -> None:
    source = source_of(_release(straw, tmp_path))
    assert (source.version, source.key) == ("1.4.0", "-----BEGIN PUBLIC KEY-----")
    straw.install(plan(straw.machine, collect(straw.machine, {}, {}, None), source))
    assert straw.file("/etc/switchback/release.pub").read_text("ascii") == source.key
    assert straw.file("/opt/switchback/updater").readlink() == Path("releases/1.4.0")


def test_a_release_that_was_copied_badly_is_not_installed(straw: Straw, tmp_path: Path) -> None:
    path = _release(straw, tmp_path)
    data = bytearray(path.read_bytes())
    place = data.index(b"Qt")
    data[place] ^= 1
    path.write_bytes(bytes(data))
    with pytest.raises(InstallError, match="is damaged: copy it onto the stick anew"):
        straw.install([Program(source_of(path))])


def test_a_release_for_another_machine_is_not_installed(straw: Straw, tmp_path: Path) -> None:
    source = source_of(_release(straw, tmp_path, "x86_64"))
    with pytest.raises(InstallError, match="is for x86_64, and this machine is aarch64"):
        straw.install([Program(source)])


@pytest.mark.parametrize("content", [b"", b"no tar", b"\0" * 2048])
def test_what_is_no_release_is_said_to_be_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "switchback-1.4.0-aarch64.release"
    path.write_bytes(content)
    with pytest.raises(InstallError, match="is not a release of Switchback"):
        source_of(path)


def test_a_release_that_is_not_there_and_a_folder_without_our_wheel_are_told(
    tmp_path: Path,
) -> None:
    with pytest.raises(InstallError, match="There is no"):
        source_of(tmp_path / "gone.release")
    with pytest.raises(InstallError, match="must have one wheel of switchback_kiosk"):
        source_of(tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        b"console=tty1 root=/dev/sda1\n",
        b"quiet root=/dev/sda1 console=serial0,115200 console=tty1 splash",
        b"  root=x   console=tty1  \n\nsecond line\n",
    ],
)
def test_words_come_and_go_whatever_else_is_added_in_between(text: bytes) -> None:
    added, dropped = ("console=tty3", "quiet"), ("console=tty1", "console=serial0,115200")
    made = with_words(text, added, dropped)
    assert with_words(made, added, dropped) == made
    later = made.replace(b"root=", b"new=1 root=")
    back = without_words(later, added, dropped, text).split()
    assert sorted(back) == sorted([*text.split(), b"new=1"])


@pytest.mark.parametrize("text", [b"", b"[all]\n", b"[pi4]\ngpu_mem=16", b"a=1\r\nb=2\r\n"])
def test_lines_of_ours_come_and_go_and_the_rest_stays_byte_for_byte(text: bytes) -> None:
    made = with_lines(text, ["disable_splash=1"])
    assert with_lines(made, ["disable_splash=1"]) == made
    assert b"disable_splash=1" not in with_lines(made, ["enable_uart=1"])
    assert without_lines(made).rstrip(b"\n") == text.rstrip(b"\n")
    assert without_lines(made + b"later=1\n").endswith(b"later=1\n")
