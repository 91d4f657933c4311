"""The imperative shell: empties the mailbox into the engine, hands its records to the recorder."""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, tzinfo
from typing import Protocol

from kiosk import panel
from kiosk.asking import Question
from kiosk.attention import Attention
from kiosk.clock import CLOCK_SET_FROM, Clock
from kiosk.coach_desk import CoachDesk
from kiosk.coach_port import DeskAnswer, ExportStep, ReplayLoaded, SessionsListed
from kiosk.coaching import Coaching, answer_kind
from kiosk.days import local_time
from kiosk.desk_port import (
    ChoiceAnswer,
    CoachAnswer,
    CodeAnswer,
    ErasedAnswer,
    GhostLoaded,
    PartLoaded,
    PastLoaded,
    PersonAnswer,
    PersonWanted,
    ResultsReady,
    RosterDesk,
    RosterLoaded,
    ShelfAnswer,
    SignInAnswer,
    TagAnswer,
    TakenAway,
    WorkoutsLoaded,
)
from kiosk.evening import Evening
from kiosk.events import Button, Event, Tag
from kiosk.greeting import GONE_S
from kiosk.guests import Guests
from kiosk.health_port import HealthRead, SupportWritten
from kiosk.import_port import ImportSeen, ImportTaken
from kiosk.looking_back import LookingBack
from kiosk.mailbox import Mailbox
from kiosk.night import Night
from kiosk.office import Office
from kiosk.orders import Post
from kiosk.reception import Reception
from kiosk.session import commands as cmd
from kiosk.session.course import CommandRefused
from kiosk.session.pace import StationFacts
from kiosk.session.records import AnswerGiven, HomeworkGiven, Record, SessionClosed
from kiosk.session.state import Signal
from kiosk.session.wearing import CHECK_S
from kiosk.stick import Stick
from kiosk.training.capability import Capability
from kiosk.training.measure import Measure
from kiosk.training.offers import Offer
from kiosk.training.past import Past, Planned
from kiosk.training.plan import Plan
from kiosk.training.progress import Progress
from kiosk.training.safety import STOP_AT_ONCE
from kiosk.training.suggestion import Suggestion
from kiosk.training.workouts import Workouts
from kiosk.words import text

__all__ = [
    "GONE_S",
    "App",
    "CutSession",
    "PersonAnswer",
    "PersonWanted",
    "Post",
    "RecordSink",
    "RosterDesk",
    "RosterLoaded",
    "ShelfAnswer",
    "StationFacts",
    "TagAnswer",
]

_logger = logging.getLogger(__name__)

GRACE_S = 0.1
"""A second closes this much after its end, so that what arrived in it has been posted by then."""


@dataclass(frozen=True, slots=True)
class CutSession:
    """A session that a power cut or a crash left open, with the way back into it."""

    id: int
    protocol_name: str
    started: datetime
    names: tuple[str, ...]
    restore: cmd.Restore = field(repr=False)

    @property
    def stopped(self) -> datetime:
        """Local time at the end of its last recorded second."""
        return datetime.fromtimestamp(self.restore.last_utc_ms / 1000 + 1, self.started.tzinfo)


class RecordSink(Protocol):
    """Where records go; never blocks."""

    def put(self, records: Sequence[Record]) -> None: ...


class App(Reception, Office, LookingBack):
    """One kiosk, with or without a window. Everything here runs in the pump's thread."""

    def __init__(
        self,
        *,
        clock: Clock,
        mailbox: Mailbox[Post],
        recorder: RecordSink,
        roster_desk: RosterDesk | None = None,
        plans: Sequence[Plan] | Workouts = (),
        stations: Sequence[StationFacts | str] = (),
        shared_stations: bool = False,
        next_session_id: int = 1,
        tap_in_by_strap: bool = False,
        time_zone: tzinfo | None = None,
        capabilities: Mapping[str, Capability] | None = None,
        asks_readiness: bool = False,
    ) -> None:
        """With `asks_readiness` nobody starts before the readiness questions are answered; leave it
        where there is no screen to ask on: there they count as answered.
        """
        facts = [StationFacts(s) if isinstance(s, str) else s for s in stations]
        super().__init__(
            clock,
            mailbox,
            facts,
            roster_desk,
            shared_stations=shared_stations,
            next_session_id=next_session_id,
            tap_in_by_strap=tap_in_by_strap,
            capabilities=capabilities,
            time_zone=time_zone,
        )
        Office.__init__(self, clock, roster_desk)
        LookingBack.__init__(self, self.state, self.past)
        self._coaching = Coaching(
            self.state,
            self._members,
            self.station_kinds,
            self.today,
            workouts=plans if isinstance(plans, Workouts) else Workouts(tuple(plans)),
            asks_readiness=asks_readiness,
        )
        self.coach_desk = CoachDesk()
        """What coaches ask of the disk; whoever wires the kiosk gives it its threads."""
        self._guests = Guests(self.state, self._members, roster_desk, self.today, self._forget)
        self.cut_sessions: list[CutSession] = []
        """Waiting for somebody to decide."""
        self.device_titles: Mapping[str, str] = {}
        """What the configuration asks for and what people call it, by device."""
        self.seal_tag: Callable[[str], None] | None = None
        """Posts the Tag of a number, for readers that act as a keyboard; waits for nothing."""
        self.attention = Attention()
        """Whom the coach should look at first."""
        self.evening = Evening()
        """What the club climbs today; whoever wires the kiosk gives it what the disk knows."""
        self.night: Night | None = None
        """When the screen may go dark; whoever wires the kiosk says it."""
        self.darken: Callable[[bool], None] = lambda _: None
        """The panel's own light goes down, or is as it was; waits for nothing."""
        self.accounts: Sequence[str] = ()
        """What happened while nobody looked, told until somebody has read it."""
        self.on_accounts_read: Callable[[], None] = lambda: None
        self.watchers: list[Callable[[], None]] = []
        """Called after every pump, in its thread."""
        self._recorder = recorder
        self._pending: list[Post] = []
        self._dropped = 0

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
        self._look_around(now)
        self._guests.look(now)
        self._look_at_the_coach(now)
        self._look_back()
        self.attention.follow(self.state)
        self.evening.look(self.state, self.today())
        if self._mailbox.dropped > self._dropped:
            self._dropped = self._mailbox.dropped
            _logger.error("The kiosk cannot keep up: %d messages were dropped", self._dropped)
        for watch in self.watchers:
            watch()

    def _take_in(self, item: Post) -> list[Record]:
        match item:
            case PersonAnswer():
                self._take_person(item)
            case TagAnswer():
                self._tagging.answered(item)
            case ShelfAnswer():
                self._borrowing.answered(item)
            case ErasedAnswer():
                self._take_erased(item)
                self._guests.answered(item)
            case RosterLoaded():
                self._take_roster(item)
                listed = {who.id for who in item.athletes}
                self._coaching.forget_all_but(listed | self.state.participants.keys())
                self._take_coaches(item.coaches, is_empty=not item.athletes)
            case SignInAnswer() | CoachAnswer() | CodeAnswer() | ChoiceAnswer():
                self._take_office(item)
            case PastLoaded() | ResultsReady() | WorkoutsLoaded():
                self._coaching.take(item)
            case GhostLoaded() | PartLoaded() | TakenAway():
                self._take_past(item)
            case (
                DeskAnswer()
                | SessionsListed()
                | ExportStep()
                | ReplayLoaded()
                | Stick()
                | ImportSeen()
                | ImportTaken()
                | HealthRead()
                | SupportWritten()
            ):
                self.coach_desk.take(item)
            case _:
                return self._take_to_engine(item)
        return []

    def _take_to_engine(self, item: Event | cmd.Command) -> list[Record]:
        try:
            records = self.engine.handle(item)
        except CommandRefused as refusal:
            self.say(str(refusal))
            return []
        if isinstance(item, Tag):
            self._tagging.tapped(item)
        elif isinstance(item, Button):
            self._take_button(item)
        return records

    def _take_button(self, event: Button) -> None:
        asked = panel.pressed(self.state, event, self.stations, self.plans, self.new_session_id)
        if asked is None:
            return
        if isinstance(asked, str):
            self.say(asked)
        elif not isinstance(asked, cmd.Start) or self._let_in(
            asked.plan, [*asked.athlete_ids], asked.clock
        ):
            self.command(asked)

    def tag_typed(self, number: str) -> None:
        """A reader that acts as a keyboard typed this tag's number into the window."""
        if self.seal_tag is not None:
            self.seal_tag(number)

    # -- what may be done, what is asked, what is known -------------------------------------------

    @property
    def plans(self) -> Sequence[Plan]:
        """The workouts, as people look for them."""
        return self._coaching.workouts.plans

    @property
    def workouts(self) -> Workouts:
        """The same with what they are made of, and whose they are."""
        return self._coaching.workouts

    @property
    def refused_protocols(self) -> Sequence[str]:
        """What is wrong with the protocol files that cannot be used: file, line and reason."""
        return self._coaching.workouts.refused

    def plan_with(self, protocol_id: str, choices: Mapping[str, str]) -> Plan:
        """The workout with these chosen from its ranges (Offer.choices); raises ProtocolError."""
        return self._coaching.workouts.plan_with(protocol_id, choices)

    def offers(self, athlete_id: int) -> Sequence[Offer]:
        """Every workout, with what speaks against it for this athlete; nothing for a stranger."""
        return self._coaching.offers(athlete_id)

    def suggestion(self, athlete_id: int) -> Suggestion | None:
        """What somebody will most likely train today, to be started at one touch; None: ask."""
        return self._coaching.suggestion(athlete_id)

    def offer_of(self, athlete_id: int, plan: Plan) -> Offer:
        """The same for one plan, with what was chosen in it."""
        return self._coaching.offer_of(athlete_id, plan)

    def _let_in(self, plan: Plan, athlete_ids: list[int], clock: cmd.ClockKind) -> list[int]:
        able, refusal = self._coaching.sort_out(plan, athlete_ids, clock)
        if refusal:
            self.say(refusal)
        return able

    @property
    def questions(self) -> Sequence[Question]:
        """What there is to ask those who are here; those to one person the most urgent first."""
        return self._coaching.questions

    def answer(
        self, athlete_id: int, kind: str, value: float, session_id: int | None = None
    ) -> None:
        """Known at once, and on the disk soon. Raises ValueError for a kind that is not asked."""
        today = self._local(self._clock.utc_ms()).date()
        if kind == "readiness":
            self._answer_readiness(athlete_id, value >= 1, today)
        else:
            utc_ms = self._clock.utc_ms()
            given = AnswerGiven(athlete_id, utc_ms, answer_kind(kind), value, session_id)
            self._recorder.put([given])
            self._coaching.answered(given, today)
        self.touched(athlete_id)

    def take_home(self, athlete_id: int, plan: Plan) -> None:
        """Notes that a downhill goes home with somebody, to be done outside; on the disk soon. Not
        while the clock is not set: what comes back is told by its day.
        """
        today = self.today()
        if today is not None:
            now_ms = self._clock.utc_ms()
            self._recorder.put([HomeworkGiven(athlete_id, now_ms, today, plan.to_json())])
        self.touched(athlete_id)

    def skip_question(self, athlete_id: int, kind: str) -> None:
        """Not asked again about the same; readiness cannot be skipped."""
        self._coaching.skip(athlete_id, kind)
        self.touched(athlete_id)

    def past(self, athlete_id: int) -> Past:
        return self._coaching.past(athlete_id)

    def is_past_known(self, athlete_id: int) -> bool:
        """Whether the disk has told anything of them yet."""
        return self._coaching.is_known(athlete_id)

    def results(self, session_id: int, athlete_id: int) -> tuple[Measure, ...] | None:
        """What a session came to; None while it is being measured."""
        return self._coaching.results(session_id, athlete_id)

    def progress(self, athlete_id: int) -> Progress:
        return self._coaching.progress(athlete_id)

    def countdown(self, athlete_id: int) -> str:
        """How far the race is and what it asks for until then; "" without one."""
        return self._coaching.countdown(athlete_id)

    def week(self, athlete_id: int) -> Sequence[Planned]:
        """The next seven days, as planned or as suggested."""
        return self._coaching.week(athlete_id)

    @property
    def stop_list(self) -> Sequence[str]:
        """When to stop at once."""
        return STOP_AT_ONCE

    # -- the ends of sessions --------------------------------------------------------------------

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

    # -- what screens say ------------------------------------------------------------------------

    @property
    def notices(self) -> list[str]:
        """Sentences that somebody should read: what is wrong and what to do."""
        said = [s.message for s in self.state.devices.values() if s.state != "live"]
        said += self._deaf_sticks()
        said += self.accounts
        if self._said is not None and self._said[0] > self.state.now:
            said.insert(0, self._said[1])
        return said

    def accounts_read(self) -> None:
        """Somebody has read what happened: it is not told again."""
        if self.accounts:
            self.accounts = ()
            self.on_accounts_read()

    def _deaf_sticks(self) -> list[str]:
        """What sticks say that answer and hear nothing, while somebody's heart rate is missing."""
        state = self.state
        if not any(who.signal is Signal.CHECK for who in state.participants.values()):
            return []
        sticks = [s for name, s in state.devices.items() if name.partition(":")[0] == "ant"]
        heard = (value for name, value in state.values.items() if name.partition(":")[0] == "ant")
        if any(state.now - value.at < CHECK_S for value in heard):
            return []
        return [status.message for status in sticks if status.state == "live"]

    @property
    def evening_ascent_m(self) -> float:
        """Climbed by everybody together in the sessions that began today, metres."""
        return self.evening.ascent_m(self.today())

    def clock_text(self) -> str:
        """The wall clock, "18:08", or that it has not been set yet."""
        now = self._local(self._clock.utc_ms())
        return now.strftime("%H:%M") if now.year >= CLOCK_SET_FROM else text("clock not set")

    @property
    def is_night(self) -> bool:
        """Whether nobody is expected at this hour; never while the clock has not been set."""
        now = self._local(self._clock.utc_ms())
        is_set = now.year >= CLOCK_SET_FROM
        return is_set and self.night is not None and self.night.covers(now.time())

    def today(self) -> date | None:
        """The local day; None while the clock has not been set."""
        now = self._local(self._clock.utc_ms())
        return now.date() if now.year >= CLOCK_SET_FROM else None

    def days_since(self, utc_ms: int) -> int | None:
        """Local calendar days from then until today; None while the clock has not been set."""
        today = self.today()
        return None if today is None else (today - self._local(utc_ms).date()).days

    def _local(self, utc_ms: int) -> datetime:
        return local_time(utc_ms, self._time_zone)
