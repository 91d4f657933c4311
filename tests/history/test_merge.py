"""Two entries of one person become one, and a strap that is broken is nobody's."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import click
import pytest
from sqlalchemy import Engine, select

from kiosk.cli import cli
from kiosk.clock import ManualClock
from kiosk.errors import RosterError
from kiosk.history.database import reading
from kiosk.history.erased import erased_in
from kiosk.history.forgetting import forget_in_copies
from kiosk.history.merge import Merged, look
from kiosk.history.queries import History
from kiosk.history.recorder import Recorder
from kiosk.history.room import make_own_backup
from kiosk.history.roster import Roster
from kiosk.history.schema import PlannedRow, answer
from kiosk.history.shelf import Retired, Shelf
from kiosk.history.week import plan_day
from kiosk.session.records import AnswerGiven
from kiosk.training.past import Planned
from tests.history import facts
from tests.history.test_erase import close, record, rows_with

DAYS = (date(2026, 1, 1), date(2026, 1, 2))
TAG = "5a" * 32


@pytest.fixture
def shelf(engine: Engine, clock: ManualClock) -> Shelf:
    return Shelf(engine, clock)


@pytest.fixture
def two(roster: Roster, recorder: Recorder) -> tuple[int, int]:
    """Annie and Anna, who are one; each has trained alone."""
    annie = roster.add("Annie", (7, 9), max_hr=190, ceiling_hr=170, birth_year=1990, foot_pods=(3,))
    anna = roster.add("Anna", (8,), max_hr=185, ceiling_hr=175, threshold_hr=160)
    for number, who in enumerate((annie, anna), 1):
        record(recorder, {who.id: who.name}, session_id=number, to=70)
        close(recorder, {who.id: who.name}, number, 70)
    return annie.id, anna.id


def train_together(recorder: Recorder, stray: int, other: int, seconds: int) -> None:
    """Session 3 of both, in which the first has a heart rate for only so long."""
    recorder.put([facts.opened(3), facts.joined(stray, "Annie", 3), facts.joined(other, "Anna", 3)])
    for at in range(90):
        bpm = 120 if at < seconds else None
        recorder.put([facts.second(stray, at, 3, bpm), facts.second(other, at, 3)])
    close(recorder, {stray: "Annie", other: "Anna"}, 3)


def test_everything_of_the_one_becomes_the_others(
    engine: Engine,
    path: Path,
    roster: Roster,
    recorder: Recorder,
    history: History,
    shelf: Shelf,
    two: tuple[int, int],
) -> None:
    annie, anna = two
    roster.add_tag(annie, TAG)
    roster.answer_readiness(annie, ready=False)
    shelf.add(1, 501)
    shelf.lend(1, annie)
    plan_day(engine, annie, DAYS[0], [Planned(DAYS[0], None, "Annie's")])
    plan_day(engine, annie, DAYS[1], [Planned(DAYS[1], None, "Annie's")])
    plan_day(engine, anna, DAYS[0], [Planned(DAYS[0], None, "Anna's")])
    recorder.put([AnswerGiven(annie, facts.UTC_MS, "rpe", 7.0, 1)])
    assert recorder.flush(20)
    samples = history.samples(1, annie)

    assert look(engine, annie, anna) == roster.merge(annie, anna) == Merged(1, 0)

    (who,) = roster.list()
    assert (who.id, who.name) == (anna, "Anna")
    assert who.straps == (8, 7, 9)
    assert (who.foot_pods, who.tags) == ((3,), (TAG,))
    assert (who.max_hr, who.threshold_hr, who.birth_year) == (185, 160, 1990)
    assert (who.ceiling_hr, who.is_ready) == (170, False), "the careful word stands"
    assert shelf.list()[0].holder_id == anna
    with reading(engine) as connection:
        rows = connection.execute(select(PlannedRow.athlete_id, PlannedRow.words)).all()
    assert {tuple(row) for row in rows} == {(anna, "Anna's"), (anna, "Annie's")}
    assert [line.session_id for line in history.parts_of(anna)] == [2, 1]
    assert [a.name for s in history.sessions() for a in s.athletes] == ["Anna", "Anna"]
    assert [replace(one, athlete_id=annie) for one in history.samples(1, anna)] == samples
    with reading(engine) as connection:
        assert connection.scalars(select(answer.c.athlete_id)).all() == [anna]
    assert rows_with(path, annie, []) == {}


def test_of_a_session_that_both_were_in_the_part_without_a_heart_goes(
    engine: Engine, roster: Roster, recorder: Recorder, history: History, two: tuple[int, int]
) -> None:
    annie, anna = two
    train_together(recorder, annie, anna, 5)
    assert look(engine, annie, anna) == roster.merge(annie, anna) == Merged(1, 1)
    (part,) = history.session(3).athletes
    assert (part.athlete_id, part.samples, part.missing_s) == (anna, 90, 0)


def test_two_who_trained_side_by_side_stay_two(
    roster: Roster, recorder: Recorder, two: tuple[int, int]
) -> None:
    train_together(recorder, *two, 80)
    with pytest.raises(RosterError, match="Annie and Anna trained side by side in session 3"):
        roster.merge(*two)
    assert [who.name for who in roster.list()] == ["Anna", "Annie"]


def test_nobody_in_an_open_session_is_merged_and_nobody_with_oneself(
    roster: Roster, recorder: Recorder, two: tuple[int, int]
) -> None:
    record(recorder, {two[1]: "Anna"}, session_id=5, to=3)
    for pair in (two, two[::-1]):
        with pytest.raises(RosterError, match="Anna is still in a session"):
            roster.merge(*pair)
    with pytest.raises(RosterError, match="Annie is one entry already"):
        roster.merge(two[0], two[0])


def test_whoever_is_erased_after_a_merge_is_gone_under_both_numbers(
    path: Path, roster: Roster, clock: ManualClock, two: tuple[int, int]
) -> None:
    backup = make_own_backup(path, clock.utc_ms()).path
    clock.advance(60)
    roster.merge(*two)
    roster.erase(two[1])
    assert {athlete_id for athlete_id, _ in erased_in(path.parent)} == set(two)
    assert b"Annie" in backup.read_bytes()
    assert forget_in_copies(path.parent, lambda: True)
    assert b"Ann" not in backup.read_bytes()


def test_a_guest_who_was_a_member_all_along_is_guided_as_the_member(
    roster: Roster, two: tuple[int, int]
) -> None:
    guest = roster.add_guest("Guest 7", DAYS[0])
    roster.merge(guest.id, two[1])
    who = roster.find("Anna")
    assert (who.is_effort_only, who.guest_on, who.max_hr) == (False, None, 185)


def test_a_broken_strap_of_the_club_leaves_the_shelf_even_while_lent(
    shelf: Shelf, two: tuple[int, int]
) -> None:
    shelf.add(4, 504)
    shelf.lend(4, two[0])
    assert shelf.retire(504) == Retired(4, ("Annie",))
    assert shelf.list() == []
    with pytest.raises(RosterError, match="Strap 504 is nobody's"):
        shelf.retire(504)


def test_a_broken_strap_of_ones_own_is_taken_off_and_sessions_keep_its_number(
    shelf: Shelf, roster: Roster, recorder: Recorder, two: tuple[int, int], path: Path
) -> None:
    strap = 100 + two[0]
    roster.remember_strap(two[0], strap)
    record(recorder, {two[0]: "Annie"}, session_id=6, to=3)
    with pytest.raises(RosterError, match=f"Annie is training with strap {strap}"):
        shelf.retire(strap)
    close(recorder, {two[0]: "Annie"}, 6, 3)
    assert shelf.retire(strap) == Retired(None, ("Annie",))
    assert roster.find("Annie").straps == (7, 9)


def test_the_command_line_asks_before_it_merges_retires_or_erases(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[str] = []

    def no(question: str, **_: object) -> None:
        asked.append(question)
        raise click.Abort

    def says(*words: str) -> str:
        cli.main(words, standalone_mode=False)
        return capsys.readouterr().out

    says("roster", "add", "Annie", "--strap", "7")
    says("roster", "add", "Anna", "--strap", "8")
    monkeypatch.setattr(click, "confirm", no)
    for words in (
        ("roster", "merge", "annie", "anna"),
        ("straps", "retire", "8"),
        ("roster", "erase", "anna"),
    ):
        with pytest.raises(click.Abort):
            says(*words)
    assert len(asked) == 3
    assert "go to Anna, and Annie is gone" in asked[0]
    assert says("roster", "merge", "annie", "anna", "--yes") == "Annie is Anna now.\n"
    assert "Strap 7 is retired; Anna had it" in says("straps", "retire", "7", "--yes")
    said = says("roster", "erase", "anna", "--yes")
    assert "Backups on this kiosk follow within 24 hours" in said
    assert says("roster", "list", "--json") == "[]\n"
