"""The host's hands: puts sticks into the machine, pulls them, lays them under a magnifier."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from tests.vm.machine import Machine
from tests.vm.qmp import QmpError
from tests.vm.recipe import HOME, USER
from tests.vm.waiting import connected

PYTHON: Final = f"{HOME}/.venv/bin/python"
UNIT: Final = "stick-kiosk.service"
DATA: Final = "/var/lib/stick-kiosk"
ANSWER_S: Final = 300.0
FOLDER: Final = "Switchback"


@dataclass(frozen=True, slots=True)
class Look:
    """What another computer finds."""

    kind: str
    there: dict[str, str] = field(default_factory=dict[str, str])
    beside: list[str] = field(default_factory=list[str])
    unreadable: list[str] = field(default_factory=list[str])
    backup: str = ""
    fsck: str = ""
    trouble: str = ""


class Bench:
    """One machine, and one kiosk in it whose answers come by a port of their own."""

    def __init__(self, machine: Machine) -> None:
        self.machine = machine

    # -- the kiosk ---------------------------------------------------------------------------------

    def start(self, sessions: int, people: int) -> None:
        """The shipped rule, an unprivileged user in no group of note, and no seat."""
        must = self.machine.must
        rule = "50-switchback-sticks.rules"
        must("install", "-m", "644", f"{HOME}/systemd/{rule}", f"/etc/polkit-1/rules.d/{rule}")
        must("systemctl", "restart", "polkit", "udisks2", patience_s=200)
        must("install", "-d", "-o", USER, "-m", "700", DATA)
        must("sh", "-c", f"chown {USER} $(readlink -f /dev/virtio-ports/switchback.rig)")
        must(
            "systemd-run",
            *(f"--unit={UNIT}", f"--uid={USER}", f"--gid={USER}"),
            f"--working-directory={HOME}",
            *("--setenv=PYTHONDONTWRITEBYTECODE=1", "--setenv=LC_ALL=C.UTF-8"),
            *(PYTHON, "-m", "tests.vm.stick_kiosk", f"{DATA}/kiosk", str(sessions), str(people)),
        )
        self._socket = connected(self.machine.folder / "rig.socket")
        self._socket.settimeout(ANSWER_S)
        self._lines = self._socket.makefile("rb")
        self.ask("hello")

    def ask(self, what: str, **how: Any) -> dict[str, Any]:
        self._socket.sendall(json.dumps({"do": what, **how}).encode() + b"\n")
        try:
            line = self._lines.readline()
        except TimeoutError as late:
            raise RuntimeError(f"the kiosk does not answer to {what}: {self.log()}") from late
        return json.loads(line)

    def log(self) -> str:
        return self.machine.run("journalctl", "-b", "-n", "80", "--no-pager", "-o", "cat").out

    def stick(self, *states: str, calm_s: float = 0.0) -> dict[str, Any]:
        """`passed` is what it said on the way."""
        return self.ask("stick", states=states, calm_s=calm_s)

    # -- sticks ------------------------------------------------------------------------------------

    def plug_in(
        self, file: Path, name: str = "stick", *, read_only: bool = False, bytes_a_second: int = 0
    ) -> None:
        self._node(file, name, read_only=read_only)
        node = name
        if bytes_a_second:
            limits = {"bps-total": bytes_a_second, "bps-total-max": bytes_a_second}
            self._do("object-add", qom_type="throttle-group", id=f"{name}-limit", limits=limits)
            node = f"{name}-slow"
            group = f"{name}-limit"
            self._do(
                "blockdev-add", driver="throttle", node_name=node, throttle_group=group, file=name
            )
        self._do(
            "device_add",
            driver="usb-storage",
            id=f"{name}-usb",
            bus="usb.0",
            drive=node,
            removable=True,
            serial=f"straw-{name}",
        )

    def pull(self, name: str = "stick") -> None:
        """In the middle of whatever it is doing."""
        self.machine.qmp.unplug(f"{name}-usb")
        for node in (f"{name}-slow", name):
            try:
                self._do("blockdev-del", node_name=node)
            except QmpError:
                assert node != name
        if self._has_limit(name):
            self._do("object-del", id=f"{name}-limit")

    def look(self, file: Path) -> Look:
        """On another bus of the same machine, where no kiosk expects sticks."""
        node = "looked"
        self._node(file, node)
        serial = "looked"
        self._do(
            "device_add",
            driver="scsi-hd",
            id="looked-at",
            bus="bench.0",
            drive=node,
            serial=serial,
        )
        device = f"/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_{serial}-part1"
        is_there = ("udevadm", "wait", "--settle", "--timeout=180", device)
        self.machine.must(*is_there, patience_s=200)
        looks = ("python3", f"{HOME}/tests/vm/look.py", device, FOLDER)
        found = json.loads(self.machine.must(*looks, patience_s=ANSWER_S))
        self.machine.qmp.unplug("looked-at")
        self.machine.must("udevadm", "wait", "--removed", "--timeout=180", device, patience_s=200)
        self._do("blockdev-del", node_name=node)
        return Look(**found)

    def _node(self, file: Path, name: str, *, read_only: bool = False) -> None:
        inner = {"driver": "file", "filename": str(file), "locking": "off"}
        # The stick has what it was given; this machine's own disk need not keep up with it.
        how = {"direct": False, "no-flush": True}
        self._do(
            "blockdev-add",
            driver="raw",
            node_name=name,
            file=inner,
            cache=how,
            read_only=read_only,
        )

    def _has_limit(self, name: str) -> bool:
        objects = self._do("qom-list", path="/objects")
        return any(one["name"] == f"{name}-limit" for one in objects)

    def _do(self, command: str, **arguments: Any) -> Any:
        return self.machine.qmp.do(command, **arguments)
