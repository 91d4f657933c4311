"""The support bundle: what helps whoever mends the kiosk, and nothing of anybody's health."""

import json
import platform
import sqlite3
import subprocess
import time
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import Any, BinaryIO, Final, cast

from kiosk import __version__
from kiosk.health_port import HealthLine
from kiosk.history.backups import FOLDER, backups_in
from kiosk.history.database import DATABASE_NAME
from kiosk.history.integrity import open_to_read
from kiosk.scrubbed import scrub, words_of
from kiosk.settings import Settings

UNIT: Final = "switchback.service"
MOST_LINES: Final = 4000
NO_JOURNAL: Final = "Nothing can be read by this user: 'sudo switchback support FILE' reads it."
_JOURNAL: Final = (
    "journalctl", "--unit", UNIT, "--output", "json", "--no-pager", "--since", "-14d",
    "--lines", str(MOST_LINES),
)  # fmt: skip
_PEOPLE: Final = ("athlete", "coach", "session_athlete")
"""Tables with a column of names."""
_LIBRARIES: Final = (
    "PySide6_Essentials", "SQLAlchemy", "alembic", "argon2-cffi", "dbus-fast", "gpiozero",
    "openant", "pydantic", "pyserial",
)  # fmt: skip
_README: Final = """\
Made by Switchback for whoever helps this club. There is no name, no strap's number and no heart
rate in it: of the journal only the program's own words are left, and numbers are "#".
"""


@dataclass(frozen=True, slots=True)
class Seen:
    """What else goes in: how devices and machine are, as the screen or the doctor says it."""

    devices: Sequence[Mapping[str, object]] = ()
    """Each with "what", "verdict" and "message"; straps are left out by whoever makes it."""
    machine: Sequence[HealthLine] = ()


def read_journal() -> Iterable[str]:
    """The unit's newest lines as systemd keeps them, one JSON object each; none where it cannot be
    read.
    """
    try:
        done = subprocess.run(_JOURNAL, capture_output=True, timeout=20, check=False)
    except (OSError, subprocess.SubprocessError):
        return []
    return done.stdout.decode("utf-8", "replace").splitlines()


def write_bundle(
    file: BinaryIO,
    settings: Settings,
    seen: Seen,
    journal: Callable[[], Iterable[str]] = read_journal,
) -> None:
    """A zip file. Raises OSError when the disk does not take it; all else that cannot be read is
    said in the file, for whoever is in trouble needs it most.
    """
    began = time.perf_counter()
    history, names = _history(settings.data_path)
    names = [*names, settings.club.name, *(station.name for station in settings.stations)]
    hidden = words_of(names)
    parts = {
        "versions.json": _versions(),
        "configuration.json": _configuration(settings),
        "machine.json": [asdict(_plain(line, hidden)) for line in seen.machine],
        "devices.json": [_device(one, hidden) for one in seen.devices],
        "history.json": history,
        "files.json": _files(settings.data_path),
    }
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as bundle:
        bundle.writestr("README.txt", _README)
        lines = [_line(one, hidden) for one in journal()]
        said = "\n".join(filter(None, lines)) or NO_JOURNAL
        bundle.writestr("journal.txt", said + "\n")
        for name, content in parts.items():
            bundle.writestr(name, json.dumps(content, ensure_ascii=False, indent=1, default=str))
        took_ms = round((time.perf_counter() - began) * 1000)
        bundle.writestr("timing.json", json.dumps({"made_in_ms": took_ms}))


def _versions() -> dict[str, object]:
    found: dict[str, object] = {
        "switchback": __version__,
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "kernel": platform.release(),
        "machine": platform.machine(),
    }
    for name in _LIBRARIES:
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            found[name] = None
    return found


def _configuration(settings: Settings) -> dict[str, Any]:
    """As it is understood, without what people have named, and without a device's own number."""
    tree = settings.model_dump(mode="json")
    tree["club"].pop("name", None)
    tree.pop("notify", None)
    places: dict[str, str] = {}
    for number, station in enumerate(tree["stations"], 1):
        places[station["name"]] = f"station {number}"
        station["name"] = places[station["name"]]
        station["equipment"] = station["equipment"] is not None
        station["incline"]["ascii"].pop("pattern", None)
    for reader in tree["readers"]:
        reader["station"] = places.get(reader["station"])
    return tree


def _plain(line: HealthLine, names: frozenset[str]) -> HealthLine:
    """What the machine says of itself has no names, but for what a start ended with."""
    if line.what != "start":
        return line
    return HealthLine(line.what, line.title, line.verdict, scrub(line.message, names), line.value)


def _device(one: Mapping[str, object], names: frozenset[str]) -> dict[str, object]:
    what = str(one.get("what", "")).partition(":")[0]
    said = scrub(str(one.get("message", "")), names)
    return {"what": what, "verdict": one.get("verdict"), "message": said}


def _history(data: Path) -> tuple[dict[str, object], list[str]]:
    """Sizes of its tables and its schema; and every name in it, to be taken out elsewhere."""
    path = data / DATABASE_NAME
    found: dict[str, object] = {}
    names: list[str] = []
    began = time.perf_counter()
    try:
        with closing(open_to_read(path)) as connection:
            tables = [
                str(row[0])
                for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
            ]
            for table in _PEOPLE:
                if table in tables:
                    rows = connection.execute(f'SELECT DISTINCT name FROM "{table}"')  # noqa: S608
                    names += [str(row[0]) for row in rows]
            found["schema"] = [
                row[0] for row in connection.execute("SELECT version_num FROM alembic_version")
            ]
            found["rows"] = {
                table: connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]  # noqa: S608
                for table in tables
            }
    except sqlite3.Error as error:
        found["trouble"] = type(error).__name__
    found["read_in_ms"] = round((time.perf_counter() - began) * 1000)
    return found, names


def _files(data: Path) -> dict[str, object]:
    """How much lies there, by kind: files' names may be people's."""
    sizes: dict[str, list[int]] = {}
    for path in sorted(data.rglob("*")):
        if path.is_file() and not path.is_symlink():
            top = path.relative_to(data).parts[0]
            kind = top if top in ("backups", "exports", "protocols", "import") else "data"
            sizes.setdefault(kind, []).append(path.stat().st_size)
    backups = [one.made.isoformat() for one in backups_in(data / FOLDER)]
    counted = {kind: {"files": len(all_), "bytes": sum(all_)} for kind, all_ in sizes.items()}
    return {"by_kind": counted, "backups": backups}


def _line(words: str, names: frozenset[str]) -> str:
    """ "2026-05-12T18:03:22Z 4 No ANT stick found"; "" for what is no line of a journal."""
    try:
        entry = cast("dict[str, Any]", json.loads(words))
        micros, level = int(entry["__REALTIME_TIMESTAMP"]), int(entry.get("PRIORITY", 6))
        said = entry.get("MESSAGE") or ""
    except (ValueError, KeyError, TypeError, AttributeError):
        return ""
    if isinstance(said, list):  # bytes that are no text
        said = bytes(cast("list[int]", said)).decode("utf-8", "replace")
    at = datetime.fromtimestamp(micros // 1_000_000, UTC)
    return f"{at:%Y-%m-%dT%H:%M:%SZ} {level} {scrub(str(said), names)}"
