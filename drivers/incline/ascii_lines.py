"""Sensors and consoles that send lines of text, read by a preset or the configuration's pattern."""

import json
import re
from typing import Any, cast

from drivers.incline.readings import NOTHING, Angle, Reading, console
from kiosk.line_pattern import LONGEST_LINE, PRESETS, compiled
from kiosk.settings import LINE_GROUPS, AsciiSettings
from kiosk.words import text

_LINE_END = re.compile(rb"[\r\n]+")
_SHOWN = 40


class AsciiReader:
    """Takes lines in any chunks, and any bytes at all. There is no checksum: whoever uses a value
    must doubt it.

    Raises SettingsError for a pattern that cannot be used.
    """

    asks: frozenset[bytes] = frozenset()
    changes = None

    def __init__(self, settings: AsciiSettings) -> None:
        if settings.pattern is not None:
            self._pattern = compiled(settings.pattern)
        else:
            self._pattern = PRESETS.get(settings.preset or "")  # none for JSON
        self._buffer = b""
        self._is_too_long = False
        self.odd_line = ""
        """The last readable one that brought no value."""
        self.frames = 0
        """Lines that can be read, whether they fit or not."""
        self.damaged = 0

    @property
    def complaint(self) -> str:
        return text(
            "sends lines that do not fit, such as {odd_line!r}: choose another preset or "
            "correct the pattern under [stations.incline.ascii]",
            odd_line=self.odd_line[:_SHOWN],
        )

    def ask(self, at: float) -> bytes:  # noqa: ARG002 - one interface for all
        """Nothing: such devices speak by themselves."""
        return b""

    def feed(self, data: bytes) -> list[Reading]:
        """What the lines say that these bytes complete, oldest first; never raises."""
        *lines, self._buffer = _LINE_END.split(self._buffer + data)
        readings: list[Reading] = []
        for line in lines:
            if self._is_too_long or len(line) > LONGEST_LINE:
                self._is_too_long = False
                self.damaged += 1
            elif line:
                readings += self._read(line)
        if len(self._buffer) > LONGEST_LINE:
            self._is_too_long, self._buffer = True, b""
        return readings

    def _read(self, line: bytes) -> list[Reading]:
        text = line.decode("ascii", "replace").strip()
        if not text.isascii() or not text.isprintable():
            self.damaged += 1
            return []
        self.frames += 1
        readings = _readings(_from_json(text) if self._pattern is None else self._matched(text))
        if not readings:
            self.damaged += 1
            self.odd_line = text
        return readings

    def _matched(self, text: str) -> dict[str, float]:
        match = self._pattern.search(text) if self._pattern else None
        return _numbers(match.groupdict()) if match else {}


def _from_json(text: str) -> dict[str, float]:
    try:
        tree = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return _numbers(cast("dict[str, Any]", tree)) if isinstance(tree, dict) else {}


def _numbers(said: dict[str, Any]) -> dict[str, float]:
    """The known values that are numbers; "incline" is what many call the grade."""
    if "incline" in said:
        said = {"grade": said["incline"], **said}
    numbers: dict[str, float] = {}
    for name in LINE_GROUPS:
        value = said.get(name)
        if isinstance(value, str | int | float) and not isinstance(value, bool):
            try:
                numbers[name] = float(value.replace(",", ".") if isinstance(value, str) else value)
            except (ValueError, OverflowError):
                continue
    return numbers


def _readings(said: dict[str, float]) -> list[Reading]:
    """A grade said outright counts more than angles."""
    found = console(said.get("speed"), said.get("grade"), said.get("cadence"))
    readings: list[Reading] = [] if found == NOTHING else [found]
    if "grade" not in said and ("pitch" in said or "roll" in said):
        roll, pitch = said.get("roll", 0.0), said.get("pitch", 0.0)
        if abs(roll) <= 180 and abs(pitch) <= 180:
            readings.append(Angle(roll_deg=roll, pitch_deg=pitch))
    return readings
