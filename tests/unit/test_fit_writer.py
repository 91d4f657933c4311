"""The FIT encoder, judged by an independent strict reader and its own profile."""

import struct
from io import BytesIO

import fitdecode
import pytest
from fitdecode import profile, types
from hypothesis import given
from hypothesis import strategies as st

from kiosk.export import fit_profile
from kiosk.export.fit_messages import ACTIVITY_MESSAGES
from kiosk.export.fit_writer import (
    MESSAGES,
    NAME_BYTES,
    NOTES_BYTES,
    FitStream,
    FitWriter,
    checksum,
    shortened,
)
from tests.unit.fit_files import decoded


def test_the_checksum_is_the_one_that_everybody_knows() -> None:
    assert checksum(b"123456789") == 0xBB3D


@pytest.mark.parametrize("kind", ACTIVITY_MESSAGES)
def test_the_table_says_what_the_readers_profile_says(kind: str) -> None:
    message = ACTIVITY_MESSAGES[kind]
    known = profile.MESSAGE_TYPES[message.number]
    assert known.name == kind
    for name, field in message.fields.items():
        theirs = known.fields[field.number]
        assert theirs.name == name
        assert theirs.base_type is types.BASE_TYPES[field.base.identifier]
        assert (theirs.scale or 1) == field.scale
        assert (theirs.offset or 0) == field.offset


def test_a_workouts_messages_are_the_same_in_an_activity() -> None:
    assert {kind: ACTIVITY_MESSAGES[kind] for kind in MESSAGES} == MESSAGES


@pytest.mark.parametrize(
    ("numbers", "theirs", "names"),
    [
        (fit_profile.FileType, "file", {}),
        (fit_profile.Intensity, "intensity", {}),
        (fit_profile.Target, "wkt_step_target", {}),
        (
            fit_profile.Duration,
            "wkt_step_duration",
            {"repeat_until_steps_complete": "repeat_until_steps_cmplt"},
        ),
        (fit_profile.Event, "event", {}),
        (fit_profile.EventType, "event_type", {}),
        (fit_profile.LapTrigger, "lap_trigger", {}),
        (fit_profile.Source, "source_type", {}),
        (fit_profile.DeviceType, "antplus_device_type", {}),
        (fit_profile.Sport, "sport", {}),
        (fit_profile.SubSport, "sub_sport", {}),
    ],
)
def test_our_numbers_have_the_profiles_names(
    numbers: type[fit_profile.Target], theirs: str, names: dict[str, str]
) -> None:
    known = profile.FIELD_TYPES[theirs].enum
    for number in numbers:
        ours = number.name.lower()
        assert known[int(number)] == names.get(ours, ours)


@given(st.binary(max_size=40), st.integers(0, 40))
def test_a_checksum_of_pieces_is_that_of_the_whole(data: bytes, cut: int) -> None:
    by_bits = 0
    for byte in data:
        by_bits ^= byte
        for _ in range(8):
            by_bits = (by_bits >> 1) ^ 0xA001 if by_bits & 1 else by_bits >> 1
    assert checksum(data[cut:], checksum(data[:cut])) == checksum(data) == by_bits


def test_a_long_file_is_written_a_block_at_a_time_and_reads_back_whole() -> None:
    file = BytesIO()
    stream = FitStream(file, ACTIVITY_MESSAGES)
    stream.write("file_id", type=4, manufacturer=255, time_created=1_000_000_000)
    pack = stream.packer("hrv")
    held: list[int] = []
    for number in range(8_000):
        stream.put(pack(number, 0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF))
        held.append(number * 11 - file.tell())
    stream.finish()
    assert max(held) < 40_000
    beats = [fields["time"][0] for fields in decoded(file.getvalue())["hrv"]]
    assert beats == [number / 1000 for number in range(8_000)]


def test_a_missing_fraction_is_all_ones() -> None:
    file = BytesIO()
    stream = FitStream(file, ACTIVITY_MESSAGES)
    stream.write("session", num_laps=3)
    stream.finish()
    assert file.getvalue()[-10:-2] == b"\xff" * 8


def test_a_file_reads_back_as_it_was_written_and_missing_stays_missing() -> None:
    writer = FitWriter()
    writer.write("file_id", type=5, manufacturer=255, serial_number=9, time_created=1_000_000_000)
    writer.write("workout_step", message_index=0, wkt_step_name="Up", exercise_weight=12.5)
    writer.write("workout_step", message_index=1)
    messages = decoded(writer.content())
    assert messages["file_id"][0]["type"] == "workout"
    assert messages["workout_step"] == [
        {"message_index": 0, "wkt_step_name": "Up", "exercise_weight": 12.5},
        {"message_index": 1},
    ]


def test_each_kind_is_defined_once() -> None:
    writer = FitWriter()
    for index in range(5):
        writer.write("workout_step", message_index=index)
    with fitdecode.FitReader(writer.content()) as frames:
        kinds = [type(frame) for frame in frames]
    assert kinds.count(fitdecode.FitDefinitionMessage) == 1
    assert kinds.count(fitdecode.FitDataMessage) == 5


def test_what_is_not_in_the_table_or_does_not_fit_is_a_fault_of_the_program() -> None:
    with pytest.raises(KeyError, match="no field colour"):
        FitWriter().write("workout", colour=3)
    with pytest.raises(struct.error):
        FitWriter().write("workout", sport=300)


def test_a_flipped_bit_anywhere_is_noticed() -> None:
    writer = FitWriter()
    writer.write("workout", wkt_name="Hills", sport=1)
    content = writer.content()
    assert decoded(content)
    for position in range(14, len(content)):
        broken = bytearray(content)
        broken[position] ^= 0x10
        with pytest.raises(fitdecode.FitError):
            decoded(bytes(broken))


@given(st.text(max_size=60), st.sampled_from([2, 7, NAME_BYTES, NOTES_BYTES]))
def test_text_is_cut_between_characters_and_leaves_room_for_its_end(text: str, size: int) -> None:
    cut = shortened(text, size)
    assert len(cut.encode()) < size
    plain = text.replace("\0", "").encode(errors="ignore").decode()
    assert plain.startswith(cut)


def test_a_name_of_wide_letters_is_cut_before_the_one_that_does_not_fit() -> None:
    writer = FitWriter()
    writer.write("workout", wkt_name="ä" * 40)
    assert decoded(writer.content())["workout"][0]["wkt_name"] == "ä" * 15
