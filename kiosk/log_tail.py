"""The newest lines of our own log, in memory: whoever may not read the journal can still help."""

import json
import logging
from collections import deque
from typing import Final

MOST_LINES: Final = 1000
LONGEST: Final = 2000
"""Letters of one line with its traceback."""


class LogTail(logging.Handler):
    """Keeps what is logged, as the journal's lines are written out."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self._records: deque[tuple[float, int, str]] = deque(maxlen=MOST_LINES)
        self.setFormatter(logging.Formatter("%(levelname)s %(name)s: %(message)s"))

    def emit(self, record: logging.LogRecord) -> None:
        level = 3 if record.levelno >= logging.ERROR else 4 if record.levelno > logging.INFO else 6
        self._records.append((record.created, level, self.format(record)[:LONGEST]))

    def lines(self) -> list[str]:
        """One JSON object a line, with the fields that journalctl has."""
        return [
            json.dumps({
                "__REALTIME_TIMESTAMP": str(round(at * 1e6)), "PRIORITY": str(level),
                "MESSAGE": line,
            })
            for at, level, said in list(self._records)
            for line in said.splitlines()
        ]  # fmt: skip


def keep_tail() -> None:
    """From now on; once is enough."""
    root = logging.getLogger()
    if not any(isinstance(handler, LogTail) for handler in root.handlers):
        root.addHandler(LogTail())


def tail() -> list[str]:
    """What has been kept; nothing where nobody has begun to."""
    kept = [one for one in logging.getLogger().handlers if isinstance(one, LogTail)]
    return [line for one in kept for line in one.lines()]
