"""The configuration file: what may stand in it, its defaults, and plain words when it is wrong."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from kiosk.errors import SettingsError
from kiosk.toml_words import explain, syntax_sentence

DEFAULT_FILE = Path("/etc/switchback/kiosk.toml")
DEFAULT_DATA = Path("/var/lib/switchback")
BAUDS = (1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200, 230400, 460800, 921600)
SIZE_LIMIT = 256 * 1024

Name = Annotated[str, Field(min_length=1, max_length=40, pattern=r"^[^\x00-\x1f@]+$")]
PortPath = Annotated[str, Field(min_length=1, max_length=4096, pattern=r"^[^\x00]+$")]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class AntSettings(_Table):
    """`port`: "auto" finds a USB stick; otherwise the path of an ANT module's serial port."""

    port: PortPath = "auto"


class InclineSettings(_Table):
    """One incline sensor. `zero_deg` is its angle with the deck flat; `invert` turns the sign."""

    driver: Literal["witmotion", "csafe", "modbus", "ascii", "trackmaster", "none"] = "none"
    port: PortPath | None = None
    baud: int | Literal["auto"] = 115200
    axis: Literal["pitch", "roll"] = "pitch"
    zero_deg: float = Field(default=0.0, ge=-90, le=90, allow_inf_nan=False)
    invert: bool = False

    @field_validator("driver")
    @classmethod
    def _is_supported(cls, driver: str) -> str:
        if driver not in ("witmotion", "none"):
            raise ValueError(f'this version cannot read "{driver}": use "witmotion" or "none"')
        return driver

    @field_validator("baud")
    @classmethod
    def _is_usual(cls, baud: int | str) -> int | str:
        if baud != "auto" and baud not in BAUDS:
            raise ValueError(f'write "auto" or one of {", ".join(map(str, BAUDS))}')
        return baud

    @model_validator(mode="after")
    def _has_port(self) -> "InclineSettings":
        if self.driver != "none" and self.port is None:
            raise ValueError(
                'port is missing: add port = "/dev/serial/by-id/…", or set driver = "none"'
            )
        return self


class StationSettings(_Table):
    """One treadmill or stair machine."""

    name: Name
    kind: Literal["treadmill", "stair"] = "treadmill"
    incline: InclineSettings = InclineSettings()


class DisplaySettings(_Table):
    """`diagonal_inch`: of the touchscreen; sizes on it are millimetres."""

    diagonal_inch: float = Field(default=7.0, ge=3, le=120)


class ClubSettings(_Table):
    """Where the club is; an empty time zone means the machine's own."""

    time_zone: str = ""
    language: Literal["en"] = "en"
    units: Literal["metric"] = "metric"

    @field_validator("time_zone")
    @classmethod
    def _is_known(cls, name: str) -> str:
        if name:
            try:
                ZoneInfo(name)
            except (KeyError, ValueError, OSError):
                raise ValueError('is not a time zone: write one like "Europe/Berlin"') from None
        return name


class Settings(_Table):
    """The whole file."""

    data_directory: PortPath = str(DEFAULT_DATA)
    ant: AntSettings = AntSettings()
    stations: tuple[StationSettings, ...] = Field(
        default=(StationSettings(name="Treadmill 1"),), max_length=32, strict=False
    )
    display: DisplaySettings = DisplaySettings()
    club: ClubSettings = ClubSettings()

    @model_validator(mode="after")
    def _are_names_unique(self) -> "Settings":
        seen: set[str] = set()
        for station in self.stations:
            if station.name.casefold() in seen:
                raise ValueError(f'two stations are called "{station.name}": rename one')
            seen.add(station.name.casefold())
        return self

    @property
    def data_path(self) -> Path:
        return Path(self.data_directory)

    @property
    def time_zone(self) -> ZoneInfo | None:
        return ZoneInfo(self.club.time_zone) if self.club.time_zone else None


@dataclass(frozen=True, slots=True)
class LoadedSettings:
    """The settings, and where they come from in words."""

    settings: Settings
    source: str


def load_settings(
    file: Path | None = None, environment: Mapping[str, str] = os.environ
) -> LoadedSettings:
    """Reads `file`, else SWITCHBACK_CONFIG, else the usual place, else takes the defaults.

    SWITCHBACK_DATA overrides the data directory. Raises SettingsError with file, key and mend.
    """
    named = environment.get("SWITCHBACK_CONFIG")
    path = file or (Path(named) if named else None)
    if path is None and not DEFAULT_FILE.exists():
        settings, source = Settings(), f"defaults (no file at {DEFAULT_FILE})"
    else:
        path = path or DEFAULT_FILE
        settings, source = _read(path), str(path)
    data = environment.get("SWITCHBACK_DATA")
    if data:
        settings = settings.model_copy(update={"data_directory": data})
    return LoadedSettings(settings, source)


def _read(path: Path) -> Settings:
    try:
        with path.open("rb") as file:
            raw = file.read(SIZE_LIMIT + 1)
        if len(raw) > SIZE_LIMIT:
            raise SettingsError(f"{path} is larger than 256 kB: is it really the configuration?")
        text = raw.decode("utf-8")
        tree: dict[str, Any] = tomllib.loads(text)
    except RecursionError:
        raise SettingsError(f"{path} is nested too deeply: start from config/kiosk.toml.") from None
    except OSError as error:
        raise SettingsError(
            f"{path} cannot be read ({error.strerror}): check the path and its permissions."
        ) from None
    except ValueError as error:  # not TOML, not UTF-8, or a number of thousands of digits
        raise SettingsError(syntax_sentence(str(path), error)) from None
    try:
        return Settings.model_validate(tree)
    except ValidationError as error:
        raise SettingsError(explain(str(path), text, error, Settings)) from None
