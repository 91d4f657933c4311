"""What the safe screen's buttons do, though the history may be damaged and the disk full."""

import logging
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from kiosk import __version__
from kiosk.clock import Clock, SystemClock
from kiosk.coaches import lock_s
from kiosk.errors import ExportError, HistoryError, KioskError
from kiosk.export.bundle import export, folder_name
from kiosk.export.safe_file import at_the_screen, make_folder, whole_file
from kiosk.export.target import Target, opened_target
from kiosk.history.backup import copy_history
from kiosk.history.backups import FOLDER, backups_in
from kiosk.history.database import DATABASE_NAME, make_engine
from kiosk.history.integrity import open_to_read
from kiosk.history.lock import DataLock
from kiosk.history.queries import History
from kiosk.history.restore import restore
from kiosk.history.room import EXPORTS
from kiosk.history.trouble import sentence_for
from kiosk.release import notes
from kiosk.release.layout import CURRENT, Home
from kiosk.release.told import newest_outcome
from kiosk.safe_port import SafeFacts
from kiosk.starts import Start
from kiosk.stick import BACKUP_NAME, StickPort
from kiosk.words import text

FORMATS: Final = ("csv", "fit", "summary")
_logger = logging.getLogger(__name__)


class SafeDesk:
    """The SafeDeeds of a kiosk that does not come up; needs no settings, no roster, no devices."""

    def __init__(
        self,
        data: Path,
        sentence: str,
        newest: Start | None = None,
        *,
        clock: Clock | None = None,
        sticks: StickPort | None = None,
        home: Home | None = None,
        time_zone: tzinfo | None = None,
    ) -> None:
        self._data = data
        self._history = data / DATABASE_NAME
        self._sentence = sentence
        self._newest = newest
        self._clock = clock or SystemClock()
        self._sticks = sticks
        self._home = home
        self._time_zone = time_zone
        self._failures = 0
        self._locked_until = 0.0

    def facts(self) -> SafeFacts:
        backup = next(iter(backups_in(self._data / FOLDER)), None)
        outcome = newest_outcome(self._data, self._home)
        return SafeFacts(
            self._sentence,
            __version__,
            at=None if self._newest is None else self._time(self._newest.utc_ms / 1000),
            previous=self._previous(),
            backup=None if backup is None else backup.made.astimezone(self._time_zone),
            asks_pin=bool(self._digests()),
            outcome="" if outcome is None else outcome.sentence,
        )

    # -- out --------------------------------------------------------------------------------------

    def export(self, tell: Callable[[str], None], go_on: Callable[[], bool]) -> str:
        try:
            with opened_target(self._data / EXPORTS, self._sticks) as target:
                make_folder(target.folder)
                self._copy(target, tell)
                left = self._sessions(target, tell, go_on)
                where = self._where(target)
        except ExportError as error:
            return at_the_screen(error)
        except (KioskError, OSError) as error:
            return text("It could not be taken out: {why}", why=str(error))
        return where if left is None else text("{where} {left}", where=where, left=left)

    def _copy(self, target: Target, tell: Callable[[str], None]) -> None:
        """The history first: checked where it is whole, else as it lies there."""
        if not self._history.exists():
            return
        tell(text("The history itself."))
        target.check()
        try:
            copy_history(self._history, target.folder / BACKUP_NAME)
        except HistoryError as error:
            _logger.warning("%s", error)
            for part in sorted(self._data.glob(f"{DATABASE_NAME}*")):
                target.check()
                with (
                    whole_file(target.folder / f"damaged-{part.name}") as out,
                    part.open("rb") as file,
                ):
                    shutil.copyfileobj(file, out)

    def _sessions(
        self, target: Target, tell: Callable[[str], None], go_on: Callable[[], bool]
    ) -> str | None:
        """The newest first, those that lie there already left out; why not all of them."""
        if not self._history.exists():
            return text("There is no history yet.")
        engine = make_engine(self._history)
        try:
            history = History(engine)
            sessions = history.sessions()[::-1]
            for done, session in enumerate(sessions):
                if not go_on():
                    return text(
                        "Stopped after {done} of {of} sessions.", done=done, of=len(sessions)
                    )
                tell(text("{done} of {of} sessions", done=done, of=len(sessions)))
                target.check()
                if not (target.folder / folder_name(session)).exists():
                    export(history, target.folder, [session.id], FORMATS)
        except HistoryError as error:
            _logger.warning("%s", error)
            return text("The sessions cannot be read, but the history has been copied as it is.")
        finally:
            engine.dispose()
        return None

    def _where(self, target: Target) -> str:
        if target.stick is not None:
            return text("The history is on the stick. You can pull it now.")
        return text(
            "No stick was in: the history lies in {folder}. Put a stick in and try again.",
            folder=target.folder,
        )

    # -- back -------------------------------------------------------------------------------------

    def restore(self) -> str:
        """The newest backup that is good."""
        sentence = text("There is no good backup.")
        try:
            with DataLock(self._data) as lock:
                for backup in backups_in(self._data / FOLDER):
                    try:
                        restore(backup.path, self._history, lock, self._clock.utc_ms())
                    except HistoryError as error:
                        _logger.warning("%s", error)
                        sentence = text("{error}", error=str(error))
                    else:
                        return text("The backup has been restored. Try again now.")
        except KioskError as error:
            return str(error)
        return sentence

    def go_back(self) -> str:
        try:
            notes.ask(self._data, notes.Request("back"))
        except OSError as error:
            return text("It could not be asked for ({why}).", why=error.strerror or "")
        return text("The version before is being put back: the kiosk starts anew in a minute.")

    def pin_refusal(self, pin: str) -> str:
        """As for coaches, but counted in memory: nothing here can be lost by it."""
        if self._clock.monotonic() < self._locked_until:
            return text("Too many wrong PINs: wait a while.")
        for digest in self._digests():
            with suppress(VerificationError, InvalidHashError):
                if PasswordHasher().verify(digest, pin):
                    self._failures = 0
                    return ""
        self._failures += 1
        self._locked_until = self._clock.monotonic() + lock_s(self._failures)
        return text("That is not the PIN.")

    def _digests(self) -> list[str]:
        """Of the administrator if there is one, else of the coaches; of a backup if need be."""
        for path in (self._history, *(one.path for one in backups_in(self._data / FOLDER))):
            found = _digests_in(path)
            if found is not None:
                return found
        return []

    def _previous(self) -> str | None:
        if self._home is None:
            return None
        running = self._home.version_of(CURRENT)
        older = [one for one in self._home.installed() if one != running]
        return older[0] if older else None

    def _time(self, seconds: float) -> datetime:
        return datetime.fromtimestamp(seconds, self._time_zone).astimezone(self._time_zone)


def _digests_in(path: Path) -> list[str] | None:
    """None where the file cannot be read."""
    try:
        with closing(open_to_read(path)) as opened:
            columns = {row[1] for row in opened.execute("PRAGMA table_info(coach)")}
            if "role" not in columns:
                return (
                    [row[0] for row in opened.execute("SELECT pin_hash FROM coach")]
                    if columns
                    else []
                )
            rows = opened.execute("SELECT role, pin_hash FROM coach").fetchall()
    except (sqlite3.Error, UnicodeDecodeError, OSError) as error:
        _logger.info(
            "No PIN from %s: %s",
            path,
            sentence_for(error, path) if isinstance(error, sqlite3.Error) else error,
        )
        return None
    admin = [digest for role, digest in rows if role == "admin"]
    return admin or [digest for role, digest in rows if role != "recovery"]
