"""The wall clock jumps by a day, an hour or seconds, again and again, while a class records."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.clock import ManualClock
from kiosk.events import HeartRate
from kiosk.history.database import DATABASE_NAME, open_engine
from kiosk.history.minutes import pack_next
from kiosk.history.queries import History
from kiosk.history.recorder import Recorder
from kiosk.history.recovery import resume_point
from kiosk.history.roster import Roster
from kiosk.session import commands as cmd
from kiosk.session.engine import Engine
from kiosk.session.records import AthleteClosed, Record, Sample, SessionClosed
from kiosk.training.athlete import Athlete
from tests.rigs.gym import PLAN, hire

PEOPLE = 8
DAY_S = 86_400.0
JUMPS_S = (DAY_S, -DAY_S, DAY_S, -DAY_S, 3600.0, -3600.0, -7.0, 5.0)
PATIENCE_S = 60.0


@dataclass(slots=True)
class Outcome:
    jumps: int = 0
    seconds: int = 0
    complaints: list[str] = field(default_factory=list[str])


def jump_about(folder: Path, count: int, dice: random.Random) -> Outcome:
    """One session with so many jumps; read while it is open, when it is over and when packed."""
    outcome = Outcome(count)
    history_engine = open_engine(folder / DATABASE_NAME)
    people = hire(Roster(history_engine), PEOPLE)
    recorder = Recorder(history_engine, lambda _: None)
    recorder.start()
    clock = ManualClock()
    engine = Engine()
    put: list[Record] = []

    def take(records: list[Record]) -> None:
        put.extend(records)
        recorder.put(records)

    set_wall(engine, clock)
    engine.advance(clock.monotonic())
    for who in people:
        take(engine.handle(cmd.TapIn(clock.monotonic(), Athlete(who, f"Athlete {who}", (who,)))))
    opened_utc_ms = clock.utc_ms()
    take(engine.handle(cmd.Start(clock.monotonic(), 1, PLAN, tuple(people))))
    length_s = count * 12
    for jump_at in sorted(dice.choices(range(2, length_s), k=count)):
        outcome.seconds = run_until(engine, clock, people, jump_at, take)
        clock.jump_wall(dice.choice(JUMPS_S))
        clock.is_synchronised = dice.random() < 0.5
    outcome.seconds = run_until(engine, clock, people, length_s, take)
    recorder.flush(PATIENCE_S)
    history = History(history_engine)
    stood = resume_point(history_engine, 1, 0.0)
    if (stood.elapsed_s, {one.elapsed_s for one in stood.athletes}) != (length_s, {length_s}):
        outcome.complaints.append(f"it would be resumed at {stood.elapsed_s} s, not {length_s}")
    step_index, step_s = divmod(length_s, PLAN.steps[0].duration_s or 0)
    if (stood.step_index, stood.step_s) != (step_index, step_s):
        outcome.complaints.append("it would be resumed elsewhere in its steps")
    outcome.complaints += compare(history, people, put, length_s, "while it runs")
    at = clock.utc_ms()
    over: list[Record] = [AthleteClosed(1, who, at, "ended") for who in people]
    recorder.put([*over, SessionClosed(1, at, "ended")])
    recorder.close(PATIENCE_S)
    outcome.complaints += compare(history, people, put, length_s, "when it is over")
    while pack_next(history_engine, at) is not None:
        pass
    outcome.complaints += compare(history, people, put, length_s, "packed")
    if history.session(1).started_utc_ms != opened_utc_ms:
        outcome.complaints.append("it belongs to another day than the one on which it began")
    history_engine.dispose()
    return outcome


def set_wall(engine: Engine, clock: ManualClock) -> None:
    """As the pump does before everything else."""
    engine.set_wall(clock.utc_ms() - clock.monotonic() * 1000, clock.synchronised())


def run_until(
    engine: Engine,
    clock: ManualClock,
    people: list[int],
    end_s: int,
    take: Callable[[list[Record]], None],
) -> int:
    began = ManualClock().monotonic()
    while (elapsed_s := round(clock.monotonic() - began)) < end_s:
        clock.advance(1.0)
        set_wall(engine, clock)
        for who in people:
            bpm = 100 + (elapsed_s + who) % 60
            heard = HeartRate(clock.monotonic() - 0.4, who, bpm, rr_ms=(60_000 / bpm,))
            take(engine.handle(heard))
        take(engine.advance(clock.monotonic()))
    return end_s


def compare(
    history: History, people: list[int], put: list[Record], length_s: int, when: str
) -> list[str]:
    complaints: list[str] = []
    for who in people:
        wanted = [one for one in put if isinstance(one, Sample) and one.athlete_id == who]
        found = history.samples(1, who)
        if [one.elapsed_s for one in found] != list(range(length_s)):
            complaints.append(f"{when}: seconds of athlete {who} are missing, twice or in disorder")
        elif [(one.utc_ms, one.heart_rate_bpm) for one in found] != [
            (one.utc_ms, one.heart_rate_bpm) for one in wanted
        ]:
            complaints.append(f"{when}: values of athlete {who} are not what was put")
    return complaints
