"""Sentences on the disk: kept so that they can still be said in any language when they are read."""

from collections.abc import Mapping
from typing import Any, cast

from kiosk.words import Number, Quantity, Text


def packed(value: object) -> object:
    """A sentence as JSON takes it; what is no text of ours becomes a plain string."""
    if isinstance(value, Text):
        return {"text": value.template, "values": {k: packed(v) for k, v in value.values.items()}}
    if isinstance(value, Number):
        return {"number": value.value, "digits": value.digits}
    if isinstance(value, Quantity):
        return {"quantity": value.value, "unit": value.unit, "digits": value.digits}
    return value if isinstance(value, int | float) else str(value)


def unpacked(value: object) -> object:
    """The sentence again. Raises ValueError, TypeError or KeyError for what `packed` never made."""
    if not isinstance(value, Mapping):
        return value if isinstance(value, int | float) else str(value)
    fields = cast("Mapping[str, Any]", value)
    if "number" in fields:
        return Number(float(fields["number"]), int(fields["digits"]))
    if "quantity" in fields:
        return Quantity(float(fields["quantity"]), fields["unit"], int(fields["digits"]))
    values = {str(name): unpacked(one) for name, one in fields["values"].items()}
    return Text(str(fields["text"]), values)
