"""Coaches and choices through the roster's thread and on the command line."""

import io
import json
import logging
from collections.abc import Iterator

import pytest
from argon2 import PasswordHasher
from sqlalchemy import Engine

from kiosk.choices import Choices
from kiosk.cli import cli
from kiosk.clock import ManualClock
from kiosk.desk_port import CoachAnswer, RosterLoaded, SignInAnswer
from kiosk.errors import RosterError
from kiosk.history.admin import Staff
from kiosk.history.choices import KeptChoices
from kiosk.history.database import DATABASE_NAME, open_engine
from kiosk.history.roster import Roster
from kiosk.history.roster_watch import RosterWatch
from kiosk.history.shelf import Shelf
from kiosk.settings import load_settings
from tests.history.test_roster_watch import Post

PIN, WRONG = "7391", "8264"
QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


@pytest.fixture
def post() -> Post:
    return Post()


@pytest.fixture
def desk(engine: Engine, clock: ManualClock, post: Post) -> Iterator[RosterWatch]:
    watch = RosterWatch(
        Roster(engine, clock),
        Shelf(engine, clock),
        clock,
        post,
        coaches=Staff(engine, clock, QUICK),
        choices=KeptChoices(engine),
    )
    with watch:
        post.until(1)
        yield watch


def test_the_list_comes_before_the_answer_so_that_whoever_is_answered_is_on_it(
    desk: RosterWatch, post: Post, clock: ManualClock
) -> None:
    desk.add_coach(1, "Maria", PIN, only_as_first=True)
    loaded, answer = post.until(2)
    assert isinstance(loaded, RosterLoaded)
    (maria,) = loaded.coaches
    assert answer == CoachAnswer(clock.monotonic(), 1, maria.id)
    desk.sign_in(2, maria.id, PIN)
    assert post.until(1) == [SignInAnswer(clock.monotonic(), 2, maria.id)]


def test_the_fifth_wrong_pin_tells_everybody_of_the_lock_before_it_is_answered(
    desk: RosterWatch, post: Post, clock: ManualClock
) -> None:
    desk.add_coach(1, "Maria", PIN)
    loaded, _ = post.until(2)
    assert isinstance(loaded, RosterLoaded)
    maria = loaded.coaches[0].id
    for _ in range(4):
        desk.sign_in(2, maria, WRONG)
        post.until(1)
    desk.sign_in(3, maria, WRONG)
    loaded, answer = post.until(2)
    assert isinstance(loaded, RosterLoaded)
    assert loaded.coaches[0].locked_until == clock.monotonic() + 60
    assert answer == SignInAnswer(clock.monotonic(), 3, maria, "Too many wrong PINs.")


def test_every_refusal_is_answered_in_a_sentence(desk: RosterWatch, post: Post) -> None:
    desk.sign_in(1, 7, PIN)
    desk.add_coach(2, "Maria", "1234")
    desk.remove_coach(3, 7)
    desk.change_pin(4, 7, PIN)
    answers = post.until(4)
    assert [getattr(answer, "ask", 0) for answer in answers] == [1, 2, 3, 4]
    said = [getattr(answer, "refusal", "") for answer in answers]
    assert all(sentence.endswith(".") for sentence in said)
    assert "first that anybody would try" in said[1]


def test_a_choice_is_there_again_after_a_restart(desk: RosterWatch, engine: Engine) -> None:
    desk.keep_choice(1, "units", "imperial")
    desk.keep_choice(2, "left_handed", "yes")
    desk.keep_choice(3, "units", "metric")
    desk.keep_choice(4, "dim", "30")
    desk.__exit__(None, None, None)
    kept = KeptChoices(engine).load()
    assert Choices().with_kept(kept) == Choices(units="metric", left_handed=True, dim="30")


# -- the command line ----------------------------------------------------------------------------


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """PINs of the command line are hashed cheaply too."""
    monkeypatch.setattr("kiosk.history.coaches.Coaches.__init__.__defaults__", (None, QUICK))


def says(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *words: str, pin: str = ""
) -> str:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{pin}\n"))
    cli.main(words, standalone_mode=False)
    return capsys.readouterr().out


@pytest.mark.usefixtures("quick")
def test_coaches_are_made_listed_changed_and_removed_on_the_command_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "Maria is a coach" in says(capsys, monkeypatch, "coach", "add", "Maria", pin=PIN)
    listed = says(capsys, monkeypatch, "coach", "list", "--json")
    assert json.loads(listed) == [{"name": "Maria", "locked": False}]
    engine = open_engine(load_settings(None).settings.data_path / DATABASE_NAME)
    try:
        coaches = Staff(engine, None, QUICK)
        maria = coaches.find("maria").id
        for _ in range(5):
            coaches.sign_in(maria, WRONG)
        assert "locked" in says(capsys, monkeypatch, "coach", "list")
        assert "new PIN" in says(capsys, monkeypatch, "coach", "pin", "MARIA", pin="60421")
        assert coaches.sign_in(maria, "60421") == ""
    finally:
        engine.dispose()
    said = says(capsys, monkeypatch, "coach", "remove", "Maria")
    assert "no coach any more" in said
    assert "can become the first" in said


@pytest.mark.usefixtures("quick")
def test_the_command_line_refuses_a_weak_pin_and_an_unknown_name_without_saying_the_pin(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    with pytest.raises(RosterError, match="first that anybody") as weak:
        says(capsys, monkeypatch, "coach", "add", "Maria", pin="4321")
    says(capsys, monkeypatch, "coach", "add", "Maria", pin=PIN)
    with pytest.raises(RosterError, match="Mario is no coach; did you mean Maria") as unknown:
        says(capsys, monkeypatch, "coach", "pin", "Mario", pin=WRONG)
    said = f"{weak.value} {unknown.value} {caplog.text}"
    assert [pin for pin in ("4321", PIN, WRONG) if pin in said] == []
