"""Installs the wheels of a release into an environment of its own; nothing comes from a network."""

import os
import platform
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from kiosk.errors import ReleaseError
from kiosk.release.manifest import Manifest
from kiosk.words import text

DEBIAN: Final = Path("/usr/lib/python3/dist-packages")
LIMIT_S: Final = 1800.0
"""A Pi Zero 2 unpacks Qt for minutes."""


def check_machine(manifest: Manifest) -> str:
    """The interpreter that the release is for. Raises ReleaseError where it cannot run here."""
    if manifest.arch != platform.machine():
        raise ReleaseError(
            text(
                "This release is for {arch}, and this machine is {machine}: take the file for it.",
                arch=manifest.arch,
                machine=platform.machine(),
            )
        )
    places = f"/usr/bin:/usr/local/bin:{sys.base_prefix}/bin"
    found = shutil.which(f"python{manifest.python}", path=places)
    if found is None:
        raise ReleaseError(
            text(
                "This release needs Python {python}, which this system has not: take the release "
                "for this system.",
                python=manifest.python,
            )
        )
    return found


def make_environment(folder: Path, wheels: Path, manifest: Manifest) -> None:
    """Makes `folder/.venv` of the wheels, each held to its hash, and tries the program.

    Raises ReleaseError with what pip or the program said.
    """
    python = check_machine(manifest)
    environment = folder / ".venv"
    lines = [f"./{wheel.name} --hash=sha256:{wheel.sha256}\n" for wheel in manifest.wheels]
    wanted = wheels / "requirements.txt"
    wanted.write_text("".join(lines), "utf-8")
    _run([python, "-I", "-m", "venv", "--clear", str(environment)], folder)
    pip = [str(environment / "bin" / "python"), "-I", "-m", "pip", "--disable-pip-version-check"]
    alone = ["--no-index", "--no-deps", "--only-binary", ":all:", "--no-cache-dir", "--no-input"]
    _run([*pip, "install", *alone, "--require-hashes", "--requirement", wanted.name], wheels)
    link_lgpio(environment, manifest.python)
    said = _run([str(environment / "bin" / "switchback"), "--version"], folder)
    if said.split()[-1:] != [manifest.version]:
        raise ReleaseError(
            text("The release says that it is {version}, and is not.", version=manifest.version)
        )


def link_lgpio(environment: Path, python: str, debian: Path = DEBIAN) -> None:
    """Lets the environment use Debian's python3-lgpio, of which there is no wheel for a Pi; what
    pip has installed stays. As systemd/link-lgpio.sh does for a clone and the first release.
    """
    packages = environment / "lib" / f"python{python}" / "site-packages"
    compiled = f"_lgpio{sysconfig.get_config_var('EXT_SUFFIX')}"
    files = [debian / name for name in ("lgpio.py", compiled)]
    links = [packages / file.name for file in files]
    installed = [link for link in links if link.exists() and not link.is_symlink()]
    if installed or not all(file.is_file() for file in files):
        return
    for file, link in zip(files, links, strict=True):
        link.unlink(missing_ok=True)
        link.symlink_to(file)


def _run(command: Sequence[str], folder: Path) -> str:
    quiet = {name: os.environ[name] for name in ("PATH", "LANG", "TMPDIR") if name in os.environ}
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            env=quiet,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=LIMIT_S,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise _failed(command, str(error)) from error
    if done.returncode:
        raise _failed(command, (done.stderr or done.stdout).strip().rpartition("\n")[2])
    return done.stdout


def _failed(command: Sequence[str], why: str) -> ReleaseError:
    return ReleaseError(
        text(
            "The release could not be installed ({program}: {why}): nothing has changed.",
            program=Path(command[0]).name,
            why=why[:300],
        )
    )
