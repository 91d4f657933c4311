"""A sensor or console without hardware that writes lines of text, in one of three known forms."""

import json
import math
from pathlib import Path
from typing import Literal, TextIO

from drivers.virtual.console import VirtualConsole
from drivers.virtual.faults import Faults
from drivers.virtual.incline import OTHER_AXIS_DEG, Noise
from drivers.virtual.machine import VirtualMachine
from drivers.virtual.twin import LATE_S

AsciiPreset = Literal["csv", "json", "xy"]


class VirtualAscii(VirtualConsole):
    """Says what the machine does `rate_hz` times a second; what it does not say is left out.

    csv: lines like `incline,12.3`, `speed,9.5`, `cadence,170` (percent, km/h, a minute). json: one
    object with pitch and roll in degrees, speed and cadence. xy: `X=+00.430 Y=-00.084`, roll and
    pitch in degrees.
    """

    def __init__(
        self,
        link: Path,
        machine: VirtualMachine,
        *,
        preset: AsciiPreset = "csv",
        rate_hz: float = 10.0,
        baud: int | None = 9600,
        faults: Faults | None = None,
        log: TextIO | None = None,
    ) -> None:
        super().__init__(link, machine, baud=baud, faults=faults, log=log)
        self._preset: AsciiPreset = preset
        self._period_s = 1 / rate_hz
        self._noise = Noise()
        self._due_s = 0.0

    def start(self) -> None:
        self._due_s = 0.0
        super().start()

    def lines(self) -> list[bytes]:
        """What is said next, each line with its end."""
        machine = self.machine
        pitch_deg = math.degrees(math.atan((machine.grade_percent or 0.0) / 100))
        roll_deg = OTHER_AXIS_DEG + self._noise.heading_deg() / 10
        moving = {"speed": machine.speed_kmh, "cadence": machine.cadence_spm}
        if self._preset == "xy":
            lines = [f"X={roll_deg:+07.3f} Y={pitch_deg:+07.3f}"]
        elif self._preset == "csv":
            said = {"incline": machine.grade_percent, **moving}
            lines = [f"{name},{value:.1f}" for name, value in said.items() if value is not None]
        else:
            said = {"pitch": pitch_deg, "roll": roll_deg, **moving}
            known = {name: round(value, 3) for name, value in said.items() if value is not None}
            lines = [json.dumps(known)]
        return [line.encode("ascii") + b"\r\n" for line in lines]

    def _turn(self, t_s: float) -> float:
        if t_s >= self._due_s:
            self._tell(*self.faults.hold("lines", self.lines()))
            self._due_s += self._period_s
            if t_s - self._due_s > LATE_S:
                self._due_s = t_s
        return self._due_s - (self._clock.monotonic() - self._began)
