"""The commands for whoever looks after the kiosk: a lost PIN, and a file for whoever helps."""

from pathlib import Path

import click

FILE = click.Path(path_type=Path)


@click.group()
def pin() -> None:
    """PINs that are lost; for root alone."""


@pin.command("reset")
@click.option("--coach", metavar="NAME", help="A coach's; else the administrator's.")
@click.option("--config", type=FILE)
def pin_reset(coach: str | None, config: Path | None) -> None:
    """Set a new PIN in the place of a lost one; asked for, or read from the standard input."""
    from kiosk import desk_care

    desk_care.reset_pin(config, coach)


@click.command()
@click.argument("file", type=FILE)
@click.option("--config", type=FILE)
def support(file: Path, config: Path | None) -> None:
    """Write FILE, a zip for whoever helps: without names, straps' numbers and heart rates."""
    from kiosk import desk_care

    desk_care.write_support(config, file)
