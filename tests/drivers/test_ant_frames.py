"""ANT framing: whole good frames out of any bytes in any chunks, and never a wrong one."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.ant.frames import (
    ACKNOWLEDGED,
    BROADCAST,
    FrameReader,
    build_frame,
    parse_data,
)

REAL = bytes.fromhex("A4144E00 00FFFFFFCF91 9B68 E0 51247801 10006800 7753 1C")
START_UP = bytes.fromhex("A4016F20EA")
OK = bytes.fromhex("A403400046 00A1")

payloads = st.binary(min_size=8, max_size=8)
channel_ids = st.binary(min_size=4, max_size=4)
rssis = st.one_of(
    st.binary(min_size=2, max_size=2).map(lambda tail: b"\x20" + tail),
    st.binary(min_size=3, max_size=3).map(lambda tail: b"\x10" + tail),
)


@st.composite
def data_frames(draw: st.DrawFn) -> bytes:
    flags = draw(st.sampled_from([None, 0x80, 0xC0, 0xA0, 0xE0, 0x20, 0x40, 0x60, 0]))
    body = b"\0" + draw(payloads)
    if flags is not None:
        body += bytes((flags,))
        body += draw(channel_ids) if flags & 0x80 else b""
        body += draw(rssis) if flags & 0x40 else b""
        body += draw(st.binary(min_size=2, max_size=2)) if flags & 0x20 else b""
    return build_frame(draw(st.sampled_from([BROADCAST, ACKNOWLEDGED])), body)


replies = st.binary(min_size=3, max_size=3).map(lambda body: build_frame(0x40, body))
frames = st.one_of(data_frames(), replies, st.just(START_UP))


def test_the_real_frame_of_an_older_stick_is_read_from_both_ends() -> None:
    message = parse_data(FrameReader().feed(REAL)[0], at=12.5)
    assert message is not None
    assert message.payload == bytes.fromhex("00FFFFFFCF919B68")
    assert message.device_number == 0x2451
    assert message.device_type == 120
    assert message.transmission_type == 1
    assert message.rssi_dbm is None, "automatic gain values are no dBm"
    assert message.at == 12.5


def test_signal_strength_in_dbm_is_signed() -> None:
    body = b"\0" + bytes(8) + b"\xe0" + bytes((1, 0, 120, 1)) + b"\x20\xc4\x80" + b"\0\0"
    message = parse_data(build_frame(BROADCAST, body), at=0)
    assert message is not None
    assert message.rssi_dbm == -60


def test_the_device_number_has_twenty_bits() -> None:
    body = b"\0" + bytes(8) + b"\x80" + bytes((0x34, 0x12, 120, 0x51))
    message = parse_data(build_frame(BROADCAST, body), at=0)
    assert message is not None
    assert message.device_number == 0x51234


@pytest.mark.parametrize("extension", [b"", b"\0", b"\x20\x01\x02", b"\x40\x20\xc4\x80"])
def test_a_message_that_does_not_name_its_sender_is_none(extension: bytes) -> None:
    frame = build_frame(BROADCAST, b"\0" + bytes(8) + extension)
    assert FrameReader().feed(frame) == [frame]
    assert parse_data(frame, at=0) is None


@given(st.lists(frames, max_size=8), st.randoms(use_true_random=False))
def test_chunks_of_any_size_give_the_same_frames(sent: list[bytes], chance: random.Random) -> None:
    stream = b"".join(sent)
    reader = FrameReader()
    got: list[bytes] = []
    at = 0
    while at < len(stream):
        size = chance.randint(1, 30)
        got += reader.feed(stream[at : at + size])
        at += size
    assert got == sent
    assert reader.damaged == 0


def test_byte_at_a_time_gives_each_frame_with_its_last_byte() -> None:
    reader = FrameReader()
    stream = REAL + START_UP + OK
    got = [len(reader.feed(stream[at : at + 1])) for at in range(len(stream))]
    ends = {len(REAL) - 1, len(REAL) + len(START_UP) - 1, len(stream) - 1}
    assert {at for at, count in enumerate(got) if count} == ends


@given(st.lists(st.binary(max_size=60), max_size=20))
def test_any_bytes_at_all_are_taken_and_little_is_kept(chunks: list[bytes]) -> None:
    reader = FrameReader()
    for chunk in chunks:
        reader.feed(chunk)
        assert len(reader._buffer) < 32


@given(data_frames(), data_frames(), st.data())
def test_one_flipped_bit_never_makes_a_wrong_frame_nor_costs_the_next(
    damaged: bytes, following: bytes, data: st.DataObject
) -> None:
    bit = data.draw(st.integers(0, len(damaged) * 8 - 1))
    flipped = bytearray(damaged)
    flipped[bit // 8] ^= 1 << bit % 8
    assert FrameReader().feed(bytes(flipped)) == []
    reader = FrameReader()
    assert reader.feed(bytes(flipped) + following) == [following]
    assert reader.damaged == 1


@given(data_frames(), st.integers(0, 255))
def test_a_wrong_length_holds_up_no_good_frame(frame: bytes, length: int) -> None:
    wrong = bytearray(REAL)
    wrong[1] = length
    reader = FrameReader()
    first = reader.feed(bytes(wrong))
    assert first == ([REAL] if length == REAL[1] else [])
    assert frame in reader.feed(frame)


@given(st.binary(max_size=40), data_frames())
def test_junk_before_a_frame_hides_at_most_what_looks_like_its_beginning(
    junk: bytes, frame: bytes
) -> None:
    got = FrameReader().feed(junk + frame + frame)
    assert got[-1:] == [frame]


def test_a_cut_frame_costs_only_itself() -> None:
    reader = FrameReader()
    assert reader.feed(REAL[:15] + REAL) == [REAL]
    assert reader.damaged == 1


def test_of_random_bytes_hardly_anything_passes() -> None:
    chance = random.Random(7)
    reader = FrameReader()
    got = reader.feed(chance.randbytes(1_000_000))
    assert [frame for frame in got if frame[2] in (BROADCAST, ACKNOWLEDGED)] == []
    assert reader.damaged > 0
