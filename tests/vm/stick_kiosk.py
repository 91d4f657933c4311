"""Runs in the virtual machine, as the kiosk's user: exports onto sticks when the host says so.

A line of JSON each way over a virtio port. The machine's own bus, UDisks2, polkit and kernel.
"""

import json
import logging
import os
import sys
import time
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, Final

from kiosk.clock import SystemClock
from kiosk.coach_port import ExportStep
from kiosk.history.database import DATABASE_NAME
from kiosk.history.integrity import open_to_read, quick_check
from kiosk.history.queries import History
from tests.rigs.stick_gym import StickKiosk, stick_kiosk

PORT: Final = Path("/dev/virtio-ports/switchback.rig")
FILM: Final = "film"
"""Somebody's, that fills the stick."""


class Answers:
    """One method for each thing that may be asked."""

    def __init__(self, kiosk: StickKiosk) -> None:
        self._kiosk = kiosk

    def hello(self) -> dict[str, Any]:
        return {"user": os.geteuid(), "sessions": len(self._kiosk.new)}

    def stick(self, states: list[str], calm_s: float = 0.0) -> dict[str, Any]:
        """Once it is in one of these, and has been for so long; else, late, what it is in."""
        heard = self._kiosk.heard
        with suppress(TimeoutError):
            heard.stick(*states)
            time.sleep(calm_s)
            heard.stick(*states)
        told, passed = heard.sticks[-1], [one.sentence for one in heard.sticks[:-1]]
        heard.sticks[:] = [told]
        return {
            "state": told.state,
            "sentence": told.sentence,
            "passed": [line for line in passed if line and line != told.sentence],
        }

    def export(self, fill_at: int = -1) -> dict[str, Any]:
        """All that is new; before session number `fill_at` the stick is filled to the brim."""
        said: list[str] = []

        def see(step: ExportStep) -> None:
            told = self._kiosk.heard.sticks[-1]
            if told.state == "writing" and told.sentence not in said:
                said.append(told.sentence)
            if step.done == fill_at and not step.is_over and not step.is_closing:
                _fill(Path(step.folder).parent / FILM)

        self._kiosk.heard.on_step = see
        began = time.monotonic()
        step = self._kiosk.export()
        return {
            "refusal": step.refusal,
            "new": self._kiosk.new,
            "took_s": time.monotonic() - began,
            "is_on_stick": step.is_on_stick,
            "said": [line for line in said if line],
        }

    def new_coach(self) -> dict[str, Any]:
        self._kiosk.new_coach()
        return {"new": self._kiosk.new}

    def history(self) -> dict[str, Any]:
        with closing(open_to_read(self._kiosk.data / DATABASE_NAME)) as copy:
            verdict = quick_check(copy)
        own = [path for path in (self._kiosk.data / "exports").rglob("*") if path.is_file()]
        sessions = len(History(self._kiosk.engine).sessions())
        return {"sessions": sessions, "verdict": verdict, "on_its_own_disk": len(own)}


def _fill(film: Path) -> None:
    with suppress(OSError), film.open("wb", buffering=0) as file:
        for size in (1 << 20, 1 << 12, 512):
            with suppress(OSError):
                while file.write(b"\xff" * size):
                    pass


def main() -> None:
    folder, sessions, people = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    logging.basicConfig(level=logging.INFO, stream=sys.stderr)
    kiosk = stick_kiosk(folder, None, SystemClock(), sessions=sessions, people=people, seconds=60)
    with kiosk as one, PORT.open("r+b", buffering=0) as port:
        answers, waiting = Answers(one), b""
        while True:
            waiting += port.read(1 << 16) or b""
            while b"\n" in waiting:
                line, waiting = waiting.split(b"\n", 1)
                asked: dict[str, Any] = json.loads(line)
                if asked["do"] == "end":
                    port.write(b"{}\n")
                    return
                answer = getattr(answers, asked.pop("do"))(**asked)
                port.write(json.dumps(answer).encode() + b"\n")


if __name__ == "__main__":
    main()
