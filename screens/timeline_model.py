"""The timeline for QML: the blocks, and the now-line when a session runs."""

from dataclasses import fields
from operator import attrgetter

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.session.state import Course, Session
from kiosk.training.plan import Plan
from screens.rows import Rows
from screens.timeline import (
    Block,
    Progress,
    blocks_of,
    overview,
    planned_length,
    progress_of,
)
from screens.tongue import turn

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1

_of_course = attrgetter(*(f.name for f in fields(Course)))


@QmlElement
class TimelineModel(QObject):
    """Follows the session in focus; before a start it previews the chosen plan."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.progress = Progress()
        self.block_rows = Rows(Block, self)
        self._made_of: object = None

    def follow(
        self, session: Session | None, chosen: Plan | None, athlete_id: int | None = None
    ) -> None:
        """Shows where `session` stands, on the athlete's own way if one is named, or `chosen` when
        none runs.
        """
        course = None if session is None else overview(session, athlete_id)
        plan = chosen if course is None else course.plan
        made_of = (
            None
            if session is None or course is None
            else (session.phase, session.block, session.elapsed_s, _of_course(course)),
            plan,
            turn(),
        )
        if made_of == self._made_of:
            return
        self._made_of = made_of
        self.block_rows.show([] if plan is None else blocks_of(plan, course))
        if session is not None:
            progress = progress_of(session, athlete_id)
        else:
            progress = Progress(caption="" if plan is None else planned_length(plan))
        if progress != self.progress:
            self.progress = progress
            self.changed.emit()

    @Property(Rows, notify=changed)
    def blocks(self) -> Rows:
        return self.block_rows

    @Property(int, notify=changed)
    def index(self) -> int:
        return self.progress.index

    @Property(float, notify=changed)
    def at(self) -> float:
        return self.progress.at

    @Property(str, notify=changed)
    def caption(self) -> str:
        return self.progress.caption
