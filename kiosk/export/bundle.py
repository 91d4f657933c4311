"""What an export lays down: one folder per session, in it one file per athlete and format, and of
some formats one for all of them.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from kiosk.days import time_then
from kiosk.errors import ExportError
from kiosk.export.csv_files import write_csv
from kiosk.export.file_names import distinct_stems, file_stem
from kiosk.export.fit_activity import write_fit
from kiosk.export.person_json import write_part
from kiosk.export.recording import Recording, recordings
from kiosk.export.safe_file import make_folder, make_folder_in, whole_file
from kiosk.export.summary import write_summary
from kiosk.export.tcx import write_tcx
from kiosk.history.queries import History, SessionSummary


def _write_csv(file: BinaryIO, recording: Recording) -> None:
    with recording.samples() as samples:
        write_csv(file, recording.plan, samples)


WriteEach = Callable[[BinaryIO, Recording], None]
WriteAll = Callable[[BinaryIO, Sequence[Recording]], None]
WRITERS: dict[str, WriteEach] = {
    "csv": _write_csv,
    "fit": write_fit,
    "tcx": write_tcx,
    "json": write_part,
}
GROUP_WRITERS: dict[str, WriteAll] = {"summary": write_summary}
"""One file for everybody in a session, which no athlete's file is in the way of."""
PDF: Final = "pdf"
"""Drawn by the screens, so whoever exports brings its writers: an athlete's and the class's, which
is there for more than one.
"""
GROUP_FILES: Final = {"summary": "summary.csv", PDF: "class.pdf"}


@dataclass(frozen=True, slots=True)
class Writers:
    """By format: a file for each athlete, and one for everybody."""

    each: Mapping[str, WriteEach]
    group: Mapping[str, WriteAll]

    @property
    def formats(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys([*self.each, *self.group]))


PLAIN: Final = Writers(WRITERS, GROUP_WRITERS)
"""What needs nothing that is drawn."""


def with_pdf(one: WriteEach, everybody: WriteAll) -> Writers:
    return Writers(WRITERS | {PDF: one}, GROUP_WRITERS | {PDF: everybody})


def export(
    history: History,
    out: Path,
    session_ids: Sequence[int] | None = None,
    formats: Sequence[str] = ("csv",),
    athlete_id: int | None = None,
    writers: Writers = PLAIN,
) -> list[Path]:
    """Writes the sessions of those numbers, or all of them, into folders in `out`; with
    `athlete_id` only their files.

    Gives the files written; a file of an earlier export is replaced. Raises ExportError for an
    unknown format and for a disk that does not take it, HistoryError for an unknown session;
    files already written stay.
    """
    for name in formats:
        if name not in writers.formats:
            choice = ", ".join(writers.formats)
            raise ExportError(
                f'This version cannot write "{name}": choose from {choice} with --format.'
            )
    if athlete_id is not None and any(name not in writers.each for name in formats):
        raise ExportError("One athlete's export has no file about everybody: leave out summary.")
    if session_ids is None and athlete_id is not None:
        session_ids = history.sessions_of(athlete_id)
    if session_ids is None:
        sessions = history.sessions()
    else:
        sessions = [history.session(number) for number in dict.fromkeys(session_ids)]
    make_folder(out)
    written: list[Path] = []
    for session in sessions:
        written += _export_session(
            history, out / folder_name(session), session, formats, athlete_id, writers
        )
    return written


def folder_name(session: SessionSummary) -> str:
    """`YYYY-MM-DD-HHMM-protocol-number`, in the local time of the session's start."""
    local = time_then(session.started_utc_ms, session.utc_offset_min)
    return f"{local:%Y-%m-%d-%H%M}-{file_stem(session.protocol_id)}-{session.id}"


def files_of(out: Path, session: SessionSummary, formats: Sequence[str]) -> list[Path]:
    """The files that an export of the session lays into `out`."""
    folder = out / folder_name(session)
    each = [name for name in dict.fromkeys(formats) if name in WRITERS or name == PDF]
    group = [name for name in dict.fromkeys(formats) if _has_group_file(session, name)]
    files = [folder / f"{stem}.{name}" for stem in stems_of(session) for name in each]
    return files + [folder / GROUP_FILES[name] for name in group]


def _has_group_file(session: SessionSummary, name: str) -> bool:
    return name in GROUP_FILES and (name != PDF or len(session.athletes) > 1)


def stems_of(session: SessionSummary) -> list[str]:
    """What each athlete's files are called, but for the format; someone of a group file's name gets
    a number.
    """
    taken = [Path(name).stem for name in GROUP_FILES.values()]
    names = [athlete.name for athlete in session.athletes]
    return distinct_stems([*taken, *names])[len(taken) :]


def _export_session(
    history: History,
    folder: Path,
    session: SessionSummary,
    formats: Sequence[str],
    athlete_id: int | None,
    writers: Writers,
) -> list[Path]:
    make_folder_in(folder)
    everybody = recordings(history, session)
    written: list[Path] = []
    for recording, stem in zip(everybody, stems_of(session), strict=True):
        if athlete_id not in (None, recording.who.athlete_id):
            continue
        for name in dict.fromkeys(formats):
            if name in writers.each:
                written.append(folder / f"{stem}.{name}")
                with whole_file(written[-1]) as file:
                    writers.each[name](file, recording)
    for name in dict.fromkeys(formats):
        if athlete_id is None and name in writers.group and _has_group_file(session, name):
            written.append(folder / GROUP_FILES[name])
            with whole_file(written[-1]) as file:
                writers.group[name](file, everybody)
    return written
