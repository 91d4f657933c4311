"""The same as `update` with the real history and a real migration, in minutes, not seconds."""

import random
import shutil
import sqlite3
import sys
import time
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from kiosk.history import migrate
from kiosk.history.database import open_engine
from kiosk.history.recorder import Recorder
from kiosk.history.roster import Roster
from kiosk.release import journal, notes
from kiosk.release.layout import CURRENT, MANIFEST, UPDATER
from kiosk.release.owner import Owner
from tests.rigs import gym
from tests.rigs.update import Verdict, child, say, wait_until_up
from tests.rigs.update_parts import (
    CLONE,
    NEW,
    OLD,
    Place,
    Process,
    lay_system,
    make_file,
    updater_of,
    wrong_in_system,
)
from tests.rigs.update_version import STEP

KINDS = ("good", "broken", "scribbler")
_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table'"
Rows = Mapping[str, list[tuple[object, ...]]]
WRAPPER = """#!/bin/sh
exec {python} {clone}/tests/rigs/update_version.py {version} {kind} {root} {more} "$@"
"""


def lay(place: Place, version: str, kind: str) -> None:
    programs = place.home.folder(version) / ".venv" / "bin"
    programs.mkdir(parents=True)
    words = {"python": sys.executable, "clone": CLONE, "version": version, "kind": kind}
    for name, more in (("python", ""), ("kiosk", 'kiosk "$0"')):
        program = programs / name
        program.write_text(WRAPPER.format(root=place.root, more=more, **words), "utf-8")
        program.chmod(0o755)


def make_place(root: Path, release: Path) -> Place:
    """A kiosk with a history of one session of four people, and the file that brings NEW."""
    place = Place(root)
    place.data.mkdir(parents=True, mode=0o700)
    (root / "real").touch()
    lay(place, OLD, "good")
    (place.home.folder(OLD) / MANIFEST).write_text("{}")
    place.home.point(CURRENT, OLD)
    place.home.point(UPDATER, OLD)
    scripts = root / "migrations"
    shutil.copytree(migrate.SCRIPTS, scripts)
    (scripts / "versions" / "0006_new.py").write_text(STEP, "utf-8")
    engine = open_engine(place.history)
    people = gym.hire(Roster(engine), 4)
    recorder = Recorder(engine, lambda sentence: None)
    recorder.start()
    recorder.put(gym.opening(1, people))
    for second in range(60):
        recorder.put(gym.second_of(1, people, second))
    recorder.put(gym.closing(1, people, 60))
    recorder.close()
    engine.dispose()
    lay_system(place)
    shutil.copy(release, root)
    shutil.copy(release.with_name("release.pub"), place.key)
    return place


def rows(history: Path, columns: Mapping[str, str] | None = None) -> Rows:
    """Everything of every table; with `columns` only those."""
    with closing(sqlite3.connect(history)) as opened:
        names = [name for (name,) in opened.execute(_TABLES)]
        found: dict[str, list[tuple[object, ...]]] = {}
        for name in sorted(names):
            if name != "alembic_version" and not name.startswith("sqlite_"):
                which = columns_of(opened, name) if columns is None else columns[name]
                query = f"SELECT {which} FROM {name}"  # noqa: S608 - of the schema's names
                found[name] = sorted(opened.execute(query), key=repr)
    return found


def columns_of(opened: sqlite3.Connection, name: str) -> str:
    return ", ".join(row[1] for row in opened.execute(f"PRAGMA table_info({name})"))


def all_columns(history: Path) -> dict[str, str]:
    with closing(sqlite3.connect(history)) as opened:
        names = [name for (name,) in opened.execute(_TABLES)]
        return {name: columns_of(opened, name) for name in names}


def trial(root: Path, release: Path, moment: int, cut: str) -> Verdict:
    place = make_place(root, release)
    columns = all_columns(place.history)
    before = rows(place.history)
    process = Process(place)
    try:
        process.start()
        wait_until_up(place)
        child(place, "update", moment)
        if cut == "power":
            process.kill()
            child(place, "recover", 0)
            notes.remove(place.data, notes.IDLE)
        elif journal.load(place.home.journal) is not None:
            process.stop()
            updater_of(place, Owner(place.home, place.data)).recover()
            notes.remove(place.data, notes.IDLE)
        process.start()
        is_up = wait_until_up(place)
        process.stop()
        return _judge(place, before, columns, is_up=is_up)
    finally:
        process.kill()


def _judge(place: Place, before: Rows, columns: Mapping[str, str], *, is_up: bool) -> Verdict:
    version = place.home.version_of(CURRENT)
    after = rows(place.history, columns)
    wrong = [] if is_up else ["no kiosk is up"]
    for name, kept in before.items():
        missing = [row for row in kept if row not in after[name]]
        if missing:
            wrong.append(f"{len(missing)} rows of {name} are lost")
    with closing(sqlite3.connect(place.history)) as opened:
        (schema,) = opened.execute("SELECT version_num FROM alembic_version").fetchone()
        (verdict,) = opened.execute("PRAGMA integrity_check").fetchone()
        (orphans,) = opened.execute("SELECT count(*) FROM pragma_foreign_key_check").fetchone()
    if schema != {OLD: "0005", NEW: "0006"}.get(version or ""):
        wrong.append(f"{version} has a history of schema {schema}")
    if verdict != "ok" or orphans:
        wrong.append(f"the history is damaged: {verdict}, {orphans} rows point nowhere")
    wrong += wrong_in_system(place, version)
    if journal.load(place.home.journal) is not None:
        wrong.append("the journal is still there")
    return Verdict(version if is_up else None, tuple(wrong))


def prove(base: Path, count: int, dice: random.Random) -> int:
    """So many moments; how many failed."""
    failures, began = 0, time.monotonic()
    files = {kind: make_file(base / f"real-{kind}", kind) for kind in KINDS}
    kept = 0
    for number in range(count):
        kind, cut = dice.choice(KINDS), dice.choice(("power", "updater"))
        moment = 0 if kind == "scribbler" else dice.randint(60, 200)
        place = base / f"real-{number}"
        verdict = trial(place, files[kind], moment, cut)
        if kind == "scribbler" and verdict.runs == OLD:
            kept += len(rows(place / "data" / "history.sqlite3")["session"]) == 2
        if verdict.wrong or (kind != "good" and verdict.runs != OLD):
            failures += 1
            say(f"real history, {kind}, {cut} at {moment}: {verdict}")
        shutil.rmtree(place)
    say(f"{count} moments with the real history: {failures} failures, {kept} times what the new")
    say(f"  version had recorded was kept by the old one; {time.monotonic() - began:.0f} s")
    return failures
