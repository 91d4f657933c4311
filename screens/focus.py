"""Which session the header, the timeline and the buttons speak of."""

from kiosk.session.state import KioskState, Participant, Phase, Session

_LIVE = (Phase.RUNNING, Phase.PAUSED)


def live_group(state: KioskState) -> Session | None:
    """The class that runs or is paused, if there is one."""
    return next(
        (s for s in state.sessions.values() if s.clock == "group" and s.phase in _LIVE), None
    )


def focus(state: KioskState) -> Session | None:
    """The class, else the first session that runs."""
    own = (session for session in state.sessions.values() if session.phase in _LIVE)
    return live_group(state) or next(own, None)


def present(state: KioskState) -> list[Participant]:
    """Who gets a tile, in order of tapping in."""
    return [who for who in state.participants.values() if who.phase is not Phase.LEFT]


def startable(state: KioskState) -> int:
    """How many a class would start: all who wait, and all who have finished."""
    if live_group(state) is not None:
        return 0
    return sum(who.phase in (Phase.READY, Phase.FINISHED) for who in state.participants.values())
