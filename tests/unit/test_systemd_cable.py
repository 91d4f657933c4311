"""Exports over the USB cable: what a laptop is shown, and when that may change."""

import os
import subprocess
from pathlib import Path

import pytest


class Cable:
    """cable.sh with a gadget of straw that is plugged in already."""

    def __init__(self, repository: Path, folder: Path) -> None:
        self.script = repository / "systemd" / "cable.sh"
        self.folder = folder
        self.exports = folder / "exports"
        self.exports.mkdir()
        self.drive = (
            folder / "sys/kernel/config/usb_gadget/switchback/functions/mass_storage.0/lun.0/file"
        )
        self.state = folder / "sys/class/udc/fe980000.usb/state"
        for path, content in ((self.drive, ""), (self.state, "not attached\n")):
            path.parent.mkdir(parents=True)
            path.write_text(content, "ascii")
        programs = folder / "bin"
        programs.mkdir()
        for name in ("mkfs.vfat", "mcopy"):
            program = programs / name
            program.write_text(f'#!/bin/sh\necho "{name} $*" >>"$FOLDER/asked"\n', "ascii")
            program.chmod(0o755)

    def run(self) -> list[str]:
        """What was asked of the programs that make the copy."""
        asked = self.folder / "asked"
        asked.unlink(missing_ok=True)
        environment = {
            "PATH": f"{self.folder / 'bin'}:{os.environ['PATH']}",
            "EXPORTS": str(self.exports),
            "FOLDER": str(self.folder),
            "SYS": str(self.folder / "sys"),
        }
        subprocess.run(["sh", self.script], env=environment, check=True)
        return asked.read_text("utf-8").splitlines() if asked.exists() else []


@pytest.fixture
def cable(repository: Path, tmp_path: Path) -> Cable:
    return Cable(repository, tmp_path)


def test_a_laptop_is_shown_a_copy_of_the_exports(cable: Cable) -> None:
    (cable.exports / "Anna Ż").mkdir()
    made, copied = cable.run()
    assert made.startswith("mkfs.vfat -n SWITCHBACK")
    assert copied.endswith(f"{cable.exports}/Anna Ż ::")
    assert cable.drive.read_text("ascii").strip() == str(cable.folder / "exports.img")
    assert cable.run() == [], "nothing is new"


def test_the_copy_does_not_change_while_a_laptop_reads_it(cable: Cable) -> None:
    cable.run()
    past = (cable.folder / "exports.img").stat().st_mtime - 60
    os.utime(cable.folder / "exports.img", (past, past))
    (cable.exports / "later").mkdir()
    cable.state.write_text("configured\n", "ascii")
    assert cable.run() == []
    cable.state.write_text("not attached\n", "ascii")
    assert len(cable.run()) == 2


def test_without_exports_there_is_nothing_to_show(cable: Cable) -> None:
    cable.exports.rmdir()
    assert cable.run() == []
    assert cable.drive.read_text("ascii") == ""
