"""Hill homework: given, brought back once, counted for spacing, moved, forgotten and taken home."""

import json
from datetime import UTC, date, timedelta, tzinfo
from io import BytesIO
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select

from kiosk.clock import ManualClock
from kiosk.errors import ActivityError, RosterError
from kiosk.export.fit_import import import_workout
from kiosk.export.homework import homework_files, look_at, take_back, warnings_of
from kiosk.history.database import reading
from kiosk.history.erase import erase
from kiosk.history.homework import AskError, BroughtBack, give, homework_as_json, measures_of, to_do
from kiosk.history.merge import merge
from kiosk.history.past import past_of, plan_stamps
from kiosk.history.queries import History
from kiosk.history.recorder import Recorder
from kiosk.history.roster import Roster
from kiosk.history.schema import HomeworkRow
from kiosk.session.records import AnswerGiven, HomeworkGiven
from kiosk.training.plan import Plan
from kiosk.training.schedule import warnings
from kiosk.words import Text
from tests.unit.fit_files import decoded
from tests.unit.outside import START_S, fit_of, hill, tcx_of
from tests.unit.test_homework import CRUSHER_PLAN, plan_of

DAY = date(2026, 1, 5)
"""Of the activity."""
NOW_MS = (START_S + 7200) * 1000
GIVEN = DAY - timedelta(3)
RUN = hill((60, 0.0, 2.5), *[(120, -6.0, 3.5), (60, 6.0, 3.0)] * 6)
"""A crusher in a hurry."""


@pytest.fixture
def anna(roster: Roster) -> int:
    return roster.add("Änna B", [101], birth_year=1990).id


@pytest.fixture
def run(tmp_path: Path) -> Path:
    path = tmp_path / "run.tcx"
    path.write_bytes(tcx_of(RUN))
    return path


def hand_out(engine: Engine, athlete_id: int, on: date = GIVEN, plan: Plan = CRUSHER_PLAN) -> None:
    give(engine, HomeworkGiven(athlete_id, NOW_MS, on, plan.to_json()))


def look_at_file(
    engine: Engine, path: Path, athlete_id: int, zone: tzinfo, homework_id: int | None = None
) -> BroughtBack:
    return look_at(engine, path.read_bytes(), path.name, athlete_id, zone, homework_id)


def take_file(
    engine: Engine,
    path: Path,
    athlete_id: int,
    zone: tzinfo,
    now_ms: int,
    number: int | None = None,
) -> BroughtBack:
    return take_back(
        engine, path.read_bytes(), path.name, athlete_id, zone, utc_ms=now_ms, homework_id=number
    )


def count(engine: Engine) -> int:
    with reading(engine) as connection:
        return connection.scalar(select(func.count()).select_from(HomeworkRow)) or 0


def test_what_the_screen_gives_is_on_the_disk_once_a_day(
    engine: Engine, recorder: Recorder, anna: int
) -> None:
    gentle = HomeworkGiven(anna, NOW_MS, GIVEN, CRUSHER_PLAN.to_json())
    stranger = HomeworkGiven(99, NOW_MS, GIVEN, CRUSHER_PLAN.to_json())
    recorder.put([gentle, stranger, gentle])
    assert recorder.flush(20)
    athlete, given = to_do(engine, anna)
    assert athlete.name == "Änna B"
    assert [(one.on, one.plan) for one in given] == [(GIVEN, CRUSHER_PLAN)]
    assert to_do(engine, anna, GIVEN + timedelta(15))[1] == []


def test_an_activity_brought_back_is_scored_and_stands_in_the_past(
    engine: Engine, anna: int, run: Path
) -> None:
    hand_out(engine, anna)
    seen = look_at_file(engine, run, anna, UTC)
    assert count(engine) == 1
    assert to_do(engine, anna)[1] != [], "a look takes nothing"
    before = plan_stamps(engine, DAY)
    done = take_file(engine, run, anna, UTC, NOW_MS)
    assert done.measures == seen.measures
    assert done.is_whole
    assert to_do(engine, anna)[1] == []
    assert plan_stamps(engine, DAY) != before, "the running kiosk hears of it"
    (session,) = past_of(engine, [anna], DAY, UTC)[anna].sessions
    assert session.is_outside
    assert session.session_id < 0
    assert (session.on, session.category, session.is_complete) == (DAY, "crusher", True)
    assert session.results["descent_m"] == pytest.approx(151, abs=7)
    assert session.results["homework_done"] > 95
    with reading(engine) as connection:
        kept = measures_of(connection.scalar(select(HomeworkRow.measures)) or "")
    assert kept == done.measures
    assert all(isinstance(one.note, Text) for one in kept if one.note), "to be translated still"


def test_a_crusher_done_outside_warns_like_one_on_a_belt(
    engine: Engine, anna: int, run: Path
) -> None:
    hand_out(engine, anna)
    take_file(engine, run, anna, UTC, NOW_MS)
    on = DAY + timedelta(4)
    past = past_of(engine, [anna], on, UTC)[anna]
    assert any("4 days ago" in said for said in warnings(CRUSHER_PLAN, past, on))
    later = DAY + timedelta(9)
    past = past_of(engine, [anna], later, UTC)[anna]
    assert not any("days ago" in said for said in warnings(CRUSHER_PLAN, past, later))


def test_a_crusher_done_outside_nine_days_before_the_race_warns_too(
    engine: Engine, roster: Roster, run: Path
) -> None:
    racer = roster.add("Cem", [104], race_on=DAY + timedelta(9)).id
    hand_out(engine, racer)
    seen = look_at_file(engine, run, racer, UTC)
    taken = take_file(engine, run, racer, UTC, NOW_MS)
    for found in (seen, taken):
        (said,) = warnings_of(engine, found, UTC)
        assert said.startswith("The race is in 9 days: quad crushers belong 35 and 21 days before")


def test_nothing_is_counted_twice_be_it_from_another_format(
    engine: Engine, anna: int, run: Path, tmp_path: Path
) -> None:
    hand_out(engine, anna)
    hand_out(engine, anna, DAY, plan_of("downhill-intervals"))
    with pytest.raises(RosterError, match="no hill homework"):
        look_at_file(engine, run, anna, UTC, homework_id=99)
    take_file(engine, run, anna, UTC, NOW_MS)
    other = tmp_path / "run.fit"
    other.write_bytes(fit_of(RUN[:100], START_S + 1))
    for path in (run, other):
        with pytest.raises(RosterError, match="taken before"):
            take_file(engine, path, anna, UTC, NOW_MS)
    assert len(past_of(engine, [anna], DAY, UTC)[anna].sessions) == 1


def test_two_of_one_day_are_asked_about_and_without_any_nothing_is_taken(
    engine: Engine, anna: int, run: Path
) -> None:
    with pytest.raises(RosterError, match="no hill homework"):
        take_file(engine, run, anna, UTC, NOW_MS)
    hand_out(engine, anna, DAY - timedelta(15))
    with pytest.raises(RosterError, match="no hill homework"):
        take_file(engine, run, anna, UTC, NOW_MS)
    hand_out(engine, anna)
    hand_out(engine, anna, plan=plan_of("downhill-intervals"))
    with pytest.raises(AskError, match="say which") as asked:
        take_file(engine, run, anna, UTC, NOW_MS)
    assert {one.plan.protocol_id for one in asked.value.choices} == {
        "quad-crusher",
        "downhill-intervals",
    }
    chosen = next(one for one in asked.value.choices if one.plan.protocol_id != "quad-crusher")
    assert take_file(engine, run, anna, UTC, NOW_MS, chosen.id).given == chosen
    with pytest.raises(ActivityError, match="future"):
        take_file(engine, run, anna, UTC, NOW_MS - 10 * 86_400_000)


def test_a_soreness_answer_about_it_is_one_about_the_day(
    engine: Engine, recorder: Recorder, anna: int, run: Path
) -> None:
    """There is no session that it could point at."""
    hand_out(engine, anna)
    take_file(engine, run, anna, UTC, NOW_MS)
    recorder.put([AnswerGiven(anna, NOW_MS + 86_400_000, "soreness", 6.0, None)])
    assert recorder.flush(20)
    past = past_of(engine, [anna], DAY + timedelta(1), UTC)[anna]
    assert [one.value for one in past.answers] == [6.0]


def test_the_files_for_the_stick_are_a_workout_for_outside_and_a_card(
    engine: Engine, history: History, anna: int
) -> None:
    hand_out(engine, anna)
    assert homework_files(history, anna, today=GIVEN + timedelta(15)) == [], "its time is over"
    files = dict(homework_files(history, anna, today=DAY))
    assert [*files] == [
        "homework-2026-01-02-quad-crusher.fit",
        "homework-2026-01-02-quad-crusher.html",
    ]
    workout, page = BytesIO(), BytesIO()
    files["homework-2026-01-02-quad-crusher.fit"](workout)
    files["homework-2026-01-02-quad-crusher.html"](page)
    told = decoded(workout.getvalue())
    assert (told["workout"][0]["sport"], told["workout"][0]["sub_sport"]) == ("running", "generic")
    downhill = told["workout_step"][1]
    assert (downhill["target_type"], downhill["duration_distance"]) == (
        "cadence",
        pytest.approx(402.33, abs=0.1),
    )
    assert "speed" not in {step.get("target_type") for step in told["workout_step"]}
    assert import_workout(workout.getvalue(), "card.fit").protocol_id == "quad-crusher"
    html = page.getvalue().decode()
    for words in ("Änna B", "5 %", "6 times", "170 to 190", "Fri 16 Jan", "bpm", "ice"):
        assert str(words) in html
    assert "<script" not in html
    assert "http" not in html.replace("http-equiv", "")


def test_the_card_is_harmless_whatever_somebody_is_called(
    engine: Engine, history: History, roster: Roster
) -> None:
    rude = roster.add("<img src=x>", [102]).id
    hand_out(engine, rude)
    page = BytesIO()
    homework_files(history, rude, lambda said: said.upper())[1][1](page)
    assert b"<img" not in page.getvalue()
    assert b"QUAD CRUSHER" in page.getvalue()


def test_it_goes_with_the_person_merged_erased_or_off_the_roster(
    engine: Engine, roster: Roster, anna: int, run: Path, clock: ManualClock
) -> None:
    twin = roster.add("Anna", [103]).id
    for who in (anna, twin):
        hand_out(engine, who)
        take_file(engine, run, who, UTC, NOW_MS)
    hand_out(engine, twin)
    merge(engine, twin, anna)
    assert len(past_of(engine, [anna], DAY, UTC)[anna].sessions) == 1, "the same run, once"
    assert len(to_do(engine, anna)[1]) == 1
    with reading(engine) as connection:
        told = homework_as_json(connection, anna)
    assert [one["brought_back"] for one in told] == [True, False]
    assert json.loads(json.dumps(told))[0]["results"][0]["name"] == "Descended"
    roster.remove("Änna B")
    assert count(engine) == 1, "what is still to do went"
    erase(engine, anna, NOW_MS, lambda: None)
    assert count(engine) == 0
