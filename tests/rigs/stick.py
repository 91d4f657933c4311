"""`make prove-stick`: a stick pulled at random moments, full, read-only, crowded; for root."""

import argparse
import errno
import logging
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.table import Table

from drivers import removable
from kiosk.coach_port import ExportStep
from kiosk.export.target import NO_BACKUP
from kiosk.history.integrity import open_to_read, quick_check
from kiosk.history.queries import History
from kiosk.stick import BACKUP_NAME, FOLDER, FULL, PULLED
from tests.rigs.loop_disk import LoopDisk, NoLoopDiskError, loop_disk
from tests.rigs.stick_gym import StickGym, contents, stick_gym
from tests.rigs.stick_judge import complaints, had, sessions_of
from tests.rigs.stick_service import FakeStick, fake_udisks, private_bus, why_no_bus

MEGABYTES: Final = 48
CROWD: Final = 10_000


class LoopMedium:
    """A loop disk as a stick's file system."""

    def __init__(self, disk: LoopDisk) -> None:
        self.disk = disk
        self.is_write_protected = False

    def mount(self, *, read_only: bool) -> Path:
        way = "ro" if read_only or self.is_write_protected else "rw"
        options = f"{way},noatime,errors=remount-ro"
        device, place = self.disk._device, str(self.disk.place)
        _run("mount", "-t", "ext4", "-o", options, device, place)
        return self.disk.place

    def unmount(self) -> None:
        self.disk.unmount()

    def elsewhere(self) -> None:
        """The stick has been pulled and is looked at by a laptop, which mends what a pull leaves.
        Raises RuntimeError when that cannot be mended.
        """
        while os.path.ismount(self.disk.place):
            _run("umount", str(self.disk.place))
        found = subprocess.run(
            ["e2fsck", "-p", "-f", self.disk._device], capture_output=True, text=True, check=False
        )
        if found.returncode > 1:
            raise RuntimeError(f"the stick's file system did not survive: {found.stdout}")
        self.disk.mount()


@dataclass
class Row:
    """One line of the table."""

    what: str
    moments: int = 0
    found: str = ""
    complaints: list[str] = field(default_factory=list[str])


@dataclass
class Trials:
    """One kiosk and one stick, and what should lie on it."""

    gym: StickGym
    stick: FakeStick
    medium: LoopMedium
    dice: random.Random
    wanted: dict[str, str] = field(default_factory=dict[str, str])
    took_s: float = 0.0

    @property
    def folder(self) -> Path:
        return self.medium.disk.place / FOLDER

    def plug_in(self) -> None:
        self.gym.heard.stick("none", "safe")
        self.gym.udisks.plug_in(self.stick)
        self.gym.heard.stick("ready", "refused")

    def learn(self) -> None:
        """What an export lays down when nobody pulls anything, and how long it takes."""
        self.plug_in()
        began = time.monotonic()
        step = self.gym.export()
        self.took_s = time.monotonic() - began
        if step.refusal:
            raise RuntimeError(step.refusal)
        self.medium.elsewhere()
        self.wanted = sessions_of(contents(self.folder))
        self.wipe()

    def wipe(self) -> None:
        """An empty stick, and a coach who has nothing yet; it has to be mounted."""
        if self.folder.exists():
            _run("rm", "-r", str(self.folder))
        self.medium.unmount()
        self.gym.new_coach()

    def pull_at(self, moment_s: float, row: Row) -> None:
        """One export cut, looked at elsewhere, and gone on with."""
        row.moments += 1
        self.plug_in()
        timer = threading.Timer(moment_s, self._pull)
        timer.start()
        step = self.gym.export()
        timer.join()
        if step.refusal not in ("", PULLED, NO_BACKUP):
            row.complaints.append(f"it said: {step.refusal}")
        self.medium.elsewhere()
        there = sessions_of(contents(self.folder)) if self.folder.exists() else {}
        row.complaints += self._compared(there, self._had())
        row.complaints += self._backup(is_needed=not step.refusal)
        self.medium.unmount()
        self._goes_on(row)

    def _goes_on(self, row: Row) -> None:
        """The stick is put in again, and everything else lies there."""
        if self.gym.new:
            self.plug_in()
            step = self.gym.export()
            if step.refusal or self.gym.new:
                row.complaints.append(f"it did not go on: {step.refusal} {self.gym.new}")
        self.medium.elsewhere()
        there = sessions_of(contents(self.folder))
        row.complaints += self._compared(there, set(self.wanted))
        self.wipe()

    def _pull(self) -> None:
        with suppress(OSError):  # it is not mounted at this moment: all the same to a stick
            if os.path.ismount(self.medium.disk.place):
                self.medium.disk.cut()
        self.gym.udisks.pull(self.stick)

    def _had(self) -> set[str]:
        """The files of the sessions that the coach has by the history."""
        return had(self.wanted, self.gym.new)

    def _compared(self, there: dict[str, str], least: set[str]) -> list[str]:
        return complaints(self.wanted, there, least)

    def _backup(self, *, is_needed: bool) -> list[str]:
        path = self.folder / BACKUP_NAME
        if not path.exists():
            return ["there is no backup"] if is_needed else []
        with closing(open_to_read(path)) as copy:
            verdict = quick_check(copy)
        return [] if verdict == "ok" else [f"the backup is damaged: {verdict}"]


def pulled(trials: Trials, count: int) -> Row:
    row = Row("pulled at a random moment")
    for _ in range(count):
        trials.pull_at(trials.dice.uniform(0.0, 1.1 * trials.took_s), row)
    row.found = "no partial file; the next export completes"
    return row


def full(trials: Trials, count: int) -> Row:
    """Somebody else's film fills it while we write."""
    row = Row("full in the middle", count)
    film = trials.medium.disk.place / "film"

    def fill(step: ExportStep) -> None:
        if step.done == at and not step.is_over and not step.is_closing and not film.exists():
            with film.open("wb", buffering=0) as file, suppress(OSError):
                while file.write(b"\xff" * (1 << 16)):
                    pass

    for number in range(count):
        at = number % len(trials.gym.new)
        trials.plug_in()
        trials.gym.heard.on_step = fill
        step = trials.gym.export()
        trials.gym.heard.on_step = lambda _: None
        if step.refusal != FULL:
            row.complaints.append(f"it said: {step.refusal}")
        trials.medium.elsewhere()
        there = sessions_of(contents(trials.folder)) if trials.folder.exists() else {}
        row.complaints += trials._compared(there, trials._had())
        film.unlink()
        trials.medium.unmount()
        trials._goes_on(row)
    row.found = FULL
    return row


def too_small(trials: Trials, _count: int) -> Row:
    """Full before anything is written."""
    row = Row("too little room from the start", 1)
    trials.medium.disk.mount()
    film = trials.medium.disk.place / "film"
    disk = os.statvfs(trials.medium.disk.place)
    film.write_bytes(b"\xff" * (disk.f_bavail * disk.f_frsize - 3_000_000))
    trials.medium.unmount()
    trials.plug_in()
    row.found = trials.gym.export().refusal
    trials.medium.elsewhere()
    if "MB free" not in row.found or contents(trials.folder.parent).keys() != {"film"}:
        row.complaints.append(f"it wrote all the same, or said: {row.found}")
    film.unlink()
    trials.medium.unmount()
    return row


def read_only(trials: Trials, _count: int) -> Row:
    """Its switch is not noticed by its drive, only by writing."""
    row = Row("read-only", 1)
    trials.medium.is_write_protected = True
    trials.plug_in()
    row.found = trials.gym.export().refusal
    trials.medium.is_write_protected = False
    if "only be read" not in row.found:
        row.complaints.append(f"it said: {row.found}")
    trials.gym.udisks.pull(trials.stick)
    trials.gym.heard.stick("none", "safe")
    trials.medium.elsewhere()
    trials.medium.unmount()
    return row


def vanishing(trials: Trials, count: int) -> Row:
    """Pulled so that its place is an empty folder of the kiosk's own disk at once."""
    row = Row("gone with its mount", count)

    def vanish(step: ExportStep) -> None:
        if step.done == 1 and not step.is_over:
            _run("umount", "--lazy", str(trials.medium.disk.place))
            trials.gym.udisks.pull(trials.stick)

    for _ in range(count):
        trials.plug_in()
        trials.gym.heard.on_step = vanish
        step = trials.gym.export()
        trials.gym.heard.on_step = lambda _: None
        if step.refusal != PULLED:
            row.complaints.append(f"it said: {step.refusal}")
        row.complaints += [
            f"written to the kiosk's own disk: {path}" for path in contents(trials.folder.parent)
        ]
        trials._goes_on(row)
    row.found = "nothing lands on the disk below"
    return row


def crowded(trials: Trials, _count: int) -> Row:
    """Years of exports lie there already."""
    row = Row(f"{CROWD:,} files there already", 1)
    trials.medium.disk.mount()
    for number in range(CROWD // 50):
        folder = trials.folder / f"2020-01-01-1800-hills-{1_000_000 + number}"
        folder.mkdir(parents=True)
        for name in range(50):
            (folder / f"{name}.csv").touch()
    trials.medium.unmount()
    trials.plug_in()
    began = time.monotonic()
    step = trials.gym.export()
    took_s = time.monotonic() - began
    if step.refusal or took_s > 10 * trials.took_s + 5:
        row.complaints.append(f"{took_s:.1f} s: {step.refusal}")
    row.found = f"{took_s:.1f} s, empty {trials.took_s:.1f} s"
    trials.medium.elsewhere()
    trials.wipe()
    return row


def names(trials: Trials, _count: int) -> Row:
    """What `learn` has found is looked at."""
    row = Row("names that file systems hate", len(trials.wanted))
    for path in trials.wanted:
        for part in path.split("/"):
            if any(c in '<>:"\\|?*' or ord(c) < 32 for c in part) or part != part.strip(". "):
                row.complaints.append(f"a laptop cannot take {part!r}")
            if len(part.encode("utf-16-le")) // 2 > 255 - len("..part"):
                row.complaints.append(f"too long: {part}")
    row.found = f"longest {max(len(path) for path in trials.wanted)} characters"
    return row


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pulls", type=int, default=100)
    parser.add_argument("--others", type=int, default=6, help="moments of each other kind")
    parser.add_argument("--sessions", type=int, default=3)
    parser.add_argument("--people", type=int, default=4)
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 30))
    asked = parser.parse_args()
    why_not = why_no_bus()
    if why_not is not None:
        sys.stdout.write(f"skipped: {why_not}\n")
        sys.exit(0)
    logging.disable(logging.CRITICAL)
    removable.SETTLE_S = 0.01  # nobody plugs in by hand here
    try:
        rows = _all_rows(asked)
    except NoLoopDiskError as error:
        sys.stdout.write(f"skipped: {error}\n")
        sys.exit(0)
    _print(rows, asked.seed)
    sys.exit(1 if any(row.complaints for row in rows) else 0)


def _all_rows(asked: argparse.Namespace) -> list[Row]:
    kinds: list[tuple[Callable[[Trials, int], Row], int]] = [
        (names, 1),
        (pulled, asked.pulls),
        (vanishing, asked.others),
        (full, asked.others),
    ]
    if asked.others > 1:
        kinds += [(too_small, 1), (read_only, 1), (crowded, 1)]
    with (
        tempfile.TemporaryDirectory(prefix="switchback-stick-") as folder,
        loop_disk(MEGABYTES) as disk,
        private_bus() as address,
        fake_udisks(address) as udisks,
        stick_gym(
            Path(folder), udisks, sessions=asked.sessions, people=asked.people, seconds=60
        ) as gym,
    ):
        disk.unmount()
        medium = LoopMedium(disk)
        trials = Trials(gym, FakeStick(medium), medium, random.Random(asked.seed))
        trials.learn()
        rows = [kind(trials, count) for kind, count in kinds if count]
        kept = len(History(gym.engine).sessions())
        history = Row("the history itself", 1, f"{kept} sessions")
        if kept != asked.sessions:
            history.complaints.append("sessions are lost")
        return [*rows, history]


def _print(rows: list[Row], seed: int) -> None:
    table = Table(title=f"What becomes of an export when its stick does what it likes ({seed=})")
    for column in ("what", "moments", "failures", "found"):
        table.add_column(column, justify="right" if column in ("moments", "failures") else "left")
    for row in rows:
        table.add_row(row.what, str(row.moments), str(len(row.complaints)), row.found)
    Console(width=None if sys.stdout.isatty() else 180).print(table)
    for row in rows:
        for line in row.complaints[:20]:
            sys.stdout.write(f"  {row.what}: {line}\n")


def _run(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise OSError(errno.EIO, done.stderr.strip())


if __name__ == "__main__":
    main()
