"""The first start, a recovery code, a forgotten PIN and the machine's health, for the pictures."""

from collections.abc import Callable
from dataclasses import replace

from kiosk.coaches import Coach
from kiosk.desk_port import CodeAnswer
from kiosk.health_port import HealthRead, UpdateOffer
from kiosk.machine_health import MachineLook, machine_rows
from kiosk.pi_health import RealTimeClock, Space, Throttling, Wear
from kiosk.stick import Stick
from screens.board import Board
from screens.stage import Stage
from screens.walk import SETTLE_S, Page

Pose = Callable[[Board], None]
CODE = "7K3M-QX2V-9D0P-HZ4T"


def _settle(stage: Stage, board: Board) -> None:
    stage.run(2 * SETTLE_S)
    board.refresh()


def _onward(stage: Stage, times: int) -> Pose:
    """A first start, so many parts further."""
    stage.app.asks_set_up = True
    stage.reload()

    def pose(board: Board) -> None:
        _settle(stage, board)
        for _ in range(times):
            board.first_run_model.forward()
            _settle(stage, board)

    return pose


def _language(stage: Stage) -> Pose:
    return _onward(stage, 0)


def _club(stage: Stage) -> Pose:
    onward = _onward(stage, 1)

    def pose(board: Board) -> None:
        onward(board)
        for letter in "hill":
            board.first_run_model.keyboard_model.press(letter)

    return pose


def _clock(stage: Stage) -> Pose:
    return _onward(stage, 2)


def _pin(stage: Stage) -> Pose:
    return _onward(stage, 3)


def _from_coaches(stage: Stage, code: str = CODE, refusal: str = "") -> Pose:
    stage.coaches.append(Coach(1, "Administrator", is_admin=True))
    stage.reload()
    stage.app.coach = stage.coaches[0]
    stage.app.coach_touched()

    def pose(board: Board) -> None:
        board.walk_model.go(Page.COACHES)
        _settle(stage, board)
        board.walk_model.go(Page.FIRST_RUN)
        _settle(stage, board)
        stage.app.code_answer = CodeAnswer(stage.clock.monotonic(), 1, code, refusal)
        _settle(stage, board)

    return pose


def _code(stage: Stage) -> Pose:
    return _from_coaches(stage)


def _forgotten(stage: Stage) -> Pose:
    stage.coaches.append(Coach(1, "Administrator", is_admin=True))
    stage.reload()

    def pose(board: Board) -> None:
        board.walk_model.go(Page.COACH)
        _settle(stage, board)
        board.sign_in_model.forgot()
        _settle(stage, board)

    return pose


ILL = MachineLook(
    model="Raspberry Pi 5 Model B Rev 1.0",
    system="Debian GNU/Linux 13 (trixie)",
    kernel="6.12.47+rpt-rpi-2712",
    version="1.4.0",
    qt="6.11.3",
    temperature_c=83.4,
    throttling=Throttling(
        undervoltage=True,
        capped=True,
        hot=False,
        undervoltage_before=True,
        capped_before=True,
        hot_before=False,
    ),
    space=Space(32_000_000_000, 5_100_000_000),
    wear=Wear("mmcblk0", "SD card", None),
    clock=RealTimeClock("rpi-rtc", 1_767_290_880),
    utc_s=1_767_290_880.0,
    uptime_s=86_400.0 * 12,
    backup_utc_s=1_767_290_880.0 - 86_400 * 5,
)
WELL = replace(
    ILL,
    temperature_c=54.0,
    throttling=Throttling(
        undervoltage=False,
        capped=False,
        hot=False,
        undervoltage_before=False,
        capped_before=False,
        hot_before=False,
    ),
    space=Space(64_000_000_000, 51_000_000_000),
    is_synchronised=True,
    time_service="systemd-timesyncd",
    backup_utc_s=1_767_290_880.0 - 7200,
)


def _health(
    look: MachineLook, *, stick: bool, update: UpdateOffer | None = None
) -> Callable[[Stage], Pose]:
    def play(stage: Stage) -> Pose:
        stage.coach()

        def pose(board: Board) -> None:
            now = stage.clock.monotonic()
            desk = stage.app.coach_desk
            desk.machine_read = HealthRead(now, tuple(machine_rows(look)), update)
            if stick:
                desk.stick = Stick(now, "ready", "CLUB", "/nowhere", 8_000_000_000)
            board.walk_model.go(Page.HEALTH)
            _settle(stage, board)

        return pose

    return play


FIRST_RUN_SCENES: list[tuple[str, str, Callable[[Stage], Pose]]] = [
    ("first-run", "language", _language),
    ("first-run", "club", _club),
    ("first-run", "clock", _clock),
    ("first-run", "pin", _pin),
    ("first-run", "code", _code),
    ("first-run", "forgotten", _forgotten),
    ("health", "ill", _health(ILL, stick=False)),
    ("health", "well", _health(WELL, stick=True)),
    ("health", "update", _health(WELL, stick=True, update=UpdateOffer("1.5.0", "a.release"))),
]
