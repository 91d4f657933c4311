"""How the machine is doing, as lines: what needs somebody first."""

from dataclasses import dataclass

from kiosk.coach_desk import CoachDesk
from kiosk.health_port import HealthRead
from screens.tongue import said, tr

_ORDER = {"problem": 0, "note": 1, "ok": 2}


@dataclass(frozen=True, slots=True)
class HealthRow:
    """One thing about the machine."""

    what: str
    title: str
    message: str
    value: str
    verdict: str
    """ok, note, problem."""


@dataclass(frozen=True, slots=True)
class HealthFace:
    """What stands above and below the lines."""

    summary: str
    loud: bool
    """Something needs mending."""
    hint: str
    """About the file for whoever helps."""
    is_trouble: bool
    can_save: bool
    update: str = ""
    """On the button that updates; "" where there is nothing to install."""


def health_rows(read: HealthRead | None) -> list[HealthRow]:
    """Problems first, then what to look at some day."""
    if read is None:
        return []
    lines = sorted(read.lines, key=lambda line: _ORDER[line.verdict])
    return [
        HealthRow(
            line.what,
            said(line.title),
            said(line.message),
            "" if line.value is None else said(line.value),
            line.verdict,
        )
        for line in lines
    ]


def face(desk: CoachDesk, *, may_update: bool = False) -> HealthFace:
    """Only who looks after the kiosk may update it."""
    read = desk.machine_read
    lines = () if read is None else read.lines
    problems = sum(line.verdict == "problem" for line in lines)
    notes = sum(line.verdict == "note" for line in lines)
    if read is None:
        summary = tr("One moment…")
    elif problems:
        summary = tr("{count} to mend", count=problems)
    elif notes:
        summary = tr("{count} to look at", count=notes)
    else:
        summary = tr("All is well")
    hint, is_trouble = _hint(desk)
    has_stick = desk.stick is not None and desk.stick.state in ("ready", "safe")
    free = not desk.is_writing_support and not desk.is_exporting
    offer = None if read is None or not may_update else read.update
    update = ""
    if offer is not None and offer.refusal:
        hint, is_trouble = said(offer.refusal), True
    elif offer is not None and offer.is_asked:
        hint, is_trouble = tr("The update begins when nobody trains: leave the stick in."), False
    elif offer is not None:
        update = tr("Update to {version}", version=offer.version)
    return HealthFace(summary, problems > 0, hint, is_trouble, has_stick and free, update)


def _hint(desk: CoachDesk) -> tuple[str, bool]:
    done = desk.support
    if desk.is_writing_support:
        return tr("Writing… leave the stick in."), False
    if done is not None and done.refusal:
        return said(done.refusal), True
    if done is not None:
        return tr("{name} is on the stick: pull it out and send the file.", name=done.name), False
    return tr(
        "Does somebody help you? Put a stick in and save a file for them: it has no names and no"
        " heart rates in it."
    ), False
