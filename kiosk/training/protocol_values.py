"""The kinds of values in a protocol file: names, amounts with their unit, numbers and ranges.

A range is kept as the file has it: a tuple of one value, or of the gentlest and the hardest.
"""

import unicodedata
from collections.abc import Callable
from typing import Annotated, cast

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
)

from kiosk.training.plan import rep_s
from kiosk.training.units import parse_distance, parse_duration, quoted
from kiosk.words import short, text


class Table(BaseModel):
    """A table of a protocol file: nothing unknown in it, nothing converted."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, allow_inf_nan=False)


def _plain(words: str) -> str:
    for char in words:
        if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"):
            raise ValueError(
                text("it contains the invisible character {char}; remove it", char=quoted(char))
            )
    return words


def plain_lines(words: str) -> str:
    for line in words.split("\n"):
        _plain(line)
    return words


def _takes_time(tempo: str) -> str:
    if rep_s(tempo) < 1:
        raise ValueError(text('a repetition takes time; write its seconds like "3-1-1"'))
    return tempo


def _texts(parse: Callable[[str], float], example: str) -> BeforeValidator:
    """One amount in quotes, or a rising range of two."""

    def check(value: object) -> tuple[str, ...]:
        is_range = isinstance(value, list)
        items = cast("list[object]", value) if is_range else [value]
        texts = tuple(item for item in items if isinstance(item, str))
        if len(texts) != len(items) or len(texts) != (2 if is_range else 1):
            raise ValueError(
                text(
                    "write it in quotes like {example}, or as a range of two such texts",
                    example=example,
                )
            )
        amounts = [parse(each) for each in texts]
        if len(amounts) == 2 and not amounts[0] < amounts[1]:
            raise ValueError(text("the range does not rise; write the lower value first"))
        return texts

    return BeforeValidator(check)


def _numbers(low: float, high: float, *, whole: bool) -> BeforeValidator:
    """One number from low to high, or a rising range of two."""
    return BeforeValidator(_number_reader(low, high, whole=whole))


def _number_reader(
    low: float, high: float, *, whole: bool
) -> Callable[[object], tuple[float, ...]]:
    def check(value: object) -> tuple[float, ...]:
        is_range = isinstance(value, list)
        items = cast("list[object]", value) if is_range else [value]
        kinds = int if whole else (int, float)
        numbers = tuple(
            item
            for item in items
            if isinstance(item, kinds) and not isinstance(item, bool) and low <= item <= high
        )
        if len(numbers) != len(items) or len(numbers) != (2 if is_range else 1):
            what = text("a whole number") if whole else text("a number")
            raise ValueError(
                text(
                    "{value} cannot be used; write {what} from {low} to {high}, or a range of "
                    "two of them in [ ]",
                    value=quoted(value),
                    what=what,
                    low=short(low),
                    high=short(high),
                )
            )
        if len(numbers) == 2 and numbers[0] > numbers[1]:
            raise ValueError(text("the range falls; write the lower value first"))
        return numbers

    return check


def _grade(value: object) -> tuple[float, ...]:
    """One grade, or a range from the gentlest to the steepest: [6, 8], [-3, -6]."""
    is_range = isinstance(value, list)
    ends = cast("list[object]", value) if is_range else []
    falls = [end for end in ends if isinstance(end, (int, float)) and end <= 0]
    if len(ends) != 2 or len(falls) != 2:
        numbers = _read_grade(value)
        if len(numbers) == 2 and numbers[0] < 0:
            raise ValueError(text("the range goes from down to up; make two steps of it"))
        return numbers
    if falls[0] < falls[1]:
        raise ValueError(text("write the gentlest grade first, then the steepest, like [-3, -6]"))
    return _read_grade(ends[::-1])[::-1]


def _pair(low: float, high: float) -> BeforeValidator:
    """Always two numbers, the second above the first."""
    read = _number_reader(low, high, whole=False)

    def check(value: object) -> tuple[float, ...]:
        ends = read(value)
        if len(ends) != 2 or ends[0] == ends[1]:
            raise ValueError(
                text(
                    "write two numbers, the lower first, like [{low}, {high}]",
                    low=short(low),
                    high=short(high),
                )
            )
        return ends

    return BeforeValidator(check)


def _seconds(value: object) -> int:
    if not isinstance(value, str):
        raise ValueError(text('write it in quotes like "60 s"'))  # noqa: TRY004  (pydantic's way)
    return parse_duration(value)


_read_grade = _number_reader(-20, 40, whole=False)
_trimmed = StringConstraints(strip_whitespace=True, min_length=1)
Name = Annotated[str, _trimmed, Field(max_length=60), AfterValidator(_plain)]
Line = Annotated[str, _trimmed, Field(max_length=200), AfterValidator(_plain)]
Identifier = Annotated[str, Field(pattern=r"^[a-z0-9-]+$", max_length=60)]
Percent = Annotated[float, Field(ge=-20, le=40)]
Grades = Annotated[tuple[float, ...], BeforeValidator(_grade)]
Speed = Annotated[float, Field(ge=0, le=30)]
Speeds = Annotated[tuple[float, ...], _numbers(0, 30, whole=False)]
Bpm = Annotated[float, Field(ge=30, le=230)]
Seconds = Annotated[int, BeforeValidator(_seconds)]
Durations = Annotated[tuple[str, ...], _texts(parse_duration, '"5 min"')]
Distances = Annotated[tuple[str, ...], _texts(parse_distance, '"400 m"')]
Repeats = Annotated[tuple[int, ...], _numbers(1, 100, whole=True)]
Reps = Annotated[tuple[int, ...], _numbers(1, 1000, whole=True)]
Load = Annotated[tuple[float, ...], _numbers(0, 500, whole=False)]
PercentOfMax = Annotated[float, Field(ge=30, le=100)]
PercentsOfMax = Annotated[tuple[float, ...], _pair(30, 100)]
PaceOffsets = Annotated[tuple[float, ...], _numbers(-300, 900, whole=False)]
Efforts = Annotated[tuple[int, ...], _numbers(1, 10, whole=True)]
Cadence = Annotated[tuple[float, ...], _numbers(1, 300, whole=False)]
Tempo = Annotated[
    str, Field(pattern=r"^[0-9]{1,2}(-[0-9]{1,2}){2,3}$"), AfterValidator(_takes_time)
]
