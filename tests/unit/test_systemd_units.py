"""What systemd is told: the units, and the script between the service and the kiosk."""

import configparser
import os
import shutil
import signal
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

ONLY_WITH_A_SCREEN = {
    "Environment=LIBSEAT_BACKEND=seatd",
    "ExecStart=/usr/local/lib/switchback/screen.sh",
    "ExecStop=/usr/local/lib/switchback/screen.sh stop",
    "NotifyAccess=all",
    "SupplementaryGroups=plugdev dialout gpio audio input video render",
    "ReadWritePaths=-/sys/devices/platform",
    "DeviceAllow=char-226 rw",
    "DeviceAllow=char-dma_heap rw",
}


def _service(unit: Path) -> set[str]:
    section = unit.read_text("utf-8").split("[Service]")[1].split("[Install]")[0]
    return {line for line in section.splitlines() if line and not line.startswith("#")}


def test_the_unit_without_a_screen_is_the_other_one_without_what_a_screen_needs(
    repository: Path,
) -> None:
    screen = _service(repository / "systemd/switchback.service")
    headless = _service(repository / "systemd/switchback-headless.service")
    assert screen - headless == ONLY_WITH_A_SCREEN
    assert headless - screen == {
        "ExecStart=/opt/switchback/current/.venv/bin/switchback run --headless",
        "NotifyAccess=main",
        "SupplementaryGroups=plugdev dialout gpio audio input video",
    }


def test_the_kiosk_reaches_no_network_whatever_it_is_made_to_do(repository: Path) -> None:
    unit = _service(repository / "systemd/switchback.service")
    assert {"RestrictAddressFamilies=AF_UNIX AF_NETLINK", "IPAddressDeny=any"} <= unit
    assert {"CapabilityBoundingSet=", "NoNewPrivileges=yes", "RestrictNamespaces=yes"} <= unit


def test_a_blocked_kiosk_is_noticed_and_a_dead_one_started_again_for_ever(repository: Path) -> None:
    unit = configparser.RawConfigParser(strict=False, comment_prefixes="#")
    unit.optionxform = str  # pyright: ignore[reportAttributeAccessIssue] - the documented way
    unit.read(repository / "systemd/switchback.service")
    assert unit["Service"]["Type"] == "notify"
    assert 10 <= int(unit["Service"]["WatchdogSec"]) <= 60
    assert unit["Service"]["LimitCORE"] == "0"
    assert unit["Unit"]["StartLimitIntervalSec"] == "0"


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not here")
def test_systemd_finds_no_fault_in_the_units_and_little_that_they_could_reach(
    repository: Path,
) -> None:
    done = subprocess.run(
        ["sh", repository / "systemd/verify-units.sh"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "switchback.service" in done.stdout


def test_no_key_and_no_button_does_anything_in_labwc(repository: Path) -> None:
    settings = ET.parse(repository / "systemd/labwc/rc.xml")  # noqa: S314 (our own file)
    actions = [action.get("name") for action in settings.iter("action")]
    assert actions == ["None", "None"], "one of each kind, or labwc brings all its own"
    menu = ET.parse(repository / "systemd/labwc/menu.xml")  # noqa: S314
    assert [list(one) for one in menu.iter("menu")] == [[]]


class Room:
    """screen.sh among programs of straw, which write what they were called with."""

    def __init__(self, repository: Path, folder: Path) -> None:
        self.folder = folder
        self.script = folder / "screen.sh"
        program = folder / "switchback"
        shipped = (repository / "systemd/screen.sh").read_text("utf-8")
        assert "PROGRAM=/opt/switchback/current/.venv/bin/switchback\n" in shipped
        lines = shipped.replace("/opt/switchback/current/.venv/bin/switchback", str(program))
        self.script.write_text(lines, "utf-8")
        self.script.chmod(0o755)
        for name in ("cage", "labwc", "switchback"):
            self.has(name, f'echo "{name} $* watch=${{WATCHDOG_PID:-}} $QT_QPA_PLATFORM"')
        self.has("wlr-randr", 'if [ $# = 0 ]; then cat "$OUTPUTS"; else echo "wlr-randr $*"; fi')
        (folder / "outputs").write_text('DSI-1 "Pi"\n  Modes:\nHDMI-A-1 "TV"\n  Modes:\n', "utf-8")

    def has(self, name: str, body: str) -> None:
        (self.folder / name).write_text(f"#!/bin/sh\n{body}\n", "utf-8")
        (self.folder / name).chmod(0o755)

    @property
    def environment(self) -> dict[str, str]:
        path = f"{self.folder}:{os.environ['PATH']}"
        outputs = str(self.folder / "outputs")
        return {"PATH": path, "XDG_RUNTIME_DIR": str(self.folder), "OUTPUTS": outputs}

    def run(self, *words: str, **environment: str) -> list[str]:
        done = subprocess.run(
            [self.script, *words],
            env={**self.environment, "QT_QPA_PLATFORM": "wayland", **environment},
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout.splitlines()


@pytest.fixture
def room(repository: Path, tmp_path: Path) -> Room:
    return Room(repository, tmp_path)


def test_one_display_is_for_cage_and_two_are_for_labwc(room: Room) -> None:
    (one,) = room.run()
    assert one.startswith(f"cage -d -m last -- {room.script} kiosk")
    (two,) = room.run(SWITCHBACK_DISPLAYS="2")
    assert f"-S {room.script} kiosk" in two
    assert two.startswith("labwc")


@pytest.mark.parametrize(
    ("turned", "calls"),
    [
        ("", []),
        ("0", []),
        ("90", ["DSI-1 --transform 90", "HDMI-A-1 --transform 90"]),
        ("DSI-1:270", ["DSI-1 --transform 270"]),
    ],
)
def test_the_displays_are_turned_before_the_kiosk_starts(
    room: Room, turned: str, calls: list[str]
) -> None:
    *turns, kiosk = room.run("kiosk", SWITCHBACK_ROTATE=turned)
    assert turns == [f"wlr-randr --output {call}" for call in calls]
    assert kiosk.startswith("switchback run --fullscreen")


def test_the_kiosk_is_the_one_whose_beats_are_waited_for(room: Room) -> None:
    (kiosk,) = room.run("kiosk", WATCHDOG_PID="1")
    assert f"watch={(room.folder / 'kiosk.pid').read_text().strip()} " in kiosk


def test_stopping_ends_the_kiosk_before_its_display(room: Room) -> None:
    room.has("switchback", 'trap "echo saved; exit 0" TERM; echo up; while :; do sleep 0.02; done')
    with subprocess.Popen(
        [room.script, "kiosk"],
        env=room.environment,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as kiosk:
        assert kiosk.stdout is not None
        assert kiosk.stdout.readline() == "up\n"
        with subprocess.Popen([room.script, "stop"], env=room.environment) as stop:
            try:
                assert kiosk.stdout.readline() == "saved\n"
                assert kiosk.wait(10) == 0
                assert stop.wait(10) == 0
            except BaseException:
                os.killpg(kiosk.pid, signal.SIGKILL)
                raise


def test_stopping_what_does_not_run_is_done_at_once(room: Room) -> None:
    assert room.run("stop") == []
