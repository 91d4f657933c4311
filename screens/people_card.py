"""One person's card: every entry, the zones that come of them, and the entry that is open."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.training.athlete import Athlete
from screens import people_draft as drafts
from screens.app_port import KioskApp
from screens.errands import Errand
from screens.keyboard_model import KeyboardModel
from screens.people_draft import Draft
from screens.people_leaving import Leaving
from screens.people_sheet import ChoiceRow, SheetFace, choice_rows, heard_rows, sheet_face
from screens.people_view import CardTile, Item, Ladder, Rung, card_tiles, ladder
from screens.question import QuestionModel
from screens.rows import Rows
from screens.tongue import said
from screens.walk import Page
from screens.walk_model import WalkModel

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PeopleCardModel(QObject):
    """Follows whom the page is about. One entry is open at a time, and saved by itself."""

    changed = Signal()

    def __init__(
        self, app: KioskApp, walk: WalkModel, question: QuestionModel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._walk = walk
        self.tile_rows = Rows(CardTile, self)
        self.rung_rows = Rows(Rung, self)
        self.sheet_rows = Rows(SheetFace, self)
        self.choice_rows = Rows(ChoiceRow, self)
        self.heard_rows = Rows(ChoiceRow, self)
        self.keyboard_model = KeyboardModel(self._takes_taps, self)
        self.keyboard_model.edited.connect(self._write)
        self.keyboard_model.onward.connect(self.save)
        self._errand = Errand(app)
        self._leaving = Leaving(app, walk, question)
        self._draft: Draft | None = None
        self._begun: Mapping[str, object] = {}
        """What the draft would have changed when it was opened: nothing, as a rule."""
        self._ladder = Ladder()
        self._who: Athlete | None = None
        self._name = ""
        self._gone = ""

    def refresh(self) -> None:
        """Follows roster and answers."""
        walk = self._walk.walk
        athlete_id = walk.athlete_id if walk.page is Page.PEOPLE else None
        if self._who is not None and self._who.id != athlete_id:
            self._leave()
        if athlete_id is None:
            if walk.page is not Page.PEOPLE and self._gone:
                self._gone = ""
                self.changed.emit()
            return
        who = next((one for one in self._app.people if one.id == athlete_id), None)
        if self._leaving.is_done():
            self._lose()
            return
        if self._leaving.is_erasing:
            who = self._who
        if who is None:
            self._lose()
            return
        self._who, self._name, self._gone = who, who.name, ""
        if self._errand.is_done():
            self._draft = None
            self._walk.hold()  # the grid comes under the finger that saved
        self._show(who)

    def shut(self) -> bool:
        """Closes the open entry; says whether there was one."""
        if self._draft is None:
            return False
        self._draft = None
        self._errand.clear()
        self._walk.hold()
        if self._who is not None:
            self._show(self._who)
        return True

    # -- taps --------------------------------------------------------------------------------------

    @Slot(str)
    def open(self, item: str) -> None:
        """An entry to be changed."""
        if self._who is not None and self._draft is None and self._takes_taps():
            self._open(drafts.begin(Item(item), self._who, self._app.today()))

    @Slot()
    def join(self) -> None:
        """A guest becomes a member, by a name of their own."""
        who = self._who
        if who is None or who.guest_on is None or self._draft is not None:
            return
        if self._takes_taps():
            self._open(drafts.begin(Item.NAME, who, self._app.today(), joins=True))

    @Slot(int)
    def digit(self, number: int) -> None:
        self._change(lambda draft: drafts.digit(draft, number))

    @Slot()
    def erase(self) -> None:
        self._change(drafts.erase)

    @Slot(int)
    def nudge(self, by: int) -> None:
        who, today = self._who, self._app.today()
        if who is not None:
            self._change(lambda draft: drafts.nudge(draft, by, who, today))

    @Slot()
    def today(self) -> None:
        today = self._app.today()
        self._change(lambda draft: replace(draft, day=today))

    @Slot(str)
    def pick(self, key: str) -> None:
        """An answer, which is kept at once; one of the edges; a strap to take off or to add."""
        draft = self._draft
        if draft is None or not self._takes_taps():
            return
        match draft.kind:
            case "choice":
                self._keep(drafts.chosen(draft.item, key, self._app.today()))
            case "edges":
                self._change(lambda one: drafts.choose_edge(one, int(key)))
            case "straps":
                number = int(key)
                with_it = number not in draft.straps
                step = drafts.with_strap if with_it else drafts.without_strap
                self._change(lambda one: step(one, number))
            case _:
                return

    @Slot()
    def clear(self) -> None:
        """Takes the entry back, at once: what was kept is forgotten."""
        draft = self._draft
        if draft is not None and self._takes_taps():
            self._draft = replace(draft, text="", day=None, edges=())
            self._keep(drafts.changes(self._draft, self._app.today()))

    @Slot()
    def save(self) -> None:
        draft = self._draft
        if draft is None or draft.kind == "choice" or not self._takes_taps():
            return
        wanted = drafts.changes(draft, self._app.today())
        if self._is_savable(wanted):
            self._keep(wanted)

    @Slot()
    def remove(self) -> None:
        """Off the roster: what they have trained stays."""
        if self._who is not None and self._draft is None and self._takes_taps():
            self._leaving.ask_off(self._who)

    @Slot()
    def eraseAll(self) -> None:
        """Everything of them, for good; also of somebody who is not here."""
        if self._who is not None and self._draft is None and self._takes_taps():
            self._leaving.ask_erase(self._who)

    # -- inside ------------------------------------------------------------------------------------

    def _takes_taps(self) -> bool:
        busy = self._errand.is_under_way or self._leaving.is_under_way
        return self._walk.is_settled() and not busy

    def _leave(self) -> None:
        self._who, self._draft = None, None
        self._errand.clear()
        self._leaving.clear()
        self.sheet_rows.show([])
        self.changed.emit()

    def _lose(self) -> None:
        """Taken off the roster, here or elsewhere: the list says so."""
        gone = self._leaving.words(self._name) if self._who is not None else ""
        self._leave()
        self._gone = gone
        self._walk.go(Page.PEOPLE)
        self.changed.emit()

    def _open(self, draft: Draft) -> None:
        self._draft = draft
        self._errand.clear()
        self._begun = drafts.changes(draft, self._app.today())
        if draft.kind == "text":
            self.keyboard_model.begin(draft.text, drafts.LIMITS[draft.item])
        self._walk.hold()
        if self._who is not None:
            self._show(self._who)

    def _write(self, text: str) -> None:
        if self._draft is not None:
            self._draft = replace(self._draft, text=text)
            self._errand.trouble = ""
            if self._who is not None:
                self._show(self._who)

    def _change(self, step: "drafts.Step") -> None:
        if self._draft is None or self._who is None or not self._takes_taps():
            return
        self._draft = step(self._draft)
        self._errand.trouble = ""
        self._show(self._who)

    def _keep(self, wanted: Mapping[str, object]) -> None:
        if self._who is not None:
            self._errand.desk(self._app.coach_desk.change_person(self._who.id, wanted))
            self._show(self._who)

    def _is_savable(self, wanted: Mapping[str, object]) -> bool:
        """Also what was refused before: the disk may have room again."""
        who, today = self._who, self._app.today()
        if who is None or not drafts.differs(who, wanted):
            return False
        return not drafts.complaint(who, wanted, self._app.people, today)

    def _complaint(self, wanted: Mapping[str, object]) -> str:
        if self._who is None or (wanted == self._begun and not self._errand.trouble):
            return ""
        today = self._app.today()
        early = drafts.complaint(self._who, wanted, self._app.people, today)
        return said(self._errand.trouble) or early

    def _show(self, who: Athlete) -> None:
        today = self._app.today()
        self.tile_rows.show(card_tiles(who, today))
        self._show_sheet(who, today)
        seen = self._as_drafted(who, today)
        self._ladder = ladder(seen, today)
        self.rung_rows.show(self._ladder.rungs)
        self.changed.emit()

    def _as_drafted(self, who: Athlete, today: date | None) -> Athlete:
        """What comes out is shown while it is being typed, as soon as it can be."""
        if self._draft is None:
            return who
        wanted = drafts.changes(self._draft, today)
        if drafts.complaint(who, wanted, self._app.people, today):
            return who
        return drafts.with_changes(who, wanted)

    def _show_sheet(self, who: Athlete, today: date | None) -> None:
        draft = self._draft
        if draft is None:
            self.sheet_rows.show([])
            self.choice_rows.show([])
            self.heard_rows.show([])
            return
        wanted = drafts.changes(draft, today)
        complaint, saving = self._complaint(wanted), self._errand.is_under_way
        savable = self._is_savable(wanted)
        self.choice_rows.show(choice_rows(draft, who))
        self.heard_rows.show(heard_rows(draft, self._app.new_straps()))
        self.sheet_rows.show(
            [sheet_face(draft, complaint=complaint, saving=saving, savable=savable)]
        )
        self.keyboard_model.lead(on=savable)

    # -- what QML reads ----------------------------------------------------------------------------

    @Property(bool, notify=changed)
    def shown(self) -> bool:
        return self._who is not None

    @Property(bool, notify=changed)
    def isOpen(self) -> bool:
        """An entry is open."""
        return self._draft is not None

    @Property(bool, notify=changed)
    def isTyping(self) -> bool:
        """The keyboard needs the whole page."""
        return self._draft is not None and self._draft.kind == "text"

    @Property(bool, notify=changed)
    def isGuest(self) -> bool:
        return self._who is not None and self._who.guest_on is not None

    @Property(bool, notify=changed)
    def removing(self) -> bool:
        return self._leaving.is_under_way

    @Property(str, notify=changed)
    def name(self) -> str:
        return "" if self._who is None else self._who.name

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """Why somebody could not be removed; or, on the list, who is gone."""
        return said(self._gone or self._leaving.trouble)

    @Property(float, notify=changed)
    def ceilingAt(self) -> float:
        return self._ladder.ceiling_at

    @Property(str, notify=changed)
    def origin(self) -> str:
        return self._ladder.origin

    @Property(str, notify=changed)
    def ceiling(self) -> str:
        return self._ladder.ceiling

    @Property(Rows, notify=changed)
    def tiles(self) -> Rows:
        return self.tile_rows

    @Property(Rows, notify=changed)
    def rungs(self) -> Rows:
        return self.rung_rows

    @Property(Rows, notify=changed)
    def sheets(self) -> Rows:
        return self.sheet_rows

    @Property(Rows, notify=changed)
    def choices(self) -> Rows:
        return self.choice_rows

    @Property(Rows, notify=changed)
    def heard(self) -> Rows:
        return self.heard_rows

    @Property(KeyboardModel, notify=changed)
    def keyboard(self) -> KeyboardModel:
        return self.keyboard_model
