"""Patterns for lines of text: those we ship, and a configuration's own once it is safe to use."""

import itertools
import re
import time
from functools import cache
from types import MappingProxyType

from kiosk.errors import SettingsError

LONGEST_LINE = 120
"""Characters; also what bounds the time that a clumsy pattern can take."""
MOST_S = 0.1
"""Of processor time for one line; a usual pattern takes a few microseconds."""

_NUMBER = r"[-+]?\d{1,6}(?:\.\d{1,9})?"
PRESETS = MappingProxyType(
    {
        # incline,12.3
        "csv": re.compile(
            rf"^(?:(?:incline|grade),(?P<grade>{_NUMBER})|speed,(?P<speed>{_NUMBER})"
            rf"|cadence,(?P<cadence>{_NUMBER})|pitch,(?P<pitch>{_NUMBER})"
            rf"|roll,(?P<roll>{_NUMBER}))$"
        ),
        # X=+00.430 Y=-00.084
        "xy": re.compile(rf"^X=(?P<roll>{_NUMBER})[ ,;]Y=(?P<pitch>{_NUMBER})$"),
    }
)

_HOSTILE = ("1", "a", " ", "+", "-", ".", ",", "=", "1.", "1,", "1 ", "a1", "a ", "=1")


@cache  # trying takes a while, and a port may be opened again and again
def compiled(pattern: str) -> re.Pattern[str]:
    """The configuration's pattern, which is known to be a regular expression with our groups.

    Raises SettingsError when it could take so long that nothing else would run meanwhile.
    """
    ready = re.compile(pattern, re.ASCII)
    if _repeats_repeats(pattern) or _is_slow(ready):
        raise SettingsError(
            "could take for ever on an odd line: let no repeated part contain another, and no two"
            " stand side by side"
        )
    return ready


def _repeats_repeats(pattern: str) -> bool:
    """Whether a repeated group contains a repeat or a choice: time then doubles by character.

    A few repeats of a fixed number, as in skipping three fields, are no danger.
    """
    text = re.sub(r"\\.", "x", pattern, flags=re.DOTALL)
    text = re.sub(r"\[\^?\]?[^\]]*\]", "x", text)
    text = re.sub(r"\(\?(?:P<\w+>|[:=!>]|<[=!])", "(", text)
    text = re.sub(r"[^()*+?{}|,\d]", "x", text)
    while (group := re.search(r"\(([^()]*)\)([*+]|\{\d*,\d*\}|\{\d+\})?", text)) is not None:
        inside, repeat = group.groups()
        is_busy = re.search(r"[*+?{|R]", inside) is not None
        if is_busy and repeat and not re.fullmatch(r"\{[0-8]\}", repeat):
            return True
        text = text[: group.start()] + ("R" if is_busy else "x") + text[group.end() :]
    return False


def _is_slow(pattern: re.Pattern[str]) -> bool:
    """Whether a line that does not fit takes long; tried at growing lengths, so that trying does
    not take long itself.
    """
    literal = re.match(r"\^?([\w =:,;]*)", pattern.pattern)
    starts = {"", literal[1] if literal else ""}
    for length in range(4, LONGEST_LINE + 1, 4):
        for start, unit in itertools.product(starts, _HOSTILE):
            line = start + (unit * length)[:length] + "\x7f"
            began = time.thread_time()  # of this thread's work alone, however busy the machine
            pattern.search(line)
            if time.thread_time() - began > MOST_S:
                return True
    return False
