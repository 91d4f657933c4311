"""What is shown while a session runs is what its measurements say when it is over."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from kiosk.events import Motion
from kiosk.session import commands as cmd
from kiosk.session.pace import StationFacts
from kiosk.session.records import SampleFlag
from kiosk.session.second import machine_of, row_of
from kiosk.session.state import Alert, Phase
from kiosk.training.facts import Facts, Row
from kiosk.training.held import held_of
from kiosk.training.measures import session_measures
from kiosk.training.physiology import net_kcal, vo2_stair_machine
from kiosk.training.plan import Plan, Step, ZoneTarget
from tests.unit.recorded import missing, value
from tests.unit.room import START, Room

DAY = date(2026, 1, 1)
BELT, STAIRS = StationFacts("Belt"), StationFacts("Stairs", "stair", 0.2032)
MID_3 = Step("Mid", "work", duration_s=900, target=ZoneTarget(3, "mid"))
STEPS = Plan(
    "made-up",
    "Made up",
    "any",
    (
        Step("Warm-up", "warm-up", duration_s=60),
        MID_3,
        Step("Hard", "work", duration_s=600, target=ZoneTarget(4)),
        Step("Cool-down", "cool-down", duration_s=60),
    ),
)
HeartRate = Callable[[float], int | None]


def facts_of(room: Room, plan: Plan, number: int = 1) -> tuple[Facts, list[Row]]:
    """As the disk would have them."""
    who = room.who(number)
    stations = {station.name: station for station in (BELT, STAIRS)}
    machines = [(0, machine_of(BELT))]
    for note in room.notes("station"):
        if note.athlete_id == number and note.elapsed_s is not None:
            station = stations.get(str(note.detail["station"]))
            machines.append((note.elapsed_s, machine_of(station)))
    rows = [row_of(sample) for sample in room.rows(number)]
    return Facts(who.athlete, who.zones, plan, DAY, machines=machines), rows


def assert_agrees(room: Room, plan: Plan, number: int = 1) -> None:
    live = room.who(number).live
    facts, rows = facts_of(room, plan, number)
    final = {measure.key: measure.value for measure in session_measures(facts, rows)}
    held = held_of(facts, rows)
    if held is not None:
        assert (live.in_band_s, live.judged_s) == (held.in_band_s, held.known_s)
    for zone in range(1, 6):
        assert live.zone_s.get(zone, 0) == (final[f"time_in_zone_{zone}"] or 0)
    assert live.zone_s.get(0, 0) == (final["time_below_zones"] or 0)
    assert live.distance_m == pytest.approx(final.get("distance_m") or 0.0)
    assert live.net_kcal == pytest.approx(final["net_kcal"])


def steady(bpm: int) -> HeartRate:
    return lambda _: bpm


def gaps(now: float) -> int | None:
    """A strap that drops out for 3, 8 and 40 s, and once jumps without the work."""
    t = int(now - START)
    if t in range(500, 503) or t in range(600, 608) or t in range(700, 740):
        return None
    return 200 if t in range(800, 806) else 154


def through_the_ceiling(now: float) -> int:
    """Ninety seconds of far too much, then a walk that brings it down, then in band."""
    t = int(now - START)
    if t in range(400, 490):
        return 184
    return 130 if t in range(490, 700) else 149


@pytest.mark.parametrize("bpm", [steady(154), steady(120), steady(175), gaps, through_the_ceiling])
def test_time_in_band_zones_distance_and_energy_agree(bpm: HeartRate) -> None:
    room = Room(BELT)
    room.tap_in(1, station=BELT.name, weight_kg=70.0)
    room.bpm[1] = bpm
    room.grade[BELT.name] = 2.0
    room.motions = [Motion(0.0, "console", BELT.name, speed_kmh=9.0)]
    room.start(STEPS, 1)
    room.run(1620)
    assert room.who(1).phase is Phase.FINISHED
    assert room.who(1).live.judged_s > 300
    assert_agrees(room, STEPS)


def test_a_recovery_walk_counts_as_out_of_the_band_at_once() -> None:
    room = Room(BELT)
    room.tap_in(1, station=BELT.name)
    room.bpm[1] = through_the_ceiling
    room.start(STEPS, 1)
    room.run(460)
    assert room.who(1).detour == "recovery walk"
    before = room.who(1).live
    judged_s, in_band_s = before.judged_s, before.in_band_s
    room.run(30)
    assert (before.judged_s, before.in_band_s) == (judged_s + 30, in_band_s)
    assert_agrees(room, STEPS)


def test_on_stairs_weight_and_load_count_at_once() -> None:
    climb = Step("Climb", "work", duration_s=180, load_kg=34.0)
    plan = Plan("cpat", "CPAT", "stair", (climb,))
    room = Room(STAIRS)
    room.tap_in(1, station=STAIRS.name, weight_kg=70.0)
    room.motions = [Motion(0.0, "console", STAIRS.name, cadence_spm=60)]
    room.start(plan, 1)
    room.run(200)
    expected = net_kcal(vo2_stair_machine(60, 0.2032, 70.0, 34.0), 70.0, 3)
    assert room.who(1).live.net_kcal == pytest.approx(expected)
    facts, rows = facts_of(room, plan)
    facts = replace(facts, machines=[(0, machine_of(STAIRS))])
    assert value(session_measures(facts, rows), "net_kcal") == pytest.approx(expected)
    nobody_knows = replace(facts, athlete=replace(facts.athlete, weight_kg=None))
    assert "weight" in missing(session_measures(nobody_knows, rows), "net_kcal")


def test_who_moves_from_the_belt_to_the_stairs_is_measured_on_both() -> None:
    plan = Plan("free", "Free", "any", (Step("Free", "work", duration_s=400),))
    room = Room(BELT, STAIRS)
    room.tap_in(1, station=BELT.name, weight_kg=70.0)
    room.grade[BELT.name] = 5.0
    room.motions = [
        Motion(0.0, "console", BELT.name, speed_kmh=6.0),
        Motion(0.0, "console", STAIRS.name, cadence_spm=60),
    ]
    room.start(plan, 1)
    room.run(200)
    on_belt = room.who(1).live.net_kcal
    room.do(cmd.TakeStation(room.now, 1, STAIRS.name))
    room.run(220)
    on_both = room.who(1).live.net_kcal
    assert on_belt is not None
    assert on_both == pytest.approx(
        on_belt + net_kcal(vo2_stair_machine(60, 0.2032), 70.0, 200 / 60), rel=0.01
    )
    assert_agrees(room, plan)


def test_a_turn_of_a_partner_and_a_late_joiners_climb_agree_too() -> None:
    room = Room(BELT)
    room.tap_in(1, 2, weight_kg=70.0)
    room.do(cmd.TakeStation(room.now, 1, BELT.name))
    room.bpm = {1: steady(155), 2: steady(168)}
    room.start(STEPS, 1)
    room.run(100)
    room.do(cmd.Join(room.now, 1, 2))
    room.run(400)
    room.do(cmd.TakeStation(room.now, 2, BELT.name))
    room.run(60)
    room.do(cmd.TakeStation(room.now, 1, BELT.name))
    room.run(1100)
    assert any(row.flags & SampleFlag.RECOVERY for row in room.rows(1))
    assert_agrees(room, STEPS)
    assert_agrees(room, STEPS, 2)


def test_the_graver_alert_stays_until_somebody_has_been_there() -> None:
    room = Room(BELT)
    room.tap_in(1, station=BELT.name)
    room.bpm[1] = lambda now: 200 if now > START + 200 else 120
    room.start(STEPS, 1)
    room.run(235)
    codes = [note.detail["code"] for note in room.notes("alert")]
    assert codes == ["are you all right", "recovery walk"]
    assert room.who(1).alert is Alert.ARE_YOU_ALL_RIGHT
    room.do(cmd.Touch(room.now, 1))
    assert room.who(1).alert is None
    room.run(200)
    assert room.who(1).alert is Alert.ARE_YOU_ALL_RIGHT, "three minutes of walking, and still 200"
