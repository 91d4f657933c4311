"""The workouts for coaches: all of them, one to look at, and one being changed."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from screens import protocols_draft as drafts
from screens import protocols_view as views
from screens.app_port import KioskApp
from screens.errands import Errand
from screens.paged import Paged
from screens.protocols_draft import Draft
from screens.protocols_editor import ProtocolEditorModel
from screens.protocols_view import ProtocolRow
from screens.question import Question, QuestionModel
from screens.timeline_model import TimelineModel
from screens.tongue import said, tr, turn
from screens.walk import Page
from screens.walk_model import WalkModel
from screens.workouts import StepLine, length_and_machine, step_lines

QML_IMPORT_NAME = "Switchback"
QML_IMPORT_MAJOR_VERSION = 1

_LEAVING, _DELETING = "leave workout", "delete workout"


@QmlElement
class ProtocolsModel(QObject):
    """A list; a touch opens a workout; from there a copy of it, or itself, can be changed."""

    changed = Signal()
    never = Signal()

    def __init__(
        self, app: KioskApp, walk: WalkModel, question: QuestionModel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._walk = walk
        self._question = question
        self.list_pages = Paged(ProtocolRow, walk, self)
        self.step_pages = Paged(StepLine, walk, self)
        self.timeline_model = TimelineModel(self)
        self.editor_model = ProtocolEditorModel(walk, self)
        self.editor_model.changed.connect(self.changed)
        self._saving = Errand(app)
        self._deleting = Errand(app)
        self._open = ""
        """The row that is looked at; "" for the list."""
        self._saved_id = ""
        self._clashed: set[str] = set()
        """Ids that the disk has refused: taken by files that are not in the list."""
        self._deleted = ""
        """The name of what is being deleted."""
        self._note = ""
        self._made_of: tuple[object, ...] = ()
        self._workouts = app.workouts
        """What was shown last: while it is kept, no other can have its id()."""
        self._is_here = False
        walk.changed.connect(self.refresh)

    @Slot()
    def refresh(self) -> None:
        """Follows workouts and answers; what is being changed outlasts the page."""
        is_here = self._walk.walk.page is Page.PROTOCOLS
        if is_here != self._is_here:
            self._is_here = is_here
            self._arrive() if is_here else self._leave()
        self._follow_saving()
        self._follow_deleting()
        if is_here:
            self._show()

    # -- taps --------------------------------------------------------------------------------------

    @Slot()
    def back(self) -> None:
        """From the keyboard to the editor, to the workout, to the list, to the menu."""
        if not self._takes_taps() or self.editor_model.shut():
            return
        if self.editor_model.draft is not None:
            if self.editor_model.is_touched:
                self._ask_to_leave()
            else:
                self._shut_editor()
        elif self._open:
            self._look_at("")
        else:
            self._walk.back()

    @Slot(str)
    def open(self, key: str) -> None:
        if self._takes_taps() and not self._open and self.editor_model.draft is None:
            self._look_at(key)

    @Slot()
    def change(self) -> None:
        """The club's own workout itself."""
        self._change(as_copy=False)

    @Slot()
    def changeCopy(self) -> None:
        """A new workout that begins like this one."""
        self._change(as_copy=True)

    @Slot()
    def make(self) -> None:
        """A new workout; its name comes first."""
        if self._takes_taps() and self.editor_model.draft is None and self._can_write():
            names = views.names_but(self._app.workouts, "")
            self._edit(drafts.blank(views.free_name(tr("New workout"), names)), is_kept=False)
            self.editor_model.type_name("")

    @Slot()
    def delete(self) -> None:
        """Asks first."""
        if self._takes_taps() and self._is_own() and self._can_write():
            self._question.ask(
                Question(
                    key=_DELETING,
                    title=tr("Delete “{name}”?", name=self._title()),
                    body=tr("Its file is gone then. What has been trained by it stays recorded."),
                    yes=tr("Delete"),
                    no=tr("Keep"),
                    on_yes=self._delete,
                    alarming=True,
                )
            )

    @Slot()
    def save(self) -> None:
        draft = self.editor_model.draft
        if draft is None or not self._takes_taps() or self.editor_model.isTyping:
            return
        if not self.editor_model.is_changed:
            return
        names = views.names_but(self._app.workouts, draft.own_id)
        if views.alike(draft.name) in names:
            self._tell_editor(tr("Another workout is called so: give it another name."))
            return
        taken = {plan.protocol_id for plan in self._app.plans} | self._clashed
        self._saved_id = draft.own_id or drafts.free_id(draft.name, taken)
        text = drafts.text_of(draft, self._saved_id)
        self._saving.desk(self._app.coach_desk.save_protocol(text, draft.own_id))
        self.editor_model.busy = True
        self._tell_editor("")

    # -- inside ------------------------------------------------------------------------------------

    def _takes_taps(self) -> bool:
        busy = self._saving.is_under_way or self._deleting.is_under_way
        return self._walk.is_settled() and not busy

    def _arrive(self) -> None:
        self.list_pages.to_start()
        self._open = ""
        if self.editor_model.is_touched and not self._saving.is_under_way:
            self.editor_model.trouble = tr("This was not saved yet: go on, or go back to leave it.")
            self.editor_model.show()

    def _leave(self) -> None:
        self._question.withdraw(_LEAVING)
        self._question.withdraw(_DELETING)
        self._deleting.trouble = ""
        self._note = ""
        if not self.editor_model.is_touched and not self._saving.is_under_way:
            self.editor_model.close()

    def _change(self, *, as_copy: bool) -> None:
        protocol = self._app.workouts.protocol(self._open)
        if protocol is None or not self._takes_taps() or self.editor_model.draft is not None:
            return
        if not self._can_write() or self._fixed() or not (as_copy or self._is_own()):
            return
        draft = drafts.draft_of(protocol, own=not as_copy)
        if as_copy:
            names = views.names_but(self._app.workouts, "")
            name = tr("{name} (copy)", name=said(draft.name)[:50])
            head = {**draft.head, "name": views.free_name(name, names)}
            draft = Draft(head, draft.steps)
        self._edit(draft, is_kept=not as_copy)

    def _edit(self, draft: Draft, *, is_kept: bool) -> None:
        names = views.names_but(self._app.workouts, draft.own_id)
        self.editor_model.begin(draft, names, is_kept=is_kept)
        self._saving.clear()
        self._walk.hold()
        self._show()

    def _shut_editor(self) -> None:
        self.editor_model.close()
        if self._is_here:  # else it would take the taps of whoever is at another page
            self._walk.hold()
        self._show()

    def _ask_to_leave(self) -> None:
        self._question.ask(
            Question(
                key=_LEAVING,
                title=tr("Leave without saving?"),
                body=tr("What has been changed since it was last saved is lost then."),
                yes=tr("Leave it"),
                no=tr("Go on"),
                on_yes=self._shut_editor,
                alarming=True,
            )
        )

    def _look_at(self, key: str) -> None:
        self._open, self._note = key, ""
        self._deleting.trouble = ""
        self.step_pages.to_start()
        self._walk.hold()
        self._show()

    def _delete(self) -> None:
        if self._is_here and self._open:
            self._deleted = self._title()
            self._deleting.desk(self._app.coach_desk.delete_protocol(self._open))
            self._show()

    def _follow_saving(self) -> None:
        if not self._saving.is_over():
            return
        self.editor_model.busy = False
        if self._saving.trouble:
            if (draft := self.editor_model.draft) is not None and not draft.own_id:
                self._clashed.add(self._saved_id)
            self._tell_editor(self._saving.trouble)
            return
        self._open = self._saved_id if self._is_here else ""
        self._note = tr("Saved: it is among the workouts now.")
        self._shut_editor()

    def _follow_deleting(self) -> None:
        if self._deleting.is_done():
            if self._is_here:
                self._look_at("")
            self._note = tr("“{name}” is deleted.", name=self._deleted)
            self._show()

    def _tell_editor(self, sentence: str) -> None:
        self.editor_model.trouble = sentence
        self.editor_model.show()

    def _title(self) -> str:
        plan = views.plan_of(self._app.plans, self._open)
        return self._open if plan is None else said(plan.name)

    def _is_own(self) -> bool:
        return self._open in self._app.workouts.own

    def _can_write(self) -> bool:
        """There is a folder to write workouts into."""
        return self._app.coach_desk.protocols is not None

    def _refusal(self) -> str:
        """Of a file that cannot be used: the whole sentence."""
        return views.refusal_at(self._app.workouts, self._open)

    def _fixed(self) -> str:
        """Why it cannot be changed here; empty when it can."""
        protocol = self._app.workouts.protocol(self._open)
        if protocol is not None and not self._can_write():
            return tr("In the demonstration workouts cannot be changed.")
        return "" if protocol is None else drafts.unchangeable(protocol)

    def _show(self) -> None:
        workouts = self._app.workouts
        plan = views.plan_of(workouts.plans, self._open)
        is_there = plan is not None or bool(self._refusal())
        if not is_there and not self._deleting.is_under_way:
            self._open = ""  # its file has gone
        made_of: tuple[object, ...] = (
            id(workouts), self._open, self._note, self._deleting.trouble, self._can_write(),
            self._deleting.is_under_way, turn(),
        )  # fmt: skip
        if made_of == self._made_of:
            return
        self._made_of = made_of
        self._workouts = workouts
        self.list_pages.show(views.protocol_rows(workouts))
        self.editor_model.show()
        self.timeline_model.follow(None, plan)
        self.step_pages.show([] if plan is None else step_lines(plan, None))
        self.changed.emit()

    # -- what QML reads ----------------------------------------------------------------------------

    @Property(str, notify=changed)
    def title(self) -> str:
        if self.editor_model.draft is not None:
            return said(self.editor_model.draft.name)
        if refusal := self._refusal():
            return views.file_name(refusal)
        return self._title() if self._open else tr("Workouts")

    @Property(bool, notify=changed)
    def isOpen(self) -> bool:
        """One is looked at."""
        return self._open != "" and self.editor_model.draft is None

    @Property(bool, notify=changed)
    def isEditing(self) -> bool:
        return self.editor_model.draft is not None

    @Property(bool, notify=changed)
    def isOwn(self) -> bool:
        return self._is_own()

    @Property(bool, notify=changed)
    def canWrite(self) -> bool:
        return self._can_write()

    @Property(str, notify=changed)
    def fixed(self) -> str:
        return self._fixed()

    @Property(str, notify=changed)
    def refusal(self) -> str:
        return self._refusal()

    @Property(str, notify=changed)
    def about(self) -> str:
        """Length and machine, and whose it is."""
        plan = views.plan_of(self._app.plans, self._open)
        if plan is None:
            return ""
        whose = tr("our own") if self._is_own() else tr("comes with the kiosk")
        return f"{length_and_machine(plan)} · {whose}"

    @Property(bool, notify=changed)
    def deleting(self) -> bool:
        return self._deleting.is_under_way

    @Property(str, notify=changed)
    def trouble(self) -> str:
        return said(self._deleting.trouble)

    @Property(str, notify=changed)
    def note(self) -> str:
        """What has just been done."""
        return said(self._note)

    @Property(Paged, notify=never)
    def workouts(self) -> Paged:
        return self.list_pages

    @Property(Paged, notify=never)
    def steps(self) -> Paged:
        return self.step_pages

    @Property(TimelineModel, notify=never)
    def timeline(self) -> TimelineModel:
        return self.timeline_model

    @Property(ProtocolEditorModel, notify=never)
    def editor(self) -> ProtocolEditorModel:
        return self.editor_model
