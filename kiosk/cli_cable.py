"""The command about the drive that laptops see on a cable, as the command line has it."""

from pathlib import Path

import click

FILE = click.Path(path_type=Path)


@click.group()
def cable() -> None:
    """The exports as a drive on a USB cable."""


@cable.command("refresh")
@click.option("--config", type=FILE)
def cable_refresh(config: Path | None) -> None:
    """Make the drive anew of all that has been exported into the kiosk's own folder."""
    from kiosk import desk_cable

    desk_cable.refresh(config)
