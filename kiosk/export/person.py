"""Everything of one person in one folder: each session as files, and who they are."""

import shutil
from collections.abc import Generator, Sequence
from datetime import date
from pathlib import Path

from sqlalchemy import Engine

from kiosk.errors import ExportError
from kiosk.export.bundle import PLAIN, Writers, export, folder_name
from kiosk.export.csv_files import write_csv, write_rows
from kiosk.export.file_names import file_stem
from kiosk.export.fit_activity import write_fit
from kiosk.export.person_json import PersonFile
from kiosk.export.recording import Recording, recordings
from kiosk.export.safe_file import make_folder, make_folder_in, whole_file
from kiosk.files import keep_names
from kiosk.history.queries import History
from kiosk.training.athlete import Athlete

PERSON_FILE = "person.json"


def take_away(
    engine: Engine, athlete_id: int, out: Path, today: date
) -> Generator[tuple[int, int], None, Path]:
    """Writes `NAME-DATE` into `out` and gives its path; yields sessions written and to be written,
    before each of them: whoever drives it may do something else in between.

    Under its name the folder has all of it or is not there. Raises ExportError for a disk that does
    not take it, HistoryError for somebody unknown.
    """
    history = History(engine)
    person = history.person(athlete_id)
    make_folder(out)
    name = _free(out, f"{file_stem(str(person['person']['name']))}-{today.isoformat()}")
    part = out / f".{name}.part"
    shutil.rmtree(part, ignore_errors=True)  # of an attempt that was cut
    try:
        make_folder_in(part)
        numbers = history.sessions_of(athlete_id)
        with whole_file(part / PERSON_FILE) as file:
            document = PersonFile(file, person)
            for done, number in enumerate(numbers):
                yield done, len(numbers)
                own = recording_of(history, number, athlete_id)
                _write_session(own, part)
                document.add(own)
            document.end()
        return _named(part, out / name)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def export_person(
    history: History,
    who: Athlete,
    out: Path,
    session_ids: Sequence[int] | None,
    formats: Sequence[str],
    writers: Writers = PLAIN,
) -> list[Path]:
    """Like bundle.export, of one person's files only; "json" without sessions is one document, NAME
    in `out`, of everything that is known of them.
    """
    whole = session_ids is None and "json" in formats
    each = [name for name in formats if not (whole and name == "json")]
    files = export(history, out, session_ids, each, who.id, writers)
    if whole:
        files.append(out / f"{file_stem(who.name)}.json")
        write_person(history, who.id, files[-1])
    return files


def write_person(history: History, athlete_id: int, path: Path) -> None:
    """The document alone, as `path`. Raises like take_away."""
    person = history.person(athlete_id)
    make_folder(path.parent)
    with whole_file(path) as file:
        document = PersonFile(file, person)
        for number in history.sessions_of(athlete_id):
            document.add(recording_of(history, number, athlete_id))
        document.end()


def recording_of(history: History, session_id: int, athlete_id: int) -> Recording:
    """One athlete's part in a session that they were in."""
    everybody = recordings(history, history.session(session_id))
    (own,) = (one for one in everybody if one.who.athlete_id == athlete_id)
    return own


def _write_session(own: Recording, folder: Path) -> None:
    stem = folder_name(own.session)
    with own.samples() as seconds, whole_file(folder / f"{stem}.csv") as file:
        write_csv(file, own.plan, seconds)
    with whole_file(folder / f"{stem}.fit") as file:
        write_fit(file, own)
    beats = [
        (one.elapsed_s, f"{rr_ms:.1f}")
        for one in own.history.beats(own.session.id, own.who.athlete_id)
        for rr_ms in one.rr_ms
    ]
    if beats:
        with whole_file(folder / f"{stem}-beats.csv") as file:
            write_rows(file, [("elapsed_s", "rr_ms"), *beats])


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
        keep_names(path.parent)
    except OSError as error:
        raise ExportError(f"{path} cannot be written: look at the disk, then try again.") from error
    return path
