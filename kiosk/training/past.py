"""What is known of somebody's training up to now: what the rules of schedule and progress need."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from kiosk.training.plan import Category

AnswerKind = Literal[
    "soreness", "rails", "ran-today", "rpe", "rail-touches", "dismounted", "beats-counted"
]
"""soreness 0–10; rails 0 off, 1 touched, 2 held; ran-today 0 or 1; rpe 1–10 of the whole session;
the others are what somebody counts during a fitness test."""


@dataclass(frozen=True, slots=True)
class PastAnswer:
    """Something an athlete was asked and said."""

    on: date
    """Local day."""
    utc_ms: int
    kind: AnswerKind
    value: float
    session_id: int | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """A steady minute of a hike, for the hiking economy: see training.economy."""

    session_id: int
    on: date
    grade_percent: float
    speed_kmh: float
    heart_rate_bpm: float


@dataclass(frozen=True, slots=True)
class PastSession:
    """One athlete's part in one session that is over."""

    session_id: int
    on: date
    """Local day on which it began."""
    started_utc_ms: int
    protocol_id: str
    protocol_name: str
    category: Category
    duration_s: int
    is_complete: bool
    """Did all of it: neither late, nor left, nor cut short."""
    results: Mapping[str, float] = field(default_factory=dict[str, float])
    """Measured values by measure key; what could not be measured is absent."""
    answers: Mapping[str, float] = field(default_factory=dict[str, float])
    """By kind, those about this session."""
    windows: tuple[Window, ...] = ()
    choices: tuple[tuple[str, str], ...] = ()
    """What was chosen from the protocol's ranges."""
    sets: tuple["PastSet", ...] = ()
    test: str | None = None
    """Which fitness test it was: Plan.test."""
    is_outside: bool = False
    """Hill homework that was brought back: there is no session of that id, which is below 0."""


@dataclass(frozen=True, slots=True)
class PastSet:
    """One logged set of a strength exercise."""

    exercise: str
    """The step's name."""
    reps: int | None
    load_kg: float | None
    side: str | None
    completed: bool


@dataclass(frozen=True, slots=True)
class Planned:
    """One entry of somebody's week: a workout, or words ("easy + strides")."""

    on: date
    protocol_id: str | None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Past:
    """Of one athlete; newest first."""

    sessions: tuple[PastSession, ...] = ()
    answers: tuple[PastAnswer, ...] = ()
    plan: tuple[Planned, ...] = ()
    """From today on, by day."""
