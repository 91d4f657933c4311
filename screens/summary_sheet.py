"""All that a summary shows, of a session that has just ended or of one of an earlier day."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

from kiosk.desk_port import PartSeen
from kiosk.session.state import (
    Course,
    KioskState,
    Participant,
    Phase,
    Session,
    TracePoint,
)
from kiosk.training.athlete import Athlete
from kiosk.training.bests import new_bests
from kiosk.training.measure import Measure
from kiosk.training.past import Past
from kiosk.training.plan import Plan
from kiosk.training.zones import shown_bpm
from screens import results_view, summary_view
from screens.kind_words import Deed, kind_words
from screens.results_view import FactRow
from screens.summary_view import SummaryFace, Tick, ZoneShare
from screens.tongue import tr

WEEK_DAYS = 7


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is drawn; `who` has the curve and the zones for it."""

    face: SummaryFace
    facts: tuple[FactRow, ...]
    bars: tuple[ZoneShare, ...]
    ticks: tuple[Tick, ...]
    measures: tuple[Measure, ...]
    who: Participant
    ghost: tuple[TracePoint, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """What else is known of somebody when the summary is made."""

    past: Past = field(default_factory=Past)
    measures: tuple[Measure, ...] | None = ()
    """None while they are on their way."""
    trend: str = ""
    """How training goes, in a sentence."""
    today: date | None = None
    ghost: tuple[TracePoint, ...] = ()


def live_sheet(who: Participant, session: Session | None, state: KioskState, known: Known) -> Sheet:
    """Of what has just ended for them."""
    plan = None if session is None else session.plan
    face = summary_view.summary_face(who, session, state, known.ghost, known.today)
    face = replace(
        face,
        measuring=known.measures is None,
        measured=bool(known.measures),
        guest=who.athlete.guest_on is not None,
        progress=summary_view.care(session) or known.trend,
    )
    bests = _bests(plan, known.past, known.measures, who.session_id or 0)
    points = tuple(who.trace)
    return _sheet(
        face,
        who,
        known,
        _deed(
            who.elapsed_s,
            known,
            is_whole=session is not None and summary_view.has_done_all(who, session),
            is_best=bool(bests),
            session_id=who.session_id or 0,
        ),
        tuple(summary_view.zone_shares(points, who.zones)),
        climbs=_climbs(plan),
        bests=bests,
    )


def past_sheet(part: PartSeen, state: KioskState, past: Past) -> Sheet:
    """Of a session of an earlier day; what was measured then counts, the few points only draw."""
    who = _who(part)
    day = local_day(part.started_utc_ms, part.utc_offset_min)
    session = _session(part)
    face = summary_view.summary_face(who, session, state, on=day)
    bars = tuple(summary_view.measured_shares(part.measures or ()))
    told = {m.key: m.value for m in part.measures or () if m.value is not None}
    face = replace(
        face,
        title=face.workout,
        mean=_bpm(told.get("hr_mean")) or face.mean,
        highest=_bpm(told.get("hr_max")) or face.highest,
        inside="",
        zoneless=face.zoneless or ("" if bars else _why_no_bars(part.measures)),
        remark=summary_view.silence(part.missing_s) if 0 < part.missing_s < part.duration_s else "",
        measuring=part.measures is None,
        measured=bool(part.measures),
        past=True,
    )
    known = Known(past, part.measures, today=day)
    bests = _bests(part.plan, past, part.measures, part.session_id)
    deed = Deed(
        part.duration_s,
        part.is_complete,
        told.get("time_in_band"),
        is_best=bool(bests),
    )
    return _sheet(face, who, known, deed, bars, climbs=_climbs(part.plan), bests=bests)


def local_day(utc_ms: int, utc_offset_min: int) -> date:
    """Where the club is."""
    began = datetime.fromtimestamp(utc_ms // 1000, UTC) + timedelta(minutes=utc_offset_min)
    return began.date()


def _sheet(
    face: SummaryFace,
    who: Participant,
    known: Known,
    deed: Deed,
    bars: tuple[ZoneShare, ...],
    *,
    climbs: bool,
    bests: frozenset[str],
) -> Sheet:
    facts = tuple(summary_view.facts(face, known.measures, bests, climbs=climbs))
    code = summary_view.code_text(face, facts)
    points = tuple(who.trace)
    return Sheet(
        face=replace(face, kind=kind_words(deed), code=code),
        facts=facts,
        bars=bars,
        ticks=tuple(summary_view.ticks(points)) if points else (),
        measures=known.measures or (),
        who=who,
        ghost=known.ghost,
    )


def _climbs(plan: Plan | None) -> bool:
    """Whether an ascent is asked for."""
    return plan is not None and any(step.grade_percent is not None for step in plan.steps)


def _bests(
    plan: Plan | None, past: Past, measures: Sequence[Measure] | None, session_id: int
) -> frozenset[str]:
    return frozenset() if plan is None else new_bests(measures or (), past, plan, session_id)


def _deed(seconds: int, known: Known, *, is_whole: bool, is_best: bool, session_id: int) -> Deed:
    held = next((m.value for m in known.measures or () if m.key == "time_in_band"), None)
    return Deed(
        seconds, is_whole, held, is_best=is_best, in_a_week=_in_a_week(known.past, session_id)
    )


def _in_a_week(past: Past, session_id: int) -> int:
    """Workouts in the week that ends with this one; 0 while the disk has not told of it."""
    on = next((one.on for one in past.sessions if one.session_id == session_id), None)
    if on is None:
        return 0
    return sum(0 <= (on - session.on).days < WEEK_DAYS for session in past.sessions)


def _who(part: PartSeen) -> Participant:
    return Participant(
        Athlete(part.athlete_id, part.name),
        None,
        part.zones,
        phase=Phase.LEFT if part.has_left else Phase.FINISHED,
        session_id=part.session_id,
        elapsed_s=part.duration_s,
        trace=deque(part.points),
    )


def _session(part: PartSeen) -> Session:
    """Over, as far as they did it."""
    path = tuple(range(len(part.plan.steps)))
    place = len(path) - 1 if part.is_complete or not part.has_left else 0
    main = Course(part.plan, "own", path, place=max(0, place))
    return Session(part.session_id, part.plan, "own", Phase.FINISHED, [part.athlete_id], main)


def _why_no_bars(measures: Sequence[Measure] | None) -> str:
    if measures is None:
        return tr("This workout is still being measured.")
    return next((results_view.why(m.missing) for m in measures if m.key == "time_in_zone_1"), "")


def _bpm(value: float | None) -> str:
    return "" if value is None else str(shown_bpm(value))
