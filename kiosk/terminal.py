"""The group as a table in a terminal, for the demonstration without a display."""

from rich.table import Table

from kiosk.app import App
from kiosk.session.course import time_left_s
from kiosk.session.state import Participant, Phase, Session, Signal
from kiosk.training import cues
from kiosk.training.guidance import Verdict
from kiosk.training.zones import shown

_WORDS = {
    Verdict.NONE: "",
    Verdict.EASING: "easing in",
    Verdict.IN: "● hold",
    Verdict.OVER: "▼ ease off",
    Verdict.UNDER: "▲ faster",
}
_COLUMNS = ("Athlete", "bpm", "Zone", "Band", "Guidance", "Step", "Left", "Grade", "Speed")


def group_table(app: App) -> Table:
    """Everybody who is tapped in, one line each."""
    table = Table(title=f"{app.clock_text()}  {'  '.join(app.notices)}".strip())
    for column in _COLUMNS:
        table.add_column(column)
    for row in _rows(app):
        table.add_row(*row)
    return table


def plain_lines(app: App) -> str:
    """The same without a terminal's drawing, for a pipe or a log."""
    lines = [f"{app.clock_text()}  {'  '.join(app.notices)}".strip()]
    lines += ["  ".join(part for part in row if part) for row in _rows(app)]
    return "\n".join(lines)


def _rows(app: App) -> list[tuple[str, ...]]:
    state = app.state
    return [
        _row(who, None if who.session_id is None else state.sessions.get(who.session_id))
        for who in state.participants.values()
    ]


def _row(who: Participant, session: Session | None) -> tuple[str, ...]:
    band = "" if who.band is None else "{}–{}".format(*shown(who.band))
    grade = "" if who.grade_percent is None else f"{who.grade_percent:.1f} %"
    if who.wanted_grade_percent is not None:
        grade += f" of {who.wanted_grade_percent:.0f} %"
    step, left = str(who.phase), ""
    if session is not None and who.phase is Phase.RUNNING:
        course = session.course(who.athlete.id)
        step = course.step.name if who.lane is None else f"{who.lane}: {course.step.name}"
        seconds = time_left_s(course)
        if who.next_station is not None:
            step = f"go to {who.next_station}"
        if who.late_warm_up_s:
            step, seconds = "warm up first", who.late_warm_up_s
        left = "" if seconds is None else f"{seconds // 60}:{seconds % 60:02d}"
    zone = "" if who.zone is None else f"Z{who.zone}"
    words = _guidance(who)
    speed = "" if who.speed_kmh is None else f"{who.speed_kmh:.1f} km/h"
    return who.athlete.name, _number(who), zone, band, words, step, left, grade, speed


def _guidance(who: Participant) -> str:
    """The newest cue while it is fresh, else where they stand."""
    if who.resting:
        return "recovery"
    if who.detour in ("recovery walk", "own cool-down"):
        return who.detour
    return _WORDS[who.verdict] if who.cue is None else cues.words(who.cue)


def _number(who: Participant) -> str:
    if who.signal is Signal.CHECK:
        return "check your strap"
    if who.signal is Signal.NOT_WORN:
        return "strap not worn"
    return "--" if who.shown_bpm is None else str(who.shown_bpm)
