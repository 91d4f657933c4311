"""The window as a process: the first frame is told of, signals end it cleanly."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
import sys
from screens.window import run_window
from tests.screens.screen_fakes import class_of

app = class_of(3)
status = run_window(app, fullscreen=False, on_first_frame=lambda: print("frame", flush=True))
print("pumped", app.pumped > 0, "status", status, flush=True)
sys.exit(status)
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_the_window_cleanly_after_its_first_frame(
    repository: Path, number: signal.Signals
) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM],
        cwd=repository,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "frame\n"
    process.send_signal(number)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (0, "pumped True status 0\n", "")
