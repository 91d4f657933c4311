"""systemd/cable.sh on a folder that looks like the kernel's configfs."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "systemd" / "cable.sh"
SOCKET = "fe980000.usb"


@dataclass(frozen=True, slots=True)
class Kernel:
    """What the script sees and changes."""

    root: Path

    @property
    def gadget(self) -> Path:
        return self.root / "config" / "usb_gadget" / "switchback"

    @property
    def lun(self) -> Path:
        return self.gadget / "functions" / "mass_storage.0" / "lun.0"

    @property
    def images(self) -> Path:
        return self.root / "cable"

    @property
    def shown(self) -> str:
        return (self.lun / "file").read_text().strip()

    def laptop(self, state: str) -> None:
        (self.root / "udc" / SOCKET / "state").write_text(f"{state}\n")

    def ejects(self) -> None:
        """What the kernel does when a laptop says so."""
        (self.lun / "file").write_text("")

    def image(self, name: str, content: str = "new") -> None:
        (self.images / name).write_text(content)

    def run(self, command: str, **changed: str) -> subprocess.CompletedProcess[str]:
        environment = {
            "PATH": f"{self.root / 'bin'}:{os.environ['PATH']}",
            "SWITCHBACK_CONFIGFS": str(self.root / "config"),
            "SWITCHBACK_UDC": str(self.root / "udc"),
            "SWITCHBACK_CABLE": str(self.images),
            "SWITCHBACK_SERIAL": str(self.root / "serial-number"),
            "SWITCHBACK_USER": str(os.getuid()),
        } | changed
        return subprocess.run(
            ["sh", str(SCRIPT), command],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture
def kernel(tmp_path: Path) -> Kernel:
    for name in ("config/usb_gadget", f"udc/{SOCKET}", "cable", "bin"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "serial-number").write_bytes(b"10000000abcdef01\0")
    # A real configfs takes a folder's attributes away with it.
    shim = tmp_path / "bin" / "rmdir"
    shim.write_text(f'#!/bin/sh\nexec {shutil.which("rm")} -r "$1"\n')
    shim.chmod(0o755)
    kernel = Kernel(tmp_path)
    kernel.laptop("not attached")
    return kernel


def test_the_drive_is_read_only_removable_and_bound_to_the_socket(kernel: Kernel) -> None:
    assert kernel.run("up").returncode == 0
    assert (kernel.lun / "ro").read_text() == (kernel.lun / "removable").read_text() == "1\n"
    assert (kernel.gadget / "UDC").read_text().strip() == SOCKET
    serial = kernel.gadget / "strings" / "0x409" / "serialnumber"
    assert serial.read_text() == "10000000abcdef01\n"
    link = kernel.gadget / "configs" / "c.1" / "mass_storage.0"
    assert link.resolve() == (kernel.gadget / "functions" / "mass_storage.0").resolve()
    assert kernel.shown == "", "nothing is shown before somebody has exported"


def test_up_may_be_repeated_and_down_leaves_nothing(kernel: Kernel) -> None:
    assert [kernel.run("up").returncode for _ in range(2)] == [0, 0]
    assert [kernel.run("down").returncode for _ in range(2)] == [0, 0]
    assert not kernel.gadget.exists()


def test_without_a_socket_that_can_be_a_drive_it_says_what_to_write_where(kernel: Kernel) -> None:
    shutil.rmtree(kernel.root / "udc" / SOCKET)
    done = kernel.run("up")
    assert done.returncode == 1
    assert "dtoverlay=dwc2,dr_mode=peripheral" in done.stderr
    assert not kernel.gadget.exists()


def test_a_new_image_waits_until_the_laptop_has_ejected_the_old_one(kernel: Kernel) -> None:
    kernel.run("up")
    kernel.image("next.img", "first")
    kernel.run("look")
    assert Path(kernel.shown).read_text() == "first"
    kernel.laptop("configured")
    kernel.image("next.img", "second")
    kernel.run("look")
    assert Path(kernel.shown).read_text() == "first"
    assert (kernel.images / "next.img").exists()
    kernel.ejects()
    kernel.run("look")
    assert Path(kernel.shown).read_text() == "second"
    assert not (kernel.images / "next.img").exists()


def test_a_cable_that_was_pulled_without_ejecting_counts_as_ejected(kernel: Kernel) -> None:
    kernel.run("up")
    kernel.image("shown.img", "first")
    (kernel.lun / "file").write_text(f"{kernel.images}/shown.img\n")
    kernel.image("next.img", "second")
    kernel.run("look")
    assert Path(kernel.shown).read_text() == "second"


def test_what_was_ejected_comes_back_only_with_the_cable(kernel: Kernel) -> None:
    kernel.run("up")
    kernel.image("shown.img")
    kernel.laptop("configured")
    kernel.run("look")
    assert kernel.shown == ""
    kernel.laptop("not attached")
    kernel.run("look")
    assert kernel.shown.endswith("shown.img")


def test_after_half_a_day_whoever_plugs_in_finds_the_drive_empty(kernel: Kernel) -> None:
    kernel.run("up")
    kernel.image("next.img")
    kernel.run("look")
    assert kernel.shown
    old = kernel.images / "shown.img"
    then = old.stat().st_mtime - 13 * 3600
    os.utime(old, (then, then))
    kernel.laptop("configured")
    kernel.run("look")
    assert old.exists(), "not under a laptop that reads it"
    kernel.ejects()
    kernel.laptop("not attached")
    kernel.run("look")
    assert kernel.shown == ""
    assert not old.exists()


def test_the_script_is_plain_posix_shell() -> None:
    if shutil.which("shellcheck") is None:
        pytest.skip("needs the package shellcheck")
    done = subprocess.run(
        ["shellcheck", "--shell=sh", str(SCRIPT)], capture_output=True, text=True, check=False
    )
    assert done.stdout == ""
