"""`make bench`, the ANT path: processor time for a strap's message, and its way to the glass.

Every figure stands beside a named reference measured in the same run: openant's own path from the
same bytes on the same kind of pty to a callback, and the window's beat of a tenth of a second.
"""

import argparse
import json
import os
import random
import select
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import tty
from collections import defaultdict
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.app import App
    from screens.rows import Rows

RUNS = 3
STRAPS = (1, 16, 64)
MESSAGES = 19_200
"""A multiple of every number of straps."""
PERIOD_S = 8070 / 32768
ATHLETES = 16
SILENCE_S = 2.4
"""Long enough for a number to dim: the next message makes the tile change at once."""
WATCH_S = 30.0
SIZE = (1280, 720)

Times = defaultdict[int, list[float]]
"""Monotonic seconds by device number; all processes of a machine have the same clock."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--child", choices=["ours", "stock", "glass", "flood", "trickle"])
    parser.add_argument("--straps", type=int, default=1)
    parser.add_argument("--link", type=Path, default=Path())
    options = parser.parse_args()
    if options.child == "flood":
        flood(options.link, options.straps)
    elif options.child == "trickle":
        trickle(options.link, options.straps)
    elif options.child is not None:
        work = {"ours": ours, "stock": stock, "glass": glass}[options.child]
        with tempfile.TemporaryDirectory() as folder:
            say(json.dumps(work(Path(folder) / "stick", options.straps)))
        os._exit(0)  # openant's threads do not end by themselves
    else:
        compare_costs()
        tell_way_to_the_glass()


def compare_costs() -> None:
    say(f"Processor time for a strap's message, as fast as it is read (median of {RUNS})")
    for straps in STRAPS:
        rounds = [(in_child("ours", straps), in_child("stock", straps)) for _ in range(RUNS)]
        mine = statistics.median(a["us"] for a, _ in rounds)
        theirs = statistics.median(b["us"] for _, b in rounds)
        ratio = statistics.median(a["us"] / b["us"] for a, b in rounds)
        say(
            f"  {straps:3} straps  pty to mailbox, decoded {mine:6.1f} µs,"
            f" openant to its callback {theirs:6.1f} µs: ×{ratio:.2f}"
        )
        heard = [min(a["heard"] for a, _ in rounds), min(b["heard"] for _, b in rounds)]
        say(f"              heard {heard[0]:.0%} and {heard[1]:.0%} of {MESSAGES:,} messages")


def tell_way_to_the_glass() -> None:
    said = in_child("glass", ATHLETES)
    say(f"From the stick's wire to the tile that changes ({said['samples']:.0f} messages)")
    for key, what in (("mailbox", "to the mailbox"), ("tile", "to the view model")):
        say(
            f"  {what:18} median {said[f'{key}_median_ms']:6.1f} ms,"
            f" 99th {said[f'{key}_p99_ms']:6.1f} ms"
        )
    beat_ms = said["beat_ms"]
    say(f"  the window's beat  {beat_ms:.0f} ms: median ×{said['tile_median_ms'] / beat_ms:.2f}")


def in_child(what: str, straps: int) -> dict[str, float]:
    """One measurement in a process of its own."""
    ended = subprocess.run(
        [sys.executable, __file__, "--child", what, "--straps", str(straps)],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    said: dict[str, float] = json.loads(ended.stdout.strip().splitlines()[-1])
    return said


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


# -- the stick, in a process of its own ----------------------------------------------------------


class Stick:
    """The stick's end of a pty at `link`; its writes wait for the reader, so nothing gets lost."""

    def __init__(self, link: Path) -> None:
        from drivers.virtual.stick import CommandReader, StickState  # noqa: PLC0415

        self.state = StickState()
        self._commands = CommandReader()
        self._reader = os.getppid()
        self._master, self._slave = os.openpty()
        tty.setraw(self._slave)
        link.symlink_to(os.ttyname(self._slave))

    def serve_until_it_scans(self) -> None:
        from drivers.ant.frames import build_frame  # noqa: PLC0415
        from drivers.virtual.stick import StickState  # noqa: PLC0415

        while not self.state.hears():
            for message_id, data in self._commands.feed(os.read(self._master, 4096)):
                if message_id == 0x4A:
                    self.state = StickState()
                    self.send(build_frame(0x6F, b"\x20"))
                else:
                    self.send(self.state.answer(message_id, data))

    def serve_for(self, seconds: float) -> None:
        """Answers what is asked meanwhile."""
        until = time.monotonic() + seconds
        while (left_s := until - time.monotonic()) > 0:
            if select.select([self._master], [], [], left_s)[0]:
                for message_id, data in self._commands.feed(os.read(self._master, 4096)):
                    self.send(self.state.answer(message_id, data))

    def serve_while_needed(self) -> None:
        """Until the reader, which started this process, has ended."""
        while os.getppid() == self._reader:
            self.serve_for(0.1)

    def send(self, data: bytes) -> None:
        while data:
            data = data[os.write(self._master, data) :]


def flood(link: Path, count: int) -> None:
    """MESSAGES messages of so many straps, in turn, as fast as they are read."""
    from drivers.virtual.strap import VirtualStrap  # noqa: PLC0415

    stick = Stick(link)
    stick.serve_until_it_scans()
    straps = [VirtualStrap(1000 + number, 120) for number in range(count)]
    frames = [
        stick.state.data_frame(strap, strap.payload(turn * PERIOD_S, 120), turn * PERIOD_S)
        for turn in range(MESSAGES // count)
        for strap in straps
    ]
    time.sleep(0.3)
    for frame in frames:
        stick.send(frame)
    stick.serve_while_needed()


def trickle(link: Path, count: int) -> None:
    """A message of each strap every SILENCE_S or so; says when it wrote which."""
    from drivers.virtual.strap import VirtualStrap  # noqa: PLC0415

    stick = Stick(link)
    stick.serve_until_it_scans()
    chance = random.Random(1)
    began = time.monotonic()
    due = sorted((chance.uniform(0, SILENCE_S), number) for number in range(count))
    straps = [VirtualStrap(1000 + number, 120) for number in range(count)]
    while due and due[0][0] < WATCH_S:
        at, number = due.pop(0)
        stick.serve_for(began + at - time.monotonic())
        t_s = time.monotonic() - began
        frame = stick.state.data_frame(straps[number], straps[number].payload(t_s, 120), t_s)
        written_at = time.monotonic()
        stick.send(frame)
        say(f"{written_at} {straps[number].device_number}")
        due = sorted([*due, (at + SILENCE_S * chance.uniform(1, 1.2), number)])
    say("")  # that was all
    stick.serve_while_needed()


def started(what: str, link: Path, straps: int) -> "subprocess.Popen[str]":
    stick = subprocess.Popen(
        [sys.executable, __file__, "--child", what, "--link", str(link), "--straps", str(straps)],
        stdout=subprocess.PIPE,
        text=True,
    )
    while not link.is_symlink():
        time.sleep(0.01)
    return stick


# -- the readers, in processes of their own ------------------------------------------------------


def ours(link: Path, straps: int) -> dict[str, float]:
    from drivers.ant.radio import AntRadio  # noqa: PLC0415
    from kiosk.clock import SystemClock  # noqa: PLC0415
    from kiosk.events import Event, HeartRate  # noqa: PLC0415
    from kiosk.mailbox import Mailbox  # noqa: PLC0415

    started("flood", link, straps)
    mailbox: Mailbox[Event] = Mailbox(2 * MESSAGES)
    radio = AntRadio(str(link), mailbox.post, SystemClock())
    stop = threading.Event()

    def ready(_how: str) -> None:
        pass

    threading.Thread(target=radio.run, args=(ready, stop), daemon=True).start()

    def heard() -> int:
        mailbox.wait(0.1)
        return sum(isinstance(event, HeartRate) for event in mailbox.drain())

    return cost(heard, MESSAGES - straps)  # the first of each strap waits to be borne out


def stock(link: Path, straps: int) -> dict[str, float]:
    """openant as it is: its serial driver, Node and Channel, and a callback that counts."""
    base, easy = import_module("openant.base.ant"), import_module("openant.easy.node")
    driver = import_module("openant.base.driver")
    devices, kinds = import_module("openant.devices"), import_module("openant.easy.channel")
    message = import_module("openant.base.message").Message
    started("flood", link, straps)
    told: list[int] = []

    class Serial(driver.SerialDriver):
        @classmethod
        def get_url(cls) -> str:
            return str(link)

    def count(data: Sequence[int]) -> None:
        told.append(data[7])

    setattr(base, "find_driver", Serial)  # noqa: B010 - a module that the type checker does not see
    node = easy.Node()
    node.set_network_key(0, devices.ANTPLUS_NETWORK_KEY)
    channel = node.new_channel(kinds.Channel.Type.BIDIRECTIONAL_RECEIVE, 0)
    channel.on_broadcast_data = count
    channel.set_id(0, 0, 0)
    channel.set_rf_freq(57)
    node.ant.write_message(message(message.ID.LIB_CONFIG, [0, 0xE0]))
    channel.wait_for_response(message.ID.LIB_CONFIG)
    channel.open_rx_scan_mode()
    threading.Thread(target=node.start, daemon=True).start()

    def heard() -> int:
        time.sleep(0.01)
        count = len(told)
        del told[:count]
        return count

    return cost(heard, MESSAGES)


def cost(heard: Callable[[], int], expected: int) -> dict[str, float]:
    """Processor microseconds a message, from the first one on; `heard`: how many came since."""
    while not (first := heard()):
        pass
    count, cpu = first, time.process_time()
    last_at = time.monotonic()
    used = cpu
    while count < expected and time.monotonic() - last_at < 2:
        more = heard()
        if more:
            count += more
            last_at, used = time.monotonic(), time.process_time()
    return {"us": (used - cpu) / (count - first) * 1e6, "heard": count / expected}


class Nowhere:
    """A recorder that keeps nothing."""

    def put(self, records: Sequence[object]) -> None:
        pass


def glass(link: Path, athletes: int) -> dict[str, float]:
    """The real window, offscreen, with its own timer; a tile's number is dimmed by silence."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    os.environ.setdefault("QSG_RENDER_LOOP", "basic")
    from drivers.ant.sticks import ant_devices  # noqa: PLC0415
    from drivers.supervisor import Supervisor  # noqa: PLC0415
    from kiosk.app import App, Post  # noqa: PLC0415
    from kiosk.clock import SystemClock  # noqa: PLC0415
    from kiosk.events import Event, HeartRate  # noqa: PLC0415
    from kiosk.mailbox import Mailbox  # noqa: PLC0415
    from screens.window import PUMP_MS, build_window  # noqa: PLC0415

    clock = SystemClock()
    mailbox: Mailbox[Post] = Mailbox()
    posted: Times = defaultdict(list)

    def post(event: Event) -> None:
        mailbox.post(event)
        if isinstance(event, HeartRate):
            posted[event.device_number].append(time.monotonic())

    app = App(clock=clock, mailbox=mailbox, recorder=Nowhere(), stations=[])
    handle = build_window(app, size=SIZE)
    handle.window.show()
    tap_in(app, athletes)
    shown = times_of_tiles(handle.board.tile_rows)
    handle.timer.start()
    stick = started("trickle", link, athletes)
    with Supervisor(ant_devices([str(link)], post, clock, {}), post, clock):
        written = watch(stick)
    handle.timer.stop()
    handle.close()
    ways = [way for number in written for way in ways_of(written[number], posted[number])]
    tiled = [way for number in written for way in ways_of(written[number], shown[number])]
    return (
        {"samples": float(len(tiled)), "beat_ms": float(PUMP_MS)}
        | quantiles("mailbox", ways)
        | quantiles("tile", tiled)
    )


def tap_in(app: "App", athletes: int) -> None:
    """Athlete 1 wears strap 1000, and so on."""
    from kiosk.session.commands import TapIn  # noqa: PLC0415
    from kiosk.training.athlete import Athlete  # noqa: PLC0415

    app.pump()
    for number in range(athletes):
        athlete = Athlete(1 + number, f"Athlete {number:02}", (1000 + number,), max_hr=190)
        app.command(TapIn(time.monotonic(), athlete, None))


def times_of_tiles(tiles: "Rows") -> Times:
    """When the number of each strap's tile changed and was not dimmed."""
    from PySide6.QtCore import QModelIndex  # noqa: PLC0415

    from screens.faces import TileFace  # noqa: PLC0415

    shown: Times = defaultdict(list)

    def changed(top: QModelIndex, *_: object) -> None:
        face = tiles.rows[top.row()]
        assert isinstance(face, TileFace)
        if face.number and not face.faded:
            shown[999 + face.athlete].append(time.monotonic())

    tiles.dataChanged.connect(changed)
    return shown


def watch(stick: "subprocess.Popen[str]") -> Times:
    """Lets the window live while messages trickle in; when each strap's were written."""
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415

    written: Times = defaultdict(list)

    def listen() -> None:
        assert stick.stdout is not None
        for line in iter(stick.stdout.readline, "\n"):
            at, number = line.split()
            written[int(number)].append(float(at))

    listener = threading.Thread(target=listen)
    listener.start()
    while listener.is_alive():
        QGuiApplication.processEvents()
        time.sleep(0.001)
    until = time.monotonic() + 1
    while time.monotonic() < until:
        QGuiApplication.processEvents()
        time.sleep(0.001)
    return written


def ways_of(written: Sequence[float], came: Sequence[float]) -> list[float]:
    """Milliseconds from each message written to the first that came of it, where one did."""
    first = [
        next((at for at in came if 0 <= at - wrote < SILENCE_S / 2), None) for wrote in written
    ]
    return [(at - wrote) * 1000 for at, wrote in zip(first, written, strict=True) if at is not None]


def quantiles(name: str, values: Sequence[float]) -> dict[str, float]:
    cuts = statistics.quantiles(values, n=100)
    return {f"{name}_median_ms": statistics.median(values), f"{name}_p99_ms": cuts[98]}


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))
    main()
