"""What tests with real bytes and threads need: a place for a pty, and waiting with a deadline."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest


@pytest.fixture
def link(tmp_path: Path) -> Path:
    """Where a virtual device's pty is linked."""
    return tmp_path / "port"


@pytest.fixture
def eventually() -> Callable[..., None]:
    """`eventually(condition)`: returns once it holds. A shared machine may stand still for
    seconds: the limit only catches a hang.
    """

    def wait(condition: Callable[[], object], within_s: float = 30.0) -> None:
        deadline = time.monotonic() + within_s
        while not condition():
            assert time.monotonic() < deadline, f"not within {within_s} s"
            time.sleep(0.005)

    return wait


@pytest.fixture
def no_descriptor_is_left_over() -> Iterator[None]:
    """Fails the test that ends with more open files than it began with."""
    before = _open_files()
    yield
    left = _open_files() - before
    assert not left, f"descriptors left over: {left}"


def _open_files() -> set[tuple[str, str]]:
    files: set[tuple[str, str]] = set()
    for number in Path("/proc/self/fd").iterdir():
        try:
            files.add((number.name, str(number.readlink())))
        except OSError:  # the listing's own
            continue
    return files
