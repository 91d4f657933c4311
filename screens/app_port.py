"""What the window needs of the kiosk's shell: the state to draw and the actions to ask for."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from kiosk.session.state import KioskState
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

    def pump(self) -> None:
        """Drains, advances, records; cheap, called ten times a second."""
        ...

    def clock_text(self) -> str:
        """Local wall time, "18:08", or "clock not set"."""
        ...

    def start_class(self, plan: Plan) -> None:
        """Everybody who is ready, on one group clock."""
        ...

    def pause(self, session_id: int) -> None: ...
    def resume(self, session_id: int) -> None: ...
    def skip(self, session_id: int) -> None: ...
    def extend(self, session_id: int, seconds: int) -> None: ...
    def end(self, session_id: int) -> None: ...
    def resume_cut(self, session_id: int) -> None: ...
    def close_cut(self, session_id: int) -> None: ...
