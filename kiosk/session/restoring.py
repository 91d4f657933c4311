"""Picking a cut session up where it was: its clocks, its people, their places and ways."""

from dataclasses import replace

from kiosk.session import commands as cmd
from kiosk.session import courses, rotation, safety, steps, straps
from kiosk.session.book import ACTIVE, Book, move
from kiosk.session.conduct import new_session
from kiosk.session.course import CommandRefused, go_to
from kiosk.session.entering import ceiling_in, clear
from kiosk.session.follower import Follower
from kiosk.session.people import tap_in
from kiosk.session.phases import Move
from kiosk.session.state import Course, Session
from kiosk.words import text


def restore(book: Book, command: cmd.Restore) -> None:
    """Taps the athletes of a cut session in, puts their straps on them, and goes on with it."""
    if command.session_id in book.state.sessions:
        return
    _check(book, command)
    free = [saved for saved in command.athletes if not _is_busy(book, saved.athlete.id)]
    for saved in command.athletes:
        tap_in(book, cmd.TapIn(command.at, saved.athlete, saved.station if saved in free else None))
    _go_on(book, command, free)
    for saved in free:
        if saved.strap is not None:
            straps.restore(book, book.followers[saved.athlete.id], saved.strap, command.at)


def _check(book: Book, command: cmd.Restore) -> None:
    """Raises CommandRefused when the cut session cannot be picked up now."""
    safety.check_not_stopped(book)
    if command.clock == "group" and any(s.clock == "group" for s in book.active_sessions()):
        raise CommandRefused(
            text(
                "Another class is running: end it, start the kiosk again and resume the cut "
                "one then."
            )
        )
    if all(_is_busy(book, saved.athlete.id) for saved in command.athletes):
        raise CommandRefused(
            text(
                "Everybody of the session that was cut is training in another one: end that, "
                "start the kiosk again and resume."
            )
        )


def _is_busy(book: Book, athlete_id: int) -> bool:
    """Whether they are training just now."""
    follower = book.followers.get(athlete_id)
    return follower is not None and follower.participant.phase in ACTIVE


def _go_on(book: Book, command: cmd.Restore, free: list[cmd.ResumeAthlete]) -> None:
    busy = [(a.athlete.id, a.elapsed_s) for a in command.athletes if a not in free]
    session = new_session(book, command.session_id, command.plan, command.clock)
    for athlete_id, rows in (*command.gone, *busy):
        session.athlete_ids.append(athlete_id)
        session.rows[athlete_id] = rows
    _put_clock_back(session, command)
    for saved in free:
        _put_back(book, session, saved, command.at)
    gap_s = (book.utc_ms(command.at) - command.last_utc_ms) // 1000 - 1
    book.note(session, command.at, "resumed-after-cut", gap_s=max(0, gap_s))


def _put_clock_back(session: Session, command: cmd.Restore) -> None:
    main = session.main
    if command.step_index in main.path:
        go_to(main, main.path.index(command.step_index))
    main.step_s, main.extended_s = command.step_s, command.extended_s
    session.elapsed_s = command.elapsed_s
    rotation.restore_main(session, command.block, command.in_block_s)


def _put_back(book: Book, session: Session, saved: cmd.ResumeAthlete, at: float) -> None:
    follower = book.follower(saved.athlete.id)
    who = follower.participant
    move(who, Move.START)
    clear(follower)
    who.session_id, who.elapsed_s = session.id, saved.elapsed_s
    session.athlete_ids.append(saved.athlete.id)
    session.rows[saved.athlete.id] = saved.elapsed_s
    who.ceiling_hr = ceiling_in(session, follower)
    follower.coach.begin_session(who.ceiling_hr)
    follower.coach.restore(walks=saved.walks, is_walking=saved.is_walking)
    session.walks[saved.athlete.id] = saved.walks
    who.late_warm_up_s = follower.owed_s = saved.late_warm_up_s
    follower.warmed_s = 0
    if saved.aim_index is not None or saved.late_warm_up_s:
        follower.ladder = steps.ladder_for(book, follower, session.plan, at, saved.aim_index)
    _put_on_way(book, session, follower, saved)
    if who.late_warm_up_s:
        who.detour = "late warm-up"
        follower.begin_step(steps.LATE_WARM_UP)
    else:
        step = session.course(who.athlete.id).step
        aim = steps.aim_of(session, follower, step)
        follower.begin_step(step, saved.eased_from_s, saved.hr0_bpm, aim)
    who.resting = saved.is_resting and who.station is None and not saved.lanes
    who.ascent_m = saved.ascent_m
    follower.paused_alone = saved.is_paused
    if saved.is_paused:
        move(who, Move.PAUSE)


def _put_on_way(book: Book, session: Session, follower: Follower, saved: cmd.ResumeAthlete) -> None:
    """Onto the way they were on: the class's, a lane, or one of their own."""
    who = follower.participant
    if saved.own_way is not None:
        course = _own_course(session, saved)
        if session.clock == "own":
            session.main = course
        else:
            session.others[who.athlete.id] = course
        follower.way = who.detour = saved.own_way
    elif session.clock == "own":
        session.main.step_distance_m = saved.step_distance_m
    elif saved.lanes and session.block is not None:
        book.seats[session.id].remember(who.athlete.id, saved.lanes, saved.next_station)
        if who.late_warm_up_s:  # back again: what they have had counts, their place is to come
            rotation.forget(book, session, who.athlete.id)
        rotation.restore_lane(book, session, follower, saved.step_index, saved.step_s)


def _own_course(session: Session, saved: cmd.ResumeAthlete) -> Course:
    if saved.own_way == "own cool-down":
        course = courses.cool_down_course(session)
        place = 0 if saved.step_index not in course.path else course.path.index(saved.step_index)
    else:
        course = replace(session.main, clock="own")
        place = course.path.index(saved.step_index) if saved.step_index in course.path else 0
    go_to(course, place)
    course.step_s, course.extended_s = saved.step_s, saved.extended_s
    course.step_distance_m = saved.step_distance_m
    return course
