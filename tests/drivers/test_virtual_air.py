"""What a virtual stick hears: straps in every condition, foot pods, machines; and its own ills."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from drivers.ant.frames import AntMessage, FrameReader, build_frame, parse_data
from drivers.serial_port import SerialPort, open_port, read_available
from drivers.virtual.ant import VirtualStick
from drivers.virtual.beacon import Beacon
from drivers.virtual.equipment import VirtualEquipment
from drivers.virtual.faults import Faults
from drivers.virtual.foot_pod import VirtualFootPod
from drivers.virtual.machine import VirtualMachine
from drivers.virtual.strap import VirtualStrap

Eventually = Callable[..., None]
DEADLINE_S = 60.0
RESET, REQUEST, VERSION = (0x4A, b"\0"), 0x4D, 0x3E
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
START_UP = build_frame(0x6F, b"\x20")
ASK_VERSION = build_frame(REQUEST, bytes((0, VERSION)))


def pages(beacon: Beacon, count: int) -> list[bytes]:
    return [beacon.page(step * beacon.period_s) for step in range(count)]


# -- straps ----------------------------------------------------------------------------------------


def battery(strap: VirtualStrap) -> bytes:
    (page,) = {page[1:4] for page in pages(strap, 200) if page[0] & 0x7F == 7}
    return page


@pytest.mark.parametrize(
    ("said", "page"),
    [
        ({}, "50 F3 22"),
        ({"battery_percent": 14}, "0E F3 42"),
        ({"battery_percent": 4, "battery_volts": 2.25}, "04 40 52"),
        ({"battery_percent": None, "battery_volts": None}, "FF 00 2F"),
        ({"battery_percent": None, "battery_volts": 3.0, "battery_status": "new"}, "FF 00 13"),
    ],
)
def test_a_strap_tells_of_its_battery_what_it_knows(said: dict[str, object], page: str) -> None:
    assert battery(VirtualStrap(7, **said)) == bytes.fromhex(page)  # pyright: ignore[reportArgumentType]


def test_a_strap_names_its_maker() -> None:
    (page,) = {page for page in pages(VirtualStrap(7, manufacturer=123), 65) if page[0] & 0x7F == 2}
    assert page[1] == 123


def test_an_old_strap_never_toggles_and_has_no_pages_but_beats() -> None:
    said = pages(VirtualStrap(7, 120, legacy=True), 200)
    assert {page[:4] for page in said} == {b"\0\xff\xff\xff"}
    assert len({page[6] for page in said}) > 90


# -- foot pods and machines ------------------------------------------------------------------------


def test_a_foot_pod_says_speed_on_both_pages_and_cadence_on_the_second() -> None:
    said = pages(VirtualFootPod(8, speed_kmh=10.8, cadence_spm=171.0), 64)
    assert [page[0] for page in said[:8]] == [1, 1, 2, 2, 1, 1, 2, 2]
    for page in said:
        assert (page[4] & 0x0F) + page[5] / 256 == pytest.approx(3.0, abs=1 / 256)
    (second,) = {page for page in said if page[0] == 2}
    assert second[3] + (second[4] >> 4) / 16 == 85.5, "strides, of two steps each"
    assert second[7] == 0x11


def test_a_foot_pod_counts_time_distance_and_strides_and_rolls_over() -> None:
    pod = VirtualFootPod(8, speed_kmh=18.0, cadence_spm=180.0)
    said = [page for page in pages(pod, 1200) if page[0] == 1]
    at_s = 1197 * pod.period_s  # the last with page 1
    last = said[-1]
    assert last[2] + last[1] / 200 == pytest.approx(at_s % 256, abs=0.006)
    assert last[3] + (last[4] >> 4) / 16 == pytest.approx(at_s * 5 % 256, abs=0.07)
    assert last[6] == int(at_s * 1.5) % 256
    pod.speed_kmh = pod.cadence_spm = 0.0
    still = [pod.page(at_s + step * pod.period_s) for step in range(1, 8)]
    assert {page[7] for page in still if page[0] == 2} == {0x10}, "nobody moves it"
    assert len({page[6] for page in still if page[0] == 1}) == 1


def test_a_treadmill_takes_turns_with_its_pages() -> None:
    machine = VirtualMachine(-2.5, 9.0, 160.0, 142.0)
    said = pages(VirtualEquipment(9, machine), 6)
    assert [page[0] for page in said] == [16, 17, 19] * 2
    general, settings, own = said[3:]
    assert (general[1], general[2], general[6], general[7] >> 4) == (19, 3, 142, 3)
    assert int.from_bytes(general[4:6], "little") == 2500
    assert general[3] == int(0.75 * 2.5)
    assert int.from_bytes(settings[4:6], "little", signed=True) == -250
    assert own[4] == 80


def test_a_climber_counts_strides_and_says_what_it_does_not_know() -> None:
    machine = VirtualMachine(None, None, 60.0)
    said = pages(VirtualEquipment(9, machine, "stair"), 60)
    general, settings, own = said[-3:]
    assert general[1] == 23
    assert general[4:7] == b"\xff\xff\xff"
    assert settings[4:6] == b"\xff\x7f"
    assert (own[0], own[3], own[4], own[7]) == (23, int(59 * 0.25 / 2), 30, 0x31)
    machine.cadence_spm = None
    assert pages(VirtualEquipment(9, machine, "stair"), 3)[2][4:8] == b"\xff\xff\xff\x21"


@pytest.mark.parametrize("beacon", [VirtualFootPod(0x12345), VirtualEquipment(9, VirtualMachine())])
def test_common_pages_come_every_65_messages(beacon: Beacon) -> None:
    common = {at: page for at, page in enumerate(pages(beacon, 195)) if page[0] in {80, 81}}
    assert [(at, page[0]) for at, page in common.items()] == [(64, 80), (129, 81), (194, 80)]


# -- the stick -------------------------------------------------------------------------------------


class Listener:
    """A program that configured the stick, and what it has heard since."""

    def __init__(self, port: SerialPort) -> None:
        self._port = port
        self._frames = FrameReader()
        self.messages: list[AntMessage] = []
        self.replies: list[bytes] = []
        port.write(CONFIGURE)

    def heard(self) -> list[AntMessage]:
        for frame in self._frames.feed(read_available(self._port)):
            message = parse_data(frame, 0.0) if frame[2] == 0x4E else None
            if message is None:
                self.replies.append(frame)
            else:
                self.messages.append(message)
        return self.messages

    def forget(self) -> None:
        self.heard()
        self.messages.clear()
        self.replies.clear()

    def ask(self, command: bytes) -> None:
        self._port.write(command)


@pytest.fixture
def listen(link: Path) -> Iterator[Callable[..., tuple[VirtualStick, Listener]]]:
    """Starts a stick with some options and a program that listens to it."""
    opened: list[tuple[VirtualStick, SerialPort]] = []

    def start(*straps: VirtualStrap, **options: object) -> tuple[VirtualStick, Listener]:
        stick = VirtualStick(link, straps, period_s=0.02, **options)  # pyright: ignore[reportArgumentType]
        stick.start()
        port = open_port(str(link), 115200)
        opened.append((stick, port))
        return stick, Listener(port)

    yield start
    for stick, port in opened:
        port.close()
        stick.stop()


Listen = Callable[..., tuple[VirtualStick, Listener]]


def test_one_stick_hears_everything_on_the_air(listen: Listen, eventually: Eventually) -> None:
    _, program = listen(
        VirtualStrap(0x50001, rssi_dbm=-93),
        foot_pods=[VirtualFootPod(2, rssi_dbm=-60)],
        equipment=[VirtualEquipment(3, VirtualMachine())],
    )
    eventually(lambda: len(program.heard()) > 30, DEADLINE_S)
    seen = {(m.device_number, m.device_type, m.rssi_dbm) for m in program.messages}
    assert seen == {(0x50001, 120, -93), (2, 124, -60), (3, 17, -48)}
    assert {m.transmission_type for m in program.messages} == {0x51, 0x01, 0x05}


def test_every_nth_message_can_be_lost(listen: Listen, eventually: Eventually) -> None:
    strap = VirtualStrap(1, lambda t: 60 + int(t * 50) % 100, loses_every=4)
    listen_to = listen(strap)[1]
    eventually(lambda: len(listen_to.heard()) > 30, DEADLINE_S)
    assert strap._messages >= 40


def test_a_frozen_strap_is_still_on_the_air_with_the_same_beat(
    listen: Listen, eventually: Eventually
) -> None:
    stick, program = listen(VirtualStrap(1, 200), VirtualStrap(2, 200))
    eventually(lambda: len(program.heard()) > 10, DEADLINE_S)
    stick.faults.kind = "frozen"
    program.forget()
    eventually(lambda: len(program.heard()) > 60, DEADLINE_S)
    late = program.messages[10:]
    for number in (1, 2):
        assert len({m.payload for m in late if m.device_number == number}) == 1
    stick.faults.kind = "none"
    program.forget()
    eventually(lambda: len({m.payload for m in program.heard()[10:]}) > 3, DEADLINE_S)


def test_a_deaf_stick_answers_everything_and_hears_nobody(
    listen: Listen, eventually: Eventually
) -> None:
    stick, program = listen(VirtualStrap(1))
    eventually(program.heard, DEADLINE_S)
    stick.deaf = True
    program.forget()
    program.forget()
    program.ask(ASK_VERSION)
    eventually(lambda: program.heard() or program.replies, DEADLINE_S)
    assert [frame[2] for frame in program.replies] == [VERSION]
    assert len(program.replies[0]) == 15
    stick.deaf = False
    eventually(program.heard, DEADLINE_S)


def test_a_stick_that_hangs_answers_at_first_and_then_nothing_until_it_is_unplugged(
    link: Path, eventually: Eventually
) -> None:
    stick = VirtualStick(link, [VirtualStrap(1)], period_s=0.02)
    stick.answers_left = 2
    with stick, open_port(str(link), 115200) as port:
        port.write(build_frame(*RESET))
        eventually(lambda: port.in_waiting, DEADLINE_S)
        assert port.read(5) == START_UP
        port.write(ASK_VERSION)
        eventually(lambda: port.in_waiting == 15, DEADLINE_S)
        port.read(15)
        port.write(ASK_VERSION + build_frame(*RESET) + CONFIGURE)
        assert port.read(1) == b""
        stick.unplug()
        stick.plug()
        with open_port(str(link), 115200) as again:
            again.write(build_frame(*RESET))
            eventually(lambda: again.in_waiting, DEADLINE_S)
            assert again.read(5) == START_UP


def test_a_mute_stick_does_not_even_answer_a_reset(link: Path) -> None:
    with (
        VirtualStick(link, [], Faults(kind="mute")) as stick,
        open_port(str(link), 115200) as port,
    ):
        port.write(build_frame(*RESET))
        assert port.read(1) == b""
        assert stick.mute
        stick.mute = False
        assert stick.faults.kind == "none"
        stick.faults.kind = "garbage"
        stick.mute = False
        assert stick.faults.kind == "garbage"


def test_a_stick_is_unplugged_from_any_thread_while_it_is_busy(
    link: Path, eventually: Eventually
) -> None:
    straps = [VirtualStrap(1 + index) for index in range(20)]
    with VirtualStick(link, straps, period_s=0.01) as stick:
        stop = threading.Event()

        def shake() -> None:
            while not stop.is_set():
                stick.unplug()
                stick.plug()

        threads = [threading.Thread(target=shake) for _ in range(3)]
        for thread in threads:
            thread.start()
        stop.wait(0.3)
        stop.set()
        for thread in threads:
            thread.join()
        stick.plug()
        with open_port(str(link), 115200) as port:
            program = Listener(port)
            eventually(lambda: len(program.heard()) > 20, DEADLINE_S)
