"""When each second of a file was: the wall's times, in order, also where that clock was set."""

from collections.abc import Iterable, Iterator
from typing import Final

from kiosk.history.curves import JUMP_S
from kiosk.history.rows import SecondRow
from kiosk.session.records import SampleFlag

PAUSE_MS: Final = 1000
"""Shorter gaps are the clock's, or nobody's loss."""
_UNSET: Final = int(SampleFlag.UNSYNCHRONISED)

Placed = tuple[SecondRow, int, int]
"""A second, its start in UTC ms, and for how many ms the athlete's timer stood before it."""


def placed(seconds: Iterable[SecondRow], shift_ms: int = 0) -> Iterator[Placed]:
    """Where the wall clock was set in between, or went backwards, nothing is taken for a pause, and
    the times after it follow those before it. `shift_ms` is added to all: see shift_of.
    """
    last: SecondRow | None = None
    for second in seconds:
        paused_ms = 0
        if last is not None:
            run_s = second.elapsed_s - last.elapsed_s
            paused_ms = second.utc_ms - last.utc_ms - 1000 * run_s
            if paused_ms:
                is_set = last.flags & _UNSET and not second.flags & _UNSET
                if is_set or not 0 < paused_ms < 1000 * JUMP_S:
                    shift_ms -= paused_ms
                    paused_ms = 0
        last = second
        yield second, second.utc_ms + shift_ms, paused_ms if paused_ms >= PAUSE_MS else 0


def shift_of(seconds: Iterable[SecondRow]) -> int:
    """Milliseconds that make the times before a clock was set those that it would have shown; 0
    where it always was, or never. Reads up to there.
    """
    for second, utc_ms, _ in placed(seconds):
        if not second.flags & _UNSET:
            return second.utc_ms - utc_ms
    return 0
