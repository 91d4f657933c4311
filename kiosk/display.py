"""Whether there is a screen to draw on."""

import os
import sys
from collections.abc import Mapping


def has_display(environment: Mapping[str, str] = os.environ) -> bool:
    """True under Wayland or X, or when Qt was told by name what to draw on (offscreen, vnc…)."""
    named = ("WAYLAND_DISPLAY", "DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform == "linux" and any(environment.get(name) for name in named)
