"""`make prove-vm-stick`: the real UDisks2, polkit and file systems, and sticks that are pulled."""

import argparse
import random
import sys
import time
from collections.abc import Callable, Generator
from functools import partial

from rich.console import Console
from rich.table import Table

from tests.vm import stick_media
from tests.vm.image import NoMachineError, ready
from tests.vm.machine import KVM, machine
from tests.vm.stick_bench import Bench
from tests.vm.stick_trials import Row, Trials

LIMIT_S = 960.0
"""After so long no more are pulled; the rest takes some minutes."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pulls", type=int, default=50, help="of each kind of file system")
    parser.add_argument("--others", type=int, default=3, help="moments of each other kind")
    parser.add_argument("--sessions", type=int, default=3)
    parser.add_argument("--people", type=int, default=3)
    parser.add_argument("--minutes", type=float, default=LIMIT_S / 60, help="no more pulls then")
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 30))
    asked = parser.parse_args()
    try:
        rows = [] if stick_media.missing() else list(_rows(asked))
    except NoMachineError as error:
        sys.stdout.write(f"skipped: {error}\n")
        sys.exit(2)
    if not rows:
        sys.stdout.write(f"skipped: there is no {' and no '.join(stick_media.missing())} here\n")
        sys.exit(2)
    _print(rows, asked.seed)
    sys.exit(1 if any(row.complaints for row in rows) else 0)


def _rows(asked: argparse.Namespace) -> Generator[Row]:
    end = time.monotonic() + 60 * asked.minutes
    dice = random.Random(asked.seed)
    with machine(ready()) as one:
        one.boot()
        one.take_tree()
        bench = Bench(one)
        bench.start(asked.sessions, asked.people)
        means = "KVM" if one.acceleration == KVM else "emulation"
        _say(f"The machine has booted by {means} in {one.booted_s:.0f} s.")
        vfat, exfat, ext4 = (
            Trials(bench, kind, one.folder, dice) for kind in ("vfat", "exfat", "ext4")
        )
        vfat.learn()  # the first export of all loads what later ones need
        for work in (vfat.learn, exfat.learn):
            yield _timed(work)
        yield from _pulled((vfat, exfat), asked.pulls, end)
        for work in _others(vfat, exfat, ext4, asked.others):
            yield _timed(work)
        yield _hasty(vfat, exfat)
        yield _history(bench, asked.sessions)


def _hasty(*kinds: Trials) -> Row:
    """On a slow machine a stick's parts are told one after another."""
    said = [sentence for trials in kinds for sentence in trials.hasty]
    row = Row("good ones refused at first", len(said), " ".join(sorted(set(said))) or "never")
    row.complaints += [f"it said: {sentence}" for sentence in sorted(set(said))]
    return row


def _pulled(kinds: tuple[Trials, ...], count: int, end: float) -> list[Row]:
    """In turn, so that whatever the time allows is shared."""
    rows = [Row("") for _ in kinds]
    for number in range(count):
        for trials, row in zip(kinds, rows, strict=True):
            trials.pulled(row)
        _say(f"pull {number + 1} of each: {[row.complaints for row in rows]}")
        if time.monotonic() > end:
            _say(f"The time is up after {number + 1} pulls of each, of {count}.")
            break
    return [row for row in rows if row.moments]


def _others(vfat: Trials, exfat: Trials, ext4: Trials, count: int) -> Generator[Callable[[], Row]]:
    for trials in (vfat, exfat) if count else ():
        yield trials.write_protected
        yield partial(trials.full_in_the_middle, count)
        yield partial(trials.pulled_while_it_waits, count)
    if count:
        yield from (exfat.too_small, vfat.two_at_once, exfat.slow)
        yield from (vfat.unformatted, vfat.rubbish, ext4.somebody_elses)


def _timed(work: Callable[[], Row]) -> Row:
    began = time.monotonic()
    row = work()
    _say(f"{row.what}: {time.monotonic() - began:.0f} s {row.complaints}")
    return row


def _history(bench: Bench, sessions: int) -> Row:
    told = bench.ask("history")
    row = Row("the history itself", 1, f"{told['sessions']} sessions, {told['verdict']}")
    if told["sessions"] != sessions or told["verdict"] != "ok":
        row.complaints.append("something is lost")
    if told["on_its_own_disk"]:
        row.complaints.append(f"{told['on_its_own_disk']} files landed on the kiosk's own disk")
    return row


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _print(rows: list[Row], seed: int) -> None:
    table = Table(title=f"Exports onto sticks in a Debian with its own kernel ({seed=})")
    for column in ("what", "moments", "failures", "found"):
        table.add_column(column, justify="right" if column in ("moments", "failures") else "left")
    for row in rows:
        table.add_row(row.what, str(row.moments), str(len(row.complaints)), row.found)
    Console(width=None if sys.stdout.isatty() else 180).print(table)
    for row in rows:
        for line in row.complaints[:20]:
            _say(f"  {row.what}: {line}")


if __name__ == "__main__":
    main()
