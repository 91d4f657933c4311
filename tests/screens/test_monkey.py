"""Random touches on the real window over the real shell: it never ends, warns, loses or strands."""

import os
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from tests.descriptors import memory_kb
from tests.screens.monkey import Monkey
from tests.screens.whole_rig import PIN

USUAL = 600
TOUCHES = int(os.environ.get("PROVE_TOUCHES", str(USUAL)))
"""`make prove-monkey` touches twenty thousand times."""
SEEDS = tuple(
    int(seed) for seed in os.environ.get("PROVE_SEED", "1 2" if TOUCHES == USUAL else "1").split()
)
"""PROVE_SEED="7 8" replays what those have found, with the same PROVE_TOUCHES."""
LEAVES_EVERY = 150
"""After so many touches nobody touches the glass until it is home again; or somebody goes back."""
STOPS_EVERY = 60
RESTART_EVERY = 25


@pytest.mark.parametrize("seed", SEEDS)
def test_no_touch_ends_it_loses_a_second_or_leads_where_nobody_gets_home_from(
    seed: int, qapp: QGuiApplication, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    size = ((800, 480), (720, 1280))[seed % 2]
    touches = TOUCHES // len(SEEDS)
    print(f"PROVE_SEED={seed}: {touches} touches, {size[0]}×{size[1]}")  # noqa: T201
    monkey = Monkey(seed, size, tmp_path, wall=seed % 2 == 0)
    began = monkey.app.state.now
    try:
        for number in range(1, touches + 1):
            monkey.act()
            if number % STOPS_EVERY == 0:
                monkey.one_touch_stops_everybody()
            if number % RESTART_EVERY == 0:
                monkey.restart()
            if number % LEAVES_EVERY == 0:
                leaves = number // LEAVES_EVERY % 2
                (monkey.everybody_leaves_the_glass, monkey.back_leads_home)[leaves]()
                monkey.no_second_is_lost()
        monkey.no_second_is_lost()
        complaints = list(monkey.handle.complaints)
    finally:
        monkey.close()
    minutes = (monkey.app.state.now - began) / 60
    visited = ", ".join(sorted(monkey.visited))
    size_mb = memory_kb() / 1024
    print(f"{minutes:.0f} minutes, {monkey.stops} stops, {size_mb:.0f} MB, pages {visited}")  # noqa: T201
    assert complaints == []
    assert len(monkey.visited) >= 10
    assert monkey.stops > 0
    assert sum(map(len, monkey.rows.seconds.values())) > 200
    assert PIN not in caplog.text
