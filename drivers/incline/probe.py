"""What is speaking on a serial port? Listens first, then asks what can do nothing to a machine."""

import threading
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from typing import Literal

from drivers.incline import csafe
from drivers.incline.ascii_lines import AsciiReader
from drivers.incline.codec import KINDS, Codec
from drivers.incline.csafe import CsafeReader
from drivers.incline.modbus import ModbusReader
from drivers.incline.trackmaster import TrackmasterReader
from drivers.incline.witmotion import WitMotionReader
from drivers.serial_port import open_port, read_batch, send
from kiosk.clock import Clock
from kiosk.errors import DeviceError
from kiosk.settings import AsciiSettings, ModbusSettings

LISTEN_BAUDS = (115200, 9600, 57600, 38400, 19200, 4800)
LISTEN_S = 1.5
"""At each rate; long enough for a sensor that speaks once a second."""
ASK_S = 1.5
BATCH_S = 0.05
PROOF_FRAMES = 3
PROOF_LINES = 2
SILENT_TRIES = 2
"""Rates listened at in vain: whatever speaks brings bytes at any of them, if not the right ones."""
FEW_BYTES = 64
"""While listening; what says more speaks by itself, and is not spoken to."""
Preset = Literal["csv", "json", "xy"]
PRESETS: tuple[Preset, ...] = ("csv", "json", "xy")
SHOWN = 40


@dataclass(frozen=True, slots=True)
class Probed:
    """What was found. `kind` is a driver's name, else "silent", "noise", "lines" or "unusable"."""

    kind: str
    baud: int | None
    sentence: str
    is_known: bool
    configuration: str = ""
    """The lines to write under [stations.incline]."""


def probe(port: str, clock: Clock, stop: threading.Event) -> Probed:
    """Says what speaks on `port`, within 20 s or soon after `stop` is set; raises nothing."""
    try:
        return _Probe(port, clock, stop).run()
    except DeviceError as error:
        return Probed("unusable", None, str(error), is_known=False)
    except OSError:
        sentence = f"{port} was unplugged meanwhile: plug it in and try again"
        return Probed("unusable", None, sentence, is_known=False)


class _Probe:
    """One look at one port."""

    def __init__(self, port: str, clock: Clock, stop: threading.Event) -> None:
        self._port = port
        self._clock = clock
        self._stop = stop
        self._bytes = 0
        self._odd: tuple[int, str] | None = None
        """A readable line that no preset fits, and at which rate."""

    def run(self) -> Probed:
        for number, baud in enumerate(LISTEN_BAUDS):
            if number >= SILENT_TRIES and not self._bytes:
                break
            found = self._listen(baud)
            if found:
                return found
        if self._odd is not None:
            return self._lines(*self._odd)
        if self._bytes <= FEW_BYTES:
            found = self._ask_politely()
            if found:
                return found
        if self._bytes:
            rates = ", ".join(str(baud) for baud in sorted(LISTEN_BAUDS))
            return Probed(
                "noise",
                None,
                f"Bytes come on {self._port} that make no sense at {rates} baud: it is no sensor"
                " that is known, or its cable is damaged",
                is_known=False,
            )
        return Probed(
            "silent",
            None,
            f"Nothing speaks on {self._port}: switch the machine or the sensor on, check its cable,"
            " then try again",
            is_known=False,
        )

    def _listen(self, baud: int) -> Probed | None:
        sensor = WitMotionReader()
        texts = {preset: AsciiReader(AsciiSettings(preset=preset)) for preset in PRESETS}
        with_values: Counter[str] = Counter()

        def take(data: bytes) -> Probed | None:
            sensor.feed(data)
            if sensor.frames >= PROOF_FRAMES:
                return self._known("witmotion", baud)
            for preset, reader in texts.items():
                with_values[preset] += len(reader.feed(data))
                if with_values[preset] >= PROOF_LINES:
                    return self._known("ascii", baud, f'ascii = {{ preset = "{preset}" }}')
            return None

        found = self._follow(baud, LISTEN_S, take, None)
        lines = texts["csv"]
        if found is None and lines.frames >= PROOF_LINES and self._odd is None:
            self._odd = baud, lines.odd_line
        return found

    def _ask_politely(self) -> Probed | None:
        """The slowest first: its ear could take faster questions for something else."""
        codecs: tuple[tuple[str, Codec], ...] = (
            ("trackmaster", TrackmasterReader()),
            ("csafe", CsafeReader(csafe.ASK_STATUS)),
            ("modbus", ModbusReader(ModbusSettings())),
        )
        for kind, codec in codecs:
            baud = KINDS[kind].bauds[0]

            def take(
                data: bytes, kind: str = kind, baud: int = baud, its: Codec = codec
            ) -> Probed | None:
                its.feed(data)
                return self._known(kind, baud) if its.frames else None

            found = self._follow(baud, ASK_S, take, codec)
            if found:
                return found
        return None

    def _follow(
        self,
        baud: int,
        seconds: float,
        take: Callable[[bytes], Probed | None],
        codec: Codec | None,
    ) -> Probed | None:
        """Hears what comes at `baud` for so long, or until `take` knows what it is."""
        with closing(open_port(self._port, baud)) as port:
            now = self._clock.monotonic()
            end = now + seconds
            while now < end and not self._stop.is_set():
                if codec is not None:
                    send(port, codec.ask(now))
                data = read_batch(port, BATCH_S)
                self._bytes += len(data)
                found = take(data)
                if found:
                    return found
                now = self._clock.monotonic()
        return None

    def _known(self, kind: str, baud: int, further: str = "") -> Probed:
        lines = f'driver = "{kind}"\nbaud = {baud}' + (f"\n{further}" if further else "")
        spoken = lines.replace("\n", " and ")
        return Probed(
            kind,
            baud,
            f"{KINDS[kind].title} on {self._port} at {baud} baud: write {spoken} under"
            " [stations.incline]",
            is_known=True,
            configuration=lines,
        )

    def _lines(self, baud: int, line: str) -> Probed:
        return Probed(
            "lines",
            baud,
            f"Lines come on {self._port} at {baud} baud, such as {line[:SHOWN]!r}, that no preset"
            ' fits: write driver = "ascii" and a pattern for them under [stations.incline]',
            is_known=False,
        )
