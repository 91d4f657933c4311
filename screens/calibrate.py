"""Calibrating the incline sensor of a station, step by step; nothing is changed before the end."""

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.calibration import Calibration
from kiosk.events import Tilt
from kiosk.leveling import Leveling, LevelingError
from screens import calibrate_view as words
from screens.app_port import KioskApp
from screens.calibrate_view import CalibrateView, Step
from screens.devices import DevicesModel
from screens.tongue import said
from screens.walk import Page
from screens.walk_model import WalkModel
from screens.wording import percent

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1

STEEPEST_PERCENT = 40.0


@QmlElement
class CalibrateModel(QObject):
    """One visit to the page; leaving it before the end changes nothing, and says so."""

    changed = Signal()

    def __init__(
        self, app: KioskApp, walk: WalkModel, devices: DevicesModel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._walk = walk
        self._devices = devices
        self._station: str | None = None
        self.view = CalibrateView()
        self._begin()
        walk.changed.connect(self._follow_walk)

    def refresh(self) -> None:
        """Follows the sensor."""
        if self._station is None:
            return
        tilt = self._app.state.tilts.get(self._station)
        if tilt is not None and tilt != self._tilt:
            self._leveling.feed(tilt)
        elif tilt is None and self._step in (Step.RAISED, Step.GRADE):
            self._begin(words.lost())
        self._tilt = tilt
        self._show()

    # -- arriving and leaving --------------------------------------------------------------------

    def _follow_walk(self) -> None:
        walk = self._walk.walk
        station = walk.station if walk.page is Page.CALIBRATE else None
        if station == self._station:
            return
        if self._station is not None and self._step in (Step.RAISED, Step.GRADE):
            self._devices.say(words.unfinished(self._station))
        self._station = station
        self._begin()
        self.refresh()

    def _begin(self, trouble: str = "") -> None:
        self._leveling = Leveling(self._station or "")
        self._step = Step.FLAT
        self._found: Calibration | None = None
        self._before: Calibration | None = None
        self._typed = 0.0
        self._tilt: Tilt | None = None
        self._trouble = trouble

    # -- taps ------------------------------------------------------------------------------------

    @Slot()
    def flat(self) -> None:
        """The deck is flat."""
        if self._may(Step.FLAT):
            self._try(self._note_flat)

    @Slot()
    def raised(self) -> None:
        """The deck is raised."""
        if self._may(Step.RAISED):
            self._try(self._note_raised)

    @Slot(float)
    def adjust(self, by_percent: float) -> None:
        """The typed grade, more or less."""
        if self._may(Step.GRADE):
            typed = round(self._typed + by_percent, 1)
            self._typed = min(STEEPEST_PERCENT, max(-STEEPEST_PERCENT, typed))
            self._trouble = ""
            self._show()

    @Slot()
    def save(self) -> None:
        """The grade is known: the calibration counts from now on."""
        if self._may(Step.GRADE):
            self._try(self._note_grade)

    @Slot()
    def skip(self) -> None:
        """The grade is not known: the calibration counts from now on, without it."""
        if self._may(Step.GRADE):
            self._try(self._keep)

    @Slot()
    def again(self) -> None:
        if self._station is not None and self._walk.is_settled():
            self._begin()
            self._walk.hold()
            self.refresh()

    @Slot()
    def undo(self) -> None:
        """As it was before this visit."""
        if self._may(Step.DONE) and self._before is not None and self._station is not None:
            self._app.calibrate(self._station, self._before)
            self._begin(words.undone())
            self._walk.hold()
            self.refresh()

    # -- the steps -------------------------------------------------------------------------------

    def _may(self, step: Step) -> bool:
        return self._step is step and not self.view.blocked and self._walk.is_settled()

    def _try(self, step: Callable[[float], Step]) -> None:
        """A step that cannot be taken says why, and everything stays."""
        try:
            self._step = step(self._app.state.now)
        except LevelingError as error:
            self._trouble = said(str(error))
        else:
            self._trouble = ""
        self._walk.hold()  # other buttons, or a sentence that pushes them down
        self._show()

    def _note_flat(self, now: float) -> Step:
        self._leveling.note_flat(now)
        return Step.RAISED

    def _note_raised(self, now: float) -> Step:
        self._leveling.note_raised(now)
        self._found = self._leveling.result()
        if self._tilt is not None:
            self._typed = round(words.grade_percent(self._found, self._tilt), 1)
        return Step.GRADE

    def _note_grade(self, now: float) -> Step:
        self._leveling.note_grade(now, self._typed)
        return self._keep(now)

    def _keep(self, _now: float) -> Step:
        self._found = self._leveling.result()
        if self._station is not None:
            self._before = self._app.calibrations.get(self._station, Calibration())
            self._app.calibrate(self._station, self._found)
        return Step.DONE

    # -- what is shown ---------------------------------------------------------------------------

    def _show(self) -> None:
        state, station = self._app.state, self._station or ""
        in_the_way = words.in_the_way(state, station)
        first, second = words.live(self._tilt, self._found)
        verdict, word = words.steadiness(self._tilt, is_steady=self._leveling.steady(state.now))
        view = CalibrateView(
            step=str(self._step),
            progress=words.progress(self._step),
            station=station,
            todo=words.todo(self._step),
            hint=words.hint(self._step, self._found),
            trouble=in_the_way or said(self._trouble),
            first=first,
            second=second,
            verdict=verdict,
            word=word,
            typed=percent(self._typed, 1),
            blocked=in_the_way != "",
        )
        if view != self.view:
            self.view = view
            self.changed.emit()

    # -- what QML reads --------------------------------------------------------------------------

    @Property(str, notify=changed)
    def step(self) -> str:
        return self.view.step

    @Property(str, notify=changed)
    def progress(self) -> str:
        return self.view.progress

    @Property(str, notify=changed)
    def station(self) -> str:
        return self.view.station

    @Property(str, notify=changed)
    def todo(self) -> str:
        return self.view.todo

    @Property(str, notify=changed)
    def hint(self) -> str:
        return self.view.hint

    @Property(str, notify=changed)
    def trouble(self) -> str:
        return self.view.trouble

    @Property(str, notify=changed)
    def first(self) -> str:
        return self.view.first

    @Property(str, notify=changed)
    def second(self) -> str:
        return self.view.second

    @Property(str, notify=changed)
    def verdict(self) -> str:
        return self.view.verdict

    @Property(str, notify=changed)
    def word(self) -> str:
        return self.view.word

    @Property(str, notify=changed)
    def typed(self) -> str:
        return self.view.typed

    @Property(bool, notify=changed)
    def blocked(self) -> bool:
        return self.view.blocked
