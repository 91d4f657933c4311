"""One entry of a person while a coach changes it: what has been typed, and what it would mean."""

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any, Final, Literal

from kiosk.errors import RosterError
from kiosk.training.athlete import Athlete
from kiosk.training.person_checks import check_person
from kiosk.training.zones import (
    Band,
    ceiling_for,
    max_hr_for,
    shown,
    shown_bpm,
    zones_for,
)
from screens.people_view import Item
from screens.tongue import said, tr

Kind = Literal["text", "number", "day", "choice", "edges", "straps"]
KINDS: Final[Mapping[Item, Kind]] = {
    Item.NAME: "text",
    Item.RACE_NAME: "text",
    Item.BIRTH_YEAR: "number",
    Item.MAX_HR: "number",
    Item.RESTING_HR: "number",
    Item.THRESHOLD_HR: "number",
    Item.CEILING_HR: "number",
    Item.CLEARED: "day",
    Item.GUARDIAN: "day",
    Item.RACE: "day",
    Item.EFFORT: "choice",
    Item.READY: "choice",
    Item.SHOWS: "choice",
    Item.EDGES: "edges",
    Item.STRAPS: "straps",
}
LIMITS: Final = {Item.NAME: 40, Item.RACE_NAME: 60, Item.BIRTH_YEAR: 4, Item.STRAPS: 7}
"""Characters; a heart rate has three."""
_FIELDS: Final = {
    Item.MAX_HR: "max_hr",
    Item.RESTING_HR: "resting_hr",
    Item.THRESHOLD_HR: "threshold_hr",
    Item.CEILING_HR: "ceiling_hr",
    Item.CLEARED: "cleared_on",
    Item.GUARDIAN: "guardian_on",
    Item.RACE: "race_on",
}
_USUAL_EDGES: Final = (95, 114, 133, 152, 171, 190)
"""To begin with where nothing is known: 50 to 100 % of 190."""
_USUAL: Final = {Item.MAX_HR: 185, Item.RESTING_HR: 60, Item.THRESHOLD_HR: 160}
CLOCK_UNSET: Final = date(2026, 1, 1)


@dataclass(frozen=True, slots=True)
class Draft:
    """What an entry is about to be; nothing typed takes it back."""

    item: Item
    text: str = ""
    """What has been typed: a name, a number, of the edges the one that is chosen."""
    fresh: bool = True
    """The next digit replaces what stands there."""
    day: date | None = None
    edges: tuple[int, ...] = ()
    place: int = 0
    """Which of the edges is chosen."""
    straps: tuple[int, ...] = ()
    joins: bool = False
    """A guest becomes a member by this name."""

    @property
    def kind(self) -> Kind:
        return KINDS[self.item]


Step = Callable[[Draft], Draft]


def begin(item: Item, who: Athlete, today: date | None, *, joins: bool = False) -> Draft:
    """Goes on from what is known."""
    match KINDS[item]:
        case "text":
            text = who.race_name if item is Item.RACE_NAME else "" if joins else who.name
            return Draft(item, text, joins=joins)
        case "number":
            value = who.birth_year if item is Item.BIRTH_YEAR else getattr(who, _FIELDS[item])
            return Draft(item, "" if value is None else str(shown_bpm(value)))
        case "day":
            return Draft(item, day=getattr(who, _FIELDS[item]))
        case "edges":
            edges = _edges_now(who, today)
            return Draft(item, str(edges[0]), edges=edges)
        case "straps":
            return Draft(item, straps=who.straps)
        case "choice":
            return Draft(item)


def _edges_now(who: Athlete, today: date | None) -> tuple[int, ...]:
    """As the ladder has them: the lowest whole number of every zone."""
    zones = zones_for(who, today or CLOCK_UNSET)
    if zones is None:
        return _USUAL_EDGES
    lowest = (shown(Band(low, high))[0] for low, high in pairwise(zones.edges))
    return (*lowest, shown_bpm(zones.edges[-1]))


# -- what fingers do -------------------------------------------------------------------------------


def digit(draft: Draft, number: int) -> Draft:
    """A key of the pad."""
    before = "" if draft.fresh else draft.text
    return _typed(draft, (before + str(number)).lstrip("0")[: LIMITS.get(draft.item, 3)])


def erase(draft: Draft) -> Draft:
    return _typed(draft, draft.text[:-1])


def nudge(draft: Draft, by: int, who: Athlete, today: date | None) -> Draft:
    """A step up or down: a number by as much, a day by as many days."""
    if draft.kind == "day":
        start = draft.day or today or CLOCK_UNSET
        return replace(draft, day=start + timedelta(by if draft.day else 0))
    if draft.text == "":
        return _typed(draft, str(_start(draft.item, who, today)))
    return _typed(draft, str(max(0, int(draft.text) + by)), fresh=True)


def _start(item: Item, who: Athlete, today: date | None) -> int:
    """The first guess, from which steps are few."""
    on = today or CLOCK_UNSET
    if item is Item.BIRTH_YEAR:
        return on.year - 35
    if item is Item.CEILING_HR:
        return shown_bpm(ceiling_for(who, on) or 180)
    if item is Item.MAX_HR:
        return shown_bpm(max_hr_for(who, on) or _USUAL[item])
    return _USUAL.get(item, 100)


def _typed(draft: Draft, text: str, *, fresh: bool = False) -> Draft:
    draft = replace(draft, text=text, fresh=fresh)
    if draft.kind != "edges":
        return draft
    edges = list(draft.edges)
    edges[draft.place] = int(text or 0)
    return replace(draft, edges=tuple(edges))


def choose_edge(draft: Draft, place: int) -> Draft:
    if not 0 <= place < len(draft.edges):
        return draft
    return replace(draft, place=place, text=str(draft.edges[place]), fresh=True)


def with_strap(draft: Draft, number: int) -> Draft:
    """One more; what has been typed is used up."""
    straps = tuple(dict.fromkeys((*draft.straps, number)))
    return replace(draft, straps=straps, text="", fresh=True)


def without_strap(draft: Draft, number: int) -> Draft:
    return replace(draft, straps=tuple(strap for strap in draft.straps if strap != number))


# -- what it means ---------------------------------------------------------------------------------


def changes(draft: Draft, today: date | None) -> dict[str, object]:
    """The fields of Athlete that the draft changes, and what to."""
    number = int(draft.text) if draft.text.isdigit() else None
    words = " ".join(draft.text.split())
    match draft.kind:
        case "text":
            field = "name" if draft.item is Item.NAME else "race_name"
            return {field: words, "guest_on": None} if draft.joins else {field: words}
        case "number":
            return _number(draft.item, number, today)
        case "day":
            return {_FIELDS[draft.item]: draft.day}
        case "edges":
            return {"zone_edges": tuple(map(float, draft.edges)) if draft.edges else None}
        case "straps":
            typed = () if number is None else (number,)
            return {"straps": tuple(dict.fromkeys((*draft.straps, *typed)))}
        case "choice":
            return {}


def _number(item: Item, number: int | None, today: date | None) -> dict[str, object]:
    if item is Item.BIRTH_YEAR:
        return {"birth_year": number}
    rate = None if number is None else float(number)
    if item is Item.THRESHOLD_HR:
        return {"threshold_hr": rate, "threshold_on": None if number is None else today}
    return {_FIELDS[item]: rate}


def chosen(item: Item, key: str, today: date | None) -> dict[str, object]:
    """What an answer to a choice changes."""
    match item:
        case Item.EFFORT:
            return {"is_effort_only": key == "effort"}
        case Item.SHOWS:
            return {"shows": key}
        case Item.READY:
            ready = {"yes": True, "no": False}.get(key)
            return {"is_ready": ready, "readiness_on": None if ready is None else today}
        case _:
            return {}


def with_changes(who: Athlete, wanted: Mapping[str, Any]) -> Athlete:
    """The person as they would be."""
    return replace(who, **wanted)


def complaint(
    who: Athlete, wanted: Mapping[str, object], people: Sequence[Athlete], today: date | None
) -> str:
    """What the roster will not like about it, in one sentence; empty if nothing.

    Said early, while it is typed; the roster itself has the last word.
    """
    name = wanted.get("name")
    if isinstance(name, str):
        return _name_taken(who, name, people)
    changed = with_changes(who, wanted)
    others = [other for other in people if other.id != who.id]
    for strap in changed.straps:
        if strap not in who.straps and any(strap in other.straps for other in others):
            owner = next(other for other in others if strap in other.straps)
            return tr("Strap {number} is {name}’s.", number=strap, name=owner.name)
    try:
        check_person(changed, today or CLOCK_UNSET)
    except RosterError as error:
        return said(str(error))
    return ""


def _name_taken(who: Athlete, name: str, people: Sequence[Athlete]) -> str:
    if not name:
        return tr("A name is needed.")
    alike = unicodedata.normalize("NFKC", name).casefold()
    for other in people:
        if other.id != who.id and unicodedata.normalize("NFKC", other.name).casefold() == alike:
            return tr("{name} is already on the roster: add an initial.", name=other.name)
    return ""


def differs(who: Athlete, wanted: Mapping[str, object]) -> bool:
    """Whether anything would change."""
    return any(getattr(who, field) != value for field, value in wanted.items())
