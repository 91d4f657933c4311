"""The ways through a session go on: the class's, the lanes', and those of athletes on their own."""

from dataclasses import replace
from typing import Literal

from kiosk.session import gates, places, rotation, steps
from kiosk.session.book import ACTIVE, Book, move
from kiosk.session.course import (
    CommandRefused,
    go_to_next_step,
    is_step_over,
    recorded_index,
)
from kiosk.session.follower import Follower
from kiosk.session.phases import Move
from kiosk.session.records import AthleteClosed, SessionClosed
from kiosk.session.state import Course, Phase, Session
from kiosk.training.plan import Step
from kiosk.words import text

EASY = Step(text("Cool-down"), "cool-down", duration_s=300, rpe=(1, 2))
"""For a cool-down of one's own where the plan has none. It is no step of the stored plan: rows and
notes have -1 as its index."""


def advance(book: Book, session: Session, at: float) -> None:
    """A second has gone by for the class, in every lane, and for whoever runs by an own clock."""
    for course in _ticking(book, session):
        if session.phase is not Phase.RUNNING:
            return
        course.step_s += 1
        on_it = book.on_course(session, course, Phase.RUNNING)
        if course.clock == "own":
            course.step_distance_m += sum(f.pace.speed_kmh or 0.0 for f in on_it) / 3.6
        warm = [f for f in on_it if not f.participant.late_warm_up_s]
        if is_step_over(course) or gates.is_open(course, warm):
            go_on(book, session, course, at)


def _ticking(book: Book, session: Session) -> list[Course]:
    """Lanes first: when the class changes places, they are over."""
    own = [
        course
        for follower in book.members(session, Phase.RUNNING)
        if follower.way is not None
        and (course := session.others.get(follower.participant.athlete.id)) is not None
    ]
    main = [] if session.is_main_over else [session.main]
    return [*rotation.lane_courses(book, session), *own, *main]


def go_on(book: Book, session: Session, course: Course, at: float) -> None:
    """To the course's next step, or to its end."""
    if not go_to_next_step(course):
        _come_to_end(book, session, course, at)
        return
    if course is session.main:
        rotation.moved_on(book, session, at)
    for follower in _beginning(book, session, course):
        steps.take_typed_back(follower, session.course(follower.participant.athlete.id).step)
        steps.begin(book, session, follower, at)


def _beginning(book: Book, session: Session, course: Course) -> list[Follower]:
    """Whose step begins now: whoever is on the course, and with a block everybody in a lane."""
    at = rotation.stand(session)
    by_lane = course is session.main and at is not None and at[1] == 1
    people = (
        [f for f in book.members(session, *ACTIVE) if f.way is None]
        if by_lane
        else book.on_course(session, course, *ACTIVE)
    )
    return [f for f in people if not f.participant.late_warm_up_s]


def _come_to_end(book: Book, session: Session, course: Course, at: float) -> None:
    if course is session.main:
        rotation.over(book, session)
        session.is_main_over = True
    elif course.clock == "group":
        return  # a lane waits in its last step for the block's end
    for follower in book.on_course(session, course, *ACTIVE):
        finish(book, session, follower, at, "finished")
    if not book.members(session, *ACTIVE):
        close(book, session, at, "finished")


def finish(book: Book, session: Session, follower: Follower, at: float, reason: str) -> None:
    """The session is over for this athlete."""
    who = follower.participant
    move(who, Move.FINISH)
    book.out.append(AthleteClosed(session.id, who.athlete.id, book.utc_ms(at), reason))
    let_go(book, session, follower, at)


def let_go(book: Book, session: Session, follower: Follower, at: float) -> None:
    """Finished, ended or left: way, lane and station are not theirs any more."""
    who = follower.participant
    who.ended_at = at
    who.late_warm_up_s = 0
    follower.leave_step()
    session.others.pop(who.athlete.id, None)
    rotation.forget(book, session, who.athlete.id)
    places.free(book, follower, at)


def close(book: Book, session: Session, at: float, reason: str) -> None:
    """Ends the session for everybody who is still in it."""
    for follower in book.members(session, *ACTIVE):
        ended = "finished" if reason == "finished" else "ended"
        finish(book, session, follower, at, ended)
    move(session, Move.FINISH)
    book.seats.pop(session.id, None)
    book.stopped_sessions.discard(session.id)
    if not book.active_sessions():
        book.state.stopped = False
    book.out.append(SessionClosed(session.id, book.utc_ms(at), reason))


# -- ways of one's own -----------------------------------------------------------------------------


def own_course(book: Book, session: Session, follower: Follower, at: float) -> Course:
    """The athlete's own way, from where the class is now if they had none.

    Raises CommandRefused in a rotation, where places are for everybody at once.
    """
    who = follower.participant
    course = session.course(who.athlete.id)
    if course.clock == "own":
        return course
    if session.plan.rotation is not None:
        raise CommandRefused(
            text(
                "In a class that changes places everybody goes on together: the coach does it "
                "for all."
            )
        )
    own = session.others[who.athlete.id] = replace(course, clock="own")
    follower.way = who.detour = "own way"
    book.note(session, at, "own-way", who, step_index=recorded_index(session, own))
    return own


def cool_down(
    book: Book,
    session: Session,
    follower: Follower,
    at: float,
    by: Literal["athlete", "ceiling"],
) -> None:
    """To a cool-down of their own: the plan's, or five easy minutes where it has none."""
    who = follower.participant
    course = session.course(who.athlete.id)
    if follower.way == "own cool-down" or course.step.kind == "cool-down":
        return
    own = cool_down_course(session)
    rotation.forget(book, session, who.athlete.id)
    if session.clock == "own":
        session.main = own
    else:
        session.others[who.athlete.id] = own
    follower.way = who.detour = "own cool-down"
    who.late_warm_up_s, who.resting = 0, False
    who.lane = who.next_station = None
    follower.ladder = None
    book.note(session, at, "cool-down", who, by=by)
    book.note(session, at, "partial", who, why="cool-down")
    steps.take_typed_back(follower, own.step)
    steps.begin(book, session, follower, at)


def cool_down_course(session: Session) -> Course:
    """The plan's own cool-down steps, or the easy one."""
    plan = session.plan
    path = tuple(index for index, step in enumerate(plan.steps) if step.kind == "cool-down")
    if not path:
        plan, path = replace(plan, steps=(*plan.steps, EASY)), (len(plan.steps),)
    return Course(plan, "own", path)
