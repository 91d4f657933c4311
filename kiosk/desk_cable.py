"""`switchback cable`: the drive that laptops see on a cable."""

from pathlib import Path

from kiosk.answers import say
from kiosk.errors import SettingsError
from kiosk.export.cable_image import CABLE_FOLDER, make_cable_image
from kiosk.history.room import EXPORTS
from kiosk.settings import load_settings


def refresh(config: Path | None) -> None:
    """`switchback cable refresh`. Raises ExportError when it cannot be made."""
    settings = load_settings(config).settings
    if not settings.exports.cable:
        raise SettingsError(
            'No drive is wanted for the cable: write "cable = true" below [exports] in the '
            "configuration first."
        )
    data = settings.data_path
    made = make_cable_image(data / EXPORTS, data / CABLE_FOLDER)
    if made.left_out:
        say(f"There was no room for {made.left_out} folders: the oldest sessions go first.")
    say(
        f"{made.files} files, {made.size / 1_000_000:.1f} MB. A laptop that has the drive open sees"
    )
    say("them when it has ejected it.")
