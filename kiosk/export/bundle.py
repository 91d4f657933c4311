"""What an export lays down: one folder per session, in it one file per athlete and format, and of
some formats one for all of them.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import BinaryIO

from kiosk.days import time_then
from kiosk.errors import ExportError
from kiosk.export.csv_files import write_csv
from kiosk.export.file_names import distinct_stems, file_stem
from kiosk.export.fit_activity import write_fit
from kiosk.export.recording import Recording, recordings
from kiosk.export.safe_file import make_folder, whole_file
from kiosk.export.summary import write_summary
from kiosk.export.tcx import write_tcx
from kiosk.history.queries import History, SessionSummary


def _write_csv(file: BinaryIO, recording: Recording) -> None:
    with recording.samples() as samples:
        write_csv(file, recording.plan, samples)


WRITERS: dict[str, Callable[[BinaryIO, Recording], None]] = {
    "csv": _write_csv,
    "fit": write_fit,
    "tcx": write_tcx,
}
GROUP_WRITERS: dict[str, Callable[[BinaryIO, Sequence[Recording]], None]] = {
    "summary": write_summary
}
"""One file for everybody in a session, which no athlete's file is in the way of."""
_GROUP_FILES = {"summary": "summary.csv"}


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
        if name not in WRITERS and name not in GROUP_WRITERS:
            choice = ", ".join([*WRITERS, *GROUP_WRITERS])
            raise ExportError(
                f'This version cannot write "{name}": choose from {choice} with --format.'
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
    local = time_then(session.started_utc_ms, session.utc_offset_min)
    return f"{local:%Y-%m-%d-%H%M}-{file_stem(session.protocol_id)}-{session.id}"


def files_of(out: Path, session: SessionSummary, formats: Sequence[str]) -> list[Path]:
    """The files that an export of the session lays into `out`."""
    folder = out / folder_name(session)
    each = [name for name in dict.fromkeys(formats) if name in WRITERS]
    group = [name for name in dict.fromkeys(formats) if name in GROUP_WRITERS]
    files = [folder / f"{stem}.{name}" for stem in _stems(session) for name in each]
    return files + [folder / _GROUP_FILES[name] for name in group]


def _stems(session: SessionSummary) -> list[str]:
    """One for each athlete; someone of a group file's name gets a number."""
    taken = [Path(name).stem for name in _GROUP_FILES.values()]
    names = [athlete.name for athlete in session.athletes]
    return distinct_stems([*taken, *names])[len(taken) :]


def _export_session(
    history: History, folder: Path, session: SessionSummary, formats: Sequence[str]
) -> list[Path]:
    make_folder(folder)
    everybody = recordings(history, session)
    written: list[Path] = []
    for recording, stem in zip(everybody, _stems(session), strict=True):
        for name in dict.fromkeys(formats):
            if name in WRITERS:
                written.append(folder / f"{stem}.{name}")
                with whole_file(written[-1]) as file:
                    WRITERS[name](file, recording)
    for name in dict.fromkeys(formats):
        if name in GROUP_WRITERS:
            written.append(folder / _GROUP_FILES[name])
            with whole_file(written[-1]) as file:
                GROUP_WRITERS[name](file, everybody)
    return written
