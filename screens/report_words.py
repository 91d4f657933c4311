"""What stands on a report, in words: large numbers, lines of steps, who needs a word, footnotes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from kiosk.days import time_then
from kiosk.report_port import PartReport, StepSeen
from kiosk.session.state import KioskState
from kiosk.training.measure import Measure
from kiosk.training.zones import shown_bpm
from screens import days, results_view, summary_view, units, wording
from screens.summary_sheet import Sheet, past_sheet
from screens.timeline import level_of
from screens.tongue import number, said, tr
from screens.wording import DASH, THIN

_MOST_TILES = 7
_NOTED = ("hr_mean", "time_in_band", "step_up_score", "ascent_m", "hr_std", "test_result")


@dataclass(frozen=True, slots=True)
class Tile:
    """A large number."""

    value: str
    caption: str


@dataclass(frozen=True, slots=True)
class StepRow:
    """A line of the table of steps."""

    number: str
    name: str
    turn: str
    """Which of a repeat's: "2/6"."""
    level: int
    time: str
    target: str
    heart: str
    inside: str
    grade: str
    speed: str


def sheet_of(report: PartReport) -> Sheet:
    """What the screen says of the same session."""
    return past_sheet(report.seen, KioskState(), report.past)


def moment(report: PartReport) -> str:
    return days.moment(_began(report))


def _began(report: PartReport) -> datetime:
    return time_then(report.seen.started_utc_ms, report.seen.utc_offset_min)


def sentence(report: PartReport) -> str:
    """The one that matters; how it ended where nothing kinder can be said."""
    sheet = sheet_of(report)
    done = wording.rough_span(report.seen.duration_s)
    return sheet.face.kind or ended(report) or tr("{time} done.", time=done)


def ended(report: PartReport) -> str:
    """Where it was not done to its end."""
    return "" if report.seen.is_complete else sheet_of(report).face.ended


def known(report: PartReport) -> dict[str, Measure]:
    """By key; those that could be measured."""
    return {m.key: m for m in report.seen.measures or () if m.value is not None}


def hearts(report: PartReport) -> str:
    """Mean and highest."""
    found = known(report)
    both = [found[key].value for key in ("hr_mean", "hr_max") if key in found]
    bpm = [str(shown_bpm(value)) for value in both if value is not None]
    return f"{THIN}/{THIN}".join(bpm) or DASH


def value_of(report: PartReport, key: str) -> str:
    found = known(report).get(key)
    return DASH if found is None else results_view.words(found)


def effort_of(report: PartReport) -> str:
    """What they said, of ten."""
    return DASH if report.effort is None else f"{number(report.effort)}{THIN}/{THIN}10"


def tiles(report: PartReport) -> list[Tile]:
    """At most seven, the first ones always."""
    found = known(report)
    made = [Tile(wording.clock_span(report.seen.duration_s), tr("time"))]
    made.append(Tile(hearts(report), tr("mean / highest bpm")))
    asked = {m.key for m in report.seen.measures or ()}
    if "time_in_band" in asked:
        made.append(Tile(value_of(report, "time_in_band"), tr("in your band")))
    scored = [found[key] for key in ("test_result", "step_up_score") if key in found]
    made += [Tile(row.value, row.caption) for row in results_view.large(scored)]
    climbs = any(step.grade_percent is not None for step in report.seen.plan.steps)
    if "ascent_m" in found or climbs:
        made.append(Tile(value_of(report, "ascent_m"), tr("climbed")))
    if "hr_std" in found:
        made.append(Tile(value_of(report, "hr_std"), said(found["hr_std"].name)))
    elif "beats_per_metre" in found:
        made.append(Tile(value_of(report, "beats_per_metre"), tr("beats a metre")))
    if report.effort is not None:
        made.append(Tile(effort_of(report), tr("effort")))
    if "hr_recovery_60" in found:
        made.append(Tile(value_of(report, "hr_recovery_60"), tr("heart down in 60 s")))
    return made[:_MOST_TILES]


# -- steps -----------------------------------------------------------------------------------------


def step_rows(steps: Sequence[StepSeen]) -> list[StepRow]:
    return [_step_row(number, step) for number, step in enumerate(steps, 1)]


def _step_row(place: int, step: StepSeen) -> StepRow:
    low, high = step.target_low_bpm, step.target_high_bpm
    target = "" if low is None or high is None else _range(low, high)
    if not target and step.step is not None:
        target = wording.effort(step.step)
    inside = step.in_band_percent
    return StepRow(
        str(place),
        said(step.name),
        _turn(step),
        -1 if step.step is None else level_of(step.step),
        wording.clock_span(step.duration_s),
        target,
        DASH if step.mean_bpm is None else str(shown_bpm(step.mean_bpm)),
        "" if inside is None else f"{int(inside + 0.5)}{THIN}%",
        wording.grade(step.mean_grade_percent, None),
        "" if step.mean_kmh is None else units.speed_number(step.mean_kmh),
    )


def _turn(step: StepSeen) -> str:
    of = step.step
    return "" if of is None or of.rounds < 2 else f"{of.round}/{of.rounds}"


def _range(low: int, high: int) -> str:
    return f"{low}{DASH}{high}" if high > low else str(low)


# -- who needs a word ------------------------------------------------------------------------------


def needs(report: PartReport) -> list[str]:
    """Why the coach should talk to them; the most urgent first."""
    return [said(reason) for reason in report.reasons]


# -- what to know of the numbers -------------------------------------------------------------------


def footnotes(report: PartReport) -> list[str]:
    """Honest ones: what is missing, guessed, or from where."""
    seen = report.seen
    told = [] if seen.is_complete else [_sentence(sheet_of(report).face.ended)]
    told += [*_of_the_record(report), *_of_the_guidance(report), *_notes(seen.measures or ())]
    numbers = ", ".join(map(str, report.straps))
    if len(report.straps) == 1:
        told.append(tr("Strap {numbers}.", numbers=numbers))
    elif numbers:
        told.append(tr("Straps {numbers}.", numbers=numbers))
    return [sentence for sentence in told if sentence]


def _of_the_record(report: PartReport) -> Iterator[str]:
    seen = report.seen
    if report.session.state == "recovered":
        yield tr("The session was cut by a stop of the kiosk and closed later.")
    elif report.session.state == "open":
        yield tr("The session is not closed yet: this is what there is so far.")
    if seen.duration_s and seen.missing_s >= seen.duration_s:
        yield tr("No heart rate was heard.")
    elif silent := _silent_s(report):
        yield summary_view.silence(silent)
    if report.unsynchronised_s:
        yield tr("The clock was not set: day and time may be wrong.")


def _silent_s(report: PartReport) -> float:
    """As the bars of the zones have it, in which a reading stands for some seconds."""
    found = known(report).get("time_unknown")
    return report.seen.missing_s if found is None or found.value is None else found.value


def _of_the_guidance(report: PartReport) -> Iterator[str]:
    seen = report.seen
    if seen.zones is None:
        yield tr("By effort: no zones were known.")
    elif report.by_effort_s >= seen.duration_s > 0:
        yield tr("Guided by effort throughout.")
    elif report.by_effort_s:
        yield tr("Guided by effort for {time}.", time=wording.clock_span(report.by_effort_s))
    if seen.zones is not None and seen.zones.estimated:
        yield tr("Zones estimated from the age.")


def _notes(measures: Sequence[Measure]) -> Iterator[str]:
    """Of the large numbers: why one is missing, and what to know of the others."""
    for one in measures:
        note = results_view.why(one.missing) if one.value is None else said(one.note)
        if one.key in _NOTED and note:
            yield _sentence(f"{said(one.name)}: {note}")


def _sentence(words: str) -> str:
    begun = words[:1].upper() + words[1:]
    return begun if not begun or begun.endswith((".", "!", "?")) else begun + "."
