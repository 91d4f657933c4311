"""The drivers together: what one says where another knows better."""

from collections.abc import Callable
from pathlib import Path

import pytest

from drivers.supervisor import Supervisor
from drivers.virtual.ant import VirtualStick
from drivers.virtual.equipment import VirtualEquipment
from drivers.virtual.incline import VirtualIncline
from drivers.virtual.machine import VirtualMachine
from kiosk import hardware
from kiosk.clock import SystemClock
from kiosk.events import Event, Grade, Motion
from kiosk.settings import Settings


def test_a_sensor_of_the_station_counts_before_the_grade_its_machine_was_set_to(
    tmp_path: Path, eventually: Callable[..., None]
) -> None:
    stick, port = tmp_path / "stick", tmp_path / "port"
    machines = [
        VirtualEquipment(number, VirtualMachine(grade_percent=4.0, speed_kmh=6.0))
        for number in (3000, 3001)
    ]
    settings = Settings.model_validate(
        {
            "data_directory": str(tmp_path),
            "ant": {"port": str(stick)},
            "stations": [
                {
                    "name": "Measured",
                    "equipment": 3000,
                    "incline": {"driver": "witmotion", "port": str(port)},
                },
                {"name": "Told", "equipment": 3001},
            ],
        }
    )
    events: list[Event] = []
    clock = SystemClock()
    twins = [VirtualStick(stick, [], equipment=machines, period_s=0.05), VirtualIncline(port, 10.0)]
    for twin in twins:
        twin.start()
    built = hardware.build(settings, events.append, clock)

    def grades(station: str) -> list[float]:
        said = [event for event in list(events) if isinstance(event, Grade)]
        return [grade.percent for grade in said if grade.station == station]

    def speeds() -> list[float | None]:
        return [event.speed_kmh for event in list(events) if isinstance(event, Motion)]

    with Supervisor(built.devices, events.append, clock):
        eventually(lambda: grades("Measured") and grades("Told") and any(speeds()), 10.0)
    for twin in twins:
        twin.stop()
    assert set(grades("Told")) == {4.0}
    assert grades("Measured") == pytest.approx([10.0] * len(grades("Measured")), abs=0.2)
