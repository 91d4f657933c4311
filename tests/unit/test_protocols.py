"""Protocol files: what is accepted, what gets run, and what is shipped."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.errors import ProtocolError
from kiosk.training.plan import Plan, Ramp, RangeTarget, Step, ZoneTarget
from kiosk.training.protocols import (
    Choice,
    choices_of,
    find_protocol,
    load_folder,
    load_folders,
    load_protocol,
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


def test_a_protocol_without_a_cool_down_gets_a_warning_and_no_error() -> None:
    protocol = parse_protocol(SHORT_HILLS, "short-hills.toml")
    assert warnings_of(protocol) == ("It does not end with a cool-down; add one as the last step.",)


def test_a_circuit_needs_no_cool_down_and_a_distance_without_speed_is_pointed_out() -> None:
    protocol = parse_protocol(one_step('distance = "400 m"'), "x.toml")
    (warning,) = warnings_of(protocol)
    assert warning.startswith('"Go" has a distance but no speed')
    assert plan(protocol).steps[0].planned_s is None


def test_each_way_to_end_a_step_is_accepted() -> None:
    assert step_of('duration = "7:30"').duration_s == 450
    assert step_of('distance = "1 mi"').distance_m == 1609.344
    assert step_of('until = "button"').waits_for_button


def test_a_target_is_a_zone_or_a_range() -> None:
    assert step_of('duration = "1 min"\nheart_rate = { zone = 4 }').target == ZoneTarget(4, "full")
    by_bpm = step_of('duration = "1 min"\nheart_rate = { low = 140, high = 150.5 }')
    assert by_bpm.target == RangeTarget(140, 150.5)


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


# --- files and folders ------------------------------------------------------------------------


def test_files_that_cannot_be_read_say_why(tmp_path: Path) -> None:
    with pytest.raises(ProtocolError, match=r"no protocol file .*gone.toml; check the path"):
        load_protocol(tmp_path / "gone.toml")
    with pytest.raises(ProtocolError, match="cannot be read"):
        load_protocol(tmp_path)
    (tmp_path / "latin.toml").write_bytes(b'id = "x"\nname = "H\xfcgel"\n')
    with pytest.raises(ProtocolError, match=r"latin.toml, line 2: this is not UTF-8 text; save"):
        load_protocol(tmp_path / "latin.toml")
    (tmp_path / "big.toml").write_bytes(b"#" * 262_145)
    with pytest.raises(ProtocolError, match="larger than 256 kB"):
        load_protocol(tmp_path / "big.toml")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b-hills.toml").write_text(SHORT_HILLS, encoding="utf-8")
    (tmp_path / "c-copy.toml").write_text(SHORT_HILLS, encoding="utf-8")
    (tmp_path / "a-go.toml").write_text(one_step('duration = "1 s"'), encoding="utf-8")
    (tmp_path / "broken.toml").write_text("id =", encoding="utf-8")
    (tmp_path / ".hidden.toml").write_text("id =", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("not a protocol", encoding="utf-8")
    return tmp_path


def test_a_folder_gives_its_protocols_by_file_name_and_the_faults_of_the_others(
    folder: Path,
) -> None:
    protocols, errors = load_folder(folder)
    assert [protocol.id for protocol in protocols] == ["x", "short-hills"]
    broken, duplicate = (str(error) for error in errors)
    assert "broken.toml, line 1: this is not valid TOML" in broken
    assert duplicate.endswith(
        'c-copy.toml: the id "short-hills" is taken by b-hills.toml; change one.'
    )


def test_a_folder_that_does_not_exist_is_empty(tmp_path: Path) -> None:
    assert load_folder(tmp_path / "protocols") == ([], [])


def test_a_protocol_is_found_by_path_or_by_id_in_the_first_folder_that_has_it(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    own = tmp_path_factory.mktemp("own")
    changed = SHORT_HILLS.replace('"Short hills"', '"Our hills"')
    (own / "x.toml").write_text(changed, encoding="utf-8")
    assert find_protocol(str(folder / "a-go.toml"), []).id == "x"
    assert find_protocol("short-hills", [folder, own]).name == "Short hills"
    assert find_protocol("short-hills", [own, folder]).name == "Our hills"
    assert find_protocol("step-up-80", [folder, own, SHIPPED]).name == "Step-up 80"


def test_an_unknown_id_names_the_nearest_known_one(folder: Path) -> None:
    with pytest.raises(ProtocolError) as caught:
        find_protocol("short-hill", [folder, SHIPPED])
    assert str(caught.value) == (
        'There is no protocol "short-hill" (2 files could not be used); '
        'the nearest known one is "short-hills".'
    )
    with pytest.raises(ProtocolError, match="known: short-hills, x"):
        find_protocol("zzzzzz", [folder])
    with pytest.raises(ProtocolError, match="add its file to the protocols folder"):
        find_protocol("zzzzzz", [])
    with pytest.raises(ProtocolError, match=r"no protocol file gone.toml"):
        find_protocol("gone.toml", [folder])


def test_an_id_whose_own_file_is_broken_gets_told_what_is_wrong_with_it(folder: Path) -> None:
    with pytest.raises(ProtocolError, match=r"broken.toml, line 1: this is not valid TOML"):
        find_protocol("broken", [folder])


@given(st.text())
@settings(deadline=None, max_examples=50)
def test_any_name_is_found_or_refused_in_a_sentence(name: str) -> None:
    with pytest.raises(ProtocolError):
        find_protocol(name, [SHIPPED / "none"])


# --- what is shipped --------------------------------------------------------------------------

MINUTES = {"step-up-80": [20, 20, 20, 10, 10], "step-up-30": [7.5, 7.5, 7.5, 3.75, 3.75]}


def shipped(name: str) -> Plan:
    return plan(find_protocol(name, [SHIPPED]))


def test_every_shipped_protocol_is_sound_and_named_like_its_file() -> None:
    protocols, errors = load_folder(SHIPPED)
    assert errors == []
    assert {protocol.id for protocol in protocols} == {path.stem for path in SHIPPED.iterdir()}
    assert {"step-up-80", "step-up-30", "tread-hike", "demo"} <= {p.id for p in protocols}
    for protocol in protocols:
        assert warnings_of(protocol) == ()
        assert plan(protocol).steps[-1].kind == "cool-down"
        assert all(step.cues for step in plan(protocol).steps)


@pytest.mark.parametrize("name", ["step-up-80", "step-up-30", "demo"])
def test_the_step_ups_climb_from_high_zone_2_to_zone_4(name: str) -> None:
    steps = shipped(name).steps
    assert [step.kind for step in steps] == ["warm-up", "work", "work", "work", "cool-down"]
    assert [step.target for step in steps] == [
        None, ZoneTarget(2, "high"), ZoneTarget(3, "mid"), ZoneTarget(4, "full"), None,
    ]  # fmt: skip
    assert [step.rpe for step in steps] == [(2, 3), (4, 5), (6, 7), (8, 9), (1, 2)]
    if name in MINUTES:
        assert [(step.duration_s or 0) / 60 for step in steps] == MINUTES[name]


def test_the_demo_takes_six_minutes() -> None:
    assert [step.duration_s for step in shipped("demo").steps] == [45, 100, 100, 70, 45]


def test_the_tread_hike_has_its_grades_speeds_and_distance() -> None:
    off_belt, flat, tilt, build, hike, cool_down = shipped("tread-hike").steps
    assert [s.duration_s for s in (off_belt, flat, tilt, build, hike, cool_down)] == [
        300, 300, 180, 300, None, 300,
    ]  # fmt: skip
    three, four = 3 * 1.609344, 4 * 1.609344
    assert flat.speed_kmh is not None
    assert flat.speed_kmh.end == pytest.approx(three, abs=1e-12)
    assert tilt.grade_percent == Ramp(0, 15)
    assert build.speed_kmh is not None
    assert (build.speed_kmh.start, build.speed_kmh.end) == pytest.approx((three, four), abs=1e-12)
    assert build.grade_percent == hike.grade_percent == Ramp(15, 15)
    assert (hike.distance_m, hike.planned_s) == (1609.344, 900)
    assert cool_down.grade_percent == Ramp(0, 0)
    longest = plan(find_protocol("tread-hike", [SHIPPED]), {"5.distance": "2 mi"})
    assert longest.steps[4].planned_s == 1800


def test_a_club_file_with_an_id_that_is_taken_is_said_and_the_shipped_one_stays(
    tmp_path: Path,
) -> None:
    folders = [tmp_path / "shipped", tmp_path / "club"]
    for folder, name in zip(folders, ("Ours", "Theirs"), strict=True):
        folder.mkdir()
        (folder / "a.toml").write_text(
            f'id = "same"\nname = "{name}"\nmodality = "any"\n'
            '[[steps]]\nname = "S"\nkind = "cool-down"\nduration = "1 min"\n'
        )
    protocols, errors = load_folders(folders)
    assert [protocol.name for protocol in protocols] == ["Ours"]
    assert [str(error) for error in errors] == [
        f'{folders[1] / "a.toml"}: the id "same" is taken by a.toml; change one.'
    ]
