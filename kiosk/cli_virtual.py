"""The commands for virtual devices: `switchback virtual …`."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from kiosk.stopping import stop_on_signals

if TYPE_CHECKING:  # the virtual devices are loaded by their own commands alone
    from kiosk.virtual import AsciiPreset, Common, Motion, SpeedUnit

FILE = click.Path(path_type=Path)
UNPLUG = "AT:FOR"


@click.group()
def virtual() -> None:
    """Devices without hardware, at the wire: what they say comes out at --link.

    Times are seconds after the start. A fault is mute, garbage, bad-checksum, half-a-frame, slow,
    frozen or wrong-baud.
    """


Command = Callable[..., None]


def _common(command: Command) -> Command:
    """The options that every device has; the command gets them as `common`."""

    @wraps(command)
    def run(
        *,
        link: Path,
        log: Path | None,
        flip_frames: float,
        random_bytes: float,
        unplugs: tuple[str, ...],
        faults: tuple[str, ...],
        seed: int,
        **own: Any,
    ) -> None:
        from kiosk import virtual as devices

        common = devices.Common(link, log, flip_frames, random_bytes, unplugs, faults, seed)
        command(common=common, **own)

    for option in (
        click.option("--seed", type=int, default=1),
        click.option("--unplug", "unplugs", multiple=True, metavar=UNPLUG),
        click.option("--fault", "faults", multiple=True, metavar="KIND@AT:FOR"),
        click.option("--random-bytes", type=click.FloatRange(0, 1), default=0.0, metavar="SHARE"),
        click.option("--flip-frames", type=click.FloatRange(0, 1), default=0.0, metavar="SHARE"),
        click.option("--log", type=FILE, help="Write what was sent as CSV."),
        click.option("--link", type=FILE, required=True, help="Where programs find the device."),
    ):
        run = option(run)
    return run


def _moving(command: Command) -> Command:
    """What a machine does, at first and later; the command gets it as `motion`."""

    @wraps(command)
    def run(
        *,
        grade: float,
        speed: float,
        cadence: float | None,
        heart_rate: float | None,
        grade_at: tuple[str, ...],
        speed_at: tuple[str, ...],
        cadence_at: tuple[str, ...],
        **own: Any,
    ) -> None:
        from kiosk import virtual as devices

        motion = devices.Motion(grade, speed, cadence, heart_rate, grade_at, speed_at, cadence_at)
        command(motion=motion, **own)

    for option in (
        click.option("--cadence-at", multiple=True, metavar="AT:SPM"),
        click.option("--speed-at", multiple=True, metavar="AT:KMH"),
        click.option("--grade-at", multiple=True, metavar="AT:PERCENT"),
        click.option("--heart-rate", type=click.FloatRange(0, 255), metavar="BPM"),
        click.option("--cadence", type=click.FloatRange(0, 300), metavar="SPM"),
        click.option("--speed", type=click.FloatRange(0, 50), default=0.0, metavar="KMH"),
        click.option("--grade", type=click.FloatRange(-30, 50), default=0.0, metavar="PERCENT"),
    ):
        run = option(run)
    return run


_baud = click.option("--baud", type=click.IntRange(1200, 921600), help="Run at this rate only.")


@virtual.command("ant")
@_common
@click.option("--straps", "count", type=click.IntRange(1, 500), help="So many, from 10001 on.")
@click.option("--strap", "straps", multiple=True, metavar="NUMBER[=BPM]")
@click.option("--replay", "replays", multiple=True, metavar="NUMBER=FILE.csv[@START]")
@click.option("--battery", "batteries", multiple=True, metavar="NUMBER=PERCENT")
@click.option("--rssi", "signals", multiple=True, metavar="NUMBER=DBM")
@click.option("--foot-pod", "foot_pods", multiple=True, metavar="NUMBER[=KMH,SPM]")
@click.option("--equipment", multiple=True, metavar="NUMBER[=stair]", help="A machine on the air.")
@click.option("--deaf", "is_deaf", is_flag=True, help="Answers everything and hears nobody.")
@_moving
def virtual_ant(common: "Common", motion: "Motion", **air: Any) -> None:
    """An ANT stick with heart-rate straps (12 of them unless told otherwise).

    Machines, and foot pods without values of their own, move as --grade, --speed and --cadence say.
    """
    from kiosk import virtual as devices

    devices.run_ant(common, devices.Air(**air), motion, stop_on_signals())


@virtual.command("incline")
@_common
@click.option("--grade", type=float, default=0.0, show_default=True, metavar="PERCENT")
@click.option("--grade-at", "plan", multiple=True, metavar="AT_S:PERCENT")
@click.option("--rate", type=click.FloatRange(1, 200), default=50.0, show_default=True)
@click.option("--shake", type=float, default=0.0, metavar="DEGREES", help="A runner on the deck.")
@click.option("--cadence", type=click.FloatRange(0, 300), default=156.0, help="The runner's.")
@click.option("--axis", type=click.Choice(["pitch", "roll"]), default="pitch")
@_baud
def virtual_incline(
    common: "Common",
    grade: float,
    plan: tuple[str, ...],
    rate: float,
    shake: float,
    cadence: float,
    axis: Literal["pitch", "roll"],
    baud: int | None,
) -> None:
    """A WitMotion incline sensor."""
    from kiosk import virtual as devices

    devices.run_incline(
        common,
        grade,
        plan,
        stop_on_signals(),
        rate_hz=rate,
        shake_deg=shake,
        cadence_spm=cadence,
        axis=axis,
        baud=baud,
    )


@virtual.command("csafe")
@_common
@_moving
@_baud
@click.option(
    "--unit",
    type=click.Choice(["km/h", "mph", "steps", "floors"]),
    default="km/h",
    help="Of speed; steps and floors make it a stair machine.",
)
def virtual_csafe(common: "Common", motion: "Motion", baud: int | None, unit: "SpeedUnit") -> None:
    """A machine's console that speaks CSAFE."""
    from kiosk import virtual as devices

    devices.run_console(common, "csafe", motion, stop_on_signals(), baud=baud, speed_unit=unit)


@virtual.command("trackmaster")
@_common
@_moving
@_baud
def virtual_trackmaster(common: "Common", motion: "Motion", baud: int | None) -> None:
    """A TrackMaster treadmill's console."""
    from kiosk import virtual as devices

    devices.run_console(common, "trackmaster", motion, stop_on_signals(), baud=baud)


@virtual.command("modbus")
@_common
@_moving
@_baud
def virtual_modbus(common: "Common", motion: "Motion", baud: int | None) -> None:
    """An inclinometer that speaks Modbus RTU, with WitMotion's registers."""
    from kiosk import virtual as devices

    devices.run_console(common, "modbus", motion, stop_on_signals(), baud=baud)


@virtual.command("ascii")
@_common
@_moving
@_baud
@click.option("--preset", type=click.Choice(["csv", "json", "xy"]), default="csv")
def virtual_ascii(
    common: "Common", motion: "Motion", baud: int | None, preset: "AsciiPreset"
) -> None:
    """A sensor or console that writes lines of text."""
    from kiosk import virtual as devices

    devices.run_console(common, "ascii", motion, stop_on_signals(), baud=baud, preset=preset)


@virtual.command("panel")
@_common
@click.option("--pin", "pins", type=int, multiple=True, help="An input that idles high.")
@click.option("--closed", type=int, multiple=True, help="One that idles low: a stop button.")
@click.option("--press", "presses", multiple=True, metavar="PIN@AT[:FOR]")
@click.option("--pulses", multiple=True, metavar="PIN=HZ", help="A turning belt.")
def virtual_panel(
    common: "Common",
    pins: tuple[int, ...],
    closed: tuple[int, ...],
    presses: tuple[str, ...],
    pulses: tuple[str, ...],
) -> None:
    """The Pi's pins with buttons, and a log of the lights: for `pins` under [gpio]."""
    from kiosk import virtual as devices

    devices.run_panel(common, pins, closed, presses, pulses, stop_on_signals())


@virtual.command("reader")
@_common
@click.option("--tag", "tags", multiple=True, metavar="NUMBER@AT")
def virtual_reader(common: "Common", tags: tuple[str, ...]) -> None:
    """An RFID reader that types tags: for `port` under [[readers]]."""
    from kiosk import virtual as devices

    devices.run_reader(common, tags, stop_on_signals())
