"""`make prove-disk`: a full disk, one that becomes read-only, and a clock that jumps."""

import argparse
import logging
import random
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.rigs import clock_jumps, full_disk
from tests.rigs.loop_disk import NoLoopDiskError, loop_disk


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--full", type=int, default=100, help="moments at which the disk is full")
    parser.add_argument("--read-only", type=int, default=20)
    parser.add_argument("--jumps", type=int, default=100, help="of the clock")
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 30))
    words = parser.parse_args()
    logging.disable(logging.CRITICAL)
    dice = random.Random(words.seed)
    table = Table(title=f"What the disk and the clock do while a class records (seed {words.seed})")
    for column in ("what", "moments", "seconds in memory", "failures"):
        table.add_column(column, justify="left" if column == "what" else "right")
    complaints: list[str] = []
    sentences: set[str] = set()
    for what, count, of in (
        ("full disk", words.full, full_disk.fill_up),
        ("read-only disk", words.read_only, full_disk.make_read_only),
    ):
        if not count:
            continue
        try:
            with loop_disk(full_disk.MEGABYTES) as disk:
                outcome = of(disk, count, dice)
        except NoLoopDiskError as error:
            sys.stdout.write(f"skipped: {error}\n")
            continue
        row = (what, str(count), str(outcome.seconds), str(len(outcome.complaints)))
        table.add_row(*row)
        complaints += outcome.complaints
        sentences |= outcome.sentences
    if words.jumps:
        with tempfile.TemporaryDirectory() as folder:
            jumped = clock_jumps.jump_about(Path(folder), words.jumps, dice)
        table.add_row("clock jumps", str(words.jumps), "", str(len(jumped.complaints)))
        complaints += jumped.complaints
    Console(width=None if sys.stdout.isatty() else 220).print(table)
    for line in (*sorted(sentences), *complaints[:20]):
        sys.stdout.write(f"  {line}\n")
    sys.exit(1 if complaints else 0)


if __name__ == "__main__":
    main()
