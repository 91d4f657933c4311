"""The buttons: which may be pressed, and what they ask of the shell."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.session.state import Phase, Session
from kiosk.training.plan import Plan
from screens import focus, wording
from screens.app_port import CutSession, KioskApp
from screens.days import moment, time_of_day
from screens.question import Question, QuestionModel
from screens.tongue import said, tr
from screens.walk_model import WalkModel

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1

SETTLE_S = 0.6
"""After a button has done something the row may look different: a second tap of the same
double tap must not hit what came in its place."""
START_PENDING_S = 3.0
"""A start that has not been followed by a session after this long may be asked for again."""
EXTEND_S = 60
SAME_CUT = timedelta(minutes=1)
"""People on clocks of their own are cut in the same moment, but for what the disk had of each."""


@dataclass(frozen=True, slots=True)
class ControlView:
    """What the buttons look like."""

    live: bool = False
    """A session runs or is paused: its buttons are there."""
    paused: bool = False
    onward: str = "Skip"
    """The button that ends the present step."""
    choosing: bool = True
    """A workout may be chosen."""
    startable: bool = False
    starters: str = ""
    chosen: int = 0


def control_view(
    app: KioskApp, session: Session | None, chosen: int, starting: bool
) -> ControlView:
    """The buttons for this state; `session` is the one in focus."""
    count = focus.startable(app.state)
    group = focus.live_group(app.state)
    waits = session is not None and session.main.step.waits_for_button
    return ControlView(
        live=session is not None,
        paused=session is not None and session.phase is Phase.PAUSED,
        onward=tr("Next") if waits else tr("Skip"),
        choosing=group is None and (count > 0 or focus.is_quiet(app.state)),
        startable=group is None and count > 0 and len(app.plans) > 0 and not starting,
        starters=_starters(count),
        chosen=chosen,
    )


def _starters(count: int) -> str:
    if count == 1:
        return tr("1 athlete")
    return tr("{count} athletes", count=count) if count else ""


@QmlElement
class ControlModel(QObject):
    """Turns taps into requests, each once."""

    changed = Signal()

    def __init__(
        self, app: KioskApp, question: QuestionModel, walk: WalkModel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.view = ControlView()
        self._app = app
        self._question = question
        self._walk = walk
        self._chosen = 0
        self._acted_at = -SETTLE_S
        self._start_asked_at: float | None = None
        self._ending: int | None = None
        self._cuts_answered: set[int] = set()

    def refresh(self, session: Session | None) -> None:
        """Follows the state: the buttons, and the questions that need an answer."""
        app = self._app
        if self._start_asked_at is not None and (
            focus.live_group(app.state) or app.state.now > self._start_asked_at + START_PENDING_S
        ):
            self._start_asked_at = None
        self._chosen = max(0, min(self._chosen, len(app.plans) - 1))
        view = control_view(app, session, self._chosen, self._start_asked_at is not None)
        if view != self.view:
            self.view = view
            self.changed.emit()
        self._withdraw_end_unless(session)
        self._ask_about_cut(app.cut_sessions)

    @property
    def chosen_plan(self) -> Plan | None:
        return self._app.plans[self._chosen] if self._app.plans else None

    # -- taps ------------------------------------------------------------------------------------

    @Slot(int)
    def choose(self, place: int) -> None:
        """The workout to start next; once a start has been asked for the choice is made."""
        if 0 <= place < len(self._app.plans) and self._start_asked_at is None:
            self._chosen = place
            self.refresh(focus.focus(self._app.state))

    @Slot()
    def start(self) -> None:
        session = focus.focus(self._app.state)
        view = control_view(self._app, session, self._chosen, self._start_asked_at is not None)
        if view.startable and self._settled():
            self._start_asked_at = self._app.state.now
            self._app.start_class(self._app.plans[self._chosen])
            self.refresh(session)

    @Slot()
    def togglePause(self) -> None:
        session = focus.focus(self._app.state)
        if session is not None and self._settled():
            if session.phase is Phase.PAUSED:
                self._app.resume(session.id)
            else:
                self._app.pause(session.id)

    @Slot()
    def skip(self) -> None:
        session = focus.focus(self._app.state)
        if session is not None and self._settled():
            self._app.skip(session.id)

    @Slot()
    def extend(self) -> None:
        """A minute more; tapping three times means three minutes."""
        session = focus.focus(self._app.state)
        if session is not None and self._is_settled():
            self._app.extend(session.id, EXTEND_S)

    @Slot()
    def askEnd(self) -> None:
        session = focus.focus(self._app.state)
        if session is None or not self._settled():
            return
        session_id = self._ending = session.id
        self._question.ask(
            Question(
                key=_end_key(session_id),
                title=tr("End for everybody?")
                if session.clock == "group"
                else tr("End the session?"),
                body=tr(
                    "{workout}. What has been recorded is kept.", workout=said(session.plan.name)
                ),
                yes=tr("Yes, end"),
                no=tr("No, go on"),
                alarming=True,
                on_yes=lambda: self._app.end(session_id),
            )
        )

    # -- inside ----------------------------------------------------------------------------------

    def _is_settled(self) -> bool:
        return self._walk.is_settled() and self._app.state.now >= self._acted_at + SETTLE_S

    def _settled(self) -> bool:
        """Whether a tap counts; if so, the next moment's taps will not."""
        if not self._is_settled():
            return False
        self._acted_at = self._app.state.now
        return True

    def _withdraw_end_unless(self, session: Session | None) -> None:
        """The session that somebody was about to end has ended by itself."""
        if self._ending is not None and (session is None or session.id != self._ending):
            self._question.withdraw(_end_key(self._ending))
            self._ending = None

    def _ask_about_cut(self, cuts: Sequence[CutSession]) -> None:
        open_cuts = [cut for cut in cuts if cut.id not in self._cuts_answered]
        if open_cuts and self._is_settled() and not self._app.state.stopped:
            self._question.ask(self._cut_question(cut_together(open_cuts)))

    def _cut_question(self, cuts: Sequence[CutSession]) -> Question:
        def answer(action: Callable[[int], None]) -> None:
            self._acted_at = self._app.state.now
            for cut in cuts:
                self._cuts_answered.add(cut.id)
                action(cut.id)

        return Question(
            key=f"cut {cuts[0].id}",
            title=cut_when(cuts[0].stopped, self._app.today()),
            body=cut_what(cuts),
            yes=tr("Go on"),
            no=tr("Close"),
            on_yes=lambda: answer(self._app.resume_cut),
            on_no=lambda: answer(self._app.close_cut),
        )

    # -- what QML reads --------------------------------------------------------------------------

    @Property(bool, notify=changed)
    def live(self) -> bool:
        return self.view.live

    @Property(bool, notify=changed)
    def paused(self) -> bool:
        return self.view.paused

    @Property(str, notify=changed)
    def onward(self) -> str:
        return self.view.onward

    @Property(bool, notify=changed)
    def choosing(self) -> bool:
        return self.view.choosing

    @Property(bool, notify=changed)
    def startable(self) -> bool:
        return self.view.startable

    @Property(str, notify=changed)
    def starters(self) -> str:
        return self.view.starters

    @Property(int, notify=changed)
    def chosen(self) -> int:
        return self.view.chosen


def cut_together(cuts: Sequence[CutSession]) -> list[CutSession]:
    """Those that ended in the same moment as the newest: one touch is for all of them."""
    newest = max(cuts, key=lambda cut: cut.stopped)
    return [cut for cut in cuts if newest.stopped - cut.stopped < SAME_CUT]


def cut_when(stopped: datetime, today: date | None) -> str:
    """ "The kiosk stopped at 18:32.", with its day unless that is today."""
    if today is None or stopped.date() == today:
        return tr("The kiosk stopped at {time}.", time=time_of_day(stopped))
    return tr("The kiosk stopped: {moment}.", moment=moment(stopped))


def cut_what(cuts: Sequence[CutSession]) -> str:
    """Who was training what, one session after the other."""
    return "\n".join(
        tr(
            "{count} people were training {workout}: {names}.",
            count=len(cut.names),
            workout=said(cut.protocol_name),
            names=wording.listed(cut.names),
        )
        if len(cut.names) > 1
        else tr(
            "{name} was training {workout}.",
            name=wording.listed(cut.names) or tr("Nobody"),
            workout=said(cut.protocol_name),
        )
        for cut in cuts
    )


def _end_key(session_id: int) -> str:
    return f"end {session_id}"
