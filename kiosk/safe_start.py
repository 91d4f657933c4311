"""Opens the safe screen, with as little as possible that could be broken itself."""

import time
from contextlib import suppress
from pathlib import Path

from drivers.removable import Sticks
from kiosk import __version__
from kiosk.clock import SystemClock
from kiosk.errors import SettingsError
from kiosk.release import notes
from kiosk.release.told import own_home
from kiosk.safe_desk import SafeDesk
from kiosk.service_manager import ServiceManager
from kiosk.settings import Settings, data_path_of, load_settings
from kiosk.starts import WORDLESS, Starts, spare_folder
from kiosk.stick import Stick
from screens.safe import run_safe


def show(config: Path | None, starts: Starts | None = None) -> int:
    """`switchback safe`: until somebody wants to try again; the exit status."""
    data, clock, manager = data_path_of(config), SystemClock(), ServiceManager()
    starts = starts or Starts(data, clock, __version__, spare_folder())
    newest = starts.newest
    sentence = WORDLESS if newest is None or not newest.error else newest.error
    settings = Settings()
    try:
        settings = load_settings(config).settings
    except SettingsError as error:
        sentence = str(error)

    def ready() -> None:
        manager.ready()
        with suppress(OSError):  # a full disk: whoever updates waits for a while longer
            notes.note_idle(data, __version__, safe=True)

    with Sticks(_unheard, clock) as sticks:
        desk = SafeDesk(
            data,
            sentence,
            newest,
            clock=clock,
            sticks=sticks,
            home=own_home(),
            time_zone=settings.time_zone,
        )
        status = run_safe(
            desk,
            language=settings.club.language,
            diagonal_inch=settings.display.diagonal_inch,
            now=time.monotonic,
            ready=ready,
            alive=manager.alive,
        )
    manager.stopping()
    manager.close()
    starts.good()  # whoever tries again begins anew
    return status


def _unheard(_stick: Stick) -> None:
    """It is looked for when something is to go there."""
