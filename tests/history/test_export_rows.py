"""What the quick way of reading says is what the careful one says."""

from sqlalchemy import Engine

from kiosk.history.minutes import pack_next
from kiosk.history.queries import History
from kiosk.history.recorder import Recorder
from kiosk.history.roster import Roster
from kiosk.history.rows import SECOND_COLUMNS, SecondRow, live_row
from tests.history.lived import live


def test_a_row_by_name_has_the_columns_of_a_minute() -> None:
    assert SecondRow._fields == tuple(column.name for column in SECOND_COLUMNS)


def test_rows_and_ticks_are_samples_and_beats_before_and_after_packing(
    recorder: Recorder, roster: Roster, history: History, engine: Engine
) -> None:
    live("plain", recorder, roster)
    for _ in range(2):
        rows = list(history.iter_seconds(1, 1))
        for row, sample in zip(rows, history.samples(1, 1), strict=True):
            stored = live_row(sample, 1)
            assert row._asdict() == {name: stored[name] for name in SecondRow._fields}
        heard = [(one.elapsed_s, one.rr_ms) for one in history.beats(1, 1)]
        ticks = history.iter_ticks(1, 1)
        assert [(at, tuple(tick / 1.024 for tick in some)) for at, some in ticks] == heard
        assert len(heard) > 100
        while pack_next(engine, 1) is not None:
            pass
