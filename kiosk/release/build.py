"""Makes a release: the locked wheels and our own, what they are, and a signature."""

import hashlib
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.errors import ReleaseError
from kiosk.release.archive import write_release
from kiosk.release.manifest import Manifest, Wheel
from kiosk.release.signature import sign

PLATFORMS: Final = {
    "aarch64": [f"manylinux_2_{minor}_aarch64" for minor in (39, 35, 34, 31, 28, 17)],
    "x86_64": [f"manylinux_2_{minor}_x86_64" for minor in (39, 35, 34, 31, 28, 17)],
}
"""Wheels that Debian 13 (glibc 2.41) can load; the last also has the old name."""
OWN: Final = "switchback_kiosk"


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a release is for, and who signs it."""

    arch: str
    python: str
    schema: str
    private: bytes
    """The private key, PEM."""
    password: bytes | None = None
    """Of the key."""


def collect_wheels(clone: Path, arch: str, python: str, folder: Path) -> None:
    """Fetches the wheels of requirements.lock for that machine, and builds ours. ReleaseError."""
    if arch not in PLATFORMS:
        raise ReleaseError(f"{arch} is not known: choose from {', '.join(PLATFORMS)}.")
    platforms = [*PLATFORMS[arch], f"manylinux2014_{arch}", f"linux_{arch}"]
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input"]
    where = [word for name in platforms for word in ("--platform", name)]
    fetch = ["download", "--quiet", "--no-deps", "--require-hashes", "--only-binary", ":all:"]
    which = ["--python-version", python, "--dest", str(folder)]
    lock = ["--requirement", str(clone / "requirements.lock")]
    _run([*pip, *fetch, *where, *which, *lock])
    build = ["wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder)]
    _run([*pip, *build, str(clone)])


def make_release(folder: Path, recipe: Recipe, out: Path) -> Path:
    """Signs the wheels in `folder` into a release file in `out`. Raises ReleaseError, OSError."""
    wheels = tuple(_wheel(path) for path in sorted(folder.glob("*.whl")))
    own = [re.match(rf"{OWN}-([0-9.]+)-", wheel.name) for wheel in wheels]
    versions = [found[1] for found in own if found]
    if len(versions) != 1:
        raise ReleaseError(f"{folder} must have one wheel of {OWN}, and has {len(versions)}.")
    _, public = sign(recipe.private, b"", recipe.password)
    manifest = Manifest(
        versions[0], recipe.arch, recipe.python, recipe.schema, wheels, public.decode()
    )
    signature, _ = sign(recipe.private, manifest.to_bytes(), recipe.password)
    out.mkdir(parents=True, exist_ok=True)
    return write_release(folder, manifest, signature, out)


def build(clone: Path, recipe: Recipe, out: Path) -> Path:
    """The release of this clone. Raises ReleaseError, OSError."""
    with tempfile.TemporaryDirectory(prefix="switchback-release-") as folder:
        collect_wheels(clone, recipe.arch, recipe.python, Path(folder))
        return make_release(Path(folder), recipe, out)


def _wheel(path: Path) -> Wheel:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return Wheel(path.name, digest, path.stat().st_size)


def _run(command: list[str]) -> None:
    if subprocess.run(command, check=False).returncode:
        raise ReleaseError("The wheels could not be collected, for the reason above.")
