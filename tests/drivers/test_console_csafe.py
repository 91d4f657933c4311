"""CSAFE frames: every documented one, stuffing, units, odd bytes, and that we only ever ask."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.incline import csafe
from drivers.incline.csafe import CsafeReader, Get, Reply
from drivers.incline.readings import Console

TREADMILL = bytes.fromhex("F1 85 A5 03 41 00 11 A8 03 32 00 4C B0 01 8E 99 F2")
STAIRS = bytes.fromhex("F1 05 A5 03 3C 00 51 A2 03 0C 00 41 B0 01 97 04 F2")
STILL_STAIRS = bytes.fromhex("F1 05 A5 03 00 00 51 F3 02 F2")
STUFFED = bytes.fromhex("F1 85 A5 03 F3 02 00 31 E0 F2")


def reply(frame: bytes) -> Reply:
    [found] = CsafeReader().replies(frame)
    return found


def measured(command: Get, number: int, unit: int) -> Reply:
    data = number.to_bytes(2, "little", signed=number < 0) + bytes([unit])
    return reply(csafe.frame(bytes([0x05, command, 3]) + data))


def test_the_frames_we_send_are_the_documented_ones() -> None:
    assert bytes.fromhex("F1 80 80 F2") == csafe.ASK_STATUS
    assert bytes.fromhex("F1 A5 A8 A1 A2 B0 BE F2") == csafe.POLL
    assert bytes.fromhex("F1 00 F2") == csafe.frame(b"")


def test_a_treadmill_at_6_5_mph_5_percent_and_142_bpm() -> None:
    said = reply(TREADMILL)
    assert said.speed_kmh == pytest.approx(6.5 * 1.609344)
    assert said.grade_percent == pytest.approx(5.0)
    assert said.values[csafe.Get.HEART_RATE] == bytes([142])
    assert (said.status & 0x3F, said.cadence_spm) == (5, None)
    assert CsafeReader().feed(TREADMILL) == [Console(said.speed_kmh, said.grade_percent)]


def test_a_stair_machine_at_60_steps_a_minute_on_floor_12_and_151_bpm() -> None:
    said = reply(STAIRS)
    assert said.cadence_spm == 60.0
    assert said.values[csafe.Get.VERTICAL] == bytes([12, 0, 0x41])  # floors
    assert said.values[csafe.Get.HEART_RATE] == bytes([151])
    assert said.speed_kmh is None
    assert CsafeReader().feed(STAIRS) == [Console(cadence_spm=60.0)]


def test_a_checksum_that_must_be_stuffed_is_understood() -> None:
    assert reply(STILL_STAIRS).cadence_spm == 0.0


def test_stuffed_data_is_understood() -> None:
    assert reply(STUFFED).speed_kmh == pytest.approx(24.2)


@pytest.mark.parametrize(
    ("unit", "kmh"),
    [(0x10, 16.09344), (0x11, 1.609344), (0x30, 10.0), (0x31, 1.0), (0x52, None), (0, None)],
)
def test_speed_goes_by_its_unit_and_an_unknown_one_is_no_speed(
    unit: int, kmh: float | None
) -> None:
    assert measured(Get.SPEED, 10, unit).speed_kmh == (kmh and pytest.approx(kmh))


@pytest.mark.parametrize(
    ("unit", "percent"), [(0x4A, -3.0), (0x4B, -0.03), (0x4C, -0.3), (0x58, None)]
)
def test_grade_goes_by_its_unit_and_may_be_downhill(unit: int, percent: float | None) -> None:
    assert measured(Get.GRADE, -3, unit).grade_percent == (percent and pytest.approx(percent))


def test_what_no_machine_does_is_not_believed() -> None:
    frame = csafe.frame(bytes([0x05, Get.SPEED, 3, 0x29, 0x00, 0x30, Get.GRADE, 3, 46, 0, 0x4A]))
    assert CsafeReader().feed(frame) == [Console()]


def test_nothing_but_get_commands_can_be_asked() -> None:
    assert {command.name for command in Get} == {
        "STATUS",
        "HORIZONTAL",
        "VERTICAL",
        "SPEED",
        "GRADE",
        "HEART_RATE",
    }
    for command in set(range(256)) - set(Get):
        with pytest.raises(ValueError, match="is not a valid Get"):
            csafe.ask(command)  # pyright: ignore[reportArgumentType]
    reader = CsafeReader()
    sent = {reader.ask(at / 10) for at in range(100)} - {b""}
    assert sent == {csafe.POLL}
    assert reader.asks == {csafe.POLL, csafe.ASK_STATUS}


def test_it_is_asked_twice_a_second() -> None:
    reader = CsafeReader()
    asked = [at / 100 for at in range(1000, 1300) if reader.ask(at / 100)]
    assert asked == pytest.approx([10.0, 10.5, 11.0, 11.5, 12.0, 12.5])


def test_a_status_by_itself_is_a_reading_without_values() -> None:
    assert CsafeReader().feed(bytes.fromhex("F1 81 81 F2")) == [Console()]


@pytest.mark.parametrize(
    "contents",
    [b"\x85\xa5", b"\x85\xa5\x03\x41\x00", b"\x85\xa5\x03\x41\x00\x11\xa8", b"\x85\xa5\xff\x01"],
)
def test_groups_that_end_too_early_are_damage(contents: bytes) -> None:
    reader = CsafeReader()
    assert reader.feed(csafe.frame(contents)) == []
    assert (reader.frames, reader.damaged) == (0, 1)


@pytest.mark.parametrize("damaged", ["F1 85 A5 03 41 00 11", "F1 F3 07 F2", "F1 81 80 F2", "F1 F2"])
def test_after_a_damaged_frame_the_next_is_heard(damaged: str) -> None:
    reader = CsafeReader()
    assert len(reader.feed(bytes.fromhex(damaged) + TREADMILL)) == 1
    assert reader.damaged == 1


def test_a_frame_without_end_does_not_grow() -> None:
    reader = CsafeReader()
    reader.feed(b"\xf1" + bytes(100_000))
    assert reader._inside is None
    assert len(reader.feed(TREADMILL)) == 1


@given(st.lists(st.binary(max_size=30)), st.integers(1, 20))
def test_frames_of_any_contents_survive_stuffing_and_chunks(values: list[bytes], size: int) -> None:
    groups = [bytes([0xA5, len(value)]) + value for value in values]
    stream = b"".join(csafe.frame(b"\x05" + group) for group in groups)
    reader = CsafeReader()
    chunks = [stream[start : start + size] for start in range(0, len(stream), size)]
    said = [each for chunk in chunks for each in reader.replies(chunk)]
    assert [each.values[0xA5] for each in said] == values
    assert reader.damaged == 0
