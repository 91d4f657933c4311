"""The commands: what the command line may say, handed on to where it is done."""

import logging
import signal
import sys
import threading
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any, Literal

import click

from kiosk import __version__
from kiosk.errors import KioskError
from kiosk.settings import load_settings
from kiosk.training.athlete import Sex

if TYPE_CHECKING:  # the virtual devices are loaded by their own commands alone
    from kiosk.virtual import AsciiPreset, Common, Motion, SpeedUnit

FILE = click.Path(path_type=Path)
UNPLUG = "AT:FOR"
SESSION_ID = click.IntRange(1, 2**63 - 1)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="switchback")
def cli() -> None:
    """Switchback, the hill-training kiosk."""


def main() -> None:
    """Runs a command; an error of ours is one sentence on stderr and its exit status."""
    try:
        status = cli.main(standalone_mode=False)
    except click.ClickException as error:
        click.echo(f"{error.format_message()} Try: switchback --help", err=True)
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    except KioskError as error:
        click.echo(str(error), err=True)
        sys.exit(error.exit_status)
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our output has gone: nobody is left to tell
        sys.exit(0)
    sys.exit(status if isinstance(status, int) else 0)


def stop_on_signals() -> threading.Event:
    """An event that SIGTERM and Ctrl-C set, for commands that run until told."""
    stop = threading.Event()

    def note(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    signal.signal(signal.SIGTERM, note)
    signal.signal(signal.SIGINT, note)
    return stop


# -- the kiosk -----------------------------------------------------------------------------------


@cli.command()
@click.option("--config", type=FILE, help="Configuration file (TOML).")
@click.option("--fullscreen", is_flag=True, help="Take the whole screen.")
@click.option("--headless", is_flag=True, help="No window.")
@click.option("--protocol", metavar="ID-OR-FILE", help="With --headless: start this by itself.")
@click.option("--athlete", "athletes", multiple=True, metavar="NAME[@STATION]")
@click.option("--until-done", is_flag=True, help="End when everybody has finished.")
def run(
    config: Path | None,
    fullscreen: bool,
    headless: bool,
    protocol: str | None,
    athletes: tuple[str, ...],
    until_done: bool,
) -> int:
    """Run the kiosk."""
    if not headless and (protocol or athletes or until_done):
        raise click.UsageError("--protocol, --athlete and --until-done go with --headless.")
    if bool(protocol) != bool(athletes):
        raise click.UsageError("--protocol needs at least one --athlete, and the other way round.")
    if until_done and not protocol:
        raise click.UsageError("--until-done needs --protocol and --athlete.")
    loaded = load_settings(config)  # first, so that a slip in it is said at once

    from kiosk import compose

    if protocol:
        compose.run_class(loaded, protocol, athletes, until_done, stop_on_signals())
        return 0
    if headless:
        compose.run_headless(loaded, stop_on_signals())
        return 0
    return compose.run_window(loaded, fullscreen)


@cli.command()
@click.option("--athletes", type=click.IntRange(1, 32), default=8, show_default=True)
@click.option("--protocol", default="demo", show_default=True, metavar="ID-OR-FILE")
def demo(athletes: int, protocol: str) -> int:
    """The kiosk on virtual straps and a virtual treadmill: nothing to plug in."""
    from kiosk import demo as demonstration

    return demonstration.run(athletes, protocol, stop_on_signals())


@cli.command()
@click.option("--config", type=FILE)
@click.option("--json", "as_json", is_flag=True)
@click.option("--probe", metavar="PORT", help="Listen on a serial port and say what is there.")
def doctor(config: Path | None, as_json: bool, probe: str | None) -> int:
    """Look at everything that can be wrong, and say what to do."""
    from kiosk import doctor as examination

    logging.basicConfig(level=logging.ERROR)  # what devices say stands in the findings
    return examination.run(config, as_json, probe)


# -- people --------------------------------------------------------------------------------------


@cli.group()
def roster() -> None:
    """The people of the club."""


@roster.command("add")
@click.argument("name")
@click.option("--strap", "straps", type=int, multiple=True, required=True, metavar="DEVICE_NUMBER")
@click.option("--shared", is_flag=True, help="A strap may also belong to somebody else.")
@click.option("--foot-pod", "foot_pods", type=int, multiple=True, metavar="DEVICE_NUMBER")
@click.option("--max-hr", type=float)
@click.option("--resting-hr", type=float)
@click.option("--threshold-hr", type=float)
@click.option("--birth-year", type=int)
@click.option("--sex", type=click.Choice(["f", "m"]))
@click.option("--config", type=FILE)
def roster_add(
    name: str,
    straps: tuple[int, ...],
    shared: bool,
    foot_pods: tuple[int, ...],
    max_hr: float | None,
    resting_hr: float | None,
    threshold_hr: float | None,
    birth_year: int | None,
    sex: Sex | None,
    config: Path | None,
) -> None:
    """Add NAME; records that staff have their consent to keep heart data."""
    from kiosk import desk

    desk.add_athlete(
        config,
        name=name,
        straps=straps,
        shared=shared,
        foot_pods=foot_pods,
        max_hr=max_hr,
        resting_hr=resting_hr,
        threshold_hr=threshold_hr,
        birth_year=birth_year,
        sex=sex,
    )


@roster.command("list")
@click.option("--json", "as_json", is_flag=True)
@click.option("--config", type=FILE)
def roster_list(as_json: bool, config: Path | None) -> None:
    """Everybody on the roster."""
    from kiosk import desk

    desk.list_athletes(config, as_json)


@roster.command("remove")
@click.argument("name")
@click.option("--config", type=FILE)
def roster_remove(name: str, config: Path | None) -> None:
    """Take NAME off the roster; recorded sessions stay."""
    from kiosk import desk

    desk.remove_athlete(config, name)


# -- the club's straps ---------------------------------------------------------------------------


@cli.group()
def straps() -> None:
    """The club's own straps, on their shelf."""


@straps.command("list")
@click.option("--json", "as_json", is_flag=True)
@click.option("--config", type=FILE)
def straps_list(as_json: bool, config: Path | None) -> None:
    """Every strap of the club, and who has it."""
    from kiosk import desk

    desk.list_straps(config, as_json)


@straps.command("add")
@click.argument("number", type=int)
@click.argument("device_number", type=int)
@click.option("--config", type=FILE)
def straps_add(number: int, device_number: int, config: Path | None) -> None:
    """Put strap DEVICE_NUMBER on the shelf as NUMBER, which is written on it."""
    from kiosk import desk

    desk.add_strap(config, number, device_number)


@straps.command("drop")
@click.argument("number", type=int)
@click.option("--config", type=FILE)
def straps_drop(number: int, config: Path | None) -> None:
    """Take NUMBER off the shelf for good."""
    from kiosk import desk

    desk.drop_strap(config, number)


# -- sessions ------------------------------------------------------------------------------------


@cli.group()
def sessions() -> None:
    """What has been recorded."""


@sessions.command("list")
@click.option("--json", "as_json", is_flag=True)
@click.option("--config", type=FILE)
def sessions_list(as_json: bool, config: Path | None) -> None:
    """Every session, the newest last."""
    from kiosk import desk

    desk.list_sessions(config, as_json)


@sessions.command("resume")
@click.argument("session_id", metavar="ID", type=SESSION_ID)
@click.option("--config", type=FILE)
def sessions_resume(session_id: int, config: Path | None) -> None:
    """Go on with a session that was cut, until it is done."""
    loaded = load_settings(config)

    from kiosk import compose

    compose.resume_session(loaded, session_id, stop_on_signals())


@sessions.command("close")
@click.argument("session_id", metavar="ID", type=SESSION_ID)
@click.option("--config", type=FILE)
def sessions_close(session_id: int, config: Path | None) -> None:
    """Close a session that was cut, as it is."""
    from kiosk import desk

    desk.close_session(config, session_id)


@cli.command()
@click.option("--out", type=FILE, required=True, help="Folder to write into.")
@click.option("--session", "session_ids", type=SESSION_ID, multiple=True, metavar="ID")
@click.option("--format", "formats", default="csv", show_default=True, metavar="csv,…")
@click.option("--config", type=FILE)
def export(out: Path, session_ids: tuple[int, ...], formats: str, config: Path | None) -> None:
    """Write sessions as files for a laptop."""
    from kiosk import desk

    desk.export_sessions(config, out, session_ids, formats)


# -- protocols -----------------------------------------------------------------------------------


@cli.group()
def protocols() -> None:
    """The workouts."""


@protocols.command("list")
@click.option("--config", type=FILE)
def protocols_list(config: Path | None) -> None:
    """Every workout that can be chosen."""
    from kiosk import desk

    desk.list_protocols(config)


@protocols.command("check")
@click.argument("files", nargs=-1, required=True, type=FILE)
def protocols_check(files: tuple[Path, ...]) -> int:
    """Say whether protocol files can be used, and if not, where and why."""
    from kiosk import desk

    return desk.check_protocols(files)


# -- virtual devices -----------------------------------------------------------------------------


@cli.group()
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
