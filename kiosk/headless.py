"""The kiosk without a window: the same pump, and a class that starts and ends by itself."""

import threading
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kiosk.app import App, Post
from kiosk.clock import Clock
from kiosk.mailbox import Mailbox
from kiosk.session import commands as cmd
from kiosk.session.state import Phase
from kiosk.training.athlete import Athlete
from kiosk.training.plan import Plan

WAIT_FOR_SENSORS_S = 10.0
PUMP_S = 0.05


@dataclass(frozen=True, slots=True)
class Entrant:
    """Somebody the command line taps in."""

    athlete: Athlete
    station: str | None
    strap: int | None = None
    """One that is not their own, worn before a cut."""


class Heard:
    """Whether every strap and every sensor has been heard, or enough time has been given them."""

    def __init__(
        self,
        app: App,
        clock: Clock,
        entrants: Sequence[Entrant],
        sensed_stations: Sequence[str],
    ) -> None:
        self._app = app
        self._clock = clock
        self._entrants = entrants
        wanted = {entrant.station for entrant in entrants}
        self._stations = [name for name in sensed_stations if name in wanted]
        self._began = clock.monotonic()

    @property
    def is_time(self) -> bool:
        """True once all has been heard, or after WAIT_FOR_SENSORS_S."""
        state = self._app.state
        straps = all(
            any(strap in state.straps for strap in (entrant.strap, *entrant.athlete.straps))
            for entrant in self._entrants
        )
        is_all = straps and all(station in state.grades for station in self._stations)
        return is_all or self._clock.monotonic() - self._began >= WAIT_FOR_SENSORS_S


class UnattendedClass:
    """Taps people in, starts them together when all is heard, and knows when all is done."""

    def __init__(
        self,
        app: App,
        clock: Clock,
        entrants: Sequence[Entrant],
        plan: Plan,
        sensed_stations: Sequence[str],
    ) -> None:
        self._app = app
        self._clock = clock
        self._entrants = entrants
        self._plan = plan
        self._heard = Heard(app, clock, entrants, sensed_stations)
        self._is_tapped_in = False
        self.session_id: int | None = None

    def look(self) -> None:
        """Call after each pump: taps in at first, starts once everything has been heard."""
        now = self._clock.monotonic()
        if not self._is_tapped_in:
            self._is_tapped_in = True
            self._tell_of_shared_straps()
            for entrant in self._entrants:
                self._app.command(cmd.TapIn(now, entrant.athlete, entrant.station))
        elif self.session_id is None and self._heard.is_time:
            self.session_id = self._app.new_session_id()
            ids = tuple(entrant.athlete.id for entrant in self._entrants)
            self._app.command(cmd.Start(now, self.session_id, self._plan, ids, supervised=False))

    def _tell_of_shared_straps(self) -> None:
        """Two who bring the same number cannot be told apart by it: neither is recorded from it."""
        whose: defaultdict[int, list[str]] = defaultdict(list)
        for entrant in self._entrants:
            for strap in entrant.athlete.straps:
                whose[strap].append(entrant.athlete.name)
        for strap, names in whose.items():
            if len(names) > 1:
                self._app.say(
                    f"Strap {strap} is {' and '.join(names)}'s: it is recorded for neither, unless "
                    "the others wear one of their own; give one of them another."
                )

    @property
    def is_done(self) -> bool:
        return is_over(self._app, self.session_id)


def is_over(app: App, session_id: int | None) -> bool:
    """Whether a session that was started has come to its end."""
    session = None if session_id is None else app.state.sessions.get(session_id)
    return session is not None and session.phase is Phase.FINISHED


def pump_until(
    app: App,
    mailbox: Mailbox[Post],
    stop: threading.Event,
    each_round: Callable[[], bool],
) -> None:
    """Pumps until `stop` is set or `each_round`, called after every pump, says True."""
    while not stop.wait(PUMP_S):
        mailbox.wait(PUMP_S)
        app.pump()
        if each_round():
            return
