"""How fast somebody is going and who says so, in words for their own page."""

from dataclasses import dataclass

from kiosk.session.state import Participant, Session
from screens import wording

_SPEED_SOURCES = {
    "console": "console",
    "foot pod": "foot pod",
    "pulses": "belt sensor",
    "typed": "typed",
    "prescribed": "planned",
}
_CADENCE_SOURCES = {
    "console": "console",
    "foot pod": "foot pod",
    "pulses": "step sensor",
    "typed": "typed",
    "deck": "from the deck, experimental",
}
_BY_HAND = (None, "typed", "prescribed")
"""Only where nothing measures it does it help to type it."""
DIFFERS_KMH = 0.05


@dataclass(frozen=True, slots=True)
class Pace:
    """A number with its unit, and where it comes from; the same for cadence, empty if unknown."""

    value: str = ""
    source: str = ""
    typable: bool = False
    cadence: str = ""
    cadence_source: str = ""


def pace_of(who: Participant, session: Session | None, kind: str) -> Pace:
    """The present pace on a station of this kind; nothing on none, and in a circuit."""
    if session is None or not kind or session.plan.modality == "circuit":
        return Pace()
    if kind == "stair":
        return _on_stairs(who)
    cadence = cadence_source = ""
    if who.cadence_spm is not None:
        cadence, cadence_source = _steps(who.cadence_spm), _cadence_source(who)
    typable = who.speed_source in _BY_HAND
    return Pace(_speed(who), _speed_source(who), typable, cadence, cadence_source)


def _on_stairs(who: Participant) -> Pace:
    if who.cadence_spm is None:
        return Pace("Steps?", "tap to type", typable=True)
    typable = who.cadence_source in _BY_HAND
    return Pace(_steps(who.cadence_spm), _cadence_source(who), typable)


def _speed(who: Participant) -> str:
    if who.speed_kmh is None:
        return "Speed?"  # a dash before the unit looks like a minus
    return f"{who.speed_kmh:.1f}{wording.THIN}km/h"


def _speed_source(who: Participant) -> str:
    if who.speed_kmh is None or who.speed_source is None:
        return "tap to type"
    words = _SPEED_SOURCES[who.speed_source]
    planned = who.wanted_speed_kmh
    if who.speed_source == "prescribed" or planned is None:
        return words
    return f"{words}, planned {planned:.1f}" if _differ(who.speed_kmh, planned) else words


def _differ(one: float, other: float) -> bool:
    return abs(one - other) >= DIFFERS_KMH


def _steps(spm: float) -> str:
    return f"{spm:.0f} steps/min"


def _cadence_source(who: Participant) -> str:
    return "" if who.cadence_source is None else _CADENCE_SOURCES[who.cadence_source]
