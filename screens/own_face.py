"""What the own view says to one athlete: worked out from the state, without a pixel."""

from dataclasses import dataclass

from kiosk.session.course import time_left_s
from kiosk.session.state import Participant, Phase, Session, Signal
from kiosk.training.guidance import Verdict
from kiosk.training.plan import ZoneTarget
from screens import outline, wording
from screens.faces import UNKNOWN_ZONE, TileFace, face_of
from screens.gauge import Gauge, gauge_of
from screens.own_way import Way, way_of
from screens.pace import Pace, pace_of
from screens.stations import Place

CUE_S = 20
"""A cue stands so long, then the next one of the step takes its place."""
SOON_S = 60
"""From here on the next step is worth a look."""
_LIVE = (Phase.RUNNING, Phase.PAUSED)
_HEARD = (Signal.LIVE, Signal.WEAK)
_TROUBLE = (Signal.LOST, Signal.CHECK, Signal.NOT_WORN)
_NO_GAUGE = Gauge(0.0, 0.0, "", "", None, 0)
_OFF = Place()


@dataclass(frozen=True, slots=True)
class OwnFace:
    """The roles of the own view's one row; every field is one."""

    athlete: int = 0
    who: str = ""
    workout: str = ""
    company: str = ""
    """Alone, or in a class."""
    notice: str = ""
    """What is wrong with the kiosk, so that nobody blames the strap."""

    number: str = ""
    faded: bool = False
    """The number is some seconds old."""
    zone: str = ""
    level: int = UNKNOWN_ZONE
    estimated: bool = False
    """The zones come from a maximum that is only estimated from the age."""
    note: str = ""
    """What is wrong with the strap."""
    battery: bool = False
    another: bool = False
    """It is time for another strap."""

    sign: str = ""
    """up | down | in | easing | paused, or none."""
    word: str = ""
    aside: str = ""
    urgent: bool = False

    gauged: bool = False
    low: float = 0.0
    """The band on the gauge, as fractions from its lower end."""
    high: float = 0.0
    lowest: str = ""
    highest: str = ""
    marked: bool = False
    marker: float = 0.0
    beyond: int = 0
    """-1 when the heart rate lies below the gauge, 1 above it, else 0."""
    wanted: int = UNKNOWN_ZONE
    """The zone asked for, for the band's colour."""

    step: str = ""
    remaining: str = ""
    tense: str = ""
    """Whether `remaining` is left or gone."""
    ending: str = ""
    """How the step ends when it is not by time."""
    dose: str = ""
    """Speed, cadence, repeats or load as prescribed."""
    cue: str = ""
    after: str = ""
    """The next step, or that there is none."""
    ahead: str = ""
    """What the next step asks for."""
    soon: bool = False
    grade: str = ""
    mend: str = ""
    """What to do about the grade."""
    agrees: bool = False
    """The grade is as wanted."""
    pace: str = ""
    """The speed, or a stair machine's rate; empty off every station."""
    source: str = ""
    """Who says so."""
    typable: bool = False
    """A touch on the pace opens the pad to type it."""
    resting: bool = False
    """Off the station for a partner."""
    cadence: str = ""
    counted: str = ""
    """By whom the steps are counted."""

    live: bool = False
    """There is a session to pause and to leave."""
    paused: bool = False
    pausable: bool = False
    onward: str = ""
    """The button that ends the step; none in a class."""
    revision: int = 0
    """Changes when the curve has grown."""


def own_face(
    who: Participant, session: Session | None, notice: str = "", place: Place = _OFF
) -> OwnFace:
    """The own view of one athlete; `session` is theirs, None before the start."""
    tile = face_of(who, session)
    live = session is not None and session.phase in _LIVE and who.phase in _LIVE
    way = Way() if session is None else way_of(who, session, tile, place.rest)
    gauge = _gauge(who)
    ramp = None if session is None else session.main.step.grade_percent
    grade, mend, agrees = ("", "", False) if who.resting else outline.grade(who, ramp)
    step, remaining, ending = _task(who, session, tile)
    pace = pace_of(who, session, place.kind) if live else Pace()
    after, ahead = _after(who, session) if live and session else ("", "")
    return OwnFace(
        athlete=who.athlete.id,
        who=who.athlete.name,
        workout="" if session is None else session.plan.name,
        company="" if session is None else ("class" if session.clock == "group" else "alone"),
        notice=notice,
        number=tile.number,
        faded=tile.faded,
        zone=_zone_name(who) if tile.zone else "",
        level=tile.level,
        estimated=tile.zone != "" and who.zones is not None and who.zones.estimated,
        note=tile.note,
        battery=tile.battery,
        another=live and (tile.battery or who.signal in _TROUBLE),
        sign=way.sign,
        word=way.word,
        aside=way.aside,
        urgent=way.urgent,
        gauged=gauge is not _NO_GAUGE,
        low=gauge.low,
        high=gauge.high,
        lowest=gauge.lowest,
        highest=gauge.highest,
        marked=gauge.marker is not None,
        marker=gauge.marker or 0.0,
        beyond=gauge.beyond,
        wanted=_zone_wanted(session),
        step=step,
        remaining=remaining,
        tense="" if not remaining else "so far" if ending else "left",
        ending=ending,
        dose=_dose(who, session, pace) if live and session else "",
        cue=_cue(who, session),
        after=after,
        ahead=ahead,
        soon=session is not None and _is_soon(session),
        grade=grade,
        mend=mend if who.phase is Phase.RUNNING else "",
        agrees=agrees,
        pace=pace.value,
        source=pace.source,
        typable=pace.typable,
        resting=tile.resting,
        cadence=pace.cadence,
        counted=pace.cadence_source,
        live=live,
        paused=session is not None and Phase.PAUSED in (who.phase, session.phase),
        pausable=session is not None and live and _may_pause(session),
        onward=_onward(session) if live and session else "",
        revision=tile.revision,
    )


def _zone_name(who: Participant) -> str:
    return "below zone 1" if who.zone == "0" else f"zone {who.zone}"


def _gauge(who: Participant) -> Gauge:
    band = who.band if who.guide is None else who.guide
    if band is None or who.phase not in _LIVE or _is_late(who) or who.resting:
        return _NO_GAUGE
    return gauge_of(band, who.shown_bpm if who.signal in _HEARD else None)


def _dose(who: Participant, session: Session, pace: Pace) -> str:
    """Nothing for whoever has something else to do now; the speed only where it stands nowhere."""
    if _is_late(who) or who.resting:
        return ""
    return outline.dose(session, with_speed=not pace.value)


def _zone_wanted(session: Session | None) -> int:
    target = None if session is None else session.main.step.target
    return min(5, target.zone) if isinstance(target, ZoneTarget) else UNKNOWN_ZONE


def _is_late(who: Participant) -> bool:
    return who.late_warm_up_s > 0


def _task(who: Participant, session: Session | None, tile: TileFace) -> tuple[str, str, str]:
    """What the athlete does now, how long still, and how that ends if not by time."""
    if session is None or who.phase not in _LIVE or _is_late(who):
        return tile.step, tile.remaining, ""
    step = session.main.step
    name = f"{step.name} {step.round} of {step.rounds}" if step.rounds > 1 else step.name
    if step.waits_for_button:
        how = "tap Next when it is done" if session.clock == "own" else "the coach goes on"
        return name, wording.clock_span(session.main.step_s), how
    return name, tile.remaining, ""


def _cue(who: Participant, session: Session | None) -> str:
    """One of the step's cues; nothing while there is something else to heed or to wait for."""
    if session is None or not session.main.step.cues or _is_late(who) or who.resting:
        return ""
    if not who.phase is session.phase is Phase.RUNNING:
        return ""
    if who.signal not in _HEARD or _is_coming_down(who):
        return ""
    cues = session.main.step.cues
    return cues[session.main.step_s // CUE_S % len(cues)]


def _is_coming_down(who: Participant) -> bool:
    """After harder work the heart takes minutes to settle: nothing to be told meanwhile."""
    if who.verdict is not Verdict.EASING or who.band is None or who.shown_bpm is None:
        return False
    return who.shown_bpm >= who.band.high


def _after(who: Participant, session: Session) -> tuple[str, str]:
    """What comes next, and what it asks for: for a late joiner the class's present step."""
    if _is_late(who):
        return f"Then: {session.main.step.name}", outline.outline(session.main.step, who)
    following = session.plan.steps[session.main.step_index + 1 :]
    if not following:
        return "The last step", ""
    return f"Next: {following[0].name}", outline.outline(following[0], who)


def _is_soon(session: Session) -> bool:
    left = time_left_s(session.main)
    return left is not None and left <= SOON_S


def _may_pause(session: Session) -> bool:
    """Nobody resumes alone what was paused for the whole class."""
    return session.clock == "own" or session.phase is Phase.RUNNING


def _onward(session: Session) -> str:
    if session.clock == "group":
        return ""
    return "Next" if session.main.step.waits_for_button else "Skip"
