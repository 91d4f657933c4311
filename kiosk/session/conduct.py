"""What people do with sessions: start, pause, resume, skip, extend, cool down, leave, end."""

from dataclasses import replace

from kiosk.session import commands as cmd
from kiosk.session import courses, rotation, safety, steps, wall
from kiosk.session.book import ACTIVE, Book, move
from kiosk.session.course import (
    CommandRefused,
    check_group_plan,
    ends_by_button,
    ends_by_own_distance,
    main_course,
    recorded_index,
)
from kiosk.session.entering import enter
from kiosk.session.follower import Follower
from kiosk.session.phases import Move, after
from kiosk.session.records import AthleteClosed, SessionOpened
from kiosk.session.state import Course, Phase, Session
from kiosk.training.plan import Plan
from kiosk.words import named, text


def start(book: Book, command: cmd.Start) -> None:
    if command.session_id in book.state.sessions:
        return  # a second tap on the same button
    followers = [book.followers[i] for i in command.athlete_ids if i in book.followers]
    ready = [f for f in followers if after(f.participant.phase, Move.START)]
    _check_start(book, command, ready)
    session = new_session(book, command.session_id, command.plan, command.clock)
    wall.remember(book, session.id, book.second_began(command.at))
    book.out.append(
        SessionOpened(
            session_id=session.id,
            utc_ms=book.utc_ms(book.second_began(command.at)),
            clock=session.clock,
            protocol_id=session.plan.protocol_id,
            protocol_name=session.plan.name,
            plan_json=session.plan.to_json(),
            supervised=command.supervised,
            synchronised=book.synchronised,
        )
    )
    for follower in ready:
        enter(book, session, follower, command.at)
    rotation.moved_on(book, session, command.at)
    for follower in ready:
        steps.begin(book, session, follower, command.at)


def _check_start(book: Book, command: cmd.Start, ready: list[Follower]) -> None:
    safety.check_not_stopped(book)
    if not ready:
        raise CommandRefused(text("Nobody is ready to start: tap in first."))
    if command.clock == "own" and len(ready) > 1:
        raise CommandRefused(text("An own clock is for one athlete: start the others as a class."))
    if command.clock == "own" and command.plan.rotation is not None:
        raise CommandRefused(
            text("{plan} changes places: start it as a class.", plan=named(command.plan.name))
        )
    if command.clock == "group":
        check_group_plan(command.plan)
        rotation.check(book.stations.values(), command.plan, len(ready))
    today = book.today(command.at)
    for follower in ready:
        athlete = follower.participant.athlete
        safety.check_maximal(command.plan, athlete, today, supervised=command.supervised)


def pause(book: Book, command: cmd.Pause) -> None:
    session = book.session(command.session_id)
    if command.athlete_id is not None and session.clock == "group":
        follower = _member(book, session, command.athlete_id)
        if move(follower.participant, Move.PAUSE):
            follower.paused_alone = True
            book.note(session, command.at, "pause", follower.participant)
    elif move(session, Move.PAUSE):
        for follower in book.members(session, Phase.RUNNING):
            move(follower.participant, Move.PAUSE)
        book.note(session, command.at, "pause")


def resume(book: Book, command: cmd.Resume) -> None:
    session = book.session(command.session_id)
    safety.check_not_stopped(book)
    if command.athlete_id is not None and session.clock == "group":
        follower = _member(book, session, command.athlete_id)
        follower.paused_alone = False
        if session.phase is Phase.RUNNING and move(follower.participant, Move.RESUME):
            book.note(session, command.at, "resume", follower.participant)
    elif move(session, Move.RESUME):
        for follower in book.members(session, Phase.PAUSED):
            if not follower.paused_alone:
                move(follower.participant, Move.RESUME)
        book.note(session, command.at, "resume")


def skip(book: Book, command: cmd.Skip) -> None:
    """Ends the present step, for all of the class or for one; of a rotation the present segment.

    A cool-down that does not wait for the button is not skipped: who must go leaves.
    """
    session = book.session(command.session_id)
    if session.phase not in ACTIVE:
        return
    one = _one_of(book, session, command.athlete_id)
    present = session.main if one is None else session.course(one.participant.athlete.id)
    is_button = ends_by_button(present)
    if present.step.kind == "cool-down" and not is_button:
        raise CommandRefused(
            text(
                "The cool-down belongs to the workout: make it as easy as you like, or leave "
                "or end the session if you must go."
            )
        )
    course = _course_of(book, session, one, command.at)
    if course is None:
        return
    who = None if one is None else one.participant
    kind = "button" if is_button else "skip"
    book.note(session, command.at, kind, who, step_index=recorded_index(session, course))
    if kind == "skip" and one is not None:
        book.note(session, command.at, "partial", who, why="skip")
    elif kind == "skip":
        for follower in book.members(session, *ACTIVE):
            if follower.way is None:
                book.note(session, command.at, "partial", follower.participant, why="skip")
    if course is session.main:
        rotation.skip_segment(session)
    courses.go_on(book, session, course, command.at)


def extend(book: Book, command: cmd.Extend) -> None:
    session = book.session(command.session_id)
    if session.phase not in ACTIVE:
        return
    one = _one_of(book, session, command.athlete_id)
    present = session.main
    if one is not None:  # on a way of their own: there a class's window of metres is metres again
        present = replace(session.course(one.participant.athlete.id), clock="own")
    if ends_by_button(present) or ends_by_own_distance(present, present.step):
        raise CommandRefused(text("This step does not end by time, so it cannot be made longer."))
    if not 0 < command.seconds <= 3600:
        raise CommandRefused(text("A step can be made longer by up to an hour at a time."))
    course = _course_of(book, session, one, command.at)
    if course is None:
        return
    who = None if one is None else one.participant
    if course is session.main:
        rotation.extend(book, session, command.seconds)
    else:
        course.extended_s += command.seconds
    index = recorded_index(session, course)
    book.note(session, command.at, "extend", who, step_index=index, seconds=command.seconds)


def cool_down(book: Book, command: cmd.CoolDown) -> None:
    follower = book.follower(command.athlete_id)
    who = follower.participant
    session = book.session_of(who)
    if session is None or who.phase not in ACTIVE:
        raise CommandRefused(text("There is nothing to cool down from: start a workout first."))
    courses.cool_down(book, session, follower, command.at, "athlete")


def _one_of(book: Book, session: Session, athlete_id: int | None) -> Follower | None:
    """The athlete of a class whom alone it is about; None for everybody on the session's clock."""
    if athlete_id is None or session.clock == "own":
        return None
    follower = _member(book, session, athlete_id)
    who = follower.participant
    if who.late_warm_up_s:
        raise CommandRefused(
            text(
                "{name} has come late and warms up first: that is not made shorter or longer.",
                name=who.athlete.name,
            )
        )
    return follower


def _member(book: Book, session: Session, athlete_id: int) -> Follower:
    follower = book.follower(athlete_id)
    who = follower.participant
    if who.session_id != session.id or who.phase not in ACTIVE:
        raise CommandRefused(
            text("{name} is not in that class: let them join it first.", name=who.athlete.name)
        )
    return follower


def _course_of(book: Book, session: Session, one: Follower | None, at: float) -> Course | None:
    """The way it is about: one's own is made where there was none; None when the class is done."""
    if one is not None:
        return courses.own_course(book, session, one, at)
    return None if session.is_main_over else session.main


def leave(book: Book, command: cmd.Leave) -> None:
    follower = book.follower(command.athlete_id)
    who = follower.participant
    session = book.session_of(who)
    was_active = who.phase in ACTIVE
    if not move(who, Move.LEAVE) or session is None or not was_active:
        return
    book.note(session, command.at, "leave", who)
    courses.let_go(book, session, follower, command.at)
    at_ms = book.utc_ms(command.at)
    book.out.append(AthleteClosed(session.id, who.athlete.id, at_ms, "left"))
    if not book.members(session, *ACTIVE):
        courses.close(book, session, command.at, "ended")


def end(book: Book, command: cmd.End) -> None:
    session = book.session(command.session_id)
    if session.phase in ACTIVE:
        courses.close(book, session, command.at, command.reason)


def new_session(book: Book, session_id: int, plan: Plan, clock: cmd.ClockKind) -> Session:
    session = Session(session_id, plan, clock, Phase.READY, [], main_course(plan, clock))
    move(session, Move.START)
    book.state.sessions[session_id] = session
    rotation.open_seats(book, session)
    return session
