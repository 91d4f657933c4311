"""Why a coach should look at somebody: what is so with them now, and how to say it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from kiosk.session import others
from kiosk.session.state import Alert, KioskState, Participant, Phase, Session, Signal
from kiosk.training.guidance import Verdict
from kiosk.training.zones import shown
from kiosk.words import Number, Text, text


class Why(IntEnum):
    """Why the coach should go there, the most urgent first."""

    ALL_RIGHT = 0
    COOLING_DOWN = 1
    RECOVERY_WALK = 2
    NO_HEART_RATE = 3
    """In hard work, for a minute."""
    OVER = 4
    STRAP = 5
    GRADE = 6
    GATE = 7
    UNDER = 8
    PAUSED = 9
    IDLE = 10


LAST_ALARM = Why.NO_HEART_RATE
"""From here up somebody is called for: it is heard too, and waits for nobody."""
_ALERTS = {
    Alert.ARE_YOU_ALL_RIGHT: Why.ALL_RIGHT,
    Alert.COOLING_DOWN: Why.COOLING_DOWN,
    Alert.RECOVERY_WALK: Why.RECOVERY_WALK,
    Alert.NO_SIGNAL: Why.NO_HEART_RATE,
}
_PLAIN = {
    Why.ALL_RIGHT: text("ask: are you all right?"),
    Why.COOLING_DOWN: text("too high twice: cooling down"),
    Why.RECOVERY_WALK: text("too high: on a recovery walk"),
    Why.NO_HEART_RATE: text("no heart rate in hard work"),
}


@dataclass(frozen=True, slots=True)
class Need:
    """One person the coach should look at."""

    athlete_id: int
    name: str
    why: Why
    words: Text
    """Without the name, and without a number that they do not show to others."""

    @property
    def is_alarm(self) -> bool:
        return self.why <= LAST_ALARM


def reasons(who: Participant, state: KioskState) -> Iterator[Why]:
    """All that is so with somebody at this moment."""
    session = None if who.session_id is None else state.sessions.get(who.session_id)
    if who.phase is Phase.READY and any(s.phase is Phase.RUNNING for s in state.sessions.values()):
        yield Why.IDLE
    if session is None or session.phase is not Phase.RUNNING:
        return
    if who.phase is Phase.PAUSED:
        yield Why.PAUSED
    if who.alert is not None and who.phase in (Phase.RUNNING, Phase.PAUSED):
        yield _ALERTS[who.alert]
    if who.phase is Phase.RUNNING:
        yield from _in_a_step(who, session, state)


def _in_a_step(who: Participant, session: Session, state: KioskState) -> Iterator[Why]:
    is_guided = who.late_warm_up_s == 0 and not who.resting
    if who.signal in (Signal.CHECK, Signal.NOT_WORN) and not who.athlete.is_effort_only:
        yield Why.STRAP
    if is_guided and not who.by_effort and who.detour in (None, "own way"):
        if who.verdict is Verdict.OVER:
            yield Why.OVER
        elif who.verdict is Verdict.UNDER:
            yield Why.UNDER
    if is_guided and _is_grade_amiss(who, state):
        yield Why.GRADE
    course = session.course(who.athlete.id)
    gate = course.step.gate
    if gate is not None and course.step.duration_s is None and course.step_s >= gate.at_least_s:
        yield Why.GATE


def _is_grade_amiss(who: Participant, state: KioskState) -> bool:
    """Where there never was a sensor nobody can mend that, and the athlete is asked instead."""
    if who.grade_prompt != "unknown" or who.station is None:
        return who.grade_prompt == "set"
    device = f"incline:{who.station}"
    return device in state.devices or device in state.values


def words(why: Why, who: Participant, for_s: float) -> Text:
    """Why the coach should look at them, after it has been so for some seconds."""
    lasting = _span(for_s)
    if why in _PLAIN:
        return _PLAIN[why]
    if why in (Why.OVER, Why.UNDER):
        return _beyond(why, who, lasting)
    if why is Why.GRADE and who.grade_prompt == "unknown":
        return text("grade unknown")
    if why is Why.GRADE:
        wanted = who.wanted_grade_percent
        return text("grade not at {grade} %", grade=Number(wanted or 0.0, 1))
    return _waiting(why, who, lasting)


def _waiting(why: Why, who: Participant, lasting: Text) -> Text:
    if why is Why.STRAP and who.signal is Signal.NOT_WORN:
        return text("strap not worn for {span}", span=lasting)
    if why is Why.STRAP:
        return text("strap silent for {span}", span=lasting)
    if why is Why.GATE:
        return text("waits for the heart: {span}", span=lasting)
    if why is Why.PAUSED:
        return text("paused for {span}", span=lasting)
    return text("not started for {span}", span=lasting)


def _beyond(why: Why, who: Participant, lasting: Text) -> Text:
    """By as much as they let others see: a limit in bpm would tell where their heart is."""
    if who.band is None or others.shows(who) == "zone":
        if why is Why.OVER:
            return text("above the target for {span}", span=lasting)
        return text("below the target for {span}", span=lasting)
    limit = shown(who.band)[1 if why is Why.OVER else 0]
    if others.shows(who) == "percent":
        share = others.percent_of_max(who, limit)
        if why is Why.OVER:
            return text("over {share} % for {span}", share=share, span=lasting)
        return text("under {share} % for {span}", share=share, span=lasting)
    if why is Why.OVER:
        return text("over {bpm} for {span}", bpm=limit, span=lasting)
    return text("under {bpm} for {span}", bpm=limit, span=lasting)


def _span(seconds: float) -> Text:
    """In tens of seconds, from two minutes on in minutes: a number that counts draws the eye."""
    if seconds < 120:
        return text("{count} s", count=max(10, int(seconds // 10) * 10))
    return text("{count} min", count=int(seconds // 60))
