"""The commands on coaches: who may do what the staff does, and by which PIN."""

import sys
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from kiosk.answers import history, say, say_json
from kiosk.coaches import LONGEST, SHORTEST
from kiosk.errors import RosterError
from kiosk.history.coaches import Coaches


def list_coaches(config: Path | None, as_json: bool) -> None:
    """`switchback coach list`; never anything of a PIN."""
    with history(config) as (engine, _):
        coaches = Coaches(engine).list()
    if as_json:
        say_json([{"name": one.name, "locked": one.locked_until is not None} for one in coaches])
        return
    table = Table("Name", "To know")
    for one in coaches:
        table.add_row(one.name, "locked: too many wrong PINs" if one.locked_until else "")
    Console().print(table if coaches else "No coach yet: switchback coach add NAME")


def add_coach(config: Path | None, name: str) -> None:
    """`switchback coach add`."""
    with history(config) as (engine, _):
        Coaches(engine).add(name, asked_pin())
    say(f"{name} is a coach from now on.")


def change_pin(config: Path | None, name: str) -> None:
    """`switchback coach pin`: for whoever has forgotten theirs; it ends a lock too."""
    with history(config) as (engine, _):
        coaches = Coaches(engine)
        coach = coaches.find(name)
        coaches.change_pin(coach.id, asked_pin())
    say(f"{coach.name} has a new PIN.")


def remove_coach(config: Path | None, name: str) -> None:
    """`switchback coach remove`: here, unlike at the screen, the last one too."""
    with history(config) as (engine, _):
        coaches = Coaches(engine)
        coach = coaches.find(name)
        coaches.remove(coach.id, even_the_last=True)
        is_any_left = bool(coaches.list())
    say(f"{coach.name} is no coach any more.")
    if not is_any_left:
        say("Nobody is: whoever next opens the coach's pages at the screen can become the first.")


def asked_pin(shortest: int = SHORTEST) -> str:
    """Of so many digits at least; twice at a terminal, without an echo; else the first line of the
    standard input.
    """
    if not sys.stdin.isatty():
        return sys.stdin.readline().strip()
    prompt = f"PIN, {shortest} to {LONGEST} digits"
    pin: str = click.prompt(prompt, hide_input=True, err=True)
    if click.prompt("The same once more", hide_input=True, err=True) != pin:
        raise RosterError("The two were not the same: nothing has been changed, try again.")
    return pin.strip()
