"""Stopping everybody at once, who may go all out, and whoever has gone without a word."""

from datetime import date

from kiosk.session import commands as cmd
from kiosk.session.book import ACTIVE, Book, move
from kiosk.session.course import CommandRefused
from kiosk.session.follower import Follower
from kiosk.session.phases import Move
from kiosk.session.state import Alert, Phase
from kiosk.training.athlete import Athlete
from kiosk.training.plan import Plan
from kiosk.training.safety import lock
from kiosk.words import text

IDLE_S = 600
"""Without a heart rate, a touch or movement for so long, nobody is there."""


def stop_all(book: Book, command: cmd.StopAll) -> None:
    """Every running session pauses, own clocks too; nothing here touches a belt."""
    if not book.active_sessions():
        return
    book.state.stopped = True
    for session in book.active_sessions():
        if move(session, Move.PAUSE):
            book.stopped_sessions.add(session.id)
            for follower in book.members(session, Phase.RUNNING):
                move(follower.participant, Move.PAUSE)
            book.note(session, command.at, "stop")


def go_on(book: Book, command: cmd.GoOn) -> None:
    """What stop_all has paused goes on, and nothing else."""
    book.state.stopped = False
    stopped, book.stopped_sessions = book.stopped_sessions, set()
    for session in book.active_sessions():
        if session.id in stopped and move(session, Move.RESUME):
            for follower in book.members(session, Phase.PAUSED):
                if not follower.paused_alone:
                    move(follower.participant, Move.RESUME)
            book.note(session, command.at, "go-on")


def check_not_stopped(book: Book) -> None:
    if book.state.stopped:
        raise CommandRefused(
            text(
                "Everybody has been stopped: make sure that all is well, then touch Go on, or "
                "end the sessions."
            )
        )


def check_maximal(plan: Plan, athlete: Athlete, today: date, *, supervised: bool = True) -> None:
    """Refuses an all-out test to whoever has not been cleared for it."""
    reason = plan.maximal and lock(
        plan, athlete, today, supervised=supervised, asks_readiness=False
    )
    if reason:
        raise CommandRefused(f"{athlete.name}: {reason}")


def touch(book: Book, athlete_id: int, at: float) -> None:
    """They are here, and somebody has looked after them."""
    follower = book.followers.get(athlete_id)
    if follower is not None:
        who = follower.participant
        who.touched_at = at
        if who.alert is Alert.ARE_YOU_ALL_RIGHT:
            who.alert = None


def gone(book: Book, now: float) -> list[Follower]:
    """Who is not there any more; what they had running is still to be left properly.

    Nobody where stations are shared: a class that the command line names stays to its end, and
    there is no screen to touch.
    """
    if book.shared_stations:
        return []
    return [f for f in book.followers.values() if now - _seen_at(f) >= IDLE_S]


def note_gone(book: Book, follower: Follower, at: float) -> None:
    session = book.session_of(follower.participant)
    if session is not None and follower.participant.phase in ACTIVE:
        book.note(session, at, "idle", follower.participant, after_s=IDLE_S)


def _seen_at(follower: Follower) -> float:
    who = follower.participant
    touched_at = who.tapped_in_at if who.touched_at is None else who.touched_at
    return max(follower.beat_at, follower.moved_at, who.tapped_in_at, touched_at)
