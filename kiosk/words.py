"""Sentences that can still be translated: English text that remembers what it was made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Self

Unit = Literal["km/h", "m", "kg"]


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a sentence, with so many decimals; the screen writes it as its language does."""

    value: float
    digits: int = 0

    def __str__(self) -> str:
        return f"{self.value:.{self.digits}f}"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A speed, a height or a load in a sentence; the screen writes it in the units that are set."""

    value: float
    unit: Unit
    digits: int = 0

    def __str__(self) -> str:
        return f"{self.value:.{self.digits}f} {self.unit}"


def short(value: float) -> Number:
    """With no more decimals than it has, and six figures at most: 7.5, 15."""
    return Number(value, len(f"{value:g}".partition(".")[2]))


@dataclass(frozen=True, slots=True)
class Opening:
    """Words at the beginning of a sentence: with a capital, in whatever language."""

    words: str

    def __str__(self) -> str:
        return self.words[:1].upper() + self.words[1:]


class Text(str):
    """English, like any other string; the screen translates `template` and fills it in again."""

    __slots__ = ("template", "values")

    template: str
    values: Mapping[str, object]

    def __new__(cls, template: str, values: Mapping[str, object]) -> Self:
        made = super().__new__(cls, template.format(**values) if values else template)
        made.template, made.values = template, values
        return made

    def __str__(self) -> "Text":
        """Itself, so that `str(error)` can still be translated."""
        return self

    def __getnewargs__(self) -> tuple[str, Mapping[str, object]]:  # pyright: ignore[reportIncompatibleMethodOverride] - str's copies have one argument
        """So that a plan with a text in it can be copied."""
        return self.template, self.values


def text(template: str, **values: object) -> Text:
    """A sentence for people: `text("Set {grade} %", grade=Number(7.5, 1))`.

    The template is a literal, because the translators' list is made by reading the source. Values
    are names, counts, Numbers, Quantities, or texts of their own, which are translated too.
    """
    return Text(template, values)


def named(name: str) -> Text:
    """A workout's or a step's name within a sentence: those of our own files are translated."""
    return Text(name, {})


def joined(separator: str, parts: Sequence[str]) -> Text:
    """Several texts one after another, each translated for itself; so is a worded separator."""
    values = {f"p{number}": part for number, part in enumerate(parts)}
    between = "{separator}" if isinstance(separator, Text) else separator
    template = between.join(f"{{{name}}}" for name in values)
    return Text(template, {**values, "separator": separator} if values else {})


def listed(names: Sequence[str]) -> str:
    """ "A", "A and B", "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return text("{names} and {last}", names=joined(", ", names[:-1]), last=names[-1])
