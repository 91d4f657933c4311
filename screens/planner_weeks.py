"""Everybody's week as it stands on the disk, and over it what is on its way there."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from kiosk.coach_port import DayPlan
from kiosk.training.past import Past, Planned
from screens.app_port import KioskApp
from screens.errands import Errand


class Weeks:
    """What a coach plans is seen at once; a refusal takes it back."""

    def __init__(self, app: KioskApp) -> None:
        self._app = app
        self._pending: list[tuple[Errand, tuple[DayPlan, ...]]] = []
        self.trouble = ""
        """Why something could not be planned, in a sentence."""

    def past(self, athlete_id: int) -> Past:
        """The very same object for as long as nothing has changed."""
        past = self._app.past(athlete_id)
        for day in self.coming:
            if day.athlete_id == athlete_id:
                rest = tuple(entry for entry in past.plan if entry.on != day.on)
                past = replace(past, plan=tuple(sorted((*rest, *day.entries), key=_on)))
        return past

    @property
    def coming(self) -> tuple[DayPlan, ...]:
        """What is on its way, in the order in which it was asked for."""
        return tuple(day for _, days in self._pending for day in days)

    def write(self, days: Sequence[DayPlan]) -> None:
        """All of them or none."""
        self.trouble = ""
        errand = Errand(self._app)
        errand.desk(self._app.coach_desk.plan_days(days))
        self._pending.append((errand, tuple(days)))

    def follow(self) -> None:
        """Takes the answers."""
        for errand, _ in self._pending:
            if errand.is_over():
                self.trouble = errand.trouble or self.trouble
        self._pending = [one for one in self._pending if one[0].is_under_way]


def _on(entry: Planned) -> date:
    return entry.on
