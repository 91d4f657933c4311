"""Which workout is chosen, and what is chosen from its ranges: without a pixel."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kiosk.session.state import Participant
from kiosk.training.offers import Offer
from kiosk.training.plan import Plan
from kiosk.training.suggestion import first_choice
from screens import choose_view, focus, offered
from screens.app_port import KioskApp
from screens.offered import RangeRow
from screens.walk_model import WalkModel


class Pick:
    """Of the athlete whom the page is about; their offers are always as they now are."""

    def __init__(self, app: KioskApp, walk: WalkModel) -> None:
        self._app = app
        self._walk = walk
        self.place = 0
        """Among all workouts."""
        self.group = 0
        """Whose workouts are listed."""
        self._by_hand = False
        """Somebody has chosen: what becomes known now changes nothing any more."""
        self._known: tuple[bool, bool] | None = None
        """Whether the athlete was there, and their past known, when it was looked for last."""
        self._ranges: dict[str, str] = {}
        self._ranged: tuple[object, Offer] | None = None
        """What the chosen ranges make of the offer, and what it was made of."""

    # -- what there is ---------------------------------------------------------------------------

    def who(self) -> Participant | None:
        return self._app.state.participants.get(self._walk.walk.athlete_id or 0)

    def offers(self) -> Sequence[Offer]:
        """The workouts for this athlete; of somebody who is not here yet nothing is known."""
        who = self.who()
        if who is None:
            return [Offer(plan, "ok") for plan in self._app.plans]
        return self._app.offers(who.athlete.id)

    def offer(self) -> Offer | None:
        """The chosen workout with what is chosen from its ranges."""
        listed, who = self._listed(), self.who()
        if listed is None or who is None or self._ranges == offered.chosen_last(listed):
            return listed
        key = (who.athlete.id, listed, tuple(self._ranges.items()))
        if self._ranged is None or self._ranged[0] != key:
            plan = self._app.plan_with(listed.plan.protocol_id, self._ranges)
            made = replace(self._app.offer_of(who.athlete.id, plan), choices=listed.choices)
            self._ranged = (key, made)
        return self._ranged[1]

    def plan(self) -> Plan | None:
        """What would be started now; None where nothing may be."""
        offer = self.offer()
        return None if offer is None else offered.to_start(offer)

    def range_rows(self) -> list[RangeRow]:
        offer = self.offer()
        if offer is None or offer.state in ("homework", "locked"):
            return []
        return offered.range_rows(offer.choices, self._ranges, self._last())

    # -- what is chosen --------------------------------------------------------------------------

    def forget(self) -> None:
        """The page is opened: nobody has chosen yet."""
        self._by_hand, self._known = False, None

    def follow(self) -> bool:
        """Takes the likeliest workout when the page opens, and again when the athlete arrives and
        when the disk has told of their past; says whether another one came into a page that was
        open.
        """
        who = self.who()
        is_told = who is not None and self._app.is_past_known(who.athlete.id)
        known = (who is not None, is_told)
        if self._by_hand or self._known == known:
            return False
        is_open, self._known = self._known is not None, known
        place = self._likeliest(who)
        if is_open and place == self.place:
            return False
        self._take(place)
        return is_open

    def choose(self, place: int) -> None:
        """Another workout: its ranges begin with what was chosen the last time."""
        self._by_hand = True
        self._take(place)

    def nudge(self, place: int, by: int) -> None:
        """The next value of a range, or the one before."""
        listed = self._listed()
        if listed is None or not 0 <= place < len(listed.choices):
            return
        self._by_hand = True
        choice = listed.choices[place]
        values = offered.options(choice, self._last().get(choice.key))
        now = self._ranges.get(choice.key, choice.low)
        at = values.index(now) if now in values else 0
        self._ranges[choice.key] = values[max(0, min(len(values) - 1, at + by))]

    # -- inside ----------------------------------------------------------------------------------

    def _take(self, place: int) -> None:
        self.place = place
        offer = self._listed()
        self.group = 0 if offer is None else choose_view.group_of(offer.plan)
        self._ranges = {} if offer is None else offered.chosen_last(offer)

    def _likeliest(self, who: Participant | None) -> int:
        """The workout of the class that runs, else what is planned or was done last, else one that
        somebody new may do.
        """
        offers, session = self.offers(), focus.live_group(self._app.state)
        ids = [offer.plan.protocol_id for offer in offers]
        if session is not None and session.plan.protocol_id in ids:
            return ids.index(session.plan.protocol_id)
        due = None if who is None else self._app.suggestion(who.athlete.id)
        if due is not None and due.plan.protocol_id in ids:
            return ids.index(due.plan.protocol_id)
        return 0 if who is None else first_choice(self._app.past(who.athlete.id), offers)

    def _listed(self) -> Offer | None:
        offers = self.offers()
        return offers[min(self.place, len(offers) - 1)] if offers else None

    def _last(self) -> Mapping[str, str]:
        listed = self._listed()
        return {} if listed is None else dict(listed.plan.choices)
