"""What holds for every test: no left-over thread, no unexpected error, nobody's real data."""

import logging
import os
import re
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

# Whole, before Qt is there: Qt's import hook looks into modules that are only half imported.
from kiosk import settings as _settings  # noqa: F401  # pyright: ignore[reportUnusedImport]

# Before anything imports Qt: no window, no shaders, and no drawing thread.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QUICK_BACKEND"] = "software"
os.environ["QSG_RENDER_LOOP"] = "basic"

# Shared machines are slow at times: an example may take long, pytest's own limit catches a hang.
hypothesis.settings.register_profile("house", deadline=None)
hypothesis.settings.register_profile(
    "house-ci", deadline=None, derandomize=True, database=None, print_blob=True
)
hypothesis.settings.load_profile("house-ci" if os.environ.get("CI") else "house")

THREADS_MAY_TAKE_S = 5.0


@pytest.fixture(scope="session", autouse=True)
def _private_directories(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Qt and fontconfig neither find nor change what belongs to the user."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_RUNTIME_DIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
            directory = tmp_path_factory.mktemp(name.lower())
            directory.chmod(0o700)  # Qt warns of a run-time directory that others can read
            patch.setenv(name, str(directory))
        yield


@pytest.fixture(autouse=True)
def _private_kiosk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No test reads this machine's configuration or writes into its history."""
    monkeypatch.delenv("SWITCHBACK_CONFIG", raising=False)
    monkeypatch.setenv("SWITCHBACK_DATA", str(tmp_path / "switchback-data"))


@pytest.fixture(autouse=True)
def _no_thread_is_left_over(_private_directories: None) -> Iterator[None]:
    """Fails the test that leaves a thread running, once the thread has had time to end."""
    before = set(threading.enumerate())
    yield
    deadline = time.monotonic() + THREADS_MAY_TAKE_S
    while (left := _new_threads(before)) and time.monotonic() < deadline:
        left[0].join(max(0.0, deadline - time.monotonic()))
    assert not left, f"threads left over: {', '.join(thread.name for thread in left)}"


def _new_threads(before: set[threading.Thread]) -> list[threading.Thread]:
    """Threads that Python started itself since; Qt's own show up as dummies that never end."""
    return [
        thread
        for thread in threading.enumerate()
        if thread not in before and not isinstance(thread, threading._DummyThread)
    ]


class _Errors(logging.Handler):
    """Keeps every record from ERROR on."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.texts.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _no_error_is_logged(
    request: pytest.FixtureRequest, _no_thread_is_left_over: None
) -> Iterator[None]:
    """Fails the test that logs an ERROR that no `@pytest.mark.logs_errors("pattern")` announced."""
    marker = request.node.get_closest_marker("logs_errors")
    pattern = re.compile(str(marker.args[0])) if marker else None
    errors = _Errors()
    logging.getLogger().addHandler(errors)
    yield
    logging.getLogger().removeHandler(errors)
    if pattern is None:
        assert not errors.texts, "unexpected errors in the log:\n" + "\n".join(errors.texts)
    else:
        strangers = [text for text in errors.texts if not pattern.search(text)]
        assert not strangers, "unexpected errors in the log:\n" + "\n".join(strangers)
        assert errors.texts, f"no error like {pattern.pattern!r} was logged"


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root of the clone."""
    return Path(__file__).resolve().parent.parent
