"""Tags held to a reader: tapping in and out, taking a station, making a tag known."""

from dataclasses import dataclass, replace
from typing import Literal, Protocol

from kiosk.desk_port import RosterDesk, TagAnswer
from kiosk.events import Tag
from kiosk.members import Members
from kiosk.session.state import KioskState, Phase
from kiosk.words import text

SAME_TAP_S = 2.0
"""A tag that is seen again so soon has not been taken away from the reader."""
TAP_OUT_S = 10.0
ENROL_S = 30.0


@dataclass(frozen=True, slots=True)
class TagSeen:
    """Somebody held their tag to the kiosk: their page is wanted."""

    at: float
    athlete_id: int


@dataclass(frozen=True, slots=True)
class Enrolment:
    """Somebody makes a tag theirs."""

    athlete_id: int
    outcome: Literal["waiting", "done", "refused"]
    sentence: str


class Porter(Protocol):
    """What a tag brings about."""

    def tap_in(self, athlete_id: int, station: str | None = None) -> None: ...
    def tap_out(self, athlete_id: int) -> None: ...
    def take_station(self, athlete_id: int, station: str | None) -> None: ...
    def say(self, sentence: str) -> None: ...


@dataclass(slots=True)
class _Taps:
    """Of one tag."""

    reader: str | None
    first_at: float
    """Of the tap that counted last."""
    last_at: float


class Tagging:
    """Knows the last tap of each tag and who is making one theirs."""

    def __init__(
        self, state: KioskState, members: Members, desk: RosterDesk | None, porter: Porter
    ) -> None:
        self.enrolment: Enrolment | None = None
        self.seen: TagSeen | None = None
        self._state = state
        self._members = members
        self._desk = desk
        self._porter = porter
        self._taps: dict[str, _Taps] = {}
        self._until = 0.0
        self._is_written = False
        """The tag of the enrolment is on its way to the disk."""
        self._ask = 0
        """The number of the newest request to the disk."""

    # -- making a tag known ----------------------------------------------------------------------

    def enrol(self, athlete_id: int, now: float) -> None:
        """Waits half a minute for the next tag."""
        self.enrolment = Enrolment(athlete_id, "waiting", text("Hold your tag to the reader."))
        self._until, self._is_written = now + ENROL_S, False

    def cancel(self) -> None:
        self.enrolment = None

    def answered(self, answer: TagAnswer) -> None:
        waiting = self._waiting()
        if waiting is not None and self._is_written and answer.ask == self._ask:
            if answer.refusal:
                self._refuse(waiting, answer.refusal)
            else:
                self.enrolment = replace(
                    waiting, outcome="done", sentence=text("From now on this tag taps you in.")
                )

    def look(self, now: float) -> None:
        """After every pump: nobody waits for a tag for ever."""
        waiting = self._waiting()
        if waiting is not None and now >= self._until and not self._is_written:
            self._refuse(waiting, text("No tag was seen for half a minute: try again."))

    def _waiting(self) -> Enrolment | None:
        enrolment = self.enrolment
        return enrolment if enrolment is not None and enrolment.outcome == "waiting" else None

    def _refuse(self, enrolment: Enrolment, sentence: str) -> None:
        self.enrolment = replace(enrolment, outcome="refused", sentence=sentence)

    def _enrol(self, enrolment: Enrolment, digest: str) -> None:
        owner = self._members.owner_of_tag(digest)
        if self._is_written:
            return
        if owner is not None and owner.id == enrolment.athlete_id:
            self._refuse(
                enrolment,
                text("This tag is yours already: just hold it to the reader."),
            )
        elif owner is not None:
            self._refuse(
                enrolment,
                text("This tag is {owner}'s: use another one.", owner=owner.name),
            )
        elif self._desk is not None:
            self._is_written, self._ask = True, self._ask + 1
            self._desk.add_tag(self._ask, enrolment.athlete_id, digest)

    # -- taps ------------------------------------------------------------------------------------

    def tapped(self, tag: Tag) -> None:
        before = self._taps.get(tag.digest)
        is_same_reader = before is not None and before.reader == tag.station
        if before is not None and is_same_reader and tag.at - before.last_at < SAME_TAP_S:
            before.last_at = tag.at
            return
        self._taps = {d: t for d, t in self._taps.items() if tag.at - t.last_at <= TAP_OUT_S}
        self._taps[tag.digest] = _Taps(tag.station, tag.at, tag.at)
        waiting = self._waiting()
        owner = self._members.owner_of_tag(tag.digest)
        if waiting is not None:
            self._enrol(waiting, tag.digest)
        elif owner is None:
            self._porter.say(
                text('This tag is not known: tap your name on the screen, then "My tag".')
            )
        else:
            is_again = (
                before is not None and is_same_reader and tag.at - before.first_at <= TAP_OUT_S
            )
            self._known(tag, owner.id, is_again=is_again)

    def _known(self, tag: Tag, athlete_id: int, *, is_again: bool) -> None:
        who = self._state.participants.get(athlete_id)
        if who is None or (who.phase is Phase.LEFT and tag.station is not None):
            self._porter.tap_in(athlete_id, tag.station)
            if tag.station is None:  # their hand is at the screen: they choose a workout next
                self.seen = TagSeen(tag.at, athlete_id)
        elif tag.station is not None and who.station != tag.station:
            self._porter.take_station(athlete_id, tag.station)
        elif is_again and who.phase in (Phase.READY, Phase.FINISHED, Phase.LEFT):
            self._porter.tap_out(athlete_id)
        else:
            self.seen = TagSeen(tag.at, athlete_id)
