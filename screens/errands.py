"""A request to the coach's desk on its way: what is waited for, and what came of it."""

from typing import Final

from screens.app_port import KioskApp
from screens.tongue import said, tr

GIVES_UP_S: Final = 15.0
"""A disk that is slower than this has something wrong with it."""


class DeskErrand:
    """One request at a time."""

    def __init__(self, app: KioskApp) -> None:
        self._app = app
        self._ask: int | None = None
        self._asked_at = 0.0
        self.trouble = ""
        """Why the last one was refused, in a sentence; empty when it was not."""

    @property
    def is_under_way(self) -> bool:
        return self._ask is not None

    def run(self, ask: int) -> None:
        """Waits for the answer to this request from now on."""
        self._ask, self._asked_at, self.trouble = ask, self._app.state.now, ""

    def clear(self) -> None:
        """Nobody waits any more; what has been asked for is done all the same."""
        self._ask, self.trouble = None, ""

    def is_done(self) -> bool:
        """Whether it has just been kept; to be asked with every refresh."""
        if self._ask is None:
            return False
        answer = self._app.coach_desk.answer(self._ask)
        if answer is None:
            if self._app.state.now - self._asked_at > GIVES_UP_S:
                self._ask = None
                self.trouble = tr("The disk does not answer: wait a moment and look again.")
            return False
        self._ask, self.trouble = None, said(answer)
        return not answer
