"""The commands for people, the club's straps and sessions: what they print and refuse."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Engine

from kiosk.cli import cli
from kiosk.errors import RosterError
from kiosk.history.database import DATABASE_NAME, open_engine
from kiosk.history.recorder import Recorder
from kiosk.history.roster import Roster
from kiosk.history.shelf import Shelf
from kiosk.settings import load_settings
from tests.history.facts import joined, opened, second


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
