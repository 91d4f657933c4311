"""Looking into a history's file with nothing of ours between."""

import sqlite3
from contextlib import closing
from pathlib import Path


def content(path: Path) -> list[str]:
    """Everything in the file, as SQL."""
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())
