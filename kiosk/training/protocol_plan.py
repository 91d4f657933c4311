"""Makes a protocol ready to run: chooses from its ranges, unrolls its repeats."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from kiosk.errors import ProtocolError
from kiosk.training.plan import Plan, Ramp, RangeTarget, Step, ZoneTarget
from kiosk.training.protocol_format import (
    Entry,
    HeartRateTable,
    Protocol,
    RepeatTable,
    StepTable,
)
from kiosk.training.units import UnitError, parse_distance, parse_duration, quoted

_N = TypeVar("_N", int, float)


@dataclass(frozen=True, slots=True)
class Choice:
    """A range that somebody may choose from when the session starts."""

    key: str
    """"5.distance" for step 5, "2.1.reps" for the first step inside the repeat at 2."""
    step: str | None
    """The step's name; None for the number of turns of a repeat."""
    low: str
    high: str


def choices_of(protocol: Protocol) -> tuple[Choice, ...]:
    """The ranges to choose from at the start, in the order of the file."""
    return tuple(_choices(protocol.steps, ""))


def warnings_of(protocol: Protocol) -> tuple[str, ...]:
    """What a coach should know about a protocol that can be run all the same."""
    warnings: list[str] = []
    steps = plan(protocol).steps
    if protocol.modality in ("treadmill", "stair") and steps[-1].kind != "cool-down":
        warnings.append("It does not end with a cool-down; add one as the last step.")
    warnings += [
        f'"{step.name}" has a distance but no speed, so its length is known only to whoever '
        "enters a speed; add speed_kmh to run it as a class."
        for step in dict.fromkeys(steps)
        if step.distance_m is not None and step.planned_s is None
    ]
    return tuple(dict.fromkeys(warnings))


def plan(protocol: Protocol, choices: Mapping[str, str] | None = None) -> Plan:
    """The protocol made ready to run: repeats unrolled, ranges settled, units converted.

    `choices` maps keys of `choices_of` to values written as in a file ("1.5 mi", "6"); without
    one the lower end of a range is taken. Raises ProtocolError for a choice that is not offered.
    """
    chosen = dict(choices or {})
    unknown = sorted(chosen.keys() - {choice.key for choice in choices_of(protocol)})
    if unknown:
        raise ProtocolError(
            f"{protocol.name} has no choice {quoted(unknown[0])}; choose only what it offers."
        )
    steps = tuple(_Planner(chosen).steps(protocol.steps, ""))
    return Plan(protocol.id, protocol.name, protocol.modality, steps)


@dataclass(frozen=True, slots=True)
class _Planner:
    choices: Mapping[str, str]

    def steps(
        self, entries: Sequence[Entry], above: str, turn: int = 1, turns: int = 1
    ) -> Iterator[Step]:
        for number, entry in enumerate(entries, 1):
            prefix = f"{above}{number}."
            if isinstance(entry, RepeatTable):
                count = int(self._settle(f"{prefix}repeat", entry.repeat, int))
                for nth in range(1, count + 1):
                    yield from self.steps(entry.steps, prefix, nth, count)
            else:
                yield self._step(entry, prefix, turn, turns)

    def _step(self, table: StepTable, prefix: str, turn: int, turns: int) -> Step:
        ramp = table.ramp
        duration = self._maybe(f"{prefix}duration", table.duration, parse_duration)
        reps = self._maybe(f"{prefix}reps", table.reps, int)
        return Step(
            name=table.name,
            kind=table.kind,
            duration_s=None if duration is None else int(duration),
            distance_m=self._maybe(f"{prefix}distance", table.distance, parse_distance),
            target=_target(table.heart_rate),
            grade_percent=_ramp(table.grade_percent, ramp and ramp.grade_percent),
            speed_kmh=_ramp(table.speed_kmh, ramp and ramp.speed_kmh),
            rpe=_ends(table.rpe),
            cues=tuple(table.cues),
            round=turn,
            rounds=turns,
            pace=table.pace,
            cadence_spm=_ends(table.cadence_spm),
            reps=None if reps is None else int(reps),
            load_kg=self._maybe(f"{prefix}load_kg", table.load_kg, float),
            side=table.side,
            tempo=table.tempo,
            station_kind=table.station_kind,
        )

    def _maybe(
        self, key: str, offered: Sequence[str | float] | None, parse: Callable[[str], float]
    ) -> float | None:
        return None if offered is None else self._settle(key, offered, parse)

    def _settle(
        self, key: str, offered: Sequence[str | float], parse: Callable[[str], float]
    ) -> float:
        """The chosen value of a range, or its lower end."""
        low, high = (parse(_written(value)) for value in (offered[0], offered[-1]))
        if key not in self.choices:
            return low
        try:
            value = parse(self.choices[key])
        except UnitError as error:
            raise ProtocolError(f"{error}.") from error
        except ValueError:
            value = None
        if value is None or not low <= value <= high:
            raise ProtocolError(
                f"{quoted(self.choices[key])} cannot be chosen for {key}; "
                f"choose from {_written(offered[0])} to {_written(offered[-1])}."
            )
        return value


def _written(value: str | float) -> str:
    """As in the file: 10 kg are "10", not "10.0"."""
    return str(int(value) if isinstance(value, float) and value.is_integer() else value)


def _ends(values: Sequence[_N] | None) -> tuple[_N, _N] | None:
    return None if values is None else (values[0], values[-1])


def _target(table: HeartRateTable | None) -> ZoneTarget | RangeTarget | None:
    if table is None:
        return None
    if table.low is not None and table.high is not None:
        return RangeTarget(table.low, table.high)
    return None if table.zone is None else ZoneTarget(table.zone, table.part or "full")


def _ramp(constant: float | None, ends: Sequence[float] | None) -> Ramp | None:
    if ends is not None:
        return Ramp(ends[0], ends[1])
    return None if constant is None else Ramp(constant, constant)


def _choices(entries: Sequence[Entry], above: str) -> Iterator[Choice]:
    for number, entry in enumerate(entries, 1):
        prefix = f"{above}{number}."
        if isinstance(entry, RepeatTable):
            offers: dict[str, Sequence[str | float] | None] = {"repeat": entry.repeat}
        else:
            offers = {
                key: getattr(entry, key) for key in ("duration", "distance", "reps", "load_kg")
            }
        name = entry.name if isinstance(entry, StepTable) else None
        for key, offered in offers.items():
            if offered is not None and len(offered) == 2:
                yield Choice(f"{prefix}{key}", name, _written(offered[0]), _written(offered[1]))
        if isinstance(entry, RepeatTable):
            yield from _choices(entry.steps, prefix)
