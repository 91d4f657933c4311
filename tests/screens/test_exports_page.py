"""Past sessions and their export, by touch on the real shell."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from kiosk.coach_port import ExportStep, SessionsListed
from kiosk.stick import PULLED, Stick
from kiosk.words import text
from screens.people_scenes import FOLDER, FULL, LINES
from screens.walk import Page
from tests.screens.coach_rig import CoachVisit, Show


class SlowArchive:
    """Notes what is asked; the test answers."""

    def __init__(self) -> None:
        self.listings = 0
        self.exports: list[list[int]] = []

    def list_sessions(self, coach_id: int | None = None) -> None:
        del coach_id
        self.listings += 1

    def export(self, session_ids: Sequence[int], coach_id: int | None = None) -> None:
        del coach_id
        self.exports.append(list(session_ids))

    def load_replay(self, session_id: int) -> None:
        raise AssertionError(f"nobody has asked for session {session_id}")


class Exports(CoachVisit):
    """On the page of past sessions."""

    def __init__(self, glass: Show, size: str = "800x480") -> None:
        self.archive = SlowArchive()
        super().__init__(glass, Page.GROUP, 3, size)
        self.stage.app.coach_desk.archive = self.archive
        self.go(Page.EXPORTS)

    def lists(self, listed: SessionsListed) -> None:
        self.stage.mailbox.post(replace(listed, at=self.stage.clock.monotonic()))
        self.waits()

    def plugs(self, stick: Stick) -> None:
        self.stage.mailbox.post(replace(stick, at=self.stage.clock.monotonic()))
        self.waits()

    def steps(self, step: ExportStep) -> None:
        self.stage.mailbox.post(replace(step, at=self.stage.clock.monotonic()))
        self.waits()


@pytest.mark.parametrize("size", ["800x480", "720x1280"])
def test_ticked_sessions_are_exported_the_oldest_first(glass: Show, size: str) -> None:
    page = Exports(glass, size)
    assert page.text("exports-empty") == "Looking for past sessions …"
    page.lists(SessionsListed(0.0, LINES))
    page.tap("export-39", "export-37", "export-38", "export-38")
    assert page.screen.find("export-chosen").property("label") == "Export chosen (2)"
    page.twice("export-chosen")
    assert page.archive.exports == [[37, 39]]
    page.steps(ExportStep(0.0, 1, 2, 3, FOLDER))
    assert page.text("export-words").startswith("Exporting: 1 of 2 sessions, 3 files.")
    page.steps(ExportStep(0.0, 2, 2, 5, FOLDER, is_over=True))
    assert page.text("export-words") == f"Done: 2 sessions, 5 files. They lie in {FOLDER}."
    page.steps(ExportStep(0.0, 2, 2, 5, FOLDER, is_over=True, is_on_cable=True))
    assert page.text("export-words").startswith("Done: 2 sessions, 5 files. A laptop on the cable")


def test_what_is_new_is_said_only_once_every_session_is_known(glass: Show) -> None:
    page = Exports(glass)
    page.lists(SessionsListed(0.0, LINES[:2], is_whole=False))
    assert page.screen.shows(f"export-{LINES[0].id}")
    assert page.screen.find("export-new").property("label") == "Looking …"
    page.tap("export-new")
    assert page.archive.exports == []
    page.lists(SessionsListed(0.0, LINES))
    assert page.screen.find("export-new").property("enabled") is True
    page.lists(SessionsListed(0.0, LINES[:1], is_whole=False))
    assert page.screen.shows(f"export-{LINES[1].id}"), "a list that is looked at gets no shorter"


def test_all_new_ones_leave_out_what_lies_there_and_what_is_not_over(glass: Show) -> None:
    page = Exports(glass)
    page.lists(SessionsListed(0.0, LINES))
    page.tap("export-40")  # not over yet
    assert page.screen.find("export-chosen").property("enabled") is False
    page.tap("export-new")
    assert page.archive.exports == [[36, 37, 38, 39]]


def test_an_export_goes_on_when_the_page_is_left_and_another_is_not_begun(glass: Show) -> None:
    page = Exports(glass)
    page.lists(SessionsListed(0.0, LINES))
    page.tap("export-new", "back")
    assert page.walk[0] is Page.COACH
    page.steps(ExportStep(0.0, 3, 4, 8, FOLDER))
    page.go(Page.EXPORTS)
    assert page.text("export-words").startswith("Exporting: 3 of 4")
    page.tap("export-39")
    assert page.screen.find("export-chosen").property("enabled") is False
    page.steps(ExportStep(0.0, 3, 4, 8, FOLDER, is_over=True, refusal=FULL))
    assert page.text("export-words") == f"Stopped after 3 of 4 sessions. {FULL}"
    page.tap("export-chosen")
    assert page.archive.exports[1:] == [[39]]


def test_the_bar_says_where_files_go_and_when_the_stick_may_be_pulled(glass: Show) -> None:
    page = Exports(glass)
    page.plugs(Stick(0.0, "none"))
    page.lists(SessionsListed(0.0, LINES))
    bar = "export-words"
    assert page.text(bar) == "No stick is in: files go to the kiosk’s own folder."
    page.plugs(Stick(0.0, "ready", "CLUB", "/media/CLUB", 12_400_000_000))
    assert page.text(bar) == "Files go onto the stick CLUB, 12 GB free."
    assert page.archive.listings == 2, "what is new depends on where it goes"
    page.tap("export-new")
    page.plugs(Stick(0.0, "writing", "CLUB"))
    page.steps(ExportStep(0.0, 2, 4, 9, FOLDER, is_on_stick=True, left_s=130.0))
    assert page.text(bar).endswith("9 files. Leave the stick in. About 2 min left.")
    page.plugs(Stick(0.0, "writing", "CLUB", sentence=text("This stick is slow.")))
    assert page.text(bar).endswith("About 2 min left. This stick is slow.")
    page.steps(ExportStep(0.0, 4, 4, 18, FOLDER, is_on_stick=True, is_closing=True))
    assert "Leave the stick in" in page.text(bar)
    page.plugs(Stick(0.0, "safe", "CLUB"))
    page.steps(ExportStep(0.0, 4, 4, 18, FOLDER, is_on_stick=True, is_over=True))
    assert page.text(bar) == "You can pull the stick now. 4 sessions, 18 files are on it."
    page.plugs(Stick(0.0, "none"))
    assert page.text(bar).startswith("No stick is in")


def test_what_a_pulled_stick_has_missed_is_ticked_and_goes_with_one_touch(glass: Show) -> None:
    page = Exports(glass)
    page.plugs(Stick(0.0, "ready", "", "/media/stick", 900_000_000))
    page.lists(SessionsListed(0.0, LINES))
    assert page.text("export-words") == "Files go onto the stick, 900 MB free."
    page.tap("export-39", "export-37", "export-38", "export-chosen")
    page.steps(ExportStep(0.0, 1, 3, 5, FOLDER, True, PULLED, is_on_stick=True))
    page.plugs(Stick(0.0, "none"))
    assert page.text("export-words") == f"Stopped after 1 of 3 sessions. {PULLED}"
    page.plugs(Stick(0.0, "ready", "CLUB", "/media/CLUB", 1_290_000_000))
    assert page.text("export-words") == "Files go onto the stick CLUB, 1.2 GB free."
    page.tap("export-chosen")
    assert page.archive.exports == [[37, 38, 39], [38, 39]]


def test_nothing_is_exported_while_a_stick_is_in_that_cannot_be_used(glass: Show) -> None:
    page = Exports(glass)
    page.lists(SessionsListed(0.0, LINES))
    page.plugs(Stick(0.0, "refused", sentence=text("Two sticks are in: pull one of them.")))
    assert page.text("export-words") == "Two sticks are in: pull one of them."
    page.tap("export-new")
    assert page.archive.exports == []
    page.plugs(Stick(0.0, "unavailable", sentence=text("USB sticks are not noticed here.")))
    assert page.text("export-words").endswith(
        "here. No stick is in: files go to the kiosk’s own folder."
    )
    page.tap("export-new")
    assert len(page.archive.exports) == 1


def test_a_list_that_cannot_be_read_says_so_and_is_asked_for_again(glass: Show) -> None:
    page = Exports(glass)
    page.lists(SessionsListed(0.0, trouble="The history cannot be read."))
    assert page.text("exports-empty-advice") == "The history cannot be read."
    page.screen.picture()  # Qt asks only those items for a touch that it has laid out
    page.tap("exports-again")
    assert page.archive.listings == 2
    page.lists(SessionsListed(0.0))
    assert page.text("exports-empty") == "Nothing has been recorded yet"


def test_ticks_stay_while_pages_are_turned(glass: Show) -> None:
    page = Exports(glass)
    page.lists(SessionsListed(0.0, LINES))
    page.tap("export-39", "exports-after", "exports-before")
    assert page.text("tick-39") == "✓"
