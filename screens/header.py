"""What stands above the tiles: the workout or the choice of it, the time, what is wrong."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.session.course import block_left_s
from kiosk.session.state import KioskState, Phase, Session
from kiosk.training.athlete import Athlete
from screens import focus, wording
from screens.devices_view import with_short_ports
from screens.tongue import said, tr

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1

HEARD_FOR_S = 30.0
"""A strap silent for longer is no longer on the air."""
MOST_NOTICES = 2


@dataclass(frozen=True, slots=True)
class HeaderView:
    """What the header says."""

    title: str = ""
    step: str = ""
    remaining: str = ""
    clock: str = ""
    notices: tuple[str, ...] = ()
    empty: bool = True
    """Nobody is here."""
    straps: str = ""


def header_view(
    state: KioskState,
    session: Session | None,
    clock: str,
    notices: Sequence[str],
    people: Sequence[Athlete] = (),
) -> HeaderView:
    """The header for this state; `session` is the one in focus."""
    more = len(notices) - MOST_NOTICES
    shown = tuple(with_short_ports(said(notice)) for notice in notices[:MOST_NOTICES])
    if more > 0:
        last = tr("{notice} (and {count} more)", notice=shown[-1], count=more)
        shown = (*shown[:-1], last)
    empty = not focus.present(state)
    title, step, remaining = ("", "", "") if session is None else _task(session)
    return HeaderView(
        title,
        step,
        remaining,
        said(clock),
        shown,
        empty,
        straps_heard(state, people) if empty else "",
    )


def straps_heard(state: KioskState, people: Sequence[Athlete]) -> str:
    """How many straps are on the air, and of how many the wearer is known; never which."""
    heard = {n for n, strap in state.straps.items() if state.now - strap.at <= HEARD_FOR_S}
    ours = {strap for who in people for strap in who.straps}
    if len(heard) == 1:
        return tr("1 strap on the air, {known} known", known=len(heard & ours))
    return tr("{count} straps on the air, {known} known", count=len(heard), known=len(heard & ours))


def _task(session: Session) -> tuple[str, str, str]:
    course, turn = session.main, session.plan.rotation
    step, left = said(course.step.name), wording.time_left(course)
    if turn is not None and session.block is not None:
        changing = course.step_index == turn.change
        step = _block(session.block + 1, turn.blocks, changing=changing)
        left = wording.clock_span(block_left_s(session) or 0)
    elif course.step.waits_for_button:
        left = wording.clock_span(course.step_s)
    paused = session.phase is Phase.PAUSED
    return said(session.plan.name), tr("paused") if paused else step, left


def _block(number: int, count: int, *, changing: bool) -> str:
    if changing:
        return tr("To block {number} of {count}", number=number, count=count)
    return tr("Block {number} of {count}", number=number, count=count)


@QmlElement
class HeaderModel(QObject):
    """HeaderView with a notification."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.view = HeaderView()

    def show(self, view: HeaderView) -> None:
        if view != self.view:
            self.view = view
            self.changed.emit()

    @Property(str, notify=changed)
    def title(self) -> str:
        return self.view.title

    @Property(str, notify=changed)
    def step(self) -> str:
        return self.view.step

    @Property(str, notify=changed)
    def remaining(self) -> str:
        return self.view.remaining

    @Property(str, notify=changed)
    def clock(self) -> str:
        return self.view.clock

    @Property("QStringList", notify=changed)  # pyright: ignore[reportArgumentType]
    def notices(self) -> list[str]:
        return list(self.view.notices)

    @Property(bool, notify=changed)
    def empty(self) -> bool:
        return self.view.empty

    @Property(str, notify=changed)
    def straps(self) -> str:
        return self.view.straps
