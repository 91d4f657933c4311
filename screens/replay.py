"""A past session once more: chosen from the list, played faster than it was, and scrubbed."""

from typing import Final

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.coach_port import Replay, SessionLine
from screens import exports_view, wording
from screens.app_port import KioskApp
from screens.exports_view import ExportRow
from screens.replay_trace import ReplaySource
from screens.replay_view import ReplayLine, line_of
from screens.rows import Rows
from screens.tongue import said, tr
from screens.walk import Page
from screens.walk_model import WalkModel

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1

SPEEDS: Final = (1, 10, 30, 60)
"""Times as fast as it was."""


@QmlElement
class ReplayModel(QObject):
    """The list of sessions, then one of them at its present second; time is the state's."""

    changed = Signal()

    def __init__(self, app: KioskApp, walk: WalkModel, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._walk = walk
        self.session_rows = Rows(ExportRow, self)
        self.line_rows = Rows(ReplayLine, self)
        self.trace_source = ReplaySource(self)
        self._room = (1, 1)
        self._is_here = False
        self._made_of: tuple[object, ...] = ()
        self._clear()
        walk.changed.connect(self.refresh)

    def _clear(self) -> None:
        self.replay: Replay | None = None
        self._wanted: int | None = None
        self._lines: tuple[SessionLine, ...] = ()
        self._offset = self._athlete_offset = 0
        self._second = 0.0
        self._speed = SPEEDS[1]
        self._playing = False
        self._seen_at = 0.0

    @Slot()
    def refresh(self) -> None:
        """Lets the session's time pass while the page is open."""
        is_here = self._walk.walk.page is Page.REPLAY
        if is_here and not self._is_here:
            self._clear()
            self._app.coach_desk.list_sessions()
        self._is_here = is_here
        if is_here:
            self._follow()
            self._show()

    @Slot(int, int)
    def fit(self, sessions: int, athletes: int) -> None:
        self._room = (max(1, sessions), max(1, athletes))

    # -- taps --------------------------------------------------------------------------------------

    @Slot()
    def back(self) -> None:
        """From the session to the list, from the list to the menu."""
        if not self._walk.is_settled():
            return
        if self._wanted is None:
            self._walk.back()
        else:
            self._wanted, self.replay, self._playing = None, None, False
            self._walk.hold()
            self._show()

    @Slot(int)
    def choose(self, session_id: int) -> None:
        if self._walk.is_settled() and self._wanted is None:
            self._wanted, self._second, self._athlete_offset = session_id, 0.0, 0
            self._app.coach_desk.load_replay(session_id)
            self._walk.hold()
            self._show()

    @Slot(int)
    def turn(self, by: int) -> None:
        """The next sessions, or of an open one the next athletes."""
        if not self._walk.is_settled():
            return
        if self.replay is None:
            offset = self._offset + by * self._room[0]
            if 0 <= offset < len(self._lines):
                self._offset = offset
        else:
            offset = self._athlete_offset + by * self._room[1]
            if 0 <= offset < len(self.replay.athletes):
                self._athlete_offset = offset
        self._show()

    @Slot()
    def play(self) -> None:
        """Plays and pauses; at the end from the start."""
        if self.replay is not None and self._walk.is_settled():
            if not self._playing and self._second >= self.replay.seconds - 1:
                self._second = 0.0
            self._playing = not self._playing
            self._show()

    @Slot()
    def faster(self) -> None:
        """The next speed; after the fastest the slowest."""
        if self._walk.is_settled():
            self._speed = SPEEDS[(SPEEDS.index(self._speed) + 1) % len(SPEEDS)]
            self._show()

    @Slot(float)
    def scrub(self, fraction: float) -> None:
        """To a place on the timeline, 0 to 1."""
        if self.replay is not None:
            self._move(fraction * self.replay.seconds)

    @Slot(int)
    def skip(self, seconds: int) -> None:
        if self.replay is not None and self._walk.is_settled():
            self._move(self._second + seconds)

    # -- inside ------------------------------------------------------------------------------------

    def _move(self, second: float) -> None:
        if self.replay is not None:
            self._second = min(max(0.0, second), max(0.0, self.replay.seconds - 1.0))
            self._show()

    def _follow(self) -> None:
        answer, now = self._app.coach_desk.replayed, self._app.state.now
        is_new = self.replay is None and answer is not None and answer.session_id == self._wanted
        if is_new and answer is not None and answer.replay is not None:
            self.replay = answer.replay
            self._walk.hold()
        passed, self._seen_at = now - self._seen_at, now
        if self._playing and self.replay is not None:
            self._move(self._second + passed * self._speed)
            self._playing = self._second < self.replay.seconds - 1

    def _show(self) -> None:
        listed = self._app.coach_desk.listed
        made_of: tuple[object, ...] = (
            listed, self.replay, self._app.coach_desk.replayed, self._wanted, self._room,
            self._offset, self._athlete_offset, int(self._second), self._speed, self._playing,
        )  # fmt: skip
        if made_of == self._made_of:
            return
        self._made_of = made_of
        self.trace_source.replay = self.replay
        every = () if listed is None else listed.sessions
        self._lines = tuple(line for line in every if line.state != "open")
        shown = self._lines[self._offset : self._offset + self._room[0]]
        rows = [exports_view.row_of(line, chosen=False) for line in shown]
        self.session_rows.show(rows if self._wanted is None else [])
        people = () if self.replay is None else self.replay.athletes
        some = people[self._athlete_offset : self._athlete_offset + self._room[1]]
        self.line_rows.show([line_of(who, int(self._second)) for who in some])
        self.changed.emit()

    # -- what QML reads ----------------------------------------------------------------------------

    @Property(Rows, notify=changed)
    def sessions(self) -> Rows:
        return self.session_rows

    @Property(Rows, notify=changed)
    def lines(self) -> Rows:
        return self.line_rows

    @Property(ReplaySource, notify=changed)
    def source(self) -> ReplaySource:
        return self.trace_source

    @Property(bool, notify=changed)
    def isLoaded(self) -> bool:
        return self.replay is not None

    @Property(str, notify=changed)
    def title(self) -> str:
        return tr("Replay") if self.replay is None else said(self.replay.protocol_name)

    @Property(str, notify=changed)
    def empty(self) -> str:
        """Why there is nothing to see; empty when there is."""
        desk = self._app.coach_desk
        if self._wanted is not None:
            answer = desk.replayed
            if self.replay is not None:
                return "" if self.replay.seconds else tr("Nothing was recorded in it.")
            is_mine = answer is not None and answer.session_id == self._wanted
            return said(answer.trouble) if answer and is_mine else tr("Reading the session …")
        if desk.listed is None:
            return tr("Looking for past sessions …")
        if desk.listed.trouble:
            return said(desk.listed.trouble)
        return "" if self._lines else tr("No session is over yet.")

    @Property(float, notify=changed)
    def place(self) -> float:
        """Of the present second on the timeline, 0 to 1."""
        return 0.0 if self.replay is None else self._second / max(1, self.replay.seconds)

    @Property(str, notify=changed)
    def clock(self) -> str:
        """ "12:40 of 1:20:00"."""
        if self.replay is None:
            return ""
        return tr(
            "{now} of {all}",
            now=wording.clock_span(self._second),
            all=wording.clock_span(self.replay.seconds),
        )

    @Property(str, notify=changed)
    def speed(self) -> str:
        return f"{self._speed}×"

    @Property(bool, notify=changed)
    def playing(self) -> bool:
        return self._playing

    @Property(bool, notify=changed)
    def hasBefore(self) -> bool:
        return (self._offset if self.replay is None else self._athlete_offset) > 0

    @Property(bool, notify=changed)
    def hasMore(self) -> bool:
        if self.replay is None:
            return self._wanted is None and self._offset + self._room[0] < len(self._lines)
        return self._athlete_offset + self._room[1] < len(self.replay.athletes)
