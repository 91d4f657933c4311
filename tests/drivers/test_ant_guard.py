"""The guard between a stick and openant: each command gets one answer, and openant nothing else."""

import threading
from collections import deque

import pytest

from drivers.ant.frames import AntMessage, build_frame
from drivers.ant.guard import ASK_AGAIN_S, MOST_TRIES, RESET_AGAIN_S, Guard
from kiosk.clock import ManualClock
from kiosk.errors import DeviceAbsent, DeviceError

RESET = build_frame(0x4A, b"\0")
START_UP = build_frame(0x6F, b"\x20")
SET_KEY = build_frame(0x46, bytes(9))
ASSIGN = build_frame(0x42, b"\0\x40\0")
ASK_CAPABILITIES = build_frame(0x4D, b"\0\x54")
CAPABILITIES = build_frame(0x54, b"\x08\x03\0\xba\x36\0\xdf")
SERIAL_NUMBER = build_frame(0x61, (4711).to_bytes(4, "little"))
DATA = bytes.fromhex("A4144E0000FFFFFFCF919B68E0512478011000680077531C")


def reply(message_id: int, code: int = 0) -> bytes:
    return build_frame(0x40, bytes((0, message_id, code)))


class Line:
    """A transport that plays what the test says; an OSError is raised when its turn comes."""

    name = "a test"

    def __init__(self) -> None:
        self.incoming: deque[bytes | OSError] = deque()
        self.written: list[bytes] = []
        self.broken = False
        self.open_now = False

    def open(self) -> None:
        self.open_now = True

    def close(self) -> None:
        self.open_now = False

    def read(self) -> bytes:
        item = self.incoming.popleft() if self.incoming else b""
        if isinstance(item, OSError):
            raise item
        return item

    def write(self, data: bytes) -> None:
        if self.broken:
            raise OSError(5, "gone")
        self.written.append(data)


class Bench:
    """A guard over a line, with openant's part played by the test."""

    def __init__(self, *, started: bool = True) -> None:
        self.line = Line()
        self.clock = ManualClock()
        self.stop = threading.Event()
        self.heard: list[AntMessage] = []
        self.guard = Guard(self.line, self.heard.append, self.clock, self.stop)
        self.guard.open()
        if started:
            self.guard.write(RESET)
            self.turn(START_UP)
            assert self.guard.started.is_set()
            self.line.written.clear()

    def turn(self, *incoming: bytes | OSError) -> bytes:
        """What openant gets of this."""
        self.line.incoming += incoming
        return b"".join(self.guard._turn() for _ in incoming or (b"",))


@pytest.fixture
def bench() -> Bench:
    return Bench()


def test_nothing_counts_before_the_start_up_message() -> None:
    bench = Bench(started=False)
    bench.guard.write(RESET)
    bench.guard.write(ASK_CAPABILITIES)
    bench.guard.write(SET_KEY)
    assert bench.line.written == [RESET], "a stick that starts up is left alone"
    assert bench.turn(DATA + CAPABILITIES + reply(0x46)) == b""
    assert bench.heard == []
    assert not bench.guard.started.is_set()
    assert bench.turn(START_UP + DATA) == b""
    assert bench.guard.started.is_set()
    assert len(bench.heard) == 1


def test_a_reset_without_an_answer_is_sent_once_more() -> None:
    bench = Bench(started=False)
    bench.guard.write(RESET)
    bench.turn()
    bench.clock.advance(RESET_AGAIN_S)
    bench.turn()
    assert bench.line.written == [RESET, RESET]


def test_data_goes_straight_to_the_decoder_stamped_with_its_arrival(bench: Bench) -> None:
    bench.clock.advance(7)
    assert bench.turn(DATA) == b""
    (message,) = bench.heard
    assert message.at == bench.clock.monotonic()
    assert message.device_number == 0x2451


def test_the_answer_to_a_command_goes_to_openant(bench: Bench) -> None:
    bench.guard.write(SET_KEY)
    assert bench.turn(DATA[:10], DATA[10:] + reply(0x46)) == reply(0x46)
    assert bench.line.written == [SET_KEY]


def test_a_refusal_goes_to_openant(bench: Bench) -> None:
    bench.guard.write(ASSIGN)
    assert bench.turn(reply(0x42, 21)) == reply(0x42, 21)


def test_nothing_that_openant_has_not_asked_for_reaches_it(bench: Bench) -> None:
    assert bench.turn(reply(0x46), CAPABILITIES, SERIAL_NUMBER, reply(1, 3), DATA) == b""
    assert bench.guard.serial_number == 4711
    bench.guard.write(SET_KEY)
    assert bench.turn(reply(0x42)) == b"", "the answer to another command"
    assert bench.turn(reply(0x46), reply(0x46)) == reply(0x46), "one answer each"


@pytest.mark.parametrize(
    ("sent", "told"),
    [(b"AJK1.04RAF\0", "AJK1.04RAF"), (b"AJX1.300\0", "AJX1.300"), (b"AJK\x01\xfe\xff1.0", None)],
)
def test_a_stick_says_its_version_as_text_or_it_says_none(
    bench: Bench, sent: bytes, told: str | None
) -> None:
    assert bench.turn(build_frame(0x3E, sent)) == b""
    assert bench.guard.version == told


def test_a_command_whose_answer_got_lost_is_sent_again(bench: Bench) -> None:
    bench.guard.write(ASSIGN)
    broken = bytearray(reply(0x42))
    broken[5] ^= 4
    assert bench.turn(bytes(broken)) == b""
    bench.clock.advance(ASK_AGAIN_S)
    assert bench.turn() == b""
    assert bench.line.written == [ASSIGN, ASSIGN]
    assert bench.turn(reply(0x42, 21)) == reply(0x42), "in the wrong state: it was done already"


def test_a_stick_that_never_answers_is_given_up_and_openant_released(bench: Bench) -> None:
    bench.guard.write(SET_KEY)
    for _ in range(MOST_TRIES):
        bench.clock.advance(ASK_AGAIN_S)
        bench.turn()
    assert bench.guard.ended.is_set()
    assert isinstance(bench.guard.fault, DeviceError)
    assert bench.guard.read() == reply(0x46, 40)
    assert bench.line.written == [SET_KEY] * MOST_TRIES


def test_a_lost_stick_ends_with_one_reason_and_releases_openant(bench: Bench) -> None:
    bench.guard.write(SET_KEY)
    assert bench.turn(OSError(5, "gone")) == b""
    assert isinstance(bench.guard.fault, DeviceAbsent)
    assert str(bench.guard.fault) == "The ANT stick on a test was lost: plug it in again"
    assert bench.guard.read() == reply(0x46, 40)
    bench.guard.write(ASSIGN)
    assert bench.guard.read() == reply(0x42, 40), "later commands are answered at once as well"
    assert bench.guard.read() == b""


def test_a_write_that_fails_is_a_loss_and_no_exception(bench: Bench) -> None:
    bench.line.broken = True
    bench.guard.write(SET_KEY)
    assert isinstance(bench.guard.fault, DeviceAbsent)
    assert bench.guard.read() == reply(0x46, 40)


def test_stopping_releases_openant_and_is_no_fault(bench: Bench) -> None:
    bench.guard.write(SET_KEY)
    bench.stop.set()
    assert bench.guard.read() == reply(0x46, 40)
    assert bench.guard.ended.is_set()
    assert bench.guard.fault is None


def test_a_stick_that_restarts_while_it_scans_is_lost(bench: Bench) -> None:
    bench.guard.scanning = True
    bench.turn(START_UP)
    assert "restarted by itself" in str(bench.guard.fault)


def test_a_stick_that_restarts_while_it_is_configured_is_configured_again(bench: Bench) -> None:
    bench.guard.write(SET_KEY)
    assert bench.turn(START_UP) == reply(0x46, 40)
    assert bench.guard.restarted
    assert not bench.guard.ended.is_set()


def test_the_late_answer_to_a_second_reset_is_no_fault() -> None:
    bench = Bench(started=False)
    bench.guard.write(RESET)
    bench.clock.advance(RESET_AGAIN_S)
    bench.turn()
    bench.turn(START_UP)
    bench.guard.scanning = True
    bench.turn(START_UP)
    assert bench.guard.restarted
    assert bench.guard.fault is None


def test_a_scan_that_the_stick_closes_is_lost(bench: Bench) -> None:
    bench.turn(reply(1, 7))
    assert not bench.guard.ended.is_set(), "nothing was open yet"
    bench.guard.scanning = True
    bench.turn(reply(1, 7))
    assert "stopped listening" in str(bench.guard.fault)


def test_any_whole_frame_counts_as_a_sign_of_life(bench: Bench) -> None:
    bench.clock.advance(9)
    bench.turn(b"\xa4\x14junk")
    assert bench.guard.last_frame_at == bench.clock.monotonic() - 9
    bench.turn(CAPABILITIES)
    assert bench.guard.last_frame_at == bench.clock.monotonic()


def test_a_bug_in_our_decoder_is_the_fault_and_not_openant_s() -> None:
    def bug(_message: AntMessage) -> None:
        raise ZeroDivisionError("a bug")

    bench = Bench()
    bench.guard._on_data = bug
    assert bench.turn(DATA) == b""
    assert isinstance(bench.guard.fault, ZeroDivisionError)


def test_closing_closes_the_line_and_wakes_openant(bench: Bench) -> None:
    woken: list[bool] = []
    bench.guard.let_go(lambda: woken.append(bench.line.open_now))
    assert bench.guard.read() == b""
    bench.guard.close()
    assert woken == [False]
