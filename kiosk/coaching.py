"""What the kiosk knows of people's training, and what may therefore be offered and asked."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final, cast, get_args

from kiosk.asking import Asking, Case, Question, about
from kiosk.desk_port import PastLoaded, ResultsReady, WorkoutsLoaded
from kiosk.errors import ProtocolError
from kiosk.members import Members
from kiosk.session.commands import ClockKind
from kiosk.session.records import AnswerGiven
from kiosk.session.state import KioskState, Participant
from kiosk.training import race
from kiosk.training.athlete import Athlete
from kiosk.training.capability import Capability
from kiosk.training.measure import Measure
from kiosk.training.offers import Guest, Offer, Place, offer
from kiosk.training.past import AnswerKind, Past, Planned
from kiosk.training.plan import Plan
from kiosk.training.progress import Progress, progress_of
from kiosk.training.suggestion import Suggestion, suggest
from kiosk.training.workouts import Workouts
from kiosk.words import joined, text

_NOTHING: Final = Past()
_ANSWER_KINDS: Final = frozenset(get_args(AnswerKind))
RESULTS_KEPT: Final = 200
"""Of so many athletes' sessions the results stay in memory; the disk has all."""


class Coaching:
    """Keeps what the disk has told; answers change it at once, before the disk has them."""

    def __init__(
        self,
        state: KioskState,
        members: Members,
        station_kinds: Mapping[str, str],
        today: Callable[[], date | None],
        *,
        workouts: Workouts,
        asks_readiness: bool,
    ) -> None:
        self.workouts = workouts
        self._edition = 0
        """Of the workouts: one more whenever they have been read again."""
        self.asking = Asking(asks_readiness)
        self._state = state
        self._members = members
        self._station_kinds = station_kinds
        self._today = today
        self._past: dict[int, Past] = {}
        self._versions: defaultdict[int, int] = defaultdict(int)
        """By athlete: one more whenever their past has changed."""
        self._results: dict[tuple[int, int], tuple[Measure, ...]] = {}
        self._offers: dict[int, tuple[object, tuple[Offer, ...]]] = {}
        """By athlete: what they were made of, and the offers."""
        self._suggestions: dict[int, tuple[object, Suggestion | None]] = {}
        self._progress: dict[int, tuple[object, Progress]] = {}

    # -- what the disk tells -----------------------------------------------------------------------

    def take(self, item: PastLoaded | ResultsReady | WorkoutsLoaded) -> None:
        match item:
            case PastLoaded():
                for athlete_id, past in item.past.items():
                    self._keep(athlete_id, past)
            case ResultsReady():
                self._results[item.session_id, item.athlete_id] = item.measures
                while len(self._results) > RESULTS_KEPT:
                    del self._results[next(iter(self._results))]
            case WorkoutsLoaded():
                self.workouts = item.workouts
                self._edition += 1

    def _keep(self, athlete_id: int, past: Past) -> None:
        self._past[athlete_id] = self.asking.with_given(athlete_id, past)
        self._versions[athlete_id] += 1

    def forget_all_but(self, athlete_ids: Collection[int]) -> None:
        """Whoever is neither on the roster any more nor here: each evening has other guests."""
        for kept in (self._past, self._versions, self._offers, self._suggestions, self._progress):
            for gone in [one for one in kept if one not in athlete_ids]:
                del kept[gone]

    def past(self, athlete_id: int) -> Past:
        return self._past.get(athlete_id, _NOTHING)

    def is_known(self, athlete_id: int) -> bool:
        """Whether the disk has told of them, even if it was nothing."""
        return athlete_id in self._past

    def results(self, session_id: int, athlete_id: int) -> tuple[Measure, ...] | None:
        return self._results.get((session_id, athlete_id))

    # -- what is offered ---------------------------------------------------------------------------

    def offers(self, athlete_id: int) -> tuple[Offer, ...]:
        """Every workout for this athlete; made anew only when something has changed for them."""
        athlete = self._athlete(athlete_id)
        if athlete is None:
            return ()
        guest, places, today = self._guest(athlete), self._places(), self._today()
        version = self._versions[athlete_id], self._edition
        key = (guest.athlete, guest.station, version, places, today)
        known = self._offers.get(athlete_id)
        if known is None or known[0] != key:
            made = tuple(
                replace(
                    offer(plan, guest, places, today, self.workouts.names),
                    choices=self.workouts.choices(plan.protocol_id),
                )
                for plan in self._plans_of(guest.past)
            )
            self._offers[athlete_id] = known = key, made
        return known[1]

    def offer_of(self, athlete_id: int, plan: Plan, *, anywhere: bool = False) -> Offer:
        """This very plan, with what was chosen in it, for this athlete: where they stand, or with
        `anywhere` at the best station.
        """
        athlete = self._athlete(athlete_id)
        if athlete is None:
            return Offer(plan, "locked", text("Tap in first."))
        guest = self._guest(athlete)
        guest = replace(guest, station=None) if anywhere else guest
        return offer(plan, guest, self._places(), self._today(), self.workouts.names)

    def _plans_of(self, past: Past) -> Iterator[Plan]:
        """The workouts, with what the athlete chose last time from their ranges."""
        chosen: dict[str, tuple[tuple[str, str], ...]] = {}
        for session in past.sessions:
            chosen.setdefault(session.protocol_id, session.choices)
        for plan in self.workouts.plans:
            try:
                yield self.workouts.plan_with(
                    plan.protocol_id, dict(chosen.get(plan.protocol_id, ()))
                )
            except ProtocolError:  # its ranges are others by now
                yield plan

    def sort_out(
        self, plan: Plan, athlete_ids: Sequence[int], clock: ClockKind
    ) -> tuple[list[int], str]:
        """Who of these may start this plan; who may not and why, "" when all may.

        On an own clock where they stand; in a class, where people change places, anywhere here.
        """
        able: list[int] = []
        refused: dict[str, list[int]] = {}
        for athlete_id in athlete_ids:
            made = self.offer_of(athlete_id, plan, anywhere=clock == "group")
            if made.state in ("locked", "homework"):
                refused.setdefault(made.reason, []).append(athlete_id)
            else:
                able.append(athlete_id)
        if len(athlete_ids) == 1:
            return able, next(iter(refused), "")
        said = (
            text("Without {names}: {reason}", names=self._names(ids), reason=reason)
            for reason, ids in refused.items()
        )
        return able, joined(" ", list(said))

    def _names(self, athlete_ids: Sequence[int]) -> str:
        found = (self._athlete(athlete_id) for athlete_id in athlete_ids)
        return joined(", ", [athlete.name for athlete in found if athlete is not None])

    def _athlete(self, athlete_id: int) -> Athlete | None:
        """As the roster has them; somebody who is here without being on it as they came."""
        who = self._state.participants.get(athlete_id)
        return self._members.athlete(athlete_id) or (None if who is None else who.athlete)

    def _guest(self, athlete: Athlete) -> Guest:
        who = self._state.participants.get(athlete.id)
        return Guest(
            athlete,
            None if who is None else who.station,
            self.past(athlete.id),
            asks_readiness=self.asking.asks_readiness,
        )

    def _places(self) -> tuple[Place, ...]:
        shown = self._state.capabilities
        return tuple(
            Place(name, kind, shown.get(name, Capability()))
            for name, kind in self._station_kinds.items()
        )

    # -- what is asked -----------------------------------------------------------------------------

    @property
    def questions(self) -> list[Question]:
        """What there is to ask anybody who is here, by person in order of tapping in."""
        return [
            question
            for athlete_id, who in self._state.participants.items()
            for question in self.asking.waiting(self._case(athlete_id, who))
        ]

    def _case(self, athlete_id: int, who: Participant) -> Case:
        athlete = self._members.athlete(athlete_id) or who.athlete
        return Case(who, athlete, self.past(athlete_id), about(self._state, who), self._today())

    def answered(self, answer: AnswerGiven, today: date) -> None:
        """In the athlete's past from now on; the record of it goes to the disk."""
        athlete_id = answer.athlete_id
        self.asking.settle(athlete_id, answer.kind, answer.session_id)
        self.asking.given(answer, today)
        self._keep(athlete_id, self.past(athlete_id))

    def skip(self, athlete_id: int, kind: str) -> None:
        """Not asked again about the same; nothing else is skipped by it."""
        for question in self.questions:
            if (question.athlete_id, question.kind) == (athlete_id, kind) and question.may_skip:
                self.asking.settle(athlete_id, kind, question.session_id)

    # -- looking back and ahead --------------------------------------------------------------------

    def suggestion(self, athlete_id: int) -> Suggestion | None:
        """What somebody will most likely train today; made anew when their offers are."""
        offers = self.offers(athlete_id)
        known = self._suggestions.get(athlete_id)
        if known is None or known[0] is not offers:
            made = suggest(self.past(athlete_id), offers, self._today())
            self._suggestions[athlete_id] = known = offers, made
        return known[1]

    def progress(self, athlete_id: int) -> Progress:
        athlete, past, today = self._athlete(athlete_id), self.past(athlete_id), self._today()
        key = (athlete, self._versions[athlete_id], today)
        known = self._progress.get(athlete_id)
        if known is None or known[0] != key:
            made = progress_of(past, today or date.min, None if today is None else athlete)
            self._progress[athlete_id] = known = key, made
        return known[1]

    def countdown(self, athlete_id: int) -> str:
        athlete, today = self._athlete(athlete_id), self._today()
        if athlete is None or today is None:
            return ""
        return race.countdown(athlete.race_on, athlete.race_name, self.past(athlete_id), today)

    def week(self, athlete_id: int) -> tuple[Planned, ...]:
        """The next seven days: what the athlete has planned, else what a typical week suggests."""
        athlete, today = self._athlete(athlete_id), self._today()
        if athlete is None or today is None:
            return ()
        planned = [entry for entry in self.past(athlete_id).plan if (entry.on - today).days < 7]
        return tuple(planned) or race.next_seven_days(today, athlete.race_on)


def answer_kind(kind: str) -> AnswerKind:
    """The kind of an answer that is kept; raises ValueError for anything else."""
    if kind not in _ANSWER_KINDS:
        raise ValueError(f"nothing is asked about {kind!r}")
    return cast("AnswerKind", kind)
