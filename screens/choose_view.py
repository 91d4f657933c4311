"""What the choose page says besides its lists; and in which group a workout is to be found."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from kiosk.session.state import Participant
from kiosk.training.offers import Offer
from kiosk.training.plan import Category, Plan
from screens import offered, workouts
from screens.tongue import said, tr
from screens.workouts import Ways

_GROUPS: Final[tuple[frozenset[Category], ...]] = (
    frozenset({"step-up"}),
    frozenset({"hike"}),
    frozenset({"repeats"}),
    frozenset({"downhill", "crusher"}),
    frozenset({"strength"}),
    frozenset({"class", "free", ""}),
    frozenset({"test"}),
)
"""As people look for them; the club's own stand beside the shipped ones of their category."""


@dataclass(frozen=True, slots=True)
class TabRow:
    """The roles of one group of workouts."""

    place: int = 0
    title: str = ""
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class ChooseView:
    """What the page says."""

    name: str = ""
    strap: str = ""
    battery: bool = False
    """The strap's battery is low."""
    another: str = ""
    """Why another strap would be better; empty when all is well."""
    lends: bool = False
    """The club has straps to take instead."""
    note: str = ""
    """About the athlete's zones."""
    title: str = ""
    length: str = ""
    """The chosen workout's minutes and machine."""
    feel: str = ""
    """What it will feel like."""
    last: str = ""
    """How it was the last time, and the one change."""
    ways: Ways = field(default_factory=Ways)
    banner: str = ""
    """Why it is not simply to be started, and what a coach should weigh."""
    locked: bool = False
    vouching: str = ""
    """The button by which somebody says that the station can do it."""
    outside: str = ""
    """The button that takes it home."""


def view_of(
    name: str, who: Participant | None, offer: Offer | None, *, last: str, lends: bool
) -> ChooseView:
    """All but the ways to begin; `last` is how it was the last time."""
    plan = None if offer is None else offered.to_start(offer) or offer.plan
    return ChooseView(
        name=name,
        strap=workouts.strap_words(who),
        battery=who is not None and who.battery_low,
        another=workouts.another_strap(who, lends=lends),
        lends=lends,
        note=workouts.zones_note(who),
        title="" if plan is None else said(plan.name),
        length="" if plan is None else workouts.length_and_machine(plan),
        feel="" if plan is None else feel(plan),
        last=last,
        banner="" if offer is None else "\n".join(offered.sentences(offer)),
        locked=offer is not None and offer.state in ("locked", "homework"),
        vouching="" if offer is None else offered.vouching(offer),
        outside=tr("Take it home") if offer is not None and offer.state == "homework" else "",
    )


def group_of(plan: Plan) -> int:
    """In which group it is to be found."""
    return next(n for n, categories in enumerate(_GROUPS) if plan.category in categories)


def places_in(offers: Sequence[Offer], group: int) -> list[int]:
    """Where the workouts of a group are among all of them."""
    return [place for place, offer in enumerate(offers) if group_of(offer.plan) == group]


def tabs(offers: Sequence[Offer], chosen: int) -> list[TabRow]:
    """The groups that have a workout; none where there is only one."""
    there = sorted({group_of(offer.plan) for offer in offers})
    if len(there) < 2:
        return []
    return [TabRow(group, group_title(group), group == chosen) for group in there]


def group_title(group: int) -> str:
    titles = (
        tr("Step-up"),
        tr("Hikes"),
        tr("Hills"),
        tr("Downhill"),
        tr("Strength"),
        tr("Free and class"),
        tr("Tests"),
    )
    return titles[group]


def feel(plan: Plan) -> str:
    """What most of the work feels like, and the hardest of it; empty where no effort is given."""
    spans: dict[int, float] = {}
    for step in plan.steps:
        if step.rpe is not None and step.kind == "work":
            top = step.rpe[1]
            spans[top] = spans.get(top, 0.0) + (step.duration_s or 60.0)
    if not spans:
        return ""
    mostly, hardest = max(spans, key=lambda rpe: spans[rpe]), max(spans)
    if _word(mostly) == _word(hardest):
        return tr("Feels {mostly}, up to {rpe} of 10", mostly=_word(mostly), rpe=hardest)
    return tr(
        "Feels {mostly}, at its hardest {hardest}: {rpe} of 10",
        mostly=_word(mostly),
        hardest=_word(hardest),
        rpe=hardest,
    )


def _word(rpe: int) -> str:
    words = (tr("very easy"), tr("easy"), tr("steady"), tr("hard"), tr("very hard"))
    return words[min(4, max(0, (rpe - 1) // 2))]
