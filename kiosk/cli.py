"""The commands: what the command line may say, handed on to where it is done."""

import logging
import sys
from pathlib import Path

import click

from kiosk import __version__
from kiosk.cli_backups import backup, backups, check, restore
from kiosk.cli_cable import cable
from kiosk.cli_care import pin, support
from kiosk.cli_coaches import coach
from kiosk.cli_homework import homework
from kiosk.cli_imports import import_folder
from kiosk.cli_people import progress, roster, straps, week
from kiosk.cli_protocols import protocols
from kiosk.cli_update import release, update
from kiosk.cli_virtual import virtual
from kiosk.errors import KioskError
from kiosk.settings import load_settings
from kiosk.stopping import stop_on_signals

FILE = click.Path(path_type=Path)
SESSION_ID = click.IntRange(1, 2**63 - 1)
SESSION_ID.name = "whole number"  # click says "is not a valid …" of it


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="switchback")
def cli() -> None:
    """Switchback, the hill-training kiosk."""


for command in (roster, coach, progress, week, homework, straps, protocols, virtual, cable):
    cli.add_command(command)
for command in (backup, restore, backups, check, import_folder, update, release, pin, support):
    cli.add_command(command)


def main() -> None:
    """Runs a command; an error of ours is one sentence on stderr and its exit status."""
    try:
        status = cli.main(prog_name="switchback", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)  # which commands there are
        sys.exit(2)
    except click.ClickException as error:
        context = getattr(error, "ctx", None)
        asked = "switchback" if context is None else context.command_path
        click.echo(f"{error.format_message()} Try: {asked} --help", err=True)
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
    if fullscreen and not headless:  # as the appliance starts it
        from kiosk import guarded

        return guarded.run(config)
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
@click.option("--config", type=FILE)
def safe(config: Path | None) -> int:
    """The screen that comes up when the kiosk does not: what is wrong, and a way out."""
    from kiosk import safe_start

    return safe_start.show(config)


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


@sessions.command("show")
@click.argument("session_id", metavar="ID", type=SESSION_ID)
@click.option("--json", "as_json", is_flag=True)
@click.option("--config", type=FILE)
def sessions_show(session_id: int, as_json: bool, config: Path | None) -> None:
    """What everybody in session ID came to."""
    from kiosk import desk

    desk.show_session(config, session_id, as_json)


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
@click.option("--athlete", metavar="NAME", help="Only theirs; json is all that is known of them.")
@click.option("--format", "formats", default="csv", show_default=True, metavar="csv,fit,tcx,…")
@click.option("--config", type=FILE)
def export(
    out: Path,
    session_ids: tuple[int, ...],
    athlete: str | None,
    formats: str,
    config: Path | None,
) -> None:
    """Write sessions as files for a laptop."""
    from kiosk import desk

    desk.export_sessions(config, out, session_ids, formats, athlete)
