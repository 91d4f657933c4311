"""What a row of a roster changes, in words."""

from collections.abc import Mapping

from kiosk.training.athlete import Athlete
from kiosk.words import Text, joined, short, text


def column(what: str) -> Text:
    return {
        "name": text("name"),
        "birth_year": text("birth year"),
        "sex": text("sex"),
        "max_hr": text("maximum heart rate"),
        "resting_hr": text("resting heart rate"),
        "threshold_hr": text("threshold heart rate"),
        "ceiling_hr": text("ceiling"),
        "weight_kg": text("weight"),
        "zone_edges": text("zone edges"),
        "straps": text("straps"),
    }[what]


def change_words(before: Athlete, wanted: Athlete, changes: Mapping[str, object]) -> Text:
    told = [what for what in changes if what != "threshold_on" and (before.id or what != "name")]
    if not before.id:
        parts = [
            text("{what} {new}", what=column(what), new=_value(getattr(wanted, what)))
            for what in told
        ]
        return joined(", ", parts) if parts else text("only the name")
    return joined(
        ", ",
        [
            text(
                "{what} {old} → {new}",
                what=column(what),
                old=_value(getattr(before, what)),
                new=_value(getattr(wanted, what)),
            )
            for what in told
        ],
    )


def _value(value: object) -> object:
    match value:
        case None | () | "":
            return "–"
        case tuple():
            return " ".join(f"{part:g}" for part in value)  # pyright: ignore[reportUnknownVariableType]
        case float():
            return short(value)
        case _:
            return value
