"""Protocol files: what is accepted, what gets run, and what is shipped."""

from pathlib import Path

import pytest

from kiosk.errors import ProtocolError
from kiosk.training.plan import (
    HeartRateGate,
    MarathonPace,
    PercentTarget,
    Ramp,
    RangeTarget,
    Step,
    ZoneTarget,
)
from kiosk.training.protocols import (
    Choice,
    choices_of,
    parse_protocol,
    plan,
    warnings_of,
)
from tests.unit.short_hills import SHORT_HILLS

SHIPPED = Path(__file__).parents[2] / "config" / "protocols"
HEAD = 'id = "x"\nname = "X"\nmodality = "any"\n'


def one_step(body: str) -> str:
    return f'{HEAD}[[steps]]\nname = "Go"\nkind = "work"\n{body}\n'


def step_of(body: str) -> Step:
    (step,) = plan(parse_protocol(one_step(body), "x.toml")).steps
    return step


def test_the_short_hills_example_is_run_as_written() -> None:
    made = plan(parse_protocol(SHORT_HILLS, "short-hills.toml"))
    assert (made.protocol_id, made.name, made.modality) == (
        "short-hills",
        "Short hills",
        "treadmill",
    )
    assert [step.name for step in made.steps] == ["Warm-up"] + ["Climb", "Easy"] * 4
    assert [(step.round, step.rounds) for step in made.steps[:5]] == [
        (1, 1), (1, 4), (1, 4), (2, 4), (2, 4),
    ]  # fmt: skip
    assert made.steps[7] == Step(
        "Climb",
        "work",
        duration_s=90,
        target=ZoneTarget(3, "mid"),
        grade_percent=Ramp(10, 10),
        speed_kmh=Ramp(5.5, 5.5),
        rpe=(6, 7),
        cues=("Tall, short steps",),
        round=4,
        rounds=4,
    )


NO_COOL_DOWN = (
    "It does not end with a cool-down, which is never optional; add one as the last step."
)


def test_a_protocol_without_a_cool_down_gets_a_warning_and_no_error() -> None:
    protocol = parse_protocol(SHORT_HILLS, "short-hills.toml")
    assert warnings_of(protocol) == (NO_COOL_DOWN,)


@pytest.mark.parametrize(
    ("body", "warning"),
    [
        ('distance = "400 m"', '"Go" has a distance but no speed'),
        ('duration = "60 s"\ngrade_percent = -4', '"Go" goes downhill, where effort leads'),
    ],
)
def test_what_a_coach_should_know_is_pointed_out(body: str, warning: str) -> None:
    protocol = parse_protocol(one_step(body), "x.toml")
    first, second = warnings_of(protocol)
    assert first == NO_COOL_DOWN
    assert second.startswith(warning)


def test_a_test_that_the_kiosk_cannot_score_is_pointed_out() -> None:
    text = one_step('duration = "60 s"').replace('"work"', '"cool-down"')
    (warning,) = warnings_of(parse_protocol(f'category = "test"\n{text}', "x.toml"))
    assert warning.startswith("It is a test that the kiosk cannot score")


def test_each_way_to_end_a_step_is_accepted() -> None:
    assert step_of('duration = "7:30"').duration_s == 450
    assert step_of('distance = "1 mi"').distance_m == 1609.344
    assert step_of('until = "button"').waits_for_button
    by_reps = step_of('reps = 8\ntempo = "3-1-1"')
    assert (by_reps.waits_for_button, by_reps.reps, by_reps.planned_s) == (True, 8, 40)


def test_a_heart_rate_gate_keeps_its_conditions_and_its_shortest_and_longest_wait() -> None:
    assert step_of("until_heart_rate = { below_percent_max = 65, fall = 25 }").gate == (
        HeartRateGate(below_percent_max=65, fall_bpm=25, at_least_s=30, at_most_s=120)
    )
    written = 'until_heart_rate = { below = 120, at_least = "5 s", at_most = "3 min" }'
    assert step_of(written).gate == HeartRateGate(below_bpm=120, at_least_s=5, at_most_s=180)
    assert step_of("until_heart_rate = { above = 140 }").gate == HeartRateGate(above_bpm=140)


def test_a_pace_is_counted_from_the_athletes_marathon_pace() -> None:
    slower = step_of('duration = "1 min"\nmarathon_pace = [5, 10]')
    assert (slower.marathon_pace, slower.pace) == (
        MarathonPace(5, 10),
        "marathon pace +5 to +10 s per mile",
    )
    quicker = step_of('duration = "1 min"\nmarathon_pace = [-20, -15]')
    assert quicker.pace == "marathon pace -15 to -20 s per mile"
    exact = step_of('duration = "1 min"\nmarathon_pace = 0')
    assert (exact.marathon_pace, exact.pace) == (MarathonPace(0, 0), "marathon pace +0 s per mile")
    named = step_of('duration = "1 min"\nmarathon_pace = -5\npace = "brisk"')
    assert named.pace == "brisk"


def test_what_a_protocol_is_for_goes_into_its_plan() -> None:
    text = (
        'category = "test"\ntest = "lthr-30"\nmaximal = true\nlevel = "advanced"\nbeginner = "y"\n'
        + one_step('duration = "1 s"')
    )
    made = plan(parse_protocol(text, "x.toml"))
    assert (made.category, made.test, made.maximal) == ("test", "lthr-30", True)
    assert (made.level, made.beginner_id) == ("advanced", "y")
    assert (made.rotation, made.choices) == (None, ())


def test_a_target_is_a_zone_or_a_range() -> None:
    assert step_of('duration = "1 min"\nheart_rate = { zone = 4 }').target == ZoneTarget(4, "full")
    by_bpm = step_of('duration = "1 min"\nheart_rate = { low = 140, high = 150.5 }')
    assert by_bpm.target == RangeTarget(140, 150.5)
    by_percent = step_of('duration = "1 min"\nheart_rate = { percent_max = [50, 70] }')
    assert by_percent.target == PercentTarget(50, 70)


def test_a_ramp_goes_over_the_step() -> None:
    step = step_of('duration = "3 min"\nramp = { grade_percent = [0, 15] }\nspeed_kmh = 5')
    assert (step.grade_percent, step.speed_kmh) == (Ramp(0, 15), Ramp(5, 5))
    assert step_of('duration = "3 min"\nramp = { speed_kmh = [4.8, 6.4] }').speed_kmh == Ramp(
        4.8, 6.4
    )


def test_everything_else_of_the_format_is_kept_in_the_plan() -> None:
    step = step_of(
        'duration = "40 s"\npace = "marathon pace"\ncadence_spm = [170, 180]\nreps = [6, 8]\n'
        'load_kg = 12.5\nside = "left"\ntempo = "3-1-1"\nstation_kind = "floor"\nrpe = 7'
    )
    assert (step.pace, step.cadence_spm, step.reps) == ("marathon pace", (170, 180), 6)
    assert (step.load_kg, step.side, step.tempo) == (12.5, "left", "3-1-1")
    assert (step.station_kind, step.rpe) == ("floor", (7, 7))


def test_repeats_may_be_nested_three_deep() -> None:
    text = HEAD + "".join(f"[[{'.'.join(['steps'] * depth)}]]\nrepeat = 2\n" for depth in (1, 2, 3))
    text += '[[steps.steps.steps.steps]]\nname = "Go"\nkind = "work"\nduration = "1 s"\n'
    assert len(plan(parse_protocol(text, "x.toml")).steps) == 8


def test_a_byte_order_mark_and_windows_line_ends_are_no_problem() -> None:
    text = "\ufeff" + SHORT_HILLS.replace("\n", "\r\n")
    assert parse_protocol(text, "x.toml") == parse_protocol(SHORT_HILLS, "x.toml")


def test_space_around_names_is_dropped() -> None:
    protocol = parse_protocol(one_step('until = "button"').replace('"Go"', '" Go "'), "x.toml")
    assert plan(protocol).steps[0].name == "Go"


# --- choices -----------------------------------------------------------------------------------

RANGES = f"""{HEAD}
[[steps]]
name = "Hike"
kind = "work"
distance = ["1 mi", "2 mi"]
[[steps]]
repeat = [4, 6]
[[steps.steps]]
name = "Squat"
kind = "work"
duration = ["40 s", "1 min"]
reps = [6, 8]
load_kg = [10, 12.5]
"""


def test_ranges_are_offered_and_the_lower_end_is_the_default() -> None:
    protocol = parse_protocol(RANGES, "x.toml")
    assert choices_of(protocol) == (
        Choice("1.distance", "Hike", "1 mi", "2 mi"),
        Choice("2.repeat", None, "4", "6"),
        Choice("2.1.duration", "Squat", "40 s", "1 min"),
        Choice("2.1.reps", "Squat", "6", "8"),
        Choice("2.1.load_kg", "Squat", "10", "12.5"),
    )
    made = plan(protocol)
    assert made.steps[0].distance_m == 1609.344
    assert len(made.steps) == 5
    assert (made.steps[1].duration_s, made.steps[1].reps, made.steps[1].load_kg) == (40, 6, 10)


def test_what_was_chosen_is_in_the_plan() -> None:
    choices = {"1.distance": "2 mi", "2.repeat": "5", "2.1.duration": "50 s", "2.1.reps": "7"}
    made = plan(parse_protocol(RANGES, "x.toml"), choices)
    assert made.steps[0].distance_m == 3218.688
    assert [step.rounds for step in made.steps] == [1, 5, 5, 5, 5, 5]
    assert (made.steps[1].duration_s, made.steps[1].reps) == (50, 7)
    assert made.choices == (
        ("1.distance", "2 mi"),
        ("2.repeat", "5"),
        ("2.1.duration", "50 s"),
        ("2.1.reps", "7"),
        ("2.1.load_kg", "10"),
    )


def test_a_grade_is_chosen_from_the_gentlest_to_the_steepest_and_a_speed_as_well() -> None:
    text = one_step('duration = "1 min"\ngrade_percent = [-3, -6]\nspeed_kmh = [10, 18]')
    protocol = parse_protocol(text, "x.toml")
    assert choices_of(protocol) == (
        Choice("1.grade_percent", "Go", "-3", "-6"),
        Choice("1.speed_kmh", "Go", "10", "18"),
    )
    gentle, chosen = plan(protocol), plan(protocol, {"1.grade_percent": "-4.5"})
    assert (gentle.steps[0].grade_percent, gentle.steps[0].speed_kmh) == (
        Ramp(-3, -3),
        Ramp(10, 10),
    )
    assert chosen.steps[0].grade_percent == Ramp(-4.5, -4.5)
    with pytest.raises(ProtocolError, match="choose from -3 to -6"):
        plan(protocol, {"1.grade_percent": "-7"})


@pytest.mark.parametrize(
    ("choices", "message"),
    [
        ({"1.distance": "3 mi"}, "choose from 1 mi to 2 mi"),
        ({"1.distance": "far"}, "not a distance"),
        ({"2.repeat": "7"}, "choose from 4 to 6"),
        ({"2.repeat": "many"}, "choose from 4 to 6"),
        ({"2.1.load_kg": "nan"}, "choose from 10 to 12.5"),
        ({"9.distance": "1 mi"}, 'no choice "9.distance"'),
        ({"2.1.tempo": "1 mi"}, "choose only what it offers"),
    ],
)
def test_a_choice_that_is_not_offered_is_refused(choices: dict[str, str], message: str) -> None:
    with pytest.raises(ProtocolError, match=message):
        plan(parse_protocol(RANGES, "x.toml"), choices)
