"""The commands that read or change what is on disk: people, sessions, exports, protocols."""

import json
import sys
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.table import Table
from sqlalchemy import Engine

from kiosk.clock import SystemClock
from kiosk.errors import ExportError, ProtocolError
from kiosk.export.bundle import export
from kiosk.history.database import DATABASE_NAME, open_engine
from kiosk.history.lock import DataLock
from kiosk.history.queries import History, SessionSummary
from kiosk.history.recovery import close_session as close_cut_session
from kiosk.history.roster import Roster
from kiosk.history.shelf import Shelf
from kiosk.settings import Settings, load_settings
from kiosk.training.athlete import Sex
from kiosk.training.protocol_plan import plan, warnings_of
from kiosk.training.protocols import load_folders, load_protocol


@contextmanager
def _history(config: Path | None) -> Generator[tuple[Engine, Settings]]:
    settings = load_settings(config).settings
    engine = open_engine(settings.data_path / DATABASE_NAME)
    try:
        yield engine, settings
    finally:
        engine.dispose()


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
    with _history(config) as (engine, _):
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
    _say(f"{athlete.name} is on the roster; consent recorded by staff today.")


def list_athletes(config: Path | None, as_json: bool) -> None:
    """`switchback roster list`."""
    with _history(config) as (engine, _):
        athletes = Roster(engine).list()
    if as_json:
        # Tags are only counted: what is kept of them is nobody's business.
        _say_json([asdict(athlete) | {"tags": len(athlete.tags)} for athlete in athletes])
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
    with _history(config) as (engine, _):
        Roster(engine).remove(name)
    _say(f"{name} is off the roster; recorded sessions stay.")


# -- the club's straps ---------------------------------------------------------------------------


def list_straps(config: Path | None, as_json: bool) -> None:
    """`switchback straps list`."""
    with _history(config) as (engine, settings):
        pool = Shelf(engine).list()
        names = {athlete.id: athlete.name for athlete in Roster(engine).list()}
    if as_json:
        _say_json(
            [
                {
                    "number": strap.number,
                    "device_number": strap.device_number,
                    "holder": names.get(strap.holder_id or 0),
                    "battery_percent": strap.battery_percent,
                    "battery_status": strap.battery_status,
                    "last_used_utc": _utc(strap.last_used_utc_ms),
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
            "" if used is None else f"{_local(used, settings):%Y-%m-%d %H:%M}",
            names.get(strap.holder_id or 0, ""),
        )
    Console().print(table if pool else "None yet: switchback straps add NUMBER DEVICE_NUMBER")


def add_strap(config: Path | None, number: int, device_number: int) -> None:
    """`switchback straps add`."""
    with _history(config) as (engine, _):
        Shelf(engine).add(number, device_number)
    _say(f"Strap {device_number} is number {number} of the club.")


def drop_strap(config: Path | None, number: int) -> None:
    """`switchback straps drop`."""
    with _history(config) as (engine, _):
        Shelf(engine).drop(number)
    _say(f"Strap {number} is off the shelf.")


# -- sessions ------------------------------------------------------------------------------------


def list_sessions(config: Path | None, as_json: bool) -> None:
    """`switchback sessions list`."""
    with _history(config) as (engine, settings):
        sessions = History(engine).sessions()
    if as_json:
        _say_json([_session_json(session) for session in sessions])
        return
    table = Table("Id", "Started", "Protocol", "State", "Athletes")
    for session in sessions:
        started = _local(session.started_utc_ms, settings)
        people = (
            f"{a.name} {a.duration_s // 60}:{a.duration_s % 60:02d}"
            + (f" ({a.missing_s} s missing)" if a.missing_s else "")
            for a in session.athletes
        )
        table.add_row(
            str(session.id),
            f"{started:%Y-%m-%d %H:%M}",
            session.protocol_name,
            session.state,
            ", ".join(people),
        )
    Console().print(table if sessions else "No session has been recorded yet.")


def _session_json(session: SessionSummary) -> dict[str, object]:
    return {
        "id": session.id,
        "started_utc": _utc(session.started_utc_ms),
        "protocol": session.protocol_id,
        "state": session.state,
        "athletes": [
            {
                "name": athlete.name,
                "duration_s": athlete.duration_s,
                "samples": athlete.samples,
                "missing_s": athlete.missing_s,
            }
            for athlete in session.athletes
        ],
    }


def close_session(config: Path | None, session_id: int) -> None:
    """`switchback sessions close`."""
    settings = load_settings(config).settings
    with DataLock(settings.data_path), _history(config) as (engine, _):
        close_cut_session(engine, session_id, SystemClock().utc_ms())
    _say(f"Session {session_id} is closed; everything that was recorded stays.")


def export_sessions(
    config: Path | None, out: Path, session_ids: Sequence[int], formats: str
) -> None:
    """`switchback export`."""
    wanted = [word.strip() for word in formats.split(",") if word.strip()]
    if not wanted:
        raise ExportError("No format is named: write --format csv.")
    with _history(config) as (engine, _):
        files = export(History(engine), out, list(session_ids) or None, wanted)
    _say(f"{len(files)} files written to {out}.")


# -- protocols -----------------------------------------------------------------------------------


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
            _say(f"{file}: {protocol.name}, {len(steps)} steps, can be used.")
            for warning in warnings_of(protocol):
                _say(f"{file}: note: {warning}")
    return status


def _local(utc_ms: int, settings: Settings) -> datetime:
    return datetime.fromtimestamp(utc_ms / 1000, settings.time_zone)


def _utc(utc_ms: int | None) -> str | None:
    if utc_ms is None:
        return None
    utc = datetime.fromtimestamp(utc_ms / 1000, UTC)
    return utc.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _say(sentence: str) -> None:
    sys.stdout.write(sentence + "\n")


def _say_json(value: object) -> None:
    _say(json.dumps(value, ensure_ascii=False, indent=2, default=str))
