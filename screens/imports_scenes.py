"""The page of what a stick brings, in its states, for the pictures."""

from collections.abc import Callable, Collection, Mapping
from datetime import date
from functools import partial

from kiosk.import_port import NONE_PICKED, ImportChoice, ImportItem, ImportSeen, ImportTaken
from kiosk.training.race import day_words
from kiosk.words import Number, Quantity, joined, named, text
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
        self.picks: Mapping[int, int] = {}
        self.ask = 0

    def look(self, ask: int) -> None:
        self.ask = ask
        self.looks.append(ask)

    def take_over(
        self,
        ask: int,
        keys: Collection[int],
        coach_id: int | None,
        picks: Mapping[int, int] = NONE_PICKED,
    ) -> None:
        self.ask, self.picks = ask, picks
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
_GIVEN = text("{workout} of {day}", workout=named("Quad crusher"), day=day_words(date(2026, 1, 2)))
_DONE = text("done on {day}", day=day_words(date(2026, 1, 5)))
_DOWN = text("{height} down", height=Quantity(151.0, "m"))
_SHARE = text("{share} % of the downhill", share=Number(98.0))
_BEFORE = text(
    "This activity has been taken before, as {workout} on {day}: nothing is counted twice.",
    workout=named("Quad crusher"),
    day=day_words(date(2026, 1, 5)),
)
_NONE_GIVEN = text(
    "{name} has no hill homework that was given in the {days} days before {day}: give it first, or "
    "take the file off the stick.",
    name="Łukasz Nowak",
    days=14,
    day=day_words(date(2026, 1, 5)),
)
HOMEWORK = (
    ImportItem(
        0,
        "homework",
        "refused",
        "Lukasz/run.fit",
        _NONE_GIVEN,
        "Switchback/Athletes/Lukasz/run.fit",
    ),
    ImportItem(
        1,
        "homework",
        "new",
        "Anna",
        joined(" · ", [_GIVEN, _DONE, _DOWN, _SHARE]),
        "Switchback/Athletes/Anna/activity_19238.fit",
    ),
    ImportItem(
        2,
        "homework",
        "ask",
        "morning-run.tcx",
        joined(" · ", [_DONE, _DOWN, text("whose is it?")]),
        "morning-run.tcx",
        choices=tuple(
            ImportChoice(name, joined(" · ", [_GIVEN, _SHARE]))
            for name in ("Ben Großmann", "Chloe", "David", "Elif", "Fatima", "Alexandra-Sophie")
        ),
    ),
    ImportItem(3, "homework", "new", "David", _GIVEN, "Athletes/David/1.fit", rivals=1),
    ImportItem(
        4, "homework", "new", "David", _GIVEN, "Athletes/David/2.fit", rivals=1, is_wanted=False
    ),
    ImportItem(5, "homework", "unchanged", "Elif/run.fit", _BEFORE, "Athletes/Elif/run.fit"),
)
_LONG_NAME = "Wilhelmina-Alexandra von Hohenstaufen-Ł"
_LONG_FILE = "Switchback/import/roster of the autumn, changed by Wilhelmi….csv"
_MODEL = text(
    'The zone model follows from what is known: it is "{model}" then. For "reserve" give maximum '
    'and resting heart rate, for "threshold" a threshold, for "custom" zone edges.',
    model="percent-of-maximum",
)
_NUMBER = text(
    "Number {number} is {other} here, not {name}: correct the number, or write the name as it was "
    'and another one into a column "new name".',
    number=1234567,
    other=_LONG_NAME,
    name=_LONG_NAME[::-1],
)
_QUOTES = text(
    "Line {line}: a cell does not end, or a quotation mark stands where none may be: correct it, "
    "or save the file with a spreadsheet.",
    line=1234,
)
_WESTERN = text(
    "{file} is no UTF-8 and was read as western European: if letters of a name are wrong, save "
    'it as "CSV UTF-8".',
    file=_LONG_FILE,
)
_PASSED = text("Rows of days that are over are passed over: {count}.", count=1234)
LONG = ImportSeen(
    0.0,
    1,
    "CLUB",
    (
        ImportItem(0, "person", "refused", _LONG_NAME, _MODEL, _LONG_FILE, 1234),
        ImportItem(1, "person", "refused", _LONG_NAME, _NUMBER, _LONG_FILE, 1235),
        ImportItem(2, "file", "refused", _LONG_FILE, _QUOTES, _LONG_FILE),
        ImportItem(3, "week", "changed", _LONG_NAME, ITEMS[6].detail, _LONG_FILE, 7),
    ),
    (_WESTERN, _PASSED),
)
"""The longest of everything."""
SEEN = ImportSeen(0.0, 1, "CLUB", ITEMS, (NOTE,))
BROUGHT = ImportSeen(0.0, 1, "CLUB", HOMEWORK)
ONLY_SAME = ImportSeen(0.0, 1, "CLUB", ITEMS[-2:])
NO_STICK = ImportSeen(0.0, 1, trouble=text("No stick is in: plug the one with your files in."))


def _page(
    seen: ImportSeen | None, taken: ImportTaken | None, stage: Stage, *, asks: int | None = None
) -> Pose:
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
        if asks is not None:
            board.imports_model.tick(asks)
            board.refresh()

    return pose


IMPORT_SCENES: list[tuple[str, str, Callable[[Stage], Pose]]] = [
    ("imports", "seen", partial(_page, SEEN, None)),
    ("imports", "same", partial(_page, ONLY_SAME, None)),
    ("imports", "no-stick", partial(_page, NO_STICK, None)),
    ("imports", "empty", partial(_page, ImportSeen(0.0, 1), None)),
    ("imports", "loading", partial(_page, None, None)),
    ("imports", "done", partial(_page, SEEN, ImportTaken(0.0, 2, 5))),
    ("imports", "long", partial(_page, LONG, None)),
    ("imports", "homework", partial(_page, BROUGHT, None)),
    ("imports", "whose", partial(_page, BROUGHT, None, asks=2)),
    ("imports", "in-part", partial(_page, SEEN, ImportTaken(0.0, 2, 3, ITEMS[:2]))),
]
"""Page, state, and what has happened until then."""
