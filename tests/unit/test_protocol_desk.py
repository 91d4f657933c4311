"""The club's own workouts on the disk: whole files, in the club's folder and nowhere else."""

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from kiosk.clock import ManualClock
from kiosk.coach_port import DeskAnswer
from kiosk.protocol_desk import ProtocolDesk
from kiosk.training.protocols import load_protocol
from tests.unit.short_hills import SHORT_HILLS

HILLS = re.sub(r" *# .*", "", SHORT_HILLS)
"""Without remarks, as the screen writes."""


@dataclass
class Office:
    """A desk with its folders, and what it says."""

    root: Path
    said: list[object] = field(default_factory=list[object])

    def __post_init__(self) -> None:
        for folder in (self.shipped, self.own):
            folder.mkdir()

    @property
    def shipped(self) -> Path:
        return self.root / "shipped"

    @property
    def own(self) -> Path:
        return self.root / "own"

    def does(self, ask: Callable[[ProtocolDesk], None]) -> str:
        """The refusal."""
        with ThreadPoolExecutor(1) as disk:
            folders = (self.shipped, self.own)
            ask(ProtocolDesk(folders, disk, ManualClock(), self.said.append, self.look))
        answer = self.said[-1]
        assert isinstance(answer, DeskAnswer)
        return answer.refusal

    def look(self) -> None:
        self.said.append("looked")

    def saves(self, content: str, own_id: str = "") -> str:
        return self.does(lambda desk: desk.save_protocol(1, content, own_id))


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def test_a_new_workout_is_a_file_of_its_id_and_is_looked_at_before_the_answer(
    office: Office,
) -> None:
    assert office.saves(SHORT_HILLS) == ""
    assert (office.own / "short-hills.toml").read_text() == SHORT_HILLS
    assert office.said[0] == "looked"


def test_a_folder_that_is_not_there_yet_is_made(office: Office) -> None:
    office.own.rmdir()
    assert office.saves(SHORT_HILLS) == ""
    assert load_protocol(office.own / "short-hills.toml").id == "short-hills"


def test_a_changed_one_stays_in_its_file_whatever_that_is_called(office: Office) -> None:
    (office.own / "by-hand.toml").write_text(HILLS)
    changed = HILLS.replace('"Short hills"', '"Shorter hills"')
    assert office.saves(changed, "short-hills") == ""
    assert [file.name for file in office.own.iterdir()] == ["by-hand.toml"]
    assert load_protocol(office.own / "by-hand.toml").name == "Shorter hills"


def test_remarks_that_the_screen_cannot_keep_stay_beside_the_file(office: Office) -> None:
    by_hand = f"# After the winter\n{HILLS}"
    (office.own / "hills.toml").write_text(by_hand)
    for seconds in ("80 s", "70 s"):
        assert office.saves(HILLS.replace("90 s", seconds), "short-hills") == ""
    assert (office.own / "hills.toml.old").read_text() == by_hand
    assert load_protocol(office.own / "hills.toml").id == "short-hills"


@pytest.mark.parametrize("where", ["shipped", "own"])
def test_an_id_that_is_taken_is_refused_and_nothing_is_overwritten(
    office: Office, where: str
) -> None:
    file = office.root / where / "other-name.toml"
    file.write_text(SHORT_HILLS)
    assert "save once more" in office.saves(SHORT_HILLS.replace("90 s", "80 s"))
    assert file.read_text() == SHORT_HILLS
    assert len(list(office.root.glob("*/*.toml"))) == 1


def test_a_file_that_cannot_be_used_keeps_its_name(office: Office) -> None:
    (office.own / "short-hills.toml").write_text("broken")
    assert office.saves(SHORT_HILLS) == ""
    assert (office.own / "short-hills.toml").read_text() == "broken"
    assert (office.own / "short-hills-2.toml").read_text() == SHORT_HILLS


def test_what_would_not_load_is_never_written(office: Office) -> None:
    assert "never ends" in office.saves(SHORT_HILLS.replace('duration = "90 s"\n', ""))
    assert list(office.own.iterdir()) == []


def test_deleting_takes_the_own_file_and_never_a_shipped_one(office: Office) -> None:
    for folder in (office.shipped, office.own):
        (folder / "hills.toml").write_text(SHORT_HILLS)
    for _ in range(2):  # what has gone already is deleted, too
        assert office.does(lambda desk: desk.delete_protocol(1, "short-hills")) == ""
    assert [file.parent.name for file in office.root.glob("*/*.toml")] == ["shipped"]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (28, "The disk is full"),
        (30, "The disk cannot be written to"),
        (5, "The disk does not take it"),
    ],
)
def test_a_disk_that_refuses_is_one_sentence_and_leaves_the_old_file(
    office: Office, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    def refuse(_descriptor: int) -> None:
        raise OSError(number, "Input/output error")

    file = office.own / "short-hills.toml"
    file.write_text(HILLS)
    monkeypatch.setattr("kiosk.files.os.fsync", refuse)
    refusal = office.saves(HILLS.replace("90 s", "80 s"), "short-hills")
    assert refusal.startswith(words)
    assert refusal.count("\n") == 0
    assert "--out" not in refusal
    assert file.read_text() == HILLS
    assert [one.name for one in office.own.iterdir()] == ["short-hills.toml"]


@pytest.mark.logs_errors("could not be written")
def test_a_fault_of_ours_is_answered_too(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    def fault(*_given: object) -> None:
        raise RuntimeError("nobody thought of this")

    monkeypatch.setattr("kiosk.protocol_desk.make_folder", fault)
    assert "fault in the program" in office.saves(SHORT_HILLS)
