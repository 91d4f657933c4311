"""What an athlete's coach says and decides, second by second, and what is done about it."""

from kiosk.session import commands as cmd
from kiosk.session import courses, gates, steps
from kiosk.session.book import ACTIVE, Book
from kiosk.session.course import (
    CommandRefused,
    following,
    recorded_index,
    step_length_s,
    time_left_s,
)
from kiosk.session.follower import Follower
from kiosk.session.records import JsonValue
from kiosk.session.state import Alert, Course, Detour, Session
from kiosk.training.coach import Order, Stand
from kiosk.training.cues import Cue
from kiosk.training.plan import Step
from kiosk.words import text

CUE_KEPT_S = 20
"""After so long nobody needs to be told any more."""
_ALERTS: dict[Order, Alert] = {
    "walk": Alert.RECOVERY_WALK,
    "cool-down": Alert.COOLING_DOWN,
    "are you all right": Alert.ARE_YOU_ALL_RIGHT,
    "no signal": Alert.NO_SIGNAL,
}


def follow(book: Book, session: Session, follower: Follower, ended: float) -> tuple[Order, ...]:
    """Has the coach judge the second that ended; its cues are shown and noted at once, what it
    decides is to be carried out when the second has been recorded.
    """
    who = follower.participant
    course = session.course(who.athlete.id)
    if course.step.gate is not None and not who.late_warm_up_s:
        gates.look(course.step.gate, follower, book.today(ended))
    cues, orders = follower.follow(_stand(session, follower, course))
    _note_grade(book, session, follower, ended)
    for cue in cues:
        _say(book, session, follower, cue, ended)
    if who.cue is not None and who.elapsed_s - who.cue.at_s > CUE_KEPT_S:
        who.cue = None
    if who.alert is Alert.NO_SIGNAL and follower.last_bpm is not None:
        who.alert = Alert.RECOVERY_WALK if follower.coach.is_walking else None
    who.detour = _detour(follower)
    return orders


def carry_out(book: Book, session: Session, follower: Follower, order: Order, at: float) -> None:
    """Does what the coach has decided, unless the session has ended for them meanwhile."""
    who = follower.participant
    if who.session_id != session.id or who.phase not in ACTIVE:
        return
    if order == "rejoin":
        if who.alert is Alert.RECOVERY_WALK:
            who.alert = None
        book.note(session, at, "walk", who, state="over")
        return
    alert = _ALERTS[order]
    if who.alert is not Alert.ARE_YOU_ALL_RIGHT:  # that one stays until somebody has been there
        who.alert = alert
    book.note(session, at, "alert", who, code=str(alert))
    if order == "walk":
        session.walks[who.athlete.id] = follower.coach.walks
        book.note(session, at, "walk", who, state="begun")
    elif order == "cool-down":
        courses.cool_down(book, session, follower, at, "ceiling")


def rate_effort(book: Book, command: cmd.RateEffort) -> None:
    follower, session, course = _in_session(book, command.athlete_id)
    if not 1 <= command.rpe <= 10:
        raise CommandRefused(text("An effort is rated from 1 to 10: touch one of these."))
    who = follower.participant
    follower.coach.rate(command.rpe)
    who.rated_rpe, who.wants_rating = command.rpe, False
    index = recorded_index(session, course)
    book.note(session, command.at, "effort", who, rpe=command.rpe, step_index=index)


def confirm_grade(book: Book, command: cmd.ConfirmGrade) -> None:
    follower, session, _ = _in_session(book, command.athlete_id)
    who = follower.participant
    if who.wanted_grade_percent is None:
        return  # the step that asked has just ended
    follower.coach.confirm_grade()
    who.grade_prompt = follower.coach.grade_prompt
    if who.grade_prompt != "agreed" or follower.is_grade_noted:
        return  # a sensor says otherwise, or has said so already
    follower.is_grade_noted = True
    percent = round(who.wanted_grade_percent, 1)
    book.note(session, command.at, "grade", who, percent=percent, by="athlete")


def log_set(book: Book, command: cmd.LogSet) -> None:
    """What was done of the step just now, or of the one before a rest."""
    follower, session, course = _in_session(book, command.athlete_id)
    place = next(
        (n for n in range(course.place, -1, -1) if _step_at(course, n).kind == "work"), None
    )
    if place is None:
        raise CommandRefused(text("There is nothing to log yet: wait for the first exercise."))
    step = _step_at(course, place)
    reps = step.reps if command.reps is None else command.reps
    load_kg = step.load_kg if command.load_kg is None else command.load_kg
    side = command.side or step.side
    if (reps is not None and not 0 <= reps <= 1000) or (
        load_kg is not None and not 0 <= load_kg <= 1000
    ):
        raise CommandRefused(
            text("Repetitions and kilograms are between 0 and 1000: enter them again.")
        )
    known: dict[str, JsonValue] = {"reps": reps, "load_kg": load_kg, "side": side}
    book.note(
        session,
        command.at,
        "set",
        follower.participant,
        step_index=course.path[place],
        name=step.name,
        **{key: value for key, value in known.items() if value is not None},
        completed=command.completed,
    )


def _step_at(course: Course, place: int) -> Step:
    return course.plan.steps[course.path[place]]


def _in_session(book: Book, athlete_id: int) -> tuple[Follower, Session, Course]:
    follower = book.follower(athlete_id)
    session = book.session_of(follower.participant)
    if session is None or follower.participant.phase not in ACTIVE:
        raise CommandRefused(text("That is for a workout that is running: start one first."))
    return follower, session, session.course(athlete_id)


def _stand(session: Session, follower: Follower, course: Course) -> Stand:
    who = follower.participant
    if who.late_warm_up_s:
        return Stand(
            step=steps.LATE_WARM_UP,
            step_s=follower.warmed_s,
            elapsed_s=who.elapsed_s,
            left_s=who.late_warm_up_s - 1,
            following=None,
            is_resting=who.resting,
        )
    length = None if course.step.gate is not None else step_length_s(course)
    return Stand(
        step=course.step,
        step_s=course.step_s,
        elapsed_s=who.elapsed_s,
        left_s=None if length is None else max(0, (time_left_s(course) or 0) - 1),
        following=following(session, who.athlete.id),
        wanted_grade_percent=who.wanted_grade_percent,
        wanted_speed_kmh=who.wanted_speed_kmh,
        is_resting=who.resting,
    )


def _say(book: Book, session: Session, follower: Follower, cue: Cue, at: float) -> None:
    who = follower.participant
    who.cue = cue
    amount = {} if cue.amount is None else {"amount": round(cue.amount, 2)}
    book.note(session, at, "cue", who, code=str(cue.code), **amount)


def _note_grade(book: Book, session: Session, follower: Follower, at: float) -> None:
    """Once in every step, when the deck is where the step wants it."""
    who = follower.participant
    who.grade_prompt = follower.coach.grade_prompt
    wanted = who.wanted_grade_percent
    if who.grade_prompt == "agreed" and not follower.is_grade_noted and wanted is not None:
        follower.is_grade_noted = True
        book.note(session, at, "grade", who, percent=round(wanted, 1), by="sensor")


def _detour(follower: Follower) -> Detour | None:
    if follower.participant.late_warm_up_s:
        return "late warm-up"
    return "recovery walk" if follower.coach.is_walking else follower.way
