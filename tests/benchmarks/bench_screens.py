"""`make bench`, the screens: first frame, a tap to the next page, tiles at 4 Hz, a wall of 32.

Every figure stands beside a named reference measured in the same run: a bare Qt Quick window, the
same window without news, the same wall without curves.
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.screens.screen_fakes import FakeApp

RUNS = 5
TAPS = 100
WATCH_S = 10.0
SIZE = (1280, 720)
CHILDREN = ("kiosk", "bare", "taps", "tiles", "wall", "strap")
WALL_TILES, WALL_SIZE = 32, (1920, 1080)
WARM_S = 2.0
BARE_QML = b'import QtQuick\nWindow { width: 1280; height: 720; Text { text: "144" } }'


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--child", choices=[*CHILDREN])
    child = parser.parse_args().child
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    os.environ.setdefault("QSG_RENDER_LOOP", "basic")
    if child is not None:
        sys.stdout.write(json.dumps(globals()[child]()) + "\n")
        return
    compare_first_frames()
    tell_taps(in_child("taps"))
    tell_tiles(in_child("tiles"))
    tell_wall(in_child("wall"))
    tell_strap(in_child("strap"))


def in_child(what: str) -> dict[str, float]:
    """One measurement in a process of its own; `wall_s` is from its start to its first frame."""
    began = time.time()
    ended = subprocess.run(
        [sys.executable, __file__, "--child", what], capture_output=True, text=True, check=True
    )
    said: dict[str, float] = json.loads(ended.stdout.strip().splitlines()[-1])
    if "first_frame_at" in said:
        said["wall_s"] = said["first_frame_at"] - began
    return said


def compare_first_frames() -> None:
    rounds = [(in_child("kiosk"), in_child("bare")) for _ in range(RUNS)]
    say("First frame, from the start of the process (median of", f"{RUNS})")
    for key, unit in (("wall_s", "s"), ("cpu_s", "s"), ("memory_mb", "MB")):
        ours = statistics.median(a[key] for a, _ in rounds)
        theirs = statistics.median(b[key] for _, b in rounds)
        ratio = statistics.median(a[key] / b[key] for a, b in rounds)
        say(
            f"  {key:10}",
            f"kiosk {ours:7.2f} {unit}, bare window {theirs:7.2f} {unit}: ×{ratio:.2f}",
        )


def tell_taps(said: dict[str, float]) -> None:
    say(f"A tap to the first frame of the next page ({TAPS} taps each way)")
    for name in ("kiosk", "bare"):
        what = "page changes" if name == "kiosk" else "the bare window repainted"
        say(
            f"  {what:26}",
            f"median {said[f'{name}_median_ms']:6.1f} ms, 99th {said[f'{name}_p99_ms']:6.1f} ms",
        )
    say("  ratio of medians          ", f"×{said['kiosk_median_ms'] / said['bare_median_ms']:.1f}")


def tell_tiles(said: dict[str, float]) -> None:
    say("Sixteen tiles, 4 Hz, curves at 1 Hz, software rendering", f"({SIZE[0]}×{SIZE[1]})")
    say("  share of a core           ", f"{said['share']:.1%}")
    say("  the same window, nothing new", f"{said['idle_share']:.1%}")
    say("  ratio                     ", f"×{said['share'] / said['idle_share']:.1f}")


def tell_wall(said: dict[str, float]) -> None:
    say(f"A wall of {WALL_TILES} tiles, 4 Hz, software rendering ({WALL_SIZE[0]}×{WALL_SIZE[1]})")
    for name, what in (("curves", "with curves, at 1 Hz"), ("plain", "the same without curves")):
        say(
            f"  {what:26}",
            f"{said[f'{name}_share']:.1%} of a core, processor time of a frame median"
            f" {said[f'{name}_median_ms']:.1f} ms, 99th {said[f'{name}_p99_ms']:.1f} ms",
        )
    say("  ratio of shares           ", f"×{said['curves_share'] / said['plain_share']:.1f}")
    say("  wanted                    ", "at most 6 % of a core, 99th at most 16 ms")


def tell_strap(said: dict[str, float]) -> None:
    say("A strap's message to changed pixels of the grabbed window, sixteen people")
    for name, what in (("strap", "with the beat of 100 ms"), ("work", "the work of it alone")):
        say(
            f"  {what:26}",
            f"median {said[f'{name}_median_ms']:6.1f} ms, 99th {said[f'{name}_p99_ms']:6.1f} ms",
        )


def say(*words: str) -> None:
    sys.stdout.write(" ".join(words) + "\n")
    sys.stdout.flush()


# -- in the children -----------------------------------------------------------------------------


def used() -> dict[str, float]:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return {
        "first_frame_at": time.time(),
        "cpu_s": usage.ru_utime + usage.ru_stime,
        "memory_mb": usage.ru_maxrss / 1024,
    }


def kiosk() -> dict[str, float]:
    from screens.window import build_window  # noqa: PLC0415 - its import is part of the time
    from tests.screens.screen_fakes import class_of  # noqa: PLC0415

    handle = build_window(class_of(8), size=SIZE)
    said = first_frame(handle.window)
    handle.close()
    return said


def bare() -> dict[str, float]:
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415
    from PySide6.QtQml import QQmlApplicationEngine  # noqa: PLC0415
    from PySide6.QtQuick import QQuickWindow  # noqa: PLC0415

    app = QGuiApplication([])
    engine = QQmlApplicationEngine()
    engine.loadData(BARE_QML)
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)
    said = first_frame(window)
    del engine, app
    return said


def first_frame(window: "object") -> dict[str, float]:
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415
    from PySide6.QtQuick import QQuickWindow  # noqa: PLC0415

    assert isinstance(window, QQuickWindow)
    frames: list[dict[str, float]] = []
    window.frameSwapped.connect(lambda: frames.append(used()))
    window.show()
    while not frames:
        QGuiApplication.processEvents()
    return frames[0]


def taps() -> dict[str, float]:
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415

    from screens.window import build_window  # noqa: PLC0415
    from tests.screens.conftest import Glass  # noqa: PLC0415
    from tests.screens.screen_fakes import class_of  # noqa: PLC0415

    app = class_of(16)
    handle = build_window(app, size=SIZE)
    handle.window.show()
    QGuiApplication.processEvents()
    glass = Glass(app, handle, None)  # type: ignore[arg-type]
    frames: list[float] = []
    handle.window.frameSwapped.connect(lambda: frames.append(time.perf_counter()))

    def timed(action: Callable[[], None]) -> float:
        began = time.perf_counter()
        frames.clear()
        action()
        while not frames:
            QGuiApplication.processEvents()
        return (frames[0] - began) * 1000

    ours: list[float] = []
    for _ in range(TAPS):
        for name in ("tap-in", "back"):
            glass.beat(1.0)
            glass.beat(1.0)
            place = glass.middle(name)
            ours.append(timed(lambda place=place: glass.tap_at(place)))
    theirs = [timed(handle.window.update) for _ in range(TAPS)]
    handle.close()
    return quantiles("kiosk", ours) | quantiles("bare", theirs)


def quantiles(name: str, values: list[float]) -> dict[str, float]:
    cuts = statistics.quantiles(values, n=100)
    return {f"{name}_median_ms": statistics.median(values), f"{name}_p99_ms": cuts[98]}


def tiles() -> dict[str, float]:
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415

    from screens.window import build_window  # noqa: PLC0415
    from tests.screens.screen_fakes import class_of, set_heart_rate  # noqa: PLC0415

    app = class_of(16)
    handle = build_window(app, size=SIZE)
    handle.window.show()
    QGuiApplication.processEvents()

    def share(changes: bool) -> float:
        count = 0
        cpu, began = time.process_time(), time.monotonic()
        while time.monotonic() - began < WATCH_S:
            count += 1
            app.state.now += 0.25
            if changes:
                for number, who in app.state.participants.items():
                    set_heart_rate(who, 120 + (count + number * 3) % 40)
                    if count % 4 == 0 and who.trace:
                        last = who.trace[-1]
                        who.trace.append(type(last)(last.elapsed_s + 1, 140, 135.0, 150.0))
            handle.step()
            QGuiApplication.processEvents()
            time.sleep(max(0.0, began + count * 0.25 - time.monotonic()))
        return (time.process_time() - cpu) / WATCH_S

    said = {"idle_share": share(changes=False), "share": share(changes=True)}
    handle.close()
    return said


class Frames:
    """Processor time of every frame."""

    def __init__(self) -> None:
        self.spent_s: list[float] = []
        self._began = 0.0

    def begin(self) -> None:
        self._began = time.thread_time()

    def end(self) -> None:
        self.spent_s.append(time.thread_time() - self._began)


def wall() -> dict[str, float]:
    """Both walls one after the other in the same process."""
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415

    from kiosk.session.state import Phase  # noqa: PLC0415
    from screens.board import Board  # noqa: PLC0415
    from screens.outputs import WallHandle  # noqa: PLC0415
    from screens.window import gui_application  # noqa: PLC0415
    from tests.screens.screen_fakes import class_of  # noqa: PLC0415

    gui_application()
    said: dict[str, float] = {}
    for name in ("curves", "plain"):
        opened = time.monotonic()
        app = class_of(WALL_TILES)
        for who in app.state.participants.values():
            who.phase = Phase.RUNNING
            if name == "plain":
                who.trace.clear()
        board = Board(app)
        handle = WallHandle(board)
        handle.window.resize(*WALL_SIZE)
        handle.window.show()
        QGuiApplication.processEvents()
        frames = Frames()
        handle.window.afterAnimating.connect(frames.begin)
        handle.window.frameSwapped.connect(frames.end)
        while time.monotonic() < opened + WARM_S:  # the first frames are dear, and come once
            QGuiApplication.processEvents()
            time.sleep(0.01)
        frames.spent_s.clear()
        cpu, began, count = time.process_time(), time.monotonic(), 0
        while time.monotonic() - began < 2 * WATCH_S:
            count += 1  # ten beats a second, as the window has them
            next_moment(app, count)
            app.pump()
            board.refresh()
            while (left := began + count * 0.1 - time.monotonic()) > 0:
                QGuiApplication.processEvents()
                time.sleep(min(left, 0.01))
        said[f"{name}_share"] = (time.process_time() - cpu) / (time.monotonic() - began)
        said |= quantiles(name, [1000 * spent_s for spent_s in frames.spent_s])
        handle.close()
    return said


def next_moment(app: "FakeApp", beat: int) -> None:
    """A tenth of a second: everybody is heard four times a second, but not all at once."""
    from tests.screens.screen_fakes import set_heart_rate  # noqa: PLC0415

    app.state.now += 0.1
    for number, who in app.state.participants.items():
        if (beat + number) % 5 in (0, 2):
            set_heart_rate(who, 140 + (beat // 5 + number * 3) % 12)
        if beat % 10 == 0 and who.trace:
            last = who.trace[-1]
            who.trace.append(type(last)(last.elapsed_s + 1, 140, 135.0, 150.0))
    if beat % 10 == 0:
        app.state.sessions[1].main.step_s += 1
        app.state.sessions[1].elapsed_s += 1


def strap() -> dict[str, float]:
    """The real shell; whoever was silent says one number, and it is waited for on the glass."""
    from PySide6.QtCore import QRect  # noqa: PLC0415
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415

    from kiosk.events import HeartRate  # noqa: PLC0415
    from screens.stage import FIRST_STRAP, Stage  # noqa: PLC0415
    from screens.window import build_window  # noqa: PLC0415
    from tests.screens.conftest import Touches  # noqa: PLC0415

    stage = Stage()
    stage.roster(16)
    stage.tap_in(*range(1, 17))
    handle = build_window(stage.app, size=SIZE)
    handle.window.show()
    QGuiApplication.processEvents()
    glass = Touches(handle)
    timed: dict[str, list[float]] = {"strap": [], "work": []}
    for turn in range(TAPS):
        number = turn % 16 + 1
        stage.clock.advance(6 + turn % 13 * 0.07)  # five seconds of silence blank the number
        handle.step()
        QGuiApplication.processEvents()
        box: QRect = glass.box(glass.tile(number)).toRect()
        before = handle.window.grabWindow().copy(box)
        time.sleep(0.013 * (turn % 8))  # a strap does not wait for our beat
        kind = ("strap", "work")[turn % 2]
        began = time.perf_counter()
        bpm = 100 + turn % 50
        stage.mailbox.post(HeartRate(stage.clock.monotonic(), FIRST_STRAP + number, bpm))
        if kind == "strap":
            handle.timer.start()
        last = began
        while handle.window.grabWindow().copy(box) == before:
            now = time.perf_counter()
            stage.clock.advance(now - last)
            last = now
            if kind == "work":
                handle.step()
            QGuiApplication.processEvents()
        timed[kind].append(1000 * (time.perf_counter() - began))
        handle.timer.stop()
    handle.close()
    return quantiles("strap", timed["strap"]) | quantiles("work", timed["work"])


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))
    main()
