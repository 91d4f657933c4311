"""Closing one second of a session: a row for each athlete, then the session's clock goes on."""

from kiosk.session import machines, places
from kiosk.session.book import ACTIVE, Book, move
from kiosk.session.course import fraction, go_to_next_step, is_step_over
from kiosk.session.follower import Follower
from kiosk.session.pace import Pace, ascent_m
from kiosk.session.phases import Move
from kiosk.session.records import (
    AthleteClosed,
    Beats,
    Sample,
    SampleFlag,
    SessionClosed,
)
from kiosk.session.state import Participant, Phase, Session, TracePoint
from kiosk.training.zones import shown

LATE_STEP = -1


def record_second(book: Book, session: Session, ended: float) -> None:
    """Closes [ended − 1, ended) of a running session."""
    speed_kmh = None
    for follower in book.members(session, Phase.RUNNING):
        speed_kmh = _record_athlete(book, session, follower, ended)
    session.main.step_s += 1
    session.elapsed_s += 1
    session.main.step_distance_m += (speed_kmh or 0.0) / 3.6
    if is_step_over(session.main):
        go_on(book, session, ended)


def go_on(book: Book, session: Session, at: float) -> None:
    """To the next step, or to the end of the session."""
    if not go_to_next_step(session.main):
        close(book, session, at, "finished")
        return
    for follower in book.members(session, *ACTIVE):
        if session.main.step.speed_kmh is not None:
            follower.typed_speed_kmh = None  # the belt is asked for a new speed now
        if session.main.step.cadence_spm is not None:
            follower.typed_cadence_spm = None
        if not follower.participant.late_warm_up_s:
            follower.begin_step(session.main.step)
            book.note_step(session, follower, at)


def close(book: Book, session: Session, at: float, reason: str) -> None:
    """Ends the session for everybody who is still in it."""
    for follower in book.members(session, *ACTIVE):
        who = follower.participant
        move(who, Move.FINISH)
        who.ended_at = at
        who.late_warm_up_s = 0
        follower.leave_step()
        places.free(book, follower, at)
        ended = "finished" if reason == "finished" else "ended"
        book.out.append(AthleteClosed(session.id, who.athlete.id, book.utc_ms(at), ended))
    move(session, Move.FINISH)
    book.out.append(SessionClosed(session.id, book.utc_ms(at), reason))


def _record_athlete(book: Book, session: Session, follower: Follower, ended: float) -> float | None:
    """One row, the beats in it and a point of the trace; gives the athlete's speed, km/h."""
    who = follower.participant
    late = who.late_warm_up_s > 0
    if not late:
        follower.follow(session.main.step, session.main.step_s)
    _want(session, who)
    pace = machines.pace_of(book, follower, prescribed_kmh(session, who), ended)
    climbed_m = _climb(book, follower, pace, ended)
    machines.show(book, follower, pace)
    target_low, target_high = (None, None) if who.band is None else shown(who.band)
    guide_low, guide_high = (None, None) if who.guide is None else (who.guide.low, who.guide.high)
    flags = follower.flags if book.synchronised else follower.flags | SampleFlag.UNSYNCHRONISED
    book.out.append(
        Sample(
            session_id=session.id,
            athlete_id=who.athlete.id,
            elapsed_s=who.elapsed_s,
            utc_ms=book.utc_ms(ended - 1),
            step_index=LATE_STEP if late else session.main.step_index,
            step_s=session.main.step_s,
            heart_rate_bpm=follower.last_bpm,
            grade_percent=follower.last_grade,
            speed_kmh=pace.speed_kmh,
            speed_source=pace.speed_source,
            target_low_bpm=target_low,
            target_high_bpm=target_high,
            guide_low_bpm=None if guide_low is None else round(guide_low, 1),
            guide_high_bpm=None if guide_high is None else round(guide_high, 1),
            flags=flags,
            cadence_spm=pace.cadence_spm,
            cadence_source=pace.cadence_source,
            ascent_m=climbed_m,
        )
    )
    if follower.last_rr:
        book.out.append(Beats(session.id, who.athlete.id, who.elapsed_s, follower.last_rr))
    who.trace.append(TracePoint(who.elapsed_s, follower.last_bpm, guide_low, guide_high))
    who.elapsed_s += 1
    session.rows[who.athlete.id] = who.elapsed_s
    if late:
        _count_down_warm_up(book, session, follower, ended)
    return pace.speed_kmh


def _count_down_warm_up(book: Book, session: Session, follower: Follower, ended: float) -> None:
    """A late joiner who has warmed up joins the step that the class is in."""
    follower.participant.late_warm_up_s -= 1
    if follower.participant.late_warm_up_s == 0:
        follower.begin_step(session.main.step, session.main.step_s + 1)
        book.note_step(session, follower, ended)


def _want(session: Session, who: Participant) -> None:
    """What the step prescribes now; nothing to somebody who warms up late or rests."""
    step, is_asked = session.main.step, who.late_warm_up_s == 0 and not who.resting
    grade = step.grade_percent if is_asked else None
    who.wanted_grade_percent = None if grade is None else grade.at(fraction(session.main))
    who.wanted_speed_kmh = prescribed_kmh(session, who)


def prescribed_kmh(session: Session, who: Participant) -> float | None:
    """The present step's speed for this athlete."""
    ramp = session.main.step.speed_kmh
    is_asked = who.phase in ACTIVE and who.late_warm_up_s == 0 and not who.resting
    return ramp.at(fraction(session.main)) if is_asked and ramp is not None else None


def _climb(book: Book, follower: Follower, pace: Pace, ended: float) -> float | None:
    """Metres of the second that ended; of one in which they stepped on only what came after."""
    who = follower.participant
    if who.resting:
        return None
    station = None if who.station is None else book.stations.get(who.station)
    share = min(1.0, ended - follower.on_since)
    climbed_m = ascent_m(station, pace, follower.last_grade, share)
    who.ascent_m += climbed_m or 0.0
    return climbed_m
