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
    """Every workout that can be chosen, the club's own ones too."""
    from kiosk import desk_protocols

    desk_protocols.list_protocols(config)


@protocols.command("check")
@click.argument("files", nargs=-1, required=True, type=FILE)
def protocols_check(files: tuple[Path, ...]) -> int:
    """Say whether protocol files can be used, and if not, where and why."""
    from kiosk import desk_protocols

    return desk_protocols.check_protocols(files)


@protocols.command("export")
@click.argument("id_or_file", metavar="ID-OR-FILE")
@click.option("--out", type=FILE, required=True, metavar="FILE.fit")
@click.option("--athlete", metavar="NAME", help="With this person's own heart rates as targets.")
@click.option("--config", type=FILE)
def protocols_export(id_or_file: str, out: Path, athlete: str | None, config: Path | None) -> None:
    """Write a workout as a FIT workout file, for a watch or another program."""
    from kiosk import desk_protocols

    desk_protocols.export_protocol(config, id_or_file, out, athlete)


@protocols.command("import")
@click.argument("file", type=FILE, metavar="FILE.fit")
@click.option("--out", type=FILE, metavar="FILE.toml", help="Default: among the club's own ones.")
@click.option("--id", "protocol_id", metavar="ID", help="Default: made of the workout's name.")
@click.option("--config", type=FILE)
def protocols_import(
    file: Path, out: Path | None, protocol_id: str | None, config: Path | None
) -> None:
    """Make a workout of the kiosk from a FIT workout file."""
    from kiosk import desk_protocols

    desk_protocols.import_protocol(config, file, out, protocol_id)


@protocols.command("draw")
@click.argument("wanted", nargs=-1, metavar="[ID-OR-FILE]...")
@click.option("--out", type=FILE, required=True, metavar="DIR")
@click.option("--config", type=FILE)
def protocols_draw(wanted: tuple[str, ...], out: Path, config: Path | None) -> None:
    """Draw workouts as pictures (PNG), to look at or to pin up; without names all of them."""
    from kiosk import desk_protocols

    desk_protocols.draw_protocols(config, wanted, out)
