"""The card that goes home with a downhill: what to do, where, how, and when not to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kiosk.training.athlete import Athlete
from kiosk.training.homework import OPEN_DAYS, downhills, wanted_cadence, wanted_grade
from kiosk.training.plan import Plan, Step
from kiosk.training.race import day_words
from kiosk.training.repeats import Node, Repeated, folded
from kiosk.training.zones import ceiling_for
from kiosk.words import Number, Quantity, joined, named, short, text


@dataclass(frozen=True, slots=True)
class Card:
    """Sentences for one person, to be translated where they are drawn."""

    title: str
    """The workout's name."""
    where: str
    steps: tuple[str, ...]
    """What to do, a line for each step or repeat."""
    how: tuple[str, ...]
    """Effort, cadence, the way back up."""
    never: str
    """When not to."""
    back: str
    """By when to bring the file, and which."""
    code: tuple[str, ...]
    """The same in few words, for a QR code."""


def homework_card(plan: Plan, athlete: Athlete, on: date) -> Card:
    """The card of a plan with downhill work, given to this athlete on that day."""
    steps = tuple(_lines(folded(plan.steps)))
    ceiling = ceiling_for(athlete, on)
    back = on + timedelta(OPEN_DAYS)
    short_words = [line for line in (_effort(plan), _cadence(plan), _stay_below(ceiling)) if line]
    return Card(
        title=named(plan.name),
        where=_where(plan),
        steps=steps,
        how=(*_how(plan, ceiling),),
        never=text(
            "Not on ice or wet leaves, in the dark or in traffic; not with sore legs, a painful "
            "knee or a fever. A sharp pain, or dizziness: stop, and walk home."
        ),
        back=text(
            "Record it with a watch and bring the FIT or TCX file by {day}: it counts here.",
            day=day_words(back),
        ),
        code=(
            named(plan.name),
            *steps,
            *short_words,
            text("Bring the FIT or TCX file by {day}", day=day_words(back)),
        ),
    )


def for_outside(plan: Plan) -> Plan:
    """The plan without what only a belt has: its speeds, for outside effort and cadence lead."""
    return replace(plan, steps=tuple(replace(step, speed_kmh=None) for step in plan.steps))


def _where(plan: Plan) -> str:
    longest = max((step.distance_m or 0.0 for step in downhills(plan)), default=0.0)
    if longest:
        return text(
            "A hill that falls {grade} for {way} or more: even ground, good grip, no traffic.",
            grade=_grade(plan),
            way=Quantity(longest, "m"),
        )
    lasts = max((step.planned_s or 0 for step in downhills(plan)), default=0)
    return text(
        "A hill that falls {grade}, long enough to run down for {time}: even ground, good grip, "
        "no traffic.",
        grade=_grade(plan),
        time=_time(lasts),
    )


def _grade(plan: Plan) -> str:
    steepest, flattest = wanted_grade(plan)
    if steepest == flattest:
        return text("{grade} %", grade=short(-steepest))
    return text("{flat} to {steep} %", flat=short(-flattest), steep=short(-steepest))


def _how(plan: Plan, ceiling: float | None) -> Iterator[str]:
    if effort := _effort(plan):
        yield text("{effort}: how it feels leads, not the pulse.", effort=effort)
    if stay := _stay_below(ceiling):
        yield text("{stay} all the same.", stay=stay)
    if cadence := _cadence(plan):
        yield text(
            "{cadence}: lean with the slope, land softly, never on a straight knee.",
            cadence=cadence,
        )
    if len(downhills(plan)) > 1 and not _climbs(plan):
        yield text("Walk back up, and go down again only when you breathe easily.")


def _climbs(plan: Plan) -> bool:
    """Whether the way up is work of its own."""
    grades = [s.grade_percent for s in plan.steps if s.kind == "work" and s.grade_percent]
    return any(max(grade.start, grade.end) >= 1 for grade in grades)


def _effort(plan: Plan) -> str:
    efforts = [step.rpe for step in downhills(plan) if step.rpe is not None]
    if not efforts:
        return ""
    low, high = min(low for low, _ in efforts), max(high for _, high in efforts)
    return text("Effort downhill {low} to {high} of 10", low=low, high=high)


def _cadence(plan: Plan) -> str:
    wanted = wanted_cadence(plan)
    if wanted is None:
        return ""
    return text("{low} to {high} quick steps a minute", low=short(wanted[0]), high=short(wanted[1]))


def _stay_below(ceiling: float | None) -> str:
    return "" if ceiling is None else text("Stay below {bpm} bpm", bpm=Number(int(ceiling)))


def _lines(nodes: Sequence[Node]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, Repeated):
            yield text(
                "{times} times: {steps}", times=node.times, steps=joined(", ", [*_lines(node.body)])
            )
        else:
            yield _line(node)


def _line(step: Step) -> str:
    dose = _dose(step)
    grade = 0.0 if step.grade_percent is None else step.grade_percent.end
    if step.kind != "work" or abs(grade) < 0.5:
        return text("{step} {dose}", step=named(step.name), dose=dose)
    if grade > 0:
        return text(
            "{step} {dose} at {grade} %", step=named(step.name), dose=dose, grade=short(grade)
        )
    return text(
        "{step} {dose} at {grade} % down", step=named(step.name), dose=dose, grade=short(-grade)
    )


def _dose(step: Step) -> str:
    if step.distance_m is not None:
        return text("{way}", way=Quantity(step.distance_m, "m"))
    if step.planned_s is None:
        return text("until you are ready")
    return _time(step.planned_s)


def _time(seconds: int) -> str:
    if seconds % 60 == 0 and seconds >= 120:
        return text("{minutes} min", minutes=seconds // 60)
    return text("{seconds} s", seconds=seconds)
