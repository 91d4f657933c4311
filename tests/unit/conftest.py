"""Fixtures of the unit tests."""

import pytest

from tests.unit.room import Room


@pytest.fixture
def room() -> Room:
    """An empty room on a manual clock."""
    return Room()
