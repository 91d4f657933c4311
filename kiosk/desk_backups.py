"""The commands on backups: making one, putting one in the history's place, looking for damage."""

import sqlite3
from contextlib import closing
from pathlib import Path

from rich.console import Console
from rich.table import Table

from kiosk.answers import local, say
from kiosk.clock import SystemClock
from kiosk.errors import HistoryError
from kiosk.history.backup import copy_history
from kiosk.history.backups import (
    FOLDER,
    backups_in,
    copy_file,
    is_good_key,
    key_of,
    make_backup,
    sessions_in,
)
from kiosk.history.database import DATABASE_NAME
from kiosk.history.integrity import DamagedMinute, damaged_minutes, open_to_read, quick_check
from kiosk.history.lock import DataLock
from kiosk.history.rescue import accounts, acknowledge
from kiosk.history.restore import restore
from kiosk.history.room import make_own_backup
from kiosk.history.trouble import sentence_for
from kiosk.settings import load_settings
from kiosk.tags import KEY_FILE
from kiosk.words import text


def back_up(config: Path | None, file: Path | None, out: Path | None) -> None:
    """`switchback backup`: into the data directory, a folder, or a file of any name."""
    path = _history(config)
    if file is not None:
        damaged, made = copy_history(path, file), file
        if is_good_key(path.parent / KEY_FILE):
            copy_file(path.parent / KEY_FILE, key_of(file))
    else:
        utc_ms = SystemClock().utc_ms()
        done = make_own_backup(path, utc_ms) if out is None else make_backup(path, out, utc_ms)
        damaged, made = done.damaged, done.path
    say(f"{made} is a verified backup.")
    _tell_of_minutes(damaged)


def restore_history(config: Path | None, file: Path) -> None:
    """`switchback restore`."""
    data = load_settings(config).settings.data_path
    with DataLock(data) as lock:
        done = restore(file.absolute(), data / DATABASE_NAME, lock, SystemClock().utc_ms())
    say(f"{file} has been restored; what was there before lies in {done.aside}.")
    _tell_of_minutes(done.damaged)


def list_backups(config: Path | None) -> None:
    """`switchback backups`: the newest first."""
    settings = load_settings(config).settings
    backups = backups_in(settings.data_path / FOLDER)
    table = Table("Made", "Sessions", "MB", "File")
    for backup in backups:
        count = sessions_in(backup)
        table.add_row(
            f"{local(int(backup.made.timestamp() * 1000), settings):%Y-%m-%d %H:%M}",
            "cannot be read" if count is None else str(count),
            f"{backup.size / 1e6:.1f}",
            backup.path.name,
        )
    if not backups:
        say("There is no backup yet: `switchback backup` makes one.")
        return
    say(f"In {settings.data_path / FOLDER}:")
    Console().print(table)


def check(config: Path | None, is_seen: bool) -> int:
    """`switchback check`: 1 when anything is damaged."""
    path = _history(config)
    try:
        with closing(open_to_read(path)) as connection:
            verdict = quick_check(connection)
            damaged = list(damaged_minutes(connection)) if verdict == "ok" else []
    except sqlite3.Error as error:
        raise HistoryError(sentence_for(error, path)) from error
    if verdict != "ok":
        say(f"{path} is damaged ({verdict}): start the kiosk, and it is put right.")
    for one in damaged:
        say(str(one))
    for account in accounts(path.parent):
        say(account.sentence)
        for line in account.lost:
            say(f"  {line}")
    if is_seen:
        acknowledge(path.parent)
    if verdict == "ok" and not damaged:
        say(f"{path} is whole.")
    return 0 if verdict == "ok" and not damaged else 1


def _history(config: Path | None) -> Path:
    path = load_settings(config).settings.data_path / DATABASE_NAME
    if not path.is_file():
        raise HistoryError(text("There is no history in {folder} yet.", folder=path.parent))
    return path


def _tell_of_minutes(damaged: tuple[DamagedMinute, ...]) -> None:
    for one in damaged:
        say(str(one))
