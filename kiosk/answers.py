"""What the commands on the history share: opening it, and how they answer on the terminal."""

import json
import sys
from collections.abc import Generator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy import Engine

from kiosk.clock import SystemClock
from kiosk.days import day_of, local_time
from kiosk.history.database import DATABASE_NAME, open_engine
from kiosk.history.results import Results
from kiosk.session.pace import StationFacts
from kiosk.settings import Settings, load_settings


@contextmanager
def history(config: Path | None) -> Generator[tuple[Engine, Settings]]:
    settings = load_settings(config).settings
    engine = open_engine(settings.data_path / DATABASE_NAME)
    try:
        yield engine, settings
    finally:
        engine.dispose()


def results(engine: Engine, settings: Settings) -> Results:
    """Measures with what the configuration says of the stations."""
    stations = [StationFacts(s.name, s.kind, s.step_height_m) for s in settings.stations]
    return Results(engine, stations)


def today(settings: Settings) -> date:
    """The club's local day."""
    return day_of(SystemClock().utc_ms(), settings.time_zone)


def local(utc_ms: int, settings: Settings) -> datetime:
    return local_time(utc_ms, settings.time_zone)


def utc(utc_ms: int | None) -> str | None:
    if utc_ms is None:
        return None
    utc = datetime.fromtimestamp(utc_ms / 1000, UTC)
    return utc.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def say(sentence: str) -> None:
    sys.stdout.write(sentence + "\n")


def say_json(value: object) -> None:
    say(json.dumps(value, ensure_ascii=False, indent=2, default=str))
