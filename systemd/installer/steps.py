"""The kinds of change: each knows whether it is done, does it, and undoes it from its record."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Protocol

from installer.edits import with_lines, with_words, without_lines, without_words
from installer.journal import Journal, Record
from installer.machine import Machine, Seen


class Step(Protocol):
    """One change. `do` may be called again after it was cut short at any moment."""

    @property
    def describe(self) -> str: ...
    def is_done(self, machine: Machine, journal: Journal) -> bool: ...
    def do(self, machine: Machine, journal: Journal) -> None: ...


@dataclass(frozen=True, slots=True)
class File:
    """A whole file that is ours."""

    path: str
    content: bytes
    why: str
    mode: int = 0o644
    kind: ClassVar[str] = "file"

    @property
    def describe(self) -> str:
        return f"{self.path}: {self.why}"

    def is_done(self, machine: Machine, journal: Journal) -> bool:
        now = machine.see(self.path)
        return (now.content, now.mode) == (self.content, self.mode)

    def do(self, machine: Machine, journal: Journal) -> None:
        before = _before(journal, self.kind, self.path) or machine.see(self.path)
        _change(
            machine, journal, (self.kind, self.path), before, Seen(self.content, mode=self.mode)
        )

    @staticmethod
    def undo(machine: Machine, record: Record, *, is_purge: bool) -> bool:
        del is_purge
        now, before = machine.see(record["path"]), Seen.from_json(record["before"])
        is_known = now.mark in (record["after"], record.get("was"), before.mark)
        if now.content is not None and not is_known:
            machine.put(f"{record['path']}.kept", now)  # somebody's own change: set aside
        _put_back(machine, record, before)
        return True


@dataclass(frozen=True, slots=True)
class Configuration:
    """A file to begin with: once somebody has changed it, it is theirs."""

    path: str
    content: bytes
    why: str
    mode: int = 0o644
    kind: ClassVar[str] = "configuration"

    @property
    def describe(self) -> str:
        return f"{self.path}: {self.why} (one that is there stays)"

    def is_done(self, machine: Machine, journal: Journal) -> bool:
        now = machine.see(self.path)
        if now.content is None:
            return False
        record = journal.find(self.kind, self.path)
        is_ours = record is not None and now.mark == record["after"]
        return now.content == self.content or not is_ours

    def do(self, machine: Machine, journal: Journal) -> None:
        _change(
            machine, journal, (self.kind, self.path), Seen(), Seen(self.content, mode=self.mode)
        )

    @staticmethod
    def undo(machine: Machine, record: Record, *, is_purge: bool) -> bool:
        if is_purge:
            _put_back(machine, record, Seen())
        return is_purge


@dataclass(frozen=True, slots=True)
class CommandLine:
    """Words in the kernel's command line."""

    path: str
    added: Sequence[str]
    dropped: Sequence[str]
    why: str
    kind: ClassVar[str] = "command line"

    @property
    def describe(self) -> str:
        return f"{self.path}: {self.why} ({' '.join(self.added)}; without {' '.join(self.dropped)})"

    def _wanted(self, now: Seen) -> bytes:
        return with_words(now.content or b"", self.added, self.dropped)

    def is_done(self, machine: Machine, journal: Journal) -> bool:
        now = machine.see(self.path)
        return now.content is None or set(self._wanted(now).split()) == set(now.content.split())

    def do(self, machine: Machine, journal: Journal) -> None:
        now = machine.see(self.path)
        before = now
        if (record := journal.find(self.kind, self.path)) is not None:
            content = _without_words(now.content or b"", record)
            before = Seen(content, mode=now.mode, owner=now.owner)
        after = Seen(self._wanted(now), mode=now.mode, owner=now.owner)
        words = {"added": [*self.added], "dropped": [*self.dropped]}
        _change(machine, journal, (self.kind, self.path), before, after, **words)

    @staticmethod
    def undo(machine: Machine, record: Record, *, is_purge: bool) -> bool:
        del is_purge
        now = machine.see(record["path"])
        if now.content is not None:
            content = _without_words(now.content, record)
            _put_back(machine, record, Seen(content, mode=now.mode, owner=now.owner))
        return True


def _without_words(content: bytes, record: Record) -> bytes:
    before = Seen.from_json(record["before"]).content or b""
    if content == before or Seen(content).mark == record["after"]:
        return before
    return without_words(content, record["added"], record["dropped"], before)


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines of ours in the Pi's config.txt."""

    path: str
    lines: Sequence[str]
    why: str
    kind: ClassVar[str] = "lines"

    @property
    def describe(self) -> str:
        return f"{self.path}: {self.why} ({' '.join(self.lines)})"

    def is_done(self, machine: Machine, journal: Journal) -> bool:
        content = machine.see(self.path).content
        return content is None or with_lines(content, self.lines) == content

    def do(self, machine: Machine, journal: Journal) -> None:
        now = machine.see(self.path)
        content = now.content or b""
        record = journal.find(self.kind, self.path)
        old = content if record is None else _without_lines(content, record)
        before = Seen(old, mode=now.mode, owner=now.owner)
        after = Seen(with_lines(content, self.lines), mode=now.mode, owner=now.owner)
        _change(machine, journal, (self.kind, self.path), before, after)

    @staticmethod
    def undo(machine: Machine, record: Record, *, is_purge: bool) -> bool:
        del is_purge
        now = machine.see(record["path"])
        if now.content is not None:
            content = _without_lines(now.content, record)
            _put_back(machine, record, Seen(content, mode=now.mode, owner=now.owner))
        return True


def _without_lines(content: bytes, record: Record) -> bytes:
    before = Seen.from_json(record["before"]).content or b""
    if content == before or Seen(content).mark == record["after"]:
        return before
    return without_lines(content)


@dataclass(frozen=True, slots=True)
class Link:
    """A symbolic link: a unit that is switched on, one that is masked, the time zone."""

    path: str
    to: str
    why: str
    kind: ClassVar[str] = "link"

    @property
    def describe(self) -> str:
        return f"{self.path} -> {self.to}: {self.why}"

    def is_done(self, machine: Machine, journal: Journal) -> bool:
        return machine.see(self.path).link == self.to

    def do(self, machine: Machine, journal: Journal) -> None:
        before = _before(journal, self.kind, self.path) or machine.see(self.path)
        _change(machine, journal, (self.kind, self.path), before, Seen(link=self.to))

    @staticmethod
    def undo(machine: Machine, record: Record, *, is_purge: bool) -> bool:
        del is_purge
        before = Seen.from_json(record["before"])
        if machine.see(record["path"]).mark in (record["after"], before.mark):
            _put_back(machine, record, before)
        return True


def _before(journal: Journal, kind: str, path: str) -> Seen | None:
    record = journal.find(kind, path)
    return None if record is None else Seen.from_json(record["before"])


def _change(
    machine: Machine,
    journal: Journal,
    which: tuple[str, str],
    before: Seen,
    after: Seen,
    **more: object,
) -> None:
    kind, path = which
    known = journal.find(kind, path)
    made = machine.missing_parents(path) if known is None else known["made"]
    record = {"kind": kind, "path": path, "before": before.as_json(), "after": after.mark}
    journal.note({**record, "was": machine.see(path).mark, "made": made, **more})
    machine.put(path, after)


def _put_back(machine: Machine, record: Record, wanted: Seen) -> None:
    if machine.see(record["path"]) != wanted:
        machine.put(record["path"], wanted)
    for folder in reversed(record["made"]):
        if machine.at(folder).is_dir():
            machine.remove_folder(folder, whole=False)
