"""Fixtures of the end-to-end tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end_to_end.rig import Rig


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[Rig]:
    """A kiosk's folder; whatever was started in it is ended."""
    rig = Rig(tmp_path)
    yield rig
    rig.end_devices()
