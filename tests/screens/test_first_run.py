"""The first start by touch, the administrator's part, and a forgotten PIN; on the real disk too."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.coaches import LOCKS_S, TRIES, Coach
from kiosk.stick import Stick
from screens.first_run_view import parts
from screens.tongue import speak
from screens.walk import SETTLE_S, Page
from tests.screens.conftest import Glass
from tests.screens.looks import LAYOUTS, check_nothing_is_cut_off
from tests.screens.screen_fakes import NEW_CODE, FakeApp, class_of
from tests.screens.walker import Walker

Show = Callable[..., Glass]
PIN, NEW_PIN, COACHS = "739105", "480276", "7391"
ADMIN, MARIA, JONAS = Coach(1, "Administrator", is_admin=True), Coach(2, "Maria"), Coach(3, "Jonas")


def fresh() -> FakeApp:
    app = FakeApp()
    app.state.now = 100.0
    app.asks_set_up = True
    return app


def club(signed_in: Coach | None = None) -> FakeApp:
    """With an administrator and two coaches."""
    app = FakeApp()
    app.state.now = 100.0
    app.coaches = [ADMIN, MARIA, JONAS]
    app.pins = {1: PIN, 2: COACHS, 3: COACHS}
    app.coach = signed_in
    return app


def page_of(screen: Glass) -> Page:
    return screen.handle.board.walk_model.walk.page


def tap(screen: Glass, *names: str) -> None:
    for name in names:
        screen.tap(name)
        screen.beat(2 * SETTLE_S)


def type_pin(screen: Glass, pin: str) -> None:
    for digit in pin:
        screen.tap(f"pin-{digit}")
    tap(screen, "pin-enter")
    screen.beat(2 * SETTLE_S)  # what comes with the answer takes no touch at first


def open_page(screen: Glass, page: Page) -> Glass:
    screen.handle.board.walk_model.go(page)
    screen.beat(2 * SETTLE_S)
    return screen


# -- the first start -----------------------------------------------------------------------------


def test_a_first_start_asks_shows_the_code_and_leads_to_the_idle_screen(glass: Show) -> None:
    app = fresh()
    screen = glass(app, 800, 480)
    screen.beat()
    assert page_of(screen) is Page.FIRST_RUN
    tap(screen, "language-de", "units-imperial", "onward")
    assert (app.choices.language, app.choices.units) == ("de", "imperial")
    tap(screen, "language-en") if screen.shows("language-en") else None
    tap(screen, "key-H", "key-i", "key-next")
    assert app.choices.club_name == "Hi"
    assert screen.text("first-run-clock") == "18:08"
    tap(screen, "onward")
    type_pin(screen, PIN)
    assert app.coaches == [], "once is not enough"
    type_pin(screen, PIN)
    assert screen.text("recovery-code") == NEW_CODE
    assert screen.shows("recovery-qr")
    tap(screen, "onward")
    assert (page_of(screen), app.coach, app.code_answer) == (Page.GROUP, None, None)
    assert app.choices.is_set_up
    screen.beat(5)
    assert page_of(screen) is Page.GROUP
    assert screen.text("idle-club") == "Hi"
    speak("en")


def test_what_the_configuration_says_is_not_asked_again() -> None:
    everything = {"name", "language", "units", "time_zone"}
    assert parts("set-up", everything) == ("pin", "code")
    assert parts("set-up", {"language", "time_zone"}) == ("language", "club", "pin", "code")
    assert len(parts("set-up", ())) <= 5


def test_later_is_possible_and_the_next_start_asks_again(glass: Show) -> None:
    app = fresh()
    screen = glass(app)
    screen.beat()
    tap(screen, "back")
    screen.beat(100)
    assert page_of(screen) is Page.GROUP
    assert app.is_new


@pytest.mark.parametrize("known", ["roster", "coach", "set up", "demonstration"])
def test_a_kiosk_that_runs_already_is_not_stopped_by_it(glass: Show, known: str) -> None:
    app = class_of(2) if known == "roster" else fresh()
    app.state.now = 500.0
    if known == "coach":
        app.coaches = [MARIA]
    elif known == "set up":
        app.choose("is_set_up", value=True)
    elif known == "demonstration":
        app.asks_set_up = False
    screen = glass(app)
    screen.beat()
    assert page_of(screen) is not Page.FIRST_RUN


def test_without_an_administrator_the_coachs_menu_says_so_and_leads_there(glass: Show) -> None:
    app = fresh()
    app.coaches, app.coach, app.pins = [MARIA], MARIA, {2: COACHS}
    screen = open_page(glass(app), Page.COACH)
    assert screen.text("menu-detail", screen.find("menu-coaches")).startswith("No administrator")
    tap(screen, "menu-coaches", "make-admin")
    type_pin(screen, "739106")
    type_pin(screen, "739107")
    assert "not the same" in screen.text("pin-sentence")
    type_pin(screen, PIN)
    type_pin(screen, PIN)
    assert screen.text("recovery-code") == NEW_CODE
    tap(screen, "onward")
    assert page_of(screen) is Page.COACHES


@pytest.mark.parametrize(("width", "height"), LAYOUTS)
def test_every_part_fits_the_glass(glass: Show, width: int, height: int) -> None:
    screen = glass(fresh(), width, height)
    screen.beat(2 * SETTLE_S)
    for part in ("language", "club", "clock", "pin"):
        model = screen.handle.board.first_run_model
        assert model.property("part") == part
        check_nothing_is_cut_off(screen)
        model.forward()
        screen.beat(2 * SETTLE_S)


# -- who may do what -------------------------------------------------------------------------------


def test_a_setting_of_the_kiosk_takes_the_administrators_pin(glass: Show) -> None:
    app = club(MARIA)
    screen = open_page(glass(app), Page.SETTINGS)
    tap(screen, "option-2-0")
    assert (page_of(screen), app.coach) == (Page.SIGN_IN, None)
    assert screen.text("pin-prompt") == "The administrator's PIN"
    type_pin(screen, "826413")
    assert page_of(screen) is Page.SIGN_IN
    assert app.choices.sounds
    type_pin(screen, PIN)
    assert (page_of(screen), app.choices.sounds) == (Page.SETTINGS, False)
    tap(screen, "option-2-1")
    assert app.choices.sounds, "the administrator is not asked again"


def test_a_coach_wipes_the_glass_without_the_administrator(glass: Show) -> None:
    screen = open_page(glass(club(MARIA)), Page.SETTINGS)
    tap(screen, "wipe")
    assert screen.shows("wiping")


def test_coaches_change_their_own_pin_and_nobody_elses(glass: Show) -> None:
    screen = open_page(glass(club(MARIA)), Page.COACHES)
    assert not screen.shows("add-coach")
    tap(screen, "coach-3")
    assert not screen.shows("change-pin")
    assert not screen.shows("remove-coach")
    assert screen.text("coaches-said").startswith("Only the administrator")
    tap(screen, "coach-2", "change-pin")
    type_pin(screen, "9042")
    type_pin(screen, "9042")
    assert screen.app.asked[-1] == ("change pin", 2)


def test_the_administrator_makes_a_new_recovery_code(glass: Show) -> None:
    screen = open_page(glass(club(ADMIN)), Page.COACHES)
    tap(screen, "coach-1", "new-code")
    assert screen.text("recovery-code") == NEW_CODE
    tap(screen, "onward")
    assert (page_of(screen), screen.app.code_answer) == (Page.COACHES, None)


# -- on the real disk ------------------------------------------------------------------------------


class Lost:
    """A whole kiosk whose administrator has forgotten the PIN."""

    def __init__(self, folder: Path) -> None:
        self.walker = Walker(folder)
        self.app = self.walker.app
        self.app.coach = self.app.coaches[0]
        self.app.coach_touched()
        self.app.make_admin(PIN)
        self.waits()
        self.app.new_code()
        self.waits()
        assert self.app.code_answer is not None
        self.code = self.app.code_answer.code
        self.app.code_read()
        self.app.sign_out()
        self.stick = folder / "stick"
        self.stick.mkdir()

    def waits(self, seconds: float = 1.0) -> None:
        self.walker.lives(seconds)

    def tap(self, *names: str) -> None:
        for name in names:
            self.walker.tap(name)
            self.waits()

    def type(self, pin: str) -> None:
        for digit in pin:
            self.walker.tap(f"pin-{digit}")
        self.tap("pin-enter")

    def puts_in(self, content: str) -> None:
        (self.stick / "switchback-recovery.txt").write_text(content, "utf-8")
        now = self.walker.kiosk.stage.clock.monotonic()
        self.walker.kiosk.stage.mailbox.post(Stick(now, "ready", "", str(self.stick), 10**9))
        self.waits()

    def tries(self, content: str, pin: str) -> str:
        """To the sign-in, PIN forgotten, the stick in, and a new PIN twice."""
        self.walker.open(Page.GROUP)
        self.app.sign_out()
        self.walker.board.walk_model.ask_for_admin(lambda: None)
        self.waits()
        self.tap("forgot-pin")
        self.puts_in(content)
        self.tap("onward")
        self.type(pin)
        self.type(pin)
        self.waits(2)
        return str(self.walker.text("pin-sentence"))


@pytest.fixture
def lost(qapp: QGuiApplication, tmp_path: Path) -> Iterator[Lost]:
    made = Lost(tmp_path)
    yield made
    made.walker.close()


def test_a_stick_with_the_code_gives_a_new_pin_and_wrong_ones_lock(lost: Lost) -> None:
    lost.puts_in("0000-0000-0000-0000")
    for _ in range(TRIES - 1):
        lost.app.recover(lost.stick, NEW_PIN)
        lost.waits()
    said = lost.tries("0000-0000-0000-0000", NEW_PIN)
    assert said.startswith("Too many wrong recovery codes"), said
    assert lost.tries(lost.code, NEW_PIN).startswith("Too many"), "the right one does not help"
    lost.waits(LOCKS_S[0] + 1)
    assert lost.tries(lost.code, NEW_PIN) == ""
    shown = lost.walker.text("recovery-code")
    assert len(shown) == len(lost.code)
    assert shown != lost.code
    lost.tap("onward")
    lost.walker.board.walk_model.ask_for_admin(lost.walker.board.walk_model.home)
    lost.waits()
    lost.type(NEW_PIN)
    lost.waits()
    assert lost.walker.page is Page.GROUP
