"""The glass itself: dimmed while nobody is here, and locked for as long as it is being wiped."""

import math

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.night import place_of
from kiosk.session.state import Phase
from screens import focus
from screens.app_port import KioskApp
from screens.devices_view import with_short_ports
from screens.tongue import said
from screens.walk import Page
from screens.walk_model import WalkModel

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1

WIPING_S = 30.0
ASLEEP_S = 3600.0
"""Dimmed for so long, nothing but a small clock is drawn: what stands still burns in."""
AT_NIGHT_S = 120.0
"""At night an idle screen is dark after so long."""
HELD_S = 2.0
"""A finger that rests this long on the marked place is no cloth."""
_NEVER = "off"
_LIVE = (Phase.RUNNING, Phase.PAUSED)


@QmlElement
class GlassModel(QObject):
    """What lies over the whole window. The touch that wakes it presses nothing."""

    changed = Signal()

    def __init__(self, app: KioskApp, walk: WalkModel, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._walk = walk
        self._dimmed = False
        self._asleep = False
        self._wiping_since: float | None = None
        self._held_since: float | None = None
        self._awake_since = app.state.now
        self._stirred_at = 0.0
        self._said: tuple[object, ...] = ()

    def refresh(self) -> None:
        """Follows the time, and wakes for whatever happens."""
        now = self._app.state.now
        # It was made before the first beat.
        if self._is_needed() or self._is_stirred() or not self._awake_since:
            self._awake_since = now
        since = max(self._awake_since, self._walk.walk.touched_at)
        minutes = self._app.choices.dim
        was_dimmed, self._dimmed = self._dimmed, self._is_dark(minutes, now - since)
        self._sleep(self._dimmed and self._is_sleeping(minutes, now - since))
        if was_dimmed and not self._dimmed:
            self._walk.hold()  # whoever was about to wake it by a touch presses nothing either
        if self._wiping_since is not None and (
            now - self._wiping_since >= WIPING_S
            or self._app.state.stopped
            or (self._held_since is not None and now - self._held_since >= HELD_S)
        ):
            self._stop_wiping()
        self._tell()

    def wipe(self) -> None:
        """From now on nothing but STOP takes a touch."""
        self._wiping_since = self._app.state.now
        self._held_since = None
        self._tell()

    @Slot()
    def wake(self) -> None:
        """A finger on the dimmed glass."""
        if self._dimmed:
            self._awake_since = self._app.state.now
            self._dimmed = False
            self._sleep(False)
            self._walk.hold()  # nor does the second tap of a double tap
            self._tell()

    @Slot(bool)
    def hold(self, is_held: bool) -> None:
        """A finger has come to rest on the marked place, or left it."""
        self._held_since = self._app.state.now if is_held else None
        self._tell()

    # -- inside ----------------------------------------------------------------------------------

    def _is_needed(self) -> bool:
        """Somebody is here, or something has to be read."""
        app = self._app
        return (
            bool(focus.present(app.state))
            or app.state.stopped
            or any(one.phase in _LIVE for one in app.state.sessions.values())
            or bool(app.cut_sessions)
            or self._walk.walk.page is not Page.GROUP
        )

    def _is_stirred(self) -> bool:
        """A tag was held to a reader, or a button of the panel was pressed: somebody is there, and
        what is said to them has to be read.
        """
        said = self._app.state.values.items()
        at = max(
            (value.at for name, value in said if name.partition(":")[0] in ("panel", "reader")),
            default=0.0,
        )
        is_new, self._stirred_at = at > self._stirred_at, at
        return is_new

    def _is_dark(self, minutes: str, alone_s: float) -> bool:
        if self._app.is_night and alone_s >= AT_NIGHT_S:
            return True
        return minutes != _NEVER and alone_s >= 60 * float(minutes)

    def _is_sleeping(self, minutes: str, alone_s: float) -> bool:
        return self._app.is_night or alone_s >= 60 * float(minutes) + ASLEEP_S

    def _sleep(self, asleep: bool) -> None:
        if asleep != self._asleep:
            self._asleep = asleep
            self._app.darken(asleep)

    def _stop_wiping(self) -> None:
        """The page that comes back takes the next moment's touches for the cloth's."""
        self._wiping_since = self._held_since = None
        self._awake_since = self._app.state.now
        self._walk.touch()
        self._walk.hold()

    def _tell(self) -> None:
        shown = (self._dimmed, self._seconds(), self._held_since is not None, self._sleeper())
        if shown != self._said:
            self._said = shown
            self.changed.emit()

    def _sleeper(self) -> tuple[str, str, float, float] | None:
        """What a dark screen shows: the time, what is wrong, and where; it moves every minute."""
        if not self._asleep:
            return None
        app = self._app
        notice = with_short_ports(said(app.notices[0])) if app.notices else ""
        return said(app.clock_text()), notice, *place_of(int(app.state.now // 60))

    def _seconds(self) -> int:
        if self._wiping_since is None:
            return 0
        return max(1, math.ceil(WIPING_S - (self._app.state.now - self._wiping_since)))

    # -- what QML reads --------------------------------------------------------------------------

    @Property(bool, notify=changed)
    def dimmed(self) -> bool:
        return self._dimmed

    @Property(bool, notify=changed)
    def asleep(self) -> bool:
        """Nothing is seen but `clock` and `notice`, `across` and `down` from 0 to 1."""
        return self._asleep

    @Property(str, notify=changed)
    def clock(self) -> str:
        return (self._sleeper() or ("",))[0]

    @Property(str, notify=changed)
    def notice(self) -> str:
        return (self._sleeper() or ("", ""))[1]

    @Property(float, notify=changed)
    def across(self) -> float:
        return (self._sleeper() or ("", "", 0.0))[2]

    @Property(float, notify=changed)
    def down(self) -> float:
        return (self._sleeper() or ("", "", 0.0, 0.0))[3]

    @Property(bool, notify=changed)
    def closed(self) -> bool:
        """What is below takes no touch."""
        return self._dimmed or self._wiping_since is not None

    @Property(bool, notify=changed)
    def wiping(self) -> bool:
        return self._wiping_since is not None

    @Property(int, notify=changed)
    def seconds(self) -> int:
        """How much of the wiping is left."""
        return self._seconds()

    @Property(bool, notify=changed)
    def held(self) -> bool:
        return self._held_since is not None
