"""Says in one sentence what is wrong in a protocol file, where, and how to mend it."""

import difflib
import re
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic_core import ErrorDetails

from kiosk.errors import ProtocolError
from kiosk.toml_lines import Path, line_of, lines_of
from kiosk.training.protocol_format import (
    REPEAT_TAG,
    STEP_TAG,
    GateTable,
    HeartRateTable,
    LaneTable,
    Protocol,
    RampTable,
    RepeatTable,
    RotationTable,
    StepTable,
)
from kiosk.training.units import quoted
from kiosk.words import joined, short, text

_EXAMPLES = {
    "id": 'id = "short-hills"',
    "name": 'name = "Short hills"',
    "modality": 'modality = "treadmill"',
    "kind": 'kind = "work"',
    "repeat": "repeat = 4",
    "steps": text("a [[steps]] table"),
    "block": 'block = "6 min"',
    "blocks": "blocks = 8",
    "lanes": text("a [[rotation.lanes]] table"),
    "station_kind": 'station_kind = "treadmill"',
}
_TYPES = {
    "string_type": text("a text in quotes"),
    "int_type": text("a whole number"),
    "int_from_float": text("a whole number"),
    "float_type": text("a number"),
    "finite_number": text("an ordinary number"),
    "bool_type": text("true or false"),
    "list_type": text("a list in [ ]"),
    "model_type": text("a table"),
}
_STEP_KEYS = {*StepTable.model_fields, *RepeatTable.model_fields}
_KNOWN_KEYS: Mapping[str, Iterable[str]] = {
    "": Protocol.model_fields,
    "steps": _STEP_KEYS,
    "heart_rate": HeartRateTable.model_fields,
    "until_heart_rate": GateTable.model_fields,
    "ramp": RampTable.model_fields,
    "rotation": RotationTable.model_fields,
    "lanes": LaneTable.model_fields,
}


def syntax_error(source: str, content: str, error: Exception) -> ProtocolError:
    """For text that is not TOML at all."""
    found = re.fullmatch(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", str(error))
    problem = found[1] if found else text("it is nested too deeply or holds an impossible number")
    last = content.rstrip().count("\n") + 1
    line = text(", line {line}", line=found[2] or last) if found else ""
    problem = "".join(c if c.isprintable() else "?" for c in problem)
    return ProtocolError(
        text(
            "{source}{line}: this is not valid TOML ({problem}); correct it there.",
            source=source,
            line=line,
            problem=problem,
        )
    )


def format_error(source: str, content: str, errors: Iterable[ErrorDetails]) -> ProtocolError:
    """For TOML that is no protocol: the first unknown key, else the first other mistake.

    Unknown keys lead because a misspelt key is reported as missing too.
    """
    lines = lines_of(content)

    def urgency(error: ErrorDetails) -> tuple[bool, int]:
        return error["type"] != "extra_forbidden", line_of(lines, _path(error)) or 0

    error = min(errors, key=urgency)
    path = _path(error)
    return located(
        source, path[:-1] if error["type"] == "missing" else path, _problem(error), lines
    )


def located(source: str, path: Path, problem: str, lines: Mapping[Path, int]) -> ProtocolError:
    """The sentence: file, line, path of the key (counted from 1), problem and mend."""
    line = line_of(lines, path)
    steps: list[str] = []
    for part in path:
        if isinstance(part, int):
            steps[-1] += f" {part + 1}"
        else:
            steps.append(part if part.isidentifier() and len(part) <= 40 else quoted(part))
    where = [source] if line is None else [source, text("line {line}", line=line)]
    place = [joined(", ", where), *([" → ".join(steps)] if steps else [])]
    return ProtocolError(text("{place}: {problem}.", place=joined(": ", place), problem=problem))


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like a misspelt one, or None if none is like it."""
    return next(iter(difflib.get_close_matches(word[:60], sorted(known), n=1)), None)


def _path(error: ErrorDetails) -> Path:
    return tuple(part for part in error["loc"] if part not in (STEP_TAG, REPEAT_TAG))


def _problem(error: ErrorDetails) -> str:
    kind, context = error["type"], error.get("ctx", {})
    path = _path(error)
    key = str(path[-1]) if path else ""
    given = text("not {value}", value=quoted(error["input"]))
    if kind == "value_error":
        return str(context["error"])
    if kind == "missing":
        return text(
            'the key "{key}" is missing; add {example}', key=key, example=_EXAMPLES.get(key, key)
        )
    if kind == "extra_forbidden":
        return _unknown_key(path)
    if kind in _TYPES:
        return text("it must be {wanted}, {given}; correct it", wanted=_TYPES[kind], given=given)
    if kind in ("greater_than_equal", "less_than_equal"):
        return text("it must be {wanted}, {given}; correct it", wanted=_limit(context), given=given)
    if kind == "literal_error":
        wanted = str(context["expected"]).removeprefix("'', ")
        return text("it must be {wanted}, {given}; correct it", wanted=wanted, given=given)
    if kind == "string_pattern_mismatch":
        wanted = (
            text('seconds joined by hyphens, like "3-1-1"')
            if key == "tempo"
            else text('small letters, digits and hyphens, like "short-hills"')
        )
        return text("it must be {wanted}, {given}; correct it", wanted=wanted, given=given)
    return _length_problem(kind, context) or text("{what}; correct it", what=error["msg"].lower())


def _limit(context: Mapping[str, Any]) -> str:
    if "ge" in context:
        return text("at least {limit}", limit=short(context["ge"]))
    return text("at most {limit}", limit=short(context["le"]))


def _length_problem(kind: str, context: Mapping[str, Any]) -> str | None:
    match kind:
        case "too_short":
            return text(
                "it needs at least {count} entry or entries; add what is missing",
                count=context["min_length"],
            )
        case "too_long":
            return text(
                "it may have at most {count} entries; remove some", count=context["max_length"]
            )
        case "string_too_short":
            return text("the text is empty; fill it in")
        case "string_too_long":
            return text(
                "the text is longer than {count} characters; shorten it",
                count=context["max_length"],
            )
        case _:
            return None


def _unknown_key(path: Path) -> str:
    tables = [part for part in path[:-1] if isinstance(part, str)]
    known = sorted(_KNOWN_KEYS.get(tables[-1] if tables else "", ()))
    guess = nearest(str(path[-1]), known)
    mend = (
        text('the nearest known one is "{guess}"', guess=guess)
        if guess
        else text("known here: {keys}", keys=", ".join(known))
    )
    return text("this key is unknown; {mend}", mend=mend)
