"""The system's part of a release: units, rules and scripts, which its installer lays down."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NoReturn

from kiosk.words import Text, joined, text

SETUP: Final = Path("/usr/local/lib/switchback/setup")
"""Copies of what was laid down last, by the installer or by an update."""
KEPT: Final = "kept.txt"
"""There: the paths of what somebody has changed, and which therefore stays."""
_COPIED: Final = (
    *("install.py", "*.sh", "installer/*.py", "labwc/*.xml", "*.service", "*.path", "*.rules"),
)
_LEFT_OUT: Final = "verify-units.sh"


def shipped() -> Path:
    """The installer's folder of this program, in a clone or installed."""
    here = Path(__file__).parents[1]
    installed = here / "_system"
    return installed if installed.is_dir() else here.parent / "systemd"


def renew_as_installer() -> NoReturn:
    """This process becomes the installer, which needs nothing but Python."""
    command = [sys.executable, "-E", "-s", str(shipped() / "install.py"), "--renew"]
    os.execv(command[0], command)  # noqa: S606 - our own program, without a shell


def trouble(setup: Path = SETUP, own: Path | None = None) -> Text | None:
    """What is not as this program's release brings it, and what to do; None where all is, and on a
    machine that no installer has set up.
    """
    own = own or shipped()
    if not (setup / "install.py").exists():
        return None
    if any(_content(setup / name) != (own / name).read_bytes() for name in _files(own)):
        return text(
            "Services and rules are not those of this version: run sudo python3 {file} --yes and "
            "restart.",
            file=own / "install.py",
        )
    kept = (_content(setup / KEPT) or b"").decode("utf-8", "replace").split("\n")[:-1]
    if kept:
        return text(
            "Somebody has changed {files}: an update leaves that as it is. What belongs there lies "
            "in {setup}.",
            files=joined(", ", kept),
            setup=setup,
        )
    return None


def _files(own: Path) -> Iterator[str]:
    for pattern in _COPIED:
        for path in sorted(own.glob(pattern)):
            if path.name != _LEFT_OUT:
                yield path.relative_to(own).as_posix()


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
