"""FIT workout files in: ours come back as they were, others' as far as the kiosk can run them."""

import os
import random
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.errors import ProtocolError
from kiosk.export.fit_import import ImportedWorkout, import_workout
from kiosk.export.fit_protocol_text import slug
from kiosk.export.fit_reader import MAX_FILE_BYTES, load_fit
from kiosk.export.fit_workout import fit_workout, steps_in_a_row
from kiosk.export.fit_writer import FitWriter, checksum
from kiosk.training.plan import (
    HeartRateGate,
    MarathonPace,
    PercentTarget,
    Plan,
    Ramp,
    RangeTarget,
    Step,
    ZoneTarget,
)
from kiosk.training.protocols import load_protocol, parse_protocol, plan
from tests.unit.fit_files import big_endian, foreign

SHIPPED = sorted((Path(__file__).parents[2] / "config" / "protocols").glob("*.toml"))
NOW_MS = 1_780_000_000_000
LOSSY = {
    "speed_kmh",  # rounded to hundredths of a km/h
    "cues",  # the last ones, where the notes have no more room
}
"""What of a shipped step may come back changed."""
PROVE = int(os.environ.get("PROVE_SECONDS", "0"))


def again(made: Plan) -> Plan:
    """The plan, through a FIT file and a protocol file."""
    imported = import_workout(fit_workout(made, NOW_MS).content, "hills.fit")
    return plan(parse_protocol(imported.text, "hills.toml"))


def through(*steps: Step) -> tuple[Step, ...]:
    return again(Plan("hills", "Hills", "treadmill", steps)).steps


def of_others(*steps: dict[str, Any], **workout: Any) -> tuple[tuple[Step, ...], ImportedWorkout]:
    imported = import_workout(foreign(*steps, **workout), "theirs.fit")
    return plan(parse_protocol(imported.text, "theirs.toml")).steps, imported


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_every_shipped_protocol_comes_back_from_its_fit_file(file: Path) -> None:
    made = plan(load_protocol(file))
    back = again(made)
    expected = steps_in_a_row(made)
    assert len(back.steps) == len(expected)
    changed: set[str] = set()
    for before, after in zip(expected, back.steps, strict=True):
        changed |= {
            field.name
            for field in fields(Step)
            if getattr(before, field.name) != getattr(after, field.name)
        }
        assert before.cues[: len(after.cues)] == after.cues
        if before.speed_kmh is not None and after.speed_kmh is not None:
            assert after.speed_kmh.start == pytest.approx(before.speed_kmh.start, abs=0.005)
            assert after.speed_kmh.end == pytest.approx(before.speed_kmh.end, abs=0.005)
    assert changed <= LOSSY
    assert (back.protocol_id, back.modality) == (made.protocol_id, made.modality)
    assert (back.level, back.test, back.maximal) == (made.level, made.test, made.maximal)
    assert back.category == made.category


def test_repeats_in_repeats_come_back() -> None:
    text = """id = "x"
name = "X"
modality = "any"
[[steps]]
repeat = 2
[[steps.steps]]
repeat = 3
[[steps.steps.steps]]
name = "In"
kind = "work"
duration = "30 s"
[[steps.steps]]
name = "Out"
kind = "recovery"
distance = "0.25 mi"
"""
    made = plan(parse_protocol(text, "x.toml"))
    assert again(made) == made


@pytest.mark.parametrize(
    "step",
    [
        Step("a", "work", 61, target=ZoneTarget(3, "low")),
        Step("a", "work", 60, target=RangeTarget(140, 150)),
        Step("a", "work", 60, target=PercentTarget(50, 70)),
        Step("a", "work", reps=12, load_kg=12.25, side="left", tempo="3-1-1-0"),
        Step("a", "work", 3600, grade_percent=Ramp(-1.5, -6), rpe=(7, 7)),
        Step("a", "work", 60, cadence_spm=(165, 171), speed_kmh=Ramp(5, 7.25)),
        Step("a", "work", distance_m=100.5, speed_kmh=Ramp(6.2, 6.2), target=ZoneTarget(5)),
        Step("a", "recovery", gate=HeartRateGate(below_percent_max=65.5, fall_bpm=25)),
        Step("a", "recovery", gate=HeartRateGate(below_bpm=118, at_least_s=10, at_most_s=300)),
        Step("a", "recovery", gate=HeartRateGate(fall_bpm=30)),
        Step("a", "work", gate=HeartRateGate(above_bpm=140)),
        Step("a", "recovery", 60, station_kind="floor"),
        Step("a", "work", 60, pace="marathon pace +5 to +10 s per mile"),
        Step(
            "a",
            "work",
            60,
            pace="marathon pace -5 to -10 s per mile",
            marathon_pace=MarathonPace(-10, -5),
        ),
        Step("Ein Name, der für sein Feld in der Datei zu lang ist", "work", cues=("Ä", "ö")),
    ],
    ids=repr,
)
def test_everything_a_step_can_ask_for_comes_back(step: Step) -> None:
    assert through(step) == (step,)


# -- other programs' files -----------------------------------------------------------------------


def test_another_programs_workout_becomes_a_protocol() -> None:
    steps, imported = of_others(
        {"intensity": 2, "duration_type": 0, "duration_value": 600_000, "target_type": 2},
        {
            "wkt_step_name": "Fast",
            "intensity": 0,
            "duration_type": 1,
            "duration_value": 40_000,
            "target_type": 1,
            "target_value": 4,
            "notes": "Smooth\nand tall",
        },
        {
            "intensity": 1,
            "duration_type": 5,
            "target_type": 1,
            "target_value": 0,
            "custom_target_value_low": 220,
            "custom_target_value_high": 240,
        },
        {"duration_type": 6, "duration_value": 1, "target_value": 3},
        {"intensity": 3, "duration_type": 0, "duration_value": 300_000, "target_type": 2},
        wkt_name="Track: Hügel & Täler",
    )
    assert (imported.protocol_id, imported.name) == ("track-hugel-taler", "Track: Hügel & Täler")
    assert imported.notes == ()
    warm_up, fast, rest, *_ = steps
    assert warm_up == Step("Warm-up", "warm-up", 600)
    assert fast == Step(
        "Fast",
        "work",
        distance_m=400,
        target=ZoneTarget(4),
        cues=("Smooth", "and tall"),
        rounds=3,
    )
    assert rest == Step("Recovery", "recovery", target=RangeTarget(120, 140), rounds=3)
    assert [step.round for step in steps] == [1, 1, 1, 2, 2, 3, 3, 1]


def test_an_old_devices_file_is_read_as_well() -> None:
    content = big_endian(
        [
            ("file_id", {"type": 5}),
            ("workout", {"sport": 1, "wkt_name": "Old"}),
            (
                "workout_step",
                {"duration_type": 0, "duration_value": 90_000, "target_type": 2, "intensity": 0},
            ),
            (
                "workout_step",
                {"wkt_step_name": "Mile", "duration_type": 1, "duration_value": 160_934},
            ),
        ]
    )
    steps = plan(parse_protocol(import_workout(content, "old.fit").text, "old.toml")).steps
    assert steps == (Step("Work", "work", 90), Step("Mile", "work", distance_m=1609.344))


def test_speed_and_cadence_ranges_become_what_a_belt_can_be_set_to() -> None:
    (step,), imported = of_others(
        {
            "duration_type": 0,
            "duration_value": 60_000,
            "target_type": 0,
            "custom_target_value_low": 2_500,
            "custom_target_value_high": 3_000,
            "secondary_target_type": 3,
            "secondary_custom_target_value_low": 85,
            "secondary_custom_target_value_high": 90,
        }
    )
    assert step.speed_kmh == Ramp(9.9, 9.9)
    assert step.cadence_spm == (170, 180)
    assert imported.notes == ()


def test_a_heart_rate_that_ends_a_step_has_a_longest_wait() -> None:
    (step,), _ = of_others({"duration_type": 2, "duration_value": 210})
    assert step.gate == HeartRateGate(below_bpm=110, at_least_s=1, at_most_s=600)


@pytest.mark.parametrize(
    ("raw", "cue"),
    [
        (
            {"target_type": 4, "custom_target_value_low": 1200, "custom_target_value_high": 1250},
            "Power in the file: 200 to 250 W",
        ),
        ({"target_type": 4, "target_value": 3}, "Power in the file: zone 3"),
        ({"target_type": 5, "target_value": 2}, "Grade in the file: zone 2"),
        ({"target_type": 6, "target_value": 2}, "Resistance in the file: zone 2"),
        ({"target_type": 11, "target_value": 2}, "Target 11 in the file: zone 2"),
        ({"target_type": 1, "target_value": 9}, "Heart rate in the file: zone 9"),
        ({"target_type": 0, "target_value": 2}, "Speed in the file: zone 2"),
        (
            {"target_type": 0, "custom_target_value_low": 9, "custom_target_value_high": 90_000},
            "Speed in the file: 0.0 to 324.0 km/h",
        ),
        ({"target_type": 3, "target_value": 2}, "Cadence in the file: zone 2"),
        ({"duration_value": 90_400}, "Length in the file: 90.4 s"),
        (
            {"duration_type": 4, "duration_value": 300},
            "Press the button when done: the file ends this step by calories",
        ),
        (
            {"duration_type": 3, "duration_value": 80},
            "Press the button when done: the file ends this step by heart rate",
        ),
        ({"duration_type": 16, "duration_value": 9}, "Press the button when done: end 16"),
    ],
    ids=str,
)
def test_what_the_kiosk_cannot_run_stays_as_a_cue_and_is_said(
    raw: dict[str, Any], cue: str
) -> None:
    timed = {"wkt_step_name": "Up", "duration_type": 0, "duration_value": 60_000}
    (step,), imported = of_others(timed | raw)
    assert step.cues == (cue,)
    assert imported.notes == (f'"Up" keeps as a cue what it cannot be run by: {cue}.',)


def test_a_workout_for_another_sport_is_marked_as_such() -> None:
    step = {"duration_type": 0, "duration_value": 60_000}
    _, imported = of_others(step, sport=2)
    assert imported.notes == (
        "It was made for another sport: check every step before you offer it.",
    )
    assert 'modality = "any"' in imported.text
    assert 'modality = "stair"' in of_others(step, sport=4, sub_sport=16)[1].text
    assert 'modality = "circuit"' in of_others(step, sport=10, sub_sport=20)[1].text
    assert 'category = "hike"' in of_others(step, sport=17)[1].text


def test_hidden_characters_and_endless_names_do_not_get_in() -> None:
    (step,), imported = of_others(
        {
            "wkt_step_name": "A\u202eb\x07 \n c",
            "duration_type": 5,
            "notes": "\u200bdo\tit\x1f",
        },
        wkt_name="\u200b",
    )
    assert step.name == "A b c"
    assert step.cues == ("do it",)
    assert (imported.protocol_id, imported.name) == ("workout", "Workout")


def test_an_id_can_be_chosen_but_only_a_usable_one() -> None:
    content = foreign({"duration_type": 5})
    assert import_workout(content, "x.fit", "own-1").protocol_id == "own-1"
    with pytest.raises(ProtocolError, match='"Own 1" cannot be an id'):
        import_workout(content, "x.fit", "Own 1")


@given(st.text())
def test_an_id_is_made_of_any_name(name: str) -> None:
    made = slug(name)
    assert 1 <= len(made) <= 60
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


# -- refused -------------------------------------------------------------------------------------


def repeat(first: int, times: int = 2) -> dict[str, Any]:
    return {"duration_type": 6, "duration_value": first, "target_value": times}


OPEN: dict[str, Any] = {"duration_type": 5}


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "x.fit is no workout"),
        (b"PK\x03\x04 something else", "x.fit is no FIT file or is damaged"),
        (foreign(OPEN)[:-1], "x.fit is no FIT file or is damaged"),
        (foreign(OPEN) + foreign(OPEN), "more than one workout"),
        (b"\0" * (MAX_FILE_BYTES + 1), "larger than 256 kB"),
        (foreign(), "a workout without steps"),
        (foreign(OPEN, repeat(5)), "Row 2 of x.fit repeats steps that do not stand together"),
        (
            foreign(OPEN, OPEN, repeat(1), OPEN, repeat(2)),
            "Row 5 of x.fit repeats steps that do not stand together",
        ),
        (foreign(OPEN, {"duration_type": 7, "duration_value": 0}), "until something is reached"),
        (foreign(OPEN, repeat(0), repeat(0), repeat(0), repeat(0)), "more than 3 deep"),
        (foreign(OPEN, repeat(0, 101)), 'x.fit: steps 1 → repeat: "101" cannot be used'),
        (foreign(OPEN | {"message_index": 3}), "not numbered one after the other"),
        (foreign(*[OPEN] * 260, repeat(0, 4)), "1040 steps; shorten it to 1000"),
    ],
    ids=range(13),
)
def test_what_is_no_usable_workout_is_refused_in_a_sentence(content: bytes, sentence: str) -> None:
    with pytest.raises(ProtocolError) as caught:
        import_workout(content, "x.fit")
    assert sentence in str(caught.value)
    assert str(caught.value).endswith(".")
    assert "\n" not in str(caught.value)


def test_a_recorded_activity_is_told_from_a_workout() -> None:
    writer = FitWriter()
    writer.write("file_id", type=4)
    with pytest.raises(ProtocolError, match="is a recorded activity and no workout"):
        import_workout(writer.content(), "x.fit")


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(ProtocolError, match="There is no file"):
        load_fit(tmp_path / "none.fit")
    with pytest.raises(ProtocolError, match="cannot be read"):
        load_fit(tmp_path)


def test_an_import_of_all_there_can_be_is_read_no_further_than_needed(tmp_path: Path) -> None:
    (tmp_path / "big.fit").write_bytes(b"\0" * (2 * MAX_FILE_BYTES))
    assert len(load_fit(tmp_path / "big.fit")) == MAX_FILE_BYTES + 1


def never_another_error(content: bytes) -> None:
    """Either a sentence on the file, or a protocol that can be run."""
    refused = text = ""
    try:
        text = import_workout(content, "x.fit").text
    except ProtocolError as error:
        refused = str(error)
    if refused:
        assert "x.fit" in refused
        assert "\n" not in refused
    else:
        assert plan(parse_protocol(text, "x.toml")).steps


@given(st.binary(max_size=400))
def test_random_bytes_are_refused_and_nothing_else(content: bytes) -> None:
    never_another_error(content)


def _repaired(content: bytearray) -> bytes:
    """With checksums that fit again, so that the damage gets past them."""
    content[12:14] = checksum(bytes(content[:12])).to_bytes(2, "little")
    content[-2:] = checksum(bytes(content[:-2])).to_bytes(2, "little")
    return bytes(content)


def _as_it_is(content: bytearray) -> bytes:
    return bytes(content)


@pytest.mark.parametrize("finish", [_as_it_is, _repaired])
def test_a_damaged_file_is_refused_or_read_and_nothing_else(
    finish: Callable[[bytearray], bytes],
) -> None:
    dice = random.Random(5)
    files = [fit_workout(plan(load_protocol(file)), NOW_MS).content for file in SHIPPED[:6]]
    for _ in range(150 + 100 * PROVE):
        content = bytearray(dice.choice(files))
        for _ in range(dice.randint(1, 12)):
            content[dice.randrange(len(content))] = dice.choice(
                (0, 1, 5, 6, 255, dice.randrange(256))
            )
        if dice.random() < 0.2:
            del content[dice.randrange(len(content)) :]
            content += bytes(16 - min(16, len(content)))
        never_another_error(finish(content))


_NUMBERS = st.one_of(st.none(), st.integers(0, 40), st.integers(0, 2**32 - 2))
_RAW_STEPS = st.lists(
    st.fixed_dictionaries(
        {
            "wkt_step_name": st.text(max_size=40),
            "duration_type": st.one_of(st.none(), st.integers(0, 31)),
            "duration_value": _NUMBERS,
            "target_type": st.one_of(st.none(), st.integers(0, 14)),
            "target_value": _NUMBERS,
            "custom_target_value_low": _NUMBERS,
            "custom_target_value_high": _NUMBERS,
            "intensity": st.one_of(st.none(), st.integers(0, 9)),
            "notes": st.one_of(
                st.text(max_size=60),
                st.sampled_from(
                    [
                        "grade -5 %; RPE 11",
                        "RPE 0 to 99; until below 9 bpm",
                        "grade 99 to -99 %; 999 km/h; at most 0 s",
                        "zone 3; marathon pace +5 s/mi; 5 km/h; pace quick; name x",
                    ]
                ),
            ),
        }
    ),
    max_size=8,
)


@settings(max_examples=50 + 20 * PROVE)
@given(_RAW_STEPS, st.text(max_size=40), st.text(max_size=80))
def test_any_fields_in_a_sound_file_are_refused_or_read_and_nothing_else(
    steps: list[dict[str, Any]], name: str, description: str
) -> None:
    never_another_error(foreign(*steps, wkt_name=name, wkt_description=description))
    never_another_error(foreign(*steps, wkt_description=f"Switchback {description} id=x test=y"))


def test_a_step_of_any_kind_keeps_its_kind() -> None:
    kinds = ("warm-up", "work", "recovery", "cool-down")
    steps = [replace(Step("a", "work", 60), kind=kind) for kind in kinds]
    assert [step.kind for step in through(*steps)] == list(kinds)
