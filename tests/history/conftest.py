"""A history in a folder of its own, and a recorder that ends with the test."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from kiosk.clock import ManualClock
from kiosk.history.database import open_engine
from kiosk.history.queries import History
from kiosk.history.recorder import Recorder
from kiosk.history.roster import Roster


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "history.sqlite3"


@pytest.fixture(scope="session")
def empty_history(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new history to copy: making one anew for every test takes most of its time."""
    path = tmp_path_factory.mktemp("empty") / "history.sqlite3"
    open_engine(path).dispose()
    return path


@pytest.fixture
def engine(path: Path, empty_history: Path) -> Iterator[Engine]:
    path.parent.mkdir(mode=0o700)
    shutil.copy(empty_history, path)
    engine = open_engine(path)
    yield engine
    engine.dispose()


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def roster(engine: Engine, clock: ManualClock) -> Roster:
    return Roster(engine, clock)


@pytest.fixture
def history(engine: Engine) -> History:
    return History(engine)


@pytest.fixture
def told() -> list[str | None]:
    """What the recorder said of trouble, in order."""
    return []


@pytest.fixture
def recorder(engine: Engine, told: list[str | None]) -> Iterator[Recorder]:
    recorder = Recorder(engine, told.append, retry_s=0.02)
    recorder.start()
    yield recorder
    recorder.close()
