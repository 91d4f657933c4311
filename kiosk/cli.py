"""The commands: what the command line may say, handed on to where it is done."""

import logging
import sys
from pathlib import Path

import click

from kiosk import __version__
from kiosk.cli_virtual import virtual
from kiosk.errors import KioskError
from kiosk.settings import load_settings
from kiosk.stopping import stop_on_signals
from kiosk.training.athlete import Sex

FILE = click.Path(path_type=Path)
SESSION_ID = click.IntRange(1, 2**63 - 1)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="switchback")
def cli() -> None:
    """Switchback, the hill-training kiosk."""


cli.add_command(virtual)


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

    from kiosk import runs

    if protocol:
        runs.run_class(loaded, protocol, athletes, until_done, stop_on_signals())
        return 0
    if headless:
        runs.run_headless(loaded, stop_on_signals())
        return 0
    return runs.run_window(loaded, fullscreen)


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

    from kiosk import runs

    runs.resume_session(loaded, session_id, stop_on_signals())


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
