"""The shape of a protocol file: its tables and keys, each checked as it is read.

Ranges (duration, distance, repeat, reps, load_kg, grade_percent, speed_kmh, blocks) are kept as the
file has them, as a tuple of one value or of two; what is run is chosen from them at the start.
"""

from typing import Annotated, Literal, Self, cast

from pydantic import AfterValidator, Discriminator, Field, Tag, model_validator

from kiosk.training.plan import Category, Level, Part, Side, StationKind, StepKind
from kiosk.training.protocol_values import (
    Bpm,
    Cadence,
    Distances,
    Durations,
    Efforts,
    Grades,
    Identifier,
    Line,
    Load,
    Name,
    PaceOffsets,
    Percent,
    PercentOfMax,
    PercentsOfMax,
    Repeats,
    Reps,
    Seconds,
    Speed,
    Speeds,
    Table,
    Tempo,
    plain_lines,
)
from kiosk.words import listed, text

Modality = Literal["treadmill", "stair", "circuit", "any"]
TestId = Literal[
    "ebbeling-walk",
    "queens-college-step",
    "hr-drift",
    "lthr-30",
    "cpat-stair",
    "ymca-step",
    "chester-step",
    "bruce",
    "balke",
]
STEP_TAG, REPEAT_TAG = "<step>", "<repeat>"
"""Appear in pydantic's locations only; no TOML key that we know looks like them."""
ENDS = ("duration", "distance", "until", "until_heart_rate")
"""A step has exactly one of these, or its repetitions alone."""


class HeartRateTable(Table):
    """{ zone, part } of the athlete's own zones, { percent_max } of the athlete's own maximum, or
    { low, high } in bpm for everybody.
    """

    zone: Annotated[int, Field(ge=1, le=5)] | None = None
    part: Part | None = None
    percent_max: PercentsOfMax | None = None
    low: Bpm | None = None
    high: Bpm | None = None

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        given = {key for key in type(self).model_fields if getattr(self, key) is not None}
        if given not in ({"zone"}, {"zone", "part"}, {"percent_max"}, {"low", "high"}):
            raise ValueError(
                text(
                    "give either zone (with or without part), percent_max, or both low and "
                    'high, like { zone = 3, part = "mid" }, { percent_max = [50, 70] } or { '
                    "low = 140, high = 150 }"
                )
            )
        if self.low is not None and self.high is not None and self.high - self.low < 1:
            raise ValueError(text("low must be at least 1 bpm below high; correct one of them"))
        return self


class GateTable(Table):
    """Ends a step when the heart has come down or up; the first condition that holds suffices."""

    below_percent_max: PercentOfMax | None = None
    below: Bpm | None = None
    above: Bpm | None = None
    fall: Annotated[float, Field(ge=1, le=150)] | None = None
    """Bpm below what the step began at."""
    at_least: Seconds = 30
    at_most: Seconds = 120

    @model_validator(mode="after")
    def _has_a_condition(self) -> Self:
        falls = any(value is not None for value in (self.below_percent_max, self.below, self.fall))
        if not falls and self.above is None:
            raise ValueError(
                text(
                    "it has no condition; add below_percent_max, below, above or fall, like { "
                    "below_percent_max = 65, fall = 25 }"
                )
            )
        if falls and self.above is not None:
            raise ValueError(text("it waits for a rise and for a fall; keep above or the others"))
        if self.at_least > self.at_most:
            raise ValueError(
                text(
                    "at_least ({at_least} s) is longer than at_most ({at_most} s); correct one "
                    "of them (left out they are 30 s and 120 s)",
                    at_least=self.at_least,
                    at_most=self.at_most,
                )
            )
        return self


class RampTable(Table):
    """Values that go evenly from the first to the second over the step."""

    grade_percent: Annotated[list[Percent], Field(min_length=2, max_length=2)] | None = None
    speed_kmh: Annotated[list[Speed], Field(min_length=2, max_length=2)] | None = None

    @model_validator(mode="after")
    def _not_empty(self) -> Self:
        if self.grade_percent is None and self.speed_kmh is None:
            raise ValueError(text("it is empty; write it like { grade_percent = [0, 15] }"))
        return self


class StepTable(Table):
    """One step; it ends by exactly one of duration, distance, until and until_heart_rate, or when
    its reps are done.
    """

    name: Name
    kind: StepKind
    duration: Durations | None = None
    distance: Distances | None = None
    until: Literal["button"] | None = None
    until_heart_rate: GateTable | None = None
    heart_rate: HeartRateTable | None = None
    grade_percent: Grades | None = None
    speed_kmh: Speeds | None = None
    marathon_pace: PaceOffsets | None = None
    """Seconds a mile slower than the athlete's marathon pace; negative is quicker."""
    ramp: RampTable | None = None
    rpe: Efforts | None = None
    cues: Annotated[list[Line], Field(max_length=20)] = Field(default_factory=list[Line])
    pace: Name | None = None
    cadence_spm: Cadence | None = None
    reps: Reps | None = None
    load_kg: Load | None = None
    side: Side | None = None
    tempo: Tempo | None = None
    station_kind: StationKind | None = None

    @property
    def grades(self) -> tuple[float, ...]:
        """Every grade that the step may ask for, in percent: the ends of its range or ramp."""
        ramp = self.ramp.grade_percent if self.ramp else None
        return self.grade_percent or tuple(ramp or ())

    @model_validator(mode="after")
    def _one_end(self) -> Self:
        ends = [key for key in ENDS if getattr(self, key) is not None]
        if len(ends) > 1:
            raise ValueError(
                text("the step has both {ends}; keep the one that shall end it", ends=listed(ends))
            )
        if not ends and self.reps is None:
            raise ValueError(
                text(
                    'the step never ends; add duration = "5 min", distance = "400 m", reps = '
                    '8, until = "button" or until_heart_rate = { below = 120 }'
                )
            )
        return self

    @model_validator(mode="after")
    def _ramp_fits(self) -> Self:
        speeds = [min(self.speed_kmh)] if self.speed_kmh else []
        if self.ramp is not None:
            for key in ("grade_percent", "speed_kmh"):
                if getattr(self, key) is not None and getattr(self.ramp, key) is not None:
                    raise ValueError(
                        text("{key} is given twice, alone and in ramp; keep one of them", key=key)
                    )
            if self.duration is None and self.distance is None:
                raise ValueError(
                    text(
                        "a ramp needs to know how long the step is; give it a duration or a "
                        "distance instead of {end}",
                        end="until" if self.until else text("the end that it has"),
                    )
                )
            speeds = self.ramp.speed_kmh or speeds
        if self.distance is not None and speeds and max(speeds) <= 0:
            raise ValueError(
                text("the step would never end at 0 km/h; give a speed or a duration instead")
            )
        if self.marathon_pace is not None and speeds:
            raise ValueError(
                text("the speed is given twice, as marathon_pace and in km/h; keep one")
            )
        return self

    @model_validator(mode="after")
    def _downhill_by_effort(self) -> Self:
        if self.heart_rate is not None and min(self.grades, default=0) < 0:
            raise ValueError(
                text(
                    "downhill there is no heart-rate target, only the ceiling; take heart_rate "
                    "out and steer by rpe and cadence_spm"
                )
            )
        return self


class RepeatTable(Table):
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


class LaneTable(Table):
    """One place of a rotation. Steps shorter than the block begin anew until it is full."""

    name: Name
    station_kind: StationKind
    steps: Annotated[list[Entry], Field(min_length=1)]


class RotationTable(Table):
    """Between the warm-up and the cool-down groups go from lane to lane, block by block."""

    block: Annotated[Seconds, Field(ge=60, le=3600)]
    blocks: Repeats
    change: Annotated[Seconds, Field(le=600)] = 60
    lanes: Annotated[list[LaneTable], Field(min_length=2, max_length=8)]


class Protocol(Table):
    """A whole protocol file."""

    id: Identifier
    name: Name
    modality: Modality
    description: Annotated[str, Field(max_length=2000), AfterValidator(plain_lines)] | None = None
    category: Category = ""
    level: Level = ""
    test: TestId | None = None
    maximal: bool = False
    beginner: Identifier | None = None
    steps: Annotated[list[Entry], Field(min_length=1)]
    rotation: RotationTable | None = None
