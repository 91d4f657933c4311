"""`make prove-faults`: every device times every fault in one table, with its limits checked."""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.faults.cases import CASES
from tests.faults.trial import Outcome, Rounds, try_case

AT_ONCE = 5
"""Most of the time everything waits."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--unplugs", type=int, default=50, help="rounds of unplug and replug")
    parser.add_argument("--others", type=int, default=3, help="rounds of every other fault")
    parser.add_argument("--only", nargs="*", help="these devices", choices=sorted(CASES))
    parser.add_argument("--child", help=argparse.SUPPRESS)
    words = parser.parse_args()
    rounds = Rounds(words.unplugs, words.others)
    if words.child is not None:
        with tempfile.TemporaryDirectory(prefix="switchback-faults-") as folder:
            outcomes = try_case(CASES[words.child], Path(folder), rounds)
        sys.stdout.write(json.dumps([asdict(outcome) for outcome in outcomes]) + "\n")
        return
    with ThreadPoolExecutor(AT_ONCE) as pool:
        names: list[str] = words.only or list(CASES)
        told = pool.map(in_child, names, [rounds] * len(names))
        outcomes = [outcome for each in told for outcome in each]
    show(outcomes)
    sys.exit(1 if any(outcome.complaints for outcome in outcomes) else 0)


def in_child(name: str, rounds: Rounds) -> list[Outcome]:
    """In a process of its own, so that threads and descriptors are this device's alone."""
    counts = ["--unplugs", str(rounds.unplugs), "--others", str(rounds.others)]
    ended = subprocess.run(
        [sys.executable, "-m", "tests.faults.matrix", "--child", name, *counts],
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    if ended.returncode != 0:
        return [Outcome(name, "all", complaints=[f"ended with status {ended.returncode}"])]
    return [Outcome(**row) for row in json.loads(ended.stdout.strip().splitlines()[-1])]


def show(outcomes: Sequence[Outcome]) -> None:
    table = Table(title="Device x fault: median (worst) over the rounds, seconds")
    for column in ("device", "fault", "rounds", "noticed", "athlete saw", "good again", "stored"):
        table.add_column(column)
    table.add_column("threads")
    table.add_column("descriptors")
    table.add_column("verdict")
    for each in outcomes:
        table.add_row(
            each.device,
            each.fault,
            str(each.rounds),
            each.noticed,
            each.saw,
            each.back,
            each.stored,
            each.threads,
            each.descriptors,
            "; ".join(each.complaints) or "ok",
        )
    Console(width=None if sys.stdout.isatty() else 220).print(table)


if __name__ == "__main__":
    main()
