"""The ANT sticks of a kiosk, one or two, as devices that hear with the same ears."""

from collections.abc import Callable, Mapping, Sequence

from drivers.ant.ears import Ears
from drivers.ant.radio import AntRadio
from drivers.ant.transport import UsbSticks
from drivers.supervisor import Device
from kiosk.clock import Clock
from kiosk.events import Event


def ant_devices(
    ports: Sequence[str],
    post: Callable[[Event], None],
    clock: Clock,
    equipment: Mapping[int, str],
) -> list[Device]:
    """Devices "ant", "ant:2"… for `ports`: "auto" is any USB stick that is free, anything else
    a serial port's path.

    A second "auto" is optional: most kiosks have one stick. `equipment`: station by the ANT device
    number of the machine that stands there.
    """
    ears = Ears(post, equipment)
    sticks = UsbSticks()
    return [
        AntRadio(
            port,
            post,
            clock,
            ears,
            place=place,
            sticks=sticks,
            optional=port == "auto" and "auto" in ports[:place],
        )
        for place, port in enumerate(ports)
    ]
