"""The pad on one's own page to say how fast the belt runs, or how many steps a stair machine."""

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.session.state import Participant
from screens import units, wording
from screens.app_port import KioskApp
from screens.tongue import is_metric, number, tr
from screens.walk_model import WalkModel

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1

CLOSES_S = 12.0
"""Without a touch for so long the step and the curve come back."""


@dataclass(frozen=True, slots=True)
class Scale:
    """What is typed, in the unit that is shown: where it begins when nothing is known, and how far
    it goes.
    """

    usual: float
    small: float
    large: float
    most: float
    decimals: int

    def moved(self, value: float, by: float) -> float:
        """The value after one touch, on the grid of the small steps."""
        steps = round((value + by) / self.small)
        return round(min(self.most, max(0.0, steps * self.small)), self.decimals)

    def words(self, value: float | None) -> str:
        return wording.DASH if value is None else number(value, self.decimals)


_KMH = Scale(5.0, 0.1, 0.5, 30.0, 1)
_MPH = Scale(3.0, 0.1, 0.5, 18.6, 1)
_STEPS = Scale(60.0, 1.0, 5.0, 250.0, 0)


@dataclass(frozen=True, slots=True)
class PadView:
    """What the pad shows; `is_open` False without it."""

    is_open: bool = False
    value: str = ""
    unit: str = ""
    small: str = ""
    large: str = ""
    clearable: bool = False


@QmlElement
class SpeedPadModel(QObject):
    """Every touch counts at once: nobody out of breath has to confirm what they have set."""

    changed = Signal()

    def __init__(self, app: KioskApp, walk: WalkModel, parent: QObject) -> None:
        super().__init__(parent)
        self.view = PadView()
        self._app = app
        self._walk = walk
        self._who: Participant | None = None
        self._is_steps = False
        self._opened_for: int | None = None
        self._value: float | None = None
        """km/h, or steps per minute: what is shown is worked out, in the units of the moment."""
        self._typed = False
        self._touched_at = 0.0

    def refresh(self, who: Participant | None, *, typable: bool, kind: str) -> None:
        """Follows the athlete of the page; the pad goes when there is nothing to type any more."""
        self._who = who if typable else None
        self._is_steps = kind == "stair"
        athlete_id = None if self._who is None else self._who.athlete.id
        late = self._app.state.now > self._touched_at + CLOSES_S
        if self._opened_for is not None and (athlete_id != self._opened_for or late):
            self._opened_for = None
        self._show()

    # -- taps ------------------------------------------------------------------------------------

    @Slot()
    def open(self) -> None:
        if self._who is None or not self._walk.is_settled():
            return
        who, steps = self._who, self._is_steps
        self._opened_for = who.athlete.id
        self._value = who.cadence_spm if steps else who.speed_kmh
        self._typed = (who.cadence_source if steps else who.speed_source) == "typed"
        self._touched()
        self._walk.hold()

    @Slot(int)
    def nudge(self, steps: int) -> None:
        """±1 is the small step, ±2 the large one."""
        if self._opened_for is None or not self._walk.is_settled():
            return
        scale = self._scale
        by = scale.small if abs(steps) == 1 else scale.large
        shown = self._shown
        moved = scale.moved(scale.usual if shown is None else shown, by if steps > 0 else -by)
        self._value = moved if self._is_steps else units.to_kmh(moved)
        self._typed = True
        self._ask(self._value)

    @Slot()
    def clear(self) -> None:
        """Takes back what was typed: the plan's speed counts again, if it has one."""
        if self._opened_for is not None and self._typed and self._walk.is_settled():
            self._typed = False
            self._value = None
            if self._who is not None and not self._is_steps:
                self._value = self._who.wanted_speed_kmh
            self._ask(None)

    @Slot()
    def done(self) -> None:
        if self._opened_for is not None and self._walk.is_settled():
            self._opened_for = None
            self._walk.hold()
            self._show()

    # -- inside ----------------------------------------------------------------------------------

    def _ask(self, value: float | None) -> None:
        if self._opened_for is not None:
            if self._is_steps:
                self._app.type_speed(self._opened_for, None, value)
            else:
                self._app.type_speed(self._opened_for, value, None)
        self._touched()

    @property
    def _shown(self) -> float | None:
        if self._is_steps or self._value is None:
            return self._value
        return units.from_kmh(self._value)

    @property
    def _scale(self) -> Scale:
        if self._is_steps:
            return _STEPS
        return _KMH if is_metric() else _MPH

    def _touched(self) -> None:
        self._touched_at = self._app.state.now
        self._show()

    def _show(self) -> None:
        scale = self._scale
        view = PadView()
        if self._opened_for is not None:
            small, large = scale.words(scale.small), scale.words(scale.large)
            unit = tr("steps/min") if self._is_steps else units.speed_unit()
            view = PadView(
                True, scale.words(self._shown), unit, small, large, clearable=self._typed
            )
        if view != self.view:
            self.view = view
            self.changed.emit()

    # -- what QML reads --------------------------------------------------------------------------

    @Property(bool, notify=changed)
    def isOpen(self) -> bool:
        return self.view.is_open

    @Property(str, notify=changed)
    def value(self) -> str:
        return self.view.value

    @Property(str, notify=changed)
    def unit(self) -> str:
        return self.view.unit

    @Property(str, notify=changed)
    def small(self) -> str:
        return self.view.small

    @Property(str, notify=changed)
    def large(self) -> str:
        return self.view.large

    @Property(bool, notify=changed)
    def clearable(self) -> bool:
        return self.view.clearable
