"""Past sessions in a list to export from, and what is said of an export."""

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.coach_port import ExportStep, SessionLine
from screens import wording
from screens.days import moment
from screens.tongue import said, tr


@dataclass(frozen=True, slots=True)
class ExportRow:
    """The roles of one past session."""

    session: int = 0
    title: str = ""
    day: str = ""
    people: str = ""
    length: str = ""
    mark: str = ""
    chosen: bool = False
    open: bool = False
    """It still runs, or was cut and nobody has decided: it cannot be exported yet."""


@dataclass(frozen=True, slots=True)
class ExportBar:
    """What stands below the list about the newest export."""

    words: str = ""
    share: float = 0.0
    running: bool = False
    wrong: bool = False


def row_of(line: SessionLine, *, chosen: bool) -> ExportRow:
    return ExportRow(
        line.id,
        said(line.protocol_name),
        moment(line.started),
        wording.listed(line.names, 3) if line.names else tr("nobody"),
        wording.clock_span(line.seconds),
        _mark(line),
        chosen,
        line.state == "open",
    )


def _mark(line: SessionLine) -> str:
    if line.state == "open":
        return tr("not over yet")
    return tr("exported") if line.is_exported else ""


def new_ones(lines: Sequence[SessionLine]) -> list[int]:
    """Of the sessions that are over, those whose files do not lie in the folder."""
    return [line.id for line in lines if line.state != "open" and not line.is_exported]


def bar_of(step: ExportStep | None) -> ExportBar:
    if step is None:
        return ExportBar()
    if step.refusal:
        words = tr(
            "Stopped after {done} of {of} sessions. {why}",
            done=step.done,
            of=step.of,
            why=said(step.refusal),
        )
        return ExportBar(words, wrong=True)
    if not step.is_over:
        words = tr(
            "Exporting: {done} of {of} sessions, {files} files. It goes on if you leave the page.",
            done=step.done,
            of=step.of,
            files=step.files,
        )
        return ExportBar(words, step.done / max(1, step.of), running=True)
    words = tr(
        "Done: {of} sessions, {files} files. They lie in {folder}.",
        of=step.of,
        files=step.files,
        folder=step.folder,
    )
    if step.of == 1:
        words = tr(
            "Done: 1 session, {files} files. They lie in {folder}.",
            files=step.files,
            folder=step.folder,
        )
    return ExportBar(words, 1.0)
