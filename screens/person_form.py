"""What somebody has entered about themselves so far, and which field a refusal is about."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from kiosk.app import PersonWanted
from kiosk.errors import RosterError
from kiosk.training.athlete import Athlete
from kiosk.training.zones import check_athlete
from screens.tongue import tr


class Field(StrEnum):
    """In the order in which they are asked for."""

    NAME = "name"
    STRAP = "strap"
    BIRTH_YEAR = "birth-year"
    MAX_HR = "max-hr"
    RESTING_HR = "resting-hr"
    THRESHOLD_HR = "threshold-hr"


LIMITS: Final = {
    Field.NAME: 40,
    Field.STRAP: 7,
    Field.BIRTH_YEAR: 4,
    Field.MAX_HR: 3,
    Field.RESTING_HR: 3,
    Field.THRESHOLD_HR: 3,
}
"""Characters; all but the name are digits."""
_BEGINNINGS: Final = {
    '"': Field.NAME,
    "'": Field.NAME,
    "A name": Field.NAME,
    "Strap": Field.STRAP,
    "The birth year": Field.BIRTH_YEAR,
    "The year of birth": Field.BIRTH_YEAR,
    "The maximum heart rate": Field.MAX_HR,
    "The resting heart rate": Field.RESTING_HR,
    "The threshold heart rate": Field.THRESHOLD_HR,
}
"""How the roster's sentences begin, and what they are then about."""


@dataclass(slots=True)
class PersonForm:
    """Every field as text, as typed."""

    texts: dict[Field, str] = field(default_factory=lambda: dict.fromkeys(Field, ""))
    no_strap: bool = False
    """Said that there is none yet."""
    shared: str = ""
    """The strap of which they said that they share it with its owner."""

    @property
    def name(self) -> str:
        return " ".join(self.texts[Field.NAME].split())

    def wanted(self) -> PersonWanted:
        """What to ask of the roster."""
        return PersonWanted(
            name=self.name,
            strap=self._number(Field.STRAP),
            birth_year=self._number(Field.BIRTH_YEAR),
            max_hr=self._number(Field.MAX_HR),
            resting_hr=self._number(Field.RESTING_HR),
            threshold_hr=self._number(Field.THRESHOLD_HR),
            shared=self.shared != "" and self.shared == self.texts[Field.STRAP],
        )

    def owner_of_strap(self, people: Sequence[Athlete]) -> Athlete | None:
        """Who else has the strap, unless it is known that they share it."""
        number = self._number(Field.STRAP)
        if self.texts[Field.STRAP] == self.shared:
            return None
        return next((who for who in people if number in who.straps), None)

    @property
    def strap_is_settled(self) -> bool:
        """Chosen, typed, or said that there is none."""
        return self.no_strap or self.texts[Field.STRAP] != ""

    def after(self, which: Field) -> Field:
        """The field to fill in next; after the last one the first."""
        order = list(Field)
        onward = order[(order.index(which) + 1) % len(order)]
        return Field.BIRTH_YEAR if onward is Field.STRAP and self.strap_is_settled else onward

    def has_zones(self) -> bool:
        """Whether heart-rate zones can be made of it."""
        known = (Field.BIRTH_YEAR, Field.MAX_HR, Field.THRESHOLD_HR)
        return any(self.texts[which] for which in known)

    def is_complete(self) -> bool:
        """Nothing more has to be asked."""
        return bool(self.name) and self.strap_is_settled and self.has_zones()

    def complaint(self, about: Field, people: Sequence[Athlete]) -> str:
        """What the roster will not like about a field, in one sentence; empty if nothing.

        Said early, as soon as somebody leaves the field; the roster itself has the last word.
        """
        if about is Field.NAME:
            return self._name_taken(people)
        if about is Field.STRAP:
            return self._strap_taken(people)
        try:
            check_athlete(self._athlete())
        except RosterError as error:
            return str(error) if field_of(str(error)) is about else ""
        return ""

    def _number(self, which: Field) -> int | None:
        return int(self.texts[which]) if self.texts[which] else None

    def _athlete(self) -> Athlete:
        wanted = self.wanted()
        return Athlete(
            0,
            wanted.name or "this person",
            max_hr=wanted.max_hr,
            resting_hr=wanted.resting_hr,
            threshold_hr=wanted.threshold_hr,
            birth_year=wanted.birth_year,
        )

    def _name_taken(self, people: Sequence[Athlete]) -> str:
        mine = _alike(self.name)
        owner = next((who for who in people if mine and _alike(who.name) == mine), None)
        if owner is None:
            return ""
        return tr(
            '"{name}" is already on the roster: if that is you, tap Cancel and choose your '
            "name; else add an initial.",
            name=owner.name,
        )

    def _strap_taken(self, people: Sequence[Athlete]) -> str:
        owner = self.owner_of_strap(people)
        if owner is None:
            return ""
        return tr(
            'Strap {strap} already belongs to "{name}": check the number, or choose '
            '"No strap yet".',
            strap=self.texts[Field.STRAP],
            name=owner.name,
        )


def field_of(refusal: str) -> Field | None:
    """The field that a sentence of the roster is about; None if it is about none."""
    return next((about for words, about in _BEGINNINGS.items() if refusal.startswith(words)), None)


def together_with(which: Field) -> tuple[Field, ...]:
    """The fields whose sentences no longer hold when this one changes: heart rates are compared."""
    rates = (Field.MAX_HR, Field.RESTING_HR, Field.THRESHOLD_HR)
    return rates if which in rates else (which,)


def _alike(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()
