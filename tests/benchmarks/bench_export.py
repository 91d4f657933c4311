"""`make bench`, the exports: a year of one athlete in every format, time and memory.

Beside the FIT activities stand their own records and beats packed barely: the same rows read from
the same history, a struct for each of two constant definitions, and the checksum as everybody
writes it; and three of the files by fit-tool.
"""

import argparse
import struct
import sys
import tempfile
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any, Final
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).parents[2]))

from kiosk.export import fit_activity
from kiosk.export.bundle import PDF, PLAIN, export
from kiosk.export.evening import write_evening
from kiosk.export.fit_activity import write_fit
from kiosk.export.fit_writer import FitStream, checksum
from kiosk.export.person import write_person
from kiosk.export.recording import Recording, recordings
from kiosk.export.report_facts import group_report
from kiosk.history.database import open_engine
from kiosk.history.queries import History
from kiosk.reports import report_writers
from screens.report import without_window, write_group
from tests.history.club import Size, make_club

FORMATS: Final = ("csv", "fit", "tcx", "summary", "json")
SESSIONS, SHORT_SESSIONS = 150, 4
COMPARED: Final = 10
"""Of the sessions stand beside the bare packing; the quickest of three times each."""
BY_FIT_TOOL: Final = 3
TARGET: Final = 2.0
FLAT_KB: Final = 8192
"""So much more memory for ten times the sessions is no growth."""
_BYTES: Final = [checksum(bytes([value])) for value in range(256)]


@dataclass(frozen=True, slots=True)
class Found:
    """What was measured."""

    lines: list[str]
    ratio: float
    grown_kb: int


@dataclass
class Packed:
    """Every record and hrv message of a file, as its numbers."""

    messages: list[tuple[Callable[..., bytes], tuple[int, ...]]] = field(
        default_factory=list[tuple[Callable[..., bytes], tuple[int, ...]]]
    )

    def stream(self, file: BytesIO, messages: Any) -> FitStream:
        into = self.messages

        class Noting(FitStream):
            def packer(self, kind: str) -> Callable[..., bytes]:
                pack = super().packer(kind)

                def noted(*numbers: int) -> bytes:
                    into.append((pack, numbers))
                    return pack(*numbers)

                return noted

        return Noting(file, messages)


def numbers_of(recording: Recording) -> Packed:
    packed = Packed()
    with patch.object(fit_activity, "FitStream", packed.stream):
        write_fit(BytesIO(), recording)
    return packed


def barely(recording: Recording, packed: Packed) -> bytes:
    """The least that a Python program does for these messages."""
    with recording.seconds() as seconds:
        for _ in seconds:
            pass
    with recording.beats() as beats:
        for _ in beats:
            pass
    content = bytearray()
    for pack, numbers in packed.messages:
        content += pack(*numbers)
    value = 0
    for byte in content:
        value = (value >> 8) ^ _BYTES[(value ^ byte) & 0xFF]
    return bytes(content) + struct.pack("<H", value)


def by_fit_tool(packed: Packed) -> float:
    """Processor seconds for the same messages."""
    builders = import_module("fit_tool.fit_file_builder")
    record_message: Any = import_module("fit_tool.profile.messages.record_message").RecordMessage
    hrv_message: Any = import_module("fit_tool.profile.messages.hrv_message").HrvMessage
    began = time.process_time()
    builder: Any = builders.FitFileBuilder(auto_define=True, min_string_size=32)
    for _, numbers in packed.messages:
        if len(numbers) > 5:
            record = record_message()
            record.timestamp = 1000 * (631_065_600 + numbers[0])
            record.heart_rate, record.cadence = numbers[1], numbers[2]
            record.distance, record.grade = numbers[3] / 100, numbers[4] / 100
            builder.add(record)
        else:
            beats = hrv_message()
            beats.time = [number / 1000 for number in numbers]
            builder.add(beats)
    builder.build().to_bytes()
    return time.process_time() - began


def quickest(work: Callable[[], object], times: int = 3) -> float:
    """Processor seconds."""
    found: list[float] = []
    for _ in range(times):
        began = time.process_time()
        work()
        found.append(time.process_time() - began)
    return min(found)


@contextmanager
def peak_kb() -> Generator[list[int]]:
    """The most resident memory from here on, of this process."""
    Path("/proc/self/clear_refs").write_text("5")
    peaks: list[int] = []
    yield peaks
    status = Path("/proc/self/status").read_text().splitlines()
    peaks.append(next(int(line.split()[1]) for line in status if line.startswith("VmHWM")))


def measure(folder: Path, count: int, *, in_full: bool = False) -> Found:
    """A history of `count` sessions of one athlete is made in `folder`, and exported there;
    `in_full` with reports as PDF, for which Qt must be there, and fit-tool, which takes a minute.
    """
    formats, writers = FORMATS, PLAIN
    if in_full:
        formats, writers = (*FORMATS, PDF), report_writers()
    make_club(
        folder / "club.sqlite3",
        Size(max(0.02, count / 700), people=1, variants=min(4, count), workouts=("step-up-80",)),
    )
    engine = open_engine(folder / "club.sqlite3")
    history = History(engine)
    whole = [one for one in history.sessions() if one.athletes[0].samples >= 4000]
    numbers = [one.id for one in whole[:count]]
    lines = [f"{len(numbers)} sessions of one athlete, {whole[0].athletes[0].samples} s each:"]
    out = folder / "exports"
    export(history, out, numbers[:1], formats, writers=writers)  # what is loaded once
    tenth = max(1, count // 10)
    with peak_kb() as few:
        export(history, out, numbers[:tenth], formats, writers=writers)
    with peak_kb() as many:
        for name in formats:
            wall, cpu = time.perf_counter(), time.process_time()
            files = export(history, out, numbers, [name], writers=writers)
            wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
            size = sum(path.stat().st_size for path in files)
            each = f"{1000 * cpu / len(files):.0f} ms of computing each"
            lines.append(
                f"{name:>8}: {wall:6.1f} s, {each}, {size / len(files) / 1000:.0f} kB each"
            )
    lines += _person_and_evening(history, out, numbers)
    lines.append(f"peak memory: {few[0]} kB for {tenth} sessions, {many[0]} kB for {count}")
    parts = [
        one for number in numbers[:COMPARED] for one in recordings(history, history.session(number))
    ]
    ours = bare = 0.0
    for part in parts:
        packed = numbers_of(part)
        bare += quickest(lambda part=part, packed=packed: barely(part, packed))
        ours += quickest(lambda part=part: write_fit(BytesIO(), part))
    ratio = ours / bare
    per = 1000 / len(parts)
    lines.append(
        f"FIT in memory: {ours * per:.1f} ms, packed barely {bare * per:.1f} ms: "
        f"{ratio:.2f} times (target {TARGET:g})"
    )
    if in_full:
        lines.append(_beside_fit_tool(parts, ours / len(parts)))
    engine.dispose()
    return Found(lines, ratio, many[0] - few[0])


def _person_and_evening(history: History, out: Path, numbers: list[int]) -> list[str]:
    """All of the athlete in one document, and the pages with everybody's folder: with nothing
    there, and once more after one session.
    """
    lines: list[str] = []
    athlete_id = history.roster()[0].id
    path = out / "person.json"
    with peak_kb() as peak:
        wall, cpu = time.perf_counter(), time.process_time()
        write_person(history, athlete_id, path)
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    size = path.stat().st_size / 1e6
    lines.append(f"  person: {wall:6.1f} s, {cpu:.1f} s of computing, {size:.0f} MB, {peak[0]} kB")
    path.unlink()
    today = date(2026, 6, 30)
    for words, ids in (("nothing was there", numbers), ("one session is new", numbers[-1:])):
        with peak_kb() as peak:
            wall, cpu = time.perf_counter(), time.process_time()
            written = write_evening(history, out, ids, today=today)
            wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
        lines.append(
            f" evening: {wall:6.1f} s, {cpu:.1f} s of computing, {len(written)} files, "
            f"{peak[0]} kB, {words}"
        )
    return lines


def _class_page(folder: Path) -> str:
    """Sixteen people on one page."""
    make_club(folder / "class.sqlite3", Size(0.05, people=40, variants=1, workouts=("step-up-80",)))
    engine = open_engine(folder / "class.sqlite3")
    history = History(engine)
    largest = max(history.sessions(), key=lambda session: len(session.athletes))
    everybody = recordings(history, largest)
    with peak_kb() as before:
        pass
    with peak_kb() as peak:
        cpu = time.process_time()
        write_group(page := BytesIO(), group_report(everybody))
        cpu = time.process_time() - cpu
    engine.dispose()
    size, more = len(page.getvalue()) // 1000, peak[0] - before[0]
    told = f"class page of {len(everybody)}: {cpu:.1f} s of computing, {size} kB"
    return f"{told}, {more} kB more memory"


def _beside_fit_tool(parts: list[Recording], ours_s: float) -> str:
    took = [by_fit_tool(numbers_of(part)) for part in parts[:BY_FIT_TOOL]]
    mean = sum(took) / len(took)
    return f"fit-tool: {mean:.2f} s for records and beats alone, {mean / ours_s:.0f} times ours"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--short", action="store_true", help="a few sessions only")
    count = SHORT_SESSIONS if parser.parse_args().short else SESSIONS
    without_window("en", "metric")
    with tempfile.TemporaryDirectory() as folder:
        found = measure(Path(folder), count, in_full=True)
        found.lines.append(_class_page(Path(folder)))
    sys.stdout.write("\n".join(found.lines) + "\n")
    return 0 if found.ratio <= TARGET and found.grown_kb < FLAT_KB else 1


if __name__ == "__main__":
    sys.exit(main())
