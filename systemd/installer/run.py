"""Carries a plan out, or takes back what one has changed; each can be cut short and run again."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from installer.journal import Journal, Record
from installer.machine import InstallError, Machine
from installer.steps import CommandLine, Configuration, File, Lines, Link, Step
from installer.system import Current, Folder, Packages, Program, User

Say = Callable[[str], None]


class _Undo(Protocol):
    """Whether the record may go: False where it stays because data do."""

    def __call__(self, machine: Machine, record: Record, *, is_purge: bool) -> bool: ...


UNDO: dict[str, _Undo] = {
    kind.kind: kind.undo
    for kind in (
        *(CommandLine, Configuration, File, Lines, Link),
        *(Current, Folder, Packages, Program, User),
    )
}
_PLANNED = {File.kind, Link.kind, CommandLine.kind, Lines.kind}
"""Kinds that are taken back when a later plan has them no longer: a unit, a second display."""
_OURS = ("switchback-update.path", "switchback.service", "switchback-headless.service")


def install(machine: Machine, journal: Journal, steps: Sequence[Step], say: Say) -> int:
    """How many changes were made."""
    changes = 0
    for step in steps:
        if not step.is_done(machine, journal):
            say(step.describe)
            step.do(machine, journal)
            changes += 1
    planned = {(step.kind, step.path) for step in steps if isinstance(step, (File, Link))}
    planned |= {(step.kind, step.path) for step in steps if isinstance(step, (CommandLine, Lines))}
    for record in [*reversed(journal.records)]:
        if record["kind"] in _PLANNED and (record["kind"], record["path"]) not in planned:
            say(f"{record['path']}: taken back")
            UNDO[record["kind"]](machine, record, is_purge=False)
            journal.drop(record)
            changes += 1
    return changes


def uninstall(machine: Machine, journal: Journal, say: Say, *, is_purge: bool) -> int:
    """How many changes were taken back; what belongs to the data stays, if not `is_purge`."""
    if machine.is_live and journal.records:
        with suppress(InstallError):  # those that were never started
            machine.run("systemctl", "stop", *_OURS)
    changes = 0
    for record in [*reversed(journal.records)]:
        undo = UNDO.get(record["kind"])
        if undo is None:
            raise InstallError(
                f"A newer installer has written '{record['kind']}' into the journal: take that one."
            )
        if undo(machine, record, is_purge=is_purge):
            say(f"{record['path']}: taken back")
            journal.drop(record)
            changes += 1
        else:
            say(f"{record['path']}: stays")
    return changes


def settle(machine: Machine, journal: Journal) -> None:
    """Tells the running system of what has changed; a root that is only being built needs none."""
    if not journal.is_pending:
        return
    if machine.is_live:
        for command in (
            ("systemctl", "daemon-reload"),
            ("udevadm", "control", "--reload"),
            ("udevadm", "trigger"),
            ("systemctl", "try-restart", "systemd-journald.service"),
            ("sysctl", "--quiet", "--system"),
        ):
            with suppress(InstallError):  # the restart that comes next does the same
                machine.run(*command)
    journal.is_pending = False
    journal.save()


def lock(root: Path) -> Path:
    """The file that two installers at once would both hold."""
    return root / "run" / "switchback-install.lock"
