"""Reading a damaged table from both ends."""

import sqlite3
from contextlib import closing
from pathlib import Path

from kiosk.history.integrity import open_to_read
from kiosk.history.readable import Readable
from kiosk.history.schema import minute

KEY = 0x010203040506


def test_a_damaged_key_is_not_taken_for_the_end_of_the_table(tmp_path: Path) -> None:
    """SQLite ends a search for a range at a key beyond it, as if nothing came after."""
    path = tmp_path / "some.sqlite3"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "CREATE TABLE minute (session_athlete_id INTEGER NOT NULL, number INTEGER NOT NULL,"
            " seconds BLOB NOT NULL, beats BLOB, PRIMARY KEY (session_athlete_id, number))"
            " STRICT, WITHOUT ROWID"
        )
        parts = [*range(1, 10), KEY, *range(KEY + 1, KEY + 10)]
        rows = [(part, 0, b"x" * 20) for part in parts]
        connection.executemany("INSERT INTO minute VALUES (?, ?, ?, NULL)", rows)
    row = b"\x05\x05\x08\x34\x00" + KEY.to_bytes(6, "big")
    whole = path.read_bytes()
    assert whole.count(row) == 1
    path.write_bytes(whole.replace(row, row[:1] + b"\x06" + row[2:]))  # its key has 8 bytes now
    with closing(open_to_read(path)) as connection:
        table = Readable(connection, minute)
        table.is_whole = False
        missing = {*parts} - {row[0] for row in table.rows()}
    assert KEY in missing
    assert missing <= {KEY, KEY + 1}  # Python's sqlite3 keeps the row before an error to itself
