"""A TrackMaster treadmill's console without the treadmill: speed and grade, four digits each."""

from pathlib import Path
from typing import TextIO

from drivers.virtual.console import VirtualConsole
from drivers.virtual.faults import Faults
from drivers.virtual.machine import VirtualMachine

GET_SPEED, GET_GRADE = 0xC1, 0xC2
NO_VALUE, NO_COMMAND = 0xBE, 0xBF
_KMH_IN_TENTH_MPH = 0.1609344
_ANSWER = 0x10
"""How far an answer's first byte lies above its command's."""


class VirtualTrackmaster(VirtualConsole):
    """A console at `link`. `heard` has every byte it was ever sent: A0 to AC would move a belt."""

    def __init__(
        self,
        link: Path,
        machine: VirtualMachine,
        *,
        baud: int | None = 4800,
        faults: Faults | None = None,
        log: TextIO | None = None,
    ) -> None:
        super().__init__(link, machine, baud=baud, faults=faults, log=log)
        self.heard: set[int] = set()

    def answer(self, command: int) -> bytes:
        """What one byte is answered with; an error byte if it is none to ask for a value."""
        machine = self._told()
        if command == GET_SPEED:
            kmh = machine.speed_kmh
            tenths = None if kmh is None else kmh / _KMH_IN_TENTH_MPH
        elif command == GET_GRADE:
            percent = machine.grade_percent
            tenths = None if percent is None else percent * 10
        else:
            return bytes((NO_COMMAND,))
        if tenths is None:
            return bytes((NO_VALUE,))
        digits = f"{min(9999, max(0, round(tenths))):04d}"
        return bytes((command + _ANSWER,)) + digits.encode("ascii")

    def _hear(self, data: bytes) -> None:
        for command in data:
            self.heard.add(command)
            self._tell(self.answer(command))
