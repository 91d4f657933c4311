"""RFID tags: one number for one tag, whatever the reader prints, and a keyed hash to keep of it."""

import contextlib
import hashlib
import hmac
import os
import secrets
import threading
from pathlib import Path

from kiosk.errors import DeviceError
from kiosk.files import keep_names
from kiosk.words import text

KEY_FILE = "tag.key"
KEY_BYTES = 32
MOST_CHARACTERS = 24
"""No reader prints more: 7 bytes are 17 decimal digits."""
READER_GAP_S = 0.08
"""A reader types a key every 1–40 ms; a person needs more than 100 ms, digit after digit."""
FEWEST_FROM_A_READER = 6

_DIGITS = frozenset("0123456789")
_HEXADECIMAL = frozenset("0123456789ABCDEF")


class FastTyping:
    """The numbers in a stream of typed characters that only a reader can have typed.

    A number ends with Enter ("\\r" or "\\n"), has at least `fewest` characters and MOST_CHARACTERS
    at most, and no two of its characters are more than `gap_s` seconds apart.
    """

    def __init__(self, gap_s: float = READER_GAP_S, fewest: int = FEWEST_FROM_A_READER) -> None:
        self._gap_s = gap_s
        self._fewest = fewest
        self._typed = ""
        self._typed_at = 0.0
        self._spoilt = False

    def feed(self, text: str, at: float) -> str | None:
        """The number that `text`, typed at `at` (seconds, monotonic), completes, if any.

        Characters that stand in no number are passed over.
        """
        number = None
        for character in text.upper():
            if at - self._typed_at > self._gap_s:
                self._clear()
            self._typed_at = at
            if character in "\r\n":
                is_good = self._fewest <= len(self._typed) and self._typed and not self._spoilt
                number = self._typed if is_good else number
                self._clear()
            elif character in _HEXADECIMAL:
                self._typed += character
                if len(self._typed) > MOST_CHARACTERS:
                    self.spoil()
        return number

    def spoil(self) -> None:
        """Something was lost: what follows up to Enter, or up to a pause, is no whole number."""
        self._typed, self._spoilt = "", True

    def _clear(self) -> None:
        self._typed, self._spoilt = "", False


def normalise(text: str) -> str:
    """The number of a tag in one form, hexadecimal, from what any reader prints of it.

    Told apart by length and size: 8, 10 or 14 hexadecimal characters are 4, 5 and 7 bytes; 10, 13
    and 17 decimal digits are the same bytes. Of 5 bytes (125 kHz tags) the first is the maker's and
    is left out by most readers, so it is left out here. Readers do not agree on the order of the
    bytes either: of both orders the smaller number stands for the tag. "" when no digit is there.

    What cannot be told: readers that print only the last 3 bytes (8 digits, or 3 and 5 digits) or
    turn the bits of each byte round give another number, and so does one hexadecimal number in 250,
    which happens to look like a decimal one. Such a tag is enrolled once more, at that
    reader. Two tags that are each other's reverse would be one: of 4 bytes, one pair in 4 billion.
    """
    kept = "".join(character for character in text.upper() if character in _HEXADECIMAL)
    if not kept:
        return ""
    value, width = _value(kept)
    if width == 5:
        value, width = value & 0xFFFF_FFFF, 4
    reverse = int.from_bytes(value.to_bytes(width, "big"), "little")
    return f"{min(value, reverse):0{2 * width}X}"


def _value(kept: str) -> tuple[int, int]:
    """The number and its bytes: 4, 5, 7, or as many as it needs."""
    most_decimal = {8: 2**24, 10: 2**32, 14: 0}.get(len(kept), 2**80)
    is_decimal = _DIGITS.issuperset(kept) and int(kept) < most_decimal
    value = int(kept, 10 if is_decimal else 16)
    needed = (value.bit_length() + 7) // 8
    if not is_decimal:
        needed = max(needed, (len(kept) + 1) // 2)
    return value, next(width for width in (4, 5, 7, needed) if width >= needed)


class TagSeal:
    """Makes of a tag's number the only thing that is kept of it: its hash under the kiosk's key.

    The key is made with the first tag and never changed: with another one no tag is known again.
    Any thread may call it. Raises DeviceError when the key cannot be read, made or trusted.
    """

    def __init__(self, data_path: Path) -> None:
        self._file = data_path / KEY_FILE
        self._key = b""
        self._lock = threading.Lock()

    def __call__(self, number: str) -> str:
        """HMAC-SHA256 of the normalised number, hexadecimal."""
        with self._lock:
            self._key = self._key or self._load()
        return hmac.new(self._key, normalise(number).encode(), hashlib.sha256).hexdigest()

    def _load(self) -> bytes:
        try:
            if not self._file.exists():
                self._make()
            key = self._file.read_bytes()
        except OSError as error:
            raise DeviceError(
                text(
                    "The tags' key {file} cannot be read or made ({strerror}): let the kiosk's "
                    "user own its data directory, `sudo chown -R $USER {parent}`",
                    file=self._file,
                    strerror=error.strerror,
                    parent=self._file.parent,
                )
            ) from error
        if len(key) != KEY_BYTES or not any(key):
            raise DeviceError(
                text(
                    "The tags' key {file} is damaged: put it back from a copy, or delete it "
                    "and let everybody enrol their tag again",
                    file=self._file,
                )
            )
        return key

    def _make(self) -> None:
        """Whole and in place at once, however many try together and whenever the power fails."""
        self._file.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._file.with_name(f".{KEY_FILE}.{os.getpid()}.{threading.get_ident()}")
        try:
            descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with open(descriptor, "wb") as file:  # noqa: PTH123 - a path would have its own mode
                file.write(secrets.token_bytes(KEY_BYTES))
                file.flush()
                os.fsync(descriptor)
            with contextlib.suppress(FileExistsError):  # another was faster: theirs it is
                os.link(fresh, self._file)
        finally:
            fresh.unlink(missing_ok=True)
        keep_names(self._file.parent)
