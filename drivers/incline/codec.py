"""The protocols that can be read, and what they share: bytes in, readings out, harmless asks."""

from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType
from typing import Protocol

from drivers.incline import trackmaster
from drivers.incline.ascii_lines import AsciiReader
from drivers.incline.csafe import CsafeReader
from drivers.incline.modbus import ModbusReader
from drivers.incline.readings import Reading
from drivers.incline.trackmaster import TrackmasterReader
from drivers.incline.witmotion import WitMotionReader
from kiosk.errors import SettingsError
from kiosk.settings import InclineSettings
from kiosk.words import text


class Codec(Protocol):
    """One protocol without its port. Any bytes in any chunks never make it raise."""

    @property
    def asks(self) -> frozenset[bytes]:
        """All that may ever be sent. Nothing of it changes anything in a machine."""
        ...

    @property
    def frames(self) -> int:
        """Good frames so far."""
        ...

    @property
    def damaged(self) -> int:
        """Frames so far that were spoilt on the way."""
        ...

    @property
    def changes(self) -> int | None:
        """Readings so far that differed from the one before in any bit; None where a device that
        is well may repeat itself.
        """
        ...

    @property
    def complaint(self) -> str:
        """What is wrong, and what to do, when frames come and bring no reading: "sends no …"."""
        ...

    def ask(self, at: float) -> bytes:
        """What is to be sent at `at` (monotonic seconds): one of `asks`, or nothing."""
        ...

    def feed(self, data: bytes) -> list[Reading]:
        """The readings that these bytes complete, oldest first."""
        ...


@dataclass(frozen=True, slots=True)
class Kind:
    """One driver of the configuration."""

    title: str
    bauds: tuple[int, ...]
    """What such devices run at, usual ones first."""
    reader: Callable[[InclineSettings], Codec]
    is_console: bool = False
    has_one_usual_baud: bool = True


KINDS = MappingProxyType(
    {
        "witmotion": Kind(
            text("WitMotion sensor"),
            (115200, 9600),
            lambda _: WitMotionReader(),
            has_one_usual_baud=False,
        ),
        "csafe": Kind(text("CSAFE console"), (9600,), lambda _: CsafeReader(), is_console=True),
        "modbus": Kind(
            text("Modbus sensor"), (9600, 115200, 19200, 4800), lambda its: ModbusReader(its.modbus)
        ),
        "ascii": Kind(
            text("Sensor that sends lines"),
            (9600, 115200, 19200, 38400, 57600),
            lambda its: AsciiReader(its.ascii),
        ),
        "trackmaster": Kind(
            text("TrackMaster console"),
            (trackmaster.BAUD,),
            lambda _: TrackmasterReader(),
            is_console=True,
        ),
    }
)


def bauds_to_try(settings: InclineSettings) -> tuple[int, ...]:
    """The rate of the configuration, or what such devices have, or with "auto" all of these.

    Never TrackMaster's rate for questions that would move a TrackMaster's belt, should one be on
    the cable: raises SettingsError when no other is left, and for a table that cannot be used.
    """
    kind = KINDS[settings.driver]
    asked = {byte for question in kind.reader(settings).asks for byte in question}
    bauds = _bauds(kind, settings)
    if trackmaster.BELT_ORDERS & asked:
        bauds = tuple(baud for baud in bauds if baud != trackmaster.BAUD)
    if not bauds:
        raise SettingsError(
            text(
                "at {baud} baud its questions would be orders to the belt of a TrackMaster "
                'treadmill: write another baud rate, or driver = "trackmaster"',
                baud=trackmaster.BAUD,
            )
        )
    return bauds


def _bauds(kind: Kind, settings: InclineSettings) -> tuple[int, ...]:
    if isinstance(settings.baud, int):
        return (settings.baud,)
    if settings.baud == "auto" or not kind.has_one_usual_baud:
        return kind.bauds
    return kind.bauds[:1]
