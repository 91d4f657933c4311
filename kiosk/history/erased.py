"""The list of those who were erased, beside the history: no backup may bring anybody back.

It has numbers only, a line for each entry that was erased: its id, when it was made, and when it
was erased, both UTC in ms. A backup may be older than any table could know, hence a file.
"""

import os
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Final

from sqlalchemy import Engine

from kiosk.files import keep_names

LIST: Final = "erased.txt"
"""In the data directory."""
_TAKEN_BACK: Final = 0
_FIELDS: Final = 4
"""The last is a dot: without it the line is not whole."""

Entry = tuple[int, int]
"""A roster entry: its id, and when it was made. The id alone may be somebody else's by now."""


def data_of(engine: Engine) -> Path | None:
    """The data directory; None where the history is no file."""
    name = engine.url.database
    is_file = engine.dialect.name == "sqlite" and name not in (None, "", ":memory:")
    return Path(name).parent if is_file and name else None


def erased_in(data: Path | None) -> Mapping[Entry, int]:
    """When each of them was erased, UTC ms. Raises OSError when the list cannot be read."""
    found: dict[Entry, int] = {}
    try:
        lines = [] if data is None else (data / LIST).read_bytes().split(b"\n")
    except FileNotFoundError:
        return {}
    for line in lines:
        fields = line.split()
        if len(fields) == _FIELDS:  # else a power cut has torn it, and nobody was erased
            athlete_id, created, erased = map(int, fields[:-1])
            found[athlete_id, created] = erased
    return {entry: erased for entry, erased in found.items() if erased != _TAKEN_BACK}


def note_erased(data: Path | None, entries: Iterable[Entry], utc_ms: int) -> None:
    """Adds them, on the disk when this returns. Raises OSError."""
    if data is None:
        return
    lines = "".join(f"{athlete_id} {created} {utc_ms} .\n" for athlete_id, created in entries)
    flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC
    descriptor = os.open(data / LIST, flags, 0o600)
    try:
        # what comes first ends a line that was torn
        os.write(descriptor, f"\n{lines}".encode())
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    keep_names(data)


def take_back(data: Path | None, entries: Collection[Entry]) -> None:
    """They have not been erased after all. Raises OSError."""
    note_erased(data, entries, _TAKEN_BACK)
