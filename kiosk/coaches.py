"""Coaches: who they are, what a PIN may be, and how long wrong ones lock somebody out."""

from dataclasses import dataclass
from typing import Final

from kiosk.words import text

SHORTEST, LONGEST = 4, 8
"""Digits of a PIN."""
ADMIN_SHORTEST: Final = 6
"""Of the administrator's: what is behind it is worth two digits more."""
TRIES: Final = 5
"""Wrong PINs in a row until the next lock."""
LOCKS_S: Final = (60, 300, 900, 3600)
"""The first lock, the second, the third, and every one after that."""
SIGNED_OUT_AFTER_S: Final = 120.0
"""Without a touch for so long a coach has gone away from the screen."""
_RUNS: Final = ("01234567890", "09876543210")
_KEYPAD: Final = ("2580", "0852", "1379", "1122", "1234", "4711")
"""Found at once by whoever tries what most people take."""


@dataclass(frozen=True, slots=True)
class Coach:
    """Somebody who may do what the staff does, as screens know them."""

    id: int
    name: str
    locked_until: float | None = None
    """Monotonic seconds, this machine's clock; None: a PIN may be tried."""
    is_admin: bool = False
    """Who looks after the kiosk: may do what every coach may, and more (kiosk.office says what)."""

    @property
    def shortest(self) -> int:
        """Digits that their PIN has at least."""
        return ADMIN_SHORTEST if self.is_admin else SHORTEST


def pin_refusal(pin: str, shortest: int = SHORTEST) -> str:
    """Why this cannot be somebody's PIN of so many digits at least; empty when it can."""
    if not (pin.isascii() and pin.isdigit() and shortest <= len(pin) <= LONGEST):
        return text(
            "A PIN has {shortest} to {longest} digits: choose another.",
            shortest=shortest,
            longest=LONGEST,
        )
    if _is_guessed_first(pin):
        return text("That PIN is one of the first that anybody would try: choose another.")
    return ""


def _is_guessed_first(pin: str) -> bool:
    """One digit again and again, a run up or down, the same half or pair twice, the keypad's
    middle.
    """
    half, odd = divmod(len(pin), 2)
    return (
        len(set(pin)) == 1
        or any(pin in run * 2 for run in _RUNS)
        or (not odd and pin[:half] == pin[half:])
        or pin == (pin[:2] * LONGEST)[: len(pin)]
        or pin in _KEYPAD
    )


def lock_s(failures: int) -> int:
    """For how long this many wrong PINs in a row lock, seconds; 0: the next may be tried at once.

    Every fifth locks, each time for longer: five tries an hour find four digits in months.
    """
    locks, rest = divmod(failures, TRIES)
    return 0 if rest or not locks else LOCKS_S[min(locks, len(LOCKS_S)) - 1]


def length_s(failures: int) -> int:
    """Of the newest lock that this many wrong PINs have brought, seconds."""
    return lock_s(failures - failures % TRIES)
