"""Where the numbers of a session come from: straps, sensors, zones, software and clock."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from kiosk.history.found import notes_of
from kiosk.history.minutes import columns_of
from kiosk.history.rows import cadence_source_of, speed_source_of
from kiosk.history.schema import SessionAthleteRow, SessionRow
from kiosk.session.records import Note, SampleFlag

_COLUMNS = ("speed_source", "flags", "cadence_source")
"""In their order in a row."""


@dataclass(frozen=True, slots=True)
class StrapWorn:
    """One strap of one athlete; None where it said nothing of itself while it was worn."""

    device_number: int
    from_s: int
    """The athlete's own second from which on; 0 is the beginning."""
    manufacturer: int | None = None
    """ANT+ number of the maker."""
    battery_percent: int | None = None
    battery_status: str | None = None


@dataclass(frozen=True, slots=True)
class SensorUsed:
    """What felt the grade of a station, as far as it was known then."""

    station: str
    sensor: str | None
    """As the configuration calls it."""
    port: str | None
    firmware: str | None
    """Maker, model and version in its own words."""


@dataclass(frozen=True, slots=True)
class PartProvenance:
    """Of one athlete's part."""

    athlete_id: int
    straps: tuple[StrapWorn, ...]
    """In order; the same one again where it was put on again."""
    stations: tuple[str, ...]
    """In order of first use."""
    foot_pods: tuple[int, ...]
    zone_model: str | None
    zone_inputs: Mapping[str, float]
    speed_s: Mapping[str, int]
    """Seconds by source of the speed; those without any are not counted, like the next."""
    cadence_s: Mapping[str, int]
    unsynchronised_s: int
    """Seconds recorded while no time service had set the clock."""
    beats_dropped_utc_ms: int | None
    """When the raw beats went; None: they are there, as far as any were heard."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """Of a whole session."""

    session_id: int
    versions: tuple[str, ...]
    """Of Switchback: at the start, and at each going on after a cut."""
    synchronised: bool
    """Whether a time service had set the clock at the start."""
    sensors: tuple[SensorUsed, ...]
    parts: tuple[PartProvenance, ...]


def provenance_of(
    connection: Connection, row: SessionRow, athlete_id: int | None = None
) -> Provenance:
    """With the parts of everybody, or only of one."""
    notes = notes_of(connection, row.id)
    resumed = [n.detail.get("version") for n in notes if n.kind == "resumed-after-cut"]
    sensors = (n.detail for n in notes if n.kind == "sensor")
    return Provenance(
        session_id=row.id,
        versions=tuple(str(v) for v in (row.software_version, *resumed) if v is not None),
        synchronised=row.synchronised,
        sensors=tuple(
            SensorUsed(
                str(d.get("station")), _word(d, "sensor"), _word(d, "port"), _word(d, "firmware")
            )
            for d in sensors
        ),
        parts=tuple(
            _part(
                entry,
                [n for n in notes if n.athlete_id == entry.athlete_id],
                columns_of(connection, row, [entry], _COLUMNS)[0],  # one part's at a time
            )
            for entry in row.athletes
            if athlete_id in (None, entry.athlete_id)
        ),
    )


def _part(
    entry: SessionAthleteRow, notes: Sequence[Note], columns: Sequence[Sequence[int | None]]
) -> PartProvenance:
    speeds, flags, cadences = columns
    moved = [n.detail.get("station") for n in notes if n.kind == "station"]
    stations = [str(name) for name in (entry.station, *moved) if name is not None]
    pods = [_number(n.detail, "foot_pod") for n in notes if n.kind == "foot-pod"]
    return PartProvenance(
        athlete_id=entry.athlete_id,
        straps=tuple(_straps(entry, notes)),
        stations=tuple(dict.fromkeys(stations)),
        foot_pods=tuple(dict.fromkeys(pod for pod in pods if pod is not None)),
        zone_model=entry.zone_model,
        zone_inputs=json.loads(entry.zone_inputs),
        speed_s=_counted([speed_source_of(number) for number in speeds]),
        cadence_s=_counted([cadence_source_of(number) for number in cadences]),
        unsynchronised_s=sum(bool((f or 0) & SampleFlag.UNSYNCHRONISED) for f in flags),
        beats_dropped_utc_ms=entry.beats_dropped_utc_ms,
    )


def _straps(entry: SessionAthleteRow, notes: Sequence[Note]) -> list[StrapWorn]:
    """What was said of one later in the session holds for it from when it was put on."""
    said: dict[int | None, Mapping[str, object]] = {
        _number(n.detail, "strap"): n.detail for n in notes if n.kind == "strap-facts"
    }
    worn: list[tuple[int | None, int]] = [(entry.strap, 0)]
    worn += [(_number(n.detail, "strap"), n.elapsed_s or 0) for n in notes if n.kind == "strap"]
    found: list[StrapWorn] = []
    for strap, from_s in worn:
        facts = said.get(strap, {})
        if strap is not None:
            found.append(
                StrapWorn(
                    strap,
                    from_s,
                    _number(facts, "manufacturer"),
                    _number(facts, "battery_percent"),
                    _word(facts, "battery_status"),
                )
            )
    return found


def _counted(sources: Sequence[str | None]) -> dict[str, int]:
    return dict(Counter(source for source in sources if source is not None))


def _number(detail: Mapping[str, object], key: str) -> int | None:
    value = detail.get(key)
    return value if isinstance(value, int) else None


def _word(detail: Mapping[str, object], key: str) -> str | None:
    value = detail.get(key)
    return value if isinstance(value, str) else None
