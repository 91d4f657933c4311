"""Somebody's own past sessions, a line each."""

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.session.state import KioskState
from kiosk.training.past import PastSession
from screens import days, units, wording
from screens.tongue import number, said, tr


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """The roles of one line; what is not known is empty."""

    session: int = 0
    day: str = ""
    workout: str = ""
    duration: str = ""
    climbed: str = ""
    held: str = ""
    """Share of the judged time inside the band."""
    share: float = 0.0
    """The same as a fraction, for a small bar."""
    whole: bool = False
    """Did all of it."""
    outside: bool = False
    """Hill homework: what was climbed is what was descended, held is how much was done, and there
    is no session to open."""


def rows(sessions: Sequence[PastSession]) -> list[HistoryRow]:
    """As they come: the newest first."""
    return [_row(session) for session in sessions]


def _row(session: PastSession) -> HistoryRow:
    climbed = session.results.get("descent_m" if session.is_outside else "ascent_m")
    held = session.results.get("homework_done" if session.is_outside else "time_in_band")
    arrow = "↓" if session.is_outside else "↑"
    return HistoryRow(
        session=session.session_id,
        day=days.short_day(session.on),
        workout=said(session.protocol_name),
        duration=wording.clock_span(session.duration_s),
        climbed="" if climbed is None or climbed < 1 else f"{arrow} {units.height(climbed)}",
        held="" if held is None else f"{number(held)}{wording.THIN}%",
        share=0.0 if held is None else min(1.0, max(0.0, held / 100)),
        whole=session.is_complete,
        outside=session.is_outside,
    )


def trouble(state: KioskState) -> str:
    """Why the list may be missing something; empty while the disk is well."""
    history = state.devices.get("history")
    if history is not None and history.state in ("lost", "failed"):
        return said(history.message)
    return ""


@dataclass(frozen=True, slots=True)
class Nothing:
    """What stands in place of a list or a chart; without a title nothing does."""

    title: str = ""
    advice: str = ""
    reading: bool = False
    wrong: bool = False
    closed: bool = False
    """It is not for whoever stands here."""


def unread(wrong: str) -> Nothing:
    """Nothing has come from the disk so far: it is being read, or that is what is wrong."""
    if wrong:
        advice = tr("Training goes on all the same: look here again later.")
        return Nothing(wrong, advice, wrong=True)
    return Nothing(tr("Your workouts are being read."), reading=True)


def message(*, known: bool, count: int, wrong: str) -> Nothing:
    """What stands in place of the list."""
    if count:
        return Nothing()
    if not known:
        return unread(wrong)
    return Nothing(tr("Nothing yet"), tr("Every workout that you do here will be in this list."))
