"""The doctor in-process: what it says of devices that are well, missing, or in somebody's use."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from drivers.virtual.ant import VirtualStick
from drivers.virtual.incline import VirtualIncline
from drivers.virtual.strap import VirtualStrap
from kiosk import doctor
from kiosk.history.database import DATABASE_NAME, open_engine
from kiosk.history.lock import DataLock
from kiosk.history.roster import Roster
from kiosk.machine import Lack
from kiosk.settings import Settings

SENSOR = "incline:Treadmill 1"


class Bench:
    """A configuration for one stick and one sensor, and what the doctor says of it."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.ant, self.incline = folder / "ant", folder / "incline"
        self.data = folder / "data"
        self.config = folder / "kiosk.toml"
        self.config.write_text(
            f'data_directory = "{self.data}"\n[ant]\nport = "{self.ant}"\n'
            '[[stations]]\nname = "Treadmill 1"\n[stations.incline]\ndriver = "witmotion"\n'
            f'port = "{self.incline}"\nbaud = 115200\n',
            "utf-8",
        )
        self._capsys = capsys

    def text(self, probe: Path | None = None) -> tuple[int, list[str]]:
        """Exit status and lines."""
        status = doctor.run(self.config, as_json=False, probe_port=probe and str(probe))
        return status, self._capsys.readouterr().out.splitlines()

    def findings(self) -> tuple[int, dict[str, dict[str, Any]]]:
        """Exit status and findings by what they are about."""
        status = doctor.run(self.config, as_json=True, probe_port=None)
        return status, {one["what"]: one for one in json.loads(self._capsys.readouterr().out)}


@pytest.fixture
def bench(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Bench:
    monkeypatch.delenv("SWITCHBACK_DATA", raising=False)
    return Bench(tmp_path, capsys)


@pytest.fixture
def plugged_in(bench: Bench) -> Iterator[None]:
    """A stick that hears two straps, one of them Anna's, and a sensor at 5 %."""
    engine = open_engine(bench.data / DATABASE_NAME)
    Roster(engine).add("Anna", [10001])
    engine.dispose()
    straps = [VirtualStrap(10001, 131, manufacturer=123), VirtualStrap(48213, 90)]
    with VirtualStick(bench.ant, straps), VirtualIncline(bench.incline, 5.0):
        yield


@pytest.mark.usefixtures("plugged_in")
def test_each_device_has_its_line_with_all_that_is_known(bench: Bench) -> None:
    status, found = bench.findings()
    assert status == 0, found
    stick, sensor, strap = found["ant"], found[SENSOR], found["strap:10001"]
    assert (stick["title"], stick["verdict"], stick["port"]) == ("ANT stick", "ok", str(bench.ant))
    assert stick["last_value"] == "2 straps on the air: 10001 (131), 48213 (90)"
    assert stick["firmware"]
    assert stick["signal"]
    assert sensor["title"] == "Treadmill 1: incline sensor"
    assert (sensor["verdict"], sensor["last_value"]) == ("ok", "5.0 %")
    assert 0 <= sensor["age_s"] < doctor.LOOK_S
    assert strap["message"].startswith("Anna")
    assert strap["last_value"] == "131 bpm"
    assert found["strap:48213"]["message"].startswith("Not on the roster")


@pytest.mark.usefixtures("plugged_in")
def test_a_probed_port_says_what_to_write_with_its_whole_path(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(bench.incline.parent)
    status, lines = bench.text(Path(bench.incline.name))
    assert status == 0
    assert "WitMotion" in lines[0]
    assert [line.strip() for line in lines[1:]] == [
        "[stations.incline]",
        f'port = "{bench.incline}"',
        'driver = "witmotion"',
        "baud = 115200",
    ]


def test_what_is_not_there_is_a_problem_with_what_to_do(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor, "LOOK_S", 0.5)
    status, lines = bench.text()
    assert status == 1
    (stick,) = (line for line in lines if "ANT stick:" in line)
    assert stick.startswith(f"PROBLEM  ANT stick: {bench.ant} is not there: ")
    (sensor,) = (line for line in lines if "incline sensor:" in line)
    assert sensor.startswith("PROBLEM  Treadmill 1: incline sensor: ")
    assert any(line.startswith("ok       history: ") for line in lines)


def test_a_port_that_is_not_there_cannot_be_probed(bench: Bench) -> None:
    status, lines = bench.text(bench.incline)
    assert status == 1
    assert lines[0].startswith(f"PROBLEM  {bench.incline}: ")
    assert "is not there" in lines[0]


def lacking(monkeypatch: pytest.MonkeyPatch, lack: Lack) -> None:
    def lacks(_settings: Settings) -> list[Lack]:
        return [lack]

    monkeypatch.setattr(doctor, "lacks", lacks)


def test_beside_a_running_kiosk_it_says_what_it_can(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = "sudo apt install libusb-1.0-0"
    lack = Lack("USB sticks", f"one package is missing: run `{command}`.", command)
    lacking(monkeypatch, lack)
    with DataLock(bench.data):
        status, found = bench.findings()
    assert status == 1
    assert found["devices"]["verdict"] == "note"
    assert "a kiosk is running here" in found["devices"]["message"]
    assert command in found["USB sticks"]["message"]
    assert "ant" not in found


def test_a_command_that_a_device_names_itself_is_not_named_twice(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    lacking(monkeypatch, Lack("ports", "x", "is not there"))
    monkeypatch.setattr(doctor, "LOOK_S", 0.5)
    _, found = bench.findings()
    assert "ports" not in found
