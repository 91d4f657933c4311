"""A request on its way to the disk: what is waited for, and what came of it."""

from collections.abc import Callable
from typing import Final

from screens.app_port import KioskApp
from screens.tongue import tr

GIVES_UP_S: Final = 10.0
"""A disk that is slower than this has something wrong with it, and holds nobody up any more."""


class Errand:
    """One request at a time."""

    def __init__(self, app: KioskApp) -> None:
        self._app = app
        self._answer: Callable[[], str | None] | None = None
        self._asked_at = 0.0
        self.trouble = ""
        """Why the last one was refused, in a sentence yet to be translated; empty when it was
        not."""

    @property
    def is_under_way(self) -> bool:
        return self._answer is not None

    def run(self, answer: Callable[[], str | None]) -> None:
        """Waits from now on until this says "", or why not; None is no answer yet."""
        self._answer, self._asked_at, self.trouble = answer, self._app.state.now, ""

    def desk(self, ask: int) -> None:
        """Waits for the coach's desk to answer a request of this number."""
        self.run(lambda: self._app.coach_desk.answer(ask))

    def shelf(self, ask: int) -> None:
        """Waits for the shelf to answer a request of this number."""
        self.run(lambda: self._app.shelf_answer(ask))

    def clear(self) -> None:
        """Nobody waits any more; what has been asked for is done all the same."""
        self._answer, self.trouble = None, ""

    def is_over(self) -> bool:
        """Whether it has just ended, one way or the other; to be asked with every refresh."""
        if self._answer is None:
            return False
        answer = self._answer()
        if answer is None and self._app.state.now - self._asked_at > GIVES_UP_S:
            answer = tr("The disk does not answer: wait a moment and try again.")
        if answer is None:
            return False
        self._answer, self.trouble = None, answer
        return True

    def is_done(self) -> bool:
        """Whether it has just been kept."""
        return self.is_over() and not self.trouble
