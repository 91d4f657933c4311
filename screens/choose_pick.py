"""Which workout is chosen, and what is chosen from its ranges: without a pixel."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kiosk.training.offers import Offer
from screens import choose_view, offered
from screens.app_port import KioskApp
from screens.offered import RangeRow


class Pick:
    """`offers` are always those for the athlete who chooses, as they now are."""

    def __init__(self, app: KioskApp) -> None:
        self._app = app
        self.place = 0
        """Among all workouts."""
        self.group = 0
        """Whose workouts are listed."""
        self._ranges: dict[str, str] = {}
        self._ranged: tuple[object, Offer] | None = None
        """What the chosen ranges make of the offer, and what it was made of."""

    def take(self, offers: Sequence[Offer], place: int) -> None:
        """Another workout: its ranges begin with what was chosen the last time."""
        self.place = place
        offer = self._listed(offers)
        self.group = 0 if offer is None else choose_view.group_of(offer.plan)
        self._ranges = {} if offer is None else offered.chosen_last(offer)

    def nudge(self, offers: Sequence[Offer], place: int, by: int) -> None:
        """The next value of a range, or the one before."""
        listed = self._listed(offers)
        if listed is None or not 0 <= place < len(listed.choices):
            return
        choice = listed.choices[place]
        values = offered.options(choice, self._last(offers).get(choice.key))
        now = self._ranges.get(choice.key, choice.low)
        at = values.index(now) if now in values else 0
        self._ranges[choice.key] = values[max(0, min(len(values) - 1, at + by))]

    def offer(self, offers: Sequence[Offer], athlete_id: int | None) -> Offer | None:
        """The chosen workout with what is chosen from its ranges."""
        listed = self._listed(offers)
        if listed is None or athlete_id is None or self._ranges == offered.chosen_last(listed):
            return listed
        key = (listed, tuple(self._ranges.items()))
        if self._ranged is None or self._ranged[0] != key:
            plan = self._app.plan_with(listed.plan.protocol_id, self._ranges)
            made = replace(self._app.offer_of(athlete_id, plan), choices=listed.choices)
            self._ranged = (key, made)
        return self._ranged[1]

    def range_rows(self, offers: Sequence[Offer], offer: Offer | None) -> list[RangeRow]:
        if offer is None or offer.state in ("homework", "locked"):
            return []
        return offered.range_rows(offer.choices, self._ranges, self._last(offers))

    def _listed(self, offers: Sequence[Offer]) -> Offer | None:
        return offers[min(self.place, len(offers) - 1)] if offers else None

    def _last(self, offers: Sequence[Offer]) -> Mapping[str, str]:
        listed = self._listed(offers)
        return {} if listed is None else dict(listed.plan.choices)
