"""The guests' page without a pixel: which straps of the club's may be taken, and what is said."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kiosk.session.state import KioskState
from kiosk.shelf import PoolStrap
from screens.roster_pages import HEARD_S
from screens.tongue import tr


@dataclass(frozen=True, slots=True)
class GuestStrap:
    """The roles of one strap's tile."""

    number: int = 0
    word: str = ""
    heard: bool = False
    """On the air just now: somebody has put it on."""
    battery: bool = False
    """Low."""


@dataclass(frozen=True, slots=True)
class GuestView:
    """Everything else on the page that changes."""

    title: str = ""
    prompt: str = ""
    refused: bool = False
    """The prompt says what is wrong."""
    stored: str = ""
    """What a touch agrees to."""
    health: str = ""
    """What a touch says of one's health."""
    applies: bool = False
    """Something on the health questions applies."""
    saving: bool = False
    naming: bool = False
    """A guest of tonight gives a name, to stay."""
    name: str = ""


def free_straps(
    pool: Iterable[PoolStrap], state: KioskState, standing: Sequence[int]
) -> list[GuestStrap]:
    """Straps that nobody wears: those on the air first, by number; `standing` are those that have
    been heard while the page is open, and keep their places.
    """
    worn = {who.strap for who in state.participants.values()}
    rows: list[GuestStrap] = []
    for strap in pool:
        heard = state.straps.get(strap.device_number)
        on_air = heard is not None and state.now - heard.at < HEARD_S
        lent = strap.holder_id is not None and strap.holder_id in state.participants
        if strap.device_number in worn or lent:
            continue
        low = heard is not None and heard.battery_low
        word = tr("battery low") if low else tr("worn now") if on_air else tr("on the shelf")
        rows.append(GuestStrap(strap.number, word, on_air, low))
    return sorted(rows, key=lambda row: (row.number not in standing, row.number))


def prompt(*, straps: bool, heard: bool) -> str:
    """What to do now."""
    if not straps:
        return tr("There is no strap of the club's to take: train without one, by effort.")
    if heard:
        return tr("Touch the number that is written on your strap.")
    return tr("Take a strap from the shelf, put it on, and touch its number.")


def stored() -> str:
    return tr(
        "With this touch you agree: heart rate and workout of tonight are stored on this kiosk "
        "and erased at midnight, unless you stay. You are guided by effort."
    )


def health(*, applies: bool) -> str:
    if applies:
        return tr(
            "Then only gentle workouts are open to you, by effort. Talk to the coach before you "
            "begin."
        )
    return tr(
        "And: none of this applies to you. Heart condition or high blood pressure, chest pain, "
        "fainting or dizziness, a lasting illness or medicine for it, an injury, advice to train "
        "under supervision only, pregnancy."
    )
