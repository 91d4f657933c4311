"""The commands on backups, and on a history that may be damaged."""

from pathlib import Path

import click

FILE = click.Path(path_type=Path)


@click.command()
@click.argument("file", required=False, type=FILE)
@click.option("--out", type=FILE, metavar="DIR", help="Folder to write into, like a stick's.")
@click.option("--config", type=FILE)
def backup(file: Path | None, out: Path | None, config: Path | None) -> None:
    """Write a verified backup: as FILE, into a folder, or where the kiosk keeps its own."""
    if file is not None and out is not None:
        raise click.UsageError("Name a file or --out DIR, not both.")
    from kiosk import desk_backups

    desk_backups.back_up(config, file, out)


@click.command()
@click.argument("file", type=FILE)
@click.option("--config", type=FILE)
def restore(file: Path, config: Path | None) -> None:
    """Put a backup in the history's place; the present history is set aside and kept."""
    from kiosk import desk_backups

    desk_backups.restore_history(config, file)


@click.command()
@click.option("--config", type=FILE)
def backups(config: Path | None) -> None:
    """The kiosk's own backups, the newest first."""
    from kiosk import desk_backups

    desk_backups.list_backups(config)


@click.command()
@click.option("--seen", "is_seen", is_flag=True, help="What is told has been read.")
@click.option("--config", type=FILE)
def check(is_seen: bool, config: Path | None) -> int:
    """Read the whole history and list what is damaged."""
    from kiosk import desk_backups

    return desk_backups.check(config, is_seen)
