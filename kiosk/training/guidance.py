"""Stub."""

from enum import StrEnum


class Verdict(StrEnum):
    """Where the athlete stands against the band they are guided by."""

    NONE = "none"
    """No band, or no fresh heart rate: nothing to say."""
    EASING = "easing"
    """On the way in, not yet judged for being low."""
    IN = "in"
    OVER = "over"
    UNDER = "under"
