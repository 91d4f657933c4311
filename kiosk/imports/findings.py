"""What was found on a stick, with all that is needed to take it over exactly as it was shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from kiosk.history.homework import BroughtBack
from kiosk.import_port import State
from kiosk.training.past import Planned


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing of a file."""

    state: State
    title: str
    detail: str = ""
    file: str = ""
    line: int | None = None


@dataclass(frozen=True, slots=True)
class PersonFinding(Finding):
    """A row of a roster."""

    athlete_id: int | None = None
    """None: to be added."""
    before: Mapping[str, object] = field(default_factory=dict[str, object])
    """What the roster knew of what would change: fields of Athlete."""
    changes: Mapping[str, object] = field(default_factory=dict[str, object])
    """The same, as the row says."""


@dataclass(frozen=True, slots=True)
class WeekFinding(Finding):
    """What one person plans."""

    name: str = ""
    """Of somebody who may be added by the same stick."""
    before: Mapping[date, tuple[Planned, ...]] = field(
        default_factory=dict[date, tuple[Planned, ...]]
    )
    days: Mapping[date, tuple[Planned, ...]] = field(
        default_factory=dict[date, tuple[Planned, ...]]
    )
    """Only those that would change."""


@dataclass(frozen=True, slots=True)
class WorkoutFinding(Finding):
    """A workout's file."""

    protocol_id: str = ""
    content: str = ""
    """Of the protocol file."""
    before: str | None = None
    """Of the own workout that has the id; None: there is none."""


@dataclass(frozen=True, slots=True)
class HomeworkFinding(Finding):
    """An activity that may be somebody's hill homework."""

    brought: tuple[BroughtBack, ...] = ()
    """What it may be taken for: one, or several to choose from."""
    rivals: int = 0
    """The homework that other files answer too; 0 when none does."""
    is_wanted: bool = True
    """It answers it best."""
