"""The commands on sessions and their exports."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from kiosk.answers import history, local, results, say, say_json, utc
from kiosk.clock import SystemClock
from kiosk.errors import ExportError
from kiosk.export.bundle import PDF, export
from kiosk.export.person import export_person
from kiosk.history.lock import DataLock
from kiosk.history.queries import AthleteSummary, History, SessionSummary
from kiosk.history.recovery import close_session as close_cut_session
from kiosk.history.results import Part
from kiosk.history.roster import Roster
from kiosk.history.steps import StepDone, steps_done
from kiosk.reports import report_writers, writers_without_window
from kiosk.settings import load_settings
from kiosk.training.measure import Measure, shown
from kiosk.training.zones import shown_bpm


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
        "athletes": [_athlete_json(athlete) for athlete in session.athletes],
    }


def _athlete_json(athlete: AthleteSummary) -> dict[str, object]:
    return {
        "name": athlete.name,
        "duration_s": athlete.duration_s,
        "samples": athlete.samples,
        "missing_s": athlete.missing_s,
    }


def show_session(config: Path | None, session_id: int, as_json: bool) -> None:
    """`switchback sessions show`: what everybody in it came to, and step by step."""
    with history(config) as (engine, settings):
        past = History(engine)
        session, plan = past.session(session_id), past.plan(session_id)
        provenance = past.provenance(session_id)
        measure = results(engine, settings)
        parts: list[_Part] = []
        for who in session.athletes:
            part = Part(session.id, who.athlete_id)
            measures = measure.kept(part)
            if measures is None:  # still running, or not measured yet
                measures = measure.measure(part).measures
            steps = steps_done(plan, past.iter_samples(session.id, who.athlete_id))
            parts.append(_Part(who, measures, steps))
    if as_json:
        said = _session_json(session) | {
            "name": session.protocol_name,
            "provenance": asdict(provenance),
        }
        say_json(said | {"athletes": [_part_json(part) for part in parts]})
        return
    started = local(session.started_utc_ms, settings)
    say(f"Session {session.id}: {session.protocol_name}, {started:%Y-%m-%d %H:%M}, {session.state}")
    for part in parts:
        _print_part(part)


@dataclass(frozen=True, slots=True)
class _Part:
    """What one athlete came to."""

    who: AthleteSummary
    measures: Sequence[Measure]
    steps: Sequence[StepDone]


def _part_json(part: _Part) -> dict[str, object]:
    return _athlete_json(part.who) | {
        "measures": [asdict(measure) for measure in part.measures],
        "steps": [asdict(step) for step in part.steps],
    }


def _print_part(part: _Part) -> None:
    console = Console()
    minutes, seconds = divmod(part.who.duration_s, 60)
    console.print(f"\n{part.who.name}, {minutes}:{seconds:02d}", markup=False)
    table = Table("Measure", "Value", "To know")
    for one in part.measures:
        table.add_row(one.name, shown(one), one.missing or one.note)
    console.print(table if part.measures else "Nothing could be measured.")
    steps = Table("Step", "Time", "Mean HR", "Highest", "Mean grade", "Mean km/h")
    for step in part.steps:
        steps.add_row(
            step.name,
            f"{step.duration_s // 60}:{step.duration_s % 60:02d}",
            *("" if bpm is None else f"{shown_bpm(bpm)}" for bpm in (step.mean_bpm, step.max_bpm)),
            *("" if n is None else f"{n:.1f}" for n in (step.mean_grade_percent, step.mean_kmh)),
        )
    if part.steps:
        console.print(steps)


def close_session(config: Path | None, session_id: int) -> None:
    """`switchback sessions close`."""
    settings = load_settings(config).settings
    with DataLock(settings.data_path), history(config) as (engine, _):
        close_cut_session(engine, session_id, SystemClock().utc_ms())
    say(f"Session {session_id} is closed; everything that was recorded stays.")


def export_sessions(
    config: Path | None,
    out: Path,
    session_ids: Sequence[int],
    formats: str,
    athlete: str | None = None,
) -> None:
    """`switchback export`."""
    wanted = [word.strip() for word in formats.split(",") if word.strip()]
    if not wanted:
        raise ExportError("No format is named: write --format csv.")
    with history(config) as (engine, settings):
        past, numbers = History(engine), list(session_ids) or None
        is_drawn = PDF in wanted
        writers = writers_without_window(engine, settings) if is_drawn else report_writers()
        if athlete is None:
            files = export(past, out, numbers, wanted, writers=writers)
        else:
            who = Roster(engine).find(athlete)
            files = export_person(past, who, out, numbers, wanted, writers)
    say(f"{len(files)} files written to {out}.")
