"""The states of buttons, keys, questions, notices and lines, as the real models make them."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from screens.board import Board
from screens.devices_view import DeviceLine
from screens.history_view import HistoryRow
from screens.keyboard_model import KeyboardModel
from screens.question import Question, QuestionModel
from screens.roster_pages import PersonRow
from screens.stage import Stage
from screens.stations import StationRow
from screens.tongue import tr

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


@dataclass(frozen=True, slots=True)
class Cell:
    """One state of one component."""

    label: str
    component: str
    """Its QML file."""
    properties: Mapping[str, object] = field(default_factory=dict[str, object])
    width: int = 150
    height: int = 0
    """0: as high as it wants to be."""
    on: str = "background"
    """The colour that it stands on."""
    enabled: bool = True
    pressed: str = ""
    """What a finger lies on: the name of an item, or "." for the component itself."""


Family = Callable[[QObject], list[Cell]]
"""The cells of one sheet; the models that they show belong to the object."""


def row_of(row: "DataclassInstance", **more: object) -> dict[str, object]:
    return {"index": 0, **asdict(row), **more}


# -- buttons ---------------------------------------------------------------------------------------

_KINDS: dict[str, dict[str, object]] = {
    "plain": {"label": "Pause"},
    "primary": {"label": "Start", "primary": True},
    "alarming": {"label": "STOP", "alarming": True},
    "detail": {"label": "Step-up 80", "detail": "80 min"},
    "both": {"label": "Start", "detail": "all four", "primary": True},
    "words": {"label": "Start together with all who are ready"},
}


def buttons(_models: QObject) -> list[Cell]:
    cells: list[Cell] = []
    for kind, says in _KINDS.items():
        cells += [
            Cell(kind, "BigButton", says, height=76),
            Cell(f"{kind}, pressed", "BigButton", says, height=76, pressed="."),
            Cell(f"{kind}, disabled", "BigButton", says, height=76, enabled=False),
        ]
    for chosen in (False, True):
        how = "chosen" if chosen else "not chosen"
        answer = {"index": 0, "key": "bpm", "title": "Heart rate", "chosen": chosen}
        letters = {"index": 0, "title": "A–F", "chosen": chosen}
        station = row_of(StationRow(0, "Treadmill 1", "Ben is on it", chosen=chosen), picks=True)
        cells += [
            Cell(f"choice, {how}", "ChoiceButton", answer, height=76),
            Cell(f"letters, {how}", "LetterButton", letters, height=76),
            Cell(f"station, {how}", "StationButton", station, height=76),
        ]
    cells += [
        Cell(
            f"pager, {label}",
            "PageTurner",
            {"hasBefore": before, "hasMore": more, "name": "turner"},
            width=230,
            height=76,
            pressed=pressed,
        )
        for label, before, more, pressed in (
            ("first page", False, True, ""),
            ("in the middle, pressed", True, True, "turner-after"),
            ("last page", True, False, ""),
        )
    ]
    return cells


# -- keyboard, questions, notices ------------------------------------------------------------------


def keyboards(models: QObject) -> list[Cell]:
    def typing(*codes: str, digits: bool = False, lead: bool = False) -> KeyboardModel:
        model = KeyboardModel(lambda: True, models)
        model.begin("", 20, digits=digits)
        for code in codes:
            model.press(code)
        model.lead(on=lead)
        return model

    held = typing()
    held.press("a")
    held.hold("a")
    wide = (
        ("empty", typing(), True, ""),
        ("typed, a key pressed", typing("a", lead=True), True, "key-g"),
        ("accents held", held, True, ""),
        ("signs", typing("signs"), True, ""),
        ("disabled", typing(), False, ""),
    )
    return [
        *(
            Cell(label, "Keyboard", {"view": model}, 900, 300, enabled=on, pressed=pressed)
            for label, model, on, pressed in wide
        ),
        Cell("number pad", "Keyboard", {"view": typing(digits=True)}, 440, 300),
        Cell("narrow", "Keyboard", {"view": typing("a")}, 720, 300),
    ]


def dialogs(models: QObject) -> list[Cell]:
    def asking(**changes: Any) -> dict[str, object]:
        question = Question(
            "end",
            "End the session?",
            "What has been recorded is kept; nobody can go on with it.",
            "Yes, end",
            "No",
            lambda: None,
        )
        model = QuestionModel(lambda: 0.0, models)
        model.ask(replace(question, **changes))
        return {"model": model}

    long = "It was cut after 32 minutes. Two have left since then; whoever is here goes on. " * 2
    return [
        Cell("a question", "QuestionCard", asking(), 440, 360),
        Cell("pressed", "QuestionCard", asking(), 440, 360, pressed="yes"),
        Cell("cannot be undone", "QuestionCard", asking(alarming=True), 440, 360),
        Cell("pressed", "QuestionCard", asking(alarming=True), 440, 360, pressed="yes"),
        Cell("many words", "QuestionCard", asking(body=long), 440, 400),
        Cell("no question", "QuestionCard", {"model": QuestionModel(lambda: 0.0, models)}, 440, 40),
    ]


def toasts(models: QObject) -> list[Cell]:
    stage = Stage()
    stage.roster(2)
    stage.tap_in(1, 2)
    stage.app.start_class(stage.plan("step-up-80"))
    stage.run(5)
    stage.app.stop_all()
    stage.run(2)
    one = "Treadmill 1 does not answer: check its cable."
    long = "The disk is nearly full: 120 MB are left. Take the oldest sessions away on the page "
    return [
        Cell("one notice", "NoticeBar", {"notices": [one]}, 440),
        Cell("two", "NoticeBar", {"notices": [one, long + "Exports."]}, 540),
        Cell("stopped", "StopCover", {"stop": board_of(stage, models).stop_model}, 1000, 560),
    ]


def board_of(stage: Stage, models: QObject) -> Board:
    board = Board(stage.app, models)
    board.refresh()
    return board


# -- lists, tokens ---------------------------------------------------------------------------------


def lists(_models: QObject) -> list[Cell]:
    people = {
        "in": PersonRow(1, "Anna", tr("tapped in"), here=True),
        "not in": PersonRow(2, "Ben"),
        "heard": PersonRow(3, "Chloe", tr("strap heard"), heard=True),
        "battery low": PersonRow(4, "David", tr("battery low"), heard=True, battery=True),
        "long name": PersonRow(5, "Maximiliane-Theresa von Hohenstein"),
    }
    history = {
        "all of it": HistoryRow(1, "12 Jan", "Step-up 80", "80 min", "480 m", "86 %", 0.86, True),
        "cut short": HistoryRow(2, "9 Jan", "Hill repeats", "24 min", "", "", 0.0),
    }
    devices = {
        verdict: DeviceLine("Treadmill 1: incline sensor", verdict, word, message, value="8.0 %")
        for verdict, word, message in (
            ("ok", "well", "WitMotion, 115200 baud"),
            ("note", "look", "Not calibrated: hold it level and calibrate."),
            ("problem", "missing", "Not connected: check its cable."),
        )
    }
    cells = [Cell(f"person {k}", "PersonTile", row_of(r), 240, 90) for k, r in people.items()]
    cells.append(replace(cells[1], label="person pressed", pressed="."))
    for label, row in history.items():
        cells.append(Cell(f"history {label}", "HistoryLine", row_of(row), 900, 76))
    cells.append(replace(cells[-2], label="history pressed", pressed="."))
    for label, row in devices.items():
        says = row_of(row)
        del says["index"]
        cells.append(Cell(f"device {label}", "DeviceRow", says, 900, 76))
    return cells


# fmt: off
_COLOURS = (
    "background", "surface", "raised", "outline", "zoneless", "text", "soft", "ink", "accent",
    "accentInk", "good", "danger", "alarm", "stop", "notice", "noticeText", "scrim",
)
_LETTERS = ("small", "body", "title", "headline", "plenty", "display")
_LENGTHS = ("hairline", "gap", "radius", "margin", "room", "air", "touch")
# fmt: on


def tokens(_models: QObject) -> list[Cell]:
    kinds = {
        "Colours": [{"name": name, "kind": "colour"} for name in _COLOURS],
        "Zones": [{"name": level, "kind": "zone"} for level in range(6)],
        "Letters": [{"name": name, "kind": "letters"} for name in _LETTERS],
        "Room": [{"name": name, "kind": "length"} for name in _LENGTHS],
    }
    return [
        Cell(label, "TokenSheet", {"tokens": listed}, 1000, 74 * -(-len(listed) // 4))
        for label, listed in kinds.items()
    ]
