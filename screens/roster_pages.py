"""The roster in the order of its tiles, and the letters that lead into it: without a pixel."""

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from kiosk.session.state import KioskState, Participant, Phase, StrapHeard
from kiosk.training.athlete import Athlete
from screens.tongue import tr

HEARD_S = 5.0
"""A strap silent for longer is not on the air."""


@dataclass(frozen=True, slots=True)
class PersonRow:
    """The roles of one person's tile."""

    athlete: int = 0
    name: str = ""
    mark: str = ""
    here: bool = False
    """Already tapped in."""
    heard: bool = False
    """Not in, but the strap is on the air."""
    battery: bool = False
    """Its battery is low: said before the session, when another strap can still be taken."""


@dataclass(frozen=True, slots=True)
class StrapRow:
    """The roles of one strap of nobody on the roster."""

    strap: int = 0
    title: str = ""
    word: str = ""
    battery: bool = False
    """The battery is low."""


@dataclass(frozen=True, slots=True)
class LetterRow:
    """The roles of one button that leads to a range of letters."""

    title: str = ""
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class LetterGroup:
    """A range of first letters, and where it begins in the alphabetical order."""

    first: str
    last: str
    begin: int

    @property
    def title(self) -> str:
        return self.first if self.first == self.last else f"{self.first}–{self.last}"


def sort_key(name: str) -> str:
    """Names in the order of a telephone book: accents and case do not count."""
    spread = unicodedata.normalize("NFD", name.casefold())
    return "".join(letter for letter in spread if not unicodedata.combining(letter))


def initial(name: str) -> str:
    first = sort_key(name)[:1].upper()
    return first if first.isalpha() else "#"


def ordered(people: Iterable[Athlete], first: Callable[[Athlete], bool]) -> list[Athlete]:
    """By the alphabet, with those for whom `first` holds before all others."""
    return sorted(people, key=lambda who: (not first(who), sort_key(who.name), who.id))


def letter_rows(groups: Sequence[LetterGroup], here: int) -> list[LetterRow]:
    """The buttons; chosen is the range that the place `here` of the order is in."""
    reached = [place for place, group in enumerate(groups) if group.begin <= here]
    return [LetterRow(group.title, place in reached[-1:]) for place, group in enumerate(groups)]


def letter_groups(names: Sequence[str], most: int) -> list[LetterGroup]:
    """At most `most` ranges of first letters, about equally full; `names` in their order."""
    starts: dict[str, int] = {}
    for place, name in enumerate(names):
        starts.setdefault(initial(name), place)
    letters = list(starts)
    ends = [*list(starts.values())[1:], len(names)]
    groups: list[LetterGroup] = []
    at = 0
    while at < len(letters):
        begin, first = starts[letters[at]], at
        fair = (len(names) - begin) / (most - len(groups))
        at += 1
        # The letter that would go over belongs here if most of it still fits.
        while at < len(letters) and (starts[letters[at]] + ends[at]) / 2 - begin < fair:
            at += 1
        groups.append(LetterGroup(letters[first], letters[at - 1], begin))
    return groups


def on_the_air(athlete: Athlete, state: KioskState) -> bool:
    """Whether one of the athlete's straps has just been heard."""
    heard = (state.straps.get(number) for number in athlete.straps)
    return any(strap is not None and state.now - strap.at < HEARD_S for strap in heard)


def has_low_battery(athlete: Athlete, state: KioskState) -> bool:
    """Whether a strap of the athlete's that is on the air has said so."""
    heard = (state.straps.get(number) for number in athlete.straps)
    return any(strap is not None and strap.battery_low for strap in heard)


def person_row(
    athlete: Athlete, present: Participant | None, heard: bool, *, battery: bool = False
) -> PersonRow:
    if present is not None:
        flat = present.battery_low and present.phase is Phase.READY
        mark = tr("battery low") if flat else _mark(present.phase)
        return PersonRow(athlete.id, athlete.name, mark, here=True, battery=flat)
    flat = heard and battery
    mark = tr("battery low") if flat else tr("strap heard") if heard else ""
    return PersonRow(athlete.id, athlete.name, mark, heard=heard, battery=flat)


def _mark(phase: Phase) -> str:
    marks = {
        Phase.READY: tr("tapped in"),
        Phase.RUNNING: tr("training"),
        Phase.PAUSED: tr("paused"),
    }
    return marks.get(phase, tr("finished"))


def strap_rows(straps: Sequence[tuple[int, StrapHeard]]) -> list[StrapRow]:
    """The straps as they come. The signal only puts them in an order: it is no distance."""
    known = sorted({strap.rssi_dbm for _, strap in straps if strap.rssi_dbm is not None})

    def word(strap: StrapHeard) -> str:
        if len(known) < 2 or strap.rssi_dbm is None:
            return tr("new")
        return tr("near") if strap.rssi_dbm == known[-1] else tr("farther")

    return [
        StrapRow(number, tr("Strap {strap}", strap=number), word(strap), strap.battery_low)
        for number, strap in straps
    ]
