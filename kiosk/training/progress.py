"""What has come of somebody's training: rows of results over time, each with a judgement."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from kiosk.training.athlete import Athlete
from kiosk.training.fitness_tests import TESTS
from kiosk.training.past import Past, PastSession
from kiosk.training.plan import Category
from kiosk.training.race import day_words
from kiosk.training.trends import (
    LEAST_SESSIONS,
    TYPICAL_ERROR,
    Better,
    Judgement,
    is_change,
    least_change,
    trend,
)
from kiosk.words import Number, Text, joined, text

JUDGED_DAYS: Final = 84
"""A trend is judged over twelve weeks: gains level off after one or two months, and an old rise
says nothing of now."""
SORENESS_DAYS: Final = 4
"""Muscles ache most one to three days after."""


@dataclass(frozen=True, slots=True)
class Point:
    """One value of one day."""

    on: date
    value: float


@dataclass(frozen=True, slots=True)
class Series:
    """One kind of result over time, the oldest first, and what to say of it."""

    key: str
    name: str
    unit: str
    digits: int
    better: Better
    points: tuple[Point, ...] = ()
    words: str = ""
    """The judgement: short, and no more than the numbers allow."""
    judgement: Judgement | None = None
    """None where only single changes are judged."""


@dataclass(frozen=True, slots=True)
class ProtocolHistory:
    """How often somebody did one workout, and how well; whole ones have a score."""

    protocol_id: str
    name: str
    count: int
    """Parts of it too."""
    last_on: date
    score: Series
    best: Point | None = None
    last: Point | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """Of one athlete, for a screen and for the command line."""

    economy: Series
    """Heart rate at 15 % and 4 mph."""
    climbing: Series
    """Beats per metre climbed."""
    protocols: tuple[ProtocolHistory, ...] = ()
    """The one done last first."""
    tests: tuple[Series, ...] = ()
    soreness: Series = Series(
        "soreness", text("Soreness after crushers"), text("of 10"), 0, "lower"
    )
    days_to_race: int | None = None
    """None without a race to come."""
    race_name: str = ""


def progress_of(past: Past, today: date, athlete: Athlete | None = None) -> Progress:
    """What has come of the training up to today; the athlete tells the race."""
    sessions = sorted(past.sessions, key=lambda session: session.started_utc_ms)
    race_on = None if athlete is None else athlete.race_on
    to_come = race_on is not None and race_on >= today
    return Progress(
        economy=_economy("hr_std", text("Heart rate at 15 %, 4 mph"), "bpm", 0, sessions, today),
        climbing=_economy(
            "beats_per_metre", text("Beats per metre climbed"), text("beats/m"), 2, sessions, today
        ),
        protocols=_protocols(sessions),
        tests=_tests(sessions),
        soreness=_soreness(past, sessions),
        days_to_race=(race_on - today).days if to_come and race_on is not None else None,
        race_name=athlete.race_name if to_come and athlete is not None else "",
    )


def _economy(
    key: str, name: str, unit: str, digits: int, sessions: Sequence[PastSession], today: date
) -> Series:
    free = (session for session in sessions if session.answers.get("rails", 0) < 1)
    points = _points(free, key)
    recent = [point for point in points if (today - point.on).days < JUDGED_DAYS]
    judged = trend([(point.on, point.value) for point in recent], "lower")
    words = _trend_words(recent, judged.judgement, digits, unit)
    if judged.per_week is not None:
        slope = judged.per_week
        shown = [_signed(value, max(1, digits)) for value in (slope.middle, slope.low, slope.high)]
        words = text(
            "{judgement}: {slope} {unit} a week ({low} to {high}).",
            judgement=words,
            slope=shown[0],
            unit=unit,
            low=shown[1],
            high=shown[2],
        )
    return Series(key, name, unit, digits, "lower", points, words, judged.judgement)


def _trend_words(recent: Sequence[Point], judgement: Judgement, digits: int, unit: str) -> str:
    if judgement == "improving":
        return text("Improving")
    if judgement == "worsening":
        return text("Getting worse")
    if judgement == "no clear trend":
        return text("No clear trend")
    if not recent:
        return text("No steady hike in the last 12 weeks: hold one grade and one speed for 4 min.")
    if len(recent) >= LEAST_SESSIONS:
        return text("Too few days for a trend.")
    words = text(
        "Too few sessions for a trend: {count} of {least}.", count=len(recent), least=LEAST_SESSIONS
    )
    if len(recent) < 2:
        return words
    return joined(" ", [words, _change_words(recent[0], recent[-1], TYPICAL_ERROR, digits, unit)])


def _change_words(before: Point, after: Point, error: float, digits: int, unit: str) -> str:
    """One change against what varies anyway; `error` as a fraction of the first value."""
    te = abs(before.value) * error
    change = _signed(after.value - before.value, digits)
    least = Number(least_change(te), max(1, digits))
    if is_change(before.value, after.value, te):
        return text(
            "{change} {unit} since {day}: more than chance ({least}).",
            change=change,
            unit=unit,
            day=day_words(before.on),
            least=least,
        )
    return text(
        "{change} {unit} since {day}: may be chance (up to {least}).",
        change=change,
        unit=unit,
        day=day_words(before.on),
        least=least,
    )


_SCORES: Final[dict[Category, Series]] = {
    "step-up": Series("step_up_score", text("Step-up score"), text("points"), 0, "higher"),
    "repeats": Series("steadiness", text("Pace varied by"), "%", 1, "lower"),
    "hike": Series("beats_per_metre", text("Beats per metre climbed"), text("beats/m"), 2, "lower"),
}
_HELD: Final = Series("time_in_band", text("Time in band"), "%", 0, "higher")


def _protocols(sessions: Sequence[PastSession]) -> tuple[ProtocolHistory, ...]:
    done: dict[str, list[PastSession]] = {}
    for session in sessions:
        done.setdefault(session.protocol_id, []).append(session)
    histories = [_history(each) for each in done.values()]
    return tuple(sorted(histories, key=lambda history: history.last_on, reverse=True))


def _history(sessions: Sequence[PastSession]) -> ProtocolHistory:
    newest = sessions[-1]
    test = TESTS.get(_test_of(newest) or "")
    score = _SCORES.get(newest.category, _HELD)
    if test is not None:
        score = Series("test_result", test.name, test.unit, test.digits, test.better)
    whole = (session for session in sessions if session.is_complete)
    points = _points(whole if test is None else sessions, score.key)
    pick = max if score.better == "higher" else min
    best = pick(points, key=lambda point: point.value, default=None)
    times = text("once") if len(sessions) == 1 else text("{count} times", count=len(sessions))
    words: str = text("Done {times}, last on {day}.", times=times, day=day_words(newest.on))
    if best is not None:
        said = text(
            "Best: {value} {unit} on {day}.",
            value=Number(best.value, score.digits),
            unit=score.unit,
            day=day_words(best.on),
        )
        words = joined(" ", [words, said])
    return ProtocolHistory(
        protocol_id=newest.protocol_id,
        name=newest.protocol_name,
        count=len(sessions),
        last_on=newest.on,
        score=Series(score.key, score.name, score.unit, score.digits, score.better, points),
        best=best,
        last=points[-1] if points else None,
        words=words,
    )


def _tests(sessions: Sequence[PastSession]) -> tuple[Series, ...]:
    done: dict[str, list[PastSession]] = {}
    for session in sessions:
        name = _test_of(session) or ""
        if name in TESTS and "test_result" in session.results:
            done.setdefault(name, []).append(session)
    return tuple(_test(name, each) for name, each in done.items())


def _test(name: str, sessions: Sequence[PastSession]) -> Series:
    test, points = TESTS[name], _points(sessions, "test_result")
    words: str = text("Once so far: the next one shows what has changed.")
    if test.unit == "passed":
        day = day_words(points[-1].on)
        is_passed = bool(points[-1].value)
        words = (
            text("Passed on {day}.", day=day)
            if is_passed
            else text("Not passed on {day}.", day=day)
        )
    elif len(points) > 1 and test.typical_error:
        words = _change_words(points[-2], points[-1], test.typical_error, test.digits, test.unit)
    elif len(points) > 1:
        change = _signed(points[-1].value - points[-2].value, test.digits)
        words = text(
            "{change} {unit} since {day}.",
            change=change,
            unit=test.unit,
            day=day_words(points[-2].on),
        )
    return Series(name, test.name, test.unit, test.digits, test.better, points, words)


def _test_of(session: PastSession) -> str | None:
    return session.test or (session.protocol_id if session.protocol_id in TESTS else None)


def _soreness(past: Past, sessions: Sequence[PastSession]) -> Series:
    """The worst soreness said after each quad crusher, up to four days or to the next one."""
    crushers = [session for session in sessions if session.category == "crusher"]
    points: list[Point] = []
    for number, crusher in enumerate(crushers):
        until = crusher.on + timedelta(SORENESS_DAYS)
        ends_ms = (
            crushers[number + 1].started_utc_ms if number + 1 < len(crushers) else float("inf")
        )
        said = [
            answer.value
            for answer in past.answers
            if answer.kind == "soreness"
            and answer.on <= until
            and crusher.started_utc_ms < answer.utc_ms < ends_ms
        ]
        if said:
            points.append(Point(crusher.on, max(said)))
    words = _soreness_words(points, len(crushers))
    return Series(
        "soreness", text("Soreness after crushers"), text("of 10"), 0, "lower", tuple(points), words
    )


def _soreness_words(points: Sequence[Point], crushers: int) -> str:
    if not crushers:
        return text("No quad crusher yet.")
    if not points:
        return text("Nobody said how sore it made them: it is asked at the next tap-in.")
    if len(points) == 1:
        return text(
            "{sore} of 10 so far: the next one should bring less.", sore=Number(points[0].value)
        )
    before, after = points[-2].value, points[-1].value
    said = text("{before} of 10, then {after}", before=Number(before), after=Number(after))
    if after < before:
        return text("{said}: less, so the legs are better protected.", said=said)
    return text(
        "{said}: {more}, so no protection shows yet.",
        said=said,
        more=text("the same") if after == before else text("more"),
    )


def _points(sessions: Iterable[PastSession], key: str) -> tuple[Point, ...]:
    return tuple(Point(s.on, s.results[key]) for s in sessions if key in s.results)


def _signed(value: float, digits: int) -> str:
    rounded = round(value, digits)
    if not rounded:
        return "±0"
    sign = "+" if rounded > 0 else "−"
    return Text("{sign}{value}", {"sign": sign, "value": Number(abs(rounded), digits)})
