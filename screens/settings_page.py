"""The settings: each choice takes effect when it is touched."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from screens.app_port import KioskApp
from screens.glass import GlassModel
from screens.rows import Rows
from screens.settings_view import Kept, OptionRow, SettingRow, kept, option_rows, settings
from screens.walk import Page
from screens.walk_model import WalkModel

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class SettingsModel(QObject):
    """Follows app.choices while the page is open."""

    never = Signal()
    changed = Signal()

    def __init__(self, app: KioskApp, walk: WalkModel, glass: GlassModel, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._walk = walk
        self._glass = glass
        self.setting_rows = Rows(SettingRow, self)
        self.option_rows = Rows(OptionRow, self)
        self.kept = Kept()
        self._arrived_at: float | None = None
        self._has_chosen = False
        walk.changed.connect(self.refresh)

    @Slot()
    def refresh(self) -> None:
        if self._walk.walk.page is not Page.SETTINGS:
            self._arrived_at = None
            return
        if self._arrived_at != self._walk.walk.changed_at:
            self._arrived_at, self._has_chosen = self._walk.walk.changed_at, False
        now = kept(self._app.choice_answer, has_chosen=self._has_chosen)
        if now != self.kept:
            self.kept = now
            self.changed.emit()
        found = settings()
        self.setting_rows.show([one.row for one in found])
        self.option_rows.show(option_rows(found, self._app.choices))

    @Slot(int, int)
    def choose(self, line: int, place: int) -> None:
        """The choice at this place of this line, both from 0."""
        if self._walk.walk.page is Page.SETTINGS and self._walk.is_settled():
            one = settings()[line]
            value = one.options[place][0]
            if value != getattr(self._app.choices, one.row.key):
                self._walk.ask_for_admin(lambda: self._choose(one.row.key, value))

    def _choose(self, key: str, value: object) -> None:
        """Of the whole kiosk, so by the administrator; whoever is asked for the PIN comes back."""
        if self._walk.walk.page is not Page.SETTINGS:
            self._walk.go(Page.SETTINGS)
        self._has_chosen = True
        self._app.choose(key, value)
        self.refresh()

    @Slot()
    def wipe(self) -> None:
        """Locks the glass for as long as a cloth needs."""
        if self._walk.walk.page is Page.SETTINGS and self._walk.is_settled():
            self._glass.wipe()

    @Property(Rows, notify=never)
    def lines(self) -> Rows:
        return self.setting_rows

    @Property(Rows, notify=never)
    def options(self) -> Rows:
        return self.option_rows

    @Property(str, notify=changed)
    def said(self) -> str:
        """Whether what is set is kept."""
        return self.kept.sentence

    @Property(bool, notify=changed)
    def trouble(self) -> bool:
        return self.kept.is_trouble
