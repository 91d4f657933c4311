"""One athlete's coach: takes every second in, says where they stand and what to tell them."""

from dataclasses import dataclass
from typing import Literal

from kiosk.training.athlete import Athlete
from kiosk.training.cues import Cue
from kiosk.training.guidance import Verdict
from kiosk.training.plan import Step
from kiosk.training.zones import Band, Zones

Order = Literal["walk", "rejoin", "cool-down", "are you all right", "no signal"]
"""What the coach decides over an athlete's head; the engine carries it out and tells the coach."""


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


class Coach:
    """Deterministic: the same calls give the same answers. No clock, no I/O.

    Call `hear` once for every second that ends, in a session or not; then, in a session, `follow`.
    """

    def __init__(self, athlete: Athlete, zones: Zones | None, ceiling_hr: float | None) -> None:
        raise NotImplementedError

    # -- what was heard ----------------------------------------------------------------------------

    def hear(self, second: Second) -> None:
        """Takes in a second: smoothing, suspicion."""

    def forget_heart(self) -> None:
        """What was heard was somebody else's heart."""

    @property
    def shown(self) -> float | None:
        """Median of the last 5 s, bpm."""

    @property
    def control(self) -> float | None:
        """What guidance steers by, bpm."""

    @property
    def is_suspect(self) -> bool:
        """Whether the last second's reading is one that guidance leaves out."""

    # -- the way through a session -----------------------------------------------------------------

    def begin_session(self, ceiling_hr: float | None) -> None:
        """Forgets cues, walks and ratings of the session before."""

    def begin_step(
        self,
        step: Step,
        at_step_s: int = 0,
        hr0: float | None = None,
        target_step: Step | None = None,
    ) -> None:
        """Makes the step's band; `hr0` overrides the mean of the last 30 s, `target_step` is whose
        target is aimed at instead (a late joiner is let in at an easier one).
        """

    def leave_step(self) -> None:
        """No band any more."""

    def follow(self, stand: Stand) -> tuple[tuple[Cue, ...], tuple[Order, ...]]:
        """Judges the second that was heard last: what is said in it, and what is decided."""

    @property
    def hr0(self) -> float | None: ...
    @property
    def eased_from_s(self) -> int: ...
    @property
    def band(self) -> Band | None: ...
    @property
    def guide(self) -> Band | None: ...
    @property
    def verdict(self) -> Verdict: ...
    @property
    def by_effort(self) -> bool: ...
    @property
    def wanted_rpe(self) -> tuple[int, int] | None: ...
    @property
    def is_walking(self) -> bool: ...
    @property
    def grade_prompt(self) -> Literal["none", "set", "agreed", "unknown"]: ...

    def confirm_grade(self) -> None:
        """The athlete says that the belt is at the grade asked for."""

    @property
    def wants_rating(self) -> bool:
        """Whether it is time to ask how hard it is: once in the last third of every work step
        of two minutes and more, and every five minutes when guided by effort.
        """

    def rate(self, rpe: int) -> None: ...
