"""Starts that come to nothing, counted on the disk: after two the third is the safe screen."""

import json
import logging
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final, cast

from kiosk.clock import Clock
from kiosk.kept_words import packed, unpacked
from kiosk.words import Text, text

FILE: Final = "starts.json"
MOST: Final = 2
"""So many within WINDOW_S that came to nothing, and the next is the safe screen."""
WINDOW_S: Final = 600.0
CALM_S: Final = 60.0
"""The idle screen shown for so long: this start was a good one."""
SIZE: Final = 4096
"""The file's, always: a disk that is full still takes what is written over itself."""
WORDLESS: Final = text("The program ended without a word: the power was cut, or it was killed.")
_BOOT: Final = Path("/proc/sys/kernel/random/boot_id")
_logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Start:
    """One that has not shown its idle screen for a minute."""

    boot: str
    at: float
    """Monotonic seconds of that boot."""
    utc_ms: int
    version: str
    was_idle: bool = False
    """The idle screen was seen, for however short a time."""
    error: str = ""
    """The sentence that it ended with; "" while nobody has said one."""


class Starts:
    """The starts of a kiosk on this data directory. Whatever the disk does, nothing here raises:
    then the starts are counted in `spare`, a folder that lasts until the power is cut.
    """

    def __init__(
        self, data: Path, clock: Clock, version: str, spare: Path | None = None, boot: str = ""
    ) -> None:
        self._places = [data / FILE] if spare is None else [data / FILE, spare / FILE]
        self._clock = clock
        self._version = version
        self._boot = boot or _boot_id()
        self._past = self._read()

    @property
    def newest(self) -> Start | None:
        """The last start that came to nothing."""
        return self._past[-1] if self._past else None

    @property
    def is_looping(self) -> bool:
        """Whether so many have come to nothing that one more would, too."""
        return sum(map(self._counts, self._past)) >= MOST

    def begin(self) -> None:
        """One more, which counts until it is `good` or has `ended`."""
        now = Start(self._boot, self._clock.monotonic(), self._clock.utc_ms(), self._version)
        self._past = [*self._past, now][-MOST:]
        self._write()

    def idle(self) -> None:
        """The idle screen has been drawn."""
        self._change(was_idle=True)

    def failed(self, sentence: str) -> None:
        self._change(error=sentence)

    def good(self) -> None:
        """Nothing of before counts any more."""
        self._past = []
        self._write()

    def ended(self) -> None:
        """The newest was ended by whoever had started it, and not by a fault."""
        self._past = self._past[:-1]
        self._write()

    def _counts(self, one: Start) -> bool:
        """Of an earlier boot only the wall clock tells, and the power may have been cut by hand."""
        if one.boot == self._boot:
            return self._clock.monotonic() - one.at <= WINDOW_S
        age_s = (self._clock.utc_ms() - one.utc_ms) / 1000
        return not one.was_idle and 0 <= age_s <= WINDOW_S

    def _change(self, **changes: Any) -> None:
        if self._past:
            self._past = [*self._past[:-1], replace(self._past[-1], **changes)]
            self._write()

    def _read(self) -> list[Start]:
        found = [_starts_in(place) for place in self._places]
        return max(found, key=lambda starts: starts[-1].at if starts else -1.0)

    def _write(self) -> None:
        content = _content(self._past)
        for place in self._places:
            try:
                place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                _over_itself(place, content)
            except OSError as error:
                _logger.warning("A start cannot be counted in %s: %s", place, error)
            else:
                return


def _over_itself(path: Path, content: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
    try:
        os.pwrite(descriptor, content, 0)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _content(starts: Sequence[Start]) -> bytes:
    """Of SIZE bytes; what people are told is shortened rather than the count."""
    for shorten in (str, _short, _none):
        content = json.dumps([_kept(one, shorten(one.error)) for one in starts]).encode()
        if len(content) <= SIZE:
            return content.ljust(SIZE)
    return b"[]".ljust(SIZE)


def _kept(one: Start, error: str) -> dict[str, object]:
    return asdict(replace(one, error="")) | {"error": packed(error)}


def _short(sentence: str) -> str:
    return "".join(sentence)[:500]


def _none(_sentence: str) -> str:
    return ""


def _starts_in(path: Path) -> list[Start]:
    """None of them where the file is not there, or was cut while it was written."""
    try:
        with path.open("rb") as file:
            tree = json.loads(file.read(SIZE))
        return [_start(cast("dict[str, Any]", one)) for one in tree][-MOST:]
    except (OSError, ValueError, TypeError, KeyError, IndexError, AttributeError):
        return []


def _start(fields: dict[str, Any]) -> Start:
    error = unpacked(fields["error"])
    return Start(
        str(fields["boot"]),
        float(fields["at"]),
        int(fields["utc_ms"]),
        str(fields["version"]),
        bool(fields["was_idle"]),
        error if isinstance(error, Text) else str(error),
    )


def _boot_id() -> str:
    try:
        return _BOOT.read_text("ascii").strip()
    except (OSError, ValueError):
        return "unknown"


def spare_folder() -> Path | None:
    """A folder in memory, where starts are counted while the disk takes nothing."""
    named = os.environ.get("XDG_RUNTIME_DIR")
    return Path(named) if named else None
