"""The commands on hill homework, as the command line has them."""

from pathlib import Path

import click

FILE = click.Path(path_type=Path)


@click.group()
def homework() -> None:
    """Downhills that somebody does outside; the kiosk may be running."""


@homework.command("give")
@click.argument("protocol", metavar="PROTOCOL-ID")
@click.option("--athlete", "name", required=True, metavar="NAME")
@click.option("--config", type=FILE)
def homework_give(protocol: str, name: str, config: Path | None) -> None:
    """Give the downhill PROTOCOL-ID to NAME, to be done outside."""
    from kiosk import desk_homework

    desk_homework.give_homework(config, protocol, name)


@homework.command("list")
@click.option("--athlete", "name", metavar="NAME")
@click.option("--json", "as_json", is_flag=True)
@click.option("--config", type=FILE)
def homework_list(name: str | None, as_json: bool, config: Path | None) -> None:
    """Show what is still to do, of everybody or of NAME."""
    from kiosk import desk_homework

    desk_homework.list_homework(config, name, as_json)


@homework.command("files")
@click.option("--athlete", "name", required=True, metavar="NAME")
@click.option("--out", type=FILE, required=True, help="Folder to write into.")
@click.option("--config", type=FILE)
def homework_files(name: str, out: Path, config: Path | None) -> None:
    """Write the workouts and cards of what NAME has still to do."""
    from kiosk import desk_homework

    desk_homework.write_homework(config, name, out)


@homework.command("take")
@click.argument("file", type=FILE)
@click.option("--athlete", "name", required=True, metavar="NAME")
@click.option(
    "--homework", "number", type=int, metavar="N", help="Which, where list shows several."
)
@click.option("--look", is_flag=True, help="Only say what it would be taken for.")
@click.option("--json", "as_json", is_flag=True)
@click.option("--config", type=FILE)
def homework_take(
    file: Path, name: str, number: int | None, look: bool, as_json: bool, config: Path | None
) -> None:
    """Count FILE, a FIT or TCX activity, as the homework of NAME."""
    from kiosk import desk_homework

    desk_homework.take_homework(config, file, name, number=number, only_look=look, as_json=as_json)
