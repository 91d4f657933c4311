"""The workout being changed as it is now, and as it was before each touch: without a pixel."""

from dataclasses import dataclass, replace
from typing import Final

from kiosk.training.plan import Plan
from screens import protocols_draft as drafts
from screens.protocols_draft import CannotBe, Change, Draft, Path
from screens.protocols_view import alike
from screens.tongue import tr

UNDONE_AT_MOST: Final = 100


@dataclass(frozen=True, slots=True)
class State:
    """Everything that undo brings back. The draft can always be run: what cannot never gets in."""

    draft: Draft
    plan: Plan
    path: Path = ()
    """What is chosen."""


class Edited:
    """A touch makes a new draft; one that cannot be is said, and the old stays."""

    def __init__(self) -> None:
        self.state: State | None = None
        self.trouble = ""
        """Why the last touch changed nothing, or why it could not be saved."""
        self._begun: Draft | None = None
        self._past: tuple[State, ...] = ()
        self._taken: frozenset[str] = frozenset()

    @property
    def path(self) -> Path:
        return () if self.state is None else self.state.path

    @property
    def is_changed(self) -> bool:
        """It is not what is kept: a copy, too, that nobody has touched yet."""
        return self.state is not None and self.state.draft != self._begun

    @property
    def is_undoable(self) -> bool:
        return bool(self._past)

    def begin(self, draft: Draft, taken: frozenset[str], *, is_kept: bool) -> None:
        """Opens a workout; `taken` are the names of others. What is not kept yet is a change."""
        self.state = State(draft, drafts.made(draft))
        self._begun = draft if is_kept else None
        self._past, self._taken, self.trouble = (), taken, ""

    def close(self) -> None:
        self.state, self._begun, self._past, self.trouble = None, None, (), ""

    def select(self, path: Path) -> None:
        if self.state is not None:
            self.state, self.trouble = replace(self.state, path=path), ""

    def change(self, change: Change) -> bool:
        """Whether something is different now; `trouble` says why it could not be."""
        state, self.trouble = self.state, ""
        if state is None:
            return False
        try:
            draft, path = change(state.draft, state.path)
            if draft == state.draft:
                return False
            self.state = State(draft, drafts.made(draft), path)
        except CannotBe as error:
            self.trouble = str(error)
            return False
        self._past = (*self._past, state)[-UNDONE_AT_MOST:]
        return True

    def undo(self) -> None:
        """As it was before the last touch that changed something."""
        *before, self.state = self._past
        self._past, self.trouble = tuple(before), ""

    # -- the chosen line ---------------------------------------------------------------------------

    def name(self) -> str:
        """Of what is chosen."""
        if self.state is None:
            return ""
        if not self.path:
            return self.state.draft.name
        return str(drafts.node_at(self.state.draft, self.path).keys.get("name", ""))

    def is_repeat(self) -> bool:
        if self.state is None or not self.path:
            return False
        return drafts.node_at(self.state.draft, self.path).is_repeat

    def name_trouble(self, typed: str) -> str:
        """Why what has been typed is no name; empty when it is one."""
        name = " ".join(typed.split())
        if not name:
            return tr("A name is needed.")
        if self.state is not None and not self.path and alike(name) in self._taken:
            return tr("Another workout is called so: choose another name.")
        return ""
