"""The imperative shell: empties the mailbox into the engine, hands its records to the recorder."""

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, tzinfo
from typing import Protocol

from kiosk.clock import Clock
from kiosk.events import Event
from kiosk.mailbox import Mailbox
from kiosk.session import commands as cmd
from kiosk.session.course import CommandRefused
from kiosk.session.engine import Engine
from kiosk.session.records import Record, SessionClosed
from kiosk.session.state import KioskState, Phase, StrapHeard
from kiosk.training.athlete import Athlete
from kiosk.training.plan import Plan

_logger = logging.getLogger(__name__)

GRACE_S = 0.1
"""A second closes this much after its end, so that what arrived in it has been posted by then."""
SETTLE_S = 2.0
"""A known strap heard this long belongs to somebody who is here."""
GONE_S, NEVER_HEARD_S = 60.0, 600.0
"""Whoever does not train is tapped out after so long a silence, or without ever being heard."""
NEW_TOGETHER_S = 10.0
REFUSAL_SHOWN_S = 8.0


@dataclass(frozen=True, slots=True)
class RosterLoaded:
    """The roster as it now is on disk."""

    at: float
    athletes: tuple[Athlete, ...]


@dataclass(frozen=True, slots=True)
class CutSession:
    """A session that a power cut or a crash left open, with the way back into it."""

    id: int
    protocol_name: str
    started: datetime
    names: tuple[str, ...]
    restore: cmd.Restore = field(repr=False)


@dataclass(frozen=True, slots=True)
class PersonWanted:
    """What somebody entered about themselves to be put on the roster."""

    name: str
    strap: int | None = None
    birth_year: int | None = None
    max_hr: float | None = None
    resting_hr: float | None = None
    threshold_hr: float | None = None


@dataclass(frozen=True, slots=True)
class PersonAnswer:
    """What became of it: the roster entry, or a sentence that says why not."""

    at: float
    wanted: PersonWanted
    athlete: Athlete | None = None
    refusal: str = ""


Post = Event | cmd.Command | RosterLoaded | PersonAnswer


class RecordSink(Protocol):
    """Where records go; never blocks."""

    def put(self, records: Sequence[Record]) -> None: ...


class RosterDesk(Protocol):
    """Writes the roster somewhere else than in the pump's thread, and answers by the mailbox."""

    def add(self, wanted: PersonWanted) -> None: ...


class App:
    """One kiosk, with or without a window. Everything here runs in the pump's thread."""

    def __init__(
        self,
        *,
        clock: Clock,
        mailbox: Mailbox[Post],
        recorder: RecordSink,
        roster_desk: RosterDesk | None = None,
        plans: Sequence[Plan] = (),
        stations: Sequence[str] = (),
        next_session_id: int = 1,
        cut_sessions: Iterable[CutSession] = (),
        tap_in_by_strap: bool = False,
        time_zone: tzinfo | None = None,
    ) -> None:
        self.engine = Engine()
        self.plans = plans
        self.stations = stations
        self.cut_sessions = list(cut_sessions)
        self.watchers: list[Callable[[], None]] = []
        """Called after every pump, in its thread."""
        self._clock = clock
        self._mailbox = mailbox
        self._recorder = recorder
        self._next_session_id = next_session_id
        self._tap_in_by_strap = tap_in_by_strap
        self._time_zone = time_zone
        self._pending: list[Post] = []
        self._roster_desk = roster_desk
        self.people: tuple[Athlete, ...] = ()
        """The roster, by name."""
        self.person_answer: PersonAnswer | None = None
        """To the newest add_person; None while it is being written."""
        self._by_strap: dict[int, Athlete] = {}
        self._sent_home: dict[int, float] = {}
        self._dropped = 0
        self._refusal: tuple[float, str] | None = None

    @property
    def state(self) -> KioskState:
        return self.engine.state

    # -- the pump ------------------------------------------------------------------------------

    def pump(self) -> None:
        """Takes in what has arrived, in order of arrival; closes seconds that are over."""
        now = self._clock.monotonic()
        offset_ms = self._clock.utc_ms() - now * 1000
        self.engine.set_wall(offset_ms, self._clock.synchronised())
        self._pending = sorted(self._pending + self._mailbox.drain(), key=lambda item: item.at)
        records: list[Record] = []
        try:
            while self._pending:
                if self._pending[0].at >= self.engine.next_tick > now - GRACE_S:
                    break  # the second before it may still get something
                records += self._take_in(self._pending.pop(0))
            records += self.engine.advance(now - GRACE_S)
            records += self.engine.refresh(now)
        finally:  # what has happened is recorded, whatever went wrong after it
            if records:
                self._recorder.put(records)
        if self._tap_in_by_strap:
            self._tap_in_whom_we_hear(now)
        if self._mailbox.dropped > self._dropped:
            self._dropped = self._mailbox.dropped
            _logger.error("The kiosk cannot keep up: %d messages were dropped", self._dropped)
        for watch in self.watchers:
            watch()

    def _take_in(self, item: Post) -> list[Record]:
        if isinstance(item, PersonAnswer):
            self.person_answer = item
            return []
        if isinstance(item, RosterLoaded):
            self.people = item.athletes
            self._by_strap = {strap: who for who in item.athletes for strap in who.straps}
            self._tap_out_whom_the_roster_lost()
            return []
        try:
            return self.engine.handle(item)
        except CommandRefused as refusal:
            self._refusal = (item.at + REFUSAL_SHOWN_S, str(refusal))
            return []

    def _tap_in_whom_we_hear(self, now: float) -> None:
        """Whoever is on the roster and wears the strap is here, and leaves by taking it off."""
        state = self.state
        for number, strap in state.straps.items():
            athlete = self._by_strap.get(number)
            settled = strap.at - strap.first_at >= SETTLE_S > now - strap.at
            if athlete is None or not settled or athlete.id in state.participants:
                continue
            if strap.first_at > self._sent_home.get(athlete.id, 0.0):
                self.tap_in(athlete.id)
        for athlete_id, who in state.participants.items():
            silent_s = now - max(who.heard_at or who.tapped_in_at, who.ended_at or 0.0)
            gone = silent_s > (NEVER_HEARD_S if who.heard_at is None else GONE_S)
            if gone and who.phase in (Phase.READY, Phase.FINISHED, Phase.LEFT):
                self.command(cmd.TapOut(now, athlete_id))

    def _tap_out_whom_the_roster_lost(self) -> None:
        """Who has been taken off the roster is not recorded any more; a session is ended first."""
        if self._tap_in_by_strap:
            known = {athlete.id for athlete in self.people}
            for athlete_id, who in self.state.participants.items():
                if athlete_id not in known and who.phase not in (Phase.RUNNING, Phase.PAUSED):
                    self.command(cmd.TapOut(self._clock.monotonic(), athlete_id))

    def command(self, command: cmd.Command) -> None:
        """Queues a command; it is carried out in order with what the devices say."""
        self._mailbox.post(command)

    # -- who is here ---------------------------------------------------------------------------

    def tap_in(self, athlete_id: int) -> None:
        """Somebody of the roster is here, at the first station."""
        athlete = next((who for who in self.people if who.id == athlete_id), None)
        if athlete is not None:
            self._sent_home.pop(athlete_id, None)
            # Which of several machines somebody is on is not known: then no grade is theirs.
            station = self.stations[0] if len(self.stations) == 1 else None
            self.command(cmd.TapIn(self._clock.monotonic(), athlete, station))

    def tap_out(self, athlete_id: int) -> None:
        """Goes home, strap still on: it does not tap in again until it has been off the air."""
        now = self._clock.monotonic()
        self._sent_home[athlete_id] = now
        self.command(cmd.TapOut(now, athlete_id))

    def new_straps(self) -> list[tuple[int, StrapHeard]]:
        """Straps of nobody on the roster that are on the air: the newest first, of those that came
        together the nearest, as far as signal strength tells.
        """
        now = self.state.now
        unknown = [
            (number, strap)
            for number, strap in self.state.straps.items()
            if number not in self._by_strap
            and now - strap.at < SETTLE_S <= strap.at - strap.first_at + 1.0
        ]
        return sorted(
            unknown,
            key=lambda item: (-item[1].first_at // NEW_TOGETHER_S, -(item[1].rssi_dbm or -99)),
        )

    def add_person(self, wanted: PersonWanted) -> None:
        """Puts somebody on the roster; person_answer says in a moment what became of it."""
        self.person_answer = None
        if self._roster_desk is not None:
            self._roster_desk.add(wanted)

    # -- what people do --------------------------------------------------------------------------

    def new_session_id(self) -> int:
        self._next_session_id += 1
        return self._next_session_id - 1

    def start_class(self, plan: Plan) -> None:
        """Starts everybody who is ready on one group clock."""
        ready = self._in_phase(Phase.READY, Phase.FINISHED)
        if ready:
            at = self._clock.monotonic()
            self.command(cmd.Start(at, self.new_session_id(), plan, tuple(ready)))

    def start_alone(self, plan: Plan, athlete_id: int) -> None:
        """Starts one athlete on an own clock."""
        at = self._clock.monotonic()
        self.command(cmd.Start(at, self.new_session_id(), plan, (athlete_id,), clock="own"))

    def join(self, session_id: int, athlete_id: int) -> None:
        self.command(cmd.Join(self._clock.monotonic(), session_id, athlete_id))

    def leave(self, athlete_id: int) -> None:
        """Ends the session for one athlete, who keeps everything recorded so far."""
        self.command(cmd.Leave(self._clock.monotonic(), athlete_id))

    def pause(self, session_id: int, athlete_id: int | None = None) -> None:
        """Pauses the session, or in a class only one athlete."""
        self.command(cmd.Pause(self._clock.monotonic(), session_id, athlete_id))

    def resume(self, session_id: int, athlete_id: int | None = None) -> None:
        self.command(cmd.Resume(self._clock.monotonic(), session_id, athlete_id))

    def skip(self, session_id: int) -> None:
        self.command(cmd.Skip(self._clock.monotonic(), session_id))

    def extend(self, session_id: int, seconds: int) -> None:
        self.command(cmd.Extend(self._clock.monotonic(), session_id, seconds))

    def end(self, session_id: int, reason: str = "ended") -> None:
        self.command(cmd.End(self._clock.monotonic(), session_id, reason))

    def end_all(self, reason: str) -> None:
        """Ends every session at once and records it; for the end of the program."""
        self.pump()
        at = self._clock.monotonic()
        records = self.engine.advance(at)
        for session in list(self.state.sessions.values()):
            records += self.engine.handle(cmd.End(at, session.id, reason))
        self._recorder.put(records)

    def resume_cut(self, session_id: int) -> None:
        """Goes on with a session that was cut, where it was."""
        cut = self._take_cut(session_id)
        if cut is not None:
            self.command(replace(cut.restore, at=self._clock.monotonic()))

    def close_cut(self, session_id: int) -> None:
        """Leaves a session that was cut as it is, and closes it."""
        cut = self._take_cut(session_id)
        if cut is not None:
            closed_ms = cut.restore.last_utc_ms + 1000
            self._recorder.put([SessionClosed(session_id, closed_ms, "cut")])

    def _take_cut(self, session_id: int) -> CutSession | None:
        found = next((cut for cut in self.cut_sessions if cut.id == session_id), None)
        if found is not None:
            self.cut_sessions.remove(found)
        return found

    def _in_phase(self, *phases: Phase) -> list[int]:
        return [i for i, who in self.state.participants.items() if who.phase in phases]

    # -- what screens say ------------------------------------------------------------------------

    @property
    def notices(self) -> list[str]:
        """Sentences that somebody should read: what is wrong and what to do."""
        said = [s.message for s in self.state.devices.values() if s.state != "live"]
        if self._refusal is not None and self._refusal[0] > self.state.now:
            said.insert(0, self._refusal[1])
        return said

    def clock_text(self) -> str:
        """The wall clock, "18:08", or that it has not been set yet."""
        now = datetime.fromtimestamp(self._clock.utc_ms() / 1000, self._time_zone)
        return now.strftime("%H:%M") if now.year >= 2025 else "clock not set"
