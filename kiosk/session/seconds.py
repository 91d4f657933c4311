"""Closing one second of a session: a row for each athlete, then the session's clocks go on."""

from kiosk.session import coaching, courses, joining, machines
from kiosk.session.book import Book
from kiosk.session.course import REST_OF_PLAN, recorded_index
from kiosk.session.follower import Follower
from kiosk.session.pace import ascent_m
from kiosk.session.records import Beats, Sample, SampleFlag
from kiosk.session.second import machine_of, row_of
from kiosk.session.state import Phase, Session, TracePoint
from kiosk.session.wanted import want
from kiosk.training.coach import Order
from kiosk.training.zones import shown


def record_second(book: Book, session: Session, ended: float) -> None:
    """Closes [ended − 1, ended) of a running session."""
    decided: list[tuple[Follower, Order]] = []
    for follower in book.members(session, Phase.RUNNING):
        orders = _record_athlete(book, session, follower, ended)
        decided.extend((follower, order) for order in orders)
    session.elapsed_s += 1
    courses.advance(book, session, ended)
    for follower, order in decided:
        coaching.carry_out(book, session, follower, order, ended)


def _record_athlete(
    book: Book, session: Session, follower: Follower, ended: float
) -> tuple[Order, ...]:
    """One row, the beats in it and a point of the trace; gives what the coach has decided."""
    who = follower.participant
    want(session, follower)
    orders = coaching.follow(book, session, follower, ended)
    if orders:
        want(session, follower)  # of a recovery walk nothing is wanted
    climbed_m = _climb(book, follower, ended)
    machines.show(book, follower, follower.pace)
    sample = _sample(book, session, follower, ended, climbed_m)
    book.out.append(sample)
    if follower.last_rr:
        book.out.append(Beats(session.id, who.athlete.id, who.elapsed_s, follower.last_rr))
    guide_low, guide_high = (None, None) if who.guide is None else (who.guide.low, who.guide.high)
    who.trace.append(TracePoint(who.elapsed_s, follower.last_bpm, guide_low, guide_high))
    station = None if who.station is None else book.stations.get(who.station)
    step = None if sample.step_index < 0 else session.plan.steps[sample.step_index]
    follower.tally.count(who, row_of(sample), step, machine_of(station))
    who.elapsed_s += 1
    session.rows[who.athlete.id] = who.elapsed_s
    if who.late_warm_up_s:
        joining.count_down_warm_up(book, session, follower, ended)
    else:
        joining.climb(book, session, follower, ended)
    return orders


def _sample(
    book: Book, session: Session, follower: Follower, ended: float, climbed_m: float | None
) -> Sample:
    who, pace = follower.participant, follower.pace
    course, late = session.course(who.athlete.id), who.late_warm_up_s > 0
    target_low, target_high = (None, None) if who.band is None else shown(who.band)
    guide_low, guide_high = (None, None) if who.guide is None else (who.guide.low, who.guide.high)
    flags = follower.flags if book.synchronised else follower.flags | SampleFlag.UNSYNCHRONISED
    return Sample(
        session_id=session.id,
        athlete_id=who.athlete.id,
        elapsed_s=who.elapsed_s,
        utc_ms=book.utc_ms(ended - 1),
        step_index=REST_OF_PLAN if late else recorded_index(session, course),
        step_s=course.step_s,
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


def _climb(book: Book, follower: Follower, ended: float) -> float | None:
    """Metres of the second that ended; of one in which they stepped on only what came after."""
    who = follower.participant
    if who.resting:
        return None
    station = None if who.station is None else book.stations.get(who.station)
    share = min(1.0, ended - follower.on_since)
    climbed_m = ascent_m(station, follower.pace, follower.last_grade, share)
    if climbed_m is None:
        return None
    before = who.ascent_m
    who.ascent_m += climbed_m
    # The disk has millimetres: what rounding takes from one second goes into the next.
    return (round(who.ascent_m * 1000) - round(before * 1000)) / 1000
