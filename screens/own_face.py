"""What the own view says to one athlete: worked out from the state, without a pixel."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kiosk.session.state import Course, Participant, Phase, Session, Signal, TracePoint
from kiosk.training.plan import ZoneTarget
from screens import coached, outline, own_task, sets
from screens.curve import SHORTEST_WINDOW_S
from screens.faces import UNKNOWN_ZONE, face_of
from screens.gauge import Gauge, gauge_of
from screens.own_way import Way, way_of
from screens.pace import Pace, pace_of
from screens.stations import Place
from screens.tongue import said, tr

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
    unit: str = ""
    """Of the number; none while it is no heart rate."""
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
    alarm: bool = False
    """`cue` is none to wait with."""
    after: str = ""
    """The next step, or that there is none."""
    ahead: str = ""
    """What the next step asks for."""
    soon: bool = False
    grade: str = ""
    mend: str = ""
    """What to do about the grade."""
    confirm: str = ""
    """A button: the athlete says that the belt is there."""
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

    rating: bool = False
    """It is time to say how hard it is."""
    lifting: bool = False
    """Sets are logged here."""
    live: bool = False
    """There is a session to pause and to leave."""
    paused: bool = False
    pausable: bool = False
    onward: str = ""
    """The button that ends the step; none in a class."""
    awaited: bool = False
    """The step goes on until that button is touched."""
    revision: int = 0
    """Changes when the curve has grown."""
    haunted: bool = False
    """Last time's heart rate is drawn with it."""


def own_face(
    who: Participant,
    session: Session | None,
    notice: str = "",
    place: Place = _OFF,
    ghost: Sequence[TracePoint] = (),
) -> OwnFace:
    """The own view of one athlete; `session` is theirs, None before the start.

    Its number is in bpm, like its band, whatever of it others may see on the tiles.
    """
    hides = who.athlete.shows != "bpm"
    seen = replace(who, athlete=replace(who.athlete, shows="bpm")) if hides else who
    tile = face_of(seen, session)
    is_heard = who.signal in own_task.HEARD and who.shown_bpm is not None
    live = session is not None and session.phase in own_task.LIVE and who.phase in own_task.LIVE
    way = Way() if session is None else way_of(who, session, tile, place.rest)
    gauge = _gauge(who)
    course = None if session is None else session.course(who.athlete.id)
    lifting = course is not None and sets.is_lift(course)
    ramp = None if course is None else course.step.grade_percent
    grade = coached.Prompt() if lifting else coached.grade(who, ramp)
    running = live and who.phase is Phase.RUNNING
    asks = running and not own_task.walks(who)  # a walk is all that is asked for until it is over
    cue = coached.said(who, session)
    step, remaining, ending = own_task.task_of(who, session, tile)
    pace = pace_of(who, session, place.kind) if live and not lifting else Pace()
    if pace.typable and own_task.walks(who):
        pace = Pace()
    after, ahead = own_task.after_of(who, session) if live and session else ("", "")
    return OwnFace(
        athlete=who.athlete.id,
        who=who.athlete.name,
        workout="" if session is None else said(session.plan.name),
        company="" if session is None else _company(who, session),
        notice=notice,
        number=tile.number,
        unit=tr("bpm") if is_heard else "",
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
        wanted=_zone_wanted(course),
        step=step,
        remaining=remaining,
        tense="" if not remaining else tr("so far") if ending else tr("left"),
        ending=ending,
        dose=_dose(who, course, pace) if live and course else "",
        cue=cue.words or own_task.cue_of(who, session),
        alarm=cue.alarm is not None,
        after=after,
        ahead=ahead,
        soon=course is not None and own_task.is_soon(course),
        grade=grade.grade,
        mend=grade.mend if asks else "",
        confirm=grade.confirm if asks else "",
        agrees=grade.agrees,
        pace=pace.value,
        source=pace.source,
        typable=pace.typable,
        resting=tile.resting,
        cadence=pace.cadence,
        counted=pace.cadence_source,
        rating=asks and who.wants_rating and not who.resting,
        lifting=running and lifting,
        live=live,
        paused=session is not None and Phase.PAUSED in (who.phase, session.phase),
        pausable=session is not None and live and _may_pause(session),
        onward=_onward(session) if live and session else "",
        awaited=live and session is not None and _waits(session),
        revision=tile.revision,
        haunted=_is_haunted(who, ghost),
    )


def _is_haunted(who: Participant, ghost: Sequence[TracePoint]) -> bool:
    """Whether something of it lies in the minutes that the curve shows."""
    since = who.elapsed_s - SHORTEST_WINDOW_S
    return any(
        point.bpm is not None and since <= point.elapsed_s <= who.elapsed_s for point in ghost
    )


def _company(who: Participant, session: Session) -> str:
    if session.clock == "own":
        return tr("alone")
    if who.detour == "own way":
        return tr("on a way of your own")
    return said(who.lane) if who.lane else tr("class")


def _zone_name(who: Participant) -> str:
    return tr("below zone 1") if who.zone == "0" else tr("zone {zone}", zone=who.zone)


def _gauge(who: Participant) -> Gauge:
    band = who.band if who.guide is None else who.guide
    if band is None or who.phase not in own_task.LIVE or own_task.is_late(who) or who.resting:
        return _NO_GAUGE
    return gauge_of(band, who.shown_bpm if who.signal in own_task.HEARD else None)


def _dose(who: Participant, course: Course, pace: Pace) -> str:
    """Nothing for whoever has something else to do now; the speed only where it stands nowhere."""
    if own_task.is_late(who) or who.resting or who.detour in own_task.DETOURS:
        return ""
    if sets.is_lift(course) and course.step.reps is not None:  # the load has a line of its own
        return "" if own_task.is_up_to_them(course) else sets.amount(course.step)
    return outline.dose(course, with_speed=not pace.value)


def _zone_wanted(course: Course | None) -> int:
    target = None if course is None else course.step.target
    return min(5, target.zone) if isinstance(target, ZoneTarget) else UNKNOWN_ZONE


def _may_pause(session: Session) -> bool:
    """Nobody resumes alone what was paused for the whole class."""
    return session.clock == "own" or session.phase is Phase.RUNNING


def _onward(session: Session) -> str:
    if session.clock == "group":
        return ""
    return tr("Next") if _waits(session) else tr("Skip")


def _waits(session: Session) -> bool:
    """On an own clock, with nothing to log whose button would end the step."""
    main = session.main
    return session.clock == "own" and main.step.waits_for_button and not sets.is_lift(main)
