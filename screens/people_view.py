"""What coaches see of the people on the roster: every entry in words, the zones as a ladder."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from kiosk.training import readiness
from kiosk.training.athlete import Athlete, Shows
from kiosk.training.zones import (
    Band,
    ZoneModel,
    Zones,
    ceiling_for,
    max_hr_for,
    shown,
    shown_bpm,
    zones_for,
)
from screens.days import day_and_year
from screens.faces import UNKNOWN_ZONE
from screens.tongue import tr
from screens.units import THIN

NOWHERE: Final = -1.0
"""Of a place that is not on the ladder."""


class Item(StrEnum):
    """What can be changed of a person, in the order of the card."""

    NAME = "name"
    STRAPS = "straps"
    BIRTH_YEAR = "birth-year"
    MAX_HR = "max-hr"
    RESTING_HR = "resting-hr"
    THRESHOLD_HR = "threshold-hr"
    EDGES = "edges"
    CEILING_HR = "ceiling-hr"
    EFFORT = "effort"
    READY = "ready"
    CLEARED = "cleared"
    GUARDIAN = "guardian"
    RACE = "race"
    RACE_NAME = "race-name"
    SHOWS = "shows"


@dataclass(frozen=True, slots=True)
class PersonLine:
    """The roles of one person in the list."""

    athlete: int = 0
    name: str = ""
    heart: str = ""
    """What is known of their heart, in short."""
    mark: str = ""
    attention: bool = False
    """`mark` is something to do."""


@dataclass(frozen=True, slots=True)
class CardTile:
    """The roles of one entry of somebody's card."""

    item: str = ""
    label: str = ""
    value: str = ""
    """Empty where nobody has said."""
    note: str = ""
    attention: bool = False


@dataclass(frozen=True, slots=True)
class Rung:
    """The roles of one zone of the ladder, the hardest first."""

    title: str = ""
    level: int = UNKNOWN_ZONE
    range: str = ""


@dataclass(frozen=True, slots=True)
class Ladder:
    """The zones of somebody, and the ceiling across them."""

    rungs: tuple[Rung, ...] = ()
    ceiling_at: float = NOWHERE
    """A fraction of the ladder from its top; NOWHERE when it is not on it."""
    origin: str = ""
    """What the zones are made of."""
    ceiling: str = ""
    """The ceiling, and where it comes from."""


def person_line(athlete: Athlete, today: date | None) -> PersonLine:
    mark, attention = _mark(athlete, today)
    return PersonLine(athlete.id, athlete.name, _heart(athlete), mark, attention)


def _heart(athlete: Athlete) -> str:
    said: list[str] = []
    if athlete.zone_edges is not None:
        said.append(tr("own zones"))
    if athlete.max_hr is not None:
        said.append(tr("max {bpm}", bpm=shown_bpm(athlete.max_hr)))
    if athlete.resting_hr is not None:
        said.append(tr("rest {bpm}", bpm=shown_bpm(athlete.resting_hr)))
    if athlete.threshold_hr is not None:
        said.append(tr("threshold {bpm}", bpm=shown_bpm(athlete.threshold_hr)))
    if not said and athlete.birth_year is not None:
        said.append(tr("born {year}", year=athlete.birth_year))
    return " · ".join(said)


def _mark(athlete: Athlete, today: date | None) -> tuple[str, bool]:
    if athlete.guest_on is not None:
        return tr("guest"), True
    if readiness.is_held_back(athlete):
        return tr("see a doctor first"), True
    if athlete.is_effort_only:
        return tr("by effort only"), False
    if zones_for(athlete, today or date.min) is None:
        return tr("no zones yet"), True
    return "", False


# -- the card --------------------------------------------------------------------------------------


def label_of(item: Item) -> str:
    """What the entry is called."""
    return {
        Item.NAME: tr("Name"),
        Item.STRAPS: tr("Straps"),
        Item.BIRTH_YEAR: tr("Birth year"),
        Item.MAX_HR: tr("Maximum heart rate"),
        Item.RESTING_HR: tr("Resting heart rate"),
        Item.THRESHOLD_HR: tr("Threshold heart rate"),
        Item.EDGES: tr("Own zone edges"),
        Item.CEILING_HR: tr("Ceiling"),
        Item.EFFORT: tr("Guided by"),
        Item.READY: tr("Health questions"),
        Item.CLEARED: tr("Cleared for all-out tests"),
        Item.GUARDIAN: tr("Guardian’s consent"),
        Item.RACE: tr("Race day"),
        Item.RACE_NAME: tr("Race"),
        Item.SHOWS: tr("Others see"),
    }[item]


def card_tiles(athlete: Athlete, today: date | None) -> list[CardTile]:
    """The card, entry by entry."""
    return [_tile(item, athlete, today) for item in Item]


def _tile(item: Item, athlete: Athlete, today: date | None) -> CardTile:
    value, note, attention = _said_of(item, athlete, today)
    return CardTile(str(item), label_of(item), value, note, attention)


def _said_of(item: Item, who: Athlete, today: date | None) -> tuple[str, str, bool]:
    """Value, note, and whether there is something to do."""
    guided = tr("effort only") if who.is_effort_only else tr("heart rate")
    guest = who.guest_on is not None
    return {
        Item.NAME: (who.name, tr("guest") if guest else "", guest),
        Item.STRAPS: (", ".join(map(str, who.straps)), "", False),
        Item.BIRTH_YEAR: (str(who.birth_year or ""), "", False),
        Item.MAX_HR: _max(who, today),
        Item.RESTING_HR: (_bpm(who.resting_hr), "", False),
        Item.THRESHOLD_HR: (_bpm(who.threshold_hr), _day(who.threshold_on), False),
        Item.EDGES: (_edges(who), "", False),
        Item.CEILING_HR: _ceiling_tile(who, today),
        Item.EFFORT: (guided, "", False),
        Item.READY: _ready(who, today),
        Item.CLEARED: (_day(who.cleared_on), "", False),
        Item.GUARDIAN: (_day(who.guardian_on), "", False),
        Item.RACE: (_day(who.race_on), "", False),
        Item.RACE_NAME: (who.race_name, "", False),
        Item.SHOWS: (shows_words(who.shows), "", False),
    }[item]


def shows_words(shows: Shows) -> str:
    return {"bpm": tr("heart rate"), "percent": tr("percent of max"), "zone": tr("only the zone")}[
        shows
    ]


def _bpm(bpm: float | None) -> str:
    return "" if bpm is None else str(shown_bpm(bpm))


def _day(day: date | None) -> str:
    return "" if day is None else day_and_year(day)


def _max(who: Athlete, today: date | None) -> tuple[str, str, bool]:
    guessed = max_hr_for(who, today)
    if who.max_hr is not None or guessed is None:
        return _bpm(who.max_hr), "", False
    return "", tr("by age about {bpm}", bpm=shown_bpm(guessed)), False


def _edges(who: Athlete) -> str:
    if who.zone_edges is None:
        return ""
    return " ".join(str(shown_bpm(edge)) for edge in who.zone_edges)


def _ceiling_tile(who: Athlete, today: date | None) -> tuple[str, str, bool]:
    if who.ceiling_hr is not None:
        return _bpm(who.ceiling_hr), tr("set here"), False
    ceiling = ceiling_for(who, today or date.min)
    return "", "" if ceiling is None else tr("by default {bpm}", bpm=shown_bpm(ceiling)), False


def _ready(who: Athlete, today: date | None) -> tuple[str, str, bool]:
    if who.is_ready is None or who.readiness_on is None:
        return "", tr("asked next time"), False
    if readiness.is_held_back(who):
        return tr("something applies"), tr("see a doctor first"), True
    if readiness.is_due(who, today):
        return "", tr("out of date: asked again"), False
    value = tr("nothing applies") if who.is_ready else tr("cleared by a doctor")
    return value, _day(who.readiness_on), False


# -- the ladder ------------------------------------------------------------------------------------


def ladder(athlete: Athlete, today: date | None) -> Ladder:
    """What comes out of everything that is known."""
    on = today or date.min
    zones, ceiling = zones_for(athlete, on), ceiling_for(athlete, on)
    rungs = () if zones is None else _rungs(zones)
    at = NOWHERE if zones is None or ceiling is None else _place(zones, ceiling)
    return Ladder(rungs, at, _origin(athlete, zones), _ceiling_words(athlete, ceiling))


def _rungs(zones: Zones) -> tuple[Rung, ...]:
    made: list[Rung] = []
    for number, label in enumerate(zones.labels, 1):
        low, high = zones.edges[number - 1], zones.edges[number]
        lowest, highest = shown(Band(low, high))
        last = number == len(zones.labels)
        said = f"{lowest}–{shown_bpm(high) if last else highest}"
        if low <= 0:
            said = tr("below {bpm}", bpm=highest + 1)
        made.append(Rung(label, min(5, number), said))
    return tuple(reversed(made))


def _place(zones: Zones, bpm: float) -> float:
    """Every rung is as high as the others, however many beats it spans."""
    count = len(zones.labels)
    if not zones.edges[0] <= bpm <= zones.edges[-1]:
        return NOWHERE
    below = max(n for n in range(count) if zones.edges[n] <= bpm)
    low, high = zones.edges[below], zones.edges[below + 1]
    return 1 - (below + (bpm - low) / (high - low)) / count


def _origin(athlete: Athlete, zones: Zones | None) -> str:
    if zones is None:
        return tr("No zones yet: enter a maximum, a threshold or the birth year.")
    if athlete.is_effort_only:
        return tr("Guided by effort: the zones are only kept.")
    if zones.estimated:
        most = shown_bpm(zones.inputs["max_hr"])
        return tr("From the age: a maximum of {bpm} is only a guess.", bpm=most)
    return {
        ZoneModel.CUSTOM: tr("From the own edges."),
        ZoneModel.THRESHOLD: tr("From the threshold."),
        ZoneModel.RESERVE: tr("From maximum and resting heart rate."),
        ZoneModel.PERCENT_MAX: tr("From the maximum heart rate."),
    }[zones.model]


def _ceiling_words(athlete: Athlete, ceiling: float | None) -> str:
    if ceiling is None:
        return tr("No ceiling: no maximum is known.")
    bpm = shown_bpm(ceiling)
    if athlete.ceiling_hr is not None:
        return tr("Ceiling {bpm}: set by a coach.", bpm=bpm)
    if athlete.max_hr is not None:
        return tr("Ceiling {bpm}: {share} of the maximum.", bpm=bpm, share=f"95{THIN}%")
    return tr("Ceiling {bpm}: {share} of the guessed maximum.", bpm=bpm, share=f"93{THIN}%")
