"""What a virtual line does to bytes on command: damage, dribbling, freezing, a wrong baud rate."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.serial_port import open_port, read_available
from drivers.virtual.cable import SLOW_BUFFER, SLOW_BYTES_PER_S
from drivers.virtual.faults import FAULT_KINDS, FaultKind, Faults
from drivers.virtual.pty_port import WRONG_BAUD, PtyPort
from drivers.virtual.uart import resample
from kiosk.clock import ManualClock
from tests.stopwatch import Stopwatch

Eventually = Callable[..., None]
FRAME = bytes(range(10, 30))
RATES = [1200, 4800, 9600, 19200, 57600, 115200]


@pytest.mark.parametrize(
    ("kind", "arrived"),
    [
        ("none", FRAME),
        ("mute", b""),
        ("bad checksum", FRAME[:-1] + bytes((FRAME[-1] ^ 0x55,))),
        ("half a frame", FRAME[:10]),
        ("slow", FRAME),
        ("frozen", FRAME),
        ("wrong baud", FRAME),
    ],
)
def test_each_kind_does_its_own_to_a_frame(kind: FaultKind, arrived: bytes) -> None:
    assert Faults(kind=kind).damage(FRAME) == arrived


def test_garbage_is_as_long_as_what_was_meant_and_never_the_same() -> None:
    faults = Faults(kind="garbage")
    first, second = faults.damage(FRAME), faults.damage(FRAME)
    assert len(first) == len(second) == len(FRAME)
    assert len({first, second, FRAME}) == 3


def test_a_checksum_that_is_not_last_is_spoilt_where_it_is() -> None:
    damaged = Faults(kind="bad checksum").damage(FRAME, checksum_at=-2)
    assert [a == b for a, b in zip(damaged, FRAME, strict=True)] == [True] * 18 + [False, True]


@given(st.sampled_from(FAULT_KINDS), st.binary(max_size=30))
def test_no_kind_of_fault_ever_adds_bytes_or_fails(kind: FaultKind, frame: bytes) -> None:
    faults = Faults(0.5, 0.1, kind=kind)
    assert len(faults.damage(frame)) <= len(frame)


def test_a_frozen_value_is_the_last_one_before_and_moves_on_afterwards() -> None:
    faults = Faults()
    assert [faults.hold("a", 1), faults.hold("b", 10), faults.hold("a", 2)] == [1, 10, 2]
    faults.kind = "frozen"
    assert [faults.hold("a", 3), faults.hold("b", 11), faults.hold("new", 5)] == [2, 10, 5]
    assert faults.hold("new", 6) == 5
    faults.kind = "none"
    assert faults.hold("a", 4) == 4


# -- baud rates ------------------------------------------------------------------------------------


@given(st.binary(max_size=40), st.floats(0.97, 1.03))
def test_rates_that_differ_by_three_percent_are_the_same(data: bytes, ratio: float) -> None:
    assert resample(data, 100_000, round(100_000 * ratio)) == data


def test_a_byte_at_a_tenth_of_the_rate_is_ten_bytes_seen_once() -> None:
    # From the first start bit on, the middle of every bit of the slow byte falls into one of ten.
    assert resample(b"\x00" * 10, 96000, 9600) == b"\x00"
    assert resample(b"\xff" * 10, 96000, 9600) == b"", "a start bit of a tenth is none"


def test_a_byte_at_ten_times_the_rate_falls_apart_at_its_edges() -> None:
    # Low for one slow bit (start), high for four, low for four, high: two falling edges.
    assert resample(b"\x0f", 9600, 96000) == b"\x00\x00"


def test_at_half_the_rate_every_second_bit_is_read() -> None:
    # Low nine times, high, low again: of bits 1, 3, 5… on the line the fifth is the stop bit.
    assert resample(b"\x00\x00", 19200, 9600) == b"\x08"


@given(st.binary(max_size=40), st.sampled_from(RATES), st.sampled_from(RATES))
def test_any_bytes_at_any_rates_become_some_bytes(data: bytes, sent: int, read: int) -> None:
    seen = resample(data, sent, read)
    assert len(seen) <= max(1, 5 * len(data))
    assert seen == data or sent != read


def test_a_port_with_a_rate_is_understood_at_that_rate_only(link: Path) -> None:
    with PtyPort(link, baud=9600) as device:
        for baud, understood in ((9600, True), (115200, False), (4800, False), (9600, True)):
            with open_port(str(link), baud) as port:
                device.write(FRAME)
                assert (read_available(port) == FRAME) is understood
                port.write(FRAME)
                assert (device.read(1) == FRAME) is understood


def test_a_port_without_a_rate_is_understood_at_any(link: Path) -> None:
    with PtyPort(link) as device:
        for baud in RATES:
            with open_port(str(link), baud) as port:
                device.write(FRAME)
                assert read_available(port) == FRAME


@pytest.mark.parametrize("baud", [None, 9600])
def test_on_command_a_device_runs_at_another_rate(link: Path, baud: int | None) -> None:
    faults = Faults(kind="wrong baud")
    with PtyPort(link, baud, faults) as device:
        for programs, understood in ((9600, False), (WRONG_BAUD, True)):
            with open_port(str(link), programs) as port:
                device.write(FRAME)
                assert (read_available(port) == FRAME) is understood
        faults.kind = "none"
        with open_port(str(link), 9600) as port:
            device.write(FRAME)
            assert read_available(port) == FRAME


# -- a slow line -----------------------------------------------------------------------------------


def test_a_slow_line_brings_a_frame_byte_by_byte_and_loses_others_whole(
    link: Path, eventually: Eventually
) -> None:
    faults, clock = Faults(kind="slow"), ManualClock()
    with PtyPort(link, faults=faults) as device, open_port(str(link), 9600) as port:
        device._now = clock.monotonic
        began = clock.monotonic()
        with Stopwatch() as watch:
            for _ in range(50):
                device.write(FRAME)
        assert watch.s < 0.1, "it never blocks"
        assert device.dropped_bytes == 50 * len(FRAME) - SLOW_BUFFER // len(FRAME) * len(FRAME)
        chunks: list[bytes] = []
        while sum(map(len, chunks)) < len(FRAME):
            assert clock.monotonic() - began < 15
            before = len(device._dribble)
            device.read(0.0)
            clock.advance(0.01)
            if len(device._dribble) < before:
                eventually(lambda: port.in_waiting)  # a busy machine's pty takes its time
                chunks.append(port.read(port.in_waiting))
        assert b"".join(chunks)[: len(FRAME)] == FRAME
        assert len(chunks) > len(FRAME) / 2
        assert clock.monotonic() - began > (len(FRAME) - 1) / SLOW_BYTES_PER_S * 0.9


def test_what_still_dribbles_comes_at_once_when_the_line_is_well_again(link: Path) -> None:
    faults = Faults(kind="slow")
    with PtyPort(link, faults=faults) as device, open_port(str(link), 9600) as port:
        device.write(FRAME)
        faults.kind = "none"
        device.write(b"!")
        assert read_available(port) == FRAME + b"!"


def test_what_dribbles_is_gone_with_the_cable(link: Path) -> None:
    with PtyPort(link, faults=Faults(kind="slow")) as device:
        device.write(FRAME)
        device.unplug()
        device.plug()
        with open_port(str(link), 9600) as port:
            device.read(0.1)
            assert port.in_waiting == 0
