"""Everything of one person as JSON: all of it, nothing of anybody else, and memory stays flat."""

import csv
import io
import json
import tracemalloc
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from kiosk.cli import cli
from kiosk.errors import ExportError, RosterError
from kiosk.export.bundle import export
from kiosk.export.person import write_person
from kiosk.history.database import DATABASE_NAME, open_engine
from kiosk.history.queries import History
from kiosk.history.recorder import Recorder
from kiosk.history.results import Part, Results
from kiosk.history.roster import Roster
from kiosk.history.schema import Base
from kiosk.history.week import plan_day
from kiosk.session.records import AnswerGiven, AthleteClosed, Note
from kiosk.settings import load_settings
from kiosk.training.past import Planned
from tests.history.facts import UTC_MS, athlete_closed, joined, opened, second, session_closed
from tests.history.lived import live

TAG = "a1" * 32
TODAY = date(2026, 1, 2)
TOLD = {
    "athlete", "athlete_strap", "athlete_foot_pod", "athlete_tag", "pool_strap", "planned",
    "answer", "session", "session_athlete", "live", "beat", "minute", "event", "result",
    "hike_window", "homework",
}  # fmt: skip
NOT_OF_ATHLETES = {"coach", "choice", "coach_taken", "station_shown"}


def document(history: History, athlete_id: int, folder: Path) -> dict[str, Any]:
    path = folder / "person.json"
    write_person(history, athlete_id, path)
    return json.loads(path.read_text(), parse_constant=pytest.fail)


def table(found: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [dict(zip(found["columns"], row, strict=True)) for row in found["rows"]]


def test_the_document_has_all_that_the_history_has_of_them(
    recorder: Recorder, roster: Roster, history: History, engine: Engine, tmp_path: Path
) -> None:
    live("pauses_and_losses", recorder, roster)
    roster.set_fields(1, {"max_hr": 188.0, "resting_hr": 52.0, "zone_edges": (100.0, 130.0, 150.0)})
    roster.add_tag(1, TAG)
    plan_day(engine, 1, TODAY, [Planned(TODAY, "demo", "with poles")])
    recorder.put([AnswerGiven(1, UTC_MS + 400_000, "rpe", 7.0, 1)])
    assert recorder.flush(20)
    results = Results(engine)
    results.keep(results.measure(Part(1, 1)), UTC_MS)
    told = document(history, 1, tmp_path)
    assert (told["format"], told["version"]) == ("switchback-person", 1)
    person = told["person"]
    assert person["max_hr"] == 188.0
    assert person["zone_edges"] == [100.0, 130.0, 150.0]
    assert person["has_tags"] is True
    assert TAG not in json.dumps(told), "it opens their page"
    assert told["week"] == [{"day": "2026-01-02", "workout": "demo", "words": "with poles"}]
    assert [(one["about"], one["value"]) for one in told["answers"]] == [("rpe", 7.0)]
    (session,) = told["sessions"]
    assert session["plan"]["name"] == "Hills & <dales>"
    assert session["ended_because"] == "finished"
    kept = {one.key: one.value for one in history.measures(1, 1)}
    assert {one["key"]: one["value"] for one in session["results"]} == kept
    mine = [note for note in history.events(1) if note.athlete_id == 1]
    own = [one for one in session["events"] if one["is_own"]]
    assert [(one["kind"], one["elapsed_s"]) for one in own] == [(n.kind, n.elapsed_s) for n in mine]
    assert session["provenance"]["straps"]
    samples = history.samples(1, 1)
    seconds = table(session["seconds"])
    assert [one["heart_rate_bpm"] for one in seconds] == [one.heart_rate_bpm for one in samples]
    assert [one["grade_percent"] for one in seconds] == [one.grade_percent for one in samples]
    beats = table(session["beats"])
    assert [(one["elapsed_s"], len(one["rr_ms"])) for one in beats] == [
        (one.elapsed_s, len(one.rr_ms)) for one in history.beats(1, 1)
    ]


def test_no_table_of_the_history_is_forgotten() -> None:
    """A new one is either told of in kiosk.history.person, or of no athlete."""
    assert set(Base.metadata.tables) - NOT_OF_ATHLETES == TOLD


def test_seconds_are_those_of_the_csv(
    recorder: Recorder, roster: Roster, history: History, tmp_path: Path
) -> None:
    live("plain", recorder, roster)
    (as_json, as_csv) = export(history, tmp_path, [1], ["json", "csv"])
    rows = list(csv.DictReader(io.StringIO(as_csv.read_text("utf-8-sig"))))
    seconds = table(json.loads(as_json.read_text())["seconds"])
    assert len(rows) == len(seconds) > 100
    for row, told in zip(rows, seconds, strict=True):
        for column in row.keys() & told.keys():
            value = told[column]
            if isinstance(value, float):
                assert float(row[column]) == value
            else:
                assert row[column] == ("" if value is None else str(value))


def test_nobody_else_is_in_it(
    recorder: Recorder, roster: Roster, history: History, tmp_path: Path
) -> None:
    anna, ben = roster.add("Anna", [101]).id, roster.add("Benedikt", [31_415]).id
    recorder.put([opened(), joined(anna, "Anna"), joined(ben, "Benedikt")])
    recorder.put([second(i, k) for i in (anna, ben) for k in range(3)])
    recorder.put(
        [
            Note(1, UTC_MS, "strap", ben, 1, {"strap": 27_182, "from": 31_415}),
            Note(1, UTC_MS, "device", None, 1, {"device": "strap:27182", "state": "lost"}),
            Note(1, UTC_MS, "pause", None, 1),
            athlete_closed(anna, 3),
            athlete_closed(ben, 3),
            session_closed(3),
        ]
    )
    assert recorder.flush(20)
    told = json.dumps(document(history, anna, tmp_path))
    assert "Anna" in told
    for of_another in ("Benedikt", "31415", "27182", '"102"'):
        assert of_another not in told
    assert '"kind": "pause"' in told, "what was of everybody was of her too"


def test_more_sessions_need_no_more_memory(
    recorder: Recorder, roster: Roster, history: History, tmp_path: Path
) -> None:
    anna, ben = roster.add("Anna").id, roster.add("Ben").id
    number = 0
    for who, count in ((anna, 1), (ben, 4)):
        for _ in range(count):
            number += 1
            recorder.put([opened(number), joined(who, "Somebody", number)])
            recorder.put([second(who, k, number) for k in range(300)])
            recorder.put([AthleteClosed(number, who, UTC_MS + 300_000, "finished")])
    assert recorder.flush(20)
    peaks: list[int] = []
    for who in (anna, ben):
        tracemalloc.start()
        write_person(history, who, tmp_path / "person.json")
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < peaks[0] * 1.2 + 30_000


def test_the_command_writes_one_document_and_refuses_what_is_of_everybody(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    engine = open_engine(load_settings(None).settings.data_path / DATABASE_NAME)
    Roster(engine).add("Anna Berg", [101])
    engine.dispose()

    def say(*words: str) -> None:
        cli.main(["export", "--out", str(tmp_path / "out"), *words], standalone_mode=False)

    say("--athlete", "anna berg", "--format", "json")
    assert capsys.readouterr().out.startswith("1 files written")
    told = json.loads((tmp_path / "out" / "Anna-Berg.json").read_text())
    assert told["person"]["straps"] == [101]
    assert told["sessions"] == []
    with pytest.raises(ExportError, match="leave out summary"):
        say("--athlete", "Anna Berg", "--format", "csv,summary")
    with pytest.raises(RosterError, match="not on the roster"):
        say("--athlete", "Ann", "--format", "json")
