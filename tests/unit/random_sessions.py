"""Random workouts, athletes and orders of events, each from one seed, for proofs over many."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from kiosk.events import Event, Grade, HeartRate, Motion
from kiosk.session import commands as cmd
from kiosk.session.book import ACTIVE
from kiosk.session.course import CommandRefused
from kiosk.session.journal import JournalingEngine
from kiosk.session.pace import StationFacts
from kiosk.session.records import Record
from kiosk.session.state import Phase
from kiosk.training.athlete import Athlete
from kiosk.training.plan import (
    HeartRateGate,
    Lane,
    PercentTarget,
    Plan,
    Ramp,
    RangeTarget,
    Rotation,
    StationKind,
    Step,
    StepKind,
    Target,
    ZoneTarget,
)
from tests.unit.room import START, UTC_MS

STATIONS = (
    StationFacts("Belt 1"),
    StationFacts("Belt 2"),
    StationFacts("Stairs", "stair", 0.2),
)
SECONDS = 260
"""Of an afternoon at most, so that ten thousand can be lived."""


class Maker:
    """Draws everything from one source of chance."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)

    def plan(self) -> Plan:
        return self._rotation() if self.chance.random() < 0.25 else self._steps()

    def _steps(self) -> Plan:
        steps = [self._step("warm-up")] if self.chance.random() < 0.7 else []
        steps += [
            self._step(self.chance.choice(("work", "work", "recovery")), may_wait=True)
            for _ in range(self.chance.randint(1, 4))
        ]
        if self.chance.random() < 0.7:
            steps.append(self._step("cool-down"))
        return Plan("random", "Random", "any", tuple(steps))

    def _rotation(self) -> Plan:
        block_s = self.chance.randint(30, 70)
        steps = [self._step("warm-up"), Step("Change", "recovery", self.chance.randint(5, 20))]
        lanes: list[Lane] = []
        lane_kinds: tuple[tuple[str, StationKind], ...] = (
            ("Belts", "treadmill"),
            ("Stairs", "stair"),
            ("Floor", "floor"),
        )
        for name, kind in lane_kinds:
            if kind == "floor" or self.chance.random() < 0.8:
                cut = self.chance.randint(5, block_s - 5)
                first = len(steps)
                lengths = [block_s] if self.chance.random() < 0.5 else [cut, block_s - cut]
                steps += [Step(name, "work", length, target=self._target()) for length in lengths]
                lanes.append(Lane(name, kind, first, len(lengths)))
        if self.chance.random() < 0.7:
            steps.append(self._step("cool-down"))
        rotation = Rotation(block_s, self.chance.randint(1, 4), 1, 1, tuple(lanes))
        return Plan("rotation", "Rotation", "any", tuple(steps), rotation=rotation)

    def _step(self, kind: StepKind, *, may_wait: bool = False) -> Step:
        ends = self.chance.choice(("time", "time", "time", "distance", "gate", "reps"))
        length = self.chance.randint(5, 100)
        speed = Ramp(float(self.chance.randint(4, 9)), float(self.chance.randint(4, 9)))
        has_speed = ends == "distance" or self.chance.random() < 0.3
        grade = Ramp(0.0, float(self.chance.randint(-4, 12)))
        return Step(
            f"{kind} {length}",
            kind,
            duration_s=length if ends == "time" or not may_wait else None,
            distance_m=float(2 * length) if ends == "distance" and may_wait else None,
            gate=self._gate() if ends == "gate" and may_wait else None,
            reps=self.chance.randint(2, 12) if ends == "reps" and may_wait else None,
            target=self._target(),
            grade_percent=grade if self.chance.random() < 0.3 else None,
            speed_kmh=speed if has_speed else None,
            rpe=(5, 7) if self.chance.random() < 0.3 else None,
        )

    def _target(self) -> Target | None:
        return self.chance.choice(
            (
                None,
                ZoneTarget(self.chance.randint(1, 5), self.chance.choice(("low", "mid", "full"))),
                ZoneTarget(3),
                RangeTarget(120.0, 140.0),
                RangeTarget(150.0, 170.0),
                PercentTarget(60.0, 80.0),
            )
        )

    def _gate(self) -> HeartRateGate:
        least = self.chance.randint(5, 20)
        return HeartRateGate(
            below_percent_max=self.chance.choice((None, 65.0)),
            below_bpm=130.0,
            fall_bpm=self.chance.choice((None, 10.0)),
            at_least_s=least,
            at_most_s=least + self.chance.randint(0, 40),
        )

    def athlete(self, number: int) -> Athlete:
        return Athlete(
            number,
            f"Athlete {number}",
            straps=(100 + number,),
            max_hr=self.chance.choice((None, 180.0, 195.0)),
            resting_hr=50.0,
            birth_year=self.chance.choice((None, 1980)),
            ceiling_hr=self.chance.choice((None, 125.0, 140.0, 160.0)),
            weight_kg=self.chance.choice((None, 70.0)),
            is_effort_only=self.chance.random() < 0.1,
        )


@dataclass
class Heart:
    """Drifts towards somewhere, is lost and found, and jumps now and then."""

    chance: random.Random
    bpm: float = 110.0
    goal: float = 140.0
    lost_s: int = 0

    def beat(self) -> int | None:
        if self.chance.random() < 0.03:
            self.goal = self.chance.uniform(95, 190)
        if self.chance.random() < 0.004:
            self.bpm += self.chance.choice((-45, 45))
        if self.chance.random() < 0.01:
            self.lost_s = self.chance.randint(2, 80)
        self.bpm += max(-1.5, min(1.5, (self.goal - self.bpm) / 10)) + self.chance.gauss(0, 0.5)
        self.bpm = min(225.0, max(35.0, self.bpm))
        self.lost_s -= 1
        return round(self.bpm) if self.lost_s < 0 else None


@dataclass
class Second:
    """What a watcher sees of one second."""

    running: dict[int, int]
    """Session by athlete, of whoever ran when it ended."""
    records: list[Record]


@dataclass
class Script:
    """One random afternoon; iterate over it to live it, second by second."""

    seed: int
    lines: list[str] = field(default_factory=list[str])
    records: list[Record] = field(default_factory=list[Record])
    plans: dict[int, Plan] = field(default_factory=dict[int, Plan])
    refused: int = 0

    def __post_init__(self) -> None:
        self.maker = Maker(self.seed)
        self.chance = self.maker.chance
        self.engine = JournalingEngine(self.lines.append, STATIONS)
        self.engine.set_wall(UTC_MS - START * 1000, True)
        self.now = START
        self.engine.advance(self.now)
        self.people = [
            self.maker.athlete(number) for number in range(1, self.chance.randint(1, 3) + 1)
        ]
        self.hearts = {athlete.id: Heart(self.chance) for athlete in self.people}
        self.busy = self.chance.choice((0.0, 0.02, 0.06))
        for athlete in self.people:
            if self.chance.random() < 0.9:
                self.give(
                    cmd.TapIn(self.now, athlete, self.chance.choice((None, "Belt 1", "Stairs")))
                )
        self._start(1, "group")

    def seconds(self) -> Iterator[Second]:
        for _ in range(SECONDS):
            before = len(self.records)
            self._hear()
            if self.chance.random() < self.busy:
                self.give(self._command())
            running = {
                number: who.session_id
                for number, who in self.engine.state.participants.items()
                if who.phase is Phase.RUNNING and who.session_id is not None
            }
            self.now += 1.0
            self.records += self.engine.advance(self.now)
            if self.chance.random() < 0.3:
                self.records += self.engine.refresh(self.now)
            yield Second(running, self.records[before:])
            if not any(s.phase in ACTIVE for s in self.engine.state.sessions.values()):
                return

    def give(self, item: Event | cmd.Command) -> None:
        try:
            self.records += self.engine.handle(item)
        except CommandRefused:
            self.refused += 1

    def _hear(self) -> None:
        at = self.now + self.chance.random() * 0.9
        for number, heart in self.hearts.items():
            bpm = heart.beat()
            if bpm is not None:
                self.give(HeartRate(at, 100 + number, bpm, self.chance.random() > 0.005))
        if self.chance.random() < 0.5:
            self.give(Grade(at, "Belt 1", round(self.chance.uniform(-3, 12), 1)))
            self.give(Motion(at, "console", "Belt 2", speed_kmh=6.0, cadence_spm=160.0))
        self.at = at

    def _command(self) -> cmd.Command:
        at, number = self.at, self.chance.choice(self.people).id
        sessions = list(self.engine.state.sessions) or [1]
        session_id = self.chance.choice(sessions)
        one = self.chance.choice((None, number))
        athlete = self.people[number - 1]
        make: Callable[[], cmd.Command] = self.chance.choice(
            (
                lambda: cmd.Pause(at, session_id, one),
                lambda: cmd.Resume(at, session_id, one),
                lambda: cmd.Resume(at, session_id),
                lambda: cmd.Skip(at, session_id, one),
                lambda: cmd.Extend(at, session_id, self.chance.randint(1, 60), one),
                lambda: cmd.Leave(at, number),
                lambda: cmd.TapOut(at, number),
                lambda: cmd.TapIn(at, athlete, self.chance.choice((None, "Belt 2"))),
                lambda: cmd.Join(at, session_id, number),
                lambda: cmd.CoolDown(at, number),
                lambda: cmd.StopAll(at),
                lambda: cmd.GoOn(at),
                lambda: cmd.RateEffort(at, number, self.chance.randint(0, 11)),
                lambda: cmd.ConfirmGrade(at, number),
                lambda: cmd.LogSet(at, number, self.chance.choice((None, 8))),
                lambda: cmd.TypeSpeed(at, number, self.chance.choice((None, 6.0))),
                lambda: cmd.TakeStation(at, number, self.chance.choice((None, "Belt 1", "Stairs"))),
                lambda: cmd.WearStrap(at, number, 100 + self.chance.choice(self.people).id),
                lambda: cmd.Touch(at, number),
                lambda: cmd.Vouch(at, "Belt 1", self.chance.uniform(-5, 15)),
                lambda: self._another(number),
            )
        )
        return make()

    def _another(self, number: int) -> cmd.Command:
        session_id = max(self.plans) + 1
        self.plans[session_id] = self.maker.plan()
        return cmd.Start(self.at, session_id, self.plans[session_id], (number,), "own")

    def _start(self, session_id: int, clock: cmd.ClockKind) -> None:
        self.plans[session_id] = self.maker.plan()
        ids = tuple(athlete.id for athlete in self.people)
        self.give(cmd.Start(self.now, session_id, self.plans[session_id], ids, clock))
