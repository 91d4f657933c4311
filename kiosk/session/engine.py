"""The engine: events, commands and seconds in; state for screens and records for the disk out."""

import math
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, tzinfo
from typing import Any

from kiosk import events as ev
from kiosk.session import (
    coaching,
    conduct,
    joining,
    machines,
    people,
    places,
    restoring,
    safety,
    said,
    straps,
    wall,
)
from kiosk.session import commands as cmd
from kiosk.session.book import ACTIVE, Book
from kiosk.session.follower import Follower
from kiosk.session.pace import Pace, StationFacts
from kiosk.session.records import Record
from kiosk.session.seconds import record_second
from kiosk.session.state import KioskState, Phase, Signal
from kiosk.session.wanted import prescribed_kmh
from kiosk.session.wearing import LOST_S
from kiosk.training.capability import Capability

_HANDLERS: dict[type, Callable[[Book, Any], None]] = {
    ev.HeartRate: straps.hear,
    ev.StrapInfo: straps.hear_info,
    ev.Grade: machines.hear_grade,
    ev.Motion: machines.hear_motion,
    ev.Tilt: machines.hear_tilt,
    cmd.TapIn: people.tap_in,
    cmd.TapOut: people.tap_out,
    cmd.TypeSpeed: people.type_speed,
    cmd.TakeStation: places.take,
    cmd.WearStrap: straps.wear,
    cmd.Start: conduct.start,
    cmd.Join: joining.join,
    cmd.Pause: conduct.pause,
    cmd.Resume: conduct.resume,
    cmd.Skip: conduct.skip,
    cmd.Extend: conduct.extend,
    cmd.Leave: conduct.leave,
    cmd.End: conduct.end,
    cmd.CoolDown: conduct.cool_down,
    cmd.StopAll: safety.stop_all,
    cmd.GoOn: safety.go_on,
    cmd.RateEffort: coaching.rate_effort,
    cmd.ConfirmGrade: coaching.confirm_grade,
    cmd.LogSet: coaching.log_set,
    cmd.Vouch: machines.vouch,
    cmd.Restore: restoring.restore,
}


class Engine:
    """Deterministic: the same events, commands and clock offsets give the same state and records.

    A second belongs to the phase at its end: whoever is running when it closes gets a row for it.
    All sessions share one grid of whole monotonic seconds. A station has one occupant, unless
    `shared_stations`: then any number of people may be on it, and its grade is everybody's.
    """

    def __init__(
        self,
        stations: Sequence[StationFacts] = (),
        *,
        shared_stations: bool = False,
        capabilities: Mapping[str, Capability] | None = None,
        time_zone: tzinfo | None = UTC,
    ) -> None:
        """`time_zone` says which day it is; None is the system's."""
        self._book = Book(
            stations,
            shared_stations=shared_stations,
            capabilities=capabilities,
            time_zone=time_zone,
        )

    @property
    def state(self) -> KioskState:
        """What screens read; only the engine writes it."""
        return self._book.state

    @property
    def next_tick(self) -> float:
        """Monotonic second at which the present second closes; infinity before the first call."""
        return math.inf if self._book.next_tick is None else self._book.next_tick

    @property
    def contested(self) -> frozenset[int]:
        """Straps that more than one person brings: who wears one is said, never guessed."""
        return self._book.contested

    @contested.setter
    def contested(self, straps: frozenset[int]) -> None:
        self._book.contested = straps

    def set_wall(self, utc_minus_monotonic_ms: float, synchronised: bool) -> None:
        """Where the wall clock is, against the monotonic one, and whether it has been set."""
        self._book.set_wall(utc_minus_monotonic_ms, synchronised)

    def handle(self, item: ev.Event | cmd.Command) -> list[Record]:
        """Closes every second that ended before `item.at`, then takes the item in.

        Raises CommandRefused when a command cannot be carried out: nothing has changed then, and
        records of closed seconds come with the next call.
        """
        self._close_seconds(item.at)
        handler = _HANDLERS.get(type(item))
        if handler is not None:
            handler(self._book, item)
        elif isinstance(item, ev.DeviceStatus):
            self._on_device(item)
        elif isinstance(item, ev.DeviceFacts):
            self.state.facts[item.device] = item
        said.keep(self.state, item)
        if (athlete_id := getattr(item, "athlete_id", None)) is not None:
            safety.touch(self._book, athlete_id, item.at)
        return self._take()

    def advance(self, now: float) -> list[Record]:
        """Closes every second that ended at or before `now`."""
        self._close_seconds(now)
        return self._take()

    def refresh(self, now: float) -> list[Record]:
        """Ages signals and shown values to `now`; closes no second."""
        book = self._book
        book.state.now = now
        straps.forget_old(book, now)
        machines.forget_old(book, now)
        for follower in book.followers.values():
            machines.show(book, follower, self._pace_of(follower, now))
            straps.show_battery(book, follower)
            if follower.refresh(now):
                self._note_signal(follower, now)
        return self._take()

    def _take(self) -> list[Record]:
        out, self._book.out = self._book.out, []
        return out

    def _close_seconds(self, now: float) -> None:
        book = self._book
        if book.next_tick is None:
            book.next_tick = math.floor(now) + 1.0
        while book.next_tick <= now:
            ended = book.next_tick
            for follower in book.followers.values():
                follower.close_second(ended, self._pace_of(follower, ended))
            machines.compare_belts(book, ended)
            machines.watch_grades(book, ended)
            wall.settle(book, ended)
            for session in book.active_sessions():
                if session.phase is Phase.RUNNING:
                    record_second(book, session, ended)
            for follower in safety.gone(book, ended):
                safety.note_gone(book, follower, ended)
                people.tap_out(book, cmd.TapOut(ended, follower.participant.athlete.id))
            book.next_tick += 1.0

    def _pace_of(self, follower: Follower, now: float) -> Pace:
        session = self._book.session_of(follower.participant)
        prescribed = None if session is None else prescribed_kmh(session, follower)
        return machines.pace_of(self._book, follower, prescribed, now)

    def _on_device(self, event: ev.DeviceStatus) -> None:
        before = self.state.devices.get(event.device)
        self.state.devices[event.device] = event
        if before is None or before.state == event.state:
            return
        for session in self._book.active_sessions():
            self._book.note(
                session,
                event.at,
                "device",
                device=event.device,
                state=event.state,
                message=event.message,
            )

    def _note_signal(self, follower: Follower, now: float) -> None:
        who = follower.participant
        session = self._book.session_of(who)
        if session is not None and who.phase in ACTIVE:
            lost = who.signal in (Signal.LOST, Signal.CHECK, Signal.NEVER)
            at = min(now, (who.heard_at or now) + LOST_S) if lost else now
            self._book.note(session, at, "signal", who, state="lost" if lost else "live")
