"""One device under a running kiosk: breaks it again and again, and watches what comes of it."""

import gc
import statistics
import threading
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from drivers.virtual.faults import FaultKind, Faults
from kiosk.compose import Kiosk, running_kiosk
from kiosk.history.queries import History
from kiosk.session import commands as cmd
from kiosk.session.state import Participant
from kiosk.settings import LoadedSettings, Settings
from kiosk.training.plan import Plan, Step
from tests.descriptors import open_descriptors, open_files
from tests.stopwatch import Stopwatch

NAME = "Anna"
STRAP = 5001
STATION = "Treadmill 1"
PUMP_S = 0.01
UNPLUG_LIMIT_S, BACK_LIMIT_S = 0.05, 3.0
LATE_SHARE = 0.02
"""A shared machine stands still for some tens of milliseconds now and then; the worst is shown."""
LIMIT_SLACK_S = 0.3
SIGNAL_LIMITS_S = {"weak": 2.0, "lost": 5.0, "check": 30.0}
COME_BACK_S = 20.0
SETTLE_S = 1.5
"""For what ends a little later than the value is back: a thread, a descriptor."""
LEAK_S = 15.0
"""What is still open after that was not closed."""
LONG = Plan("long", "Long", "any", (Step("Climb", "work", 7200),))


class Twin(Protocol):
    """A virtual device that can be broken."""

    faults: Faults

    def start(self) -> None: ...
    def stop(self) -> None: ...
    def unplug(self) -> None: ...
    def plug(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Case:
    """One device: its twin, how the kiosk is told of it, and what is right and shown."""

    name: str
    device: str
    """As in DeviceStatus."""
    build: Callable[[Path], tuple[list[Twin], Settings]]
    """The first twin is the one that is broken."""
    heard_at: Callable[[Kiosk], float | None]
    """When the last good value came."""
    saw: Callable[[Participant], str]
    """What the athlete sees of it."""
    is_right: Callable[["Stored"], bool]
    """Whether a stored second says the truth, or honestly nothing."""
    faults: tuple[FaultKind, ...]
    keep_going: Callable[[list[Twin]], None] = lambda _twins: None
    """Called all the time; for devices that only speak when somebody acts."""
    hold_s: float = 7.0
    frozen_s: float = 13.0
    check_s: float = 0.0
    """How long one round of muteness lasts, to see the last limit."""
    survives: bool = False
    """The athlete is not to notice: another device says the same."""
    move: Callable[[Twin, bool], None] = lambda _twin, _away: None
    """While something is frozen the truth moves away from it, and afterwards comes back."""
    is_stale: Callable[["Stored"], bool] = lambda _stored: False
    """Whether a second has the value from before the truth moved."""
    stale_s: int | None = None
    """For so long a frozen value may be taken for true; None where it cannot be told at all."""


@dataclass(frozen=True, slots=True)
class Stored:
    """The values of one second on the disk."""

    bpm: int | None
    grade: float | None
    speed: float | None
    cadence: float | None


@dataclass(frozen=True, slots=True)
class Rounds:
    unplugs: int
    others: int


@dataclass(slots=True)
class Outcome:
    """A row of the table."""

    device: str
    fault: str
    rounds: int = 0
    noticed: str = ""
    saw: str = ""
    back: str = ""
    stored: str = ""
    stale_s: int = 0
    threads: str = ""
    descriptors: str = ""
    complaints: list[str] = field(default_factory=list[str])


@dataclass(slots=True)
class _Round:
    """What one round brought, seconds."""

    noticed_s: float | None = None
    back_s: float | None = None
    saw: list[str] = field(default_factory=list[str])
    limits: dict[str, float] = field(default_factory=dict[str, float])
    was_halted: bool = False
    """This machine stood still: what was seen then was no device's doing."""


def try_case(case: Case, folder: Path, rounds: Rounds) -> list[Outcome]:
    """All faults of one device under one running session; a row for each."""
    twins, settings = case.build(folder)
    for twin in twins:
        twin.start()
    try:
        with (
            Stopwatch() as watch,
            running_kiosk(LoadedSettings(settings, "faults"), tap_in_by_strap=False) as kiosk,
        ):
            bench = Bench(case, twins, kiosk, watch)
            bench.begin()
            outcomes = [bench.unplugs(rounds.unplugs)] if rounds.unplugs else []
            if rounds.others:
                outcomes += [bench.fault(kind, rounds.others) for kind in case.faults]
            bench.judge_limits(outcomes)
        return outcomes
    finally:
        for twin in twins:
            twin.stop()


class Bench:
    """The kiosk with its session, pumped by hand so that every change is seen within 10 ms."""

    def __init__(self, case: Case, twins: list[Twin], kiosk: Kiosk, watch: Stopwatch) -> None:
        self._case = case
        self._halts = watch
        self._twins = twins
        self._kiosk = kiosk
        self._limits: list[dict[str, float]] = []
        self._rows = 0

    def begin(self) -> None:
        """Anna is tapped in, everything is heard, her session runs."""
        kiosk = self._kiosk
        anna = kiosk.roster.add(
            NAME,
            [STRAP],
            max_hr=190,
            resting_hr=50,
            foot_pods=[6001] if "pod" in self._case.name else (),
        )
        kiosk.start_devices()
        now = kiosk.clock.monotonic()
        kiosk.app.command(cmd.TapIn(now, anna, STATION))
        self._until(lambda: kiosk.app.state.participants, 10, "tapping in")
        kiosk.app.command(cmd.Start(now, kiosk.app.new_session_id(), LONG, (anna.id,), clock="own"))
        self._until(self._is_good_since(now), 20, f"the first value of {self._case.name}")
        self._live(3.0)
        self._athlete_id = anna.id
        self._normal = self._case.saw(self._who())

    # -- the faults ------------------------------------------------------------------------------

    def unplugs(self, rounds: int) -> Outcome:
        with self._counted("unplug, replug", rounds) as (outcome, done):
            for number in range(rounds):
                began = self._now()
                self._twins[0].unplug()
                each = self._watch(began, 0.3 + 0.25 * (number % 8))
                self._twins[0].plug()
                self._come_back(each)
                done.append(each)
            slow = [r for r in done if r.noticed_s is None or r.noticed_s > UNPLUG_LIMIT_S]
            if len(slow) > LATE_SHARE * rounds:
                outcome.complaints.append(f"{len(slow)} times not noticed within 50 ms")
        return outcome

    def fault(self, kind: FaultKind, rounds: int) -> Outcome:
        case = self._case
        with self._counted(kind, rounds) as (_, done):
            for number in range(rounds):
                hold_s = case.frozen_s if kind == "frozen" else case.hold_s
                if kind == "mute" and number == 0:
                    hold_s = max(hold_s, case.check_s)
                began = self._now()
                self._twins[0].faults.kind = kind
                if kind == "frozen":
                    case.move(self._twins[0], True)
                each = self._watch(began, hold_s)
                if kind == "frozen":
                    self._count_stale(hold_s)
                    case.move(self._twins[0], False)
                self._twins[0].faults.kind = "none"
                self._come_back(each)
                done.append(each)
        return self._last

    # -- inside ----------------------------------------------------------------------------------

    @contextmanager
    def _counted(self, fault: str, rounds: int) -> Generator[tuple[Outcome, list[_Round]]]:
        """Counts threads, descriptors and stored rows around the rounds, and sums them up."""
        outcome = self._last = Outcome(self._case.name, fault, rounds)
        before = self._size()
        done: list[_Round] = []
        yield outcome, done
        self._live(SETTLE_S)
        after = self._settled(before)
        outcome.threads = f"{before[0]} -> {after[0]}"
        outcome.descriptors = f"{before[1]} -> {after[1]}"
        if _grew(before, after):
            outcome.complaints.append(f"more threads or descriptors than before: {_open_now()}")
        outcome.noticed = _summed([r.noticed_s for r in done])
        outcome.back = _summed([r.back_s for r in done])
        seen = [" > ".join(r.saw) for r in done]
        outcome.saw = max(seen, key=len, default="")
        if any(r.back_s is None for r in done):
            outcome.complaints.append("did not come back")
        late = [r for r in done if r.back_s is not None and r.back_s > BACK_LIMIT_S]
        if late and fault == "unplug, replug":
            outcome.complaints.append(f"{len(late)} times back later than 3 s")
        if self._case.survives and any(len(r.saw) > 1 and not r.was_halted for r in done):
            outcome.complaints.append("the athlete noticed")
        self._limits += [r.limits for r in done]
        self._count_rows(outcome)

    def _watch(self, began: float, hold_s: float) -> _Round:
        """Lets the kiosk live with the fault, and notes every change that somebody could see."""
        each = _Round()
        while self._now() - began < hold_s:
            self._live(PUMP_S)
            who = self._who()
            shown = self._case.saw(who)
            if not each.saw or each.saw[-1] != shown:
                each.saw.append(shown)
            if each.noticed_s is None:
                each.noticed_s = self._lost_after(began)
            if each.noticed_s is None and len(each.saw) > 1:
                each.noticed_s = self._since(began)
            signal = str(who.signal)
            if signal in SIGNAL_LIMITS_S and who.heard_at is not None and who.heard_at < began + 1:
                # A halt can make it late, and never early.
                soonest = min(self._now() - who.heard_at, SIGNAL_LIMITS_S[signal])
                each.limits.setdefault(signal, max(soonest, self._since(who.heard_at)))
        each.was_halted = self._halts.lost_s(began - 1, self._now()) > LIMIT_SLACK_S
        return each

    def judge_limits(self, outcomes: list[Outcome]) -> None:
        """Dim, blank and "check your strap" came at their limits, where they came."""
        for signal, limit_s in SIGNAL_LIMITS_S.items():
            took = [each[signal] for each in self._limits if signal in each]
            if took and self._case.device.startswith("ant") and self._case.check_s:
                worst = max(abs(seconds - limit_s) for seconds in took)
                outcomes[0].saw += f"; {signal} at {statistics.median(took):.2f} s"
                if worst > LIMIT_SLACK_S:
                    outcomes[0].complaints.append(f"{signal} off its limit by {worst:.2f} s")

    def _come_back(self, each: _Round) -> None:
        began = self._now()
        good = self._is_good_since(began)
        while self._now() - began < COME_BACK_S:
            self._live(PUMP_S)
            if good() and self._is_live():
                each.back_s = self._since(began)
                break
        while self._case.saw(self._who()) != self._normal and self._now() - began < COME_BACK_S:
            self._live(PUMP_S)  # the next round begins with what an athlete usually sees
        self._live(0.5)

    def _is_good_since(self, began: float) -> Callable[[], bool]:
        def good() -> bool:
            heard_at = self._case.heard_at(self._kiosk)
            return heard_at is not None and heard_at > began

        return good

    def _is_live(self) -> bool:
        status = self._kiosk.app.state.devices.get(self._case.device)
        return status is not None and status.state == "live"

    def _lost_after(self, began: float) -> float | None:
        status = self._kiosk.app.state.devices.get(self._case.device)
        if status is None or status.state == "live" or status.at < began:
            return None
        return self._since(began, status.at)

    def _since(self, began: float, ended: float | None = None) -> float:
        """Seconds since then, without those in which this machine stood still."""
        ended = self._now() if ended is None else ended
        return ended - began - self._halts.lost_s(began, ended)

    def _count_stale(self, hold_s: float) -> None:
        """How many of the seconds since the truth moved still have the old value."""
        stale = sum(self._case.is_stale(each) for each in self._stored()[-round(hold_s) :])
        self._last.stale_s = max(self._last.stale_s, stale)
        limit_s = self._case.stale_s
        if limit_s is not None and stale > limit_s:
            self._last.complaints.append(f"an old value was stored for {stale} s")

    def _count_rows(self, outcome: Outcome) -> None:
        """Looks at the seconds stored since the last fault."""
        stored = self._stored()[self._rows :]
        self._rows += len(stored)
        wrong = [each for each in stored if not self._case.is_right(each)]
        outcome.stored = f"{len(stored)} s, {len(wrong)} wrong"
        if outcome.stale_s:
            outcome.stored += f", old for {outcome.stale_s} s at most"
        if wrong:
            outcome.complaints.append(f"wrong: {wrong[0]}")
        if not stored:
            outcome.complaints.append("nothing was stored")

    def _stored(self) -> list[Stored]:
        """Every second on the disk so far."""
        history = History(self._kiosk.engine)
        rows = history.samples(history.sessions()[-1].id, self._athlete_id)
        return [Stored(r.heart_rate_bpm, r.grade_percent, r.speed_kmh, r.cadence_spm) for r in rows]

    def _who(self) -> Participant:
        return next(iter(self._kiosk.app.state.participants.values()))

    def _now(self) -> float:
        return self._kiosk.clock.monotonic()

    def _live(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while True:
            self._case.keep_going(self._twins)
            self._kiosk.app.pump()
            left = end - time.monotonic()
            if left <= 0:
                return
            time.sleep(min(PUMP_S, left))

    def _until(self, condition: Callable[[], object], limit_s: float, what: str) -> None:
        deadline = time.monotonic() + limit_s
        while not condition():
            assert time.monotonic() < deadline, f"{what} did not happen in {limit_s} s"
            self._live(PUMP_S)

    def _settled(self, before: tuple[int, int]) -> tuple[int, int]:
        """What is open once it is no more than before: a leak stays, a file just read does not."""
        deadline = time.monotonic() + LEAK_S
        while _grew(before, self._size()) and time.monotonic() < deadline:
            self._live(PUMP_S)
        return self._size()

    @staticmethod
    def _size() -> tuple[int, int]:
        gc.collect()
        return threading.active_count(), open_descriptors()


def _grew(before: tuple[int, int], after: tuple[int, int]) -> bool:
    return after[0] > before[0] or after[1] > before[1]


def _open_now() -> str:
    threads = sorted(thread.name for thread in threading.enumerate())
    return f"threads {threads}, files {sorted(open_files())}"


def _summed(values: list[float | None]) -> str:
    known = [value for value in values if value is not None]
    if not known:
        return "never" if values else ""
    missing = f", {len(values) - len(known)} never" if len(known) < len(values) else ""
    return f"{statistics.median(known):.2f} ({max(known):.2f}){missing}"
