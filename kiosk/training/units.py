"""Reads the durations and distances people write in protocol files: "5 min", "7:30", "1 mi"."""

import re
from collections.abc import Mapping
from fractions import Fraction

from kiosk.errors import KioskError
from kiosk.words import text

KMH_PER_MPH = 1.609344
"""The international mile is exactly 1609.344 m (1959 agreement)."""
MAX_DURATION_S = 24 * 3600
MAX_DISTANCE_M = 200_000.0

_SECONDS = {
    **dict.fromkeys(("s", "sec", "second", "seconds"), 1),
    **dict.fromkeys(("min", "minute", "minutes"), 60),
    **dict.fromkeys(("h", "hour", "hours"), 3600),
}
_METRES = {
    **dict.fromkeys(("m", "metre", "metres", "meter", "meters"), Fraction(1)),
    "km": Fraction(1000),
    **dict.fromkeys(("mi", "mile", "miles"), Fraction(1_609_344, 1000)),
}
_AMOUNT = re.compile(r"([0-9]{1,9}(?:\.[0-9]{1,9})?) ?([a-z]+)")
_CLOCK = re.compile(r"(?:([0-9]{1,2}):)?([0-9]{1,3}):([0-5][0-9])")


class UnitError(KioskError, ValueError):
    """An amount that cannot be read; the sentence shows how to write it."""


def parse_duration(words: str) -> int:
    """Seconds of "90 s", "5 min", "1.5 h", "1 h 20 min", "7:30" or "1:20:00".

    Raises UnitError on anything else, on parts of a second, and outside 1 s … 24 h.
    """
    clock = _CLOCK.fullmatch(words.strip())
    seconds = _clock_seconds(clock) if clock else _sum(words, _SECONDS)
    if seconds is None:
        hint = (
            text(' ("m" means metres: write "min")')
            if re.search(r"[0-9] ?m$", words.strip())
            else ""
        )
        raise UnitError(
            text(
                '{words} is not a duration{hint}; write it like "90 s", "5 min", "7:30" or "1 '
                'h 20 min"',
                words=quoted(words),
                hint=hint,
            )
        )
    if seconds.denominator != 1:
        raise UnitError(
            text("{words} is not a whole number of seconds; round it", words=quoted(words))
        )
    if not 1 <= seconds <= MAX_DURATION_S:
        raise UnitError(
            text("{words} is no usable duration; give 1 second to 24 hours", words=quoted(words))
        )
    return int(seconds)


def parse_distance(words: str) -> float:
    """Metres of "400 m", "2 km", "0.25 mi" or "1 mile".

    Raises UnitError on anything else, and outside 1 m … 200 km.
    """
    metres = _sum(words, _METRES)
    if metres is None:
        raise UnitError(
            text(
                '{words} is not a distance; write it like "400 m", "2 km" or "1 mi"',
                words=quoted(words),
            )
        )
    if not 1 <= metres <= MAX_DISTANCE_M:
        raise UnitError(
            text(
                "{words} is no usable distance; give 1 metre to 200 kilometres", words=quoted(words)
            )
        )
    return float(metres)


def quoted(value: object) -> str:
    """A value for a sentence: short, on one line, and printable whatever it holds."""
    words = value if isinstance(value, str) else repr(value)
    printable = "".join(
        c if c.isprintable() else c.encode("unicode_escape").decode() for c in words
    )
    return f'"{printable if len(printable) <= 40 else printable[:39] + "…"}"'


def _clock_seconds(clock: re.Match[str]) -> Fraction | None:
    hours, minutes, seconds = (int(part or 0) for part in clock.groups())
    if clock[1] is not None and minutes > 59:
        return None
    return Fraction(3600 * hours + 60 * minutes + seconds)


def _sum(words: str, units: Mapping[str, int | Fraction]) -> Fraction | None:
    """The sum of all "number unit" pairs, each unit once; None if anything else is there.

    Fractions, because "0.1 km" shall be 100 m and not 100.00000000000001.
    """
    rest, total, used = words.strip(), Fraction(0), set[Fraction | int]()
    while rest:
        amount = _AMOUNT.match(rest)
        scale = units.get(amount[2]) if amount else None
        if amount is None or scale is None or scale in used:
            return None
        used.add(scale)
        total += Fraction(amount[1]) * scale
        rest = rest[amount.end() :].strip()
    return total if used else None
