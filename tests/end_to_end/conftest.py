"""Fixtures of the end-to-end tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end_to_end.rig import Rig
from tests.stopwatch import Stopwatch


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[Rig]:
    """A kiosk's folder; whatever was started in it is ended."""
    with Stopwatch() as watch:
        rig = Rig(tmp_path, watch)
        yield rig
        rig.end_devices()
