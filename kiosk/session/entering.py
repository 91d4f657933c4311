"""Into a session: what an athlete begins it with, and the record of it."""

from kiosk.session import provenance
from kiosk.session.book import Book, move
from kiosk.session.follower import Follower
from kiosk.session.live import Tally
from kiosk.session.phases import Move
from kiosk.session.records import AthleteJoined
from kiosk.session.state import Live, Session


def enter(book: Book, session: Session, follower: Follower, at: float, late: bool = False) -> None:
    """Puts somebody new into the session."""
    who = follower.participant
    move(who, Move.START)
    who.session_id = session.id
    who.elapsed_s = who.late_warm_up_s = 0
    who.resting, who.ascent_m = False, 0.0
    clear(follower)
    follower.paused_alone = False
    who.ceiling_hr = ceiling_in(session, follower)
    follower.coach.begin_session(who.ceiling_hr)
    session.athlete_ids.append(who.athlete.id)
    session.rows[who.athlete.id] = 0
    book.out.append(
        AthleteJoined(
            session_id=session.id,
            athlete_id=who.athlete.id,
            name=who.athlete.name,
            utc_ms=book.utc_ms(book.second_began(at)),
            station=who.station,
            strap=who.strap,
            zone_model=None if who.zones is None else str(who.zones.model),
            zone_inputs={} if who.zones is None else dict(who.zones.inputs),
            late=late,
        )
    )
    provenance.note_station(book, follower, at)
    provenance.note_strap(book, follower, at)
    book.forget_finished()


def clear(follower: Follower) -> None:
    """Nothing of another session is shown any more."""
    who = follower.participant
    who.cue = who.alert = who.rated_rpe = None
    who.live = Live()
    who.trace.clear()
    follower.tally = Tally()


def ceiling_in(session: Session | None, follower: Follower) -> float | None:
    """In an all-out test the ceiling that the coach set for it replaces every other."""
    test_ceiling = follower.participant.athlete.test_ceiling_hr
    is_replaced = session is not None and session.plan.maximal and test_ceiling is not None
    return test_ceiling if is_replaced else follower.ceiling
