"""Brings a history to the present schema: all of it or nothing, and only after a copy."""

from contextlib import nullcontext, suppress
from pathlib import Path

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError

from kiosk.errors import HistoryError
from kiosk.history.backup import copy_history
from kiosk.history.backups import needed_bytes
from kiosk.history.lock import DataLock
from kiosk.history.room import make_room
from kiosk.history.trouble import not_a_history

SCRIPTS = Path(__file__).parent / "migrations"
HEAD = "0005"
"""The newest revision in SCRIPTS; known here so that a history of today opens without Alembic."""


def migrate(
    engine: Engine,
    path: Path,
    lock: DataLock | None = None,
    scripts: Path = SCRIPTS,
    head: str = HEAD,
) -> None:
    """Upgrades the history at `path`, or fills an empty file.

    `engine` must have foreign keys off: SQLite alters a table by making it anew, and dropping the
    old one would delete its children. Raises HistoryError when the file is not a history, comes
    from a newer Switchback, is in use by a running kiosk, or a step fails.
    """
    with engine.begin() as connection:
        revision = _revision_of(connection, path)
    if revision == head:
        return
    if revision is None:
        _upgrade(engine, path, scripts, copy=None)
        return
    copy = path.with_name(f"{path.stem}.before-{head}{path.suffix}")
    _check_known(revision, path, scripts)
    with DataLock(path.parent) if lock is None else nullcontext():
        with suppress(OSError):  # the copy says why it cannot be written
            make_room(path.parent, needed_bytes(path))
        copy_history(path, copy)
        _upgrade(engine, path, scripts, copy)


def _revision_of(connection: Connection, path: Path) -> str | None:
    """The schema's revision, None for an empty file."""
    tables = set(connection.scalars(text("SELECT name FROM sqlite_master WHERE type = 'table'")))
    if not tables:
        return None
    if not {"alembic_version", "session", "athlete"} <= tables:
        raise HistoryError(not_a_history(path))
    revision = connection.scalar(text("SELECT version_num FROM alembic_version"))
    if revision is None:
        raise HistoryError(not_a_history(path))
    return str(revision)


def _check_known(revision: str, path: Path, scripts: Path) -> None:
    from alembic.script import ScriptDirectory  # noqa: PLC0415 - see HEAD

    known = {script.revision for script in ScriptDirectory(str(scripts)).walk_revisions()}
    if revision not in known:
        raise HistoryError(
            f"{path} was written by a newer Switchback (schema {revision}): install that version "
            "again, or set data_directory to another folder."
        )


def _upgrade(engine: Engine, path: Path, scripts: Path, copy: Path | None) -> None:
    from alembic import command  # noqa: PLC0415 - see HEAD
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    kept = (
        "nothing in it has changed"
        if copy is None
        else f"nothing has changed, and {copy} is a copy"
    )
    try:
        with engine.execution_options(writes=True).begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            orphans = connection.execute(text("PRAGMA foreign_key_check")).fetchall()
            if orphans:
                raise HistoryError(
                    f"{path} could not be upgraded, because {len(orphans)} rows in it would point "
                    f"nowhere; {kept}: install the former Switchback again."
                )
    except DBAPIError as error:
        raise HistoryError(
            f"{path} could not be upgraded ({error.orig}); {kept}: make sure that the disk is not "
            "full and start again, or install the former Switchback again."
        ) from error
