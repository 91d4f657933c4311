"""The letters of everything that is drawn, on glass or on paper."""

from typing import Final

FONT_FAMILIES: Final = ("Inter", "Noto Sans", "DejaVu Sans", "sans-serif")
