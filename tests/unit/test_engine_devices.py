"""What devices said last, for whoever looks for a fault."""

import pytest

from kiosk.events import (
    Button,
    DeviceFacts,
    DeviceStatus,
    Event,
    Grade,
    HeartRate,
    Motion,
    Tag,
    Tilt,
)
from tests.unit.room import Room


@pytest.mark.parametrize(
    ("events", "device", "words"),
    [
        ([HeartRate(0, 12345, 142)], "ant", "strap 12345: 142 bpm"),
        ([HeartRate(0, 12345, None, worn=False)], "ant", "strap 12345: not worn"),
        (
            [Motion(0, "foot pod", device_number=7, speed_kmh=9.84, cadence_spm=171.6)],
            "ant",
            "foot pod 7: 9.8 km/h, 172 steps/min",
        ),
        (
            [Grade(0, "A", 10.24), Motion(0, "console", "A", speed_kmh=6.0)],
            "incline:A",
            "10.2 %, 6.0 km/h",
        ),
        ([Tilt(0, "A", 1.23, -0.5)], "incline:A", "pitch 1.2°, roll -0.5°"),
        ([Motion(0, "pulses", "A", speed_kmh=6.0)], "panel", "A: 6.0 km/h"),
        ([Button(0, "stop", "A")], "panel", "stop pressed, A"),
        ([Button(0, "lap")], "panel", "lap pressed"),
        ([Tag(0, "abc", "A")], "reader:A", "a tag"),
        ([Tag(0, "abc")], "reader:kiosk", "a tag"),
    ],
)
def test_the_last_value_of_a_device_is_kept_in_words(
    room: Room, events: list[Event], device: str, words: str
) -> None:
    for event in events:
        room.do(event)
    room.run(100)
    assert room.engine.state.values[device].words == words


def test_what_a_strap_says_stands_with_the_sticks_that_work(room: Room) -> None:
    room.do(DeviceStatus(room.now, "ant", "lost", "gone"))
    room.do(DeviceStatus(room.now, "ant:2", "live", "on"))
    room.do(HeartRate(room.now, 5, 99))
    assert list(room.engine.state.values) == ["ant:2"]


def test_facts_are_kept_and_old_tilts_are_not(room: Room) -> None:
    facts = DeviceFacts(room.now, "ant", port="/dev/ttyUSB0", firmware="AJK1.06")
    room.do(facts)
    room.do(Tilt(room.now, "A", 1.0, 2.0))
    room.run(1)
    assert room.engine.state.tilts["A"].pitch_deg == 1.0
    room.run(2)
    assert room.engine.state.tilts == {}
    assert room.engine.state.facts == {"ant": facts}
