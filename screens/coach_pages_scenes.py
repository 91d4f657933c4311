"""Signing in, the coach's menu, the coaches, the settings and the glass, for the pictures."""

from collections.abc import Callable

from kiosk.coaches import Coach
from kiosk.desk_port import SignInAnswer
from kiosk.events import DeviceStatus
from kiosk.health import title_of
from kiosk.night import night_of
from kiosk.words import text
from screens.board import Board
from screens.glass import AT_NIGHT_S
from screens.stage import Stage
from screens.walk import SETTLE_S, Page

Pose = Callable[[Board], None]
WRONG_PIN = text("That is not the PIN. {left} more tries.", left=3)


def _go(stage: Stage, page: Page) -> Pose:
    def pose(board: Board) -> None:
        board.walk_model.go(page)
        _settle(stage, board)

    return pose


def _settle(stage: Stage, board: Board) -> None:
    stage.run(2 * SETTLE_S)
    board.refresh()


def _coaches(stage: Stage, *names: str, signed_in: bool = True) -> None:
    for name in names:
        stage.coach(name)
    if not signed_in:
        stage.app.sign_out()


def no_coach_yet(stage: Stage) -> Pose:
    return _go(stage, Page.COACH)


def _naming(stage: Stage) -> Pose:
    def pose(board: Board) -> None:
        no_coach_yet(stage)(board)
        board.sign_in_model.makeFirst()
        _settle(stage, board)
        for letter in "MARIA":
            board.sign_in_model.form_model.keyboard_model.press(letter.lower())
        _settle(stage, board)

    return pose


def _first_pin(stage: Stage) -> Pose:
    def pose(board: Board) -> None:
        _naming(stage)(board)
        board.sign_in_model.form_model.forward()
        _settle(stage, board)
        for digit in "73":
            board.sign_in_model.form_model.pad_model.press(digit)

    return pose


def _who(stage: Stage) -> Pose:
    _coaches(stage, "Maria", "Jürgen", "Alexandra-Sophie", signed_in=False)
    return _go(stage, Page.COACH)


def _wrong(stage: Stage) -> Pose:
    _coaches(stage, "Maria", signed_in=False)

    def pose(board: Board) -> None:
        _go(stage, Page.COACH)(board)
        now = stage.clock.monotonic()
        stage.app.sign_in_answer = SignInAnswer(now, 1, 1, WRONG_PIN)
        board.sign_in_model.pad_model.press("4")
        board.refresh()

    return pose


def _locked(stage: Stage) -> Pose:
    stage.coaches.append(Coach(1, "Maria", stage.clock.monotonic() + 275))
    stage.reload()
    return _go(stage, Page.COACH)


def _stopped(stage: Stage) -> Pose:
    stage.roster(4)
    stage.tap_in(1, 2, 3)
    stage.app.start_class(stage.plan("step-up-80"))
    stage.run(400)
    _coaches(stage, "Maria", signed_in=False)
    stage.app.stop_all()
    stage.run(3)

    def pose(board: Board) -> None:
        board.refresh()
        _settle(stage, board)
        stage.run(2)
        board.stop_model.goOn()
        _settle(stage, board)

    return pose


def _menu(stage: Stage) -> Pose:
    _coaches(stage, "Maria")
    return _go(stage, Page.COACH)


def _menu_with_problems(stage: Stage) -> Pose:
    """The coach need not go and look: the menu says that something is wrong with the devices."""
    _coaches(stage, "Maria")
    stage.app.device_titles = {device: title_of(device) for device in ("ant", "panel")}
    now = stage.clock.monotonic()
    stage.mailbox.post(
        DeviceStatus(now, "ant", "lost", text("No ANT stick found: plug one into a USB port"))
    )
    stage.run(2)
    return _go(stage, Page.COACH)


MANY = (
    "Maria", "Jürgen", "Alexandra-Sophie", "Ali", "Bea", "Carlos", "Dörte", "Emre", "Franziska",
    "Giulia", "Hannes", "Ivana", "Jo", "Karl-Heinz", "Lena", "Mehmet", "Nina", "Oskar",
)  # fmt: skip


def _who_of_many(stage: Stage) -> Pose:
    _coaches(stage, *MANY, signed_in=False)
    return _go(stage, Page.COACH)


def _many(stage: Stage) -> Pose:
    _coaches(stage, *MANY)
    return _go(stage, Page.COACHES)


def _only_one(stage: Stage) -> Pose:
    """Nobody can be removed."""
    _coaches(stage, "Maria")

    def pose(board: Board) -> None:
        _go(stage, Page.COACHES)(board)
        board.coaches_model.choose(1)

    return pose


def _adding(stage: Stage) -> Pose:
    _coaches(stage, "Maria")

    def pose(board: Board) -> None:
        _go(stage, Page.COACHES)(board)
        board.coaches_model.add()
        _settle(stage, board)

    return pose


def _changed(stage: Stage) -> Pose:
    """Every choice is another one than at first."""
    _coaches(stage, "Maria")
    for key, value in (
        ("units", "imperial"),
        ("sounds", False),
        ("reduced_motion", True),
        ("left_handed", True),
        ("wall", "off"),
        ("dim", "off"),
    ):
        stage.app.choose(key, value)
    return _go(stage, Page.SETTINGS)


def _list(stage: Stage) -> Pose:
    _coaches(stage, "Maria", "Jürgen", "Alexandra-Sophie")

    def pose(board: Board) -> None:
        _go(stage, Page.COACHES)(board)
        board.coaches_model.choose(2)

    return pose


def _settings(stage: Stage) -> Pose:
    _coaches(stage, "Maria")
    return _go(stage, Page.SETTINGS)


def _wiping(stage: Stage) -> Pose:
    stage.roster(4)
    stage.tap_in(1, 2, 3)
    stage.app.start_class(stage.plan("step-up-80"))
    stage.run(400)

    def pose(board: Board) -> None:
        board.glass_model.wipe()
        stage.run(7)
        board.refresh()

    return pose


def _asleep(stage: Stage) -> Pose:
    """Nobody has been here for minutes, at night, and a device has failed."""
    stage.roster(4)
    stage.app.night = night_of("00:00-23:59")

    def pose(board: Board) -> None:
        trouble = text(
            "The disk is full: training goes on and is kept in memory. Have somebody make "
            "room on the disk before the kiosk is turned off."
        )
        stage.mailbox.post(DeviceStatus(stage.clock.monotonic(), "disk", "failed", trouble))
        stage.run(AT_NIGHT_S + 10)
        board.refresh()

    return pose


COACH_PAGE_SCENES: list[tuple[str, str, Callable[[Stage], Pose]]] = [
    ("sign-in", "first", no_coach_yet),
    ("sign-in", "name", _naming),
    ("sign-in", "new-pin", _first_pin),
    ("sign-in", "who", _who),
    ("sign-in", "wrong", _wrong),
    ("sign-in", "locked", _locked),
    ("sign-in", "stopped", _stopped),
    ("sign-in", "who-many", _who_of_many),
    ("coach", "menu", _menu),
    ("coach", "problems", _menu_with_problems),
    ("coaches", "chosen", _list),
    ("coaches", "only-one", _only_one),
    ("coaches", "many", _many),
    ("coaches", "adding", _adding),
    ("settings", "all", _settings),
    ("settings", "changed", _changed),
    ("glass", "wiping", _wiping),
    ("glass", "asleep", _asleep),
]
