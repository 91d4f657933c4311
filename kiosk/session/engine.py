"""The engine: events, commands and seconds in; state for screens and records for the disk out."""

import math
from collections.abc import Callable
from typing import Any

from kiosk.events import DeviceStatus, Event, Grade, HeartRate, StrapInfo
from kiosk.session import commands as cmd
from kiosk.session import conduct
from kiosk.session.book import ACTIVE, Book, move
from kiosk.session.course import CommandRefused
from kiosk.session.follower import LOST_S, WEAK_S, Follower
from kiosk.session.phases import Move
from kiosk.session.records import Record
from kiosk.session.seconds import record_second
from kiosk.session.state import KioskState, Participant, Phase, Signal, StrapHeard
from kiosk.training.zones import ceiling_for, zones_for

FORGET_STRAP_S = 60.0


class Engine:
    """Deterministic: the same events, commands and clock offsets give the same state and records.

    A second belongs to the phase at its end: whoever is running when it closes gets a row for it.
    All sessions share one grid of whole monotonic seconds.
    """

    def __init__(self) -> None:
        self._book = Book()
        self._handlers: dict[type, Callable[[Any], None]] = {
            HeartRate: self._on_heart_rate,
            StrapInfo: self._on_strap_info,
            Grade: self._on_grade,
            DeviceStatus: self._on_device,
            cmd.TapIn: self._tap_in,
            cmd.TapOut: self._tap_out,
            cmd.TypeSpeed: self._type_speed,
            cmd.Restore: self._restore,
        }
        self._conduct: dict[type, Callable[[Book, Any], None]] = {
            cmd.Start: conduct.start,
            cmd.Join: conduct.join,
            cmd.Pause: conduct.pause,
            cmd.Resume: conduct.resume,
            cmd.Skip: conduct.skip,
            cmd.Extend: conduct.extend,
            cmd.Leave: conduct.leave,
            cmd.End: conduct.end,
        }

    @property
    def state(self) -> KioskState:
        """What screens read; only the engine writes it."""
        return self._book.state

    @property
    def next_tick(self) -> float:
        """Monotonic second at which the present second closes; infinity before the first call."""
        return math.inf if self._book.next_tick is None else self._book.next_tick

    def set_wall(self, utc_minus_monotonic_ms: float, synchronised: bool) -> None:
        """Where the wall clock is, against the monotonic one, and whether it has been set."""
        self._book.set_wall(utc_minus_monotonic_ms, synchronised)

    def handle(self, item: Event | cmd.Command) -> list[Record]:
        """Closes every second that ended before `item.at`, then takes the item in.

        Raises CommandRefused when a command cannot be carried out: nothing has changed then, and
        records of closed seconds come with the next call.
        """
        self._close_seconds(item.at)
        handler = self._handlers.get(type(item))
        if handler is not None:
            handler(item)
        else:
            self._conduct[type(item)](self._book, item)
        return self._take()

    def advance(self, now: float) -> list[Record]:
        """Closes every second that ended at or before `now`."""
        self._close_seconds(now)
        return self._take()

    def refresh(self, now: float) -> list[Record]:
        """Ages signals and shown values to `now`; closes no second."""
        state = self.state
        state.now = now
        for number in [n for n, s in state.straps.items() if now - s.at > FORGET_STRAP_S]:
            del state.straps[number]
        for station in [s for s, g in state.grades.items() if now - g.at > WEAK_S]:
            del state.grades[station]
        for follower in self._book.followers.values():
            who = follower.participant
            grade = state.grades.get(who.station or "")
            who.grade_percent = None if grade is None else grade.percent
            heard = (state.straps.get(number) for number in who.athlete.straps)
            who.battery_low = any(strap is not None and strap.battery_low for strap in heard)
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
            for follower in book.followers.values():
                follower.close_second()
            for session in book.active_sessions():
                if session.phase is Phase.RUNNING:
                    record_second(book, session, book.next_tick)
            book.next_tick += 1.0

    # -- devices -------------------------------------------------------------------------------

    def _on_heart_rate(self, event: HeartRate) -> None:
        strap = self.state.straps.setdefault(event.device_number, StrapHeard(event.at, event.at))
        strap.at = event.at
        strap.rssi_dbm = event.rssi_dbm if event.rssi_dbm is not None else strap.rssi_dbm
        for follower in self._book.by_strap.get(event.device_number, ()):
            follower.hear(event)

    def _on_strap_info(self, event: StrapInfo) -> None:
        strap = self.state.straps.get(event.device_number)
        if strap is not None and event.battery_status is not None:
            strap.battery_low = event.battery_status in ("low", "critical")

    def _on_grade(self, event: Grade) -> None:
        self.state.grades[event.station] = event
        for follower in self._book.followers.values():
            if follower.participant.station == event.station:
                follower.hear_grade(event.percent)

    def _on_device(self, event: DeviceStatus) -> None:
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
            lost = who.signal in (Signal.LOST, Signal.CHECK)
            at = (who.heard_at or now) + LOST_S if lost else now
            self._book.note(session, at, "signal", who, state="lost" if lost else "live")

    # -- people --------------------------------------------------------------------------------

    def _tap_in(self, command: cmd.TapIn) -> None:
        book, athlete = self._book, command.athlete
        day = book.today(command.at)
        follower = book.followers.get(athlete.id)
        if follower is None:
            who = Participant(
                athlete,
                command.station,
                zones_for(athlete, day),
                tapped_in_at=command.at,
            )
            follower = Follower(who, ceiling_for(athlete, day), command.at)
            book.followers[athlete.id] = follower
            self.state.participants[athlete.id] = who
        else:
            who = follower.participant
            who.athlete, who.zones = athlete, zones_for(athlete, day)
            who.station = command.station or who.station
            follower.ceiling = ceiling_for(athlete, day)
            move(who, Move.TAP_IN)
        who.ceiling_hr = follower.ceiling
        book.index_straps()

    def _tap_out(self, command: cmd.TapOut) -> None:
        book = self._book
        if command.athlete_id in book.followers:
            conduct.leave(book, cmd.Leave(command.at, command.athlete_id))
            del book.followers[command.athlete_id]
            del self.state.participants[command.athlete_id]
            book.index_straps()
            book.forget_finished()

    def _type_speed(self, command: cmd.TypeSpeed) -> None:
        follower = self._book.follower(command.athlete_id)
        if command.speed_kmh is not None and not 0 <= command.speed_kmh <= 30:
            raise CommandRefused("A speed is between 0 and 30 km/h: type it again.")
        follower.typed_speed_kmh = command.speed_kmh
        who = follower.participant
        session = self._book.session_of(who)
        if session is not None and who.phase in ACTIVE:
            self._book.note(session, command.at, "speed", who, speed_kmh=command.speed_kmh)

    def _restore(self, command: cmd.Restore) -> None:
        for saved in command.athletes:
            self._tap_in(cmd.TapIn(command.at, saved.athlete, saved.station))
        conduct.restore(self._book, command)
