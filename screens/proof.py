"""Whether it is somebody themselves who stands at the glass: what a strap proves, and what not.

A strap says that they are in the room. That is enough to show how their training goes, but whoever
is at the glass while they run is somebody else: to take their data away or to erase it takes the
tag in their hand, or a coach.
"""

from typing import Final, Literal

from kiosk.session.state import Participant, Signal
from screens.app_port import KioskApp
from screens.tongue import tr

Proof = Literal["", "tag", "coach"]
TAG_COUNTS_S: Final = 120.0
"""So long whoever held a tag to the reader is taken to be still there."""
ON_THE_WAY_S: Final = 30.0
"""From the tag to the page: later somebody else may have opened it."""


def proof(app: KioskApp, athlete_id: int, opened_at: float) -> Proof:
    """By what it is known that they may decide about their data on a page opened at that time."""
    if app.coach is not None:
        return "coach"
    tag = app.tag_seen
    if tag is None or tag.athlete_id != athlete_id or app.state.now - tag.at >= TAG_COUNTS_S:
        return ""
    return "tag" if opened_at - tag.at < ON_THE_WAY_S else ""


def is_here(app: KioskApp, who: Participant) -> bool:
    """Whether they have come, and not only their name: their past may be on the glass."""
    if app.coach is not None or who.signal is not Signal.NEVER:
        return True
    tag = app.tag_seen
    is_theirs = tag is not None and tag.athlete_id == who.athlete.id
    return tag is not None and is_theirs and app.state.now - tag.at < TAG_COUNTS_S


def only_theirs(name: str) -> tuple[str, str]:
    """In place of what is not shown: the title and what to do."""
    return (
        tr("Only for {name}", name=name),
        tr("Put on your strap or hold your tag to the reader. Neither here? Ask a coach."),
    )
