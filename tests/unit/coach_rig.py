"""One coach and one athlete, driven second by second."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise

from kiosk.training.athlete import Athlete
from kiosk.training.coach import Coach, Order, Second, Stand
from kiosk.training.cues import NUDGES, Cue, CueCode
from kiosk.training.plan import Ramp, Step, ZoneTarget
from kiosk.training.zones import ceiling_for, zones_for

TODAY = date(2025, 6, 1)
ANNA = Athlete(1, "Anna", max_hr=190, resting_hr=50)
"""Reserve zones; mid zone 3 is 152–157, zone 4 162–175, the ceiling 180.5."""
WARM_UP = Step("Warm-up", "warm-up", duration_s=600, rpe=(2, 3))
MID_3 = Step("Mid", "work", duration_s=1200, target=ZoneTarget(3, "mid"), rpe=(6, 7))
ZONE_4 = Step("Hard", "work", duration_s=600, target=ZoneTarget(4), rpe=(8, 9))
FREE = Step("Free", "work", duration_s=1200)
EASY = Step("Easy", "recovery", duration_s=300)
COOL_DOWN = Step("Cool-down", "cool-down", duration_s=600, rpe=(1, 2))
DOWN = Step(
    "Down", "work", duration_s=300, grade_percent=Ramp(-5, -5), cadence_spm=(176, 190), rpe=(8, 9)
)


@dataclass
class Rig:
    """`second` after `second`; what was said and ordered is kept."""

    athlete: Athlete = ANNA
    ceiling_hr: float | None = None
    coach: Coach = field(init=False)
    said: list[Cue] = field(default_factory=list[Cue])
    orders: list[tuple[int, Order]] = field(default_factory=list[tuple[int, Order]])
    elapsed_s: int = 0
    step: Step = WARM_UP
    step_s: int = 0
    following: Step | None = COOL_DOWN
    wanted_grade: float | None = None
    is_resting: bool = False
    silent_s: int = 0

    def __post_init__(self) -> None:
        if self.ceiling_hr is None:
            self.ceiling_hr = ceiling_for(self.athlete, TODAY)
        self.coach = Coach(self.athlete, zones_for(self.athlete, TODAY), self.ceiling_hr, TODAY)
        self.coach.begin_session(self.ceiling_hr)

    def begin(
        self, step: Step, at_s: int = 0, hr0: float | None = None, target_step: Step | None = None
    ) -> None:
        self.step, self.step_s = step, at_s
        self.coach.begin_step(step, at_s, hr0, target_step)

    def second(self, bpm: int | None = None, **more: object) -> tuple[Cue, ...]:
        """One second with a heart rate, or none; `more` is the rest of a Second."""
        self.silent_s = 0 if bpm is not None else self.silent_s + 1
        second = Second(bpm=bpm, silent_s=float(self.silent_s))
        self.coach.hear(replace(second, **more))
        length_s = self.step.duration_s
        cues, orders = self.coach.follow(
            Stand(
                step=self.step,
                step_s=self.step_s,
                elapsed_s=self.elapsed_s,
                left_s=None if length_s is None else max(0, length_s - self.step_s - 1),
                following=self.following,
                wanted_grade_percent=self.wanted_grade,
                is_resting=self.is_resting,
            )
        )
        self.said += cues
        self.orders.extend((self.elapsed_s, order) for order in orders)
        self.elapsed_s += 1
        self.step_s += 1
        return cues

    def seconds(self, count: int, bpm: int | None = None, **more: object) -> tuple[Cue, ...]:
        """The same, so many times; gives what was said in them."""
        return tuple(cue for _ in range(count) for cue in self.second(bpm, **more))

    def times(self, *codes: CueCode) -> list[int]:
        """When any of these was said."""
        return [cue.at_s for cue in self.said if cue.code in codes]


def keep_their_distance(said: Sequence[Cue]) -> bool:
    """Whether nudges are 30 s apart, and 90 s after three of a kind without such a silence."""
    nudges = [cue for cue in said if cue.code in NUDGES]
    gaps = [after.at_s - before.at_s for before, after in pairwise(nudges)]
    threes = [
        gap
        for n, gap in enumerate(gaps[2:])
        if len({cue.code for cue in nudges[n : n + 3]}) == 1 and max(gaps[n : n + 2]) < 90
    ]
    return all(gap >= 30 for gap in gaps) and all(gap >= 90 for gap in threes)


def codes(cues: tuple[Cue, ...]) -> list[CueCode]:
    return [cue.code for cue in cues]
