"""The log of one strength step on the own page: load and repetitions by a touch or two."""

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.session.state import Course, Participant
from kiosk.training.past import PastSet
from screens import sets, units, wording
from screens.app_port import KioskApp
from screens.tongue import tr
from screens.walk_model import WalkModel

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class SetView:
    """What the panel shows."""

    shown: bool = False
    reps: str = ""
    load: str = ""
    last: str = ""
    """What was lifted the last time."""
    log: str = ""
    """The button; empty once it is logged."""
    logged: str = ""
    beat: str = ""
    """The metronome's word."""
    swing: float = 0.0
    """How much of that word's time is over, 0–1."""


@QmlElement
class SetModel(QObject):
    """Begins with what is asked for and what was lifted last; one touch says "all of it"."""

    changed = Signal()

    def __init__(self, app: KioskApp, walk: WalkModel, parent: QObject) -> None:
        super().__init__(parent)
        self.view = SetView()
        self._app = app
        self._walk = walk
        self._key: tuple[int, int, int] | None = None
        """Athlete, session and place on the way of what is shown."""
        self._course: Course | None = None
        self._reps: int | None = None
        self._load_kg = 0.0
        self._last: PastSet | None = None
        self._logged = False

    def refresh(self, who: Participant | None, course: Course | None) -> None:
        """Follows the athlete of the page; `course` is theirs while something is lifted."""
        key = None
        if who is not None and course is not None and sets.is_lift(course):
            key = (who.athlete.id, who.session_id or 0, course.place)
        if key != self._key:
            self._key, self._course, self._logged = key, course, False
            if key is not None and course is not None:
                self._begin(key[0], course)
        self._show()

    def _begin(self, athlete_id: int, course: Course) -> None:
        step = course.step
        last = self._last = sets.last_set(self._app.past(athlete_id), step)
        self._reps = step.reps
        self._load_kg = sets.suggested_kg(last, step)

    # -- taps ------------------------------------------------------------------------------------

    @Slot(int)
    def nudgeLoad(self, steps: int) -> None:
        """In steps of half a kilogram, or of a pound."""
        if self._takes():
            self._load_kg = sets.nudged(self._load_kg, steps)
            self._show()

    @Slot(int)
    def nudgeReps(self, by: int) -> None:
        if self._takes():
            self._reps = min(sets.MOST_REPS, max(0, (self._reps or 0) + by))
            self._show()

    @Slot()
    def log(self) -> None:
        """Writes the set down; on an own clock a step that waits for it is done then."""
        key, course = self._key, self._course
        if key is None or course is None or not self._takes():
            return
        step = course.step
        done = step.reps is None or (self._reps or 0) >= step.reps
        self._app.log_set(key[0], self._reps, self._load_kg or None, step.side, done)
        self._logged = True
        if step.waits_for_button and course.clock == "own":
            self._app.skip(key[1])
        self._walk.hold()
        self._show()

    def _takes(self) -> bool:
        return self._key is not None and not self._logged and self._walk.is_settled()

    # -- inside ----------------------------------------------------------------------------------

    def _words(self) -> str:
        load = units.weight(self._load_kg) if self._load_kg else ""
        reps = "" if self._reps is None else f"{self._reps}{wording.THIN}×"
        return f"{reps} {load}".strip() or tr("done")

    def _show(self) -> None:
        view = SetView()
        if self._key is not None and self._course is not None:
            step = self._course.step
            all_of_it = step.reps is None or (self._reps or 0) >= step.reps
            button = tr("Done: {what}") if all_of_it else tr("Log: {what}")
            beat = sets.beat(step.tempo, self._app.state.now)
            view = SetView(
                shown=True,
                reps="" if self._reps is None else f"{self._reps}{wording.THIN}×",
                load=sets.load_words(self._load_kg),
                last=sets.last_words(self._last),
                log="" if self._logged else button.format(what=self._words()),
                logged=tr("logged: {what}", what=self._words()) if self._logged else "",
                beat=beat.word,
                swing=round(beat.share, 1),
            )
        if view != self.view:
            self.view = view
            self.changed.emit()

    # -- what QML reads --------------------------------------------------------------------------

    @Property(bool, notify=changed)
    def shown(self) -> bool:
        return self.view.shown

    @Property(str, notify=changed)
    def reps(self) -> str:
        return self.view.reps

    @Property(str, notify=changed)
    def load(self) -> str:
        return self.view.load

    @Property(str, notify=changed)
    def last(self) -> str:
        return self.view.last

    @Property(str, notify=changed)
    def logLabel(self) -> str:
        return self.view.log

    @Property(str, notify=changed)
    def logged(self) -> str:
        return self.view.logged

    @Property(str, notify=changed)
    def beat(self) -> str:
        return self.view.beat

    @Property(float, notify=changed)
    def swing(self) -> float:
        return self.view.swing
