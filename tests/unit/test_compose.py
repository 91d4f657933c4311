"""The wiring: what a touch or a key brings about without waiting for the disk."""

import re
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kiosk.clock import ManualClock
from kiosk.compose import DEMO_ID, all_workouts, shipped_protocols, typed_tags
from kiosk.errors import DeviceError, ProtocolError
from kiosk.events import Event, Tag
from kiosk.runs import run_class
from kiosk.settings import LoadedSettings, Settings


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
