"""`switchback virtual …`: every device from the words of the command line."""

import csv
import threading
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

import click
import pytest

from drivers.ant.frames import FrameReader, build_frame, parse_data
from drivers.serial_port import SerialPort, open_port, read_available
from drivers.virtual import twin
from drivers.virtual.reader import VirtualReader
from kiosk import cli, cli_virtual
from kiosk.errors import SettingsError

Eventually = Callable[..., None]
DEADLINE_S = 60.0
CONFIGURE = b"".join(
    build_frame(*command)
    for command in (
        (0x46, b"\0" + bytes(range(1, 9))),
        (0x42, b"\0\x40\0"),
        (0x51, bytes(5)),
        (0x45, b"\0\x39"),
        (0x6E, b"\0\xe0"),
        (0x5B, b"\0\1"),
    )
)

pytestmark = pytest.mark.usefixtures("no_descriptor_is_left_over")


@pytest.fixture
def stop(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """What a signal would set."""
    event = threading.Event()
    monkeypatch.setattr(cli_virtual, "stop_on_signals", lambda: event)
    monkeypatch.setattr(twin, "FLUSH_S", 0.05)  # the logs are read while they grow
    return event


def say(*words: str) -> None:
    cli.cli.main(["virtual", *words], standalone_mode=False)


@contextmanager
def running(stop: threading.Event, link: Path, *words: str) -> Generator[None]:
    """The command in a thread of its own, from the moment its link is there."""
    errors: list[Exception] = []

    def run() -> None:
        try:
            say(words[0], "--link", str(link), *words[1:])
        except (click.ClickException, SettingsError) as error:
            errors.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    deadline = time.monotonic() + DEADLINE_S
    while not link.exists() and not errors and time.monotonic() < deadline:
        time.sleep(0.01)
    try:
        assert not errors
        yield
    finally:
        stop.set()
        thread.join(DEADLINE_S)
    assert not thread.is_alive()


def answer(port: SerialPort, question: bytes, size: int) -> bytes:
    port.write(question)
    deadline, data = time.monotonic() + DEADLINE_S, b""
    while len(data) < size and time.monotonic() < deadline:
        data += port.read(size - len(data))
    return data


def test_a_stick_with_straps_pods_and_machines(
    stop: threading.Event, link: Path, tmp_path: Path, eventually: Eventually
) -> None:
    log = tmp_path / "ant.csv"
    words = (
        *("--strap", "10=140", "--strap", "11", "--battery", "10=8", "--rssi", "10=-91"),
        *("--foot-pod", "20", "--foot-pod", "21=12.6,180", "--equipment", "30=stair"),
        *("--speed", "7.2", "--cadence", "90", "--speed-at", "0.05:9", "--log", str(log)),
    )
    with running(stop, link, "ant", *words), open_port(str(link), 115200) as port:
        port.write(CONFIGURE)
        reader, found = FrameReader(), dict[int, set[tuple[int, bytes, int | None]]]()

        def heard() -> bool:
            for frame in reader.feed(read_available(port)):
                said = parse_data(frame, 0.0) if frame[2] == 0x4E else None
                if said is not None:
                    page = (said.payload[0] & 0x7F, said.payload, said.rssi_dbm)
                    found.setdefault(said.device_number, set()).add(page)
            pages = {page for seen in found.values() for page, _, _ in seen}
            return set(found) == {10, 11, 20, 21, 30} and {1, 2, 4, 16, 17, 23} <= pages

        eventually(heard, DEADLINE_S)
    assert {rssi for _, _, rssi in found[10]} == {-91}
    speeds = {
        number: {page[4] & 0x0F for kind, page, _ in found[number] if kind == 2}
        for number in (20, 21)
    }
    assert speeds == {20: {2}, 21: {3}}
    with log.open(newline="") as file:
        assert {row["device_number"] for row in csv.DictReader(file)} == {"10", "11"}


def test_a_sensor_with_a_rate_a_plan_and_a_fault(
    stop: threading.Event, link: Path, tmp_path: Path, eventually: Eventually
) -> None:
    log = tmp_path / "incline.csv"
    words = (
        *("--grade", "3", "--grade-at", "0.2:4", "--rate", "100", "--shake", "0.5"),
        *("--cadence", "170", "--axis", "roll", "--baud", "9600"),
        *("--fault", "mute@0.5:0.2", "--unplug", "0.9:0.1", "--log", str(log)),
    )

    def rows_so_far() -> list[tuple[int, float]]:
        """A line that is only half written is not yet one."""
        lines = log.read_text("utf-8").rpartition("\n")[0].splitlines()[1:] if log.exists() else []
        return [(int(at), float(grade)) for at, grade in (line.split(",") for line in lines)]

    def has_lived(seconds: float) -> bool:
        rows = rows_so_far()
        return bool(rows) and rows[-1][0] - rows[0][0] > 1000 * seconds

    with running(stop, link, "incline", *words):
        eventually(lambda: has_lived(1.05), DEADLINE_S)
        replugged_ms = link.lstat().st_ctime * 1000
    rows = rows_so_far()
    assert replugged_ms - rows[0][0] > 850, "it is not the link of the beginning"
    assert rows[0][1] == 3.0
    assert rows[-1][1] > 3.0
    gaps = sorted(later - earlier for (earlier, _), (later, _) in pairwise(rows))
    assert gaps[-1] > 150, "while it was mute"
    assert gaps[-2] > 90, "while it was unplugged"


def test_a_csafe_console_in_the_unit_asked_for(stop: threading.Event, link: Path) -> None:
    words = ("csafe", "--unit", "steps", "--cadence", "60", "--heart-rate", "151")
    with running(stop, link, *words), open_port(str(link), 9600) as port:
        asked = bytes.fromhex("F1 A5 B0 15 F2")
        assert answer(port, asked, 12) == bytes.fromhex("F1 85 A5 03 3C 00 51 B0 01 97 68 F2")


def test_a_trackmaster_console_at_its_usual_rate(stop: threading.Event, link: Path) -> None:
    words = ("trackmaster", "--grade", "7.5", "--speed", "10.46")
    with running(stop, link, *words), open_port(str(link), 4800) as port:
        assert answer(port, b"\xc1\xc2", 10) == b"\xd10065\xd20075"


def test_a_modbus_sensor_at_another_rate(stop: threading.Event, link: Path) -> None:
    words = ("modbus", "--grade", "10", "--baud", "19200")
    with running(stop, link, *words), open_port(str(link), 19200) as port:
        asked = bytes.fromhex("50 03 00 3D 00 03 99 86")
        assert answer(port, asked, 11)[5:7] == bytes.fromhex("04 10")


def test_lines_of_text(stop: threading.Event, link: Path) -> None:
    words = ("ascii", "--preset", "csv", "--grade", "12.3")
    with running(stop, link, *words), open_port(str(link), 9600) as port:
        assert b"incline,12.3\r\nspeed,0.0\r\n" in answer(port, b"", 150)


def test_a_panel_whose_buttons_are_pressed_as_planned(
    stop: threading.Event, link: Path, tmp_path: Path, eventually: Eventually
) -> None:
    log = tmp_path / "panel.csv"
    words = (
        *("--pin", "17", "--closed", "27", "--press", "17@0.1:0.1", "--press", "27@0.1"),
        *("--pulses", "24=20", "--log", str(log)),
    )
    with running(stop, link, "panel", *words), open_port(str(link), 115200) as port:
        heard = bytearray()
        eventually(
            lambda: heard.extend(read_available(port)) or b"27 0" in heard[-200:], DEADLINE_S
        )
        port.write(b"22 1\n")
        eventually(
            lambda: (
                all(change in log.read_text() for change in ("17,1", "22,1", "27,0"))
                and log.read_text().count("24,0") >= 5
            ),
            DEADLINE_S,
        )
    said = log.read_text().splitlines()[1:]
    changes = [line.partition(",")[2] for line in said]
    assert sorted(change for change in changes if not change.startswith("24")) == [
        *("17,0", "17,1"),
        *("22,1", "27,0", "27,1"),
    ]
    assert changes.count("24,0") >= 5


def test_a_reader_that_tags_are_held_to(
    stop: threading.Event, link: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = tmp_path / "tags.csv"
    words = ("--tag", "0012345678@0.02", "--tag", "7@0.03", "--log", str(log))
    is_open, tap = threading.Event(), VirtualReader.tap

    def patient_tap(reader: VirtualReader, number: str) -> None:
        assert is_open.wait(DEADLINE_S)  # what is typed while nobody reads is gone
        tap(reader, number)

    monkeypatch.setattr(VirtualReader, "tap", patient_tap)
    with running(stop, link, "reader", *words), link.open("rb") as file:
        is_open.set()
        assert len(file.read(24 * 6 * 13)) == 24 * 6 * 13
    rows = [line.split(",")[1] for line in log.read_text().splitlines()]
    assert rows == ["tag", "0012345678", "7"]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("ant", "--strap", "x"), "is no strap: write --strap"),
        (("ant", "--strap", "0"), "a device number is between 1 and 1048575"),
        (("ant", "--battery", "5=50"), "there is no such strap"),
        (("ant", "--strap", "5=300"), "a strap says from 0 to 255"),
        (("ant", "--foot-pod", "5=900,170"), "a foot pod says up to 50 km/h"),
        (("csafe", "--grade-at", "nan:5"), "is not two numbers"),
        (("csafe", "--unplug", "-1:5"), "is not two numbers"),
        (("incline", "--grade", "nan"), "give a finite one"),
        (("panel", "--pin", "99"), "There is no pin 99"),
        (("panel", "--pulses", "17=1e9"), "up to 200 pulses a second"),
        (("ant", "--foot-pod", "5=fast"), "is no foot pod: write --foot-pod"),
        (("ant", "--foot-pod", "1048576"), "a device number is between"),
        (("ant", "--equipment", "5=bike"), "is no machine: write --equipment"),
        (("ant", "--replay", "5=nowhere.csv"), "name another file"),
        (("ant", "--fault", "tired@1:2"), "is no fault: write KIND@AT:FOR with one of mute"),
        (("incline", "--fault", "mute@soon:2"), "write it like --fault mute@20:5"),
        (("incline", "--unplug", "20"), "write it like --unplug 20:5"),
        (("incline", "--log", "/nowhere/log"), "choose another file for --log"),
        (("csafe", "--speed-at", "9"), "write it like --speed-at"),
        (("panel", "--press", "seventeen@1"), "names no pin"),
        (("panel", "--press", "17"), "write it like --press"),
        (("reader", "--tag", "ten@1"), "is no tag"),
        (("reader", "--tag", "10"), "write it like --tag"),
    ],
)
def test_a_slip_of_the_tongue_is_answered_with_a_sentence(
    words: tuple[str, ...], sentence: str, stop: threading.Event, link: Path
) -> None:
    stop.set()
    with pytest.raises(SettingsError, match=sentence):
        say(words[0], "--link", str(link), *words[1:])
    assert not link.exists()
