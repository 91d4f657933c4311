"""`make prove-hostile`: a stick that a stranger has prepared, a million files of it.

Every parser gets mutated and generated files; each must be read or refused with a sentence, in
bounded time and memory. Then come bombs, each in a process of its own, and folders full of traps.
"""

import argparse
import gc
import logging
import os
import random
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path

from rich.console import Console
from rich.table import Table

from kiosk.errors import KioskError
from kiosk.imports.plain_file import is_shown
from tests.rigs.hostile_files import TARGETS, Target, make_file
from tests.rigs.hostile_folders import BOMBS, Bomb, look_at_traps

SLOWEST_S = 3.0
"""Processor seconds that any one file may take."""
MOST_MB = 128
"""That a process may grow by, whatever it reads."""
LONGEST_SENTENCE = 600
_BATCH = 2000


@dataclass(slots=True)
class Tally:
    """What came of the files of one parser."""

    target: str
    files: int = 0
    read: int = 0
    refused: int = 0
    seconds: float = 0.0
    slowest_s: float = 0.0
    grown_mb: float = 0.0
    sentences: Counter[str] = field(default_factory=Counter[str])
    complaints: list[str] = field(default_factory=list[str])

    def add(self, other: "Tally") -> None:
        self.files += other.files
        self.read += other.read
        self.refused += other.refused
        self.seconds += other.seconds
        self.slowest_s = max(self.slowest_s, other.slowest_s)
        self.grown_mb = max(self.grown_mb, other.grown_mb)
        self.sentences += other.sentences
        self.complaints += other.complaints


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=1_000_000)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--traps", type=int, default=300)
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 30))
    words = parser.parse_args()
    logging.disable(logging.CRITICAL)
    began = time.monotonic()
    tallies = run(words.files, words.processes, words.seed)
    bombs = [explode(bomb) for bomb in BOMBS]
    with tempfile.TemporaryDirectory(prefix="switchback-hostile-") as folder:
        traps = look_at_traps(Path(folder), words.traps, random.Random(words.seed))
    complaints = [line for tally in tallies for line in tally.complaints]
    complaints += [f"{bomb.name}: {bomb.complaint}" for bomb in bombs if bomb.complaint] + traps
    show(tallies, bombs, words.traps)
    minutes = (time.monotonic() - began) / 60
    sys.stdout.write(f"{sum(one.files for one in tallies)} files in {minutes:.1f} minutes, ")
    sys.stdout.write(f"seed {words.seed}, {len(complaints)} complaints\n")
    for line in complaints[:40]:
        sys.stdout.write(f"{line}\n")
    sys.exit(1 if complaints else 0)


# -- a million files -----------------------------------------------------------------------------


def run(files: int, processes: int, seed: int) -> list[Tally]:
    """Every parser's share, in batches that the processes take one after another."""
    shares = sum(target.share for target in TARGETS)
    batches = [
        (target.name, min(_BATCH, count - start), seed + start)
        for target in TARGETS
        for count in [max(1, round(files * target.share / shares))]
        for start in range(0, count, _BATCH)
    ]
    tallies = {target.name: Tally(target.name) for target in TARGETS}
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        for tally in pool.map(_batch, batches):
            tallies[tally.target].add(tally)
    return list(tallies.values())


def _batch(batch: tuple[str, int, int]) -> Tally:
    name, count, seed = batch
    logging.disable(logging.CRITICAL)
    target = next(one for one in TARGETS if one.name == name)
    return attack(target, count, random.Random(f"{name} {seed}"))


def attack(target: Target, count: int, dice: random.Random) -> Tally:
    """So many files for one parser, in this process."""
    tally = Tally(target.name)
    target.read(target.seeds[0])  # what is loaded with the first file is no growth
    _forget_peak()
    before = _peak_mb()
    for number in range(count):
        content = make_file(target, dice)
        complaint = _one(target, content, tally)
        if complaint:
            tally.complaints.append(f"{target.name} {number}: {complaint}; {content[:4000]!r}")
    tally.grown_mb = _peak_mb() - before
    if tally.grown_mb > MOST_MB:
        tally.complaints.append(f"{target.name}: grew by {tally.grown_mb:.0f} MB")
    return tally


def _one(target: Target, content: bytes, tally: Tally) -> str:
    began = time.process_time()
    complaint = ""
    try:
        refusals = target.read(content)
        tally.read += 1
        for sentence in refusals:
            complaint = complaint or sentence_complaint(sentence)
    except KioskError as refusal:
        tally.refused += 1
        complaint = sentence_complaint(str(refusal))
        tally.sentences[getattr(refusal.args[0], "template", str(refusal))] += 1
    except Exception as error:  # noqa: BLE001 - that is what is looked for
        complaint = f"{type(error).__name__}: {error}"
    took = time.process_time() - began
    tally.files += 1
    tally.seconds += took
    tally.slowest_s = max(tally.slowest_s, took)
    return complaint or (f"took {took:.1f} s" if took > SLOWEST_S else "")


def sentence_complaint(sentence: str) -> str:
    """What is wrong with a refusal as a sentence; "" when nothing is."""
    if not sentence or len(sentence) > LONGEST_SENTENCE or sentence[-1] not in ".?":
        return f"no sentence: {sentence[:200]!r}"
    if not all(map(is_shown, sentence)):
        return f"cannot be shown: {sentence[:200]!r}"
    return ""


def _peak_mb() -> float:
    """Of this process since the peak was forgotten."""
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


def _forget_peak() -> None:
    Path("/proc/self/clear_refs").write_text("5")


# -- bombs ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Explosion:
    """What a bomb did."""

    name: str
    size: int
    seconds: float
    grown_mb: float
    complaint: str


def explode(bomb: Bomb) -> Explosion:
    """In a process of its own, so that its peak is its own; the file is not counted."""
    gc.collect()
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        os.close(reader)
        os.write(writer, _explode(bomb).encode())
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as answer:
        words = answer.read()
    os.waitpid(child, 0)
    if not words:
        return Explosion(bomb.name, 0, 0, 0, "killed its process")
    size, seconds, grown, complaint = words.split("|", 3)
    if not complaint and float(grown) > MOST_MB:
        complaint = f"grew by {grown} MB"
    return Explosion(bomb.name, int(size), float(seconds), float(grown), complaint)


def _explode(bomb: Bomb) -> str:
    content = bomb.make()
    tally = Tally(bomb.name)
    target = next(one for one in TARGETS if one.name == bomb.target)
    target.read(target.seeds[0])
    _forget_peak()
    before = _peak_mb()
    complaint = _one(target, content, tally)
    return f"{len(content)}|{tally.slowest_s}|{_peak_mb() - before}|{complaint[:400]}"


# -- the table -----------------------------------------------------------------------------------


def show(tallies: Sequence[Tally], bombs: Sequence[Explosion], traps: int) -> None:
    table = Table("Files", "Number", "Read", "Refused", "ms each", "Slowest, ms", "Grown, MB")
    for one in tallies:
        each = 1000 * one.seconds / max(1, one.files)
        table.add_row(
            one.target,
            *(str(count) for count in (one.files, one.read, one.refused)),
            *(f"{value:.2f}" for value in (each, 1000 * one.slowest_s, one.grown_mb)),
        )
    console = Console(width=110)
    console.print(table)
    sentences = sum((one.sentences for one in tallies), Counter[str]())
    console.print(f"{len(sentences)} different refusals; the most frequent:")
    for sentence, count in sentences.most_common(5):
        console.print(f"  {count:7}  {sentence[:90]}", markup=False)
    table = Table("Bomb", "kB", "Seconds", "Grown, MB")
    for bomb in bombs:
        size = f"{bomb.size / 1024:.0f}"
        table.add_row(bomb.name, size, f"{bomb.seconds:.2f}", f"{bomb.grown_mb:.0f}")
    console.print(table)
    console.print(f"{traps} folders full of traps.")
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    console.print(f"Peak memory of any process that read files: {children:.0f} MB.")


if __name__ == "__main__":
    main()
