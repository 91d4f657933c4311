"""What one open port brings: bytes in, a station's events out, and what is wrong with them."""

from collections.abc import Iterator, Sequence
from statistics import median_low
from typing import TypeVar

from drivers.incline.cadence import StepCadence
from drivers.incline.codec import Codec
from drivers.incline.filter import LARGEST_TILT_DEG, GradeFilter
from drivers.incline.readings import GRADE_PERCENT, Acceleration, Angle, Console, Doubt, within
from kiosk.calibration import Calibration
from kiosk.events import Event, Grade, Motion, Tilt
from kiosk.words import Number, text

POST_EVERY_S = 0.2
FROZEN_S = 10.0
ASKEW_S = 3.0
NEWS_DEG = 5.0
"""What is wrong is not said anew for every degree."""
PROOF_FRAMES = 2
"""One good frame may be a chance hit in noise."""

SPEED_STEP_KMH = 1.5
GRADE_STEP_PERCENT = 1.5
CADENCE_STEP_SPM = 15.0
"""Further than a machine gets between two readings."""

_T = TypeVar("_T")


class Line:
    """One station's readings from when its port was opened until it is closed.

    `feels_steps`: a runner's cadence may be read from the shaking of the deck.
    """

    def __init__(
        self, station: str, codec: Codec, calibration: Calibration, now: float, *, feels_steps: bool
    ) -> None:
        self.codec = codec
        self.calibration = calibration
        self.heard_at = now
        """When the last reading came, of use or not."""
        self.is_proven = False
        """Whether a value came that can be used."""
        self.quiet_bytes = 0
        self.quiet_frames = 0
        """What has come since the last reading."""
        self._station = station
        self._filter = GradeFilter(calibration)
        self._cadence = StepCadence() if feels_steps else None
        self._doubts = (Doubt(SPEED_STEP_KMH), Doubt(GRADE_STEP_PERCENT), Doubt(CADENCE_STEP_SPM))
        self._frames = 0
        self._useful_at = now
        self._askew_deg: float | None = None
        self._changes: int | None = None
        self._changed_at = now
        self._is_frozen = False
        self._posted_at = now - POST_EVERY_S
        self._forget_fresh()

    @property
    def trouble(self) -> str | None:
        """What is wrong although the device speaks, and what to do: "reads 87° from …"."""
        if self._is_frozen:
            return text(
                "shows the same value for {frozen_s} s: unplug it for five seconds, then "
                "plug it in again",
                frozen_s=Number(FROZEN_S),
            )
        if self._askew_deg is not None and self.heard_at - self._useful_at >= ASKEW_S:
            return text(
                "reads {askew_deg}° from its zero, further than any deck goes: check how "
                "it is mounted, then calibrate it, or set its axis and zero in the "
                "configuration",
                askew_deg=Number(self._askew_deg),
            )
        return None

    def calibrate(self, calibration: Calibration) -> None:
        self.calibration = calibration
        self._filter.calibrate(calibration)
        self._percent = None

    def take(self, data: bytes, since: float, now: float) -> None:
        """Takes the bytes that arrived between `since` and `now`, monotonic seconds."""
        readings = self.codec.feed(data)
        frames = self.codec.frames - self._frames
        self._frames = self.codec.frames
        self._watch_for_frost(frames > 0, now)
        angles = [each for each in readings if isinstance(each, Angle)]
        shaking = [each for each in readings if isinstance(each, Acceleration)]
        said = [each for each in readings if isinstance(each, Console)]
        if angles or said:
            self.heard_at = now
            self.quiet_bytes = self.quiet_frames = 0
        else:
            self.quiet_bytes += len(data)
            self.quiet_frames += frames
        if self._is_frozen:
            return
        for at, angle in _spread(angles, since, now):
            self._tilted(at, angle)
        for at, acceleration in _spread(shaking, since, now):
            spm = self._cadence.feed(at, acceleration) if self._cadence else None
            self._deck_spm = spm or self._deck_spm
        for at, console in _spread(said, since, now):
            self._said(at, console)

    def events(self, now: float) -> list[Event]:
        """What is new, a few times a second at most."""
        if now - self._posted_at < POST_EVERY_S:
            return []
        events: list[Event] = []
        if self._pitches:
            pitch, roll = median_low(self._pitches), median_low(self._rolls)
            events.append(Tilt(now, self._station, pitch, roll))
        if self._percent is not None:
            events.append(Grade(now, self._station, self._percent))
        if self._speed_kmh is not None or self._spm is not None:
            events.append(
                Motion(
                    now,
                    "console",
                    self._station,
                    speed_kmh=self._speed_kmh,
                    cadence_spm=self._spm,
                )
            )
        if self._deck_spm is not None:
            events.append(Motion(now, "deck", self._station, cadence_spm=self._deck_spm))
        if events:
            self._posted_at = now
            self._forget_fresh()
        return events

    def _forget_fresh(self) -> None:
        self._percent: float | None = None
        self._speed_kmh: float | None = None
        self._spm: float | None = None
        self._deck_spm: float | None = None
        self._pitches: list[float] = []
        self._rolls: list[float] = []

    def _watch_for_frost(self, has_frames: bool, now: float) -> None:
        """Real sensors tremble in their last bit: one that never changes repeats old values."""
        changes = self.codec.changes
        if changes is None or not has_frames:
            return
        if changes != self._changes:
            self._changes, self._changed_at = changes, now
            if self._is_frozen:
                self._is_frozen = False
                self._filter.restart()
        elif now - self._changed_at >= FROZEN_S and not self._is_frozen:
            self._is_frozen = True
            self._forget_fresh()

    def _tilted(self, at: float, angle: Angle) -> None:
        self._pitches.append(angle.pitch_deg)
        self._rolls.append(angle.roll_deg)
        tilt = self._filter.tilt_deg(angle)
        percent = self._filter.feed(at, angle)
        if abs(tilt) > LARGEST_TILT_DEG or percent != within(percent, GRADE_PERCENT):
            if self._askew_deg is None or abs(tilt - self._askew_deg) > NEWS_DEG:
                self._askew_deg = tilt
            return
        self._percent = self._percent if percent is None else percent
        self._found_useful(at)

    def _said(self, at: float, console: Console) -> None:
        said = (console.speed_kmh, console.grade_percent, console.cadence_spm)
        speed, grade, spm = (
            None if value is None else doubt.take(at, value)
            for doubt, value in zip(self._doubts, said, strict=True)
        )
        self._speed_kmh = self._speed_kmh if speed is None else speed
        self._percent = self._percent if grade is None else grade
        self._spm = self._spm if spm is None else spm
        self._found_useful(at)

    def _found_useful(self, at: float) -> None:
        self._useful_at = at
        self._askew_deg = None
        self.is_proven = self.is_proven or self.codec.frames >= PROOF_FRAMES


def _spread(items: Sequence[_T], since: float, now: float) -> Iterator[tuple[float, _T]]:
    """Each with its time: those of one batch came one after another."""
    for number, item in enumerate(items, start=1):
        yield since + (now - since) * number / len(items), item
