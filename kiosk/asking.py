"""Which questions wait for whom, what may be answered, and when a question is out of date."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final, Literal

from kiosk.session.records import AnswerGiven
from kiosk.session.state import KioskState, Participant, Phase, Session
from kiosk.training import readiness
from kiosk.training.athlete import Athlete
from kiosk.training.past import AnswerKind, Past, PastAnswer, PastSession
from kiosk.training.plan import Plan
from kiosk.training.schedule import COUNTED_S, SORING
from kiosk.words import named, text

QuestionKind = AnswerKind | Literal["readiness"]
SORE_DAYS: Final = 4
"""So long after the work soreness is still from it; later it says nothing."""
HEARD_S: Final = 300
"""Back from the end of a step test, over its cool-down, to the beats that count."""
RATED_FROM_S: Final = 300
"""A session that ended sooner is not worth a rating."""
SCALE: Final = tuple((str(n), float(n)) for n in range(11))
YES_NO: Final = ((text("Yes"), 1.0), (text("No"), 0.0))
RAILS: Final = ((text("Hands off"), 0.0), (text("Touched"), 1.0), (text("Held"), 2.0))
TOUCHES: Final = ((text("None"), 0.0), ("1", 1.0), ("2", 2.0), (text("3 or more"), 3.0))
COUNTED: Final = {
    "queens-college-step": (
        text("How many beats did you count from second 5 to second 20?"),
        (15, 60),
    ),
    "ymca-step": (text("How many beats did you count in the minute after stepping?"), (40, 220)),
}
"""Of the tests that are read from beats: what to count, and the fewest and most that can be."""
SETTLED_KEPT: Final = 1000
"""So many answered or skipped questions are remembered: several evenings of a full house."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question to one athlete, answered by one touch."""

    athlete_id: int
    kind: str
    """A QuestionKind."""
    text: str
    answers: tuple[tuple[str, float], ...]
    """Words for the button and the value that App.answer gets, in order; for "readiness" 1 is
    "nothing applies to me" and 0 "something does". Empty where a number is to be typed.
    """
    session_id: int | None = None
    """What it is about; None: the day."""
    points: tuple[str, ...] = ()
    """To be read before answering, one a line."""
    number: tuple[int, int] | None = None
    """Lowest and highest whole number that may be typed."""
    may_skip: bool = True


@dataclass(frozen=True, slots=True)
class Case:
    """One athlete who is here, as questions look at them."""

    who: Participant
    athlete: Athlete
    """As the roster has them."""
    past: Past
    session: Session | None
    today: date | None


@dataclass(slots=True)
class Asking:
    """Remembers what was answered and skipped since the kiosk was started."""

    asks_readiness: bool = True
    _done: dict[tuple[int, str, int | None], None] = field(
        default_factory=dict[tuple[int, str, int | None], None]
    )
    """Athlete, kind, session: answered or skipped, the newest last."""
    _given: dict[int, list[PastAnswer]] = field(default_factory=dict[int, list[PastAnswer]])
    """By athlete, the newest first."""

    def waiting(self, case: Case) -> list[Question]:
        """What there is to ask this athlete now, the most urgent first.

        Nobody is asked while training. Readiness cannot be skipped and comes alone.
        """
        phase, athlete_id = case.who.phase, case.athlete.id
        if self.asks_readiness and readiness.is_due(case.athlete, case.today):
            return [_readiness(athlete_id)] if phase not in (Phase.RUNNING, Phase.PAUSED) else []
        if phase is Phase.READY:
            asked = _before(case)
        elif phase in (Phase.FINISHED, Phase.LEFT):
            asked = _after(case)
        else:
            return []
        return [q for q in asked if (athlete_id, q.kind, q.session_id) not in self._done]

    def settle(self, athlete_id: int, kind: str, session_id: int | None) -> None:
        """Answered or skipped: not asked again."""
        self._done[athlete_id, kind, session_id] = None
        while len(self._done) > SETTLED_KEPT:
            del self._done[next(iter(self._done))]

    def given(self, answer: AnswerGiven, today: date) -> None:
        """Kept until the disk has it."""
        said = PastAnswer(today, answer.utc_ms, answer.kind, answer.value, answer.session_id)
        self._given.setdefault(answer.athlete_id, []).insert(0, said)

    def with_given(self, athlete_id: int, past: Past) -> Past:
        """What the disk knows, and what has been answered since."""
        on_disk = {(a.kind, a.utc_ms) for a in past.answers}
        given = self._given.get(athlete_id, [])
        given = [a for a in given if (a.kind, a.utc_ms) not in on_disk]
        if not given:
            self._given.pop(athlete_id, None)
            return past
        self._given[athlete_id] = given
        answers = tuple(sorted((*given, *past.answers), key=lambda a: -a.utc_ms))
        sessions = tuple(_answered(session, given) for session in past.sessions)
        return replace(past, answers=answers, sessions=sessions)


def _answered(session: PastSession, given: list[PastAnswer]) -> PastSession:
    about = {a.kind: a.value for a in reversed(given) if a.session_id == session.session_id}
    return replace(session, answers={**session.answers, **about}) if about else session


# -- the questions -------------------------------------------------------------------------------


def _readiness(athlete_id: int) -> Question:
    return Question(
        athlete_id,
        "readiness",
        readiness.HEADING,
        readiness.ANSWERS,
        points=readiness.QUESTIONS,
        may_skip=False,
    )


def _before(case: Case) -> Iterator[Question]:
    """At the first tap-in of a later day after work that makes sore, once."""
    if case.today is None:
        return
    for session in case.past.sessions:
        days = (case.today - session.on).days
        if days > SORE_DAYS:
            return
        if days < 1 or session.category not in SORING or session.duration_s < COUNTED_S:
            continue
        sore = (a.on for a in case.past.answers if a.kind == "soreness")
        if not any(day > session.on for day in sore):
            words = text(
                "How sore are your legs after {workout}? 0 not at all, 10 worst",
                workout=named(session.protocol_name),
            )
            about = None if session.is_outside else session.session_id
            yield Question(case.athlete.id, "soreness", words, SCALE, about)
        return  # an older one would be asked about the same soreness


def _after(case: Case) -> Iterator[Question]:
    """About the session that has just ended for them: what its results wait for comes first."""
    if case.session is None:
        return
    plan, heard = case.session.plan, _was_heard(case.who)
    known = {a.kind for a in case.past.answers if a.session_id == case.session.id}
    for kind, words, answers, number in _asked_of(plan, case.who.elapsed_s, heard=heard):
        again = kind == "ran-today" and any(
            a.kind == kind and a.on == case.today for a in case.past.answers
        )
        if kind not in known and not again:
            session_id = case.session.id
            yield Question(case.athlete.id, kind, words, answers, session_id, number=number)


_Asked = tuple[AnswerKind, str, tuple[tuple[str, float], ...], tuple[int, int] | None]


def _asked_of(plan: Plan, seconds: int, *, heard: bool) -> Iterator[_Asked]:
    if plan.test == "cpat-stair":
        yield "dismounted", text("Did you step off after the start?"), YES_NO, None
        yield "rail-touches", text("How often did you touch the rails?"), TOUCHES, None
    if plan.test in COUNTED and not heard:
        yield "beats-counted", COUNTED[plan.test][0], (), COUNTED[plan.test][1]
    if seconds < RATED_FROM_S:
        return
    yield (
        "rpe",
        text("How hard was the whole session? 1 very easy, 10 all you had"),
        SCALE[1:],
        None,
    )
    if plan.category == "hike":
        yield "rails", text("Were your hands on the rails?"), RAILS, None
        yield "ran-today", text("Did you run before it today?"), YES_NO, None


def _was_heard(who: Participant) -> bool:
    """Whether a strap can have told the beats that would be counted by hand."""
    return any(point.bpm is not None for point in list(who.trace)[-HEARD_S:])


def about(state: KioskState, who: Participant) -> Session | None:
    """The session that ended last for somebody, while the kiosk still has it."""
    return None if who.session_id is None else state.sessions.get(who.session_id)
