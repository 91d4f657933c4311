"""What coaches carry away beside the sessions' files."""

from collections.abc import Callable, Sequence
from datetime import tzinfo
from functools import partial
from pathlib import Path

from kiosk.clock import Clock
from kiosk.days import day_of
from kiosk.export.archive import Backup, Beside, Cable
from kiosk.export.cable_image import CABLE_FOLDER, make_cable_image
from kiosk.export.evening import write_evening
from kiosk.export.evening_html import Voice
from kiosk.export.homework import homework_files
from kiosk.history.backup import copy_history
from kiosk.history.queries import History
from kiosk.history.room import EXPORTS
from kiosk.settings import Settings


def evening_pages(
    history: History, clock: Clock, time_zone: tzinfo | None, voice: Callable[[], Voice]
) -> Beside:
    """The pages that a coach's laptop opens, and everybody's own folder with what they do at home,
    in the language that the screen has then.
    """

    def write(folder: Path, session_ids: Sequence[int], stop: Callable[[], bool]) -> None:
        said, today = voice(), day_of(clock.utc_ms(), time_zone)
        write_evening(
            history,
            folder,
            session_ids,
            today=today,
            voice=said,
            more=partial(homework_files, say=said.said, today=today),
            stop=stop,
        )

    return write


def cable_drive(settings: Settings) -> Cable:
    def make(stop: Callable[[], bool]) -> None:
        data = settings.data_path
        make_cable_image(data / EXPORTS, data / CABLE_FOLDER, stop=stop)

    return make


def backup_to_carry(path: Path) -> Backup:
    """The history as coaches take it out of the house, beside the files."""
    return Backup(path, partial(copy_history, path))
