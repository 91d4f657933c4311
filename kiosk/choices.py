"""What is set at the screen: over the configuration, kept in the history."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal, cast

from kiosk.settings import Language, Settings, Units, Wall

Dim = Literal["off", "2", "10", "30"]
"""Minutes without anybody here until the screen dims."""
_ALLOWED = {
    "language": ("en", "de"),
    "units": ("metric", "imperial"),
    "wall": ("auto", "only", "off"),
    "dim": ("off", "2", "10", "30"),
}
CLUB_LETTERS = 40
_SWITCHES = ("left_handed", "reduced_motion", "sounds", "is_set_up")


@dataclass(frozen=True, slots=True)
class Choices:
    """As they are now; the fields of the same names in kiosk.settings say what each means."""

    language: Language = "en"
    units: Units = "metric"
    wall: Wall = "auto"
    left_handed: bool = False
    reduced_motion: bool = False
    sounds: bool = True
    dim: Dim = "10"
    club_name: str = ""
    is_set_up: bool = False
    """Somebody has answered what the first start asks."""

    @staticmethod
    def of(settings: Settings) -> "Choices":
        """What the configuration says."""
        club, display = settings.club, settings.display
        return Choices(
            club.language,
            club.units,
            display.wall,
            display.left_handed,
            display.reduced_motion,
            display.sounds,
            club_name=club.name,
        )

    def with_kept(self, kept: Mapping[str, str]) -> "Choices":
        """These, and over them what is kept; whatever is not understood there is left out."""
        known: dict[str, object] = {
            key: value for key, value in kept.items() if value in _ALLOWED.get(key, ())
        }
        known |= {key: kept[key] == "yes" for key in _SWITCHES if kept.get(key) in ("yes", "no")}
        known |= {key: kept[key] for key in ("club_name",) if is_club_name(kept.get(key, ""))}
        return replace(self, **cast("dict[str, bool]", known))


def is_club_name(name: str) -> bool:
    return 0 < len(name) <= CLUB_LETTERS and name.isprintable() and name == name.strip()


def as_kept(value: object) -> str:
    """How a choice is written down."""
    return ("no", "yes")[value] if isinstance(value, bool) else str(value)
