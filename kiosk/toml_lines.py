"""Finds the line of a key in TOML text, which the standard parser does not tell."""

import re
from collections.abc import Iterator, Mapping, Sequence

Path = tuple[str | int, ...]
"""Keys, and positions from 0 in arrays of tables: ("steps", 2, "heart_rate")."""

_KEY = r"""(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')"""
_DOTTED = rf"{_KEY}(?:[ \t]*\.[ \t]*{_KEY})*"
_HEADER = re.compile(rf"[ \t]*(\[\[?)[ \t]*({_DOTTED})[ \t]*\]")
_ASSIGNMENT = re.compile(rf"[ \t]*({_DOTTED})[ \t]*=")


def lines_of(text: str) -> dict[Path, int]:
    """The line, from 1, of every table header and of every key that begins a line.

    `text` must be valid TOML. Keys inside inline tables have no line of their own: `line_of`
    gives that of the nearest table or key around them.
    """
    lines: dict[Path, int] = {}
    arrays: dict[Path, int] = {}
    table: Path = ()
    for number, line in _lines_outside_strings(text):
        if header := _HEADER.match(line):
            table = _enter(arrays, _names(header[2]), is_array=header[1] == "[[")
            lines.setdefault(table, number)
        elif assignment := _ASSIGNMENT.match(line):
            names = _names(assignment[1])
            for length in range(1, len(names) + 1):
                lines.setdefault((*table, *names[:length]), number)
    return lines


def line_of(lines: Mapping[Path, int], path: Path) -> int | None:
    """Line of the key at `path`, or of the nearest table around it that has one."""
    for length in range(len(path), 0, -1):
        if path[:length] in lines:
            return lines[path[:length]]
    return None


def _enter(arrays: dict[Path, int], names: Sequence[str], *, is_array: bool) -> Path:
    """Path of the table a header opens; [[…]] opens the next one of its array."""
    path: Path = ()
    for depth, name in enumerate(names, 1):
        path = (*path, name)
        if is_array and depth == len(names):
            arrays[path] = arrays.get(path, -1) + 1
        if path in arrays:
            path = (*path, arrays[path])
    return path


def _names(dotted: str) -> list[str]:
    return [key.strip("\"'") for key in re.findall(_KEY, dotted)]


def _lines_outside_strings(text: str) -> Iterator[tuple[int, str]]:
    """Numbered lines that do not begin inside a multi-line text."""
    closer = ""
    for number, line in enumerate(text.split("\n"), 1):
        if not closer:
            yield number, line
        for quotes in re.findall(r'"""|\'\'\'', line):
            closer = "" if quotes == closer else closer or quotes
