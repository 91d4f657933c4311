"""Sticks that come, are refused, written to and pulled, over a real bus with a UDisks2 of straw."""

import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from drivers import removable
from drivers.removable import Sticks
from drivers.stick_seen import BLOCK, DRIVE, FILESYSTEM, seen
from drivers.stick_words import NO_BUS, NO_SERVICE, NOT_OURS, SLOW, TWO
from kiosk.clock import ManualClock
from kiosk.errors import ExportError
from kiosk.stick import PULLED, Stick
from tests.rigs.stick_service import (
    FakeStick,
    FakeUdisks,
    FolderMedium,
    fake_udisks,
    private_bus,
    why_no_bus,
)

PATIENCE_S = 10.0


class Told:
    """What the driver has said, and a way to wait for more."""

    def __init__(self) -> None:
        self.all: list[Stick] = []
        self._arrived = threading.Condition()

    def post(self, stick: Stick) -> None:
        with self._arrived:
            self.all.append(stick)
            self._arrived.notify_all()

    def until(self, state: str, sentence: str | None = None) -> Stick:
        with self._arrived:
            came = self._arrived.wait_for(
                lambda: (
                    bool(self.all)
                    and self.all[-1].state == state
                    and sentence in (None, self.all[-1].sentence)
                ),
                PATIENCE_S,
            )
            assert came, f"no {state}: {self.all}"
            return self.all[-1]


@pytest.fixture(autouse=True)
def _no_settling(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(removable, "SETTLE_S", 0.01)
    monkeypatch.setattr(removable, "DOUBT_S", 0.02)
    monkeypatch.setattr("drivers.udisks.BUSY_REST_S", 0.01)


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    why_not = why_no_bus()
    if why_not is not None:
        pytest.skip(why_not)
    with private_bus() as address:
        yield address


@pytest.fixture
def udisks(address: str) -> Iterator[FakeUdisks]:
    with fake_udisks(address) as service:
        yield service


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def sticks(udisks: FakeUdisks, told: Told) -> Iterator[Sticks]:
    with Sticks(told.post, ManualClock(), udisks.address) as driver:
        yield driver


def club(folder: Path, name: str = "sdb1") -> FakeStick:
    return FakeStick(FolderMedium(folder / "media" / name), name)


def test_a_stick_waits_read_only_and_is_writable_only_for_an_export(
    sticks: Sticks, udisks: FakeUdisks, told: Told, tmp_path: Path
) -> None:
    stick = club(tmp_path)
    udisks.plug_in(stick)
    ready = told.until("ready")
    assert (ready.label, ready.folder) == ("CLUB", str(tmp_path / "media/sdb1"))
    assert ready.free_bytes > 0
    assert stick.calls == ["Mount ro"]
    assert sticks.open() == Path(ready.folder)
    assert sticks.is_in
    told.until("writing")
    sticks.close()
    assert told.until("safe").label == "CLUB"
    assert stick.calls == ["Mount ro", "Unmount", "Mount", "Unmount", "PowerOff"]
    assert list(Path(ready.folder).iterdir()) == [], "the trial has left nothing"
    with pytest.raises(ExportError, match="put it in again"):
        sticks.open()  # its power is off


def test_a_slow_stick_is_written_to_all_the_same_and_says_why_it_takes_long(
    sticks: Sticks,
    udisks: FakeUdisks,
    told: Told,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(removable, "SLOW_S", -1.0)
    udisks.plug_in(club(tmp_path))
    told.until("ready")
    assert sticks.open() is not None
    assert told.all[-1].state == "writing"
    assert told.all[-1].sentence == SLOW
    sticks.close()
    assert told.until("safe").sentence == ""


def test_one_that_stays_lit_is_written_to_again_without_being_pulled(
    sticks: Sticks, udisks: FakeUdisks, told: Told, tmp_path: Path
) -> None:
    stick = club(tmp_path)
    stick.can_power_off = False
    udisks.plug_in(stick)
    told.until("ready")
    for _ in range(2):
        assert sticks.open() is not None
        sticks.close()
    assert told.until("safe")
    udisks.pull(stick)
    stick.uuid = "another"
    udisks.plug_in(stick)
    assert told.until("ready")


def test_a_desktop_that_mounts_it_first_is_no_trouble(
    sticks: Sticks, udisks: FakeUdisks, told: Told, tmp_path: Path
) -> None:
    stick = club(tmp_path)
    stick.is_mounted_first = True
    udisks.plug_in(stick)
    assert told.until("ready").folder == str(tmp_path / "media/sdb1")
    assert sticks.open() is not None
    assert stick.calls == ["Mount ro", "Unmount", "Mount"]
    sticks.close()


def test_without_a_stick_there_is_nowhere_to_write(sticks: Sticks, told: Told) -> None:
    told.until("none")
    assert sticks.open() is None
    assert (sticks.is_usable, sticks.is_plugged_in, sticks.is_in) == (True, False, False)
    with pytest.raises(ExportError, match="pulled too early"):
        sticks.close()


def test_pulled_while_it_is_written_it_is_gone_at_once(
    sticks: Sticks, udisks: FakeUdisks, told: Told, tmp_path: Path
) -> None:
    stick = club(tmp_path)
    udisks.plug_in(stick)
    place = told.until("ready").folder
    assert sticks.open() is not None
    Path(place).rename(tmp_path / "pulled")
    assert not sticks.is_in, "even before anybody has told so"
    Path(place).mkdir()
    assert not sticks.is_in, "what lies at the place now is not the stick"
    udisks.pull(stick)
    told.until("none")
    with pytest.raises(ExportError) as refusal:
        sticks.close()
    assert str(refusal.value) == PULLED
    udisks.plug_in(stick)
    told.until("ready")
    assert sticks.open() is not None
    sticks.close()


def test_two_sticks_are_one_too_many_until_one_is_pulled(
    sticks: Sticks, udisks: FakeUdisks, told: Told, tmp_path: Path
) -> None:
    first, second = club(tmp_path), club(tmp_path, "sdc1")
    udisks.plug_in(first)
    told.until("ready")
    udisks.plug_in(second)
    assert told.until("refused").sentence == TWO
    with pytest.raises(ExportError, match="Two sticks"):
        sticks.open()
    udisks.pull(first)
    assert told.until("ready").folder.endswith("sdc1")


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"is_read_only": True}, "write-protected"),
        ({"medium": None, "has_table": False}, "is not formatted"),
        ({"medium": None}, "no partition that can be read"),
        ({"medium": None, "usage": "crypto"}, "locked with a password"),
        ({"refuses": {"Mount": "Failed"}}, "cannot be opened"),
        ({"refuses": {"Mount": "NotAuthorizedCanObtain"}}, "50-switchback-sticks.rules"),
        ({"refuses": {"Mount": "DeviceBusy"}}, "still reads the stick"),
    ],
)
def test_one_that_cannot_be_used_says_why_and_is_not_tried_again(
    sticks: Sticks,
    udisks: FakeUdisks,
    told: Told,
    tmp_path: Path,
    changes: dict[str, object],
    sentence: str,
) -> None:
    stick = club(tmp_path)
    for name, value in changes.items():
        setattr(stick, name, value)
    udisks.plug_in(stick)
    assert sentence in told.until("refused").sentence
    tried = len(stick.calls)
    with pytest.raises(ExportError, match=sentence):
        sticks.open()
    udisks.pull(FakeStick(None, "sdz"))  # something else changes
    assert len(stick.calls) == tried
    udisks.pull(stick)
    told.until("none")


def test_nobody_is_told_to_format_a_stick_whose_partitions_come_late(
    sticks: Sticks, udisks: FakeUdisks, told: Told, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(removable, "DOUBT_S", PATIENCE_S)
    stick = club(tmp_path)
    medium, stick.medium = stick.medium, None
    udisks.plug_in(stick)
    told.until("looking")
    stick.medium = medium
    udisks.pull(FakeStick(None, "sdz"))  # something else changes
    told.until("ready")
    assert all(one.state != "refused" for one in told.all)


def test_somebody_who_still_reads_it_is_waited_for(
    sticks: Sticks, udisks: FakeUdisks, told: Told, tmp_path: Path
) -> None:
    stick = club(tmp_path)
    udisks.plug_in(stick)
    told.until("ready")
    stick.refuses["Unmount"] = "DeviceBusy"
    opened: list[Path | None] = []
    export = threading.Thread(target=lambda: opened.append(sticks.open()))
    export.start()
    while stick.calls.count("Unmount") < 2:
        assert export.is_alive()
        export.join(0.01)
    del stick.refuses["Unmount"]
    export.join()
    assert opened[0] is not None
    sticks.close()


def test_without_a_bus_the_kiosk_runs_and_says_so_once(tmp_path: Path, told: Told) -> None:
    with Sticks(told.post, ManualClock(), f"unix:path={tmp_path / 'none'}") as sticks:
        assert told.until("unavailable").sentence == NO_BUS
        assert not sticks.is_usable
        assert sticks.open() is None
    assert len(told.all) == 1


def test_a_bus_that_ends_takes_no_stick_for_what_it_was(told: Told, tmp_path: Path) -> None:
    if why_no_bus() is not None:
        pytest.skip("there is no dbus-daemon here")
    daemons: list[subprocess.Popen[str]] = []
    with private_bus(daemons.append) as own, Sticks(told.post, ManualClock(), own):
        with fake_udisks(own) as service:
            service.plug_in(club(tmp_path))
            told.until("ready")
        told.until("unavailable")
        daemons[0].terminate()
        assert told.until("unavailable", NO_BUS)


def test_a_service_that_comes_later_is_noticed_and_one_that_goes_too(
    address: str, told: Told, tmp_path: Path
) -> None:
    with Sticks(told.post, ManualClock(), address):
        assert told.until("unavailable").sentence == NO_SERVICE
        with fake_udisks(address) as service:
            told.until("none")
            service.plug_in(club(tmp_path))
            told.until("ready")
        assert told.until("unavailable").sentence == NO_SERVICE


def test_a_stick_of_somebody_else_is_refused_before_it_is_written_to(
    sticks: Sticks, udisks: FakeUdisks, told: Told, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 4711)
    stick = club(tmp_path)
    udisks.plug_in(stick)
    assert told.until("refused").sentence == NOT_OURS


# -- what the objects say --------------------------------------------------------------------------


def objects(
    bus: str = "usb", mount: bytes = b"", **block: object
) -> dict[str, dict[str, dict[str, Any]]]:
    return {
        "/d": {DRIVE: {"ConnectionBus": bus, "Model": "Straw\u202edisk\n"}},
        "/b": {
            BLOCK: {"Drive": "/d", **block},
            FILESYSTEM: {"MountPoints": [mount + b"\0"] if mount else []},
        },
    }


def test_the_machines_own_disks_are_no_sticks() -> None:
    assert len(seen(objects())) == 1
    assert seen(objects(bus="sdio")) == ()
    assert seen(objects(HintSystem=True)) == ()
    assert seen(objects(HintIgnore=True)) == ()
    for mount in (b"/", b"/boot/firmware", b"/var"):
        assert seen(objects(mount=mount)) == (), "a Pi that runs from its USB"
    assert seen(objects(mount=b"/variety"))[0].mounts == ("/variety",)


def test_the_largest_file_system_of_a_stick_is_taken() -> None:
    two = objects(Size=100)
    two["/c"] = {BLOCK: {"Drive": "/d", "Size": 5000, "IdLabel": "BIG"}, FILESYSTEM: {}}
    (one,) = seen(two)
    assert (one.filesystem, one.label) == ("/c", "BIG")


def test_a_label_cannot_turn_a_sentence_around() -> None:
    assert seen(objects())[0].label == "Straw disk"
    assert seen(objects(IdLabel="C" * 99))[0].label == "C" * 32
