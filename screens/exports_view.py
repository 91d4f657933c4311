"""Past sessions in a list to export from, and what is said of an export."""

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.coach_port import ExportStep, SessionLine
from kiosk.stick import Stick
from screens import wording
from screens.days import moment
from screens.tongue import number, said, tr


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
    """What stands below the list: where files go, how far they are, or what became of them."""

    words: str = ""
    share: float = 0.0
    running: bool = False
    wrong: bool = False
    safe: bool = False
    """The stick may be pulled."""


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
    """Of the sessions that are over, those that have not been exported."""
    return [line.id for line in lines if line.state != "open" and not line.is_exported]


def bar_of(step: ExportStep | None, stick: Stick | None) -> ExportBar:
    """The newest export, until a stick has come or gone since; else where files would go."""
    if step is None or _is_older(step, stick):
        return _target(stick)
    if not step.is_over:
        return _running(step, stick)
    if step.refusal:
        words = tr(
            "Stopped after {done} of {of} sessions. {why}",
            done=step.done,
            of=step.of,
            why=said(step.refusal),
        )
        return ExportBar(words, wrong=True)
    return _done(step)


def _is_older(step: ExportStep, stick: Stick | None) -> bool:
    """Whether what became of the export is not the news any more."""
    if stick is None or not step.is_over or stick.at <= step.at:
        return False
    return stick.state not in (("none", "safe", "unavailable") if step.refusal else ("safe",))


def _running(step: ExportStep, stick: Stick | None) -> ExportBar:
    share = step.done / max(1, step.of)
    if step.is_closing:
        words = tr("All sessions are written. Leave the stick in: it is being finished …")
        if not step.is_on_stick:
            words = tr("All sessions are written …")
        return ExportBar(words, share, running=True)
    words = tr(
        "Exporting: {done} of {of} sessions, {files} files. It goes on if you leave the page.",
        done=step.done,
        of=step.of,
        files=step.files,
    )
    if step.is_on_stick:
        words = tr(
            "Exporting: {done} of {of} sessions, {files} files. Leave the stick in.",
            done=step.done,
            of=step.of,
            files=step.files,
        )
    if step.left_s is not None:
        left = tr("About {time} left.", time=wording.rough_span(step.left_s))
        words = f"{words} {left}"
    if stick is not None and stick.state == "writing" and stick.sentence:
        words = f"{words} {said(stick.sentence)}"
    return ExportBar(words, share, running=True)


def _done(step: ExportStep) -> ExportBar:
    if step.is_on_stick:
        words = tr(
            "You can pull the stick now. {of} sessions, {files} files are on it.",
            of=step.of,
            files=step.files,
        )
        if step.of == 1:
            words = tr(
                "You can pull the stick now. 1 session, {files} files are on it.", files=step.files
            )
        return ExportBar(words, 1.0, safe=True)
    if step.is_on_cable:
        words = tr(
            "Done: {of} sessions, {files} files. A laptop on the cable shows them; one that is "
            "plugged in, when it has ejected the drive.",
            of=step.of,
            files=step.files,
        )
        if step.of == 1:
            words = tr(
                "Done: 1 session, {files} files. A laptop on the cable shows them; one that is "
                "plugged in, when it has ejected the drive.",
                files=step.files,
            )
        return ExportBar(words, 1.0)
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


def _target(stick: Stick | None) -> ExportBar:
    """Where files would go."""
    if stick is None:
        return ExportBar()
    named = {"label": stick.label}
    match stick.state:
        case "refused":
            return ExportBar(said(stick.sentence), wrong=True)
        case "looking":
            return ExportBar(tr("A stick has come: looking at it …"))
        case "ready":
            room = _room(stick.free_bytes)
            words = tr("Files go onto the stick {label}, {room} free.", room=room, **named)
            if not stick.label:
                words = tr("Files go onto the stick, {room} free.", room=room)
            return ExportBar(words)
        case "writing":
            return ExportBar(tr("The stick is being written: leave it in."))
        case "safe":
            return ExportBar(tr("You can pull the stick now."), safe=True)
        case _:
            words = tr("No stick is in: files go to the kiosk’s own folder.")
            return ExportBar(f"{said(stick.sentence)} {words}" if stick.sentence else words)


def _room(free_bytes: int) -> str:
    """Rounded down: what is promised is there."""
    if free_bytes >= 10_000_000_000:
        return tr("{count} GB", count=free_bytes // 1_000_000_000)
    if free_bytes >= 1_000_000_000:
        return tr("{count} GB", count=number(free_bytes // 100_000_000 / 10, 1))
    return tr("{count} MB", count=free_bytes // 1_000_000)
