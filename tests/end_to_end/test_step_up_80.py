"""Eighty minutes for eight bodies on a manual clock, through the real pump onto the real disk."""

import math
from dataclasses import dataclass

import pytest

from drivers.virtual.body import VirtualBody, VirtualWill
from kiosk.app import App, Post
from kiosk.clock import ManualClock
from kiosk.events import HeartRate
from kiosk.history.database import DATABASE_NAME, open_engine
from kiosk.history.queries import History
from kiosk.history.recorder import Recorder
from kiosk.history.roster import Roster
from kiosk.mailbox import Mailbox
from kiosk.session import commands as cmd
from kiosk.session.records import Sample
from kiosk.session.state import Phase
from kiosk.training.protocol_plan import plan
from kiosk.training.protocols import load_protocol
from kiosk.workout_folders import shipped_protocols

LENGTHS = (1200, 1200, 1200, 600, 600)


@dataclass
class Body:
    """An athlete's body and will."""

    body: VirtualBody
    will: VirtualWill


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Sample]]:
    """The rows of each athlete after step-up-80; max 190, resting 50, threshold 170 for half."""
    engine = open_engine(tmp_path_factory.mktemp("data") / DATABASE_NAME)
    clock, mailbox = ManualClock(), Mailbox[Post]()
    troubles: list[str | None] = []
    recorder = Recorder(engine, troubles.append)
    recorder.start()
    app = App(clock=clock, mailbox=mailbox, recorder=recorder)
    roster = Roster(engine, clock)
    bodies: dict[int, Body] = {}
    for number in range(8):
        threshold = 170 if number % 2 else None
        who = roster.add(
            f"A{number}", [101 + number], max_hr=190, resting_hr=50, threshold_hr=threshold
        )
        bodies[who.id] = Body(VirtualBody(50, 190, seed=number), VirtualWill("steady", 50, 190))
        app.command(cmd.TapIn(clock.monotonic(), who))
    chosen = plan(load_protocol(shipped_protocols() / "step-up-80.toml"))
    app.pump()
    app.start_class(chosen)
    app.pump()
    while app.state.sessions[1].phase is Phase.RUNNING:
        now = clock.monotonic()
        for athlete_id, actor in bodies.items():
            who = app.state.participants[athlete_id]
            limits = (None, None) if who.guide is None else (who.guide.low, who.guide.high)
            demand = actor.will.demand(1.0, *limits, str(who.verdict))
            bpm = round(actor.body.step(1.0, demand))
            mailbox.post(HeartRate(now, who.athlete.straps[0], bpm, rr_ms=(60000 / bpm,)))
        clock.advance(1.0)
        app.pump()
    app.end_all("stopped")
    recorder.close()
    assert troubles == []
    history = History(engine)
    session = history.sessions()[0]
    assert session.state == "complete"
    rows = {who.name: history.samples(1, who.athlete_id) for who in session.athletes}
    assert len(history.beats(1, session.athletes[0].athlete_id)) == sum(LENGTHS)
    engine.dispose()
    return rows


def test_every_second_of_the_eighty_minutes_is_stored(stored: dict[str, list[Sample]]) -> None:
    assert len(stored) == 8
    for rows in stored.values():
        assert [row.elapsed_s for row in rows] == list(range(4800))
        assert all(row.heart_rate_bpm is not None for row in rows)
        assert [row.utc_ms - rows[0].utc_ms for row in rows] == [1000 * k for k in range(4800)]


def test_the_steps_last_as_long_as_they_should(stored: dict[str, list[Sample]]) -> None:
    for rows in stored.values():
        counts = [sum(row.step_index == index for row in rows) for index in range(5)]
        assert tuple(counts) == LENGTHS


@pytest.mark.parametrize(
    ("name", "bands"),
    [
        ("A0", [(142, 147), (152, 157), (162, 175)]),  # of the reserve
        ("A1", [(147, 152), (155, 160), (162, 169)]),  # of the threshold
    ],
)
def test_the_bands_are_those_of_the_athletes_own_zones(
    stored: dict[str, list[Sample]], name: str, bands: list[tuple[int, int]]
) -> None:
    rows = stored[name]
    for index, band in enumerate(bands, 1):
        kept = {
            (row.target_low_bpm, row.target_high_bpm) for row in rows if row.step_index == index
        }
        assert kept == {band}
    free = {row.target_low_bpm for row in rows if row.step_index in (0, 4)}
    assert free == {None}


def test_the_guide_eases_in_over_four_minutes(stored: dict[str, list[Sample]]) -> None:
    rows = [row for row in stored["A0"] if row.step_index == 2]
    final = (rows[-1].guide_low_bpm, rows[-1].guide_high_bpm)
    assert final == (152.0, 158.0)
    settled = next(row.step_s for row in rows if row.guide_low_bpm == final[0])
    assert settled == pytest.approx(240, abs=3)
    lows = [row.guide_low_bpm or math.nan for row in rows]
    assert lows == sorted(lows)


def test_bodies_that_follow_the_guide_are_in_the_band_most_of_the_time(
    stored: dict[str, list[Sample]],
) -> None:
    for rows in stored.values():
        judged = [row for row in rows if row.step_index in (1, 2, 3) and row.step_s >= 300]
        inside = [
            row
            for row in judged
            if row.target_low_bpm is not None
            and row.target_high_bpm is not None
            and row.heart_rate_bpm is not None
            and row.target_low_bpm <= row.heart_rate_bpm <= row.target_high_bpm
        ]
        assert len(inside) >= 0.8 * len(judged)
