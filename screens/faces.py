"""What one athlete's tile says: worked out from the state, without a pixel."""

from dataclasses import dataclass

from kiosk.session.state import Detour, Participant, Phase, Session, Signal
from kiosk.training.guidance import Verdict
from kiosk.training.plan import Step, ZoneTarget
from screens import coached, wording
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
    """up | down | in | easing | alarm, or none."""
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
    alert: str = ""
    """Why the coach should come; empty when all is well."""
    place: str = ""
    """Where to go, while a rotation changes places; as large as there is room."""
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


_DETOURS: dict[Detour | None, str] = {
    "late warm-up": "warm up first",
    "recovery walk": "recovery walk",
    "own cool-down": "own cool-down",
}
_NOWHERE = Spot()


def face_of(participant: Participant, session: Session | None, spot: Spot = _NOWHERE) -> TileFace:
    """The tile of one athlete; `session` is theirs, None before the start."""
    heard = participant.signal in _NUMBER_SHOWN and participant.shown_bpm is not None
    by_feel = participant.by_effort and _guided(participant, session)
    numberless = by_feel and not heard and participant.athlete.is_effort_only
    sign, word = _sign(participant, session, heard=heard)
    alert = _alert(participant)
    if alert:
        sign, word = "alarm" if heard else "", ""
    step, doing, remaining = _task(participant, session)
    return TileFace(
        athlete=participant.athlete.id,
        occupied=True,
        name=participant.athlete.name,
        number=_number(participant, heard=heard, numberless=numberless),
        faded=participant.signal is Signal.WEAK,
        zone="RPE"
        if numberless
        else _zone_label(participant.zone)
        if heard and not by_feel
        else "",
        level=_level(participant, session, by_feel) if heard or numberless else UNKNOWN_ZONE,
        sign=sign,
        word=word,
        loudness=LOUD if alert else _loudness(participant, sign),
        target=_target(participant, session),
        note="" if numberless else _STRAP_NOTES.get(participant.signal, ""),
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
        alert=alert,
        place=_place(participant, session) if not alert else "",
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


def _sign(participant: Participant, session: Session | None, *, heard: bool) -> tuple[str, str]:
    """Where to go: by the heart, or where that may not guide by the effort as rated last."""
    if not _guided(participant, session) or participant.detour not in (None, "own way"):
        return "", ""
    if not participant.by_effort:
        return _SIGNS[participant.verdict] if heard else ("", "")
    rated, wanted = participant.rated_rpe, participant.wanted_rpe
    if wanted is None:
        return "", ""
    if rated is None or wanted[0] <= rated <= wanted[1]:
        return _SIGNS[Verdict.IN]
    return _SIGNS[Verdict.UNDER if rated < wanted[0] else Verdict.OVER]


def _alert(participant: Participant) -> str:
    here = participant.alert is not None and participant.phase in (Phase.RUNNING, Phase.PAUSED)
    return coached.ALERTS[participant.alert] if here and participant.alert else ""


def _number(participant: Participant, *, heard: bool, numberless: bool) -> str:
    """The heart rate; whoever trains by effort alone has the effort there, like a number."""
    if heard:
        return str(participant.shown_bpm)
    if not numberless or participant.wanted_rpe is None:
        return "--"
    return wording.rpe(*participant.wanted_rpe).removeprefix("RPE ")


def _level(participant: Participant, session: Session | None, by_feel: bool) -> int:
    """The zone's colour; of whoever is guided by effort that of the step, whatever their heart."""
    if by_feel and session is not None:
        return zone_of_effort(session.course(participant.athlete.id).step, participant.wanted_rpe)
    return UNKNOWN_ZONE if participant.zone_number is None else participant.zone_number


def zone_of_effort(step: Step, rpe: tuple[int, int] | None) -> int:
    """The zone asked for, else the one that such an effort is usually made in."""
    if isinstance(step.target, ZoneTarget):
        return min(5, step.target.zone)
    wanted = rpe or step.rpe
    return UNKNOWN_ZONE if wanted is None else max(1, min(5, wanted[1] // 2))


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
    if participant.band is not None and not participant.by_effort:
        return wording.whole_band(participant.band)
    return coached.effort(participant, session.course(participant.athlete.id).step)


def _task(participant: Participant, session: Session | None) -> tuple[str, bool, str]:
    """What the athlete does now, whether that is a step of the workout, and what is left of it."""
    if participant.phase is Phase.READY or session is None:
        return ("battery low" if _is_flat(participant) else "ready"), False, ""
    if Phase.FINISHED in (participant.phase, session.phase):
        return "finished", False, ""
    course = session.course(participant.athlete.id)
    left = wording.time_left(course)
    if Phase.PAUSED in (participant.phase, session.phase):
        return "paused", False, left
    if participant.late_warm_up_s > 0:
        return "warm up first", False, wording.clock_span(participant.late_warm_up_s)
    if participant.resting:
        return "recovery", False, left
    if participant.detour in _DETOURS:
        return _DETOURS[participant.detour], False, left
    place = _place(participant, session)
    return (place, False, left) if place else (course.step.name, True, left)


def _place(participant: Participant, session: Session | None) -> str:
    if session is None or not participant.phase is session.phase is Phase.RUNNING:
        return ""
    if participant.late_warm_up_s > 0 or participant.detour in _DETOURS:
        return ""
    return coached.next_place(participant, session.course(participant.athlete.id))
