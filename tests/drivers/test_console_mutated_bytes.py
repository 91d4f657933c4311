"""Mutated frames in random chunks, for every decoder: no exception, and nothing that cannot be.

PROVE_BYTES sets how many bytes each decoder gets; a million is the proof, the default a sample.
"""

import os
import random
from collections.abc import Callable, Iterator

import pytest

from drivers.incline.ascii_lines import AsciiReader
from drivers.incline.codec import Codec
from drivers.incline.csafe import CsafeReader, frame
from drivers.incline.line import Line
from drivers.incline.modbus import ModbusReader
from drivers.incline.readings import (
    CADENCE_SPM,
    GRADE_PERCENT,
    SPEED_KMH,
    Acceleration,
    Angle,
    Reading,
)
from drivers.incline.trackmaster import TrackmasterReader
from drivers.incline.witmotion import WitMotionReader
from drivers.virtual.incline import angle_frame, gravity_frame
from drivers.virtual.modbus import with_crc
from kiosk.calibration import Calibration
from kiosk.events import Event, Grade, Motion
from kiosk.settings import AsciiSettings, ModbusSettings

BYTES = int(os.environ.get("PROVE_BYTES", "100000"))

Sender = Callable[[random.Random], bytes]


def witmotion(numbers: random.Random) -> bytes:
    pitch, yaw = 5.7 + numbers.gauss(0.0, 0.01), numbers.uniform(-180, 180)
    return gravity_frame(0.0, pitch, numbers.gauss(0.0, 0.1)) + angle_frame(0.0, pitch, yaw)


def csafe(numbers: random.Random) -> bytes:
    speed, grade = numbers.choice((66, 65, 242)), numbers.choice((95, 100))
    return frame(
        bytes([0x85, 0xA5, 3, speed, 0, 0x31, 0xA8, 3, grade, 0, 0x4C, 0xB0, 1, 142])
    ) + frame(bytes([0x05, 0xA5, 3, 60, 0, 0x51]))


def trackmaster(numbers: random.Random) -> bytes:
    return numbers.choice((b"\xd10065\xd20050", b"\xd10066\xd20051", b"\xbe"))


def modbus(numbers: random.Random) -> bytes:
    words = (0, 0x0410 + numbers.randrange(4), numbers.randrange(0x10000))
    return with_crc(b"\x50\x03\x06" + b"".join(word.to_bytes(2) for word in words))


def csv(numbers: random.Random) -> bytes:
    return f"incline,{numbers.uniform(9, 10):.1f}\r\nspeed,8.0\r\ncadence,168\r\n".encode()


def json(numbers: random.Random) -> bytes:
    return f'{{"pitch": {numbers.uniform(5, 6):.3f}, "roll": 0.1, "speed": 8.0}}\r\n'.encode()


def xy(numbers: random.Random) -> bytes:
    return f"X=+00.430 Y={numbers.uniform(5, 6):+07.3f}\r\n".encode()


def ascii_reader(preset: str) -> AsciiReader:
    return AsciiReader(AsciiSettings.model_validate({"preset": preset}))


DECODERS: dict[str, tuple[Callable[[], Codec], Sender]] = {
    "witmotion": (WitMotionReader, witmotion),
    "csafe": (CsafeReader, csafe),
    "trackmaster": (TrackmasterReader, trackmaster),
    "modbus": (lambda: ModbusReader(ModbusSettings()), modbus),
    "csv": (lambda: ascii_reader("csv"), csv),
    "json": (lambda: ascii_reader("json"), json),
    "xy": (lambda: ascii_reader("xy"), xy),
    "pattern": (
        lambda: AsciiReader(AsciiSettings(pattern=r"X=(?P<roll>\S+) Y=(?P<pitch>\S+)")),
        xy,
    ),
}


def mutated(sender: Sender, seed: int) -> Iterator[bytes]:
    """Frames with bits flipped, bytes lost, doubled, swapped and strewn in, in random chunks."""
    numbers = random.Random(seed)
    made = 0
    pending = b""
    while made < BYTES:
        sent = bytearray(sender(numbers))
        for _ in range(numbers.choice((0, 0, 1, 1, 2, 5))):
            at = numbers.randrange(len(sent)) if sent else 0
            match numbers.randrange(6):
                case 0 if sent:
                    sent[at] ^= 1 << numbers.randrange(8)
                case 1:
                    sent[at:at] = numbers.randbytes(numbers.randrange(1, 9))
                case 2:
                    del sent[at : at + numbers.randrange(1, 6)]
                case 3:
                    sent[at:at] = sent[at : at + 4]
                case 4 if sent:
                    sent[at] = numbers.randrange(256)
                case _:
                    sent = sent[:at]
        made += len(sent)
        pending += bytes(sent)
        while len(pending) > 64:
            size = numbers.randrange(1, 40)
            yield pending[:size]
            pending = pending[size:]
    yield pending


def is_possible(reading: Reading) -> bool:
    if isinstance(reading, Angle):
        return max(abs(reading.pitch_deg), abs(reading.roll_deg), abs(reading.yaw_deg)) <= 180
    if isinstance(reading, Acceleration):
        return max(abs(reading.x_g), abs(reading.y_g), abs(reading.z_g)) <= 16
    limits = (
        (reading.speed_kmh, SPEED_KMH),
        (reading.grade_percent, GRADE_PERCENT),
        (reading.cadence_spm, CADENCE_SPM),
    )
    return all(value is None or low <= value <= high for value, (low, high) in limits)


@pytest.fixture(autouse=True)
def _modbus_does_not_sleep(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library keeps messages apart on a real line."""

    def nothing(_seconds: float) -> None:
        return

    monkeypatch.setattr("minimalmodbus.time.sleep", nothing)


@pytest.mark.parametrize("name", DECODERS)
def test_no_mutated_bytes_raise_or_bring_what_cannot_be(name: str) -> None:
    make, sender = DECODERS[name]
    codec, brought = make(), 0
    at = 0.0
    for chunk in mutated(sender, seed=5):
        at += 0.02
        codec.ask(at)
        for reading in codec.feed(chunk):
            brought += 1
            assert is_possible(reading)
    assert brought > BYTES / 2000
    assert codec.damaged > 0


@pytest.mark.parametrize("name", DECODERS)
def test_purely_random_bytes_bring_hardly_anything(name: str) -> None:
    make, _ = DECODERS[name]
    codec, numbers = make(), random.Random(11)
    brought: list[Reading] = []
    for number in range(BYTES // 50):
        codec.ask(number / 20)
        brought += codec.feed(numbers.randbytes(50))
    assert all(is_possible(reading) for reading in brought)
    assert len(brought) <= 5 + BYTES // 20_000


@pytest.mark.parametrize("name", ["witmotion", "trackmaster", "csafe", "modbus", "csv", "xy"])
def test_what_a_station_tells_of_a_spoilt_line_stays_near_the_truth(name: str) -> None:
    """One value in 20 is hit by a flipped bit; what gets through is what a machine could do."""
    make, sender = DECODERS[name]
    numbers = random.Random(3)
    line = Line("Treadmill 1", make(), Calibration(), 0.0, feels_steps=False)
    events: list[Event] = []
    now = 0.0
    for _ in range(min(BYTES, 200_000) // 40):
        since, now = now, now + 0.25
        line.codec.ask(now)
        sent = bytearray(sender(random.Random(1)))
        if numbers.random() < 0.05:
            sent[numbers.randrange(len(sent))] ^= 1 << numbers.randrange(8)
        line.take(bytes(sent), since, now)
        events += line.events(now)
    grades = [event.percent for event in events if isinstance(event, Grade)]
    speeds = [
        event.speed_kmh
        for event in events
        if isinstance(event, Motion) and event.speed_kmh is not None
    ]
    assert grades or speeds
    for values, step in ((grades, 1.5), (speeds, 1.5)):
        if values:
            truth = sorted(values)[len(values) // 2]
            assert max(abs(value - truth) for value in values) <= step + 1e-6
