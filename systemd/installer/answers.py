"""What the volunteer is asked: three questions, each with an answer to begin with. With the club's
name and the PIN, which the first screen asks, they are five.
"""

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from installer.machine import InstallError, Machine

_ZONE = re.compile(r"[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+){0,2}")
_ROTATION = re.compile(
    r"(0|90|180|270)|([A-Za-z0-9-]+:(0|90|180|270))( [A-Za-z0-9-]+:(0|90|180|270))*"
)


@dataclass(frozen=True, slots=True)
class Question:
    """One answer: its name in the file, the option, and what is asked."""

    name: str
    words: str
    """What is asked, or what the option is for."""
    usual: Callable[[Machine], str]
    check: Callable[[Machine, str], str | None]
    """What is wrong with an answer, ending in what to do."""
    is_asked: bool = True
    """False: an option only."""


def _zone(machine: Machine) -> str:
    told = (machine.see("/etc/timezone").content or b"").decode("ascii", "replace").strip()
    link = machine.see("/etc/localtime").link or ""
    return told or link.partition("zoneinfo/")[2] or "Europe/Berlin"


def _bad_zone(machine: Machine, answer: str) -> str | None:
    zones = machine.at("/usr/share/zoneinfo")
    is_known = not zones.is_dir() or (zones / answer).is_file()
    if _ZONE.fullmatch(answer) and is_known:
        return None
    return f'"{answer}" is no time zone: write one like Europe/Berlin or America/New_York.'


def _language(machine: Machine) -> str:
    """The system's own, where it is one of ours."""
    told = (machine.see("/etc/default/locale").content or b"").decode("utf-8", "replace")
    return "de" if re.search(r'^LANG="?de', told, re.MULTILINE) else "en"


def _displays(machine: Machine) -> str:
    """As many as are plugged in now; two at most."""
    ports = machine.at("/sys/class/drm").glob("card*-*/status")
    plugged = sum(port.read_text("ascii").strip() == "connected" for port in ports)
    return "2" if plugged > 1 else "1"


def _bad_inches(machine: Machine, answer: str) -> str | None:
    del machine
    if re.fullmatch(r"\d{1,2}(\.\d{1,2})?", answer) and 3 <= float(answer) <= 65:
        return None
    return f'"{answer}" is no size: write the inches from corner to corner, such as 7 or 10.1.'


def _one_of(*known: str) -> Callable[[Machine, str], str | None]:
    def check(machine: Machine, answer: str) -> str | None:
        del machine
        return None if answer in known else f'"{answer}" is none of these: {", ".join(known)}.'

    return check


def _bad_rotation(machine: Machine, answer: str) -> str | None:
    del machine
    if _ROTATION.fullmatch(answer):
        return None
    return f'"{answer}" is no turn: write 0, 90, 180 or 270, or one for each display as DSI-1:90.'


def _usual(answer: str) -> Callable[[Machine], str]:
    return lambda _: answer


_off = _usual("off")
QUESTIONS = (
    Question("time_zone", "Time zone, if not the system's own", _zone, _bad_zone, is_asked=False),
    Question("language", "Language on the screen, en or de", _language, _one_of("en", "de")),
    Question("inches", "The touchscreen, inches corner to corner", _usual("7"), _bad_inches),
    Question(
        "displays", "Displays, 1 or 2 (the second one is the wall)", _displays, _one_of("1", "2")
    ),
    Question(
        "cable", "Exports by USB cable, on or off", _off, _one_of("on", "off"), is_asked=False
    ),
    Question("rotate", "Turns the screen, in degrees", _usual("0"), _bad_rotation, is_asked=False),
    Question("uart", "The serial pins, on or off", _off, _one_of("on", "off"), is_asked=False),
    Question("screen", "A screen, on or off", _usual("on"), _one_of("on", "off"), is_asked=False),
)

Answers = dict[str, str]


def read_answers(path: Path) -> Answers:
    """A TOML file with answers by name. Raises InstallError, which names what it does not know."""
    try:
        told: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise InstallError(f"{path} cannot be read: {error}.") from error
    known = [question.name for question in QUESTIONS]
    for name in told:
        if name not in known:
            raise InstallError(f"{path}: there is no answer {name}; there are {', '.join(known)}.")
    return {name: _word(value) for name, value in told.items()}


def _word(value: object) -> str:
    if isinstance(value, bool):
        return "on" if value else "off"
    return str(value)


def collect(
    machine: Machine,
    given: Mapping[str, str],
    earlier: Mapping[str, str],
    ask: Callable[[str], str] | None,
) -> Answers:
    """All answers: given by option or file, else as the last time, else asked, else the usual.

    `ask` shows a line and returns what was typed; None asks nobody. Raises InstallError.
    """
    found: Answers = {}
    for question in QUESTIONS:
        usual = earlier.get(question.name) or question.usual(machine)
        if question.name in given:
            answer = given[question.name]
        elif ask is not None and question.is_asked and question.name not in earlier:
            answer = _asked(machine, question, usual, ask)
        else:
            answer = usual
        if wrong := question.check(machine, answer):
            raise InstallError(wrong)
        found[question.name] = answer
    return found


def _asked(machine: Machine, question: Question, usual: str, ask: Callable[[str], str]) -> str:
    line = f"{question.words} [{usual}]: "
    while True:
        answer = ask(line).strip() or usual
        wrong = question.check(machine, answer)
        if wrong is None:
            return answer
        line = f"{wrong}\n{question.words} [{usual}]: "
