"""The changes that are more than a file: packages, the kiosk's user, folders, the program."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from installer.journal import Journal, Record
from installer.machine import Machine, Seen
from installer.release import Source, is_complete, is_newer, lay

USER = "switchback"
DATA = "/var/lib/switchback"
PROGRAM = "/opt/switchback"
CURRENT = f"{PROGRAM}/current"


@dataclass(frozen=True, slots=True)
class Packages:
    """What Debian has and the kiosk needs. They stay when it goes: others may need them by then."""

    script: str
    words: Sequence[str]
    """What the machine is for, as the script knows it."""
    kind: ClassVar[str] = "packages"

    @property
    def describe(self) -> str:
        return "Debian packages that are missing (the only step that needs a network)"

    def is_done(self, machine: Machine, journal: Journal) -> bool:
        if not machine.at(self.script).exists():
            return False
        return not machine.run("sh", self.script, *self.words, MISSING="only").strip()

    def do(self, machine: Machine, journal: Journal) -> None:
        missing = machine.run("sh", self.script, *self.words, MISSING="only").split()
        known = journal.find(self.kind, "dpkg") or {"names": []}
        names = sorted({*known["names"], *(name.partition("|")[0] for name in missing)})
        journal.note({"kind": self.kind, "path": "dpkg", "names": names})
        machine.run("sh", self.script, *self.words)

    @staticmethod
    def undo(machine: Machine, record: Record, *, is_purge: bool) -> bool:
        del machine, record, is_purge
        return True


@dataclass(frozen=True, slots=True)
class User:
    """The user that the kiosk runs as: no shell, no password, the groups of its devices."""

    groups: Sequence[str]
    kind: ClassVar[str] = "user"

    @property
    def describe(self) -> str:
        return f"the user {USER}, without a shell, in the groups {' '.join(self.groups)}"

    def is_done(self, machine: Machine, journal: Journal) -> bool:
        found = machine.groups()
        members = (found.get(group, []) for group in self.groups)
        return machine.ids(USER) != (0, 0) and all(USER in names for names in members)

    def do(self, machine: Machine, journal: Journal) -> None:
        there = machine.groups()
        known = journal.find(self.kind, USER) or {"groups": []}
        new = [group for group in self.groups if group not in there]
        made = sorted({*known["groups"], *new})
        journal.note({"kind": self.kind, "path": USER, "groups": made})
        for group in new:
            machine.run("groupadd", "--system", group)
        if machine.ids(USER) == (0, 0):
            home = ("--home-dir", DATA, "--no-create-home", "--shell", "/usr/sbin/nologin")
            machine.run("useradd", "--system", "--user-group", *home, USER)
        machine.run("usermod", "--append", "--groups", ",".join(self.groups), USER)
        if machine.at(DATA).is_dir():  # of an earlier time, when its number was another
            machine.give(DATA, machine.ids(USER))

    @staticmethod
    def undo(machine: Machine, record: Record, *, is_purge: bool) -> bool:
        """The user stays as long as the data that belong to it."""
        if is_purge:
            if machine.ids(USER) != (0, 0):
                machine.run("userdel", USER)
            for group in record["groups"]:
                if group in machine.groups():
                    machine.run("groupdel", group)
        return is_purge


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder with its owner and mode; `goes` says when it goes with all that is in it."""

    path: str
    mode: int
    owner: str
    goes: str
    """`always`, `purge` (with the data) or `empty`."""
    kind: ClassVar[str] = "folder"

    @property
    def describe(self) -> str:
        return f"{self.path}: for {self.owner}, {self.mode:04o}"

    def is_done(self, machine: Machine, journal: Journal) -> bool:
        place = machine.at(self.path)
        if not place.is_dir() or place.stat().st_mode & 0o7777 != self.mode:
            return False
        told = place.stat()
        return not machine.is_root or (told.st_uid, told.st_gid) == machine.ids(self.owner)

    def do(self, machine: Machine, journal: Journal) -> None:
        known = journal.find(self.kind, self.path)
        if known is None:
            was = machine.at(self.path).is_dir()
            made = machine.missing_parents(self.path)
            known = {"kind": self.kind, "path": self.path, "made": made, "was_there": was}
        journal.note({**known, "goes": self.goes})
        machine.make_folder(self.path, self.mode, machine.ids(self.owner))

    @staticmethod
    def undo(machine: Machine, record: Record, *, is_purge: bool) -> bool:
        goes, path = record["goes"], record["path"]
        if goes == "purge" and not is_purge:
            return False
        if machine.at(path).is_dir() and not (goes == "empty" and record["was_there"]):
            machine.remove_folder(path, whole=goes != "empty")
        for folder in reversed(record["made"]):
            if machine.at(folder).is_dir():
                machine.remove_folder(folder, whole=False)
        return is_purge or record["was_there"] or not machine.at(path).is_dir()


@dataclass(frozen=True, slots=True)
class Program:
    """The program in an environment of its own, beside those of other versions."""

    source: Source
    kind: ClassVar[str] = "program"

    @property
    def path(self) -> str:
        return f"{PROGRAM}/releases/{self.source.version}"

    @property
    def describe(self) -> str:
        return f"{self.path}: the program, from {self.source.place} (two to ten minutes on a Pi)"

    def is_done(self, machine: Machine, journal: Journal) -> bool:
        return is_complete(machine, self.path)

    def do(self, machine: Machine, journal: Journal) -> None:
        journal.note({"kind": self.kind, "path": self.path})
        lay(machine, self.source, self.path)

    @staticmethod
    def undo(machine: Machine, record: Record, *, is_purge: bool) -> bool:
        del is_purge
        if machine.at(record["path"]).is_dir():
            machine.remove_folder(record["path"], whole=True)
        return True


@dataclass(frozen=True, slots=True)
class Current:
    """A link to one version; an update may have gone further, and nothing goes back here."""

    path: str
    version: str
    why: str
    kind: ClassVar[str] = "current"

    @property
    def describe(self) -> str:
        return f"{self.path} -> releases/{self.version}: {self.why}"

    def is_done(self, machine: Machine, journal: Journal) -> bool:
        link = machine.see(self.path).link
        if link is None:
            return False
        other = link.rstrip("/").rpartition("/")[2]
        is_there = is_complete(machine, f"{PROGRAM}/releases/{other}")
        return other == self.version or (is_there and is_newer(other, self.version))

    def do(self, machine: Machine, journal: Journal) -> None:
        journal.note({"kind": self.kind, "path": self.path})
        machine.put(self.path, Seen(link=f"releases/{self.version}"))

    @staticmethod
    def undo(machine: Machine, record: Record, *, is_purge: bool) -> bool:
        del is_purge
        if machine.see(record["path"]).link is not None:
            machine.put(record["path"], Seen())
        return True
