"""The page of what a stick brings, in its states, for the pictures."""

from collections.abc import Callable, Collection
from functools import partial

from kiosk.import_port import ImportItem, ImportSeen, ImportTaken
from kiosk.words import text
from screens.board import Board
from screens.people_scenes import signed_in
from screens.stage import Stage
from screens.walk import SETTLE_S, Page

Pose = Callable[[Board], None]


class NoStick:
    """Notes what is asked, and never answers."""

    def __init__(self) -> None:
        self.looks: list[int] = []
        self.taken: list[tuple[frozenset[int], int | None]] = []
        self.ask = 0

    def look(self, ask: int) -> None:
        self.ask = ask
        self.looks.append(ask)

    def take_over(self, ask: int, keys: Collection[int], coach_id: int | None) -> None:
        self.ask = ask
        self.taken.append((frozenset(keys), coach_id))


_STRAP = text(
    "Strap {strap} belongs to {owner}: check the number, or share it with them at the kiosk.",
    strap=41234,
    owner="Alexandra-Sophie",
)
_NO_WORKOUT = text(
    'There is no workout "{workout}"; {hint} Free words go into the note.',
    workout="shrt-hills",
    hint=text('did you mean "{name}"?', name="short-hills"),
)
_HIGHER = text("{what} {old} → {new}", what=text("maximum heart rate"), old=185, new=188)
ITEMS = (
    ImportItem(7, "person", "refused", "Ben Großmann", _STRAP, "roster.csv", 5),
    ImportItem(8, "week", "refused", "Chloe", _NO_WORKOUT, "plan.csv", 12),
    ImportItem(0, "workout", "new", "Six by three", text("new workout"), "six-by-three.fit"),
    ImportItem(1, "person", "changed", "Anna", _HIGHER, "roster.csv", 2),
    ImportItem(2, "person", "new", "Łukasz Nowak", text("only the name"), "roster.csv", 9),
    ImportItem(3, "week", "new", "Anna", text("days planned: {count}", count=5), "plan.csv", 2),
    ImportItem(4, "week", "changed", "Ben", text("days changed: {count}", count=2), "plan.csv", 7),
    ImportItem(5, "person", "unchanged", "David", "", "roster.csv", 3),
    ImportItem(6, "person", "unchanged", "Elif", "", "roster.csv", 4),
)
NOTE = text(
    "{file}: columns that are not known are passed over: {names}.", file="roster.csv", names="Shoe"
)
SEEN = ImportSeen(0.0, 1, "CLUB", ITEMS, (NOTE,))
ONLY_SAME = ImportSeen(0.0, 1, "CLUB", ITEMS[-2:])
NO_STICK = ImportSeen(0.0, 1, trouble=text("No stick is in: plug the one with your files in."))


def _page(seen: ImportSeen | None, taken: ImportTaken | None, stage: Stage) -> Pose:
    stage.roster(3)
    stage.app.coach_desk.imports = NoStick()

    def pose(board: Board) -> None:
        signed_in(stage)
        board.walk_model.go(Page.IMPORTS)
        stage.run(2 * SETTLE_S)
        board.refresh()
        stage.app.coach_desk.seen = seen
        board.refresh()
        stage.app.coach_desk.taken = taken
        stage.run(2 * SETTLE_S)
        board.refresh()

    return pose


IMPORT_SCENES: list[tuple[str, str, Callable[[Stage], Pose]]] = [
    ("imports", "seen", partial(_page, SEEN, None)),
    ("imports", "same", partial(_page, ONLY_SAME, None)),
    ("imports", "no-stick", partial(_page, NO_STICK, None)),
    ("imports", "empty", partial(_page, ImportSeen(0.0, 1), None)),
    ("imports", "loading", partial(_page, None, None)),
    ("imports", "done", partial(_page, SEEN, ImportTaken(0.0, 2, 5))),
    ("imports", "in-part", partial(_page, SEEN, ImportTaken(0.0, 2, 3, ITEMS[:2]))),
]
"""Page, state, and what has happened until then."""
