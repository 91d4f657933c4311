"""What a coach brings on a stick: to look at, to tick, and to take over."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.import_port import ImportItem, ImportSeen
from screens import imports_view as views
from screens.app_port import KioskApp
from screens.imports_view import EmptyFace, ImportBar, ImportRow
from screens.paged import Paged
from screens.tongue import tr, turn
from screens.walk import Page
from screens.walk_model import WalkModel

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ImportsModel(QObject):
    """Everything that can be taken over is ticked at first: whoever has edited it wants it."""

    changed = Signal()
    never = Signal()

    def __init__(self, app: KioskApp, walk: WalkModel, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._walk = walk
        self.paged = Paged(ImportRow, walk, self)
        self._bar = ImportBar()
        self._empty = EmptyFace()
        self._lines: Sequence[ImportItem] = ()
        self._chosen: set[int] = set()
        self._seen: ImportSeen | None = None
        self._folder: Path | None = None
        self._is_here = False
        self._made_of: tuple[object, ...] = ()
        walk.changed.connect(self.refresh)

    @Slot()
    def refresh(self) -> None:
        """Follows the desk while the page is open; a stick that is plugged in is looked at."""
        is_here = self._walk.walk.page is Page.IMPORTS
        if is_here:
            folder = self._app.coach_desk.stick_folder
            is_another = folder is not None and folder != self._folder
            if not self._is_here or is_another:
                self.paged.to_start()
                self._look()
            self._folder = folder
        self._is_here = is_here
        if is_here:
            self._show()

    # -- taps --------------------------------------------------------------------------------------

    @Slot(int)
    def tick(self, key: int) -> None:
        """Chooses something, or not any more; what is refused cannot be chosen."""
        item = next((one for one in self._lines if one.key == key), None)
        if item is not None and item.can_be_taken and self._can_choose():
            self._chosen ^= {key}
            self._show()

    @Slot()
    def takeOver(self) -> None:
        """What is ticked, by the coach who is signed in."""
        coach = self._app.coach
        if self._can_choose() and self._chosen and coach is not None:
            self._app.coach_desk.take_over(frozenset(self._chosen), coach.id)
            self._walk.hold()
            self._show()

    @Slot()
    def again(self) -> None:
        """Looks at the stick once more."""
        if self._walk.is_settled():
            self._look()
            self._walk.hold()
            self._show()

    def _look(self) -> None:
        self._app.coach_desk.look_at_stick()

    def _can_choose(self) -> bool:
        desk = self._app.coach_desk
        return self._walk.is_settled() and not desk.is_taking_over and desk.taken is None

    # -- inside ------------------------------------------------------------------------------------

    def _show(self) -> None:
        desk = self._app.coach_desk
        made_of = (
            desk.seen,
            desk.taken,
            desk.is_taking_over,
            frozenset(self._chosen),
            turn(),
        )
        if made_of == self._made_of:
            return
        if desk.seen is not self._seen:
            self._seen = desk.seen
            items = () if desk.seen is None else desk.seen.items
            self._chosen = {item.key for item in items if item.can_be_taken}
            self.paged.to_start()
            self._walk.hold()
        if desk.taken is not None:
            self._chosen = set()
        self._made_of = (*made_of[:3], frozenset(self._chosen), turn())
        self._lines = views.lines_of(desk.seen, desk.taken)
        self.paged.show_each(
            self._lines, lambda item: views.row_of(item, chosen=item.key in self._chosen)
        )
        busy = desk.is_taking_over
        self._bar = views.bar_of(desk.seen, desk.taken, is_taking_over=busy)
        self._empty = views.empty_of(
            desk.seen, desk.taken, is_taking_over=busy, can_import=desk.imports is not None
        )
        self.changed.emit()

    # -- what QML reads ----------------------------------------------------------------------------

    @Property(Paged, notify=never)
    def lines(self) -> Paged:
        return self.paged

    @Property(str, notify=changed)
    def empty(self) -> str:
        """Why there is no list; empty when there is one."""
        return self._empty.title

    @Property(str, notify=changed)
    def advice(self) -> str:
        """What to do about it."""
        return self._empty.advice

    @Property(bool, notify=changed)
    def failed(self) -> bool:
        return self._empty.wrong

    @Property(bool, notify=changed)
    def offersAgain(self) -> bool:
        """Of the empty list."""
        return self._empty.again

    @Property(str, notify=changed)
    def words(self) -> str:
        return self._bar.words

    @Property(bool, notify=changed)
    def wrong(self) -> bool:
        return self._bar.wrong

    @Property(str, notify=changed)
    def takeLabel(self) -> str:
        count = len(self._chosen)
        return tr("Take over ({count})", count=count) if count else tr("Take over")

    @Property(bool, notify=changed)
    def canTake(self) -> bool:
        desk = self._app.coach_desk
        return bool(self._chosen) and not desk.is_taking_over and desk.taken is None
