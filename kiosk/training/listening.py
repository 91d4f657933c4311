"""What one athlete's strap says, second by second: smoothed, and doubted where it should be."""

from collections import deque
from statistics import median

from kiosk.training.guidance import (
    SLOPE_S,
    START_S,
    SUSPECT_JUMP_BPM,
    SUSPECT_WINDOW_S,
    Smoother,
    is_suspect,
    projection,
    starting_hr,
)

LOWEST_BPM, HIGHEST_BPM = 30, 230
"""Readings outside are no heart rate."""
AGREES_S, WATCHED_S = 15, 30
_RR_S = 5
_RR_TOLERANCE = 0.10
"""A strap's number is itself a mean of some seconds, so its beats lead it by a little."""


class JumpWatch:
    """After a suspect jump: is it the strap, or the heart? The beat intervals tell.

    For 15 s the new level is left out. If in each of 15 seconds in a row (within half a minute of
    the jump) the beats of the last 5 s are, within 10 %, what the number says, it is the heart.
    """

    def __init__(self) -> None:
        self._rr: deque[tuple[float, ...]] = deque(maxlen=_RR_S)
        self._base: float | None = None
        """The level before the jump; None while nothing is watched."""
        self._for_s = self._agreed_s = 0
        self.is_confirmed = False
        """In this second it has become certain that the heart did jump."""

    def hear(self, bpm: int | None, rr_ms: tuple[float, ...]) -> None:
        """The next second; None without a valid heart rate."""
        self._rr.append(rr_ms)
        self.is_confirmed = False
        if self._base is None:
            return
        self._for_s += 1
        is_back = bpm is not None and abs(bpm - self._base) <= SUSPECT_JUMP_BPM
        if is_back or self._for_s > WATCHED_S:
            self._base = None
            return
        agrees = bpm is not None and self._agree(bpm)
        self._agreed_s = self._agreed_s + 1 if agrees else 0
        if self._agreed_s >= AGREES_S:
            self.is_confirmed = True
            self._base = None

    def begin(self, base: float, bpm: int) -> None:
        """A suspect reading, away from `base`; one already watched goes on being watched."""
        if self._base is None:
            self._base, self._for_s = base, 1
            self._agreed_s = int(self._agree(bpm))

    @property
    def leaves_out(self) -> bool:
        """Whether the present reading is still in doubt."""
        return self._base is not None and self._for_s <= AGREES_S

    def _agree(self, bpm: int) -> bool:
        beats = [interval for second in self._rr for interval in second if interval > 0]
        return bool(beats) and abs(60_000 / median(beats) - bpm) <= _RR_TOLERANCE * bpm


class Listener:
    """One athlete's heart rate: `hear` once a second."""

    def __init__(self) -> None:
        self._raw: deque[float | None] = deque(maxlen=SUSPECT_WINDOW_S)
        self._usable: deque[float | None] = deque(maxlen=START_S)
        self._controls: deque[float | None] = deque(maxlen=SLOPE_S)
        self._smoother = Smoother()
        self._jump = JumpWatch()
        self.is_suspect = False
        self.silent_s = 0.0
        """Seconds since a valid heart rate was heard."""
        self.last_control: float | None = None
        """The newest there was, however old."""

    def hear(
        self,
        bpm: int | None,
        rr_ms: tuple[float, ...],
        silent_s: float,
        *,
        work_changed: bool,
    ) -> None:
        """Takes in a second; `silent_s` is believed where nothing was heard in it."""
        heard = bpm if bpm is not None and LOWEST_BPM <= bpm <= HIGHEST_BPM else None
        if heard is not None:
            self.silent_s = 0.0
        else:
            self.silent_s = silent_s if bpm is None else self.silent_s + 1
        self._jump.hear(heard, rr_ms)
        self.is_suspect = heard is not None and self._doubts(heard, work_changed)
        usable = None if self.is_suspect else heard
        self._raw.append(heard)
        self._usable.append(usable)
        self._smoother.update(usable)
        self._controls.append(self._smoother.control)
        if self._smoother.control is not None:
            self.last_control = self._smoother.control

    def _doubts(self, bpm: int, work_changed: bool) -> bool:
        if self._jump.is_confirmed:
            return False
        if is_suspect(tuple(self._raw), bpm, work_changed=work_changed):
            self._jump.begin(median(value for value in self._raw if value is not None), bpm)
            return True
        return self._jump.leaves_out

    @property
    def shown(self) -> float | None:
        """Median of the last 5 s, bpm."""
        return self._smoother.shown

    @property
    def control(self) -> float | None:
        """What guidance steers by, bpm."""
        return self._smoother.control

    @property
    def has_jumped(self) -> bool:
        """In this second the beats have confirmed a jump without a change of work."""
        return self._jump.is_confirmed

    def projected(self) -> float | None:
        """Where the control heart rate will be in 30 s, bpm; None if too little was heard."""
        return projection(tuple(self._controls))

    def starting(self) -> float | None:
        """Mean of the last 30 s, bpm."""
        return starting_hr(tuple(self._usable))
