"""Rotation classes: how their lanes are filled, and what cannot be one."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.errors import ProtocolError
from kiosk.session.course import check_group_plan
from kiosk.training.plan import Plan, Ramp, Rotation, Step
from kiosk.training.protocol_rotation import CHANGE_NAME, SHORTEST_S, fill, lap_s
from kiosk.training.protocols import Choice, choices_of, parse_protocol, plan, warnings_of
from tests.unit.rotation_class import ROTATION


def parts(made: Plan) -> tuple[Rotation, list[list[Step]]]:
    """The rotation, and each lane's steps."""
    assert made.rotation is not None
    lanes = made.rotation.lanes
    return made.rotation, [list(made.steps[lane.first : lane.first + lane.count]) for lane in lanes]


def test_a_rotation_is_its_lead_in_the_change_every_lane_and_the_cool_down() -> None:
    made = plan(parse_protocol(ROTATION, "turns.toml"))
    rotation, (belts, floor) = parts(made)
    assert (rotation.block_s, rotation.blocks) == (360, 5)
    assert (rotation.lead_in, rotation.change) == (1, 1)
    assert [step.name for step in made.steps[: rotation.change + 1]] == ["Warm-up", CHANGE_NAME]
    change = made.steps[rotation.change]
    assert (change.kind, change.duration_s) == ("recovery", 60)
    assert [step.name for step in made.steps[rotation.lead_out :]] == ["Cool-down"]
    assert [step.duration_s for step in belts] == [100, 100, 100, 60]
    assert {step.station_kind for step in belts} == {"treadmill"}
    assert {step.station_kind for step in floor} == {"floor"}
    assert [step.name for step in floor[:4]] == ["Squat", "Lunge", "Lunge", "Squat"]
    check_group_plan(made)


def test_the_last_step_of_a_block_is_cut_with_its_ramp_and_its_repetitions() -> None:
    _, (belts, floor) = parts(plan(parse_protocol(ROTATION, "turns.toml")))
    assert [step.grade_percent for step in belts] == [Ramp(0, 10)] * 3 + [Ramp(0, 6)]
    assert [step.duration_s for step in floor] == [40, 25, 25] * 4
    assert floor[0].reps == 8
    _, (_, longer) = parts(
        plan(parse_protocol(ROTATION, "turns.toml"), {"rotation.2.1.reps": "10"})
    )
    assert [step.duration_s for step in longer] == [50, 25, 25] * 3 + [50, 10]
    assert [step.reps for step in longer[::3]] == [10, 10, 10, 10]


def test_steps_count_the_laps_unless_they_have_a_repeat_of_their_own() -> None:
    _, (belts, floor) = parts(plan(parse_protocol(ROTATION, "turns.toml")))
    assert [(step.round, step.rounds) for step in belts] == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert [(step.round, step.rounds) for step in floor[3:6]] == [(2, 4), (1, 2), (2, 2)]


def test_the_number_of_blocks_and_what_lanes_leave_open_is_chosen_at_the_start() -> None:
    protocol = parse_protocol(ROTATION, "turns.toml")
    assert choices_of(protocol) == (
        Choice("rotation.blocks", None, "5", "8"),
        Choice("rotation.2.1.reps", "Squat", "8", "10"),
    )
    made = plan(protocol, {"rotation.blocks": "7"})
    assert parts(made)[0].blocks == 7
    assert made.choices == (("rotation.blocks", "7"), ("rotation.2.1.reps", "8"))
    with pytest.raises(ProtocolError, match="choose from 5 to 8"):
        plan(protocol, {"rotation.blocks": "9"})


def test_a_lane_whose_last_step_is_cut_gets_a_warning() -> None:
    (warning,) = warnings_of(parse_protocol(ROTATION, "turns.toml"))
    assert warning == (
        'The steps of the lane "Belts" take 100 s and begin anew until the block of 360 s is full, '
        "so the last one is cut; make them fit."
    )


timed_steps = st.builds(
    Step,
    name=st.text(max_size=3),
    kind=st.sampled_from(["work", "recovery"]),
    duration_s=st.integers(1, 200),
    grade_percent=st.none() | st.just(Ramp(2, 12)),
    reps=st.none() | st.integers(1, 30),
)


@given(st.lists(timed_steps, min_size=1, max_size=5), st.integers(0, 2000))
def test_any_lane_fills_its_block_to_the_second(lap: list[Step], more_s: int) -> None:
    block_s = lap_s(lap) + more_s
    filled = fill(lap, block_s)
    assert sum(step.duration_s or 0 for step in filled) == block_s
    assert [step.name for step in filled] == [lap[n % len(lap)].name for n in range(len(filled))]
    for n, step in enumerate(filled[:-1]):
        assert step.duration_s == lap[n % len(lap)].duration_s
    last, whole = filled[-1].duration_s or 0, lap[(len(filled) - 1) % len(lap)].duration_s or 0
    assert min(whole, SHORTEST_S) <= last < whole + SHORTEST_S
    assert all(before.round <= after.round for before, after in pairwise(filled))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('block = "6 min"', 'block = "59 s"', "line 14: rotation → block: it must be at least 60"),
        ('block = "6 min"', 'block = "61 min"', "at most 3600"),
        ('block = "6 min"', "block = 6", 'write it in quotes like "60 s"'),
        ('block = "6 min"', "", 'line 13: rotation: the key "block" is missing; add block'),
        ('change = "60 s"', 'change = "7 min"', "a block of 360 s is shorter than the change of"),
        ("blocks = [5, 8]", "blocks = 0", "line 15: rotation → blocks"),
        ("blocks = [5, 8]", "blokcs = 5", 'the nearest known one is "blocks"'),
        ('name = "Floor"', 'name = "belts"', 'lanes 2 → name: there is a lane "belts" already'),
        ('name = "Floor"', 'nam = "Floor"', 'the nearest known one is "name"'),
        ('station_kind = "floor"', 'station_kind = "pool"', "lanes 2 → station_kind: it must be"),
        ('station_kind = "floor"', "", 'the key "station_kind" is missing; add station_kind ='),
        ('duration = "100 s"', 'duration = "10 min"', "its steps take up to 600 s, longer than"),
        ('duration = "100 s"', 'duration = ["1 min", "7 min"]', "take up to 420 s"),
        ("reps = [8, 10]", "reps = [8, 80]", "lanes 2 → steps: its steps take up to 450 s"),
        ('duration = "25 s"', 'duration = "3 min"', "its steps take up to 410 s"),
        ('duration = "100 s"', 'distance = "400 m"\nspeed_kmh = 9', "needs a time of its own"),
        ('duration = "25 s"', 'until = "button"', "needs a time of its own"),
        ('duration = "25 s"', 'reps = 8\nuntil = "button"', "needs a time of its own"),
        ('duration = "25 s"', "until_heart_rate = { below = 120 }", "needs a time of its own"),
        ('duration = "25 s"', 'duration = "1 s"\nstation_kind = "stair"', "as its lane says"),
        ('kind = "work"\nduration = "25 s"', 'kind = "cool-down"\nduration = "25 s"',
         "rotation → lanes 2 → steps 2 → steps 1 → kind: a lane has work and recovery only"),
        ('kind = "cool-down"', 'kind = "work"', "line 9: steps 2: beside a rotation only warm-up"),
    ],
)  # fmt: skip
def test_a_rotation_that_cannot_be_is_refused(old: str, new: str, message: str) -> None:
    assert old in ROTATION
    text = ROTATION.replace(old, new, 1)
    with pytest.raises(ProtocolError) as caught:
        parse_protocol(text, "turns.toml")
    assert message in str(caught.value)
    assert str(caught.value).startswith("turns.toml, line ")


def test_a_warm_up_after_a_cool_down_is_refused() -> None:
    text = ROTATION.replace('kind = "warm-up"', 'kind = "x"').replace(
        'kind = "cool-down"', 'kind = "warm-up"'
    )
    with pytest.raises(ProtocolError, match="line 9: steps 2: a warm-up comes after a cool-down"):
        parse_protocol(text.replace('kind = "x"', 'kind = "cool-down"'), "turns.toml")


def test_one_lane_alone_is_no_rotation() -> None:
    text = ROTATION[: ROTATION.index('[[rotation.lanes]]\nname = "Floor"')]
    with pytest.raises(ProtocolError, match=r"line 13: rotation → lanes: it needs at least 2"):
        parse_protocol(text, "turns.toml")


def test_blocks_that_would_be_full_of_seconds_are_too_many_steps() -> None:
    text = ROTATION.replace('block = "6 min"', 'block = "1 h"').replace('"100 s"', '"1 s"')
    with pytest.raises(ProtocolError, match=r"with all repeats it has \d{4} steps; shorten it"):
        parse_protocol(text, "turns.toml")
