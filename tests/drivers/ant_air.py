"""A room with one air and several sticks: each hears the same messages of the same straps."""

import random
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

from drivers.ant.frames import AntMessage, build_frame
from drivers.ant.heart_rate import HeartRateDecoder
from drivers.virtual.pty_port import PtyPort
from drivers.virtual.stick import CommandReader, StickState
from drivers.virtual.strap import VirtualStrap
from kiosk.events import HeartRate

START_UP = build_frame(0x6F, b"\x20")


class HearingStick:
    """A stick at `link`; hears all but the share `loss` of messages, by `louder_db` louder."""

    def __init__(self, link: Path, loss: float = 0.0, louder_db: int = 0, seed: int = 1) -> None:
        self.port = PtyPort(link)
        self.loss = loss
        self.louder_db = louder_db
        self.chance = random.Random(seed)
        self.mute = False
        self._state = StickState()
        self._commands = CommandReader()

    @property
    def hears(self) -> bool:
        return self.port.plugged and self._state.hears()

    def unplug(self) -> None:
        self.port.unplug()
        self._state = StickState()

    def obey(self) -> None:
        for message_id, data in self._commands.feed(self.port.read(0)):
            if message_id == 0x4A:
                self._state = StickState()
                self.port.write(b"" if self.mute else START_UP)
            elif not self.mute:
                self.port.write(self._state.answer(message_id, data))

    def hand_on(self, strap: VirtualStrap, payload: bytes, t_s: float) -> None:
        if self.hears and not self.mute and self.chance.random() >= self.loss:
            strap.rssi_dbm += self.louder_db
            self.port.write(self._state.data_frame(strap, payload, t_s))
            strap.rssi_dbm -= self.louder_db


class Air:
    """Sends a message of each strap every `period_s` seconds once every stick of `sticks` scans."""

    def __init__(
        self, straps: Sequence[VirtualStrap], sticks: Sequence[HearingStick], period_s: float = 0.1
    ) -> None:
        self.sent: dict[int, list[AntMessage]] = defaultdict(list)
        self.each_round: Callable[[int], None] = lambda _round: None
        self._straps = straps
        self._sticks = sticks
        self._period_s = period_s
        self._quiet = threading.Event()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="air")
        self._thread.start()

    def be_quiet(self) -> None:
        """Nothing more is sent; the sticks stay."""
        self._quiet.set()

    def close(self) -> None:
        self._stop.set()
        self._thread.join()
        for stick in self._sticks:
            stick.port.close()

    def expected(self) -> dict[int, list[HeartRate]]:
        """What one decoder makes of all that was sent."""
        decoder = HeartRateDecoder()
        return {
            number: [
                event
                for message in messages
                for event in decoder.decode(message)
                if isinstance(event, HeartRate)
            ]
            for number, messages in self.sent.items()
        }

    def _run(self) -> None:
        began = time.monotonic()
        rounds, due = 0, began
        scanned = False
        while not self._stop.is_set():
            for stick in self._sticks:
                stick.obey()
            scanned = scanned or all(stick.hears for stick in self._sticks)
            now = time.monotonic()
            if scanned and now >= due and not self._quiet.is_set():
                due = now + self._period_s
                self.each_round(rounds)
                rounds += 1
                for strap in self._straps:
                    self._send(strap, now - began, now)
            self._stop.wait(0.005)

    def _send(self, strap: VirtualStrap, t_s: float, now: float) -> None:
        payload = strap.payload(t_s, strap.bpm_at(t_s))
        for stick in self._sticks:
            stick.hand_on(strap, payload, t_s)
        message = AntMessage(payload, strap.device_number, 120, 0x51, None, now)
        self.sent[strap.device_number].append(message)
