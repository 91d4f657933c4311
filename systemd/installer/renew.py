"""What a release renews of the system: files and units of ours that nobody has changed."""

from collections.abc import Sequence

from installer.journal import Journal, Record
from installer.machine import Machine, Seen
from installer.plan import SETUP
from installer.run import UNDO, Say
from installer.steps import File, Link, Step

KEPT = f"{SETUP}/kept.txt"
"""What somebody has changed, a path a line: doctor and the page Health read it."""
_UNITS = "/etc/systemd/"
"""Links elsewhere are answers, as the time zone, and no release changes those."""


def renew(machine: Machine, journal: Journal, steps: Sequence[Step], say: Say) -> list[str]:
    """Brings what is as an installer or a release left it to what `steps` want, and takes away what
    they have no longer; gives the paths of what somebody has changed, which stays.

    It may be cut short at any moment and called again, also with an earlier release's steps: that
    is the way back. Packages, users, boot files and answers are for the whole installer.
    """
    ours = [step for step in steps if isinstance(step, (File, Link))]
    ours = [step for step in ours if isinstance(step, File) or step.path.startswith(_UNITS)]
    # The copies in SETUP last: where they are a release's own, everything is.
    ours.sort(key=lambda step: step.path.startswith(SETUP))
    kept: list[str] = []
    was_cut = journal.is_pending
    for step in ours:
        if step.is_done(machine, journal):
            continue
        record = journal.find(step.kind, step.path)
        if _is_theirs(machine, record, step.path, was_cut=was_cut):
            kept.append(step.path)
            say(f"{step.path}: stays, because somebody has changed it")
            continue
        say(step.describe)
        step.do(machine, journal)
    planned = {(step.kind, step.path) for step in steps if isinstance(step, (File, Link))}
    for record in [*reversed(journal.records)]:
        which = (record["kind"], record["path"])
        if record["kind"] not in {File.kind, Link.kind} or which in {*planned, (File.kind, KEPT)}:
            continue
        is_back = machine.see(record["path"]).mark == Seen.from_json(record["before"]).mark
        if not is_back and _is_theirs(machine, record, record["path"], was_cut=was_cut):
            kept.append(record["path"])
            continue
        say(f"{record['path']}: taken back")
        UNDO[record["kind"]](machine, record, is_purge=False)
        journal.drop(record)
    _tell(machine, journal, kept)
    return kept


def _is_theirs(machine: Machine, record: Record | None, path: str, *, was_cut: bool) -> bool:
    """Whether somebody has changed, deleted or laid down what is there. Where the run before was
    cut between note and change, it is still what `was` there.
    """
    now = machine.see(path).mark
    if record is None:
        return bool(now)
    return now != record["after"] and not (was_cut and now == record.get("was"))


def _tell(machine: Machine, journal: Journal, kept: Sequence[str]) -> None:
    record = journal.find(File.kind, KEPT)
    if kept:
        step = File(KEPT, "".join(f"{path}\n" for path in kept).encode(), "changed by somebody")
        if not step.is_done(machine, journal):
            step.do(machine, journal)
    elif record is not None:
        File.undo(machine, record, is_purge=False)
        journal.drop(record)
