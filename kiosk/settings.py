"""The configuration file: what may stand in it, its defaults, and plain words when it is wrong."""

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal, cast
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from kiosk.errors import SettingsError
from kiosk.line_pattern import compiled
from kiosk.night import night_of
from kiosk.toml_words import Location, WrongAt, explain, syntax_sentence

DEFAULT_FILE = Path("/etc/switchback/kiosk.toml")
DEFAULT_DATA = Path("/var/lib/switchback")
BAUDS = (1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200, 230400, 460800, 921600)
SIZE_LIMIT = 256 * 1024
LINE_GROUPS = frozenset({"pitch", "roll", "grade", "speed", "cadence"})
"""What a pattern of text lines may name: degrees, percent, km/h, a minute."""

Name = Annotated[str, Field(min_length=1, max_length=40, pattern=r"^[^\x00-\x1f@]+$")]
PortPath = Annotated[str, Field(min_length=1, max_length=4096, pattern=r"^[^\x00]+$")]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class AntSettings(_Table):
    """`port`: "auto" finds USB sticks, two if there are two; otherwise the path of an ANT module's
    serial port, or a list of two paths.
    """

    port: PortPath | Annotated[list[PortPath], Field(min_length=1, max_length=2)] = "auto"

    @field_validator("port", mode="before")
    @classmethod
    def _is_one_or_two(cls, port: object) -> object:
        ports = cast("list[object]", port) if isinstance(port, list) else [port]
        if not 1 <= len(ports) <= 2 or not all(isinstance(p, str) and p for p in ports):
            raise ValueError(
                'it cannot be empty; write "auto", a path in "quotes", or a list of two paths'
            )
        return cast("object", port)

    @property
    def ports(self) -> tuple[str, ...]:
        """One entry for each stick; "auto" stands for any USB stick not yet taken."""
        if isinstance(self.port, str):
            return ("auto", "auto") if self.port == "auto" else (self.port,)
        return tuple(self.port)


class ModbusSettings(_Table):
    """The register table of a Modbus RTU inclinometer; the defaults are WitMotion's."""

    slave: int = Field(default=0x50, ge=1, le=247)
    function: Literal[3, 4] = 3
    pitch_register: int = Field(default=0x3E, ge=0, le=0xFFFF)
    roll_register: int = Field(default=0x3D, ge=0, le=0xFFFF)
    registers: Literal[1, 2] = 1
    """Registers to a value; of two the high word comes first."""
    degrees_per_unit: float = Field(default=180 / 32768, gt=0, le=90, allow_inf_nan=False)


class AsciiSettings(_Table):
    """`preset` is a known kind of line, `pattern` a regular expression with one of the named groups
    pitch, roll (degrees), grade (percent), speed (km/h), cadence (a minute).
    """

    preset: Literal["csv", "json", "xy"] | None = None
    pattern: Annotated[str, Field(min_length=1, max_length=500)] | None = None

    @field_validator("pattern")
    @classmethod
    def _can_be_used(cls, pattern: str | None) -> str | None:
        if pattern is None:
            return None
        try:
            groups = set(re.compile(pattern).groupindex)
        except (re.error, RecursionError, OverflowError) as error:
            raise ValueError(f"is no regular expression ({error}): correct it") from None
        if not groups & LINE_GROUPS or groups - LINE_GROUPS:
            raise ValueError(
                "needs named groups like (?P<pitch>…), and no others than "
                + ", ".join(sorted(LINE_GROUPS))
            )
        try:
            compiled(pattern)
        except SettingsError as error:
            raise ValueError(str(error)) from None
        return pattern

    @model_validator(mode="after")
    def _is_one_of_them(self) -> "AsciiSettings":
        if self.preset is not None and self.pattern is not None:
            raise WrongAt(("pattern",), "preset and pattern cannot both be: take one away")
        return self


class InclineSettings(_Table):
    """One incline sensor, or a machine's console. `zero_deg` is the sensor's angle with the deck
    flat, `invert` turns the sign, `span` corrects the slope; a calibration at the screen replaces
    axis and all three.
    """

    driver: Literal["witmotion", "csafe", "modbus", "ascii", "trackmaster", "none"] = "none"
    port: PortPath | None = None
    baud: int | Literal["auto"] | None = None
    """None: what the driver's devices usually have."""
    axis: Literal["pitch", "roll"] = "pitch"
    zero_deg: float = Field(default=0.0, ge=-90, le=90, allow_inf_nan=False)
    span: float = Field(default=1.0, ge=0.5, le=2.0, allow_inf_nan=False)
    invert: bool = False
    modbus: ModbusSettings = ModbusSettings()
    ascii: AsciiSettings = AsciiSettings()

    @field_validator("baud", mode="before")
    @classmethod
    def _is_usual(cls, baud: object) -> object:
        if baud not in (None, "auto", *BAUDS) or isinstance(baud, float):
            numbers = ", ".join(map(str, BAUDS))
            raise ValueError(f'write "auto" or, without quotes, one of the numbers {numbers}')
        return baud

    @model_validator(mode="after")
    def _has_port(self) -> "InclineSettings":
        if self.driver != "none" and self.port is None:
            raise ValueError(
                'port is missing: add port = "/dev/serial/by-id/…", or set driver = "none"'
            )
        if self.driver == "ascii" and self.ascii == AsciiSettings():
            raise ValueError(
                'ascii needs [stations.incline.ascii]: add preset = "csv", "json" or "xy" there,'
                " or a pattern"
            )
        return self


Pin = Annotated[int, Field(ge=0, le=27)]
"""GPIO number, not the number of the pin on the header."""


class StationPanelSettings(_Table):
    """What is wired to the Pi's pins at one station; each part is optional."""

    start_pin: Pin | None = None
    lap_pin: Pin | None = None
    stop_pin: Pin | None = None
    """Normally closed: a cut wire reads as pressed."""
    red_pin: Pin | None = None
    green_pin: Pin | None = None
    blue_pin: Pin | None = None
    pulse_pin: Pin | None = None
    metres_per_pulse: float | None = Field(default=None, gt=0, le=100, allow_inf_nan=False)
    """Of the belt; on a treadmill."""
    steps_per_pulse: float = Field(default=1.0, gt=0, le=100, allow_inf_nan=False)
    """On a stair machine."""

    @property
    def pins(self) -> dict[str, int]:
        """The pins in use, by the name of their key."""
        named = {name: getattr(self, name) for name in type(self).model_fields}
        return {
            name: pin for name, pin in named.items() if name.endswith("_pin") and pin is not None
        }

    @model_validator(mode="after")
    def _has_all_of_a_beacon(self) -> "StationPanelSettings":
        wired = [name for name in ("red_pin", "green_pin", "blue_pin") if name in self.pins]
        if len(wired) in (1, 2):
            reason = "a beacon needs red_pin, green_pin and blue_pin: give all three"
            raise WrongAt(wired[:1], reason)
        return self


class GpioSettings(_Table):
    """`pins`: "gpio" for the Pi's own, or the path of a virtual panel."""

    pins: PortPath = "gpio"
    buzzer_pin: Pin | None = None


class ReaderSettings(_Table):
    """An RFID reader by its path under /dev/input/by-id; `station` is where it stands."""

    port: PortPath
    station: Name | None = None


class StationSettings(_Table):
    """One treadmill or stair machine."""

    name: Name
    kind: Literal["treadmill", "stair"] = "treadmill"
    incline: InclineSettings = InclineSettings()
    panel: StationPanelSettings = StationPanelSettings()
    equipment: int | None = Field(default=None, ge=1, le=1_048_575)
    """ANT+ device number of the machine itself, if it is fitness equipment on the air."""
    step_height_m: float = Field(default=0.203, ge=0.05, le=0.5, allow_inf_nan=False)
    """Of a stair machine."""


Language = Literal["en", "de"]
Units = Literal["metric", "imperial"]
Wall = Literal["auto", "only", "off"]
"""The group wall: on a second display if there is one, instead of the athletes' pages, or never."""


class DisplaySettings(_Table):
    """`diagonal_inch`: of the touchscreen; sizes on it are millimetres. What the settings page
    changes later goes before `left_handed`, `reduced_motion`, `sounds` and `wall`.
    """

    diagonal_inch: float = Field(default=7.0, ge=3, le=120)
    wall_diagonal_inch: float = Field(default=43.0, ge=3, le=120)
    wall: Wall = "auto"
    left_handed: bool = False
    reduced_motion: bool = False
    sounds: bool = True
    night: str = ""
    """ "22:30-06:00": then an idle screen is dark but for a small clock; "" never."""

    @field_validator("night")
    @classmethod
    def _is_a_night(cls, words: str) -> str:
        night_of(words)
        return words


class ClubSettings(_Table):
    """Where the club is; an empty time zone means the machine's own."""

    name: Annotated[str, Field(max_length=40, pattern=r"^[^\x00-\x1f]*$")] = ""
    time_zone: str = ""
    language: Language = "en"
    units: Units = "metric"

    @field_validator("time_zone")
    @classmethod
    def _is_known(cls, name: str) -> str:
        if name:
            try:
                ZoneInfo(name)
            except (KeyError, ValueError, OSError):
                raise ValueError('is not a time zone: write one like "Europe/Berlin"') from None
        return name


class HistorySettings(_Table):
    """`keep_beats_days`: after so many days the single beats of a session are dropped, while its
    seconds and results stay; 0 keeps them for good.
    """

    keep_beats_days: int = Field(default=400, ge=0, le=36_500)


class ExportsSettings(_Table):
    """`cable`: what is exported without a stick is also made into the drive that a laptop sees at
    the other end of a USB cable; systemd/switchback-cable.service shows it.
    """

    cable: bool = False


class Settings(_Table):
    """The whole file."""

    data_directory: PortPath = str(DEFAULT_DATA)
    ant: AntSettings = AntSettings()
    stations: tuple[StationSettings, ...] = Field(
        default=(StationSettings(name="Treadmill 1"),), max_length=32, strict=False
    )
    gpio: GpioSettings = GpioSettings()
    readers: tuple[ReaderSettings, ...] = Field(default=(), max_length=32, strict=False)
    display: DisplaySettings = DisplaySettings()
    club: ClubSettings = ClubSettings()
    history: HistorySettings = HistorySettings()
    exports: ExportsSettings = ExportsSettings()

    @model_validator(mode="after")
    def _are_names_unique(self) -> "Settings":
        seen: set[str] = set()
        for number, station in enumerate(self.stations):
            if station.name.casefold() in seen:
                where = ("stations", number, "name")
                raise WrongAt(where, f'two stations are called "{station.name}": rename one')
            seen.add(station.name.casefold())
        return self

    @model_validator(mode="after")
    def _is_every_device_named_once(self) -> "Settings":
        ports: list[tuple[Location, str]] = [
            (("ant", "port"), port) for port in self.ant.ports if port != "auto"
        ]
        machines: set[int] = set()
        for number, station in enumerate(self.stations):
            if station.incline.driver != "none" and station.incline.port is not None:
                ports.append((("stations", number, "incline", "port"), station.incline.port))
            if station.equipment in machines:
                where = ("stations", number, "equipment")
                raise WrongAt(where, f"two stations have machine {station.equipment}: change one")
            machines |= set() if station.equipment is None else {station.equipment}
        ports += [(("readers", n, "port"), reader.port) for n, reader in enumerate(self.readers)]
        seen: set[str] = set()
        for where, port in ports:
            if port in seen:
                raise WrongAt(where, f"two devices cannot both be on {port}: correct one of them")
            seen.add(port)
        return self

    @model_validator(mode="after")
    def _is_every_pin_used_once(self) -> "Settings":
        used: dict[int, str] = {}
        pins: list[tuple[Location, str, int]] = [
            (("stations", number, "panel", name), f"{name} of {station.name}", pin)
            for number, station in enumerate(self.stations)
            for name, pin in station.panel.pins.items()
        ]
        if self.gpio.buzzer_pin is not None:
            pins.append((("gpio", "buzzer_pin"), "the buzzer", self.gpio.buzzer_pin))
        for where, what, pin in pins:
            if pin in used:
                raise WrongAt(where, f"pin {pin} is {used[pin]} and {what}: change one")
            used[pin] = what
        return self

    @model_validator(mode="after")
    def _do_readers_stand_somewhere(self) -> "Settings":
        names = {station.name for station in self.stations}
        places: set[str | None] = set()
        for number, reader in enumerate(self.readers):
            where, place = ("readers", number, "station"), reader.station
            if place in places:
                spot = "without a station" if place is None else f'at "{place}"'
                raise WrongAt(where, f"two readers stand {spot}: give each a station of its own")
            if place is not None and place not in names:
                known = ", ".join(f'"{name}"' for name in sorted(names))
                raise WrongAt(where, f'"{place}" is no station: write one of {known}')
            places.add(place)
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


def data_path_of(file: Path | None = None, environment: Mapping[str, str] = os.environ) -> Path:
    """The data directory; where the configuration is broken and cannot say, the usual one."""
    try:
        return load_settings(file, environment).settings.data_path
    except SettingsError:
        return Path(environment.get("SWITCHBACK_DATA") or DEFAULT_DATA)


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
