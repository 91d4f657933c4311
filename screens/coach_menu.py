"""Everything that a coach may do, as large tiles."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from screens.app_port import KioskApp
from screens.devices import DevicesModel
from screens.rows import Rows
from screens.tongue import tr
from screens.walk import Page
from screens.walk_model import WalkModel

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1

THERE_ARE: Final = (
    Page.PEOPLE,
    Page.PLANNER,
    Page.PROTOCOLS,
    Page.DEVICES,
    Page.SHELF,
    Page.EXPORTS,
    Page.IMPORTS,
    Page.REPLAY,
    Page.COACHES,
    Page.SETTINGS,
    Page.HEALTH,
)
"""The pages of the menu that the window has; the others are not offered."""


@dataclass(frozen=True, slots=True)
class MenuRow:
    """One tile."""

    page: str
    label: str
    detail: str
    sign: str
    """Which picture: the page's name."""
    alarm: bool = False
    """Something there needs somebody."""


def menu_rows(
    there_are: Sequence[Page] = THERE_ARE,
    problems: str = "",
    *,
    is_loud: bool = False,
    lacks_admin: bool = False,
) -> list[MenuRow]:
    """What is used most comes first. `problems` are those of the devices, in a few words."""
    coaches = tr("No administrator’s PIN yet") if lacks_admin else tr("Who has a PIN")
    devices = problems or tr("What works, what does not, calibrate")
    rows = (
        (Page.PEOPLE, tr("People"), tr("Zones, ceilings, straps, consent")),
        (Page.PLANNER, tr("The week"), tr("Who trains what on which day")),
        (Page.PROTOCOLS, tr("Workouts"), tr("Look, change, make your own")),
        (Page.DEVICES, tr("Stations and sensors"), devices),
        (Page.SHELF, tr("Club straps"), tr("Add, lend, take back")),
        (Page.EXPORTS, tr("Exports"), tr("Past sessions as files")),
        (Page.IMPORTS, tr("Import"), tr("Roster, weeks, workouts from a stick")),
        (Page.REPLAY, tr("Replay"), tr("A past class once more")),
        (Page.COACHES, tr("Coaches"), coaches),
        (Page.SETTINGS, tr("Settings"), tr("Language, screen, sounds, wipe the glass")),
        (Page.HEALTH, tr("Health"), tr("Power, heat, disk, backups, versions")),
    )
    return [
        MenuRow(str(page), label, detail, str(page), is_loud and page is Page.DEVICES)
        for page, label, detail in rows
        if page in there_are
    ]


@QmlElement
class CoachMenuModel(QObject):
    """The page behind the PIN that leads to the others."""

    changed = Signal()

    def __init__(
        self, app: KioskApp, walk: WalkModel, devices: DevicesModel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._walk = walk
        self._devices = devices
        self._name = ""
        self.menu_rows = Rows(MenuRow, self)
        walk.changed.connect(self.refresh)

    @Slot()
    def refresh(self) -> None:
        if self._walk.walk.page is not Page.COACH:
            return
        devices = self._devices
        lacks = self._app.asks_set_up and self._app.admin is None
        self.menu_rows.show(
            menu_rows(problems=devices.problems, is_loud=devices.is_loud, lacks_admin=lacks)
        )
        name = "" if self._app.coach is None else self._app.coach.name
        if name != self._name:
            self._name = name
            self.changed.emit()

    @Slot(str)
    def open(self, page: str) -> None:
        if self._walk.walk.page is Page.COACH and self._walk.is_settled():
            self._walk.go(Page(page))

    @Slot()
    def signOut(self) -> None:
        """Done: nobody is signed in from now on."""
        if self._walk.walk.page is Page.COACH and self._walk.is_settled():
            self._app.sign_out()
            self._walk.home()

    @Property(Rows, notify=changed)
    def rows(self) -> Rows:
        return self.menu_rows

    @Property(str, notify=changed)
    def name(self) -> str:
        """Who has signed in."""
        return self._name
