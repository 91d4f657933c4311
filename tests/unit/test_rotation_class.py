"""A class of sixteen on four belts, two stair machines and the floor: every minute accounted for.

PROVE_BLOCK_S makes the blocks longer; `pytest -s` prints where everybody was.
"""

import os
import sys
from collections import Counter
from dataclasses import dataclass, field

import pytest

from kiosk.events import HeartRate, Motion
from kiosk.session import commands as cmd
from kiosk.session.engine import Engine
from kiosk.session.pace import StationFacts
from kiosk.session.records import AthleteClosed, Note, Record, Sample
from kiosk.session.state import Phase, Signal
from kiosk.training.plan import Lane, Plan, Rotation, Step, ZoneTarget
from tests.unit.room import START, UTC_MS, athlete

BELTS = [f"Belt {n}" for n in range(1, 5)]
STAIRS = ["Stairs 1", "Stairs 2"]
STATIONS = [
    *(StationFacts(name) for name in BELTS),
    *(StationFacts(name, "stair", 0.2) for name in STAIRS),
]
BLOCK_S = int(os.environ.get("PROVE_BLOCK_S", "100"))
LEAD_IN_S, CHANGE_S, BLOCKS, LEAD_OUT_S = 120, 30, 8, 60
CLASS_S = LEAD_IN_S + BLOCKS * (CHANGE_S + BLOCK_S) + LEAD_OUT_S
DEAD_STRAP, LATE, LATER, LEAVER = 9, 17, 18, 5
LATE_AT, LATER_AT = LEAD_IN_S + 100, LEAD_IN_S + CHANGE_S + BLOCK_S + 10
LEAVES_AT = LEAD_IN_S + 5 * (CHANGE_S + BLOCK_S) - 5


def hill_class() -> Plan:
    """Belts by heart rate, stairs by effort, on the floor two exercises in turn."""
    fifth = BLOCK_S // 5
    steps = (
        Step("Warm-up", "warm-up", LEAD_IN_S),
        Step("Change places", "recovery", CHANGE_S),
        Step("Hill", "work", BLOCK_S, target=ZoneTarget(3, "mid"), station_kind="treadmill"),
        Step("Stairs", "work", BLOCK_S, rpe=(5, 7), station_kind="stair"),
        Step("Squat", "work", fifth, reps=12, station_kind="floor"),
        Step("Rest", "recovery", fifth, station_kind="floor"),
        Step("Lunges", "work", BLOCK_S - 2 * fifth, station_kind="floor"),
        Step("Cool-down", "cool-down", LEAD_OUT_S),
    )
    lanes = (
        Lane("Belts", "treadmill", 2, 1),
        Lane("Stairs", "stair", 3, 1),
        Lane("Floor", "floor", 4, 3),
    )
    return Plan(
        "hill-class", "Hill class", "any", steps, rotation=Rotation(BLOCK_S, BLOCKS, 1, 1, lanes)
    )


@dataclass
class Hall:
    """The class, second by second; everybody with a strap is heard once a second."""

    engine: Engine = field(default_factory=lambda: Engine(STATIONS))
    now: float = START
    records: list[Record] = field(default_factory=list[Record])
    silent: set[int] = field(default_factory=set[int])

    def __post_init__(self) -> None:
        self.engine.set_wall(UTC_MS - START * 1000, True)
        self.engine.advance(self.now)

    def do(self, command: cmd.Command) -> None:
        self.records += self.engine.handle(command)

    def tap_in(self, *numbers: int) -> None:
        for number in numbers:
            self.do(cmd.TapIn(self.now, athlete(number)))

    def start(self, plan: Plan, *numbers: int) -> None:
        self.do(cmd.Start(self.now, 1, plan, numbers))

    def run(self, seconds: int) -> None:
        for _ in range(seconds):
            at = self.now + 0.5
            for number in self.engine.state.participants:
                if number not in self.silent:
                    self.records += self.engine.handle(HeartRate(at, 100 + number, 120 + number))
            for station in BELTS:
                self.records += self.engine.handle(
                    Motion(at, "console", station, speed_kmh=float(4 + BELTS.index(station)))
                )
            self.now += 1.0
            self.records += self.engine.advance(self.now)
            self.check_places()
        self.records += self.engine.refresh(self.now)

    def check_places(self) -> None:
        state = self.engine.state
        there = [who.station for who in state.participants.values() if who.station is not None]
        assert len(there) == len(set(there)), "two people on one station"
        for station, number in state.occupants.items():
            assert state.participants[number].station == station

    def rows(self, number: int) -> list[Sample]:
        return [r for r in self.records if isinstance(r, Sample) and r.athlete_id == number]

    def places(self, number: int) -> list[tuple[int, str, str | None]]:
        """Block, lane and station of every place somebody was given."""
        return [
            (int(str(n.detail["block"])), str(n.detail["lane"]), as_text(n.detail.get("station")))
            for n in self.records
            if isinstance(n, Note) and n.kind == "block" and n.athlete_id == number
        ]


def as_text(value: object) -> str | None:
    return None if value is None else str(value)


@pytest.fixture(scope="module")
def hall() -> Hall:
    hall = Hall()
    hall.tap_in(*range(1, 17))
    hall.silent = {DEAD_STRAP}
    hall.start(hill_class(), *range(1, 17))
    for second in range(CLASS_S):
        if second == LATE_AT:
            hall.tap_in(LATE)
            hall.do(cmd.Join(hall.now, 1, LATE))
        if second == LATER_AT:
            hall.tap_in(LATER)
            hall.do(cmd.Join(hall.now, 1, LATER))
        if second == LEAVES_AT:
            hall.do(cmd.Leave(hall.now, LEAVER))
        if second % 300 == 299:
            hall.do(cmd.RateEffort(hall.now, DEAD_STRAP, 5))
        hall.run(1)
    hall.run(2)
    return hall


def kind_of(row: Sample) -> str:
    """What the row's second was spent on."""
    return {
        -1: "own warm-up",
        0: "lead-in",
        1: "change",
        2: "Belts",
        3: "Stairs",
        7: "lead-out",
    }.get(row.step_index, "Floor")


def test_every_second_of_everybody_is_a_row_and_adds_up(hall: Hall) -> None:
    spans = dict.fromkeys(range(1, 17), CLASS_S)
    spans |= {LEAVER: LEAVES_AT, LATE: CLASS_S - LATE_AT, LATER: CLASS_S - LATER_AT}
    table = [""]
    for number, span in spans.items():
        rows = hall.rows(number)
        assert [row.elapsed_s for row in rows] == list(range(span))
        assert [row.utc_ms - rows[0].utc_ms for row in rows] == [1000 * n for n in range(span)]
        spent = Counter(kind_of(row) for row in rows)
        words = "  ".join(f"{kind} {seconds / 60:.1f}" for kind, seconds in spent.items())
        trail = " ".join(
            f"{lane[0]}{(station or '')[-1:]}" for _, lane, station in hall.places(number)
        )
        table.append(f"Athlete {number:2}  {len(rows) / 60:5.1f} min: {words}   | {trail}")
        assert sum(spent.values()) == span
        if number in range(1, 17) and number != LEAVER:
            assert spent["lead-in"] == LEAD_IN_S
            assert spent["change"] == BLOCKS * CHANGE_S
            assert spent["Belts"] + spent["Stairs"] + spent["Floor"] == BLOCKS * BLOCK_S
            assert spent["lead-out"] == LEAD_OUT_S
    sys.stdout.write("\n".join(table) + "\n")


def test_in_every_block_every_machine_has_one_occupant_and_no_place_is_empty(hall: Hall) -> None:
    for block in range(BLOCKS):
        taken = [
            station
            for number in range(1, 19)
            for at, _, station in hall.places(number)
            if at == block and station is not None
        ]
        assert sorted(taken) == sorted(BELTS + STAIRS)


def test_belts_and_stairs_go_round_fairly(hall: Hall) -> None:
    for lane, fair in (("Belts", 2), ("Stairs", 1)):
        had = {
            number: sum(name == lane for _, name, _ in hall.places(number))
            for number in range(1, 17)
            if number != LEAVER
        }
        assert max(had.values()) - min(had.values()) <= 1, had
        assert sum(had.values()) / len(had) == pytest.approx(fair, abs=0.5)


def test_what_a_belt_says_is_its_occupants_alone_and_nobodys_during_the_change(hall: Hall) -> None:
    for number in range(1, 19):
        seats = {block: (lane, station) for block, lane, station in hall.places(number)}
        block = -1
        before: int | None = None
        for row in hall.rows(number):
            if row.step_index == 1 and before != 1:
                block = (row.utc_ms - UTC_MS) // 1000
                block = (block - LEAD_IN_S) // (CHANGE_S + BLOCK_S)
            before = row.step_index
            if kind_of(row) == "Belts":
                station = seats[block][1]
                assert station is not None
                assert row.speed_kmh == 4 + BELTS.index(station)
            elif kind_of(row) != "lead-out":  # that is where they stand
                assert row.speed_kmh is None


def test_late_joiners_warm_up_ten_minutes_and_get_a_place_with_the_next_block(hall: Hall) -> None:
    for number, came_at in ((LATE, LATE_AT), (LATER, LATER_AT)):
        rows = hall.rows(number)
        warm_s = sum(row.step_index == -1 for row in rows)
        length = CHANGE_S + BLOCK_S
        assert warm_s >= 600
        assert (came_at + warm_s - LEAD_IN_S) % length == 0, "until the places change"
        assert warm_s < 600 + length
        assert rows[warm_s].step_index == 1
        first = (came_at + warm_s - LEAD_IN_S) // length
        assert [block for block, _, _ in hall.places(number)] == list(range(first, BLOCKS))


def test_whoever_leaves_frees_their_place_for_the_next_block(hall: Hall) -> None:
    last = max(block for block, _, _ in hall.places(LEAVER))
    assert last == (LEAVES_AT - LEAD_IN_S) // (CHANGE_S + BLOCK_S)
    assert hall.engine.state.participants[LEAVER].phase is Phase.LEFT


def test_a_dead_strap_costs_nobody_their_place_and_their_time_is_recorded(hall: Hall) -> None:
    rows = hall.rows(DEAD_STRAP)
    assert {row.heart_rate_bpm for row in rows} == {None}
    assert len(hall.places(DEAD_STRAP)) == BLOCKS
    assert hall.engine.state.participants[DEAD_STRAP].signal is Signal.CHECK


def test_the_class_ends_together(hall: Hall) -> None:
    closed = {r.athlete_id: r.reason for r in hall.records if isinstance(r, AthleteClosed)}
    assert closed == dict.fromkeys(range(1, 19), "finished") | {LEAVER: "left"}
    assert hall.engine.state.occupants == {}


# -- small ones ------------------------------------------------------------------------------------


def small(people: int = 3) -> Hall:
    hall = Hall(Engine([StationFacts("Belt 1")]))
    hall.tap_in(*range(1, people + 1))
    hall.start(hill_class(), *range(1, people + 1))
    return hall


def main_of(hall: Hall) -> tuple[int | None, int, int]:
    session = hall.engine.state.sessions[1]
    return session.block, session.main.step_index, session.main.step_s


def test_skipping_ends_the_present_segment_for_all() -> None:
    hall = small()
    hall.run(10)
    stands: list[tuple[int | None, int, int]] = []
    for _ in range(4):
        hall.do(cmd.Skip(hall.now, 1))
        stands.append(main_of(hall))
        hall.run(5)
    assert stands == [(0, 1, 0), (0, 2, 0), (1, 1, 0), (1, 2, 0)]
    for number in (1, 2, 3):
        assert [row.step_index for row in hall.rows(number)][:25:5] == [
            0,
            0,
            1,
            *lane(hall, number),
        ]


def lane(hall: Hall, number: int) -> list[int]:
    """First step of their lane in the first block, then the change."""
    first = {"Belts": 2, "Floor": 4}[hall.places(number)[0][1]]
    return [first, 1]


def test_extending_a_block_makes_it_longer_in_every_lane() -> None:
    hall = small()
    hall.run(LEAD_IN_S + CHANGE_S + 20)
    hall.do(cmd.Extend(hall.now, 1, 60))
    hall.run(BLOCK_S + 60 - 21)
    assert main_of(hall)[1] != 1
    hall.run(1)
    assert main_of(hall)[:2] == (1, 1)
    for number in (1, 2, 3):
        in_block = [row for row in hall.rows(number) if row.step_index > 1]
        assert len(in_block) == BLOCK_S + 60


def test_a_lane_without_its_machine_is_left_out_and_the_floor_takes_its_people() -> None:
    hall = small(4)
    hall.run(LEAD_IN_S + CHANGE_S + 1)
    lanes = [hall.engine.state.participants[n].lane for n in (1, 2, 3, 4)]
    assert sorted(str(lane) for lane in lanes) == ["Belts", "Floor", "Floor", "Floor"]
    assert hall.engine.state.participants[1].station == "Belt 1"
    assert not any(who.resting for who in hall.engine.state.participants.values())


def test_a_station_that_somebody_else_trains_on_is_not_given_away() -> None:
    hall = Hall()
    hall.tap_in(1, 2, 3)
    hall.do(cmd.TakeStation(hall.now, 3, "Belt 1"))
    hall.start(hill_class(), 1, 2)
    plan = Plan("own", "Own", "any", (Step("Run", "work", 3600),))
    hall.do(cmd.Start(hall.now, 2, plan, (3,), "own"))
    hall.run(LEAD_IN_S + CHANGE_S + 5)
    assert hall.engine.state.occupants["Belt 1"] == 3
    assert "Belt 1" not in {hall.engine.state.participants[n].station for n in (1, 2)}


def test_while_the_places_change_everybody_knows_where_they_go() -> None:
    hall = small()
    hall.run(LEAD_IN_S + 5)
    people = hall.engine.state.participants
    assert {who.station for who in people.values()} == {None}
    assert [who.next_station for who in people.values()] == ["Belt 1", None, None]
    hall.run(CHANGE_S)
    assert [who.station for who in people.values()] == ["Belt 1", None, None]
    assert [who.next_station for who in people.values()] == [None] * 3


def test_one_own_cool_down_leaves_the_class_alone_and_frees_the_place() -> None:
    hall = small()
    hall.run(LEAD_IN_S + CHANGE_S + 10)
    hall.do(cmd.CoolDown(hall.now, 1))
    hall.run(BLOCK_S - 10 + CHANGE_S + 5)
    assert hall.engine.state.participants[1].phase is Phase.FINISHED
    assert {hall.engine.state.participants[n].station for n in (2, 3)} == {"Belt 1", None}
    assert hall.engine.state.sessions[1].block == 1


def test_after_a_cut_a_rotation_goes_on_in_the_same_block_at_the_same_places() -> None:
    hall = small()
    hall.run(LEAD_IN_S + CHANGE_S + BLOCK_S + CHANGE_S + 40)
    session, before = hall.engine.state.sessions[1], hall.engine.state.participants
    stands = {n: (session.course(n).step_index, session.course(n).step_s) for n in before}
    notes = [r for r in hall.records if isinstance(r, Note) and r.kind == "block"]
    begun = next(n for n in reversed(notes) if n.athlete_id is None)
    assert begun.elapsed_s is not None
    saved = tuple(
        cmd.ResumeAthlete(
            who.athlete,
            who.station,
            who.elapsed_s,
            step_index=stands[number][0],
            step_s=stands[number][1],
            lanes=tuple(lane for _, lane, _ in hall.places(number)),
            next_station=hall.places(number)[-1][2],
        )
        for number, who in before.items()
    )
    other = Hall(Engine([StationFacts("Belt 1")]))
    other.do(
        cmd.Restore(
            START, 1, session.plan, "group", 0, 0, 0, session.elapsed_s, UTC_MS, saved,
            block=1, in_block_s=session.elapsed_s - begun.elapsed_s,
        )
    )  # fmt: skip
    after = other.engine.state
    for number, who in before.items():
        again = after.participants[number]
        assert (again.lane, again.station) == (who.lane, who.station)
        course = after.sessions[1].course(number)
        assert (course.step_index, course.step_s) == stands[number]
    assert after.sessions[1].main == session.main
    hall.run(3 * (BLOCK_S + CHANGE_S))
    other.run(3 * (BLOCK_S + CHANGE_S))
    for number in before:
        assert hall.places(number)[2:] == other.places(number)


def test_who_has_come_back_and_waits_is_in_no_lane_after_a_cut() -> None:
    hall = small()
    hall.run(LEAD_IN_S + CHANGE_S + 40)
    session = hall.engine.state.sessions[1]
    saved = tuple(
        cmd.ResumeAthlete(
            who.athlete,
            None,
            who.elapsed_s,
            lanes=("Belts",),
            late_warm_up_s=30 if number == 3 else 0,
        )
        for number, who in hall.engine.state.participants.items()
    )
    other = Hall(Engine([StationFacts("Belt 1")]))
    other.do(
        cmd.Restore(
            START, 1, session.plan, "group", 0, 0, 0, session.elapsed_s, UTC_MS, saved,
            block=0, in_block_s=40,
        )
    )  # fmt: skip
    waits = other.engine.state.participants[3]
    assert (waits.detour, waits.lane) == ("late warm-up", None)
    other.run(BLOCK_S - 40 + CHANGE_S + 10)
    assert waits.detour is None
    assert waits.lane is not None
    assert waits.late_warm_up_s == 0
