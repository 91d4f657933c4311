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
        self._picks: dict[int, int] = {}
        """Places of what was picked, by key."""
        self._picking: int | None = None
        """What the coach is picking for."""
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
                self._picking = None
                self._look()
            self._folder = folder
        self._is_here = is_here
        if is_here:
            self._show()

    # -- taps --------------------------------------------------------------------------------------

    @Slot(int)
    def tick(self, key: int) -> None:
        """Chooses something, or not any more; what is refused cannot be chosen. What may be one of
        several things is asked about first; then `key` is the place of what it is.
        """
        if not self._can_choose():
            return
        if self._picking is not None:
            self._pick(key)
            return
        item = self._item(key)
        if item is not None and item.choices:
            self._picking = key
            self.paged.to_start()
            self._walk.hold()
        elif item is not None and item.can_be_taken:
            self._chosen ^= {key}
            rivals = {one.key for one in self._lines if item.rivals == one.rivals != 0}
            self._chosen -= rivals - {key}
        self._show()

    @Slot()
    def nobodys(self) -> None:
        """What is being picked for is nobody's of these."""
        if self._can_choose() and self._picking is not None:
            self._pick(None)

    @Slot()
    def back(self) -> None:
        """To the list, or away from the page."""
        if self._picking is None:
            self._walk.goBack()
        elif self._walk.is_settled():
            self._to_list()

    def _pick(self, place: int | None) -> None:
        key = self._picking
        if key is None:
            return
        self._picks.pop(key, None)
        self._chosen.discard(key)
        if place is not None:
            self._picks[key] = place
            self._chosen.add(key)
        self._to_list()

    def _to_list(self) -> None:
        place = next((n for n, one in enumerate(self._lines) if one.key == self._picking), 0)
        self._picking = None
        self._walk.hold()
        self._show()
        self.paged.reveal(place)

    @Slot()
    def takeOver(self) -> None:
        """What is ticked, by the coach who is signed in."""
        coach = self._app.coach
        if self._can_take() and coach is not None:
            picks = {key: place for key, place in self._picks.items() if key in self._chosen}
            self._app.coach_desk.take_over(frozenset(self._chosen), coach.id, picks)
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

    def _item(self, key: int | None) -> ImportItem | None:
        return next((one for one in self._lines if one.key == key), None)

    def _can_take(self) -> bool:
        return self._can_choose() and bool(self._chosen) and self._picking is None

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
            self._ticks(),
            turn(),
        )
        if made_of == self._made_of:
            return
        if desk.seen is not self._seen:
            self._seen = desk.seen
            items = () if desk.seen is None else desk.seen.items
            self._chosen = {item.key for item in items if item.can_be_taken and item.is_wanted}
            self._picks, self._picking = {}, None
            self.paged.to_start()
            self._walk.hold()
        if desk.taken is not None:
            self._chosen, self._picking = set(), None
        self._made_of = (*made_of[:3], self._ticks(), turn())
        self._lines = views.lines_of(desk.seen, desk.taken)
        asked = self._item(self._picking)
        if asked is None:
            self.paged.show_each(self._lines, self._row_of)
        else:
            self.paged.show(views.choice_rows(asked, self._picks.get(asked.key)))
        busy = desk.is_taking_over
        self._bar = views.bar_of(desk.seen, desk.taken, is_taking_over=busy, asked=asked)
        self._empty = views.empty_of(
            desk.seen, desk.taken, is_taking_over=busy, can_import=desk.imports is not None
        )
        self.changed.emit()

    def _ticks(self) -> tuple[object, ...]:
        return frozenset(self._chosen), frozenset(self._picks.items()), self._picking

    def _row_of(self, item: ImportItem) -> ImportRow:
        place = self._picks.get(item.key)
        picked = None if place is None or not item.choices else item.choices[place]
        return views.row_of(item, chosen=item.key in self._chosen, picked=picked)

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
    def title(self) -> str:
        return tr("Import") if self._picking is None else tr("Which is it?")

    @Property(bool, notify=changed)
    def picking(self) -> bool:
        """The list is of what something may be."""
        return self._picking is not None

    @Property(str, notify=changed)
    def takeLabel(self) -> str:
        count = len(self._chosen)
        return tr("Take over ({count})", count=count) if count else tr("Take over")

    @Property(bool, notify=changed)
    def canTake(self) -> bool:
        desk = self._app.coach_desk
        return bool(self._chosen) and not desk.is_taking_over and desk.taken is None
