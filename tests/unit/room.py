"""A room full of athletes on a manual clock, for tests of the engine and the pump."""

from collections.abc import Callable
from dataclasses import replace

from kiosk.events import Event, Grade, HeartRate, Motion
from kiosk.session import commands as cmd
from kiosk.session.engine import Engine
from kiosk.session.pace import StationFacts
from kiosk.session.records import Note, Record, Sample
from kiosk.session.state import Participant
from kiosk.training.athlete import Athlete
from kiosk.training.plan import Plan, Ramp, Step, ZoneTarget

START = 1000.0
UTC_MS = 1_767_225_600_000


def athlete(number: int, **known: object) -> Athlete:
    """Athlete 1, 2, … with strap 101, 102, …; max 190 and resting 50 unless told otherwise."""
    facts: dict[str, object] = {"max_hr": 190.0, "resting_hr": 50.0, "straps": (100 + number,)}
    return Athlete(id=number, name=f"Athlete {number}", **(facts | known))  # type: ignore[arg-type]


def short_plan(*lengths: int) -> Plan:
    """A warm-up and work steps in middle zone 3 of these lengths, a step of 15 % among them."""
    steps = [Step("Warm-up", "warm-up", duration_s=lengths[0])]
    for index, length in enumerate(lengths[1:], 1):
        steps.append(
            Step(
                f"Work {index}",
                "work",
                duration_s=length,
                target=ZoneTarget(3, "mid"),
                grade_percent=Ramp(0.0, 15.0),
                speed_kmh=Ramp(6.0, 6.0),
            )
        )
    return Plan("short", "Short", "treadmill", tuple(steps))


class Room:
    """Drives an engine second by second: four messages a second from everybody with a number."""

    def __init__(self, *stations: StationFacts, shared_stations: bool = False) -> None:
        self.now = START
        self.engine = Engine(stations, shared_stations=shared_stations)
        self.engine.set_wall(UTC_MS - START * 1000, True)
        self.records: list[Record] = self.engine.advance(self.now)
        self.bpm: dict[int, int | Callable[[float], int | None] | None] = {}
        self.grade: dict[str, float] = {}
        self.motions: list[Motion] = []
        """Said again every quarter of a second, at its own time."""

    def do(self, command: Event | cmd.Command) -> None:
        self.records += self.engine.handle(command)

    def tap_in(self, *numbers: int, station: str | None = None, **known: object) -> None:
        for number in numbers:
            self.do(cmd.TapIn(self.now, athlete(number, **known), station))
            self.bpm[number] = 120

    def run(self, seconds: float) -> None:
        """Lets time pass in quarters of a second."""
        for _ in range(round(seconds * 4)):
            for number, bpm in self.bpm.items():
                value = bpm(self.now) if callable(bpm) else bpm
                if value is not None:
                    heard = HeartRate(self.now, 100 + number, value, rr_ms=(60000 / value,))
                    self.records += self.engine.handle(heard)
            for station, percent in self.grade.items():
                self.records += self.engine.handle(Grade(self.now, station, percent))
            for motion in self.motions:
                self.records += self.engine.handle(replace(motion, at=self.now))
            self.now += 0.25
            self.records += self.engine.advance(self.now)
            self.records += self.engine.refresh(self.now)

    def start(
        self, plan: Plan, *numbers: int, session_id: int = 1, clock: cmd.ClockKind = "group"
    ) -> None:
        self.do(cmd.Start(self.now, session_id, plan, numbers, clock))

    def who(self, number: int) -> Participant:
        return self.engine.state.participants[number]

    def rows(self, number: int, session_id: int = 1) -> list[Sample]:
        return [
            r
            for r in self.records
            if isinstance(r, Sample) and (r.athlete_id, r.session_id) == (number, session_id)
        ]

    def notes(self, *kinds: str) -> list[Note]:
        return [r for r in self.records if isinstance(r, Note) and r.kind in kinds]
