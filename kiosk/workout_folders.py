"""Where protocols lie: those that come with the program, and a club's own."""

import logging
from pathlib import Path

from kiosk.settings import Settings
from kiosk.training.workouts import Workouts, load_workouts

_logger = logging.getLogger(__name__)

DEMO_ID = "demo"
"""Too short to train by: only the demonstration offers it."""


def shipped_protocols() -> Path:
    """The folder of the protocols that come with the program, in a clone or installed."""
    here = Path(__file__).parent
    installed = here / "_config" / "protocols"
    return installed if installed.is_dir() else here.parent / "config" / "protocols"


def protocol_folders(settings: Settings) -> tuple[Path, Path]:
    return shipped_protocols(), settings.data_path / "protocols"


def all_workouts(settings: Settings) -> Workouts:
    """Every protocol to train by; a file that cannot is said in the log and on the screen."""
    workouts = load_workouts(protocol_folders(settings), without=[DEMO_ID])
    for refusal in workouts.refused:
        _logger.warning("%s", refusal)
    return workouts
