"""The safe screen: a window that comes up when the kiosk does not, of as little as possible."""

import logging
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QRasterWindow, QTouchEvent

from kiosk.coaches import LONGEST, SIGNED_OUT_AFTER_S
from kiosk.safe_port import SafeDeeds, SafeFacts
from kiosk.words import text
from screens import tongue
from screens.application import ended_by_signals, gui_application
from screens.no_way_out import NoWayOut
from screens.safe_paint import Sizes, paint
from screens.safe_view import SafeFace, SafeState, Wish, safe_face

_logger = logging.getLogger(__name__)
BEAT_MS: Final = 200
TRY_AGAIN_S: Final = 600.0
"""Without a touch: nobody looks after the kiosk, and what was wrong may have passed."""


class SafeWindow(QRasterWindow):
    """One page, drawn anew when a finger or a deed has changed it."""

    over = Signal()
    """Somebody wants to try again."""

    def __init__(
        self,
        deeds: SafeDeeds,
        *,
        diagonal_inch: float = 7.0,
        now: Callable[[], float],
        alive: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__()
        self._deeds = deeds
        self._diagonal_inch = diagonal_inch
        self._now = now
        self._alive = alive
        self._worker = ThreadPoolExecutor(1, "safe-screen")
        self._work: Future[str] | None = None
        self._heard = ""
        self._where: Mapping[str, QRect] = {}
        self._pressed: str | None = None
        self._touched_at = now()
        self._is_known = False
        """Whoever stands before it has given a PIN."""
        self.facts: SafeFacts = deeds.facts()
        self.state = SafeState()
        self.is_over = False
        self.timer = QTimer(self)
        self.timer.setInterval(BEAT_MS)
        self.timer.timeout.connect(self.beat)

    @property
    def face(self) -> SafeFace:
        return safe_face(self.facts, self.state)

    def place(self, key: str) -> QPoint:
        """The middle of a button that is drawn."""
        return self._where[key].center()

    def beat(self) -> None:
        """Follows what is under way, feeds the watchdog, and tries again when nobody comes."""
        self._alive()
        if self._now() - self._touched_at > SIGNED_OUT_AFTER_S:
            self._is_known = False
        if self._work is not None and self._work.done():
            self._end(self._work)
        elif self._work is not None and self.state.phase == "busy" and self._heard:
            self._show(replace(self.state, told=self._heard))
        elif self._work is None and self._now() - self._touched_at > TRY_AGAIN_S:
            self._leave()

    def press(self, key: str) -> None:
        """What a finger on that button does."""
        self._touched_at = self._now()
        match key:
            case "try":
                self._leave()
            case "export" | "back" | "restore":
                self._wish(key)
            case "stop":
                self._show(replace(self.state, is_stopping=True))
            case "yes":
                self._do(self._deeds.go_back if self.state.wish == "back" else self._deeds.restore)
            case "no":
                self._show(SafeState())
            case _:
                self._type(key)

    def close_down(self) -> None:
        """Ends the thread; a deed that has begun is waited for."""
        self.timer.stop()
        self.state = replace(self.state, is_stopping=True)
        self._worker.shutdown()

    # -- deeds -------------------------------------------------------------------------------------

    def _wish(self, wish: Wish) -> None:
        """Whoever pulls the plug again and again gets this screen, and without a PIN no data."""
        if self.facts.asks_pin and not self._is_known:
            self._show(SafeState("pin", wish))
        elif wish == "export":
            self._show(SafeState("sure", wish))
            self._do(lambda: self._deeds.export(self._hear, self._goes_on))
        else:
            self._show(SafeState("sure", wish))

    def _do(self, deed: Callable[[], str]) -> None:
        if self._work is None:
            self._heard = ""
            self._show(SafeState("busy", self.state.wish))
            self._work = self._worker.submit(_safely, deed)

    def _end(self, work: Future[str]) -> None:
        self._work = None
        self._touched_at = self._now()
        if self.state.phase == "pin":
            refusal, wish = work.result(), self.state.wish
            self._is_known = not refusal
            if refusal:
                self._show(SafeState("pin", wish, told=refusal))
            else:
                self._wish(wish)
            return
        self.facts = self._deeds.facts()
        self._show(SafeState(told=work.result()))

    def _hear(self, sentence: str) -> None:
        """By the worker; one name is set, and read by the next beat."""
        self._heard = sentence

    def _goes_on(self) -> bool:
        return not self.state.is_stopping

    def _type(self, key: str) -> None:
        pin = self.state.pin
        if self._work is not None:
            return
        if key == "enter":
            self._work = self._worker.submit(_safely, lambda: self._deeds.pin_refusal(pin))
        elif key == "backspace":
            self._show(replace(self.state, pin=pin[:-1], told=""))
        elif len(pin) < LONGEST:
            self._show(replace(self.state, pin=pin + key, told=""))

    def _show(self, state: SafeState) -> None:
        if state != self.state:
            self.state = state
            self.update()

    def _leave(self) -> None:
        self.is_over = True
        self.over.emit()

    # -- Qt ----------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        sizes = Sizes(self.width(), self.height(), self._diagonal_inch)
        self._where = paint(painter, self.face, sizes, self._pressed).where
        painter.end()

    def touchEvent(self, event: QTouchEvent) -> None:
        """The first finger counts; what lies on the glass besides does not."""
        event.accept()
        if not event.points():  # taken away by the compositor
            self._pressed = None
            return
        first = event.points()[0].position().toPoint()
        if event.isBeginEvent():
            self._down(first)
        elif event.isEndEvent():
            self._up(first)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._down(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._up(event.position().toPoint())

    def _down(self, place: QPoint) -> None:
        self._pressed = self._at(place)
        self.update()

    def _up(self, place: QPoint) -> None:
        """Within the button that it went down on."""
        pressed, self._pressed = self._pressed, None
        self.update()
        if pressed is not None and pressed == self._at(place):
            self.press(pressed)

    def _at(self, place: QPoint) -> str | None:
        face = self.face
        enabled = {one.key for one in (*face.buttons, *face.pad) if one.is_enabled}
        return next(
            (k for k, box in self._where.items() if k in enabled and box.contains(place)), None
        )


def _safely(deed: Callable[[], str]) -> str:
    """A fault of ours ends a deed, and never the last screen there is."""
    try:
        return deed()
    except Exception:
        _logger.exception("A deed of the safe screen failed")
        return text("That could not be done because of a fault in the program: try again.")


def run_safe(
    deeds: SafeDeeds,
    *,
    language: str,
    diagonal_inch: float,
    now: Callable[[], float],
    ready: Callable[[], None],
    alive: Callable[[], None],
) -> int:
    """Shows it until somebody wants to try again; the exit status."""
    gui_application()
    tongue.speak(language)
    window = SafeWindow(deeds, diagonal_inch=diagonal_inch, now=now, alive=alive)
    try:
        with ended_by_signals():
            window.installEventFilter(NoWayOut(window))
            window.over.connect(partial(QCoreApplication.exit, 0))
            window.showFullScreen()
            window.timer.start()
            ready()
            return QCoreApplication.exec()
    finally:
        window.close_down()
