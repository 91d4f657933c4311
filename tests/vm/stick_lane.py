"""`make prove-vm-stick`: the real UDisks2, polkit and file systems, and sticks that are pulled.

Machines side by side, some for each file system that sticks are sold with: most of a machine's time
goes by with waiting.
"""

import argparse
import random
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import chain
from typing import Final

from rich.console import Console
from rich.table import Table

from tests.vm import stick_media
from tests.vm.image import Image, NoMachineError, ready
from tests.vm.machine import KVM, machine
from tests.vm.stick_bench import Bench
from tests.vm.stick_media import Kind
from tests.vm.stick_trials import Row, Trials

KINDS: Final[tuple[Kind, ...]] = ("vfat", "exfat")
LIMIT_S = 960.0
"""After so long no more are pulled; the rest takes some minutes."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pulls", type=int, default=50, help="of each kind of file system")
    parser.add_argument("--machines", type=int, default=2, help="for each kind, side by side")
    parser.add_argument("--others", type=int, default=3, help="moments of each other kind")
    parser.add_argument("--sessions", type=int, default=3)
    parser.add_argument("--people", type=int, default=2)
    parser.add_argument("--minutes", type=float, default=LIMIT_S / 60, help="no more pulls then")
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 30))
    asked = parser.parse_args()
    try:
        rows = [] if stick_media.missing() else _rows(asked)
    except NoMachineError as error:
        sys.stdout.write(f"skipped: {error}\n")
        sys.exit(2)
    if not rows:
        sys.stdout.write(f"skipped: there is no {' and no '.join(stick_media.missing())} here\n")
        sys.exit(2)
    _print(rows, asked.seed)
    sys.exit(1 if any(row.complaints for row in rows) else 0)


def _rows(asked: argparse.Namespace) -> list[Row]:
    """Those of all machines, each kind of row once."""
    end = time.monotonic() + 60 * asked.minutes
    image = ready()
    places = [(kind, number) for number in range(asked.machines) for kind in KINDS]
    with ThreadPoolExecutor(len(places)) as pool:
        work = partial(_machine_rows, asked=asked, image=image, end=end)
        found = pool.map(work, *zip(*places, strict=True))
        rows: dict[str, Row] = {}
        for row in chain.from_iterable(found):
            rows.setdefault(row.what, Row(row.what)).add(row)
    return list(rows.values())


def _machine_rows(
    kind: Kind, number: int, asked: argparse.Namespace, image: Image, end: float
) -> list[Row]:
    dice = random.Random(f"{asked.seed} {kind} {number}")
    with machine(image) as one:
        one.boot()
        one.take_tree()
        bench = Bench(one)
        bench.start(asked.sessions, asked.people)
        means = "KVM" if one.acceleration == KVM else "emulation"
        _say(f"{kind} {number}: the machine has booted by {means} in {one.booted_s:.0f} s.")
        trials = Trials(bench, kind, one.folder, dice)
        trials.learn()  # the first export of all loads what later ones need
        rows = [_timed(trials.learn)]
        if number == 0:
            rows += [_timed(work) for work in _others(trials, asked.others)]
        if kind == "vfat" and number == 0 and asked.others:
            ext4 = Trials(bench, "ext4", one.folder, dice)
            rows.append(_timed(ext4.somebody_elses))
        rows.append(_pulled(trials, -(-asked.pulls // asked.machines), end))
        return [*rows, _hasty(trials), _history(bench, trials, asked.sessions)]


def _hasty(trials: Trials) -> Row:
    """On a slow machine a stick's parts are told one after another."""
    said = sorted(set(trials.hasty))
    row = Row(f"{trials.kind}: refused at first", len(trials.hasty), " ".join(said) or "never")
    row.complaints += [f"it said: {sentence}" for sentence in said]
    return row


def _pulled(trials: Trials, count: int, end: float) -> Row:
    row = Row(f"{trials.kind}: pulled at a random moment")
    for number in range(count):
        if time.monotonic() > end:
            _say(f"{trials.kind}: the time is up after {number} pulls of {count}.")
            break
        trials.pulled(row)
        _say(f"{trials.kind}: pull {number + 1} {row.complaints}")
    return row


def _others(trials: Trials, count: int) -> list[Callable[[], Row]]:
    if not count:
        return []
    works = [
        trials.write_protected,
        partial(trials.full_in_the_middle, count),
        partial(trials.pulled_while_it_waits, count),
    ]
    if trials.kind == "vfat":
        return [*works, trials.two_at_once, trials.unformatted, trials.rubbish]
    return [*works, trials.too_small, trials.slow]


def _timed(work: Callable[[], Row]) -> Row:
    began = time.monotonic()
    row = work()
    _say(f"{row.what}: {time.monotonic() - began:.0f} s {row.complaints}")
    return row


def _history(bench: Bench, trials: Trials, sessions: int) -> Row:
    told = bench.ask("history")
    row = Row(
        f"{trials.kind}: the history itself", 1, f"{told['sessions']} sessions, {told['verdict']}"
    )
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
        table.add_row(row.what, str(row.moments), str(len(row.complaints)), row.told)
    Console(width=None if sys.stdout.isatty() else 180).print(table)
    for row in rows:
        for line in row.complaints[:20]:
            _say(f"  {row.what}: {line}")


if __name__ == "__main__":
    main()
