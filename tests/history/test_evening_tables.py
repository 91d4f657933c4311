"""The class as it lies in the history, and the tables that a coach edits and brings back."""

import csv
import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import Engine

from kiosk.export.bundle import export
from kiosk.export.evening import write_evening
from kiosk.export.evening_tables import write_plan, write_roster
from kiosk.history.queries import History
from kiosk.history.recorder import Recorder
from kiosk.history.results import Part, Results
from kiosk.history.roster import Roster
from kiosk.history.week import plan_day
from kiosk.imports.plan_csv import PlanKnown, read_plan, weeks_of
from kiosk.imports.roster_csv import Known, people_of, read_roster
from kiosk.session.records import AnswerGiven, Note
from kiosk.training.measure import Measure
from kiosk.training.past import Planned
from tests.history.facts import UTC_MS
from tests.history.lived import live
from tests.history.test_evening import a_session

TODAY = date(2026, 1, 2)


def test_a_class_is_told_with_what_happened_to_whom(
    recorder: Recorder, roster: Roster, history: History, engine: Engine, tmp_path: Path
) -> None:
    live("at_the_ceiling", recorder, roster)
    recorder.put(
        [
            AnswerGiven(1, UTC_MS - 3_600_000, "soreness", 6.0, None),
            AnswerGiven(1, UTC_MS - 200 * 3_600_000, "soreness", 9.0, None),
            AnswerGiven(1, UTC_MS + 400_000, "rpe", 9.0, 1),
            Note(1, UTC_MS, "stop", None, 9),
        ]
    )
    assert recorder.flush(20)
    results = Results(engine)
    results.keep(results.measure(Part(1, 1)), UTC_MS)
    (part,) = history.class_tables([1])[1]
    assert (part.walks, part.cooled_down_early) == (1, False)
    assert (part.effort, part.soreness) == (9.0, 6.0), "old soreness is over"
    kept: dict[str, float | None] = {one.key: one.value for one in history.measures(1, 1)}
    assert {key: kept[key] for key in part.results} == part.results
    assert part.results["hr_max"] == max(
        one.heart_rate_bpm or 0 for one in history.iter_samples(1, 1)
    )
    assert history.class_tables([1], athlete_id=7) == {1: ()}
    export(history, tmp_path, [1], ["csv"])
    write_evening(history, tmp_path, [1], today=TODAY)
    page = (tmp_path / "index.html").read_text()
    assert "Somebody pressed the stop button in it." in page
    assert "at the ceiling, sent on a recovery walk; effort 9 of 10; came sore: 6 of 10" in page


def test_an_edited_roster_comes_back_as_it_went(roster: Roster, history: History) -> None:
    roster.add("=Ann & <Änne>", [101, 1_048_575], max_hr=187.5, resting_hr=48, birth_year=1980)
    roster.add('Ben; the "quick"', [7], zone_edges=(100.0, 120.5, 140.0), ceiling_hr=170)
    roster.add("Cem", [])
    people = history.roster()
    content = write_roster(people, TODAY)
    known = Known(people, (), TODAY)
    found = people_of([read_roster(content, "roster.csv")], known)
    assert [one.state for one in found] == ["unchanged"] * 3, [one.detail for one in found]
    edited = content.replace(b"187.5", b"190")
    first, *others = people_of([read_roster(edited, "roster.csv")], known)
    assert first.changes == {"max_hr": 190.0}
    assert {one.state for one in others} == {"unchanged"}


def test_a_plan_comes_back_as_it_went(roster: Roster, history: History, engine: Engine) -> None:
    anna, ben = roster.add("=Anna").id, roster.add("Ben").id
    tomorrow = TODAY + timedelta(1)
    plan_day(engine, ben, TODAY, [Planned(TODAY, "step-up-80"), Planned(TODAY, None, "-easy-")])
    plan_day(engine, anna, tomorrow, [Planned(tomorrow, "demo", "with poles")])
    weeks = history.planned_from(TODAY)
    people = history.roster()
    content = write_plan({who.id: who.name for who in people}, weeks)
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert rows[1:] == [
        ["2026-01-02", "Ben", "step-up-80", ""],
        ["2026-01-02", "Ben", "", "'-easy-"],
        ["2026-01-03", "'=Anna", "demo", "with poles"],
    ]
    workouts = {"step-up-80": "Step-up 80", "demo": "Demo"}
    known = PlanKnown(people, (), weeks, workouts, TODAY)
    found, _ = weeks_of([read_plan(content, "plan.csv")], known)
    assert [one.state for one in found] == ["unchanged"] * 2, [one.detail for one in found]


def test_hikes_that_cost_more_and_more_are_a_reason_for_a_word(
    recorder: Recorder, roster: Roster, history: History, engine: Engine, tmp_path: Path
) -> None:
    """By the trend up to that session: what came later is not known yet."""
    anna = roster.add("Anna").id
    rates: Sequence[float] = (150, 152, 155, 158, 161, 163)
    for number in range(1, 7):
        recorder.put(a_session([(anna, "Anna")], number * 48))
    assert recorder.flush(20)
    results = Results(engine)
    for number, rate in zip(range(48, 289, 48), rates, strict=True):
        measured = results.measure(Part(number, anna))
        hike = Measure("hr_std", "Heart rate", float(rate), "bpm")
        results.keep(replace(measured, measures=(hike,)), UTC_MS)
    export(history, tmp_path, None, ["csv"])
    write_evening(history, tmp_path, today=TODAY)
    page = (tmp_path / "index.html").read_text()
    assert page.count("hills cost more than some weeks ago") == 2, "from the fifth on"
