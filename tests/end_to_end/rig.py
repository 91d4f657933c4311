"""Real processes: virtual devices on ptys, the kiosk without a window, and what it left on disk."""

import bisect
import csv
import json
import logging
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import closing, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from datetime import datetime
from io import StringIO
from pathlib import Path

import pytest

from kiosk import cli
from kiosk.history.database import DATABASE_NAME, open_engine
from kiosk.history.roster import Roster
from tests.stopwatch import Stopwatch

STATION = "Treadmill 1"
SHORT_STEPS = """
id = "short"
name = "Short steps"
modality = "treadmill"
[[steps]]
name = "Warm-up"
kind = "warm-up"
duration = "{0} s"
[[steps]]
name = "Climb"
kind = "work"
duration = "{1} s"
heart_rate = {{ zone = 3, part = "mid" }}
grade_percent = 10
speed_kmh = 5.5
[[steps]]
name = "Easy"
kind = "cool-down"
duration = "{2} s"
"""


@dataclass
class Row:
    """One line of the exported CSV."""

    elapsed_s: int
    utc_ms: int
    step: str
    bpm: int | None
    grade: float | None
    raw: dict[str, str]


@dataclass
class Log:
    """What a virtual device sent: values by time, for each device number (0: the sensor)."""

    times: dict[int, list[int]] = field(default_factory=dict)
    values: dict[int, list[float]] = field(default_factory=dict)

    @staticmethod
    def read(path: Path) -> "Log":
        log = Log()
        with path.open(encoding="utf-8", newline="") as file:
            for line in csv.DictReader(file):
                device = int(line.get("device_number", 0))
                value = line.get("bpm") or line["grade_percent"]
                log.times.setdefault(device, []).append(int(line["utc_ms"]))
                log.values.setdefault(device, []).append(float(value))
        return log

    def between(self, device: int, from_ms: int, to_ms: int) -> list[float]:
        """Everything sent in [from_ms, to_ms)."""
        times = self.times.get(device, [])
        return self.values.get(device, [])[
            bisect.bisect_left(times, from_ms) : bisect.bisect_left(times, to_ms)
        ]


class Rig:
    """One kiosk's configuration, its devices and its data, all in one folder."""

    def __init__(self, folder: Path, watch: Stopwatch) -> None:
        self.folder = folder
        self._watch = watch
        self.ant = folder / "ant"
        self.incline = folder / "incline"
        self.data = folder / "data"
        self.config = folder / "kiosk.toml"
        self.protocol = folder / "short.toml"
        self._running: list[subprocess.Popen[str]] = []
        self.config.write_text(
            f'data_directory = "{self.data}"\n[ant]\nport = "{self.ant}"\n'
            f'[[stations]]\nname = "{STATION}"\nkind = "treadmill"\n[stations.incline]\n'
            f'driver = "witmotion"\nport = "{self.incline}"\nbaud = 115200\n'
        )

    @property
    def environment(self) -> dict[str, str]:
        return {k: v for k, v in os.environ.items() if not k.startswith("SWITCHBACK_")} | {
            "SWITCHBACK_CONFIG": str(self.config)
        }

    def start(self, *words: str | Path) -> subprocess.Popen[str]:
        """A command in the background; ended by close()."""
        process = subprocess.Popen(
            [sys.executable, "-m", "kiosk", *map(str, words)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=self.environment,
            text=True,
        )
        self._running.append(process)
        return process

    def run(self, *words: str | Path, timeout: float = 400) -> subprocess.CompletedProcess[str]:
        """A command to its end."""
        return subprocess.run(
            [sys.executable, "-m", "kiosk", *map(str, words)],
            capture_output=True,
            env=self.environment,
            text=True,
            timeout=timeout,
            check=False,
        )

    def ask(self, *words: str | Path) -> subprocess.CompletedProcess[str]:
        """A command that only says something, through the same entry in this process: to start
        an interpreter for each sentence would take most of these tests' time.
        """
        said, wrong, status = StringIO(), StringIO(), 0
        handlers = logging.getLogger().handlers[:]
        signals = {one: signal.getsignal(one) for one in (signal.SIGTERM, signal.SIGINT)}
        with pytest.MonkeyPatch.context() as patch:
            for name in [name for name in os.environ if name.startswith("SWITCHBACK_")]:
                patch.delenv(name)
            patch.setenv("SWITCHBACK_CONFIG", str(self.config))
            patch.setattr(sys, "argv", ["switchback", *map(str, words)])
            with redirect_stdout(said), redirect_stderr(wrong):
                try:
                    cli.main()
                except SystemExit as ended:
                    status = ended.code
        logging.getLogger().handlers[:] = handlers
        for one, handler in signals.items():
            signal.signal(one, handler)
        assert isinstance(status, int)
        return subprocess.CompletedProcess(list(words), status, said.getvalue(), wrong.getvalue())

    def done(self, *words: str | Path) -> str:
        """A command that must end with status 0; what it printed."""
        ended = self.run(*words)
        assert ended.returncode == 0, ended.stderr
        assert "Traceback" not in ended.stderr
        return ended.stdout

    def wait_for(self, condition: Callable[[], object], what: str, limit_s: float = 60) -> None:
        """A shared machine may stand still for many seconds: the limit only catches a hang."""
        deadline = time.monotonic() + limit_s
        while not condition():
            for process in self._running:
                if process.poll() not in (None, 0, -signal.SIGKILL):
                    raise AssertionError(f"while waiting for {what}: {process.communicate()[1]}")
            assert time.monotonic() < deadline, f"{what} did not happen in {limit_s} s"
            time.sleep(0.05)

    def plug_in(self, ant: Sequence[str | Path] = (), incline: Sequence[str | Path] = ()) -> None:
        """Starts both virtual devices with logs, and waits until they are there."""
        self.start("virtual", "ant", "--link", self.ant, "--log", self.folder / "ant.csv", *ant)
        self.start(
            "virtual", "incline", "--link", self.incline, "--log", self.folder / "incline.csv",
            *incline,
        )  # fmt: skip
        self.wait_for(self.ant.exists, "the virtual stick")
        self.wait_for(self.incline.exists, "the virtual sensor")

    def add_athletes(self, count: int) -> list[str]:
        """On the roster with the straps 10001, 10002, …"""
        names = [f"Athlete {number}" for number in range(1, count + 1)]
        engine = open_engine(self.data / DATABASE_NAME)
        for number, name in enumerate(names, 10_001):
            Roster(engine).add(name, [number], max_hr=190, resting_hr=50)
        engine.dispose()
        return names

    def class_words(self, names: Sequence[str], *lengths: int) -> list[str | Path]:
        """The words that run a class of short steps until it is done."""
        self.protocol.write_text(SHORT_STEPS.format(*lengths))
        words: list[str | Path] = ["run", "--headless", "--protocol", self.protocol]
        for name in names:
            words += ["--athlete", name]
        return [*words, "--until-done"]

    def recorded(self) -> int:
        """Samples so far of the athlete who has most, -1 before there is a session; cheap to ask
        while something is waited for.
        """
        try:
            with closing(
                sqlite3.connect(f"file:{self.data / DATABASE_NAME}?mode=ro", uri=True)
            ) as at:
                if at.execute("select count(*) from session").fetchone()[0] == 0:
                    return -1
                counts = at.execute(
                    "select count(*) from live group by session_athlete_id"
                ).fetchall()
        except sqlite3.OperationalError:
            return -1  # not made yet, or busy
        return max((count for (count,) in counts), default=0)

    def sessions(self) -> list[dict[str, object]]:
        return json.loads(self.done("sessions", "list", "--json"))

    def export(self) -> dict[str, list[Row]]:
        """Every row of the newest session by athlete, through the CSV files."""
        out = self.folder / "out"
        newest = str(self.sessions()[-1]["id"])
        self.done("export", "--out", out, "--session", newest)
        folder = next(path for path in out.iterdir() if path.name.endswith(f"-{newest}"))
        return {path.stem.replace("-", " "): read_rows(path) for path in folder.glob("*.csv")}

    def was_halted(self, row: Row) -> bool:
        """Whether this machine stood still about this second: then nobody sent or heard anything
        that could be relied on, and the row may say so.
        """
        return self._watch.was_halted(row.utc_ms - 1000, row.utc_ms + 2000)

    def unheard(self, rows: Sequence[Row]) -> list[Row]:
        """Seconds without a heart rate that no halt of this machine explains."""
        return [row for row in rows if row.bpm is None and not self.was_halted(row)]

    def wrong_heart_rates(self, rows: Sequence[Row], log: Log, strap: int) -> list[Row]:
        """The same without the seconds in which a message was read long after it was sent."""
        found = wrong_heart_rates(rows, log, strap)
        return [row for row in found if not self.was_halted(row)]

    def end_devices(self) -> None:
        for process in self._running:
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
        for process in self._running:
            process.communicate(timeout=120)
        self._running.clear()


def read_rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [
            Row(
                int(line["elapsed_s"]),
                round(datetime.fromisoformat(line["time_utc"]).timestamp() * 1000),
                line["step"],
                int(line["heart_rate_bpm"]) if line["heart_rate_bpm"] else None,
                float(line["grade_percent"]) if line["grade_percent"] else None,
                line,
            )
            for line in csv.DictReader(file)
        ]


def wrong_heart_rates(rows: Sequence[Row], log: Log, strap: int, slack_ms: int = 25) -> list[Row]:
    """Rows whose heart rate is not what the strap sent last in that second.

    The log is written just before the byte leaves and the row is stamped when it arrives, so a
    message within `slack_ms` of a second's edge may count on either side.
    """
    wrong: list[Row] = []
    for row in rows:
        last = log.between(strap, row.utc_ms, row.utc_ms + 1000)[-1:]
        edges = log.between(strap, row.utc_ms - slack_ms, row.utc_ms + slack_ms)
        edges += log.between(strap, row.utc_ms + 1000 - slack_ms, row.utc_ms + 1000 + slack_ms)
        before_last = log.between(strap, row.utc_ms, row.utc_ms + 1000 - slack_ms)[-1:]
        if row.bpm is not None and row.bpm not in {*last, *edges, *before_last}:
            wrong.append(row)
    return wrong
