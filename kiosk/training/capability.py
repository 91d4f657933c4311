"""What each station has shown that it can do, and what may therefore be offered on it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Capability:
    """The grades a station has been seen at; a fresh station has been seen flat only."""

    lowest_percent: float = 0.0
    highest_percent: float = 0.0
    by: str = "sensor"
    """"person" where somebody vouched for it."""
