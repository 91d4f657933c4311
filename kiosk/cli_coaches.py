"""The commands on coaches, as the command line has them."""

from pathlib import Path

import click

FILE = click.Path(path_type=Path)


@click.group()
def coach() -> None:
    """The coaches and their PINs; the kiosk may be running."""


@coach.command("add")
@click.argument("name")
@click.option("--config", type=FILE)
def coach_add(name: str, config: Path | None) -> None:
    """Make NAME a coach; the PIN is asked for, or read from the standard input."""
    from kiosk import desk_coaches

    desk_coaches.add_coach(config, name)


@coach.command("list")
@click.option("--json", "as_json", is_flag=True)
@click.option("--config", type=FILE)
def coach_list(as_json: bool, config: Path | None) -> None:
    """Show who is a coach."""
    from kiosk import desk_coaches

    desk_coaches.list_coaches(config, as_json)


@coach.command("remove")
@click.argument("name")
@click.option("--config", type=FILE)
def coach_remove(name: str, config: Path | None) -> None:
    """NAME is a coach no longer."""
    from kiosk import desk_coaches

    desk_coaches.remove_coach(config, name)


@coach.command("pin")
@click.argument("name")
@click.option("--config", type=FILE)
def coach_pin(name: str, config: Path | None) -> None:
    """Give NAME another PIN, and end a lock; asked for as by add."""
    from kiosk import desk_coaches

    desk_coaches.change_pin(config, name)
