"""TrackMaster: two questions, their answers, and that the bytes that move a belt are never sent."""

import pytest

from drivers.incline import csafe
from drivers.incline.codec import bauds_to_try
from drivers.incline.modbus import ModbusReader
from drivers.incline.readings import Console, Doubt
from drivers.incline.trackmaster import TrackmasterReader
from drivers.virtual.uart import resample
from kiosk.errors import SettingsError
from kiosk.settings import InclineSettings, ModbusSettings

MOVES_THE_BELT = set(range(0xA0, 0xAD))


def test_the_documented_answer_is_6_5_mph() -> None:
    [said] = TrackmasterReader().feed(bytes.fromhex("D1 30 30 36 35"))
    assert said == Console(speed_kmh=6.5 * 1.609344)


def test_grade_comes_in_tenths_of_a_percent() -> None:
    assert TrackmasterReader().feed(b"\xd20125") == [Console(grade_percent=12.5)]


def test_speed_and_grade_are_asked_in_turn_and_nothing_else_ever() -> None:
    reader = TrackmasterReader()
    asked = [sent for at in range(200) if (sent := reader.ask(at / 20))]
    assert asked[:4] == [b"\xc1", b"\xc2", b"\xc1", b"\xc2"]
    assert set(asked) == reader.asks == {b"\xc1", b"\xc2"}
    assert not MOVES_THE_BELT & {byte for sent in reader.asks for byte in sent}


def test_other_protocols_questions_heard_at_its_rate_do_not_move_it_either() -> None:
    questions = [csafe.ASK_STATUS, csafe.POLL, *ModbusReader(ModbusSettings()).asks]
    for question in questions:
        for baud in (9600, 19200, 115200):
            heard = resample(question, baud, 4800)
            assert not MOVES_THE_BELT & set(heard)


@pytest.mark.parametrize("slave", [0x50, 0xA2])
def test_what_would_move_it_is_not_asked_at_its_own_rate(slave: int) -> None:
    sensor = InclineSettings.model_validate(
        {"driver": "modbus", "port": "/dev/x", "baud": "auto", "modbus": {"slave": slave}}
    )
    assert (4800 in bauds_to_try(sensor)) is (slave == 0x50)
    console = InclineSettings(driver="csafe", port="/dev/x", baud=4800)
    with pytest.raises(SettingsError, match="orders to the belt of a TrackMaster"):
        bauds_to_try(console)


def test_answers_may_come_in_pieces_between_noise() -> None:
    reader = TrackmasterReader()
    said = [
        each for byte in b"\x00x\xd100\x0765\xd20050\xd1" for each in reader.feed(bytes([byte]))
    ]
    assert said == [Console(grade_percent=5.0)]
    assert (reader.frames, reader.damaged) == (1, 1)
    assert reader.feed(b"0010") == [Console(speed_kmh=1.609344)]


def test_errors_are_answers_without_a_value() -> None:
    reader = TrackmasterReader()
    assert reader.feed(b"\xbe\xbf\xbe") == []
    assert reader.frames == 3
    assert "error" in reader.complaint


def test_what_no_treadmill_does_is_no_value() -> None:
    assert TrackmasterReader().feed(b"\xd10249\xd20451") == []


def test_a_jump_is_believed_once_the_next_answer_bears_it_out() -> None:
    doubt = Doubt(1.5)
    heard = [8.0, 8.0, 8.4, 18.4, 8.4, 30.0, 12.0, 12.1, 12.0]
    taken = [doubt.take(10 + at / 2, value) for at, value in enumerate(heard)]
    assert taken == [None, 8.0, 8.4, None, 8.4, None, None, 12.1, 12.0]


def test_after_a_silence_the_first_value_waits_again() -> None:
    doubt = Doubt(1.5)
    assert [doubt.take(at, 8.0) for at in (0.0, 0.5, 3.0, 3.5)] == [None, 8.0, None, 8.0]
