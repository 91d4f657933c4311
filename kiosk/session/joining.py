"""Late joiners: in after a warm-up of their own, and no harder than they have shown they can."""

from kiosk.session import commands as cmd
from kiosk.session import rotation, safety, steps
from kiosk.session.book import ACTIVE, Book, move
from kiosk.session.course import CommandRefused, left_s
from kiosk.session.entering import ceiling_in, clear, enter
from kiosk.session.follower import Follower
from kiosk.session.phases import Move, after
from kiosk.session.state import Phase, Session
from kiosk.words import text

LATE_WARM_UP_S = 600
LEAST_WORK_S = 900
"""With less of the class's work to come, joining it is not worth a warm-up."""


def join(book: Book, command: cmd.Join) -> None:
    session = book.session(command.session_id)
    if session.clock == "own" or session.phase not in ACTIVE or session.is_main_over:
        raise CommandRefused(text("That class is not running any more: start a workout instead."))
    follower = book.follower(command.athlete_id)
    who = follower.participant
    if after(who.phase, Move.START) is None:
        return
    is_back, is_late = who.athlete.id in session.rows, session.elapsed_s > 0
    _check(book, session, follower, command.at, is_back=is_back)
    if is_back:
        _come_back(session, follower)
    else:
        enter(book, session, follower, command.at, late=is_late)
    if session.phase is Phase.PAUSED:
        move(who, Move.PAUSE)
    follower.warmed_s, follower.owed_s = 0, warm_up_owed(session) if is_late and not is_back else 0
    who.late_warm_up_s = follower.owed_s
    if rotation.stand(session) is not None:
        who.late_warm_up_s = rotation.s_to_change(session, follower.owed_s)
    book.note(session, command.at, "join", who, late_warm_up_s=who.late_warm_up_s)
    if is_late:
        book.note(session, command.at, "partial", who, why="leave" if is_back else "late")
        follower.ladder = steps.ladder_for(book, follower, session.plan, command.at)
    if who.late_warm_up_s:
        who.detour = "late warm-up"
        follower.begin_step(steps.LATE_WARM_UP)
    else:
        steps.begin(book, session, follower, command.at, session.main.step_s)


def _check(book: Book, session: Session, follower: Follower, at: float, *, is_back: bool) -> None:
    safety.check_not_stopped(book)
    safety.check_maximal(session.plan, follower.participant.athlete, book.today(at))
    rotation.check(book.stations.values(), session.plan, len(book.members(session, *ACTIVE)) + 1)
    left = left_s(session.main)
    if session.elapsed_s and not is_back and left is not None and left < LEAST_WORK_S:
        raise CommandRefused(
            text(
                "Less than {minutes} minutes of this class's work are left: start the "
                "half-hour step-up (step-up-30) on your own clock instead.",
                minutes=LEAST_WORK_S // 60,
            )
        )


def _come_back(session: Session, follower: Follower) -> None:
    who = follower.participant
    move(who, Move.START)
    if who.session_id != session.id:  # they have done something else meanwhile, or gone home
        clear(follower)
        who.ascent_m = 0.0
    who.session_id, who.elapsed_s = session.id, session.rows[who.athlete.id]
    follower.paused_alone = False
    who.ceiling_hr = ceiling_in(session, follower)
    follower.coach.begin_session(who.ceiling_hr)
    follower.coach.restore(walks=session.walks.get(who.athlete.id, 0))


def count_down_warm_up(book: Book, session: Session, follower: Follower, at: float) -> None:
    """A late joiner who has warmed up joins the step that the class is in; where places change,
    at the next change.
    """
    who = follower.participant
    follower.warmed_s += 1
    if who.late_warm_up_s > 1 or rotation.stand(session) is not None:
        who.late_warm_up_s = max(1, who.late_warm_up_s - 1)
        return
    who.late_warm_up_s = 0
    steps.begin(book, session, follower, at, session.main.step_s + 1)


def climb(book: Book, session: Session, follower: Follower, at: float) -> None:
    """A second of a late joiner's step is closed: once held, the next harder one is theirs."""
    who, coach = follower.participant, follower.coach
    course = session.course(who.athlete.id)
    if follower.ladder is None or who.resting or coach.is_walking:
        return
    held = steps.is_held(who, coach.control, by_effort=coach.by_effort)
    if follower.ladder.hold(follower.aim or course.step, is_held=held) and follower.aim is not None:
        steps.begin(book, session, follower, at, course.step_s + 1)


def warm_up_owed(session: Session) -> int:
    """A late joiner warms up ten minutes, counting what is left of the class's own warm-up."""
    owed, main = LATE_WARM_UP_S, session.main
    if main.step.kind == "warm-up" and main.step.planned_s is not None:
        owed -= max(0, main.step.planned_s + main.extended_s - main.step_s)
    return max(0, owed)
