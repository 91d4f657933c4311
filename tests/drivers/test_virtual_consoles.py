"""The virtual consoles and polled sensors: frames byte by byte, and what they do when ill."""

import io
import json
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import serial
from hypothesis import given
from hypothesis import strategies as st

from drivers.serial_port import open_port
from drivers.virtual import csafe
from drivers.virtual.ascii_lines import AsciiPreset, VirtualAscii
from drivers.virtual.console import LOG_HEADER
from drivers.virtual.csafe import IN_USE, STEPS_A_MINUTE, TENTH_MPH, VirtualCsafe, framed
from drivers.virtual.faults import FaultKind
from drivers.virtual.machine import VirtualMachine
from drivers.virtual.modbus import VirtualModbus, with_crc
from drivers.virtual.trackmaster import VirtualTrackmaster
from drivers.virtual.twin import Twin

Eventually = Callable[..., None]
NOWHERE = Path("nowhere")
POLL = bytes.fromhex("A5 A8 A1 A2 B0")
ASK_STATUS = bytes.fromhex("F1 80 80 F2")
ASK_ANGLES = bytes.fromhex("50 03 00 3D 00 03 99 86")
MPH = 1.609344


def reply(port: serial.Serial, size: int, within_s: float = 30.0) -> bytes:
    """So many bytes, or fewer if no more come for a while."""
    deadline, data = time.monotonic() + within_s, b""
    while len(data) < size and time.monotonic() < deadline:
        data += port.read(size - len(data))
    return data


# -- CSAFE -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("contents", "frame"),
    [("80", "F1 80 80 F2"), ("", "F1 00 F2"), ("A5 A8 A1 A2 B0", "F1 A5 A8 A1 A2 B0 BE F2")],
)
def test_what_is_asked_is_framed_as_documented(contents: str, frame: str) -> None:
    assert framed(bytes.fromhex(contents)) == bytes.fromhex(frame)


def test_a_treadmill_answers_a_poll_as_a_real_one_did() -> None:
    machine = VirtualMachine(5.0, 6.5 * MPH, heart_rate_bpm=142)
    console = VirtualCsafe(NOWHERE, machine, speed_unit=TENTH_MPH)
    assert console.answer(POLL) == bytes.fromhex(
        "F1 85 A5 03 41 00 11 A8 03 32 00 4C B0 01 8E 99 F2"
    )


def test_a_stair_machine_answers_a_poll_as_a_real_one_did() -> None:
    machine = VirtualMachine(None, None, 60, 151)
    console = VirtualCsafe(NOWHERE, machine, speed_unit=STEPS_A_MINUTE)
    console.answer(b"\x80")
    console.climbed.total = 12 * 16
    assert console.answer(POLL) == bytes.fromhex(
        "F1 05 A5 03 3C 00 51 A2 03 0C 00 41 B0 01 97 04 F2"
    )


def test_special_bytes_are_stuffed_in_data_and_in_the_checksum() -> None:
    still = VirtualCsafe(NOWHERE, VirtualMachine(None, None, 0), speed_unit=STEPS_A_MINUTE)
    still.state = IN_USE
    still.answer(b"\x80")
    assert still.answer(b"\xa5") == bytes.fromhex("F1 05 A5 03 00 00 51 F3 02 F2")
    fast = VirtualCsafe(NOWHERE, VirtualMachine(None, 24.2))
    assert fast.answer(b"\xa5\xa8") == bytes.fromhex("F1 85 A5 03 F3 02 00 31 E0 F2")


def test_it_rejects_what_would_change_something_and_remembers_it() -> None:
    console = VirtualCsafe(NOWHERE, VirtualMachine())
    assert console.answer(b"\xa5\x85")[1] & 0x30 == 0x10
    assert console.answer(bytes.fromhex("24 03 64 00 31"))[1] & 0x30 == 0x10
    assert console.answer(None)[1] & 0x30 == 0x20
    assert console.answer(b"\x80")[1] & 0x30 == 0
    assert console.heard == {0xA5, 0x85, 0x24, 0x80}


def test_it_says_by_itself_that_its_state_changed(link: Path, eventually: Eventually) -> None:
    machine = VirtualMachine()
    with VirtualCsafe(link, machine), open_port(str(link), 9600) as port:
        machine.speed_kmh = 8.0
        assert reply(port, 4) == bytes.fromhex("F1 85 85 F2")
        machine.speed_kmh = 0.0
        assert reply(port, 4) == bytes.fromhex("F1 01 01 F2")


def test_an_unfinished_frame_is_forgotten_and_a_late_rest_means_nothing(
    link: Path, monkeypatch: pytest.MonkeyPatch, eventually: Eventually
) -> None:
    usual_s = csafe.UNFINISHED_S
    with VirtualCsafe(link, VirtualMachine()) as console, open_port(str(link), 9600) as port:
        monkeypatch.setattr(csafe, "UNFINISHED_S", 60.0)  # the machine may stand still in between
        port.write(ASK_STATUS[:2])
        time.sleep(0.05)
        port.write(ASK_STATUS[2:])
        assert reply(port, 4) == bytes.fromhex("F1 81 81 F2")
        monkeypatch.setattr(csafe, "UNFINISHED_S", usual_s)
        before = console._receiver._heard_at
        port.write(ASK_STATUS[:2])
        eventually(lambda: console._receiver._heard_at > before)
        time.sleep(usual_s + 0.05)  # from when it was heard, however late that is
        port.write(ASK_STATUS[2:])
        assert reply(port, 4, 0.4) == b""


def test_a_frame_longer_than_its_buffer_is_not_answered(link: Path) -> None:
    with VirtualCsafe(link, VirtualMachine()), open_port(str(link), 9600) as port:
        port.write(framed(b"\xa5" * 60))
        assert reply(port, 4, 0.4) == b""
        port.write(ASK_STATUS)
        assert reply(port, 4) == bytes.fromhex("F1 81 81 F2")


@given(st.lists(st.binary(max_size=60), max_size=8))
def test_a_console_takes_any_bytes(chunks: list[bytes]) -> None:
    console = VirtualCsafe(NOWHERE, VirtualMachine())
    for chunk in chunks:
        console._hear(chunk)
    console._hear(b"\xf2" + ASK_STATUS)
    assert 0x80 in console.heard


def test_a_bad_checksum_is_only_that(link: Path) -> None:
    with VirtualCsafe(link, VirtualMachine()) as console, open_port(str(link), 9600) as port:
        console.faults.kind = "bad checksum"
        port.write(ASK_STATUS)
        assert reply(port, 4) == bytes.fromhex("F1 81 D4 F2")


# -- TrackMaster -----------------------------------------------------------------------------------


def test_speed_and_grade_have_four_digits_and_all_else_is_an_error() -> None:
    console = VirtualTrackmaster(NOWHERE, VirtualMachine(12.5, 6.5 * MPH))
    assert console.answer(0xC1) == bytes.fromhex("D1 30 30 36 35")
    assert console.answer(0xC2) == b"\xd20125"
    assert console.answer(0xA0) == b"\xbf"
    console.machine.speed_kmh = None
    assert console.answer(0xC1) == b"\xbe"


def test_whatever_was_ever_sent_to_it_is_known(link: Path) -> None:
    with (
        VirtualTrackmaster(link, VirtualMachine(3.0)) as console,
        open_port(str(link), 4800) as port,
    ):
        port.write(b"\xc2\xa1")
        assert reply(port, 6) == b"\xd20030\xbf"
        assert console.heard == {0xC2, 0xA1}


# -- Modbus ----------------------------------------------------------------------------------------


def test_ten_percent_is_answered_as_documented_but_for_the_heading() -> None:
    sensor = VirtualModbus(NOWHERE, VirtualMachine(10.0))
    answer = sensor.answer(ASK_ANGLES)
    assert answer[:3] == bytes.fromhex("50 03 06")
    assert answer[5:7] == bytes.fromhex("04 10")
    assert with_crc(answer[:-2]) == answer
    assert with_crc(ASK_ANGLES[:-2]) == ASK_ANGLES


def test_refusals_name_their_reason() -> None:
    sensor = VirtualModbus(NOWHERE, VirtualMachine())
    assert sensor.answer(with_crc(bytes.fromhex("50 03 00 3D 00 04"))) == bytes.fromhex(
        "50 83 02 91 20"
    )
    assert sensor.answer(with_crc(bytes.fromhex("50 04 00 3D 00 03")))[1:3] == b"\x84\x01"
    assert sensor.answer(with_crc(bytes.fromhex("50 03 00 3D 00 00")))[1:3] == b"\x83\x03"
    assert sensor.heard == {3, 4}


def test_two_registers_to_a_value_have_the_high_word_first() -> None:
    sensor = VirtualModbus(
        NOWHERE,
        VirtualMachine(-10.0),
        function=4,
        pitch_register=0x10,
        roll_register=0x12,
        heading_register=None,
        registers=2,
        degrees_per_unit=0.0001,
    )
    answer = sensor.answer(with_crc(bytes.fromhex("50 04 00 10 00 04")))
    values = [int.from_bytes(answer[at : at + 4], signed=True) for at in (3, 7)]
    assert values == [-57106, -6000]


def test_it_answers_only_whole_requests_to_itself(link: Path) -> None:
    with VirtualModbus(link, VirtualMachine()) as sensor, open_port(str(link), 9600) as port:
        port.write(b"\x50\x03")
        time.sleep(0.4)  # a pause ends what was begun
        port.write(with_crc(bytes.fromhex("51 03 00 3D 00 03")) + b"\x99" + ASK_ANGLES)
        assert reply(port, 11)[:3] == bytes.fromhex("50 03 06")
        assert sensor.heard == {3}
        assert reply(port, 1, 0.2) == b""


def test_a_living_sensor_trembles_and_a_frozen_one_does_not() -> None:
    sensor = VirtualModbus(NOWHERE, VirtualMachine(5.0))
    assert len({sensor.answer(ASK_ANGLES) for _ in range(20)}) > 5
    sensor.faults.kind = "frozen"
    sensor.machine.grade_percent = 9.0
    assert len({sensor.answer(ASK_ANGLES) for _ in range(20)}) == 1


# -- lines -----------------------------------------------------------------------------------------


def test_each_preset_writes_its_own_lines() -> None:
    machine = VirtualMachine(12.3, 9.5, 170.0)
    presets: tuple[AsciiPreset, ...] = ("csv", "json", "xy")
    csv, json_lines, xy = (VirtualAscii(NOWHERE, machine, preset=name).lines() for name in presets)
    assert csv == [b"incline,12.3\r\n", b"speed,9.5\r\n", b"cadence,170.0\r\n"]
    said = json.loads(json_lines[0])
    assert (said["pitch"], said["speed"], said["cadence"]) == (7.012, 9.5, 170.0)
    assert re.fullmatch(rb"X=-00\.(59|60)\d Y=\+07\.012\r\n", xy[0])
    machine.speed_kmh = machine.cadence_spm = None
    assert VirtualAscii(NOWHERE, machine).lines() == [b"incline,12.3\r\n"]


# -- all -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("make", "question", "size", "value"),
    [
        (VirtualCsafe, framed(b"\xa8"), 9, slice(2, 7)),  # without its status and checksum
        (VirtualTrackmaster, b"\xc2", 5, slice(5)),
    ],
)
def test_a_frozen_console_goes_on_answering_with_the_old_value(
    make: Callable[[Path, VirtualMachine], Twin],
    question: bytes,
    size: int,
    value: slice,
    link: Path,
) -> None:
    machine = VirtualMachine(4.0)
    baud = 4800 if make is VirtualTrackmaster else 9600
    plan: list[tuple[FaultKind, float]] = [("none", 4.0), ("frozen", 7.0), ("none", 7.0)]
    answers: list[bytes] = []
    with make(link, machine) as console, open_port(str(link), baud) as port:
        for console.faults.kind, machine.grade_percent in plan:
            port.write(question)
            answers.append(reply(port, size))
    old, frozen, new = (answer[value] for answer in answers)
    assert old == frozen != new


def test_the_log_has_the_truth_even_while_the_device_lies(
    link: Path, eventually: Eventually
) -> None:
    log = io.StringIO()
    machine = VirtualMachine(2.0, None)
    plan: list[tuple[FaultKind, float]] = [
        ("none", 2.0),
        ("frozen", 3.0),
        ("mute", 4.0),
        ("garbage", 5.0),
    ]
    with VirtualTrackmaster(link, machine, log=log) as console, open_port(str(link), 4800) as port:
        for console.faults.kind, machine.grade_percent in plan:
            console.heard.clear()
            port.write(b"\xc2")
            eventually(lambda: console.heard)
            reply(port, 5, 0.3 if console.faults.kind == "mute" else 30.0)
    header, *lines = log.getvalue().splitlines()
    assert header + "\n" == LOG_HEADER
    assert [line.split(",")[1:] for line in lines] == [
        [grade, "", "", ""] for grade in ("2.0000", "3.0000", "5.0000")
    ]
