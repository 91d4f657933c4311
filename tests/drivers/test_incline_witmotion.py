"""The WitMotion reader: frames as real sensors send them, and any bytes at all."""

import random
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.incline.readings import Acceleration, Angle, Reading
from drivers.incline.witmotion import WitMotionReader
from drivers.virtual.faults import Faults
from drivers.virtual.incline import angle_frame, gravity_frame

CAPTURED_ACCELERATION = bytes.fromhex("55 51 16 00 3D FF FA 07 CF 0A D2")
CAPTURED_ANGLE = bytes.fromhex("55 53 1B FC 95 FF FF F9 45 38 C8")
TEN_PERCENT = bytes.fromhex("55 53 00 00 10 04 00 00 45 38 39")
MINUS_THREE_PERCENT = bytes.fromhex("55 53 00 00 C7 FE 00 00 45 38 EA")


def read(*chunks: bytes) -> list[Reading]:
    reader = WitMotionReader()
    return [reading for chunk in chunks for reading in reader.feed(chunk)]


def angle(frame: bytes) -> Angle:
    [reading] = read(frame)
    assert isinstance(reading, Angle)
    return reading


def framed(kind: int, payload: bytes) -> bytes:
    body = bytes([0x55, kind]) + payload
    return body + bytes([sum(body) & 0xFF])


def test_a_captured_angle_frame_gives_roll_and_pitch() -> None:
    reading = angle(CAPTURED_ANGLE)
    assert reading.roll_deg == pytest.approx(-5.477, abs=0.0005)
    assert reading.pitch_deg == pytest.approx(-0.588, abs=0.0005)


def test_a_captured_acceleration_frame_agrees_with_the_angle_that_came_with_it() -> None:
    [reading] = read(CAPTURED_ACCELERATION)
    assert isinstance(reading, Acceleration)
    assert reading.x_g == pytest.approx(22 / 32768 * 16)
    assert reading.y_g == pytest.approx(-195 / 32768 * 16)
    assert reading.z_g == pytest.approx(2042 / 32768 * 16)


def test_frames_of_ten_and_of_minus_three_percent() -> None:
    assert angle(TEN_PERCENT).pitch_deg == pytest.approx(5.711, abs=0.003)
    assert angle(MINUS_THREE_PERCENT).pitch_deg == pytest.approx(-1.718, abs=0.003)
    assert angle(TEN_PERCENT).roll_deg == 0.0


def test_the_virtual_sensor_writes_the_same_frames() -> None:
    assert angle_frame(0.0, 5.7129) == TEN_PERCENT
    assert angle_frame(0.0, -1.7194) == MINUS_THREE_PERCENT
    [captured], [made] = read(CAPTURED_ACCELERATION), read(gravity_frame(-5.477, -0.588))
    assert isinstance(captured, Acceleration)
    assert isinstance(made, Acceleration)
    assert made.x_g == pytest.approx(captured.x_g, abs=0.01)
    assert made.y_g == pytest.approx(captured.y_g, abs=0.01)
    assert made.z_g == pytest.approx(captured.z_g, abs=0.01)


def test_frames_of_other_known_types_are_passed_over_without_a_reading() -> None:
    reader = WitMotionReader()
    for kind in (0x50, 0x52, 0x54, 0x55, 0x56, 0x57, 0x58, 0x59, 0x5A, 0x5F):
        assert reader.feed(framed(kind, bytes(range(8)))) == []
    assert reader.feed(TEN_PERCENT) == [angle(TEN_PERCENT)]
    assert reader.frames == 11
    assert reader.damaged == 0


def test_bytes_of_an_unknown_type_are_no_frame_even_with_a_good_checksum() -> None:
    reader = WitMotionReader()
    assert reader.feed(framed(0x5C, bytes(8)) + framed(0x00, bytes(8))) == []
    assert reader.frames == reader.damaged == 0


def test_a_wrong_checksum_costs_its_own_frame_only_and_is_counted_once() -> None:
    damaged = bytearray(CAPTURED_ANGLE)
    damaged[4] ^= 0x10
    reader = WitMotionReader()
    readings = reader.feed(TEN_PERCENT + bytes(damaged) + MINUS_THREE_PERCENT)
    assert readings == [angle(TEN_PERCENT), angle(MINUS_THREE_PERCENT)]
    assert (reader.frames, reader.damaged) == (2, 1)


def test_a_header_within_a_damaged_frame_is_not_counted_as_a_second_one() -> None:
    reader = WitMotionReader()
    damaged = bytearray(framed(0x53, bytes.fromhex("55 53 00 55 53 00 00 00")))
    damaged[-1] ^= 1
    assert reader.feed(bytes(damaged) + TEN_PERCENT) == [angle(TEN_PERCENT)]
    assert reader.damaged == 1


def test_a_false_header_just_before_a_frame_does_not_swallow_it() -> None:
    for noise in (b"\x55", b"\x55\x53", b"\x55\x55\x55", b"\x55\x53\x00\x00\x10\x04\x00\x00\x45"):
        assert read(noise + TEN_PERCENT + TEN_PERCENT)[-2:] == [angle(TEN_PERCENT)] * 2


def chance_hit_over(frame: bytes, overlap: int) -> bytes:
    """Noise that with the first `overlap` bytes of `frame` makes a frame with a good checksum."""
    free = 11 - overlap - 2
    for value in range(256):
        noise = bytes([0x55, 0x53]) + bytes([value] + [0] * (free - 1))
        if framed(0x53, (noise + frame)[2:10]) == (noise + frame)[:11]:
            return noise
    raise AssertionError("no such noise")


@pytest.mark.parametrize("overlap", range(1, 9))
def test_noise_that_adds_up_by_chance_hides_no_true_frame(overlap: int) -> None:
    noise = chance_hit_over(TEN_PERCENT, overlap)
    true = [angle(TEN_PERCENT), angle(MINUS_THREE_PERCENT)]
    assert read(noise + TEN_PERCENT + MINUS_THREE_PERCENT)[1:] == true
    assert read(CAPTURED_ANGLE + noise + TEN_PERCENT)[2:] == true[:1]


def test_what_is_left_of_noise_does_not_grow() -> None:
    reader = WitMotionReader()
    for _ in range(1000):
        reader.feed(b"\x55\x53" * 50)
    assert len(reader._buffer) <= 22


def angle_framed(payload: bytes) -> bytes:
    return framed(0x53, payload)


def cut(frame: bytes, length: int) -> bytes:
    return frame[:length]


angle_frames = st.builds(angle_framed, st.binary(min_size=8, max_size=8))
headers = st.lists(st.sampled_from([0x55, 0x51, 0x53, 0x00, 0xA8, 0xFF]), max_size=40).map(bytes)
noise = st.one_of(st.binary(max_size=60), headers, st.builds(cut, angle_frames, st.integers(1, 10)))


@given(st.lists(noise, max_size=12))
def test_any_bytes_in_any_chunks_give_what_they_give_in_one_piece(chunks: list[bytes]) -> None:
    reader, whole = WitMotionReader(), WitMotionReader()
    readings = [reading for chunk in chunks for reading in reader.feed(chunk)]
    assert readings == whole.feed(b"".join(chunks))
    assert (reader.frames, reader.damaged) == (whole.frames, whole.damaged)


@given(st.lists(angle_frames, max_size=20), st.integers(1, 30))
def test_every_frame_of_a_clean_stream_arrives_in_chunks_of_any_size(
    frames: list[bytes], size: int
) -> None:
    stream = b"".join(frames)
    chunks = [stream[start : start + size] for start in range(0, len(stream), size)]
    assert read(*chunks) == [angle(frame) for frame in frames]


@given(st.lists(st.tuples(noise, angle_frames)))
def test_every_whole_frame_is_found_whatever_lies_between(
    pieces: list[tuple[bytes, bytes]],
) -> None:
    # The zeros let go of a last frame held back because noise before it looks like the start of
    # another; a chance hit may add readings.
    readings = read(b"".join(before + frame for before, frame in pieces) + bytes(11))
    assert is_within([angle(frame) for _, frame in pieces], readings)


def is_within(wanted: Iterable[Reading], readings: Iterable[Reading]) -> bool:
    """Whether all of `wanted` occur in `readings` in this order."""
    rest = iter(readings)
    return all(any(reading == each for each in rest) for reading in wanted)


def test_of_a_badly_damaged_stream_all_that_is_left_whole_arrives_and_hardly_anything_else() -> (
    None
):
    faults = Faults(flip_frames=0.2, random_bytes=0.01, seed=3)
    numbers = random.Random(3)
    sent = [
        angle_frame(numbers.uniform(-9, 9), numbers.uniform(-9, 9), numbers.uniform(-180, 180))
        for _ in range(5000)
    ]
    arrived = [faults.damage(frame) for frame in sent]
    whole = [angle(frame) for frame, seen in zip(sent, arrived, strict=True) if frame == seen]
    reader = WitMotionReader()
    readings = reader.feed(b"".join(arrived))
    assert is_within(whole, readings)
    assert len(readings) - len(whole) <= 5
    assert reader.damaged > 500
