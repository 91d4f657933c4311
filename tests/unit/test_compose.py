"""The wiring: what a touch or a key brings about without waiting for the disk."""

import re
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kiosk.clock import ManualClock
from kiosk.compose import typed_tags
from kiosk.errors import DeviceError, KioskError, ProtocolError
from kiosk.events import Event, Tag
from kiosk.history.database import DATABASE_NAME, open_engine
from kiosk.history.roster import Roster
from kiosk.runs import run_class
from kiosk.settings import LoadedSettings, Settings, StationSettings
from kiosk.workout_folders import DEMO_ID, all_workouts, shipped_protocols


def test_a_typed_tag_does_not_wait_for_the_disk_that_has_its_key() -> None:
    posted: list[Event] = []
    told: list[str | None] = []
    is_read = threading.Event()
    clock = ManualClock(monotonic=5.0)

    def seal(number: str) -> str:
        assert is_read.wait(10)
        if number == "bad":
            raise DeviceError("The key is damaged")
        return "digest"

    with ThreadPoolExecutor(1) as disk:
        typed = typed_tags(seal, posted.append, clock, disk, told.append)
        typed("0012345678")
        typed("bad")
        assert (posted, told) == ([], [])
        clock.advance(1.0)
        is_read.set()
    assert posted == [Tag(5.0, "digest")]
    assert told == [None, "The key is damaged"]


def test_an_all_out_test_is_not_run_without_a_coach(tmp_path: Path) -> None:
    loaded = LoadedSettings(Settings(data_directory=str(tmp_path)), "test")
    with pytest.raises(ProtocolError, match="only done with a coach present") as refusal:
        run_class(loaded, "lthr-30", ["Anna"], until_done=True, stop=threading.Event())
    assert refusal.value.exit_status == 2


WAITING = """id = "x"
name = "X"
modality = "any"
[[steps]]
name = "Squat"
kind = "work"
{}
"""


@pytest.mark.parametrize(
    ("end", "refusal"),
    [
        # Repetitions wait for nobody in a class, so that the next thing to be missing is Quentin.
        ("reps = 8", "not on the roster"),
        ('until = "button"', "waits for a button, and nobody is there"),
    ],
)
def test_an_unattended_class_does_repetitions_and_refuses_a_button(
    tmp_path: Path, end: str, refusal: str
) -> None:
    file = tmp_path / "x.toml"
    file.write_text(WAITING.format(end))
    loaded = LoadedSettings(Settings(data_directory=str(tmp_path / "data")), "test")
    with pytest.raises(KioskError, match=refusal):
        run_class(loaded, str(file), ["Quentin"], until_done=True, stop=threading.Event())


LANES = """id = "x"
name = "X"
modality = "any"
[[steps]]
name = "Warm-up"
kind = "warm-up"
duration = "5 s"
[rotation]
block = "60 s"
blocks = 2
change = "5 s"
[[rotation.lanes]]
name = "Belts"
station_kind = "treadmill"
steps = [{ name = "Hike", kind = "work", duration = "60 s" }]
[[rotation.lanes]]
name = "Stairs"
station_kind = "stair"
steps = [{ name = "Climb", kind = "work", duration = "60 s" }]
"""


def test_an_unattended_class_without_places_for_all_is_refused_at_once(tmp_path: Path) -> None:
    file = tmp_path / "x.toml"
    file.write_text(LANES)
    settings = Settings(
        data_directory=str(tmp_path), stations=(StationSettings(name="Belt", kind="treadmill"),)
    )
    engine = open_engine(tmp_path / DATABASE_NAME)
    for name in ("Anna", "Ben"):
        Roster(engine).add(name)
    engine.dispose()
    with pytest.raises(KioskError, match="has places for 1 here and 2 want to start"):
        run_class(
            LoadedSettings(settings, "test"), str(file), ["Anna", "Ben"], True, threading.Event()
        )


def test_a_workout_of_the_club_is_on_the_list_and_a_broken_one_is_said(
    tmp_path: Path,
) -> None:
    settings = Settings(data_directory=str(tmp_path))
    own = tmp_path / "protocols"
    own.mkdir()
    text = (shipped_protocols() / "free.toml").read_text()
    (own / "ours.toml").write_text(text.replace('id = "free"', 'id = "ours"'))
    (own / "broken.toml").write_text(text.replace('kind = "work"', 'kind = "wrk"'))
    workouts = all_workouts(settings)
    assert "ours" in [plan.protocol_id for plan in workouts.plans]
    assert DEMO_ID not in [plan.protocol_id for plan in workouts.plans]
    assert len(workouts.refused) == 1
    assert re.search(r"broken.toml, line \d+", workouts.refused[0])
