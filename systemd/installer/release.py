"""The program's wheels, from a release file or a folder, and the environment made of them."""

import contextlib
import hashlib
import json
import re
import shutil
import tarfile
import zipfile
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from installer.machine import InstallError, Machine, Seen

MANIFEST = "release.json"
"""Written last: a program without it is not whole, and is made anew."""
LINK_LGPIO = "/usr/local/lib/switchback/setup/link-lgpio.sh"
_OWN = re.compile(r"switchback_kiosk-(\d+(?:\.\d+){1,3})-.*\.whl")
_WHEEL = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.+-]{0,190}\.whl")
_REVISION = re.compile(r"kiosk/history/migrations/versions/(\w+?)_\w+\.py")
_ROOM = 1_500_000_000
"""Bytes: the wheels, what becomes of them, and as much again for an update."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where the program comes from; whoever brings it is trusted, as with the card itself."""

    place: Path
    version: str
    manifest: dict[str, Any] | None
    """What a release file says of itself; a folder of wheels says nothing."""

    @property
    def key(self) -> str:
        """The public key (PEM) that updates have to be signed with; "" for a folder."""
        return "" if self.manifest is None else str(self.manifest.get("key", ""))


def source_of(place: Path) -> Source:
    """A release file, or a folder of wheels. Raises InstallError where it is neither."""
    if place.is_dir():
        return _folder(place)
    try:
        with tarfile.open(place, "r:") as file:
            manifest = json.loads(_member(file, "manifest.json").read(1 << 18))
        words = [str(manifest[name]) for name in ("version", "arch", "python", "schema")]
        names = [str(wheel["name"]) for wheel in manifest["wheels"]]
    except FileNotFoundError as error:
        raise InstallError(
            f"There is no {place}: put the stick in, and look for the file."
        ) from error
    except (OSError, tarfile.TarError, ValueError, KeyError, TypeError) as error:
        raise InstallError(f"{place} is not a release of Switchback: copy it anew.") from error
    is_good = re.fullmatch(r"\d+(\.\d+){1,3}", words[0]) and all(map(_WHEEL.fullmatch, names))
    if not is_good:
        raise InstallError(f"{place} is not a release of Switchback: copy it anew.")
    return Source(place, words[0], manifest)


def _folder(place: Path) -> Source:
    found = [match for path in place.glob("*.whl") if (match := _OWN.fullmatch(path.name))]
    if len(found) != 1:
        raise InstallError(
            f"{place} must have one wheel of switchback_kiosk among the others, and has"
            f" {len(found)}: name the folder that has the wheels, or a release file."
        )
    return Source(place, found[0][1], None)


def is_complete(machine: Machine, path: str) -> bool:
    """Whether a program is whole."""
    return machine.at(f"{path}/{MANIFEST}").is_file()


def is_newer(version: str, other: str) -> bool:
    """Raises nothing: what is no version is not newer."""
    try:
        return _key(version) > _key(other)
    except ValueError:
        return False


def _key(version: str) -> list[int]:
    return [int(part) for part in version.split(".")]


def lay(machine: Machine, source: Source, path: str) -> None:
    """Makes the program of the wheels, tries it, and says that it is whole. Raises InstallError."""
    if machine.at(path).exists():  # cut short before
        machine.remove_folder(path, whole=True)
    _check_room(machine)
    wheels = f"{path}/wheels"
    machine.make_folder(wheels, 0o755, (0, 0))
    made = _unpack(source, machine.at(wheels))
    machine.at(path).chmod(0o755)
    python = "python3"
    if source.manifest is None:
        version = machine.run(python, "-c", "import sys; print('%d.%d' % sys.version_info[:2])")
        arch = machine.run("uname", "-m").strip()
        told = {"arch": arch, "python": version.strip(), "schema": _schema(machine.at(wheels))}
        manifest = {"format": 1, "version": source.version, **told, "wheels": made, "key": ""}
    else:
        manifest = source.manifest
        python = f"python{manifest['python']}"
        if (arch := machine.run("uname", "-m").strip()) != manifest["arch"]:
            raise InstallError(
                f"{source.place} is for {manifest['arch']}, and this machine is {arch}: take the"
                " release for it."
            )
    lines = [f"{wheels}/{wheel['name']} --hash=sha256:{wheel['sha256']}\n" for wheel in made]
    machine.at(f"{wheels}/wanted.txt").write_text("".join(lines), "utf-8")
    venv = f"{path}/.venv"
    machine.run(python, "-I", "-m", "venv", "--clear", venv)
    pip = [f"{venv}/bin/python", "-I", "-m", "pip", "--disable-pip-version-check", "--no-input"]
    alone = ["--quiet", "--no-index", "--no-deps", "--only-binary", ":all:", "--no-cache-dir"]
    machine.run(*pip, "install", *alone, "--require-hashes", "-r", f"{wheels}/wanted.txt")
    machine.run("sh", LINK_LGPIO, venv)
    said = machine.run(f"{venv}/bin/switchback", "--version")
    if said.split()[-1:] != [source.version]:
        raise InstallError(f"The release says that it is {source.version}, and it is {said}.")
    machine.remove_folder(wheels, whole=True)
    machine.put(f"{path}/{MANIFEST}", Seen(json.dumps(manifest, indent=1).encode() + b"\n"))


def _check_room(machine: Machine) -> None:
    free = shutil.disk_usage(machine.root).free
    if free < _ROOM:
        raise InstallError(
            f"The disk has {free // 1_000_000} MB free, and {_ROOM // 1_000_000} MB are needed:"
            " take a larger card."
        )


def _unpack(source: Source, folder: Path) -> list[dict[str, Any]]:
    """Puts the wheels into the folder; each as the manifest says that it is."""
    if source.manifest is None:
        made: list[dict[str, Any]] = []
        for path in sorted(source.place.glob("*.whl")):
            with path.open("rb") as file:
                made.append(_copy(file, folder, path.name))
        return made
    wanted: list[dict[str, Any]] = source.manifest["wheels"]
    with tarfile.open(source.place, "r:") as tar:
        for wheel in wanted:
            if _copy(_member(tar, wheel["name"]), folder, wheel["name"]) != wheel:
                raise InstallError(f"{source.place} is damaged: copy it onto the stick anew.")
    return wanted


def _copy(file: IO[bytes], folder: Path, name: str) -> dict[str, Any]:
    digest, size = hashlib.sha256(), 0
    with (folder / name).open("wb") as out:
        while data := file.read(1 << 20):
            digest.update(data)
            size += len(data)
            out.write(data)
    return {"name": name, "sha256": digest.hexdigest(), "size": size}


def _member(tar: tarfile.TarFile, name: str) -> IO[bytes]:
    """A plain file of the tar: links and folders are none."""
    info = tar.getmember(name)
    file = tar.extractfile(info) if info.isreg() else None
    if file is None:
        raise KeyError(name)
    return file


def _schema(wheels: Path) -> str:
    """The newest revision of the history's schema among the migrations of our wheel."""
    (own,) = (path for path in wheels.glob("*.whl") if _OWN.fullmatch(path.name))
    with zipfile.ZipFile(own) as file:
        found = [match[1] for name in file.namelist() if (match := _REVISION.fullmatch(name))]
    return max(found, default="0000")


@contextmanager
def wheels_of(clone: Path) -> Generator[Path]:
    """The wheels of a clone that `make setup` was run in, fetched with the lock's hashes."""
    python = clone / ".venv" / "bin" / "python"
    if not python.exists():
        raise InstallError(
            f"Name a release file (--release) or a folder of wheels (--wheels), or run 'make setup'"
            f" in {clone} first: then the program is made of this clone."
        )
    collect = (
        "import sys, platform\nfrom pathlib import Path\n"
        "from kiosk.release.build import collect_wheels\n"
        "version = '%d.%d' % sys.version_info[:2]\n"
        "collect_wheels(Path(sys.argv[1]), platform.machine(), version, Path(sys.argv[2]))\n"
    )
    folder = Path("/var/tmp/switchback-wheels")  # noqa: S108 (root's own, removed below)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700)
    with contextlib.ExitStack() as stack:
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        Machine().run(str(python), "-c", collect, str(clone), str(folder), PYTHONPATH=str(clone))
        yield folder
