"""What a report on paper says of a session: of one athlete, and of everybody who was in it."""

from dataclasses import dataclass

from kiosk.desk_port import PartSeen
from kiosk.past_port import SessionSummary
from kiosk.training.past import Past
from kiosk.training.plan import Step


@dataclass(frozen=True, slots=True)
class StepSeen:
    """One step as it was done; None where nothing was recorded of it."""

    name: str
    step: Step | None
    """None for a warm-up or cool-down that is not the plan's."""
    begin_s: int
    """The athlete's own second."""
    duration_s: int
    target_low_bpm: int | None = None
    target_high_bpm: int | None = None
    """As shown: whole numbers, both included."""
    mean_bpm: float | None = None
    """Of worn, unsuspicious readings."""
    in_band_percent: float | None = None
    """Of the seconds with such a reading and a band that guided."""
    mean_grade_percent: float | None = None
    mean_kmh: float | None = None


@dataclass(frozen=True, slots=True)
class PartReport:
    """One athlete's part."""

    session: SessionSummary
    seen: PartSeen
    past: Past
    """As it was after the session: later ones are not in it."""
    steps: tuple[StepSeen, ...] = ()
    grades: tuple[tuple[int, float | None], ...] = ()
    """Seconds, evenly spaced, and the mean grade from each to the next, percent."""
    straps: tuple[int, ...] = ()
    """Device numbers in the order in which they were worn."""
    reasons: tuple[str, ...] = ()
    """Why they need a word, the most urgent first."""
    effort: float | None = None
    """What they said of the whole session, 1–10."""
    by_effort_s: int = 0
    unsynchronised_s: int = 0


@dataclass(frozen=True, slots=True)
class GroupReport:
    """Everybody's."""

    session: SessionSummary
    parts: tuple[PartReport, ...]
