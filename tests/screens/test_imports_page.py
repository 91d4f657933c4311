"""The page of what a stick brings, by touch on the real shell."""

from dataclasses import replace

import pytest

from kiosk.import_port import ImportItem, ImportSeen, ImportTaken
from kiosk.stick import Stick
from screens.imports_scenes import BROUGHT, ITEMS, NO_STICK, ONLY_SAME, SEEN, NoStick
from screens.walk import Page
from tests.screens.coach_rig import CoachVisit, Show


class Imports(CoachVisit):
    """On the page; the stick answers when the test says so."""

    def __init__(self, glass: Show, size: str = "800x480") -> None:
        self.stick = NoStick()
        super().__init__(glass, Page.GROUP, 3, size)
        self.stage.app.coach_desk.imports = self.stick
        self.go(Page.IMPORTS)

    def answers(self, answer: ImportSeen | ImportTaken) -> None:
        now = self.stage.clock.monotonic()
        self.stage.mailbox.post(replace(answer, at=now, ask=self.stick.ask))
        self.waits()

    def label(self) -> str:
        return str(self.screen.find("import-take").property("label"))

    def can_take(self) -> bool:
        return bool(self.screen.find("import-take").property("enabled"))


@pytest.mark.parametrize("size", ["800x480", "720x1280"])
def test_everything_that_can_be_taken_is_ticked_and_one_touch_takes_it_over(
    glass: Show, size: str
) -> None:
    page = Imports(glass, size)
    assert page.text("imports-empty") == "Looking at the stick …"
    page.answers(SEEN)
    assert page.label() == "Take over (5)"
    page.tap("import-0", "import-7")  # the second is refused
    assert page.label() == "Take over (4)"
    page.twice("import-take")
    assert page.stick.taken == [(frozenset({1, 2, 3, 4}), 1)]
    assert page.text("import-words") == "Taking over …"
    page.answers(ImportTaken(0.0, 0, 4))
    assert page.text("imports-empty") == "Everything is taken over"
    assert page.text("imports-empty-advice").startswith("Taken over: 4.")


def test_whoever_is_new_is_vouched_for_and_unchanged_things_are_only_counted(glass: Show) -> None:
    page = Imports(glass, "720x1280")
    page.answers(SEEN)
    words = page.text("import-words").splitlines()
    assert words[0] == "New: 3  ·  Changed: 2  ·  Not taken: 2  ·  As it was: 2"
    assert words[1] == "With taking over you say that whoever is new agrees to be recorded."
    assert not page.screen.shows("import-5")
    assert page.text("import-detail-7").startswith("Strap 41234 belongs to Alexandra-Sophie")
    assert page.text("import-place-7") == "roster.csv, line 5"
    assert page.text("import-title-3") == "Anna’s week"


def test_what_was_refused_at_the_last_moment_stays_in_view_and_nothing_is_taken_twice(
    glass: Show,
) -> None:
    page = Imports(glass)
    page.answers(SEEN)
    page.tap("import-take")
    late = ImportItem(1, "person", "refused", "Anna", "Anna has been changed meanwhile.")
    page.answers(ImportTaken(0.0, 0, 4, (late,)))
    assert page.text("import-words") == "Taken over: 4. Not taken: 1, see above."
    assert page.text("import-detail-1") == "Anna has been changed meanwhile."
    assert not page.can_take()
    page.tap("import-1", "import-take")
    assert len(page.stick.taken) == 1
    page.tap("import-look")
    assert len(page.stick.looks) == 2
    page.answers(SEEN)
    assert page.can_take()


def test_a_stick_that_comes_in_while_the_page_is_open_is_looked_at(glass: Show) -> None:
    page = Imports(glass)
    page.answers(NO_STICK)
    assert page.text("imports-empty-advice") == "No stick is in: plug the one with your files in."
    now = page.stage.clock.monotonic()
    page.stage.mailbox.post(Stick(now, "ready", "CLUB", "/media/club"))
    page.waits()
    assert len(page.stick.looks) == 2
    page.answers(ONLY_SAME)
    assert page.text("imports-empty") == "Nothing new"
    page.tap("imports-again")
    assert len(page.stick.looks) == 3


def test_an_answer_about_an_older_look_is_not_shown(glass: Show) -> None:
    page = Imports(glass)
    first = page.stick.ask
    page.answers(NO_STICK)
    page.tap("imports-again")
    now = page.stage.clock.monotonic()
    page.stage.mailbox.post(replace(SEEN, at=now, ask=first))
    page.waits()
    assert page.text("imports-empty") == "Looking at the stick …"


def test_a_long_list_turns_and_keeps_its_ticks(glass: Show) -> None:
    page = Imports(glass)
    many = [replace(ITEMS[3], key=n, title=f"Person {n}") for n in range(40)]
    page.answers(ImportSeen(0.0, 0, "CLUB", tuple(many)))
    page.tap("import-1", "imports-after", "imports-before")
    assert page.text("import-tick-1") == ""
    assert page.text("import-tick-2") == "✓"
    assert page.label() == "Take over (39)"


@pytest.mark.parametrize("size", ["800x480", "720x1280"])
def test_whose_an_activity_is_that_may_be_several_peoples_is_picked_by_touch(
    glass: Show, size: str
) -> None:
    page = Imports(glass, size)
    page.answers(BROUGHT)
    assert page.label() == "Take over (2)"
    page.tap("import-2")
    assert page.text("page-title") == "Which is it?"
    assert page.text("import-words").startswith("morning-run.tcx: done on Mon 5 Jan")
    assert page.text("import-title-1") == "Chloe"
    assert not page.screen.shows("import-take")
    page.twice("import-1")
    assert page.text("page-title") == "Import"
    assert page.text("import-title-2") == "Chloe’s homework"
    assert page.label() == "Take over (3)"
    page.tap("import-2")
    assert page.text("import-tick-1") == "✓"
    page.tap("back")
    assert page.label() == "Take over (3)"
    page.tap("import-take")
    assert page.stick.taken == [(frozenset({1, 2, 3}), 1)]
    assert page.stick.picks == {2: 1}


def test_an_activity_that_is_nobodys_of_these_is_left_where_it_is(glass: Show) -> None:
    page = Imports(glass)
    page.answers(BROUGHT)
    page.tap("import-2", "import-0", "import-2", "import-look")
    assert page.text("import-tick-2") == "?"
    page.tap("import-take")
    assert page.stick.taken == [(frozenset({1, 3}), 1)]
    assert page.stick.picks == {}


def test_of_two_activities_for_one_homework_only_one_is_ticked(glass: Show) -> None:
    page = Imports(glass, "720x1280")
    page.answers(BROUGHT)
    assert (page.text("import-tick-3"), page.text("import-tick-4")) == ("✓", "")
    page.tap("import-4")
    assert (page.text("import-tick-3"), page.text("import-tick-4")) == ("", "✓")
    page.tap("import-4", "import-5")
    assert (page.text("import-tick-4"), page.text("import-tick-5")) == ("", "–")
    assert page.text("import-detail-5").endswith("nothing is counted twice.")
    assert page.label() == "Take over (1)"
