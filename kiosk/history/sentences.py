"""Sentences in a text column: one that was filled in keeps its template, to be translated."""

import json
from collections.abc import Mapping
from typing import cast

from kiosk.words import Number, Opening, Quantity, Text, Unit

_MARK = '{"template": '
"""What such a column begins with; no sentence does, and neither did any of an older program."""


def kept(words: str) -> str:
    """As it goes into the column: a sentence of one piece as it is, any other as JSON."""
    if not isinstance(words, Text) or not words.values:
        return str.__str__(words)
    return json.dumps(_packed(words), ensure_ascii=False)


def told(column: str) -> str:
    """The sentence again, a Text where it was one; never raises."""
    if not column.startswith(_MARK):
        return column
    try:
        return cast("str", _unpacked(json.loads(column)))
    except (ValueError, KeyError, TypeError, IndexError, AttributeError):
        return column  # a strange sentence is better than a history that cannot be read


def _packed(value: object) -> object:
    match value:
        case Text():
            values = {name: _packed(one) for name, one in value.values.items()}
            return {"template": value.template, "values": values}
        case Number():
            return {"number": value.value, "digits": value.digits}
        case Quantity():
            return {"quantity": value.value, "unit": value.unit, "digits": value.digits}
        case Opening():
            return {"opening": _packed(value.words)}
        case bool() | int() | float() | None:
            return value
        case _:
            return str(value)


def _unpacked(value: object) -> object:
    if not isinstance(value, dict):
        return value
    found = cast("Mapping[str, object]", value)
    match found:
        case {"template": str(template), "values": values}:
            pieces = cast("Mapping[str, object]", values)
            return Text(template, {name: _unpacked(one) for name, one in pieces.items()})
        case {"number": int() | float() as number, "digits": int(digits)}:
            return Number(number, digits)
        case {
            "quantity": int() | float() as amount,
            "unit": "km/h" | "m" | "kg" as unit,
            "digits": int(digits),
        }:
            return Quantity(amount, cast("Unit", unit), digits)
        case {"opening": words}:
            return Opening(cast("str", _unpacked(words)))
        case _:
            raise ValueError(found)
