"""What measurements are made of: one athlete's recorded seconds, and what is known around them."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from statistics import fmean

from kiosk.training.athlete import Athlete
from kiosk.training.plan import Plan, Step
from kiosk.training.zones import Zones
from kiosk.words import text

SUSPECT, NOT_WORN, RECOVERY, WALK, BY_EFFORT = 1, 2, 8, 16, 32
"""Row.flags, as the session records them (kiosk.session.records.SampleFlag)."""
LOWEST_BPM, HIGHEST_BPM = 30, 230
"""A reading outside is no heart rate."""
_PAUSE_MS = 2500
"""Two rows further apart have a pause, or a cut, between them."""


@dataclass(frozen=True, slots=True)
class Row:
    """One recorded second; None is missing, never a stand-in."""

    elapsed_s: int
    """It covers [elapsed_s, elapsed_s + 1) of the athlete's unpaused time."""
    utc_ms: int
    step_index: int
    """Into the plan's steps; -1 is a late joiner's own warm-up."""
    step_s: int
    """Seconds of the step gone by at its start."""
    bpm: int | None = None
    flags: int = 0
    grade_percent: float | None = None
    speed_kmh: float | None = None
    speed_source: str | None = None
    cadence_spm: float | None = None
    """Steps a minute; on a stair machine its stairs a minute."""
    cadence_source: str | None = None
    ascent_m: float | None = None
    target_low_bpm: int | None = None
    target_high_bpm: int | None = None
    """Whole numbers, both included."""
    guide_low_bpm: float | None = None
    guide_high_bpm: float | None = None
    """After easing in; half-open."""

    @property
    def heart(self) -> int | None:
        """The heart rate that measurements may use, bpm: worn, not suspect, within 30…230."""
        if self.bpm is None or self.flags & (SUSPECT | NOT_WORN):
            return None
        return self.bpm if LOWEST_BPM <= self.bpm <= HIGHEST_BPM else None


@dataclass(frozen=True, slots=True)
class Machine:
    """What somebody is on; without a kind nothing is known, or it is the floor."""

    kind: str | None = None
    """treadmill | stair | floor"""
    step_height_m: float | None = None
    """Of a stair machine."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of one athlete's part in a session besides its rows."""

    athlete: Athlete
    zones: Zones | None
    """As stored with the session."""
    plan: Plan
    on: date
    """Local day on which it began."""
    station_kind: str | None = None
    """treadmill | stair | floor"""
    step_height_m: float | None = None
    """Of a stair machine, or of a test's step."""
    machines: Sequence[tuple[int, Machine]] = ()
    """What they were on from which second on, in order, where they changed; empty: always on one of
    `station_kind`."""
    answers: Mapping[str, float] = field(default_factory=dict[str, float])
    """By kind (training.past.AnswerKind), those about this session."""
    notes: Sequence[tuple[str, int, Mapping[str, object]]] = ()
    """(kind, elapsed_s, detail), as kiosk.session.records.Note has them."""
    beats: Sequence[tuple[int, tuple[float, ...]]] = ()
    """(elapsed_s, beat intervals of that second in ms), in order."""
    is_late: bool = False
    left: bool = False
    """Left before the end."""
    session_id: int = 0

    def step(self, row: Row) -> Step | None:
        """The plan's step of a row; None in a late joiner's own warm-up."""
        steps = self.plan.steps
        return steps[row.step_index] if 0 <= row.step_index < len(steps) else None

    def machine(self, row: Row) -> Machine:
        """What they were on in a row."""
        place = bisect_right(self.machines, row.elapsed_s, key=lambda change: change[0])
        if not place:
            return Machine(self.station_kind, self.step_height_m)
        return self.machines[place - 1][1]

    @property
    def age(self) -> int | None:
        """Full years at most; None where a clock that was not set makes nonsense of it."""
        born = self.athlete.birth_year
        years = None if born is None else self.on.year - born
        return years if years is not None and 5 <= years <= 110 else None

    def roster(self, what: str, option: str) -> str:
        """Why a measure is missing that needs an entry of the roster, and how to give it."""
        return text(
            'no {what} on the roster: switchback roster set "{name}" --{option}',
            what=what,
            name=self.athlete.name,
            option=option,
        )


def mean_heart(rows: Iterable[Row], at_least: int = 1) -> float | None:
    """Mean of the usable heart rates, bpm; None with fewer than `at_least` of them."""
    heard = [row.heart for row in rows]
    known = [bpm for bpm in heard if bpm is not None]
    return fmean(known) if known and len(known) >= at_least else None


def work_end(facts: Facts, rows: Sequence[Row]) -> int | None:
    """Place of the first row after the last work; None where no work was recorded."""
    for n in range(len(rows) - 1, -1, -1):
        step = facts.step(rows[n])
        if step is not None and step.kind == "work":
            return n + 1
    return None


def is_next(before: Row, row: Row) -> bool:
    """Whether no pause, no cut and no missing row lies between the two."""
    gap_ms = row.utc_ms - before.utc_ms
    return row.elapsed_s == before.elapsed_s + 1 and -_PAUSE_MS <= gap_ms <= _PAUSE_MS


def by_step(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    """The rows of one step after the other, in order."""
    first = 0
    for number in range(1, len(rows) + 1):
        if number == len(rows) or rows[number].step_index != rows[first].step_index:
            yield rows[first:number]
            first = number


def unbroken(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    """The stretches of rows without a pause, a cut or a missing second in them."""
    first = 0
    for number in range(1, len(rows) + 1):
        if number == len(rows) or not is_next(rows[number - 1], rows[number]):
            yield rows[first:number]
            first = number
