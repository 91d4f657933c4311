"""How somebody's training goes, in rows and places on a small chart."""

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.training.past import Planned
from kiosk.training.plan import Plan
from kiosk.training.progress import Progress, Series
from screens import days as day_words
from screens import wording
from screens.history_view import Nothing
from screens.tongue import number, said, tr


@dataclass(frozen=True, slots=True)
class ProgressRow:
    """The roles of one line: a workout's history, a test, a day."""

    place: int = 0
    title: str = ""
    value: str = ""
    unit: str = ""
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


def drawn(progress: Progress) -> Series:
    """Of what there is the most telling; the first without a point where there is nothing."""
    known = (s for s in (progress.economy, progress.climbing, progress.soreness) if s.points)
    return next(known, progress.economy)


def chart(series: Series) -> Chart:
    """One series over time; nothing without a point."""
    if not series.points:
        return Chart(said(series.name))
    ordinals = [point.on.toordinal() for point in series.points]
    values = [point.value for point in series.points]
    low, high = min(values), max(values)
    width, height = (ordinals[-1] - ordinals[0]) or 1, (high - low) or 1.0
    points = tuple(
        ((day - ordinals[0]) / width if len(ordinals) > 1 else 0.5, (high - value) / height)
        for day, value in zip(ordinals, values, strict=True)
    )
    return Chart(
        f"{said(series.name)}, {said(series.unit)}",
        points if high > low else tuple((x, 0.5) for x, _ in points),
        _number(high, series.digits),
        _number(low, series.digits) if high > low else "",
        day_words.short_day(series.points[0].on) if len(ordinals) > 1 else "",
        day_words.short_day(series.points[-1].on),
    )


def judged(progress: Progress) -> list[ProgressRow]:
    """What is said of economy, climbing and soreness: those of which there is something."""
    known = [s for s in (progress.economy, progress.climbing, progress.soreness) if s.points]
    return [_row(place, series) for place, series in enumerate(known)]


def done(progress: Progress) -> list[ProgressRow]:
    """Tests, then every workout that was done, the newest first."""
    rows = [(said(test.name), *_newest(test), said(test.words)) for test in progress.tests]
    tests = {test.name for test in progress.tests}
    rows += [
        (said(each.name), *_newest(each.score), said(each.words))
        for each in progress.protocols
        if each.score.name not in tests
    ]
    return [ProgressRow(place, *row) for place, row in enumerate(rows)]


def days(week: Sequence[Planned], plans: Sequence[Plan]) -> list[ProgressRow]:
    """The week by day; a workout by its name."""
    names = {plan.protocol_id: plan.name for plan in plans}
    rows: list[ProgressRow] = []
    for place, one in enumerate(week):
        workout = said(names.get(one.protocol_id or "", one.protocol_id or ""))
        words = " · ".join(part for part in (workout, said(one.words)) if part)
        rows.append(ProgressRow(place, day_words.short_day(one.on), words=words or tr("rest")))
    return rows


def line(progress: Progress) -> str:
    """One sentence for the summary; empty while there is nothing to say."""
    economy = progress.economy
    return f"{said(economy.name)} · {said(economy.words)}" if len(economy.points) > 1 else ""


def nothing(tab: str, progress: Progress) -> Nothing:
    """What to say of a leaf without a line, and what would put one there."""
    match tab:
        case "trend":
            return Nothing(tr("Nothing to compare yet"), said(progress.economy.words))
        case "done":
            return Nothing(
                tr("No workout yet"), tr("Everything that you do here is kept and compared.")
            )
        case _:
            return Nothing(tr("No plan for the week"), tr("Your coach can make one."))


def _row(place: int, series: Series) -> ProgressRow:
    return ProgressRow(place, said(series.name), *_newest(series), said(series.words))


def _newest(series: Series) -> tuple[str, str]:
    """The last value and its unit."""
    if not series.points:
        return "", ""
    if series.unit == "passed":
        return tr("passed") if series.points[-1].value else tr("not passed"), ""
    return _number(series.points[-1].value, series.digits), said(series.unit)


def _number(value: float, digits: int) -> str:
    return number(value, digits).replace("-", wording.MINUS)
