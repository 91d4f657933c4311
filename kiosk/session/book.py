"""The engine's own memory: the state screens read, a follower per athlete, records to hand out."""

import math
from collections.abc import Mapping, Sequence
from datetime import UTC, date, tzinfo

from kiosk.days import day_of
from kiosk.events import Motion, MotionSource
from kiosk.session.course import CommandRefused, recorded_index
from kiosk.session.follower import Follower
from kiosk.session.honesty import Honesty
from kiosk.session.pace import Movement, StationFacts
from kiosk.session.phases import Move, after
from kiosk.session.records import JsonValue, Note, Record
from kiosk.session.seats import Seats
from kiosk.session.state import Course, KioskState, Participant, Phase, Session
from kiosk.training.capability import Capability, Hold
from kiosk.words import text

ACTIVE = (Phase.RUNNING, Phase.PAUSED)


class Book:
    """Look-ups, the wall clock and the outgoing records, shared by the engine's parts."""

    def __init__(
        self,
        stations: Sequence[StationFacts] = (),
        *,
        shared_stations: bool = False,
        capabilities: Mapping[str, Capability] | None = None,
        time_zone: tzinfo | None = UTC,
    ) -> None:
        self.state = KioskState(capabilities=dict(capabilities or {}))
        self.stations = {station.name: station for station in stations}
        self.shared_stations = shared_stations
        """Any number of people may be on one, and what it says is everybody's."""
        self.followers: dict[int, Follower] = {}
        self.wearers: dict[int, Follower] = {}
        """Who wears which strap now."""
        self.strap_owners: dict[int, list[Follower]] = {}
        self.pod_owners: dict[int, list[Follower]] = {}
        self.contested: frozenset[int] = frozenset()
        """Straps that become nobody's by being heard."""
        self.rssi: dict[int, float] = {}
        """Smoothed, dBm, by strap."""
        self.movements: dict[str, Movement] = {}
        self.motions: dict[tuple[str, MotionSource], Motion] = {}
        self.honesty: dict[str, Honesty] = {}
        self.holds: dict[str, Hold] = {}
        """By station, the grade that its deck keeps."""
        self.seats: dict[int, Seats] = {}
        """By session, of those that change places."""
        self.noted_stations: set[tuple[int, str]] = set()
        """Sessions and stations whose sensor has been noted."""
        self.stopped_sessions: set[int] = set()
        """What StopAll paused and GoOn lets go on."""
        self.next_tick: float | None = None
        self.synchronised = True
        self.unsure: dict[int, tuple[float, int]] = {}
        """By session: when it began, monotonic, and how well the wall clock was known then; of
        those that began while it was not known for sure."""
        self.time_zone = time_zone
        self.out: list[Record] = []
        self._offset_ms = 0.0

    def set_wall(self, utc_minus_monotonic_ms: float, synchronised: bool) -> None:
        """Where the wall clock is; jitter of reading two clocks in turn is not followed."""
        if abs(utc_minus_monotonic_ms - self._offset_ms) > 50:
            self._offset_ms = utc_minus_monotonic_ms
        self.synchronised = synchronised

    def utc_ms(self, at: float) -> int:
        return round(at * 1000 + self._offset_ms)

    def today(self, at: float) -> date:
        """The local day."""
        return day_of(self.utc_ms(at), self.time_zone)

    def second_began(self, at: float) -> float:
        """Start of the present second, in which a session that starts now begins."""
        return (self.next_tick or math.floor(at) + 1.0) - 1.0

    def follower(self, athlete_id: int) -> Follower:
        follower = self.followers.get(athlete_id)
        if follower is None:
            raise CommandRefused(text("That athlete is not tapped in: tap in first."))
        return follower

    def session(self, session_id: int) -> Session:
        session = self.state.sessions.get(session_id)
        if session is None:
            raise CommandRefused(text("That session is over: start a new one."))
        return session

    def session_of(self, who: Participant) -> Session | None:
        return None if who.session_id is None else self.state.sessions.get(who.session_id)

    def active_sessions(self) -> list[Session]:
        return [s for s in self.state.sessions.values() if s.phase in ACTIVE]

    def members(self, session: Session, *phases: Phase) -> list[Follower]:
        """The session's athletes who are in one of `phases`."""
        here = [self.followers[i] for i in session.athlete_ids if i in self.followers]
        return [
            f
            for f in here
            if f.participant.session_id == session.id and f.participant.phase in phases
        ]

    def on_course(self, session: Session, course: Course, *phases: Phase) -> list[Follower]:
        """The session's athletes in one of `phases` whose way this is."""
        return [
            f
            for f in self.members(session, *phases)
            if session.course(f.participant.athlete.id) is course
        ]

    def smoothed_rssi(self, strap: int, rssi_dbm: int, share: float) -> float:
        """Takes a value into the strap's moving average, with this share of it."""
        before = self.rssi.get(strap, float(rssi_dbm))
        self.rssi[strap] = before + share * (rssi_dbm - before)
        return self.rssi[strap]

    def movement(self, station: str) -> Movement:
        return self.movements.setdefault(station, Movement())

    def index_owners(self) -> None:
        """Whose straps and foot pods are whose, of those who are here."""
        self.strap_owners, self.pod_owners = {}, {}
        for follower in self.followers.values():
            athlete = follower.participant.athlete
            for strap in athlete.straps:
                self.strap_owners.setdefault(strap, []).append(follower)
            for pod in athlete.foot_pods:
                self.pod_owners.setdefault(pod, []).append(follower)

    def forget_finished(self) -> None:
        """Drops sessions that are over and that nobody's summary still shows."""
        wanted = {who.session_id for who in self.state.participants.values()}
        for session in list(self.state.sessions.values()):
            if session.phase not in ACTIVE and session.id not in wanted:
                del self.state.sessions[session.id]
        kept = self.state.sessions
        self.noted_stations = {noted for noted in self.noted_stations if noted[0] in kept}

    def note(
        self,
        session: Session,
        at: float,
        kind: str,
        who: Participant | None = None,
        **detail: JsonValue,
    ) -> None:
        """Writes an event of the session, of one athlete in it when `who` is given."""
        athlete_id = None if who is None else who.athlete.id
        elapsed_s = session.elapsed_s if who is None else who.elapsed_s
        self.out.append(Note(session.id, self.utc_ms(at), kind, athlete_id, elapsed_s, detail))

    def note_step(self, session: Session, follower: Follower, at: float) -> None:
        who, coach = follower.participant, follower.coach
        course = session.course(who.athlete.id)
        detail: dict[str, JsonValue] = {
            "step_index": recorded_index(session, course),
            "name": course.step.name,
            "hr0_bpm": None if coach.hr0 is None else round(coach.hr0, 1),
            "eased_from_s": coach.eased_from_s,
        }
        if follower.aim is not None:
            detail["aim_index"] = session.plan.steps.index(follower.aim)
        self.note(session, at, "step", who, **detail)


def move(whose: Participant | Session, what: Move) -> bool:
    """Moves along the table; False, and nothing changed, when the table refuses."""
    phase = after(whose.phase, what)
    if phase is None:
        return False
    whose.phase = phase
    return True
