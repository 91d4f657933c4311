"""A past session at one second: everybody's numbers then, and what is told of all of it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Final

from kiosk.coach_port import Replay, ReplayAthlete, ReplayRow, ReplayWord
from kiosk.session.state import Alert, TracePoint
from kiosk.training.plan import Plan
from kiosk.training.zones import Band
from screens import coached, units, wording
from screens.curve import height_of, scale_of
from screens.faces import UNKNOWN_ZONE
from screens.summary_view import Tick
from screens.timeline import Block, level_of, rise_of
from screens.tongue import number, said, tr
from screens.units import THIN

HOLDS_S: Final = 2
"""A second that was not recorded shows nothing; this bridges the rounding of clocks."""
GAP_S: Final = 5
"""Shorter silences are no gap: a strap skips a beat now and then."""
WORD_S: Final = 30
"""So long it stands beside somebody that they needed a word."""
MOST_TOLD: Final = 4
_PLAIN_RISE: Final = 0.3


@dataclass(frozen=True, slots=True)
class ReplayLine:
    """The roles of one athlete at the present second."""

    athlete: int = 0
    name: str = ""
    bpm: str = ""
    level: int = UNKNOWN_ZONE
    """The zone, for the colour; -1 without one."""
    zone: str = ""
    sign: str = ""
    """Against the band: up, down, in; alarm while they need a word."""
    verdict: str = ""
    step: str = ""


@dataclass(frozen=True, slots=True)
class ReplayFace:
    """The roles of one athlete who is looked at alone."""

    athlete: int = 0
    bpm: str = ""
    level: int = UNKNOWN_ZONE
    zone: str = ""
    sign: str = ""
    verdict: str = ""
    step: str = ""
    band: str = ""
    facts: str = ""
    """Grade and speed."""
    inside: str = ""
    """How much of the session was in the band."""
    words: str = ""
    """When they needed a word, and why; a line each."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The roles of a moment on the axis when somebody needed a word."""

    place: float = 0.0


def row_at(athlete: ReplayAthlete, second: int) -> ReplayRow | None:
    """What was recorded then; None while they were paused, not there yet, or gone."""
    place = bisect_right(athlete.rows, second, key=lambda row: row.at_s) - 1
    if place < 0 or second - athlete.rows[place].at_s >= HOLDS_S:
        return None
    return athlete.rows[place]


def line_of(athlete: ReplayAthlete, second: int) -> ReplayLine:
    row = row_at(athlete, second)
    if row is None:
        return ReplayLine(
            athlete.athlete_id, athlete.name, wording.DASH, verdict=tr("not training")
        )
    level, zone = _zone(athlete, row)
    sign, verdict = _verdict(athlete, row, second)
    bpm = wording.DASH if row.bpm is None else str(row.bpm)
    return ReplayLine(
        athlete.athlete_id, athlete.name, bpm, level, zone, sign, verdict, said(row.step)
    )


def face_of(athlete: ReplayAthlete, second: int) -> ReplayFace:
    line, row = line_of(athlete, second), row_at(athlete, second)
    band = facts = ""
    if row is not None:
        if row.low is not None and row.high is not None:
            band = wording.whole_band(Band(row.low, row.high))
        grade = wording.grade(row.grade_percent, None)
        speed = "" if row.speed_kmh is None else units.speed(row.speed_kmh)
        facts = "  ·  ".join(fact for fact in (grade, speed) if fact)
    return ReplayFace(
        athlete.athlete_id, line.bpm, line.level, line.zone, line.sign, line.verdict, line.step,
        band, facts, _inside(athlete), _words(athlete.words),
    )  # fmt: skip


def _zone(athlete: ReplayAthlete, row: ReplayRow) -> tuple[int, str]:
    if row.bpm is None or athlete.zones is None:
        return UNKNOWN_ZONE, ""
    label = athlete.zones.label_at(row.bpm)
    return athlete.zones.number_at(row.bpm), "<Z1" if label == "0" else "Z" + label


def _verdict(athlete: ReplayAthlete, row: ReplayRow, second: int) -> tuple[str, str]:
    recent = [word for word in athlete.words if word.at_s <= second < word.at_s + WORD_S]
    if recent:
        return "alarm", word_of(recent[-1])
    if row.bpm is None:
        return "", tr("not measured")
    if row.low is None or row.high is None:
        return "", ""
    if row.bpm < row.low:
        return "up", tr("below the band")
    if row.bpm >= row.high:
        return "down", tr("above the band")
    return "in", tr("in the band")


def word_of(word: ReplayWord) -> str:
    """Why somebody needed a word; an old kiosk's reason that is not known any more stays plain."""
    known = word.code in {str(alert) for alert in Alert}
    return coached.alert_words(Alert(word.code)) if known else tr("needed a word")


def _words(words: Sequence[ReplayWord]) -> str:
    told = [f"{wording.clock_span(word.at_s)}  {word_of(word)}" for word in words[:MOST_TOLD]]
    more = len(words) - len(told)
    return "\n".join([*told, tr("and {count} more", count=more)] if more else told)


def _inside(athlete: ReplayAthlete) -> str:
    guided = [
        row.low <= row.bpm < row.high
        for row in athlete.rows
        if row.bpm is not None and row.low is not None and row.high is not None
    ]
    if not guided:
        return ""
    share = number(100 * sum(guided) / len(guided))
    return tr("{share} of it in the band", share=share + THIN + "%")


# -- all of the session ----------------------------------------------------------------------------


def points_of(athlete: ReplayAthlete, seconds: int) -> list[TracePoint]:
    """Everything they recorded, in a box that is as wide as the whole session."""
    points = [TracePoint(row.at_s, row.bpm, row.low, row.high) for row in athlete.rows]
    ends = [TracePoint(at_s, None, None, None) for at_s in (0, seconds - 1)]
    if not points or points[0].elapsed_s > 0:
        points.insert(0, ends[0])
    if points[-1].elapsed_s < seconds - 1:
        points.append(ends[1])
    return points


def gaps_of(athlete: ReplayAthlete) -> list[tuple[int, int]]:
    """While they were there: from which second to which nothing was measured."""
    if not athlete.rows:
        return []
    heard = [row.at_s for row in athlete.rows if row.bpm is not None]
    begin, end = athlete.rows[0].at_s, athlete.rows[-1].at_s + 1
    stops = [begin - 1, *heard, end]
    return [(before + 1, after) for before, after in pairwise(stops) if after - before - 1 >= GAP_S]


def steps_of(replay: Replay) -> list[Block]:
    """The steps as whoever recorded most did them; none of a session without its plan."""
    longest = max(replay.athletes, key=lambda who: len(who.rows), default=None)
    if longest is None or replay.plan is None:
        return []
    blocks: list[Block] = []
    runs = [(key, list(rows)) for key, rows in groupby(longest.rows, lambda row: row.step_index)]
    for place, (index, rows) in enumerate(runs):
        begin = rows[0].at_s
        later = runs[place + 1 :]
        end = later[0][1][0].at_s if later else rows[-1].at_s + 1
        rise, level = _look(replay.plan, index)
        share = (end - begin) / replay.seconds
        blocks.append(Block(said(rows[0].step), begin / replay.seconds, share, rise, level))
    return blocks


def _look(plan: Plan, index: int) -> tuple[float, int]:
    if not 0 <= index < len(plan.steps):
        return _PLAIN_RISE, UNKNOWN_ZONE
    return rise_of(plan.steps[index]), level_of(plan.steps[index])


def words_of(replay: Replay) -> list[tuple[int, int]]:
    """Every second at which somebody needed a word, and who; in order."""
    return sorted((word.at_s, who.athlete_id) for who in replay.athletes for word in who.words)


def next_word(replay: Replay, second: int) -> tuple[int, int] | None:
    """The first after this second; after the last the first of all."""
    every = words_of(replay)
    if not every:
        return None
    return every[bisect_left(every, (second + 1, 0)) % len(every)]


def marks_of(replay: Replay, athlete_id: int | None) -> list[Mark]:
    """Of one athlete, or of everybody."""
    return [
        Mark(min(1.0, at_s / max(1, replay.seconds)))
        for at_s, who in words_of(replay)
        if athlete_id in (None, who)
    ]


def heights_of(athlete: ReplayAthlete, seconds: int) -> list[Tick]:
    """The zones' lower edges beside a large curve, as fractions from its top."""
    if athlete.zones is None:
        return []
    scale = scale_of(points_of(athlete, seconds))
    edges = zip(athlete.zones.edges, athlete.zones.labels, strict=False)
    places = [(height_of(edge, scale), f"Z{label}") for edge, label in edges]
    return [Tick(place, title) for place, title in places if 0.0 < place <= 1.0]
