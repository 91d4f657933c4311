"""What each device said last, in words, for whoever looks for a fault."""

from kiosk.events import Button, Grade, HeartRate, Motion, Tag, Tilt
from kiosk.session.state import KioskState, LastValue


def keep(state: KioskState, event: object) -> None:
    """Remembers the event as its device's last value, if it is one."""
    match event:
        case HeartRate():
            heart = "not worn" if not event.worn else f"{event.bpm or 'no'} bpm"
            _by_stick(state, event.at, f"strap {event.device_number}: {heart}")
        case Motion(source="foot pod"):
            _by_stick(state, event.at, f"foot pod {event.device_number}: {_motion(event)}")
        case Motion(source="pulses"):
            state.values["panel"] = LastValue(event.at, f"{event.station}: {_motion(event)}")
        case Grade() | Motion(station=str()):
            _of_station(state, event)
        case Tilt():
            if event.station not in state.grades:  # a grade says more
                words = f"pitch {event.pitch_deg:.1f}°, roll {event.roll_deg:.1f}°"
                state.values[f"incline:{event.station}"] = LastValue(event.at, words)
        case Button():
            where = "" if event.station is None else f", {event.station}"
            state.values["panel"] = LastValue(event.at, f"{event.button} pressed{where}")
        case Tag():
            state.values[f"reader:{event.station or 'kiosk'}"] = LastValue(event.at, "a tag")
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
    parts = [] if grade is None else [f"{grade.percent:.1f} %"]
    if motion is not None and motion.source != "pulses":
        parts.append(_motion(motion))
    state.values[f"incline:{station}"] = LastValue(event.at, ", ".join(parts))


def _motion(motion: Motion) -> str:
    speed = [] if motion.speed_kmh is None else [f"{motion.speed_kmh:.1f} km/h"]
    cadence = [] if motion.cadence_spm is None else [f"{motion.cadence_spm:.0f} steps/min"]
    return ", ".join(speed + cadence) or "no value"
