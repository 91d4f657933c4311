"""What one athlete's tile says: worked out from the state, without a pixel."""

from dataclasses import dataclass

from kiosk.session import others
from kiosk.session.state import Detour, Participant, Phase, Session, Signal
from kiosk.training.guidance import Verdict
from kiosk.training.plan import Step, ZoneTarget
from kiosk.training.zones import Band, shown
from screens import coached, wording
from screens.stations import Spot
from screens.tongue import said, tr

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
    """Large: the heart rate, or what of it others may see."""
    unit: str = ""
    """After the number, where it is no heart rate."""
    share: str = ""
    """The heart rate as percent of their own maximum, beside it."""
    faded: bool = False
    """The number is some seconds old."""
    zone: str = ""
    level: int = UNKNOWN_ZONE
    """Zone 1–5 for colour, 0 below the first, -1 without a zone."""
    sign: str = ""
    """up | down | in | easing | effort | alarm, or none."""
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
    glide: int = -1
    """New whenever the tile has moved: see seats.glides."""


_NUMBER_SHOWN = (Signal.LIVE, Signal.WEAK)
_ELSEWHERE: tuple[Detour | None, ...] = ("late warm-up", "recovery walk", "own cool-down")
_NOWHERE = Spot()


def _pointing(verdict: Verdict) -> tuple[str, str]:
    """The sign, and the same in words."""
    match verdict:
        case Verdict.UNDER:
            return "up", tr("faster")
        case Verdict.OVER:
            return "down", tr("ease off")
        case Verdict.IN:
            return "in", tr("hold")
        case Verdict.EASING:
            return "easing", tr("settle in")
        case Verdict.NONE:
            return "", ""


def _strap_note(signal: Signal) -> str:
    match signal:
        case Signal.CHECK:
            return tr("check your strap")
        case Signal.NOT_WORN:
            return tr("strap not worn")
        case Signal.NEVER:
            return tr("waiting for strap")
        case _:
            return ""


def _hint(participant: Participant) -> str:
    if _is_flat(participant):
        return tr("take a club strap")
    match participant.phase:
        case Phase.READY:
            return tr("tap to choose")
        case Phase.FINISHED:
            return tr("tap to see how it went")
        case _:
            return ""


def _detour(detour: Detour | None) -> str:
    match detour:
        case "recovery walk":
            return tr("recovery walk")
        case "own cool-down":
            return tr("own cool-down")
        case _:
            return tr("warm up first")


def face_of(participant: Participant, session: Session | None, spot: Spot = _NOWHERE) -> TileFace:
    """The tile of one athlete; `session` is theirs, None before the start."""
    heard = participant.signal in _NUMBER_SHOWN and participant.shown_bpm is not None
    by_feel = participant.by_effort and _guided(participant, session)
    numberless = by_feel and not heard and participant.athlete.is_effort_only
    sign, word = _sign(participant, session, heard=heard)
    alert = _alert(participant)
    if alert:
        sign, word = "alarm", ""
    number, unit, share = _number(participant, session, heard=heard, numberless=numberless)
    place = _place(participant, session)
    step, doing, remaining = _task(participant, session, place)
    return TileFace(
        athlete=participant.athlete.id,
        occupied=True,
        name=participant.athlete.name,
        number=number,
        unit=unit,
        share=share,
        faded=participant.signal is Signal.WEAK,
        zone=_chip(participant, heard=heard and not by_feel, numberless=numberless),
        level=_level(participant, session, by_feel) if heard or numberless else UNKNOWN_ZONE,
        sign=sign,
        word=word,
        loudness=LOUD if alert else _loudness(participant, sign),
        target=_target(participant, session),
        note="" if numberless else _note(participant, heard=heard),
        step=step,
        doing=doing,
        remaining=remaining,
        grade=wording.grade(participant.grade_percent, participant.wanted_grade_percent),
        hint=_hint(participant),
        battery=participant.battery_low,
        resting=_rests(participant),
        station=spot.short,
        swap=spot.swap,
        take=spot.take,
        rival=spot.rival,
        alert=alert,
        place=place if not alert else "",
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
        return _pointing(participant.verdict) if heard else ("", "")
    rated, wanted = participant.rated_rpe, participant.wanted_rpe
    if wanted is None:
        return "", ""
    if rated is None:
        return "effort", tr("by effort")  # whether all is well nobody knows yet
    if wanted[0] <= rated <= wanted[1]:
        return _pointing(Verdict.IN)
    return _pointing(Verdict.UNDER if rated < wanted[0] else Verdict.OVER)


def _alert(participant: Participant) -> str:
    here = participant.alert is not None and participant.phase in (Phase.RUNNING, Phase.PAUSED)
    return coached.alert_words(participant.alert) if here and participant.alert else ""


def _number(
    participant: Participant, session: Session | None, *, heard: bool, numberless: bool
) -> tuple[str, str, str]:
    """The heart rate as far as others may see it, its unit, and its share of the maximum; whoever
    trains by effort alone has the effort there, like a number.
    """
    if not heard:
        by_effort = numberless and session is not None and participant.wanted_rpe is not None
        if not by_effort or session is None:
            return "--", "", ""
        return (
            coached.effort_range(participant, session.course(participant.athlete.id).step),
            "",
            "",
        )
    share = others.percent_of_max(participant, participant.shown_bpm)
    match others.shows(participant):
        case "bpm":
            percent = "" if share is None else f"{share}{wording.THIN}%"
            return str(participant.shown_bpm), "", percent
        case "percent":
            return str(share), "%", ""
        case "zone":
            return _zone_label(participant.zone), "", ""


def _note(participant: Participant, *, heard: bool) -> str:
    """What is wrong with the strap, or why there is no number though all is well."""
    if heard and participant.zone is None and others.shows(participant) == "zone":
        return tr("heart rate is heard")
    return _strap_note(participant.signal)


def _chip(participant: Participant, *, heard: bool, numberless: bool) -> str:
    """The zone in the corner, unless it is the large number itself."""
    if numberless:
        return tr("Effort")
    is_large = others.shows(participant) == "zone"
    return _zone_label(participant.zone) if heard and not is_large else ""


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
        return _band(participant, participant.band)
    return coached.effort(participant, session.course(participant.athlete.id).step)


def _band(participant: Participant, band: Band) -> str:
    """Where to be, in what others may see: whoever knows the band and the sign knows the rate."""
    match others.shows(participant):
        case "bpm":
            return wording.whole_band(band)
        case "percent":
            low, high = (others.percent_of_max(participant, bpm) for bpm in shown(band))
            span = f"{low}" if low == high else f"{low}{wording.DASH}{high}"
            return f"{span}{wording.THIN}%"
        case "zone":
            zones = participant.zones
            middle = (band.low + band.high) / 2
            return "" if zones is None else f"→ {_zone_label(zones.label_at(middle))}"


def _task(participant: Participant, session: Session | None, place: str) -> tuple[str, bool, str]:
    """What the athlete does now, whether that is a step of the workout, and what is left of it;
    `place` is where they go instead.
    """
    if participant.phase is Phase.READY or session is None:
        return (tr("battery low") if _is_flat(participant) else tr("ready")), False, ""
    if Phase.FINISHED in (participant.phase, session.phase):
        return tr("finished"), False, ""
    course = session.course(participant.athlete.id)
    left = wording.time_left(course)
    if Phase.PAUSED in (participant.phase, session.phase):
        return tr("paused"), False, left
    if participant.late_warm_up_s > 0:
        return tr("warm up first"), False, wording.clock_span(participant.late_warm_up_s)
    if participant.resting:
        return tr("recovery"), False, left
    if participant.detour in _ELSEWHERE:
        return _detour(participant.detour), False, left
    return (place, False, left) if place else (said(course.step.name), True, left)


def _place(participant: Participant, session: Session | None) -> str:
    if session is None or not participant.phase is session.phase is Phase.RUNNING:
        return ""
    if participant.late_warm_up_s > 0 or participant.detour in _ELSEWHERE:
        return ""
    return coached.next_place(participant, session.course(participant.athlete.id))
