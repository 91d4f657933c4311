"""One strap, one athlete: who is recorded from which, and what happens when that changes."""

import pytest

from kiosk.events import HeartRate, StrapInfo
from kiosk.session import commands as cmd
from kiosk.session.course import CommandRefused
from kiosk.session.records import AthleteJoined, Beats
from kiosk.session.state import Signal, StrapHeard
from kiosk.session.wearing import strap_state
from tests.unit.room import START, UTC_MS, Room, athlete, short_plan

SHARED, BORROWED, STRANGE = 555, 901, 999


def hear(room: Room, strap: int, bpm: int | None = 150, *, worn: bool = True) -> None:
    room.do(HeartRate(room.now, strap, bpm, worn))


def let(room: Room, seconds: float, *straps: int, bpm: int = 150) -> None:
    """Time passes; these straps are heard four times a second, besides those of the room."""
    for _ in range(round(seconds * 4)):
        for strap in straps:
            hear(room, strap, bpm)
        room.run(0.25)


@pytest.mark.parametrize(
    ("age", "worn", "state"),
    [
        (0.0, True, "live"),
        (1.9, True, "live"),
        (2.0, True, "weak"),
        (1.0, False, "not worn"),
        (5.0, True, "lost"),
        (5.0, False, "lost"),
        (30.0, True, "unknown"),
    ],
)
def test_a_strap_is_live_weak_lost_or_unknown_by_the_same_limits_as_everywhere(
    age: float, worn: bool, state: str
) -> None:
    assert strap_state(StrapHeard(0.0, 100.0, worn=worn), 100.0 + age) == state
    assert strap_state(None, 100.0) == "unknown"


def test_whoever_is_here_wears_their_strap_as_soon_as_it_is_heard(room: Room) -> None:
    room.tap_in(1)
    assert room.who(1).strap is None
    room.run(1)
    assert (room.who(1).strap, room.who(1).signal) == (101, Signal.LIVE)


def test_whoever_taps_in_with_the_strap_on_wears_it_from_the_first_second(room: Room) -> None:
    hear(room, 101)
    room.tap_in(1)
    room.start(short_plan(10), 1)
    joined = next(r for r in room.records if isinstance(r, AthleteJoined))
    assert joined.strap == 101
    assert room.notes("strap") == []
    room.bpm = {}
    room.run(2)
    assert [row.heart_rate_bpm for row in room.rows(1)] == [150, None]


def test_of_two_own_straps_the_one_on_the_body_is_worn(room: Room) -> None:
    room.bpm = {}
    hear(room, 101, None, worn=False)
    hear(room, 102)
    room.do(cmd.TapIn(room.now, athlete(1, straps=(101, 102))))
    assert room.who(1).strap == 102


def test_a_loose_own_strap_yields_to_the_one_on_the_body(room: Room) -> None:
    room.do(cmd.TapIn(room.now, athlete(1, straps=(101, 102))))
    hear(room, 101, None, worn=False)
    assert (room.who(1).strap, room.who(1).signal) == (101, Signal.NEVER)
    hear(room, 102)
    assert room.who(1).strap == 102


def test_a_second_strap_of_ones_own_waits_until_the_first_is_lost(room: Room) -> None:
    room.do(cmd.TapIn(room.now, athlete(1, straps=(101, 102))))
    let(room, 3, 101)
    room.start(short_plan(60), 1)
    let(room, 3, 101, 102)
    assert room.who(1).strap == 101
    let(room, 4.5, 102)
    assert room.who(1).strap == 101
    let(room, 1, 102, bpm=140)
    assert (room.who(1).strap, room.who(1).signal) == (102, Signal.LIVE)
    assert [note.detail for note in room.notes("strap")] == [{"strap": 102, "from": 101}]
    assert room.rows(1)[-1].heart_rate_bpm == 140


def test_a_strangers_strap_is_on_the_air_and_nowhere_in_the_records(room: Room) -> None:
    room.tap_in(1)
    room.start(short_plan(60), 1)
    for _ in range(20):
        room.do(HeartRate(room.now, STRANGE, 177, rr_ms=(339.0,)))
        room.run(0.25)
    assert room.engine.state.straps[STRANGE].bpm == 177
    assert {row.heart_rate_bpm for row in room.rows(1)} == {120}
    beats = [rr for r in room.records if isinstance(r, Beats) for rr in r.rr_ms]
    assert set(beats) == {500.0}
    assert str(STRANGE) not in repr(room.records)


def test_a_strap_that_two_who_are_here_own_is_given_to_neither_until_somebody_says_whose(
    room: Room,
) -> None:
    for number in (1, 2):
        room.do(cmd.TapIn(room.now, athlete(number, straps=(SHARED,))))
    room.start(short_plan(60), 1, 2)
    let(room, 3, SHARED)
    assert (room.who(1).strap, room.who(2).strap) == (None, None)
    room.do(cmd.WearStrap(room.now, 2, SHARED))
    let(room, 3, SHARED)
    assert [row.heart_rate_bpm for row in room.rows(1)] == [None] * 6
    assert [row.heart_rate_bpm for row in room.rows(2)] == [None] * 3 + [150] * 3


def test_a_strap_of_two_goes_to_the_one_who_has_no_other(room: Room) -> None:
    room.do(cmd.TapIn(room.now, athlete(1, straps=(101, SHARED))))
    room.do(cmd.TapIn(room.now, athlete(2, straps=(SHARED,))))
    hear(room, 101)
    hear(room, SHARED)
    assert (room.who(1).strap, room.who(2).strap) == (101, SHARED)


def test_a_contested_strap_is_never_guessed_even_when_only_one_owner_is_here(room: Room) -> None:
    room.engine.contested = frozenset({SHARED})
    room.do(cmd.TapIn(room.now, athlete(1, straps=(SHARED,))))
    let(room, 3, SHARED)
    assert room.who(1).strap is None
    room.do(cmd.WearStrap(room.now, 1, SHARED))
    let(room, 1, SHARED)
    assert room.who(1).signal is Signal.LIVE


def test_a_flat_strap_is_swapped_for_a_borrowed_one_in_the_middle_of_a_session(room: Room) -> None:
    room.tap_in(1)
    room.start(short_plan(60), 1)
    room.run(5)
    room.bpm[1] = None
    let(room, 3, BORROWED)
    assert room.who(1).strap == 101
    room.do(cmd.WearStrap(room.now, 1, BORROWED))
    let(room, 4, BORROWED, bpm=125)
    assert [r.heart_rate_bpm for r in room.rows(1)] == [120] * 5 + [None] * 3 + [125] * 4
    assert [note.detail for note in room.notes("strap")] == [
        {"strap": 101, "from": None},
        {"strap": BORROWED, "from": 101},
    ]


def test_a_borrowed_strap_yields_to_nothing_but_somebodys_word(room: Room) -> None:
    room.tap_in(1)
    room.do(cmd.WearStrap(room.now, 1, BORROWED))
    room.run(40)  # their own is heard all the time, the borrowed one never
    assert (room.who(1).strap, room.who(1).signal) == (BORROWED, Signal.CHECK)
    room.do(cmd.WearStrap(room.now, 1, 101))
    room.run(1)
    assert (room.who(1).strap, room.who(1).signal) == (101, Signal.LIVE)


def test_a_strap_of_ones_own_that_was_given_yields_to_another_only_when_it_is_lost(
    room: Room,
) -> None:
    room.do(cmd.TapIn(room.now, athlete(1, straps=(101, 102))))
    room.do(cmd.WearStrap(room.now, 1, 102))
    let(room, 4, 101)
    assert room.who(1).strap == 102
    let(room, 2, 101)
    assert room.who(1).strap == 101


def test_a_strap_that_was_given_is_kept_while_it_is_on_the_air_though_not_yet_put_on(
    room: Room,
) -> None:
    room.do(cmd.TapIn(room.now, athlete(1, straps=(101, 102))))
    room.do(cmd.WearStrap(room.now, 1, 102))
    for _ in range(10):
        hear(room, 102, None, worn=False)
        hear(room, 101)
        room.run(1)
    assert (room.who(1).strap, room.who(1).signal) == (102, Signal.NOT_WORN)


def test_whoever_loses_a_strap_to_another_has_none_and_shows_nothing(room: Room) -> None:
    room.tap_in(1, 2)
    room.start(short_plan(60), 1, 2)
    room.run(5)
    room.do(cmd.WearStrap(room.now, 2, 101))
    room.engine.refresh(room.now)
    assert (room.who(1).strap, room.who(1).signal, room.who(1).shown_bpm) == (
        None,
        Signal.LOST,
        None,
    )
    assert [(note.athlete_id, note.detail) for note in room.notes("strap")[-2:]] == [
        (1, {"strap": None, "from": 101}),
        (2, {"strap": 101, "from": 102}),
    ]
    room.run(40)
    assert room.who(1).signal is Signal.CHECK
    assert {row.heart_rate_bpm for row in room.rows(1)[5:]} == {None}


def test_in_the_second_of_a_mix_up_neither_gets_what_the_other_hearts_said(room: Room) -> None:
    room.tap_in(1, 2)
    room.start(short_plan(60), 1, 2)
    room.run(5)
    room.bpm = {}
    hear(room, 101, 90)
    hear(room, 102, 170)
    room.now += 0.5
    room.do(cmd.WearStrap(room.now, 2, 101))
    room.run(1)
    assert room.rows(1)[5].heart_rate_bpm is None
    assert room.rows(2)[5].heart_rate_bpm is None
    assert room.who(2).shown_bpm is None


def test_a_strap_that_was_taken_off_is_not_put_on_again_by_being_heard(room: Room) -> None:
    room.tap_in(1)
    room.run(2)
    room.do(cmd.WearStrap(room.now, 1, None))
    room.run(5)
    assert (room.who(1).strap, room.who(1).signal) == (None, Signal.LOST)
    room.bpm[1] = None
    room.run(62)
    room.bpm[1] = 118
    room.run(1)
    assert (room.who(1).strap, room.who(1).shown_bpm) == (101, 118)


def test_a_signal_that_goes_with_the_strap_is_an_event_and_so_is_the_new_one(room: Room) -> None:
    room.tap_in(1)
    room.start(short_plan(60), 1)
    room.run(3)
    room.do(cmd.WearStrap(room.now, 1, BORROWED))
    room.run(1)
    let(room, 1, BORROWED)
    lost, live = room.notes("signal")
    assert (lost.detail["state"], live.detail["state"]) == ("lost", "live")
    assert lost.utc_ms <= live.utc_ms == UTC_MS + round((room.now - START - 0.75) * 1000)


def test_a_strap_goes_with_its_new_owner_as_the_roster_says(room: Room) -> None:
    room.tap_in(1)
    room.run(1)
    room.do(cmd.TapIn(room.now, athlete(1, straps=())))
    room.do(cmd.TapIn(room.now, athlete(2, straps=(101,))))
    room.run(1)
    assert (room.who(1).strap, room.who(2).strap) == (None, 101)


def test_who_goes_home_leaves_the_strap_to_whoever_owns_it_too(room: Room) -> None:
    room.do(cmd.TapIn(room.now, athlete(1, straps=(SHARED,))))
    hear(room, SHARED)
    room.do(cmd.TapIn(room.now, athlete(2, straps=(SHARED,))))
    hear(room, SHARED)
    assert (room.who(1).strap, room.who(2).strap) == (SHARED, None)
    room.do(cmd.TapOut(room.now, 1))
    hear(room, SHARED)
    assert room.who(2).strap == SHARED


@pytest.mark.parametrize("strap", [0, -1, 1 << 20])
def test_a_number_that_no_strap_can_have_is_refused(room: Room, strap: int) -> None:
    room.tap_in(1)
    with pytest.raises(CommandRefused, match="on the air"):
        room.do(cmd.WearStrap(room.now, 1, strap))


def test_twenty_bits_of_a_strap_number_are_told_apart(room: Room) -> None:
    low, high = 0x01234, 0xF1234
    room.do(cmd.TapIn(room.now, athlete(1, straps=(low,))))
    room.do(cmd.TapIn(room.now, athlete(2, straps=(high,))))
    let(room, 6, low, bpm=100)
    assert (room.who(1).shown_bpm, room.who(2).shown_bpm) == (100, None)


def test_battery_and_maker_of_a_strap_are_kept_and_a_low_one_is_its_wearers(room: Room) -> None:
    room.do(cmd.TapIn(room.now, athlete(1, straps=(101, 102))))
    hear(room, 101)
    hear(room, 102)
    room.do(StrapInfo(room.now, 102, battery_percent=9, battery_status="critical"))
    room.do(StrapInfo(room.now, 101, battery_percent=80, manufacturer=123))
    room.run(0.25)
    assert not room.who(1).battery_low
    strap = room.engine.state.straps[101]
    assert (strap.battery_percent, strap.manufacturer, strap.battery_low) == (80, 123, False)
    room.do(cmd.WearStrap(room.now, 1, 102))
    room.run(0.25)
    assert room.who(1).battery_low


def test_the_signal_strength_is_smoothed(room: Room) -> None:
    for index in range(40):
        rssi = -95 if index == 39 else -60
        room.do(HeartRate(room.now, STRANGE, 100, rssi_dbm=rssi))
        room.run(0.25)
    smoothed = room.engine.state.straps[STRANGE].rssi_dbm
    assert smoothed is not None
    assert -65 < smoothed < -60


def test_after_a_cut_everybody_wears_what_they_wore_a_borrowed_one_too(room: Room) -> None:
    room.do(
        cmd.Restore(
            room.now, 7, short_plan(10, 20), "group", 1, 4, 0, 14, UTC_MS - 9_000,
            (
                cmd.ResumeAthlete(athlete(1), None, 14, strap=BORROWED, ascent_m=12.5),
                cmd.ResumeAthlete(athlete(2, straps=(102, 202)), None, 14, strap=202),
            ),
        )
    )  # fmt: skip
    let(room, 2, BORROWED, bpm=131)
    assert (room.who(1).strap, room.who(1).shown_bpm, room.who(1).ascent_m) == (BORROWED, 131, 12.5)
    assert room.who(2).strap == 202
    let(room, 5, 102)
    assert room.who(2).strap == 102
