"""What the page of the devices says, and how it is cut into pages: without a pixel."""

import re
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from kiosk.health import DeviceRow, span
from screens.tongue import said, tr
from screens.wording import MINUS

JUST_NOW_S = 2.0
LONGEST_PORT = 34
WASTE, SMALL = 1.1, 0.82
"""How much wider than the average some lines run; how much narrower small letters are."""
_COMMAND = re.compile(r"`[^`]*`")
_UNBROKEN_HYPHEN: Final = "\N{NON-BREAKING HYPHEN}"
_LONG_PORT = re.compile(r"/dev/[^\s:;,]*[^\s:;,.]")
_URGENCY: Final = ("problem", "note", "ok")


@dataclass(frozen=True, slots=True)
class DeviceLine:
    """The roles of one row of the page."""

    title: str = ""
    verdict: str = "ok"
    """ok | note | problem"""
    word: str = ""
    message: str = ""
    facts: str = ""
    """Port, firmware, signal: whatever is known."""
    value: str = ""
    age: str = ""
    calibrate: int = -1
    """Place of the station whose sensor may be calibrated here; -1 for all other rows."""
    telling: bool = False
    """It tells of something that a coach may say they have seen."""
    above: int = 0
    """Half lines of text above it on its page."""
    halves: int = 6
    """How many it takes itself, air included."""


@dataclass(frozen=True, slots=True)
class Room:
    """What fits on the page, measured by the view."""

    halves: int = 40
    """Half lines of text on one page."""
    letters: int = 60
    """In one line of a message."""
    beside: int = 50
    """The same, with a button beside it."""
    title: int = 20
    """In one line of a title; 0 where title and value stand above the message."""
    value: int = 16
    """In one line of a value."""
    touch: int = 7
    """Half lines of a row with a button in it."""


TELLS: Final = "account"
"""Rows of this kind tell what happened, and not how a device is."""


def line_of(row: DeviceRow, room: Room, calibrate: int = -1) -> DeviceLine:
    """One device or strap, as high as its message needs."""
    stacked = room.title == 0
    facts, age = " · ".join(_facts(row)), _age(row)
    if stacked and age:
        facts, age = f"{facts} · {age}" if facts else age, ""
    telling = row.device.startswith(TELLS)
    has_button = calibrate >= 0 or telling
    letters = room.beside if has_button else room.letters
    message = with_short_ports(said(row.message))
    message = _COMMAND.sub(lambda words: words[0].replace("-", _UNBROKEN_HYPHEN), message)
    lines = _lines(message, letters) + _lines(facts, letters / SMALL)
    title, value = said(row.title), said(row.value or "")
    if stacked:
        halves = 3 + 2 * lines
    else:
        lines = max(lines, 1 + _lines(title, room.title), 1 + _lines(value, room.value))
        halves = 2 + 2 * lines
    return DeviceLine(
        title=title,
        verdict=row.state,
        word=_word(row),
        message=message,
        facts=facts,
        value=value,
        age=age,
        calibrate=calibrate,
        telling=telling,
        halves=max(halves, room.touch) if has_button else halves,
    )


def _word(row: DeviceRow) -> str:
    match row.state:
        case "ok":
            return tr("works")
        case "note":
            return tr("note")
        case "problem":
            return tr("problem")


def _lines(text: str | None, letters: float) -> int:
    """How many lines it takes."""
    return len(textwrap.wrap(text or "", max(4, int(letters / WASTE))))


def _facts(row: DeviceRow) -> Iterable[str]:
    """What the message does not say already."""
    if row.port and row.port not in row.message:
        yield short_port(row.port)
    if row.firmware:
        yield said(row.firmware)
    if row.signal:
        signal = said(row.signal)
        yield signal.replace("-", MINUS) if signal.startswith("-") else signal


def _age(row: DeviceRow) -> str:
    if row.age_s is None:
        return ""
    if row.age_s < JUST_NOW_S:
        return tr("just now")
    if row.age_s < 10:
        return tr("{span} ago", span=tr("{count} s", count=round(row.age_s)))
    return tr("{span} ago", span=said(span(row.age_s)))


def with_short_ports(message: str) -> str:
    """The sentence with the names of its ports as short as helps."""
    return _LONG_PORT.sub(lambda port: short_port(port[0]), message)


def short_port(port: str) -> str:
    """A port's name as far as it helps to find the plug: both ends of a long one."""
    name = PurePosixPath(port).name if port.startswith("/dev/serial/") else port
    if len(name) <= LONGEST_PORT:
        return name
    half = LONGEST_PORT // 2
    return f"{name[:half]}…{name[1 - half :]}"


def urgent_first(rows: Sequence[DeviceRow], seen: Sequence[str]) -> list[DeviceRow]:
    """In the order of `seen`, which is kept for as long as somebody looks; what is new follows, the
    worst first.
    """
    place = {device: number for number, device in enumerate(seen)}
    return sorted(
        rows, key=lambda row: (place.get(row.device, len(place)), _URGENCY.index(row.state))
    )


def in_pages(lines: Sequence[DeviceLine], room: int) -> list[list[int]]:
    """Which lines stand on which page, by place in `lines`; always at least one page."""
    pages: list[list[int]] = [[]]
    filled = 0
    for place, line in enumerate(lines):
        if pages[-1] and filled + line.halves > room:
            pages.append([])
            filled = 0
        pages[-1].append(place)
        filled += line.halves
    return pages


def summary(rows: Sequence[DeviceRow]) -> str:
    """How it all is, in a few words."""
    problems = sum(row.state == "problem" for row in rows)
    notes = sum(row.state == "note" for row in rows)
    parts = [_problems(problems)] if problems else []
    if notes:
        parts.append(tr("1 note") if notes == 1 else tr("{count} notes", count=notes))
    return ", ".join(parts) or tr("Everything works")


def chip_label(rows: Sequence[DeviceRow]) -> str:
    """What the way to this page is called: loud words only for a problem."""
    problems = sum(row.state == "problem" for row in rows)
    return _problems(problems) if problems else tr("Devices")


def _problems(number: int) -> str:
    return tr("1 problem") if number == 1 else tr("{count} problems", count=number)
