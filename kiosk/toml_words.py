"""Plain sentences for a TOML file that is wrong: file, line, key and what to do."""

import difflib
import re
from collections.abc import Sequence
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from kiosk.toml_lines import line_of, lines_of

Location = Sequence[str | int]


class WrongAt(ValueError):
    """A check over several keys that names the one to change, seen from where the check stands."""

    def __init__(self, where: Location, reason: str) -> None:
        super().__init__(reason)
        self.where = tuple(where)


_MENDS = {
    "string_type": 'write it as text in "quotes"',
    "string_too_short": "it is empty; write something there or take the line out",
    "int_type": "write a whole number without quotes",
    "float_type": "write a number without quotes",
    "bool_type": "write true or false without quotes",
    "tuple_type": "it must be a list, so that its heading stands in [[two brackets]]",
    "list_type": "it must be a list",
    "model_type": "it must be a table of its own, under a [heading]",
}


def syntax_sentence(source: str, error: ValueError) -> str:
    """For text that is not TOML at all."""
    if isinstance(error, UnicodeDecodeError):
        return f"{source} is not a UTF-8 text file: save it as plain text again."
    return f"{source} is not valid TOML: {error}. Mend that line."


def explain(source: str, text: str, error: ValidationError, model: type[BaseModel]) -> str:
    """One sentence for the first thing that is wrong, and how many more there are."""
    problems = error.errors(include_url=False)
    first = next((p for p in problems if p["type"] == "extra_forbidden"), problems[0])
    where = [part for part in first["loc"] if isinstance(part, int) or _is_key(part)]
    check = first.get("ctx", {}).get("error")
    where += check.where if isinstance(check, WrongAt) else ()
    line = line_of(lines_of(text), tuple(where))
    place = f"{source}, line {line}" if line else source
    more = f" ({len(problems) - 1} more after that.)" if len(problems) > 1 else ""
    return f"{place}: {_problem(dict(first), where, model)}{more}"


def nearest(word: str, known: Sequence[str]) -> str:
    """Which known word is meant: a slip of the finger, or the beginning of one word only; else all
    that are known.
    """
    close = difflib.get_close_matches(word.casefold(), known, n=1, cutoff=0.7)
    if not close and len(word) >= 3:
        begun = word.casefold()
        alike = [one for one in known if one.startswith(begun) or begun.startswith(one)]
        close = alike if len(alike) == 1 else []
    if close:
        return f'did you mean "{close[0]}"?'
    if not known:
        return "take it out."
    return f"known here are {', '.join(sorted(known))}."


def _problem(first: dict[str, Any], where: Location, model: type[BaseModel]) -> str:
    spoken = speak(where)
    kind = str(first["type"])
    if kind == "extra_forbidden":
        known = known_keys(model, where[:-1])
        return f"{spoken} is not a known key: {nearest(str(where[-1]), known)}"
    if kind == "missing":
        return f"{spoken} is missing: add it."
    reason = str(first["msg"]).removeprefix("Value error, ").rstrip(".")
    if kind == "value_error":
        return f"{spoken}: {reason}." if spoken else f"{reason}."
    got = repr(first.get("input"))
    shown = got if len(got) <= 40 else got[:37] + "…"
    mend = _MENDS.get(kind, reason[:1].lower() + reason[1:])
    return f"{spoken} = {shown} cannot be used: {mend}."


def speak(where: Location) -> str:
    """("stations", 0, "incline", "port") as "stations 1 → incline → port"."""
    words: list[str] = []
    for part in where:
        if isinstance(part, int) and words:
            words[-1] += f" {part + 1}"
        else:
            words.append(str(part))
    return " → ".join(words)


def known_keys(model: type[BaseModel], where: Location) -> list[str]:
    """The keys that may stand in the table at `where`."""
    at: Any = model
    for part in where:
        if isinstance(part, int):
            continue
        field = at.model_fields.get(part)
        if field is None:
            return []
        at = _model_in(field.annotation) or at
    return [f.alias or name for name, f in at.model_fields.items()]


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for inner in get_args(annotation):
        found = _model_in(inner)
        if found is not None:
            return found
    return None


def _is_key(part: str) -> bool:
    """Pydantic puts names of union members into a location; those are no keys of the file."""
    return re.fullmatch(r"[\w-]+", part) is not None and part not in ("int", "str", "float")
