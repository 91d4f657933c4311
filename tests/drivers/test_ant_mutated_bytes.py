"""Each ANT decoder takes any damage: no exception, and nothing told that should have been refused.

PROVE_BYTES says how many bytes each of them gets (default 100,000).
"""

import os
import random
from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Sequence

import pytest

from drivers.ant.fitness_equipment import EquipmentDecoder
from drivers.ant.foot_pod import FootPodDecoder
from drivers.ant.frames import BROADCAST, AntMessage, FrameReader, build_frame, parse_data
from drivers.ant.heart_rate import HeartRateDecoder
from drivers.virtual.heart import wander
from drivers.virtual.strap import VirtualStrap
from kiosk.events import Event, Grade, HeartRate, Motion, StrapInfo

BYTES = int(os.environ.get("PROVE_BYTES", "100000"))
STEP_S = 0.25
STATIONS = {5001: "Treadmill 1", 5002: "Stairs"}

Payloads = Iterator[tuple[int, bytes]]
"""Device number and page of each message in its turn, one message of each device a round."""


def strap_pages() -> Payloads:
    straps = [VirtualStrap(1000 + n, wander(n)) for n in range(4)]
    t_s = 0.0
    while True:
        for strap in straps:
            yield strap.device_number, strap.payload(t_s, strap.bpm_at(t_s))
        t_s += STEP_S


def pod_pages() -> Payloads:
    count = 0
    while True:
        for number, m_s in ((2001, 2.5), (2002, 3.5), (2003, 0.0)):
            raw = round(m_s * 256)
            if count % 4 < 2:
                strides = round(count * STEP_S * 1.4) & 0xFF if m_s else 9
                yield number, bytes((1, 0, 0, 0, raw >> 8, raw & 0xFF, strides, 0))
            else:
                cadence = 84 if m_s else 0
                yield number, bytes((2, 255, 255, cadence, raw >> 8, raw & 0xFF, 255, 1))
        count += 1


def machine_pages() -> Payloads:
    count = 0
    while True:
        for number, specific in ((5001, 19), (5002, 23)):
            speed = 2500 + 500 * (count // 200 % 2)
            incline = 500 - 10 * (count % 100)
            yield (
                number,
                (
                    bytes((16, specific, 0, 0)) + speed.to_bytes(2, "little") + b"\xff\x34",
                    bytes((specific, 255, 255, count & 0xFF, 40, 255, 255, 0x31)),
                    b"\x11\xff\xff\xff" + incline.to_bytes(2, "little", signed=True) + b"\xff\x30",
                    bytes((0x50, 255, 255, 1, 1, 0, 1, 0)),
                )[count % 4],
            )
        count += 1


def frame(device_type: int, number: int, payload: bytes) -> bytes:
    ids = bytes((number & 0xFF, number >> 8 & 0xFF, device_type, 1))
    return build_frame(BROADCAST, b"\0" + payload + b"\xe0" + ids + b"\x20\xc4\x80\x12\x34")


def mutated(valid: bytes, chance: random.Random) -> bytes:
    """The frame as it may arrive: often whole, else damaged, with a checksum that fits or not."""
    data = bytearray(valid)
    match chance.randrange(20):
        case 0 | 1:  # flipped bits
            for _ in range(chance.randint(1, 4)):
                data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        case 2:  # a random byte
            data[chance.randrange(len(data))] = chance.randrange(256)
        case 3:  # cut
            del data[chance.randrange(len(data)) :]
        case 4:  # some lost on the way
            start = chance.randrange(len(data))
            del data[start : start + chance.randint(1, 6)]
        case 5:  # noise in between
            at = chance.randrange(len(data))
            data[at:at] = chance.randbytes(chance.randint(1, 12))
        case 6:  # twice
            data *= 2
        case 7 | 8:  # wrong bytes that pass the checksum
            for _ in range(chance.randint(1, 3)):
                data[chance.randrange(4, 17)] = chance.randrange(256)
            return build_frame(data[2], bytes(data[3:-1]))
        case _:
            pass
    return bytes(data)


def chunks_of(
    device_type: int, pages: Payloads, devices: int, seed: int
) -> Iterator[tuple[float, bytes]]:
    """Arrival time and bytes, BYTES of them in all, cut wherever it happens."""
    chance = random.Random(seed)
    stream = bytearray()
    sent, count = 0, 0
    while sent < BYTES:
        number, payload = next(pages)
        stream += mutated(frame(device_type, number, payload), chance)
        count += 1
        size = chance.randint(1, 40)
        if len(stream) >= size:
            yield count * STEP_S / devices, bytes(stream[:size])
            sent += size
            del stream[:size]
    yield count * STEP_S / devices, bytes(stream)


def messages(
    device_type: int, pages: Payloads, devices: int, seed: int = 1
) -> Iterator[AntMessage]:
    reader = FrameReader()
    for at, data in chunks_of(device_type, pages, devices, seed):
        for whole in reader.feed(data):
            message = parse_data(whole, at) if whole[2] == BROADCAST else None
            if message is not None:
                yield message
    assert reader.damaged > BYTES / 1000


class Witness:
    """Remembers what was sent: what is told must be borne out by a message before."""

    def __init__(
        self, slack: float, per_s: float, limits: tuple[float, float], silence_s: float
    ) -> None:
        self._slack, self._per_s, self._limits = slack, per_s, limits
        self._silence_s = silence_s
        self._sent: dict[object, deque[tuple[float, float]]] = defaultdict(deque)

    def was_sent(self, who: object, at: float, value: float) -> None:
        sent = self._sent[who]
        sent.append((at, value))
        while at - sent[0][0] > 2 * self._silence_s:
            sent.popleft()

    def is_told(self, who: object, value: float) -> None:
        assert self._limits[0] <= value <= self._limits[1]
        latest = [place for place, (_, sent) in enumerate(self._sent[who]) if sent == value]
        assert latest, f"{who} told {value}, which was never sent"
        at = self._sent[who][latest[-1]][0]
        assert len(latest) > 1 or any(
            abs(value - old) <= self._slack + self._per_s * (at - old_at) + 1e-9
            and 0 <= at - old_at <= self._silence_s
            for place, (old_at, old) in enumerate(self._sent[who])
            if place < latest[-1]
        ), f"{who} told {value}, of {self._sent[who]}"


def test_frames_and_messages_of_mutated_bytes_are_whole() -> None:
    whole = 0
    for message in messages(120, strap_pages(), 4):
        whole += 1
        assert len(message.payload) == 8
        assert 0 <= message.device_number < 1 << 20
        assert message.rssi_dbm is None or -128 <= message.rssi_dbm <= 127
    assert whole > BYTES / 60


def test_heart_rates_of_mutated_bytes_are_a_heart_s() -> None:
    decoder, witness = HeartRateDecoder(), Witness(40, 4, (30, 230), 30)
    told = 0
    for message in messages(120, strap_pages(), 4):
        who, at = message.device_number, message.at
        if message.payload[0] & 0x7F not in range(0x40, 0x60):
            witness.was_sent(who, at, message.payload[7])
        for event in decoder.decode(message):
            assert event.device_number == who
            if isinstance(event, StrapInfo):
                assert event.battery_percent is None or 0 <= event.battery_percent <= 100
                continue
            told += 1
            assert all(240 <= ms <= 2400 for ms in event.rr_ms)
            if event.bpm is not None:
                witness.is_told(who, event.bpm)
    assert told > BYTES / 80


def speed_of_pod(payload: bytes) -> float | None:
    is_motion = 1 <= payload[0] <= 15
    return ((payload[4] % 16) * 256 + payload[5]) * (3.6 / 256) if is_motion else None


def test_motions_of_pods_from_mutated_bytes_are_a_runner_s() -> None:
    decoder, witness = FootPodDecoder(), Witness(2.5, 5, (0, 45), 5)
    told: list[Motion] = []
    for message in messages(124, pod_pages(), 3):
        who, at = message.device_number, message.at
        speed_kmh = speed_of_pod(message.payload)
        if speed_kmh is not None:
            witness.was_sent(who, at, speed_kmh)
        for motion in decoder.decode(message):
            told.append(motion)
            assert motion.cadence_spm is None or 0 <= motion.cadence_spm <= 300
            if motion.speed_kmh:  # 0 is also what a pod without strides is at
                witness.is_told(who, motion.speed_kmh)
    assert len(told) > BYTES / 80
    wrong = [m for m in told if m.speed_kmh is not None and not is_near(m.speed_kmh, (0, 9, 12.6))]
    assert len(wrong) < len(told) / 50, "within reach of the truth by chance, and never for long"


def is_near(value: float, truths: Sequence[float]) -> bool:
    return any(abs(value - truth) < 0.01 for truth in truths)


def values_of_machine(payload: bytes) -> Iterator[tuple[str, float]]:
    """What a page says, by name; nothing where it says that it does not know."""
    word = int.from_bytes(payload[4:6], "little")
    if payload[0] == 16 and word != 0xFFFF:
        yield "speed", word * 3.6 / 1000
    elif payload[0] == 17 and word != 0x7FFF:
        yield "grade", (word - (word >> 15 << 16)) / 100
    elif payload[0] in {19, 23} and payload[4] != 0xFF:
        yield "cadence", payload[4] * 2


def values_told(event: Event) -> Iterator[tuple[str, float]]:
    if isinstance(event, Grade):
        yield "grade", event.percent
    elif isinstance(event, Motion):
        if event.speed_kmh is not None:
            yield "speed", event.speed_kmh
        if event.cadence_spm is not None:
            yield "cadence", event.cadence_spm


def test_motions_and_grades_of_machines_from_mutated_bytes_are_a_machine_s() -> None:
    decoder = EquipmentDecoder(STATIONS)
    witnesses = {
        "speed": Witness(1.5, 4, (0, 45), 5),
        "cadence": Witness(30, 30, (0, 300), 5),
        "grade": Witness(1, 1.5, (-30, 50), 8),
    }
    told = 0
    for message in messages(17, machine_pages(), 2):
        station = STATIONS.get(message.device_number)
        for name, value in values_of_machine(message.payload) if station else ():
            witnesses[name].was_sent(station, message.at, value)
        for event in decoder.decode(message):
            assert event.station == station
            for name, value in values_told(event):
                told += 1
                witnesses[name].is_told(station, value)
    assert told > BYTES / 80


@pytest.mark.parametrize(
    "decode",
    [
        HeartRateDecoder().decode,
        FootPodDecoder().decode,
        EquipmentDecoder(dict.fromkeys(range(1, 1 << 12), "Treadmill 1")).decode,
    ],
    ids=["heart rate", "foot pod", "fitness equipment"],
)
def test_pure_noise_in_payloads_is_taken(
    decode: Callable[[AntMessage], Sequence[HeartRate | StrapInfo | Motion | Grade]],
) -> None:
    chance = random.Random(5)
    for count in range(BYTES // 24):
        payload = chance.randbytes(8)
        number = chance.randrange(1, 1 << 12)
        for device_type in (17, 120, 124):
            for event in decode(AntMessage(payload, number, device_type, 1, None, count / 4)):
                for name, value in values_told(event):
                    low, high = {"speed": (0, 45), "cadence": (0, 300), "grade": (-30, 50)}[name]
                    assert low <= value <= high
