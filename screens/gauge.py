"""Where the heart rate stands against the band: a scale that keeps the band in its middle."""

from dataclasses import dataclass

from kiosk.training.zones import Band, shown

LEAST_MARGIN_BPM = 12.0
MARGIN_PER_WIDTH = 0.75
"""The scale goes on above and below the band by this share of its width, and by 12 bpm at least:
so a narrow band is still a fifth of it, and a few bpm outside are a step that can be seen."""


@dataclass(frozen=True, slots=True)
class Gauge:
    """Places are fractions of the scale, 0 at its lower end."""

    low: float
    high: float
    lowest: str
    """The lowest whole bpm inside the band."""
    highest: str
    marker: float | None
    """The heart rate, kept on the scale; None when it is missing."""
    beyond: int
    """-1 when the heart rate lies below the scale, 1 above it, else 0."""


def gauge_of(band: Band, bpm: int | None) -> Gauge:
    """The gauge for a band, and a heart rate that may be missing."""
    width = band.high - band.low
    margin = max(LEAST_MARGIN_BPM, MARGIN_PER_WIDTH * width)
    whole = width + 2 * margin
    lowest, highest = shown(band)
    place = None if bpm is None else (bpm - band.low + margin) / whole
    return Gauge(
        low=margin / whole,
        high=1 - margin / whole,
        lowest=str(lowest),
        highest=str(highest),
        marker=None if place is None else min(1.0, max(0.0, place)),
        beyond=0 if place is None or 0 <= place <= 1 else (1 if place > 1 else -1),
    )
