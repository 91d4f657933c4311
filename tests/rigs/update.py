"""Updates that are cut at any moment: afterwards a kiosk runs and its history is whole.

`python -m tests.rigs.update [--moments N] [--real N] [--seed N]`: the updater is a process of its
own that dies by SIGKILL at one of the things that it does to the disk or to other processes. Half
of the time the power is cut, and the kiosk dies with it; sometimes what recovers dies as well.
"""

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kiosk.release import journal, notes
from kiosk.release.layout import CURRENT, UPDATER
from tests.rigs.update_parts import (
    CLONE,
    NEW,
    OLD,
    SCHEMAS,
    Place,
    Process,
    make_file,
    make_place,
    updater_of,
    wrong_in_system,
)

KINDS = ("good", "broken", "refused")
RECORDED = ["Anna climbed 400 m", "Ben climbed 380 m"]
LIMIT_S = 120


@dataclass(frozen=True, slots=True)
class Verdict:
    """Of one trial."""

    runs: str | None
    """The version that is up in the end; None: no kiosk."""
    wrong: tuple[str, ...]


def child(place: Place, what: str, moment: int) -> int:
    """One process that updates or recovers; its exit status, negative when it was killed."""
    command = [sys.executable, "-m", "tests.rigs.update_parts", str(place.root), what, str(moment)]
    done = subprocess.run(command, cwd=CLONE, start_new_session=True, timeout=LIMIT_S, check=False)
    return done.returncode


@contextmanager
def running(place: Place) -> Generator[Process]:
    """The kiosk as it was before anybody updated it; nothing of it is left behind."""
    process = Process(place)
    process.start()
    try:
        wait_until_up(place)
        yield process
    finally:
        process.kill()


def moments_of(root: Path, release: Path) -> int:
    """How many things an update does that nobody interrupts."""
    place = make_place(root, release)
    with running(place):
        child(place, "update", 0)
    return int((place.root / "counted").read_text("ascii").split()[-1])


def trial(root: Path, release: Path, moment: int, cut: str, again: int = 0) -> Verdict:
    """An update that dies at `moment`; `cut` is "power" or "updater", and what recovers dies, too,
    at `again` if that is not 0.
    """
    place = make_place(root, release)
    with running(place) as process:
        child(place, "update", moment)
        if cut == "power":
            process.kill()
            if again:
                child(place, "recover", again)
            child(place, "recover", 0)
            notes.remove(place.data, notes.IDLE)
            process.start()
        else:  # the request's unit is started again, and first ends what was cut
            _go_on(place, process)
        is_up = wait_until_up(place)
        return judge(place, is_up=is_up)


def judge(place: Place, *, is_up: bool) -> Verdict:
    """What stands on the disk, and what runs."""
    home = place.home
    version = home.version_of(CURRENT)
    idle = notes.idle_of(place.data)
    first, *recorded = place.history.read_text("ascii").splitlines()
    checks = {
        "no kiosk is up": is_up,
        f"{idle} is up, and {version} is named": idle == (version, False),
        f"updates are carried out by {home.version_of(UPDATER)}": home.version_of(UPDATER)
        == version,
        "the journal is still there": journal.load(home.journal) is None,
        f"the history has {recorded}": recorded == RECORDED,
        f"the history is of schema {first}": first == SCHEMAS.get(version or ""),
        f"{version} is not whole": version in home.installed(),
        f"left over: {[path.name for path in home.releases.iterdir()]}": sorted(
            path.name for path in home.releases.iterdir()
        )
        == sorted(home.installed()),
    }
    wrong = tuple(sentence for sentence, is_right in checks.items() if not is_right)
    return Verdict(version if is_up else None, (*wrong, *wrong_in_system(place, version)))


def wait_until_up(place: Place) -> bool:
    ends = time.monotonic() + 20
    process = Process(place)
    while time.monotonic() < ends:
        if notes.idle_of(place.data) is not None and process.is_ready():
            return True
        time.sleep(0.005)
    return False


def _go_on(place: Place, process: Process) -> None:
    if journal.load(place.home.journal) is not None:
        process.stop()
        updater_of(place).recover()
        notes.remove(place.data, notes.IDLE)
    process.start()


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--moments", type=int, default=50)
    options.add_argument("--real", type=int, default=0, help="Moments with the real history.")
    options.add_argument("--seed", type=int, default=1)
    asked = options.parse_args()
    dice, began, failures = random.Random(asked.seed), time.monotonic(), 0
    ends: Counter[tuple[str, str | None]] = Counter()
    with tempfile.TemporaryDirectory(prefix="switchback-update-") as folder:
        base = Path(folder)
        files = {kind: make_file(base / kind, kind) for kind in KINDS}
        counts = {kind: moments_of(base / f"whole-{kind}", files[kind]) for kind in KINDS}
        for number in range(asked.moments):
            (kind,) = dice.choices(KINDS, (3, 2, 1))  # a good one goes the longest way
            cut, moment = dice.choice(("power", "updater")), dice.randint(1, counts[kind])
            again = dice.randint(1, 60) if dice.random() < 0.4 else 0
            verdict = trial(base / str(number), files[kind], moment, cut, again)
            ends[kind, verdict.runs] += 1
            if verdict.wrong or (kind != "good" and verdict.runs != OLD):
                failures += 1
                say(f"{kind}, {cut} at {moment}, again at {again}: {verdict}")
        say(f"{asked.moments} moments of {counts}, seed {asked.seed}: {failures} failures")
        for (kind, version), count in sorted(ends.items(), key=str):
            say(f"  {kind:8} ends with {version}: {count}")
        if asked.real:
            from tests.rigs import update_real  # noqa: PLC0415 - it needs this module

            failures += update_real.prove(base, asked.real, dice)
    say(f"{time.monotonic() - began:.0f} s; {NEW} is the new version, {OLD} the old one")
    return int(failures > 0)


if __name__ == "__main__":
    sys.exit(main())
