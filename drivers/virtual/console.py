"""What all virtual consoles of a virtual machine share: its values, which may freeze, and a log."""

from dataclasses import replace
from pathlib import Path
from typing import TextIO

from drivers.virtual.faults import Faults
from drivers.virtual.machine import VirtualMachine
from drivers.virtual.twin import Twin

LOG_HEADER = "utc_ms,grade_percent,speed_kmh,cadence_spm,heart_rate_bpm\n"


class VirtualConsole(Twin):
    """Tells what `machine` does, which may be changed at any time.

    `log` gets one CSV line for each answer or line sent, before any damage: what the machine was
    doing, also while the twin's values stand still.
    """

    log_header = LOG_HEADER

    def __init__(
        self,
        link: Path,
        machine: VirtualMachine,
        *,
        baud: int | None,
        faults: Faults | None,
        log: TextIO | None,
    ) -> None:
        super().__init__(link, baud=baud, faults=faults, log=log)
        self.machine = machine

    def _told(self) -> VirtualMachine:
        """The machine as this device tells of it."""
        return self.faults.hold("machine", replace(self.machine))

    def _tell(self, *frames: bytes, checksum_at: int = -1) -> None:
        truth = replace(self.machine)  # whoever hears the answer may change the machine at once
        if self._send(*frames, checksum_at=checksum_at):
            values = (
                truth.grade_percent,
                truth.speed_kmh,
                truth.cadence_spm,
                truth.heart_rate_bpm,
            )
            self._note(*("" if value is None else f"{value:.4f}" for value in values))
