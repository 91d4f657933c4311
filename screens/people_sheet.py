"""The open entry of a person's card: what stands on it, worked out from the draft."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from kiosk.training.athlete import Athlete
from screens.days import day_and_year, weekday
from screens.people_draft import Draft
from screens.people_view import Item, label_of, shows_words
from screens.tongue import tr

_BEATS: Final = (Item.MAX_HR, Item.RESTING_HR, Item.THRESHOLD_HR, Item.CEILING_HR, Item.EDGES)
MOST_HEARD: Final = 3
"""Straps of nobody that are offered beside the pad."""


@dataclass(frozen=True, slots=True)
class SheetFace:
    """The roles of the open entry."""

    kind: str = ""
    title: str = ""
    hint: str = ""
    value: str = ""
    unit: str = ""
    said: str = ""
    """What is wrong, or that it is being kept."""
    wrong: bool = False
    savable: bool = False
    clearing: str = ""
    """What taking it back is called; empty where that cannot be."""


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """The roles of one answer, edge or strap."""

    key: str = ""
    title: str = ""
    chosen: bool = False


def sheet_face(draft: Draft, *, complaint: str, saving: bool, savable: bool) -> SheetFace:
    """`savable`: the draft can be, and is not what is kept already."""
    said = tr("Saving …") if saving else complaint
    return SheetFace(
        kind=draft.kind,
        title=tr("What is the member’s name?") if draft.joins else label_of(draft.item),
        hint=hint_of(draft.item),
        value=_value(draft),
        unit=tr("bpm") if draft.item in _BEATS else "",
        said=said,
        wrong=bool(complaint) and not saving,
        savable=not saving and savable,
        clearing="" if saving else _clearing(draft),
    )


def hint_of(item: Item) -> str:
    """What it is for, in a sentence."""
    return {
        Item.NAME: tr("A nickname is enough. Past sessions keep the old one."),
        Item.STRAPS: tr("The straps that they bring themselves. Touch one to take it off."),
        Item.BIRTH_YEAR: tr("Only for a guess at the maximum."),
        Item.MAX_HR: tr("The highest that was ever measured."),
        Item.RESTING_HR: tr("Lying still, in the morning."),
        Item.THRESHOLD_HR: tr("What they can just hold for an hour; good for 90 days."),
        Item.EDGES: tr("The lower edge of every zone, and the top. Touch one to change it."),
        Item.CEILING_HR: tr("They are told to ease off before it."),
        Item.EFFORT: tr("Effort only: for a beta-blocker, a pacemaker, or by choice."),
        Item.READY: tr("What came of the health questions, asked once a year."),
        Item.CLEARED: tr("The day of the clearance for all-out tests."),
        Item.GUARDIAN: tr("Needed under 18, before any all-out test."),
        Item.RACE: tr("The weeks before it are planned from this day."),
        Item.RACE_NAME: tr("What the race is called."),
        Item.SHOWS: tr("On the group’s tiles and on the wall. Their own page has it all."),
    }[item]


def choices_of(item: Item, who: Athlete) -> list[ChoiceRow]:
    """The answers that there are; one touch keeps one."""
    match item:
        case Item.EFFORT:
            return [
                ChoiceRow("heart", tr("Heart rate"), not who.is_effort_only),
                ChoiceRow("effort", tr("Effort only"), who.is_effort_only),
            ]
        case Item.SHOWS:
            kinds = ("bpm", "percent", "zone")
            return [ChoiceRow(kind, shows_words(kind), who.shows == kind) for kind in kinds]
        case Item.READY:
            return [
                ChoiceRow("yes", tr("Nothing applies"), who.is_ready is True),
                ChoiceRow("no", tr("Something applies"), who.is_ready is False),
                ChoiceRow("", tr("Ask again"), who.is_ready is None),
            ]
        case _:
            return []


def day_words(day: date) -> str:
    """ "Thu 26 Nov 2026"."""
    return f"{weekday(day)} {day_and_year(day)}"


def _value(draft: Draft) -> str:
    if draft.kind == "day":
        return "" if draft.day is None else day_words(draft.day)
    return draft.text


def _clearing(draft: Draft) -> str:
    if draft.kind == "edges":
        return tr("Use computed zones") if draft.edges else ""
    if draft.item is Item.CEILING_HR:
        return tr("Use the default") if draft.text else ""
    has_something = draft.text != "" or draft.day is not None
    if not has_something or draft.kind in ("choice", "straps") or draft.item is Item.NAME:
        return ""
    return tr("Take it back")


def choice_rows(draft: Draft, who: Athlete) -> list[ChoiceRow]:
    """What there is to choose from: edges, straps to take off, or answers."""
    if draft.kind == "edges":
        return [
            ChoiceRow(str(place), str(edge), place == draft.place)
            for place, edge in enumerate(draft.edges)
        ]
    if draft.kind == "straps":
        return [ChoiceRow(str(strap), str(strap), chosen=True) for strap in draft.straps]
    return choices_of(draft.item, who)


def heard_rows(draft: Draft, heard: Sequence[tuple[int, object]]) -> list[ChoiceRow]:
    """Straps of nobody on the air that may be added, the likeliest first."""
    if draft.kind != "straps":
        return []
    new = [number for number, _ in heard if number not in draft.straps]
    return [ChoiceRow(str(number), str(number)) for number in new[:MOST_HEARD]]
