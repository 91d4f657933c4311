"""The commands on protocols, as the command line has them."""

from pathlib import Path

import click

FILE = click.Path(path_type=Path)


@click.group()
def protocols() -> None:
    """The workouts."""


@protocols.command("list")
@click.option("--config", type=FILE)
def protocols_list(config: Path | None) -> None:
    """Every workout that can be chosen."""
    from kiosk import desk_protocols

    desk_protocols.list_protocols(config)


@protocols.command("check")
@click.argument("files", nargs=-1, required=True, type=FILE)
def protocols_check(files: tuple[Path, ...]) -> int:
    """Say whether protocol files can be used, and if not, where and why."""
    from kiosk import desk_protocols

    return desk_protocols.check_protocols(files)
