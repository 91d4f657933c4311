"""Which strap somebody wears: when it counts as live, and when another may take its place."""

from dataclasses import dataclass
from typing import Literal

from kiosk.events import HeartRate
from kiosk.session.state import Signal, StrapHeard

WEAK_S = 2.0
LOST_S = 5.0
CHECK_S = 30.0

StrapState = Literal["live", "weak", "lost", "not worn", "unknown"]


def strap_state(strap: StrapHeard | None, now: float) -> StrapState:
    """How a strap on the air does at monotonic second `now`; unknown after 30 s of silence."""
    if strap is None or now - strap.at >= CHECK_S:
        return "unknown"
    if now - strap.at >= LOST_S:
        return "lost"
    if not strap.worn:
        return "not worn"
    return "weak" if now - strap.at >= WEAK_S else "live"


@dataclass(slots=True)
class Wearing:
    """The one strap of one tapped-in athlete; times are monotonic seconds."""

    own: tuple[int, ...]
    """Device numbers of the roster entry."""
    since: float
    """When the strap was put on, or taken off; of somebody new, when they tapped in."""
    strap: int | None = None
    is_given: bool = False
    """By somebody's word, not because it was heard."""
    heard_at: float | None = None
    """When this strap was heard last."""
    is_on_body: bool = True
    taken_off: int | None = None
    """A strap they took off on purpose: it is not put on again by being heard."""
    was_heard: bool = False
    """Any strap of theirs, since tapping in."""

    def hear(self, reading: HeartRate) -> None:
        self.heard_at = reading.at
        self.is_on_body = reading.worn
        self.was_heard = True

    def put_on(self, strap: int | None, now: float, heard: StrapHeard | None, given: bool) -> None:
        """Changes to `strap`, or to none; `heard` is what it said last."""
        self.taken_off = self.strap if strap is None and given else None
        self.strap, self.is_given, self.since = strap, given and strap is not None, now
        self.heard_at = None if heard is None or now - heard.at >= LOST_S else heard.at
        self.is_on_body = heard is None or heard.worn

    def is_lost(self, now: float) -> bool:
        """Whether nothing has come from the strap for 5 s."""
        heard_at = self.since if self.heard_at is None else self.heard_at
        return self.strap is None or now - heard_at >= LOST_S

    def would_take(self, strap: int, on_body: bool, now: float) -> bool:
        """Whether a strap of their own that nobody wears becomes theirs by being heard.

        What was given by somebody's word yields to another of their own only when it is lost, and
        a borrowed one never does.
        """
        if strap == self.taken_off:
            return False
        if self.strap is None:
            return True
        if not on_body or (self.is_given and self.strap not in self.own):
            return False
        return self.is_lost(now) or not (self.is_given or self.is_on_body)

    def signal(self, now: float) -> Signal:
        """How fresh the heart rate is."""
        if self.heard_at is None or self.strap is None:
            if now - self.since >= CHECK_S:
                return Signal.CHECK
            return Signal.LOST if self.strap is None and self.was_heard else Signal.NEVER
        age = now - self.heard_at
        if age >= CHECK_S:
            return Signal.CHECK
        if age >= LOST_S:
            return Signal.LOST
        if not self.is_on_body:
            return Signal.NOT_WORN
        return Signal.WEAK if age >= WEAK_S else Signal.LIVE
