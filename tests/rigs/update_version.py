"""A version of the kiosk in one process: VERSION KIND ROOT, then what its python is told.

The new one has a schema of its own, which the old one cannot open. Kinds: good; broken, whose kiosk
ends at once; scribbler, which records something before it does.
"""

import signal
import sys
import threading
from functools import partial
from pathlib import Path
from types import FrameType

from kiosk.history import database, migrate
from kiosk.history.database import DATABASE_NAME, open_engine
from kiosk.history.lock import DataLock
from kiosk.history.recorder import Recorder
from kiosk.release import history_steps, notes

NEW = "1.1.0"
HEAD = "0006"
STEP = '''"""Something new."""
import sqlalchemy as sa
from alembic import op
revision, down_revision, branch_labels, depends_on = "0006", "0005", None, None
def upgrade():
    op.add_column("athlete", sa.Column("shoe_size", sa.Integer()))
    op.execute("UPDATE athlete SET shoe_size = 42")
'''


def kiosk(data: Path, version: str, kind: str) -> int:
    """Opens the history, is idle, and stays until SIGTERM."""
    ended = threading.Event()

    def end(_number: int, _frame: FrameType | None) -> None:
        ended.set()

    signal.signal(signal.SIGTERM, end)
    with DataLock(data) as lock:
        engine = open_engine(data / DATABASE_NAME, lock)
        if kind == "scribbler":
            scribble(engine)
        if kind != "good":
            return 1
        notes.note_idle(data, version)
        ended.wait()
        engine.dispose()
    return 0


def scribble(engine: database.Engine) -> None:
    """A session that is worth keeping."""
    from tests.rigs import gym  # noqa: PLC0415

    recorder = Recorder(engine, lambda sentence: None)
    recorder.start()
    recorder.put([*gym.opening(2, [1, 2]), *gym.second_of(2, [1, 2], 0)])
    recorder.close()
    engine.dispose()


def main() -> int:
    version, kind, root, *words = sys.argv[1:]
    if version == NEW:
        scripts = Path(root) / "migrations"
        database.migrate = partial(migrate.migrate, scripts=scripts, head=HEAD)
        history_steps.HEAD = HEAD
    if words[:1] == ["kiosk"]:
        return kiosk(Path(root) / "data", version, kind)
    return history_steps.main(words[3:])


if __name__ == "__main__":
    sys.exit(main())
