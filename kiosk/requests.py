"""Requests that are answered later: a number for each, and what became of it."""

from typing import Final

KEPT: Final = 100
"""Of older requests nobody asks any more."""


class Requests:
    """Numbers from 1 on, each given once."""

    def __init__(self) -> None:
        self._answers: dict[int, str] = {}
        self._asked = 0

    def new(self) -> int:
        self._asked += 1
        return self._asked

    def answered(self, ask: int, refusal: str) -> None:
        """`refusal` is "" when it was done, else why not."""
        self._answers[ask] = refusal
        while len(self._answers) > KEPT:
            del self._answers[next(iter(self._answers))]

    def answer(self, ask: int) -> str | None:
        """None while it is being done, "" when it is, else why not."""
        return self._answers.get(ask)
