"""The command that takes over what somebody brings, as the command line has it."""

from pathlib import Path

import click

FILE = click.Path(path_type=Path)


@click.command("import")
@click.argument("folder", type=FILE)
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--config", type=FILE)
def import_folder(folder: Path, yes: bool, config: Path | None) -> int:
    """Show what FOLDER brings (roster.csv, plan.csv, workouts, homework), then take it over."""
    from kiosk import desk_imports

    def ask(question: str) -> None:
        if not yes:
            click.confirm(question, abort=True)

    return desk_imports.import_folder(config, folder, ask)
