"""How somebody's training goes, in rows and places on a small chart."""

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.training.past import Planned
from kiosk.training.plan import Plan
from kiosk.training.progress import Progress, Series
from kiosk.training.race import day_words
from screens import wording


@dataclass(frozen=True, slots=True)
class ProgressRow:
    """The roles of one line: a workout's history, a test, a day."""

    place: int = 0
    title: str = ""
    value: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """Points as fractions from the left and from the top, and what its edges stand for."""

    title: str = ""
    points: tuple[tuple[float, float], ...] = ()
    highest: str = ""
    lowest: str = ""
    first: str = ""
    last: str = ""


def chart(series: Series) -> Chart:
    """One series over time; nothing without a point."""
    if not series.points:
        return Chart(series.name)
    days = [point.on.toordinal() for point in series.points]
    values = [point.value for point in series.points]
    low, high = min(values), max(values)
    width, height = (days[-1] - days[0]) or 1, (high - low) or 1.0
    points = tuple(
        ((day - days[0]) / width if len(days) > 1 else 0.5, (high - value) / height)
        for day, value in zip(days, values, strict=True)
    )
    digits = series.digits
    return Chart(
        f"{series.name}, {series.unit}",
        points if high > low else tuple((x, 0.5) for x, _ in points),
        f"{high:.{digits}f}",
        f"{low:.{digits}f}" if high > low else "",
        day_words(series.points[0].on) if len(days) > 1 else "",
        day_words(series.points[-1].on),
    )


def judged(progress: Progress) -> list[ProgressRow]:
    """What is said of economy, climbing and soreness: those of which there is something."""
    known = [s for s in (progress.economy, progress.climbing, progress.soreness) if s.points]
    shown = known or [progress.economy]
    return [_row(place, series) for place, series in enumerate(shown)]


def done(progress: Progress) -> list[ProgressRow]:
    """Tests, then every workout that was done, the newest first."""
    rows = [(test.name, _newest(test), test.words) for test in progress.tests]
    tests = {test.name for test in progress.tests}
    rows += [
        (each.name, _newest(each.score), each.words)
        for each in progress.protocols
        if each.score.name not in tests
    ]
    return [ProgressRow(place, *row) for place, row in enumerate(rows)]


def days(week: Sequence[Planned], plans: Sequence[Plan]) -> list[ProgressRow]:
    """The week by day; a workout by its name."""
    names = {plan.protocol_id: plan.name for plan in plans}
    rows: list[ProgressRow] = []
    for place, one in enumerate(week):
        workout = names.get(one.protocol_id or "", one.protocol_id or "")
        said = " · ".join(part for part in (workout, one.words) if part)
        rows.append(ProgressRow(place, day_words(one.on), "", said or "rest"))
    return rows


def line(progress: Progress) -> str:
    """One sentence for the summary; empty while there is nothing to say."""
    economy = progress.economy
    return f"{economy.name} · {economy.words}" if len(economy.points) > 1 else ""


def _row(place: int, series: Series) -> ProgressRow:
    return ProgressRow(place, series.name, _newest(series), series.words)


def _newest(series: Series) -> str:
    if not series.points:
        return ""
    if series.unit == "passed":
        return "passed" if series.points[-1].value else "not passed"
    value = f"{series.points[-1].value:.{series.digits}f}".replace("-", wording.MINUS)
    return f"{value}{wording.THIN}{series.unit}"
