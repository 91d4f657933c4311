"""One touch stops everybody; then the whole window says to step off until somebody decides."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.session.state import Phase
from screens.app_port import KioskApp
from screens.walk import Page
from screens.walk_model import WalkModel

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1

SETTLE_S = 1.5
"""Whoever hits the sign again in a fright does not let everybody go on by it."""
_LIVE = (Phase.RUNNING, Phase.PAUSED)


@QmlElement
class StopModel(QObject):
    """Stopping always counts, whatever has just moved on the page; going on has to be meant."""

    changed = Signal()

    def __init__(self, app: KioskApp, walk: WalkModel, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._walk = walk
        self._covers: bool = False
        self._stopped: bool = False
        self._stoppable: bool = False
        self._since = 0.0

    def refresh(self) -> None:
        """Follows the state."""
        state = self._app.state
        live = any(session.phase in _LIVE for session in state.sessions.values())
        if state.stopped and not self._stopped:
            self._since = state.now
        # Over everything, but for the PIN of whoever lets them go on.
        covers = state.stopped and self._walk.walk.page is not Page.SIGN_IN
        if (state.stopped, live, covers) != (self._stopped, self._stoppable, self._covers):
            self._stopped, self._stoppable, self._covers = state.stopped, live, covers
            self.changed.emit()

    # -- taps ------------------------------------------------------------------------------------

    @Slot()
    def stop(self) -> None:
        if self._stoppable and not self._stopped:
            self._app.stop_all()
            self.refresh()

    @Slot()
    def goOn(self) -> None:
        if self._decides():
            self._walk.guard(self._go_on)
            self.refresh()

    def _go_on(self) -> None:
        self._app.go_on()
        if self._walk.walk.page is Page.SIGN_IN:
            self._walk.home()

    @Slot()
    def endAll(self) -> None:
        if self._decides():
            for session in list(self._app.state.sessions.values()):
                if session.phase in _LIVE:
                    self._app.end(session.id)
            self._since = self._app.state.now
            self.refresh()

    def _decides(self) -> bool:
        return self._stopped and self._app.state.now >= self._since + SETTLE_S

    # -- what QML reads --------------------------------------------------------------------------

    @Property(bool, notify=changed)
    def stopped(self) -> bool:
        return self._stopped

    @Property(bool, notify=changed)
    def covers(self) -> bool:
        """Nothing else is to be seen."""
        return self._covers

    @Property(bool, notify=changed)
    def stoppable(self) -> bool:
        """Somebody trains."""
        return self._stoppable
