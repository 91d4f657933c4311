"""The application object that every window needs, and how a signal ends it."""

import os
import signal
import socket
from collections.abc import Generator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QSocketNotifier
from PySide6.QtGui import QFont, QGuiApplication

from screens.fonts import FONT_FAMILIES


def gui_application() -> QGuiApplication:
    """The application object, made with our settings if there is none yet.

    Without a graphics backend named in the environment everything is drawn in software: that is
    quick enough, and the same on every machine. The threaded render loop and curves painted from
    Python wait for each other for ever, so the basic loop it is.
    """
    os.environ.setdefault("QSG_RENDER_LOOP", "basic")
    if "QSG_RHI_BACKEND" not in os.environ:
        os.environ.setdefault("QT_QUICK_BACKEND", "software")
    existing = QCoreApplication.instance()
    gui = existing if isinstance(existing, QGuiApplication) else QGuiApplication([])
    gui.setApplicationName("switchback")
    font = QFont(list(FONT_FAMILIES))
    font.setFeature(QFont.Tag("tnum"), 1)
    gui.setFont(font)
    return gui


@contextmanager
def ended_by_signals() -> Generator[None]:
    """SIGTERM and SIGINT end the event loop.

    Qt sits in C++, where Python's handlers do not run: the signal writes a byte into a socket
    that the loop watches.
    """
    reading, writing = socket.socketpair()
    reading.setblocking(False)
    writing.setblocking(False)
    signals = (signal.SIGTERM, signal.SIGINT)
    before = {number: signal.signal(number, _leave_it_to_the_socket) for number in signals}
    wakeup_before = signal.set_wakeup_fd(writing.fileno(), warn_on_full_buffer=False)
    notifier = QSocketNotifier(reading.fileno(), QSocketNotifier.Type.Read)

    def end() -> None:
        if any(number in signals for number in reading.recv(64)):
            QCoreApplication.exit(0)

    notifier.activated.connect(end)
    try:
        yield
    finally:
        notifier.setEnabled(False)
        signal.set_wakeup_fd(wakeup_before)
        for number, handler in before.items():
            signal.signal(number, handler)
        reading.close()
        writing.close()


def _leave_it_to_the_socket(_number: int, _frame: object) -> None:
    """Without a handler of Python's own the signal would end the process at once."""
