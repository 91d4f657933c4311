"""Who is here and by what they are known: people, straps, the club's shelf, tags."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, tzinfo

from kiosk.borrowing import Borrowing
from kiosk.clock import Clock
from kiosk.days import day_of
from kiosk.desk_port import ErasedAnswer, PersonAnswer, PersonWanted, RosterDesk, RosterLoaded
from kiosk.forgotten import Forgotten
from kiosk.greeting import Greeting, StrapQuestion
from kiosk.mailbox import Mailbox
from kiosk.members import Members
from kiosk.orders import Orders, Post
from kiosk.session import commands as cmd
from kiosk.session.pace import StationFacts
from kiosk.session.state import Phase, StrapHeard
from kiosk.shelf import PoolStrap
from kiosk.tagging import Enrolment, Tagging, TagSeen
from kiosk.training.athlete import Athlete, Shows
from kiosk.training.capability import Capability
from kiosk.training.readiness import as_guided
from kiosk.words import text

SENTENCE_SHOWN_S = 8.0


class Reception(Orders):
    """What the shell does for whoever comes and goes."""

    def __init__(
        self,
        clock: Clock,
        mailbox: Mailbox[Post],
        stations: Sequence[StationFacts],
        roster_desk: RosterDesk | None,
        *,
        shared_stations: bool,
        next_session_id: int,
        tap_in_by_strap: bool,
        capabilities: Mapping[str, Capability] | None = None,
        time_zone: tzinfo | None = None,
    ) -> None:
        super().__init__(
            clock,
            mailbox,
            stations,
            shared_stations=shared_stations,
            next_session_id=next_session_id,
            capabilities=capabilities,
            time_zone=time_zone,
        )
        self.person_answer: PersonAnswer | None = None
        """To the newest add_person; None while it is being written."""
        self._person_wanted: PersonWanted | None = None
        """What that is waited for: whoever asked before may have gone."""
        self.erased_answer: ErasedAnswer | None = None
        """To the newest erase_person; None while it is being written."""
        self._to_erase: int | None = None
        self._time_zone = time_zone
        self._roster_desk = roster_desk
        self._tap_in_by_strap = tap_in_by_strap
        self._said: tuple[float, str] | None = None
        self._members = Members()
        self._unlisted: set[int] = set()
        """Here, and off the roster: a session of theirs is ended first."""
        self._greeting = Greeting(self.state, self._members, self.tap_in, self.command)
        self._borrowing = Borrowing(
            self.state, self._members, roster_desk, self.tap_in, self.command, self.say
        )
        self._tagging = Tagging(self.state, self._members, roster_desk, self)
        self._forgotten = Forgotten(self.state, self.tap_out, self.end)

    def _look_around(self, now: float) -> None:
        """After every pump."""
        self._greeting.listen()
        if self._tap_in_by_strap:
            self._greeting.look(now)
            self._see_off(now)
            self._forgotten.look(now)
        self._borrowing.look()
        self._tagging.look(now)

    def say(self, sentence: str) -> None:
        """Puts a sentence among the notices for a while."""
        self._said = (self._clock.monotonic() + SENTENCE_SHOWN_S, sentence)

    # -- who is here ---------------------------------------------------------------------------

    @property
    def people(self) -> tuple[Athlete, ...]:
        """The roster, by name."""
        return self._members.people

    def tap_in(self, athlete_id: int, station: str | None = None) -> None:
        """Somebody of the roster is here: at a station they take, or at the only one if free."""
        athlete = self._members.athlete(athlete_id)
        if athlete is not None:
            self._greeting.came(athlete_id)
            # Which of several machines somebody is on is not known: then no grade is theirs.
            only = self.stations[0] if len(self.stations) == 1 else None
            self.command(cmd.TapIn(self._clock.monotonic(), as_guided(athlete), only))
            if station is not None:
                self.take_station(athlete_id, station)

    def tap_out(self, athlete_id: int) -> None:
        """Goes home, strap still on: it does not tap in again until it has been off the air."""
        now = self._clock.monotonic()
        self._greeting.went_home(athlete_id, now)
        self.command(cmd.TapOut(now, athlete_id))

    def add_person(self, wanted: PersonWanted) -> None:
        """Puts somebody on the roster; person_answer says in a moment what became of it."""
        self.person_answer, self._person_wanted = None, wanted
        if self._roster_desk is not None:
            self._roster_desk.add(wanted)

    def show_as(self, athlete_id: int, shows: Shows) -> None:
        """What others see of somebody, also while they train."""
        if self._roster_desk is not None:
            self._roster_desk.show_as(athlete_id, shows)

    def erase_person(self, athlete_id: int) -> None:
        """Everything of somebody goes, for good; `erased_answer` says in a moment what became of
        it. Not while they train; from now on nobody meets them here.
        """
        self.erased_answer, self._to_erase = None, athlete_id
        who = self.state.participants.get(athlete_id)
        if who is not None and who.phase in (Phase.RUNNING, Phase.PAUSED):
            refusal = text(
                "{name} is training: end the session first, then erase.", name=who.athlete.name
            )
            self.erased_answer = ErasedAnswer(self._clock.monotonic(), athlete_id, refusal)
        else:
            self._forget(athlete_id)

    def _forget(self, athlete_id: int) -> None:
        if self._roster_desk is not None:
            self._members.leaves(athlete_id)
            if athlete_id in self.state.participants:
                self.tap_out(athlete_id)
            self._roster_desk.erase(athlete_id)

    def _take_erased(self, answer: ErasedAnswer) -> None:
        if answer.athlete_id == self._to_erase:
            self.erased_answer = answer
            self.say(answer.refusal or text("Erased: nothing is known of this person any more."))
        if answer.refusal:
            self._members.stays(answer.athlete_id)

    # -- guests --------------------------------------------------------------------------------

    def add_guest(self, pool_number: int | None, *, is_ready: bool = True) -> None:
        """Somebody for one evening, with or without a strap of the club's: here, and wearing it,
        as soon as they are on the disk. `is_ready` is their answer to the readiness questions.
        """
        name = text("Guest") if pool_number is None else text("Guest {n}", n=pool_number)
        strap = None if pool_number is None else self._members.pool_strap(pool_number)
        wanted = PersonWanted(
            str(name),
            None if strap is None else strap.device_number,
            guest_on=self._local_day(),
            is_ready=is_ready,
        )
        self.add_person(wanted)

    def claim(self, athlete_id: int, name: str) -> None:
        """A guest becomes a member, with what they have trained; person_answer says whether the
        name can be.
        """
        self.person_answer, self._person_wanted = None, PersonWanted(name)
        if self._roster_desk is not None:
            self._roster_desk.claim(athlete_id, name)

    def _local_day(self) -> date:
        """By the clock as it is, set or not."""
        return day_of(self._clock.utc_ms(), self._time_zone)

    # -- straps --------------------------------------------------------------------------------

    def new_straps(self) -> list[tuple[int, StrapHeard]]:
        """Straps of nobody on the roster that are near, the likeliest first."""
        return self._greeting.new_straps()

    @property
    def strap_questions(self) -> Sequence[StrapQuestion]:
        """Straps whose wearer only people can tell."""
        return self._greeting.questions

    def answer_strap(self, strap: int, athlete_id: int | None) -> None:
        """None: nobody of these."""
        self._greeting.answer(strap, athlete_id, self._clock.monotonic())

    def wear(self, athlete_id: int, strap: int | None) -> None:
        """From now on this strap is this athlete's; None: they take theirs off."""
        shelved = None if strap is None else self._members.on_shelf(strap)
        if shelved is not None:
            self.lend(shelved.number, athlete_id)
            return
        who = self.state.participants.get(athlete_id)
        if strap is None and who is not None and who.strap is not None:
            self._greeting.took_off(athlete_id, who.strap)
        self.command(cmd.WearStrap(self._clock.monotonic(), athlete_id, strap))

    def remember_strap(self, athlete_id: int, strap: int) -> None:
        """One more strap of somebody's own; a notice says if it cannot be."""
        self._borrowing.remember(athlete_id, strap)

    @property
    def pool(self) -> Sequence[PoolStrap]:
        """The club's own straps, by number."""
        return self._members.pool

    def shelf_answer(self, ask: int) -> str | None:
        """To the request to the shelf of this number: None while it is being written, "" when it
        was done, else why not.
        """
        return self._borrowing.answer(ask)

    def lend(self, number: int, athlete_id: int) -> int:
        """Worn from now on, in the middle of a session too; a flat one before it goes back. The
        number of the request, like those of the other three.
        """
        return self._borrowing.lend(number, athlete_id, self._clock.monotonic())

    def give_back(self, number: int) -> int:
        return self._borrowing.give_back(number, self._clock.monotonic())

    def add_pool_strap(self, number: int, device_number: int) -> int:
        return self._borrowing.add(number, device_number)

    def drop_pool_strap(self, number: int) -> int:
        return self._borrowing.drop(number)

    # -- tags and stations ---------------------------------------------------------------------

    @property
    def tag_seen(self) -> TagSeen | None:
        """Whose page is wanted, by the tag they held to the kiosk last."""
        return self._tagging.seen

    @property
    def enrolment(self) -> Enrolment | None:
        return self._tagging.enrolment

    def enrol_tag(self, athlete_id: int) -> None:
        """The next tag of the next half minute is theirs; `enrolment` says what came of it."""
        self._tagging.enrol(athlete_id, self._clock.monotonic())

    def cancel_enrolment(self) -> None:
        self._tagging.cancel()

    # -- the roster ----------------------------------------------------------------------------

    def _take_roster(self, loaded: RosterLoaded) -> None:
        self._members.load(loaded)
        self._borrowing.loaded()
        if self._tap_in_by_strap:
            # A class is for whom its command line names: there two are told apart by who is in it.
            self.engine.contested = self._members.contested
            self._follow_the_roster()

    def _follow_the_roster(self) -> None:
        """Who has been taken off the roster is not recorded any more, a session is ended first;
        who has changed and does not train yet is as they are now.
        """
        now = self._clock.monotonic()
        self._unlisted = {n for n in self.state.participants if self._members.athlete(n) is None}
        for athlete_id, who in self.state.participants.items():
            athlete = self._members.athlete(athlete_id)
            if athlete is not None and who.phase is Phase.READY:
                guided = as_guided(athlete)
                if guided != who.athlete:
                    self.command(cmd.TapIn(now, guided))
            elif athlete is not None:
                # Nothing of it concerns the engine, and it holds at once, in a session too.
                who.athlete = replace(
                    who.athlete, name=athlete.name, guest_on=athlete.guest_on, shows=athlete.shows
                )

    def _see_off(self, now: float) -> None:
        """Whoever is off the roster, as soon as they do not train."""
        for athlete_id in list(self._unlisted):
            who = self.state.participants.get(athlete_id)
            if who is None or who.phase not in (Phase.RUNNING, Phase.PAUSED):
                self._unlisted.discard(athlete_id)
                self.command(cmd.TapOut(now, athlete_id))

    def _answer_readiness(self, athlete_id: int, ready: bool, today: date) -> None:
        """Whoever is here is guided by it at once."""
        self._members.answered_readiness(athlete_id, ready, today)
        athlete, who = self._members.athlete(athlete_id), self.state.participants.get(athlete_id)
        if athlete is not None and who is not None and who.phase is Phase.READY:
            self.command(cmd.TapIn(self._clock.monotonic(), as_guided(athlete)))
        if self._roster_desk is not None:
            self._roster_desk.answer_readiness(athlete_id, ready)

    def _take_person(self, answer: PersonAnswer) -> None:
        if answer.wanted == self._person_wanted:
            self.person_answer = answer
        strap = answer.wanted.strap
        if answer.athlete is not None and answer.wanted.guest_on is not None:
            self.tap_in(answer.athlete.id)
            if strap is not None:
                self.wear(answer.athlete.id, strap)
            return
        worn = {who.strap for who in self.state.participants.values()}
        if answer.athlete is not None and answer.wanted.shared and strap not in worn:
            self.tap_in(answer.athlete.id)  # two bring this strap, and this one has it on
            self.wear(answer.athlete.id, strap)
