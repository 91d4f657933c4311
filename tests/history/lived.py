"""Sessions that the engine really lived through, on a manual clock, and put into a history."""

from collections.abc import Callable, Mapping
from typing import Final

from kiosk.events import Motion
from kiosk.history.recorder import Recorder
from kiosk.history.roster import Roster
from kiosk.session import commands as cmd
from kiosk.session.pace import StationFacts
from kiosk.training.plan import Plan, Ramp, Step, ZoneTarget
from tests.unit.room import START, UTC_MS, Room

BELT: Final = "Treadmill 1"
HILLS: Final = Plan(
    "hills-&-dales",
    "Hills & <dales>",
    "treadmill",
    (
        Step("Warm-up", "warm-up", 20, speed_kmh=Ramp(5.0, 5.0)),
        *(
            step
            for turn in (1, 2, 3)
            for step in (
                Step(
                    "Climb & <push>",
                    "work",
                    20,
                    target=ZoneTarget(3, "mid"),
                    grade_percent=Ramp(10.0, 10.0),
                    speed_kmh=Ramp(9.0, 9.0),
                    round=turn,
                    rounds=3,
                ),
                Step("Easy", "recovery", 10, round=turn, rounds=3),
            )
        ),
        Step("Cool-down", "cool-down", 20),
    ),
)


def on_a_belt(room: Room, percent: float = 8.25, kmh: float = 9.7) -> None:
    """A deck that says its grade, and a console its speed and cadence."""
    room.grade[BELT] = percent
    room.motions = [Motion(0.0, "console", BELT, speed_kmh=kmh, cadence_spm=161.5)]


def plain(room: Room) -> None:
    on_a_belt(room)
    room.tap_in(1, station=BELT)
    room.start(HILLS, 1)
    room.run(140)


def pauses_and_losses(room: Room) -> None:
    """Paused three times, once between steps; the heart lost, a step skipped, downhill."""
    on_a_belt(room)
    room.tap_in(1, 2, station=BELT)
    room.start(HILLS, 1, 2)
    room.run(20)
    room.do(cmd.Pause(room.now, 1))
    room.run(33)
    room.do(cmd.Resume(room.now, 1))
    room.run(9)
    room.do(cmd.Pause(room.now, 1))
    room.run(4)
    room.do(cmd.Resume(room.now, 1))
    room.bpm[1] = None
    room.run(14)
    room.bpm[1] = 133
    on_a_belt(room, -6.5, 11.2)
    room.run(5)
    room.do(cmd.Pause(room.now, 1, 1))
    room.run(7.5)
    room.do(cmd.Resume(room.now, 1, 1))
    room.run(10)
    room.motions, room.grade = [], {}
    room.run(6)
    room.do(cmd.Skip(room.now, 1))
    room.run(150)


def at_the_ceiling(room: Room) -> None:
    """So long above a ceiling that a recovery walk comes."""
    on_a_belt(room)
    long = Plan("long", "Long", "treadmill", (Step("Up", "work", 500, target=ZoneTarget(4)),))
    room.tap_in(1, station=BELT, ceiling_hr=140.0)
    room.bpm[1] = lambda now: min(165, 120 + int(now - START))
    room.start(long, 1)
    room.run(230)


def clock_set_on_the_way(room: Room) -> None:
    """It was three days behind, and is set in the middle of a step; then comes a pause."""
    on_a_belt(room)
    wrong = UTC_MS - 3 * 86_400_000
    room.engine.set_wall(wrong - START * 1000, False)
    room.tap_in(1, station=BELT)
    room.start(HILLS, 1)
    room.run(30)
    room.engine.set_wall(UTC_MS - START * 1000, True)
    room.run(20)
    room.do(cmd.Pause(room.now, 1))
    room.run(12)
    room.do(cmd.Resume(room.now, 1))
    room.run(150)


def clock_never_set(room: Room) -> None:
    """A kiosk that believes in 1970."""
    on_a_belt(room)
    room.engine.set_wall(-START * 1000 + 5000, False)
    room.tap_in(1, station=BELT)
    room.start(HILLS, 1)
    room.run(150)


def with_nothing(room: Room) -> None:
    """No strap, no sensor, and left after a few seconds."""
    room.tap_in(1)
    room.bpm.clear()
    room.start(Plan("any", "Any", "any", (Step("On", "work", 60),)), 1)
    room.run(6)
    room.do(cmd.TapOut(room.now, 1))
    room.run(2)


LIVES: Final[Mapping[str, Callable[[Room], None]]] = {
    life.__name__: life
    for life in (
        plain,
        pauses_and_losses,
        at_the_ceiling,
        clock_set_on_the_way,
        clock_never_set,
        with_nothing,
    )
}


def live(life: str, recorder: Recorder, roster: Roster) -> Room:
    """Session 1 of Athlete 1, and where there are two of Athlete 2, is in the history."""
    room = Room(StationFacts(BELT), shared_stations=True)
    LIVES[life](room)
    roster.add("Ann & <Änne>", [101])
    roster.add("=Ben", [102])
    recorder.put(room.records)
    assert recorder.flush(20)
    return room
