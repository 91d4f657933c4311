"""One set of decoders for all sticks: each message once, at its strongest, in order."""

import pytest

from drivers.ant.ears import MOST_SENDERS, SAME_S, Ears
from drivers.ant.frames import AntMessage
from kiosk.events import Event, Grade, HeartRate, Motion

STRAP, POD, MACHINE = 1234, 2345, 3456


def strap(at: float, beats: int, rssi: int | None = -60, device: int = STRAP) -> AntMessage:
    payload = bytes((0, 0xFF, 0xFF, 0xFF)) + (beats * 500 & 0xFFFF).to_bytes(2, "little")
    return AntMessage(payload + bytes((beats & 0xFF, 120)), device, 120, 1, rssi, at)


class Room:
    def __init__(self) -> None:
        self.events: list[Event] = []
        self.ears = Ears(self.events.append, {MACHINE: "Treadmill 1"})

    def rates(self) -> list[HeartRate]:
        return [event for event in self.events if isinstance(event, HeartRate)]


@pytest.fixture
def room() -> Room:
    return Room()


def test_the_same_message_of_two_sticks_is_told_once(room: Room) -> None:
    for count in range(8):
        room.ears.hear("ant", strap(count / 4, count))
        room.ears.hear("ant:2", strap(count / 4 + 0.004, count))
    assert [rate.at for rate in room.rates()] == [count / 4 for count in range(1, 8)]
    assert [rate.rr_ms for rate in room.rates()[1:]] == [(488.28125,)] * 6


def test_whichever_stick_hears_it_is_enough(room: Room) -> None:
    for count in range(8):
        room.ears.hear(("ant", "ant:2")[count % 2], strap(count / 4, count))
    assert len(room.rates()) == 7


def test_a_stick_s_own_repetition_is_a_message_of_its_own(room: Room) -> None:
    for at in (0.0, 0.05, 0.1):
        room.ears.hear("ant", strap(at, 3))
    assert len(room.rates()) == 2
    for at in (0.11, 0.12, 0.13):
        room.ears.hear("ant:2", strap(at, 3))
    assert len(room.rates()) == 2, "a copy of each"
    room.ears.hear("ant:2", strap(0.14, 3))
    assert len(room.rates()) == 3, "and one that the first stick missed"


def test_a_like_message_later_is_another_one(room: Room) -> None:
    room.ears.hear("ant", strap(0.0, 3))
    room.ears.hear("ant:2", strap(SAME_S + 0.01, 3))
    assert len(room.rates()) == 1


def test_the_stronger_signal_counts_while_it_is_fresh(room: Room) -> None:
    for count in range(4):
        room.ears.hear("ant", strap(count / 4, count, -80))
        room.ears.hear("ant:2", strap(count / 4 + 0.01, count, -50))
    assert [rate.rssi_dbm for rate in room.rates()] == [-50] * 3
    for count in range(4, 16):
        room.ears.hear("ant", strap(count / 4, count, -80))
    assert room.rates()[-1].rssi_dbm == -80


def test_a_signal_without_dbm_stays_without(room: Room) -> None:
    for count in range(3):
        room.ears.hear("ant", strap(count / 4, count, None))
    assert {rate.rssi_dbm for rate in room.rates()} == {None}


def test_every_profile_goes_to_its_decoder_and_others_nowhere(room: Room) -> None:
    pod = bytes((1, 0, 0, 0, 3, 0, 0, 0))
    general = bytes((16, 19, 0, 0, 0xC4, 0x09, 0xFF, 0x34))
    incline = bytes((17, 0xFF, 0xFF, 0xFF, 0xF4, 0x01, 0xFF, 0x30))
    for count in range(3):
        at = count / 4
        room.ears.hear("ant", AntMessage(pod, POD, 124, 1, -60, at))
        room.ears.hear("ant", AntMessage(general, MACHINE, 17, 1, -60, at + 0.05))
        room.ears.hear("ant", AntMessage(incline, MACHINE, 17, 1, -60, at + 0.1))
        room.ears.hear("ant", AntMessage(general, POD, 11, 1, -60, at))
    motions = [event for event in room.events if isinstance(event, Motion)]
    assert {(motion.source, motion.station, motion.device_number) for motion in motions} == {
        ("foot pod", None, POD),
        ("console", "Treadmill 1", None),
    }
    assert [event.percent for event in room.events if isinstance(event, Grade)][-1] == 5.0


def test_little_is_kept_of_many_senders(room: Room) -> None:
    for number in range(1, MOST_SENDERS + 500):
        room.ears.hear("ant", strap(number / 100, 0, device=number))
    assert len(room.ears._strengths) == MOST_SENDERS
    assert len(room.ears._recent) == len(room.ears._order) <= SAME_S * 100 + 2
