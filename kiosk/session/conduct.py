"""What people do with sessions: start, join late, pause, resume, skip, extend, leave, end."""

from kiosk.session import commands as cmd
from kiosk.session import places
from kiosk.session.book import ACTIVE, Book, move
from kiosk.session.course import CommandRefused, check_group_plan, ends_by_own_distance
from kiosk.session.follower import Follower
from kiosk.session.phases import Move, after
from kiosk.session.records import AthleteClosed, AthleteJoined, SessionOpened
from kiosk.session.seconds import close, go_on
from kiosk.session.state import Course, Phase, Session
from kiosk.training.plan import Plan

LATE_WARM_UP_S = 600


def start(book: Book, command: cmd.Start) -> None:
    if command.session_id in book.state.sessions:
        return  # a second tap on the same button
    followers = [book.followers[i] for i in command.athlete_ids if i in book.followers]
    ready = [f for f in followers if after(f.participant.phase, Move.START)]
    if not ready:
        raise CommandRefused("Nobody is ready to start: tap in first.")
    if command.clock == "own" and len(ready) > 1:
        raise CommandRefused("An own clock is for one athlete: start the others as a class.")
    if command.clock == "group":
        check_group_plan(command.plan)
    session = _new_session(book, command.session_id, command.plan, command.clock)
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
        _enter(book, session, follower, command.at)
        follower.begin_step(session.main.step)
        book.note_step(session, follower, command.at)


def join(book: Book, command: cmd.Join) -> None:
    session = book.session(command.session_id)
    if session.clock == "own" or session.phase not in ACTIVE:
        raise CommandRefused("That class is not running any more: start a workout instead.")
    follower = book.follower(command.athlete_id)
    who = follower.participant
    if after(who.phase, Move.START) is None:
        return
    back = who.athlete.id in session.rows
    follower.paused_alone = False
    if back:
        move(who, Move.START)
        who.session_id, who.elapsed_s = session.id, session.rows[who.athlete.id]
    else:
        _enter(book, session, follower, command.at, late=session.elapsed_s > 0)
    if session.phase is Phase.PAUSED:
        move(who, Move.PAUSE)
    who.late_warm_up_s = 0 if back or session.elapsed_s == 0 else warm_up_owed(session)
    book.note(session, command.at, "join", who, late_warm_up_s=who.late_warm_up_s)
    if who.late_warm_up_s:
        follower.leave_step()
    else:
        follower.begin_step(session.main.step, session.main.step_s)
        book.note_step(session, follower, command.at)


def pause(book: Book, command: cmd.Pause) -> None:
    session = book.session(command.session_id)
    if command.athlete_id is not None and session.clock == "group":
        follower = book.follower(command.athlete_id)
        if move(follower.participant, Move.PAUSE):
            follower.paused_alone = True
            book.note(session, command.at, "pause", follower.participant)
    elif move(session, Move.PAUSE):
        for follower in book.members(session, Phase.RUNNING):
            move(follower.participant, Move.PAUSE)
        book.note(session, command.at, "pause")


def resume(book: Book, command: cmd.Resume) -> None:
    session = book.session(command.session_id)
    if command.athlete_id is not None and session.clock == "group":
        follower = book.follower(command.athlete_id)
        follower.paused_alone = False
        if session.phase is Phase.RUNNING and move(follower.participant, Move.RESUME):
            book.note(session, command.at, "resume", follower.participant)
    elif move(session, Move.RESUME):
        for follower in book.members(session, Phase.PAUSED):
            if not follower.paused_alone:
                move(follower.participant, Move.RESUME)
        book.note(session, command.at, "resume")


def skip(book: Book, command: cmd.Skip) -> None:
    session = book.session(command.session_id)
    if session.phase in ACTIVE:
        kind = "button" if session.main.step.waits_for_button else "skip"
        book.note(session, command.at, kind, step_index=session.main.step_index)
        go_on(book, session, command.at)


def extend(book: Book, command: cmd.Extend) -> None:
    session = book.session(command.session_id)
    if session.phase not in ACTIVE:
        return
    if session.main.step.waits_for_button or ends_by_own_distance(session.main, session.main.step):
        raise CommandRefused("This step does not end by time, so it cannot be made longer.")
    if not 0 < command.seconds <= 3600:
        raise CommandRefused("A step can be made longer by up to an hour at a time.")
    session.main.extended_s += command.seconds
    index = session.main.step_index
    book.note(session, command.at, "extend", step_index=index, seconds=command.seconds)


def leave(book: Book, command: cmd.Leave) -> None:
    follower = book.follower(command.athlete_id)
    who = follower.participant
    session = book.session_of(who)
    was_active = who.phase in ACTIVE
    if not move(who, Move.LEAVE) or session is None or not was_active:
        return
    follower.leave_step()
    places.free(book, follower, command.at)
    who.ended_at = command.at
    book.note(session, command.at, "leave", who)
    at_ms = book.utc_ms(command.at)
    book.out.append(AthleteClosed(session.id, who.athlete.id, at_ms, "left"))
    if not book.members(session, *ACTIVE):
        close(book, session, command.at, "ended")


def end(book: Book, command: cmd.End) -> None:
    session = book.session(command.session_id)
    if session.phase in ACTIVE:
        close(book, session, command.at, command.reason)


def check_restore(book: Book, command: cmd.Restore) -> None:
    """Raises CommandRefused when the cut session cannot be picked up now."""
    if command.clock == "group" and any(s.clock == "group" for s in book.active_sessions()):
        raise CommandRefused(
            "Another class is running: end it, start the kiosk again and resume the cut one then."
        )
    if all(is_busy(book, saved.athlete.id) for saved in command.athletes):
        raise CommandRefused(
            "Everybody of the session that was cut is training in another one: end that, start the "
            "kiosk again and resume."
        )


def is_busy(book: Book, athlete_id: int) -> bool:
    """Whether they are training just now."""
    follower = book.followers.get(athlete_id)
    return follower is not None and follower.participant.phase in ACTIVE


def restore(book: Book, command: cmd.Restore) -> None:
    """Picks a cut session up; it has been checked, and its athletes have been tapped in."""
    free = [saved for saved in command.athletes if not is_busy(book, saved.athlete.id)]
    busy = [(a.athlete.id, a.elapsed_s) for a in command.athletes if a not in free]
    session = _new_session(book, command.session_id, command.plan, command.clock)
    for athlete_id, rows in (*command.gone, *busy):
        session.athlete_ids.append(athlete_id)
        session.rows[athlete_id] = rows
    session.main.place, session.main.step_s = command.step_index, command.step_s
    session.main.extended_s, session.elapsed_s = command.extended_s, command.elapsed_s
    for saved in free:
        follower = book.follower(saved.athlete.id)
        who = follower.participant
        move(who, Move.START)
        who.session_id, who.elapsed_s = session.id, saved.elapsed_s
        who.late_warm_up_s = saved.late_warm_up_s
        session.athlete_ids.append(saved.athlete.id)
        session.rows[saved.athlete.id] = saved.elapsed_s
        session.main.step_distance_m = saved.step_distance_m
        if not who.late_warm_up_s:
            follower.begin_step(session.main.step, saved.eased_from_s, saved.hr0_bpm)
        who.resting, who.ascent_m = saved.is_resting and who.station is None, saved.ascent_m
        follower.paused_alone = saved.is_paused
        if saved.is_paused:
            move(who, Move.PAUSE)
    gap_s = (book.utc_ms(command.at) - command.last_utc_ms) // 1000 - 1
    book.note(session, command.at, "resumed-after-cut", gap_s=max(0, gap_s))


def _new_session(book: Book, session_id: int, plan: Plan, clock: cmd.ClockKind) -> Session:
    course = Course(plan, clock, tuple(range(len(plan.steps))))
    session = Session(session_id, plan, clock, Phase.READY, [], course)
    move(session, Move.START)
    book.state.sessions[session_id] = session
    return session


def _enter(book: Book, session: Session, follower: Follower, at: float, late: bool = False) -> None:
    who = follower.participant
    move(who, Move.START)
    who.session_id = session.id
    who.elapsed_s = who.late_warm_up_s = 0
    who.resting, who.ascent_m = False, 0.0
    who.trace.clear()
    follower.paused_alone = False
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
    book.forget_finished()


def warm_up_owed(session: Session) -> int:
    """A late joiner warms up ten minutes, counting what is left of the class's own warm-up."""
    owed = LATE_WARM_UP_S
    if session.main.step.kind == "warm-up" and session.main.step.planned_s is not None:
        owed -= max(0, session.main.step.planned_s + session.main.extended_s - session.main.step_s)
    return max(0, owed)
