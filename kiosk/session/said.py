"""What each device said last, in words, for whoever looks for a fault."""

from collections.abc import Mapping
from typing import Final

from kiosk.events import Button, Grade, HeartRate, Motion, Tag, Tilt
from kiosk.session.state import KioskState, LastValue
from kiosk.words import Number, Quantity, Text, joined, text

_BUTTONS: Final[Mapping[str, str]] = {
    "stop": text("stop"),
    "start": text("start"),
    "lap": text("lap"),
}


def keep(state: KioskState, event: object) -> None:
    """Remembers the event as its device's last value, if it is one."""
    match event:
        case HeartRate():
            number = event.device_number
            _by_stick(
                state, event.at, text("strap {number}: {heart}", number=number, heart=_heart(event))
            )
        case Motion(source="foot pod"):
            _by_stick(
                state,
                event.at,
                text(
                    "foot pod {number}: {motion}", number=event.device_number, motion=_motion(event)
                ),
            )
        case Motion(source="pulses"):
            words = joined(": ", [event.station or "", _motion(event)])
            state.values["panel"] = LastValue(event.at, words)
        case Grade() | Motion(station=str()):
            _of_station(state, event)
        case Tilt():
            if event.station not in state.grades:  # a grade says more
                words = text(
                    "pitch {pitch}°, roll {roll}°",
                    pitch=Number(event.pitch_deg, 1),
                    roll=Number(event.roll_deg, 1),
                )
                state.values[f"incline:{event.station}"] = LastValue(event.at, words)
        case Button():
            words = text("{button} pressed", button=_BUTTONS.get(event.button, event.button))
            if event.station is not None:
                words = joined(", ", [words, event.station])
            state.values["panel"] = LastValue(event.at, words)
        case Tag():
            state.values[f"reader:{event.station or 'kiosk'}"] = LastValue(event.at, text("a tag"))
        case _:
            pass


def _by_stick(state: KioskState, at: float, words: str) -> None:
    """What straps say reaches the kiosk once, by whichever of two sticks heard it first."""
    sticks = [
        name
        for name, status in state.devices.items()
        if name.partition(":")[0] == "ant" and status.state == "live"
    ]
    for name in sticks or ["ant"]:
        state.values[name] = LastValue(at, words)


def _of_station(state: KioskState, event: Grade | Motion) -> None:
    station = event.station or ""
    grade = event if isinstance(event, Grade) else state.grades.get(station)
    motion = event if isinstance(event, Motion) else state.motions.get(station)
    parts: list[str] = (
        [] if grade is None else [text("{percent} %", percent=Number(grade.percent, 1))]
    )
    if motion is not None and motion.source != "pulses":
        parts.append(_motion(motion))
    state.values[f"incline:{station}"] = LastValue(event.at, joined(", ", parts))


def _motion(motion: Motion) -> str:
    parts: list[str] = []
    if motion.speed_kmh is not None:
        parts.append(Text("{speed}", {"speed": Quantity(motion.speed_kmh, "km/h", 1)}))
    if motion.cadence_spm is not None:
        parts.append(text("{steps} steps/min", steps=Number(motion.cadence_spm)))
    return joined(", ", parts) if parts else text("no value")


def _heart(event: HeartRate) -> str:
    if not event.worn:
        return text("not worn")
    return text("{bpm} bpm", bpm=event.bpm) if event.bpm else text("no bpm")
