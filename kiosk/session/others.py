"""What others may see of somebody's heart, on the group's page and on the wall."""

from kiosk.session.state import Participant
from kiosk.training.athlete import Shows
from kiosk.training.zones import estimated_max_hr


def shows(who: Participant) -> Shows:
    """As they have chosen; where no share of a maximum can be told, only the zone."""
    wanted = who.athlete.shows
    return "zone" if wanted == "percent" and max_hr(who) is None else wanted


def max_hr(who: Participant) -> float | None:
    """Measured, else as their zones have estimated it, bpm."""
    if who.athlete.max_hr is not None:
        return who.athlete.max_hr
    if who.zones is None:
        return None
    inputs = who.zones.inputs
    return inputs.get("max_hr") or (estimated_max_hr(inputs["age"]) if "age" in inputs else None)


def percent_of_max(who: Participant, bpm: float | None) -> int | None:
    """A heart rate as whole percent of their own maximum."""
    top = max_hr(who)
    return None if top is None or bpm is None else round(100 * bpm / top)
