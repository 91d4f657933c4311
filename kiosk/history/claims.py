"""What a roster entry may claim: values that can be, and nothing that is somebody else's."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.errors import RosterError
from kiosk.history.names import name_key
from kiosk.history.schema import AthleteRow, PoolStrapRow
from kiosk.training.athlete import Athlete
from kiosk.training.person_checks import check_person
from kiosk.words import Opening, text

LAST_DEVICE_NUMBER = 1_048_575
"""ANT device numbers have 20 bits; 0 means any."""
MAX_DEVICES = 8
"""Straps, and foot pods, of one person."""
_DIGEST_DIGITS = 64


def check_values(athlete: Athlete, today: date) -> None:
    """Raises RosterError for what cannot be, whoever else is on the roster."""
    for what, numbers in (("strap", athlete.straps), ("foot pod", athlete.foot_pods)):
        if len(numbers) > MAX_DEVICES:
            raise RosterError(
                text(
                    '"{name}" can have {max_devices} {what}s at most: give fewer.',
                    name=athlete.name,
                    max_devices=MAX_DEVICES,
                    what=what,
                )
            )
        for number in numbers:
            check_device_number(what, number)
    for digest in athlete.tags:
        if len(digest) != _DIGEST_DIGITS or set(digest) - set("0123456789abcdef"):
            # The number printed on a tag is never stored, not even by mistake.
            raise RosterError(
                text("This tag cannot be kept as it is: hold it to the reader again.")
            )
    check_person(athlete, today)
    if athlete.sex not in (None, "f", "m"):
        raise RosterError(
            text('The sex cannot be "{sex}": give f or m, or leave it out.', sex=athlete.sex)
        )


def check_device_number(what: str, number: int) -> None:
    """Raises RosterError for a number that no "strap" or "foot pod" can have."""
    if not 1 <= number <= LAST_DEVICE_NUMBER:
        raise RosterError(
            text(
                "{device} {number} cannot be: a device number is between 1 and "
                "{last_device_number}; look for it on the {what} or in 'switchback doctor'.",
                device=Opening(what),
                number=number,
                last_device_number=LAST_DEVICE_NUMBER,
                what=what,
            )
        )


def check_free(athlete: Athlete, others: Sequence[AthleteRow]) -> None:
    """Raises RosterError when the name, a foot pod or a tag is somebody else's."""
    key = name_key(athlete.name)
    for other in others:
        if other.name_key == key:
            raise RosterError(
                text(
                    '"{other}" is already on the roster: choose another name, for example with '
                    "an initial.",
                    other=other.name,
                )
            )
        for pod in other.foot_pods:
            if pod.device_number in athlete.foot_pods:
                raise RosterError(
                    text(
                        'Foot pod {device_number} already belongs to "{other}": check the number.',
                        device_number=pod.device_number,
                        other=other.name,
                    )
                )
        if {tag.digest for tag in other.tags} & set(athlete.tags):
            raise RosterError(
                text('This tag already belongs to "{other}": take another one.', other=other.name)
            )


def check_new_straps(
    session: Session, straps: Sequence[int], others: Sequence[AthleteRow], shared: bool
) -> None:
    """Raises RosterError when a strap is the club's, or somebody else's and not to be shared."""
    of_the_club = session.scalar(
        select(PoolStrapRow).where(PoolStrapRow.device_number.in_(straps)).limit(1)
    )
    if of_the_club is not None:
        number = of_the_club.number
        raise RosterError(
            text(
                "Strap {device_number} is number {number} of the club's own: borrow it from "
                "the shelf, or first take it off there.",
                device_number=of_the_club.device_number,
                number=number,
            )
        )
    owned = {strap.device_number: other.name for other in others for strap in other.straps}
    for strap in straps:
        if strap in owned and not shared:
            raise RosterError(
                text(
                    'Strap {strap} already belongs to "{owned}": check the number, or share it '
                    "with them (on the command line with --shared).",
                    strap=strap,
                    owned=owned[strap],
                )
            )
