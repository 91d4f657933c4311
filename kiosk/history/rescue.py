"""At start: a history that is damaged is set aside, and what is left of it goes into a good one."""

import json
import logging
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from kiosk.errors import HistoryError
from kiosk.files import keep_names
from kiosk.history.aside import finish, new_folder, replace_history, work_folder
from kiosk.history.backups import (
    FOLDER,
    backups_in,
    copy_file,
    is_good_key,
    key_of,
    needed_bytes,
)
from kiosk.history.database import open_engine
from kiosk.history.diagnosis import MARK, damage_of
from kiosk.history.erased import Entry, erased_in
from kiosk.history.lock import DataLock
from kiosk.history.patched import readable_source
from kiosk.history.restore import close_alone, leave_out, prepare
from kiosk.history.room import make_room
from kiosk.history.salvage import Salvaged, salvage
from kiosk.history.trouble import sentence_for
from kiosk.tags import KEY_FILE
from kiosk.words import Text, text

KIND: Final = "damaged"
_ACCOUNT: Final = "account.json"
_READ: Final = "account.read"
_DONORS: Final = 3
"""Backups whose schema is tried where that of the damaged one is lost."""

_logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Account:
    """What happened, kept beside the damaged history."""

    folder: str
    """Name of the folder with the damaged one, in the data directory."""
    verdict: str
    """SQLite's words."""
    backup: str | None
    """ISO time, UTC, of the backup that was restored; None: there was no good one."""
    rows: int
    """Read of the damaged one."""
    lost: tuple[str, ...]
    """What could not be read, for whoever looks after the kiosk."""

    @property
    def sentence(self) -> Text:
        """For the screen, until somebody has read it."""
        if self.backup is None:
            return text(
                "The history on the disk was damaged and there was no backup: what could still be "
                "read is in a new one, and the damaged one is kept in {folder}. Have the card or "
                "disk replaced.",
                folder=self.folder,
            )
        return text(
            "The history on the disk was damaged: the backup of {day} has been restored, what "
            "could still be read has been added to it, and the damaged one is kept in {folder}. "
            "Have the card or disk replaced.",
            day=self.backup[:10],
            folder=self.folder,
        )


def rescue(history: Path, lock: DataLock | None, utc_ms: int) -> Account | None:
    """Looks whether `history` is damaged, and if so puts a good one in its place: the newest good
    backup, or else a new one, with all that can be read of the damaged one added.

    Call it with the data lock held and before anybody opens the history. None when there was
    nothing to do; also for a file of another kind, of a newer Switchback, or one that cannot be
    opened for another reason: opening it says so. Raises HistoryError when the disk takes no copy;
    everything is then as it was.
    """
    try:
        if not history.parent.is_dir():
            return None
        finish(history)
        verdict = damage_of(history)
        if verdict is None:
            return None
        _logger.warning("%s is damaged (%s) and is put right", history, verdict)
        return _put_right(history, verdict, lock, utc_ms)
    except sqlite3.Error as error:
        raise HistoryError(sentence_for(error, history)) from error
    except OSError as error:
        raise HistoryError(
            text(
                "{history} is damaged and cannot be put right ({strerror}): make room on the disk "
                "and start again.",
                history=history,
                strerror=error.strerror,
            )
        ) from error


def accounts(data: Path) -> list[Account]:
    """Those that nobody has read yet, the oldest first."""
    found: list[Account] = []
    for folder in sorted(data.glob(f"{KIND}-*")):
        is_done = (folder / "history.sqlite3").exists() and not (folder / _READ).exists()
        try:
            if is_done:
                fields = json.loads((folder / _ACCOUNT).read_text())
                found.append(Account(**(fields | {"lost": tuple(fields["lost"])})))
        except (OSError, ValueError, TypeError, KeyError) as error:
            _logger.info("No account in %s: %s", folder, error)
    return found


def acknowledge(data: Path) -> None:
    """Somebody has read all accounts; they are kept. Raises OSError."""
    for account in accounts(data):
        (data / account.folder / _READ).touch(mode=0o600)
        keep_names(data / account.folder)


def _put_right(history: Path, verdict: str, lock: DataLock | None, utc_ms: int) -> Account:
    data = history.parent
    folder = data / FOLDER
    if folder.is_dir():
        make_room(data, needed_bytes(history))
    work = work_folder(data)
    erased = erased_in(data)
    ready, backup, made = _newest_good(folder, work / history.name, lock, erased)
    came = _salvaged(history, ready, work, lock, utc_ms)
    leave_out(ready, lock, erased)  # what could be read may be of before, too
    aside = new_folder(data, KIND, utc_ms)
    account = Account(
        aside.name,
        verdict,
        None if made is None else made.isoformat(timespec="minutes"),
        came.rows,
        tuple(came.lost),
    )
    (aside / _ACCOUNT).write_text(json.dumps(asdict(account), indent=2))
    (aside / _ACCOUNT).chmod(0o600)
    if backup is not None and is_good_key(key_of(backup)) and not is_good_key(data / KEY_FILE):
        copy_file(key_of(backup), data / KEY_FILE)
    replace_history(history, ready, aside)
    (data / MARK).unlink(missing_ok=True)
    return account


def _newest_good(
    folder: Path, work: Path, lock: DataLock | None, erased: Mapping[Entry, int]
) -> tuple[Path, Path | None, datetime | None]:
    """A history to go on from, which backup it is and of when; a new one when none is good."""
    for backup in backups_in(folder):
        try:
            prepare(backup.path, work, lock, erased)
        except HistoryError as error:
            _logger.warning("%s", error)
            for left in work.parent.iterdir():
                left.unlink()
        else:
            return work, backup.path, backup.made.astimezone(UTC)
    open_engine(work, lock).dispose()
    return work, None, None


def _salvaged(
    history: Path, ready: Path, work: Path, lock: DataLock | None, utc_ms: int
) -> Salvaged:
    """What was added to `ready`; whatever goes wrong in it, the backup alone is still good."""

    def fresh() -> Path:
        new = work / "new.sqlite3"
        open_engine(new, lock).dispose()
        close_alone(new)
        return new

    copies = [backup.path for backup in backups_in(history.parent / FOLDER)[:_DONORS]]
    donors = (*(lambda path=path: path for path in copies), fresh)
    try:
        with closing(readable_source(history, work / "patched.sqlite3", donors)) as source:
            return salvage(source, ready, utc_ms)
    except HistoryError as error:
        _logger.error("Nothing could be added to the backup: %s", error)  # noqa: TRY400
        return Salvaged(lost=[f"everything: {error}"])
