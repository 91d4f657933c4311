"""What of a step FIT has no field for, as a line of its notes that people can read and we too."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import cast

from kiosk.export.fit_protocol_text import Keys
from kiosk.export.fit_writer import NOTES_BYTES
from kiosk.training.plan import HeartRateGate, MarathonPace, Ramp, Step, ZoneTarget

_Reader = Callable[[Keys, re.Match[str]], None]
_FACTS_APART = "; "
_NUMBER = r"([+-]?\d{1,6}(?:\.\d{1,6})?)"
_RANGE = rf"{_NUMBER}(?: to {_NUMBER})?"


def notes_of(step: Step, *, full_name: bool = False, with_zone: bool = True) -> tuple[str, int]:
    """The notes of a step, and how many of its facts and cues found no room in them.

    First one line of facts, then the cues, a line each. `full_name` says the name too, because its
    own field cuts it; without `with_zone` the zone is left out, because its own field says it in
    bpm.
    """
    facts = list(_facts(step, full_name=full_name, with_zone=with_zone))
    first, kept = _that_fit(facts, _FACTS_APART, NOTES_BYTES - 1)
    room = NOTES_BYTES - 1 - len(first.encode()) - bool(first)
    cues, said = _that_fit(step.cues, "\n", room)
    return "\n".join(part for part in (first, cues) if part), (
        len(facts) - kept + len(step.cues) - said
    )


def read_notes(text: str) -> tuple[Keys, list[str]]:
    """The inverse: keys of the step, and the other lines, which are cues."""
    lines = [line for line in (" ".join(raw.split()) for raw in text.splitlines()) if line]
    keys = _read_facts(lines[0]) if lines else None
    return (keys or {}), (lines if keys is None else lines[1:])


def _that_fit(texts: Sequence[str], apart: str, room: int) -> tuple[str, int]:
    """As many of the texts, from the first on, as have room together; and how many those are."""
    count = len(texts)
    while count and len(apart.join(texts[:count]).encode()) > room:
        count -= 1
    return apart.join(texts[:count]), count


def _facts(step: Step, *, full_name: bool, with_zone: bool) -> Iterator[str]:
    if full_name:
        yield f"name {_clause(step.name)}"
    if step.grade_percent is not None:
        yield f"grade {_ramp(step.grade_percent)} %"
    if step.speed_kmh is not None:
        yield f"{_ramp(step.speed_kmh)} km/h"
    if step.rpe is not None:
        yield f"RPE {_span(*step.rpe)}"
    if with_zone and isinstance(step.target, ZoneTarget):
        part = "" if step.target.part == "full" else f" {step.target.part}"
        yield f"zone {step.target.zone}{part}"
    if step.gate is not None:
        yield from _gate_facts(step.gate)
    yield from _dose_facts(step)
    if step.marathon_pace is not None:
        yield _marathon_fact(step.marathon_pace)
    elif step.pace is not None:  # beside a marathon pace it only says the same in words
        yield f"pace {_clause(step.pace)}"


def _dose_facts(step: Step) -> Iterator[str]:
    if step.cadence_spm is not None:
        yield f"{_span(*step.cadence_spm)} steps/min"
    if step.reps is not None and step.duration_s is not None:
        yield f"{step.reps} reps"
    if step.load_kg is not None:
        yield f"{_number(step.load_kg)} kg"
    if step.side is not None:
        yield f"{step.side} side{'s' if step.side == 'both' else ''}"
    if step.tempo is not None:
        yield f"tempo {step.tempo}"
    if step.station_kind is not None:
        yield f"on the {step.station_kind}"


def _gate_facts(gate: HeartRateGate) -> Iterator[str]:
    if gate.below_percent_max is not None:
        yield f"until below {_number(gate.below_percent_max)} % of max"
    if gate.below_bpm is not None:
        yield f"until below {_number(gate.below_bpm)} bpm"
    if gate.above_bpm is not None:
        yield f"until above {_number(gate.above_bpm)} bpm"
    if gate.fall_bpm is not None:
        yield f"until {_number(gate.fall_bpm)} bpm down"
    yield f"at least {gate.at_least_s} s"
    yield f"at most {gate.at_most_s} s"


def _marathon_fact(pace: MarathonPace) -> str:
    ends = dict.fromkeys((f"{pace.low_s_per_mile:+g}", f"{pace.high_s_per_mile:+g}"))
    return f"marathon pace {' to '.join(ends)} s/mi"


def _ramp(ramp: Ramp) -> str:
    return _span(round(ramp.start, 2), round(ramp.end, 2))


def _span(low: float, high: float) -> str:
    return _number(low) if low == high else f"{_number(low)} to {_number(high)}"


def _number(value: float) -> str:
    return f"{value + 0.0:.6f}".rstrip("0").rstrip(".")


def _clause(text: str) -> str:
    return text.replace(";", ",")


# -- reading -------------------------------------------------------------------------------------


def _read_facts(line: str) -> Keys | None:
    """The facts of a line, or None when it holds anything else."""
    keys: Keys = {}
    for fact in line.split(_FACTS_APART):
        for pattern, read in _READERS:
            if found := pattern.fullmatch(fact):
                read(keys, found)
                break
        else:
            return None
    return keys


def _float(text: str) -> float:
    value = float(text)
    return int(value) if value.is_integer() else value


def _read_ramp(key: str) -> _Reader:
    def read(keys: Keys, found: re.Match[str]) -> None:
        if found[2] is None:
            keys[key] = _float(found[1])
        else:
            _table(keys, "ramp")[key] = [_float(found[1]), _float(found[2])]

    return read


def _read_span(key: str) -> _Reader:
    def read(keys: Keys, found: re.Match[str]) -> None:
        low = _float(found[1])
        keys[key] = low if found[2] is None else [low, _float(found[2])]

    return read


def _read_text(key: str) -> _Reader:
    def read(keys: Keys, found: re.Match[str]) -> None:
        keys[key] = found[1]

    return read


def _read_one(key: str) -> _Reader:
    def read(keys: Keys, found: re.Match[str]) -> None:
        keys[key] = _float(found[1])

    return read


def _read_zone(keys: Keys, found: re.Match[str]) -> None:
    part: Keys = {} if found[2] is None else {"part": found[2]}
    keys["heart_rate"] = {"zone": int(found[1])} | part


def _read_gate(key: str, *, seconds: bool = False) -> _Reader:
    def read(keys: Keys, found: re.Match[str]) -> None:
        value: object = f"{found[1]} s" if seconds else _float(found[1])
        _table(keys, "until_heart_rate")[key] = value

    return read


def _table(keys: Keys, name: str) -> Keys:
    return cast("Keys", keys.setdefault(name, {}))


_READERS: tuple[tuple[re.Pattern[str], _Reader], ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (rf"grade {_RANGE} %", _read_ramp("grade_percent")),
        (rf"{_RANGE} km/h", _read_ramp("speed_kmh")),
        (rf"RPE {_RANGE}", _read_span("rpe")),
        (r"zone ([1-5])(?: (low|mid|high))?", _read_zone),
        (rf"until below {_NUMBER} % of max", _read_gate("below_percent_max")),
        (rf"until below {_NUMBER} bpm", _read_gate("below")),
        (rf"until above {_NUMBER} bpm", _read_gate("above")),
        (rf"until {_NUMBER} bpm down", _read_gate("fall")),
        (r"at least ([0-9]{1,5}) s", _read_gate("at_least", seconds=True)),
        (r"at most ([0-9]{1,5}) s", _read_gate("at_most", seconds=True)),
        (rf"{_RANGE} steps/min", _read_span("cadence_spm")),
        (r"([0-9]{1,4}) reps", _read_one("reps")),
        (rf"{_NUMBER} kg", _read_one("load_kg")),
        (r"(left|right|both) sides?", _read_text("side")),
        (r"tempo ([0-9]{1,2}(?:-[0-9]{1,2}){2,3})", _read_text("tempo")),
        (r"on the (treadmill|stair|floor)", _read_text("station_kind")),
        (rf"marathon pace {_RANGE} s/mi", _read_span("marathon_pace")),
        (r"pace (.+)", _read_text("pace")),
        (r"name (.+)", _read_text("name")),
    )
)
