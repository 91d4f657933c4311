"""The short form of `make prove-faults`: some devices, some faults, under a running session."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.faults.cases import CASES
from tests.faults.trial import Rounds, try_case


@pytest.mark.parametrize("name", ["two ANT sticks", "CSAFE", "Modbus", "tag reader"])
def test_a_cable_pulled_and_put_back_is_noticed_and_nothing_wrong_is_stored(
    name: str, tmp_path: Path
) -> None:
    outcomes = try_case(CASES[name], tmp_path, Rounds(unplugs=2, others=0))
    assert [outcome.complaints for outcome in outcomes] == [[]] * len(outcomes)
    assert outcomes[0].rounds == 2


def test_a_mute_stick_dims_and_blanks_the_number_at_their_limits(tmp_path: Path) -> None:
    case = replace(CASES["ANT stick"], faults=("mute",), check_s=6.0)
    outcome = try_case(case, tmp_path, Rounds(unplugs=0, others=1))[0]
    assert outcome.complaints == []
    assert outcome.saw.startswith("140 > 140 dim > --")
    assert "lost at 5.0" in outcome.saw
