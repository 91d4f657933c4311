"""The fitness tests: what each takes from the recorded seconds, and its result."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import fmean
from typing import Final

from kiosk.training import fitness_formulas as formulas
from kiosk.training.facts import Facts, Row, by_step, mean_heart, unbroken, work_end
from kiosk.training.heart import LEVEL_PERCENT, decoupling_of
from kiosk.training.load import max_hr_of
from kiosk.training.measure import Measure
from kiosk.training.physiology import mph
from kiosk.training.trends import TYPICAL_ERROR, Better
from kiosk.training.units import KMH_PER_MPH
from kiosk.words import Number, Quantity, text

BY_EFFORT = text("read from the heart rate, which does not guide somebody who trains by effort")
PRESCRIBED = text("speed as prescribed, not measured")


@dataclass(frozen=True, slots=True)
class FitnessTest:
    """One test, and how its results are compared."""

    name: str
    unit: str
    better: Better
    typical_error: float
    """Fraction of a result that varies anyway from day to day. Three percent of a heart rate; a
    VO2max from heart rate inherits that: 4.8 of 160 bpm are 2.0 of Queens College's 44, 5 %. A
    VO2max from time varies by about as much. Our own choice where nothing better is known."""
    is_by_heart: bool = True
    """Read from the heart rate."""
    digits: int = 1


TESTS: Final[Mapping[str, FitnessTest]] = {
    "queens-college-step": FitnessTest(
        text("Queens College step test"), "ml/kg/min", "higher", 0.05
    ),
    "ymca-step": FitnessTest(
        text("YMCA step test"), text("beats"), "lower", TYPICAL_ERROR, digits=0
    ),
    "chester-step": FitnessTest(text("Chester step test"), "ml/kg/min", "higher", 0.05),
    "ebbeling-walk": FitnessTest(text("Ebbeling walk test"), "ml/kg/min", "higher", 0.05),
    "bruce": FitnessTest(
        text("Bruce treadmill test"), "ml/kg/min", "higher", 0.05, is_by_heart=False
    ),
    "balke": FitnessTest(
        text("Balke treadmill test"), "ml/kg/min", "higher", 0.05, is_by_heart=False
    ),
    "hr-drift": FitnessTest(text("Heart-rate drift"), "%", "lower", 0.0),
    "lthr-30": FitnessTest(text("Threshold heart rate"), "bpm", "higher", TYPICAL_ERROR, digits=0),
    "cpat-stair": FitnessTest(
        text("CPAT stair climb"), text("passed"), "higher", 0.0, is_by_heart=False
    ),
}
"""By the names of Plan.test."""


def result_of(test_id: str, facts: Facts, rows: Sequence[Row]) -> Measure:
    """The test's result from the recorded rows, or why there is none; never raises."""
    test, reader = TESTS.get(test_id), _READERS.get(test_id)
    if test is None or reader is None:
        name = text("Test result")
        return Measure(
            formulas.KEY,
            name,
            None,
            missing=text('"{test_id}" is no test the kiosk knows', test_id=test_id),
        )
    if test.is_by_heart and facts.athlete.is_effort_only:
        return Measure(formulas.KEY, test.name, None, test.unit, missing=BY_EFFORT)
    result = reader(facts, rows)
    hints: dict[str, str] = {
        formulas.NO_SEX: facts.roster(text("sex"), "sex"),
        formulas.NO_AGE: facts.roster(text("year of birth"), "birth-year"),
    }
    return replace(result, missing=hints.get(result.missing, result.missing))


def _queens_college(facts: Facts, rows: Sequence[Row]) -> Measure:
    after = _after(facts, rows, 180)
    bpm, source = _beat(facts, after[5:20])
    counted = facts.answers.get("beats-counted")
    if bpm is None and counted is not None:
        bpm, source = counted * 4, text("counted by hand")
    return _noted(formulas.queens_college(bpm, facts.athlete.sex), source if bpm else "")


def _ymca(facts: Facts, rows: Sequence[Row]) -> Measure:
    counted = facts.answers.get("beats-counted")
    if counted is not None:
        return _noted(formulas.ymca(counted), text("counted by hand"))
    beats, source = _beat(facts, _after(facts, rows, 180)[:60])
    return _noted(formulas.ymca(beats), source)


def _chester(facts: Facts, rows: Sequence[Row]) -> Measure:
    stages: list[tuple[float, float]] = []
    for rate, stage in zip(formulas.CHESTER_RATES, _work(facts, rows), strict=False):
        bpm = mean_heart(stage[-15:], 8)
        if len(stage) >= 120 and bpm is not None:
            stages.append((rate, bpm))
    return formulas.chester(stages, facts.step_height_m, facts.age)


def _ebbeling(facts: Facts, rows: Sequence[Row]) -> Measure:
    work = _work(facts, rows)
    stage = work[-1] if work and len(work[-1]) >= 240 else list[Row]()
    end = stage[-30:]
    speeds = [row.speed_kmh for row in end if row.speed_kmh is not None]
    speed = mph(fmean(speeds)) if len(speeds) >= 15 else None
    result = formulas.ebbeling(speed, mean_heart(end, 15), facts.age, facts.athlete.sex)
    if not end:
        return replace(result, value=None, missing=text("needs all four minutes at 5 %"), note="")
    if result.value is None or speed is None:
        return result
    grades = [row.grade_percent for row in end if row.grade_percent is not None]
    if grades and abs(fmean(grades) - 5) > LEVEL_PERCENT:
        why = text(
            "the belt was at {grade} %, not at 5 %: repeat it", grade=Number(fmean(grades), 1)
        )
        return replace(result, value=None, missing=why, note="")
    doubts = [PRESCRIBED] if any(row.speed_source == "prescribed" for row in end) else []
    if not 2.0 <= speed <= 4.5:
        doubts.append(
            text(
                "{speed} lies outside of {slowest} to {fastest}",
                speed=_mph(speed),
                slowest=_mph(2.0),
                fastest=_mph(4.5),
            )
        )
    return _noted(result, *doubts, *_flat_stage(facts, rows, stage[0]))


def _mph(speed: float) -> Quantity:
    return Quantity(speed * KMH_PER_MPH, "km/h", 1)


def _flat_stage(facts: Facts, rows: Sequence[Row], stage: Row) -> list[str]:
    """A doubt where the flat stage before was not walked at 50–70 % of max."""
    before = [row for row in rows if stage.elapsed_s - 30 <= row.elapsed_s < stage.elapsed_s]
    bpm, top = mean_heart(before, 15), max_hr_of(facts)
    if bpm is None or top is None or 0.5 <= bpm / top[0] <= 0.7:
        return []
    return ["the flat stage was not at 50–70 % of max: repeat it at another speed"]


def _bruce(facts: Facts, rows: Sequence[Row]) -> Measure:
    return formulas.bruce(_work_minutes(facts, rows), facts.athlete.sex)


def _balke(facts: Facts, rows: Sequence[Row]) -> Measure:
    return formulas.balke(_work_minutes(facts, rows), facts.athlete.sex)


def _hr_drift(facts: Facts, rows: Sequence[Row]) -> Measure:
    result = decoupling_of(facts, rows)
    if result.percent is not None and result.seconds < 3600:
        return formulas.hr_drift(
            None,
            text("needs 60 min at one effort, {seconds} were", seconds=result.seconds // 60),
        )
    measure = formulas.hr_drift(result.percent, result.missing)
    return _noted(measure, PRESCRIBED) if result.prescribed else measure


def _lthr(facts: Facts, rows: Sequence[Row]) -> Measure:
    longest = max(_work(facts, rows), key=len, default=())
    if len(longest) < 1800:
        return formulas.lthr(None, text("needs all of the 30 min all out"))
    counted = [row for row in longest if 600 <= row.step_s < 1800]
    return formulas.lthr(mean_heart(counted, 1080))


def _cpat(facts: Facts, rows: Sequence[Row]) -> Measure:
    climb = max(_work(facts, rows), key=len, default=list[Row]())
    if len(climb) <= formulas.CPAT_START_S:
        climb = list[Row]()
    answers = facts.answers
    dismounted = answers.get("dismounted")
    known = [row.ascent_m for row in climb if row.ascent_m is not None]
    return formulas.cpat(
        len(climb),
        dismounted=None if dismounted is None else dismounted > 0,
        touches=answers.get("rail-touches"),
        climb_m=sum(known) if climb and len(known) == len(climb) else None,
    )


_READERS: Final[Mapping[str, Callable[[Facts, Sequence[Row]], Measure]]] = {
    "queens-college-step": _queens_college,
    "ymca-step": _ymca,
    "chester-step": _chester,
    "ebbeling-walk": _ebbeling,
    "bruce": _bruce,
    "balke": _balke,
    "hr-drift": _hr_drift,
    "lthr-30": _lthr,
    "cpat-stair": _cpat,
}


def _work(facts: Facts, rows: Sequence[Row]) -> list[Sequence[Row]]:
    """The rows of each work step, in order."""
    parts = ((facts.step(part[0]), part) for part in by_step(rows))
    return [part for step, part in parts if step is not None and step.kind == "work"]


def _work_minutes(facts: Facts, rows: Sequence[Row]) -> float | None:
    seconds = sum(map(len, _work(facts, rows)))
    return seconds / 60 if seconds else None


def _after(facts: Facts, rows: Sequence[Row], least_s: int) -> Sequence[Row]:
    """The unbroken rows after so many seconds of work; none where it was less."""
    end = work_end(facts, rows)
    if end is None or sum(map(len, _work(facts, rows))) < least_s:
        return ()
    following = next(unbroken(rows[end - 1 :]))
    return following[1:]


def _beat(facts: Facts, rows: Sequence[Row]) -> tuple[float | None, str]:
    """(heart rate over these rows, from what): their beat intervals, which do not lag, where they
    fill four fifths of the time, else the readings.
    """
    if not rows:
        return None, ""
    span = range(rows[0].elapsed_s, rows[-1].elapsed_s + 1)
    intervals = [ms for t, rr in facts.beats if t in span for ms in rr]
    if intervals and sum(intervals) >= 800 * len(rows):
        return 60_000 / fmean(intervals), text("from beat intervals")
    return mean_heart(rows, max(1, len(rows) // 2)), text("from the shown heart rate")


def _noted(measure: Measure, *notes: str) -> Measure:
    if measure.value is None:
        return measure
    return replace(measure, note="; ".join(note for note in (measure.note, *notes) if note))
