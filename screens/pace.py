"""How fast somebody is going and who says so, in words for their own page."""

from dataclasses import dataclass

from kiosk.session.records import SpeedSource
from kiosk.session.state import Participant, Session
from screens import units
from screens.tongue import number, tr

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
        return Pace(tr("Steps?"), tr("tap to type"), typable=True)
    typable = who.cadence_source in _BY_HAND
    return Pace(_steps(who.cadence_spm), _cadence_source(who), typable)


def _speed(who: Participant) -> str:
    if who.speed_kmh is None:
        return tr("Speed?")  # a dash before the unit looks like a minus
    return units.speed(who.speed_kmh)


def _speed_source(who: Participant) -> str:
    if who.speed_kmh is None or who.speed_source is None:
        return tr("tap to type")
    words = _measured_by(who.speed_source)
    planned = who.wanted_speed_kmh
    if who.speed_source == "prescribed" or planned is None:
        return words
    if not _differ(who.speed_kmh, planned):
        return words
    return tr("{source}, planned {speed}", source=words, speed=units.speed_number(planned))


def _differ(one: float, other: float) -> bool:
    return abs(one - other) >= DIFFERS_KMH


def _steps(spm: float) -> str:
    return tr("{count} steps/min", count=number(spm))


def _cadence_source(who: Participant) -> str:
    match who.cadence_source:
        case None:
            return ""
        case "console":
            return tr("console")
        case "foot pod":
            return tr("foot pod")
        case "pulses":
            return tr("step sensor")
        case "typed":
            return tr("typed")
        case "deck":
            return tr("from the deck, experimental")


def _measured_by(source: SpeedSource) -> str:
    match source:
        case "console":
            return tr("console")
        case "foot pod":
            return tr("foot pod")
        case "pulses":
            return tr("belt sensor")
        case "typed":
            return tr("typed")
        case "prescribed":
            return tr("planned")
