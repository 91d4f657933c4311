"""The commands for people, the club's straps and sessions: what they print and refuse."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import click
import pytest
from sqlalchemy import Engine

from kiosk import desk_progress
from kiosk.answers import today
from kiosk.cli import cli
from kiosk.errors import HistoryError, ProtocolError, RosterError, SettingsError
from kiosk.history.database import DATABASE_NAME, open_engine
from kiosk.history.recorder import Recorder
from kiosk.history.roster import Roster
from kiosk.history.shelf import Shelf
from kiosk.session.records import AthleteClosed
from kiosk.settings import Settings, load_settings
from tests.history.facts import (
    PLAN,
    UTC_MS,
    athlete_closed,
    joined,
    opened,
    second,
    session_closed,
)


class Desk:
    """Says a command as on the command line."""

    def __init__(self, printed: pytest.CaptureFixture[str]) -> None:
        self._printed = printed

    def says(self, *words: str) -> str:
        cli.main(words, standalone_mode=False)
        return self._printed.readouterr().out

    def json(self, *words: str) -> Any:
        return json.loads(self.says(*words, "--json"))


@pytest.fixture
def desk(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("COLUMNS", "120")
    return Desk(capsys)


@pytest.fixture
def data() -> Iterator[Engine]:
    """The history that the commands use."""
    engine = open_engine(load_settings(None).settings.data_path / DATABASE_NAME)
    yield engine
    engine.dispose()


def test_a_strap_is_shared_only_when_that_is_said(desk: Desk) -> None:
    desk.says("roster", "add", "Anna", "--strap", "7", "--foot-pod", "900", "--foot-pod", "901")
    with pytest.raises(RosterError, match=r'already belongs to "Anna": .*--shared') as caught:
        desk.says("roster", "add", "Ben", "--strap", "7")
    assert caught.value.exit_status == 2
    said = desk.says("roster", "add", "Ben", "--strap", "7", "--shared", "--max-hr", "190")
    assert said == "Ben is on the roster; consent recorded by staff today.\n"
    people = desk.json("roster", "list")
    assert [(who["name"], who["straps"], who["foot_pods"]) for who in people] == [
        ("Anna", [7], [900, 901]),
        ("Ben", [7], []),
    ]
    assert people[1]["max_hr"] == 190
    table = desk.says("roster", "list")
    for words in ("Foot pods", "900, 901", "Anna", "Ben"):
        assert words in table


def test_tags_are_counted_and_never_printed(desk: Desk, data: Engine) -> None:
    digest = "ab" * 32
    anna = Roster(data).add("Anna")
    Roster(data).add_tag(anna.id, digest)
    assert desk.json("roster", "list")[0]["tags"] == 1
    assert digest not in desk.says("roster", "list", "--json") + desk.says("roster", "list")


def test_the_shelf_is_filled_and_emptied_from_the_command_line(desk: Desk, data: Engine) -> None:
    assert desk.says("straps", "list").startswith("None yet: switchback straps add NUMBER")
    assert desk.json("straps", "list") == []
    assert desk.says("straps", "add", "7", "12345") == "Strap 12345 is number 7 of the club.\n"
    desk.says("straps", "add", "3", "12346")
    anna = Roster(data).add("Anna").id
    Shelf(data).lend(7, anna)
    Shelf(data).give_back(3, 80, "good")
    lent = Shelf(data).list()[1]
    first, other = desk.json("straps", "list")
    assert first == {
        "number": 3,
        "device_number": 12346,
        "holder": None,
        "battery_percent": 80,
        "battery_status": "good",
        "last_used_utc": None,
    }
    assert (other["number"], other["holder"], other["battery_percent"]) == (7, "Anna", None)
    assert other["last_used_utc"].endswith("Z")
    assert lent.last_used_utc_ms is not None
    table = desk.says("straps", "list")
    for words in ("12345", "Anna", "good, 80 %"):
        assert words in table
    with pytest.raises(RosterError, match='"Anna" has strap 7 of the club'):
        desk.says("straps", "drop", "7")
    assert desk.says("straps", "drop", "3") == "Strap 3 is off the shelf.\n"
    assert [strap["number"] for strap in desk.json("straps", "list")] == [7]
    with pytest.raises(RosterError, match="give one from 1 to 99"):
        desk.says("straps", "add", "100", "1")
    with pytest.raises(RosterError, match="no strap 99999999999999999999 on the shelf"):
        desk.says("straps", "drop", "9" * 20)


def test_the_list_of_sessions_keeps_its_shape(desk: Desk, data: Engine) -> None:
    assert desk.json("sessions", "list") == []
    assert desk.says("sessions", "list") == "No session has been recorded yet.\n"
    anna = Roster(data).add("Anna").id
    recorder = Recorder(data, lambda _: None)
    recorder.start()
    recorder.put([opened(), joined(anna, "Anna"), second(anna, 0), second(anna, 1, bpm=None)])
    recorder.close()
    assert desk.json("sessions", "list") == [
        {
            "id": 1,
            "started_utc": "2026-01-01T00:00:00.000Z",
            "protocol": "short-hills",
            "state": "open",
            "athletes": [{"name": "Anna", "duration_s": 2, "samples": 2, "missing_s": 1}],
        }
    ]
    assert "Anna 0:02 (1 s missing)" in desk.says("sessions", "list")


def test_everything_about_a_person_is_said_and_taken_back(desk: Desk) -> None:
    race_on = str(today(load_settings(None).settings) + timedelta(200))
    desk.says("roster", "add", "Anna", "--strap", "7", "--weight-kg", "62.5", "--sex", "f")
    said = desk.says(
        *(
            "roster",
            "set",
            "anna",
            "--max-hr",
            "190",
            "--resting-hr",
            "50",
            "--threshold-hr",
            "170",
        ),
        *("--zone-edges", "100,120,140", "--birth-year", "1990", "--vo2max", "51.5"),
        *("--marathon-pace", "8:20/mile", "--effort-only", "--ceiling-hr", "175"),
        *("--test-ceiling-hr", "185", "--cleared", "2026-01-01", "--guardian", "2026-01-01"),
        *("--readiness", "yes", "--race-date", race_on, "--race-name", "Zugspitz"),
        *("--foot-pod", "900", "--strap", "8", "--strap", "9"),
    )
    assert said == "Anna is changed.\n"
    (anna,) = desk.json("roster", "list")
    assert anna["readiness_on"] == anna["threshold_on"]
    for field in ("id", "readiness_on", "threshold_on"):
        anna.pop(field)
    pace = anna.pop("marathon_pace_s_per_km")
    assert pace == pytest.approx(500 / 1.609344)
    assert anna == {
        "name": "Anna",
        "straps": [8, 9],
        "foot_pods": [900],
        "tags": 0,
        "shows": "bpm",
        "guest_on": None,
        "max_hr": 190.0,
        "resting_hr": 50.0,
        "threshold_hr": 170.0,
        "birth_year": 1990,
        "sex": "f",
        "zone_edges": [100.0, 120.0, 140.0],
        "ceiling_hr": 175.0,
        "weight_kg": 62.5,
        "vo2max": 51.5,
        "is_effort_only": True,
        "test_ceiling_hr": 185.0,
        "cleared_on": "2026-01-01",
        "guardian_on": "2026-01-01",
        "is_ready": True,
        "race_on": race_on,
        "race_name": "Zugspitz",
    }
    table = " ".join(desk.says("roster", "list").split())
    for words in (race_on, "effort only", "62.5"):
        assert words in table
    back = [f"--{name}" for name in ("max-hr", "resting-hr", "threshold-hr", "zone-edges", "sex")]
    back += [f"--{name}" for name in ("birth-year", "vo2max", "marathon-pace", "weight-kg")]
    back += [f"--{name}" for name in ("ceiling-hr", "test-ceiling-hr", "cleared", "guardian")]
    back += [f"--{name}" for name in ("readiness", "race-date", "race-name", "strap", "foot-pod")]
    words = [word for option in back for word in (option, "none")]
    desk.says("roster", "set", "Anna", "--rename", "Anna B", "--no-effort-only", *words)
    (anna,) = desk.json("roster", "list")
    known = {key: value for key, value in anna.items() if value not in (None, [], "", 0)}
    assert known == {"id": anna["id"], "name": "Anna B", "shows": "bpm"}


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--weight-kg", "heavy"], '"heavy" is no number'),
        (["--race-date", "31.5.2027"], "is no day: write it like 2026-05-31"),
        (["--marathon-pace", "fast"], "is no pace: write it like 5:10"),
        (["--zone-edges", "a,b"], "are no zone edges"),
        (["--weight-kg", "3"], "enter a value from 25 to 300"),
        (["--strap", "8"], 'Strap 8 already belongs to "Ben"'),
        ([], "Nothing to change was said of Anna: add an option"),
    ],
)
def test_what_cannot_be_set_is_a_sentence(desk: Desk, words: list[str], sentence: str) -> None:
    desk.says("roster", "add", "Anna", "--strap", "7")
    desk.says("roster", "add", "Ben", "--strap", "8")
    before = desk.json("roster", "list")
    with pytest.raises((RosterError, SettingsError, click.UsageError), match=sentence) as caught:
        desk.says("roster", "set", "Anna", *words)
    assert getattr(caught.value, "exit_status", 2) == 2
    assert desk.json("roster", "list") == before


def be_on(monkeypatch: pytest.MonkeyPatch, day: date) -> None:
    """The commands take that day for today."""

    def today(_settings: Settings) -> date:
        return day

    monkeypatch.setattr(desk_progress, "today", today)


def a_hike(data: Engine, *, closed: bool) -> None:
    """Session 1 of Anna: a minute of warm-up, four of a climb."""
    anna = Roster(data).add("Anna", max_hr=190, resting_hr=50).id
    plan = replace(PLAN, category="hike")
    recorder = Recorder(data, lambda _: None)
    recorder.start()
    recorder.put([opened(plan=plan), joined(anna, "Anna")])
    recorder.put([replace(second(anna, k), speed_source="console") for k in range(310)])
    if closed:
        recorder.put([athlete_closed(anna, 310), session_closed(310)])
    recorder.close()


@pytest.mark.parametrize("closed", [True, False])
def test_a_session_is_shown_with_what_it_came_to(desk: Desk, data: Engine, closed: bool) -> None:
    a_hike(data, closed=closed)
    shown = desk.json("sessions", "show", "1")
    assert {key: shown[key] for key in ("id", "protocol", "name", "state")} == {
        "id": 1,
        "protocol": "short-hills",
        "name": "Short hills",
        "state": "complete" if closed else "open",
    }
    (anna,) = shown["athletes"]
    assert (anna["name"], anna["samples"]) == ("Anna", 310)
    measures = {one["key"]: one for one in anna["measures"]}
    assert measures["hr_mean"]["value"] == 120.0
    assert measures["rpe_load"]["value"] is None
    assert "nobody said" in measures["rpe_load"]["missing"]
    warm_up, climb = anna["steps"]
    assert (warm_up["name"], warm_up["duration_s"], warm_up["mean_bpm"]) == ("Warm-up", 60, 120.0)
    assert warm_up["mean_kmh"] is None
    assert (climb["name"], climb["mean_grade_percent"], climb["mean_kmh"]) == ("Climb", 10.25, 5.5)
    page = desk.says("sessions", "show", "1")
    for words in ("Session 1: Short hills, 2026-01-01", "Anna, 5:10", "120 bpm", "Climb"):
        assert words in page
    with pytest.raises(HistoryError, match="There is no session 2"):
        desk.says("sessions", "show", "2")


def test_progress_measures_what_is_not_measured_yet(
    desk: Desk, data: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    be_on(monkeypatch, date(2026, 1, 2))
    a_hike(data, closed=True)
    progress = desk.json("progress", "anna")
    assert progress["name"] == "Anna"
    assert [one["protocol_id"] for one in progress["protocols"]] == ["short-hills"]
    (point,) = progress["climbing"]["points"]
    assert point["on"] == "2026-01-01"
    page = desk.says("progress", "Anna")
    for words in ("Beats per metre climbed", "Short hills", "Done once"):
        assert words in page
    anna = Roster(data).find("Anna").id
    recorder = Recorder(data, lambda _: None)
    recorder.start()
    recorder.put([replace(opened(2), plan_json="{}"), joined(anna, "Anna", 2)])
    recorder.put([AthleteClosed(2, anna, UTC_MS, "finished")])
    recorder.close()
    assert len(desk.json("progress", "anna")["protocols"]) == 1, "what cannot be read is left out"
    Roster(data).add("Ben")
    assert "Ben has no session" in desk.says("progress", "Ben")
    with pytest.raises(RosterError, match="is not on the roster"):
        desk.says("progress", "Quentin")


def test_a_week_is_planned_and_cleared(
    desk: Desk, data: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    be_on(monkeypatch, date(2026, 1, 1))
    Roster(data).add("Anna", race_on=date(2026, 2, 5))
    set_on = ("--set", "2026-01-03")
    page = desk.says(
        *("week", "Anna", *set_on, "step-up-80 in the morning", *set_on, "tread-hike"),
        *("--set", "2026-01-04", "long run, easy"),
    )
    assert "Sat 3 Jan (2026-01-03)" in page
    assert "step-up-80 in the morning; tread-hike" in page
    assert "Your race is in 35 days." in page
    planned = [
        {"date": "2026-01-03", "protocol": "step-up-80", "words": "in the morning"},
        {"date": "2026-01-03", "protocol": "tread-hike", "words": ""},
        {"date": "2026-01-04", "protocol": None, "words": "long run, easy"},
    ]
    assert desk.json("week", "Anna") == planned
    with pytest.raises(ProtocolError, match='no workout "step-up-81": did you mean "step-up-80"'):
        desk.says("week", "Anna", "--clear", "2026-01-03", "--set", "2026-01-05", "step-up-81")
    with pytest.raises(RosterError, match="Nothing is said for 2026-01-05"):
        desk.says("week", "Anna", "--set", "2026-01-05", " ")
    with pytest.raises(RosterError, match="2025-12-31 is over: plan for 2026-01-01 or a later day"):
        desk.says("week", "Anna", "--set", "2025-12-31", "tread-hike")
    assert desk.json("week", "Anna") == planned, "nothing was changed by half"
    assert desk.json("week", "Anna", "--clear", "2026-01-03") == planned[2:]
    assert desk.json("week", "Anna", "--set", "2026-01-04", "rest")[0]["words"] == "rest"
