"""Sentences that can still be translated: English text that remembers what it was made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a sentence, with so many decimals; the screen writes it as its language does."""

    value: float
    digits: int = 0

    def __str__(self) -> str:
        return f"{self.value:.{self.digits}f}"


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


def text(template: str, **values: object) -> Text:
    """A sentence for people: `text("Set {grade} %", grade=Number(7.5, 1))`.

    The template is a literal, because the translators' list is made by reading the source. Values
    are names, counts, Numbers, or texts of their own, which are translated too.
    """
    return Text(template, values)


def joined(separator: str, parts: Sequence[str]) -> Text:
    """Several texts one after another; each is translated for itself."""
    values = {f"p{number}": part for number, part in enumerate(parts)}
    return Text(separator.join(f"{{{name}}}" for name in values), values)


def listed(names: Sequence[str]) -> str:
    """ "A", "A and B", "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return text("{names} and {last}", names=joined(", ", names[:-1]), last=names[-1])
