"""Every driver that the configuration asks for, built and held together."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from drivers.ant.sticks import ant_devices
from drivers.incline.station import StationDevice, station_device
from drivers.panel import PanelDevice, panel_device
from drivers.supervisor import Device
from drivers.tap import reader_device
from kiosk.calibration import Calibration
from kiosk.clock import Clock
from kiosk.events import Event, Grade
from kiosk.health import gives_angles
from kiosk.settings import InclineSettings, Settings
from kiosk.tags import TagSeal


@dataclass(frozen=True, slots=True)
class Hardware:
    """The devices, in the order in which people look for them."""

    devices: tuple[Device, ...]
    stations: Mapping[str, StationDevice] = field(default_factory=dict[str, StationDevice])
    """Those with a sensor or console, by name."""
    panel: PanelDevice | None = None

    def calibrate(self, station: str, calibration: Calibration) -> None:
        """The station's sensor reads with this from now on; nothing for one without a sensor."""
        if station in self.stations:
            self.stations[station].calibrate(calibration)


def build(
    settings: Settings,
    post: Callable[[Event], None],
    clock: Clock,
    calibrations: Mapping[str, Calibration] | None = None,
) -> Hardware:
    """Opens nothing yet; what cannot be opened says so once the supervisor runs it.

    Raises SettingsError for a line that is asked in a way that is not safe or not possible.
    """
    calibrated = calibrations or {}
    equipment = {s.equipment: s.name for s in settings.stations if s.equipment is not None}
    made = (station_device(s, calibrated.get(s.name), post, clock) for s in settings.stations)
    stations = {device.station: device for device in made if device is not None}
    panel = panel_device(settings.stations, settings.gpio, post, clock)
    sensed = [s.name for s in settings.stations if gives_angles(s.incline)]
    on_air = without_grades(post, sensed)
    devices: list[Device] = [*ant_devices(settings.ant.ports, on_air, clock, equipment)]
    devices += stations.values()
    devices += [] if panel is None else [panel]
    seal = TagSeal(settings.data_path)
    devices += [reader_device(reader, seal, post, clock) for reader in settings.readers]
    return Hardware(tuple(devices), stations, panel)


def without_grades(
    post: Callable[[Event], None], sensed: Collection[str]
) -> Callable[[Event], None]:
    """`post` for what is heard on the air, where a machine may say a grade that is only the one it
    was set to: at a station with a sensor of its own the two would take turns in the record.
    """

    def tell(event: Event) -> None:
        if not (isinstance(event, Grade) and event.station in sensed):
            post(event)

    return tell


def calibrations_of(settings: Settings, kept: Mapping[str, Calibration]) -> dict[str, Calibration]:
    """How each station's sensor is read: as calibrated at the screen, else as configured."""
    return {
        station.name: kept.get(station.name) or configured(station.incline)
        for station in settings.stations
        if station.incline.driver != "none"
    }


def configured(incline: InclineSettings) -> Calibration:
    return Calibration(incline.axis, incline.zero_deg, incline.invert, incline.span)
