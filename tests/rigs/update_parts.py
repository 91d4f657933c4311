"""A kiosk small enough to be updated and cut at any moment: folders, a history, real processes.

Nothing here needs more than the standard library, so that fifty processes take seconds. The history
is a few lines: which schema it is of, and what was recorded. `update_real` has the real one.
"""

import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.errors import ReleaseError
from kiosk.files import write_whole
from kiosk.release import carrying, notes
from kiosk.release.layout import CURRENT, MANIFEST, UPDATER, Home
from kiosk.release.manifest import Manifest
from kiosk.release.owner import HistoryOwner, Owner
from kiosk.release.update import Limits, Updater

if TYPE_CHECKING:
    from installer.machine import Machine
    from installer.steps import Step

OLD, NEW = "1.0.0", "1.1.0"
SCHEMAS: Mapping[str, str] = {OLD: "5", NEW: "6"}
_LOOKING = ("(PosixPath('/proc", "('/proc")
"""At processes, which changes nothing."""
CLONE = Path(__file__).resolve().parent.parent.parent
sys.path.append(str(CLONE / "systemd"))
KIOSK = """#!/bin/sh
# {version} is {kind}: brings the history to schema {schema}, says that it is idle, stays.
trap 'exit 0' TERM
read -r first <{history} || exit 1
[ "$first" -le {schema} ] || exit 1
{{ echo {schema}; tail -n +2 {history}; }} >{history}.new && mv {history}.new {history}
[ {kind} = good ] || exit 1
printf '{{"version": "{version}", "safe": false}}' >{data}/.idle && mv {data}/.idle {data}/idle.json
while :; do sleep 60 & wait; done
"""


@dataclass(frozen=True, slots=True)
class Place:
    """Where one trial happens."""

    root: Path

    @property
    def home(self) -> Home:
        return Home(self.root / "opt")

    @property
    def system(self) -> Path:
        return self.root / "system"

    @property
    def data(self) -> Path:
        return self.root / "data"

    @property
    def history(self) -> Path:
        return self.data / "history.sqlite3"

    @property
    def file(self) -> Path:
        return next(self.root.glob("*.release"))

    @property
    def key(self) -> Path:
        return self.root / "release.pub"


class Process:
    """The kiosk as a service that systemd would start: it outlives the updater."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._program = place.home.path / CURRENT / ".venv" / "bin" / "kiosk"

    def stop(self) -> None:
        self._end(signal.SIGTERM)

    def start(self) -> None:
        if self.is_ready():
            return
        quiet = [(os.POSIX_SPAWN_OPEN, fd, os.devnull, os.O_RDWR, 0) for fd in (0, 1, 2)]
        words = [str(self._program)]
        try:
            os.posix_spawn(words[0], words, os.environ, file_actions=quiet, setsid=True)
        except OSError as error:
            raise ReleaseError(f"The kiosk cannot be started ({error.strerror}).") from error

    def is_ready(self) -> bool:
        return bool(self._numbers())

    def renew(self, version: str) -> None:
        """By the installer's own code, on files of this trial."""
        from installer.journal import Journal  # noqa: PLC0415 - not every child needs it
        from installer.renew import renew  # noqa: PLC0415
        from installer.run import settle  # noqa: PLC0415

        machine = _machine(self._place)
        journal = Journal(machine)
        renew(machine, journal, system_of(version), lambda _: None)
        settle(machine, journal)

    def kill(self) -> None:
        """As a power cut does."""
        self._end(signal.SIGKILL)

    def _end(self, how: signal.Signals) -> None:
        numbers: list[int] = []
        for _ in range(2000):
            numbers = self._numbers()
            if not numbers:
                return
            for number in numbers:
                with suppress(ProcessLookupError):
                    os.killpg(number, how)
            time.sleep(0.005)
        raise AssertionError(f"{numbers} cannot be ended")

    def _numbers(self) -> list[int]:
        """Whoever leads a group and runs the program; by its path, as systemd knows its units."""
        found: list[int] = []
        for place in Path("/proc").glob("[0-9]*"):
            with suppress(OSError, ChildProcessError):
                if str(self._program).encode() in (place / "cmdline").read_bytes():
                    number = int(place.name)
                    with suppress(ChildProcessError):  # it may be ours, and dead
                        os.waitpid(number, os.WNOHANG)
                    if os.getpgid(number) == number and (place / "cmdline").read_bytes():
                        found.append(number)
        return found


class Lines:
    """The steps on a history of lines."""

    def __init__(self, place: Place) -> None:
        self._place = place

    def is_busy(self, version: str) -> bool:
        return (self._place.data / "training").exists()

    def make_room(self, version: str, needed: int) -> None:
        pass

    def backup(self, version: str) -> str | None:
        copy = self._place.data / "backup"
        write_whole(copy, self._place.history.read_bytes())
        return str(copy)

    def trial(self, version: str) -> None:
        if "refused" in (self._place.home.folder(version) / "kind").read_text("ascii"):
            raise ReleaseError("The history cannot be taken over.")

    def put_back(self, version: str, backup: str | None) -> None:
        schema = self._place.history.read_text("ascii").partition("\n")[0]
        if schema != SCHEMAS[version] and backup is not None:
            write_whole(self._place.history, Path(backup).read_bytes())


def _machine(place: Place) -> "Machine":
    from installer.machine import Machine  # noqa: PLC0415

    return Machine(place.system, is_root=False)


def system_of(version: str) -> "list[Step]":
    """What a release has outside of its folder: a unit, one that only this version has, rules."""
    from installer.steps import File, Link  # noqa: PLC0415

    units = "/etc/systemd/system"
    content = f"of {version}\n".encode()
    return [
        File(f"{units}/kiosk.service", content, "a unit"),
        File(f"{units}/only-{version}.service", content, "another"),
        Link(f"{units}/a.wants/only.service", f"{units}/only-{version}.service", "starts"),
        File("/etc/changed.rules", content, "rules that a volunteer has changed"),
    ]


def lay_system(place: Place) -> None:
    """As the installer of OLD left it, and a volunteer after it."""
    from installer.journal import Journal  # noqa: PLC0415
    from installer.run import install  # noqa: PLC0415

    machine = _machine(place)
    install(machine, Journal(machine), system_of(OLD), lambda _: None)
    (place.system / "etc/changed.rules").write_text("mine\n", "ascii")


def wrong_in_system(place: Place, version: str | None) -> list[str]:
    """What is not as the release that runs brings it, and what is not the volunteer's any more."""
    units = place.system / "etc/systemd/system"
    link = units / "a.wants/only.service"
    found = {path.name: path.read_text("ascii") for path in units.glob("*.service")}
    found |= {
        "link": str(link.readlink()),
        "changed": (place.system / "etc/changed.rules").read_text(),
    }
    only = f"only-{version}.service"
    wanted = {"kiosk.service": f"of {version}\n", only: f"of {version}\n"}
    wanted |= {"link": f"/etc/systemd/system/{only}", "changed": "mine\n"}
    return [] if found == wanted else [f"the system has {found} under {version}"]


def lay(place: Place, version: str, kind: str) -> None:
    """A release as it lies on the disk, with a kiosk that is good, broken, or refused."""
    folder = place.home.folder(version)
    programs = folder / ".venv" / "bin"
    programs.mkdir(parents=True)
    (folder / "kind").write_text(kind, "ascii")
    (programs / "python").touch()
    words = {"version": version, "kind": kind, "schema": SCHEMAS[version]}
    (programs / "kiosk").write_text(KIOSK.format(history=place.history, data=place.data, **words))
    (programs / "kiosk").chmod(0o755)


def make_place(root: Path, release: Path) -> Place:
    """A kiosk with OLD installed, and the file that brings NEW."""
    place = Place(root)
    place.data.mkdir(parents=True, mode=0o700)
    lay(place, OLD, "good")
    (place.home.folder(OLD) / MANIFEST).write_text("{}")
    place.home.point(CURRENT, OLD)
    place.home.point(UPDATER, OLD)
    lay_system(place)
    place.history.write_text("5\nAnna climbed 400 m\nBen climbed 380 m\n", "ascii")
    shutil.copy(release, root)
    shutil.copy(release.with_name("release.pub"), place.key)
    return place


def make_file(folder: Path, kind: str, *, version: str = NEW, arch: str | None = None) -> Path:
    """A signed release whose one wheel says what kind of kiosk it brings, and its public key."""
    from kiosk.release.build import Recipe, make_release  # noqa: PLC0415 - a child needs none
    from kiosk.release.signature import new_key  # noqa: PLC0415

    folder.mkdir(parents=True, exist_ok=True)
    wheel = folder / f"switchback_kiosk-{version}-py3-none-any.whl"
    wheel.write_bytes(kind.encode() + b"\n" + random.Random(1).randbytes(300_000))
    private, public = new_key()
    (folder / "release.pub").write_bytes(public)
    recipe = Recipe(arch or os.uname().machine, _python(), SCHEMAS[NEW], private)
    return make_release(folder, recipe, folder)


def make_from_wheel(place: Place, folder: Path, wheels: Path, manifest: Manifest) -> None:
    """What pip would do."""
    kind = (wheels / manifest.wheels[0].name).read_bytes().partition(b"\n")[0].decode()
    shutil.rmtree(folder / ".venv", ignore_errors=True)
    if (place.root / "real").exists():
        from tests.rigs import update_real  # noqa: PLC0415 - it needs the history, which is slow

        update_real.lay(place, manifest.version, kind)
    else:
        lay(place, manifest.version, kind)


def updater_of(place: Place, owner: HistoryOwner | None = None) -> Updater:
    return Updater(
        place.home,
        place.data,
        Process(place),
        limits=Limits(idle=1.0 if owner is None else 20.0, look=0.02),
        make=lambda folder, wheels, manifest: make_from_wheel(place, folder, wheels, manifest),
        owner=owner or Lines(place),
    )


def kill_at(moment: int, counted: Path) -> None:
    """From now on this process and all of its group die at so many things done to the disk or to
    other processes; how many there were so far stands in `counted` at the end of one that lived.
    """
    seen = 0
    watched = ("open", "os.", "subprocess.", "shutil.", "fcntl.")

    def hear(event: str, words: tuple[object, ...]) -> None:
        nonlocal seen
        if event.startswith(watched) and not str(words[:1]).startswith(_LOOKING):
            seen += 1
            if seen == moment:
                os.killpg(0, signal.SIGKILL)
            if moment == 0 and seen % 5 == 0:
                os.write(descriptor, f"{seen}\n".encode())

    descriptor = os.open(counted, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    sys.addaudithook(hear)


def _python() -> str:
    return f"{sys.version_info.major}.{sys.version_info.minor}"


def main() -> None:
    """ROOT update|recover MOMENT: one of both, killed at that moment; 0: not at all."""
    root, what, moment = sys.argv[1:]
    place = Place(Path(root))
    owner = Owner(place.home, place.data) if (place.root / "real").exists() else None
    updater, process = updater_of(place, owner), Process(place)
    kill_at(int(moment), place.root / "counted")
    with suppress(ReleaseError):
        if what == "recover":
            carrying.recover(place.home, updater)
        else:
            notes.remove(place.data, notes.REQUEST)
            carrying.update(place.home, updater, process, place.file, place.key)


if __name__ == "__main__":
    main()
