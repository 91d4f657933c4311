"""`make prove-hostile` in short: damaged and made-up files for every parser of imports."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from tests.rigs.hostile import attack, explode
from tests.rigs.hostile_files import TARGETS, Read, Target
from tests.rigs.hostile_folders import BOMBS, Bomb, look_at_traps

QUICK = (
    "FIT workout of empty messages", "TCX, a billion laughs", "TOML, brackets", "TOML, braces",
    "TOML, a key of dots", "roster, nothing but quotation marks",
)  # fmt: skip


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.name)
def test_a_strangers_file_is_read_or_refused_with_a_sentence(target: Target) -> None:
    tally = attack(target, 80, random.Random(f"short {target.name}"))
    assert tally.complaints == []
    assert tally.files == tally.read + tally.refused == 80
    assert min(tally.read, tally.refused) > 1, "some of each, or nothing is proved"


@pytest.mark.parametrize(
    "bomb", [bomb for bomb in BOMBS if bomb.name in QUICK], ids=lambda b: b.name
)
def test_a_bomb_is_refused_in_bounded_time_and_memory(bomb: Bomb) -> None:
    assert explode(bomb).complaint == ""


def test_folders_full_of_traps_give_nothing_from_outside(tmp_path: Path) -> None:
    assert look_at_traps(tmp_path, 25, random.Random(7)) == []


def test_the_rig_complains_of_a_crash_a_mumble_and_what_cannot_be_shown() -> None:
    dice = random.Random(1)

    def crash(content: bytes) -> list[str]:
        return [] if content == TARGETS[0].seeds[0] else [str(1 // 0)]

    def mumble(content: bytes) -> list[str]:
        return ["no"]

    def clear_the_screen(content: bytes) -> list[str]:
        return ["\x1b[2J."]

    reads: tuple[tuple[Read, str], ...] = (
        (crash, "ZeroDivisionError"),
        (mumble, "no sentence"),
        (clear_the_screen, "cannot be shown"),
    )
    for read, why in reads:
        (complaint,) = attack(replace(TARGETS[0], read=read), 1, dice).complaints
        assert why in complaint
