"""The commands on people and on the club's straps."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.table import Table

from kiosk.answers import history, local, say, say_json, utc
from kiosk.history.roster import Roster
from kiosk.history.shelf import Shelf
from kiosk.training.athlete import Sex

# -- people --------------------------------------------------------------------------------------


def add_athlete(
    config: Path | None,
    *,
    name: str,
    straps: Sequence[int],
    shared: bool,
    foot_pods: Sequence[int],
    max_hr: float | None,
    resting_hr: float | None,
    threshold_hr: float | None,
    birth_year: int | None,
    sex: Sex | None,
) -> None:
    """`switchback roster add`."""
    with history(config) as (engine, _):
        athlete = Roster(engine).add(
            name,
            straps,
            shared=shared,
            foot_pods=foot_pods,
            max_hr=max_hr,
            resting_hr=resting_hr,
            threshold_hr=threshold_hr,
            birth_year=birth_year,
            sex=sex,
        )
    say(f"{athlete.name} is on the roster; consent recorded by staff today.")


def list_athletes(config: Path | None, as_json: bool) -> None:
    """`switchback roster list`."""
    with history(config) as (engine, _):
        athletes = Roster(engine).list()
    if as_json:
        # Tags are only counted: what is kept of them is nobody's business.
        say_json([asdict(athlete) | {"tags": len(athlete.tags)} for athlete in athletes])
        return
    table = Table("Name", "Straps", "Foot pods", "Max", "Resting", "Threshold", "Born")
    for athlete in athletes:
        numbers = (athlete.max_hr, athlete.resting_hr, athlete.threshold_hr)
        table.add_row(
            athlete.name,
            ", ".join(map(str, athlete.straps)),
            ", ".join(map(str, athlete.foot_pods)),
            *("" if number is None else f"{number:g}" for number in numbers),
            str(athlete.birth_year or ""),
        )
    Console().print(table if athletes else "Nobody yet: switchback roster add NAME --strap NUMBER")


def remove_athlete(config: Path | None, name: str) -> None:
    """`switchback roster remove`."""
    with history(config) as (engine, _):
        Roster(engine).remove(name)
    say(f"{name} is off the roster; recorded sessions stay.")


# -- the club's straps ---------------------------------------------------------------------------


def list_straps(config: Path | None, as_json: bool) -> None:
    """`switchback straps list`."""
    with history(config) as (engine, settings):
        pool = Shelf(engine).list()
        names = {athlete.id: athlete.name for athlete in Roster(engine).list()}
    if as_json:
        say_json(
            [
                {
                    "number": strap.number,
                    "device_number": strap.device_number,
                    "holder": names.get(strap.holder_id or 0),
                    "battery_percent": strap.battery_percent,
                    "battery_status": strap.battery_status,
                    "last_used_utc": utc(strap.last_used_utc_ms),
                }
                for strap in pool
            ]
        )
        return
    table = Table("Number", "Device", "Battery", "Last used", "Who has it")
    for strap in pool:
        percent = None if strap.battery_percent is None else f"{strap.battery_percent} %"
        used = strap.last_used_utc_ms
        table.add_row(
            str(strap.number),
            str(strap.device_number),
            ", ".join(word for word in (strap.battery_status, percent) if word),
            "" if used is None else f"{local(used, settings):%Y-%m-%d %H:%M}",
            names.get(strap.holder_id or 0, ""),
        )
    Console().print(table if pool else "None yet: switchback straps add NUMBER DEVICE_NUMBER")


def add_strap(config: Path | None, number: int, device_number: int) -> None:
    """`switchback straps add`."""
    with history(config) as (engine, _):
        Shelf(engine).add(number, device_number)
    say(f"Strap {device_number} is number {number} of the club.")


def drop_strap(config: Path | None, number: int) -> None:
    """`switchback straps drop`."""
    with history(config) as (engine, _):
        Shelf(engine).drop(number)
    say(f"Strap {number} is off the shelf.")
