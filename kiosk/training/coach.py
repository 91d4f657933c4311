"""One athlete's coach: takes every second in, says where they stand and what to tell them."""

from datetime import date
from typing import Literal

from kiosk.training.announcer import Announcer
from kiosk.training.athlete import Athlete
from kiosk.training.bands import band_for, effort_below, is_downhill, is_hard, one_step_easier
from kiosk.training.ceiling import CeilingWatch
from kiosk.training.cues import Cue, CueCode
from kiosk.training.grade_prompt import GradePrompt
from kiosk.training.grade_prompt import State as GradeState
from kiosk.training.guidance import Verdict
from kiosk.training.guiding import Guiding, is_watched
from kiosk.training.listening import Listener
from kiosk.training.plan import Step
from kiosk.training.ratings import Ratings
from kiosk.training.signal_watch import EFFORT_AFTER_S, SignalWatch
from kiosk.training.stand import Second, Stand
from kiosk.training.work import WorkWatch
from kiosk.training.zones import Band, Zones, clip

Order = Literal["walk", "rejoin", "cool-down", "are you all right", "no signal"]
"""What the coach decides over an athlete's head; the engine carries it out and tells the coach."""

WALK_RPE = (1, 2)
MORE = frozenset({CueCode.FASTER, CueCode.TURNOVER})

__all__ = ["Coach", "Order", "Second", "Stand"]


class Coach:
    """Deterministic: the same calls give the same answers. No clock, no I/O.

    Call `hear` once for every second that ends, in a session or not; then, in a session, `follow`.
    `on` is the day, for what is estimated from age.
    """

    def __init__(
        self,
        athlete: Athlete,
        zones: Zones | None,
        ceiling_hr: float | None,
        on: date | None = None,
    ) -> None:
        self._athlete, self._zones, self._on = athlete, zones, on
        self._heart = Listener()
        self._work = WorkWatch()
        self._second = Second()
        self._ceiling = CeilingWatch(ceiling_hr)
        self._begin()

    def _begin(self) -> None:
        self._guiding = Guiding()
        self._announcer = Announcer()
        self._grade = GradePrompt()
        self._ratings = Ratings()
        self._signal = SignalWatch()
        self._step: Step | None = None
        self._aim: Step | None = None
        """Whose target and effort are asked for: the step's own, or an easier one's."""
        self._before: Step | None = None
        """What was aimed at before that."""
        self._is_unsure = False
        """Taken up in the middle of a step: nobody knows what was said just before."""

    def know(self, athlete: Athlete, zones: Zones | None, ceiling_hr: float | None) -> None:
        """What is known of the athlete has changed: bands from the next step on, a ceiling now."""
        self._athlete, self._zones = athlete, zones
        self._ceiling.ceiling_hr = ceiling_hr
        band = self._guiding.band
        if band is not None and ceiling_hr is not None:
            self._guiding.band = clip(band, ceiling_hr)

    # -- what was heard ----------------------------------------------------------------------------

    def hear(self, second: Second) -> None:
        """Takes in a second: smoothing, suspicion."""
        self._second = second
        self._work.hear(second.speed_kmh, second.grade_percent)
        self._heart.hear(
            second.bpm, second.rr_ms, second.silent_s, work_changed=self._work.has_changed
        )

    def forget_heart(self) -> None:
        """What was heard was somebody else's heart."""
        self._heart = Listener()

    @property
    def shown(self) -> float | None:
        """Median of the last 5 s, bpm."""
        return self._heart.shown

    @property
    def control(self) -> float | None:
        """What guidance steers by, bpm."""
        return self._heart.control

    @property
    def is_suspect(self) -> bool:
        """Whether the last second's reading is one that guidance leaves out."""
        return self._heart.is_suspect

    # -- the way through a session -----------------------------------------------------------------

    def begin_session(self, ceiling_hr: float | None) -> None:
        """Forgets cues, walks and ratings of the session before."""
        self._ceiling = CeilingWatch(ceiling_hr)
        self._begin()

    def restore(
        self, cues: tuple[Cue, ...] = (), walks: int = 0, *, is_walking: bool = False
    ) -> None:
        """After begin_session and before begin_step: what the session had come to before a cut, the
        cues oldest first. Without them nobody is nudged in the first 30 s.
        """
        self._guiding.spacing.restore(cues)
        self._ceiling = CeilingWatch(self._ceiling.ceiling_hr, walks, is_walking)

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
        self._announcer.begin(is_first=self._step is None)
        self._is_unsure |= self._step is None and at_step_s > 0
        if not self._signal.has_stepped_back:
            self._before = self._aim
        self._step, self._aim = step, target_step or step
        self._ratings.begin_step()
        self._signal.begin_step()
        self._take_aim(self._step, at_step_s, hr0)

    def _take_aim(self, step: Step, at_step_s: int, hr0: float | None = None) -> None:
        """Band and ease-in from this second of the step on."""
        self._work.change()
        band = self._make_band(step)
        self._guiding.aim(step, band, at_step_s, self._heart.starting() if hr0 is None else hr0)

    def _make_band(self, step: Step) -> Band | None:
        if self._aim is None or is_downhill(step):
            return None
        ceiling = self._ceiling.ceiling_hr
        band = band_for(self._aim, self._athlete, self._zones, ceiling, self._on)
        lower = self._ceiling.lowered_bpm
        return None if band is None else Band(band.low - lower, band.high - lower)

    def leave_step(self) -> None:
        """No band any more."""
        self._step = self._aim = None
        self._guiding.leave()
        self._grade.forget()

    def follow(self, stand: Stand) -> tuple[tuple[Cue, ...], tuple[Order, ...]]:
        """Judges the second that was heard last: what is said in it, the most important last, and
        what is decided.
        """
        self._work.rest(stand.is_resting)
        self._guiding.verdict = Verdict.NONE
        if stand.is_resting:
            self._grade.forget()
            return (), ()
        self._ratings.follow(
            stand.step, stand.step_s, stand.left_s, stand.elapsed_s, by_effort=self.by_effort
        )
        if self._is_unsure:
            self._guiding.spacing.hold(stand.elapsed_s)
            self._is_unsure = False
        self._guiding.ease(stand.step, stand.step_s)
        said = [*self._announce(stand), *self._ask_grade(stand)]
        urgent, orders = self._look_after(stand)
        if not self.is_walking:
            self._guiding.judge(stand, self._heart.control)
            said += [] if urgent else self._nudge(stand)
        said += urgent
        for cue in said:
            self._guiding.spacing.note(cue.code, cue.at_s)
        return tuple(said), tuple(orders)

    def _announce(self, stand: Stand) -> list[Cue]:
        due = self._announcer.update(stand.step, stand.following, stand.left_s)
        return [] if due is None else [Cue(due[0], stand.elapsed_s, step=due[1])]

    def _ask_grade(self, stand: Stand) -> list[Cue]:
        if self.is_walking:
            self._grade.forget()
            return []
        wanted = stand.wanted_grade_percent
        code = self._grade.update(wanted, self._second.grade_percent, stand.elapsed_s)
        if code is None or not is_watched(stand.step):
            return []
        return [Cue(code, stand.elapsed_s, wanted)]

    # -- looking after them ------------------------------------------------------------------------

    def _look_after(self, stand: Stand) -> tuple[list[Cue], list[Order]]:
        """Signal, ceiling and sudden jumps: also in warm-up and cool-down."""
        cues: list[Cue] = []
        orders: list[Order] = []
        is_told = is_watched(stand.step) and not self._athlete.is_effort_only
        falls_silent, steps_back = self._signal.update(
            self._heart.silent_s, is_hard=self._is_hard, is_told=is_told
        )
        if falls_silent:
            cues.append(Cue(CueCode.BY_EFFORT, stand.elapsed_s))
        if steps_back:
            orders.append("no signal")
        held = self._ceiling.update(self._heart.control, stand.elapsed_s)
        if held is not None:
            code, order = held
            cues.append(Cue(code, stand.elapsed_s))
            if order is not None:
                orders.append(order)
            if order == "rejoin":
                self._take_aim(stand.step, stand.step_s + 1)
        if self._heart.has_jumped:
            cues.append(Cue(CueCode.ALL_RIGHT, stand.elapsed_s))
            orders.append("are you all right")
        return cues, orders

    @property
    def _is_hard(self) -> bool:
        """In zone 4 or above: by the target, by the last heart rate there was, or in a recovery
        walk, whose end nobody could tell.
        """
        if self._athlete.is_effort_only or self._aim is None:
            return False
        if self._aim.kind != "work":
            return self.is_walking
        last, zones = self._heart.last_control, self._zones
        was_hard = last is not None and zones is not None and zones.number_at(last) >= 4
        return was_hard or self.is_walking or is_hard(self._aim, self._guiding.band, zones)

    def _nudge(self, stand: Stand) -> list[Cue]:
        second, heart = self._second, self._heart
        if is_downhill(stand.step):
            nudge = self._guiding.shorten_steps(stand, second.cadence_spm)
        else:
            nudge = self._guiding.nudge(stand, heart, second)
        if nudge is None or (nudge.code in MORE and not self._allows_more(stand.step)):
            return []
        return [nudge]

    def _allows_more(self, step: Step) -> bool:
        """Only in work, away from the ceiling, and not before the grade is there."""
        expected = (self._heart.control, self._heart.projected())
        highest_hr = max((bpm for bpm in expected if bpm is not None), default=0.0)
        return (
            step.kind == "work"
            and self._grade.state != "set"
            and self._ceiling.allows_more(highest_hr)
        )

    # -- where they stand --------------------------------------------------------------------------

    @property
    def hr0(self) -> float | None:
        """Heart rate that the ease-in began at, bpm."""
        return self._guiding.hr0

    @property
    def eased_from_s(self) -> int:
        """Second of the step at which it began: later than 0 after joining or rejoining."""
        return self._guiding.eased_from_s

    @property
    def band(self) -> Band | None:
        """Of the present step; None without a target and in a recovery walk."""
        return None if self.is_walking else self._guiding.band

    @property
    def guide(self) -> Band | None:
        """The band after easing in."""
        return None if self.is_walking else self._guiding.guide

    @property
    def verdict(self) -> Verdict:
        return self._guiding.verdict

    @property
    def by_effort(self) -> bool:
        """Whether there is no heart rate to guide by, or none that may."""
        is_unknown = self._zones is None and self._guiding.band is None
        is_silent = self._heart.silent_s > EFFORT_AFTER_S
        return self._athlete.is_effort_only or is_unknown or is_silent

    @property
    def wanted_rpe(self) -> tuple[int, int] | None:
        """The effort asked for now; the previous step's where hard work has lost its signal."""
        if self._aim is None:
            return None
        if self.is_walking:
            return WALK_RPE
        asked = self._effort(self._aim)
        if not self._signal.has_stepped_back:
            return asked
        before = None if self._before is None else self._effort(self._before)
        return before or one_step_easier(asked)

    def _effort(self, step: Step) -> tuple[int, int] | None:
        ceiling = self._ceiling.ceiling_hr
        return effort_below(step, self._athlete, self._zones, ceiling, self._on)

    @property
    def is_walking(self) -> bool:
        """Whether a recovery walk of their own is on."""
        return self._ceiling.is_walking

    @property
    def walks(self) -> int:
        """Recovery walks begun in this session; for `restore`."""
        return self._ceiling.walks

    @property
    def grade_prompt(self) -> GradeState:
        return self._grade.state

    def confirm_grade(self) -> None:
        """The athlete says that the belt is at the grade asked for."""
        self._grade.confirm()

    @property
    def wants_rating(self) -> bool:
        """Whether it is time to ask how hard it is: once in the last third of every work step
        of two minutes and more, and every five minutes when guided by effort.
        """
        return self._ratings.wants and not self._work.is_resting and not self.is_walking

    def rate(self, rpe: int) -> None:
        """They have said how hard it is, RPE 1–10."""
        self._ratings.rate(rpe)
