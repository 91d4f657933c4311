"""The machine that is installed onto: its files below a root, and the commands that run in it."""

import contextlib
import os
import shutil
import stat
import subprocess
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

HERE = Path("/")


class InstallError(Exception):
    """Why it cannot go on, and what to do about it, in a sentence."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What is at a path: nothing, a file or a symbolic link."""

    content: bytes | None = None
    link: str | None = None
    mode: int = 0
    owner: tuple[int, int] = (0, 0)

    def as_json(self) -> dict[str, Any]:
        """For the journal; the content in base64, byte for byte."""
        content = None if self.content is None else b64encode(self.content).decode("ascii")
        return {"content": content, "link": self.link, "mode": self.mode, "owner": [*self.owner]}

    @classmethod
    def from_json(cls, told: Mapping[str, Any]) -> "Seen":
        content = told["content"]
        user, group = told["owner"]
        return cls(
            None if content is None else b64decode(content),
            told["link"],
            told["mode"],
            (user, group),
        )

    @property
    def mark(self) -> str:
        """Content or link, short: to know it again. Owners and modes are not in it."""
        if self.link is not None:
            return f"-> {self.link}"
        return "" if self.content is None else sha256(self.content).hexdigest()


def _run(command: list[str], environment: Mapping[str, str]) -> str:
    try:
        done = subprocess.run(
            command,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            text=True,
            check=False,
        )
    except OSError as error:
        raise InstallError(
            f"'{command[0]}' cannot be run ({error.strerror}): install the Debian package it is in,"
            " then run the same command again, which goes on where this one stopped."
        ) from error
    if done.returncode:
        raise InstallError(
            f"'{' '.join(command)}' failed with status {done.returncode}, for the reason above:"
            " mend that and run the same command again, which goes on where this one stopped."
        )
    return done.stdout


def _nothing() -> None: ...


@dataclass
class Machine:
    """Paths are absolute ones of the machine; `root` is where it is seen from here.

    `moment` is called before every change; a test ends the program there.
    """

    root: Path = HERE
    run_outside: Callable[[list[str], Mapping[str, str]], str] = _run
    moment: Callable[[], None] = field(default=_nothing)
    is_root: bool = field(default_factory=lambda: os.geteuid() == 0)

    def at(self, path: str) -> Path:
        return self.root / path.lstrip("/")

    @property
    def is_live(self) -> bool:
        """Whether this is the running system, with a systemd to tell of changes."""
        return self.root == HERE and Path("/run/systemd/system").is_dir()

    def run(self, *command: str, **environment: str) -> str:
        """Runs it in the machine and returns what it printed; InstallError when it fails."""
        self.moment()
        inside = [] if self.root == HERE else ["chroot", str(self.root)]
        return self.run_outside([*inside, *command], environment)

    def see(self, path: str) -> Seen:
        place = self.at(path)
        try:
            told = place.lstat()
        except (FileNotFoundError, NotADirectoryError):
            return Seen()
        owner = (told.st_uid, told.st_gid)
        if stat.S_ISLNK(told.st_mode):
            return Seen(link=os.readlink(place), owner=owner)  # noqa: PTH115 (as it stands, not as a path)
        if not stat.S_ISREG(told.st_mode):
            raise InstallError(f"{path} is neither a file nor a link: move it away and try again.")
        return Seen(place.read_bytes(), mode=stat.S_IMODE(told.st_mode), owner=owner)

    def missing_parents(self, path: str) -> list[str]:
        """The folders above `path` that do not exist yet, outermost first."""
        parents = [str(parent) for parent in Path(path).parents]
        return [parent for parent in reversed(parents) if not self.at(parent).exists()]

    def put(self, path: str, wanted: Seen) -> None:
        """Makes what is at `path` be `wanted`: at once or not at all, and on the disk."""
        self.moment()
        place = self.at(path)
        if wanted.content is None and wanted.link is None:
            place.unlink(missing_ok=True)
            _to_disk(place.parent)
            return
        place.parent.mkdir(parents=True, exist_ok=True)
        new = place.with_name(f"{place.name}.switchback-new")
        new.unlink(missing_ok=True)
        if wanted.link is not None:
            new.symlink_to(wanted.link)
            new.replace(place)
        else:
            with new.open("wb") as file:
                file.write(wanted.content or b"")
                file.flush()
                # the boot partition is vfat, which knows neither modes nor owners
                with contextlib.suppress(PermissionError):
                    os.fchmod(file.fileno(), wanted.mode or 0o644)
                    if self.is_root:
                        os.fchown(file.fileno(), *wanted.owner)
                os.fsync(file.fileno())
                new.replace(place)
                os.fsync(file.fileno())  # once more under its name: vfat keeps nothing else
        _to_disk(place.parent)

    def make_folder(self, path: str, mode: int, owner: tuple[int, int]) -> None:
        self.moment()
        place = self.at(path)
        place.mkdir(parents=True, exist_ok=True)
        place.chmod(mode)
        if self.is_root:
            os.chown(place, *owner)

    def give(self, path: str, owner: tuple[int, int]) -> None:
        """Gives a folder and all that is in it to somebody."""
        if not self.is_root:
            return
        for folder, folders, files in os.walk(self.at(path)):
            for name in ("", *folders, *files):
                os.chown(Path(folder, name), *owner, follow_symlinks=False)

    def remove_folder(self, path: str, *, whole: bool) -> None:
        """Removes a folder if it is empty, or with `whole` and all that is in it."""
        self.moment()
        if whole:
            shutil.rmtree(self.at(path), ignore_errors=True)
        else:
            with contextlib.suppress(OSError):  # something of somebody else's is in it
                self.at(path).rmdir()

    def ids(self, user: str) -> tuple[int, int]:
        """Number and group of a user of the machine; root's where there is none."""
        for line in self._lines("/etc/passwd"):
            name, _, number, group, *_ = line.split(":")
            if name == user:
                return int(number), int(group)
        return 0, 0

    def groups(self) -> dict[str, list[str]]:
        """The machine's groups and who is in them."""
        parts = [line.split(":") for line in self._lines("/etc/group")]
        return {part[0]: [name for name in part[3].split(",") if name] for part in parts}

    def _lines(self, path: str) -> list[str]:
        content = self.see(path).content or b""
        return [line for line in content.decode("utf-8", "replace").splitlines() if ":" in line]


def _to_disk(folder: Path) -> None:
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except OSError:
        return
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
