"""A release on the stick is offered on the health page, to whoever looks after the kiosk."""

from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from kiosk import health_desk
from kiosk.clock import ManualClock
from kiosk.coach_desk import CoachDesk
from kiosk.health_desk import HealthDesk
from kiosk.health_port import HealthRead, SupportWritten, UpdateOffer
from kiosk.release import notes
from kiosk.release.layout import Home
from kiosk.release.notes import Outcome, Request
from kiosk.release.told import Offered, newest_outcome, offered, outcome_read
from kiosk.settings import Settings
from kiosk.words import text
from screens.first_run_scenes import FIRST_RUN_SCENES
from screens.health_view import face
from screens.stage import Stage
from screens.window import build_window
from tests.rigs.update_parts import NEW, OLD, make_file
from tests.screens.conftest import Touches

OFFER = UpdateOffer("1.5.0", "a.release")


class AtOnce(Executor):
    """Does in this thread what a thread of its own would do."""

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        fn(*args, **kwargs)
        return Future()


class Machine:
    """Notes what was asked for."""

    def __init__(self) -> None:
        self.updated: list[UpdateOffer] = []

    def look(self) -> None:
        """Nothing new."""

    def update(self, offer: UpdateOffer) -> None:
        self.updated.append(offer)

    def write_support(self, ask: int) -> None:
        """Nobody asks."""


def desk_with(offer: UpdateOffer | None) -> CoachDesk:
    desk = CoachDesk()
    desk.machine_read = HealthRead(0.0, (), offer)
    return desk


def test_only_who_looks_after_the_kiosk_sees_the_button() -> None:
    assert face(desk_with(OFFER), may_update=True).update == "Update to 1.5.0"
    assert face(desk_with(OFFER), may_update=False).update == ""
    assert face(desk_with(None), may_update=True).update == ""


def test_a_release_that_cannot_be_installed_says_why_instead() -> None:
    shown = face(desk_with(UpdateOffer("", "a", "It is damaged.")), may_update=True)
    assert (shown.update, shown.hint, shown.is_trouble) == ("", "It is damaged.", True)


def test_one_touch_asks_for_the_update(qtbot: QtBot) -> None:
    play = next(
        play for page, state, play in FIRST_RUN_SCENES if (page, state) == ("health", "update")
    )
    stage, machine = Stage(), Machine()
    pose = play(stage)
    stage.app.coach_desk.machine = machine
    handle = build_window(stage.app, size=(800, 480), again=True)
    with qtbot.waitExposed(handle.window):
        handle.window.show()
    pose(handle.board)
    stage.run(1)
    handle.step()
    Touches(handle).tap("install-update")
    assert machine.updated == [OFFER]
    handle.close()


def test_the_newest_good_release_on_the_stick_is_offered(tmp_path: Path) -> None:
    (tmp_path / "Switchback").mkdir()
    made = make_file(tmp_path / "made", "good")
    key = made.with_name("release.pub")
    stick = tmp_path / "stick"
    stick.mkdir()
    assert offered(stick, OLD, key) is None
    (stick / "broken.release").write_bytes(b"nothing")
    found = offered(stick, OLD, key)
    assert found is not None
    assert "not a release" in found.refusal
    copy = stick / made.name
    copy.write_bytes(made.read_bytes())
    assert offered(stick, OLD, key) == Offered(NEW, str(copy))
    assert offered(tmp_path / "no stick", OLD, key) is None
    (stick / "broken.release").unlink()
    assert offered(stick, NEW, key) is None


def test_what_was_asked_for_and_what_became_of_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    posts: list[HealthRead | SupportWritten] = []
    told: list[Outcome] = []

    def there(_stick: Path, _running: str) -> Offered:
        return Offered("1.5.0", "a.release")

    def newest(_data: Path) -> Outcome | None:
        return told[-1] if told else None

    monkeypatch.setattr(health_desk, "offered", there)
    monkeypatch.setattr(health_desk, "newest_outcome", newest)
    settings = Settings(data_directory=str(tmp_path))
    sticks: list[Path | None] = [tmp_path]
    desk = HealthDesk(
        settings, ManualClock(), posts.append, AtOnce(), None,  # pyright: ignore[reportArgumentType]
        sticks=None, devices=list, stick_folder=lambda: sticks[-1],
    )  # fmt: skip

    def seen() -> UpdateOffer | None:
        desk.look()
        assert isinstance(posts[-1], HealthRead)
        return posts[-1].update

    offer = seen()
    assert offer == OFFER
    assert offer is not None
    desk.update(offer)
    assert notes.take_request(tmp_path) == Request("update", "a.release")
    assert seen() == UpdateOffer("1.5.0", "a.release", is_asked=True)
    told.append(Outcome("failed", "1.0.0", text("It is damaged."), 5))
    for _ in range(2):  # and it stays until the stick is pulled
        assert seen() == UpdateOffer("1.5.0", "a.release", "It is damaged.")
    sticks.append(None)
    assert seen() is None
    sticks.append(tmp_path)
    assert seen() == OFFER


def test_an_outcome_is_told_until_somebody_has_read_it(tmp_path: Path) -> None:
    data, home = tmp_path / "data", Home(tmp_path / "opt")
    data.mkdir()
    home.path.mkdir()
    assert newest_outcome(data, home) is None
    notes.tell(home.outcome, Outcome("back", "1.0.0", "It went back.", 7))
    assert newest_outcome(data, home) is not None
    assert newest_outcome(data) is None, "a clone was not installed there"
    outcome_read(data, home)
    assert newest_outcome(data, home) is None
    notes.tell(home.outcome, Outcome("done", "1.0.0", "It is installed.", 8))
    assert newest_outcome(data, home) is None
