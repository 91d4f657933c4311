"""A station's line in virtual time: frozen sensors, doubtful consoles, rates, cadence, tilts."""

import math
import random

import pytest

from drivers.incline.ascii_lines import AsciiReader
from drivers.incline.codec import Codec
from drivers.incline.csafe import CsafeReader, frame
from drivers.incline.line import Line
from drivers.incline.modbus import ModbusReader
from drivers.incline.trackmaster import TrackmasterReader
from drivers.incline.witmotion import WitMotionReader
from drivers.virtual.incline import angle_frame, gravity_frame
from drivers.virtual.modbus import with_crc
from kiosk.calibration import Calibration
from kiosk.events import Event, Grade, Motion, Tilt
from kiosk.settings import AsciiSettings, ModbusSettings

STATION = "Treadmill 1"


class Driven:
    """A line that is fed every 0.05 s of virtual time."""

    def __init__(self, codec: Codec, *, feels_steps: bool = True) -> None:
        self.now = 1000.0
        self.line = Line(STATION, codec, Calibration(), self.now, feels_steps=feels_steps)
        self.events: list[Event] = []

    def feed(self, *batches: bytes) -> "Driven":
        for data in batches:
            since, self.now = self.now, self.now + 0.05
            self.line.codec.ask(self.now)
            self.line.take(data, since, self.now)
            self.events += self.line.events(self.now)
        return self

    def since(self, kind: type[Event], count: int) -> list[Event]:
        return [event for event in self.events[count:] if isinstance(event, kind)]

    @property
    def grades(self) -> list[float]:
        return [event.percent for event in self.events if isinstance(event, Grade)]

    @property
    def speeds(self) -> list[float | None]:
        return [event.speed_kmh for event in self.events if isinstance(event, Motion)]


STILL = (gravity_frame(0.0, 4.0) + angle_frame(0.0, 4.0)) * 2


def lively(numbers: random.Random) -> bytes:
    return gravity_frame(0.0, 4.0, numbers.gauss(0.0, 0.002)) + angle_frame(0.0, 4.0)


def test_a_sensor_whose_every_byte_stands_still_for_ten_seconds_is_stuck() -> None:
    driven = Driven(WitMotionReader()).feed(*[STILL] * 198)
    assert driven.line.trouble is None
    driven.feed(*[STILL] * 10)
    assert driven.line.trouble == (
        "shows the same value for 10 s: unplug it for five seconds, then plug it in again"
    )
    count = len(driven.events)
    driven.feed(*[STILL] * 100)
    assert driven.events[count:] == []


def test_a_stuck_sensor_is_believed_again_at_its_first_change() -> None:
    driven = Driven(WitMotionReader()).feed(*[STILL] * 220)
    count, numbers = len(driven.events), random.Random(1)
    driven.feed(lively(numbers))
    assert driven.line.trouble is None
    driven.feed(*[lively(numbers) for _ in range(20)])
    assert driven.since(Grade, count)
    assert driven.since(Tilt, count)


def test_one_trembling_bit_of_acceleration_is_enough_to_be_alive() -> None:
    numbers = random.Random(1)
    driven = Driven(WitMotionReader()).feed(*[lively(numbers) for _ in range(600)])
    assert driven.line.trouble is None
    assert len(driven.grades) > 100


def test_a_short_silence_is_not_counted_as_standing_still() -> None:
    driven = Driven(WitMotionReader()).feed(*[STILL] * 20, *[b""] * 400)
    assert driven.line.trouble is None


def test_a_stuck_modbus_sensor_of_witmotion_is_found_too() -> None:
    answer = with_crc(bytes.fromhex("50 03 06 00 00 04 10 00 00"))
    driven = Driven(ModbusReader(ModbusSettings())).feed(*[answer, b""] * 110)
    assert driven.line.trouble is not None
    assert driven.line.trouble.startswith("shows the same value")


@pytest.mark.parametrize(
    ("codec", "said"),
    [
        (CsafeReader(), frame(b"\x05\xa5\x03\x50\x00\x31\xa8\x03\x32\x00\x4c")),
        (TrackmasterReader(), b"\xd10050\xd20050"),
        (AsciiReader(AsciiSettings(preset="csv")), b"incline,5\nspeed,8\n"),
    ],
)
def test_a_console_that_repeats_itself_is_well(codec: Codec, said: bytes) -> None:
    driven = Driven(codec).feed(*[said] * 300)
    assert driven.line.trouble is None
    assert driven.grades[-1] == pytest.approx(5.0)
    assert driven.speeds[-1] == pytest.approx(8.0, abs=0.1)


def test_a_jump_of_a_console_waits_for_the_next_reading() -> None:
    def said(tenths: int) -> bytes:
        return b"\xd1%04d" % tenths

    driven = Driven(TrackmasterReader())
    for tenths in (50, 50, 99, 50, 50, 80, 80):
        driven.feed(said(tenths), *[b""] * 9)
    mph = [speed / 1.609344 for speed in driven.speeds if speed is not None]
    assert mph == pytest.approx([5.0, 5.0, 5.0, 8.0])


def test_events_come_at_most_five_times_a_second() -> None:
    numbers = random.Random(2)
    driven = Driven(WitMotionReader()).feed(*[lively(numbers) * 3 for _ in range(200)])
    for kind in (Grade, Tilt):
        times = [event.at for event in driven.events if isinstance(event, kind)]
        assert 35 <= len(times) <= 50


def test_a_tilt_is_raw_whatever_the_calibration_and_without_spikes() -> None:
    driven = Driven(WitMotionReader())
    driven.line.calibrate(Calibration("roll", 3.0, invert=True, span=1.2))
    driven.feed(*[angle_frame(1.0, 4.0) * 4 + angle_frame(25.0, -25.0)] * 20)
    tilts = [event for event in driven.events if isinstance(event, Tilt)]
    assert tilts
    for tilt in tilts:
        assert (tilt.pitch_deg, tilt.roll_deg) == (
            pytest.approx(4.0, abs=0.01),
            pytest.approx(1.0, abs=0.01),
        )


def test_the_span_stretches_the_tilt_and_a_new_calibration_begins_anew() -> None:
    driven = Driven(WitMotionReader())
    driven.line.calibrate(Calibration(zero_deg=1.0, span=1.1))
    driven.feed(*[angle_frame(0.0, 6.0) * 2] * 40)
    assert driven.grades[-1] == pytest.approx(100 * math.tan(math.radians(5.5)), abs=0.02)
    driven.line.calibrate(Calibration(zero_deg=1.0))
    driven.feed(*[angle_frame(0.0, 6.0) * 2] * 12)
    assert driven.grades[-1] == pytest.approx(100 * math.tan(math.radians(5.0)), abs=0.02)


@pytest.mark.parametrize("degrees", [-20.0, 28.0, 86.8])
def test_a_grade_that_no_deck_has_is_never_posted_and_said_after_three_seconds(
    degrees: float,
) -> None:
    driven = Driven(WitMotionReader()).feed(*[angle_frame(0.0, degrees) * 2] * 50)
    assert driven.line.trouble is None
    driven.feed(*[angle_frame(0.0, degrees) * 2] * 30)
    assert driven.line.trouble is not None
    assert f"reads {degrees:.0f}° from its zero" in driven.line.trouble
    assert driven.grades == []
    assert driven.since(Tilt, 0)


def shaken(spm: float, seconds: float) -> list[bytes]:
    """Batches of a deck with a runner, 50 samples a second."""
    numbers, batches = random.Random(4), list[bytes]()
    for number in range(0, int(seconds * 50), 5):
        frames = b""
        for sample in range(number, number + 5):
            step = 2 * math.pi * sample / 50 * spm / 60
            up = 0.3 * math.sin(step) + numbers.gauss(0.0, 0.02)
            frames += gravity_frame(0.0, 4.0, up) + angle_frame(0.0, 4.0)
        batches += [frames, b""]
    return batches


@pytest.mark.parametrize("feels_steps", [True, False])
def test_a_runners_cadence_comes_from_the_deck_of_a_treadmill_only(feels_steps: bool) -> None:
    driven = Driven(WitMotionReader(), feels_steps=feels_steps).feed(*shaken(168, 14.0))
    motions = [event for event in driven.events if isinstance(event, Motion)]
    assert bool(motions) == feels_steps
    for motion in motions:
        assert (motion.source, motion.station, motion.speed_kmh) == ("deck", STATION, None)
        assert motion.cadence_spm == pytest.approx(168, abs=1.0)
