"""Hill homework on the command line: given, written as files, brought back, told."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from kiosk.clock import SystemClock
from kiosk.errors import RosterError
from kiosk.history.database import DATABASE_NAME, open_engine
from kiosk.history.roster import Roster
from kiosk.settings import load_settings
from tests.history.test_commands import Desk, desk
from tests.unit.outside import hill, tcx_of

__all__ = ["desk"]


@pytest.fixture
def data() -> Iterator[Engine]:
    engine = open_engine(load_settings(None).settings.data_path / DATABASE_NAME)
    Roster(engine).add("Anna", [101], birth_year=1990)
    yield engine
    engine.dispose()


def test_homework_goes_out_and_comes_back_on_the_command_line(
    desk: Desk, data: Engine, tmp_path: Path
) -> None:
    assert "Anna has Quad crusher" in desk.says(
        "homework", "give", "quad-crusher", "--athlete", "anna"
    )
    (listed,) = desk.json("homework", "list")
    assert (listed["athlete"], listed["workout"]) == ("Anna", "Quad crusher")
    out = tmp_path / "stick"
    told = desk.says("homework", "files", "--athlete", "Anna", "--out", str(out))
    assert sorted(path.suffix for path in out.iterdir()) == [".fit", ".html"]
    assert all(str(path) in told for path in out.iterdir())
    file = tmp_path / "run.tcx"
    now_s = SystemClock().utc_ms() // 1000
    file.write_bytes(tcx_of(hill((60, 0.0, 2.5), *[(120, -6.0, 3.5), (60, 6.0, 3.0)] * 6), now_s))
    took = ("homework", "take", str(file), "--athlete", "Anna")
    assert "would be counted" in desk.says(*took, "--look")
    found = desk.json(*took)
    assert (found["taken"], found["homework"]) == (True, listed["id"])
    values = {one["key"]: one["value"] for one in found["results"]}
    assert values["homework_done"] > 95
    assert values["over_ceiling_s"] == 0
    assert desk.json("homework", "list") == []
    with pytest.raises(RosterError, match="twice"):
        desk.says(*took)
    shown = desk.says("progress", "Anna")
    assert "Quad crusher" in shown


def test_two_that_fit_are_asked_about_and_a_flat_workout_is_no_homework(
    desk: Desk, data: Engine, tmp_path: Path
) -> None:
    for protocol in ("quad-crusher", "downhill-intervals"):
        desk.says("homework", "give", protocol, "--athlete", "Anna")
    file = tmp_path / "run.tcx"
    file.write_bytes(tcx_of(hill((700, -4.0, 3.0)), SystemClock().utc_ms() // 1000))
    took = ("homework", "take", str(file), "--athlete", "Anna")
    with pytest.raises(RosterError, match="--homework with its number: "):
        desk.says(*took)
    number = desk.json("homework", "list")[0]["id"]
    told = desk.says(*took, "--homework", str(number))
    assert "is counted for Anna" in told
    with pytest.raises(RosterError, match="no downhill"):
        desk.says("homework", "give", "step-up-80", "--athlete", "Anna")
