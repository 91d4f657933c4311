"""One athlete's part in one session, as everything that writes a file takes it."""

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from functools import cache, cached_property, partial
from typing import Literal

from kiosk.export.timeline import Placed, placed, shift_of
from kiosk.export.totals import Totals
from kiosk.history.provenance import Provenance
from kiosk.history.queries import AthleteSummary, History, SessionSummary
from kiosk.history.rows import SecondRow
from kiosk.session.records import Sample
from kiosk.training.measure import Measure
from kiosk.training.plan import Plan, Step
from kiosk.training.zones import Zones


@dataclass(slots=True)
class Lap:
    """One step as it was done; whoever comes back to a step has it twice."""

    step_index: int
    """Into the plan's steps; -1 for a warm-up or cool-down that is not the plan's."""
    began_utc_ms: int
    first_elapsed_s: int
    ended_utc_ms: int = 0
    totals: Totals = field(default_factory=Totals)

    def add(self, second: SecondRow, utc_ms: int) -> None:
        self.totals.add(second)
        self.close(second, utc_ms + 1000)

    def ended_by(self, step: Step | None) -> Literal["time", "distance", "hand"]:
        """What ended it, as far as the seconds tell: `step` is its own, None where it is not the
        plan's. What was cut short ended by hand.
        """
        if step is None:
            return "hand"
        if step.duration_s is not None and self.totals.timer_s >= step.duration_s:
            return "time"
        if step.distance_m is not None and self.totals.distance_m >= step.distance_m:
            return "distance"
        return "hand"

    def close(self, last: SecondRow, ended_utc_ms: int) -> None:
        """That this is its last second, until another one comes."""
        self.totals.timer_s = last.elapsed_s + 1 - self.first_elapsed_s
        self.ended_utc_ms = ended_utc_ms


@dataclass(frozen=True)
class Recording:
    """Read from the history as it is asked for, a little at a time."""

    history: History
    session: SessionSummary
    who: AthleteSummary
    plan: Plan
    zones: Zones | None
    """As they were then."""
    provenance: Callable[[], Provenance]
    """Of the whole session; read once for everybody in it."""

    @contextmanager
    def samples(self) -> Generator[Generator[Sample]]:
        """The seconds in order."""
        with closing(self.history.iter_samples(*self._key)) as samples:
            yield samples

    @contextmanager
    def seconds(self) -> Generator[Generator[SecondRow]]:
        """The same as they lie on the disk."""
        with closing(self.history.iter_seconds(*self._key)) as seconds:
            yield seconds

    @contextmanager
    def beats(self) -> Generator[Generator[tuple[int, Sequence[int]]]]:
        """Seconds and their intervals, 1/1024 s, in order."""
        with closing(self.history.iter_ticks(*self._key)) as beats:
            yield beats

    @contextmanager
    def placed(self) -> Generator[Iterator[Placed]]:
        """The seconds with their times on one clock."""
        with self.seconds() as seconds:
            yield placed(seconds, self._shift_ms)

    def laps(self) -> list[Lap]:
        """Reads all seconds."""
        laps: list[Lap] = []
        with self.placed() as seconds:
            for second, utc_ms, _ in seconds:
                if not laps or laps[-1].step_index != second.step_index:
                    laps.append(Lap(second.step_index, utc_ms, second.elapsed_s))
                laps[-1].add(second, utc_ms)
        return laps

    def measures(self) -> dict[str, Measure]:
        """By key, as far as they are kept."""
        return {one.key: one for one in self.history.measures(*self._key)}

    @property
    def _key(self) -> tuple[int, int]:
        return self.session.id, self.who.athlete_id

    @cached_property
    def _shift_ms(self) -> int:
        with self.seconds() as seconds:
            return shift_of(seconds)


def recordings(history: History, session: SessionSummary) -> list[Recording]:
    """Everybody's of a session. Raises HistoryError when its steps cannot be read."""
    plan, zones = history.plan(session.id), history.zones(session.id)
    provenance = cache(partial(history.provenance, session.id))
    return [
        Recording(history, session, who, plan, zones.get(who.athlete_id), provenance)
        for who in session.athletes
    ]
