"""One request to the shelf at a time, and what came of it."""

from collections.abc import Callable

from kiosk.shelf import PoolStrap
from screens.app_port import KioskApp
from screens.tongue import said, tr

GIVES_UP_S = 4.0
"""A shelf that has not answered after this long does not hold anybody up any more."""


class Errand:
    """The shelf is written elsewhere: it is done when the shelf looks as was asked."""

    def __init__(self, app: KioskApp) -> None:
        self._app = app
        self._is_done: Callable[[PoolStrap | None], bool] | None = None
        self._number = 0
        self._asked_at = 0.0
        self.trouble = ""
        """Why the last one came to nothing."""

    @property
    def is_open(self) -> bool:
        return self._is_done is not None

    def run(
        self, number: int, ask: Callable[[], None], is_done: Callable[[PoolStrap | None], bool]
    ) -> None:
        """Asks; `is_done` is shown what the shelf has under the number, then and later."""
        self._number, self._is_done, self.trouble = number, is_done, ""
        self._asked_at = self._app.state.now
        ask()

    def follow(self) -> bool:
        """Whether it has just been done."""
        if self._is_done is None:
            return False
        strap = next((one for one in self._app.pool if one.number == self._number), None)
        if self._is_done(strap):
            self._is_done = None
            return True
        if self._app.shelf_refusal:
            self._is_done, self.trouble = None, said(self._app.shelf_refusal)
        elif self._app.state.now > self._asked_at + GIVES_UP_S:
            self._is_done = None
            self.trouble = tr("The shelf does not answer: try again, or ask the staff.")
        return False

    def forget(self) -> None:
        """Somebody else, or another visit."""
        self._is_done, self.trouble = None, ""
