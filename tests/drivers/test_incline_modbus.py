"""Modbus RTU: documented frames, other register tables, refusals, silence, damage, echoes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.incline.modbus import ModbusReader
from drivers.incline.readings import Angle
from drivers.virtual.modbus import with_crc
from kiosk.errors import SettingsError
from kiosk.settings import ModbusSettings

ASK = bytes.fromhex("50 03 00 3D 00 03 99 86")
TEN_PERCENT = bytes.fromhex("50 03 06 00 00 04 10 00 00 D0 13")
EXCEPTION = bytes.fromhex("50 83 02 91 20")
MOVED = with_crc(bytes.fromhex("50 03 06 00 01 04 11 00 07"))


def asked(reader: ModbusReader, at: float = 0.0) -> ModbusReader:
    assert reader.ask(at)
    return reader


def witmotion() -> ModbusReader:
    return ModbusReader(ModbusSettings())


def test_the_documented_question_is_asked_and_its_answer_is_ten_percent() -> None:
    reader = witmotion()
    assert reader.ask(0.0) == ASK
    [angle] = reader.feed(TEN_PERCENT)
    assert isinstance(angle, Angle)
    assert angle.pitch_deg == pytest.approx(5.711, abs=0.003)
    assert angle.roll_deg == 0.0
    assert (reader.frames, reader.damaged) == (1, 0)


def test_it_asks_ten_times_a_second_and_waits_for_each_answer() -> None:
    reader = witmotion()
    assert reader.ask(0.0)
    reader.feed(TEN_PERCENT)
    assert reader.ask(0.05) == b""
    assert reader.ask(0.1) == ASK
    assert [reader.ask(0.1 + at / 20) for at in range(1, 10)] == [b""] * 9
    assert reader.ask(0.6) == ASK


def test_all_it_can_send_is_a_question_to_read() -> None:
    for table in (ModbusSettings(), ModbusSettings(slave=1, function=4, registers=2)):
        reader = ModbusReader(table)
        [question] = reader.asks
        assert question[1] in {3, 4}
        assert {reader.ask(at) for at in (0.0, 1.0, 2.0)} == {question}


def test_a_refusal_is_understood_after_a_pause_and_said() -> None:
    reader = asked(witmotion())
    assert reader.feed(EXCEPTION) == []
    for at in (0.05, 0.1, 0.15, 0.2, 0.26):
        reader.ask(at)
    assert (reader.frames, reader.damaged) == (1, 0)
    assert "refuses our question" in reader.complaint


def test_a_wrong_checksum_is_damage_and_the_next_question_follows() -> None:
    reader = asked(witmotion())
    assert reader.feed(TEN_PERCENT[:-1] + b"\x14") == []
    assert (reader.frames, reader.damaged) == (0, 1)
    assert reader.ask(0.1) == ASK
    assert len(reader.feed(TEN_PERCENT)) == 1


def test_half_an_answer_is_damage_after_a_pause() -> None:
    reader = asked(witmotion())
    reader.feed(TEN_PERCENT[:6])
    assert reader.ask(0.1) == reader.ask(0.2) == b""
    reader.ask(0.35)
    assert reader.damaged == 1
    assert reader.ask(0.36) or reader.feed(TEN_PERCENT)


@pytest.mark.parametrize("before", [b"\x00", b"\xff\x00", ASK, b"\x00" + ASK])
def test_noise_and_the_adapters_own_echo_before_an_answer_do_no_harm(before: bytes) -> None:
    reader = asked(witmotion())
    said = [each for byte in before + TEN_PERCENT for each in reader.feed(bytes([byte]))]
    assert len(said) == 1
    assert reader.damaged == 0


def test_an_answer_of_another_slave_is_none() -> None:
    reader = asked(witmotion())
    assert reader.feed(with_crc(bytes.fromhex("51 03 06 00 00 04 10 00 00"))) == []


@given(
    pitch=st.integers(-1_800_000, 1_800_000),
    roll=st.integers(-1_800_000, 1_800_000),
    function=st.sampled_from([3, 4]),
)
def test_two_registers_to_a_value_come_high_word_first(
    pitch: int, roll: int, function: int
) -> None:
    table = ModbusSettings(
        slave=7,
        function=3 if function == 3 else 4,
        pitch_register=100,
        roll_register=104,
        registers=2,
        degrees_per_unit=0.0001,
    )
    reader = asked(ModbusReader(table))
    words = pitch.to_bytes(4, signed=True) + bytes(4) + roll.to_bytes(4, signed=True)
    [angle] = reader.feed(with_crc(bytes([7, function, 12]) + words))
    assert isinstance(angle, Angle)
    assert angle.pitch_deg == pytest.approx(pitch / 10_000)
    assert angle.roll_deg == pytest.approx(roll / 10_000)


def test_angles_beyond_180_degrees_are_none_and_blamed_on_the_table() -> None:
    reader = asked(ModbusReader(ModbusSettings(degrees_per_unit=1.0)))
    assert reader.feed(TEN_PERCENT) == []
    assert "degrees_per_unit" in reader.complaint


def test_registers_too_far_apart_are_refused_with_a_sentence() -> None:
    with pytest.raises(SettingsError, match="too far apart"):
        ModbusReader(ModbusSettings(pitch_register=0, roll_register=200))


def test_witmotions_registers_change_all_the_time_others_may_not() -> None:
    reader = witmotion()
    for at, answer in enumerate([TEN_PERCENT, TEN_PERCENT, MOVED, MOVED]):
        asked(reader, at).feed(answer)
    assert reader.changes == 2
    assert ModbusReader(ModbusSettings(pitch_register=1, roll_register=2)).changes is None
