"""Makes a protocol ready to run: chooses from its ranges, unrolls its repeats."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from kiosk.errors import ProtocolError
from kiosk.training.plan import (
    HeartRateGate,
    MarathonPace,
    PercentTarget,
    Plan,
    Ramp,
    RangeTarget,
    Step,
    Target,
    ZoneTarget,
)
from kiosk.training.protocol_format import (
    Entry,
    GateTable,
    HeartRateTable,
    Protocol,
    RepeatTable,
    StepTable,
)
from kiosk.training.protocol_rotation import lap_s, lay_out
from kiosk.training.units import UnitError, parse_distance, parse_duration, quoted
from kiosk.words import named, text

_N = TypeVar("_N", int, float)
_RANGES = ("duration", "distance", "reps", "load_kg", "grade_percent", "speed_kmh")


@dataclass(frozen=True, slots=True)
class Choice:
    """A range that somebody may choose from when the session starts."""

    key: str
    """"5.distance" for step 5, "2.1.reps" for the first step inside the repeat at 2,
    "rotation.blocks", "rotation.3.1.load_kg" for the first step of the third lane.
    """
    step: str | None
    """The step's name; None for the number of turns of a repeat and of blocks of a rotation."""
    low: str
    """The gentler end, taken where nobody chooses: of [-3, -6] percent it is -3."""
    high: str


def choices_of(protocol: Protocol) -> tuple[Choice, ...]:
    """The ranges to choose from at the start, in the order of the file."""
    choices = [*_choices(protocol.steps, "")]
    if (rotation := protocol.rotation) is not None:
        choices += _choice("rotation.blocks", None, rotation.blocks)
        for number, lane in enumerate(rotation.lanes, 1):
            choices += _choices(lane.steps, f"rotation.{number}.")
    return tuple(choices)


def warnings_of(protocol: Protocol) -> tuple[str, ...]:
    """What a coach should know about a protocol that can be run all the same."""
    warnings: list[str] = []
    steps = plan(protocol).steps
    if steps[-1].kind != "cool-down":
        warnings.append(
            text(
                "It does not end with a cool-down, which is never optional; add one as the "
                "last step."
            )
        )
    if protocol.category == "test" and protocol.test is None:
        warnings.append(
            text("It is a test that the kiosk cannot score; name the test it is in test.")
        )
    for step in dict.fromkeys(steps):
        if step.distance_m is not None and step.planned_s is None:
            warnings.append(
                text(
                    '"{step}" has a distance but no speed, so its length is known only to '
                    "whoever enters a speed; add speed_kmh to run it as a class.",
                    step=named(step.name),
                )
            )
        grade = step.grade_percent
        if grade is not None and min(grade.start, grade.end) < 0 and step.rpe is None:
            warnings.append(
                text(
                    '"{step}" goes downhill, where effort leads instead of heart rate; add '
                    "rpe, like rpe = [7, 9].",
                    step=named(step.name),
                )
            )
    warnings += _cut_laps(protocol)
    return tuple(dict.fromkeys(warnings))


def _cut_laps(protocol: Protocol) -> Iterator[str]:
    if (rotation := protocol.rotation) is None:
        return
    for number, lane in enumerate(rotation.lanes, 1):
        lap = list(_Planner({}).steps(lane.steps, f"rotation.{number}."))
        if rotation.block % lap_s(lap):
            yield text(
                'The steps of the lane "{lane}" take {lap_s} s and begin anew until the '
                "block of {block} s is full, so the last one is cut; make them fit.",
                lane=lane.name,
                lap_s=lap_s(lap),
                block=rotation.block,
            )


def plan(protocol: Protocol, choices: Mapping[str, str] | None = None) -> Plan:
    """The protocol made ready to run: repeats unrolled, ranges settled, units converted.

    `choices` maps keys of `choices_of` to values written as in a file ("1.5 mi", "6"); without
    one the gentler end of a range is taken. Raises ProtocolError for a choice that is not offered.
    """
    chosen = dict(choices or {})
    offered = choices_of(protocol)
    unknown = sorted(chosen.keys() - {choice.key for choice in offered})
    if unknown:
        raise ProtocolError(
            text(
                "{protocol} has no choice {unknown}; choose only what it offers.",
                protocol=named(protocol.name),
                unknown=quoted(unknown[0]),
            )
        )
    planner = _Planner(chosen)
    steps = tuple(planner.steps(protocol.steps, ""))
    rotation = None
    if (table := protocol.rotation) is not None:
        laps = [
            list(planner.steps(lane.steps, f"rotation.{number}."))
            for number, lane in enumerate(table.lanes, 1)
        ]
        blocks = int(planner.settle("rotation.blocks", table.blocks, int))
        steps, rotation = lay_out(table, blocks, steps, laps)
    return Plan(
        protocol.id,
        protocol.name,
        protocol.modality,
        steps,
        category=protocol.category,
        level=protocol.level,
        test=protocol.test,
        maximal=protocol.maximal,
        beginner_id=protocol.beginner,
        rotation=rotation,
        choices=tuple((choice.key, chosen.get(choice.key, choice.low)) for choice in offered),
    )


@dataclass(frozen=True, slots=True)
class _Planner:
    choices: Mapping[str, str]

    def steps(
        self, entries: Sequence[Entry], above: str, turn: int = 1, turns: int = 1
    ) -> Iterator[Step]:
        for number, entry in enumerate(entries, 1):
            prefix = f"{above}{number}."
            if isinstance(entry, RepeatTable):
                count = int(self.settle(f"{prefix}repeat", entry.repeat, int))
                for nth in range(1, count + 1):
                    yield from self.steps(entry.steps, prefix, nth, count)
            else:
                yield self._step(entry, prefix, turn, turns)

    def _step(self, table: StepTable, prefix: str, turn: int, turns: int) -> Step:
        ramp, pace = table.ramp, _ends(table.marathon_pace)
        duration = self._maybe(f"{prefix}duration", table.duration, parse_duration)
        reps = self._maybe(f"{prefix}reps", table.reps, int)
        return Step(
            name=table.name,
            kind=table.kind,
            duration_s=None if duration is None else int(duration),
            distance_m=self._maybe(f"{prefix}distance", table.distance, parse_distance),
            target=_target(table.heart_rate),
            grade_percent=_ramp(
                self._maybe(f"{prefix}grade_percent", table.grade_percent, float),
                ramp and ramp.grade_percent,
            ),
            speed_kmh=_ramp(
                self._maybe(f"{prefix}speed_kmh", table.speed_kmh, float), ramp and ramp.speed_kmh
            ),
            rpe=_ends(table.rpe),
            cues=tuple(table.cues),
            round=turn,
            rounds=turns,
            pace=table.pace or _pace_in_words(pace),
            cadence_spm=_ends(table.cadence_spm),
            reps=None if reps is None else int(reps),
            load_kg=self._maybe(f"{prefix}load_kg", table.load_kg, float),
            side=table.side,
            tempo=table.tempo,
            station_kind=table.station_kind,
            gate=_gate(table.until_heart_rate),
            marathon_pace=pace and MarathonPace(*pace),
        )

    def _maybe(
        self, key: str, offered: Sequence[str | float] | None, parse: Callable[[str], float]
    ) -> float | None:
        return None if offered is None else self.settle(key, offered, parse)

    def settle(
        self, key: str, offered: Sequence[str | float], parse: Callable[[str], float]
    ) -> float:
        """The chosen value of a range, or its gentler end, which is written first."""
        first, last = (parse(_written(value)) for value in (offered[0], offered[-1]))
        if key not in self.choices:
            return first
        try:
            value = parse(self.choices[key])
        except UnitError as error:
            raise ProtocolError(f"{error}.") from error
        except ValueError:
            value = None
        if value is None or not min(first, last) <= value <= max(first, last):
            raise ProtocolError(
                text(
                    "{choices} cannot be chosen for {key}; choose from {offered} to {offered2}.",
                    choices=quoted(self.choices[key]),
                    key=key,
                    offered=_written(offered[0]),
                    offered2=_written(offered[-1]),
                )
            )
        return value


def _written(value: str | float) -> str:
    """As in the file: 10 kg are "10", not "10.0"."""
    return str(int(value) if isinstance(value, float) and value.is_integer() else value)


def _ends(values: Sequence[_N] | None) -> tuple[_N, _N] | None:
    return None if values is None else (values[0], values[-1])


def _target(table: HeartRateTable | None) -> Target | None:
    if table is None:
        return None
    if table.percent_max is not None:
        return PercentTarget(*table.percent_max)
    if table.low is not None and table.high is not None:
        return RangeTarget(table.low, table.high)
    return None if table.zone is None else ZoneTarget(table.zone, table.part or "full")


def _gate(table: GateTable | None) -> HeartRateGate | None:
    if table is None:
        return None
    return HeartRateGate(
        table.below_percent_max,
        table.below,
        table.above,
        table.fall,
        table.at_least,
        table.at_most,
    )


def _pace_in_words(offsets: tuple[float, float] | None) -> str | None:
    """What a screen without the athlete's marathon pace can say."""
    if offsets is None:
        return None
    low, high = sorted(offsets, key=abs)
    if low == high:
        return text("marathon pace {low:+g} s per mile", low=low)
    return text("marathon pace {low:+g} to {high:+g} s per mile", low=low, high=high)


def _ramp(constant: float | None, ends: Sequence[float] | None) -> Ramp | None:
    if ends is not None:
        return Ramp(ends[0], ends[1])
    return None if constant is None else Ramp(constant, constant)


def _choices(entries: Sequence[Entry], above: str) -> Iterator[Choice]:
    for number, entry in enumerate(entries, 1):
        prefix = f"{above}{number}."
        if isinstance(entry, RepeatTable):
            yield from _choice(f"{prefix}repeat", None, entry.repeat)
            yield from _choices(entry.steps, prefix)
        else:
            for key in _RANGES:
                yield from _choice(f"{prefix}{key}", entry.name, getattr(entry, key))


def _choice(key: str, step: str | None, offered: Sequence[str | float] | None) -> Iterator[Choice]:
    if offered is not None and len(offered) == 2:
        yield Choice(key, step, _written(offered[0]), _written(offered[1]))
