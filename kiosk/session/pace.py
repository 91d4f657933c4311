"""Speed, cadence and ascent of one second: the best source that is fresh, and what follows."""

import math
from dataclasses import dataclass
from typing import Final, Literal

from kiosk.events import Motion, MotionSource
from kiosk.session.records import CadenceSource, SpeedSource

FRESH_S: Final[dict[MotionSource, float]] = {
    "console": 3.0,  # asked once a second, and an answer may be missed
    "foot pod": 2.0,
    "pulses": 2.0,
    "deck": 2.0,
}
LOOKS_BACK_S: Final[dict[MotionSource, float]] = {"deck": 8.0}
"""Seconds of footfalls that are in one value, and not to be credited to whoever came in between."""


@dataclass(frozen=True, slots=True)
class StationFacts:
    """What the engine knows of a station."""

    name: str
    kind: Literal["treadmill", "stair"] = "treadmill"
    step_height_m: float = 0.203
    """Of a stair machine."""
    sensor: str = ""
    """What feels its grade, as the configuration calls it; "" where nothing is known."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Of one athlete at one moment; None where no source says anything."""

    speed_kmh: float | None = None
    speed_source: SpeedSource | None = None
    cadence_spm: float | None = None
    cadence_source: CadenceSource | None = None


class Movement:
    """What was said last of one machine or of one athlete's feet, source by source."""

    def __init__(self) -> None:
        self._speeds: dict[MotionSource, tuple[float, float]] = {}
        self._cadences: dict[MotionSource, tuple[float, float]] = {}

    def hear(self, motion: Motion) -> None:
        if motion.speed_kmh is not None:
            self._speeds[motion.source] = (motion.at, motion.speed_kmh)
        if motion.cadence_spm is not None:
            self._cadences[motion.source] = (motion.at, motion.cadence_spm)

    def speeds(self, now: float, since: float = -math.inf) -> dict[MotionSource, float]:
        """Km/h by source, of those that are fresh at `now` and were said after `since`."""
        return _fresh(self._speeds, now, since)

    def cadences(self, now: float, since: float = -math.inf) -> dict[MotionSource, float]:
        """Steps a minute, likewise."""
        return _fresh(self._cadences, now, since)


def _fresh(
    said: dict[MotionSource, tuple[float, float]], now: float, since: float
) -> dict[MotionSource, float]:
    return {
        source: value
        for source, (at, value) in said.items()
        if since < at - LOOKS_BACK_S.get(source, 0.0) and now - at <= FRESH_S[source]
    }


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything that may say how fast one athlete is."""

    station: Movement | None
    feet: Movement
    since: float
    """What was said before they stepped onto the station is somebody else's."""
    typed_speed_kmh: float | None
    typed_cadence_spm: float | None
    prescribed_kmh: float | None
    on_stairs: bool = False


def best_pace(sources: Sources, now: float) -> Pace:
    """The first source of each that says something fresh at monotonic second `now`.

    Stairs a minute come from the machine or from the athlete: neither a foot pod nor a shaking
    frame says how many there were.
    """
    heard = [] if sources.station is None else [sources.station]
    if not sources.on_stairs:
        heard.append(sources.feet)
    speeds: dict[MotionSource, float] = {}
    cadences: dict[MotionSource, float] = {}
    for movement in heard:
        speeds |= movement.speeds(now, sources.since)
        cadences |= movement.cadences(now, sources.since)
    by_speed: tuple[tuple[SpeedSource, float | None], ...] = (
        ("console", speeds.get("console")),
        ("foot pod", speeds.get("foot pod")),
        ("pulses", speeds.get("pulses")),
        ("typed", sources.typed_speed_kmh),
        ("prescribed", sources.prescribed_kmh),
    )
    by_cadence: tuple[tuple[CadenceSource, float | None], ...] = (
        ("console", cadences.get("console")),
        ("foot pod", cadences.get("foot pod")),
        ("pulses", cadences.get("pulses")),
        ("typed", sources.typed_cadence_spm),
        ("deck", None if sources.on_stairs else cadences.get("deck")),
    )
    speed = next((item for item in by_speed if item[1] is not None), (None, None))
    cadence = next((item for item in by_cadence if item[1] is not None), (None, None))
    return Pace(speed[1], speed[0], cadence[1], cadence[0])


MOVING_KMH = 0.5


def is_moving(pace: Pace) -> bool:
    """Whether a device says that somebody moves; what was typed or prescribed says nothing."""
    by_speed = pace.speed_source not in (None, "typed", "prescribed")
    if by_speed and pace.speed_kmh is not None and pace.speed_kmh >= MOVING_KMH:
        return True
    by_cadence = pace.cadence_source not in (None, "typed")
    return by_cadence and pace.cadence_spm is not None and pace.cadence_spm > 0


def ascent_m(
    station: StationFacts | None, pace: Pace, grade_percent: float | None, seconds: float = 1.0
) -> float | None:
    """Metres climbed in `seconds`: d·sin(atan(g/100)) on a belt, steps times their height on
    stairs; 0 on the flat and downhill, None where it cannot be known.
    """
    if station is not None and station.kind == "stair":
        if pace.cadence_spm is None:
            return None
        return pace.cadence_spm / 60 * station.step_height_m * seconds
    if pace.speed_kmh is None or grade_percent is None:
        return None
    if grade_percent <= 0:
        return 0.0
    return pace.speed_kmh / 3.6 * seconds * math.sin(math.atan(grade_percent / 100))
