"""`make prove-vm-kiosk`: the shipped unit under a real systemd: ready, watched, restarted, cut."""

import argparse
import csv
import io
import sys
import time
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise
from typing import Final

from rich.console import Console
from rich.table import Table

from tests.vm.image import NoMachineError, ready
from tests.vm.kiosk_home import ATHLETES, DATA, READY_S, RELEASE, UNIT, Home
from tests.vm.machine import KVM, machine
from tests.vm.recipe import HOME
from tests.vm.waiting import until

MOST_LOST_S: Final = 2.0
"""Beside the second that runs."""
CUT_AFTER_S: Final = 20
_NEWER: Final = "# of a newer release"
_CHECK: Final = (
    "import sqlite3, sys; "
    "print(sqlite3.connect(sys.argv[1]).execute('PRAGMA integrity_check').fetchone()[0])"
)


@dataclass
class Row:
    """One line of the table."""

    what: str
    found: str = ""
    complaints: list[str] = field(default_factory=list[str])


def first_frame(home: Home) -> Row:
    """From the unit's start to READY=1, which the window says with its first frame."""
    row = Row("start to first frame")
    home.machine.must("systemctl", "start", "--no-block", UNIT)
    told = home.ready()
    row.found = f"{_seconds(told, 'ActiveEnter', 'InactiveExit'):.1f} s, {told['StatusText']}"
    return row


def watchdog_fed(home: Home) -> Row:
    """By the thread that draws: three times, at a third of its limit."""
    row = Row("watchdog fed")
    limit_s = int(home.unit()["WatchdogUSec"].removesuffix("s"))
    seen: list[float] = []

    def look() -> bool | None:
        at = int(home.unit()["WatchdogTimestampMonotonic"]) / 1e6
        if at not in seen:
            seen.append(at)
        return True if len(seen) == 4 else None

    until("three beats", look, 4 * limit_s, rest_s=0.5)
    apart = [later - earlier for earlier, later in pairwise(seen[1:])]
    row.found = f"every {max(apart):.1f} s at most, of {limit_s} s"
    if max(apart) > limit_s / 2:
        row.complaints.append("it comes close to its limit")
    return row


def stopped(home: Home) -> Row:
    """Everything in the kiosk's process stands still, the thread that draws among it."""
    row = Row("blocked: restarted")
    before = home.unit()
    pid = home.machine.must("cat", "/run/switchback/kiosk.pid").strip()
    home.machine.must("sh", "-c", f"kill -STOP {pid}")
    began = time.monotonic()
    restarts = int(before["NRestarts"]) + 1

    def look() -> bool | None:
        return True if int(home.unit()["NRestarts"]) >= restarts else None

    until("a restart", look, READY_S, rest_s=0.5)
    again_s = time.monotonic() - began
    home.ready(after=restarts)
    row.found = f"by systemd after {again_s:.0f} s, ready after {time.monotonic() - began:.0f} s"
    told = ("journalctl", "-b", "-q", "-u", UNIT, "-g", "Watchdog timeout")
    if home.machine.run(*told).code:
        row.complaints.append("it was not the watchdog")
    home.machine.must("systemctl", "stop", UNIT, patience_s=120)
    return row


def power_cut(home: Home) -> Row:
    """In the middle of a class; the next boot starts the kiosk by itself."""
    row = Row("power cut in a session")
    words = [word for name in ATHLETES for word in ("--athlete", name)]
    protocol = ("--protocol", "/etc/switchback/cut.toml")
    home.plug_in()
    home.start("class", "run", "--headless", *protocol, *words, "--until-done")
    until("a class", lambda: _rows_of(home) >= CUT_AFTER_S or None, READY_S)
    cut_at = float(home.machine.must("date", "+%s.%N"))
    home.machine.cut_power()
    home.machine.boot()
    told = home.ready()
    after_s = int(told["ActiveEnterTimestampMonotonic"]) / 1e6
    row.found = f"ready {after_s:.0f} s after power came back"
    verdict = home.machine.must("python3", "-c", _CHECK, f"{DATA}/history.sqlite3").strip()
    if verdict != "ok":
        row.complaints.append(f"the history: {verdict}")
    states = [(one["id"], one["state"]) for one in home.sessions()]
    if states != [(1, "open")]:
        row.complaints.append(f"not offered again: {states}")
    lost = [cut_at - last for last in _last_seconds(home)]
    row.found += f"; lost {max(lost):.1f} s with the second that ran"
    if max(lost) > MOST_LOST_S + 1:
        row.complaints.append("more than was allowed")
    return row


def gone_on(home: Home) -> Row:
    """As the athlete would by one touch, from the command line: there is no finger here."""
    row = Row("gone on with")
    home.machine.must("systemctl", "stop", UNIT, patience_s=120)
    home.plug_in()
    home.start("again", "sessions", "resume", "1")

    def look() -> bool | None:
        return True if home.unit("again")["ActiveState"] in ("inactive", "failed") else None

    until("the end of the class", look, READY_S, rest_s=1.0)
    (session,) = home.sessions()
    parts = {one["name"]: one["duration_s"] for one in session["athletes"]}
    row.found = f"{session['state']}: {parts}"
    if session["state"] != "recovered" or set(parts.values()) != {150}:
        row.complaints.append("the class did not end as planned")
    return row


def renewed(home: Home) -> Row:
    """What an update starts after the switch, with the rights that its unit leaves it."""
    row = Row("units and rules renewed")
    home.lay_down_system()
    unit, rule = f"/etc/systemd/system/{UNIT}", "/etc/udev/rules.d/70-switchback-ant.rules"
    changed = "/etc/polkit-1/rules.d/50-switchback-sticks.rules"
    for path in (f"{HOME}/systemd/{UNIT}", f"{HOME}/systemd/70-switchback-ant.rules"):
        home.machine.must("sh", "-c", f"echo '{_NEWER}' >>{path}")
    home.machine.must("sh", "-c", f"echo '// mine' >>{changed}")
    home.machine.must("systemctl", "start", f"switchback-system@{RELEASE}", patience_s=READY_S)
    for path in (unit, rule):
        if _NEWER not in home.machine.must("cat", path):
            row.complaints.append(f"{path} is not the release's")
    if home.unit()["NeedDaemonReload"] != "no":
        row.complaints.append("systemd has not read the new unit")
    kept = home.machine.must("cat", "/usr/local/lib/switchback/setup/kept.txt").split()
    if kept != [changed] or "// mine" not in home.machine.must("cat", changed):
        row.complaints.append(f"somebody's change did not stay: {kept}")
    row.found = f"by its own unit; kept: {' '.join(kept)}"
    return row


def _rows_of(home: Home) -> int:
    """Seconds on the disk of whoever has the fewest."""
    found = [athlete["samples"] for one in home.sessions() for athlete in one["athletes"]]
    return min(found, default=0)


def _last_seconds(home: Home) -> Generator[float]:
    """The end of everybody's last row, seconds since 1970."""
    out = f"{DATA}/looked-at"
    home.switchback("export", "--out", out, "--session", "1", "--format", "csv")
    files = home.machine.must("find", out, "-name", "*.csv").split()
    for file in files:
        text = home.machine.must("cat", file).removeprefix("\ufeff")
        rows = list(csv.DictReader(io.StringIO(text)))
        yield datetime.fromisoformat(rows[-1]["time_utc"]).timestamp() + 1.0


def _seconds(told: dict[str, str], later: str, earlier: str) -> float:
    times = [int(told[f"{name}TimestampMonotonic"]) for name in (later, earlier)]
    return (times[0] - times[1]) / 1e6


WORKS: Final[tuple[Callable[[Home], Row], ...]] = (
    first_frame,
    watchdog_fed,
    stopped,
    power_cut,
    gone_on,
    renewed,
)


def main() -> None:
    argparse.ArgumentParser(description=__doc__).parse_args()
    try:
        rows = list(_rows())
    except NoMachineError as error:
        sys.stdout.write(f"skipped: {error}\n")
        sys.exit(2)
    table = Table(title="The shipped unit in a Debian of its own")
    for column in ("what", "failures", "found"):
        table.add_column(column)
    for row in rows:
        table.add_row(row.what, "; ".join(row.complaints) or "none", row.found)
    Console(width=None if sys.stdout.isatty() else 160).print(table)
    sys.exit(1 if any(row.complaints for row in rows) else 0)


def _rows() -> Generator[Row]:
    with machine(ready()) as one:
        home = Home(one)
        one.boot()
        one.take_tree()
        home.move_in()
        means = "KVM" if one.acceleration == KVM else "emulation"
        yield Row("the machine", f"booted by {means} in {one.booted_s:.0f} s")
        for work in WORKS:
            row = work(home)
            sys.stdout.write(f"{row.what}: {row.found} {row.complaints}\n")
            sys.stdout.flush()
            yield row


if __name__ == "__main__":
    main()
