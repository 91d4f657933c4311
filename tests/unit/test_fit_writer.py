"""The FIT encoder, judged by an independent strict reader and its own profile."""

import struct

import fitdecode
import pytest
from fitdecode import profile, types
from hypothesis import given
from hypothesis import strategies as st

from kiosk.export import fit_profile
from kiosk.export.fit_writer import (
    MESSAGES,
    NAME_BYTES,
    NOTES_BYTES,
    FitWriter,
    checksum,
    shortened,
)
from tests.unit.fit_files import decoded


def test_the_checksum_is_the_one_that_everybody_knows() -> None:
    assert checksum(b"123456789") == 0xBB3D


@pytest.mark.parametrize("kind", MESSAGES)
def test_the_table_says_what_the_readers_profile_says(kind: str) -> None:
    message = MESSAGES[kind]
    known = profile.MESSAGE_TYPES[message.number]
    assert known.name == kind
    for name, field in message.fields.items():
        theirs = known.fields[field.number]
        assert theirs.name == name
        assert theirs.base_type is types.BASE_TYPES[field.base.identifier]
        assert (theirs.scale or 1) == field.scale
        assert not theirs.offset


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
