"""Reads what a step of a FIT workout shall be kept to, and what ends it, as keys of a protocol."""

from collections.abc import Iterator

from kiosk.export.fit_profile import BPM_OFFSET, Duration, Target
from kiosk.export.fit_protocol_text import Keys, table_of
from kiosk.export.fit_reader import Raw
from kiosk.training.units import MAX_DISTANCE_M, MAX_DURATION_S

METRES_PER_MILE = 1609.344
LONGEST_WAIT = "10 min"
"""A step that ends by heart rate alone would never end for a strap that fell off."""
_NOISE_KMH = 0.02
_PERCENT_SPAN = range(30, 101)
_BPM_SPAN = range(30, 231)
_FASTEST_KMH = 30
_FASTEST_SPM = 300
_POWER_OFFSET = 1000


class Cue(str):
    """What is kept as words because the kiosk cannot run it."""

    __slots__ = ()


def end_of(raw: Raw, said: Keys) -> Iterator[Keys | Cue]:
    """The keys that end the step; `said` is what its notes say of it."""
    kind, value = raw.get("duration_type"), _number(raw, "duration_value")
    gate = table_of(said.get("until_heart_rate"))
    match kind:
        case Duration.TIME | Duration.REPETITION_TIME | Duration.TIME_ONLY if value:
            if gate is not None:
                yield {"until_heart_rate": gate}
            else:
                yield from _duration(value)
        case Duration.DISTANCE if value:
            yield {"distance": _distance(value)}
            if not 1 <= value / 100 <= MAX_DISTANCE_M:
                yield Cue(f"Length in the file: {value / 100:g} m")
        case Duration.REPS if value:
            yield {"reps": value}
        case Duration.HR_LESS_THAN | Duration.HR_GREATER_THAN if value is not None:
            yield from _gate(kind, value, gate)
        case Duration.OPEN | None:
            yield {"until": "button"}
        case _:
            yield {"until": "button"}
            yield Cue(f"Press the button when done: {_DURATIONS.get(kind, f'end {kind}')}")


_DURATIONS: dict[int | str, str] = {
    Duration.CALORIES: "the file ends this step by calories",
    Duration.POWER_LESS_THAN: "the file ends this step by power",
    Duration.POWER_GREATER_THAN: "the file ends this step by power",
}


def _duration(milliseconds: int) -> Iterator[Keys | Cue]:
    seconds = min(max(1, round(milliseconds / 1000)), MAX_DURATION_S)
    minutes, rest = divmod(seconds, 60)
    yield {"duration": f"{seconds} s" if rest or not minutes else f"{minutes} min"}
    if seconds * 1000 != milliseconds:
        yield Cue(f"Length in the file: {milliseconds / 1000:g} s")


def _distance(centimetres: int) -> str:
    """Metres, or miles where that is what rounding to whole centimetres has hidden."""
    metres = min(max(1.0, centimetres / 100), MAX_DISTANCE_M)
    miles = round(metres / METRES_PER_MILE, 2)
    if centimetres % 100 and round(miles * METRES_PER_MILE * 100) == centimetres:
        return f"{miles:g} mi"
    return f"{metres:.2f}".rstrip("0").rstrip(".") + " m"


def _gate(kind: int, value: int, said: Keys | None) -> Iterator[Keys | Cue]:
    noted: Keys = {"at_least": "1 s", "at_most": LONGEST_WAIT} if said is None else said
    bpm = value - BPM_OFFSET
    if kind == Duration.HR_LESS_THAN and value in _PERCENT_SPAN:
        yield {"until_heart_rate": _agreeing(noted, "below_percent_max", value)}
    elif bpm in _BPM_SPAN:
        key = "below" if kind == Duration.HR_LESS_THAN else "above"
        yield {"until_heart_rate": _agreeing(noted, key, bpm)}
    else:
        yield {"until": "button"}
        yield Cue("Press the button when done: the file ends this step by heart rate")


def _agreeing(noted: Keys, key: str, value: int) -> Keys:
    """What the notes say, unless the field, which they had to round, says something else."""
    said = noted.get(key)
    agrees = isinstance(said, (int, float)) and round(said) == value
    return noted if agrees else {key: value} | noted | {key: value}


def target_of(raw: Raw, said: Keys, prefix: str = "") -> Iterator[Keys | Cue]:
    """The keys of the first target, or of the second with the prefix "secondary_"."""
    kind = raw.get(f"{prefix}target_type")
    zone = _number(raw, f"{prefix}target_value")
    low = _number(raw, f"{prefix}custom_target_value_low")
    high = _number(raw, f"{prefix}custom_target_value_high")
    ends = None
    if low is not None and high is not None and max(low, high) > 0 and not zone:
        ends = min(low, high), max(low, high)
    match kind:
        case Target.HEART_RATE | Target.HEART_RATE_LAP:
            yield _heart_rate(zone, ends, said)
        case Target.SPEED | Target.SPEED_LAP:
            yield _speed(zone, ends, said)
        case Target.CADENCE:
            yield _cadence(zone, ends, said)
        case Target.OPEN | None:
            return
        case _:
            yield Cue(_other(kind, zone, ends))


def _heart_rate(zone: int | None, ends: tuple[int, int] | None, said: Keys) -> Keys | Cue:
    noted = table_of(said.get("heart_rate"))
    if zone is not None and 1 <= zone <= 5:
        agrees = noted is not None and noted.get("zone") == zone
        return {"heart_rate": noted if agrees else {"zone": zone}}
    if ends is not None and ends[1] <= BPM_OFFSET:
        low, high = ends
        if low < high and low in _PERCENT_SPAN:
            return {"heart_rate": {"percent_max": [low, high]}}
    elif ends is not None:
        low, high = (end - BPM_OFFSET for end in ends)
        high = max(high, low + 1)
        if low in _BPM_SPAN and high in _BPM_SPAN:
            return {"heart_rate": {"low": low, "high": high}}
    return Cue(f"Heart rate in the file: {_wanted(zone, ends)}")


def _speed(zone: int | None, ends: tuple[int, int] | None, said: Keys) -> Keys | Cue:
    if any(key in said for key in ("marathon_pace", "ramp")):
        return {}
    if ends is None:
        return Cue(f"Speed in the file: {_wanted(zone, ends)}")
    low, high = (end * 3.6 / 1000 for end in ends)
    noted = said.get("speed_kmh")
    if isinstance(noted, (int, float)) and low - _NOISE_KMH <= noted <= high + _NOISE_KMH:
        return {"speed_kmh": noted}
    middle = round((low + high) / 2, 2)
    if middle > _FASTEST_KMH:
        return Cue(f"Speed in the file: {low:.1f} to {high:.1f} km/h")
    return {"speed_kmh": middle}


def _cadence(zone: int | None, ends: tuple[int, int] | None, said: Keys) -> Keys | Cue:
    if "cadence_spm" in said:
        return {}
    if ends is None or ends[0] < 1 or 2 * ends[1] > _FASTEST_SPM:
        return Cue(f"Cadence in the file: {_wanted(zone, ends)}")
    return {"cadence_spm": [2 * ends[0], 2 * ends[1]]}


def _other(kind: int | str, zone: int | None, ends: tuple[int, int] | None) -> str:
    match kind:
        case Target.POWER if ends is not None and ends[0] >= _POWER_OFFSET:
            low, high = (end - _POWER_OFFSET for end in ends)
            return f"Power in the file: {low} to {high} W"
        case Target.POWER:
            return f"Power in the file: {_wanted(zone, ends)}{' % of threshold' if ends else ''}"
        case Target.GRADE:
            return f"Grade in the file: {_wanted(zone, ends)}"
        case Target.RESISTANCE:
            return f"Resistance in the file: {_wanted(zone, ends)}"
        case _:
            return f"Target {kind} in the file: {_wanted(zone, ends)}"


def _wanted(zone: int | None, ends: tuple[int, int] | None) -> str:
    if zone:
        return f"zone {zone}"
    return "not said" if ends is None else f"{ends[0]} to {ends[1]}"


def _number(raw: Raw, name: str) -> int | None:
    value = raw.get(name)
    return value if isinstance(value, int) else None
