"""The commands on people and on the club's straps, as the command line has them."""

from pathlib import Path

import click

from kiosk.training.athlete import Sex

FILE = click.Path(path_type=Path)


@click.group()
def roster() -> None:
    """The people of the club."""


@roster.command("add")
@click.argument("name")
@click.option("--strap", "straps", type=int, multiple=True, required=True, metavar="DEVICE_NUMBER")
@click.option("--shared", is_flag=True, help="A strap may also belong to somebody else.")
@click.option("--foot-pod", "foot_pods", type=int, multiple=True, metavar="DEVICE_NUMBER")
@click.option("--max-hr", type=float)
@click.option("--resting-hr", type=float)
@click.option("--threshold-hr", type=float)
@click.option("--birth-year", type=int)
@click.option("--sex", type=click.Choice(["f", "m"]))
@click.option("--config", type=FILE)
def roster_add(
    name: str,
    straps: tuple[int, ...],
    shared: bool,
    foot_pods: tuple[int, ...],
    max_hr: float | None,
    resting_hr: float | None,
    threshold_hr: float | None,
    birth_year: int | None,
    sex: Sex | None,
    config: Path | None,
) -> None:
    """Add NAME; records that staff have their consent to keep heart data."""
    from kiosk import desk_people

    desk_people.add_athlete(
        config,
        name=name,
        straps=straps,
        shared=shared,
        foot_pods=foot_pods,
        max_hr=max_hr,
        resting_hr=resting_hr,
        threshold_hr=threshold_hr,
        birth_year=birth_year,
        sex=sex,
    )


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
