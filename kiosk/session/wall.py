"""When a session really began, once the wall clock is known: a Pi without a battery starts in the
past, and somebody trains before the time service has answered.
"""

from datetime import UTC
from typing import Final

from kiosk.clock import CLOCK_SET_FROM
from kiosk.days import local_time
from kiosk.session.book import Book
from kiosk.session.records import CLOCK_SET

_SURE: Final = 2
"""A time service has set it; 1 somebody has, or a battery kept it; 0 nobody."""


def remember(book: Book, session_id: int, began: float) -> None:
    """A session begins, at this monotonic second."""
    known = _known(book, began)
    if known < _SURE:
        book.unsure[session_id] = began, known


def settle(book: Book, at: float) -> None:
    """Says of every running session that began with a clock less well known when it began."""
    if not book.unsure:
        return
    known = _known(book, at)
    for session_id, (began, then) in list(book.unsure.items()):
        session = book.state.sessions.get(session_id)
        if session is None or session not in book.active_sessions():
            del book.unsure[session_id]
        elif known > then:
            book.unsure[session_id] = began, known
            sure = known == _SURE
            opened_utc_ms = book.utc_ms(began)
            book.note(session, at, CLOCK_SET, opened_utc_ms=opened_utc_ms, synchronised=sure)
            if sure:
                del book.unsure[session_id]


def _known(book: Book, at: float) -> int:
    """How well."""
    if book.synchronised:
        return _SURE
    return int(local_time(book.utc_ms(at), UTC).year >= CLOCK_SET_FROM)
