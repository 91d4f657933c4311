"""What a session came to for one athlete, in numbers, bars and places on a curve's axes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from statistics import fmean

from kiosk.session.state import KioskState, Participant, Phase, Session, TracePoint
from kiosk.training.measure import Measure
from kiosk.training.metrics import HOLDS_S, time_in_zone
from kiosk.training.zones import Zones, shown_bpm
from screens import days, results_view, units, wording
from screens.curve import height_of, scale_of
from screens.faces import UNKNOWN_ZONE
from screens.qr import MOST_BYTES
from screens.results_view import FactRow
from screens.timeline import planned_length
from screens.tongue import said, tr

MOST_TICKS = 6
MOST_FACTS = 5
_TICKS_S = (15, 30, 60, 120, 300, 600, 900, 1200, 1800)


@dataclass(frozen=True, slots=True)
class SummaryFace:
    """The roles of the summary's one row. What is not known is empty."""

    athlete: int = 0
    who: str = ""
    title: str = ""
    workout: str = ""
    day: str = ""
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
    kind: str = ""
    """One sentence that is kind and true."""
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
    haunted: bool = False
    """Last time's curve lies under it."""
    code: str = ""
    """The numbers as the QR code holds them; no name."""
    guest: bool = False
    """Here for one evening, and may stay."""
    past: bool = False
    """Of an earlier day, opened from the history."""


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
    if session is None or session.plan.category != "strength":
        return ""
    return tr("Now: drink water, eat something with protein within the hour, sleep long tonight.")


def summary_face(
    who: Participant,
    session: Session | None,
    state: KioskState,
    ghost: Sequence[TracePoint] = (),
    on: date | None = None,
) -> SummaryFace:
    """The summary of one athlete; `session` is the one that they have finished or left, `on` its
    day, and `ghost` last time's curve of the same workout.
    """
    points = tuple(who.trace)
    heard = [point.bpm for point in points if point.bpm is not None]
    saved, trouble = _saved(state)
    is_whole = session is not None and has_done_all(who, session)
    plain = SummaryFace(
        athlete=who.athlete.id,
        who=who.athlete.name,
        title=tr("Well done, {name}", name=who.athlete.name) if is_whole else who.athlete.name,
        workout="" if session is None else said(session.plan.name),
        day="" if on is None else days.short_day(on),
        ended=_ended(who, session),
        duration=wording.clock_span(who.elapsed_s),
        inside=_inside(points),
        remark=_remark(points),
        zoneless=_zoneless(who.zones, heard),
        saved=saved,
        trouble=trouble,
    )
    return _with_heart_rate(plain, points, heard, ghost) if heard else plain


def has_done_all(who: Participant, session: Session) -> bool:
    """Neither left, nor ended before the last step."""
    course = session.course(who.athlete.id)
    return who.phase is not Phase.LEFT and course.place >= len(course.path) - 1


def facts(
    face: SummaryFace,
    measures: Sequence[Measure] | None,
    bests: frozenset[str] = frozenset(),
    *,
    climbs: bool = False,
) -> list[FactRow]:
    """The large numbers: what was measured, and until it is there, or beside it, what was seen.
    A workout that `climbs` says why its ascent is not known.
    """
    large = results_view.large(measures or (), bests)
    if climbs:
        large += results_view.unclimbed(measures or ())
    rows = [FactRow("time", face.duration, tr("time")), *large]
    if face.inside and all(row.key != "time_in_band" for row in large):
        rows.insert(1, FactRow("inside", face.inside, tr("in your band")))
    if face.mean:
        # Of what was measured the least telling gives way to the heart rate.
        hearts = f"{face.mean}{wording.THIN}/{wording.THIN}{face.highest}"
        rows[MOST_FACTS - 1 :] = [FactRow("heart", hearts, tr("mean / highest bpm"))]
    return rows[:MOST_FACTS]


def code_text(face: SummaryFace, rows: Sequence[FactRow]) -> str:
    """What the QR code says: a line for the workout and each number, nobody's name; at most 300
    bytes of UTF-8.
    """
    lines = [" · ".join(part for part in (_short(face.workout), face.day) if part)]
    lines += [f"{row.caption}: {row.value}" for row in rows if row.value != wording.DASH]
    while len("\n".join(lines).encode()) > MOST_BYTES and len(lines) > 1:
        lines.pop()
    text = "\n".join(line for line in lines if line)
    for special in (units.THIN, units.KEPT):
        text = text.replace(special, " ")
    return text


def _short(name: str) -> str:
    return name if len(name) <= 60 else name[:59] + "…"


def zone_shares(points: Sequence[TracePoint], zones: Zones | None) -> list[ZoneShare]:
    """A bar for every zone, the hardest first, and one for time without a heart rate."""
    if zones is None or all(point.bpm is None for point in points):
        return []
    end = points[-1].elapsed_s + 1
    spent = dict(time_in_zone([(p.elapsed_s, p.bpm) for p in points], zones, end).seconds)
    below = spent.pop("0")
    bars = [
        (tr("zone {label}", label=label), min(5, number), spent[label])
        for number, label in enumerate(zones.labels, 1)
    ]
    return _bars(bars, below, unknown_s(points))


def measured_shares(measures: Sequence[Measure]) -> list[ZoneShare]:
    """The same from what was measured then, for a session of which only a few points are known."""
    spent: Mapping[str, float] = {
        measure.key: measure.value for measure in measures if measure.value is not None
    }
    if "time_in_zone_1" not in spent:
        return []
    bars = [
        (tr("zone {label}", label=number), number, spent.get(f"time_in_zone_{number}", 0.0))
        for number in range(1, 6)
    ]
    return _bars(bars, spent.get("time_below_zones", 0.0), spent.get("time_unknown", 0.0))


def _bars(bars: list[tuple[str, int, float]], below: float, unknown: float) -> list[ZoneShare]:
    bars.reverse()
    bars += [(tr("below zone 1"), 0, below)] if below else []
    bars += [(tr("no heart rate"), UNKNOWN_ZONE, unknown)] if unknown else []
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
    if step < 60:
        return wording.clock_span(second)
    return tr("{count} min", count=second // 60)


def _ended(who: Participant, session: Session | None) -> str:
    if session is None:
        return ""
    if has_done_all(who, session):
        return tr("finished")
    length = planned_length(session.plan)
    if who.phase is Phase.LEFT:
        return tr("left early, of {length}", length=length)
    return tr("ended early, of {length}", length=length)


def _inside(points: Sequence[TracePoint]) -> str:
    """The band is the one that guided, so easing in counts as inside; half-open, as everywhere."""
    guided = [
        point.guide_low <= point.bpm < point.guide_high
        for point in points
        if point.bpm is not None and point.guide_low is not None and point.guide_high is not None
    ]
    return f"{100 * sum(guided) // len(guided)}{wording.THIN}%" if guided else ""


def _remark(points: Sequence[TracePoint]) -> str:
    told: list[str] = []
    if points and all(point.bpm is None for point in points):
        told.append(tr("No heart rate was heard."))
    elif (missing := unknown_s(points)) > 0:
        told.append(silence(missing))
    if points and points[0].elapsed_s > 0:
        since = wording.clock_span(points[0].elapsed_s)
        told.append(tr("Shown is the last part only, from {time} on.", time=since))
    return " ".join(told)


def silence(seconds: float) -> str:
    """For so long nothing was heard."""
    return tr("No heart rate for {time}.", time=wording.clock_span(seconds))


def _zoneless(zones: Zones | None, heard: Sequence[int]) -> str:
    if not heard:
        return tr(
            "Without a heart rate there is nothing to draw: "
            "next time moisten the strap and wear it snugly."
        )
    if zones is not None:
        return ""
    return tr(
        "You train by feel: there are no zones yet. "
        "Tell the staff your year of birth or your maximum heart rate."
    )


def _saved(state: KioskState) -> tuple[str, bool]:
    history = state.devices.get("history")
    if history is not None and history.state in ("lost", "failed"):
        return said(history.message), True
    return tr("Everything is saved."), False


def _with_heart_rate(
    face: SummaryFace,
    points: Sequence[TracePoint],
    heard: Sequence[int],
    ghost: Sequence[TracePoint],
) -> SummaryFace:
    scale = scale_of(points, ghost)
    mean = fmean(heard)
    return replace(
        face,
        mean=str(shown_bpm(mean)),
        highest=str(max(heard)),
        lowest=str(min(heard)),
        drawn=True,
        topAt=height_of(max(heard), scale),
        meanAt=height_of(mean, scale),
        bottomAt=height_of(min(heard), scale),
        haunted=any(point.bpm is not None for point in ghost),
    )
