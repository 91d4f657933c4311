"""From the start of the process to the first frame, and until every sensor is read: the whole kiosk
on an empty history, with virtual straps and a virtual incline sensor plugged in before.

The reference is what nothing of ours can be quicker than: a bare window, and a strap's own pace of
four messages a second.
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

STRAPS = 8
FIRST = 20_001
STATION = "Treadmill 1"
LIMIT_S = 60.0


def measure(runs: int) -> list[dict[str, float]]:
    """Each run a process of its own; the devices are another's."""
    from drivers.virtual.ant import VirtualStick  # noqa: PLC0415 - not in the measured process
    from drivers.virtual.incline import VirtualIncline  # noqa: PLC0415
    from drivers.virtual.strap import VirtualStrap  # noqa: PLC0415

    measured: list[dict[str, float]] = []
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            straps = [VirtualStrap(FIRST + n, 120 + n) for n in range(STRAPS)]
            stick = VirtualStick(folder / "ant", straps)
            deck = VirtualIncline(folder / "incline", 5.0)
            stick.start()
            deck.start()
            try:
                began = time.time()
                ended = subprocess.run(
                    [sys.executable, "-m", "tests.benchmarks.cold_start", name],
                    cwd=Path(__file__).parents[2],
                    stdout=subprocess.PIPE,
                    text=True,
                    check=True,
                )
            finally:
                stick.stop()
                deck.stop()
            said = json.loads(ended.stdout.strip().splitlines()[-1])
            measured.append({key: at - began for key, at in said.items()})
    return measured


def lines(measured: list[dict[str, float]], bare: Mapping[str, float]) -> list[list[str]]:
    frame = statistics.median(one["frame"] for one in measured)
    reading = statistics.median(one["reading"] for one in measured)
    beside = f"bare window {bare['wall_s']:.2f} s: ×{frame / bare['wall_s']:.1f}"
    return [
        ["Cold start: first frame of the whole kiosk", f"{frame:.2f} s", "", beside],
        [
            f"  until {STRAPS} straps and the deck are read",
            f"{reading:.2f} s",
            "",
            f"{reading - frame:+.2f} s from the frame; a strap speaks every 0.25 s",
        ],
    ]


def main(folder: Path) -> None:
    """The measured process: tells by the wall clock, which its parent has too."""
    from PySide6.QtCore import QCoreApplication  # noqa: PLC0415

    from kiosk.compose import running_kiosk  # noqa: PLC0415
    from kiosk.settings import (  # noqa: PLC0415
        AntSettings,
        InclineSettings,
        LoadedSettings,
        Settings,
        StationSettings,
    )
    from screens.window import run_window  # noqa: PLC0415

    incline = InclineSettings(driver="witmotion", port=str(folder / "incline"))
    settings = Settings(
        data_directory=str(folder / "data"),
        ant=AntSettings(port=str(folder / "ant")),
        stations=(StationSettings(name=STATION, incline=incline),),
    )
    said: dict[str, float] = {}
    loaded = LoadedSettings(settings, "cold start")
    with running_kiosk(loaded, tap_in_by_strap=True, asks_readiness=True) as kiosk:
        kiosk.start_devices()
        began = time.monotonic()

        def look() -> None:
            state = kiosk.app.state
            if len(state.straps) == STRAPS and STATION in state.grades:
                said.setdefault("reading", time.time())
            if len(said) == 2 or time.monotonic() > began + LIMIT_S:
                QCoreApplication.exit(0)

        def first_frame() -> None:
            said["frame"] = time.time()

        kiosk.app.watchers.append(look)
        run_window(kiosk.app, fullscreen=False, on_first_frame=first_frame)
    sys.stdout.write(json.dumps(said) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
