"""The workout being changed, for QML: its lines, the chosen one's tiles, undo, and the name."""

from functools import partial

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from screens import protocols_draft as drafts
from screens import protocols_fields as fields
from screens.keyboard_model import KeyboardModel
from screens.paged import Paged
from screens.protocols_buttons import EditButton, change_of, edit_buttons
from screens.protocols_draft import Change, Draft, Path
from screens.protocols_edit_view import (
    EditField,
    EditMark,
    EditRow,
    advice,
    edit_fields,
    edit_marks,
    edit_rows,
    hint,
)
from screens.protocols_edited import Edited, State
from screens.protocols_fields import Field
from screens.rows import Rows
from screens.timeline import planned_length
from screens.timeline_model import TimelineModel
from screens.tongue import said, tr
from screens.walk_model import WalkModel

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ProtocolEditorModel(QObject):
    """A touch makes a new draft; one that cannot be is said, and the old stays."""

    changed = Signal()
    never = Signal()

    def __init__(self, walk: WalkModel, parent: QObject) -> None:
        super().__init__(parent)
        self._walk = walk
        self._edited = Edited()
        self._field = Field.LENGTH
        self._typing = False
        self.busy = False
        """Being saved: no touch counts."""
        self.timeline_model = TimelineModel(self)
        self.line_pages = Paged(EditRow, walk, self)
        self.mark_rows = Rows(EditMark, self)
        self.field_rows = Rows(EditField, self)
        self.button_rows = Rows(EditButton, self)
        self.keyboard_model = KeyboardModel(self._takes_taps, self)
        self.keyboard_model.edited.connect(self._written)
        self.keyboard_model.onward.connect(self.keepName)

    # -- for the page ------------------------------------------------------------------------------

    @property
    def draft(self) -> Draft | None:
        return None if self._state is None else self._state.draft

    @property
    def is_changed(self) -> bool:
        """It is not what is kept: a copy, too, that nobody has touched yet."""
        return self._edited.is_changed

    @property
    def is_touched(self) -> bool:
        """Something would be lost."""
        return self.is_changed and self._edited.is_undoable

    @property
    def path(self) -> Path:
        """What is chosen."""
        return self._edited.path

    @property
    def trouble(self) -> str:
        """Why the last touch changed nothing, or why it could not be saved."""
        return self._edited.trouble

    @trouble.setter
    def trouble(self, sentence: str) -> None:
        self._edited.trouble = sentence

    @property
    def _state(self) -> State | None:
        return self._edited.state

    def begin(self, draft: Draft, taken: frozenset[str], *, is_kept: bool) -> None:
        """Opens a workout; `taken` are the names of others. What is not kept yet is a change."""
        self._edited.begin(draft, taken, is_kept=is_kept)
        self._field, self._typing, self.busy = Field.NAME, False, False
        self.line_pages.to_start()
        self._select((0,) if is_kept else ())
        self.show()

    def close(self) -> None:
        self._edited.close()
        self._typing = self.busy = False
        self.changed.emit()

    def shut(self) -> bool:
        """Closes the keyboard; says whether it was open."""
        if not self._typing:
            return False
        self._typing, self.trouble = False, ""
        self._walk.hold()
        self.show()
        return True

    def show(self) -> None:
        """Everything as it now is."""
        state = self._state
        if state is None:
            return
        length = planned_length(state.plan)
        self.timeline_model.follow(None, state.plan)
        self.line_pages.show(edit_rows(state.draft, state.plan, length, state.path))
        self.mark_rows.show(edit_marks(state.draft, state.plan, state.path))
        self.field_rows.show(edit_fields(state.draft, state.path, self._field))
        self.button_rows.show(edit_buttons(state.draft, state.path, self._field))
        self.changed.emit()

    @Slot()
    def find(self) -> None:
        """How many lines there is room for is known now: the chosen one comes into view."""
        self.line_pages.to_start()
        self._reveal()

    # -- touches -----------------------------------------------------------------------------------

    @Slot(int)
    def select(self, place: int) -> None:
        """A line: the workout as a whole, a step, a repeat."""
        if self._state is None or not self._takes_taps():
            return
        every = drafts.paths(self._state.draft)
        if 0 <= place < len(every):
            self._select(every[place])
            self.show()

    @Slot(str)
    def open(self, key: str) -> None:
        """A tile; the name's brings the keyboard."""
        if self._state is None or not self._takes_taps():
            return
        if (field := Field(key)) in fields.fields_at(self._state.draft, self._state.path):
            self._field, self.trouble = field, ""
            if field is Field.NAME:
                self.type_name(self._edited.name())
            self.show()

    @Slot(str)
    def press(self, key: str) -> None:
        """A button of the open tile."""
        change = change_of(self._field, key)
        if change is not None:
            self._change(change)

    @Slot()
    def addBefore(self) -> None:
        self._restructure(partial(drafts.add, after=False), anywhere=True)

    @Slot()
    def addAfter(self) -> None:
        self._restructure(partial(drafts.add, after=True), anywhere=True)

    @Slot()
    def duplicate(self) -> None:
        self._restructure(drafts.duplicate)

    @Slot()
    def remove(self) -> None:
        self._restructure(drafts.remove)

    @Slot(int)
    def move(self, by: int) -> None:
        """Quickly after each other, too: the line stays chosen."""
        if self.path:
            self._change(partial(drafts.move, by=by))

    @Slot()
    def repeat(self) -> None:
        """A step becomes a repeat of itself."""
        if not self._edited.is_repeat():
            self._restructure(drafts.repeat)

    @Slot()
    def undo(self) -> None:
        """As it was before the last touch that changed something."""
        if self._edited.is_undoable and self._takes_taps():
            self._edited.undo()
            self._select(self.path)
            self.show()

    @Slot()
    def keepName(self) -> None:
        """Done with the keyboard."""
        if self._typing and self._takes_taps() and not self._name_trouble():
            name = self.keyboard_model.typing.text
            self._typing = False
            self._walk.hold()
            self._change(partial(fields.with_name, name=name), held=True)

    def type_name(self, text: str) -> None:
        self._typing = True
        self.keyboard_model.begin(text, fields.MOST_NAME)
        self._walk.hold()
        self._written(text)

    # -- inside ------------------------------------------------------------------------------------

    def _takes_taps(self) -> bool:
        return self._walk.is_settled() and not self.busy

    def _restructure(self, change: Change, *, anywhere: bool = False) -> None:
        """What puts another line under the finger. A tap that comes too soon holds nothing up:
        else whoever taps on and on would wait for ever.
        """
        if (anywhere or self.path) and self._takes_taps() and not self._typing:
            self._change(change)
            self._walk.hold()

    def _change(self, change: Change, *, held: bool = False) -> None:
        if self._state is None or not (held or (self._takes_taps() and not self._typing)):
            return
        if self._edited.change(change):
            self._select(self.path)
        self.show()

    def _select(self, path: Path) -> None:
        """Chooses a line, and brings it into view; the open tile stays if this one has it."""
        if self._state is None:
            return
        self._edited.select(path)
        every = fields.fields_at(self._state.draft, path)
        if self._field not in every or self._field is Field.NAME:
            self._field = every[0] if path else Field.MACHINE
        self._reveal()

    def _reveal(self) -> None:
        """Its line has to be there before it can be turned to."""
        state = self._state
        if state is None:
            return
        length = planned_length(state.plan)
        self.line_pages.show(edit_rows(state.draft, state.plan, length, state.path))
        place = drafts.paths(state.draft).index(state.path)
        if place not in range(*self.line_pages.in_view.indices(place + 1)):
            self.line_pages.reveal(place)

    def _name_trouble(self) -> str:
        return self._edited.name_trouble(self.keyboard_model.typing.text)

    def _written(self, _text: str) -> None:
        self.keyboard_model.lead(on=not self._name_trouble())
        self.changed.emit()

    # -- what QML reads ----------------------------------------------------------------------------

    @Property(bool, notify=changed)
    def isOpen(self) -> bool:
        return self._state is not None

    @Property(bool, notify=changed)
    def isTyping(self) -> bool:
        return self._typing

    @Property(str, notify=changed)
    def typed(self) -> str:
        return self.keyboard_model.typing.text

    @Property(str, notify=changed)
    def typingWhat(self) -> str:
        """Whose name it is."""
        if self._state is None or not self._state.path:
            return tr("What is the workout called?")
        return tr("What is the step called?")

    @Property(str, notify=changed)
    def nameTrouble(self) -> str:
        return self._name_trouble()

    @Property(str, notify=changed)
    def said(self) -> str:
        """What is wrong, what should be looked at, or what the open tile is for."""
        if self._state is None:
            return ""
        return said(self.trouble) or advice(self._state.plan) or hint(self._field)

    @Property(bool, notify=changed)
    def wrong(self) -> bool:
        return self.trouble != ""

    @Property(bool, notify=changed)
    def onStep(self) -> bool:
        """A step or a repeat is chosen, and not the workout as a whole."""
        return self.path != ()

    @Property(bool, notify=changed)
    def onRepeat(self) -> bool:
        return self._edited.is_repeat()

    @Property(bool, notify=changed)
    def undoable(self) -> bool:
        return self._edited.is_undoable

    @Property(bool, notify=changed)
    def savable(self) -> bool:
        return self.is_changed and not self.busy

    @Property(bool, notify=changed)
    def saving(self) -> bool:
        return self.busy

    @Property(str, notify=changed)
    def title(self) -> str:
        return "" if self._state is None else self._state.draft.name

    @Property(TimelineModel, notify=never)
    def timeline(self) -> TimelineModel:
        return self.timeline_model

    @Property(Paged, notify=never)
    def lines(self) -> Paged:
        return self.line_pages

    @Property(Rows, notify=never)
    def marks(self) -> Rows:
        return self.mark_rows

    @Property(Rows, notify=never)
    def fields(self) -> Rows:
        return self.field_rows

    @Property(Rows, notify=never)
    def buttons(self) -> Rows:
        return self.button_rows

    @Property(KeyboardModel, notify=never)
    def keyboard(self) -> KeyboardModel:
        return self.keyboard_model
