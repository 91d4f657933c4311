"""What QEMU is told while it runs: QMP, one JSON object a line."""

import json
import socket
from pathlib import Path
from typing import Any

from tests.vm.waiting import connected

ANSWER_S = 30.0


class QmpError(Exception):
    """QEMU would not; says why."""


class Qmp:
    """A connection; raises QmpError for what QEMU refuses, OSError once it has gone."""

    def __init__(self, place: Path) -> None:
        self._socket = connected(place)
        self._socket.settimeout(ANSWER_S)
        self._lines = self._socket.makefile("rb")
        self._deleted: set[str] = set()
        self._hear()  # its greeting
        self.do("qmp_capabilities")

    def do(self, command: str, **arguments: Any) -> Any:
        """Underscores of an argument's name stand for hyphens."""
        told = {name.replace("_", "-"): value for name, value in arguments.items()}
        said = {"execute": command, "arguments": told}
        self._socket.sendall(json.dumps(said).encode() + b"\n")
        while True:
            answer = self._hear()
            if "error" in answer:
                raise QmpError(f"{command}: {answer['error']['desc']}")
            if "return" in answer:
                return answer["return"]

    def unplug(self, device: str) -> None:
        """At once; comes back when QEMU has let go of what the device was made of."""
        self.do("device_del", id=device)
        while device not in self._deleted:
            self._hear()
        self._deleted.remove(device)

    def _hear(self) -> dict[str, Any]:
        line = self._lines.readline()
        if not line:
            raise ConnectionResetError("QEMU has ended")
        said: dict[str, Any] = json.loads(line)
        if said.get("event") == "DEVICE_DELETED" and "device" in said["data"]:
            self._deleted.add(said["data"]["device"])
        return said

    def close(self) -> None:
        self._lines.close()
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
