"""The support bundle: useful to whoever helps, and nothing of anybody in it."""

import io
import json
import logging
import re
import zipfile
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

import pytest
from argon2 import PasswordHasher

from kiosk.clock import ManualClock
from kiosk.health_desk import HealthDesk
from kiosk.health_port import HealthLine, HealthRead, SupportWritten
from kiosk.history.admin import Staff
from kiosk.history.database import DATABASE_NAME, open_engine
from kiosk.history.roster import Roster
from kiosk.log_tail import MOST_LINES, LogTail, keep_tail, tail
from kiosk.scrubbed import scrub, words_of
from kiosk.settings import Settings, StationSettings
from kiosk.support_bundle import Seen, write_bundle

QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
NAMES = (
    "Żółć Gęślą-Jaźń", "Ngozi Adichie", "Disk Strap", "O'Brien-Łukasz", "שרה כהן", "مريم",
    "Mark Start", "Zed", "Ødegård", "李小龙", "Xochitl Q.", "anna-lena",
)  # fmt: skip
RELEASE = "/opt/switchback/releases/1.4.0/.venv/lib/python3.13/site-packages"
GONE = ("Quetzalcoatl", "Wolfeschlegelstein")
"""Erased long ago: nobody knows them any more, but the journal."""
STRAPS = (48213, 10007, 65533, 31999)
BPM = (187, 203)


def journal() -> Iterator[str]:
    """As the unit's lines are, with everything in them that must not leave the house."""
    said = [f"WARNING kiosk.app: {name} wears strap {STRAPS[0]}" for name in (*NAMES, *GONE)]
    said += [f"INFO kiosk.history: strap {strap} heard {BPM[0]} bpm" for strap in STRAPS]
    said += [f"ERROR kiosk.export: Athletes/{name}/2026-05-12.csv: No space" for name in NAMES]
    said += [
        "ERROR kiosk.somewhere: The kiosk stops because of a fault in the program",
        "Traceback (most recent call last):",
        f'  File "{RELEASE}/kiosk/app.py", line 133, in pump',
        f"    raise HistoryError({NAMES[1]!r}, {BPM[1]})",
        f"kiosk.errors.HistoryError: the history of {GONE[0]} with {BPM[1]} bpm is full",
        "switchback.service: Main process exited, code=killed, status=6/ABRT",
    ]
    for number, message in enumerate(said):
        yield json.dumps(
            {"__REALTIME_TIMESTAMP": str(1_780_000_000_000_000 + number), "PRIORITY": "4",
             "MESSAGE": message}
        )  # fmt: skip
    yield json.dumps(
        {"__REALTIME_TIMESTAMP": "1780000000000000", "MESSAGE": list(NAMES[0].encode())}
    )
    yield "no JSON at all " + NAMES[0]


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    data = tmp_path_factory.mktemp("support") / "data"
    engine = open_engine(data / DATABASE_NAME)
    roster = Roster(engine)
    for number, name in enumerate(NAMES):
        roster.add(name, STRAPS[number : number + 1], max_hr=float(BPM[0]))
    Staff(engine, None, QUICK).add("Pia Trainerin", "7391")
    engine.dispose()
    stations = (StationSettings(name="Ngozis Laufband", equipment=STRAPS[3]),)
    base = Settings(data_directory=str(data), stations=stations)
    club = base.club.model_copy(update={"name": "Bergverein Hinterzarten"})
    return base.model_copy(update={"club": club})


SEEN = Seen(
    devices=[
        {"what": "ant", "verdict": "ok", "message": f"2 straps on the air: {STRAPS[0]} (187)"},
        {"what": "incline:Ngozis Laufband", "verdict": "problem", "message": f"of {NAMES[1]}"},
    ],
    machine=[HealthLine("start", "Running", "note", f"ended so: {GONE[1]}")],
)


def contents(settings: Settings) -> dict[str, str]:
    file = io.BytesIO()
    write_bundle(file, settings, SEEN, journal)
    with zipfile.ZipFile(file) as bundle:
        return {name: bundle.read(name).decode("utf-8") for name in bundle.namelist()}


def test_nobodys_name_strap_or_heart_rate_leaves_the_house(settings: Settings) -> None:
    found = contents(settings)
    everything = "\n".join(found.values())
    told = {n for name in (*NAMES, *GONE, "Pia", "Trainerin") for n in (name, name.casefold())}
    for word in told | {"Laufband", "Hinterzarten", "Łukasz", "Adichie"}:
        for written in (word, json.dumps(word)[1:-1]):
            whole = re.compile(rf"(?<!\w){re.escape(written)}(?!\w)")
            assert not whole.search(everything), word
    for strap in STRAPS:
        assert str(strap) not in everything, strap
    said = found["journal.txt"] + found["devices.json"] + found["machine.json"]
    for bpm in BPM:  # elsewhere a count may be the same by chance
        assert str(bpm) not in said, bpm


def test_a_word_of_ours_that_is_somebodys_name_goes_too() -> None:
    line = "WARNING kiosk.app: the disk is full: take the strap off"
    assert scrub(line) == line
    scrubbed = scrub(line, words_of(["Disk Strap"]))
    assert "disk" not in scrubbed
    assert "strap" not in scrubbed


def test_whoever_helps_sees_what_happened_and_where(settings: Settings) -> None:
    found = contents(settings)
    assert "The kiosk stops because of a fault in the program" in found["journal.txt"]
    assert 'File "kiosk/app.py", line 133, in pump' in found["journal.txt"]
    assert "kiosk.errors.HistoryError: the history of … with # bpm is full" in found["journal.txt"]
    assert "status=#/ABRT" in found["journal.txt"]
    history = json.loads(found["history.json"])
    assert history["schema"] == ["0005"]
    assert history["rows"]["athlete"] == len(NAMES)
    assert json.loads(found["versions.json"])["switchback"]
    assert json.loads(found["configuration.json"])["stations"][0]["equipment"] is True


def test_a_history_that_cannot_be_read_is_said_in_the_bundle(tmp_path: Path) -> None:
    (tmp_path / DATABASE_NAME).write_bytes(b"no history at all, but long enough" * 100)
    found = contents(Settings(data_directory=str(tmp_path)))
    assert json.loads(found["history.json"])["trouble"] == "DatabaseError"
    assert GONE[0] not in found["journal.txt"]


def test_without_a_journal_the_kiosks_own_newest_lines_are_there() -> None:
    keep_tail()
    keep_tail()
    log = logging.getLogger("kiosk.somewhere")
    try:
        log.warning("%s wears strap %d", NAMES[0], STRAPS[0])
        for _ in range(2 * MOST_LINES):
            log.warning("No ANT stick found: plug one into a USB port")
        assert len(tail()) == MOST_LINES
        assert json.loads(tail()[-1])["MESSAGE"].startswith("WARNING kiosk.somewhere: No ANT")
    finally:
        root = logging.getLogger()
        root.handlers[:] = [one for one in root.handlers if not isinstance(one, LogTail)]
    assert tail() == []


# -- onto a stick ----------------------------------------------------------------------------------


class Here(Executor):
    """The disk's thread and that of exports, without one."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        done = Future[Any]()
        done.set_result(fn(*args, **kwargs))
        return done

    def beside(self, work: Callable[[], None]) -> None:
        work()


class OneStick:
    """A stick that is in, or none."""

    def __init__(self, place: Path | None) -> None:
        self.place = place
        self.is_usable = True
        self.closed = 0

    @property
    def is_in(self) -> bool:
        return self.place is not None

    is_plugged_in = is_in

    def open(self) -> Path | None:
        return self.place

    def close(self) -> None:
        self.closed += 1


@pytest.mark.parametrize("has_stick", [True, False])
def test_the_button_writes_onto_the_stick_or_says_that_none_is_in(
    settings: Settings, tmp_path: Path, clock: ManualClock, has_stick: bool
) -> None:
    place = tmp_path / "stick"
    place.mkdir()
    stick, said = OneStick(place if has_stick else None), list[HealthRead | SupportWritten]()
    here = Here()
    desk = HealthDesk(settings, clock, said.append, here, here, sticks=stick, devices=list)
    desk.look()
    desk.write_support(7)
    read, done = said
    assert isinstance(read, HealthRead)
    assert {line.what for line in read.lines} >= {"power", "space", "versions"}
    assert isinstance(done, SupportWritten)
    if has_stick:
        assert (done.ask, done.name, done.refusal) == (7, "switchback-support.zip", "")
        assert zipfile.is_zipfile(place / "Switchback" / done.name)
        assert stick.closed == 1
    else:
        assert done.refusal == "No stick is in: put one in and try again."
