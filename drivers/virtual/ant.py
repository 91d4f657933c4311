"""An ANT stick without hardware: its serial protocol on a pty, for virtual straps and machines."""

import heapq
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from drivers.ant.frames import build_frame
from drivers.virtual.beacon import Beacon
from drivers.virtual.equipment import VirtualEquipment
from drivers.virtual.faults import Faults
from drivers.virtual.foot_pod import VirtualFootPod
from drivers.virtual.stick import CommandReader, StickState
from drivers.virtual.strap import PERIOD_S, VirtualStrap
from drivers.virtual.twin import LATE_S, TURN_S, Twin
from kiosk.clock import Clock

__all__ = ["LOG_HEADER", "PERIOD_S", "VirtualStick", "VirtualStrap"]

LOG_HEADER = "utc_ms,device_number,bpm\n"
_RESET = 0x4A
_START_UP = 0x6F
_AFTER_COMMAND = 0x20


class VirtualStick(Twin):
    """A stick at `link` that hears `straps`, `foot_pods` and `equipment`.

    `unplug_plan`: (seconds after the start, for so many seconds) each. `log` gets one CSV line for
    each message of a strap, before any damage. `period_s` can be shortened to crowd the air.
    To be set at any time: `mute` (plugged in and says nothing, not even after a reset), `deaf`
    (answers everything and hears nobody), `answers_left` (after so many more answers it hangs: it
    neither answers nor hands anything on until it is unplugged; None: it never does).
    """

    log_header = LOG_HEADER

    def __init__(
        self,
        link: Path,
        straps: Sequence[VirtualStrap],
        faults: Faults | None = None,
        log: TextIO | None = None,
        clock: Clock | None = None,
        *,
        foot_pods: Sequence[VirtualFootPod] = (),
        equipment: Sequence[VirtualEquipment] = (),
        unplug_plan: Sequence[tuple[float, float]] = (),
        period_s: float = PERIOD_S,
        boot_s: float = 0.05,
        agc: bool = False,
        refuses_one_way: bool = False,
    ) -> None:
        super().__init__(link, faults=faults, log=log, clock=clock)
        self.straps = list(straps)
        self.deaf = False
        self.answers_left: int | None = None
        self._beacons: list[Beacon] = [*straps, *foot_pods, *equipment]
        self._plan = sorted(
            step for at, length in unplug_plan for step in ((at, False), (at + length, True))
        )
        self._hurry = period_s / PERIOD_S
        self._boot_s = boot_s
        self._agc = agc
        self._refuses_one_way = refuses_one_way
        self._state = self._fresh()
        self._commands = CommandReader()
        self._boots_at: float | None = None
        self._due = [
            (beacon.period_s * self._hurry * index / max(1, len(self._beacons)), index)
            for index, beacon in enumerate(self._beacons)
        ]
        heapq.heapify(self._due)
        self._open()  # a stick can be plugged in before anybody serves it

    @property
    def mute(self) -> bool:
        return self.faults.kind == "mute"

    @mute.setter
    def mute(self, value: bool) -> None:
        if value != self.mute:
            self.faults.kind = "mute" if value else "none"

    def unplug(self) -> None:
        """Pulls the stick out; time goes on for the straps. Any thread."""
        super().unplug()
        self._state = self._fresh()
        self.answers_left = None

    def _fresh(self) -> StickState:
        return StickState(agc=self._agc, refuses_one_way=self._refuses_one_way)

    def _turn(self, t_s: float) -> float:
        """What is in the plan, and what has been sent on the air until now."""
        while self._plan and t_s >= self._plan[0][0]:
            _, plugged = self._plan.pop(0)
            if plugged:
                self.plug()
            else:
                self.unplug()
        if self._boots_at is not None and t_s >= self._boots_at:
            self._boots_at = None
            self._answer(build_frame(_START_UP, bytes((_AFTER_COMMAND,))))
        while self._due and self._due[0][0] <= t_s:
            due_s, index = self._due[0]
            beacon = self._beacons[index]
            period_s = beacon.period_s * self._hurry
            following = due_s + period_s if t_s - due_s < LATE_S else t_s + period_s
            heapq.heapreplace(self._due, (following, index))
            self._transmit(beacon, t_s)
        return self._wait_s()

    def _wait_s(self) -> float:
        t_s = self._clock.monotonic() - self._began
        wakes = [self._due[0][0]] if self._due else []
        if self._boots_at is not None:
            wakes.append(self._boots_at)
        return min(wakes, default=t_s + TURN_S) - t_s

    def _hear(self, data: bytes) -> None:
        for message_id, body in self._commands.feed(data):
            if message_id == _RESET:
                self._state = self._fresh()
                self._boots_at = self._clock.monotonic() - self._began + self._boot_s
            elif self._boots_at is None:  # while it starts up, a stick takes no commands
                self._answer(self._state.answer(message_id, body))

    def _answer(self, frames: bytes) -> None:
        if self.answers_left is not None:
            if not self.answers_left:
                return
            self.answers_left -= 1
        self._send(frames)

    def _transmit(self, beacon: Beacon, t_s: float) -> None:
        state = self._state
        if not self._is_on_the_line or beacon.muted or self.deaf or not state.hears():
            return
        payload = beacon.page(t_s)
        if beacon.is_lost_on_the_way():
            return
        payload = self.faults.hold(beacon, payload)
        if isinstance(beacon, VirtualStrap):
            self._note(beacon.device_number, payload[7])
        self._send(state.data_frame(beacon, payload, t_s))

    @property
    def _is_on_the_line(self) -> bool:
        plugged = self._port is not None and self._port.plugged
        return plugged and not self.mute and self.answers_left != 0
