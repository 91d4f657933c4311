"""What the shell offers, with last time's choices; what the disk and the folder tell it."""

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import get_args

import pytest

from kiosk.clock import ManualClock
from kiosk.desk_port import PastLoaded, ResultsReady, WorkoutsLoaded
from kiosk.errors import ProtocolError
from kiosk.events import Button
from kiosk.folder_watch import LOOK_S, FolderWatch
from kiosk.session import commands as cmd
from kiosk.session.state import Phase
from kiosk.training.measure import Measure
from kiosk.training.past import Past, PastSession, Planned
from kiosk.training.plan import Category, Plan, Step
from kiosk.training.safety import STOP_AT_ONCE
from kiosk.training.workouts import ORDER, Workouts, load_workouts
from kiosk.watches import past_watch
from kiosk.workout_folders import shipped_protocols
from tests.unit.app_rig import Kiosk
from tests.unit.room import athlete, short_plan

TODAY = date(2026, 1, 1)
ONE = "Treadmill 1"
SHIPPED = load_workouts([shipped_protocols()])
HIKED = PastSession(
    3, TODAY - timedelta(2), 0, "tread-hike", "Tread hike", "hike", 1800, True,
    choices=(("5.distance", "2 mi"),),
)  # fmt: skip


def gym(workouts: Workouts = SHIPPED, **known: object) -> Kiosk:
    kiosk = Kiosk(plans=workouts)
    kiosk.load(athlete(1, **known))
    kiosk.app.tap_in(1)
    kiosk.run(1)
    return kiosk


def states(kiosk: Kiosk) -> dict[str, str]:
    return {offer.plan.protocol_id: offer.state for offer in kiosk.app.offers(1)}


def know(kiosk: Kiosk, past: Past) -> None:
    kiosk.mailbox.post(PastLoaded(kiosk.clock.monotonic(), {1: past}))
    kiosk.run(0.5)


def test_whoever_comes_before_their_past_has_is_asked_for_once() -> None:
    kiosk = gym()
    wanted: list[int] = []
    look = past_watch(kiosk.app, wanted.append)
    look()
    look()
    assert wanted == [1]
    known: list[int] = []
    know(kiosk, Past())
    past_watch(kiosk.app, known.append)()
    assert known == []


def test_the_past_of_whoever_is_off_the_roster_goes_when_they_do() -> None:
    kiosk = gym()
    know(kiosk, Past((HIKED,)))
    kiosk.load(athlete(2))
    assert kiosk.app.is_past_known(1)
    kiosk.app.tap_out(1)
    kiosk.run(1)
    kiosk.load(athlete(2))
    assert not kiosk.app.is_past_known(1)


# -- offers ----------------------------------------------------------------------------------------


def test_every_workout_is_offered_in_order_with_what_there_is_to_choose() -> None:
    kiosk = gym()
    offers = kiosk.app.offers(1)
    assert [offer.plan.protocol_id for offer in offers] == [p.protocol_id for p in kiosk.app.plans]
    hike = next(offer for offer in offers if offer.plan.protocol_id == "tread-hike")
    assert [choice.key for choice in hike.choices] == ["5.distance"]
    assert kiosk.app.offers(99) == ()


def test_a_fresh_belt_asks_for_its_grade_and_vouching_opens_it() -> None:
    kiosk = gym()
    assert (states(kiosk)["tread-hike"], states(kiosk)["quad-crusher"]) == ("confirm", "homework")
    kiosk.app.vouch(ONE, 15.0)
    kiosk.run(1)
    assert (states(kiosk)["tread-hike"], states(kiosk)["quad-crusher"]) == ("ok", "homework")


def test_a_downhill_that_no_belt_can_do_is_not_started_by_any_way() -> None:
    kiosk = gym()
    crusher = next(plan for plan in kiosk.app.plans if plan.protocol_id == "quad-crusher")
    for start in (
        lambda: kiosk.app.start_alone(crusher, 1),
        lambda: kiosk.app.start_class(crusher),
    ):
        start()
        kiosk.run(1)
        assert kiosk.who(1).phase is Phase.READY
        assert "hill homework" in kiosk.app.notices[0]


def test_offers_are_made_once_and_anew_when_something_has_changed() -> None:
    kiosk = gym()
    first = kiosk.app.offers(1)
    assert kiosk.app.offers(1) is first
    know(kiosk, Past((HIKED,)))
    second = kiosk.app.offers(1)
    assert second is not first
    kiosk.app.take_station(1, None)
    kiosk.run(1)
    third = kiosk.app.offers(1)
    assert third is not second
    kiosk.clock.jump_wall(24 * 3600)
    assert kiosk.app.offers(1) is not third


def test_asking_again_for_offers_costs_next_to_nothing() -> None:
    kiosk = gym()
    know(kiosk, Past(tuple(replace(HIKED, session_id=n) for n in range(300))))
    kiosk.app.offers(1)
    began = time.perf_counter()
    for _ in range(1000):
        kiosk.app.offers(1)
    assert (time.perf_counter() - began) / 1000 < 0.001


def test_what_was_chosen_last_time_is_chosen_again() -> None:
    kiosk = gym()
    know(kiosk, Past((HIKED, replace(HIKED, choices=(("5.distance", "1 mi"),)))))
    hike = next(o.plan for o in kiosk.app.offers(1) if o.plan.protocol_id == "tread-hike")
    assert hike.steps[4].distance_m == pytest.approx(2 * 1609.344)
    know(kiosk, Past((replace(HIKED, choices=(("9.reps", "8"),)),)))
    hike = next(o.plan for o in kiosk.app.offers(1) if o.plan.protocol_id == "tread-hike")
    assert hike.steps[4].distance_m == pytest.approx(1609.344), "its ranges are others by now"


def test_a_plan_with_choices_is_made_and_judged_like_the_others() -> None:
    kiosk = gym()
    plan = kiosk.app.plan_with("tread-hike", {"5.distance": "1.5 mi"})
    assert plan.steps[4].distance_m == pytest.approx(1.5 * 1609.344)
    assert kiosk.app.offer_of(1, plan).state == "confirm"
    for protocol_id, choices in (("tread-hike", {"5.distance": "9 mi"}), ("gone", {})):
        with pytest.raises(ProtocolError):
            kiosk.app.plan_with(protocol_id, choices)


def test_the_panel_starts_nothing_that_is_locked() -> None:
    downhill = next(plan for plan in SHIPPED.plans if plan.category == "crusher")
    kiosk = gym(Workouts((downhill,)))
    kiosk.mailbox.post(Button(kiosk.clock.monotonic(), "start", ONE))
    kiosk.run(1)
    assert kiosk.who(1).phase is Phase.READY
    assert "hill homework" in kiosk.app.notices[0]


# -- what is known ---------------------------------------------------------------------------------


def test_results_are_there_once_they_have_been_measured() -> None:
    kiosk = gym()
    measures = (Measure("ascent_m", "Ascent", 240.0, "m"),)
    assert kiosk.app.results(5, 1) is None
    kiosk.mailbox.post(ResultsReady(kiosk.clock.monotonic(), 5, 1, measures))
    kiosk.run(0.5)
    assert kiosk.app.results(5, 1) == measures


def test_the_week_is_the_planned_one_else_the_typical_one() -> None:
    kiosk = gym()
    assert {entry.on for entry in kiosk.app.week(1)} == {TODAY + timedelta(n) for n in range(7)}
    mine = (Planned(TODAY + timedelta(6), "free"), Planned(TODAY + timedelta(7), None, "long"))
    know(kiosk, Past(plan=mine))
    assert kiosk.app.week(1) == mine[:1]


def test_the_race_counts_down_and_the_stop_list_is_one_touch_away() -> None:
    kiosk = gym(race_on=TODAY + timedelta(9), race_name="Rigi")
    assert kiosk.app.countdown(1) == "Rigi is in 9 days."
    assert kiosk.app.stop_list == STOP_AT_ONCE
    assert kiosk.app.progress(1).days_to_race == 9
    assert kiosk.app.progress(1) is kiosk.app.progress(1)


def test_without_a_clock_nothing_is_said_about_days() -> None:
    kiosk = gym(race_on=TODAY)
    kiosk.clock.jump_wall(-30 * 365 * 86400)
    assert (kiosk.app.today(), kiosk.app.countdown(1), kiosk.app.week(1)) == (None, "", ())
    assert kiosk.app.questions == []
    assert all(
        not offer.warnings for offer in kiosk.app.offers(1) if offer.plan.beginner_id is None
    )
    assert kiosk.app.progress(1).days_to_race is None


def test_somebody_who_is_not_on_the_roster_is_judged_as_they_came() -> None:
    kiosk = Kiosk()
    kiosk.app.command(cmd.TapIn(kiosk.clock.monotonic(), athlete(5)))
    kiosk.run(1)
    assert [offer.state for offer in kiosk.app.offers(5)] == ["ok"]
    kiosk.app.start_alone(short_plan(30), 5)
    kiosk.run(1)
    assert kiosk.who(5).phase is Phase.RUNNING


# -- the folder ------------------------------------------------------------------------------------

MINE = """
id = "mine"
name = "Mine"
modality = "any"
category = "repeats"
[[steps]]
name = "Go"
kind = "work"
duration = "10 min"
[[steps]]
name = "Down"
kind = "cool-down"
duration = "5 min"
"""


def test_every_category_has_its_place_and_the_shortest_comes_first() -> None:
    assert set(ORDER) == set(get_args(Category))
    places = [ORDER.index(plan.category) for plan in SHIPPED.plans]
    assert places == sorted(places)
    assert not SHIPPED.refused


def test_a_file_that_cannot_be_used_is_refused_with_file_line_and_reason(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(MINE)
    (tmp_path / "broken.toml").write_text(MINE.replace('"10 min"', '"10 bananas"'))
    workouts = load_workouts([tmp_path])
    assert [plan.name for plan in workouts.plans] == ["Mine"]
    (refusal,) = workouts.refused
    assert "broken.toml, line 9" in refusal
    kiosk = gym(workouts)
    assert kiosk.app.refused_protocols == (refusal,)


def test_a_file_laid_into_the_folder_appears_in_the_list(tmp_path: Path) -> None:
    kiosk = gym(load_workouts([tmp_path]))
    clock = ManualClock()
    with ThreadPoolExecutor(1) as disk:
        watch = FolderWatch(
            tmp_path, lambda: load_workouts([tmp_path]), disk, clock, kiosk.mailbox.post
        )
        watch.look()
        (tmp_path / "mine.toml").write_text(MINE)
        watch.look()
        clock.advance(LOOK_S)
        watch.look()
        clock.advance(LOOK_S)
        watch.look()
    kiosk.run(0.5)
    assert [plan.name for plan in kiosk.app.plans] == ["Mine"]
    assert [offer.plan.name for offer in kiosk.app.offers(1)] == ["Mine"]


@pytest.mark.logs_errors("could not be read again")
def test_a_folder_that_breaks_the_reader_is_said_once_and_the_old_workouts_stay(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    def load() -> Workouts:
        raise RuntimeError("nobody thought of this")

    clock, posted = ManualClock(), list[WorkoutsLoaded]()
    with ThreadPoolExecutor(1) as disk:
        watch = FolderWatch(tmp_path, load, disk, clock, posted.append)
        (tmp_path / "mine.toml").write_text(MINE)
        for _ in range(3):
            clock.advance(LOOK_S)
            watch.look()
    assert posted == []
    assert [r.getMessage() for r in caplog.records] == [
        "The workouts could not be read again: the old ones stay"
    ]


def test_a_plan_without_its_protocol_has_nothing_to_choose() -> None:
    workouts = Workouts((Plan("p", "P", "any", (Step("Go", "work", 60),)),))
    assert (workouts.choices("p"), workouts.plan_with("p", {}).name) == ((), "P")
    with pytest.raises(ProtocolError, match="nothing to choose"):
        workouts.plan_with("p", {"1.reps": "5"})


def test_workouts_that_come_again_are_offered_anew() -> None:
    kiosk = gym()
    before = kiosk.app.offers(1)
    kiosk.mailbox.post(WorkoutsLoaded(kiosk.clock.monotonic(), SHIPPED))
    kiosk.run(0.5)
    assert kiosk.app.offers(1) is not before
