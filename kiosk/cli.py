"""The commands: what the command line may say, handed on to where it is done."""

import signal
import sys
import threading
from pathlib import Path
from types import FrameType

import click

from kiosk import __version__
from kiosk.errors import KioskError
from kiosk.settings import load_settings
from kiosk.training.athlete import Sex

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

    return examination.run(config, as_json, probe)


# -- people --------------------------------------------------------------------------------------


@cli.group()
def roster() -> None:
    """The people of the club."""


@roster.command("add")
@click.argument("name")
@click.option("--strap", "straps", type=int, multiple=True, required=True, metavar="DEVICE_NUMBER")
@click.option("--max-hr", type=float)
@click.option("--resting-hr", type=float)
@click.option("--threshold-hr", type=float)
@click.option("--birth-year", type=int)
@click.option("--sex", type=click.Choice(["f", "m"]))
@click.option("--config", type=FILE)
def roster_add(
    name: str,
    straps: tuple[int, ...],
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
    """Devices without hardware, on a pty."""


def _faults_and_log(command: click.decorators.FC) -> click.decorators.FC:
    for option in (
        click.option("--link", type=FILE, required=True, help="Where the pty is linked."),
        click.option("--log", type=FILE, help="Write what was sent as CSV."),
        click.option("--flip-frames", type=click.FloatRange(0, 1), default=0.0, metavar="SHARE"),
        click.option("--random-bytes", type=click.FloatRange(0, 1), default=0.0, metavar="SHARE"),
        click.option("--unplug", "unplugs", multiple=True, metavar=UNPLUG),
        click.option("--seed", type=int, default=1),
    ):
        command = option(command)
    return command


@virtual.command("ant")
@_faults_and_log
@click.option("--straps", type=click.IntRange(1, 500), help="That many, numbered from 10001.")
@click.option("--strap", "named", multiple=True, metavar="NUMBER[=BPM]")
@click.option("--replay", "replays", multiple=True, metavar="NUMBER=FILE.csv[@START]")
def virtual_ant(
    link: Path,
    log: Path | None,
    flip_frames: float,
    random_bytes: float,
    unplugs: tuple[str, ...],
    seed: int,
    straps: int | None,
    named: tuple[str, ...],
    replays: tuple[str, ...],
) -> None:
    """An ANT stick with heart-rate straps (12 of them unless told otherwise)."""
    from kiosk import virtual as devices

    common = devices.Common(link, log, flip_frames, random_bytes, unplugs, seed)
    devices.run_ant(common, straps, named, replays, stop_on_signals())


@virtual.command("incline")
@_faults_and_log
@click.option("--grade", type=float, default=0.0, show_default=True, metavar="PERCENT")
@click.option("--grade-at", "plan", multiple=True, metavar="AT_S:PERCENT")
@click.option("--rate", type=click.FloatRange(1, 200), default=50.0, show_default=True)
@click.option("--shake", type=float, default=0.0, metavar="DEGREES", help="A runner on the deck.")
def virtual_incline(
    link: Path,
    log: Path | None,
    flip_frames: float,
    random_bytes: float,
    unplugs: tuple[str, ...],
    seed: int,
    grade: float,
    plan: tuple[str, ...],
    rate: float,
    shake: float,
) -> None:
    """A WitMotion incline sensor."""
    from kiosk import virtual as devices

    common = devices.Common(link, log, flip_frames, random_bytes, unplugs, seed)
    devices.run_incline(common, grade, plan, rate, shake, stop_on_signals())
