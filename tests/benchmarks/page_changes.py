"""From a finger's lift to the first frame of the next page: every page, first and later visits.

Processor time, not the clock's: what others do on the machine is not ours. The way to a page is
what its button's handler calls; the page's models, items and first frame are all in it.
"""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtGui import QGuiApplication

from screens.stage import STATION, Stage
from screens.walk import Page
from screens.window import WindowHandle, build_window

SIZE = (1280, 720)
SETTLED_S = 1.0
_OF = {
    Page.CHOOSE: 13,
    Page.MINE: 1,
    Page.SUMMARY: 2,
    Page.PROGRESS: 2,
    Page.HISTORY: 2,
    Page.MY_DATA: 2,
}
HOME = "home again"


@dataclass(slots=True)
class Opened:
    """Milliseconds of one page."""

    first_ms: float
    later_ms: list[float] = field(default_factory=list[float])


def visit(times: int) -> dict[str, Opened]:
    """Goes from home to every page and back, so many times."""
    stage = _class()
    handle = build_window(stage.app, size=SIZE)
    handle.window.show()
    QGuiApplication.processEvents()
    said: dict[str, Opened] = {}
    walk = handle.board.walk_model
    for _ in range(times):
        for page in Page:
            if page is Page.GROUP:
                continue
            stage.app.coach = None if page is Page.SIGN_IN else stage.app.coaches[0]
            stage.app.coach_touched()
            _beat(stage, handle)
            station = STATION if page is Page.CALIBRATE else None
            ms = _timed(handle, lambda: walk.go(page, athlete_id=_OF.get(page), station=station))  # noqa: B023 - called at once
            assert walk.walk.page is page, f"{page} gave way to {walk.walk.page}"
            _note(said, page.value, ms)
            _beat(stage, handle)
            _note(said, HOME, _timed(handle, walk.home))
    handle.close()
    return said


def _class() -> Stage:
    """Twelve train, one has just come, and a coach is there."""
    stage = Stage()
    stage.roster(16)
    stage.tap_in(*range(1, 13))
    stage.coach()
    stage.app.start_class(stage.plan("step-up-80"))
    stage.run(600)
    stage.tap_in(13)
    return stage


def _beat(stage: Stage, handle: WindowHandle) -> None:
    stage.clock.advance(SETTLED_S)
    handle.step()
    QGuiApplication.processEvents()


def _timed(handle: WindowHandle, action: Callable[[], None]) -> float:
    frames: list[float] = []

    def swapped() -> None:
        frames.append(time.thread_time())

    handle.window.frameSwapped.connect(swapped)
    began = time.thread_time()
    action()
    while not frames:
        QGuiApplication.processEvents()
    handle.window.frameSwapped.disconnect(swapped)
    return 1000 * (frames[0] - began)


def _note(said: dict[str, Opened], name: str, ms: float) -> None:
    if name in said:
        said[name].later_ms.append(ms)
    else:
        said[name] = Opened(ms)


def table(said: dict[str, Opened]) -> list[str]:
    """All together, and the five dearest pages by name."""
    later = [ms for page in said.values() for ms in page.later_ms]
    first = [page.first_ms for page in said.values()]
    longest, late = max(first), statistics.quantiles(later, n=100)[98]
    usual = statistics.median(later)
    dear = sorted(said, key=lambda name: -statistics.median(said[name].later_ms))[:5]
    return [
        f"A tap to the first frame of the next page, {len(said) - 1} pages ({SIZE[0]}×{SIZE[1]})",
        f"  first visits         median {statistics.median(first):6.1f} ms, longest {longest:.1f}",
        f"  later visits ({len(later):4})  median {usual:6.1f} ms, 99th {late:.1f}",
        *(
            f"    {name:24} first {said[name].first_ms:8.1f} ms, later"
            f" {statistics.median(said[name].later_ms):.1f} ms"
            for name in dear
        ),
        "  wanted: 99th at most 100 ms",
    ]
