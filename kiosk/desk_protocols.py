"""The commands on protocols."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from rich.box import SIMPLE
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from kiosk.answers import history, say
from kiosk.clock import SystemClock
from kiosk.days import day_of
from kiosk.errors import ExportError, ProtocolError
from kiosk.export.file_names import file_stem
from kiosk.export.fit_import import ImportedWorkout, import_workout
from kiosk.export.fit_reader import load_fit
from kiosk.export.fit_workout import Wearer, fit_workout, steps_in_a_row
from kiosk.export.safe_file import make_folder, whole_file
from kiosk.history.roster import Roster
from kiosk.settings import Settings, load_settings
from kiosk.training.plan import Plan
from kiosk.training.protocol_plan import choices_of, plan, warnings_of
from kiosk.training.protocols import (
    Protocol,
    find_protocol,
    load_folder,
    load_folders,
    load_protocol,
)
from kiosk.workout_folders import protocol_folders

# What is named by its module below needs drivers or Qt, which most of these commands do not.


def list_protocols(config: Path | None) -> None:
    """`switchback protocols list`; what cannot be used is said on stderr."""
    shipped, own = _folders(load_settings(config).settings)
    table = Table(box=SIMPLE, padding=(0, 1, 0, 0), pad_edge=False)
    for head in ("Id, name", "Category", "Level", "Machine", "Minutes", "Own"):
        table.add_column(head, overflow="fold")
    protocols, errors = load_folders((shipped, own))
    table.columns[0].min_width = max((len(protocol.id) for protocol in protocols), default=0)
    theirs = {protocol.id for protocol in load_folder(shipped)[0]}
    for protocol in protocols:
        table.add_row(
            f"{protocol.id}\n{escape(protocol.name)}",
            protocol.category,
            f"for beginners:\n{protocol.beginner}" if protocol.beginner else protocol.level,
            protocol.modality,
            _minutes(plan(protocol)),
            "" if protocol.id in theirs else "yes",
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
            count = "1 step" if len(steps) == 1 else f"{len(steps)} steps"
            say(f"{file}: {protocol.name}, {count}, can be used.")
            for warning in warnings_of(protocol):
                say(f"{file}: note: {warning}")
    return status


def export_protocol(config: Path | None, id_or_file: str, out: Path, name: str | None) -> None:
    """`switchback protocols export`."""
    settings = load_settings(config).settings
    made = plan(find_protocol(id_or_file, _folders(settings)))
    now_ms = SystemClock().utc_ms()
    wearer: Wearer | None = None
    if name is not None:
        today = day_of(now_ms, settings.time_zone)
        with history(config) as (engine, _):
            wearer = Wearer(Roster(engine).find(name), today)
    workout = fit_workout(made, now_ms, wearer)
    with whole_file(out) as file:
        file.write(workout.content)
    say(f"{made.name} is written to {out}.")
    if wearer is not None and wearer.zones is None and not wearer.athlete.is_effort_only:
        say(f"Note: the zones of {name} are not known, so the targets are zones by number.")
    for sentence in workout.left_out:
        say(f"Note: {sentence}")


def import_protocol(
    config: Path | None, file: Path, out: Path | None, protocol_id: str | None
) -> None:
    """`switchback protocols import`; nothing is ever overwritten."""
    imported = import_workout(load_fit(file), str(file), protocol_id)
    if out is None:
        settings = load_settings(config).settings
        _check_free(imported, _folders(settings))
        out = _folders(settings)[1] / f"{imported.protocol_id}.toml"
        make_folder(out.parent)
    if out.exists():
        raise ExportError(f"{out} is there already and stays: choose another name with --out.")
    with whole_file(out) as target:
        target.write(imported.text.encode())
    say(f'{imported.name} is imported to {out}; its id is "{imported.protocol_id}".')
    for sentence in imported.notes:
        say(f"Note: {sentence}")


def draw_protocols(config: Path | None, wanted: Sequence[str], out: Path) -> None:
    """`switchback protocols draw`; what cannot be used is said on stderr."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from screens.timeline_sheet import draw_sheet  # noqa: PLC0415

    folders = _folders(load_settings(config).settings)
    chosen: list[Protocol] = [find_protocol(name, folders) for name in wanted]
    if not wanted:
        chosen, errors = load_folders(folders)
        for error in errors:
            sys.stderr.write(f"{error}\n")
    make_folder(out)
    for protocol in chosen:
        picture = out / f"{file_stem(protocol.id)}.png"
        with whole_file(picture) as file:
            file.write(draw_sheet(plan(protocol), choices_of(protocol)))
        say(f"{protocol.name}: {picture}")


def _minutes(made: Plan) -> str:
    """As planned, of one person's way; with a "+" when some step has no known length."""
    known = [step.planned_s for step in steps_in_a_row(made)]
    seconds = sum(span for span in known if span is not None)
    return f"{seconds / 60:.0f}{'+' if None in known else ''}"


def _folders(settings: Settings) -> tuple[Path, Path]:
    return protocol_folders(settings)


def _check_free(imported: ImportedWorkout, folders: Sequence[Path]) -> None:
    """Of two protocols with one id the second would be refused from then on."""
    taken = {protocol.id: protocol.name for protocol in load_folders(folders)[0]}
    wanted = imported.protocol_id
    if wanted not in taken:
        return
    free = next(f"{wanted[:55]}-{n}" for n in range(2, 1000) if f"{wanted[:55]}-{n}" not in taken)
    raise ProtocolError(
        f'The id "{wanted}" is taken by {taken[wanted]}: import it under another one, for example '
        f"with --id {free}."
    )
