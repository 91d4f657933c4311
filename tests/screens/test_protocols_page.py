"""The coach's workouts by touch, on the real shell and onto a real disk."""

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import Any, cast

import pytest

from kiosk.folder_watch import FolderWatch
from kiosk.protocol_desk import ProtocolDesk
from kiosk.training.protocols import load_protocol
from kiosk.training.workouts import load_workouts
from screens.protocols_scenes import OWN
from screens.stage import HELD_BACK, PROTOCOLS
from screens.walk import HOME_AFTER_S, SETTLE_S, Page
from tests.screens.coach_rig import CoachVisit, Show


class LateDisk:
    """An executor that works when it is told to."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], object]] = []

    def submit(self, work: Callable[..., Any], *given: Any) -> "Future[Any]":
        self.waiting.append(partial(work, *given))
        return cast("Future[Any]", Future())

    def work(self) -> None:
        waiting, self.waiting = self.waiting, []
        for one in waiting:
            one()


class Workshop(CoachVisit):
    """A coach on the page of workouts, with a folder for the club's own."""

    def __init__(self, glass: Show, folder: Path, *own: str, size: str = "800x480") -> None:
        super().__init__(glass, Page.GROUP, 2, size)
        self.folder = folder
        self.disk = LateDisk()
        app, clock, post = self.stage.app, self.stage.clock, self.stage.mailbox.post
        load = partial(load_workouts, [PROTOCOLS, folder], without=[HELD_BACK])
        watch = FolderWatch(folder, load, cast("Any", self.disk), clock, post)
        desk = ProtocolDesk((PROTOCOLS, folder), cast("Any", self.disk), clock, post, watch.read)
        app.coach_desk.protocols = desk
        for number, text in enumerate(own):
            (folder / f"mine-{number}.toml").write_text(text)
        watch.read()
        self.waits()
        self.go(Page.PROTOCOLS)

    def disk_works(self) -> None:
        self.disk.work()
        self.waits()
        self.waits()

    @property
    def files(self) -> list[str]:
        return sorted(file.name for file in self.folder.iterdir())

    def line(self, place: int) -> str:
        return f"{self.text(f'edit-name-{place}')} {self.text(f'edit-span-{place}')}"

    def type(self, *letters: str) -> None:
        for letter in letters:
            self.screen.tap(f"key-{letter}")
            self.screen.show()


@pytest.fixture
def open_shop(glass: Show, tmp_path: Path) -> Callable[..., Workshop]:
    return partial(Workshop, glass, tmp_path)


def test_a_new_workout_is_named_changed_saved_and_offered_to_athletes(
    open_shop: Callable[..., Workshop],
) -> None:
    shop = open_shop()
    shop.tap("protocol-new")
    assert shop.text("name-trouble") == "! A name is needed."
    shop.type("H", "i", "l", "l")
    shop.tap("name-done")
    assert shop.text("page-title") == "Hill"
    shop.tap("edit-line-2", "edit-by:60", "edit-field-grade", "edit-by:5", "edit-repeat")
    shop.tap("edit-by:1", "protocol-save")
    shop.disk_works()
    assert shop.files == ["hill.toml"]
    saved = load_protocol(shop.folder / "hill.toml")
    assert [getattr(entry, "repeat", None) for entry in saved.steps] == [None, (3,), None]
    plan = next(one for one in shop.stage.app.plans if one.protocol_id == "hill")
    assert [step.duration_s for step in plan.steps] == [300, 360, 360, 360, 300]
    assert "our own" in shop.text("protocol-about")
    shop.stage.tap_in(1)
    assert "Hill" in [offer.plan.name for offer in shop.stage.app.offers(1)]


def test_a_shipped_workout_is_never_written_only_a_copy(
    open_shop: Callable[..., Workshop],
) -> None:
    shop = open_shop()
    before = (PROTOCOLS / "step-up-30.toml").read_bytes()
    shop.tap("protocol-step-up-30")
    assert not shop.screen.shows("protocol-change")
    assert not shop.screen.shows("protocol-delete")
    shop.tap("protocol-copy", "edit-line-1", "edit-by:-60", "protocol-save")
    shop.disk_works()
    assert shop.files == ["step-up-30-copy.toml"]
    assert (PROTOCOLS / "step-up-30.toml").read_bytes() == before
    assert shop.text("page-title") == "Step-up 30 (copy)"


def test_an_own_workout_keeps_its_file_and_its_id_under_another_name(
    open_shop: Callable[..., Workshop],
) -> None:
    shop = open_shop(OWN)
    shop.tap("protocol-oak-hill", "protocol-change", "edit-line-0", "edit-field-name")
    shop.type("backspace", "accents-west", "ß")
    shop.tap("name-done", "protocol-save")
    shop.disk_works()
    assert shop.files == ["mine-0.toml"]
    saved = load_protocol(shop.folder / "mine-0.toml")
    assert (saved.id, saved.name) == ("oak-hill", "Oak Hilß")


def test_two_workouts_are_never_called_the_same(open_shop: Callable[..., Workshop]) -> None:
    shop = open_shop(OWN.replace("Oak Hill", "Hi"))
    shop.tap("protocol-new")
    shop.type("H", "i")
    assert shop.text("name-trouble").startswith("! Another workout is called so")
    shop.tap("name-done")
    assert shop.screen.shows("name-done")


def test_undo_goes_back_touch_by_touch(open_shop: Callable[..., Workshop]) -> None:
    shop = open_shop(OWN)
    shop.tap("protocol-oak-hill", "protocol-change")
    assert shop.line(1) == "Warm-up 10 min"
    shop.tap("edit-by:60", "edit-by:300", "edit-remove")
    assert shop.line(1).startswith("Repeat")
    shop.tap("protocol-undo")
    assert shop.line(1) == "Warm-up 16 min"
    shop.tap("protocol-undo", "protocol-undo", "protocol-undo")
    assert shop.line(1) == "Warm-up 10 min"
    shop.tap("protocol-save")
    assert shop.disk.waiting == []  # nothing has changed


def test_what_cannot_be_is_said_and_the_old_stays(open_shop: Callable[..., Workshop]) -> None:
    shop = open_shop(OWN)
    shop.tap("protocol-oak-hill", "protocol-change", "edit-line-3", "edit-field-grade")
    shop.tap("edit-by:-5", "edit-by:-5")
    assert shop.text("edit-said").startswith("! Downhill there is no heart-rate target")
    assert "4\N{NARROW NO-BREAK SPACE}%" in shop.text("edit-value-grade-name")
    shop.tap("edit-by:1")
    assert not shop.text("edit-said").startswith("!")


# -- the wrong ways --------------------------------------------------------------------------------


def test_a_double_tap_on_save_writes_once(open_shop: Callable[..., Workshop]) -> None:
    shop = open_shop(OWN)
    shop.tap("protocol-oak-hill", "protocol-change", "edit-by:60")
    shop.twice("protocol-save")
    assert len(shop.disk.waiting) == 1
    shop.tap("back")  # while it is being written nothing else counts
    assert shop.screen.shows("protocol-save")
    shop.disk_works()
    assert shop.text("protocol-note").startswith("Saved")


def test_a_double_tap_on_remove_takes_one_step(open_shop: Callable[..., Workshop]) -> None:
    shop = open_shop(OWN)
    shop.tap("protocol-oak-hill", "protocol-change")
    shop.twice("edit-remove")
    assert shop.line(1).startswith("Repeat")
    assert shop.screen.shows("edit-line-2")


def test_whoever_taps_on_and_on_is_only_held_up_by_what_has_happened(
    open_shop: Callable[..., Workshop],
) -> None:
    shop = open_shop(OWN)
    shop.tap("protocol-oak-hill", "protocol-change")
    editor = shop.screen.handle.board.protocols_model.editor_model
    assert editor.draft is not None
    before = len(editor.draft.steps)
    for _ in range(4):  # the second and the fourth come too soon
        editor.addAfter()
        shop.stage.clock.advance(SETTLE_S * 0.6)
        shop.stage.app.pump()
    assert len(editor.draft.steps) == before + 2


def test_a_save_that_ends_on_another_page_takes_nobodys_tap(
    open_shop: Callable[..., Workshop],
) -> None:
    shop = open_shop(OWN)
    shop.tap("protocol-oak-hill", "protocol-change", "edit-by:60", "protocol-save")
    walk = shop.screen.handle.board.walk_model
    walk.home()
    shop.waits()
    shop.disk.work()
    shop.stage.run(0.5)
    shop.screen.show()
    assert walk.is_settled()
    shop.go(Page.PROTOCOLS)
    assert shop.text("protocol-note").startswith("Saved")


def test_what_has_been_done_is_said_in_the_language_of_now(
    open_shop: Callable[..., Workshop],
) -> None:
    shop = open_shop(OWN)
    shop.tap("protocol-oak-hill", "protocol-change", "edit-line-3", "edit-field-grade")
    shop.tap("edit-by:-5", "edit-by:-5")
    shop.stage.app.choose("language", "de")
    shop.screen.handle.step()
    shop.waits()
    assert "Downhill" not in shop.text("edit-said")
    shop.tap("edit-by:1", "protocol-save")
    shop.disk_works()
    assert not shop.text("protocol-note").startswith("Saved")
    shop.stage.app.choose("language", "en")
    shop.screen.handle.step()
    shop.waits()
    assert shop.text("protocol-note").startswith("Saved")


def test_a_double_tap_on_new_types_nothing_and_back_leads_out_step_by_step(
    open_shop: Callable[..., Workshop],
) -> None:
    shop = open_shop()
    shop.twice("protocol-new")
    assert shop.text("typed-name") == ""
    shop.tap("back")
    assert shop.text("page-title") == "New workout"
    shop.tap("back")  # nothing was changed: nothing is asked
    assert shop.screen.shows("protocol-new")
    shop.tap("back")
    assert shop.walk[0] is Page.COACH


def test_leaving_what_was_changed_asks_first(open_shop: Callable[..., Workshop]) -> None:
    shop = open_shop(OWN)
    shop.tap("protocol-oak-hill", "protocol-change", "edit-by:60", "back", "no")
    assert shop.line(1) == "Warm-up 11 min"
    shop.tap("back", "yes")
    assert shop.screen.shows("protocol-change")
    assert "10 min" in (shop.folder / "mine-0.toml").read_text()


def test_a_page_that_goes_home_by_itself_keeps_what_was_changed(
    open_shop: Callable[..., Workshop],
) -> None:
    shop = open_shop(OWN)
    shop.tap("protocol-oak-hill", "protocol-change", "edit-by:60")
    shop.waits(HOME_AFTER_S[Page.PROTOCOLS] + 2)
    assert shop.walk[0] is Page.GROUP
    shop.go(Page.PROTOCOLS)
    assert shop.line(1) == "Warm-up 11 min"
    assert "not saved yet" in shop.text("edit-said")


def test_delete_asks_once_and_deletes_once(open_shop: Callable[..., Workshop]) -> None:
    shop = open_shop(OWN)
    shop.tap("protocol-oak-hill")
    shop.twice("protocol-delete")
    assert shop.screen.shows("question-title")
    shop.tap("no")
    assert shop.files == ["mine-0.toml"]
    shop.tap("protocol-delete", "yes", "protocol-delete")
    assert not shop.screen.shows("question-title")
    shop.disk_works()
    assert shop.files == []
    assert shop.text("protocol-note") == "“Oak Hill” is deleted."
    assert not shop.screen.shows("protocol-oak-hill")


def test_a_full_disk_is_one_sentence_and_the_draft_stays(
    open_shop: Callable[..., Workshop], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object) -> None:
        raise OSError(28, "No space left on device")

    shop = open_shop(OWN)
    shop.tap("protocol-oak-hill", "protocol-change", "edit-by:60", "protocol-save")
    with monkeypatch.context() as broken:
        broken.setattr("kiosk.files.os.fsync", full)
        shop.disk_works()
    assert shop.text("edit-said") == "! The disk is full: free some space, then try again."
    assert shop.line(1) == "Warm-up 11 min"
    shop.tap("protocol-save")
    shop.disk_works()
    assert shop.text("protocol-note").startswith("Saved")


def test_a_silent_disk_gives_the_page_back(open_shop: Callable[..., Workshop]) -> None:
    shop = open_shop(OWN)
    shop.tap("protocol-oak-hill", "protocol-change", "edit-by:60", "protocol-save")
    shop.waits(20)
    assert "does not answer" in shop.text("edit-said")
    shop.tap("edit-by:60")
    assert shop.line(1) == "Warm-up 12 min"


# -- the list --------------------------------------------------------------------------------------


def test_a_refused_file_says_where_and_why(open_shop: Callable[..., Workshop]) -> None:
    shop = open_shop(OWN.replace("grade_percent = 9", "grade_percent = 55"))
    assert shop.text("protocol-name-0") == "mine-0.toml"
    shop.tap("protocol-!0")
    assert "line 1" in shop.text("protocol-refusal")
    assert "from -20 to 40" in shop.text("protocol-refusal")
    assert not shop.screen.shows("protocol-delete")


def test_a_rotation_says_that_its_file_is_changed(open_shop: Callable[..., Workshop]) -> None:
    shop = open_shop()
    shop.tap("protocol-rotation-hills")
    assert "changed in its file" in shop.text("protocol-fixed")
    assert not shop.screen.shows("protocol-copy")


def test_without_a_folder_nothing_can_be_made(glass: Show) -> None:
    coach = CoachVisit(glass, Page.PROTOCOLS, 0)
    assert not coach.screen.shows("protocol-new")
    coach.tap("protocol-step-up-30")
    assert "demonstration" in coach.text("protocol-fixed")


@pytest.mark.parametrize("size", ["720x1280", "1280x720"])
def test_a_line_that_is_out_of_view_is_turned_to(
    open_shop: Callable[..., Workshop], size: str
) -> None:
    shop = open_shop(OWN, size=size)
    shop.tap("protocol-oak-hill", "protocol-change", "edit-duplicate", "edit-duplicate")
    shop.tap(*["edit-down"] * 9)
    assert shop.line(7) == "Warm-up 10 min"
