"""What the wall says beside the tiles: whom to look at first, and how high all have climbed."""

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.attention import Need, Why
from kiosk.session.state import KioskState, Phase
from screens import units
from screens.faces import UNKNOWN_ZONE
from screens.tongue import said, tr


@dataclass(frozen=True, slots=True)
class NeedRow:
    """The roles of one name in the strip."""

    athlete: int = 0
    name: str = ""
    reason: str = ""
    sign: str = ""
    """alarm | down | up | strap | grade | wait: a shape, so that colour is not alone."""
    level: int = UNKNOWN_ZONE
    """The zone they are in, where the reason is their heart."""
    alarm: bool = False


_SIGNS = {
    Why.OVER: "down",
    Why.UNDER: "up",
    Why.STRAP: "strap",
    Why.GRADE: "grade",
}


def need_rows(needs: Sequence[Need], state: KioskState) -> list[NeedRow]:
    """One for each, the most urgent first."""
    return [_row(need, state) for need in needs]


def _row(need: Need, state: KioskState) -> NeedRow:
    who = state.participants.get(need.athlete_id)
    of_heart = need.why in (Why.OVER, Why.UNDER) and who is not None
    level = who.zone_number if of_heart and who is not None else None
    return NeedRow(
        need.athlete_id,
        need.name,
        said(need.words),
        "alarm" if need.is_alarm else _SIGNS.get(need.why, "wait"),
        UNKNOWN_ZONE if level is None else level,
        need.is_alarm,
    )


def class_step(state: KioskState) -> str:
    """The step of the one class that runs, as tiles name it; empty with several clocks about."""
    live = [one for one in state.sessions.values() if one.phase is Phase.RUNNING]
    own = any(who.detour == "own way" for who in state.participants.values())
    return said(live[0].main.step.name) if len(live) == 1 and not own else ""


# -- the mountain ----------------------------------------------------------------------------------

SUMMITS_M = (330, 1085, 1345, 2962, 4806, 5895, 8849)
"""Heights that people know, in the order of _named; metres above the sea, of the tower above the
ground: a picture to compare with, no measurement."""


@dataclass(frozen=True, slots=True)
class Mountain:
    """What the whole club has climbed today."""

    height: str = ""
    """ "1240 m"; empty while nobody has climbed anything."""
    compared: str = ""
    filled: float = 0.0
    """Of the summit that comes next, 0–1."""


def mountain_of(metres: float) -> Mountain:
    """The mountain at so many metres."""
    if metres < 1:
        return Mountain()
    height = units.height(metres)
    top = SUMMITS_M[-1]
    if metres >= top:
        times = int(metres // top)
        again = tr("up Everest once, and on") if times == 1 else ""
        many = tr("up Everest {count} times, and on", count=times)
        return Mountain(height, again or many, metres % top / top)
    ahead = next(place for place, summit in enumerate(SUMMITS_M) if metres < summit)
    left = units.height(max(1.0, SUMMITS_M[ahead] - metres))
    if ahead == 0:
        words = tr("{left} to the height of {summit}", left=left, summit=_named(0))
    else:
        words = tr(
            "higher than {below}, {left} to {summit}",
            below=_named(ahead - 1),
            left=left,
            summit=_named(ahead),
        )
    return Mountain(height, words, metres / SUMMITS_M[ahead])


def _named(place: int) -> str:
    return (
        tr("the Eiffel Tower"),
        tr("Snowdon"),
        tr("Ben Nevis"),
        tr("the Zugspitze"),
        tr("Mont Blanc"),
        tr("Kilimanjaro"),
        tr("Everest"),
    )[place]
