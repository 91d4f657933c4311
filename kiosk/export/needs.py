"""Who needs a word afterwards, and why: from what a session left in the history."""

from datetime import timedelta
from typing import Final

from kiosk.days import day_then
from kiosk.history.class_table import PartDone
from kiosk.history.queries import History, SessionSummary
from kiosk.session.state import Alert
from kiosk.training.progress import JUDGED_DAYS
from kiosk.training.schedule import SORE_FROM
from kiosk.training.trends import trend
from kiosk.words import Number, Text, text

HARD_FROM: Final = 9
"""Of 10: what was meant to be hard is a 7 or an 8."""
UNWORN_S, UNWORN_SHARE = 120, 0.1
"""So long at least, and so much of the session: a lost minute in eighty is nobody's worry."""
OVER_BPM: Final = 1.0
"""A reading above the ceiling by less is no reason to talk."""


def reasons(
    part: PartDone, ceiling_bpm: float | None, *, economy_worsens: bool = False
) -> tuple[Text, ...]:
    """The most urgent first; () for somebody who trained as was meant.

    `ceiling_bpm`: that of the roster. `economy_worsens`: the trend of their hikes up to here says
    that the same work costs more than it did.
    """
    found: list[Text] = []
    if str(Alert.ARE_YOU_ALL_RIGHT) in part.alerts:
        found.append(text("the heart did something strange: ask how they felt"))
    if part.cooled_down_early:
        found.append(text("at the ceiling twice, cooled down early"))
    elif part.walks:
        found.append(text("at the ceiling, sent on a recovery walk"))
    else:
        found += _over(part, ceiling_bpm)
    if part.effort is not None and part.effort >= HARD_FROM:
        found.append(text("effort {effort} of 10", effort=Number(part.effort)))
    if part.soreness is not None and part.soreness >= SORE_FROM:
        found.append(text("came sore: {soreness} of 10", soreness=Number(part.soreness)))
    if part.has_left:
        found.append(text("left before the end"))
    found += _unworn(part)
    if economy_worsens:
        found.append(text("hills cost more than some weeks ago"))
    return tuple(found)


def costs_more(history: History, session: SessionSummary, part: PartDone) -> bool:
    """Whether the trend of their hikes up to this session says that the same work costs more."""
    if "hr_std" not in part.results:
        return False
    since = session.started_utc_ms - timedelta(JUDGED_DAYS) // timedelta(milliseconds=1)
    values = history.values(
        part.athlete_id, "hr_std", since_ms=since, until_ms=session.started_utc_ms + 1
    )
    points = [(day_then(v.started_utc_ms, v.utc_offset_min), v.value) for v in values]
    return trend(points, "lower").judgement == "worsening"


def _over(part: PartDone, ceiling_bpm: float | None) -> list[Text]:
    highest = part.results.get("hr_max")
    if ceiling_bpm is None or highest is None or highest < ceiling_bpm + OVER_BPM:
        return []
    by = Number(highest - ceiling_bpm)
    return [text("{by} bpm above the ceiling", by=by)]


def _unworn(part: PartDone) -> list[Text]:
    """Without doubtful seconds, where these are known."""
    silent_s = max(part.missing_s, part.results.get("time_unknown", 0.0))
    if part.is_effort_only or silent_s < max(UNWORN_S, UNWORN_SHARE * part.duration_s):
        return []
    if silent_s >= part.duration_s:
        return [text("no heart rate at all: look at the strap")]
    return [text("no heart rate for {minutes} min: look at the strap", minutes=int(silent_s // 60))]
