"""The thread that measures and packs what has been trained, and tells of everybody's past."""

import logging
import queue
import threading
from collections.abc import Callable, Iterable, Sequence
from datetime import date, tzinfo
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Engine

from kiosk.clock import Clock
from kiosk.days import day_of
from kiosk.desk_port import PastLoaded, ResultsReady
from kiosk.errors import HistoryError
from kiosk.history.ageing import days_to_keep, drop_beats
from kiosk.history.erase import finish_erasing
from kiosk.history.minutes import PackingError, pack_next
from kiosk.history.past import past_of, people_present, plan_stamps
from kiosk.history.results import Part, Results
from kiosk.session.records import (
    AnswerGiven,
    AthleteClosed,
    Note,
    Record,
    SessionClosed,
    SessionOpened,
)
from kiosk.training.measure import Measure

EVERY_S = 2.0
"""How often it looks whether another program has changed what is planned."""
REST_S = 0.5
"""Between two sessions of old: they wait, people do not."""
END_S = 5.0
"""How long the end of the kiosk waits for results of what ended with it; the next start has the
rest."""
READY_KEPT = 200
"""Parts: the shell keeps the results of no more."""
AT_ONCE = 20
"""People whose past is posted together."""
BREATH_S = 0.1
AFTERWARDS = 3
"""At the start those who trained last come first, the others so many at a time with a breath in
between: what is read here slows the window, and who is not here can wait."""

_logger = logging.getLogger(__name__)
_Heard = Part | int
"""A part to measure, or only somebody whose past has changed."""


class ResultsWatch:
    """Posts PastLoaded of everybody when it starts and of whoever trained, answered or plans anew;
    ResultsReady for each part that has ended or been answered about since the start.

    `written` is the recorder's `on_written`: it hears of records once they are on the disk, so
    what is measured is whole, before and after a cut. Parts without results, of an earlier run,
    are measured one at a time in between, the newest first; then, while no session
    runs, parts are packed, and raw beats dropped that are older than `keep_beats_days`, 0 keeps
    them. What goes wrong is logged once.
    """

    def __init__(
        self,
        engine: Engine,
        results: Results,
        clock: Clock,
        post: Callable[[PastLoaded | ResultsReady], None],
        *,
        time_zone: tzinfo | None = None,
        keep_beats_days: int = 0,
    ) -> None:
        self._engine = engine
        self._results = results
        self._clock = clock
        self._post = post
        self._time_zone = time_zone
        self._keep_beats_days = keep_beats_days
        self._requests: queue.SimpleQueue[tuple[_Heard, ...] | None] = queue.SimpleQueue()
        self._ends_at: float | None = None
        """Set once the end has come: what is measured then is kept, and told nobody."""
        self._failed: set[Part] = set()
        """Not tried again before something new has been written."""
        self._running: set[int] = set()
        """Sessions: what is over is packed when there is none."""
        self._ready: dict[Part, None] = {}
        """Whose results were posted, the newest last: they are again when they change."""
        self._unpackable: set[int] = set()
        self._plans: dict[int, tuple[tuple[object, ...], ...]] = {}
        self._untold: list[int] = []
        """Whose past has not been posted since the start."""
        self._said: set[str] = set()
        self._thread = threading.Thread(target=self._watch, name="results", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._ends_at = self._clock.monotonic() + END_S
        self._requests.put(None)
        self._thread.join()

    def written(self, records: Sequence[Record]) -> None:
        """Takes note of what is on the disk now; never waits. Called in the recorder's thread."""
        heard: list[_Heard] = []
        for record in records:
            self._note_running(record)
            if isinstance(record, AthleteClosed):
                heard.append(Part(record.session_id, record.athlete_id))
            elif isinstance(record, AnswerGiven):
                about = record.session_id
                heard.append(record.athlete_id if about is None else Part(about, record.athlete_id))
        if heard:
            self._requests.put(tuple(dict.fromkeys(heard)))

    def _note_running(self, record: Record) -> None:
        if isinstance(record, SessionOpened) or (
            isinstance(record, Note) and record.kind == "resumed-after-cut"
        ):
            self._running.add(record.session_id)
        elif isinstance(record, SessionClosed):
            self._running.discard(record.session_id)

    def wanted(self, athlete_id: int) -> None:
        """Somebody is here whose past has not come yet: theirs is next."""
        self._requests.put((athlete_id,))

    # -- the thread ------------------------------------------------------------------------------

    def _watch(self) -> None:
        self._guarded(self._begin)
        self._guarded(finish_erasing, self._engine)
        rest_s = BREATH_S if self._untold else REST_S
        while True:
            try:
                heard = self._requests.get(timeout=rest_s)
            except queue.Empty:
                heard = ()
            if heard is None:
                return
            if heard:
                self._failed.clear()
            self._guarded(self._take, heard)
            if self._untold:
                self._guarded(self._tell_more, AFTERWARDS)
                rest_s = BREATH_S
                continue
            steps = (self._catch_up, self._pack, self._drop_beats)
            has_more = any(self._guarded(step) for step in steps[: 1 if self._running else None])
            rest_s = REST_S if has_more else EVERY_S
            self._guarded(self._look_at_plans)

    def _guarded(self, work: Callable[..., bool | None], *arguments: object) -> bool:
        """What `work` answers; whatever it raises is said once and ends no thread."""
        try:
            return bool(work(*arguments))
        except HistoryError as error:
            self._say(str(error))
        except Exception:
            if self._is_new(work.__name__):
                _logger.exception("Looking back failed")
        return False

    def _begin(self) -> None:
        self._plans = plan_stamps(self._engine, self._today())
        self._untold = people_present(self._engine)
        self._tell_more(AT_ONCE)

    def _tell_more(self, count: int) -> None:
        some, self._untold = self._untold[:count], self._untold[count:]
        self._tell_past(some)

    def _take(self, heard: Iterable[_Heard]) -> None:
        """Measures what has just ended; then everybody concerned has a new past."""
        for part in (one for one in heard if isinstance(one, Part)):
            if self._ends_at is not None and self._clock.monotonic() >= self._ends_at:
                return
            measures = self._results.kept(part)
            self._remember(part)
            self._tell(part, self._measure(part) if measures is None else measures)
        concerned = (one.athlete_id if isinstance(one, Part) else one for one in heard)
        self._tell_past(list(dict.fromkeys(concerned)))

    def _remember(self, part: Part) -> None:
        self._ready[part] = None
        while len(self._ready) > READY_KEPT:
            del self._ready[next(iter(self._ready))]

    def _catch_up(self) -> bool:
        """Measures one part of old; False when none is left."""
        if self._ends_at is not None:
            return False
        some = self._results.unmeasured(limit=len(self._failed) + 2)
        waiting = [part for part in some if part not in self._failed]
        if not waiting:
            return False
        part = waiting[0]
        measures = self._measure(part)
        if part in self._ready:
            self._tell(part, measures)
        self._tell_past([part.athlete_id])
        return len(waiting) > 1

    def _pack(self) -> bool:
        """Packs one part that is over; False when none is left."""
        if self._ends_at is not None:
            return False
        try:
            leave = frozenset(self._unpackable)
            return pack_next(self._engine, self._clock.utc_ms(), leave) is not None
        except PackingError as error:
            self._unpackable.add(error.entry)
            self._say(str(error))
            return True

    def _drop_beats(self) -> bool:
        """Drops the beats of one part that is old; False when none is left."""
        if self._ends_at is not None:
            return False
        clock, wanted = self._clock, self._keep_beats_days
        days = days_to_keep(wanted, Path(self._engine.url.database or ".").parent)
        dropped = drop_beats(self._engine, clock.utc_ms(), days, synchronised=clock.synchronised())
        if dropped and days < wanted:
            self._say(f"The disk is nearly full: single beats older than {days} days are dropped.")
        return dropped

    def _measure(self, part: Part) -> tuple[Measure, ...]:
        """The part's results, kept where the disk takes them; () when it cannot be measured."""
        measures: tuple[Measure, ...] = ()
        try:
            measured = self._results.measure(part)
            measures = measured.measures
            self._results.keep(measured, self._clock.utc_ms())
        except HistoryError as error:
            self._failed.add(part)
            self._say(str(error))
        except Exception:  # a part that breaks our formulas must not stop those after it
            self._failed.add(part)
            if self._is_new(part):
                _logger.exception("Session %d could not be measured", part.session_id)
        return measures

    def _look_at_plans(self) -> None:
        """Another program may have planned something, or a day is over."""
        plans = plan_stamps(self._engine, self._today())
        changed = [i for i in self._plans | plans if self._plans.get(i) != plans.get(i)]
        self._plans = plans
        self._tell_past(changed)

    def _tell(self, part: Part, measures: tuple[Measure, ...]) -> None:
        now = self._clock.monotonic()
        self._post(ResultsReady(now, part.session_id, part.athlete_id, measures))

    def _tell_past(self, athlete_ids: Sequence[int]) -> None:
        for first in range(0, len(athlete_ids), AT_ONCE):
            if self._ends_at is not None:
                return
            some = athlete_ids[first : first + AT_ONCE]
            self._untold = [one for one in self._untold if one not in some]
            past = past_of(self._engine, some, self._today(), self._time_zone)
            self._post(PastLoaded(self._clock.monotonic(), past))

    def _today(self) -> date:
        return day_of(self._clock.utc_ms(), self._time_zone)

    def _say(self, sentence: str) -> None:
        if self._is_new(sentence):
            _logger.warning("%s", sentence)

    def _is_new(self, what: object) -> bool:
        """Whether it has not been said yet."""
        key = repr(what)
        is_new = key not in self._said
        self._said.add(key)
        return is_new
