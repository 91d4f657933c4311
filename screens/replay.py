"""A past session once more: chosen from the list, played faster than it was, and scrubbed."""

from typing import Final

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.coach_port import Replay, ReplayAthlete, SessionLine
from screens import exports_view, replay_view, wording
from screens.app_port import KioskApp
from screens.exports_view import ExportRow
from screens.paged import Paged
from screens.replay_trace import ReplaySource
from screens.replay_view import Mark, ReplayFace, ReplayLine
from screens.rows import Rows
from screens.summary_view import Tick
from screens.timeline import Block
from screens.tongue import said, tr, turn
from screens.walk import Page
from screens.walk_model import WalkModel

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1

SPEEDS: Final = (1, 10, 30, 60)
"""Times as fast as it was."""
LEAD_IN_S: Final = 5
"""So long before somebody needed a word the session is looked at."""


@QmlElement
class ReplayModel(QObject):
    """The list of sessions, then one of them at its present second; time is the state's."""

    changed = Signal()
    turned = Signal()
    """Whether there is more to turn to: what fits must not be asked anew by that."""
    never = Signal()

    def __init__(self, app: KioskApp, walk: WalkModel, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._walk = walk
        self.session_list = Paged(ExportRow, walk, self)
        self.line_list = Paged(ReplayLine, walk, self)
        self.face_rows = Rows(ReplayFace, self)
        self.height_rows = Rows(Tick, self)
        self.block_rows = Rows(Block, self)
        self.mark_rows = Rows(Mark, self)
        self.trace_source = ReplaySource(self)
        self._is_here = False
        self._made_of: tuple[object, ...] = ()
        self._clear()
        walk.changed.connect(self.refresh)
        self.session_list.changed.connect(self.turned)
        self.line_list.changed.connect(self.turned)

    def _clear(self) -> None:
        self.replay: Replay | None = None
        self._wanted: int | None = None
        self._large: int | None = None
        self._lines: tuple[SessionLine, ...] = ()
        self._second = 0.0
        self._speed = SPEEDS[1]
        self._playing = False
        self._seen_at = 0.0
        self.session_list.to_start()

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

    # -- taps --------------------------------------------------------------------------------------

    @Slot()
    def back(self) -> None:
        """From one athlete to all, from the session to the list, from the list to the menu."""
        if not self._walk.is_settled():
            return
        if self._wanted is None:
            self._walk.back()
            return
        if self._large is not None and not self._is_alone():
            self.line_list.reveal(self._place_of_large())
            self._large = None
        else:
            self._wanted, self.replay, self._large, self._playing = None, None, None, False
        self._walk.hold()
        self._show()

    @Slot(int)
    def choose(self, session_id: int) -> None:
        if self._walk.is_settled() and self._wanted is None:
            self._wanted, self._second = session_id, 0.0
            self.line_list.to_start()
            self._app.coach_desk.load_replay(session_id)
            self._walk.hold()
            self._show()

    @Slot()
    def again(self) -> None:
        """Asks once more for what could not be read."""
        if not self._walk.is_settled():
            return
        if self._wanted is None:
            self._app.coach_desk.list_sessions()
        else:
            self._app.coach_desk.load_replay(self._wanted)
        self._walk.hold()
        self._show()

    @Slot(int)
    def look(self, athlete_id: int) -> None:
        """At this athlete alone."""
        if self._walk.is_settled() and self.replay is not None and self._large is None:
            self._large = athlete_id
            self._walk.hold()
            self._show()

    @Slot(int)
    def turn(self, by: int) -> None:
        """The next sessions; of an open one the next athletes."""
        if self._large is None:
            self._turned.page(by)
        elif self._walk.is_settled():
            place = self._place_of_large() + by
            if 0 <= place < len(self._people):
                self._large = self._people[place].athlete_id
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
        """To a place on the axis, 0 to 1."""
        if self.replay is not None:
            self._move(fraction * self.replay.seconds)

    @Slot(int)
    def skip(self, seconds: int) -> None:
        if self.replay is not None and self._walk.is_settled():
            self._move(self._second + seconds)

    @Slot()
    def toWord(self) -> None:
        """To the next moment when somebody needed a word, and to whom."""
        if self.replay is None or not self._walk.is_settled():
            return
        found = replay_view.next_word(self.replay, int(self._second) + LEAD_IN_S)
        if found is not None:
            self._large = found[1]
            self._playing = False
            self._walk.hold()
            self._move(found[0] - LEAD_IN_S if found[0] >= LEAD_IN_S else found[0])

    # -- inside ------------------------------------------------------------------------------------

    @property
    def _people(self) -> tuple[ReplayAthlete, ...]:
        return () if self.replay is None else self.replay.athletes

    @property
    def _turned(self) -> Paged:
        return self.session_list if self.replay is None else self.line_list

    def _is_alone(self) -> bool:
        return len(self._people) == 1

    def _place_of_large(self) -> int:
        ids = [who.athlete_id for who in self._people]
        return ids.index(self._large) if self._large in ids else 0

    def _move(self, second: float) -> None:
        if self.replay is not None:
            self._second = min(max(0.0, second), max(0.0, self.replay.seconds - 1.0))
            self._show()

    def _follow(self) -> None:
        answer, now = self._app.coach_desk.replayed, self._app.state.now
        is_new = self.replay is None and answer is not None and answer.session_id == self._wanted
        if is_new and answer is not None and answer.replay is not None:
            self.replay = answer.replay
            self._large = self._people[0].athlete_id if self._is_alone() else None
            self._walk.hold()
        passed, self._seen_at = now - self._seen_at, now
        if self._playing and self.replay is not None:
            self._move(self._second + passed * self._speed)
            self._playing = self._second < self.replay.seconds - 1

    def _show(self) -> None:
        listed = self._app.coach_desk.listed
        made_of: tuple[object, ...] = (
            listed, self.replay, self._app.coach_desk.replayed, self._wanted, self._large,
            self._second, self._speed, self._playing, turn(),
        )  # fmt: skip
        if made_of == self._made_of:
            return
        is_new = any(
            self._made_of[place : place + 1] != made_of[place : place + 1] for place in (1, 4, 8)
        )
        self._made_of = made_of
        every = () if listed is None else listed.sessions
        self._lines = tuple(line for line in every if line.state != "open")
        self.session_list.show_each(
            self._lines if self._wanted is None else (),
            lambda line: exports_view.row_of(line, chosen=False),
        )
        if is_new:
            self._show_whole()
        second = int(self._second)
        large = None if self._large is None else self._people[self._place_of_large()]
        self.line_list.show_each(self._people, lambda who: replay_view.line_of(who, second))
        self.face_rows.show([] if large is None else [replay_view.face_of(large, second)])
        self.changed.emit()
        self.turned.emit()

    def _show_whole(self) -> None:
        """What stays while time passes."""
        replay = self.trace_source.replay = self.replay
        self.block_rows.show([] if replay is None else replay_view.steps_of(replay))
        self.mark_rows.show([] if replay is None else replay_view.marks_of(replay, self._large))
        seconds = 0 if replay is None else replay.seconds
        large = None if self._large is None else self._people[self._place_of_large()]
        self.height_rows.show([] if large is None else replay_view.heights_of(large, seconds))

    # -- what QML reads ----------------------------------------------------------------------------

    @Property(Paged, notify=never)
    def sessions(self) -> Paged:
        return self.session_list

    @Property(Paged, notify=never)
    def lines(self) -> Paged:
        return self.line_list

    @Property(Rows, notify=never)
    def faces(self) -> Rows:
        return self.face_rows

    @Property(Rows, notify=never)
    def heights(self) -> Rows:
        return self.height_rows

    @Property(Rows, notify=never)
    def blocks(self) -> Rows:
        return self.block_rows

    @Property(Rows, notify=never)
    def marks(self) -> Rows:
        return self.mark_rows

    @Property(ReplaySource, notify=never)
    def source(self) -> ReplaySource:
        return self.trace_source

    @Property(bool, notify=changed)
    def isLoaded(self) -> bool:
        return self.replay is not None and self.replay.seconds > 0

    @Property(bool, notify=changed)
    def isLarge(self) -> bool:
        return self._large is not None

    @Property(str, notify=changed)
    def title(self) -> str:
        if self.replay is None:
            return tr("Replay")
        if self._large is not None:
            return self._people[self._place_of_large()].name
        return said(self.replay.protocol_name)

    @Property(str, notify=changed)
    def empty(self) -> str:
        """Why there is nothing to see, in a few words; empty when there is."""
        desk = self._app.coach_desk
        if self._wanted is not None:
            if self.replay is not None:
                return "" if self.replay.seconds else tr("Nothing was recorded")
            answer = desk.replayed
            is_mine = answer is not None and answer.session_id == self._wanted
            return tr("This session cannot be shown") if is_mine else tr("Reading the session …")
        if desk.listed is None:
            return tr("Looking for past sessions …")
        if desk.listed.trouble:
            return tr("The sessions cannot be read")
        return "" if self._lines else tr("No session is over yet")

    @Property(str, notify=changed)
    def advice(self) -> str:
        """What to do about it."""
        desk, answer = self._app.coach_desk, self._app.coach_desk.replayed
        if self._wanted is not None:
            if self.replay is not None:
                return tr("Nobody trained a whole second of it.")
            is_mine = answer is not None and answer.session_id == self._wanted
            return said(answer.trouble) if answer and is_mine else ""
        if desk.listed is None:
            return ""
        return said(desk.listed.trouble) or tr("Every session stays here when it has ended.")

    @Property(bool, notify=changed)
    def failed(self) -> bool:
        """It could not be read: asking again may help."""
        desk, answer = self._app.coach_desk, self._app.coach_desk.replayed
        if self._wanted is None:
            return desk.listed is not None and desk.listed.trouble != ""
        is_mine = answer is not None and answer.session_id == self._wanted
        return self.replay is None and is_mine

    @Property(float, notify=changed)
    def place(self) -> float:
        """Of the present second on the axis, 0 to 1."""
        return 0.0 if self.replay is None else self._second / max(1, self.replay.seconds)

    @Property(str, notify=changed)
    def clock(self) -> str:
        """ "12:40 of 1:20:00"."""
        if not self.isLoaded or self.replay is None:
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

    @Property(int, notify=changed)
    def words(self) -> int:
        """How often somebody needed one."""
        return 0 if self.replay is None else len(replay_view.words_of(self.replay))

    @Property(bool, notify=turned)
    def hasBefore(self) -> bool:
        if self._large is not None:
            return self._place_of_large() > 0
        return bool(self._turned.hasBefore)

    @Property(bool, notify=turned)
    def hasMore(self) -> bool:
        if self._large is not None:
            return self._place_of_large() < len(self._people) - 1
        return bool(self._turned.hasMore)

    @Property(bool, notify=turned)
    def turns(self) -> bool:
        """There is anything to turn to."""
        return len(self._people) > 1 if self._large is not None else self._turned.several
