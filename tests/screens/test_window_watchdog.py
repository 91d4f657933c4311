"""systemd and the window: ready at its first frame, fed by its own loop, silent when that hangs."""

import socket
import threading
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from kiosk.service_manager import Pulse, ServiceManager
from screens.window import run_window
from tests.screens.screen_fakes import FakeApp

LIMIT_S = 0.3


class Watched(FakeApp):
    """Beats like the shell; hangs once, for longer than the watchdog allows, and ends then."""

    def watch(self, manager: ServiceManager, ear: socket.socket) -> None:
        self.pulse, self.ear = Pulse(manager, self.state), ear
        self.heard: list[str] = []
        self.heard_in_the_hang: list[str] | None = None

    def pump(self) -> None:
        self.state.now = time.monotonic()
        self.pulse.look()
        self.heard += self._listen()
        if self.heard_in_the_hang is not None:
            QCoreApplication.exit(0)
        elif self.heard.count("READY=1") and self.heard.count("WATCHDOG=1") >= 3:
            threading.Event().wait(LIMIT_S + 0.1)  # the GUI thread, blocked
            self.heard_in_the_hang = self._listen()

    def _listen(self) -> list[str]:
        said: list[str] = []
        while True:
            try:
                said.append(self.ear.recv(4096).decode())
            except BlockingIOError:
                return said


def test_the_window_is_ready_at_its_first_frame_and_a_blocked_loop_feeds_no_watchdog(
    tmp_path: Path, qapp: object
) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ear:
        ear.bind(str(tmp_path / "notify"))
        ear.setblocking(False)
        environment = {"NOTIFY_SOCKET": str(tmp_path / "notify"), "WATCHDOG_USEC": "300000"}
        manager = ServiceManager(environment)
        app = Watched()
        app.watch(manager, ear)
        assert run_window(app, fullscreen=False, on_first_frame=manager.ready) == 0
        manager.close()
    assert qapp is not None
    assert app.heard_in_the_hang == []
    assert app.heard.count("READY=1") == 1
    assert app.heard[-1] == "WATCHDOG=1", "it goes on as soon as the loop does"
