"""Adding a person by touch: what is typed, what is asked of the roster, and what is left of it."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from kiosk.app import PersonAnswer, PersonWanted
from kiosk.session.state import StrapHeard
from kiosk.training.athlete import Athlete
from screens.errands import GIVES_UP_S
from screens.walk import Page
from tests.screens.conftest import Glass
from tests.screens.screen_fakes import FakeApp, athlete

Show = Callable[..., Glass]
STRAP = 48_213


@pytest.fixture
def arrived(glass: Show) -> Callable[..., Glass]:
    """The page, long enough open for taps to count."""

    def arrive(strap: int | None = STRAP) -> Glass:
        app = FakeApp()
        app.state.now = 30.0
        app.people = [athlete(1)]
        screen = glass(app, 800, 480)
        screen.handle.board.walk_model.go(Page.ADD, strap=strap)
        screen.beat()
        return screen

    return arrive


def type_in(screen: Glass, *keys: str) -> None:
    for key in keys:
        screen.tap(f"key-{key}")
        QGuiApplication.processEvents()


def value(screen: Glass, field: str) -> str:
    return str(screen.find(f"field-{field}").property("value"))


def wanted(screen: Glass) -> list[PersonWanted]:
    """What has been asked of the roster."""
    asked = [request[1] for request in screen.app.asked if request[0] == "add person"]
    return [one for one in asked if isinstance(one, PersonWanted)]


def answer(screen: Glass, refusal: str = "") -> None:
    """The roster answers to what was asked last."""
    asked = wanted(screen)[-1]
    person = None if refusal else Athlete(7, asked.name)
    screen.app.person_answer = PersonAnswer(screen.app.state.now, asked, person, refusal)
    screen.beat(0.1)


def page(screen: Glass) -> Page:
    return screen.handle.board.walk_model.walk.page


BJOERN = ("B", "j", "accents-west", "ö", "r", "n", "space", "accents-west", "ß")


def test_a_name_with_letters_of_another_country_is_typed_by_touch(
    arrived: Callable[..., Glass],
) -> None:
    screen = arrived()
    type_in(screen, *BJOERN)
    assert value(screen, "name") == "Björn ß"
    type_in(screen, "backspace", "backspace", "backspace")
    assert value(screen, "name") == "Björ"


def test_holding_a_key_and_touching_an_accent_types_it(arrived: Callable[..., Glass]) -> None:
    screen = arrived()
    type_in(screen, "J")
    for plain, accented in ("aä", "sß", "lł", "eé"):
        place = screen.middle(f"key-{plain}")
        screen.press(place)
        screen.wait_until(partial(screen.shows, f"key-{accented}"))
        screen.lift(place)
        type_in(screen, accented)
    assert value(screen, "name") == "Jäßłé"


def test_a_stranger_is_on_the_roster_and_here_after_few_touches(
    arrived: Callable[..., Glass],
) -> None:
    screen = arrived()
    type_in(screen, *BJOERN, "next")
    screen.beat()
    type_in(screen, "1", "9", "8", "6")
    screen.tap("save-person")
    assert wanted(screen) == [PersonWanted("Björn ß", STRAP, 1986)]
    assert screen.find("save-person").property("label") == "saving…"
    answer(screen)
    assert screen.app.asked[-1] == ("tap in", 7)
    walk = screen.handle.board.walk_model.walk
    assert (walk.page, walk.athlete_id) == (Page.CHOOSE, 7)


def test_known_heart_rates_are_saved_as_typed(arrived: Callable[..., Glass]) -> None:
    screen = arrived()
    type_in(screen, "B", "o")
    for field, digits in (("max-hr", "190"), ("resting-hr", "48"), ("threshold-hr", "172")):
        screen.tap(f"field-{field}")
        type_in(screen, *digits)
    screen.tap("save-person")
    assert wanted(screen) == [PersonWanted("Bo", STRAP, None, 190, 48, 172)]


def test_the_strap_is_chosen_from_those_that_appear_while_one_puts_it_on(
    arrived: Callable[..., Glass],
) -> None:
    screen = arrived(None)
    type_in(screen, "B", "o", "next")
    screen.beat()
    assert screen.shows("put-on")
    now = screen.app.state.now
    screen.app.straps_of_nobody = [(7, StrapHeard(now - 2, now)), (8, StrapHeard(now - 60, now))]
    screen.beat(0.1)
    assert not screen.shows("put-on")
    screen.tap("strap-8")
    assert value(screen, "strap") == "8"
    screen.beat()
    type_in(screen, "1", "9", "7", "0")
    screen.tap("save-person")
    assert wanted(screen) == [PersonWanted("Bo", 8, 1970)]


def test_a_strap_that_takes_the_place_of_another_under_the_finger_is_not_chosen(
    arrived: Callable[..., Glass],
) -> None:
    screen = arrived(None)
    screen.tap("field-strap")
    screen.app.straps_of_nobody = [(7, StrapHeard(30, screen.app.state.now))]
    screen.beat(0.1)
    place = screen.middle("strap-7")
    screen.press(place)
    now = screen.app.state.now + 20
    screen.app.straps_of_nobody = [(8, StrapHeard(now, now))]
    screen.beat(20)
    assert screen.shows("strap-8")
    screen.lift(place)
    assert value(screen, "strap") == "7"


def test_the_number_of_a_strap_can_be_typed(arrived: Callable[..., Glass]) -> None:
    screen = arrived(None)
    type_in(screen, "B", "o", "next")
    screen.beat()
    screen.tap("type-strap")
    screen.beat()
    type_in(screen, *"4711", "next")
    assert value(screen, "strap") == "4711"
    screen.tap("save-person")
    assert wanted(screen) == [PersonWanted("Bo", 4711)]


def typed_strap(screen: Glass, number: str) -> None:
    """Bo, whose strap has a number that Anna's has too."""
    type_in(screen, "B", "o")
    screen.tap("field-strap")
    screen.tap("type-strap")
    screen.beat()
    type_in(screen, *number)
    screen.tap("key-next")
    QGuiApplication.processEvents()


def test_two_people_may_share_a_strap(arrived: Callable[..., Glass]) -> None:
    screen = arrived(None)
    typed_strap(screen, "1001")
    assert screen.text("question-title") == "Strap 1001 is Anna’s. Is it yours too?"
    screen.picture()  # rows are laid out just before a frame is drawn
    screen.tap("yes")
    screen.beat()
    assert not screen.find("field-strap").property("wrong")
    assert screen.find("field-birth-year").property("active")
    screen.tap("save-person")
    assert wanted(screen) == [PersonWanted("Bo", 1001, shared=True)]


def test_who_does_not_share_it_gives_another_number(arrived: Callable[..., Glass]) -> None:
    screen = arrived(None)
    typed_strap(screen, "1001")
    screen.picture()
    screen.tap("no")
    screen.beat()
    assert screen.find("field-strap").property("wrong")
    type_in(screen, "backspace", "9")
    screen.tap("save-person")
    assert wanted(screen) == [PersonWanted("Bo", 1009)]


def test_sharing_holds_for_that_strap_only(arrived: Callable[..., Glass]) -> None:
    screen = arrived(None)
    typed_strap(screen, "1001")
    screen.picture()
    screen.tap("yes")
    screen.beat()
    screen.tap("field-strap")
    screen.tap("type-strap")
    screen.beat()
    type_in(screen, "backspace", "2")
    screen.tap("save-person")
    assert wanted(screen) == [PersonWanted("Bo", 1002)]


def test_leaving_the_page_takes_the_question_back(arrived: Callable[..., Glass]) -> None:
    screen = arrived(None)
    typed_strap(screen, "1001")
    screen.beat(130.0)
    assert page(screen) is Page.GROUP
    assert not screen.shows("question")


def test_somebody_without_a_strap_is_saved_without(arrived: Callable[..., Glass]) -> None:
    screen = arrived()
    type_in(screen, "B", "o")
    screen.tap("field-strap")
    screen.tap("no-strap")
    assert value(screen, "strap") == "none yet"
    screen.tap("save-person")
    assert wanted(screen) == [PersonWanted("Bo")]


def test_without_a_name_nothing_can_be_saved(arrived: Callable[..., Glass]) -> None:
    screen = arrived()
    assert not screen.find("save-person").isEnabled()
    screen.tap("save-person")
    type_in(screen, "space")
    screen.tap("save-person")
    assert screen.app.asked == []


def test_a_double_tap_on_save_saves_once_and_no_key_counts_until_the_answer(
    arrived: Callable[..., Glass],
) -> None:
    screen = arrived()
    type_in(screen, "B", "o")
    place = screen.middle("save-person")
    screen.tap_at(place)
    screen.tap_at(place)
    screen.beat(0.3)
    screen.tap_at(place)
    type_in(screen, "b")
    screen.tap("cancel")
    screen.tap("field-max-hr")
    assert len(wanted(screen)) == 1
    assert value(screen, "name") == "Bo"
    assert page(screen) is Page.ADD


@pytest.mark.parametrize(
    ("sentence", "field"),
    [
        ('"Bo" is already on the roster: choose another name.', "name"),
        ('Strap 48213 already belongs to "Anna": check the number.', "strap"),
        ("The resting heart rate of Bo (190) must lie below the maximum heart rate.", "resting-hr"),
    ],
)
def test_a_refusal_stands_at_its_field_and_nothing_typed_is_lost(
    arrived: Callable[..., Glass], sentence: str, field: str
) -> None:
    screen = arrived()
    type_in(screen, "B", "o")
    screen.tap("field-max-hr")
    type_in(screen, *"180")
    screen.tap("field-resting-hr")
    type_in(screen, *"19")
    before = {name: value(screen, name) for name in ("name", "strap", "max-hr", "resting-hr")}
    screen.tap("save-person")
    answer(screen, sentence)
    assert screen.text("prompt") == sentence
    assert screen.find(f"field-{field}").property("wrong")
    assert screen.find(f"field-{field}").property("active")
    assert {name: value(screen, name) for name in before} == before
    type_in(screen, "backspace")
    assert not screen.find(f"field-{field}").property("wrong")
    screen.tap("save-person")
    assert len(wanted(screen)) == 2


def test_a_mark_stays_until_the_field_or_what_it_was_compared_with_is_changed(
    arrived: Callable[..., Glass],
) -> None:
    screen = arrived()
    type_in(screen, "B", "o")
    for field, digits in (("max-hr", "100"), ("resting-hr", "110"), ("birth-year", "19")):
        screen.tap(f"field-{field}")
        type_in(screen, *digits)
    assert screen.find("field-resting-hr").property("wrong")
    screen.tap("field-max-hr")
    assert screen.find("field-birth-year").property("wrong")
    assert screen.find("field-resting-hr").property("wrong")
    type_in(screen, "backspace", "backspace", "8", "0")
    assert not screen.find("field-resting-hr").property("wrong")
    assert screen.find("field-birth-year").property("wrong")


def test_a_refusal_about_the_disk_is_said_and_can_be_tried_again(
    arrived: Callable[..., Glass],
) -> None:
    screen = arrived()
    type_in(screen, "B", "o")
    screen.tap("save-person")
    answer(screen, "The history cannot be written: free some space on the disk.")
    assert "disk" in screen.text("prompt")
    screen.tap("save-person")
    answer(screen)
    assert page(screen) is Page.CHOOSE


def test_a_roster_that_does_not_answer_does_not_trap_anybody(
    arrived: Callable[..., Glass],
) -> None:
    screen = arrived()
    type_in(screen, "B", "o")
    screen.tap("save-person")
    screen.beat(GIVES_UP_S + 1)
    assert "does not answer" in screen.text("prompt")
    screen.tap("cancel")
    assert page(screen) is Page.TAP_IN


def test_an_answer_to_somebody_else_is_not_taken_for_ones_own(
    arrived: Callable[..., Glass],
) -> None:
    screen = arrived()
    type_in(screen, "B", "o")
    screen.tap("save-person")
    other = replace(wanted(screen)[0], name="Ben")
    screen.app.person_answer = PersonAnswer(0.0, other, Athlete(8, "Ben"))
    screen.beat(0.1)
    assert page(screen) is Page.ADD


def test_a_name_that_is_taken_is_said_at_next_and_a_second_next_goes_on(
    arrived: Callable[..., Glass],
) -> None:
    screen = arrived()
    type_in(screen, *"Anna", "next")
    assert "already on the roster" in screen.text("prompt")
    assert screen.find("field-name").property("active")
    type_in(screen, "next")
    assert screen.find("field-birth-year").property("active")
    assert screen.find("field-name").property("wrong")


def test_the_bright_button_is_the_way_on_until_saving_is_what_to_do(
    arrived: Callable[..., Glass],
) -> None:
    screen = arrived()

    def bright() -> list[str]:
        save = screen.find("save-person").property("primary")
        onward = screen.find("key-next").property("lit")
        return [name for name, on in (("save", save), ("next", onward)) if on]

    assert bright() == []
    type_in(screen, "B", "o")
    assert bright() == ["next"]
    screen.tap("field-birth-year")
    type_in(screen, *"1986")
    assert bright() == ["save"]
    screen.tap("save-person")
    answer(screen, '"Bo" is already on the roster: choose another name.')
    assert bright() == ["next"]
    type_in(screen, "b")
    assert bright() == ["save"]


def test_cancel_in_the_middle_leaves_nothing(arrived: Callable[..., Glass]) -> None:
    screen = arrived()
    type_in(screen, "B", "o")
    screen.tap("field-birth-year")
    type_in(screen, *"19")
    screen.tap("cancel")
    assert page(screen) is Page.TAP_IN
    assert screen.app.asked == []
    screen.handle.board.walk_model.go(Page.ADD)
    screen.beat()
    fields = ("name", "strap", "birth-year", "max-hr", "resting-hr", "threshold-hr")
    assert [value(screen, field) for field in fields] == [""] * 6


def test_a_page_left_by_itself_forgets_what_was_typed(arrived: Callable[..., Glass]) -> None:
    screen = arrived()
    type_in(screen, "B", "o")
    screen.beat(121)
    assert page(screen) is Page.GROUP
    assert screen.handle.board.add_person_model.form.name == ""


def test_the_second_tap_that_led_here_hits_no_key(glass: Show) -> None:
    screen = glass(FakeApp(), 800, 480)
    screen.handle.board.walk_model.go(Page.ADD)
    screen.beat(0.1)
    type_in(screen, "Q")
    screen.tap("cancel")
    assert value(screen, "name") == ""
    assert page(screen) is Page.ADD


def test_a_double_tap_on_next_hits_nothing_on_what_comes(arrived: Callable[..., Glass]) -> None:
    screen = arrived()
    type_in(screen, "B", "o")
    place = screen.middle("key-next")
    screen.tap_at(place)
    screen.tap_at(place)
    assert screen.find("field-birth-year").property("active")
    type_in(screen, "1")
    assert value(screen, "birth-year") == ""
    screen.beat()
    type_in(screen, "1")
    assert value(screen, "birth-year") == "1"


@pytest.mark.parametrize(
    ("one", "other"), [("Q", "P"), ("A", "S"), ("G", "backspace"), ("Z", "space")]
)
def test_two_fingers_on_two_keys_never_type_a_third(
    arrived: Callable[..., Glass], one: str, other: str
) -> None:
    screen = arrived()
    places = screen.middle(f"key-{one}"), screen.middle(f"key-{other}")
    screen.press(*places)
    screen.lift(*places)
    letters = "".join(key for key in (one, other) if len(key) == 1).upper()
    typed = value(screen, "name").strip().upper()
    assert set(typed) <= set(letters)
    assert len(typed) <= len(letters)


def test_keys_that_roll_over_each_other_are_typed_in_the_order_of_touching(
    arrived: Callable[..., Glass],
) -> None:
    screen = arrived()
    type_in(screen, "T")
    a, n = screen.middle("key-a"), screen.middle("key-n")
    touch = QTest.touchEvent(screen.handle.window, screen._finger, False)
    touch.press(0, a, screen.handle.window).commit()
    touch = QTest.touchEvent(screen.handle.window, screen._finger, False)
    touch.stationary(0).press(1, n, screen.handle.window).commit()
    touch = QTest.touchEvent(screen.handle.window, screen._finger, False)
    touch.stationary(0).release(1, n, screen.handle.window).commit()
    touch = QTest.touchEvent(screen.handle.window, screen._finger, False)
    touch.release(0, a, screen.handle.window).commit()
    assert value(screen, "name") == "Tan"


def test_a_key_that_is_held_shows_above_the_finger_what_it_typed(
    arrived: Callable[..., Glass],
) -> None:
    screen = arrived()
    key, place = screen.find("key-G"), screen.middle("key-G")
    assert not screen.shows("bubble")
    screen.press(place)
    bubble = screen.find("bubble")
    assert screen.text("struck", bubble) == "G"
    assert screen.box(bubble).top() < screen.box(key).top()
    assert screen.box(bubble).height() > screen.box(key).height()
    screen.lift(place)
    screen.wait_until(lambda: not screen.shows("bubble"))


def test_a_held_backspace_takes_letter_after_letter(arrived: Callable[..., Glass]) -> None:
    screen = arrived()
    type_in(screen, *"Anna")
    place = screen.middle("key-backspace")
    screen.press(place)
    assert value(screen, "name") == "Ann"
    screen.wait_until(lambda: value(screen, "name") == "")
    screen.lift(place)


def test_no_more_than_forty_letters_fit(arrived: Callable[..., Glass]) -> None:
    screen = arrived()
    screen.handle.board.add_person_model.keyboard_model.physical(0, "x" * 39)
    type_in(screen, "a", "b")
    assert value(screen, "name") == "x" * 39 + "a"


def test_a_real_keyboard_types_into_the_same_fields(arrived: Callable[..., Glass]) -> None:
    screen = arrived(None)
    window = screen.handle.window
    QTest.keyClick(window, Qt.Key.Key_B)
    QTest.keyClick(window, Qt.Key.Key_O)
    QTest.keyClick(window, Qt.Key.Key_X)
    QTest.keyClick(window, Qt.Key.Key_Backspace)
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert value(screen, "name") == "bo"
    QTest.keyClick(window, Qt.Key.Key_4)
    QTest.keyClick(window, Qt.Key.Key_2)
    assert value(screen, "strap") == "42"
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert value(screen, "strap") == "42"


def test_letters_lie_as_the_country_has_them(arrived: Callable[..., Glass]) -> None:
    screen = arrived()
    place = screen.middle("key-Y")
    screen.handle.board.add_person_model.keyboard_model.setProperty("arrangement", "qwertz")
    assert screen.middle("key-Z") == place
