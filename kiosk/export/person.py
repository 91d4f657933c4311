"""Everything of one person in one folder: each session as files, and who they are."""

import json
import os
import shutil
from collections.abc import Generator
from datetime import date
from pathlib import Path

from sqlalchemy import Engine

from kiosk.errors import ExportError
from kiosk.export.bundle import folder_name
from kiosk.export.csv_files import write_csv
from kiosk.export.file_names import file_stem
from kiosk.export.fit_activity import write_fit
from kiosk.export.recording import recordings
from kiosk.export.safe_file import make_folder, whole_file
from kiosk.history.person import person_as_json, sessions_of
from kiosk.history.queries import History

PERSON_FILE = "person.json"


def take_away(
    engine: Engine, athlete_id: int, out: Path, today: date
) -> Generator[tuple[int, int], None, Path]:
    """Writes `NAME-DATE` into `out` and gives its path; yields sessions written and to be written,
    before each of them: whoever drives it may do something else in between.

    Under its name the folder has all of it or is not there. Raises ExportError for a disk that does
    not take it, HistoryError for somebody unknown.
    """
    person = person_as_json(engine, athlete_id)
    make_folder(out)
    name = _free(out, f"{file_stem(str(person['person']['name']))}-{today.isoformat()}")
    part = out / f".{name}.part"
    shutil.rmtree(part, ignore_errors=True)  # of an attempt that was cut
    try:
        make_folder(part)
        yield from _write_sessions(engine, athlete_id, part)
        with whole_file(part / PERSON_FILE) as file:
            told = json.dumps(person, ensure_ascii=False, indent=2, default=str)
            file.write(told.encode())
        return _named(part, out / name)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _write_sessions(
    engine: Engine, athlete_id: int, folder: Path
) -> Generator[tuple[int, int], None, None]:
    history, numbers = History(engine), sessions_of(engine, athlete_id)
    for done, number in enumerate(numbers):
        yield done, len(numbers)
        session = history.session(number)
        stem = folder_name(session)
        (own,) = (r for r in recordings(history, session) if r.who.athlete_id == athlete_id)
        with own.samples() as seconds, whole_file(folder / f"{stem}.csv") as file:
            write_csv(file, own.plan, seconds)
        with whole_file(folder / f"{stem}.fit") as file:
            write_fit(file, own)
        beats = [
            f"{one.elapsed_s},{rr_ms:.1f}\r\n"
            for one in history.beats(number, athlete_id)
            for rr_ms in one.rr_ms
        ]
        if beats:
            with whole_file(folder / f"{stem}-beats.csv") as file:
                file.write("".join(["elapsed_s,rr_ms\r\n", *beats]).encode())


def _free(out: Path, name: str) -> str:
    """The name, or with a number where something was taken away on the same day."""
    number = 1
    candidate = name
    while (out / candidate).exists():
        number += 1
        candidate = f"{name}-{number}"
    return candidate


def _named(part: Path, path: Path) -> Path:
    try:
        part.rename(path)
        descriptor = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise ExportError(f"{path} cannot be written: look at the disk, then try again.") from error
    return path
