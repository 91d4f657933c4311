"""`make bench`, the screens: first frame, a tap to the next page, 32 tiles at 4 Hz, a strap's news.

One table; every figure stands beside what is wanted and a named reference measured in the same run:
a bare Qt Quick window, bare keys, bare texts, the window's beat. `--short` only shows that all of
it runs.
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

SIZE = (1280, 720)
LONG = {"runs": 3, "visits": 6, "rounds": 3, "seconds": 8, "straps": 96}
SHORT = {"runs": 1, "visits": 1, "rounds": 1, "seconds": 1, "straps": 32}
BARE_QML = b'import QtQuick\nWindow { width: 1280; height: 720; Text { text: "144" } }'
WIDTHS = (46, 42, 21)


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
    began = time.monotonic()
    tell(["Screens, drawn in software; median, 99th", "measured", "wanted", "reference, same run"])
    compare_first_frames(size["runs"], short=wanted.short)
    for what in ("pages", "walls", "strap"):
        for row in in_child(what, short=wanted.short):
            tell(row)
    tell([f"All of it in {time.monotonic() - began:.0f} s"])


def tell(row: Sequence[str]) -> None:
    cells = [cell.ljust(width) for cell, width in zip(row, WIDTHS, strict=False)]
    sys.stdout.write(" ".join([*cells, *row[len(WIDTHS) :]]).rstrip() + "\n")
    sys.stdout.flush()


def in_child(what: str, *, short: bool) -> Any:
    """One measurement in a process of its own; `wall_s` is from its start to its first frame."""
    began = time.time()
    ended = subprocess.run(
        [sys.executable, __file__, "--child", what, *(["--short"] if short else [])],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    said = json.loads(ended.stdout.strip().splitlines()[-1])
    if "first_frame_at" in said:
        said["wall_s"] = said["first_frame_at"] - began
    return said


def compare_first_frames(runs: int, *, short: bool) -> None:
    rounds = [(in_child("kiosk", short=short), in_child("bare", short=short)) for _ in range(runs)]
    for key, unit, name in (
        ("cpu_s", "s", "First frame from the process's start: processor"),
        ("wall_s", "s", "  by the clock"),
        ("memory_mb", "MB", "  memory"),
    ):
        ours = statistics.median(a[key] for a, _ in rounds)
        theirs = statistics.median(b[key] for _, b in rounds)
        ratio = statistics.median(a[key] / b[key] for a, b in rounds)
        digits = 0 if unit == "MB" else 2
        beside = f"bare window {theirs:.{digits}f} {unit}: ×{ratio:.1f}"
        tell([name, f"{ours:.{digits}f} {unit}", "", beside])
    if not short:
        from tests.benchmarks import cold_start  # noqa: PLC0415

        for row in cold_start.lines(cold_start.measure(runs), rounds[-1][1]):
            tell(row)


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


def pages(size: Mapping[str, int]) -> list[list[str]]:
    from tests.benchmarks.page_changes import lines, visit  # noqa: PLC0415

    return lines(visit(size["visits"]))


def walls(size: Mapping[str, int]) -> list[list[str]]:
    from tests.benchmarks.wall_beats import compare, lines  # noqa: PLC0415

    return lines(compare(size["rounds"], size["seconds"]))


def strap(size: Mapping[str, int]) -> list[list[str]]:
    from tests.benchmarks.strap_pixels import lines, measure  # noqa: PLC0415

    return lines(measure(size["straps"]))


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
