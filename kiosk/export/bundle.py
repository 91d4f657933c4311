"""What an export lays down: one folder per session, in it one file per athlete and format."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import BinaryIO

from kiosk.errors import ExportError
from kiosk.export.csv_files import write_csv
from kiosk.export.file_names import distinct_stems, file_stem
from kiosk.export.safe_file import make_folder, whole_file
from kiosk.history.queries import History, SessionSummary
from kiosk.session.records import Sample
from kiosk.training.plan import Plan

WRITERS: dict[str, Callable[[BinaryIO, Plan, Iterable[Sample]], None]] = {"csv": write_csv}


def export(
    history: History,
    out: Path,
    session_ids: Sequence[int] | None = None,
    formats: Sequence[str] = ("csv",),
) -> list[Path]:
    """Writes the sessions of those numbers, or all of them, into folders in `out`.

    Gives the files written; a file of an earlier export is replaced. Raises ExportError for an
    unknown format and for a disk that does not take it, HistoryError for an unknown session;
    files already written stay.
    """
    for name in formats:
        if name not in WRITERS:
            raise ExportError(
                f'This version cannot write "{name}": choose from {", ".join(WRITERS)} with '
                "--format."
            )
    if session_ids is None:
        sessions = history.sessions()
    else:
        sessions = [history.session(number) for number in dict.fromkeys(session_ids)]
    make_folder(out)
    written: list[Path] = []
    for session in sessions:
        written += _export_session(history, out / folder_name(session), session, formats)
    return written


def folder_name(session: SessionSummary) -> str:
    """`YYYY-MM-DD-HHMM-protocol-number`, in the local time of the session's start."""
    utc = datetime.fromtimestamp(session.started_utc_ms // 1000, UTC)
    local = utc + timedelta(minutes=session.utc_offset_min)
    return f"{local:%Y-%m-%d-%H%M}-{file_stem(session.protocol_id)}-{session.id}"


def files_of(out: Path, session: SessionSummary, formats: Sequence[str]) -> list[Path]:
    """The files that an export of the session lays into `out`."""
    folder = out / folder_name(session)
    stems = distinct_stems(athlete.name for athlete in session.athletes)
    return [folder / f"{stem}.{name}" for stem in stems for name in dict.fromkeys(formats)]


def _export_session(
    history: History, folder: Path, session: SessionSummary, formats: Sequence[str]
) -> list[Path]:
    make_folder(folder)
    plan = history.plan(session.id)
    stems = distinct_stems(athlete.name for athlete in session.athletes)
    written: list[Path] = []
    for athlete, stem in zip(session.athletes, stems, strict=True):
        for name in dict.fromkeys(formats):
            path = folder / f"{stem}.{name}"
            seconds = history.iter_samples(session.id, athlete.athlete_id)
            with closing(seconds), whole_file(path) as file:
                WRITERS[name](file, plan, seconds)
            written.append(path)
    return written
