"""The commands on protocols."""

import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from kiosk.answers import say
from kiosk.errors import ProtocolError
from kiosk.settings import load_settings
from kiosk.training.protocol_plan import plan, warnings_of
from kiosk.training.protocols import load_folders, load_protocol


def list_protocols(config: Path | None) -> None:
    """`switchback protocols list`; what cannot be used is said on stderr."""
    from kiosk.compose import protocol_folders  # noqa: PLC0415  (the other commands need no driver)

    settings = load_settings(config).settings
    table = Table("Id", "Name", "Machine", "Minutes", "Steps")
    protocols, errors = load_folders(protocol_folders(settings))
    for protocol in protocols:
        steps = plan(protocol).steps
        seconds = sum(step.planned_s or 0 for step in steps)
        table.add_row(
            protocol.id,
            protocol.name,
            protocol.modality,
            f"{seconds / 60:.0f}",
            " → ".join(dict.fromkeys(step.name for step in steps)),
        )
    for error in errors:
        sys.stderr.write(f"{error}\n")
    Console().print(table)


def check_protocols(files: Sequence[Path]) -> int:
    """`switchback protocols check`: exit status 1 when a file cannot be used."""
    status = 0
    for file in files:
        try:
            protocol = load_protocol(file)
            steps = plan(protocol).steps
        except ProtocolError as error:
            sys.stderr.write(f"{error}\n")
            status = 1
        else:
            say(f"{file}: {protocol.name}, {len(steps)} steps, can be used.")
            for warning in warnings_of(protocol):
                say(f"{file}: note: {warning}")
    return status
