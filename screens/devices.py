"""The devices on the screen: how each one is doing, and the way to calibrate a sensor."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.health import DeviceRow, device_rows, names_by_strap, strap_rows
from screens.app_port import KioskApp
from screens.devices_view import (
    TELLS,
    DeviceLine,
    Room,
    chip_label,
    in_pages,
    line_of,
    summary,
    urgent_first,
)
from screens.rows import Rows
from screens.tongue import tr
from screens.walk import Page
from screens.walk_model import WalkModel

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1

SAID_FOR_S = 10.0


@QmlElement
class DevicesModel(QObject):
    """The chip on the group page, always; the rows of the page while it is open."""

    changed = Signal()

    def __init__(self, app: KioskApp, walk: WalkModel, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._walk = walk
        self.line_rows = Rows(DeviceLine, self)
        self._room = Room()
        self._seen: list[str] = []
        self._straps_seen: list[str] = []
        self._with_angles: set[str] = set()
        self._page = 0
        self._pages = 1
        self._said = ("", 0.0)
        self._shape: list[tuple[str, int]] = []
        self._view: tuple[object, ...] = ()
        self._label, self.is_loud, self._summary, self._notice = "", False, "", ""
        self.problems = ""
        self.wall_trouble = ""
        """Why the second display stays dark."""
        walk.changed.connect(self._follow_walk)

    def say(self, sentence: str) -> None:
        """Something that whoever comes to the page should read."""
        self._said = (sentence, self._app.state.now + SAID_FOR_S)

    def refresh(self) -> None:
        """Follows the devices."""
        state = self._app.state
        self._with_angles.update(state.tilts)
        titles = self._app.device_titles
        rows = [*device_rows(state, list(titles), titles), *self._others()]
        self._label = chip_label(rows)
        self.is_loud = any(row.state == "problem" for row in rows)
        self.problems = "" if all(row.state == "ok" for row in rows) else summary(rows)
        if self._walk.walk.page is Page.DEVICES:
            self._summary = summary(rows)
            self._notice = self._said[0] if state.now < self._said[1] else ""
            self._show(rows)
        self._tell()

    # -- taps ------------------------------------------------------------------------------------

    @Slot(int, int, int, int, int, int)
    def fit(
        self, halves: int, letters: int, beside: int, title: int, value: int, touch: int
    ) -> None:
        """What has room on the page: see Room."""
        room = Room(halves, letters, beside, title, value, touch)
        if room != self._room:
            self._room, self._shape = room, []
            self.refresh()

    @Slot()
    def forward(self) -> None:
        self._turn(self._page + 1)

    @Slot()
    def backward(self) -> None:
        self._turn(self._page - 1)

    @Slot(int)
    def calibrate(self, station: int) -> None:
        """To the page that calibrates the sensor of this station, by its place."""
        if self._walk.is_settled() and 0 <= station < len(self._app.stations):
            self._walk.go(Page.CALIBRATE, station=self._app.stations[station])

    @Slot()
    def markSeen(self) -> None:
        """What happened is told until a coach says that they have seen it."""
        if self._app.accounts and self._walk.is_settled():
            self._walk.guard(self._have_seen)

    # -- inside ----------------------------------------------------------------------------------

    def _have_seen(self) -> None:
        if self._walk.walk.page is not Page.DEVICES:  # from the PIN
            self._walk.go(Page.DEVICES)
        self._walk.hold()
        self._app.accounts_read()
        self.refresh()

    def _others(self) -> list[DeviceRow]:
        """What is no device, and is looked for where faults stand: what happened to the history, a
        wall that cannot be drawn, a workout's file that a coach has laid into the folder.
        """
        told = [
            DeviceRow(f"{TELLS}:{place}", tr("What happened"), "problem", sentence)
            for place, sentence in enumerate(self._app.accounts)
        ]
        wall = DeviceRow("wall", tr("Group wall"), "problem", self.wall_trouble)
        refused = [
            DeviceRow(f"protocol:{place}", tr("Workout file"), "problem", sentence)
            for place, sentence in enumerate(self._app.refused_protocols)
        ]
        return [*told, *([wall] if self.wall_trouble else []), *refused]

    def _follow_walk(self) -> None:
        if self._walk.walk.page is not Page.DEVICES:
            self._seen, self._straps_seen, self._page, self._shape = [], [], 0, []

    def _turn(self, page: int) -> None:
        if self._walk.is_settled() and 0 <= page < self._pages:
            self._page, self._shape = page, []
            self.refresh()

    def _show(self, rows: Sequence[DeviceRow]) -> None:
        """Devices keep their places for as long as somebody looks, and so do straps."""
        app, state = self._app, self._app.state
        rows = urgent_first(rows, self._seen)
        self._seen = [row.device for row in rows]
        names = names_by_strap(app.people, state.participants, app.pool)
        straps = urgent_first(strap_rows(state, names), self._straps_seen)
        self._straps_seen = [row.device for row in straps]
        lines = [line_of(row, self._room, self._place(row)) for row in (*rows, *straps)]
        pages = in_pages(lines, self._room.halves)
        self._pages, self._page = len(pages), min(self._page, len(pages) - 1)
        shown: list[DeviceLine] = []
        above = 0
        for place in pages[self._page]:
            shown.append(replace(lines[place], above=above))
            above += lines[place].halves
        self._hold_if_moved([(line.title, line.above) for line in shown])
        self.line_rows.show(shown)

    def _hold_if_moved(self, shape: list[tuple[str, int]]) -> None:
        """A row that grew pushes others down: a finger on its way must not hit the wrong one."""
        if self._shape and shape[: len(self._shape)] != self._shape[: len(shape)]:
            self._walk.hold()
        self._shape = shape

    def _place(self, row: DeviceRow) -> int:
        """Of the station, if this is its sensor and it says angles."""
        kind, _, station = row.device.partition(":")
        if kind != "incline" or station not in self._with_angles:
            return -1
        stations = list(self._app.stations)
        return stations.index(station) if station in stations else -1

    def _tell(self) -> None:
        view = (
            self._label,
            self.is_loud,
            self._summary,
            self._notice,
            self._page,
            self._pages,
        )
        if view != self._view:
            self._view = view
            self.changed.emit()

    # -- what QML reads --------------------------------------------------------------------------

    @Property(str, notify=changed)
    def label(self) -> str:
        """On the way here."""
        return self._label

    @Property(bool, notify=changed)
    def loud(self) -> bool:
        """Something is wrong."""
        return self.is_loud

    @Property(str, notify=changed)
    def summary(self) -> str:
        return self._summary

    @Property(str, notify=changed)
    def notice(self) -> str:
        return self._notice

    @Property(Rows, notify=changed)
    def lines(self) -> Rows:
        return self.line_rows

    @Property(int, notify=changed)
    def pages(self) -> int:
        return self._pages

    @Property(str, notify=changed)
    def pageWords(self) -> str:
        return tr("{number} of {count}", number=self._page + 1, count=self._pages)

    @Property(bool, notify=changed)
    def hasBefore(self) -> bool:
        return self._page > 0

    @Property(bool, notify=changed)
    def hasMore(self) -> bool:
        return self._page + 1 < self._pages
