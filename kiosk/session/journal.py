"""The event log: everything an engine was given, one JSON line each, and the engine again from it.

For tests, and for whoever looks for a fault; the product keeps none, because it would hold people's
heart rates without their knowing.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from typing import cast, get_args

from kiosk import events as ev
from kiosk.errors import KioskError
from kiosk.session import commands as cmd
from kiosk.session.course import CommandRefused
from kiosk.session.engine import Engine
from kiosk.session.pace import StationFacts
from kiosk.session.records import Record
from kiosk.training import athlete, capability, plan


class JournalError(KioskError, ValueError):
    """Lines that are no journal of this version."""


@dataclass(frozen=True, slots=True)
class Began:
    """What the engine was made with."""

    stations: tuple[StationFacts, ...]
    shared_stations: bool
    capabilities: tuple[tuple[str, capability.Capability], ...]


@dataclass(frozen=True, slots=True)
class WallSet:
    utc_minus_monotonic_ms: float
    synchronised: bool


@dataclass(frozen=True, slots=True)
class Contested:
    straps: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Advanced:
    now: float


@dataclass(frozen=True, slots=True)
class Refreshed:
    now: float


Entry = Began | WallSet | Contested | Advanced | Refreshed | ev.Event | cmd.Command
_PARTS = (
    athlete.Athlete,
    capability.Capability,
    cmd.ResumeAthlete,
    StationFacts,
    *(kind for kind in vars(plan).values() if isinstance(kind, type) and is_dataclass(kind)),
)
_KINDS: dict[str, Callable[..., object]] = {
    kind.__name__: kind for kind in (*get_args(Entry), *_PARTS)
}
_KIND, _DATE = "is", "date"


class JournalingEngine(Engine):
    """An engine that writes down what it is given, before it does it."""

    def __init__(
        self,
        write: Callable[[str], None],
        stations: Sequence[StationFacts] = (),
        *,
        shared_stations: bool = False,
        capabilities: Mapping[str, capability.Capability] | None = None,
    ) -> None:
        self._write = write
        super().__init__(stations, shared_stations=shared_stations, capabilities=capabilities)
        known = tuple((capabilities or {}).items())
        write(line(Began(tuple(stations), shared_stations, known)))

    @property
    def contested(self) -> frozenset[int]:
        return super().contested

    @contested.setter
    def contested(self, straps: frozenset[int]) -> None:
        if straps != self._book.contested:
            self._write(line(Contested(tuple(sorted(straps)))))
        self._book.contested = straps

    def set_wall(self, utc_minus_monotonic_ms: float, synchronised: bool) -> None:
        self._write(line(WallSet(utc_minus_monotonic_ms, synchronised)))
        super().set_wall(utc_minus_monotonic_ms, synchronised)

    def handle(self, item: ev.Event | cmd.Command) -> list[Record]:
        self._write(line(item))
        return super().handle(item)

    def advance(self, now: float) -> list[Record]:
        self._write(line(Advanced(now)))
        return super().advance(now)

    def refresh(self, now: float) -> list[Record]:
        self._write(line(Refreshed(now)))
        return super().refresh(now)


def replay(
    lines: Iterable[str], take: Callable[[Sequence[Record]], None] = lambda _: None
) -> Engine:
    """The engine that a journal tells of, as it was after its last line; `take` gets the records.

    Raises JournalError on what is no journal.
    """
    entries = (entry_of(text) for text in lines)
    began = next(entries, None)
    if not isinstance(began, Began):
        raise JournalError("A journal tells first what the engine was made with: take all of it.")
    engine = Engine(
        began.stations,
        shared_stations=began.shared_stations,
        capabilities=dict(began.capabilities),
    )
    for entry in entries:
        take(_put_in(engine, entry))
    return engine


def _put_in(engine: Engine, entry: Entry) -> Sequence[Record]:
    match entry:
        case Began():
            raise JournalError("A journal is of one engine: split the file where the next begins.")
        case WallSet():
            engine.set_wall(entry.utc_minus_monotonic_ms, entry.synchronised)
        case Contested():
            engine.contested = frozenset(entry.straps)
        case Advanced():
            return engine.advance(entry.now)
        case Refreshed():
            return engine.refresh(entry.now)
        case _:
            try:
                return engine.handle(entry)
            except CommandRefused:
                return ()  # as it was the first time
    return ()


def line(entry: Entry) -> str:
    """One entry as one line of JSON, without its end."""
    return json.dumps(_plain(entry), ensure_ascii=False, separators=(",", ":"))


def entry_of(text: str) -> Entry:
    """The inverse of `line`, exactly: 6 stays 6 and 6.0 stays 6.0. Raises JournalError on anything
    else.
    """
    try:
        entry = _thing(json.loads(text))
    except (ValueError, TypeError) as error:
        raise JournalError(f"This is no line of a journal: {text[:80]}") from error
    if not isinstance(entry, get_args(Entry)):
        raise JournalError(f"This is no line of a journal: {text[:80]}")
    return cast("Entry", entry)


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        given = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
        return {_KIND: type(value).__name__} | given
    if isinstance(value, tuple):
        return [_plain(item) for item in cast("tuple[object, ...]", value)]
    return {_DATE: value.isoformat()} if isinstance(value, date) else value


def _thing(value: object) -> object:
    if isinstance(value, list):
        return tuple(_thing(item) for item in cast("list[object]", value))
    if not isinstance(value, dict):
        return value
    given = cast("dict[str, object]", value)
    if _DATE in given:
        return date.fromisoformat(str(given[_DATE]))
    kind = _KINDS.get(str(given.pop(_KIND, "")))
    if kind is None:
        raise JournalError("This version does not know something in the journal: use a newer one.")
    return kind(**{name: _thing(item) for name, item in given.items()})
