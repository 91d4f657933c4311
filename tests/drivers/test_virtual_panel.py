"""The virtual panel and the virtual tag reader: lines of pins, and records of keys."""

import io
import os
import struct
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from drivers.serial_port import open_port, read_available
from drivers.virtual.faults import FaultKind
from drivers.virtual.panel import VirtualPanel
from drivers.virtual.reader import EVENT, VirtualReader
from kiosk.clock import ManualClock
from kiosk.errors import DeviceError, SettingsError

Eventually = Callable[..., None]
DEADLINE_S = 60.0
RECORD = struct.calcsize(EVENT)
START, STOP, PULSES, LAMP = 17, 27, 24, 22

pytestmark = pytest.mark.usefixtures("no_descriptor_is_left_over")


def changes(log: io.StringIO) -> list[tuple[int, int]]:
    header, *lines = log.getvalue().splitlines()
    assert header == "utc_ms,pin,level"
    rows = [line.split(",") for line in lines]
    assert all(abs(int(row[0]) - time.time() * 1000) < 60_000 for row in rows)
    return [(int(pin), int(level)) for _, pin, level in rows]


def test_a_panel_says_how_its_inputs_stand_again_and_again(
    link: Path, eventually: Eventually
) -> None:
    with VirtualPanel(link, {START: 1, STOP: 0}), open_port(str(link), 115200) as port:
        heard = bytearray()
        eventually(
            lambda: heard.extend(read_available(port)) or heard.count(b"\n") >= 4, DEADLINE_S
        )
    assert bytes(heard) == b"17 1\n27 0\n" * (len(heard) // 10)


def test_a_button_leaves_its_idle_level_while_it_is_pressed(
    link: Path, eventually: Eventually
) -> None:
    log = io.StringIO()
    with VirtualPanel(link, {START: 1, STOP: 0}, log=log) as panel:
        panel.press(START, 0.05)
        panel.press(STOP, 0.15)
        eventually(lambda: log.getvalue().count("\n") == 5, DEADLINE_S)
        panel.set(STOP, 1)
    assert changes(log) == [(START, 0), (STOP, 1), (START, 1), (STOP, 0), (STOP, 1)]


def test_a_belt_sends_as_many_pulses_as_it_should(link: Path, eventually: Eventually) -> None:
    log = io.StringIO()
    with VirtualPanel(link, {PULSES: 1}, log=log) as panel:
        panel.pulse(PULSES, 50.0)
        eventually(lambda: log.getvalue().count("\n") > 60, DEADLINE_S)
        panel.pulse(PULSES, 0.0)
        time.sleep(0.05)
        count = log.getvalue().count("\n")
        time.sleep(0.1)
        assert log.getvalue().count("\n") == count
    found = changes(log)
    assert found[:4] == [(PULSES, 0), (PULSES, 1)] * 2


def test_pulses_that_are_late_are_made_up_for(link: Path) -> None:
    log, clock = io.StringIO(), ManualClock()
    panel = VirtualPanel(link, {PULSES: 1}, log=log)
    panel._clock = clock
    panel._port = panel._make_port()
    panel.pulse(PULSES, 50.0)
    panel._turn(0.0)
    for t_s in (0.11, 0.15, 0.61, 1.01):
        panel._turn(t_s)
        assert log.getvalue().count("\n") / 2 == int(t_s * 50.0)
    panel.stop()


def test_what_the_kiosk_sets_is_known_and_noise_is_nothing(
    link: Path, eventually: Eventually
) -> None:
    log = io.StringIO()
    with VirtualPanel(link, {}, log=log) as panel, open_port(str(link), 115200) as port:
        port.write(b"22 1\n2")
        port.write(b"3 0\n\xff\xff 1\n22 7\n\n" + b"9" * 5000)
        port.write(b"\n25 1\r\n")
        eventually(lambda: panel.levels == {LAMP: 1, 23: 0, 25: 1}, DEADLINE_S)
        port.write(b"22 0\n")
        eventually(lambda: panel.levels[LAMP] == 0, DEADLINE_S)
    assert changes(log) == [(LAMP, 1), (23, 0), (25, 1), (LAMP, 0)]


def test_a_frozen_panel_says_what_was(link: Path, eventually: Eventually) -> None:
    with VirtualPanel(link, {START: 1}) as panel, open_port(str(link), 115200) as port:
        eventually(lambda: read_available(port), DEADLINE_S)
        panel.set(START, 1)
        panel.faults.kind = "frozen"
        panel.set(START, 0)
        heard = bytearray()
        eventually(
            lambda: heard.extend(read_available(port)) or heard.count(b"\n") >= 3, DEADLINE_S
        )
        assert b"17 0" not in heard


# -- the reader ------------------------------------------------------------------------------------


def opened(link: Path) -> int:
    return os.open(link, os.O_RDONLY | os.O_NONBLOCK)


def records(data: bytes) -> list[tuple[int, int, int]]:
    return [event[2:] for event in struct.iter_unpack(EVENT, data)]


def test_a_tag_is_typed_key_by_key_as_a_keyboard_does(link: Path) -> None:
    with VirtualReader(link) as reader:
        listener = opened(link)
        reader.tap("0A")
        data = os.read(listener, 4096)
        os.close(listener)
    assert records(data) == [
        (4, 4, 0x70027), (1, 11, 1), (0, 0, 0), (4, 4, 0x70027), (1, 11, 0), (0, 0, 0),
        (4, 4, 0x70004), (1, 30, 1), (0, 0, 0), (4, 4, 0x70004), (1, 30, 0), (0, 0, 0),
        (4, 4, 0x70028), (1, 28, 1), (0, 0, 0), (4, 4, 0x70028), (1, 28, 0), (0, 0, 0),
    ]  # fmt: skip
    seconds, microseconds = struct.unpack_from("ll", data)
    assert abs(seconds + microseconds / 1e6 - time.time()) < 60


def test_all_digits_have_their_keys(link: Path) -> None:
    with VirtualReader(link) as reader:
        listener = opened(link)
        reader.tap("1234567890")
        pressed = [code for _, code, value in records(os.read(listener, 8192)) if value == 1]
        os.close(listener)
    assert pressed == [*range(2, 12), 28]


def test_nobody_is_typed_to_who_was_not_there(link: Path) -> None:
    log = io.StringIO()
    with VirtualReader(link, log=log) as reader:
        reader.tap("1")
        listener = opened(link)
        with pytest.raises(BlockingIOError):
            os.read(listener, 24)
        reader.tap("2")
        assert len(os.read(listener, 4096)) == 12 * RECORD
        reader.unplug()
        assert os.read(listener, 24) == b"", "the end, as of a pulled reader"
        os.close(listener)
        reader.plug()
        again = opened(link)
        reader.tap("3")
        assert len(os.read(again, 4096)) == 12 * RECORD
        os.close(again)
    assert [line.split(",")[1] for line in log.getvalue().splitlines()] == ["tag", "2", "3"]


@pytest.mark.parametrize(
    ("kind", "size"),
    [("mute", 0), ("half a frame", 6 * RECORD), ("garbage", 12 * RECORD), ("frozen", 12 * RECORD)],
)
def test_a_reader_can_be_ill(kind: FaultKind, size: int, link: Path) -> None:
    with VirtualReader(link) as reader:
        listener = opened(link)
        reader.tap("1")
        well = os.read(listener, 8192)
        reader.faults.kind = kind
        reader.tap("2")
        try:
            ill = os.read(listener, 8192)
        except BlockingIOError:
            ill = b""
        os.close(listener)
    assert len(ill) == size
    assert (ill == well) is (kind == "frozen")


def test_a_stale_fifo_is_replaced_and_a_missing_folder_is_a_sentence(
    link: Path, tmp_path: Path
) -> None:
    os.mkfifo(link)
    stale = link.stat().st_ino
    with VirtualReader(link):
        assert link.stat().st_ino != stale
    with pytest.raises(DeviceError, match="choose another path"):
        VirtualReader(tmp_path / "nowhere" / "reader").start()


@pytest.mark.parametrize("number", ["", "12 34", "12\n", "G0"])
def test_what_no_reader_types_is_no_tag(number: str, link: Path) -> None:
    with pytest.raises(SettingsError, match="is no tag"):
        VirtualReader(link).tap(number)
