"""What the engine keeps about one athlete from second to second, that no screen shows."""

import math
from datetime import date

from kiosk.events import HeartRate
from kiosk.session.ladder import Ladder
from kiosk.session.live import Tally
from kiosk.session.pace import Movement, Pace, is_moving
from kiosk.session.records import SampleFlag
from kiosk.session.state import Detour, Participant, Signal, StrapHeard
from kiosk.session.wearing import Wearing
from kiosk.training.athlete import Athlete
from kiosk.training.coach import Coach, Order, Second, Stand
from kiosk.training.cues import Cue
from kiosk.training.guidance import Verdict
from kiosk.training.plan import Step
from kiosk.training.zones import Zones, shown_bpm

_BLANK = frozenset({Signal.LOST, Signal.CHECK, Signal.NOT_WORN, Signal.NEVER})


class Follower:
    """Collects one athlete's readings into seconds and hands them to the athlete's coach."""

    def __init__(
        self, participant: Participant, ceiling: float | None, now: float, day: date | None = None
    ) -> None:
        self.participant = participant
        self.ceiling = ceiling
        self.coach = Coach(participant.athlete, participant.zones, ceiling, day)
        self.wearing = Wearing(participant.athlete.straps, now)
        self.feet = Movement()
        """What their own foot pod says."""
        self.on_since = -math.inf
        """When they stepped onto their station."""
        self.noted_strap: tuple[object, ...] = ()
        """What was noted last of the strap's own facts, and of the foot pod: see provenance."""
        self.noted_pod: tuple[int, int] | None = None
        self.paused_alone = False
        self.way: Detour | None = None
        """The way of their own they are on, if any."""
        self.warmed_s = 0
        """Seconds of a late joiner's own warm-up done."""
        self.owed_s = 0
        """Seconds of warm-up that a late joiner has to do before anything else."""
        self.ladder: Ladder | None = None
        """Of a late joiner: how hard a step they are let in at."""
        self.aim: Step | None = None
        """The easier step whose effort a late joiner is asked for; None: that of the present."""
        self.typed_speed_kmh: float | None = None
        self.typed_cadence_spm: float | None = None
        self.began_bpm: float | None = None
        """Heart rate at the very start of the present step."""
        self.is_past_gate = False
        self.is_grade_noted = False
        """In the present step."""
        self.moved_at = -math.inf
        """When their station moved under them or their foot pod said that they did."""
        self.tally = Tally()
        self.last_bpm: int | None = None
        self.last_rr: tuple[float, ...] = ()
        self.flags = SampleFlag.NONE
        self.last_grade: float | None = None
        self.pace = Pace()
        """Of the second that closed last."""
        self.beat_at = now
        """When a heart rate was heard last; of somebody new, when they tapped in."""
        self._bpm: int | None = None
        self._rr: list[float] = []
        self._grade: float | None = None
        self._had_signal: bool | None = None
        """As last noted; None before anything was heard."""

    def renew(self, athlete: Athlete, zones: Zones | None, ceiling: float | None) -> None:
        """The roster entry may have changed."""
        self.participant.athlete, self.participant.zones = athlete, zones
        self.ceiling = ceiling

    def hear(self, reading: HeartRate) -> None:
        """Takes one message of the athlete's strap into the present second."""
        self.participant.heard_at = reading.at
        self.wearing.hear(reading)
        if reading.bpm is not None and reading.worn:
            self._bpm = reading.bpm
            self.beat_at = reading.at
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
            self.beat_at = self.participant.heard_at = heard.at
            self.wearing.was_heard = True

    def forget_heart(self) -> None:
        """What was heard was somebody else's heart."""
        self._bpm = None
        self._rr.clear()
        self.coach.forget_heart()

    def change_station(self, station: str | None, at: float) -> None:
        """What was heard of a machine up to now stays behind with it."""
        self.participant.station = station
        self.on_since = at
        self._grade = None
        self.forget_typed()

    def forget_typed(self) -> None:
        """The belt may run otherwise by the time they are on one again."""
        self.typed_speed_kmh = self.typed_cadence_spm = None

    def close_second(self, ended: float, pace: Pace) -> None:
        """Ends the present second: what was heard in it becomes the last_… values."""
        self.last_bpm, self._bpm = self._bpm, None
        self.last_rr, self._rr = tuple(self._rr), []
        self.last_grade, self._grade = self._grade, None
        self.pace = pace
        if is_moving(pace):
            self.moved_at = ended
        is_said = pace.speed_source != "prescribed"
        self.coach.hear(
            Second(
                bpm=self.last_bpm,
                rr_ms=self.last_rr,
                silent_s=ended - self.beat_at,
                grade_percent=self.last_grade,
                speed_kmh=pace.speed_kmh if is_said else None,
                cadence_spm=pace.cadence_spm,
            )
        )
        is_off_body = self.wearing.strap is not None and not self.wearing.is_on_body
        self.flags = SampleFlag.NOT_WORN if is_off_body else SampleFlag.NONE
        if self.participant.resting:
            self.flags |= SampleFlag.RECOVERY
        if self.last_bpm is not None and self.coach.is_suspect:
            self.flags |= SampleFlag.SUSPECT

    def refresh(self, now: float) -> bool:
        """Updates signal and shown number for `now`; True when the signal was lost or came back."""
        who = self.participant
        who.signal = self.wearing.signal(now)
        blank = who.signal in _BLANK
        shown = None if blank else self.coach.shown
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

    def begin_step(
        self, step: Step, at_step_s: int = 0, hr0: float | None = None, aim: Step | None = None
    ) -> None:
        """Sets the band of a new step, or of `aim`; `hr0` overrides the mean of the last 30 s."""
        self.coach.begin_step(step, at_step_s, hr0, target_step=aim)
        self.began_bpm = hr0 if hr0 is not None else self.coach.shown
        self.aim = aim
        self.is_past_gate = self.is_grade_noted = False
        self._show()

    def leave_step(self) -> None:
        """No band any more: the session is over for them."""
        self.coach.leave_step()
        who = self.participant
        who.band = who.guide = who.cue = who.alert = who.wanted_rpe = None
        who.wanted_grade_percent = who.wanted_speed_kmh = None
        who.verdict, who.grade_prompt = Verdict.NONE, "none"
        who.by_effort = who.wants_rating = False
        who.detour = self.way = self.ladder = self.aim = None
        who.lane = who.next_station = None

    def follow(self, stand: Stand) -> tuple[tuple[Cue, ...], tuple[Order, ...]]:
        """Judges the closed second: what is to be said in it and what is decided."""
        said = self.coach.follow(stand)
        self._show()
        if self.coach.is_walking:
            self.flags |= SampleFlag.WALK
        if self.coach.by_effort:
            self.flags |= SampleFlag.BY_EFFORT
        return said

    def _show(self) -> None:
        who, coach = self.participant, self.coach
        who.band, who.guide = coach.band, coach.guide
        who.verdict = Verdict.NONE if who.resting else coach.verdict
        who.by_effort, who.wanted_rpe = coach.by_effort, coach.wanted_rpe
        who.wants_rating = coach.wants_rating and not who.resting


def _is_heard(signal: Signal) -> bool:
    return signal in (Signal.LIVE, Signal.WEAK, Signal.NOT_WORN)
