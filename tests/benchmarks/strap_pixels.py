"""From the bytes of a strap's message on the wire to changed pixels in the grabbed window.

The virtual stick is a process of its own at the other end of a pty; here are the real radio
(openant), mailbox, engine and window with its own beat. Of thirty-two straps each falls silent for
so long that its number is dimmed, and then says another one: that message is followed to the first
frame in which the tile is another, and to the first with the new number in it. The number is by
its own rule the median of five whole seconds: it waits for them, the tile does not.
"""

import bisect
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event as Flag
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtQuick import QQuickItem

    from kiosk.app import App
    from screens.window import WindowHandle

STRAPS = 32
FIRST = 1000
"""The number of the first strap; athlete 1 wears it."""
SILENT_S = 2.45
ROUND_S = 5.15
"""Each strap's: it is silent until its number is dimmed, and speaks until that is another."""
SETTLE_S = 3.0
SIZE = (1280, 720)

Message = tuple[int, int]
"""Strap and bpm: no strap says a number again that it has said before."""


@dataclass(slots=True)
class Ways:
    """Monotonic seconds."""

    written: dict[Message, float] = field(default_factory=dict[Message, float])
    posted: dict[Message, float] = field(default_factory=dict[Message, float])
    numbers: dict[Message, float] = field(default_factory=dict[Message, float])
    """The first frame with this number."""
    tiles: dict[int, list[float]] = field(default_factory=lambda: defaultdict(list))
    """By strap, the frames in which its tile was not as in the last."""
    beats: list[float] = field(default_factory=list[float])

    def told(self) -> dict[str, float]:
        """Milliseconds of all messages that were followed to the end."""
        whole = [one for one in self.written if one in self.numbers]
        said = {"written": float(len(self.written)), "followed": float(len(whole))}
        tile = {one: _first(self.tiles[one[0]], self.written[one]) for one in whole}
        beat = {one: _first(self.beats, self.posted[one]) for one in whole}
        for name, ways in (
            ("tile", [tile[one] - self.written[one] for one in whole]),
            ("number", [self.numbers[one] - self.written[one] for one in whole]),
            ("wire", [self.posted[one] - self.written[one] for one in whole]),
            ("beat", [beat[one] - self.posted[one] for one in whole]),
            ("work", [tile[one] - beat[one] for one in whole]),
        ):
            said[f"{name}_median_ms"] = 1000 * statistics.median(ways)
            said[f"{name}_p99_ms"] = 1000 * statistics.quantiles(ways, n=100)[98]
        return said


def _first(times: Sequence[float], since: float) -> float:
    return times[bisect.bisect_left(times, since)]


def measure(changes: int) -> dict[str, float]:
    """About so many messages, each followed."""
    from drivers.ant.sticks import ant_devices  # noqa: PLC0415 - the stick needs none of this
    from drivers.supervisor import Supervisor  # noqa: PLC0415
    from kiosk.app import App, Post  # noqa: PLC0415
    from kiosk.clock import SystemClock  # noqa: PLC0415
    from kiosk.events import Event, HeartRate  # noqa: PLC0415
    from kiosk.mailbox import Mailbox  # noqa: PLC0415
    from screens.window import build_window  # noqa: PLC0415

    clock, ways = SystemClock(), Ways()
    mailbox: Mailbox[Post] = Mailbox()

    def post(event: Event) -> None:
        mailbox.post(event)
        if isinstance(event, HeartRate) and event.bpm is not None:
            ways.posted.setdefault((event.device_number, event.bpm), time.monotonic())

    app = App(clock=clock, mailbox=mailbox, recorder=_Nowhere(), stations=[])
    handle = build_window(app, size=SIZE)
    handle.window.show()
    _tap_in(app)
    pump = app.pump

    def noted() -> None:
        ways.beats.append(time.monotonic())
        pump()

    app.pump = noted
    handle.timer.start()
    with tempfile.TemporaryDirectory() as folder:
        link = Path(folder) / "stick"
        rounds = max(1, round(changes / STRAPS))
        words = [sys.executable, __file__, str(link), str(rounds)]
        process = subprocess.Popen(words, stdout=subprocess.PIPE, text=True)
        while not link.is_symlink():
            time.sleep(0.01)
        with Supervisor(ant_devices([str(link)], post, clock, {}), post, clock):
            _watch(process, handle, ways)
        process.kill()
        process.wait()
    handle.timer.stop()
    handle.close()
    return ways.told()


def lines(said: dict[str, float]) -> list[list[str]]:
    """For the table: what, measured, wanted, the reference."""

    def way(name: str) -> str:
        return f"{said[f'{name}_median_ms']:.0f}, 99th {said[f'{name}_p99_ms']:.0f} ms"

    share = said["beat_median_ms"] / said["tile_median_ms"]
    of_all = f"{said['followed']:.0f} of {said['written']:.0f} seen"
    return [
        ["Strap on the wire → pixels", way("tile"), "", f"beat's share {share:.0%}; {of_all}"],
        ["  to the mailbox", way("wire"), "", ""],
        ["  waiting for the beat", way("beat"), "", "100 ms a beat"],
        ["  engine and drawing", way("work"), "", ""],
        ["  → its number", way("number"), "", "the median of 5 s, by rule"],
    ]


class _Nowhere:
    """A recorder that keeps nothing."""

    def put(self, records: Sequence[object]) -> None:
        pass


def _tap_in(app: "App") -> None:
    from kiosk.session.commands import TapIn  # noqa: PLC0415
    from kiosk.training.athlete import Athlete  # noqa: PLC0415

    app.pump()
    for number in range(STRAPS):
        athlete = Athlete(1 + number, f"Athlete {number:02}", (FIRST + number,), max_hr=200)
        app.command(TapIn(time.monotonic(), athlete, None))


def _watch(stick: "subprocess.Popen[str]", handle: "WindowHandle", ways: Ways) -> None:
    """Looks at the window after every frame, until the stick has said all."""
    from PySide6.QtGui import QGuiApplication, QImage  # noqa: PLC0415

    from tests.screens.conftest import Touches  # noqa: PLC0415

    over = Flag()

    def listen() -> None:
        assert stick.stdout is not None
        for line in iter(stick.stdout.readline, "\n"):
            at, strap, bpm = line.split()
            ways.written[int(strap), int(bpm)] = float(at)
        over.set()

    Thread(target=listen, daemon=True).start()
    frames: list[float] = []
    handle.window.frameSwapped.connect(lambda: frames.append(time.monotonic()))
    glass = Touches(handle)
    tiles: dict[int, QQuickItem] = {}
    before: dict[int, QImage] = {}
    while not over.is_set():
        frames.clear()
        QGuiApplication.processEvents()
        if frames:
            drawn_at, picture = frames[0], handle.window.grabWindow()
            tiles = tiles or {n: glass.tile(n) for n in range(1, 1 + STRAPS)}
            for athlete, tile in tiles.items():
                now = picture.copy(glass.box(tile).toAlignedRect())
                if now != before.get(athlete):
                    strap = FIRST + athlete - 1
                    ways.tiles[strap].append(drawn_at)
                    said = glass.text("number", tile)
                    if said.isdigit():
                        ways.numbers.setdefault((strap, int(said)), drawn_at)
                before[athlete] = now
        time.sleep(0.0005)


# -- the stick's process -------------------------------------------------------------------------


class _Scribe:
    """Where the virtual stick notes each message just before it writes its bytes."""

    def __init__(self) -> None:
        self.known: set[str] = set()
        self.is_on = False

    def write(self, line: str) -> int:
        """`utc_ms,device_number,bpm`; a new number is told with the time."""
        message = line.strip().partition(",")[2]
        if message not in self.known:
            self.known.add(message)
            if self.is_on:
                sys.stdout.write(f"{time.monotonic()} {message.replace(',', ' ')}\n")
                sys.stdout.flush()
        return len(line)

    def flush(self) -> None:
        pass


def serve(link: Path, rounds: int) -> None:
    """Says when it wrote which new number; an empty line is the end."""
    from drivers.virtual.ant import VirtualStick, VirtualStrap  # noqa: PLC0415

    straps = [VirtualStrap(FIRST + number, 90) for number in range(STRAPS)]
    scribe = _Scribe()
    with VirtualStick(link, straps, log=scribe):  # pyright: ignore[reportArgumentType]
        time.sleep(SETTLE_S)
        scribe.is_on = True
        began = time.monotonic()
        steps = sorted(
            (ROUND_S * (turn + place / STRAPS) + after, place, muted)
            for turn in range(rounds)
            for place in range(STRAPS)
            for after, muted in ((0.0, True), (SILENT_S, False))
        )
        for at, place, muted in steps:
            time.sleep(max(0.0, began + at - time.monotonic()))
            strap = straps[place]
            if not muted:
                assert isinstance(strap.bpm, int)
                strap.bpm += 1
            strap.muted = muted
        time.sleep(ROUND_S - SILENT_S)
        sys.stdout.write("\n")
        sys.stdout.flush()
        time.sleep(60)  # the stick stays until the kiosk has closed it


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))
    serve(Path(sys.argv[1]), int(sys.argv[2]))
    os._exit(0)
