"""What one athlete's tile says: worked out from the state, without a pixel."""

from dataclasses import dataclass

from kiosk.session.state import Participant, Phase, Session, Signal
from kiosk.training.guidance import Verdict
from screens import wording
from screens.stations import Spot

CALM, A_WORD, LOUD = 0, 1, 2
"""How much a tile asks to be looked at."""

UNKNOWN_ZONE = -1


@dataclass(frozen=True, slots=True)
class TileFace:
    """The roles of the tiles' model; every field is one. The default is an empty place."""

    athlete: int = 0
    occupied: bool = False
    name: str = ""
    number: str = ""
    faded: bool = False
    """The number is some seconds old."""
    zone: str = ""
    level: int = UNKNOWN_ZONE
    """Zone 1–5 for colour, 0 below the first, -1 without a zone."""
    sign: str = ""
    """up | down | in | easing, or none."""
    word: str = ""
    """The sign in words."""
    loudness: int = CALM
    target: str = ""
    note: str = ""
    """What is wrong with the strap."""
    step: str = ""
    doing: bool = False
    """`step` is a step of the workout; otherwise it says why there is none, and is never hidden."""
    remaining: str = ""
    grade: str = ""
    hint: str = ""
    """What a tap on the tile leads to, where somebody is waited for."""
    battery: bool = False
    """The strap's battery is low."""
    resting: bool = False
    """Off the station for a partner: only the heart rate goes on."""
    station: str = ""
    """The station in a few letters, where there are several."""
    swap: int = -1
    """The station that a touch on the tile's button takes; -1 without the button."""
    take: str = ""
    """What the button says."""
    rival: str = ""
    """Who steps off then."""
    revision: int = 0
    """Changes when the curve has grown."""


_SIGNS = {
    Verdict.UNDER: ("up", "faster"),
    Verdict.OVER: ("down", "ease off"),
    Verdict.IN: ("in", "hold"),
    Verdict.EASING: ("easing", "settle in"),
    Verdict.NONE: ("", ""),
}
_STRAP_NOTES = {
    Signal.CHECK: "check your strap",
    Signal.NOT_WORN: "strap not worn",
    Signal.NEVER: "waiting for strap",
}
_HINTS = {Phase.READY: "tap to choose", Phase.FINISHED: "tap to see how it went"}
_TAKE_ANOTHER = "take a club strap"
_NUMBER_SHOWN = (Signal.LIVE, Signal.WEAK)


_NOWHERE = Spot()


def face_of(participant: Participant, session: Session | None, spot: Spot = _NOWHERE) -> TileFace:
    """The tile of one athlete; `session` is theirs, None before the start."""
    heard = participant.signal in _NUMBER_SHOWN and participant.shown_bpm is not None
    sign, word = (
        _SIGNS[participant.verdict] if heard and _guided(participant, session) else ("", "")
    )
    step, doing, remaining = _task(participant, session)
    return TileFace(
        athlete=participant.athlete.id,
        occupied=True,
        name=participant.athlete.name,
        number=str(participant.shown_bpm) if heard else "--",
        faded=participant.signal is Signal.WEAK,
        zone=_zone_label(participant.zone) if heard else "",
        level=_level(participant) if heard else UNKNOWN_ZONE,
        sign=sign,
        word=word,
        loudness=_loudness(participant, sign),
        target=_target(participant, session),
        note=_STRAP_NOTES.get(participant.signal, ""),
        step=step,
        doing=doing,
        remaining=remaining,
        grade=wording.grade(participant.grade_percent, participant.wanted_grade_percent),
        hint=_TAKE_ANOTHER if _is_flat(participant) else _HINTS.get(participant.phase, ""),
        battery=participant.battery_low,
        resting=_rests(participant),
        station=spot.short,
        swap=spot.swap,
        take=spot.take,
        rival=spot.rival,
        revision=participant.trace[-1].elapsed_s + 1 if participant.trace else 0,
    )


def _is_flat(participant: Participant) -> bool:
    """Time to say so: before the session another strap can still be taken."""
    return participant.battery_low and participant.phase is Phase.READY


def _rests(participant: Participant) -> bool:
    return participant.resting and participant.phase is Phase.RUNNING


def _guided(participant: Participant, session: Session | None) -> bool:
    """Whether the athlete's place in the band is worth a sign now."""
    return (
        session is not None
        and session.phase is Phase.RUNNING
        and participant.phase is Phase.RUNNING
        and participant.late_warm_up_s == 0
        and not participant.resting
    )


def _zone_label(zone: str | None) -> str:
    if zone is None:
        return ""
    return "<Z1" if zone == "0" else f"Z{zone}"


def _level(participant: Participant) -> int:
    return UNKNOWN_ZONE if participant.zone_number is None else participant.zone_number


def _loudness(participant: Participant, sign: str) -> int:
    if sign == "down":
        return LOUD
    here = participant.phase in (Phase.READY, Phase.RUNNING)
    strap_trouble = participant.signal in (Signal.CHECK, Signal.NOT_WORN)
    return A_WORD if sign == "up" or (here and strap_trouble) else CALM


def _target(participant: Participant, session: Session | None) -> str:
    if session is None or participant.phase not in (Phase.RUNNING, Phase.PAUSED):
        return ""
    if participant.late_warm_up_s > 0 or participant.resting:
        return ""
    if participant.band is not None:
        return wording.whole_band(participant.band)
    return wording.effort(session.main.step)


def _task(participant: Participant, session: Session | None) -> tuple[str, bool, str]:
    """What the athlete does now, whether that is a step of the workout, and what is left of it."""
    if participant.phase is Phase.READY or session is None:
        return ("battery low" if _is_flat(participant) else "ready"), False, ""
    if Phase.FINISHED in (participant.phase, session.phase):
        return "finished", False, ""
    if Phase.PAUSED in (participant.phase, session.phase):
        return "paused", False, wording.time_left(session)
    if participant.late_warm_up_s > 0:
        return "warm up first", False, wording.clock_span(participant.late_warm_up_s)
    if participant.resting:
        return "recovery", False, wording.time_left(session)
    return session.main.step.name, True, wording.time_left(session)
