"""Which session the header, the timeline and the buttons speak of."""

from kiosk.session.state import KioskState, Participant, Phase, Session

_LIVE = (Phase.RUNNING, Phase.PAUSED)


def live_group(state: KioskState) -> Session | None:
    """The class that runs or is paused, if there is one."""
    return next(
        (s for s in state.sessions.values() if s.clock == "group" and s.phase in _LIVE), None
    )


def focus(state: KioskState) -> Session | None:
    """The class, else the one session that runs. Of several clocks none: nobody could see whose a
    button would stop, and each has its own on its athlete's page.
    """
    live = [session for session in state.sessions.values() if session.phase in _LIVE]
    return live_group(state) or (live[0] if len(live) == 1 else None)


def is_quiet(state: KioskState) -> bool:
    """Whether nothing runs at all."""
    return not any(session.phase in _LIVE for session in state.sessions.values())


def present(state: KioskState) -> list[Participant]:
    """Who gets a tile, in order of tapping in."""
    return [who for who in state.participants.values() if who.phase is not Phase.LEFT]


def startable(state: KioskState) -> int:
    """How many a class would start: all who wait, and all who have finished."""
    if live_group(state) is not None:
        return 0
    return sum(who.phase in (Phase.READY, Phase.FINISHED) for who in state.participants.values())
