"""Workouts as FIT files: what a watch is told."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kiosk.export.fit_notes import notes_of, read_notes
from kiosk.export.fit_workout import Wearer, fit_workout, sport_of
from kiosk.training.athlete import Athlete
from kiosk.training.plan import (
    HeartRateGate,
    Lane,
    MarathonPace,
    PercentTarget,
    Plan,
    Ramp,
    RangeTarget,
    Rotation,
    Step,
    ZoneTarget,
)
from tests.unit.fit_files import decoded

NOW_MS = 1_780_000_000_000
TODAY = date(2026, 5, 28)
ANNA = Athlete(1, "Anna", max_hr=190, resting_hr=50)


def plan_of(*steps: Step, **more: Any) -> Plan:
    return replace(Plan("hills", "Hills", "treadmill", steps), **more)


def rows(*steps: Step, athlete: Athlete | None = None, **more: Any) -> list[dict[str, Any]]:
    wearer = None if athlete is None else Wearer(athlete, TODAY)
    return decoded(fit_workout(plan_of(*steps, **more), NOW_MS, wearer).content)["workout_step"]


def row(athlete: Athlete | None = None, **step: Any) -> dict[str, Any]:
    made = replace(Step("Up", "work", 60), **step)
    return rows(made, athlete=athlete)[0]


def test_the_file_says_that_it_is_a_workout_and_what_it_is_called() -> None:
    messages = decoded(fit_workout(plan_of(Step("Up", "work", 60)), NOW_MS).content)
    assert messages["file_id"][0]["type"] == "workout"
    assert messages["file_id"][0]["time_created"].timestamp() * 1000 == NOW_MS
    workout = messages["workout"][0]
    assert (workout["wkt_name"], workout["num_valid_steps"]) == ("Hills", 1)


@pytest.mark.parametrize(
    ("modality", "category", "speed", "sport"),
    [
        ("treadmill", "repeats", 10.0, (1, 1)),
        ("treadmill", "", None, (1, 1)),
        ("any", "step-up", None, (1, 1)),
        ("treadmill", "test", 6.0, (11, 27)),
        ("stair", "hike", None, (4, 16)),
        ("circuit", "strength", None, (10, 20)),
        ("treadmill", "hike", 6.0, (17, 1)),
    ],
)
def test_each_workout_has_the_sport_that_devices_know_it_by(
    modality: str, category: Any, speed: float | None, sport: tuple[int, int]
) -> None:
    step = Step("Up", "work", 60, speed_kmh=None if speed is None else Ramp(speed, speed))
    assert sport_of(plan_of(step, modality=modality, category=category)) == sport


def test_steps_end_by_time_distance_repetitions_or_the_button() -> None:
    timed, far, reps, until = rows(
        Step("a", "work", 90),
        Step("b", "work", distance_m=402.336),
        Step("c", "work", reps=8),
        Step("d", "work"),
    )
    assert (timed["duration_type"], timed["duration_time"]) == ("time", 90.0)
    assert (far["duration_type"], far["duration_distance"]) == ("distance", 402.34)
    assert (reps["duration_type"], reps["duration_reps"]) == ("reps", 8)
    assert until["duration_type"] == "open"


def test_a_heart_rate_ends_a_step_by_bpm_or_by_percent_and_the_notes_say_the_rest() -> None:
    bpm = row(duration_s=None, gate=HeartRateGate(below_bpm=120))
    assert (bpm["duration_type"], bpm["duration_hr"]) == ("hr_less_than", 220)
    percent = row(duration_s=None, gate=HeartRateGate(below_percent_max=65, fall_bpm=25))
    assert (percent["duration_type"], percent["duration_hr"]) == ("hr_less_than", 65)
    assert percent["notes"] == (
        "until below 65 % of max; until 25 bpm down; at least 30 s; at most 120 s"
    )
    above = row(duration_s=None, gate=HeartRateGate(above_bpm=140))
    assert (above["duration_type"], above["duration_hr"]) == ("hr_greater_than", 240)
    fall = row(duration_s=None, gate=HeartRateGate(fall_bpm=25, at_most_s=90))
    assert (fall["duration_type"], fall["duration_time"]) == ("time", 90.0)


def test_repeats_are_rows_that_point_back() -> None:
    body = (Step("Up", "work", 60, rounds=4), Step("Down", "recovery", 60, rounds=4))
    turns = [replace(step, round=turn) for turn in range(1, 5) for step in body]
    found = rows(Step("Warm-up", "warm-up", 300), *turns, Step("Cool-down", "cool-down", 300))
    assert [row["message_index"] for row in found] == [0, 1, 2, 3, 4]
    assert found[3]["duration_type"] == "repeat_until_steps_cmplt"
    assert (found[3]["duration_step"], found[3]["repeat_steps"]) == (1, 4)
    assert [row.get("intensity") for row in found] == [
        "warmup",
        "active",
        "recovery",
        None,
        "cooldown",
    ]


def test_without_an_athlete_the_target_is_the_zone_and_the_notes_say_which_part() -> None:
    found = row(target=ZoneTarget(2, "high"), rpe=(4, 5))
    assert (found["target_type"], found["target_hr_zone"]) == ("heart_rate", 2)
    assert found["notes"] == "RPE 4 to 5; zone 2 high"


def test_with_an_athlete_the_target_is_their_own_band_below_their_ceiling() -> None:
    found = row(ANNA, target=ZoneTarget(2, "high"))
    low, high = (found[f"custom_target_heart_rate_{end}"] for end in ("low", "high"))
    assert (found["target_type"], low - 100, high - 100) == ("heart_rate", 142, 147)
    assert "zone" not in found.get("notes", "")
    capped = row(replace(ANNA, ceiling_hr=150), target=ZoneTarget(4))
    assert capped["custom_target_heart_rate_high"] - 100 <= 150 - 3


def test_an_all_out_test_is_bounded_by_the_ceiling_that_the_coach_set_for_it() -> None:
    step = Step("All out", "work", 1800, target=RangeTarget(160, 200))
    athlete = replace(ANNA, ceiling_hr=150, test_ceiling_hr=185)
    bounded = rows(step, athlete=athlete, maximal=True)[0]
    assert bounded["custom_target_heart_rate_high"] - 100 == 181
    assert rows(step, athlete=athlete)[0]["custom_target_heart_rate_high"] - 100 < 150


def test_whoever_trains_by_effort_gets_no_heart_rate() -> None:
    found = row(replace(ANNA, is_effort_only=True), target=ZoneTarget(4), rpe=(8, 9))
    assert found["target_type"] == "open"
    assert found["notes"] == "RPE 8 to 9"


def test_percent_of_max_is_percent_for_anybody_and_bpm_for_an_athlete() -> None:
    found = row(target=PercentTarget(50, 70))
    assert found["custom_target_heart_rate_low"] == 50
    assert found["custom_target_heart_rate_high"] == 70
    assert row(ANNA, target=PercentTarget(50, 70))["custom_target_heart_rate_low"] == 195


def test_a_band_for_everybody_is_written_as_it_is() -> None:
    found = row(target=RangeTarget(140, 150))
    assert found["custom_target_heart_rate_low"] == 240
    assert found["custom_target_heart_rate_high"] == 250


def test_downhill_has_no_heart_rate_but_speed_and_cadence() -> None:
    found = row(grade_percent=Ramp(-5, -5), speed_kmh=Ramp(10, 10), cadence_spm=(170, 190))
    assert found["target_type"] == "speed"
    assert found["custom_target_speed_low"] < 10 / 3.6 < found["custom_target_speed_high"]
    assert found["secondary_target_type"] == "cadence"
    assert found["secondary_custom_target_cadence_low"] == 85
    assert found["secondary_custom_target_cadence_high"] == 95
    assert found["notes"] == "grade -5 %; 10 km/h; 170 to 190 steps/min"


def test_a_marathon_pace_becomes_a_speed_once_it_is_known() -> None:
    pace = MarathonPace(5, 10)
    assert row(marathon_pace=pace)["target_type"] == "open"
    found = row(Athlete(1, "Anna", marathon_pace_s_per_km=300), marathon_pace=pace)
    assert found["custom_target_speed_high"] == pytest.approx(1000 / (300 + 5 / 1.609344), abs=1e-3)
    assert found["custom_target_speed_low"] == pytest.approx(1000 / (300 + 10 / 1.609344), abs=1e-3)
    assert found["notes"] == "marathon pace +5 to +10 s/mi"


def test_a_rotation_is_the_way_that_begins_in_its_first_lane() -> None:
    steps = (
        Step("Warm-up", "warm-up", 300),
        Step("Change", "recovery", 60),
        Step("Belt", "work", 360),
        Step("Floor 1", "work", 180),
        Step("Floor 2", "work", 180),
        Step("Cool-down", "cool-down", 300),
    )
    lanes = (Lane("Belts", "treadmill", 2, 1), Lane("Floor", "floor", 3, 2))
    plan = plan_of(*steps, rotation=Rotation(360, 3, 1, 1, lanes))
    made = fit_workout(plan, NOW_MS)
    names = [row["wkt_step_name"] for row in decoded(made.content)["workout_step"]]
    assert names == [
        "Warm-up",
        "Change",
        "Belt",
        "Change",
        "Floor 1",
        "Floor 2",
        "Change",
        "Belt",
        "Cool-down",
    ]
    assert made.left_out == [
        "Hills is a rotation class: the file has the way that begins at Belts."
    ]


def test_what_finds_no_room_in_the_notes_is_said() -> None:
    cues = ("x" * 90, "y" * 90, "z" * 90)
    made = fit_workout(plan_of(Step("Up", "work", 60, cues=cues, rpe=(5, 6))), NOW_MS)
    assert made.left_out == ['"Up": 1 cue or fact found no room in the notes.']
    (found,) = decoded(made.content)["workout_step"]
    assert found["notes"] == "\n".join(["RPE 5 to 6", *cues[:2]])


def test_a_name_that_its_field_cuts_is_whole_in_the_notes() -> None:
    name = "Single-leg deadlift with the other leg free"
    made = fit_workout(plan_of(Step(name, "work", 60)), NOW_MS)
    (found,) = decoded(made.content)["workout_step"]
    assert found["wkt_step_name"] == name[:31]
    assert read_notes(found["notes"])[0] == {"name": name}


def test_the_notes_read_back_as_the_keys_of_a_protocol() -> None:
    step = Step(
        "Pallof press",
        "work",
        40,
        grade_percent=Ramp(0, -12.5),
        speed_kmh=Ramp(3.218688, 4.828032),
        target=ZoneTarget(3, "mid"),
        rpe=(6, 8),
        cadence_spm=(24, 40),
        reps=8,
        load_kg=12.5,
        side="both",
        tempo="3-1-1",
        station_kind="floor",
        pace="slow; steady",
        cues=("Ribs down", "Breathe on"),
    )
    keys, cues = read_notes(notes_of(step)[0])
    assert keys == {
        "ramp": {"grade_percent": [0, -12.5], "speed_kmh": [3.22, 4.83]},
        "rpe": [6, 8],
        "heart_rate": {"zone": 3, "part": "mid"},
        "cadence_spm": [24, 40],
        "reps": 8,
        "load_kg": 12.5,
        "side": "both",
        "tempo": "3-1-1",
        "station_kind": "floor",
        "pace": "slow, steady",
    }
    assert cues == ["Ribs down", "Breathe on"]


def test_other_programs_notes_are_cues() -> None:
    assert read_notes("Hold 15 %; smile\n\n  and   breathe ") == (
        {},
        ["Hold 15 %; smile", "and breathe"],
    )
    assert read_notes("") == ({}, [])
