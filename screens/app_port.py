"""What the window needs of the kiosk's shell: the state to draw and the actions to ask for."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from kiosk.app import PersonAnswer, PersonWanted
from kiosk.session.state import KioskState, StrapHeard
from kiosk.training.athlete import Athlete
from kiosk.training.plan import Plan


class CutSession(Protocol):
    """A session that a power cut or crash left open, waiting for somebody to decide."""

    @property
    def id(self) -> int: ...
    @property
    def protocol_name(self) -> str: ...
    @property
    def started(self) -> datetime:
        """Local time."""
        ...

    @property
    def names(self) -> tuple[str, ...]: ...


class KioskApp(Protocol):
    """The shell as screens see it: actions are asked for, the state says what came of them."""

    @property
    def state(self) -> KioskState: ...
    @property
    def plans(self) -> Sequence[Plan]:
        """The workouts to choose from."""
        ...

    @property
    def notices(self) -> Sequence[str]:
        """Sentences for the bar at the top: what is wrong and what to do."""
        ...

    @property
    def cut_sessions(self) -> Sequence[CutSession]: ...

    @property
    def people(self) -> Sequence[Athlete]:
        """The roster, by name."""
        ...

    @property
    def person_answer(self) -> PersonAnswer | None:
        """To the newest add_person; None while it is being written."""
        ...

    def new_straps(self) -> Sequence[tuple[int, StrapHeard]]:
        """Straps of nobody on the roster, the likeliest first."""
        ...

    def pump(self) -> None:
        """Drains, advances, records; cheap, called ten times a second."""
        ...

    def clock_text(self) -> str:
        """Local wall time, "18:08", or "clock not set"."""
        ...

    def start_class(self, plan: Plan) -> None:
        """Everybody who is ready, on one group clock."""
        ...

    def start_alone(self, plan: Plan, athlete_id: int) -> None:
        """One athlete on an own clock."""
        ...

    def tap_in(self, athlete_id: int) -> None: ...
    def tap_out(self, athlete_id: int) -> None:
        """Goes home, strap still on."""
        ...

    def add_person(self, wanted: PersonWanted) -> None:
        """Puts somebody on the roster; person_answer says in a moment what became of it."""
        ...

    def join(self, session_id: int, athlete_id: int) -> None: ...
    def leave(self, athlete_id: int) -> None:
        """Ends the session for one athlete, who keeps everything recorded so far."""
        ...

    def pause(self, session_id: int, athlete_id: int | None = None) -> None:
        """The whole session, or in a class only one athlete."""
        ...

    def resume(self, session_id: int, athlete_id: int | None = None) -> None: ...
    def skip(self, session_id: int) -> None: ...
    def extend(self, session_id: int, seconds: int) -> None: ...
    def end(self, session_id: int) -> None: ...
    def resume_cut(self, session_id: int) -> None: ...
    def close_cut(self, session_id: int) -> None: ...
