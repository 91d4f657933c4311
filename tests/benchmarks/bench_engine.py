"""`make bench`, the engine: one second's tick for 32 athletes, and a whole session of 80 minutes.

Every figure stands beside a named reference measured in the same run: the same events as bare
objects, put into a dictionary by strap, and a bare row for every athlete and second.
"""

import gc
import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from kiosk.events import Event, Grade, HeartRate, Motion
from kiosk.session import commands as cmd
from kiosk.session.engine import Engine
from kiosk.session.pace import StationFacts
from kiosk.session.records import Sample
from kiosk.training.athlete import Athlete
from kiosk.training.plan import Plan
from kiosk.training.protocol_plan import plan
from kiosk.training.protocols import load_protocol

ATHLETES = 32
BEATS_A_SECOND = 4
PROTOCOL = Path(__file__).parents[2] / "config" / "protocols" / "step-up-80.toml"
BEGAN_AT = 1000.0
WARM_UP_S = 60


@dataclass
class Bare:
    """What is left without an engine."""

    newest: dict[int | str | None, Event]
    rows: int = 0

    def take(self, event: Event) -> None:
        key = event.device_number if isinstance(event, HeartRate) else _station(event)
        self.newest[key] = event

    def close(self, ended: float) -> None:
        """A row for everybody, of what was heard last."""
        for number in range(1, ATHLETES + 1):
            heard = self.newest[100 + number]
            bpm = heard.bpm if isinstance(heard, HeartRate) else None
            row = Sample(1, number, self.rows, round(ended), 0, 0, bpm, 0.0, 6.0, "console",
                         None, None, None, None)  # fmt: skip
            self.rows += row.session_id


def _station(event: Event) -> str | None:
    return event.station if isinstance(event, Grade | Motion) else None


def main() -> None:
    step_up = plan(load_protocol(PROTOCOL), {})
    length_s = sum(step.duration_s or 0 for step in step_up.steps)
    gc.collect()
    gc.freeze()  # as the kiosk does when it has started
    ours, bare = whole_session(step_up, length_s), bare_session(length_s)
    say(f"{step_up.name} for {ATHLETES} athletes, {length_s // 60} minutes on a manual clock")
    say(
        f"  one tick     {ours.median_us:8.0f} µs median, {ours.slowest_us:8.0f} µs slowest;"
        f"   bare rows {bare.median_us:6.0f} µs  ({ours.median_us / bare.median_us:.1f} times)"
    )
    say(f"  one athlete  {ours.median_us / ATHLETES:8.1f} µs a tick")
    say(
        f"  all of it    {ours.whole_s:8.2f} s for {ours.events} events and {ours.rows} rows;"
        f"   bare {bare.whole_s:6.2f} s  ({ours.whole_s / bare.whole_s:.1f} times)"
    )
    say(f"  it runs {length_s / ours.whole_s:.0f} times as fast as the class does")
    say(f"  memory       {memory_mb(step_up):8.1f} MB kept after {WARM_UP_S * 10} seconds")


@dataclass
class Cost:
    """Processor time of a session."""

    median_us: float
    slowest_us: float
    whole_s: float
    events: int
    rows: int


def whole_session(step_up: Plan, length_s: int) -> Cost:
    engine = started(step_up)
    rows = 0

    def close(ended: float) -> None:
        nonlocal rows
        rows += sum(isinstance(record, Sample) for record in engine.advance(ended))

    def take(event: Event) -> None:
        engine.handle(event)

    return run(take, close, lambda: rows, length_s)


def bare_session(length_s: int) -> Cost:
    bare = Bare({})
    return run(bare.take, bare.close, lambda: bare.rows, length_s)


def run(
    take: Callable[[Event], None],
    close: Callable[[float], None],
    rows: Callable[[], int],
    length_s: int,
) -> Cost:
    ticks: list[float] = []
    events = 0
    began = time.process_time()
    for second in range(length_s):
        for event in said_in(second):
            take(event)
            events += 1
        before = time.process_time()
        close(BEGAN_AT + second + 1)
        ticks.append((time.process_time() - before) * 1e6)
    whole_s = time.process_time() - began
    warm = ticks[WARM_UP_S:]
    return Cost(statistics.median(warm), max(warm), whole_s, events, rows())


def said_in(second: int) -> Iterator[Event]:
    """What straps, sensors and consoles say in one second; hearts rise and fall slowly."""
    for part in range(BEATS_A_SECOND):
        at = BEGAN_AT + second + part / BEATS_A_SECOND
        for number in range(1, ATHLETES + 1):
            bpm = 110 + (second // 20 + number) % 60
            yield HeartRate(at, 100 + number, bpm, rr_ms=(60000 / bpm,))
    at = BEGAN_AT + second + 0.9
    for number in range(1, ATHLETES + 1):
        yield Grade(at, f"Treadmill {number}", 1.0)
        yield Motion(at, "console", f"Treadmill {number}", speed_kmh=9.0, cadence_spm=165.0)


def started(step_up: Plan) -> Engine:
    engine = Engine([StationFacts(f"Treadmill {number}") for number in range(1, ATHLETES + 1)])
    engine.set_wall(1.7e12, True)
    engine.advance(BEGAN_AT)
    numbers = tuple(range(1, ATHLETES + 1))
    for number in numbers:
        athlete = Athlete(
            number, f"Athlete {number}", (100 + number,), max_hr=190, resting_hr=50, weight_kg=70
        )
        engine.handle(cmd.TapIn(BEGAN_AT, athlete, f"Treadmill {number}"))
    engine.handle(cmd.Start(BEGAN_AT, 1, step_up, numbers))
    return engine


def memory_mb(step_up: Plan) -> float:
    """What the engine keeps of ten minutes: the curves of all athletes for the summary."""
    tracemalloc.start()
    engine = started(step_up)
    for second in range(WARM_UP_S * 10):
        for event in said_in(second):
            engine.handle(event)
        engine.advance(BEGAN_AT + second + 1)
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return kept / 1e6


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
