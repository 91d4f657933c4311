"""What the summary says, in numbers: zones, gaps, the band, and what is left of the curve."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.session.state import Phase, TracePoint
from kiosk.training.metrics import time_in_zone
from kiosk.training.zones import ZoneModel, zones_from
from screens.summary_view import SummaryFace, care, summary_face, ticks, unknown_s, zone_shares
from screens.wording import THIN
from tests.screens import own_scenes as scene
from tests.screens.own_scenes import anna, session_of
from tests.screens.screen_fakes import FakeApp

ZONES = zones_from(ZoneModel.RESERVE, {"max_hr": 190.0, "resting_hr": 50.0})


def face(app: FakeApp) -> SummaryFace:
    return summary_face(anna(app), session_of(app), app.state)


def points(*bpm: int | None, first: int = 0) -> list[TracePoint]:
    return [TracePoint(first + second, value, None, None) for second, value in enumerate(bpm)]


def test_a_finished_session_says_what_how_long_and_that_it_is_saved() -> None:
    said = face(scene.finished())
    assert (said.who, said.workout, said.ended) == ("Anna", "Step-up 80", "finished")
    assert said.duration == "1:20:00"
    assert (said.saved, said.trouble, said.remark) == ("Everything is saved.", False, "")


def test_after_strength_the_summary_says_water_food_and_sleep() -> None:
    session = session_of(scene.finished())
    assert care(session) == ""
    assert session is not None
    session.plan = replace(session.plan, category="strength")
    assert all(word in care(session) for word in ("water", "eat", "sleep"))


def test_mean_and_extremes_are_of_what_was_heard() -> None:
    app = scene.finished()
    who = anna(app)
    who.trace.clear()
    who.trace.extend(points(100, None, 101, 150))
    said = face(app)
    assert (said.lowest, said.mean, said.highest) == ("100", "117", "150")
    assert said.topAt < said.meanAt < said.bottomAt


def test_half_a_beat_is_rounded_up_as_everywhere() -> None:
    app = scene.finished()
    who = anna(app)
    who.trace.clear()
    who.trace.extend(points(176, 177))
    assert face(app).mean == "177"


def test_leaving_early_says_so_beside_the_planned_length() -> None:
    said = face(scene.left_early())
    assert said.ended == "left early, of 80 min"
    assert said.duration == "41:20"


def test_a_session_that_the_coach_ended_early_says_so() -> None:
    app = scene.left_early()
    anna(app).phase = Phase.FINISHED
    assert face(app).ended == "ended early, of 80 min"


def test_missing_seconds_are_told_as_in_the_bars() -> None:
    app = scene.with_gaps()
    assert face(app).remark == "No heart rate for 1:21."
    bars = zone_shares(tuple(anna(app).trace), anna(app).zones)
    assert (bars[-1].title, bars[-1].spent, bars[-1].level) == ("no heart rate", "1:21", -1)


def test_a_curve_that_begins_late_says_since_when() -> None:
    assert face(scene.after_a_restart()).remark == "Shown is the last part only, from 32:20 on."


def test_without_zones_there_are_numbers_and_a_curve_but_no_bars() -> None:
    app = scene.finished_without_zones()
    said = face(app)
    assert said.drawn
    assert said.mean != ""
    assert said.inside == ""
    assert "year of birth" in said.zoneless
    assert zone_shares(tuple(anna(app).trace), None) == []


def test_without_any_heart_rate_nothing_is_made_up() -> None:
    app = scene.never_heard()
    said = face(app)
    assert (said.mean, said.highest, said.inside, said.drawn) == ("", "", "", False)
    assert said.remark == "No heart rate was heard."
    assert "moisten the strap" in said.zoneless
    assert zone_shares(tuple(anna(app).trace), anna(app).zones) == []


def test_nothing_is_called_saved_while_the_history_cannot_be_written() -> None:
    said = face(scene.not_saved())
    assert said.trouble
    assert said.saved == "The disk that holds the history is full: make room on it."


def test_the_share_in_the_band_is_of_the_time_with_a_band_and_a_heart_rate() -> None:
    app = scene.finished()
    who = anna(app)
    guided = [(150, 150.0, 156.0), (155, 150.0, 156.0), (156, 150.0, 156.0)]
    who.trace.clear()
    who.trace.extend(TracePoint(at, bpm, low, high) for at, (bpm, low, high) in enumerate(guided))
    who.trace.extend([TracePoint(3, None, 150.0, 156.0), TracePoint(4, 120, None, None)])
    assert face(app).inside == f"66{THIN}%"


def test_bars_are_one_for_each_zone_the_hardest_first() -> None:
    bars = zone_shares(points(*[100] * 30, *[155] * 60, *[170] * 15), ZONES)
    assert [(bar.title, bar.spent) for bar in bars] == [
        ("zone 5", "0:00"),
        ("zone 4", "0:15"),
        ("zone 3", "1:00"),
        ("zone 2", "0:00"),
        ("zone 1", "0:00"),
        ("below zone 1", "0:30"),
    ]
    assert [bar.share for bar in bars] == [0, 0.25, 1, 0, 0, 0.5]
    assert [bar.level for bar in bars] == [5, 4, 3, 2, 1, 0]


def test_seven_zones_have_seven_bars_in_five_colours() -> None:
    app = scene.by_threshold()
    bars = zone_shares(tuple(anna(app).trace), anna(app).zones)
    assert [bar.title for bar in bars[:4]] == ["zone 5c", "zone 5b", "zone 5a", "zone 4"]
    assert [bar.level for bar in bars[:4]] == [5, 5, 5, 4]


@given(st.lists(st.none() | st.integers(30, 230), min_size=1, max_size=300), st.integers(0, 9000))
def test_zones_and_unknown_time_add_up_to_the_whole(bpm: list[int | None], first: int) -> None:
    trace = points(*bpm, first=first)
    readings = [(point.elapsed_s, point.bpm) for point in trace]
    spent = time_in_zone(readings, ZONES, first + len(bpm)).seconds
    assert sum(spent.values()) + unknown_s(trace) == pytest.approx(len(bpm))


def test_nothing_recorded_is_nothing_unknown() -> None:
    assert unknown_s([]) == 0


@pytest.mark.parametrize(
    ("seconds", "titles"),
    [
        (90, ["0:00", "0:15", "0:30", "0:45", "1:00", "1:15", "1:30"]),
        (600, ["0 min", "2 min", "4 min", "6 min", "8 min", "10 min"]),
        (4800, ["0 min", "15 min", "30 min", "45 min", "60 min", "75 min"]),
        (10800, ["0 min", "30 min", "60 min", "90 min", "120 min", "150 min", "180 min"]),
    ],
)
def test_ticks_stand_at_round_times(seconds: int, titles: list[str]) -> None:
    assert [tick.title for tick in ticks(points(*[120] * seconds))] == titles


def test_ticks_of_a_last_part_are_minutes_of_the_session() -> None:
    marks = ticks(points(*[120] * 600, first=1950))
    assert marks[0].title == "34 min"
    assert marks[0].place == pytest.approx(90 / 600)


@given(st.integers(1, 10800), st.integers(0, 9000))
def test_ticks_are_few_and_on_the_axis(seconds: int, first: int) -> None:
    trace = [TracePoint(first, 120, None, None), TracePoint(first + seconds, 120, None, None)]
    marks = ticks(trace)
    assert len(marks) <= 8
    assert all(0 <= mark.place <= 1 for mark in marks)


def test_without_a_session_there_is_still_a_time() -> None:
    app = scene.finished()
    said = summary_face(replace(anna(app)), None, app.state)
    assert (said.workout, said.ended, said.duration) == ("", "", "1:20:00")
