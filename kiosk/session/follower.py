"""What the engine keeps about one athlete from second to second, that no screen shows."""

import math
from collections import deque

from kiosk.events import HeartRate
from kiosk.session.pace import Movement
from kiosk.session.records import SampleFlag
from kiosk.session.state import Participant, Signal, StrapHeard
from kiosk.session.wearing import Wearing
from kiosk.training.guidance import (
    START_S,
    SUSPECT_WINDOW_S,
    BandWatch,
    Smoother,
    Verdict,
    ease_band,
    ease_in_s,
    is_suspect,
    starting_hr,
)
from kiosk.training.plan import RangeTarget, Step
from kiosk.training.zones import Band, Zones, clip, shown_bpm

UNKNOWN_LENGTH_S = 600
"""Length assumed for the ease-in of a step that ends by button or own distance."""


class Follower:
    """Collects one athlete's readings into seconds and judges them against the band."""

    def __init__(self, participant: Participant, ceiling: float | None, now: float) -> None:
        self.participant = participant
        self.ceiling = ceiling
        self.wearing = Wearing(participant.athlete.straps, now)
        self.feet = Movement()
        """What their own foot pod says."""
        self.on_since = -math.inf
        """When they stepped onto their station."""
        self.paused_alone = False
        self.typed_speed_kmh: float | None = None
        self.typed_cadence_spm: float | None = None
        self.hr0: float | None = None
        self.eased_from_s = 0
        """Step second at which this athlete's ease-in began; later than 0 for late joiners."""
        self.last_bpm: int | None = None
        self.last_rr: tuple[float, ...] = ()
        self.flags = SampleFlag.NONE
        self.last_grade: float | None = None
        self._bpm: int | None = None
        self._rr: list[float] = []
        self._grade: float | None = None
        self._had_signal: bool | None = None
        """As last noted; None before anything was heard."""
        self._raw: deque[int | None] = deque(maxlen=SUSPECT_WINDOW_S)
        self._usable: deque[int | None] = deque(maxlen=START_S)
        self._smoother = Smoother()
        self._watch = BandWatch()
        self._since_work_changed_s = 0

    def hear(self, reading: HeartRate) -> None:
        """Takes one message of the athlete's strap into the present second."""
        self.participant.heard_at = reading.at
        self.wearing.hear(reading)
        if reading.bpm is not None and reading.worn:
            self._bpm = reading.bpm
        self._rr.extend(reading.rr_ms)

    def hear_grade(self, percent: float) -> None:
        self._grade = percent

    def put_on(self, strap: int | None, now: float, heard: StrapHeard | None, given: bool) -> None:
        """Changes the strap; `heard` is what the new one said last, `given` by somebody's word."""
        self.participant.strap = strap
        self.wearing.put_on(strap, now, heard, given)

    def recall(self, heard: StrapHeard, second_began: float) -> None:
        """What their own strap said before it was known to be here counts in the same second."""
        if heard.bpm is not None and heard.at >= second_began:
            self._bpm = heard.bpm
            self.participant.heard_at = heard.at
            self.wearing.was_heard = True

    def forget_heart(self) -> None:
        """What was heard was somebody else's heart."""
        self._bpm = None
        self._rr.clear()
        self._raw.clear()
        self._usable.clear()
        self._smoother = Smoother()

    def change_station(self, station: str | None, at: float) -> None:
        """What was heard of a machine up to now stays behind with it."""
        self.participant.station = station
        self.on_since = at
        self._grade = None
        self.forget_typed()

    def forget_typed(self) -> None:
        """The belt may run otherwise by the time they are on one again."""
        self.typed_speed_kmh = self.typed_cadence_spm = None

    def close_second(self) -> None:
        """Ends the present second: what was heard in it becomes the last_… values."""
        self.last_bpm, self._bpm = self._bpm, None
        self.last_rr, self._rr = tuple(self._rr), []
        self.last_grade, self._grade = self._grade, None
        self._since_work_changed_s += 1
        is_off_body = self.wearing.strap is not None and not self.wearing.is_on_body
        self.flags = SampleFlag.NOT_WORN if is_off_body else SampleFlag.NONE
        if self.participant.resting:
            self.flags |= SampleFlag.RECOVERY
        suspect = self.last_bpm is not None and is_suspect(
            tuple(self._raw),
            self.last_bpm,
            work_changed=self._since_work_changed_s <= SUSPECT_WINDOW_S,
        )
        if suspect:
            self.flags |= SampleFlag.SUSPECT
        usable = None if suspect else self.last_bpm
        self._raw.append(self.last_bpm)
        self._usable.append(usable)
        self._smoother.update(usable)

    def refresh(self, now: float) -> bool:
        """Updates signal and shown number for `now`; True when the signal was lost or came back."""
        who = self.participant
        who.signal = self.wearing.signal(now)
        blank = who.signal in (Signal.LOST, Signal.CHECK, Signal.NOT_WORN, Signal.NEVER)
        shown = None if blank else self._smoother.shown
        who.shown_bpm = None if shown is None else shown_bpm(shown)
        if who.zones is not None and who.shown_bpm is not None:
            who.zone = who.zones.label_at(who.shown_bpm)
            who.zone_number = who.zones.number_at(who.shown_bpm)
        else:
            who.zone = who.zone_number = None
        if blank:
            who.verdict = Verdict.NONE
        return self._notice_signal()

    def _notice_signal(self) -> bool:
        before, heard = self._had_signal, _is_heard(self.participant.signal)
        if heard or before or self.participant.signal is not Signal.NEVER:
            self._had_signal = heard
        return before is not None and before != heard

    def begin_step(self, step: Step, at_step_s: int = 0, hr0: float | None = None) -> None:
        """Sets the band of a new step; `hr0` overrides the mean of the last 30 s."""
        who = self.participant
        self.hr0 = hr0 if hr0 is not None else starting_hr(tuple(self._usable))
        self.eased_from_s = at_step_s
        self._since_work_changed_s = 0
        self._watch = BandWatch()
        who.band = band_of(step, who.zones, self.ceiling)
        who.guide = self._guide(step, at_step_s)
        who.verdict = Verdict.NONE

    def leave_step(self) -> None:
        """No band any more: warm-up of a late joiner, pause at the end, session over."""
        who = self.participant
        who.band = who.guide = None
        who.wanted_grade_percent = who.wanted_speed_kmh = None
        who.verdict = Verdict.NONE

    def follow(self, step: Step, step_s: int) -> None:
        """Judges the closed second, which was second `step_s` of the step."""
        who = self.participant
        who.guide = self._guide(step, step_s)
        if who.resting:
            who.verdict = Verdict.NONE
            return
        if who.band is None or who.guide is None or step.kind in ("warm-up", "cool-down"):
            return  # a warm-up may show a band, but nobody is told anything
        who.verdict = self._watch.update(
            step_s - self.eased_from_s,
            self._smoother.control,
            who.guide,
            who.band,
            self._ease_s(step),
            self.hr0,
        )

    def _guide(self, step: Step, step_s: int) -> Band | None:
        """The band of second `step_s` of the step, on the way in."""
        band = self.participant.band
        if band is None:
            return None
        return ease_band(band, self.hr0, step_s - self.eased_from_s, self._ease_s(step))

    def _ease_s(self, step: Step) -> float:
        length = (step.planned_s or UNKNOWN_LENGTH_S) - self.eased_from_s
        return ease_in_s(max(1, length))


def _is_heard(signal: Signal) -> bool:
    return signal in (Signal.LIVE, Signal.WEAK, Signal.NOT_WORN)


def band_of(step: Step, zones: Zones | None, ceiling: float | None) -> Band | None:
    """The step's target as this athlete's band; None without a target or without zones."""
    target = step.target
    if target is None:
        return None
    if isinstance(target, RangeTarget):
        band = Band(target.low, math.floor(target.high) + 1)  # "140 to 150" means 150 too
    elif zones is None:
        return None
    else:
        band = zones.band(target.zone, target.part)
    return band if ceiling is None else clip(band, ceiling)
