"""Coming in by strap: two owners of one number, straps behind a wall, the club's own shelf."""

import pytest

from kiosk.app import PersonAnswer, PersonWanted, RosterLoaded, ShelfAnswer
from kiosk.events import StrapInfo
from kiosk.greeting import GONE_S, StrapQuestion
from kiosk.headless import Entrant, Heard, UnattendedClass
from kiosk.session.state import Phase, Signal
from kiosk.shelf import PoolStrap
from tests.unit.app_rig import Kiosk
from tests.unit.room import athlete, short_plan

SHARED, POOL, OTHER_POOL = 555, 901, 902
ANNA, BEN = athlete(1, straps=(101, SHARED)), athlete(2, straps=(SHARED,))
SHELF = (PoolStrap(1, POOL), PoolStrap(2, OTHER_POOL, battery_percent=55, battery_status="ok"))


@pytest.fixture
def kiosk() -> Kiosk:
    return Kiosk(by_strap=True)


def asked(kiosk: Kiosk) -> list[tuple[int, list[int]]]:
    return [(q.strap, [who.id for who in q.athletes]) for q in kiosk.app.strap_questions]


# -- two who bring the same number -----------------------------------------------------------------


def test_a_strap_of_two_people_is_asked_about_and_the_answer_taps_in(kiosk: Kiosk) -> None:
    kiosk.load(ANNA, BEN)
    kiosk.on_air = {SHARED: 120}
    kiosk.run(3)
    assert kiosk.here == []
    assert kiosk.app.strap_questions == [StrapQuestion(SHARED, (ANNA, BEN))]
    kiosk.app.answer_strap(SHARED, 2)
    assert kiosk.app.strap_questions == []
    kiosk.run(1)
    assert (kiosk.here, kiosk.who(2).strap, kiosk.who(2).signal) == ([2], SHARED, Signal.LIVE)
    assert asked(kiosk) == []


def test_nobody_of_these_is_an_answer_until_the_strap_comes_anew(kiosk: Kiosk) -> None:
    kiosk.load(ANNA, BEN)
    kiosk.on_air = {SHARED: 120}
    kiosk.run(3)
    kiosk.app.answer_strap(SHARED, None)
    kiosk.run(30)
    assert (kiosk.here, asked(kiosk)) == ([], [])
    kiosk.on_air = {}
    kiosk.run(65)
    kiosk.on_air = {SHARED: 120}
    kiosk.run(3)
    assert asked(kiosk) == [(SHARED, [1, 2])]


def test_where_only_one_owner_is_possible_nobody_is_asked(kiosk: Kiosk) -> None:
    kiosk.load(ANNA, BEN)
    kiosk.on_air = {101: 110}
    kiosk.run(4)
    kiosk.on_air[SHARED] = 130
    kiosk.run(4)
    assert asked(kiosk) == []
    assert {who.athlete.id: who.strap for who in map(kiosk.who, kiosk.here)} == {1: 101, 2: SHARED}


def test_who_is_here_without_a_strap_is_asked_and_not_guessed(kiosk: Kiosk) -> None:
    kiosk.load(ANNA, BEN)
    kiosk.app.tap_in(2)
    kiosk.on_air = {SHARED: 120}
    kiosk.run(4)
    assert (kiosk.who(2).strap, asked(kiosk)) == (None, [(SHARED, [1, 2])])


def test_the_question_is_gone_with_the_strap(kiosk: Kiosk) -> None:
    kiosk.load(ANNA, BEN)
    kiosk.on_air = {SHARED: 120}
    kiosk.run(3)
    kiosk.on_air = {}
    kiosk.run(3)
    assert asked(kiosk) == []


def test_who_went_home_with_a_shared_strap_on_does_not_tap_the_other_owner_in(
    kiosk: Kiosk,
) -> None:
    kiosk.load(ANNA, BEN)
    kiosk.on_air = {SHARED: 120}
    kiosk.run(3)
    kiosk.app.answer_strap(SHARED, 1)
    kiosk.run(3)
    kiosk.app.tap_out(1)
    kiosk.run(30)
    assert (kiosk.here, asked(kiosk)) == ([], [])
    kiosk.app.tap_in(2)
    kiosk.run(1)
    assert asked(kiosk) == [(SHARED, [1, 2])]


def test_whoever_took_a_shared_strap_off_is_not_asked_again(kiosk: Kiosk) -> None:
    kiosk.load(ANNA, BEN)
    for who in (1, 2):
        kiosk.app.tap_in(who)
    kiosk.on_air = {SHARED: 120}
    kiosk.run(3)
    kiosk.app.answer_strap(SHARED, 1)
    kiosk.run(1)
    kiosk.app.wear(1, None)
    kiosk.run(2)
    assert (kiosk.who(1).strap, kiosk.who(2).strap) == (None, SHARED)


def test_a_person_added_with_somebody_elses_number_wears_it_when_it_is_free(kiosk: Kiosk) -> None:
    kiosk.load(ANNA)
    kiosk.on_air = {SHARED: 120, 101: 100}
    kiosk.run(4)
    wanted = PersonWanted("Ben", SHARED, shared=True)
    kiosk.app.add_person(wanted)
    now = kiosk.clock.monotonic()
    kiosk.mailbox.post(RosterLoaded(now, (ANNA, BEN)))
    kiosk.mailbox.post(PersonAnswer(now, wanted, BEN))
    kiosk.run(1)
    assert kiosk.who(2).strap == SHARED


def test_in_a_class_of_the_command_line_the_one_owner_who_is_in_it_wears_the_strap() -> None:
    kiosk = Kiosk(by_strap=False)
    kiosk.load(ANNA, BEN)
    kiosk.app.tap_in(2)
    kiosk.on_air = {SHARED: 120}
    kiosk.run(2)
    assert kiosk.who(2).strap == SHARED


def test_a_second_strap_of_somebody_whose_first_is_live_disturbs_nobody(kiosk: Kiosk) -> None:
    kiosk.load(athlete(1, straps=(101, 102)))
    kiosk.on_air = {101: 110}
    kiosk.run(4)
    kiosk.on_air[102] = 99
    kiosk.run(10)
    assert (kiosk.who(1).strap, kiosk.who(1).shown_bpm) == (101, 110)


def test_a_changed_roster_entry_counts_for_whoever_has_not_begun(kiosk: Kiosk) -> None:
    kiosk.load(athlete(1), athlete(2))
    kiosk.on_air = {101: 110, 102: 120}
    kiosk.run(4)
    kiosk.app.start_alone(short_plan(60), 2)
    kiosk.run(1)
    kiosk.load(athlete(1, max_hr=170.0), athlete(2, max_hr=170.0))
    kiosk.run(1)
    assert (kiosk.who(1).athlete.max_hr, kiosk.who(2).athlete.max_hr) == (170.0, 190.0)
    assert kiosk.who(2).phase is Phase.RUNNING


# -- through the wall ------------------------------------------------------------------------------


def test_a_strap_heard_through_the_wall_taps_nobody_in_until_it_is_clearly_stronger(
    kiosk: Kiosk,
) -> None:
    kiosk.roster(1)
    kiosk.on_air, kiosk.rssi = {101: 110}, {101: -92}
    kiosk.run(20)
    assert kiosk.here == []
    kiosk.rssi = {101: -82}  # within the hysteresis
    kiosk.run(20)
    assert kiosk.here == []
    kiosk.rssi = {101: -70}
    kiosk.run(8)
    assert kiosk.here == [1]


def test_a_single_strong_message_through_the_wall_changes_nothing(kiosk: Kiosk) -> None:
    kiosk.roster(1)
    kiosk.on_air, kiosk.rssi = {101: 110}, {101: -95}
    kiosk.run(10)
    kiosk.rssi = {101: -60}
    kiosk.run(0.25)
    kiosk.rssi = {101: -95}
    kiosk.run(10)
    assert kiosk.here == []


def test_a_strap_behind_the_wall_is_not_offered_among_new_ones(kiosk: Kiosk) -> None:
    kiosk.on_air, kiosk.rssi = {777: 100, 888: 100}, {777: -90}
    kiosk.run(4)
    assert [number for number, _ in kiosk.app.new_straps()] == [888]
    kiosk.rssi = {777: -70}
    kiosk.run(10)
    assert {number for number, _ in kiosk.app.new_straps()} == {777, 888}


def test_whoever_taps_in_by_hand_is_recorded_from_a_weak_strap_too(kiosk: Kiosk) -> None:
    kiosk.roster(1)
    kiosk.on_air, kiosk.rssi = {101: 110}, {101: -92}
    kiosk.app.tap_in(1)
    kiosk.run(3)
    assert kiosk.who(1).strap == 101


def test_whoever_is_here_stays_when_their_strap_grows_weak(kiosk: Kiosk) -> None:
    kiosk.roster(1)
    kiosk.on_air, kiosk.rssi = {101: 110}, {101: -70}
    kiosk.run(4)
    kiosk.rssi = {101: -95}
    kiosk.run(GONE_S + 20)
    assert (kiosk.here, kiosk.who(1).signal) == ([1], Signal.LIVE)


# -- the shelf -------------------------------------------------------------------------------------


def lent(kiosk: Kiosk) -> Kiosk:
    """Anna, whose own strap is silent, runs with strap 1 of the club."""
    kiosk.load(athlete(1), athlete(2), pool=SHELF)
    kiosk.app.tap_in(1)
    kiosk.run(1)
    kiosk.on_air = {POOL: 140}
    kiosk.app.start_alone(short_plan(600), 1)
    kiosk.run(2)
    kiosk.app.lend(1, 1)
    kiosk.run(2)
    return kiosk


def test_a_lent_strap_is_worn_at_once_and_the_shelf_knows(kiosk: Kiosk) -> None:
    lent(kiosk)
    assert (kiosk.who(1).strap, kiosk.who(1).shown_bpm) == (POOL, 140)
    assert kiosk.desk.asked == [("lend", 1, 1)]
    assert kiosk.app.pool == SHELF


def test_a_flat_strap_of_the_club_is_swapped_by_one_touch_with_both_recorded(kiosk: Kiosk) -> None:
    lent(kiosk)
    kiosk.mailbox.post(
        StrapInfo(kiosk.clock.monotonic(), POOL, battery_percent=3, battery_status="critical")
    )
    kiosk.run(0.5)
    kiosk.on_air = {OTHER_POOL: 144}
    kiosk.app.lend(2, 1)
    kiosk.run(2)
    assert (kiosk.who(1).strap, kiosk.who(1).phase) == (OTHER_POOL, Phase.RUNNING)
    assert kiosk.desk.asked[1:] == [("give back", 1, 3, "critical"), ("lend", 2, 1)]
    assert [note.detail for note in kiosk.sink.notes("strap")] == [
        {"strap": POOL, "from": None},
        {"strap": OTHER_POOL, "from": POOL},
    ]
    bpms = [row.heart_rate_bpm for row in kiosk.sink.samples]
    assert bpms[-2:] == [144, 144]


def test_a_returned_strap_loses_its_owner_at_once(kiosk: Kiosk) -> None:
    lent(kiosk)
    kiosk.app.give_back(1)
    kiosk.run(2)
    assert (kiosk.who(1).strap, kiosk.who(1).shown_bpm) == (None, None)
    assert kiosk.desk.asked[-1] == ("give back", 1, None, None)
    assert kiosk.sink.samples[-1].heart_rate_bpm is None


def test_a_strap_that_changes_hands_is_recorded_for_the_new_one_only(kiosk: Kiosk) -> None:
    lent(kiosk)
    kiosk.app.lend(1, 2)
    kiosk.run(2)
    assert (kiosk.who(1).strap, kiosk.who(2).strap) == (None, POOL)
    assert kiosk.sink.samples[-1].heart_rate_bpm is None


def test_going_home_gives_a_borrowed_strap_back_with_its_battery(kiosk: Kiosk) -> None:
    lent(kiosk)
    kiosk.app.lend(2, 1)
    kiosk.run(1)
    kiosk.app.tap_out(1)
    kiosk.run(1)
    assert kiosk.desk.asked[-1] == ("give back", 2, 55, "ok")


def test_a_borrower_who_walks_out_gives_the_strap_back_too(kiosk: Kiosk) -> None:
    kiosk.load(athlete(1), pool=(PoolStrap(1, POOL, holder_id=1),))
    kiosk.app.tap_in(1)
    kiosk.run(1)
    kiosk.app.wear(1, POOL)
    kiosk.on_air = {POOL: 100}
    kiosk.run(2)
    kiosk.on_air = {}
    kiosk.run(GONE_S + 5)
    assert kiosk.here == []
    assert ("give back", 1, None, None) in kiosk.desk.asked


def test_a_strap_of_the_club_is_never_offered_as_new_and_taps_nobody_in(kiosk: Kiosk) -> None:
    kiosk.load(athlete(1, straps=(POOL,)), pool=SHELF)
    kiosk.on_air = {POOL: 100, OTHER_POOL: 100}
    kiosk.run(5)
    assert (kiosk.here, kiosk.app.new_straps()) == ([], [])


def test_lending_to_somebody_who_is_not_here_taps_them_in(kiosk: Kiosk) -> None:
    kiosk.load(athlete(1), pool=SHELF)
    kiosk.on_air = {POOL: 100}
    kiosk.app.lend(1, 1)
    kiosk.run(1)
    assert kiosk.who(1).strap == POOL


def test_lending_and_answering_hold_although_time_goes_by_between_coming_and_wearing(
    kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def later() -> float:
        kiosk.clock.advance(1e-6)
        return still()

    still = kiosk.clock.monotonic
    monkeypatch.setattr(kiosk.clock, "monotonic", later)
    kiosk.load(ANNA, BEN, athlete(3), pool=SHELF)
    kiosk.on_air = {POOL: 100, SHARED: 120}
    kiosk.run(3)
    kiosk.app.lend(1, 3)
    kiosk.app.answer_strap(SHARED, 2)
    kiosk.run(1)
    assert (kiosk.who(3).strap, kiosk.who(2).strap) == (POOL, SHARED)


def test_an_answer_of_the_shelf_finds_the_request_that_it_belongs_to(kiosk: Kiosk) -> None:
    kiosk.load(athlete(1), pool=SHELF)
    app = kiosk.app
    assert "no strap 9" in (app.shelf_answer(app.lend(9, 1)) or "")
    assert "no strap 9" in (app.shelf_answer(app.give_back(9)) or "")
    first, second = app.add_pool_strap(1, 903), app.drop_pool_strap(2)
    assert (app.shelf_answer(first), app.shelf_answer(second)) == (None, None)
    now = kiosk.clock.monotonic()
    kiosk.mailbox.post(ShelfAnswer(now, first, "There is a strap 1 already."))
    kiosk.run(0.5)
    assert app.shelf_answer(first) == "There is a strap 1 already."
    assert app.shelf_answer(second) is None
    kiosk.mailbox.post(ShelfAnswer(now, second))
    kiosk.run(0.5)
    assert app.shelf_answer(second) == ""
    assert kiosk.desk.asked == [("add", 1, 903), ("drop", 2)]


def test_a_strap_of_ones_own_that_the_disk_does_not_take_is_said(kiosk: Kiosk) -> None:
    kiosk.load(athlete(1), pool=SHELF)
    kiosk.app.remember_strap(1, 777)
    assert kiosk.desk.asked == [("remember", 1, 777)]
    kiosk.mailbox.post(ShelfAnswer(kiosk.clock.monotonic(), kiosk.desk.ask, "The disk is full."))
    kiosk.run(0.5)
    assert kiosk.app.notices[0] == "The disk is full."


# -- without a window ------------------------------------------------------------------------------


def test_a_class_of_two_who_bring_the_same_strap_says_that_neither_is_recorded_from_it() -> None:
    kiosk = Kiosk(shared_stations=True)
    entrants = [Entrant(BEN, None), Entrant(athlete(3, straps=(SHARED,)), None)]
    run = UnattendedClass(kiosk.app, kiosk.clock, entrants, short_plan(30), [])
    run.look()
    kiosk.on_air = {SHARED: 120}
    kiosk.run(1)
    assert "Strap 555 is Athlete 2 and Athlete 3's" in kiosk.app.notices[0]
    run.look()
    kiosk.run(3)
    assert {row.heart_rate_bpm for row in kiosk.sink.samples} == {None}


def test_resuming_waits_for_a_borrowed_strap_too(kiosk: Kiosk) -> None:
    borrower = Entrant(athlete(1, straps=()), None, strap=POOL)
    heard = Heard(kiosk.app, kiosk.clock, [borrower], [])
    assert not heard.is_time
    kiosk.on_air = {POOL: 100}
    kiosk.run(0.5)
    assert heard.is_time
