"""Lines for whoever helps, with nobody in them: only our own words stay, and no number does.

A list of names to take out would miss whoever has been erased since. So it is the other way round:
a word stays if it stands in a sentence of the program, and even then not if it is somebody's name.
"""

import ast
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final

GONE: Final = "…"
"""In the place of every other word."""
_HERE: Final = Path(__file__).parent.parent
_PACKAGES: Final = ("kiosk", "drivers", "screens")
_SAID: Final = re.compile(
    r'(?:\btext|\btr|_logger\.\w+|Error|Refused)\(\s*((?:f?"(?:[^"\\\n]|\\.)*"\s*)+)'
)
_LITERAL: Final = re.compile(r'"(?:[^"\\\n]|\\.)*"')
_FIELD: Final = re.compile(r"\{[^{}]*\}|%[-+ #0-9.]*[a-zA-Z]")
_WORD: Final = re.compile(r"[^\W\d_]+")
_TOKEN: Final = re.compile(r"[^\W_]+")
_FRAME: Final = re.compile(
    r'^\s*File "[^"]*/((?:kiosk|drivers|screens|site-packages/\w+|python3\.\d+)/[\w/.-]+\.py)",'
    r" line (\d+), in ([A-Za-z_<][\w<>]*)$"
)
_LOGGED: Final = re.compile(r"^([A-Z]+ (?:kiosk|drivers|screens)(?:\.\w+)*: )(.*)$")
_FAULT: Final = re.compile(
    r"^((?:[a-z_]\w*\.)*[A-Z]\w*(?:Error|Exception|Interrupt|Exit))(:|$)(.*)"
)
_SYSTEM: Final = (
    "ERROR WARNING INFO CRITICAL DEBUG Traceback most recent call last File line in the above"
    " exception during handling of another occurred was direct cause following Started Starting"
    " Stopped Stopping Failed start stop with result exit code signal timeout watchdog Main process"
    " exited code killed dumped status Scheduled restart job counter is at switchback service"
    " systemd Consumed CPU time memory peak Deactivated successfully limit seconds Killing cage wlr"
    " wlroots backend output HDMI DSI Wayland Qt QML qt qml Segmentation fault Aborted ABRT KILL"
    " TERM SEGV bus connected disconnected lost device USB ANT EIO ENODEV ENOSPC Permission denied"
    " No such file or directory not found Input output error space left on device timed out sqlite"
    " database disk image malformed locked full readonly Broken pipe Connection refused reset"
)


@cache
def vocabulary() -> frozenset[str]:
    """The words of all sentences in the program, in small letters."""
    words = set(_WORD.findall(_SYSTEM))
    for package in _PACKAGES:
        for path in sorted((_HERE / package).rglob("*.py")):
            for said in _SAID.findall(path.read_text("utf-8")):
                for literal in _LITERAL.findall(said):
                    words.update(_WORD.findall(_FIELD.sub(" ", str(ast.literal_eval(literal)))))
    return frozenset(word.casefold() for word in words)


def words_of(names: Iterable[str]) -> frozenset[str]:
    """Every part of every name, in small letters."""
    return frozenset(word.casefold() for name in names for word in _TOKEN.findall(name))


def scrub(line: str, names: frozenset[str] = frozenset()) -> str:
    """One line without names and numbers; places in the program and kinds of errors stay. `names`
    are those of `words_of`.
    """
    frame = _FRAME.match(line)
    if frame is not None:
        return f'  File "{frame[1]}", line {frame[2]}, in {frame[3]}'
    logged = _LOGGED.match(line)
    if logged is not None:
        return logged[1] + scrub(logged[2], names)
    fault = _FAULT.match(line)
    if fault is not None:
        return fault[1] + fault[2] + scrub(fault[3], names)
    known = vocabulary()

    def kept(found: re.Match[str]) -> str:
        word = found[0]
        if any(letter.isdigit() for letter in word):
            return "#"
        is_ours = word.casefold() in known and word.casefold() not in names
        return word if is_ours else GONE

    said = _TOKEN.sub(kept, line)
    return "".join(letter if letter.isprintable() else " " for letter in said)
