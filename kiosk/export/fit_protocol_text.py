"""Writes a protocol file (TOML) from its keys."""

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import cast

Keys = dict[str, object]
"""A table of a protocol file; a repeat has its steps, again such tables, under "steps"."""
_MOST_ID = 60
_SPELT = str.maketrans(
    {"ß": "ss", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i"}
)
"""Letters that no accent makes."""
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


def slug(name: str) -> str:
    """An id made of a name: "Hügel & Straße" becomes "hugel-strasse"."""
    split = unicodedata.normalize("NFKD", name.translate(_SPELT))
    letters = split.encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:_MOST_ID].rstrip("-") or "workout"


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
