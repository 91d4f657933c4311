"""Writes a protocol file (TOML) from its keys."""

import json
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import cast

Keys = dict[str, object]
"""A table of a protocol file; a repeat has its steps, again such tables, under "steps"."""
_HIDDEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


def protocol_text(head: Mapping[str, object], steps: Sequence[Keys]) -> str:
    """The file's text: the head's keys, then a table for each step."""
    lines = [f"{key} = {_value(value)}" for key, value in head.items()]
    return "\n".join([*lines, *_tables(steps, "steps")]) + "\n"


def table_of(value: object) -> Keys | None:
    """A value that is a table of its own, or None."""
    return cast("Keys", value) if isinstance(value, dict) else None


def plain(text: str, most: int) -> str:
    """Foreign text as a protocol file takes it: on one line, nothing hidden, `most` characters."""
    shown = "".join(" " if unicodedata.category(c) in _HIDDEN else c for c in text)
    return " ".join(shown.split())[:most].rstrip()


def _tables(steps: Sequence[Keys], heading: str) -> Iterator[str]:
    for step in steps:
        yield f"\n[[{heading}]]"
        for key, value in step.items():
            if key != "steps":
                yield f"{key} = {_value(value)}"
        yield from _tables(cast("Sequence[Keys]", step.get("steps", ())), f"{heading}.steps")


def _value(value: object) -> str:
    """A value in TOML, whose texts, numbers and lists are written like JSON's."""
    if isinstance(value, dict):
        table = cast("Keys", value)
        return f"{{ {', '.join(f'{key} = {_value(item)}' for key, item in table.items())} }}"
    if isinstance(value, list):
        return f"[{', '.join(_value(item) for item in cast('list[object]', value))}]"
    return json.dumps(value, ensure_ascii=False)
