"""A station's incline sensor or console on a serial port: one device for the supervisor."""

import threading
from collections.abc import Callable
from contextlib import closing

from drivers.incline.codec import KINDS, Codec, bauds_to_try
from drivers.incline.line import Line
from drivers.serial_port import SerialPort, open_port, read_batch, send
from drivers.supervisor import Ready
from kiosk.calibration import Calibration
from kiosk.clock import Clock
from kiosk.errors import DeviceError, SettingsError
from kiosk.events import DeviceFacts, Event
from kiosk.settings import InclineSettings, StationSettings
from kiosk.words import joined, text

SILENT_S = 3.0
SHORTEST_TRY_S = 1.2
"""Of one of several baud rates: long enough for a sensor that speaks once a second."""
FEW_FRAMES = 3
"""Fewer while nothing is heard are chance hits in noise."""
BATCH_S = 0.05
"""Bytes are fetched in batches: a wake-up each, not one for every byte."""
FACTS_EVERY_S = 5.0


def station_device(
    station: StationSettings,
    calibration: Calibration | None,
    post: Callable[[Event], None],
    clock: Clock,
) -> "StationDevice | None":
    """The device of a station; None for one without.

    Without a calibration the configuration's counts. Raises SettingsError when the driver's own
    table or baud rate cannot be used.
    """
    settings = station.incline
    if settings.driver == "none" or settings.port is None:
        return None
    found = calibration or Calibration(
        settings.axis, settings.zero_deg, settings.invert, settings.span
    )
    try:
        bauds = bauds_to_try(settings)
    except SettingsError as error:
        raise SettingsError(
            text('The station "{station}": {error}.', station=station.name, error=error)
        ) from None
    return StationDevice(station, settings.port, bauds, found, post, clock)


class StationDevice:
    """Reads one sensor or console and posts Tilt, Grade and Motion."""

    optional = False

    def __init__(
        self,
        station: StationSettings,
        path: str,
        bauds: tuple[int, ...],
        calibration: Calibration,
        post: Callable[[Event], None],
        clock: Clock,
    ) -> None:
        self.station = station.name
        self.name = f"incline:{station.name}"
        self._settings: InclineSettings = station.incline
        self._kind = KINDS[station.incline.driver]
        what = text("console") if self._kind.is_console else text("incline sensor")
        self.spoken = text("the {what} of {station}", what=what, station=station.name)
        self._title = text("The {what} of {station}", what=what, station=station.name)
        self._on_port = text("{device} on {path}", device=self._title, path=path)
        self._path = path
        self._bauds = bauds
        self._feels_steps = station.kind == "treadmill"
        self._calibration = calibration
        self._post = post
        self._clock = clock

    def calibrate(self, calibration: Calibration) -> None:
        """From the next readings on the deck's tilt is found so. Any thread may call it."""
        self._calibration = calibration

    def run(self, ready: Ready, stop: threading.Event) -> None:
        """Reads until `stop` is set; of several baud rates keeps the first that brings readings.

        Calls `ready` at the first value that can be used. Raises DeviceError when the port cannot
        be opened or is lost, and when nothing was heard for 3 s; the sentence tells a silent device
        from a wrong baud rate, and from one that says other things than it should. A device that
        speaks but is stuck or mounted askew stays open: it is reported as failed until it recovers.
        """
        lines: list[Line] = []
        for baud in self._bauds:
            how = text(
                "{kind} on {path} at {baud} baud", kind=self._kind.title, path=self._path, baud=baud
            )
            report = _Report(self.name, self._path, self._on_port, how, ready, self._post)
            lines.append(self._follow(baud, report, stop))
            if stop.is_set():
                return
            if lines[-1].is_proven or lines[-1].quiet_frames >= FEW_FRAMES:
                break
        raise DeviceError(
            text("{device} {trouble}", device=self._on_port, trouble=self._complaint(lines))
        )

    def _follow(self, baud: int, report: "_Report", stop: threading.Event) -> Line:
        """Until `stop` is set or nothing has been heard for too long."""
        with closing(open_port(self._path, baud)) as port:
            now = self._clock.monotonic()
            codec = self._kind.reader(self._settings)
            line = Line(self.station, codec, self._calibration, now, feels_steps=self._feels_steps)
            patience = max(SHORTEST_TRY_S, SILENT_S / len(self._bauds))
            while not stop.is_set() and now - line.heard_at < patience:
                try:
                    self._ask(port, codec, now)
                    data = read_batch(port, BATCH_S)
                except OSError as error:
                    raise self._unplugged() from error
                since, now = now, self._clock.monotonic()
                if line.calibration is not self._calibration:
                    line.calibrate(self._calibration)
                line.take(data, since, now)
                report.tell(line, now)
                for event in line.events(now):
                    self._post(event)
                if line.is_proven and patience != SILENT_S:
                    patience = SILENT_S
                    self._bauds = (baud, *(each for each in self._bauds if each != baud))
            return line

    def _ask(self, port: SerialPort, codec: Codec, now: float) -> None:
        """The last gate before the machine: nothing passes that its codec does not list."""
        asked = codec.ask(now)
        if asked:
            if asked not in codec.asks:
                raise ValueError(f"{asked.hex()} must not be sent to {self.spoken}")
            send(port, asked)

    def _unplugged(self) -> DeviceError:
        return DeviceError(
            text(
                "{title} was unplugged: plug its cable into {path} again",
                title=self._title,
                path=self._path,
            )
        )

    def _complaint(self, lines: list[Line]) -> str:
        """Why no reading has come lately, and what to do."""
        if lines[-1].quiet_frames >= FEW_FRAMES:
            return lines[-1].codec.complaint
        if any(line.quiet_bytes for line in lines):
            rates = joined(text(" or "), [str(baud) for baud in self._bauds])
            return text(
                "sends bytes that make no sense at {rates} baud: the baud rate is probably "
                "wrong, set the device's own in the configuration",
                rates=rates,
            )
        if self._kind.is_console:
            return text("does not answer: switch the machine on, and check the cable")
        return text("is silent: check its power and cable")


class _Report:
    """Says how a device is: ready once, what is wrong while it speaks, how good its line is."""

    def __init__(
        self,
        name: str,
        path: str,
        on_port: str,
        how: str,
        ready: Ready,
        post: Callable[[Event], None],
    ) -> None:
        self._name = name
        self._path = path
        self._on_port = on_port
        self._how = how
        self._ready = ready
        self._post = post
        self._said = ""
        self._signal: str = ""
        self._facts_at = -FACTS_EVERY_S

    def tell(self, line: Line, now: float) -> None:
        trouble = line.trouble
        if trouble is not None:
            if trouble != self._said:
                self._said = trouble
                self._ready(
                    text("{device} {trouble}", device=self._on_port, trouble=trouble), fault=True
                )
        elif line.is_proven and self._said != self._how:
            self._said = self._how
            self._ready(self._how)
        if self._said and now - self._facts_at >= FACTS_EVERY_S:
            self._tell_facts(line, now)

    def _tell_facts(self, line: Line, now: float) -> None:
        damaged, good = line.codec.damaged, line.codec.frames
        signal = text(
            "{damaged} {frames} in {count:,}",
            damaged=f"{damaged:,}" if damaged else text("no"),
            frames=text("damaged frame") if damaged == 1 else text("damaged frames"),
            count=good + damaged,
        )
        if signal != self._signal:
            self._signal, self._facts_at = signal, now
            self._post(DeviceFacts(now, self._name, port=self._path, signal=signal))
