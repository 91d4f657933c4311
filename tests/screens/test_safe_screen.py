"""The safe screen by touch: what is wrong, and the four ways out of it."""

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSize
from PySide6.QtGui import QGuiApplication, QPainter, QPixmap
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.coaches import SIGNED_OUT_AFTER_S
from kiosk.safe_port import SafeFacts
from kiosk.words import text
from screens import tongue
from screens.safe import TRY_AGAIN_S, SafeWindow
from screens.safe_paint import SMALLEST, Sizes, paint, places
from screens.safe_view import SafeState, safe_face

EVENING = datetime(2026, 1, 8, 18, 32, tzinfo=UTC)
SENTENCE = text(
    "{path}, line {line}: {key} is no key: did you mean {meant}?",
    path="/etc/switchback/kiosk.toml",
    line=12,
    key='"stattions"',
    meant='"stations"',
)
PIN = "4826"
FACTS = SafeFacts(SENTENCE, "1.4.0", EVENING, "1.3.2", EVENING)
ALL = [(size, one) for size in ((800, 480), (720, 1280), (1920, 1080)) for one in ("en", "de")]
SEEN = ALL if "SAFE_PICTURES" in os.environ else [ALL[0], ALL[3]]
"""In a folder that is named they can be looked at."""


class Deeds:
    """Notes what was asked, and answers at once."""

    def __init__(self, facts: SafeFacts = FACTS) -> None:
        self.told = facts
        self.done: list[str] = []
        self.lasts: Callable[[], bool] = lambda: False

    def facts(self) -> SafeFacts:
        return self.told

    def export(self, tell: Callable[[str], None], go_on: Callable[[], bool]) -> str:
        self.done.append("export")
        tell(text("{done} of {of} sessions", done=3, of=40))
        while self.lasts() and go_on():
            pass
        return text("The history is on the stick. You can pull it now.")

    def pin_refusal(self, pin: str) -> str:
        return "" if pin == PIN else text("That is not the PIN.")

    def restore(self) -> str:
        self.done.append("restore")
        return text("The backup has been restored. Try again now.")

    def go_back(self) -> str:
        self.done.append("back")
        return text("The version before is being put back: the kiosk starts anew in a minute.")


class Hand:
    """The window, a finger on it, and time."""

    def __init__(self, deeds: Deeds, qtbot: QtBot, size: tuple[int, int] = (800, 480)) -> None:
        self.deeds = deeds
        self.now = 1000.0
        self.window = SafeWindow(deeds, now=lambda: self.now)
        self.window.resize(QSize(*size))
        self._qtbot = qtbot
        self._finger = QTest.createTouchDevice()
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.draw()

    def draw(self) -> None:
        QCoreApplication.sendEvent(self.window, QEvent(QEvent.Type.UpdateRequest))

    def tap(self, *keys: str) -> None:
        for key in keys:
            self.touch(self.window.place(key), self.window.place(key))

    def touch(self, down: QPoint, up: QPoint) -> None:
        QTest.touchEvent(self.window, self._finger).press(0, down, self.window).commit()
        QTest.touchEvent(self.window, self._finger).release(0, up, self.window).commit()
        self.draw()

    def wait(self) -> None:
        """Until what is under way is over."""

        def beaten() -> bool:
            self.window.beat()
            return self.window._work is None

        self._qtbot.waitUntil(beaten)
        self.draw()

    @property
    def keys(self) -> list[str]:
        return [one.key for one in self.window.face.buttons]


@pytest.fixture
def hand(qtbot: QtBot, qapp: QGuiApplication) -> Iterator[Hand]:
    made = Hand(Deeds(), qtbot)
    yield made
    made.window.close_down()
    made.window.close()


def guard(hand: Hand) -> None:
    """From now on somebody has a PIN here."""
    hand.window.facts = hand.deeds.told = replace(FACTS, asks_pin=True)


def test_it_says_what_is_wrong_which_version_and_since_when(hand: Hand) -> None:
    face = hand.window.face
    assert face.lines[0] == SENTENCE
    assert "1.4.0" in face.note
    assert "18:32" in face.note
    assert hand.keys == ["try", "export", "back", "restore"]


def test_the_history_is_taken_out_by_one_touch_and_said_to_be_there(hand: Hand) -> None:
    hand.tap("export")
    assert hand.window.state.phase == "busy"
    hand.wait()
    assert hand.deeds.done == ["export"]
    assert "You can pull it now" in hand.window.face.told


def test_an_export_says_how_far_it_is_and_can_be_stopped(hand: Hand) -> None:
    hand.deeds.lasts = lambda: True
    hand.tap("export")

    def told() -> bool:
        hand.window.beat()
        return "3 of 40" in hand.window.face.lines[0]

    hand._qtbot.waitUntil(told)
    hand.draw()
    hand.tap("stop")
    hand.wait()
    assert hand.window.state.phase == "home"


def test_going_back_is_asked_about_first(hand: Hand) -> None:
    hand.tap("back")
    assert "1.3.2" in hand.window.face.title
    assert hand.deeds.done == []
    hand.tap("no", "back", "yes")
    hand.wait()
    assert hand.deeds.done == ["back"]


def test_a_backup_is_restored_only_after_the_pin(hand: Hand) -> None:
    guard(hand)
    hand.tap("restore", "1", "1", "1", "1", "enter")
    hand.wait()
    assert hand.window.face.told == "That is not the PIN."
    hand.tap("4", "8", "2", "7", "backspace", "6", "enter")
    hand.wait()
    assert hand.deeds.done == []
    hand.tap("yes")
    hand.wait()
    assert hand.deeds.done == ["restore"]


def test_nobody_takes_the_history_away_without_the_pin_which_is_asked_for_once(hand: Hand) -> None:
    guard(hand)
    hand.tap("export")
    assert hand.window.state.phase == "pin"
    hand.tap(*PIN, "enter")
    hand.wait()
    hand.wait()
    assert hand.deeds.done == ["export"]
    hand.tap("back", "yes")
    hand.wait()
    assert hand.deeds.done == ["export", "back"]
    hand.now += SIGNED_OUT_AFTER_S + 1
    hand.window.beat()
    hand.tap("back")
    assert hand.window.state.phase == "pin"


def test_a_short_pin_cannot_be_given(hand: Hand) -> None:
    guard(hand)
    hand.tap("restore", "1", "1", "1", "enter")
    assert hand.window.state.pin == "111"
    assert hand.window._work is None


def test_without_a_pin_or_an_earlier_version_nobody_is_asked_about_them(
    qtbot: QtBot, qapp: QGuiApplication
) -> None:
    hand = Hand(Deeds(SafeFacts(SENTENCE, "1.4.0", backup=EVENING)), qtbot)
    assert hand.keys == ["try", "export", "restore"]
    hand.tap("restore")
    assert hand.window.state.phase == "sure"
    hand.window.close_down()


def test_a_finger_that_slides_off_a_button_presses_nothing(hand: Hand) -> None:
    hand.touch(hand.window.place("export"), hand.window.place("try"))
    assert hand.window.state == SafeState()
    assert not hand.window.is_over


def test_it_tries_again_when_told_and_by_itself_when_nobody_comes(hand: Hand) -> None:
    hand.now += TRY_AGAIN_S + 1
    hand.tap("back", "no")
    hand.window.beat()
    assert not hand.window.is_over
    hand.now += TRY_AGAIN_S + 1
    hand.window.beat()
    assert hand.window.is_over
    hand.window.is_over = False
    hand.tap("try")
    assert hand.window.is_over


@pytest.mark.logs_errors("A deed of the safe screen failed")
def test_a_fault_in_a_deed_is_told_and_the_screen_stays(hand: Hand) -> None:
    def fails() -> str:
        raise ZeroDivisionError

    hand.deeds.go_back = fails
    hand.tap("back", "yes")
    hand.wait()
    assert "fault in the program" in hand.window.face.told


@pytest.mark.parametrize(("size", "language"), SEEN)
def test_every_button_is_large_and_within_and_no_words_are_cut(
    qapp: QGuiApplication, size: tuple[int, int], language: str, tmp_path: Path
) -> None:
    tongue.speak(language)
    sizes = Sizes(*size, diagonal_inch=7.0 if max(size) < 1900 else 24.0)
    states = {
        "home": SafeState(told=text("The backup has been restored. Try again now.")),
        "pin": SafeState("pin", "restore", pin="4826", told=text("That is not the PIN.")),
        "sure": SafeState("sure", "restore"),
        "busy": SafeState("busy", "export", told=text("{done} of {of} sessions", done=3, of=40)),
    }
    for name, state in states.items():
        face = safe_face(FACTS, state)
        picture = QPixmap(*size)
        painter = QPainter(picture)
        cut = paint(painter, face, sizes, None).cut
        painter.end()
        assert not cut, f"{name} at {size}: {cut}"
        for box in places(face, sizes).values():
            assert min(box.width(), box.height()) >= sizes.touch_least
            assert picture.rect().contains(box)
        if "SAFE_PICTURES" in os.environ:
            picture.save(f"{os.environ['SAFE_PICTURES']}/{name}-{size[0]}x{size[1]}-{language}.png")
    assert SMALLEST >= 11
