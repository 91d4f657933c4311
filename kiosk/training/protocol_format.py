"""The shape of a protocol file: its tables and keys, each checked as it is read.

Ranges (duration, distance, repeat, reps, load_kg) are kept as the file has them, as a tuple of
one value or of the lowest and the highest; what is run is chosen from them at the start.
"""

import unicodedata
from collections.abc import Callable
from typing import Annotated, Literal, Self, cast

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
    model_validator,
)

from kiosk.training.plan import Part, Side, StationKind, StepKind
from kiosk.training.units import parse_distance, parse_duration, quoted

Modality = Literal["treadmill", "stair", "circuit", "any"]
STEP_TAG, REPEAT_TAG = "<step>", "<repeat>"
"""Appear in pydantic's locations only; no TOML key that we know looks like them."""


def _plain(text: str) -> str:
    for char in text:
        if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"):
            raise ValueError(f"it contains the invisible character {quoted(char)}; remove it")
    return text


def _plain_lines(text: str) -> str:
    for line in text.split("\n"):
        _plain(line)
    return text


def _texts(parse: Callable[[str], float], example: str) -> BeforeValidator:
    """One amount in quotes, or a rising range of two."""

    def check(value: object) -> tuple[str, ...]:
        is_range = isinstance(value, list)
        items = cast("list[object]", value) if is_range else [value]
        texts = tuple(item for item in items if isinstance(item, str))
        if len(texts) != len(items) or len(texts) != (2 if is_range else 1):
            raise ValueError(f"write it in quotes like {example}, or as a range of two such texts")
        amounts = [parse(text) for text in texts]
        if len(amounts) == 2 and not amounts[0] < amounts[1]:
            raise ValueError("the range does not rise; write the lower value first")
        return texts

    return BeforeValidator(check)


def _numbers(low: float, high: float, *, whole: bool) -> BeforeValidator:
    """One number from low to high, or a rising range of two."""

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
            what = "a whole number" if whole else "a number"
            raise ValueError(
                f"{quoted(value)} cannot be used; write {what} from {low:g} to {high:g}, "
                "or a range of two of them in [ ]"
            )
        if len(numbers) == 2 and numbers[0] > numbers[1]:
            raise ValueError("the range falls; write the lower value first")
        return numbers

    return BeforeValidator(check)


def _cannot_run(what: str) -> BeforeValidator:
    def refuse(_: object) -> None:
        raise ValueError(
            f"this version cannot run {what}; end the step by duration, distance or "
            'until = "button" and leave this key out'
        )

    return BeforeValidator(refuse)


_trimmed = StringConstraints(strip_whitespace=True, min_length=1)
Name = Annotated[str, _trimmed, Field(max_length=60), AfterValidator(_plain)]
Line = Annotated[str, _trimmed, Field(max_length=200), AfterValidator(_plain)]
Identifier = Annotated[str, Field(pattern=r"^[a-z0-9-]+$", max_length=60)]
Percent = Annotated[float, Field(ge=-20, le=40)]
Speed = Annotated[float, Field(ge=0, le=30)]
Bpm = Annotated[float, Field(ge=30, le=230)]
Durations = Annotated[tuple[str, ...], _texts(parse_duration, '"5 min"')]
Distances = Annotated[tuple[str, ...], _texts(parse_distance, '"400 m"')]
Repeats = Annotated[tuple[int, ...], _numbers(1, 100, whole=True)]
Reps = Annotated[tuple[int, ...], _numbers(1, 1000, whole=True)]
Load = Annotated[tuple[float, ...], _numbers(0, 500, whole=False)]
Efforts = Annotated[tuple[int, ...], _numbers(1, 10, whole=True)]
Cadence = Annotated[tuple[float, ...], _numbers(1, 300, whole=False)]


class _Table(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
        strict=True,
        frozen=True,
        allow_inf_nan=False,
    )


class HeartRateTable(_Table):
    """{ zone, part } of the athlete's own zones, or { low, high } in bpm for everybody."""

    zone: Annotated[int, Field(ge=1, le=5)] | None = None
    part: Part | None = None
    low: Bpm | None = None
    high: Bpm | None = None

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        by_bpm = self.low is not None and self.high is not None
        if self.zone is not None and self.low is None and self.high is None:
            return self
        if self.zone is not None or self.part is not None or not by_bpm:
            raise ValueError(
                "give either zone (with or without part) or both low and high, like { zone = 3, "
                'part = "mid" } or { low = 140, high = 150 }'
            )
        if self.low is not None and self.high is not None and self.high - self.low < 1:
            raise ValueError("low must be at least 1 bpm below high; correct one of them")
        return self


class RampTable(_Table):
    """Values that go evenly from the first to the second over the step."""

    grade_percent: Annotated[list[Percent], Field(min_length=2, max_length=2)] | None = None
    speed_kmh: Annotated[list[Speed], Field(min_length=2, max_length=2)] | None = None

    @model_validator(mode="after")
    def _not_empty(self) -> Self:
        if self.grade_percent is None and self.speed_kmh is None:
            raise ValueError("it is empty; write it like { grade_percent = [0, 15] }")
        return self


class StepTable(_Table):
    """One step; it ends by exactly one of duration, distance and until."""

    name: Name
    kind: StepKind
    duration: Durations | None = None
    distance: Distances | None = None
    until: Literal["button"] | None = None
    until_heart_rate: Annotated[None, _cannot_run("a step that ends by heart rate")] = None
    heart_rate: HeartRateTable | None = None
    grade_percent: Percent | None = None
    speed_kmh: Speed | None = None
    ramp: RampTable | None = None
    rpe: Efforts | None = None
    cues: Annotated[list[Line], Field(max_length=20)] = []
    pace: Name | None = None
    cadence_spm: Cadence | None = None
    reps: Reps | None = None
    load_kg: Load | None = None
    side: Side | None = None
    tempo: Annotated[str, Field(pattern=r"^[0-9]{1,2}(-[0-9]{1,2}){2,3}$")] | None = None
    station_kind: StationKind | None = None

    @model_validator(mode="after")
    def _one_end(self) -> Self:
        ends = [key for key in ("duration", "distance", "until") if getattr(self, key) is not None]
        if len(ends) > 1:
            raise ValueError(
                f"the step has both {' and '.join(ends)}; keep the one that shall end it"
            )
        if not ends and self.reps is not None:
            raise ValueError(
                "this version cannot run a step that ends by its repetitions; add a duration or "
                'until = "button"'
            )
        if not ends:
            raise ValueError(
                'the step never ends; add duration = "5 min", distance = "400 m" or '
                'until = "button"'
            )
        return self

    @model_validator(mode="after")
    def _ramp_fits(self) -> Self:
        speeds = [self.speed_kmh]
        if self.ramp is not None:
            for key in ("grade_percent", "speed_kmh"):
                if getattr(self, key) is not None and getattr(self.ramp, key) is not None:
                    raise ValueError(f"{key} is given twice, alone and in ramp; keep one of them")
            if self.until is not None:
                raise ValueError(
                    "a ramp needs to know how long the step is; give it a duration or a distance "
                    "instead of until"
                )
            speeds = self.ramp.speed_kmh or speeds
        if self.distance is not None and not any(speed is None or speed > 0 for speed in speeds):
            raise ValueError(
                "the step would never end at 0 km/h; give a speed or a duration instead"
            )
        return self


class RepeatTable(_Table):
    """Steps done several times over."""

    repeat: Repeats
    steps: "Annotated[list[Entry], Field(min_length=1)]"


def _tag(table: object) -> str:
    keys = cast("dict[str, object]", table) if isinstance(table, dict) else ()
    repeats = isinstance(table, RepeatTable) or "repeat" in keys or "steps" in keys
    return REPEAT_TAG if repeats else STEP_TAG


Entry = Annotated[
    Annotated[StepTable, Tag(STEP_TAG)] | Annotated[RepeatTable, Tag(REPEAT_TAG)],
    Discriminator(_tag),
]
RepeatTable.model_rebuild()


class Protocol(_Table):
    """A whole protocol file."""

    id: Identifier
    name: Name
    modality: Modality
    description: Annotated[str, Field(max_length=2000), AfterValidator(_plain_lines)] | None = None
    steps: Annotated[list[Entry], Field(min_length=1)]
