"""`make bench`, the screens: first frame, a tap to the next page, 32 tiles at 4 Hz, a strap's news.

Every figure stands beside a named reference measured in the same run: a bare Qt Quick window, bare
texts, the same tiles without curves. `--short` only shows that all of it runs.
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

SIZE = (1280, 720)
LONG = {"runs": 5, "visits": 12, "rounds": 3, "seconds": 10, "straps": 100}
SHORT = {"runs": 1, "visits": 2, "rounds": 1, "seconds": 1, "straps": 4}
BARE_QML = b'import QtQuick\nWindow { width: 1280; height: 720; Text { text: "144" } }'


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--child", choices=CHILDREN)
    parser.add_argument("--short", action="store_true", help="once each: no figure counts")
    wanted = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    os.environ.setdefault("QSG_RENDER_LOOP", "basic")
    size = SHORT if wanted.short else LONG
    if wanted.child is not None:
        sys.stdout.write(json.dumps(CHILDREN[wanted.child](size)) + "\n")
        return
    compare_first_frames(size["runs"], short=wanted.short)
    for line in (*in_child("pages", short=wanted.short), *in_child("walls", short=wanted.short)):
        say(line)
    tell_strap(in_child("strap", short=wanted.short))


def in_child(what: str, *, short: bool) -> Any:
    """One measurement in a process of its own; `wall_s` is from its start to its first frame."""
    began = time.time()
    ended = subprocess.run(
        [sys.executable, __file__, "--child", what, *(["--short"] if short else [])],
        capture_output=True,
        text=True,
        check=True,
    )
    said = json.loads(ended.stdout.strip().splitlines()[-1])
    if "first_frame_at" in said:
        said["wall_s"] = said["first_frame_at"] - began
    return said


def compare_first_frames(runs: int, *, short: bool) -> None:
    rounds = [(in_child("kiosk", short=short), in_child("bare", short=short)) for _ in range(runs)]
    say("First frame, from the start of the process (median of", f"{runs})")
    for key, unit in (("wall_s", "s"), ("cpu_s", "s"), ("memory_mb", "MB")):
        ours = statistics.median(a[key] for a, _ in rounds)
        theirs = statistics.median(b[key] for _, b in rounds)
        ratio = statistics.median(a[key] / b[key] for a, b in rounds)
        say(
            f"  {key:10}",
            f"kiosk {ours:7.2f} {unit}, bare window {theirs:7.2f} {unit}: ×{ratio:.2f}",
        )


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


def kiosk(_size: Mapping[str, int]) -> dict[str, float]:
    from screens.window import build_window  # noqa: PLC0415 - its import is part of the time
    from tests.screens.screen_fakes import class_of  # noqa: PLC0415

    handle = build_window(class_of(8), size=SIZE)
    said = first_frame(handle.window)
    handle.close()
    return said


def bare(_size: Mapping[str, int]) -> dict[str, float]:
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


def pages(size: Mapping[str, int]) -> list[str]:
    from tests.benchmarks.page_changes import table, visit  # noqa: PLC0415

    return table(visit(size["visits"]))


def walls(size: Mapping[str, int]) -> list[str]:
    from tests.benchmarks.wall_beats import compare, table  # noqa: PLC0415

    return table(compare(size["rounds"], size["seconds"]))


def quantiles(name: str, values: list[float]) -> dict[str, float]:
    cuts = statistics.quantiles(values, n=100)
    return {f"{name}_median_ms": statistics.median(values), f"{name}_p99_ms": cuts[98]}


def strap(size: Mapping[str, int]) -> dict[str, float]:
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
    for turn in range(size["straps"]):
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


CHILDREN: dict[str, Callable[[Mapping[str, int]], Any]] = {
    "kiosk": kiosk,
    "bare": bare,
    "pages": pages,
    "walls": walls,
    "strap": strap,
}

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))
    main()
