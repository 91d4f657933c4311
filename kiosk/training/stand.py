"""What a coach is told of one second: what was heard in it, and where the step stands."""

from dataclasses import dataclass

from kiosk.training.plan import Step


@dataclass(frozen=True, slots=True)
class Second:
    """What one second brought of one athlete; None where nothing was heard."""

    bpm: int | None = None
    rr_ms: tuple[float, ...] = ()
    silent_s: float = 0.0
    """Seconds since a heart rate was heard last, at the end of this second."""
    grade_percent: float | None = None
    speed_kmh: float | None = None
    cadence_spm: float | None = None


@dataclass(frozen=True, slots=True)
class Stand:
    """Where the athlete's step stands in this second."""

    step: Step
    step_s: int
    """Seconds of the step gone by at the start of this second."""
    elapsed_s: int
    """The athlete's own row number."""
    left_s: int | None
    """Of the step, at the end of this second; None when only a button or metres end it."""
    following: Step | None
    wanted_grade_percent: float | None = None
    wanted_speed_kmh: float | None = None
    is_resting: bool = False
    """Off the station while a partner is on it: heart rate is taken in, nothing is said."""
