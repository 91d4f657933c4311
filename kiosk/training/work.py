"""Notices a change of work: whoever turns the belt up may have a heart that jumps."""

from collections import deque

from kiosk.training.guidance import SUSPECT_WINDOW_S

SPEED_KMH, GRADE_PERCENT = 1.0, 1.0


class WorkWatch:
    """Of one athlete: `hear` once a second; changes count for 10 s."""

    def __init__(self) -> None:
        self._since_s = 0
        self._speeds: deque[float | None] = deque(maxlen=SUSPECT_WINDOW_S)
        self._grades: deque[float | None] = deque(maxlen=SUSPECT_WINDOW_S)
        self.is_resting = False

    def change(self) -> None:
        """A step begins, or something else is asked for."""
        self._since_s = 0

    def rest(self, is_resting: bool) -> None:
        """Off the station, or back on it."""
        if is_resting is not self.is_resting:
            self.is_resting = is_resting
            self.change()

    def hear(self, speed_kmh: float | None, grade_percent: float | None) -> None:
        """The next second's speed and grade."""
        self._since_s += 1
        self._speeds.append(speed_kmh)
        self._grades.append(grade_percent)
        if _moved(self._speeds, SPEED_KMH) or _moved(self._grades, GRADE_PERCENT):
            self.change()

    @property
    def has_changed(self) -> bool:
        return self._since_s <= SUSPECT_WINDOW_S


def _moved(values: deque[float | None], limit: float) -> bool:
    heard = [value for value in values if value is not None]
    return bool(heard) and max(heard) - min(heard) >= limit
