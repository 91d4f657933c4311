"""The shipped unit in the machine, where the installer puts it, with virtual devices at hand."""

import json
import re
from typing import Any, Final

from tests.vm.image import NoMachineError
from tests.vm.machine import Machine
from tests.vm.recipe import GROUPS, HOME, TREE, USER
from tests.vm.waiting import until

PROGRAM: Final = "/opt/switchback/current/.venv/bin/switchback"
UNIT: Final = "switchback.service"
DATA: Final = "/var/lib/switchback"
_UNITS: Final = "/etc/systemd/system"
STRAW: Final = "/run/straw"
READY_S: Final = 600.0
MOST_RESTARTS: Final = 3
ATHLETES: Final = {"Anna": 10001, "Ben": 10002}

CONFIGURATION: Final = f"""data_directory = "{DATA}"
[ant]
port = "{STRAW}/ant"
[[stations]]
name = "Treadmill 1"
kind = "treadmill"
[stations.incline]
driver = "witmotion"
port = "{STRAW}/incline"
baud = 115200
"""
DISPLAY: Final = """SWITCHBACK_DISPLAYS=1
WLR_BACKENDS=headless
WLR_LIBINPUT_NO_DEVICES=1
WLR_RENDERER=pixman
QT_QUICK_BACKEND=software
"""
"""A compositor without a screen, in the file that the unit leaves for such things."""

RELEASE: Final = "0.1.0"
"""What the tree is called where releases lie."""
LAY_DOWN: Final = """
from installer.answers import collect
from installer.journal import Journal
from installer.machine import Machine
from installer.plan import plan
from installer.run import install, settle
from installer.steps import File, Link
machine = Machine()
journal = Journal(machine)
journal.answers = collect(machine, {}, {}, None)
steps = plan(machine, journal.answers, None)
steps = [one for one in steps if isinstance(one, (File, Link)) and one.path != "/etc/localtime"]
install(machine, journal, steps, print)
settle(machine, journal)
"""
"""The installer's files and links: its packages and its user are the disk's."""

PROTOCOL: Final = """id = "cut"
name = "Cut"
modality = "treadmill"
[[steps]]
name = "Climb"
kind = "work"
duration = "150 s"
heart_rate = { zone = 3 }
grade_percent = 8
speed_kmh = 5.5
"""


class Home:
    """What is done to the kiosk in one machine."""

    def __init__(self, machine: Machine) -> None:
        self.machine = machine

    def move_in(self) -> None:
        """Raises NoMachineError where the unit is of an older kind."""
        unit = (TREE / "systemd" / UNIT).read_text("utf-8")
        if "Type=notify" not in unit:
            raise NoMachineError(f"systemd/{UNIT} does not tell systemd when it is ready")
        must = self.machine.must
        for group in {*GROUPS.split(","), *_groups(unit)}:
            must("groupadd", "--force", "--system", group)
            must("usermod", "--append", "--groups", group, USER)
        must("ln", "-sfn", HOME, "/opt/switchback/current")
        must("mkdir", "-p", "/usr/local/lib/switchback", "/etc/switchback")
        must("install", "-m", "755", f"{HOME}/systemd/screen.sh", "/usr/local/lib/switchback/")
        must("sh", "-c", f"cp {HOME}/systemd/*.service {_UNITS}/")
        self._write("/etc/switchback/kiosk.toml", CONFIGURATION)
        self._write("/etc/switchback/cut.toml", PROTOCOL)
        self._write("/etc/default/switchback", DISPLAY)
        must("install", "-d", "-o", USER, "-g", USER, "-m", "700", DATA)
        must("systemctl", "daemon-reload", patience_s=READY_S)
        must("systemctl", "enable", UNIT, patience_s=READY_S)
        for name, strap in ATHLETES.items():
            self.switchback("roster", "add", name, "--strap", str(strap), "--max-hr", "190")

    def lay_down_system(self) -> None:
        """As the installer does where nothing of it is there, and the tree as a release."""
        must = self.machine.must
        must("sh", "-c", f"cd {HOME}/systemd && for unit in *.service; do rm {_UNITS}/$unit; done")
        must("mkdir", "-p", f"{HOME}/releases")
        must("ln", "-sfn", HOME, f"{HOME}/releases/{RELEASE}")
        must("env", f"PYTHONPATH={HOME}/systemd", "python3", "-c", LAY_DOWN, patience_s=READY_S)

    def plug_in(self) -> None:
        """Straps and a sensor: gone with every boot."""
        self.machine.must("install", "-d", "-o", USER, "-g", USER, STRAW)
        for kind, more in (("ant", ("--straps", "2")), ("incline", ("--grade", "8"))):
            link = f"{STRAW}/{kind}"
            self.start(f"straw-{kind}", "virtual", kind, "--link", link, *more)
            until(link, lambda at=link: self._has(at) or None, READY_S, rest_s=0.5)

    def start(self, name: str, *words: str) -> None:
        """A command of the program as a unit of its own, as the kiosk's user."""
        user = (f"--uid={USER}", f"--gid={USER}", f"--working-directory={DATA}", "--collect")
        self.machine.must("systemd-run", f"--unit={name}", *user, PROGRAM, *words)

    def switchback(self, *words: str) -> str:
        command = ("env", f"HOME={DATA}", PROGRAM, *words)
        return self.machine.must(*command, user=USER, patience_s=READY_S)

    def sessions(self) -> list[dict[str, Any]]:
        return json.loads(self.switchback("sessions", "list", "--json"))

    def unit(self, name: str = UNIT) -> dict[str, str]:
        """What systemd knows of it."""
        told = self.machine.must("systemctl", "show", name, patience_s=READY_S)
        return dict(line.split("=", 1) for line in told.splitlines() if "=" in line)

    def ready(self, after: int = 0) -> dict[str, str]:
        """Once it is active, after so many restarts. Raises TimeoutError with its journal."""

        def look() -> dict[str, str] | None:
            told = self.unit()
            restarts = int(told["NRestarts"]) - after
            if restarts > MOST_RESTARTS:
                raise RuntimeError(f"{UNIT} does not start: {self.journal()}")
            return told if told["ActiveState"] == "active" and restarts >= 0 else None

        try:
            return until(f"{UNIT} to be ready", look, READY_S, rest_s=0.5)
        except TimeoutError as late:
            raise TimeoutError(f"{late}: {self.journal()}") from late

    def journal(self, name: str = UNIT) -> str:
        asked = ("journalctl", "-b", "-u", name, "-n", "60", "--no-pager", "-o", "cat")
        return self.machine.run(*asked).out

    def _has(self, path: str) -> bool:
        return self.machine.run("test", "-e", path).code == 0

    def _write(self, path: str, text: str) -> None:
        self.machine.must("tee", path, given=text)


def _groups(unit: str) -> list[str]:
    found = re.search(r"^SupplementaryGroups=(.*)$", unit, re.MULTILINE)
    return found[1].split() if found else []
