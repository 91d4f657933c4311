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
                f'"{athlete.name}" can have {MAX_DEVICES} {what}s at most: give fewer.'
            )
        for number in numbers:
            check_device_number(what, number)
    for digest in athlete.tags:
        if len(digest) != _DIGEST_DIGITS or set(digest) - set("0123456789abcdef"):
            # The number printed on a tag is never stored, not even by mistake.
            raise RosterError("This tag cannot be kept as it is: hold it to the reader again.")
    check_person(athlete, today)
    if athlete.sex not in (None, "f", "m"):
        raise RosterError(f'The sex cannot be "{athlete.sex}": give f or m, or leave it out.')


def check_device_number(what: str, number: int) -> None:
    """Raises RosterError for a number that no "strap" or "foot pod" can have."""
    if not 1 <= number <= LAST_DEVICE_NUMBER:
        raise RosterError(
            f"{what.capitalize()} {number} cannot be: a device number is between 1 and "
            f"{LAST_DEVICE_NUMBER}; look for it on the {what} or in 'switchback doctor'."
        )


def check_free(athlete: Athlete, others: Sequence[AthleteRow]) -> None:
    """Raises RosterError when the name, a foot pod or a tag is somebody else's."""
    key = name_key(athlete.name)
    for other in others:
        if other.name_key == key:
            raise RosterError(
                f'"{other.name}" is already on the roster: choose another name, for example with '
                "an initial."
            )
        for pod in other.foot_pods:
            if pod.device_number in athlete.foot_pods:
                raise RosterError(
                    f'Foot pod {pod.device_number} already belongs to "{other.name}": check the '
                    "number."
                )
        if {tag.digest for tag in other.tags} & set(athlete.tags):
            raise RosterError(f'This tag already belongs to "{other.name}": take another one.')


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
            f"Strap {of_the_club.device_number} is number {number} of the club's own: borrow it "
            f"from the shelf, or first take it off there with 'switchback straps drop {number}'."
        )
    owned = {strap.device_number: other.name for other in others for strap in other.straps}
    for strap in straps:
        if strap in owned and not shared:
            raise RosterError(
                f'Strap {strap} already belongs to "{owned[strap]}": check the number, or share '
                "it with them (on the command line with --shared)."
            )
