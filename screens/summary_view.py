"""What a session came to for one athlete, in numbers, bars and places on a curve's axes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import fmean

from kiosk.session.state import KioskState, Participant, Phase, Session, TracePoint
from kiosk.training.measure import Measure
from kiosk.training.metrics import HOLDS_S, time_in_zone
from kiosk.training.zones import Zones, shown_bpm
from screens import results_view, wording
from screens.curve import scale_of
from screens.faces import UNKNOWN_ZONE
from screens.results_view import FactRow
from screens.timeline import planned_length

MOST_TICKS = 6
MOST_FACTS = 5
_TICKS_S = (15, 30, 60, 120, 300, 600, 900, 1200, 1800)


AFTER_STRENGTH = "Now: drink water, eat something with protein within the hour, sleep long tonight."


@dataclass(frozen=True, slots=True)
class SummaryFace:
    """The roles of the summary's one row. What is not known is empty."""

    athlete: int = 0
    who: str = ""
    workout: str = ""
    ended: str = ""
    duration: str = ""
    mean: str = ""
    highest: str = ""
    lowest: str = ""
    inside: str = ""
    """Share of the guided time inside the band."""
    measuring: bool = False
    """The measurements are on their way."""
    measured: bool = False
    """There is a list of them."""
    progress: str = ""
    """How training goes, or how to recover, in a sentence."""
    remark: str = ""
    """What is missing from the numbers."""
    zoneless: str = ""
    """Why there are no bars, and what to do about it."""
    saved: str = ""
    trouble: bool = False
    """`saved` says what went wrong."""
    drawn: bool = False
    """There is a curve. The places on it are fractions from its top."""
    topAt: float = 0.0
    meanAt: float = 0.0
    bottomAt: float = 0.0


@dataclass(frozen=True, slots=True)
class ZoneShare:
    """The roles of one bar."""

    title: str = ""
    level: int = UNKNOWN_ZONE
    share: float = 0.0
    """Its length, of the longest."""
    spent: str = ""


@dataclass(frozen=True, slots=True)
class Tick:
    """The roles of one mark on the axis of time."""

    place: float = 0.0
    """A fraction from the left."""
    title: str = ""


def care(session: Session | None) -> str:
    """What to do for the rest of the day, where the work asks for it."""
    return AFTER_STRENGTH if session is not None and session.plan.category == "strength" else ""


def summary_face(who: Participant, session: Session | None, state: KioskState) -> SummaryFace:
    """The summary of one athlete; `session` is the one that they have finished or left."""
    points = tuple(who.trace)
    heard = [point.bpm for point in points if point.bpm is not None]
    saved, trouble = _saved(state)
    plain = SummaryFace(
        athlete=who.athlete.id,
        who=who.athlete.name,
        workout="" if session is None else session.plan.name,
        ended=_ended(who, session),
        duration=wording.clock_span(who.elapsed_s),
        inside=_inside(points),
        remark=_remark(points),
        zoneless=_zoneless(who.zones, heard),
        saved=saved,
        trouble=trouble,
    )
    return _with_heart_rate(plain, points, heard) if heard else plain


def facts(face: SummaryFace, measures: Sequence[Measure] | None) -> list[FactRow]:
    """The large numbers: what was measured, and until it is there, or beside it, what was seen."""
    large = results_view.large(measures or ())
    rows = [FactRow("time", face.duration, "time"), *large]
    seen = [
        FactRow("inside", face.inside, "in your band"),
        FactRow("mean", face.mean, "mean bpm"),
        FactRow("highest", face.highest, "highest bpm"),
    ]
    if any(row.key == "time_in_band" for row in large):
        seen = seen[1:]
    rows += [row for row in seen if row.value]
    return rows[:MOST_FACTS]


def zone_shares(points: Sequence[TracePoint], zones: Zones | None) -> list[ZoneShare]:
    """A bar for every zone, the hardest first, and one for time without a heart rate."""
    if zones is None or all(point.bpm is None for point in points):
        return []
    end = points[-1].elapsed_s + 1
    spent = dict(time_in_zone([(p.elapsed_s, p.bpm) for p in points], zones, end).seconds)
    below = spent.pop("0")
    bars = [
        (f"zone {label}", min(5, number), spent[label])
        for number, label in enumerate(zones.labels, 1)
    ]
    bars.reverse()
    unknown = unknown_s(points)
    bars += [("below zone 1", 0, below)] if below else []
    bars += [("no heart rate", UNKNOWN_ZONE, unknown)] if unknown else []
    longest = max(seconds for _, _, seconds in bars) or 1.0
    return [
        ZoneShare(title, level, seconds / longest, wording.clock_span(seconds))
        for title, level, seconds in bars
    ]


def ticks(points: Sequence[TracePoint]) -> list[Tick]:
    """Marks at round minutes of the session, at most six between the ends."""
    scale = scale_of(points)
    step = next((s for s in _TICKS_S if scale.seconds / s <= MOST_TICKS), 3600)
    first = -(-scale.first_s // step) * step
    return [
        Tick((second - scale.first_s) / scale.seconds, _minutes(second, step))
        for second in range(first, scale.first_s + scale.seconds + 1, step)
    ]


def unknown_s(points: Sequence[TracePoint]) -> float:
    """Seconds without a known heart rate: a reading stands for five at most, as in the zones."""
    if not points:
        return 0.0
    end = points[-1].elapsed_s + 1
    heard = [point.elapsed_s for point in points if point.bpm is not None]
    known = sum(min(after - at, HOLDS_S) for at, after in pairwise([*heard, end]))
    return end - points[0].elapsed_s - known


def _minutes(second: int, step: int) -> str:
    return wording.clock_span(second) if step < 60 else f"{second // 60} min"


def _ended(who: Participant, session: Session | None) -> str:
    if session is None:
        return ""
    course = session.course(who.athlete.id)
    early = course.place < len(course.path) - 1
    if who.phase is not Phase.LEFT and not early:
        return "finished"
    ended = "left early" if who.phase is Phase.LEFT else "ended early"
    return f"{ended}, of {planned_length(session.plan)}"


def _inside(points: Sequence[TracePoint]) -> str:
    """The band is the one that guided, so easing in counts as inside; half-open, as everywhere."""
    guided = [
        point.guide_low <= point.bpm < point.guide_high
        for point in points
        if point.bpm is not None and point.guide_low is not None and point.guide_high is not None
    ]
    return f"{100 * sum(guided) // len(guided)}{wording.THIN}%" if guided else ""


def _remark(points: Sequence[TracePoint]) -> str:
    said: list[str] = []
    if points and all(point.bpm is None for point in points):
        said.append("No heart rate was heard.")
    elif (missing := unknown_s(points)) > 0:
        said.append(f"No heart rate for {wording.clock_span(missing)}.")
    if points and points[0].elapsed_s > 0:
        since = wording.clock_span(points[0].elapsed_s)
        said.append(f"Shown is the last part only, from {since} on.")
    return " ".join(said)


def _zoneless(zones: Zones | None, heard: Sequence[int]) -> str:
    if not heard:
        return (
            "Without a heart rate there is nothing to draw: "
            "next time moisten the strap and wear it snugly."
        )
    if zones is not None:
        return ""
    return (
        "You train by feel: there are no zones yet. "
        "Tell the staff your year of birth or your maximum heart rate."
    )


def _saved(state: KioskState) -> tuple[str, bool]:
    history = state.devices.get("history")
    if history is not None and history.state in ("lost", "failed"):
        return history.message, True
    return "Everything is saved.", False


def _with_heart_rate(
    face: SummaryFace, points: Sequence[TracePoint], heard: Sequence[int]
) -> SummaryFace:
    scale = scale_of(points)
    mean = fmean(heard)

    def place(bpm: float) -> float:
        return (scale.high - bpm) / (scale.high - scale.low)

    return replace(
        face,
        mean=str(shown_bpm(mean)),
        highest=str(max(heard)),
        lowest=str(min(heard)),
        drawn=True,
        topAt=place(max(heard)),
        meanAt=place(mean),
        bottomAt=place(min(heard)),
    )
