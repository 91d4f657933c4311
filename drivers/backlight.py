"""The panel's own light, where the kernel lets us: darker while nobody is here."""

import logging
from pathlib import Path
from typing import Final

SYSTEM: Final = Path("/sys/class/backlight")
DARK: Final = 0.05
"""Of the light by day: a clock can still be read in a dark room."""
_TOO_DARK: Final = 0.25
"""Of what the panel can: less was left by a kiosk that ended while it was dark."""

_logger = logging.getLogger(__name__)


class Backlight:
    """Every panel under `root`. Without one, or without the right to write, nothing happens and it
    is said once in the log: the window is dark all the same. Writing may take milliseconds.
    """

    def __init__(self, root: Path = SYSTEM) -> None:
        self._days: dict[Path, int] = {}
        """By file, the light by day; the driver's own unit."""
        self._complains = True
        for panel in sorted(root.glob("*")) if root.is_dir() else []:
            most, now = _number(panel / "max_brightness"), _number(panel / "brightness")
            if most > 0:
                self._days[panel / "brightness"] = now if now >= _TOO_DARK * most else most

    def darken(self, is_dark: bool) -> None:
        """Dark, or as it was."""
        for file, day in self._days.items():
            self._write(file, max(1, round(day * DARK)) if is_dark else day)

    def close(self) -> None:
        self.darken(False)

    def _write(self, file: Path, value: int) -> None:
        if _number(file) == value:
            return
        try:
            file.write_text(f"{value}\n", encoding="ascii")
        except OSError as error:
            if self._complains:
                self._complains = False
                _logger.warning("The panel's light stays as it is (%s: %s)", file, error.strerror)


def _number(file: Path) -> int:
    """0 for a file that cannot be read or has none."""
    try:
        return int(file.read_text(encoding="ascii"))
    except (OSError, ValueError):
        return 0
