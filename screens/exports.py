"""Past sessions for coaches: to choose from, and to write as files."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.coach_port import SessionLine
from screens import exports_view as views
from screens.app_port import KioskApp
from screens.exports_view import ExportBar, ExportRow
from screens.paged import Paged
from screens.tongue import said, tr, turn
from screens.walk import Page
from screens.walk_model import WalkModel

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ExportsModel(QObject):
    """The list, newest first; what is ticked stays ticked while the pages are turned."""

    changed = Signal()
    never = Signal()

    def __init__(self, app: KioskApp, walk: WalkModel, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._walk = walk
        self.paged = Paged(ExportRow, walk, self)
        self._bar = ExportBar()
        self._chosen: set[int] = set()
        self._lines: tuple[SessionLine, ...] = ()
        self._new: list[int] = []
        self._is_here = False
        self._made_of: tuple[object, ...] = ()
        self._asked: list[int] = []
        """The newest export's sessions, in its order, until it has ended."""
        self._had_stick = False
        walk.changed.connect(self.refresh)

    @Slot()
    def refresh(self) -> None:
        """Follows the desk while the page is open."""
        is_here = self._walk.walk.page is Page.EXPORTS
        if is_here and not self._is_here:
            self.paged.to_start()
            self._chosen.clear()
            self._had_stick = self._has_stick()
            self._app.coach_desk.list_sessions(self._coach_id())
        self._is_here = is_here
        if is_here:
            self._show()

    # -- taps --------------------------------------------------------------------------------------

    @Slot(int)
    def tick(self, session_id: int) -> None:
        """Chooses a session, or not any more; one that is not over cannot be chosen."""
        line = next((one for one in self._lines if one.id == session_id), None)
        if line is None or line.state == "open" or not self._walk.is_settled():
            return
        self._chosen ^= {session_id}
        self._show()

    @Slot()
    def exportChosen(self) -> None:
        if self._walk.is_settled():
            self._export([line.id for line in self._lines if line.id in self._chosen])

    @Slot()
    def exportNew(self) -> None:
        """All that this coach has not had, or, without sticks, does not lie in the folder."""
        if self._walk.is_settled():
            self._export(self._new if self._is_whole() else [])

    @Slot()
    def again(self) -> None:
        """Looks for the sessions once more."""
        if self._walk.is_settled():
            self._app.coach_desk.list_sessions(self._coach_id())
            self._walk.hold()
            self._show()

    def _export(self, session_ids: list[int]) -> None:
        desk = self._app.coach_desk
        if session_ids and not desk.is_exporting:
            self._asked = sorted(session_ids)
            desk.export(self._asked, self._app.state.now, self._coach_id())
            self._chosen.clear()
            self._walk.hold()
            self._show()

    def _is_whole(self) -> bool:
        """Whether the list is all there is: what is new is known only then."""
        listed = self._app.coach_desk.listed
        return listed is not None and listed.is_whole

    def _coach_id(self) -> int | None:
        return None if self._app.coach is None else self._app.coach.id

    # -- inside ------------------------------------------------------------------------------------

    def _show(self) -> None:
        desk = self._app.coach_desk
        if self._had_stick != self._has_stick():  # what is new depends on where it would go
            self._had_stick = not self._had_stick
            desk.list_sessions(self._coach_id())
        self._tick_what_is_left()
        made_of = (desk.listed, desk.exported, desk.stick, frozenset(self._chosen), turn())
        if made_of == self._made_of:
            return
        self._made_of = made_of
        self._lines = () if desk.listed is None else desk.listed.sessions
        self._new = views.new_ones(self._lines)
        self._chosen &= {line.id for line in self._lines}
        self.paged.show_each(
            self._lines, lambda line: views.row_of(line, chosen=line.id in self._chosen)
        )
        self._bar = views.bar_of(desk.exported, desk.stick)
        self.changed.emit()

    def _tick_what_is_left(self) -> None:
        """Of an export that was stopped, so that it goes on with one touch."""
        step = self._app.coach_desk.exported
        if self._asked and step is not None and step.is_over:
            if step.refusal:
                self._chosen |= set(self._asked[step.done :])
            self._asked = []

    def _has_stick(self) -> bool:
        stick = self._app.coach_desk.stick
        return stick is not None and stick.state in ("ready", "writing", "safe")

    def _can_go(self) -> bool:
        """Whether an export would be taken; a stick that cannot be used says why."""
        stick = self._app.coach_desk.stick
        is_bad = stick is not None and stick.state in ("refused", "looking")
        return not self._bar.running and not is_bad

    # -- what QML reads ----------------------------------------------------------------------------

    @Property(Paged, notify=never)
    def lines(self) -> Paged:
        return self.paged

    @Property(str, notify=changed)
    def empty(self) -> str:
        """Why there is no list; empty when there is one."""
        listed = self._app.coach_desk.listed
        if listed is None:
            return tr("Looking for past sessions …")
        if listed.trouble:
            return tr("The sessions cannot be read")
        return "" if listed.sessions else tr("Nothing has been recorded yet")

    @Property(str, notify=changed)
    def advice(self) -> str:
        """What to do about it."""
        listed = self._app.coach_desk.listed
        if listed is None:
            return ""
        return said(listed.trouble) or tr("Every session stays here when it has ended.")

    @Property(bool, notify=changed)
    def failed(self) -> bool:
        listed = self._app.coach_desk.listed
        return listed is not None and listed.trouble != ""

    @Property(str, notify=changed)
    def newLabel(self) -> str:
        count = len(self._new)
        if not self._is_whole():
            return tr("Looking …")
        return tr("Export all new ({count})", count=count) if count else tr("Nothing new")

    @Property(str, notify=changed)
    def chosenLabel(self) -> str:
        count = len(self._chosen)
        return tr("Export chosen ({count})", count=count) if count else tr("Export chosen")

    @Property(bool, notify=changed)
    def canNew(self) -> bool:
        return bool(self._new) and self._is_whole() and self._can_go()

    @Property(bool, notify=changed)
    def canChosen(self) -> bool:
        return bool(self._chosen) and self._can_go()

    @Property(str, notify=changed)
    def words(self) -> str:
        return self._bar.words

    @Property(float, notify=changed)
    def share(self) -> float:
        return self._bar.share

    @Property(bool, notify=changed)
    def running(self) -> bool:
        return self._bar.running

    @Property(bool, notify=changed)
    def wrong(self) -> bool:
        return self._bar.wrong

    @Property(bool, notify=changed)
    def safe(self) -> bool:
        return self._bar.safe
