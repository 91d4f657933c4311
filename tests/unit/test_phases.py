"""Every pair of phase and move."""

import itertools

import pytest

from kiosk.session.phases import TABLE, Move, after
from kiosk.session.state import Phase

ALLOWED = {
    (Phase.READY, Move.TAP_IN): Phase.READY,
    (Phase.READY, Move.START): Phase.RUNNING,
    (Phase.READY, Move.LEAVE): Phase.LEFT,
    (Phase.RUNNING, Move.TAP_IN): Phase.RUNNING,
    (Phase.RUNNING, Move.PAUSE): Phase.PAUSED,
    (Phase.RUNNING, Move.FINISH): Phase.FINISHED,
    (Phase.RUNNING, Move.LEAVE): Phase.LEFT,
    (Phase.PAUSED, Move.TAP_IN): Phase.PAUSED,
    (Phase.PAUSED, Move.RESUME): Phase.RUNNING,
    (Phase.PAUSED, Move.FINISH): Phase.FINISHED,
    (Phase.PAUSED, Move.LEAVE): Phase.LEFT,
    (Phase.FINISHED, Move.TAP_IN): Phase.READY,
    (Phase.FINISHED, Move.START): Phase.RUNNING,
    (Phase.FINISHED, Move.LEAVE): Phase.LEFT,
    (Phase.LEFT, Move.TAP_IN): Phase.READY,
}


@pytest.mark.parametrize(("phase", "move"), list(itertools.product(Phase, Move)))
def test_every_pair_of_phase_and_move_goes_where_it_should(phase: Phase, move: Move) -> None:
    assert after(phase, move) == ALLOWED.get((phase, move))


def test_the_table_moves_nobody_out_of_a_running_session_but_by_finishing_leaving_or_pausing() -> (
    None
):
    out = {
        move for (phase, move), to in TABLE.items() if phase is Phase.RUNNING and to is not phase
    }
    assert out == {Move.PAUSE, Move.FINISH, Move.LEAVE}
