"""What looking back over years gives: lines of lists, values over time, a class side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from kiosk.training.measure import Measure
from kiosk.training.plan import Category

State = Literal["complete", "recovered", "open"]


@dataclass(frozen=True, slots=True)
class AthleteSummary:
    """One athlete's part in a session."""

    athlete_id: int
    name: str
    """As it was then."""
    samples: int
    """Rows recorded, one a second."""
    missing_s: int
    """Rows without a heart rate."""

    @property
    def duration_s(self) -> int:
        return self.samples


@dataclass(frozen=True, slots=True)
class SessionSummary:
    """One line of the list of sessions."""

    id: int
    started_utc_ms: int
    utc_offset_min: int
    """Local time minus UTC at the start."""
    protocol_id: str
    protocol_name: str
    state: State
    """open: running, or cut and undecided; recovered: closed after a cut; else complete."""
    athletes: tuple[AthleteSummary, ...]


@dataclass(frozen=True, slots=True)
class PartLine:
    """One line of the list of an athlete's own sessions; all of it is over for them."""

    session_id: int
    started_utc_ms: int
    utc_offset_min: int
    """Local time minus UTC at the start."""
    protocol_id: str
    protocol_name: str
    category: Category
    duration_s: int
    missing_s: int
    """Without a heart rate."""
    ascent_m: float | None
    """None where nobody knows it, or not yet: it comes when the part is packed."""
    is_complete: bool
    has_results: bool


@dataclass(frozen=True, slots=True)
class ValueThen:
    """One result of one session, for a trend."""

    session_id: int
    started_utc_ms: int
    utc_offset_min: int
    value: float


@dataclass(frozen=True, slots=True)
class GroupPart:
    """What one of a class did, beside the others."""

    athlete_id: int
    name: str
    """As it was then."""
    duration_s: int
    missing_s: int
    is_complete: bool
    measures: tuple[Measure, ...]
    """() while it has not been measured."""
    bpm: tuple[int | None, ...]
    """Mean heart rate from each second of the axis on to the next; None where none is known."""


@dataclass(frozen=True, slots=True)
class GroupSeen:
    """A session with everybody on one time axis."""

    session_id: int
    protocol_name: str
    started_utc_ms: int
    utc_offset_min: int
    axis_s: Sequence[int]
    """Seconds since the start by the clock on the wall, evenly spaced."""
    parts: tuple[GroupPart, ...]
    """In the order in which they joined."""
