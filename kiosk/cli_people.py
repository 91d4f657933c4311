"""The commands on people and on the club's straps, as the command line has them."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click

from kiosk.cli_person_options import DATE, DEVICE, Nothing, person_options, said_of

FILE = click.Path(path_type=Path)


@click.group()
def roster() -> None:
    """The people of the club."""


@roster.command("add")
@click.argument("name")
@click.option("--strap", "straps", type=int, multiple=True, required=True, metavar="DEVICE_NUMBER")
@click.option("--shared", is_flag=True, help="A strap may also belong to somebody else.")
@click.option("--foot-pod", "foot_pods", type=int, multiple=True, metavar="DEVICE_NUMBER")
@person_options
@click.option("--config", type=FILE)
def roster_add(
    name: str,
    straps: tuple[int, ...],
    shared: bool,
    foot_pods: tuple[int, ...],
    config: Path | None,
    **said: Any,
) -> None:
    """Add NAME; records that staff have their consent to keep heart data."""
    from kiosk import desk_people

    desk_people.add_athlete(
        config, name=name, straps=straps, shared=shared, foot_pods=foot_pods, said=said_of(said)
    )


@roster.command("set")
@click.argument("name")
@click.option("--rename", metavar="NAME", help="A new name.")
@click.option("--strap", "straps", type=DEVICE, multiple=True, metavar="DEVICE_NUMBER")
@click.option("--shared", is_flag=True, help="A strap may also belong to somebody else.")
@click.option("--foot-pod", "foot_pods", type=DEVICE, multiple=True, metavar="DEVICE_NUMBER")
@person_options
@click.option("--config", type=FILE)
def roster_set(
    name: str,
    rename: str | None,
    straps: tuple[int | Nothing, ...],
    shared: bool,
    foot_pods: tuple[int | Nothing, ...],
    config: Path | None,
    **said: Any,
) -> None:
    """Change what is known of NAME.

    Days are written like 2026-05-31; "none" takes a value back. Straps and foot pods take the place
    of those that NAME has.
    """
    from kiosk import desk_people

    for field, devices in (("straps", straps), ("foot_pods", foot_pods)):
        if devices:
            said[field] = tuple(number for number in devices if isinstance(number, int))
    said["name"] = rename
    desk_people.change_athlete(config, name, shared=shared, said=said_of(said))


@roster.command("list")
@click.option("--json", "as_json", is_flag=True)
@click.option("--config", type=FILE)
def roster_list(as_json: bool, config: Path | None) -> None:
    """Everybody on the roster."""
    from kiosk import desk_people

    desk_people.list_athletes(config, as_json)


@roster.command("remove")
@click.argument("name")
@click.option("--config", type=FILE)
def roster_remove(name: str, config: Path | None) -> None:
    """Take NAME off the roster; recorded sessions stay."""
    from kiosk import desk_people

    desk_people.remove_athlete(config, name)


@roster.command("erase")
@click.argument("name")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--config", type=FILE)
def roster_erase(name: str, yes: bool, config: Path | None) -> None:
    """Erase NAME and everything recorded of them, for good."""
    from kiosk import desk_people

    desk_people.erase_athlete(config, name, _asking(yes))


@roster.command("merge")
@click.argument("name")
@click.argument("into")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--config", type=FILE)
def roster_merge(name: str, into: str, yes: bool, config: Path | None) -> None:
    """NAME and INTO are one person: everything of NAME becomes INTO's, and NAME is gone."""
    from kiosk import desk_people

    desk_people.merge_athletes(config, name, into, _asking(yes))


def _asking(yes: bool) -> Callable[[str], None]:
    """Asks whether to go on, unless that has been said."""

    def ask(question: str) -> None:
        if not yes:
            click.confirm(question, abort=True)

    return ask


# -- what they did and plan ----------------------------------------------------------------------


@click.command()
@click.argument("name")
@click.option("--json", "as_json", is_flag=True)
@click.option("--config", type=FILE)
def progress(name: str, as_json: bool, config: Path | None) -> None:
    """What NAME has gained: trends, test results and the history of each workout."""
    from kiosk import desk_progress

    desk_progress.show_progress(config, name, as_json)


@click.command()
@click.argument("name")
@click.option(
    "--set",
    "entries",
    type=(DATE, str),
    multiple=True,
    metavar="DATE PROTOCOL-OR-WORDS",
    help="Plan this instead of what the day had; twice for two things on one day.",
)
@click.option("--clear", "cleared", type=DATE, multiple=True, metavar="DATE")
@click.option("--json", "as_json", is_flag=True)
@click.option("--config", type=FILE)
def week(
    name: str,
    entries: tuple[tuple[date, str], ...],
    cleared: tuple[date, ...],
    as_json: bool,
    config: Path | None,
) -> None:
    """What NAME plans from today on."""
    from kiosk import desk_progress

    desk_progress.show_week(config, name, entries=entries, cleared=cleared, as_json=as_json)


# -- the club's straps ---------------------------------------------------------------------------


@click.group()
def straps() -> None:
    """The club's own straps, on their shelf."""


@straps.command("list")
@click.option("--json", "as_json", is_flag=True)
@click.option("--config", type=FILE)
def straps_list(as_json: bool, config: Path | None) -> None:
    """Every strap of the club, and who has it."""
    from kiosk import desk_people

    desk_people.list_straps(config, as_json)


@straps.command("add")
@click.argument("number", type=int)
@click.argument("device_number", type=int)
@click.option("--config", type=FILE)
def straps_add(number: int, device_number: int, config: Path | None) -> None:
    """Put strap DEVICE_NUMBER on the shelf as NUMBER, which is written on it."""
    from kiosk import desk_people

    desk_people.add_strap(config, number, device_number)


@straps.command("drop")
@click.argument("number", type=int)
@click.option("--config", type=FILE)
def straps_drop(number: int, config: Path | None) -> None:
    """Take NUMBER off the shelf for good."""
    from kiosk import desk_people

    desk_people.drop_strap(config, number)


@straps.command("retire")
@click.argument("device_number", type=int)
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--config", type=FILE)
def straps_retire(device_number: int, yes: bool, config: Path | None) -> None:
    """Strap DEVICE_NUMBER is broken or lost: take it off the shelf, and off whoever owns it."""
    from kiosk import desk_people

    desk_people.retire_strap(config, device_number, _asking(yes))
