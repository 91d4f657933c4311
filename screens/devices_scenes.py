"""Devices that are well, broken and being calibrated, for the pictures."""

from collections.abc import Callable

from kiosk.events import DeviceFacts, DeviceState, DeviceStatus, Grade, StrapInfo, Tilt
from kiosk.health import title_of
from kiosk.words import text
from screens.board import Board
from screens.stage import FIRST_STRAP, STATION, Stage
from screens.walk import Page

Pose = Callable[[Board], None]

PORT = "/dev/serial/by-id/usb-1a86_USB2.0-Serial-if00-port0"
TITLES = {
    device: title_of(device)
    for device in ("ant", f"incline:{STATION}", "panel", "reader:kiosk", "history")
}
USB = "USB (bus 1, device 5)"
NO_LGPIO = text(
    "The panel's pins cannot be used because lgpio is missing: run `sudo apt install "
    "python3-lgpio && make setup` in the kiosk's folder"
)
FLAT_DEG, RAISED_DEG = -1.3, 2.1


def _say(stage: Stage, device: str, how: DeviceState, message: str) -> None:
    stage.mailbox.post(DeviceStatus(stage.clock.monotonic(), device, how, message))


def _plug_in(stage: Stage) -> None:
    """Everything that a kiosk with one treadmill has, all of it well."""
    stage.app.device_titles = TITLES
    at = stage.clock.monotonic()
    _say(
        stage,
        "ant",
        "live",
        text("ANT stick on {port}, serial number {serial}", port=USB, serial=123456),
    )
    signal = text(
        "{strength}{damaged:,} damaged stretches in {messages:,} messages",
        strength=text("{strongest_dbm} dBm at best, ", strongest_dbm=-58),
        damaged=0,
        messages=12_403,
    )
    stage.mailbox.post(DeviceFacts(at, "ant", USB, "AP2USB1.05", signal))
    _say(
        stage,
        f"incline:{STATION}",
        "live",
        text(
            "{kind} on {path} at {baud} baud", kind=text("WitMotion sensor"), path=PORT, baud=115200
        ),
    )
    signal = text(
        "{damaged} {frames} in {count:,}", damaged=3, frames=text("damaged frames"), count=1204
    )
    stage.mailbox.post(DeviceFacts(at, f"incline:{STATION}", PORT, "WT901C", signal))
    _say(stage, "panel", "live", text("Panel on {where}", where="GPIO"))
    _say(
        stage,
        "reader:kiosk",
        "live",
        text("Tag reader on {path}", path="/dev/input/by-id/usb-Sycreader-event-kbd"),
    )
    _tilt(stage, FLAT_DEG)


def _tilt(stage: Stage, pitch_deg: float, board: Board | None = None) -> None:
    """The deck stands like this for three seconds."""
    for _ in range(15):
        stage.clock.advance(0.2)
        now = stage.clock.monotonic()
        stage.mailbox.post(Tilt(now, STATION, pitch_deg, 0.2))
        stage.mailbox.post(Grade(now, STATION, 1.75 * (pitch_deg - FLAT_DEG)))
        stage.app.pump()
        if board is not None:
            board.refresh()


def _wear_straps(stage: Stage) -> None:
    stage.roster(8)
    stage.tap_in(1, 2, 3, 4)
    stage.stranger(48_213, -88)
    stage.run(3)
    now = stage.clock.monotonic()
    for number, (percent, maker) in enumerate([(80, 1), (12, 123), (55, 32), (95, 107)], 1):
        status = "low" if percent < 20 else "good"
        stage.mailbox.post(StrapInfo(now, FIRST_STRAP + number, percent, None, status, maker))


def _all_well(stage: Stage) -> Pose:
    _wear_straps(stage)
    _plug_in(stage)
    stage.run(1)
    _tilt(stage, FLAT_DEG)
    return lambda board: board.walk_model.go(Page.DEVICES)


def _broken(stage: Stage) -> Pose:
    stage.roster(8)
    stage.tap_in(1, 2, 3, 4)
    stage.silent.update(range(FIRST_STRAP, FIRST_STRAP + 9))
    _plug_in(stage)
    _say(
        stage,
        "ant",
        "live",
        text(
            "The ANT stick on {port} answers but hears nothing: put a strap on and wet its "
            "electrodes; if somebody wears one, move the stick away from metal and from USB 3 "
            "devices with an extension cable",
            port=USB,
        ),
    )
    signal = text(
        "{strength}{damaged:,} damaged stretches in {messages:,} messages",
        strength=text("nothing heard for {silent_s} s, ", silent_s=35),
        damaged=0,
        messages=0,
    )
    now = stage.clock.monotonic()
    stage.mailbox.post(DeviceFacts(now, "ant", USB, "AP2USB1.05", signal))
    _say(
        stage,
        f"incline:{STATION}",
        "lost",
        text(
            "{title} was unplugged: plug its cable into {path} again",
            title=TITLES[f"incline:{STATION}"],
            path=PORT,
        ),
    )
    _say(stage, "panel", "failed", NO_LGPIO)
    stage.run(65)
    return lambda board: board.walk_model.go(Page.DEVICES)


def _nothing_plugged_in(stage: Stage) -> Pose:
    """A kiosk that has just been put up."""
    stage.app.device_titles = {"ant": TITLES["ant"]}
    missing = text("No ANT stick found: plug one into a USB port")
    _say(stage, "ant", "lost", missing)
    stage.run(3)
    return lambda board: board.walk_model.go(Page.DEVICES)


def _everything_at_once(stage: Stage) -> Pose:
    """The worst evening: every device has a fault of its own kind."""
    stage.roster(4)
    stage.tap_in(1, 2)
    _plug_in(stage)
    faults: tuple[tuple[str, DeviceState, str], ...] = (
        (
            "ant",
            "lost",
            text("The ANT stick on {transport} was lost: plug it in again", transport=USB),
        ),
        (
            f"incline:{STATION}",
            "failed",
            text("{path} is held by another program: close that program first", path=PORT),
        ),
        ("panel", "failed", NO_LGPIO),
        ("reader:kiosk", "searching", text("Tag reader on {path}", path="/dev/input/event4")),
        (
            "history",
            "failed",
            text(
                "The disk is full: training goes on and is kept in memory. Have somebody make room "
                "on the disk before the kiosk is turned off."
            ),
        ),
    )
    for device, how, message in faults:
        _say(stage, device, how, message)
    stage.run(3)
    return lambda board: board.walk_model.go(Page.DEVICES)


def _home_with_a_problem(stage: Stage) -> Pose:
    _broken(stage)
    return lambda _board: None


def _calibrating(until: str) -> Callable[[Stage], Pose]:
    """As far as the step of this name."""

    def play(stage: Stage) -> Pose:
        _plug_in(stage)
        stage.coach()
        stage.run(1)

        def pose(board: Board) -> None:
            board.walk_model.go(Page.CALIBRATE, station=STATION)
            steps = board.calibrate_model
            for step, pitch_deg, take in (
                ("flat", FLAT_DEG, steps.flat),
                ("raised", RAISED_DEG, steps.raised),
                ("grade", RAISED_DEG, lambda: (steps.adjust(0.1), steps.save())),
                ("done", FLAT_DEG, lambda: None),
            ):
                _tilt(stage, pitch_deg, board)
                if step == until:
                    return
                take()

        return pose

    return play


def _without_the_sensor(stage: Stage) -> Pose:
    pose = _calibrating("raised")(stage)

    def unplugged(board: Board) -> None:
        pose(board)
        stage.run(4)

    return unplugged


DEVICE_SCENES = [
    ("devices", "well", _all_well),
    ("devices", "broken", _broken),
    ("devices", "none", _nothing_plugged_in),
    ("devices", "all-faults", _everything_at_once),
    ("group", "problem", _home_with_a_problem),
    ("calibrate", "flat", _calibrating("flat")),
    ("calibrate", "raised", _calibrating("raised")),
    ("calibrate", "grade", _calibrating("grade")),
    ("calibrate", "done", _calibrating("done")),
    ("calibrate", "lost", _without_the_sensor),
]
