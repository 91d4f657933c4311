"""What 32 tiles at 4 Hz cost: on the athletes' page and on the wall, with and without curves.

All is processor time of this process for each second of data, so that whatever else the machine
does makes it dearer but not another figure. The beats come as fast as they can, ten to a second.
"""

import statistics
import time
from collections.abc import Callable, Collection, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field

from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.session.state import Phase
from screens.board import Board
from screens.outputs import WallHandle
from screens.window import build_window, gui_application
from tests.screens.screen_fakes import FakeApp, class_of, set_heart_rate

TILES, SIZE = 32, (1920, 1080)
BEATS_A_SECOND = 10
WARM_BEATS = 20
FRAME_S = 0.02
"""The render loop waits so long for the next frame: a beat's work is over by then."""
BARE = b"""
import QtQuick
Window {
    width: 1920; height: 1080
    property list<string> said
    Grid {
        columns: 8
        Repeater {
            model: 32
            Text { required property int index; width: 240; height: 270; font.pixelSize: 81
                   text: said[index] ?? "" }
        }
    }
}
"""


@dataclass(slots=True)
class Spent:
    """Of one window: processor time by second of data, and of each of its frames."""

    share: list[float] = field(default_factory=list[float])
    frames_s: list[float] = field(default_factory=list[float])


@dataclass(slots=True)
class _Shown:
    """A window, and what makes it say the next beat."""

    window: QQuickWindow
    beat: Callable[[int], None]


def compare(rounds: int, seconds: int, only: Collection[str] | None = None) -> dict[str, Spent]:
    """All windows in turn, again and again; `seconds` are of data."""
    gui_application()
    kinds: dict[str, Callable[[], Generator[_Shown]]] = {
        "bare": _bare,
        "group": lambda: _group(curves=True),
        "group plain": lambda: _group(curves=False),
        "wall": lambda: _wall(curves=True),
        "wall plain": lambda: _wall(curves=False),
    }
    kinds = {name: kind for name, kind in kinds.items() if only is None or name in only}
    said = {name: Spent() for name in kinds}
    for _ in range(rounds):
        for name, kind in kinds.items():
            with contextmanager(kind)() as shown:
                _watch(shown, seconds, said[name])
    return said


def _watch(shown: _Shown, seconds: int, spent: Spent) -> None:
    shown.window.resize(*SIZE)
    shown.window.show()
    began_s = 0.0

    def begin() -> None:
        nonlocal began_s
        began_s = time.thread_time()

    def end() -> None:
        spent.frames_s.append(time.thread_time() - began_s)

    _beats(shown, range(WARM_BEATS))  # the first frames are dear, and come once
    shown.window.afterAnimating.connect(begin)
    shown.window.frameSwapped.connect(end)
    cpu = time.process_time()
    _beats(shown, range(WARM_BEATS, WARM_BEATS + seconds * BEATS_A_SECOND))
    spent.share.append((time.process_time() - cpu) / seconds)


def _beats(shown: _Shown, beats: range) -> None:
    for beat in beats:
        shown.beat(beat)
        QGuiApplication.processEvents()
        time.sleep(FRAME_S)
        QGuiApplication.processEvents()


# -- the windows ---------------------------------------------------------------------------------


def _group(*, curves: bool) -> Generator[_Shown]:
    app = _class(curves=curves)
    handle = build_window(app, size=SIZE)
    yield _Shown(handle.window, lambda beat: (next_moment(app, beat), handle.step())[1])
    handle.close()


def _wall(*, curves: bool) -> Generator[_Shown]:
    app = _class(curves=curves)
    board = Board(app)
    handle = WallHandle(board)

    def beat(number: int) -> None:
        next_moment(app, number)
        app.pump()
        board.refresh()

    yield _Shown(handle.window, beat)
    handle.close()


def _bare() -> Generator[_Shown]:
    """The same numbers as bare texts, each written anew when it changes."""
    engine = QQmlApplicationEngine()
    engine.loadData(BARE)
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)
    app = _class(curves=False)

    def beat(number: int) -> None:
        next_moment(app, number)
        window.setProperty("said", [str(w.shown_bpm) for w in app.state.participants.values()])

    yield _Shown(window, beat)
    del engine


def _class(*, curves: bool) -> FakeApp:
    app = class_of(TILES)
    for who in app.state.participants.values():
        who.phase = Phase.RUNNING
        if not curves:
            who.trace.clear()
    return app


def next_moment(app: FakeApp, beat: int) -> None:
    """A tenth of a second: everybody is heard four times a second, but not all at once; every
    second message says another number, which is more than hearts do.
    """
    app.state.now += 1 / BEATS_A_SECOND
    for number, who in app.state.participants.items():
        if (beat + number) % 5 in (0, 2):
            set_heart_rate(who, 140 + (beat // 5 + number * 3) % 12)
            who.heard_at = app.state.now
        if beat % BEATS_A_SECOND == 0 and who.trace:
            last = who.trace[-1]
            who.trace.append(type(last)(last.elapsed_s + 1, who.shown_bpm, 135.0, 150.0))
    if beat % BEATS_A_SECOND == 0:
        app.state.sessions[1].main.step_s += 1
        app.state.sessions[1].elapsed_s += 1


# -- told ----------------------------------------------------------------------------------------

_NAMES = {
    "group": "the athletes' page",
    "group plain": "the same without curves",
    "wall": "the wall",
    "wall plain": "the same without curves",
    "bare": "32 bare texts (reference)",
}


def table(said: dict[str, Spent]) -> list[str]:
    """One line for each window; the shares are medians of the rounds."""
    reference = statistics.median(said["bare"].share)
    lines = [f"{TILES} tiles, heard at 4 Hz, drawn in software, {SIZE[0]}×{SIZE[1]}"]
    for key, name in _NAMES.items():
        share, frames = statistics.median(said[key].share), said[key].frames_s
        late = statistics.quantiles(frames, n=100)[98] if len(frames) > 1 else 0.0
        lines.append(
            f"  {name:26} {share:6.2%} of a core (×{share / reference:.1f}), {len(frames):4} frames"
            f" of {1000 * statistics.median(frames or [0.0]):.1f} ms, 99th {1000 * late:.1f} ms"
        )
    return [*lines, "  wanted: at most 6 % of a core, 99th at most 16 ms"]
