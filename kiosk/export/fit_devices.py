"""What a FIT activity says of the devices behind it: the kiosk first, straps, pods, the station."""

from collections.abc import Iterator
from typing import Final

import kiosk
from kiosk.export.fit_profile import DEVELOPMENT, DeviceType, Source
from kiosk.export.fit_writer import Value
from kiosk.export.recording import Recording

PRODUCT_NAME: Final = "Switchback"
_MAJOR, _MINOR = (int(number) for number in kiosk.__version__.split(".")[:2])
VERSION: Final = 100 * _MAJOR + _MINOR
_BATTERY: Final = {"new": 1, "good": 2, "ok": 3, "low": 4, "critical": 5}
_ANT_NUMBER: Final = 0xFFFF
"""FIT has room for the lower 16 of a device number's 20 bits."""

Device = dict[str, Value]


def devices_of(recording: Recording) -> Iterator[Device]:
    """The fields of a device_info each, without its time and index."""
    yield {
        "manufacturer": DEVELOPMENT,
        "software_version": VERSION / 100,
        "source_type": Source.LOCAL,
        "product_name": PRODUCT_NAME,
    }
    provenance, who = recording.provenance(), recording.who.athlete_id
    own = next((part for part in provenance.parts if part.athlete_id == who), None)
    if own is None:
        return
    for strap in {strap.device_number: strap for strap in own.straps}.values():
        yield _ant(DeviceType.HEART_RATE, strap.device_number) | {
            "manufacturer": strap.manufacturer,
            "battery_level": strap.battery_percent,
            "battery_status": _BATTERY.get(strap.battery_status or ""),
        }
    for number in own.foot_pods:
        yield _ant(DeviceType.STRIDE_SPEED_DISTANCE, number)
    for sensor in provenance.sensors:
        if sensor.station in own.stations and sensor.sensor is not None:
            name = " ".join(word for word in (sensor.sensor, sensor.firmware) if word)
            yield {"source_type": Source.LOCAL, "product_name": name}


def _ant(kind: DeviceType, number: int) -> Device:
    return {
        "device_type": kind,
        "source_type": Source.ANTPLUS,
        "ant_device_number": number & _ANT_NUMBER,
    }
