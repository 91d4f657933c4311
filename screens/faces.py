"""What one athlete's tile says: worked out from the state, without a pixel."""

from dataclasses import dataclass

from kiosk.session.state import Participant, Phase, Session, Signal
from kiosk.training.guidance import Verdict
from screens import wording

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
_NUMBER_SHOWN = (Signal.LIVE, Signal.WEAK)


def face_of(participant: Participant, session: Session | None) -> TileFace:
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
        hint=_HINTS.get(participant.phase, ""),
        battery=participant.battery_low,
        revision=participant.trace[-1].elapsed_s + 1 if participant.trace else 0,
    )


def _guided(participant: Participant, session: Session | None) -> bool:
    """Whether the athlete's place in the band is worth a sign now."""
    return (
        session is not None
        and session.phase is Phase.RUNNING
        and participant.phase is Phase.RUNNING
        and participant.late_warm_up_s == 0
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
    if participant.late_warm_up_s > 0:
        return ""
    if participant.band is not None:
        return wording.whole_band(participant.band)
    return wording.effort(session.step)


def _task(participant: Participant, session: Session | None) -> tuple[str, bool, str]:
    """What the athlete does now, whether that is a step of the workout, and what is left of it."""
    if participant.phase is Phase.READY or session is None:
        return "ready", False, ""
    if Phase.FINISHED in (participant.phase, session.phase):
        return "finished", False, ""
    if Phase.PAUSED in (participant.phase, session.phase):
        return "paused", False, wording.time_left(session)
    if participant.late_warm_up_s > 0:
        return "warm up first", False, wording.clock_span(participant.late_warm_up_s)
    return session.step.name, True, wording.time_left(session)
