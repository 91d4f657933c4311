"""The shelf of the club's straps in words: without a pixel."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kiosk.session.state import KioskState, StrapHeard
from kiosk.shelf import PoolStrap
from screens.roster_pages import HEARD_S
from screens.tongue import tr

LOW_PERCENT = 15
"""As the engine has it."""
HIGHEST_NUMBER = 99

DaysSince = Callable[[int], int | None]


@dataclass(frozen=True, slots=True)
class PoolRow:
    """The roles of one strap's tile."""

    number: int = 0
    holder: str = ""
    taken: bool = False
    """Somebody has it."""
    mine: bool = False
    """The one whom the page is about has it."""
    battery: str = ""
    low: bool = False
    used: str = ""
    air: bool = False
    """It is on the air now."""
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class ShelfView:
    """What the page says beside the tiles."""

    title: str = ""
    chooses: bool = False
    """A touch on a strap lends it to the athlete of the page."""
    notices: tuple[str, ...] = ()
    empty: str = ""
    """What to do while there is no strap."""
    chosen: str = ""
    """What is said of the strap that was touched; empty without one."""
    taken: bool = False
    """It can be given back."""
    adding: bool = False
    pending: bool = False
    has_fresh: bool = False
    """Straps of nobody have just appeared."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """What the words are made of."""

    state: KioskState
    names: Mapping[int, str]
    """By athlete id."""
    days_since: DaysSince
    athlete_id: int | None = None
    """Whom the page is about."""


def row_of(strap: PoolStrap, shelf: Shelf, chosen: int | None) -> PoolRow:
    """One strap: who has it, how its battery is, and when it was last used."""
    heard = shelf.state.straps.get(strap.device_number)
    air = heard is not None and shelf.state.now - heard.at < HEARD_S
    words, low = battery(strap, heard)
    mine = strap.holder_id is not None and strap.holder_id == shelf.athlete_id
    return PoolRow(
        number=strap.number,
        holder=tr("you have it") if mine else holder(strap, shelf),
        taken=strap.holder_id is not None,
        mine=mine,
        battery=words,
        low=low,
        used=last_used(strap, shelf.days_since),
        air=air,
        chosen=strap.number == chosen,
    )


def holder(strap: PoolStrap, shelf: Shelf) -> str:
    """Who has it, or that nobody has."""
    if strap.holder_id is None:
        return tr("on the shelf")
    return tr("{name} has it", name=holder_name(strap, shelf))


def holder_name(strap: PoolStrap, shelf: Shelf) -> str:
    """Of whoever has it; nobody's is nothing."""
    return "" if strap.holder_id is None else shelf.names.get(strap.holder_id, tr("somebody"))


def battery(strap: PoolStrap, heard: StrapHeard | None) -> tuple[str, bool]:
    """The battery in words, and whether it is low; what is heard now counts before what was."""
    status, percent = strap.battery_status, strap.battery_percent
    if heard is not None:
        status = heard.battery_status or status
        percent = percent if heard.battery_percent is None else heard.battery_percent
    low = status in ("low", "critical") or (percent is not None and percent <= LOW_PERCENT)
    return _battery_words(status, percent, low=low), low


def _battery_words(status: str | None, percent: int | None, *, low: bool) -> str:
    share = "" if percent is None else f" {percent} %"
    if status == "critical":
        return tr("nearly flat") + share
    if low:
        return tr("battery low") + share
    if share:
        return tr("battery") + share
    match status:
        case None:
            return tr("battery not known")
        case "new":
            return tr("battery new")
        case "good":
            return tr("battery good")
        case "ok":
            return tr("battery ok")
        case _:
            return tr("battery {state}", state=status)


def last_used(strap: PoolStrap, days_since: DaysSince) -> str:
    """ "used yesterday"; nothing while the kiosk does not know what day it is."""
    if strap.last_used_utc_ms is None:
        return tr("never used")
    days = days_since(strap.last_used_utc_ms)
    if days is None:
        return ""
    if days <= 0:
        return tr("used today")
    if days == 1:
        return tr("used yesterday")
    if days < 14:
        return tr("used {count} days ago", count=days)
    return tr("used {count} weeks ago", count=days // 7)


def lowest_free(pool: Iterable[PoolStrap]) -> int:
    """The number that the next strap gets unless somebody says otherwise; 0 if all are taken."""
    taken = {strap.number for strap in pool}
    return next((n for n in range(1, HIGHEST_NUMBER + 1) if n not in taken), 0)


def next_free(pool: Iterable[PoolStrap], number: int, by: int) -> int:
    """From `number` on, in steps of `by`, the next one that no strap has; else `number` itself."""
    taken = {strap.number for strap in pool}
    way = 1 if by > 0 else -1
    aim = min(HIGHEST_NUMBER, max(1, number + by))
    onward = range(aim, HIGHEST_NUMBER + 1) if way > 0 else range(aim, 0, -1)
    return next((n for n in onward if n not in taken), number)


def nothing_there(pool: Sequence[PoolStrap], *, chooses: bool) -> str:
    if pool:
        return ""
    if chooses:
        return tr("The club has no straps on its shelf yet.")
    return tr("No strap yet: write a number on each of the club’s straps, then tap “Add a strap”.")
