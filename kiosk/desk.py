"""The commands on sessions and their exports."""

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from kiosk.answers import history, local, say, say_json, utc
from kiosk.clock import SystemClock
from kiosk.errors import ExportError
from kiosk.export.bundle import export
from kiosk.history.lock import DataLock
from kiosk.history.queries import History, SessionSummary
from kiosk.history.recovery import close_session as close_cut_session
from kiosk.settings import load_settings


def list_sessions(config: Path | None, as_json: bool) -> None:
    """`switchback sessions list`."""
    with history(config) as (engine, settings):
        sessions = History(engine).sessions()
    if as_json:
        say_json([_session_json(session) for session in sessions])
        return
    table = Table("Id", "Started", "Protocol", "State", "Athletes")
    for session in sessions:
        started = local(session.started_utc_ms, settings)
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
        "started_utc": utc(session.started_utc_ms),
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
    with DataLock(settings.data_path), history(config) as (engine, _):
        close_cut_session(engine, session_id, SystemClock().utc_ms())
    say(f"Session {session_id} is closed; everything that was recorded stays.")


def export_sessions(
    config: Path | None, out: Path, session_ids: Sequence[int], formats: str
) -> None:
    """`switchback export`."""
    wanted = [word.strip() for word in formats.split(",") if word.strip()]
    if not wanted:
        raise ExportError("No format is named: write --format csv.")
    with history(config) as (engine, _):
        files = export(History(engine), out, list(session_ids) or None, wanted)
    say(f"{len(files)} files written to {out}.")
