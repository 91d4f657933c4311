"""The wheels of this clone for a bare Debian 13: `python -m tests.appliance.wheels ARCH FOLDER`."""

import shutil
import sys
from pathlib import Path

from kiosk.release.build import collect_wheels

MACHINES = {"amd64": "x86_64", "arm64": "aarch64"}
"""Debian's names, and what `uname -m` says."""
PYTHON = "3.13"


def main(arch: str, folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    collect_wheels(Path(__file__).resolve().parents[2], MACHINES[arch], PYTHON, folder)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
