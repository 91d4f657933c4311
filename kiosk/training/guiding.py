"""Leads one athlete into a step's band and keeps them there: guide, verdict, nudges."""

from kiosk.training.cues import Cue, CueCode
from kiosk.training.guidance import (
    DOWNWARD_SILENCE_S,
    BandWatch,
    Verdict,
    ease_band,
    ease_in_s,
)
from kiosk.training.listening import Listener
from kiosk.training.nudges import Spacing
from kiosk.training.pacing import CREEPING_BPM, Pace, nudge_for
from kiosk.training.plan import Step
from kiosk.training.stand import Second, Stand
from kiosk.training.zones import Band

UNKNOWN_LENGTH_S = 600
"""Length assumed for the ease-in of a step that ends by button or own distance."""
SHORT_STEPS_AFTER_S = 10
"""A cadence below what is asked downhill must have lasted this long."""
NOT_BEFORE_CHANGE_S = 15
"""So shortly before the next step nobody is nudged any more."""


class Guiding:
    """Of one athlete through a session. Warm-ups and cool-downs may show a band; nobody is told
    anything in them.
    """

    def __init__(self) -> None:
        self.spacing = Spacing()
        self.band: Band | None = None
        self.guide: Band | None = None
        self.hr0: float | None = None
        self.eased_from_s = 0
        self.verdict = Verdict.NONE
        self._watch = BandWatch()
        self._below_s = 0
        """How long cadence has been too low, downhill."""

    def aim(self, step: Step, band: Band | None, at_step_s: int, hr0: float | None) -> None:
        """Towards this band, from this second of the step on."""
        self.band, self.hr0, self.eased_from_s = band, hr0, at_step_s
        self.verdict = Verdict.NONE
        self._watch = BandWatch()
        self._below_s = 0
        self.ease(step, at_step_s)

    def leave(self) -> None:
        self.band = self.guide = None
        self.verdict = Verdict.NONE

    def ease(self, step: Step, step_s: int) -> None:
        """The guide of second `step_s`, on the way in."""
        if self.band is None:
            self.guide = None
            return
        since_s = step_s - self.eased_from_s
        self.guide = ease_band(self.band, self.hr0, since_s, self._ease_s(step))

    def judge(self, stand: Stand, control_hr: float | None) -> None:
        """The verdict on this second."""
        if self.band is None or self.guide is None or not is_watched(stand.step):
            return
        self.verdict = self._watch.update(
            stand.step_s - self.eased_from_s,
            control_hr,
            self.guide,
            self.band,
            self._ease_s(stand.step),
            self.hr0,
        )

    def nudge(self, stand: Stand, heart: Listener, second: Second) -> Cue | None:
        """What would bring the heart where it should be, if anything may be said now."""
        is_ending = stand.left_s is not None and stand.left_s < NOT_BEFORE_CHANGE_S
        is_settling = (
            self._watch.is_downward and stand.step_s - self.eased_from_s < DOWNWARD_SILENCE_S
        )
        if not is_watched(stand.step) or is_ending or is_settling:
            return None
        if not self.spacing.allows(stand.elapsed_s):
            return None
        pace = self._pace(stand, heart, second)
        nudge = None if pace is None else nudge_for(pace)
        return None if nudge is None else Cue(nudge.code, stand.elapsed_s, nudge.amount)

    def shorten_steps(self, stand: Stand, cadence_spm: float | None) -> Cue | None:
        """Downhill: quick short steps; no heart rate leads here."""
        asked = stand.step.cadence_spm
        is_low = asked is not None and cadence_spm is not None and cadence_spm < asked[0]
        self._below_s = self._below_s + 1 if is_low else 0
        if self._below_s < SHORT_STEPS_AFTER_S or not self.spacing.allows(stand.elapsed_s):
            return None
        return Cue(CueCode.SHORT_STEPS, stand.elapsed_s) if is_watched(stand.step) else None

    def _pace(self, stand: Stand, heart: Listener, second: Second) -> Pace | None:
        control, guide = heart.control, self.guide
        if guide is None or control is None:
            return None
        if guide.low <= control <= guide.high - CREEPING_BPM:
            return None  # nothing is said there, and this is most seconds
        projected, mean_hr = heart.projected(), heart.starting()
        if projected is None or mean_hr is None:
            return None
        grade = second.grade_percent
        wanted = stand.wanted_grade_percent or 0.0
        return Pace(
            control_hr=control,
            projected_hr=projected,
            mean_hr=mean_hr,
            guide=guide,
            grade_percent=wanted if grade is None else grade,
            speed_kmh=second.speed_kmh,
            cadence_spm=second.cadence_spm,
            quiet_s=self.spacing.quiet_s(stand.elapsed_s),
            is_turnover_in_vain=self.spacing.is_in_vain(CueCode.TURNOVER, stand.elapsed_s),
        )

    def _ease_s(self, step: Step) -> float:
        return ease_in_s(max(1, (step.planned_s or UNKNOWN_LENGTH_S) - self.eased_from_s))


def is_watched(step: Step) -> bool:
    """Whether anybody is told anything in a step like this."""
    return step.kind not in ("warm-up", "cool-down")
