"""Exports onto a stick: what lies there, who has it, and what becomes of it when it is pulled."""

import errno
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from drivers import removable
from kiosk.coach_port import ExportStep
from kiosk.errors import HistoryError
from kiosk.export.target import BYTES_A_SECOND, NO_BACKUP
from kiosk.history.integrity import open_to_read, quick_check
from kiosk.stick import BACKUP_NAME, FOLDER, FULL, PULLED
from tests.rigs.stick_gym import StickGym, contents, stick_gym
from tests.rigs.stick_service import (
    FakeStick,
    FolderMedium,
    fake_udisks,
    private_bus,
    why_no_bus,
)


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    why_not = why_no_bus()
    if why_not is not None:
        pytest.skip(why_not)
    with private_bus() as address:
        yield address


@pytest.fixture
def gym(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[StickGym]:
    monkeypatch.setattr(removable, "SETTLE_S", 0.01)
    with (
        fake_udisks(address) as udisks,
        stick_gym(tmp_path / "kiosk", udisks, sessions=2, seconds=20) as gym,
    ):
        yield gym


@pytest.fixture
def stick(tmp_path: Path) -> FakeStick:
    return FakeStick(FolderMedium(tmp_path / "CLUB"))


def plug_in(gym: StickGym, stick: FakeStick) -> None:
    gym.udisks.plug_in(stick)
    gym.heard.stick("ready")


def test_everything_new_lies_on_the_stick_and_the_coach_has_it(
    gym: StickGym, stick: FakeStick, tmp_path: Path
) -> None:
    plug_in(gym, stick)
    assert gym.new == [1, 2]
    step = gym.export()
    assert (step.done, step.of, step.refusal, step.is_on_stick) == (2, 2, "", True)
    assert gym.heard.stick("safe")
    assert gym.new == []
    on_it = tmp_path / "CLUB" / FOLDER
    assert len(list(on_it.glob("*-*/*.fit"))) == 4
    assert (on_it / "index.html").is_file()
    with closing(open_to_read(on_it / BACKUP_NAME)) as copy:
        assert quick_check(copy) == "ok"
    assert not (gym.data / "exports").exists(), "nothing went anywhere else"


def test_what_went_into_the_kiosks_own_folder_is_still_new_for_a_stick(
    gym: StickGym, stick: FakeStick
) -> None:
    step = gym.export()
    assert (step.refusal, step.is_on_stick) == ("", False)
    assert step.folder == str(gym.data / "exports")
    assert not (gym.data / "exports" / BACKUP_NAME).exists()
    assert gym.new == [1, 2]
    plug_in(gym, stick)
    assert gym.export().refusal == ""
    assert gym.new == []


def test_the_cable_s_drive_follows_the_kiosks_own_folder_and_no_stick(
    gym: StickGym, stick: FakeStick
) -> None:
    made: list[bool] = []

    def make(_stop: object) -> None:
        made.append((gym.data / "exports" / "index.html").is_file())

    gym.archive._cable = make
    step = gym.export()
    assert (step.refusal, step.is_on_cable, made) == ("", True, [True])
    plug_in(gym, stick)
    assert gym.export().is_on_cable is False
    assert made == [True]


def test_pulled_in_the_middle_it_says_so_and_goes_on_where_it_stopped(
    gym: StickGym, stick: FakeStick, tmp_path: Path
) -> None:
    place = tmp_path / "CLUB"

    def pull(step: ExportStep) -> None:
        if step.done == 1 and not step.is_over:
            place.rename(tmp_path / "in a pocket")
            gym.udisks.pull(stick)

    plug_in(gym, stick)
    gym.heard.on_step = pull
    step = gym.export()
    assert (step.done, step.refusal) == (1, PULLED)
    assert gym.new == [2]
    assert not place.exists(), "nothing is written where the stick was"
    gym.heard.stick("none")
    (tmp_path / "in a pocket").rename(place)
    gym.heard.on_step = lambda _: None
    plug_in(gym, stick)
    assert gym.export().refusal == ""
    assert gym.new == []
    assert len(list((place / FOLDER).glob("*-*/*.fit"))) == 4


@pytest.mark.parametrize("is_in", [True, False])
def test_a_stick_that_cannot_even_be_looked_at_is_no_fault_of_the_program(
    gym: StickGym, stick: FakeStick, *, is_in: bool
) -> None:
    """A kernel that has lost the drive says so to whoever asks what lies there."""

    def look(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    gym.archive._beside = look
    if is_in:
        plug_in(gym, stick)
    refusal = gym.export().refusal
    assert refusal == (PULLED if is_in else "The disk has gone: plug it in and try again.")
    assert gym.new == ([2] if is_in else [1, 2])


def test_the_room_that_is_asked_for_is_enough_and_not_far_more(
    gym: StickGym, stick: FakeStick, tmp_path: Path
) -> None:
    """A short session takes most for its pages; of a long one the seconds count."""
    plug_in(gym, stick)
    assert gym.export().refusal == ""
    on_it = [path for path in (tmp_path / "CLUB").rglob("*") if path.suffix in (".csv", ".tcx")]
    a_second = sum(path.stat().st_size for path in on_it) / (2 * 2 * 20)
    assert 300 < a_second < BYTES_A_SECOND * 2


def test_too_little_room_is_said_before_anything_is_written(
    gym: StickGym, stick: FakeStick, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.export.target.SPARE_BYTES", 1 << 60)
    plug_in(gym, stick)
    assert "may need" in gym.export().refusal
    assert gym.new == [1, 2]
    assert contents(tmp_path / "CLUB") == {}
    gym.heard.stick("safe")


def test_a_full_stick_stops_with_a_sentence_and_may_be_pulled(
    gym: StickGym, stick: FakeStick, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    plug_in(gym, stick)
    monkeypatch.setattr("os.fsync", full)
    monkeypatch.setattr(removable, "_try_to_write", print)
    assert gym.export().refusal == FULL
    assert gym.heard.stick("safe")
    assert gym.new == [1, 2]


def test_a_backup_that_fails_takes_nothing_away_from_the_files(
    gym: StickGym, stick: FakeStick
) -> None:
    def fails(*_: object) -> None:
        raise HistoryError("no")

    assert gym.archive._backup is not None
    object.__setattr__(gym.archive._backup, "copy", fails)
    plug_in(gym, stick)
    step = gym.export()
    assert step.refusal == NO_BACKUP
    assert gym.new == []
    gym.heard.stick("safe")


def test_a_stick_that_cannot_be_used_takes_nothing_and_neither_does_the_folder(
    gym: StickGym, stick: FakeStick
) -> None:
    stick.is_read_only = True
    gym.udisks.plug_in(stick)
    sentence = gym.heard.stick("refused").sentence
    assert gym.export().refusal == sentence
    assert not (gym.data / "exports").exists()
