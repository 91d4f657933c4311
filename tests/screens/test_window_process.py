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
app.pump = lambda: print("pump", flush=True)
sys.exit(run_window(app, fullscreen=False, on_first_frame=lambda: print("frame", flush=True)))
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
    said = ""
    while not {"frame", "pump"} <= set(said.split()):
        said += process.stdout.readline()
    process.send_signal(number)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (0, "")
    assert (said + out).split().count("frame") == 1
