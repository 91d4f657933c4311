"""The thread that backs the history up while nobody trains, and keeps an eye on the disk."""

import logging
import os
import shutil
import threading
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from kiosk.clock import Clock
from kiosk.errors import HistoryError
from kiosk.history.backup import GivenUpError
from kiosk.history.backups import FOLDER, SPARE_BYTES, backups_in, redate
from kiosk.history.diagnosis import mark
from kiosk.history.erased import erased_in
from kiosk.history.forgetting import forget_in_copies
from kiosk.history.integrity import READ_ERRORS, open_to_read, quick_check
from kiosk.history.room import Outlook, copies_in, make_own_backup, make_room, outlook, sweep
from kiosk.words import Number, text

EVERY_S: Final = 10.0
START_S: Final = 30.0
"""After the start nothing happens for so long: people may be waiting."""
QUIET_S: Final = 45 * 60.0
"""Nobody has trained for so long: the evening is over, or may be."""
DAY_MS: Final = 24 * 3600 * 1000
DAY_S: Final = DAY_MS / 1000
RETRY_S: Final = 3600.0
WARN_PERCENT, CALM_PERCENT = 80.0, 78.0
WARN_WEEKS: Final = 8
"""With room for backups for fewer it is time to buy a card."""
KNOWN_WEEKS: Final = 52
"""Nobody is told of more."""
FULL_BYTES: Final = 16_000_000
"""With less the disk counts as full."""
END_S: Final = 2.0
"""How long the end of the kiosk waits at most for a copy to notice that it is to be given up."""
_KINDNESS: Final = 10
"""Of the thread: whatever else there is comes first."""

Tell = Callable[[str | None], None]
"""Takes a sentence that says what is wrong, and None when that is over."""

_logger = logging.getLogger(__name__)


class BackupWatch:
    """A backup is made when the newest is older than a day, and after training; one that has begun
    is given up when a session starts or the kiosk ends, and made later.

    `tell` says when backups fail, `tell_disk` when the disk is 80 % full or backups will not fit
    for much longer, and when it is full; both are called in this thread.
    """

    def __init__(self, history: Path, clock: Clock, tell: Tell, tell_disk: Tell) -> None:
        self._history = history
        self._clock = clock
        self._tell = tell
        self._tell_disk = tell_disk
        self._is_training = False
        self._has_trained = False
        """Since the newest backup, as far as this run knows."""
        self._quiet_at = clock.monotonic() + START_S
        """From when on nothing speaks against a backup."""
        self._made_at = float("-inf")
        """When this run made its newest."""
        self._ends = False
        self._is_warned = ""
        self._outlook: Outlook | None = None
        self._looked_out_at = float("-inf")
        self._free_then = 0
        """Bytes, when it was looked how long the disk will last."""
        self._forgotten: tuple[object, ...] = ()
        """How many were erased, and in which copies nobody of them is."""
        self._wake = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="backups", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._ends = True
        self._wake.set()
        self._thread.join(END_S)

    def look(self, is_training: bool) -> None:
        """Whether a session runs now; waits for nothing. Called in the pump's thread."""
        if is_training or self._is_training:
            self._has_trained = True
            self._quiet_at = self._clock.monotonic() + QUIET_S
        self._is_training = is_training

    def need_room(self) -> None:
        """Something could not be written: the disk is looked at now. Any thread; never waits."""
        self._wake.set()

    # -- the thread ------------------------------------------------------------------------------

    def _watch(self) -> None:
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _KINDNESS)
        while True:
            self._wake.wait(EVERY_S)
            self._wake.clear()
            if self._ends:
                return
            try:
                self.look_at_disk()
                self.back_up_if_due()
                self.forget_if_due()
                self.look_out_if_due()
            except Exception:  # this thread must outlive whatever it is
                _logger.exception("The history was not backed up")
                self._quiet_at = self._clock.monotonic() + RETRY_S

    def back_up_if_due(self) -> bool:
        """Whether a backup has been made."""
        if not self._may_go_on() or not self._is_due():
            return False
        try:
            sweep(self._history.parent, self._clock.utc_ms())
            if self._clock.synchronised():
                redate(self._history.parent / FOLDER, self._clock.utc_ms())
            made = make_own_backup(self._history, self._name_ms(), self._may_go_on)
        except GivenUpError:
            return False
        except (HistoryError, OSError) as error:
            self._quiet_at = self._clock.monotonic() + RETRY_S
            _logger.warning("No backup was made: %s", error)
            self._tell(self._damage() or text("No backup could be made: {why}", why=str(error)))
            return False
        self._has_trained = False
        self._made_at = self._clock.monotonic()
        self._looked_out_at = float("-inf")
        for one in made.damaged:
            _logger.warning("%s", one)
        self._tell(None)
        return True

    def forget_if_due(self) -> None:
        """Whoever has been erased goes out of older copies too; given up like a backup."""
        if not self._may_go_on() or self._clock.monotonic() < self._quiet_at:
            return
        data = self._history.parent
        try:
            present = (len(erased_in(data)), *copies_in(data))
            if present != self._forgotten and forget_in_copies(data, self._may_go_on):
                self._forgotten = (present[0], *copies_in(data))
        except (HistoryError, OSError) as error:
            self._quiet_at = self._clock.monotonic() + RETRY_S
            _logger.warning("Erased people are still in a backup: %s", error)
            self._tell(text("No backup could be cleaned: {why}", why=str(error)))

    def look_out_if_due(self) -> None:
        """Once a day, and after every backup: how long the disk will last."""
        now = self._clock.monotonic()
        if not self._may_go_on() or now < max(self._quiet_at, self._looked_out_at + DAY_S):
            return
        self._looked_out_at = now
        with suppress(OSError):  # whoever writes there says so
            self._free_then = shutil.disk_usage(self._history.parent).free
            self._outlook = outlook(self._history)

    def look_at_disk(self) -> None:
        """Tells of a disk that fills up; once it is full, what may give way goes."""
        try:
            usage = shutil.disk_usage(self._history.parent)
            if usage.free < FULL_BYTES:
                make_room(self._history.parent, SPARE_BYTES)
                usage = shutil.disk_usage(self._history.parent)
        except OSError:
            return  # whoever writes there says so
        if abs(usage.free - self._free_then) > SPARE_BYTES:  # somebody has made room, or taken it
            self._looked_out_at = float("-inf")
        percent = 100 * usage.used / (usage.used + usage.free)
        if usage.free < FULL_BYTES:
            self._warn(
                "full",
                text(
                    "The disk is full: training goes on and is kept in memory. Have somebody make "
                    "room on the disk before the kiosk is turned off."
                ),
            )
        elif self._outlook is not None and self._lasts(self._outlook, percent):
            self._warn(
                f"lasting {self._outlook}",
                text(
                    "The disk is {percent} % full. Weeks of training that still fit: {weeks}, of "
                    "new backups: {fewer}. Have somebody make room on it, or put in a larger one.",
                    percent=Number(percent),
                    weeks=Number(self._outlook.without),
                    fewer=Number(self._outlook.with_backups),
                ),
            )
        elif percent >= WARN_PERCENT:
            self._warn(
                "filling",
                text(
                    "The disk is {percent} % full: have somebody make room on it, or put in a "
                    "larger one.",
                    percent=Number(percent),
                ),
            )
        elif self._is_warned and (percent < CALM_PERCENT or self._is_warned != "filling"):
            self._warn("", None)

    def _lasts(self, seen: Outlook, percent: float) -> bool:
        """Whether its weeks are to be told: so few are a reason to, and few enough to count."""
        level = KNOWN_WEEKS if percent >= WARN_PERCENT else WARN_WEEKS
        return seen.with_backups < level

    def _warn(self, what: str, sentence: str | None) -> None:
        if what != self._is_warned:
            self._is_warned = what
            self._tell_disk(sentence)

    def _may_go_on(self) -> bool:
        return not self._ends and not self._is_training

    def _is_due(self) -> bool:
        if self._clock.monotonic() < self._quiet_at:
            return False
        newest = next(iter(backups_in(self._history.parent / FOLDER)), None)
        if newest is None or self._has_trained:
            return True
        age_ms = self._clock.utc_ms() - newest.made.timestamp() * 1000
        if age_ms >= 0:
            return age_ms >= DAY_MS
        # It was made while the clock was wrong, or is wrong now: then the days of this run count.
        return (self._clock.monotonic() - self._made_at) * 1000 >= DAY_MS

    def _name_ms(self) -> int:
        """The time for its name; while nobody has set the clock it is later than all others."""
        now = self._clock.utc_ms()
        newest = next(iter(backups_in(self._history.parent / FOLDER)), None)
        if newest is None or self._clock.synchronised():
            return now
        return max(now, int(newest.made.timestamp() * 1000) + 60_000)

    def _damage(self) -> str | None:
        """Whether it is the history itself that is damaged: the next start then puts it right."""
        try:
            with closing(open_to_read(self._history, self._may_go_on)) as connection:
                verdict = quick_check(connection)
        except READ_ERRORS:
            return None
        if verdict == "ok":
            return None
        mark(self._history.parent)
        return text(
            "The history on the disk is damaged: start the kiosk again once nobody trains, and it "
            "is put right from the newest backup."
        )
