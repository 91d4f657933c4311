"""A Debian of straw below a folder: its files are real, its programs only note and pretend."""

import shutil
import zipfile
from collections.abc import Mapping
from pathlib import Path

from installer.journal import Journal
from installer.machine import Machine
from installer.plan import plan
from installer.release import Source, source_of
from installer.run import install, settle, uninstall
from installer.steps import Step

ANSWERS = {
    "time_zone": "Europe/Paris",
    "language": "de",
    "inches": "10.1",
    "displays": "2",
    "cable": "off",
    "rotate": "90",
    "uart": "off",
    "screen": "on",
}


class Killed(BaseException):
    """The power fails between two changes: nothing after it runs, no clean-up either."""


class Straw:
    """`asked` has the commands that were run, without the environment's paths."""

    def __init__(self, folder: Path, repository: Path) -> None:
        self.root = folder / "root"
        self.asked: list[str] = []
        self.moments = 0
        self.killed_at: int | None = None
        for path in ("run", "etc", "var/lib", "usr/share/zoneinfo/Europe", "boot/firmware", "opt"):
            (self.root / path).mkdir(parents=True)
        for city in ("London", "Paris"):
            (self.root / "usr/share/zoneinfo/Europe" / city).touch()
        (self.root / "etc/passwd").write_text("root:x:0:0:root:/root:/bin/sh\n", "utf-8")
        (self.root / "etc/group").write_text("root:x:0:\ndialout:x:20:anna\nvideo:x:44:\n", "utf-8")
        (self.root / "etc/localtime").symlink_to("/usr/share/zoneinfo/Europe/London")
        for name in ("cmdline.txt", "config.txt"):
            shutil.copy(repository / "tests/appliance" / name, self.root / "boot/firmware")
        wheels = folder / "wheels"
        wheels.mkdir()
        (wheels / "qt-1.0-py3-none-any.whl").write_bytes(b"Qt")
        self.wheels = wheels
        self.release("1.4.0")

    def release(self, version: str) -> Source:
        """A folder of wheels of that version, the only one that there is now."""
        for old in self.wheels.glob("switchback_kiosk-*"):
            old.unlink()
        with zipfile.ZipFile(
            self.wheels / f"switchback_kiosk-{version}-py3-none-any.whl", "w"
        ) as file:
            for name in ("0004_old", "0005_minutes"):
                path = f"kiosk/history/migrations/versions/{name}.py"
                file.writestr(zipfile.ZipInfo(path), "")  # of no date: the same bytes each time
        return source_of(self.wheels)

    @property
    def machine(self) -> Machine:
        return Machine(self.root, self._run, self._moment, is_root=False)

    def plan(self, answers: Mapping[str, str] = ANSWERS) -> list[Step]:
        return plan(self.machine, dict(answers), source_of(self.wheels))

    def install(self, steps: list[Step] | None = None) -> int:
        machine = self.machine
        journal = Journal(machine)
        changes = install(machine, journal, steps or self.plan(), self.asked.append)
        settle(machine, journal)
        return changes

    def uninstall(self, *, is_purge: bool = False) -> int:
        machine = self.machine
        journal = Journal(machine)
        changes = uninstall(machine, journal, self.asked.append, is_purge=is_purge)
        settle(machine, journal)
        return changes

    def tree(self) -> dict[str, object]:
        """Everything below the root: content or link, and mode."""
        found: dict[str, object] = {}
        for path in sorted(self.root.rglob("*")):
            name = path.relative_to(self.root).as_posix()
            if path.is_symlink():
                found[name] = f"-> {path.readlink()}"
            elif path.is_dir():
                found[name] = path.stat().st_mode
            else:
                found[name] = (path.read_bytes(), path.stat().st_mode)
        return found

    def file(self, path: str) -> Path:
        return self.root / path.lstrip("/")

    def _moment(self) -> None:
        if self.moments == self.killed_at:
            raise Killed
        self.moments += 1

    def _run(self, command: list[str], environment: Mapping[str, str]) -> str:
        command = command[2:] if command[0] == "chroot" else command
        self.asked.append(" ".join(command))
        program = Path(command[0]).name
        if program == "sh" and command[1].endswith("install-packages.sh"):
            return self._packages(environment)
        pretend = {"groupadd": self._groupadd, "useradd": self._useradd, "usermod": self._usermod}
        pretend |= {"userdel": self._userdel, "groupdel": self._groupdel}
        if program in pretend:
            pretend[program](command)
        elif program == "switchback":
            return f"switchback, version {command[0].split('/')[4]}\n"
        elif program == "uname":
            return "aarch64\n"
        elif "venv" in command:
            self.file(command[-1]).joinpath("bin").mkdir(parents=True, exist_ok=True)
        elif "install" in command:
            self.file(command[0]).with_name("switchback").touch()
        elif "-c" in command:
            return "3.13\n"
        return ""

    def _packages(self, environment: Mapping[str, str]) -> str:
        there = self.file("/opt/packages-are-there")
        if environment.get("MISSING") == "only":
            return "" if there.exists() else "cage\nsystemd-timesyncd|chrony\n"
        there.touch()
        return "Installing\n"

    def _lines(self, name: str) -> list[str]:
        return self.file(f"/etc/{name}").read_text("utf-8").splitlines()

    def _write(self, name: str, lines: list[str]) -> None:
        self.file(f"/etc/{name}").write_text("".join(f"{line}\n" for line in lines), "utf-8")

    def _groupadd(self, command: list[str]) -> None:
        self._write("group", [*self._lines("group"), f"{command[-1]}:x:900:"])

    def _groupdel(self, command: list[str]) -> None:
        self._write(
            "group", [line for line in self._lines("group") if not line.startswith(command[-1])]
        )

    def _useradd(self, command: list[str]) -> None:
        self._groupadd(command)
        user = f"{command[-1]}:x:901:901::/var/lib/switchback:/usr/sbin/nologin"
        self._write("passwd", [*self._lines("passwd"), user])

    def _usermod(self, command: list[str]) -> None:
        user, wanted, lines = command[-1], command[-2].split(","), list[str]()
        for line in self._lines("group"):
            name, *_, members = line.split(":")
            names = [member for member in members.split(",") if member]
            if name in wanted and user not in names:
                line = line.removesuffix(members) + ",".join([*names, user])  # noqa: PLW2901
            lines.append(line)
        self._write("group", lines)

    def _userdel(self, command: list[str]) -> None:
        user = command[-1]
        self._write("passwd", [line for line in self._lines("passwd") if not line.startswith(user)])
        lines = [line for line in self._lines("group") if not line.startswith(f"{user}:")]
        cut = [line.removesuffix(user).removesuffix(",") for line in lines]
        self._write("group", cut)
