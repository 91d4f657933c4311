"""What the first start asks, step by step, and in which words."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Literal

from kiosk.recovery_code import FILE_NAME
from screens import days
from screens.tongue import tr

Way = Literal["set-up", "admin", "code", "recover"]
"""The first start; a kiosk that runs gets an administrator; a new code; a new PIN by the code."""
Part = Literal["language", "club", "clock", "recover", "pin", "code"]


def parts(way: Way, configured: Collection[str]) -> tuple[Part, ...]:
    """In this order. What the configuration says of the club is not asked again."""
    if way == "code":
        return ("code",)
    if way != "set-up":
        return ("recover", "pin", "code") if way == "recover" else ("pin", "code")
    asked: list[Part] = []
    if not {"language", "units"} <= set(configured):
        asked.append("language")
    if "name" not in configured:
        asked.append("club")
    if "time_zone" not in configured:
        asked.append("clock")
    return (*asked, "pin", "code")


@dataclass(frozen=True, slots=True)
class FirstRunFace:
    """One part in words."""

    title: str
    sentence: str
    onward: str
    """On the button that leads on; "" where something else does."""


def title(way: Way, part: Part, shown: tuple[Part, ...]) -> str:
    """What is being done, and how much of it is left."""
    if way == "set-up":
        return tr("Set up: {step} of {count}", step=shown.index(part) + 1, count=len(shown))
    if way == "recover":
        return tr("A forgotten PIN")
    return tr("Recovery code") if part == "code" else tr("Administrator’s PIN")


def face(
    way: Way,
    part: Part,
    shown: tuple[Part, ...],
    today: date | None,
    code: str,
    *,
    has_stick: bool,
) -> FirstRunFace:
    """`code` is the recovery code, "" while it is being made."""
    head = title(way, part, shown)
    match part:
        case "language":
            return FirstRunFace(head, tr("Language and units"), tr("Go on"))
        case "club":
            return FirstRunFace(head, tr("What is your club called?"), "")
        case "clock":
            return FirstRunFace(head, _clock(today), tr("Go on"))
        case "recover":
            return FirstRunFace(head, _recover(has_stick=has_stick), tr("Choose a new PIN"))
        case "pin":
            return FirstRunFace(head, "", "")
        case "code":
            return FirstRunFace(head, _code(code), tr("I have it") if code else "")


def _clock(today: date | None) -> str:
    if today is None:
        return tr(
            "The clock is not set. Connect the kiosk to a network for a minute and it sets itself; "
            "until then all that is recorded is marked as without a time."
        )
    return tr(
        "{day}. Is that right? If not: the time comes by the network, the time zone stands in the "
        "configuration.",
        day=days.full_day(today),
    )


def _recover(*, has_stick: bool) -> str:
    how = tr(
        "Write the recovery code from the set-up sheet into a file called {name}, put it on a USB "
        "stick and the stick into the kiosk.",
        name=FILE_NAME,
    )
    return tr("The stick is in: choose a new PIN now.") if has_stick else how


def _code(code: str) -> str:
    if not code:
        return tr("One moment…")
    return tr(
        "Photograph this code or write it down, and keep it away from the kiosk. If the PIN is "
        "ever lost, it gives a new one. It is shown only now."
    )
