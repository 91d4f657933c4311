"""What the commands on the history share: opening it, and how they answer on the terminal."""

import json
import sys
from collections.abc import Generator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine

from kiosk.history.database import DATABASE_NAME, open_engine
from kiosk.settings import Settings, load_settings


@contextmanager
def history(config: Path | None) -> Generator[tuple[Engine, Settings]]:
    settings = load_settings(config).settings
    engine = open_engine(settings.data_path / DATABASE_NAME)
    try:
        yield engine, settings
    finally:
        engine.dispose()


def local(utc_ms: int, settings: Settings) -> datetime:
    return datetime.fromtimestamp(utc_ms / 1000, settings.time_zone)


def utc(utc_ms: int | None) -> str | None:
    if utc_ms is None:
        return None
    utc = datetime.fromtimestamp(utc_ms / 1000, UTC)
    return utc.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def say(sentence: str) -> None:
    sys.stdout.write(sentence + "\n")


def say_json(value: object) -> None:
    say(json.dumps(value, ensure_ascii=False, indent=2, default=str))
