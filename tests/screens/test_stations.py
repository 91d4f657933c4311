"""Stations and pace in words, without a pixel."""

import pytest

from kiosk.session.pace import StationFacts
from kiosk.session.state import Phase
from screens import stations
from screens.faces import face_of
from screens.own_face import own_face
from screens.pace import Pace, pace_of
from screens.stage import Stage
from screens.stations import Haunts, StationRow, place_of
from screens.wording import THIN
from tests.screens import own_scenes as scene
from tests.screens.own_scenes import STATIONS, anna, session_of
from tests.screens.screen_fakes import FakeApp, tap_in


def haunts(app: FakeApp) -> Haunts:
    found = Haunts(app.stations)
    found.follow(app.state)
    return found


def words(rows: list[StationRow]) -> list[tuple[str, str]]:
    return [(row.title, row.aside) for row in rows]


def rows(app: FakeApp) -> list[tuple[str, str]]:
    return words(stations.own_rows(app.state, app.stations, anna(app)))


def test_whoever_has_the_only_station_to_themselves_is_not_bothered_with_it() -> None:
    assert rows(scene.climb()) == []


def test_somebody_else_who_is_here_may_want_it() -> None:
    assert rows(scene.shared(scene.climb())) == [("Step off", "you are on Treadmill 1")]


def test_taking_a_station_says_who_steps_off() -> None:
    assert rows(scene.resting()) == [("Take Treadmill 1", "Ben steps off")]
    assert rows(scene.resting(several=True)) == [
        ("Take Treadmill 1", "Ben steps off"),
        ("Take Treadmill 2", "it is free"),
        ("Take Stairs", "it is free"),
    ]


def test_before_the_start_there_is_nothing_to_step_off() -> None:
    app = scene.shared(scene.climb())
    anna(app).phase = Phase.READY
    assert rows(app) == []


def test_resting_is_said_with_who_is_on_the_station() -> None:
    app = scene.resting()
    place = place_of(app.state, haunts(app), app.station_kinds, anna(app))
    face = own_face(anna(app), session_of(app), place=place)
    assert (face.word, face.aside) == ("recovery", "Ben is on Treadmill 1")
    assert not face.gauged
    assert face.grade == face.pace == face.dose == face.cue == ""
    assert face.remaining != ""
    app.state.occupants.clear()
    assert place_of(app.state, haunts(app), {}, anna(app)).rest == "Treadmill 1 is free"


def test_with_several_stations_it_is_remembered_which_one_they_shared() -> None:
    app = scene.shared(scene.climb(), several=True)
    known = haunts(app)
    after = scene.resting(several=True)
    known.follow(after.state)
    assert place_of(after.state, known, {}, anna(after)).rest == "Ben is on Treadmill 1"
    assert place_of(after.state, haunts(after), {}, anna(after)).rest == "off the station"
    del after.state.participants[1]
    known.follow(after.state)
    assert known.of(anna(scene.resting(several=True))) is None, "whoever goes home is forgotten"


def test_a_resting_tile_is_calm_and_offers_the_swap() -> None:
    app = scene.resting()
    spots = stations.spots(app.state, app.stations, haunts(app))
    resting = face_of(anna(app), session_of(app), spots[1])
    training = face_of(app.state.participants[2], session_of(app), spots[2])
    assert (resting.resting, resting.step, resting.sign, resting.target) == (
        True, "recovery", "", ""
    )  # fmt: skip
    assert (resting.swap, resting.rival) == (0, "Ben")
    assert (training.swap, training.resting) == (-1, False)


def test_with_three_on_one_station_nobody_is_swapped_unasked() -> None:
    app = scene.resting()
    tap_in(app, 3, phase=Phase.RUNNING, session_id=1, station=None)
    assert stations.swaps(app.state, app.stations, haunts(app)) == {}


def test_where_stations_are_shared_there_is_nothing_to_swap() -> None:
    app = scene.climb()
    tap_in(app, 2, phase=Phase.RUNNING, session_id=1)
    assert stations.swaps(app.state, app.stations, haunts(app)) == {}


def test_a_free_station_is_chosen_before_the_start_and_the_others_are_named() -> None:
    app = FakeApp(stations=STATIONS)
    who = tap_in(app, 1, station=None)
    tap_in(app, 2)
    app.state.occupants = {"Treadmill 1": 2}
    chosen = stations.likeliest(app.state, STATIONS, who)
    assert chosen == 1
    assert words(stations.choice_rows(app.state, STATIONS, who, chosen)) == [
        ("Treadmill 1", "Ben is on it"),
        ("Treadmill 2", "you start here"),
        ("Stairs", "free"),
    ]
    taken = stations.choice_rows(app.state, STATIONS, who, 0)
    assert taken[0].aside == "Ben steps off"


def test_where_there_is_no_choice_none_is_shown() -> None:
    app = FakeApp()
    who = tap_in(app, 1)
    assert stations.choice_rows(app.state, app.stations, who, 0) == []
    assert stations.choice_rows(app.state, app.stations, None, None) == []
    assert stations.likeliest(app.state, (), who) is None


@pytest.mark.parametrize(
    ("names", "short"),
    [
        (STATIONS, ["T1", "T2", "S"]),
        (("Laufband links", "Laufband rechts"), ["LL", "LR"]),
        (("Treadmill", "Tower"), ["1", "2"]),
        ((), []),
    ],
)
def test_short_names_tell_the_stations_apart(names: tuple[str, ...], short: list[str]) -> None:
    assert stations.short_names(names) == short


# -- pace ------------------------------------------------------------------------------------------


def pace(app: FakeApp, kind: str = "treadmill") -> Pace:
    return pace_of(anna(app), session_of(app), kind)


def test_speed_and_cadence_are_shown_with_their_sources() -> None:
    said = pace(scene.measured())
    assert said == Pace(
        f"6.0{THIN}km/h", "console, planned 5.5", typable=False,
        cadence="172 steps/min", cadence_source="from the deck, experimental",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("source", "words", "typable"),
    [
        ("console", "console", False),
        ("foot pod", "foot pod", False),
        ("pulses", "belt sensor", False),
        ("typed", "typed", True),
        ("prescribed", "planned", True),
    ],
)
def test_only_where_nothing_measures_it_the_speed_can_be_typed(
    source: str, words: str, typable: bool
) -> None:
    app = scene.planned()
    anna(app).speed_source = source  # pyright: ignore[reportAttributeAccessIssue]
    assert (pace(app).source, pace(app).typable) == (words, typable)


def test_an_unknown_speed_asks_to_be_typed() -> None:
    app = scene.climb()
    assert (pace(app).value, pace(app).source) == ("Speed?", "tap to type")
    assert pace(app, "stair").value == "Steps?"
    assert pace(app, "stair").typable


def test_on_a_stair_machine_the_steps_are_the_pace() -> None:
    app = scene.on_stairs()
    anna(app).cadence_spm, anna(app).cadence_source = 64.0, "console"
    assert pace(app, "stair") == Pace("64 steps/min", "console", typable=False)


def test_off_every_station_and_in_a_circuit_there_is_no_pace() -> None:
    assert pace(scene.measured(), "") == Pace()
    assert pace(scene.button_step()) == Pace()


def test_a_planned_speed_stands_in_one_place_only() -> None:
    app = scene.planned()
    place = place_of(app.state, haunts(app), app.station_kinds, anna(app))
    assert "km/h" not in own_face(anna(app), session_of(app), place=place).dose
    assert "km/h" in own_face(anna(app), session_of(app)).dose


def test_in_a_rotation_nobody_is_one_touch_from_anothers_place() -> None:
    belts = tuple(StationFacts(f"Treadmill {number}") for number in range(1, 4))
    stage = Stage(stations=(*belts, StationFacts("Stairs 1", "stair")))
    stage.roster(8)
    stage.tap_in(*range(1, 9))
    stage.app.start_class(stage.plan("rotation-hills"))
    stage.run(2)
    app, lasting = stage.app, Haunts(stage.app.stations)
    (session,) = app.state.sessions.values()

    def second_block() -> bool:
        lasting.follow(app.state)
        return session.block == 1 and session.main.step_index != change

    change = session.plan.rotation.change if session.plan.rotation else -1
    stage.run_until(second_block)
    people = list(app.state.participants.values())
    assert any(who.station for who in people)
    assert [stations.own_rows(app.state, app.stations, who) for who in people] == [[]] * 8
    assert stations.swaps(app.state, app.stations, lasting) == {}
    app.leave(next(who.athlete.id for who in people if who.station == "Treadmill 1"))
    stage.run(1)
    moves = next(who for who in people if who.station == "Treadmill 2")
    titles = [row.title for row in stations.own_rows(app.state, app.stations, moves)]
    assert titles == ["Take Treadmill 1", "Step off"]
    floor = next(who for who in people if who.station is None and who.phase is Phase.RUNNING)
    assert stations.own_rows(app.state, app.stations, floor) == []
